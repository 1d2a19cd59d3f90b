// Screening: what the clerk suspects, what the doctor is asked and answers. The desk records, it never decides (R13). Pure.
import type { CaseView, Doubt, Ground, OpenDesk, Screening, Supplier, Verdict } from "$wire/generated";
import { refusalText } from "$words/reasons";
import { w } from "$words";
import { departmentName, doctorName } from "../names";

export const GROUNDS: readonly { ground: Ground; rule: number }[] = [
  { ground: "not_patient_nor_family", rule: 39 }, { ground: "no_consent", rule: 40 }, { ground: "wants_treatment_here", rule: 41 }, { ground: "dispute", rule: 42 },
  { ground: "deceased", rule: 43 }, { ground: "referrer_not_agreed", rule: 44 }, { ground: "no_specialist", rule: 45 },
];

export type GroundLine = { ground: Ground; rule: number; text: string; doubt: Doubt | undefined; hint: string };

/** What the facts of the case say to a ground, so that the clerk need not look elsewhere. */
function hintOf(view: CaseView, ground: Ground): string {
  const say = w.case.screening;
  const { applicant, referrer, ending } = view.case;
  switch (ground) {
    case "not_patient_nor_family": return say.hint_who(w.facts.who[applicant.who], applicant.kinship);
    case "no_consent": {
      const row = view.checklist.find((it) => it.item === "consent");
      return row ? say.hint_consent(w.facts.row_state[row.state.is]) : "";
    }
    case "referrer_not_agreed": return say.hint_agreed(w.facts.told[referrer.agreed]);
    case "deceased": return ending?.kind === "deceased" ? w.facts.end_kind.deceased : "";
    default: return "";
  }
}

export function groundLines(view: CaseView): GroundLine[] {
  return GROUNDS.map(({ ground, rule }) => ({
    ground, rule, text: w.facts.ground[ground], doubt: view.case.doubts.find((it) => it.ground === ground)?.doubt, hint: hintOf(view, ground),
  }));
}

/** The grounds nobody has ticked yet. */
export function untouched(view: CaseView): Ground[] {
  return groundLines(view).filter((it) => it.doubt === undefined).map((it) => it.ground);
}

/** The request that waits for an answer. */
export function pending(view: CaseView): Screening | null {
  const last = view.case.screenings.at(-1);
  return last && last.verdict === null ? last : null;
}

/** Whom a request went to: 消化器内科　久慈 隆文 医師. */
export function askedWhom(it: Screening, desk: OpenDesk | null): string {
  return w.case.common.doctor(departmentName(desk, it.department), doctorName(desk, it.doctor));
}

/** The department to ask first: the one asked last, else the wish on the form. */
export function usualDepartment(view: CaseView): string {
  return view.case.screenings.at(-1)?.department ?? view.case.subject.department ?? "";
}

const BY_DEPARTMENT = ["unknown_department", "department_stopped", "online_elsewhere"];

/** Why the doctor may not be asked now; what only concerns another department than the chosen one does not count. */
export function askRefusal(view: CaseView, department: string): { text: string; rule: number | null } | null {
  if (department === "") return { text: w.case.screening.choose_department, rule: null };
  const refusal = view.deeds.find((it) => it.kind === "ask_doctor")?.refusal;
  if (!refusal || (BY_DEPARTMENT.includes(refusal.why.code) && department !== usualDepartment(view))) return null;
  return { text: refusalText(refusal), rule: refusal.rule };
}

/** Rules that may be set aside with a reason so that the doctor is asked all the same. */
export function mayWaive(rule: number | null): rule is number {
  return rule !== null && [39, 44, 56, 57, 58, 59, 61, 62, 63, 64, 65].includes(rule);
}

/** 先行審査 sets R65 aside for letter and data; who may come, consent, proof and the referrer's word are set aside themselves. */
export function ruleToWaive(rule: number): number {
  return [39, 44, 57, 58].includes(rule) ? rule : 65;
}

export type VerdictForm = {
  outcome: Verdict["outcome"] | ""; what: string; from: Supplier; ground: Ground; words: string; approver: string; general: string; department: string;
};

export function verdictForm(desk: OpenDesk | null): VerdictForm {
  return {
    outcome: "", what: "", from: "referrer", ground: "no_specialist", words: wordsFor("no_specialist", desk), approver: "",
    general: desk?.profile.wording["general_outpatient"] ?? "", department: "",
  };
}

/** The hospital's approved sentence for a ground, to start from. */
export function wordsFor(ground: Ground, desk: OpenDesk | null): string {
  return desk?.profile.wording[`decline.${ground}`] ?? "";
}

/** Another ground brings its own sentence, unless somebody has already changed the words. */
export function withGround(form: VerdictForm, ground: Ground, desk: OpenDesk | null): Pick<VerdictForm, "ground" | "words"> {
  const own = form.words.trim() !== "" && form.words !== wordsFor(form.ground, desk);
  return { ground, words: own ? form.words : wordsFor(ground, desk) };
}

/** The doctor's answer as it will be recorded, or what is still missing in it. */
export function verdictOf(form: VerdictForm): { verdict: Verdict } | { why: string } {
  const say = w.case.screening;
  switch (form.outcome) {
    case "": return { why: say.choose_verdict };
    case "accept": return { verdict: { outcome: "accept" } };
    case "more_material": return form.what.trim() === "" ? { why: say.what_needed } : { verdict: { outcome: "more_material", what: form.what, from: form.from } };
    case "refuse":
      if (form.words.trim() === "") return { why: say.words_needed };
      return form.approver.trim() === "" ? { why: say.approver_needed } : { verdict: { outcome: "refuse", ground: form.ground, words: form.words, approver: form.approver } };
    case "general_outpatient": return form.general.trim() === "" ? { why: say.words_needed } : { verdict: { outcome: "general_outpatient", words: form.general } };
    case "other_department": return form.department === "" ? { why: say.choose_department } : { verdict: { outcome: "other_department", department: form.department } };
  }
}

/** R13 with R44: an acceptance needs the referring doctor's agreement; said before it is refused. */
export function acceptWarning(view: CaseView, form: VerdictForm): string | null {
  const waived = view.case.waivers.some((it) => it.rule === 44);
  return form.outcome === "accept" && view.case.referrer.agreed !== "yes" && !waived ? w.case.screening.agreed_first(w.facts.told[view.case.referrer.agreed]) : null;
}
