// Checking what came: the lines with what may be changed in them, the ages that decide about consent, what a late packet holds. Pure.
import type { AgeFacts, Case, CaseView, ChecklistRow, Defect, Disc, DiscTrouble, Form, FoundItem, ItemKind, Packet, RowState } from "$wire/generated";
import { warekiDay } from "$words/dates";
import { w } from "$words";
import { readCount } from "$parts/count";

export const DEFECTS: readonly Defect[] = ["N02", "N03", "N04", "N05", "N06", "N07", "N08", "N09", "N10", "N11", "N12", "N13", "N14", "N15", "N16", "N17"];
export const FORMS: readonly Form[] = ["original", "copy", "disc", "electronic"];
export const TROUBLES: readonly DiscTrouble[] = [
  "not_recognised", "no_import_route", "several_patients", "autorun", "compressed_no_viewer", "picture_format", "several_discs", "not_dicom", "virus",
];

/** Defects that can be found on an item at all: a disc has no signature, a consent form no pictures. */
const EVERYWHERE: readonly Defect[] = ["N06", "N07", "N09", "N11", "N17"];
const ALSO: Partial<Record<ItemKind, readonly Defect[]>> = {
  application: ["N02", "N03", "N04", "N15"],
  referral_letter: ["N02", "N04", "N05", "N10", "N15", "N16"],
  consent: ["N02", "N03", "N04"],
  relationship_proof: ["N12", "N13"],
  inability_proof: ["N02", "N04"],
  ultrasound_result: ["N08", "N10", "N14"],
  ultrasound_image: ["N08", "N10"],
  xray_ct_mri: ["N08", "N10", "N14"],
  blood: ["N10"],
  pathology: ["N10"],
  other_material: ["N08", "N10"],
};

/** The defects to offer for an item, in the order of their codes; what is already ticked always stays. */
export function defectsFor(item: ItemKind, ticked: readonly Defect[] = []): Defect[] {
  const offered = [...EVERYWHERE, ...(ALSO[item] ?? [])];
  return DEFECTS.filter((it) => offered.includes(it) || ticked.includes(it));
}

export type ItemForm = { count: string; form: Form; defects: Defect[]; note: string };

/** What the desk knows of an item, as a form; one original sheet when it has not come yet. */
export function itemForm(it: Case, kind: ItemKind): ItemForm {
  const found = it.items.find((one) => one.found.kind === kind)?.found;
  return { count: String(found?.count ?? 1), form: found?.form ?? usualForm(kind), defects: [...(found?.defects ?? [])], note: found?.note ?? "" };
}

export function usualForm(kind: ItemKind): Form {
  if (kind === "application" || kind === "referral_letter" || kind === "consent") return "original";
  return kind === "ultrasound_image" || kind === "xray_ct_mri" ? "disc" : "copy";
}

/** The item as found, or null when the count cannot be read. None at all is a finding too: it was not in the packet. */
export function foundOf(kind: ItemKind, form: ItemForm): FoundItem | null {
  const count = readCount(form.count);
  return count === undefined ? null : { kind, count, form: form.form, defects: count === 0 ? [] : DEFECTS.filter((it) => form.defects.includes(it)), note: form.note };
}

export type LineIcon = "octagon-alert" | "hourglass" | "check" | "minus";

export function lineIcon(row: ChecklistRow): LineIcon {
  const by: Record<RowState["is"], LineIcon> = { missing: "minus", here: "check", defective: "octagon-alert", bring_on_day: "hourglass", waived: "minus", not_needed: "minus" };
  return row.state.is === "missing" && row.need === "required" ? "octagon-alert" : by[row.state.is];
}

/** 要・郵送で, あれば; who it comes from is said only where something is open. */
export function needText(row: ChecklistRow): string {
  return row.need === "required" ? w.case.items.need(w.facts.need.required, w.facts.due[row.due]) : w.facts.need[row.need];
}

/** What stands at the right of a line. */
export function stateText(row: ChecklistRow): string {
  switch (row.state.is) {
    case "here": return w.case.items.here(row.state.count, w.facts.form[row.state.form], row.state.arrived);
    case "defective": return w.facts.join(row.state.defects.map((it) => w.facts.defect[it]));
    case "not_needed": return row.need === "welcome" ? w.facts.row_state.missing : w.facts.row_state.not_needed;
    default: return w.facts.row_state[row.state.is];
  }
}

/** 担当者確認: why a person looks at this item. */
export function lookTexts(view: CaseView, item: ItemKind): string[] {
  return view.looks.filter((it) => it.item === item).map((it) => w.facts.look_why[it.why](view.case.applicant.kinship));
}

/** An item that has not come may be announced for the day itself. */
export function mayBring(row: ChecklistRow): boolean {
  return row.state.is === "missing" && row.need !== "not_required";
}

/** The next line to look at after one was checked: the next that is not in order, or else the next at all. */
export function nextLine(rows: readonly ChecklistRow[], after: ItemKind): ItemKind | null {
  const at = rows.findIndex((it) => it.item === after);
  const rest = rows.slice(at + 1);
  return (rest.find((it) => lineIcon(it) === "octagon-alert") ?? rest[0])?.item ?? null;
}

export type AgeNote = { kind: "wait" | "neutral"; title: string; lines: string[] };

/** Ages on the three days that decide about consent; nothing where the patient is grown up on all of them. */
export function ageNote(ages: AgeFacts): AgeNote | null {
  if (ages.on.length === 0) return null;
  const lines = ages.on.map((it) => w.case.items.age_line(w.facts.age_date[it.what], warekiDay(it.date), it.age, w.facts.majority[it.majority]));
  if (ages.doubtful) return { kind: "wait", title: w.case.items.age_doubtful, lines };
  if (ages.changes) return { kind: "wait", title: w.case.items.age_changes, lines };
  return ages.on.every((it) => it.majority === "adult") ? null : { kind: "neutral", title: w.case.items.age_minor, lines };
}

export function discTitle(disc: Disc, at: number): string {
  return disc.label === "" ? w.case.items.disc(at + 1, disc.n, disc.of) : w.case.items.disc_labelled(disc.label, disc.n, disc.of);
}

/** Whether a disc may be used: another person's disc is a stop (W7). */
export function discState(disc: Disc): "trouble" | "open" | "good" {
  if (disc.name === "different" || disc.troubles.some((it) => it !== "autorun" && it !== "several_discs")) return "trouble";
  return disc.name === "unread" && disc.imported_to === "" ? "open" : "good";
}

export type PacketForm = {
  arrived: string; channel: Packet["channel"]; tracking: string; sender: string; place: string; unopened: boolean; name_on_it: string;
  found: { kind: ItemKind; here: boolean; count: number; form: Form }[];
  /** How many, as typed. */
  discs: string;
};

/** A form for what came later. A packet that lies unopened is what it is about: its arrival and its tracking number stay. */
export function packetForm(view: CaseView, today: string): PacketForm {
  const waiting = unopened(view.case);
  return {
    arrived: waiting?.arrived ?? today, channel: waiting?.channel ?? "post", tracking: waiting?.tracking ?? "", sender: waiting?.sender ?? "",
    place: waiting?.place || (view.case.custody.at(-1)?.place ?? ""), unopened: false, name_on_it: waiting?.name_on_it ?? "",
    found: openFirst(view.checklist).map((it) => ({ kind: it.item, here: false, count: 0, form: usualForm(it.item) })), discs: "0",
  };
}

/** The packet that waits to be opened, when nothing else was opened. */
export function unopened(it: Case): Packet | null {
  return it.packets.length > 0 && it.packets.every((one) => one.packet.unopened) ? (it.packets[0]?.packet ?? null) : null;
}

/** What is still open stands first: that is what a late packet brings. */
function openFirst(rows: readonly ChecklistRow[]): ChecklistRow[] {
  const open = (it: ChecklistRow) => it.state.is === "missing" || it.state.is === "defective" || it.state.is === "bring_on_day";
  return [...rows.filter((it) => open(it) && it.need !== "not_required"), ...rows.filter((it) => !(open(it) && it.need !== "not_required"))];
}

/** The items and discs of a late packet. */
export function contentsOf(form: PacketForm): { items: FoundItem[]; discs: Disc[] } {
  const items = form.found.filter((it) => it.here && it.count > 0).map((it): FoundItem => ({ kind: it.kind, count: it.count, form: it.form, defects: [], note: "" }));
  const count = readCount(form.discs) ?? 0;
  const discs = Array.from({ length: count }, (_, at): Disc => ({ label: "", n: at + 1, of: count, troubles: [], name: "unread", imported_to: "" }));
  return { items, discs };
}
