import { describe, expect, it } from "vitest";
import type { DateReading } from "$parts/EraDate.svelte";
import { emptyIntake } from "$parts/intake/intake";
import type { CaseRow, Missing, Weighed } from "$wire/generated";
import { actionOf, discsFor, emptyForm, pieces, readDiscNumber, shownItems, takenUp, untouched, weighOf, type ReceiveForm } from "./form";
import { datesOf, isMissing, joinVerb, lacksOf, listed, mayBring, nameOnIt, problemsOf, topicsFor, topicText, type Readings } from "./lib";

const ok = (iso: string): DateReading => ({ ok: true, iso, text: iso });
const bad: DateReading = { ok: false, reason: "x", repairs: [] };
const readings: Readings = { arrived: ok("2026-11-24"), birth: null, applied: null, not_before: null };
const none = { birth: null, applied: null, notBefore: null };
const into = { id: 3, revision: 5, number: null, name: "斎藤", kana: "サイトウ", since: "2026-11-18" };

function form(change: (it: ReceiveForm) => void = () => {}): ReceiveForm {
  const it = emptyForm("今日");
  it.intake.patient.name = { family: "齋藤", given: "𠮷之助", family_kana: "サイトウ", given_kana: "ヨシノスケ" };
  change(it);
  return it;
}
const tick = (it: ReceiveForm, ...kinds: (keyof ReceiveForm["items"])[]) => kinds.forEach((kind) => Object.assign(it.items[kind], { here: true, count: 1 }));

describe("what stands against saving", () => {
  it.each<[string, ReceiveForm, Partial<Readings>, string[]]>([
    ["名前と到着日だけで登録できる", form(), {}, []],
    ["フリガナと名前は必須", form((it) => (it.intake.patient.name = emptyIntake().patient.name)), {}, ["kana", "name"]],
    ["開けていない封筒はどちらか一方でよい", form((it) => { it.unopened = true; it.intake.patient.name.family_kana = ""; }), {}, []],
    ["開けていなくても誰かは要る", form((it) => { it.unopened = true; it.intake.patient.name = emptyIntake().patient.name; }), {}, ["kana", "name"]],
    ["届いた日がない", form((it) => (it.arrived = "")), { arrived: null }, ["arrived"]],
    ["読めない生年月日を黙って捨てない", form((it) => (it.birth = "s64.1.8")), { birth: bad }, ["birth"]],
    ["受付番号に加わるなら名前は問わない", form((it) => { it.intake = emptyIntake(); it.into = { ...into, number: "R8-0123" }; }), {}, []],
    ["電話に合わせても名前は要る", form((it) => { it.intake = emptyIntake(); it.into = into; }), {}, ["kana", "name"]],
  ])("%s", (_, given, more, fields) => expect(listed(problemsOf(given, { ...readings, ...more })).map((it) => it.field)).toEqual(fields));
});

describe("the name a further packet bears", () => {
  it.each<[string, ReceiveForm, string, string]>([
    ["旧字で打ったまま残る", form(), "斎藤 吉之助", "齋藤 𠮷之助"],
    ["同じ書き方なら要らない", form(), "齋藤 𠮷之助", ""],
    ["書いてあれば変えない", form((it) => (it.name_on_it = "佐藤（旧姓）")), "斎藤 吉之助", "佐藤（旧姓）"],
    ["打っていなければ空のまま", form((it) => (it.intake = emptyIntake())), "斎藤 吉之助", ""],
  ])("%s", (_, given, known, name) => expect(nameOnIt(given, known)).toBe(name));
});

describe("the action", () => {
  it("carries what was found, in the clerk's order, and the intake", () => {
    const given = form((it) => { tick(it, "blood", "application"); it.items.blood.count = 3; it.items.application.defects = ["N04"]; it.birth = "s16.2.8"; it.place = " 棚 B-3 "; });
    const action = actionOf(given, "2026-11-24", datesOf({ ...readings, birth: ok("1941-02-08") }));
    expect(action.items.map((it) => [it.kind, it.count, it.form, it.defects])).toEqual([["application", 1, "original", ["N04"]], ["blood", 3, "copy", []]]);
    expect([action.packet.place, action.intake?.patient.birth, action.number, pieces(given)]).toEqual(["棚 B-3", { typed: "s16.2.8", date: "1941-02-08" }, null, 2]);
  });

  it("of a sealed envelope says nothing about its contents", () => {
    const action = actionOf(form((it) => { tick(it, "application"); it.unopened = true; it.discs = discsFor(1); it.items.consent.bring = true; }), "2026-11-24", none);
    expect([action.items, action.discs, action.bring_on_day]).toEqual([[], [], []]);
  });

  it("adds nothing to the intake of a case that has a number, but replaces that of a call", () => {
    expect(actionOf(form((it) => (it.into = { ...into, number: "R8-0123" })), "2026-11-24", none).intake).toBeNull();
    expect(actionOf(form((it) => (it.into = into)), "2026-11-24", none).intake?.patient.name.family).toBe("齋藤");
  });
});

it("weighs what is here without a defect, on top of what the case has", () => {
  const given = form((it) => { tick(it, "application", "blood"); it.items.blood.defects = ["N08"]; it.items.consent.bring = true; });
  expect(weighOf(given, null, "2026-11-24", none)).toMatchObject({ here: ["application"], bring_on_day: ["consent"] });
  expect(weighOf(given, { intake: emptyIntake(), here: ["referral_letter", "application"] }, "2026-11-24", none).here).toEqual(["referral_letter", "application"]);
});

const missing: Missing[] = [
  { item: "consent", defects: [], due: "with_packet", rule: 57, supplier: "patient" },
  { item: null, defects: [], due: "with_packet", rule: 65, supplier: "referrer" },
  { item: "relationship_proof", defects: [], due: "on_the_day", rule: 58, supplier: "applicant" },
];
const weighed: Weighed = {
  missing, not_family: false, ages: { on: [], changes: false, doubtful: false },
  checklist: [
    { item: "relationship_proof", need: "required", due: "on_the_day", rule: 58, state: { is: "missing" }, supplier: "applicant", note: "" },
    { item: "blood", need: "welcome", due: "with_packet", rule: 61, state: { is: "not_needed" }, supplier: "referrer", note: "" },
  ],
};

it("says what will be missing and who can supply it; a defect found now is named", () => {
  const given = form((it) => { tick(it, "consent"); it.items.consent.defects = ["N03"]; });
  expect(lacksOf(missing, given).map((it) => [it.item, it.how, it.ask, it.later])).toEqual([
    ["同意書（自署）", "自署でない", "ご本人にお願いする", false],
    ["検査資料（どれか1つ以上）", "未着", "主治医にお願いする", false],
    ["続柄が分かる書類", "未着", "相談者にお願いする", true],
  ]);
});

it("marks the lines that are needed and not there, and offers the day itself where that is enough", () => {
  const given = form();
  expect([isMissing("consent", given, weighed), isMissing("blood", given, weighed), isMissing("consent", given, null)]).toEqual([true, false, false]);
  expect([isMissing("consent", form((it) => (it.items.consent.bring = true)), weighed), isMissing("consent", form((it) => (it.unopened = true)), weighed)]).toEqual([false, false]);
  expect([mayBring("relationship_proof", given, weighed), mayBring("blood", given, weighed), mayBring("relationship_proof", form((it) => tick(it, "relationship_proof")), weighed)]).toEqual([true, false, false]);
});

it("the proof that somebody cannot sign stands in the list only where it can be needed", () => {
  expect(shownItems(form())).not.toContain("inability_proof");
  expect(shownItems(form((it) => Object.assign(it.intake.applicant, { who: "family", patient_cannot_sign: true })))).toContain("inability_proof");
});

it("a packet joins a call or an open case, never an ended one", () => {
  const row = (open: boolean, number: string | null) => ({ brief: { open, number } }) as CaseRow;
  expect([joinVerb(row(true, null)), joinVerb(row(true, "R8-0001")), joinVerb(row(false, "R7-0001"))]).toEqual(["この電話の方", "この申込に加える", undefined]);
});

it("finds topics by number in any width or by words, and never one that is chosen", () => {
  const topics = ["外科か内科か", "がんの手術", "心臓"];
  expect(topicsFor("２", topics, []).map((it) => it.n)).toEqual([2]);
  expect(topicsFor("がん", topics, []).map((it) => it.n)).toEqual([2]);
  expect(topicsFor("がん", topics, [2])).toEqual([]);
  expect(topicsFor("その他", topics, []).map((it) => it.n)).toEqual([0]);
  expect([topicText(3, topics), topicText(0, topics)]).toEqual(["3) 心臓", "その他"]);
});

it("numbers the discs of a line, and reads a disc's number in any width", () => {
  expect(discsFor(2).map((it) => [it.n, it.of])).toEqual([[1, 2], [2, 2]]);
  expect([readDiscNumber("２"), readDiscNumber("0"), readDiscNumber("x"), readDiscNumber("100")]).toEqual([2, null, null, null]);
});

describe("a draft taken up again", () => {
  it("keeps the day that was meant when 今日 was typed", () => {
    const draft = form((it) => { it.arrived = "今日"; it.read.arrived = "2026-11-20"; it.applied = "s99"; });
    expect([takenUp(draft), draft.arrived, draft.applied]).toEqual([true, "2026-11-20", "s99"]);
  });
  it("a form on which only dates were read has not been written on", () => {
    const empty = emptyForm("今日");
    expect([untouched({ ...empty, read: { ...empty.read, arrived: "2026-11-24" } }, "今日"), untouched(form(), "今日")]).toEqual([true, false]);
  });
  it.each([["null", null], ["an older form", { version: 0 }], ["no form", "x"], ["half a form", { version: 1 }]])("is not %s", (_, found) => expect(takenUp(found)).toBe(false));
});
