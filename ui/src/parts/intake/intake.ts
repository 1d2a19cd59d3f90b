// What an application says, as a form holds it: the wire's own shape with every box filled, and the way back. No window in here.
import type { Address, Case, Intake, ItemKind, Name, Patient, Phone } from "$wire/generated";

const emptyName = (): Name => ({ family: "", given: "", family_kana: "", given_kana: "" });
const emptyAddress = (): Address => ({ postal: "", line1: "", line2: "" });
export const emptyPhone = (): Phone => ({ number: "", line: "mobile", whose: "", do_not_call: false });

function emptyPatient(): Patient {
  return {
    name: emptyName(), former_name: "", sex: "unknown", birth: null, address: emptyAddress(), phones: [emptyPhone()], call_times: "",
    may_leave_message: "unknown", announce_as: "", hospital_id: "", told_diagnosis: "unknown",
  };
}

/** A form nobody has written on: everything is unconfirmed, and there is one line for a telephone. */
export function emptyIntake(): Intake {
  return {
    mode: "in_person",
    patient: emptyPatient(),
    applicant: {
      who: "patient", name: emptyName(), kinship: "", phone: "", address: emptyAddress(), patient_cannot_sign: false, companions: [], may_ask_referrer: "unknown",
    },
    referrer: { institution: null, institution_name: "", department: "", doctor: "", agreed: "unknown" },
    subject: {
      diagnosis: "", topics: [], question: "", department: null, wished_doctor: null,
      wishes: { unavailable: [], unavailable_weekdays: [], half: null, not_before: null, typed: "" },
    },
    applied_on: null,
  };
}

const copy = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** The part of a case that a form says. */
export function intakeOf(known: Case): Intake {
  const { mode, patient, applicant, referrer, subject, applied_on } = copy(known);
  return { mode, patient: { ...patient, phones: patient.phones.length > 0 ? patient.phones : [emptyPhone()] }, applicant, referrer, subject, applied_on };
}

/** What was typed stays; what was left as an empty form has it is taken from what is known. */
export function fillIn<T>(typed: T, empty: T, known: T): T {
  const plain = (it: unknown): it is Record<string, unknown> => typeof it === "object" && it !== null && !Array.isArray(it);
  if (plain(typed) && plain(empty) && plain(known)) {
    return Object.fromEntries(Object.keys(typed).map((key) => [key, fillIn(typed[key], empty[key], known[key])])) as T;
  }
  return JSON.stringify(typed) === JSON.stringify(empty) ? copy(known) : typed;
}

/** Dates as they were read; null where nothing was typed. */
export type ReadDates = { birth: string | null; applied: string | null; notBefore: string | null };

/** The intake to send: dates as read beside what was typed, lines that stayed empty left out, nobody named whom nobody needs. */
export function finished(form: Intake, typedBirth: string, dates: ReadDates): Intake {
  const intake = copy(form);
  const { patient, applicant, subject } = intake;
  patient.birth = dates.birth === null ? null : { typed: typedBirth, date: dates.birth };
  patient.phones = patient.phones.filter((it) => it.number.trim() !== "");
  applicant.companions = applicant.who === "patient" ? [] : applicant.companions.filter((it) => it.name.trim() !== "");
  if (applicant.who === "patient" || applicant.who === "patient_with_family") {
    applicant.name = emptyName();
    applicant.kinship = "";
    applicant.patient_cannot_sign = false;
  }
  subject.wishes.not_before = dates.notBefore;
  intake.applied_on = dates.applied;
  return intake;
}

/** Katakana in full width: what is a reading is written one way. Other letters stay. */
export function katakana(text: string): string {
  const wide = text.replace(/[\uFF66-\uFF9F]+/g, (it) => it.normalize("NFKC"));
  return wide.replace(/[\u3041-\u3096]/g, (it) => String.fromCodePoint((it.codePointAt(0) ?? 0) + 0x60)).trim();
}

const DASHES = /[‐‑‒–—―−─ーｰ－]/g;

/** Digits in half width and one kind of dash between them: for telephones, postal codes and tracking numbers. */
export function digits(text: string): string {
  return text.normalize("NFKC").replace(DASHES, "-").trim();
}

/** 9800000 becomes 980-0000; anything else stays. */
export function postal(text: string): string {
  const plain = digits(text).replace(/^〒\s*/, "");
  const bare = plain.replace(/-/g, "");
  return /^\d{7}$/.test(bare) ? `${bare.slice(0, 3)}-${bare.slice(3)}` : plain;
}

/** Every item in the order a clerk takes it out and reads it off. */
export const ITEMS: readonly ItemKind[] = [
  "application", "referral_letter", "consent", "relationship_proof", "inability_proof", "blood", "ultrasound_result", "ultrasound_image", "xray_ct_mri",
  "pathology", "other_material",
];
