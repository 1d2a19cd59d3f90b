// The papers of a case: which exist, which can be made, what became of each, and how one still arrives in time. Pure.
import type { ChipKind } from "$parts/Chip.svelte";
import type { Case, CaseView, IssuedPaper, OpenDesk, PaperKind, PostPlan, PostService } from "$wire/generated";
import { moment, monthDay, slash } from "$words/dates";
import { refusalText } from "$words/reasons";
import { w } from "$words";

/** One line of the list: a paper as it would be printed now (no version yet), or one that was printed. */
export type Entry = { key: string; kind: PaperKind; version: number | null; issued: IssuedPaper | null };

export function keyOf(kind: PaperKind, version: number | null): string {
  return `${kind}-${version ?? "new"}`;
}

/** Slip and CLINICS guide both tell the date. */
const tellsDate = (kind: PaperKind): boolean => kind === "slip" || kind === "clinics_guide";

/** The version a paper would carry next; the two papers that tell the date count together, as the desk counts them. */
export function nextVersion(it: Case, kind: PaperKind): number {
  const same = it.papers.filter((paper) => paper.kind === kind || (tellsDate(paper.kind) && tellsDate(kind)));
  return Math.max(0, ...same.map((paper) => paper.version)) + 1;
}

/** The papers that belong to the case as it stands: the one that tells the date, and from the report on letter and label. */
export function kindsOf(view: CaseView): PaperKind[] {
  const kinds: PaperKind[] = view.case.booking && !view.case.consultation ? [view.mode.paper] : [];
  if (view.case.report.received) kinds.push("cover_letter", "mailing_label");
  return kinds;
}

/** What can be printed now stands first, then what was printed, newest first. A valid printed paper needs no new one. */
export function entriesOf(view: CaseView, only?: readonly PaperKind[]): Entry[] {
  const kinds = (only ?? kindsOf(view)).filter((kind) => kindsOf(view).includes(kind) && !view.case.papers.some((it) => it.kind === kind && it.voided === null));
  const fresh = view.case.ending ? [] : kinds.map((kind): Entry => ({ key: keyOf(kind, null), kind, version: null, issued: null }));
  const printed = view.case.papers.filter((it) => !only || only.includes(it.kind)).map((it): Entry => ({ key: keyOf(it.kind, it.version), kind: it.kind, version: it.version, issued: it }));
  return [...fresh, ...printed.reverse()];
}

/** A printed paper that still has to be sent from this section; letter and label leave with the report. */
export function toPost(entry: Entry): boolean {
  const { issued, kind } = entry;
  return issued !== null && issued.voided === null && (issued.posted === null || issued.came_back !== null) && tellsDate(kind);
}

export type GoOn = { key: string; to: "post" | "line" | "next" };

/** Where choice and focus go when a paper was printed: to posting it, else to a paper still to print, else to what comes next. */
export function afterPrint(view: CaseView, kind: PaperKind, version: number): GoOn {
  const entries = entriesOf(view);
  const printed = entries.find((it) => it.key === keyOf(kind, version));
  if (printed && toPost(printed)) return { key: printed.key, to: "post" };
  const open = entries.find((it) => it.version === null);
  return open ? { key: open.key, to: "line" } : { key: keyOf(kind, version), to: "next" };
}

/** The paper in force, for whoever looks at a void one. */
export function inForce(entries: readonly Entry[]): Entry | undefined {
  return entries.find((it) => !it.issued?.voided);
}

export type State = { chip: ChipKind; text: string };

/** What became of a paper, in a word. */
export function stateOf(it: IssuedPaper | null, today: string): State {
  const say = w.case.papers;
  if (!it) return { chip: "act", text: say.not_printed };
  if (it.voided) return { chip: "void", text: say.voided(slash(it.voided.mark.at), w.facts.void_reason[it.voided.reason]) };
  if (it.came_back) return { chip: "stop", text: say.came_back(w.facts.return_reason[it.came_back.reason], slash(it.came_back.mark.at)) };
  if (it.posted) return { chip: "good", text: say.posted(moment(it.posted.mark.at, today)) };
  return { chip: "wait", text: say.not_posted };
}

/** The line under a paper's name: 第2版　今日 9:20 佐々木. */
export function versionText(entry: Entry, view: CaseView, today: string): string {
  const say = w.case.papers;
  if (!entry.issued) return say.next_version(nextVersion(view.case, entry.kind));
  return `${say.version(entry.issued.version)}　${moment(entry.issued.printed.at, today)} ${entry.issued.printed.by}`;
}

export function serviceText(it: IssuedPaper, name: (code: string) => string): string {
  return it.posted ? [name(it.posted.service), it.posted.tracking].filter((one) => one !== "").join(" ") : "";
}

/** Why a paper cannot be printed now, from the desk's own judgement. */
export function printRefusal(view: CaseView, kind: PaperKind): string | null {
  const deed = view.deeds.find((it) => it.kind === (kind === "cover_letter" || kind === "mailing_label" ? "print_cover_letter" : "print_paper"));
  return deed?.refusal ? refusalText(deed.refusal) : null;
}

/** Why nothing can be printed at all, for an empty list. */
export function emptyWhy(view: CaseView): string {
  return printRefusal(view, view.mode.paper) ?? "";
}

export type PostAdvice = { kind: "good" | "wait" | "stop"; title: string; text: string };

/** How a paper about the date still arrives: ordinary mail, a quicker service, or not at all. */
export function postAdvice(plan: PostPlan | null, services: readonly PostService[]): PostAdvice {
  const say = w.case.papers;
  const slowest = [...services].sort((a, b) => b.lead_days - a.lead_days)[0];
  if (!plan) return { kind: "stop", title: say.post_too_late, text: say.post_too_late_why };
  const chosen = services.find((it) => it.code === plan.service);
  const name = chosen?.name ?? plan.service;
  if (!slowest || slowest.code === plan.service || plan.service === "") return { kind: "good", title: say.post_in_time(name), text: say.post_by(monthDay(plan.by)) };
  return { kind: "wait", title: say.post_not_by(slowest.name), text: say.post_instead(name, monthDay(plan.by)) };
}

export { againstPosting, digitsOf, postForm, serviceOptions, type PostForm } from "$parts/sealing/post";

/** Bytes of the PDF that came as Base64. */
export function bytesOf(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (it) => it.charCodeAt(0));
}

/** What stands in CLINICS against what was agreed (R91). */
export function clinicsState(view: CaseView): { kind: "good" | "wait" | "stop"; title: string } {
  const say = w.case.papers;
  if (view.clinics === "agrees") return { kind: "good", title: say.clinics_agrees };
  if (view.clinics === "not_seen") return { kind: "wait", title: view.case.clinics.registered ? say.clinics_registered : say.clinics_nothing };
  return { kind: "stop", title: w.facts.clinics[view.clinics] };
}

/** The menu that must be chosen, letter for letter. */
export function agreedMenu(desk: OpenDesk | null): string {
  return desk?.profile.clinics.menu ?? "";
}
