import { describe, expect, it } from "vitest";
import type { Call, CallCard, HoldView, Outcome, Step } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { againstResult, candidatesOf, identified, identityOf, justCalled, letterHint, linesOf, matterLines, nextTryOf, promiseAt, recordOf, RESULTS, usualLine, usualMatter } from "./lib";

const hold = (start: string, more: Partial<HoldView> = {}): HoldView => ({ hold: { slot: { doctor: "d1", start, minutes: 60, room: "" }, until: "2026-11-24T17:15:00", mark: mark() }, live: true, lost: false, posting: null, ...more });
const card = (more: Partial<CallCard> = {}): CallCard => ({
  phones: [], announce: "佐々木です", may_leave_message: "yes", message: "", call_times: "", candidates: [], fee: { net: 30000, rate_percent: 10, gross: 33000 }, script: [], calls: [],
  misses: 0, letter_after: 3, next_try: "2026-11-24T12:20:00", in_hours: true, ...more,
});
const step = (kind: Step["kind"]): Step => ({ kind, from: "", due: "", at: null, tries: 0, rule: null });

describe("what the call is about", () => {
  it.each([
    ["what the address says", aView({ steps: [step("chase_missing")] }), "change", "change"], ["what the next step wants", aView({ steps: [step("chase_missing")] }), undefined, "missing"],
    ["the dates while some are held", aView({ holds: [hold("2026-12-08T14:00:00")] }), undefined, "candidates"], ["anything else", aView(), "nonsense", "other"],
  ] as const)("%s", (_, view, asked, matter) => expect(usualMatter(view, asked)).toBe(matter));
});

describe("whom to ring", () => {
  const phones = [
    { number: "022-000-5500", line: "work" as const, whose: "", do_not_call: true }, { number: "090-0000-1842", line: "mobile" as const, whose: "", do_not_call: false },
    { number: "022-000-7716", line: "family" as const, whose: "長男", do_not_call: false },
  ];
  const view = aView({ case: aCase({ patient: { ...aCase().patient, phones } }) });
  const lines = linesOf(view, desk);
  it("lists who comes instead of the patient first, and a barred number last", () =>
    expect(lines.map((it) => [it.number, it.party, it.barred])).toEqual([
      ["090-0000-2211", "family", false], ["090-0000-1842", "patient", false], ["022-000-7716", "family", false], ["022-000-5500", "patient", true],
    ]));
  it("lists the patient first who comes with somebody", () => {
    const together = aCase({ patient: view.case.patient, applicant: { ...aCase().applicant, who: "patient_with_family" } });
    expect(linesOf(aView({ case: together }), desk).map((it) => it.number)).toEqual(["090-0000-1842", "022-000-7716", "090-0000-2211", "022-000-5500"]);
  });
  it("starts with one that may be rung", () => expect([usualLine(lines, "candidates")?.number, usualLine(lines.filter((it) => it.barred), "candidates")]).toEqual(["090-0000-2211", undefined]));
  it("asks the doctor about the report", () => {
    const asked = aView({ case: aCase({ screenings: [{ department: "digestive", doctor: "d1", asked: mark(), reminders: [], verdict: null }] }) });
    expect(usualLine(linesOf(asked, desk), "report")).toMatchObject({ party: "doctor", person: "久慈 隆文" });
  });
  it("names the institution's number, with a warning while nobody agreed to it", () => {
    const institution = { id: "i1", name: "杜の丘中央病院", address: { postal: "", line1: "", line2: "" }, phone: "022-000-3311", fax: "", code: "", entered: null, checked: null };
    const unasked = aCase({ applicant: { ...aCase().applicant, may_ask_referrer: "unknown" } });
    expect([linesOf(aView({ institution }), desk).find((it) => it.key === "referrer")?.hint, linesOf(aView({ institution, case: unasked }), desk).find((it) => it.key === "referrer")?.hint]).toEqual(["", "患者さんの了承を得てから、おかけください"]);
  });
});

describe("identity", () => {
  const all = identityOf(aView());
  it("offers what the desk has", () => expect(all.map((it) => it.text)).toEqual(["タカハシ ミツエ", "昭和21年7月30日", "塩浜市港町三丁目1番1号"]));
  it.each([[[], false], [["name"], false], [["name", "birth"], true], [["name", "birth", "address"], true]])("%j agrees: %s", (ticked, sure) => expect(identified(ticked, all)).toBe(sure));
  it("one is enough where there is only one, none is never", () => expect([identified(["name"], all.slice(0, 1)), identified([], [])]).toEqual([true, false]));
});

describe("the held dates", () => {
  const list = candidatesOf({ candidates: [hold("2026-12-08T14:00:00"), hold("2026-12-10T15:00:00", { live: false }), hold("2026-12-15T15:00:00", { live: false, lost: true }), hold("2026-12-17T15:00:00")] }, () => "");
  it("are numbered; digits from four on would mean results", () => expect(list.map((it) => it.keys)).toEqual(["1", "2", "3", "Ctrl+4"]));
  it("what ran out or was taken is said before it is offered", () => expect(list.map((it) => it.gone)).toEqual(["", "仮押さえが 11/24 17:15 に切れました。日程で押さえ直せます。", "ほかの方が取りました。", ""]));
  it("no digit of a date is a digit of a result", () => expect(RESULTS.map((it) => it.keys).filter((it) => ["0", "1", "2", "3"].includes(it))).toEqual([]));
});

describe("results", () => {
  const said = { direction: "out" as const, line: undefined, matter: "candidates" as const, identity: true, feeTold: false, nextTry: null, note: "メモ" };
  it("are recorded as they were said", () => expect(recordOf("spoke", { ...said, feeTold: true })).toMatchObject({ outcome: "spoke", identity_checked: true, fee_told: true, note: "メモ", party: "patient" }));
  it.each([
    ["no_answer", null, "2026-11-24T12:20:00"], ["call_back", "2026-11-25T10:00:00", "2026-11-25T10:00:00"], ["call_back", null, "2026-11-24T12:20:00"],
    ["spoke", null, null], ["not_in_service", null, null], ["wrong_person", null, "2026-11-24T12:20:00"],
  ] as [Outcome, string | null, string | null][])("%s with a promise of %s: next try %s", (outcome, promised, next) => expect(nextTryOf(outcome, card(), promised)).toBe(next));
  it("a message is only left where it may be", () => expect([againstResult("left_message", card({ may_leave_message: "no" })) !== undefined, againstResult("left_message", card()), againstResult("busy", card({ may_leave_message: "no" }))]).toEqual([true, undefined, undefined]));
  it.each([[0, 3, false], [1, 3, false], [2, 3, true], [3, 3, true], [9, 0, false]])("%i misses of %i: speak of a letter %s", (misses, letter_after, told) => expect(letterHint({ misses, letter_after }) !== null).toBe(told));
});

describe("two desks", () => {
  const call = (at: string, by: string): Call => ({ record: recordOf("no_answer", { direction: "out", line: undefined, matter: "other", identity: false, feeTold: false, nextTry: null, note: "" }), out_of_hours: false, mark: mark(at, by) });
  it.each([["2026-11-24T09:20:00", "大友", true], ["2026-11-24T09:20:00", "佐々木", false], ["2026-11-24T08:20:00", "大友", false], ["2026-11-24T09:40:00", "大友", false]])("a call at %s by %s is mentioned: %s", (at, by, told) =>
    expect(justCalled([call(at, by)], "2026-11-24T09:31:00", "佐々木") !== null).toBe(told));
});

describe("other matters", () => {
  const online = aView({ case: aCase({ mode: "online", booking: { slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, mode: "online", fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() }, clinics: { registered: null, booked: { start: "2026-12-08T15:00:00", menu: "別のメニュー", mark: mark() } } }), clinics: "other_time" });
  it("CLINICS: what was agreed, what stands there, and how they differ", () => expect(matterLines("clinics", online)).toEqual(["お約束の日時：12月8日（火） 14:00", "CLINICSの予約：12月8日（火） 15:00　別のメニュー", "約束と比べて：日時が違う"]));
  it("CLINICS: the menu to choose is read out letter for letter", () => expect(matterLines("clinics", online, "きまりのメニュー")[1]).toBe("選んでいただくメニュー：きまりのメニュー"));
  it("missing: each person is asked for what they have", () => expect(matterLines("missing", aView({ missing: [{ item: "consent", defects: [], due: "with_packet", rule: 57, supplier: "patient" }] }))).toEqual(["ご本人へ：同意書（自署）（未着）"]));
  it("a change online is two acts", () => expect(matterLines("change", online).length).toBe(2));
  it("dates that are not held yet cannot be told", () => expect(matterLines("candidates", aView())[0]).toContain("まだ押さえていません"));
});

it.each([["14:30", "14:30"], ["1430", "14:30"], ["9時5分", null], ["9:05", "09:05"], ["１４時３０分", "14:30"], ["14時", "14:00"], ["25:00", null], ["12:61", null], ["", null], ["午後", null]])("a time of %s is %s", (typed, time) =>
  expect(promiseAt("2026-11-25", typed)).toBe(time === null ? null : `2026-11-25T${time}:00`));
it("a promise without a day is none", () => expect(promiseAt(null, "14:30")).toBeNull());
