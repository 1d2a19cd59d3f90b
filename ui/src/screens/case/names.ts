// Names as the desk says them: of people as written, of doctors, departments and services by their codes. Pure.
import type { Applicant, CaseView, Mark, Name, OpenDesk, Patient, Slot } from "$wire/generated";
import { clock, monthDay, slash } from "$words/dates";
import { w } from "$words";

type Known = Pick<OpenDesk, "doctors" | "departments" | "profile">;

/** Family and given name with the one space at which a line may break; what is unknown is left out. */
export function fullName(name: Name): string {
  return [name.family, name.given].filter((it) => it !== "").join(" ");
}

export function kanaName(name: Name): string {
  return [name.family_kana, name.given_kana].filter((it) => it !== "").join(" ");
}

export function patientName(patient: Patient): string {
  return fullName(patient.name) || w.case.common.no_name;
}

/** The one who applies: the patient, or the person named as applicant. */
export function applicantName(applicant: Applicant, patient: Patient): string {
  return applicant.who === "patient" ? patientName(patient) : fullName(applicant.name) || w.case.common.no_name;
}

export function doctorName(desk: Known | null, id: string | null): string {
  if (id === null || id === "") return "";
  return desk?.doctors.find((it) => it.id === id)?.name ?? id;
}

/** What is recorded for a doctor's name as typed: the code of the one who bears it, else the name itself (a stand-in). */
export function doctorCode(desk: Known | null, typed: string): string {
  const name = typed.trim();
  return desk?.doctors.find((it) => it.name === name)?.id ?? name;
}

export function departmentName(desk: Known | null, id: string | null): string {
  if (id === null || id === "") return "";
  return desk?.departments.find((it) => it.id === id)?.name ?? id;
}

/** The department of a doctor's clinic. */
export function departmentOfDoctor(desk: Known | null, doctor: string): string {
  return departmentName(desk, desk?.doctors.find((it) => it.id === doctor)?.department ?? null);
}

export function serviceName(desk: Known | null, code: string): string {
  return desk?.profile.services.find((it) => it.code === code)?.name ?? code;
}

/** 12月8日（火）14:00. */
export function when(start: string): string {
  return `${monthDay(start)} ${clock(start)}`;
}

/** 14:00–15:00. */
export function span(slot: Slot): string {
  return `${clock(slot.start)}–${clock(plusMinutes(slot.start, slot.minutes))}`;
}

/** 11/20 大友. */
export function byWhom(mark: Mark): string {
  return `${slash(mark.at)} ${mark.by}`;
}

/** Adds minutes to a desk time; the desk's own time has no zone, so none is applied. */
export function plusMinutes(at: string, minutes: number): string {
  const moment = new Date(`${at.slice(0, 19)}Z`);
  return new Date(moment.getTime() + minutes * 60_000).toISOString().slice(0, 19);
}

/** The day of the visit, agreed or held, if there is one. */
export function visitOf(view: CaseView): Slot | null {
  return view.case.consultation?.booking.slot ?? view.case.booking?.slot ?? null;
}
