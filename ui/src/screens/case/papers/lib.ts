// The papers of a case: which exist, which can be made, what became of each, and how one still arrives in time. Pure.
import type { ChipKind } from "$parts/Chip.svelte";
import type { CaseView, IssuedPaper, OpenDesk, PaperKind, PostPlan, PostService, Refusal } from "$wire/generated";
import { moment, monthDay, slash } from "$words/dates";
import { refusalText } from "$words/reasons";
import { w } from "$words";

/** One line of the list: a paper as it would be printed now (no version yet), or one that was printed. */
export type Entry = { key: string; kind: PaperKind; version: number | null; issued: IssuedPaper | null };

export function keyOf(kind: PaperKind, version: number | null): string {
  return `${kind}-${version ?? "new"}`;
}

/** Slip and CLINICS guide both tell the date: how they arrive in time is worth a word. */
export const tellsDate = (kind: PaperKind): boolean => kind === "slip" || kind === "clinics_guide";

const offerOf = (view: CaseView, kind: PaperKind) => view.offers.find((it) => it.kind === kind);

/** The version a paper would carry next, as the desk counts. */
export function nextVersion(view: CaseView, kind: PaperKind): number {
  return offerOf(view, kind)?.next_version ?? 1;
}

/** A printed paper that still holds. */
function inHand(view: CaseView, kind: PaperKind): boolean {
  return view.case.papers.some((it) => it.kind === kind && it.voided === null);
}

export type GroupKey = "now" | "can" | "printed";
export type PaperGroup = { key: GroupKey; entries: Entry[] };

/** What today asks for (printable or held up by an approval), what may be printed, and what was printed, newest first. */
export function groupsOf(view: CaseView): PaperGroup[] {
  const fresh = (kind: PaperKind): Entry => ({ key: keyOf(kind, null), kind, version: null, issued: null });
  const open = view.offers.filter((it) => !inHand(view, it.kind));
  const now = open.filter((it) => (it.wanted && it.refusal === null) || awaitsApproval(it.refusal));
  const can = open.filter((it) => !now.includes(it) && it.refusal === null);
  const printed = view.case.papers.map((it): Entry => ({ key: keyOf(it.kind, it.version), kind: it.kind, version: it.version, issued: it })).reverse();
  const groups: PaperGroup[] = [{ key: "now", entries: now.map((it) => fresh(it.kind)) }, { key: "can", entries: can.map((it) => fresh(it.kind)) }, { key: "printed", entries: printed }];
  return groups.filter((it) => it.entries.length > 0);
}

/** Every line in the order of the groups. */
export function entriesOf(view: CaseView): Entry[] {
  return groupsOf(view).flatMap((it) => it.entries);
}

/** The line one arrives at: what is to be done now, else what was printed and not posted, else what was printed last. */
export function firstEntry(view: CaseView): Entry | undefined {
  const entries = entriesOf(view);
  const groups = groupsOf(view);
  const printed = groups.find((it) => it.key === "printed")?.entries ?? [];
  return groups.find((it) => it.key === "now")?.entries[0] ?? printed.find((it) => toPost(it, view)) ?? printed[0] ?? entries[0];
}

/** Papers that cannot be made yet, each with the reason. */
export function notYet(view: CaseView): { what: string; why: string }[] {
  return view.offers
    .filter((it) => it.refusal !== null && !awaitsApproval(it.refusal) && !inHand(view, it.kind))
    .map((it) => ({ what: w.facts.paper[it.kind], why: it.refusal ? refusalText(it.refusal) : "" }));
}

/** Nothing but a second person's approval is missing. */
export function awaitsApproval(refusal: Refusal | null): boolean {
  return refusal?.why.code === "not_approved";
}

/** Why a paper cannot be printed now, from the desk's own judgement. */
export function refusalOf(view: CaseView, kind: PaperKind): Refusal | null {
  return offerOf(view, kind)?.refusal ?? null;
}

/** A printed letter that still has to be sent from this section; the report and material leave from their own. */
export function toPost(entry: Entry, view: CaseView): boolean {
  const { issued, kind } = entry;
  if (kind === "cover_letter" || kind === "return_slip") return false;
  return issued !== null && issued.voided === null && (issued.posted === null || issued.came_back !== null) && (offerOf(view, kind)?.letter ?? false);
}

export type GoOn = { key: string; to: "post" | "line" | "next" };

/** Where choice and focus go when a paper was printed: to posting it, else to a paper still to print, else to what comes next. */
export function afterPrint(view: CaseView, kind: PaperKind, version: number): GoOn {
  const entries = entriesOf(view);
  const printed = entries.find((it) => it.key === keyOf(kind, version));
  if (printed && toPost(printed, view)) return { key: printed.key, to: "post" };
  const open = groupsOf(view).find((it) => it.key === "now")?.entries[0];
  return open ? { key: open.key, to: "line" } : { key: keyOf(kind, version), to: "next" };
}

/** The paper in force, for whoever looks at a void one. */
export function inForce(entries: readonly Entry[]): Entry | undefined {
  return entries.find((it) => it.issued !== null && it.issued.voided === null) ?? entries.find((it) => it.issued === null);
}

export type State = { chip: ChipKind; text: string };

/** What became of a paper, in a word. */
export function stateOf(it: IssuedPaper | null, today: string, letter = true): State {
  const say = w.case.papers;
  if (!it) return { chip: "act", text: say.not_printed };
  if (it.voided) return { chip: "void", text: say.voided(slash(it.voided.mark.at), w.facts.void_reason[it.voided.reason]) };
  if (it.came_back) return { chip: "stop", text: say.came_back(w.facts.return_reason[it.came_back.reason], slash(it.came_back.mark.at)) };
  if (it.posted) return { chip: "good", text: say.posted(moment(it.posted.mark.at, today)) };
  if (!letter) return { chip: "fact", text: say.handed_to_printer };
  return it.sealed ? { chip: "wait", text: say.sealed_not_posted } : { chip: "wait", text: say.not_posted };
}

/** The line under a paper's name: 第2版　今日 9:20 佐々木. */
export function versionText(entry: Entry, view: CaseView, today: string): string {
  const say = w.case.papers;
  if (!entry.issued) return say.next_version(nextVersion(view, entry.kind));
  return `${say.version(entry.issued.version)}　${moment(entry.issued.printed.at, today)} ${entry.issued.printed.by}`;
}

export function serviceText(it: IssuedPaper, name: (code: string) => string): string {
  return it.posted ? [name(it.posted.service), it.posted.tracking].filter((one) => one !== "").join(" ") : "";
}

/** Begins an envelope: it is posted, not only kept. */
export function isLetter(view: CaseView, kind: PaperKind): boolean {
  return offerOf(view, kind)?.letter ?? true;
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
