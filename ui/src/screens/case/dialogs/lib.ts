// What the dialogs of a case offer and warn of. Pure.
import type { Case, CaseView, EndKind, Ground, Leak, Mark, ModeFacts, SwitchPreview, VoidedPaper } from "$wire/generated";
import { monthDay } from "$words/dates";
import { w } from "$words";
import { when } from "../names";

/** Papers that still hold, as 予約票 第2版. */
export function validPapers(it: Case): string[] {
  return it.papers.filter((paper) => paper.voided === null).map((paper) => w.case.forms.paper_version(w.facts.paper[paper.kind], paper.version));
}

/** Those of them that tell the patient the date. */
export function datePapers(it: Case): string[] {
  return validPapers({ ...it, papers: it.papers.filter((paper) => paper.kind === "slip" || paper.kind === "clinics_guide") });
}

export function voidedText(papers: readonly VoidedPaper[]): string {
  return w.facts.join(papers.map((it) => `${w.case.forms.paper_version(w.facts.paper[it.kind], it.version)}${it.posted ? w.case.forms.paper_posted : ""}`));
}

type SwitchRow = { what: string; before: string; after: string };

/** The five things that follow from the mode. */
export function switchRows({ before, after }: Pick<SwitchPreview, "before" | "after">): SwitchRow[] {
  const say = w.case.forms.mode_rows;
  const row = (what: string, tell: (it: ModeFacts) => string): SwitchRow => ({ what, before: tell(before), after: tell(after) });
  return [
    row(say.fee, (it) => w.case.common.gross(it.fee.gross)),
    row(say.paper, (it) => w.facts.paper[it.paper]),
    row(say.booker, (it) => w.facts.booker[it.booker]),
    row(say.paying, (it) => w.facts.paying[it.paying]),
    row(say.report, (it) => w.facts.report_route[it.report]),
  ];
}

/** Whether the agreed date survives the switch; null when none is agreed. */
export function dateAfter(it: Case, preview: SwitchPreview): string | null {
  if (!it.booking) return null;
  const at = when(it.booking.slot.start);
  return preview.frees_booking ? w.case.forms.mode_date_falls(at) : w.case.forms.mode_date_stays(at);
}

/** What a clerk may set aside: what stands against this case now first, then the rules that know a waiver. */
const WAIVABLE = [65, 39, 44, 51, 57, 58];
export function waivable(view: CaseView): number[] {
  const against = view.deeds.flatMap((it) => (it.refusal?.rule != null && WAIVABLE.includes(it.refusal.rule) ? [it.refusal.rule] : []));
  const set = view.case.waivers.map((it) => it.rule);
  return [...new Set([...against, ...WAIVABLE])].filter((it) => !set.includes(it));
}

/** The grounds that can be heard plainly on the telephone; the others need papers or a doctor (R13). */
export const plainGrounds: readonly Ground[] = ["not_patient_nor_family", "wants_treatment_here", "dispute", "deceased", "referrer_not_agreed"];

/** The endings that a clerk may record now; a death has its own dialog. */
export function endKinds(view: CaseView): EndKind[] {
  const it = view.case;
  const noPapers = it.packets.length === 0;
  const epilepsy = view.deeds.find((deed) => deed.kind === "epilepsy_online")?.refusal === null;
  return [
    ...(epilepsy ? (["epilepsy_online"] as const) : []),
    "cancelled", "lapsed", "misdelivered", "duplicate",
    ...(it.no_shows.length > 0 ? (["no_show"] as const) : []),
    ...(noPapers ? (["declined", "general_outpatient"] as const) : []),
  ];
}

/** Calendar days from the day a leak was noticed (個人情報の保護に関する法律施行規則8条): 速報, at the latest, and 確報. */
const FIRST_DAYS = 5;
const FINAL_DAYS = 30;

export type LeakTerm = { last: boolean; mark: Mark | null; text: string };

function dayAfter(iso: string, days: number): string {
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() + days);
  return day.toISOString().slice(0, 10);
}

/** Both terms of a leak; they run from the same day. */
export function leakTerms(leak: Leak, today: string): LeakTerm[] {
  const say = w.case.forms;
  const first = dayAfter(leak.noticed, FIRST_DAYS);
  const last = dayAfter(leak.noticed, FINAL_DAYS);
  const late = (mark: Mark | null, day: string) => mark === null && day < today;
  return [
    { last: false, mark: leak.first_report, text: (late(leak.first_report, first) ? say.leak_first_late : say.leak_first)(monthDay(first)) },
    { last: true, mark: leak.final_report, text: (late(leak.final_report, last) ? say.leak_last_late : say.leak_last)(monthDay(last)) },
  ];
}
