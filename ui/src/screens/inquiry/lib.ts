// What the form for a first call decides: whether it may end here and how, what it lacks, and the actions it becomes. No window in here.
import { emptyIntake, finished } from "$parts/intake/intake";
import type { Action, Department, EndKind, Ground, Intake } from "$wire/generated";

export type Caller = "patient" | "family" | "other";
export const CALLERS: readonly Caller[] = ["patient", "family", "other"];

export type InquiryForm = {
  version: 1;
  caller: Caller;
  intake: Intake;
  birth: string;
  heard: Ground[];
  /** R46: better seen in the general outpatient clinic; an outcome, not a refusal. */
  outpatient: boolean;
  /** People of the same name who are somebody else. */
  others: number[];
};

export const emptyForm = (): InquiryForm => ({ version: 1, caller: "patient", intake: emptyIntake(), birth: "", heard: [], outpatient: false, others: [] });

/** The notice's seven in its order, with the rule each rests on. */
export const GROUNDS: readonly { ground: Ground; rule: number }[] = [
  { ground: "not_patient_nor_family", rule: 39 },
  { ground: "no_consent", rule: 40 },
  { ground: "wants_treatment_here", rule: 41 },
  { ground: "dispute", rule: 42 },
  { ground: "deceased", rule: 43 },
  { ground: "referrer_not_agreed", rule: 44 },
  { ground: "no_specialist", rule: 45 },
];
/** R46, the eighth outcome. */
export const OUTPATIENT_RULE = 46;

/** What can be heard plainly on the telephone, so that the clerk may inform; R40 and R45 need papers or a doctor. */
const PLAIN: readonly Ground[] = ["not_patient_nor_family", "dispute", "deceased", "referrer_not_agreed"];
export const isPlain = (ground: Ground): boolean => PLAIN.includes(ground) || ground === "wants_treatment_here";

/** R81: the department takes its online cases elsewhere; the message for the caller. */
export function elsewhere(form: InquiryForm, departments: readonly Department[]): string | null {
  const department = departments.find((it) => it.id === form.intake.subject.department);
  return form.intake.mode === "online" && department?.online_elsewhere ? department.online_elsewhere : null;
}

export type End = { kind: Extract<EndKind, "epilepsy_online" | "declined" | "general_outpatient">; ground: Ground | null };

/** How the call may end here, if it may: the redirect first, then a refusal that is plain, then the general outpatient clinic. */
export function endOf(form: InquiryForm, departments: readonly Department[]): End | null {
  if (elsewhere(form, departments) !== null) return { kind: "epilepsy_online", ground: null };
  const refused = PLAIN.find((it) => form.heard.includes(it));
  if (refused) return { kind: "declined", ground: refused };
  if (form.heard.includes("wants_treatment_here")) return { kind: "general_outpatient", ground: "wants_treatment_here" };
  return form.outpatient ? { kind: "general_outpatient", ground: null } : null;
}

/** Whoever is to be waited for or called back must be found again: by a reading, a name or a telephone number. */
export function canBeFound(form: InquiryForm): boolean {
  const { name, phones } = form.intake.patient;
  const words = [name.family_kana, name.family, form.intake.applicant.phone, ...phones.map((it) => it.number)];
  return words.some((it) => it.trim() !== "");
}

/** Who calls says something about who comes; what the clerk chose already stays. */
export function callerChosen(form: InquiryForm, caller: Caller): void {
  const { applicant } = form.intake;
  const followed = applicant.who === "patient" || applicant.who === "patient_with_family" || applicant.who === "other";
  form.caller = caller;
  if (caller === "other") applicant.who = "other";
  else if (caller === "family" && followed) applicant.who = "patient_with_family";
  else if (caller === "patient" && followed) applicant.who = "patient";
}

/** The call as an action. The caller is kept as the applicant, or as the one who comes along. */
export function inquireOf(form: InquiryForm, birth: string | null, explained: boolean): Extract<Action, { do: "inquire" }> {
  const intake = finished(form.intake, form.birth, { birth, applied: null, notBefore: null });
  const { name, kinship, phone } = form.intake.applicant;
  const caller = [name.family, name.given].map((it) => it.trim()).filter((it) => it !== "").join(" ");
  if (form.caller !== "patient" && intake.applicant.who === "patient_with_family" && caller !== "") {
    intake.applicant.companions = [{ name: caller, kinship }, ...intake.applicant.companions];
  }
  if (form.caller !== "patient" && phone.trim() !== "" && !intake.patient.phones.some((it) => it.number === phone.trim())) {
    intake.patient.phones.push({ number: phone.trim(), line: "family", whose: [caller, kinship].filter((it) => it !== "").join(" "), do_not_call: false });
  }
  return { do: "inquire", intake, heard: [...form.heard], explained, out_of_hours: false, packet_due: null };
}

export const endAction = (end: End): Extract<Action, { do: "end" }> => ({ do: "end", kind: end.kind, ground: end.ground, reason: "" });
