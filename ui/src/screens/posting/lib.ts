// The envelopes of the day: their groups, what each waits for, how one is posted, and printing many in order. No window in here.
import type { ChipKind } from "$parts/Chip.svelte";
import type { IconName } from "$look/icons";
import type { Action, EnvelopeRow, EnvelopeState, Institution, PostingView, PostService, Refusal, Sealing } from "$wire/generated";
import type { Trouble } from "$wire";
import { againstPosting, type PostForm } from "$parts/sealing/post";
import { refusalText } from "$words/reasons";
import { w } from "$words";

export const keyOf = (row: Pick<EnvelopeRow, "id" | "letter">): string => `${row.id}-${row.letter}`;

/** Where an envelope stands. Where the desk compares by eye there is no reading in between. */
export function stateOf(row: EnvelopeRow, sealing: Sealing): EnvelopeState {
  return row.state === "to_seal" && sealing === "by_eye" ? "to_post" : row.state;
}

export type GroupKey = "late" | "today" | "later";
export type Group = { key: GroupKey; rows: EnvelopeRow[] };

/** Late, today, later, each in the order in which the desk gave them; an empty group is left out. */
export function groupsOf(rows: readonly EnvelopeRow[], today: string): Group[] {
  const of = (row: EnvelopeRow): GroupKey => (row.due < today ? "late" : row.due === today ? "today" : "later");
  const keys: GroupKey[] = ["late", "today", "later"];
  return keys.map((key) => ({ key, rows: rows.filter((row) => of(row) === key) })).filter((it) => it.rows.length > 0);
}

/** The rows as they stand under each other on the screen. */
export function inOrder(rows: readonly EnvelopeRow[], today: string): EnvelopeRow[] {
  return groupsOf(rows, today).flatMap((it) => it.rows);
}

/** Past which step how many of the envelopes are: printed, checked, and those that have left. */
export function progressOf(view: PostingView): { print: number; seal: number; all: number } {
  const states = view.envelopes.map((it) => stateOf(it, view.sealing));
  return { print: states.filter((it) => it !== "to_print").length, seal: states.filter((it) => it === "to_post").length, all: states.length };
}

/** The institution has not been compared with its letterhead by a second person (P3). */
export function unchecked(row: EnvelopeRow): boolean {
  return row.institution !== null && row.institution.checked === null;
}

export type Look = { kind: ChipKind; icon?: IconName; text: string };

export function lookOf(row: EnvelopeRow, sealing: Sealing): Look {
  if (unchecked(row)) return { kind: "stop", icon: "octagon-x", text: w.posting.unchecked_short };
  if (row.refusal !== null && row.state === "to_print") return { kind: "stop", icon: "ban", text: w.posting.cannot_print };
  if (row.came_back) return { kind: "stop", icon: "undo-2", text: w.posting.came_back_short };
  const state = stateOf(row, sealing);
  const icon: Record<EnvelopeState, IconName> = { to_print: "printer", to_seal: "scan-line", to_post: "send" };
  return { kind: state === "to_post" ? "good" : "act", icon: icon[state], text: w.facts.envelope_state[state] };
}

/** Name as on the envelope, in one line. */
export function nameOf(row: Pick<EnvelopeRow, "to">): string {
  return row.to.join("　");
}

/** Address, telephone and code: what tells two institutions of the same name apart. */
export function apart(it: Institution): string {
  const postal = it.address.postal === "" ? "" : `〒${it.address.postal}`;
  return [postal, it.address.line1, it.address.line2, it.phone, it.code === "" ? w.posting.no_code : it.code].filter((one) => one !== "").join("　");
}

/** Those that can be printed in one go. */
export function printable(rows: readonly EnvelopeRow[]): EnvelopeRow[] {
  return rows.filter((it) => it.state === "to_print" && it.refusal === null);
}

export type Printed = { done: number; jobs: string[]; failed: { name: string; why: Trouble }[] };

/** Prints one envelope after the other, so that the sheets lie in order. One that is refused is told and does not stop the others. */
export async function printAll(
  rows: readonly EnvelopeRow[], print: (row: EnvelopeRow) => Promise<string[]>, trouble: (thrown: unknown) => Trouble, tell: (at: number) => void, cancelled: () => boolean,
): Promise<Printed> {
  const result: Printed = { done: 0, jobs: [], failed: [] };
  for (const [at, row] of rows.entries()) {
    if (cancelled()) break;
    tell(at + 1);
    try {
      result.jobs.push(...(await print(row)));
      result.done += 1;
    } catch (thrown) {
      result.failed.push({ name: nameOf(row), why: trouble(thrown) });
    }
  }
  return result;
}

export type SendForm = PostForm & { packed_by: string; checked_by: string };

/** Material goes back with two names; everything else with service and number. */
export const needsTwo = (row: Pick<EnvelopeRow, "letter">): boolean => row.letter === "return_slip";

/** What is wrong with a posting before the desk refuses it. */
export function againstSending(row: EnvelopeRow, form: SendForm, services: readonly PostService[], sealing: Sealing): string | null {
  const say = w.posting;
  const state = stateOf(row, sealing);
  if (state === "to_print") return say.not_yet_printed;
  if (state === "to_seal") return say.not_yet_sealed;
  if (unchecked(row)) return w.facts.why.institution_unchecked;
  const wrong = againstPosting(form, services);
  if (wrong !== null) return wrong;
  if (!needsTwo(row)) return null;
  if (form.packed_by === "" || form.checked_by === "") return say.two_names;
  return form.packed_by === form.checked_by ? say.two_people : null;
}

/** The action that says this envelope is on its way. */
export function sending(row: EnvelopeRow, form: SendForm): Action {
  const { service, tracking, packed_by, checked_by } = form;
  if (row.letter === "return_slip") return { do: "return_material", how: { how: "posted", service, tracking, packed_by, checked_by } };
  if (row.letter === "cover_letter") return { do: "post_report", service, tracking };
  return { do: "post_paper", kind: row.letter, service, tracking };
}

/** Where the choice goes when a row has left: the one that stood after it, else the last. */
export function afterGone(before: readonly string[], now: readonly string[], chosen: string | null): string | null {
  if (chosen !== null && now.includes(chosen)) return chosen;
  const at = chosen === null ? -1 : before.indexOf(chosen);
  const later = at < 0 ? undefined : before.slice(at + 1).find((it) => now.includes(it));
  return later ?? (at < 0 ? now[0] : now.at(-1)) ?? null;
}

export function refusalLine(it: Refusal | null): string | undefined {
  return it === null ? undefined : refusalText(it);
}
