import { afterEach, describe, expect, it } from "vitest";
import type { Brief, Call, Outcome, StepKind, WorkRow } from "$wire/generated";
import { speak } from "$words";
import { stepLeads } from "../case/leads";
import { counts, expiringByCase, groupsOf, itemOf, lastTries, plans } from "./lib";

const TODAY = "2026-11-24";
const desk = { today: TODAY, departments: [{ id: "d1", name: "呼吸器外科", stopped: "", online_elsewhere: "", requires: [], retired: false }] };

function brief(more: Partial<Brief> = {}): Brief {
  return {
    number: "R8-0123", name: "勅使河原 志津子", kana: "テシガワラ シヅコ", former_name: "", birth: null, mode: "in_person", department: "d1",
    institution: "杜の丘中央病院", since: "2026-11-18", stage: "offering", open: true, steps: [], here: 4, needed: 6, visit: null, misses: 0,
    last_call: null, fiscal_year: 2026, ...more,
  };
}
function call(outcome: Outcome, next_try: string | null = null): Call {
  return {
    record: { direction: "out", party: "patient", person: "", number: "", matter: "candidates", outcome, identity_checked: false, fee_told: false, next_try, note: "" },
    out_of_hours: false, mark: { at: "2026-11-20T16:40:00", by: "大友" },
  };
}
function row(kind: StepKind, more: Partial<WorkRow> & { due?: string; at?: string | null; tries?: number } = {}): WorkRow {
  const { due = TODAY, at = null, tries = 0, ...rest } = more;
  return { id: 1, brief: brief(), step: { kind, from: due, due, at, tries, rule: null }, overdue_days: 0, missing: [], calls: [], ...rest };
}

afterEach(() => speak("ja"));

describe("one row", () => {
  it.each<[string, WorkRow, boolean, Partial<ReturnType<typeof itemOf>>]>([
    ["2日超過", row("phone_candidates", { overdue_days: 2, brief: brief({ misses: 2 }) }), true, { late: "2日超過", verb: "電話する", tries: "留守2回", what: "候補日をお伝えする" }],
    ["今日の時刻を過ぎた", row("phone_candidates"), true, { late: "時刻超過" }],
    ["仮押さえの切れる時刻", row("phone_candidates", { at: "17:15:00" }), false, { time: "17:15まで" }],
    ["折返しの約束の時刻", row("phone_candidates", { at: "10:30:00", calls: [call("call_back", "2026-11-24T10:30:00")] }), false, { time: "10:30", tries: "約束あり", what: "折返しのお約束" }],
    ["先の期限", row("chase_report", { due: "2026-11-27", tries: 1, brief: brief({ visit: { doctor: "x", start: "2026-11-12T14:00:00", minutes: 60, room: "" } }) }), false, { time: "11/27まで", tries: "催促1回", what: "呼吸器外科。相談日 11/12 14:00" }],
    ["予約票は対面", row("post_paper"), false, { verb: "予約票を送る" }],
    ["オンラインは案内", row("post_paper", { brief: brief({ mode: "online" }) }), false, { verb: "案内を送る" }],
    ["本日到着", row("open_packet", { brief: brief({ since: TODAY }) }), false, { tries: "本日到着", time: "今日" }],
    ["診療科が決まっていない", row("ask_doctor", { brief: brief({ department: null }) }), false, { what: "資料がそろった。診療科を決める" }],
    ["足りないもの", row("chase_missing", { missing: [{ item: "consent", defects: [], due: "with_packet", rule: 57, supplier: "patient" }] }), false, { what: "同意書（自署）（未着）" }],
    ["名前のない問合せ", row("answer_inquiry", { brief: brief({ name: "", kana: "", number: null }) }), false, { name: "（お名前未確認）", number: "" }],
  ])("%s", (_, given, overdue, expected) => expect(itemOf(given, overdue, desk)).toMatchObject(expected));
});

it("groups: overdue first, then today, then what has begun but is due later; empty groups vanish", () => {
  const view = { overdue: [row("chase_report", { overdue_days: 1 })], today: [row("day_before"), row("return_material", { due: "2026-12-01" })] };
  expect(groupsOf(view, "all", desk).map((it) => [it.key, it.count, it.items.length])).toEqual([["late", "1件", 1], ["today", "1件", 1], ["later", "1件", 1]]);
  expect(groupsOf(view, "check", desk).map((it) => it.key)).toEqual(["today"]);
  expect(counts([...view.overdue, ...view.today])).toEqual({ all: 3, phone: 0, check: 1, chase: 1, send: 1, other: 0 });
});

it("holds of one case stand together", () => {
  const hold = (start: string, until: string) => ({ slot: { doctor: "x", start, minutes: 60, room: "" }, until, mark: { at: until, by: "x" } });
  const list = expiringByCase([
    { id: 2, name: "後", hold: hold("2026-12-01T10:00:00", "2026-11-24T17:15:00") },
    { id: 1, name: "先", hold: hold("2026-12-08T14:00:00", "2026-11-24T12:00:00") },
    { id: 2, name: "後", hold: hold("2026-12-10T15:00:00", "2026-11-24T17:15:00") },
  ]);
  expect(list.map((it) => [it.name, it.days])).toEqual([["先", ["12/8"]], ["後", ["12/1", "12/10"]]]);
});

it("the last tries say when and what", () => expect(lastTries(row("first_call", { calls: [call("no_answer")] }))).toEqual(["11/20 16:40 留守"]));

it("every step leads where the case's own next-step card leads", () => {
  for (const [kind, plan] of Object.entries(plans)) {
    const lead = stepLeads[kind as StepKind];
    const expected = "tab" in lead ? { tab: lead.tab, at: lead.at, matter: lead.matter } : { tab: "overview", at: undefined, matter: undefined };
    expect({ tab: plan.tab, at: plan.query?.["at"], matter: plan.query?.["matter"] }, kind).toEqual(expected);
  }
});
