// What the first section of a case shows, worked out from the view: the checklist's lines, the next step, what may and may not be done.
import type { CheckState } from "$parts/CheckFact.svelte";
import type { CaseView, ChecklistRow, Deed, DeedKind, Missing, Step, StepKind } from "$wire/generated";
import { due as dueWord, monthDay, slash } from "$words/dates";
import { itemText, lackText, refusalText } from "$words/reasons";
import { w } from "$words";
import { deedLeads, stepLeads, type Lead } from "../leads";

export type CheckLine = { key: string; state: CheckState; item: string; fact: string; why?: string; supplier?: string; rule?: number };

const RANK: Record<CheckState, number> = { defect: 0, waiting: 1, done: 2, none: 3 };

function missingLine(row: ChecklistRow, expected: boolean): Pick<CheckLine, "state" | "fact" | "why"> {
  const say = w.case.overview;
  if (expected && row.need === "required") return { state: "waiting", fact: say.expected };
  const department = row.rule >= 61 && row.rule <= 64;
  switch (row.need) {
    case "required":
      return row.due === "on_the_day" ? { state: "waiting", fact: say.missing_on_day, why: say.why_on_day } : { state: "defect", fact: say.missing, why: department ? say.why_required_here : say.why_missing };
    case "doctor_decides": return { state: "waiting", fact: say.doctor_decides };
    case "welcome": return { state: "none", fact: say.maybe };
    case "not_required": return { state: "none", fact: say.not_needed };
  }
}

function lineOf(row: ChecklistRow, expected: boolean): CheckLine {
  const say = w.case.overview;
  const base = { key: row.item, item: w.facts.item[row.item] };
  switch (row.state.is) {
    case "missing": {
      const line = missingLine(row, expected);
      return { ...base, ...line, ...(line.why ? { supplier: w.facts.supplier[row.supplier], rule: row.rule } : {}) };
    }
    case "defective":
      return {
        ...base, state: "defect", fact: w.facts.join(row.state.defects.map((d) => w.facts.defect[d])),
        why: row.note === "" ? say.why_defective : row.note, supplier: w.facts.supplier[row.supplier], rule: row.rule,
      };
    case "here": return { ...base, state: "done", fact: say.here(row.state.count, w.facts.form[row.state.form], slash(row.state.arrived)) };
    case "bring_on_day": return { ...base, state: "waiting", fact: say.bring };
    case "waived": return { ...base, state: "none", fact: say.waived };
    case "not_needed": return { ...base, state: "none", fact: row.need === "welcome" ? say.maybe : say.not_needed };
  }
}

/** Nobody looks for what is not needed: those items share one line. */
function isIdle(row: ChecklistRow): boolean {
  return row.need === "not_required" && (row.state.is === "not_needed" || row.state.is === "missing");
}

/** The checklist with defects first; 検査資料 as a whole stands on top when not one piece of it is usable (R65). Before anything has come, nothing is a defect. */
export function checkLines(view: Pick<CaseView, "checklist" | "missing">, expected = false): CheckLine[] {
  const whole = view.missing.find((it) => it.item === null);
  const top: CheckLine[] = !whole ? [] : expected
    ? [{ key: "material", state: "waiting", item: w.facts.test_material, fact: w.case.overview.expected }]
    : [{ key: "material", state: "defect", item: w.facts.test_material, fact: w.case.overview.missing, why: w.case.overview.why_material, supplier: w.facts.supplier[whole.supplier], rule: whole.rule }];
  const lines = view.checklist.filter((row) => !isIdle(row)).map((row) => lineOf(row, expected));
  const idle = view.checklist.filter(isIdle).map((row) => w.facts.item[row.item]);
  const last: CheckLine[] = idle.length === 0 ? [] : [{ key: "idle", state: "none", item: w.facts.join(idle), fact: w.case.overview.not_needed }];
  return [...top, ...lines.sort((a, b) => RANK[a.state] - RANK[b.state]), ...last];
}

/** Whom to ask for what, one line per person: 主治医へ：病理検査の報告書（未着）. */
export function askLines(missing: readonly Missing[]): string[] {
  const suppliers = [...new Set(missing.map((it) => it.supplier))];
  return suppliers.map((supplier) =>
    w.case.overview.ask_whom(w.facts.supplier[supplier], w.facts.join(missing.filter((it) => it.supplier === supplier).map((it) => w.facts.missing(itemText(it.item), lackText(it))))),
  );
}

export type Next = { kind: StepKind; title: string; due: string; why: string[]; rule: number | null; verb: string; lead: Lead };

/** The first step as the card shows it; null when nothing is to be done. */
export function nextOf(view: CaseView, today: string): Next | null {
  const step = view.steps[0];
  return step ? { kind: step.kind, title: w.facts.step_long[step.kind], due: dueOf(step, today), why: whyOf(view, step), rule: step.rule, verb: w.case.overview.step_verb[step.kind], lead: stepLeads[step.kind] } : null;
}

/** 今日 17:15, 12月8日（火）; a step that enters the work later says from when. */
export function dueOf(step: Step, today: string): string {
  const day = step.due.slice(0, 10) === today.slice(0, 10) ? dueWord(step.due, today) : monthDay(step.due);
  return step.at === null ? day : w.case.overview.at(day, step.at.slice(0, 5).replace(/^0/, ""));
}

function whyOf(view: CaseView, step: Step): string[] {
  const say = w.case.overview;
  const asks = step.kind === "chase_missing" || step.kind === "chase_packet" ? askLines(view.missing) : [];
  const verdict = view.case.screenings.at(-1)?.verdict?.verdict;
  if (step.kind === "chase_missing" && verdict?.outcome === "more_material") asks.push(say.ask_whom(w.facts.supplier[verdict.from], verdict.what));
  const referrer = asks.length > 0 && view.missing.some((it) => it.supplier === "referrer") ? [say.may_ask_referrer[view.case.applicant.may_ask_referrer]] : [];
  return [...asks, ...referrer, ...(step.tries > 0 ? [say.tries(step.tries)] : [])];
}

/** Other steps that wait beside the first. */
export function laterSteps(view: CaseView, today: string): { kind: StepKind; text: string; due: string; lead: Lead }[] {
  return view.steps.slice(1).map((step) => ({ kind: step.kind, text: w.facts.step[step.kind], due: dueOf(step, today), lead: stepLeads[step.kind] }));
}

/** Deeds that belong to the other mode, to CLINICS or to a department that this case is not about are not worth a line. */
function concerns(view: CaseView, deed: Deed): boolean {
  const online = view.case.mode === "online";
  const code = deed.refusal?.why.code;
  if (deed.kind === "clinics_booked") return online && code !== "not_booked";
  if (deed.kind === "clinics_change_seen" || deed.kind === "epilepsy_online") return deed.refusal === null;
  return code !== "ended" && code !== "already_done" && code !== "wrong_mode" && code !== "already_booked" && code !== "already_asked" && code !== "already_posted";
}

/** Deeds that end or break a case: kept apart from the day's work. */
const GRAVE: readonly DeedKind[] = ["cancel", "withdraw_agreement", "death", "epilepsy_online"];

export type Can = { kind: DeedKind; label: string; lead: Lead };

/** What may be done now besides the next step, in the order of a case's life; `grave` is what ends or breaks it. */
export function possible(view: CaseView): { usual: Can[]; grave: Can[] } {
  const step = view.steps[0];
  const taken = step ? JSON.stringify(stepLeads[step.kind]) : "";
  const all = view.deeds.filter((it) => it.refusal === null).map(({ kind }): Can => ({ kind, label: w.facts.deed[kind], lead: deedLeads[kind] }));
  return { usual: all.filter((it) => !GRAVE.includes(it.kind) && JSON.stringify(it.lead) !== taken), grave: all.filter((it) => GRAVE.includes(it.kind)) };
}

/** What may not be done yet, each with its reason and rule. */
export function impossible(view: CaseView): { what: string; why: string }[] {
  return view.deeds
    .filter((it) => it.refusal !== null && concerns(view, it))
    .map((it) => ({ what: w.facts.deed[it.kind], why: it.refusal ? refusalText(it.refusal) : "" }));
}

/** Why a deed may not be done, for a button that stays in sight; undefined when it may. */
export function against(view: CaseView, kind: DeedKind): string | undefined {
  const refusal = view.deeds.find((it) => it.kind === kind)?.refusal;
  return refusal ? refusalText(refusal) : undefined;
}
