// What today's work says about each step: its group, its words, and the section of the case that does it. No window in here.
import type { IconName } from "$look/icons";
import type { Department, ExpiringHold, StepKind, WorkRow } from "$wire/generated";
import { w } from "$words";
import { clock, slash } from "$words/dates";
import { missingText } from "$words/reasons";
import type { WorkGroup, WorkItem } from "$parts/WorkList.svelte";

export const KINDS = ["all", "phone", "check", "chase", "send", "other"] as const;
export type Kind = (typeof KINDS)[number];
export type Tab = "overview" | "items" | "screening" | "dates" | "call" | "papers" | "report";

type Plan = { kind: Exclude<Kind, "all">; icon: IconName; tab: Tab; query?: Record<string, string> };
const plan = (kind: Plan["kind"], icon: IconName, tab: Tab, at?: string): Plan => ({ kind, icon, tab, query: at ? { at } : undefined });
const phone = (icon: IconName, matter: string, kind: Plan["kind"] = "phone"): Plan => ({ kind, icon, tab: "call", query: { matter } });

/** Where each step is done, and under which kind of work it counts. */
export const plans: Record<StepKind, Plan> = {
  first_call: phone("phone", "first_inquiry"),
  answer_inquiry: phone("phone-incoming", "first_inquiry"),
  chase_packet: phone("mail", "reminder", "chase"),
  open_packet: plan("check", "list-checks", "items", "packet"),
  chase_missing: phone("mail", "missing", "chase"),
  ask_doctor: plan("check", "stethoscope", "screening", "ask"),
  chase_doctor: plan("chase", "stethoscope", "screening", "remind"),
  propose_dates: plan("other", "calendar-days", "dates"),
  phone_candidates: phone("phone", "candidates"),
  write_unreachable: plan("send", "mail", "papers"),
  post_paper: plan("send", "send", "papers"),
  post_answer: plan("send", "send", "papers"),
  report_leak: plan("other", "octagon-alert", "overview"),
  returned_mail: plan("send", "rotate-ccw", "papers"),
  confirm_clinics: plan("other", "refresh-cw", "papers", "clinics"),
  call_clinics_mismatch: phone("phone", "clinics"),
  see_clinics_change: plan("other", "refresh-cw", "papers", "clinics"),
  day_before: plan("check", "clipboard-list", "report", "day-before"),
  record_visit: plan("other", "circle-check", "report", "visit"),
  chase_report: plan("chase", "file-text", "report", "report"),
  deliver_report: plan("send", "file-text", "report", "deliver"),
  return_material: plan("send", "package-check", "report", "material"),
  decide_no_show: plan("other", "door-open", "overview"),
};

export const keyOf = (row: WorkRow): string => `${row.id}-${row.step.kind}`;

export function ofKind(rows: readonly WorkRow[], kind: Kind): WorkRow[] {
  return kind === "all" ? [...rows] : rows.filter((it) => plans[it.step.kind].kind === kind);
}

/** How many rows each kind has, for the filter. */
export function counts(rows: readonly WorkRow[]): Record<Kind, number> {
  return Object.fromEntries(KINDS.map((kind) => [kind, ofKind(rows, kind).length])) as Record<Kind, number>;
}

/** The latest promise of a call back that is still open: the last call made it and nothing happened since. */
export function promiseOf(row: WorkRow): string | null {
  const last = row.calls[0]?.record;
  return last?.outcome === "call_back" ? last.next_try : null;
}

type Desk = { today: string; departments: readonly Department[] };

/** 12/4（金）14:00 without the weekday: 12/4 14:00. */
const moment = (start: string): string => `${slash(start)} ${clock(start)}`;

function what(row: WorkRow, desk: Desk): string {
  const brief = row.brief;
  if (row.step.kind === "phone_candidates" && promiseOf(row) !== null) return w.today.promised;
  return w.today.what[row.step.kind]({
    department: desk.departments.find((it) => it.id === brief.department)?.name ?? "",
    visit: brief.visit === null ? "" : moment(brief.visit.start),
    missing: missingText(row.missing),
    institution: brief.institution,
    since: brief.since === null ? "" : slash(brief.since),
  }).trim();
}

function tries(row: WorkRow, desk: Desk): string {
  const say = w.today;
  const { kind, tries: n } = row.step;
  if (promiseOf(row) !== null) return say.promise;
  if (kind === "phone_candidates" || kind === "write_unreachable") return row.brief.misses > 0 ? say.misses(row.brief.misses) : say.no_tries;
  if (kind === "chase_doctor" || kind === "chase_report") return say.reminders(n);
  if (n > 0) return say.called(n);
  return kind === "open_packet" && row.brief.since === desk.today ? say.arrived_today : say.no_tries;
}

/** The time column: a promised or binding time of today, today, or the day. */
function time(row: WorkRow, desk: Desk): string {
  const { due, at } = row.step;
  if (due !== desk.today) return w.today.until(slash(due));
  if (at === null) return w.today.is_today;
  const bound = row.step.kind === "phone_candidates" && promiseOf(row) === null;
  return bound ? w.today.until(clock(`T${at}`)) : clock(`T${at}`);
}

function verb(row: WorkRow): string {
  return row.step.kind === "post_paper" && row.brief.mode === "in_person" ? w.today.post_slip : w.facts.step[row.step.kind];
}

/** One row as the list draws it. */
export function itemOf(row: WorkRow, overdue: boolean, desk: Desk): WorkItem {
  const late = row.overdue_days > 0 ? w.today.days_late(row.overdue_days) : w.today.time_late;
  return {
    key: keyOf(row),
    ...(overdue ? { late } : { time: time(row, desk) }),
    icon: plans[row.step.kind].icon,
    verb: verb(row),
    name: row.brief.name || row.brief.kana || w.today.no_name,
    number: row.brief.number ?? "",
    what: what(row, desk),
    tries: tries(row, desk),
  };
}

/** The groups of the list in the order they are done; an empty group has no heading. */
export function groupsOf(view: { overdue: readonly WorkRow[]; today: readonly WorkRow[] }, kind: Kind, desk: Desk): WorkGroup[] {
  const say = w.today;
  const late = ofKind(view.overdue, kind);
  const now = ofKind(view.today, kind).filter((it) => it.step.due <= desk.today);
  const later = ofKind(view.today, kind).filter((it) => it.step.due > desk.today);
  const group = (key: string, title: string, rows: WorkRow[], overdue: boolean): WorkGroup => ({
    key, title, count: say.pieces(rows.length), late: overdue, items: rows.map((it) => itemOf(it, overdue, desk)),
  });
  return [group("late", say.overdue, late, true), group("today", say.due_today, now, false), group("later", say.under_way, later, false)]
    .filter((it) => it.items.length > 0);
}

/** Holds of one case together, in the order they end. */
export function expiringByCase(holds: readonly ExpiringHold[]): { id: number; name: string; until: string; days: string[] }[] {
  const cases = new Map<number, { id: number; name: string; until: string; days: string[] }>();
  for (const it of holds) {
    const known = cases.get(it.id) ?? { id: it.id, name: it.name, until: it.hold.until, days: [] };
    known.days.push(slash(it.hold.slot.start));
    cases.set(it.id, known);
  }
  return [...cases.values()].sort((a, b) => a.until.localeCompare(b.until));
}

/** The last tries as the open row tells them: 11/19 10:20 留守. */
export function lastTries(row: WorkRow): string[] {
  return row.calls.map((it) => `${moment(it.mark.at)} ${w.facts.outcome[it.record.outcome]}`);
}
