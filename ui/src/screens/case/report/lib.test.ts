import { describe, expect, it } from "vitest";
import type { CaseView, Deed, DeedKind, Institution, Refusal, Step } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { againstCheck, againstReturn, byPost, institutionState, lettersReady, materialText, partsOf, readyLines, returnForm, returnOf, targetOf } from "./lib";

const step = (kind: Step["kind"]): Step => ({ kind, from: "", due: "", at: null, tries: 0, rule: null });
const slot = { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" };
const booking = { slot, mode: "in_person" as const, fee: { net: 30000, rate_percent: 10, gross: 33000 }, mark: mark() };
const held = { booking, doctor: "久慈 隆文", report_later: false, mark: mark() };
const KINDS: DeedKind[] = ["confirm_day_before", "record_payment", "consult", "no_show", "receive_report", "print_cover_letter", "hand_over_report", "post_report", "return_material"];
const deeds = (may: DeedKind[], refusal: Refusal = { why: { code: "not_booked" }, rule: 72 }): Deed[] => KINDS.map((kind) => ({ kind, refusal: may.includes(kind) ? null : refusal }));
const states = (view: CaseView) => Object.fromEntries(partsOf(view, desk).map((it) => [it.key, it.state]));

describe("the six parts of the day", () => {
  it("before a date is agreed each says why not", () => expect(partsOf(aView({ deeds: deeds([]) }), desk).map((it) => [it.state, it.text])).toEqual(Array.from({ length: 6 }, () => ["later", "日程がまだ決まっていません。 R72"])));
  it("the next step's part is now, others stay open", () =>
    expect(states(aView({ steps: [step("day_before")], deeds: deeds(["confirm_day_before", "record_payment"]) }))).toEqual({ "day-before": "now", payment: "open", visit: "later", report: "later", deliver: "later", material: "later" }));
  it("in person, paying is next before the talk (R51)", () => {
    const unpaid = deeds(["record_payment", "no_show"], { why: { code: "not_paid" }, rule: 51 });
    expect(states(aView({ steps: [step("record_visit")], deeds: unpaid }))).toMatchObject({ payment: "now", visit: "open" });
  });
  it("what is done says by whom", () => {
    const view = aView({ case: aCase({ consultation: held, payment: { state: "paid", mark: mark() }, report: { received: mark(), pages: 3, reminders: [], delivered: null } }), steps: [step("deliver_report")], deeds: deeds(["hand_over_report", "return_material"]) });
    expect(partsOf(view, desk).map((it) => [it.key, it.state])).toEqual([["day-before", "done"], ["payment", "done"], ["visit", "done"], ["report", "done"], ["deliver", "now"], ["material", "open"]]);
  });
  it("a card that could not be charged is not paid", () => expect(states(aView({ case: aCase({ payment: { state: "card_error", note: "x", mark: mark() } }), deeds: deeds(["record_payment"]) })).payment).toBe("open"));
  it("material that came after a return goes back again", () => expect(states(aView({ case: aCase({ returned: { how: { how: "handed_over" }, mark: mark() } }), deeds: deeds(["return_material"]) })).material).toBe("open"));
});

describe("where one arrives", () => {
  const parts = (...list: [string, string][]) => list.map(([key, state]) => ({ key, state, text: "" })) as Parameters<typeof targetOf>[0];
  it.each([
    ["what was asked for", parts(["payment", "open"], ["material", "open"]), "material", "material"], ["the fee before the talk", parts(["payment", "now"], ["visit", "open"]), "visit", "payment"],
    ["what is next when nothing was asked", parts(["payment", "open"], ["visit", "now"]), undefined, "visit"], ["what is open when nothing is next", parts(["visit", "later"], ["material", "open"]), undefined, "material"],
    ["what is next when the wish is done", parts(["day-before", "done"], ["payment", "now"]), "day-before", "payment"], ["nowhere", parts(["visit", "later"]), "visit", undefined],
  ] as const)("%s", (_, list, asked, key) => expect(targetOf(list, asked)).toBe(key));
});

describe("ready for the day", () => {
  const fine = (view: CaseView) => readyLines(view).filter((it) => !it.fine).map((it) => it.text);
  it("names each thing that is not", () =>
    expect(fine(aView({ case: aCase({ custody: [], discs: [{ disc: { label: "", n: 1, of: 1, troubles: [], name: "unread", imported_to: "" }, arrived: "", checked: mark() }] }), missing: [{ item: "consent", defects: [], due: "on_the_day", rule: 57, supplier: "patient" }] }))).toEqual([
      "足りないもの：同意書（自署）（未着）", "資料の置き場所が未記入", "まだ読んでいないCD-Rが1枚ある", "予約票がまだ届いていない",
    ]));
  it("CLINICS counts online", () => expect(fine(aView({ case: aCase({ mode: "online" }) }))).toContain("CLINICSの予約：未確認"));
  it("a posted slip that came back is not there", () => {
    const slip = { kind: "slip" as const, version: 1, data: "", digest: "", printed: mark(), sealed: null, posted: { service: "ordinary", tracking: "", mark: mark() }, came_back: null, voided: null };
    const back = { ...slip, came_back: { reason: "refused" as const, mark: mark() } };
    expect([fine(aView({ case: aCase({ papers: [slip] }) })).length, fine(aView({ case: aCase({ papers: [back] }) })).length]).toEqual([0, 1]);
  });
});

describe("the report", () => {
  it.each([["in person", held, false], ["later", { ...held, report_later: true }, true], ["online", { ...held, booking: { ...booking, mode: "online" as const } }, true], ["not held", null, false]])("%s goes by post: %s", (_, consultation, post) => expect(byPost(aView({ case: aCase({ consultation }) }))).toBe(post));
  const place = (more: Partial<Institution>): Institution => ({ id: "i1", name: "杜の丘中央病院", address: { postal: "", line1: "", line2: "" }, phone: "", fax: "", code: "", entered: mark(undefined, "大友"), checked: null, ...more });
  it("goes nowhere that nobody compared with its letterhead", () => expect([institutionState(aView(), desk).kind, institutionState(aView({ institution: place({}) }), desk).kind, institutionState(aView({ institution: place({ checked: mark() }) }), desk).kind]).toEqual(["none", "unchecked", "checked"]));
  it("who entered the address is not the second pair of eyes", () => {
    const me = { ...desk, person: "大友" };
    expect([againstCheck(aView({ institution: place({}) }), me), againstCheck(aView({ institution: place({}) }), { ...desk, person: "佐々木" })]).toEqual(["登録した人とは別の方が確かめます", undefined]);
  });
  it("letter and label are ready only while they are valid", () => {
    const letter = { kind: "cover_letter" as const, version: 1, data: "", digest: "", printed: mark(), sealed: null, posted: null, came_back: null, voided: null };
    expect([lettersReady(aView({ case: aCase({ papers: [letter] }) })), lettersReady(aView({ case: aCase({ papers: [{ ...letter, voided: { reason: "by_hand", mark: mark() } }] }) })).letter]).toEqual([{ letter: true, label: false }, false]);
  });
});

describe("the way back of the material", () => {
  const form = { ...returnForm(desk), how: "posted" as const };
  it.each([
    ["by hand needs nothing", { ...form, how: "handed_over" as const }, null], ["posted by one person", { ...form, packed_by: "佐々木", checked_by: "佐々木" }, "これは二人で行います。まだ何も記録していません。もう一人の方の名前を選ぶか、別の方が行ってください。"],
    ["posted without a second name", { ...form, packed_by: "佐々木" }, "お二人の名前を選んでください"], ["posted by two", { ...form, packed_by: "佐々木", checked_by: "大友" }, null],
    ["kept without a reason", { ...form, how: "kept" as const }, "理由を入れてください"], ["kept", { ...form, how: "kept" as const, reason: "ご希望" }, null],
  ])("%s", (_, it, why) => expect(againstReturn(it)).toBe(why));
  it("is sent in the shape the desk takes", () => expect([returnOf({ ...form, how: "handed_over" }), returnOf({ ...form, how: "kept", reason: "ご希望" })]).toEqual([{ how: "handed_over" }, { how: "kept", reason: "ご希望" }]));
  it("names what lies here", () => expect(materialText(aView({ case: aCase({ items: [{ found: { kind: "blood", count: 4, form: "copy", defects: [], note: "" }, arrived: "", checked: mark() }, { found: { kind: "consent", count: 0, form: "original", defects: [], note: "" }, arrived: "", checked: mark() }], discs: [{ disc: { label: "", n: 1, of: 1, troubles: [], name: "same", imported_to: "" }, arrived: "", checked: mark() }] }) }))).toBe("血液検査の結果 4点（写し）、CD-R 1枚"));
});
