// The forms that correct who and what, between the case's shape and what boxes can hold. Pure; texts are kept to the letter.
import type { Half, Institution, OpenDesk, Patient, Phone, Subject } from "$wire/generated";
import { w } from "$words";

/** A copy that a form may change. */
export function copyOf<T>(it: T): T {
  return structuredClone(it);
}

export type PatientForm = Omit<Patient, "birth"> & { birth: string };

export function patientForm(it: Patient): PatientForm {
  return { ...copyOf(it), birth: it.birth?.typed ?? "" };
}

/** `birth` is the day the desk read in the box; without it the birth date is unconfirmed. Boxes left empty drop out of the telephones. */
export function patientOf(form: PatientForm, birth: string | null): Patient {
  const plain = JSON.parse(JSON.stringify(form)) as PatientForm;
  return { ...plain, phones: plain.phones.filter((it) => it.number.trim() !== ""), birth: birth === null ? null : { typed: plain.birth, date: birth } };
}

export function noPhone(): Phone {
  return { number: "", line: "mobile", whose: "", do_not_call: false };
}

/** R34: what the notice does not list is always possible. */
export const OTHER_TOPIC = 0;

export type SubjectForm = {
  applied_on: string; diagnosis: string; question: string; topics: number[]; department: string; wished_doctor: string;
  unavailable: string[]; unavailable_weekdays: number[]; half: Half | "any"; not_before: string; typed: string;
};

export function subjectForm(it: Subject, applied: string | null): SubjectForm {
  const { wishes } = it;
  return {
    applied_on: applied ?? "", diagnosis: it.diagnosis, question: it.question, topics: [...it.topics], department: it.department ?? "", wished_doctor: it.wished_doctor ?? "",
    unavailable: [...wishes.unavailable], unavailable_weekdays: [...wishes.unavailable_weekdays], half: wishes.half ?? "any", not_before: wishes.not_before ?? "", typed: wishes.typed,
  };
}

export function subjectOf(form: SubjectForm, notBefore: string | null): Subject {
  return {
    diagnosis: form.diagnosis, topics: [...form.topics], question: form.question, department: form.department || null, wished_doctor: form.wished_doctor || null,
    wishes: { unavailable: [...form.unavailable], unavailable_weekdays: [...form.unavailable_weekdays], half: form.half === "any" ? null : form.half, not_before: notBefore, typed: form.typed },
  };
}

/** Puts a number into a sorted list, or takes it out. */
export function toggled(list: readonly number[], it: number): number[] {
  return (list.includes(it) ? list.filter((one) => one !== it) : [...list, it]).sort((a, b) => a - b);
}

type Options = { value: string; label: string }[];

/** The profile's kinship names; one that is no longer in the list stays choosable. */
export function kinOptions(desk: OpenDesk | null, now: string): Options {
  const names = (desk?.profile.kinship ?? []).map((it) => it.name);
  const all = now !== "" && !names.includes(now) ? [now, ...names] : names;
  return [{ value: "", label: w.case.common.unconfirmed }, ...all.map((it) => ({ value: it, label: it }))];
}

export function departmentOptions(desk: OpenDesk | null, now: string): Options {
  const all = (desk?.departments ?? []).filter((it) => !it.retired || it.id === now);
  return [{ value: "", label: w.case.common.unconfirmed }, ...all.map((it) => ({ value: it.id, label: it.stopped === "" ? it.name : w.case.forms.stopped(it.name) }))];
}

/** The doctors of a department; all of them while none is chosen. */
export function doctorOptions(desk: OpenDesk | null, department: string, now: string): Options {
  const all = (desk?.doctors ?? []).filter((it) => it.id === now || (!it.retired && (department === "" || it.department === department)));
  return [{ value: "", label: w.case.forms.no_doctor }, ...all.map((it) => ({ value: it.id, label: it.name }))];
}

/** What tells one institution from another of the same name. */
export function placeOf(it: Institution): string {
  const postal = it.address.postal === "" ? "" : `〒${it.address.postal} `;
  const code = it.code === "" ? "" : w.case.forms.code(it.code);
  return [`${postal}${it.address.line1}${it.address.line2}`, it.phone, code].filter((one) => one !== "").join("　");
}
