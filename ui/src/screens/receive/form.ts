// The form for a packet, as it is kept in the draft, and the one action it becomes. No window in here.
import { ITEMS, emptyIntake, finished, type ReadDates } from "$parts/intake/intake";
import type { Action, Channel, Defect, Disc, Form, FoundItem, Institution, Intake, ItemKind, NameMatch, Weigh } from "$wire/generated";

export type ItemLine = { here: boolean; count: number; form: Form; defects: Defect[]; note: string; bring: boolean };

/** The case a packet joins: a call that came before, or a receipt number that has one already. */
export type Into = { id: number; revision: number; number: string | null; name: string; kana: string; since: string | null };

export type ReceiveForm = {
  version: 1;
  arrived: string;
  channel: Channel;
  tracking: string;
  sender: string;
  place: string;
  unopened: boolean;
  name_on_it: string;
  into: Into | null;
  intake: Intake;
  birth: string;
  applied: string;
  not_before: string;
  /** What the dates above were read as, so that "today" in a draft of yesterday stays yesterday. */
  read: { arrived: string | null; applied: string | null; not_before: string | null };
  /** The institution chosen from the list, so that it can be shown whole. */
  institution: Institution | null;
  items: Record<ItemKind, ItemLine>;
  discs: Disc[];
  /** People of the same name who were looked at and are somebody else. */
  others: number[];
};

/** How each item usually comes. */
const USUAL: Record<ItemKind, Form> = {
  application: "original", referral_letter: "original", consent: "original", relationship_proof: "copy", inability_proof: "original", blood: "copy",
  ultrasound_result: "copy", ultrasound_image: "disc", xray_ct_mri: "disc", pathology: "copy", other_material: "copy",
};

const emptyLine = (kind: ItemKind): ItemLine => ({ here: false, count: 0, form: USUAL[kind], defects: [], note: "", bring: false });

/** A form nobody has written on; a packet usually arrives today. */
export function emptyForm(today: string): ReceiveForm {
  return {
    version: 1, arrived: today, channel: "post", tracking: "", sender: "", place: "", unopened: false, name_on_it: "", into: null, intake: emptyIntake(),
    birth: "", applied: "", not_before: "", read: { arrived: null, applied: null, not_before: null }, institution: null, discs: [], others: [],
    items: Object.fromEntries(ITEMS.map((kind) => [kind, emptyLine(kind)])) as Record<ItemKind, ItemLine>,
  };
}

/** Nobody has written on it yet; what the machine read does not count. */
export function untouched(form: ReceiveForm, today: string): boolean {
  const empty = emptyForm(today);
  return JSON.stringify({ ...form, read: empty.read }) === JSON.stringify(empty);
}

/** A draft as it may be taken up again: of this shape, with dates told from another day replaced by the days they meant. */
export function takenUp(found: unknown): found is ReceiveForm {
  const draft = found as ReceiveForm | null;
  if (typeof draft !== "object" || draft?.version !== 1 || typeof draft.read !== "object") return false;
  draft.arrived = draft.read.arrived ?? draft.arrived;
  draft.applied = draft.read.applied ?? draft.applied;
  draft.not_before = draft.read.not_before ?? draft.not_before;
  return true;
}

/** The intake is not asked for again where the packet joins a receipt number. */
export const joinsNumber = (form: ReceiveForm): boolean => form.into !== null && form.into.number !== null;

/** The lines that show: the proof of inability only where it can be needed. */
export function shownItems(form: ReceiveForm): ItemKind[] {
  const unable = form.intake.applicant.patient_cannot_sign && (form.intake.applicant.who === "family" || form.intake.applicant.who === "other");
  return ITEMS.filter((kind) => kind !== "inability_proof" || unable || joinsNumber(form) || form.items.inability_proof.here);
}

/** What was found in the envelope. */
export function foundItems(form: ReceiveForm): FoundItem[] {
  return ITEMS.filter((kind) => form.items[kind].here).map((kind) => {
    const { count, form: shape, defects, note } = form.items[kind];
    return { kind, count: Math.max(1, count), form: shape, defects: [...defects], note: note.trim() };
  });
}

export function brought(form: ReceiveForm): ItemKind[] {
  return ITEMS.filter((kind) => form.items[kind].bring && !form.items[kind].here);
}

/** How many things were in the envelope. */
export function pieces(form: ReceiveForm): number {
  return foundItems(form).length;
}

/** The action that saves the form. */
export function actionOf(form: ReceiveForm, arrived: string, dates: ReadDates): Extract<Action, { do: "receive_packet" }> {
  const opened = !form.unopened;
  return {
    do: "receive_packet",
    packet: {
      arrived, channel: form.channel, tracking: form.tracking.trim(), sender: form.sender.trim(), place: form.place.trim(), unopened: form.unopened,
      name_on_it: form.name_on_it.trim(),
    },
    items: opened ? foundItems(form) : [],
    discs: opened ? form.discs.map((it) => ({ ...it, label: it.label.trim() })) : [],
    bring_on_day: opened ? brought(form) : [],
    intake: joinsNumber(form) ? null : finished(form.intake, form.birth, dates),
    number: null,
  };
}

/** What the desk weighs before the form is saved: what is here without a defect, on top of what the case has. */
export function weighOf(form: ReceiveForm, known: { intake: Intake; here: readonly ItemKind[] } | null, arrived: string, dates: ReadDates): Weigh {
  const sound = foundItems(form).filter((it) => it.defects.length === 0).map((it) => it.kind);
  return {
    intake: known ? known.intake : finished(form.intake, form.birth, dates),
    arrived,
    here: form.unopened ? [...(known?.here ?? [])] : [...new Set([...(known?.here ?? []), ...sound])],
    bring_on_day: brought(form),
  };
}

/** Discs for a line that comes on disc, numbered as far as none were there yet. */
export function discsFor(count: number): Disc[] {
  return Array.from({ length: count }, (_, at) => newDisc(at + 1, count));
}

export function newDisc(n: number, of: number): Disc {
  return { label: "", n, of, troubles: [], name: "unread" satisfies NameMatch, imported_to: "" };
}

/** A count between 1 and 99 out of what was typed, in any width; null when it is none. */
export function readDiscNumber(text: string): number | null {
  const plain = text.normalize("NFKC").trim();
  const number = /^\d{1,2}$/.test(plain) ? Number(plain) : 0;
  return number >= 1 ? number : null;
}
