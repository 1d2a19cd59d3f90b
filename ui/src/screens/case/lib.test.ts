import { describe, expect, it } from "vitest";
import type { CaseView, Ending, IssuedPaper, Step } from "$wire/generated";
import { bannerOf, endingOf, similarOf, tabMarks } from "./lib";
import { deedLeads, queryOf, readId, readTab, stepLeads } from "./leads";
import { aCase, aView, mark } from "./sample";

const step = (kind: Step["kind"]): Step => ({ kind, from: "2026-11-24", due: "2026-11-24", at: null, tries: 0, rule: null });

describe("who the case is about", () => {
  it("has the name as written, both calendars, the age today and on the day, and the stamp of the first packet", () => {
    const slot = { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" };
    const booked = aCase({ booking: { slot, mode: "in_person", fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() } });
    const found = bannerOf(aView({ case: booked, ages: { on: [{ what: "consultation", date: "2026-12-08", majority: "adult", age: 80 }], changes: false, doubtful: false } }));
    expect(found).toMatchObject({
      name: "髙橋 美津江", kana: "タカハシ ミツエ", birth: { wareki: "昭和21年7月30日", year: 1946, age: 80 }, number: "R8-0127", mode: "対面", stamp: { date: "R8.11.18" },
      facts: [{ label: "相談日", text: "12月8日（火） 14:00", note: "相談日も80歳" }],
    });
  });

  it("says so where the age changes before the day", () => {
    const slot = { doctor: "d1", start: "2027-08-01T14:00:00", minutes: 60, room: "" };
    const held = aCase({ consultation: { booking: { slot, mode: "in_person", fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() }, doctor: "x", report_later: false, mark: mark() } });
    expect(bannerOf(aView({ case: held, ages: { on: [{ what: "consultation", date: "2027-08-01", majority: "adult", age: 81 }], changes: false, doubtful: false } })).facts[0]?.note).toBe("相談日は81歳");
  });

  it("an inquiry has neither number nor stamp, and an unknown birth date no age", () => {
    const bare = aCase({ number: null, packets: [], patient: { ...aCase().patient, birth: null } });
    expect(bannerOf(aView({ case: bare, age_today: null }))).toMatchObject({ number: "（受付番号なし）", stamp: null, birth: null });
  });

  it("warns of people whose name reads the same, with what tells them apart", () => {
    const other = { id: 9, found_by: null, brief: { ...aView().brief, name: "高橋 みつ江", number: "R8-0102", birth: "1947-01-02" } };
    expect([similarOf([]), similarOf([other]), similarOf([other, other, other])]).toEqual([
      null, { name: "高橋 みつ江", number: "R8-0102　S22.1.2生" }, { name: "高橋 みつ江", number: "R8-0102　S22.1.2生 ほか2人" },
    ]);
  });
});

describe("what has ended", () => {
  const ended = (kind: Ending["kind"], more: Partial<Ending> = {}) => endingOf(aView({ case: aCase({ ending: { kind, ground: null, reason: "取り下げ", mark: mark("2026-11-20T09:00:00", "大友"), ...more } }) }));
  it("nothing while the case is open", () => expect(endingOf(aView())).toBeNull());
  it("a death stands apart in red and says what has stopped", () => {
    const found = ended("deceased");
    expect([found?.kind, found?.title, found?.text.includes("止めています")]).toEqual(["stop", "ご逝去の連絡を受けています。", true]);
  });
  it("another end names how, why and by whom", () => expect(ended("cancelled")).toEqual({ kind: "neutral", title: "この申込は終わっています：患者さんの取消", text: "取り下げ　記録 11/20 大友" }));
  it("a refusal names its ground", () => expect(ended("declined", { ground: "dispute" })?.title).toContain("裁判係争中"));
});

describe("how the sections stand", () => {
  const paper = (more: Partial<IssuedPaper> = {}): IssuedPaper => ({ kind: "slip", version: 1, data: "", digest: "", printed: mark(), sealed: null, posted: null, came_back: null, voided: null, ...more });
  const posted = { service: "ordinary", tracking: "", mark: mark() };
  const rows: [string, Partial<CaseView>, object][] = [
    ["missing material is a trouble, the call to chase it is now", { steps: [step("chase_missing")], missing: [{ item: "consent", defects: [], due: "with_packet", rule: 57, supplier: "patient" }] }, { items: "trouble", call: "now" }],
    ["complete material is done, the doctor's answer is now", { steps: [step("chase_doctor")] }, { items: "done", screening: "now" }],
    ["an accepted case looks for dates", { steps: [step("propose_dates")], case: aCase({ screenings: [{ department: "digestive", doctor: null, asked: mark(), reminders: [], verdict: { verdict: { outcome: "accept" }, mark: mark() } }] }) }, { items: "done", screening: "done", dates: "now" }],
    ["a hold that ran out is a trouble", { holds: [{ hold: { slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, until: "2026-11-20T17:15:00", mark: mark() }, live: false, lost: false, posting: null }] }, { items: "done", dates: "trouble" }],
    ["a posted paper is done", { case: aCase({ papers: [paper({ posted })] }) }, { items: "done", papers: "done" }],
    ["a paper that came back is a trouble", { case: aCase({ papers: [paper({ posted, came_back: { reason: "unknown_address", mark: mark() } })] }) }, { items: "done", papers: "trouble" }],
    ["a void paper is neither", { case: aCase({ papers: [paper({ posted, voided: { reason: "newer_version", mark: mark() } })] }) }, { items: "done" }],
    ["another time in CLINICS is a trouble", { clinics: "other_time" }, { items: "done", papers: "trouble" }],
    ["an ended case has no troubles", { case: aCase({ ending: { kind: "cancelled", ground: null, reason: "x", mark: mark() } }), missing: [{ item: null, defects: [], due: "with_packet", rule: 65, supplier: "referrer" }] }, {}],
  ];
  it.each(rows)("%s", (_, more, marks) => expect(tabMarks(aView(more))).toEqual(marks));
});

describe("where things lead", () => {
  it.each([["12", 12], ["0", 0], ["x", null], ["-1", null], ["1e3", null], [undefined, null]])("the case of %s is %s", (word, id) => expect(readId(word)).toBe(id));
  it.each([["papers", "papers"], ["nothing", "overview"], [undefined, "overview"]])("the section of %s is %s", (word, tab) => expect(readTab(word)).toBe(tab));
  it("a call says what it is about, a place where the focus goes", () => {
    const [phone, verdict] = [stepLeads.phone_candidates, deedLeads.record_verdict];
    expect(["tab" in phone && queryOf(phone), "tab" in verdict && queryOf(verdict)]).toEqual([{ matter: "candidates" }, { at: "verdict" }]);
  });
  it("what changes several things at once is asked in a dialog", () =>
    expect([deedLeads.switch_mode, deedLeads.death, deedLeads.withdraw_agreement, deedLeads.unbook]).toEqual([{ dialog: "mode" }, { dialog: "death" }, { dialog: "withdraw" }, { dialog: "unbook" }]));
});
