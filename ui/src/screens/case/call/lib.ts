// The call card: whom to call, what is said, what became of it. Digits mean results only while no text field has the focus. Pure.
import type { IconName } from "$look/icons";
import type { Call, CallCard, CallRecord, CaseView, HoldView, Matter, OpenDesk, Outcome, Party, Phone, Slot } from "$wire/generated";
import { clock, monthDay, slash, wareki, weekday } from "$words/dates";
import { w } from "$words";
import { stepLeads } from "../leads";
import { askLines } from "../overview/lib";
import { applicantName, doctorName, kanaName, patientName, when } from "../names";

export const MATTERS: readonly Matter[] = [
  "candidates", "missing", "first_inquiry", "confirmed", "change", "cancellation", "fee", "reminder", "report", "clinics", "other",
];

/** What the call is about: what the address says, else what the next step wants. */
export function usualMatter(view: CaseView, asked: string | undefined): Matter {
  const named = MATTERS.find((it) => it === asked);
  if (named) return named;
  const step = view.steps[0];
  const lead = step ? stepLeads[step.kind] : undefined;
  if (lead && "matter" in lead && lead.matter) return lead.matter;
  return view.holds.length > 0 && view.case.booking === null ? "candidates" : "other";
}

export type Line = { key: string; party: Party; person: string; number: string; label: string; hint: string; barred: boolean };

function phoneLine(phone: Phone, at: number, patient: string): Line {
  const whose = phone.whose === "" ? w.facts.party.patient : phone.whose;
  return {
    key: `patient-${at}`, party: phone.whose === "" && phone.line !== "family" ? "patient" : "family", person: phone.whose === "" ? patient : phone.whose, number: phone.number,
    label: w.case.call.line(whose, w.facts.phone_line[phone.line], at + 1), hint: phone.do_not_call ? w.case.call.do_not_call : "", barred: phone.do_not_call,
  };
}

/** Everybody who can be called about this case: first whoever comes instead of the patient, such as a child's mother. Numbers that must not be rung are listed last and said to be so. */
export function linesOf(view: CaseView, desk: OpenDesk | null): Line[] {
  const { patient, applicant, referrer, screenings } = view.case;
  const own = patient.phones.map((it, at) => phoneLine(it, at, patientName(patient)));
  const lines = [...own.filter((it) => !it.barred)];
  if (applicant.who !== "patient" && applicant.phone !== "") {
    const name = applicantName(applicant, patient);
    const line: Line = { key: "applicant", party: "family", person: name, number: applicant.phone, label: w.case.call.applicant(name, applicant.kinship), hint: "", barred: false };
    lines.splice(applicant.who === "patient_with_family" ? lines.length : 0, 0, line);
  }
  if (view.institution && view.institution.phone !== "") {
    lines.push({ key: "referrer", party: "referrer", person: referrer.doctor, number: view.institution.phone, label: w.case.call.referrer(view.institution.name, referrer.doctor), hint: applicant.may_ask_referrer === "yes" ? "" : w.case.call.referrer_unasked, barred: false });
  }
  const doctor = screenings.at(-1)?.doctor ?? null;
  if (doctor !== null) {
    const name = doctorName(desk, doctor);
    lines.push({ key: "doctor", party: "doctor", person: name, number: "", label: w.case.call.doctor(name), hint: "", barred: false });
  }
  return [...lines, ...own.filter((it) => it.barred)];
}

/** The line to ring first: for the report the doctor, else the first that may be rung. */
export function usualLine(lines: readonly Line[], matter: Matter): Line | undefined {
  const doctor = matter === "report" ? lines.find((it) => it.party === "doctor") : undefined;
  return doctor ?? lines.find((it) => !it.barred);
}

export type Identity = { key: "name" | "birth" | "address"; text: string };

/** What the person on the line can be asked, as the desk has it; two must agree. */
export function identityOf(view: CaseView): Identity[] {
  const { name, birth, address } = view.case.patient;
  const all: Identity[] = [
    { key: "name", text: kanaName(name) || patientName(view.case.patient) },
    { key: "birth", text: birth ? wareki(birth.date) : "" },
    { key: "address", text: address.line1 },
  ];
  return all.filter((it) => it.text !== "");
}

/** Two of name, birth date and address (or all there are). */
export function identified(ticked: readonly string[], all: readonly Identity[]): boolean {
  return all.length > 0 && ticked.length >= Math.min(2, all.length);
}

export type Candidate = { n: number; slot: Slot; keys: string; live: boolean; date: string; time: string; post: string; gone: string };

/** The held dates as they stand now: what has run out is said before it is offered. */
export function candidatesOf(card: Pick<CallCard, "candidates">, postWords: (hold: HoldView) => string): Candidate[] {
  return card.candidates.map((it, at) => ({
    n: at + 1, slot: it.hold.slot, keys: at < 3 ? String(at + 1) : `Ctrl+${at + 1}`, live: it.live,
    date: monthDay(it.hold.slot.start), time: clock(it.hold.slot.start), post: postWords(it),
    gone: it.live ? "" : it.lost ? w.case.call.lost : w.case.call.expired(`${slash(it.hold.until)} ${clock(it.hold.until)}`),
  }));
}

export type Result = { keys: string; outcome: Outcome; icon: IconName };

/** Results that need no words: one key records them. */
export const RESULTS: readonly Result[] = [
  { keys: "4", outcome: "no_answer", icon: "phone-missed" }, { keys: "5", outcome: "left_message", icon: "voicemail" }, { keys: "6", outcome: "busy", icon: "phone-call" },
  { keys: "7", outcome: "call_back", icon: "clock" }, { keys: "8", outcome: "not_in_service", icon: "phone-off" }, { keys: "9", outcome: "wrong_person", icon: "users" },
];

/** A message may only be left where the patient agreed to it. */
export function againstResult(outcome: Outcome, card: CallCard): string | undefined {
  if (outcome === "left_message" && card.may_leave_message === "no") return w.case.call.no_message;
  return undefined;
}

const MISSES: readonly Outcome[] = ["no_answer", "left_message", "busy", "not_in_service", "wrong_person"];

export type Said = { direction: CallRecord["direction"]; line: Line | undefined; matter: Matter; identity: boolean; feeTold: boolean; nextTry: string | null; note: string };

export function recordOf(outcome: Outcome, said: Said): CallRecord {
  return {
    direction: said.direction, party: said.line?.party ?? "patient", person: said.line?.person ?? "", number: said.line?.number ?? "", matter: said.matter, outcome,
    identity_checked: said.identity, fee_told: said.feeTold, next_try: said.nextTry, note: said.note,
  };
}

/** When to try next: promised, or proposed after a miss; nothing after a talk. */
export function nextTryOf(outcome: Outcome, card: CallCard, promised: string | null): string | null {
  if (outcome === "call_back") return promised ?? card.next_try;
  return MISSES.includes(outcome) && outcome !== "not_in_service" ? card.next_try : null;
}

/** After how many more misses the desk writes instead; null while nobody was missed. */
export function letterHint(card: Pick<CallCard, "misses" | "letter_after">): string | null {
  if (card.letter_after === 0) return null;
  if (card.misses >= card.letter_after) return w.case.call.write_now(card.misses);
  return card.misses + 1 === card.letter_after ? w.case.call.write_next(card.letter_after) : null;
}

/** Another desk's call of the last half hour: two clerks must not ring the same person. */
export function justCalled(calls: readonly Call[], now: string, person: string | null): string | null {
  const last = calls[0];
  if (!last || last.mark.by === person) return null;
  const minutes = (Date.parse(`${now.slice(0, 19)}Z`) - Date.parse(`${last.mark.at.slice(0, 19)}Z`)) / 60_000;
  return minutes >= 0 && minutes <= 30 ? w.case.call.just_called(last.mark.by, clock(last.mark.at)) : null;
}

/** 11/20（金）16:40. */
export function callWhen(it: Call): string {
  return w.case.call.at(slash(it.mark.at), weekday(it.mark.at), clock(it.mark.at));
}

/** What is to be said when the matter is not the dates. `menu` is the one to choose in CLINICS (R91). */
export function matterLines(matter: Matter, view: CaseView, menu = ""): string[] {
  const say = w.case.call;
  const { booking, clinics, subject } = view.case;
  switch (matter) {
    case "candidates": return view.holds.length === 0 && booking === null ? [say.no_candidates] : [];
    case "missing": return view.missing.length === 0 ? [say.nothing_missing] : askLines(view.missing);
    case "reminder": return [say.reminder];
    case "first_inquiry": return [say.first_inquiry, ...(subject.question === "" ? [] : [subject.question])];
    case "clinics": return [
      ...(booking ? [say.agreed(when(booking.slot.start)), ...(menu === "" ? [] : [say.clinics_menu(menu)])] : []), ...(clinics.booked ? [say.seen(when(clinics.booked.start), clinics.booked.menu), say.clinics_state(w.facts.clinics[view.clinics])] : [say.clinics_not_seen]),
    ];
    case "report": return [say.report];
    case "change": case "cancellation": return [say.change, ...(view.case.mode === "online" ? [say.change_online] : [])];
    case "confirmed": return booking ? [say.agreed(when(booking.slot.start))] : [];
    case "fee": return [w.case.common.gross(view.mode.fee.gross)];
    default: return [];
  }
}

/** The day and the time of a promise as one moment; null while either cannot be read. Full-width digits count. */
export function promiseAt(day: string | null, time: string): string | null {
  const found = /^([01]?\d|2[0-3])[:時]?([0-5]\d)?分?$/.exec(time.normalize("NFKC").replace("：", ":").trim());
  if (day === null || !found) return null;
  const [, hour = "", minute = "00"] = found;
  return `${day}T${hour.padStart(2, "0")}:${minute}:00`;
}
