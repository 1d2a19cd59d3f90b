// What the form for a packet decides: what stands against saving it, what will be missing and who can supply it. No window in here.
import type { DateReading } from "$parts/EraDate.svelte";
import type { ReadDates } from "$parts/intake/intake";
import type { CaseRow, ItemKind, Missing, Supplier, Weighed } from "$wire/generated";
import { w } from "$words";
import { itemText, lackText } from "$words/reasons";
import { foundItems, joinsNumber, type ReceiveForm } from "./form";

export type FieldName = "arrived" | "kana" | "name" | "birth" | "applied" | "not_before";
/** The id of the control that a summary leads to. */
export const FIELD_IDS: Record<FieldName, string> = {
  arrived: "packet-arrived", kana: "patient-kana", name: "patient-name", birth: "patient-birth", applied: "applied-on", not_before: "not-before",
};
export type Problems = Partial<Record<FieldName, string>>;

export type Readings = { arrived: DateReading | null; birth: DateReading | null; applied: DateReading | null; not_before: DateReading | null };

const isoOf = (reading: DateReading | null): string | null => (reading?.ok ? reading.iso : null);

export function datesOf(readings: Readings): ReadDates {
  return { birth: isoOf(readings.birth), applied: isoOf(readings.applied), notBefore: isoOf(readings.not_before) };
}

export const arrivedOf = (readings: Readings): string | null => isoOf(readings.arrived);

/** What must be put right before saving: the little that is required, and dates that were typed but say nothing. */
export function problemsOf(form: ReceiveForm, readings: Readings): Problems {
  const say = w.receive;
  const problems: Problems = {};
  if (arrivedOf(readings) === null) problems.arrived = form.arrived.trim() === "" ? say.arrived_needed : say.date_unreadable;
  if (joinsNumber(form)) return problems;
  const { name } = form.intake.patient;
  // A sealed envelope may show no reading; one of the two is then enough.
  const either = form.unopened && (name.family.trim() !== "" || name.family_kana.trim() !== "");
  if (name.family_kana.trim() === "" && !either) problems.kana = say.kana_needed;
  if (name.family.trim() === "" && !either) problems.name = say.name_needed;
  if (form.birth.trim() !== "" && isoOf(readings.birth) === null) problems.birth = say.date_unreadable;
  if (form.applied.trim() !== "" && isoOf(readings.applied) === null) problems.applied = say.date_unreadable;
  if (form.not_before.trim() !== "" && isoOf(readings.not_before) === null) problems.not_before = say.date_unreadable;
  return problems;
}

/** Problems in the order of the form, with the control each leads to. */
export function listed(problems: Problems): { field: FieldName; id: string; text: string }[] {
  return (Object.keys(FIELD_IDS) as FieldName[]).flatMap((field) => {
    const text = problems[field];
    return text === undefined ? [] : [{ field, id: FIELD_IDS[field], text }];
  });
}

export type Lack = { item: string; how: string; supplier: Supplier; ask: string; later: boolean };

/** What will be missing: what the desk says, with the defects found in this envelope in place of "not arrived". */
export function lacksOf(missing: readonly Missing[], form: ReceiveForm): Lack[] {
  const found = new Map<ItemKind, Missing["defects"]>(foundItems(form).map((it) => [it.kind, it.defects]));
  return missing.map((it) => {
    const defects = it.defects.length > 0 ? it.defects : ((it.item && found.get(it.item)) ?? []);
    return { item: itemText(it.item), how: lackText({ ...it, defects }), supplier: it.supplier, ask: w.receive.ask[it.supplier], later: it.due === "on_the_day" };
  });
}

/** Whether a line of the tick list is needed and not there. */
export function isMissing(kind: ItemKind, form: ReceiveForm, weighed: Weighed | null): boolean {
  if (form.items[kind].here || form.items[kind].bring || weighed === null || form.unopened) return false;
  return weighed.missing.some((it) => it.item === kind);
}

/** Whether something can be announced for the day itself: what the desk accepts by the day, and consent and proof in any case. */
export function mayBring(kind: ItemKind, form: ReceiveForm, weighed: Weighed | null): boolean {
  if (form.items[kind].here) return false;
  if (form.items[kind].bring) return true;
  const row = weighed?.checklist.find((it) => it.item === kind);
  return row?.due === "on_the_day" && row.need !== "not_required";
}

/** What taking a person of the same name means for this packet; undefined where it cannot be. */
export function joinVerb(row: CaseRow): string | undefined {
  if (!row.brief.open) return undefined;
  return row.brief.number === null ? w.receive.this_call : w.receive.this_case;
}

/** The name a further packet bears: as noted, else as it was typed before the packet joined somebody who is written otherwise. */
export function nameOnIt(form: ReceiveForm, known: string): string {
  if (form.name_on_it.trim() !== "") return form.name_on_it;
  const { family, given } = form.intake.patient.name;
  const typed = [family, given].map((it) => it.trim()).filter((it) => it !== "").join(" ");
  return typed === known ? "" : typed;
}

/** Topics whose number or words hold what was typed. */
export function topicsFor(text: string, topics: readonly string[], chosen: readonly number[]): { n: number; text: string }[] {
  const fold = (it: string) => it.normalize("NFKC").toLowerCase().trim();
  const all = [...topics.map((it, at) => ({ n: at + 1, text: it })), { n: 0, text: w.receive.topic_other }];
  const wanted = fold(text);
  const number = /^\d{1,2}$/.test(wanted) ? Number(wanted) : null;
  return all.filter((it) => !chosen.includes(it.n) && (number === null ? fold(it.text).includes(wanted) : it.n === number));
}

export function topicText(n: number, topics: readonly string[]): string {
  return w.receive.topic(n, n === 0 ? w.receive.topic_other : (topics[n - 1] ?? String(n)));
}
