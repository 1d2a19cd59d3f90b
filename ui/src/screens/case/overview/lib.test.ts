import { describe, expect, it } from "vitest";
import type { CaseView, ChecklistRow, Deed, Missing, RowState, Step } from "$wire/generated";
import { aCase, aView } from "../sample";
import { against, askLines, checkLines, dueOf, impossible, laterSteps, nextOf, possible } from "./lib";

const row = (item: ChecklistRow["item"], state: RowState, more: Partial<ChecklistRow> = {}): ChecklistRow => ({ item, need: "required", due: "with_packet", rule: 57, state, supplier: "patient", note: "", ...more });
const step = (kind: Step["kind"], more: Partial<Step> = {}): Step => ({ kind, from: "2026-11-20", due: "2026-11-24", at: null, tries: 0, rule: null, ...more });
const lack = (more: Partial<Missing> = {}): Missing => ({ item: "pathology", defects: [], due: "with_packet", rule: 64, supplier: "referrer", ...more });
const today = "2026-11-24";

describe("the checklist", () => {
  const here: RowState = { is: "here", count: 4, form: "copy", arrived: "2026-11-18" };
  const rows: [string, ChecklistRow, object][] = [
    ["what is missing says who has it and its rule", row("consent", { is: "missing" }), { state: "defect", fact: "届いていない", supplier: "ご本人", rule: 57 }],
    ["what this department asks for says so", row("pathology", { is: "missing" }, { rule: 64 }), { state: "defect", why: "この診療科では必須です。" }],
    ["what is due on the day waits", row("relationship_proof", { is: "missing" }, { due: "on_the_day" }), { state: "waiting", fact: "当日までに要る" }],
    ["what the doctor decides waits", row("consent", { is: "missing" }, { need: "doctor_decides" }), { state: "waiting", fact: "担当医が決める" }],
    ["a defect says why in the clerk's words", row("consent", { is: "defective", defects: ["N03"], arrived: "2026-11-18" }, { note: "代筆" }), { state: "defect", fact: "自署でない", why: "代筆", supplier: "ご本人" }],
    ["what is here says how much and since when", row("blood", here), { state: "done", fact: "4点 写し　11/18" }],
    ["what is welcome is no trouble", row("blood", { is: "not_needed" }, { need: "welcome" }), { state: "none", fact: "あればよい" }],
    ["what will be brought waits", row("consent", { is: "bring_on_day" }), { state: "waiting", fact: "当日お持ちになる" }],
    ["what was set aside says so", row("consent", { is: "waived" }), { state: "none", fact: "理由を付けて外した" }],
  ];
  it.each(rows)("%s", (_, it, line) => expect(checkLines({ checklist: [it], missing: [] })[0]).toMatchObject(line));

  it("defects stand first, then what waits, then what is done; 検査資料 as a whole on top; what nobody needs shares a line", () => {
    const list = [row("blood", here), row("relationship_proof", { is: "not_needed" }, { need: "not_required" }), row("inability_proof", { is: "missing" }, { need: "not_required" }), row("application", { is: "bring_on_day" }), row("consent", { is: "missing" })];
    expect(checkLines({ checklist: list, missing: [lack({ item: null, rule: 65 })] }).map((it) => it.key)).toEqual(["material", "consent", "application", "blood", "idle"]);
  });
});

it("before anything has come, what is needed is expected, not missing", () =>
  expect(checkLines({ checklist: [row("consent", { is: "missing" }), row("blood", { is: "not_needed" }, { need: "welcome" })], missing: [lack({ item: null })] }, true).map((it) => [it.key, it.state])).toEqual([["material", "waiting"], ["consent", "waiting"], ["blood", "none"]]));

describe("the next step", () => {
  it("says whom to ask for what, one line per person, and whether the doctor may be asked", () => {
    const view = aView({ steps: [step("chase_missing", { tries: 2, rule: 57 })], missing: [lack({ item: "consent", defects: ["N03"], supplier: "patient" }), lack(), lack({ item: "blood" })] });
    expect(nextOf(view, today)).toMatchObject({
      verb: "電話でお願いする", due: "今日", rule: 57, lead: { tab: "call", matter: "missing" },
      why: ["ご本人へ：同意書（自署）（自署でない）", "主治医へ：病理検査の報告書（未着）、血液検査の結果（未着）", "主治医へ頼む了承は、いただいています。", "これまで2回"],
    });
  });
  it("adds what the doctor in charge asked for, in the doctor's words", () => {
    const asked = aCase({ screenings: [{ department: "digestive", doctor: null, asked: { at: "", by: "" }, reminders: [], verdict: { verdict: { outcome: "more_material", what: "造影CT", from: "referrer" }, mark: { at: "", by: "" } } }] });
    expect(nextOf(aView({ case: asked, steps: [step("chase_missing")] }), today)?.why).toContain("主治医へ：造影CT");
  });
  it("is nothing when nothing is to be done", () => expect(nextOf(aView(), today)).toBeNull());
  it.each([[step("propose_dates"), "今日"], [step("phone_candidates", { at: "09:05:00" }), "今日 9:05"], [step("day_before", { due: "2026-12-07" }), "12月7日（月）"]])("is due %#", (it, text) => expect(dueOf(it, today)).toBe(text));
  it("lists the other steps behind it", () => expect(laterSteps(aView({ steps: [step("ask_doctor"), step("first_call", { due: "2026-11-25" })] }), today).map((it) => [it.text, it.due])).toEqual([["初回の電話", "11月25日（水）"]]));
  it("asks for nothing where nothing is missing", () => expect(askLines([])).toEqual([]));
});

describe("what may be done", () => {
  const deed = (kind: Deed["kind"], refusal: Deed["refusal"] = null): Deed => ({ kind, refusal });
  const view = (deeds: Deed[], more: Partial<CaseView> = {}) => aView({ deeds, ...more });

  it("leaves out what the next step does already, and keeps apart what ends the case", () => {
    const found = possible(view([deed("record_verdict"), deed("offer"), deed("note"), deed("cancel"), deed("death")], { steps: [step("propose_dates")] }));
    expect([found.usual.map((it) => it.kind), found.grave.map((it) => it.kind)]).toEqual([["record_verdict", "note"], ["cancel", "death"]]);
  });
  it("says why not, with the rule", () =>
    expect(impossible(view([deed("offer", { why: { code: "not_accepted" }, rule: 71 })]))).toEqual([{ what: "候補日を押さえる", why: "担当医の「可」がまだありません。 R71" }]));
  const silent: [string, Deed][] = [
    ["what is already done", deed("confirm_day_before", { why: { code: "already_done" }, rule: null })],
    ["CLINICS for somebody who comes in person", deed("clinics_booked", { why: { code: "wrong_mode" }, rule: 91 })],
    ["a change in CLINICS that nobody waits for", deed("clinics_change_seen", { why: { code: "already_done" }, rule: 92 })],
    ["epilepsy where it is not the question", deed("epilepsy_online", { why: { code: "only_online" }, rule: 81 })],
    ["everything of a case that has ended", deed("offer", { why: { code: "ended" }, rule: null })],
  ];
  it.each(silent)("keeps silent about %s", (_, it) => expect(impossible(view([it]))).toEqual([]));
  it("gives a button its reason", () => expect([against(view([deed("book", { why: { code: "not_held" }, rule: null })]), "book"), against(view([deed("book")]), "book")]).toEqual(["この時間は仮押さえしていません。", undefined]));
});
