// Where a step or a deed leads: a section of the case (and the place in it), or a dialog. No window in here.
import type { DeedKind, Matter, StepKind } from "$wire/generated";

export const TABS = ["overview", "items", "screening", "dates", "call", "papers", "report", "log"] as const;
export type TabKey = (typeof TABS)[number];

export type DialogName =
  | "note" | "mode" | "end" | "death" | "withdraw" | "waive" | "move"
  | "patient" | "applicant" | "referrer" | "subject" | "unbook" | "packet" | "leak";

/** `at` names the place that takes the focus on arrival; `matter` is what a call is about. */
export type Lead = { tab: TabKey; at?: string; matter?: Matter } | { dialog: DialogName };

const tab = (key: TabKey, at?: string): Lead => ({ tab: key, at });
const call = (matter: Matter): Lead => ({ tab: "call", matter });

export const stepLeads: Record<StepKind, Lead> = {
  first_call: call("first_inquiry"),
  answer_inquiry: call("first_inquiry"),
  chase_packet: call("reminder"),
  open_packet: tab("items", "packet"),
  chase_missing: call("missing"),
  ask_doctor: tab("screening", "ask"),
  chase_doctor: tab("screening", "remind"),
  propose_dates: tab("dates"),
  phone_candidates: call("candidates"),
  write_unreachable: tab("papers"),
  post_paper: tab("papers"),
  post_answer: tab("papers"),
  report_leak: { dialog: "leak" },
  returned_mail: tab("papers"),
  confirm_clinics: tab("papers", "clinics"),
  call_clinics_mismatch: call("clinics"),
  see_clinics_change: tab("papers", "clinics"),
  day_before: tab("report", "day-before"),
  record_visit: tab("report", "visit"),
  chase_report: tab("report", "report"),
  deliver_report: tab("report", "deliver"),
  return_material: tab("report", "material"),
  decide_no_show: { dialog: "end" },
};

export const deedLeads: Record<DeedKind, Lead> = {
  receive_packet: { dialog: "packet" },
  log_call: tab("call"),
  ask_doctor: tab("screening", "ask"),
  record_verdict: tab("screening", "verdict"),
  offer: tab("dates"),
  book: call("candidates"),
  print_paper: tab("papers"),
  post_paper: tab("papers"),
  unbook: { dialog: "unbook" },
  switch_mode: { dialog: "mode" },
  clinics_booked: tab("papers", "clinics"),
  clinics_change_seen: tab("papers", "clinics"),
  confirm_day_before: tab("report", "day-before"),
  record_payment: tab("report", "payment"),
  consult: tab("report", "visit"),
  no_show: tab("report", "visit"),
  receive_report: tab("report", "report"),
  print_cover_letter: tab("report", "deliver"),
  hand_over_report: tab("report", "deliver"),
  post_report: tab("report", "deliver"),
  return_material: tab("report", "material"),
  epilepsy_online: { dialog: "end" },
  cancel: { dialog: "end" },
  withdraw_agreement: { dialog: "withdraw" },
  death: { dialog: "death" },
  note: { dialog: "note" },
};

/** The query that goes with a lead to a section. */
export function queryOf(lead: Extract<Lead, { tab: TabKey }>): Record<string, string> {
  return { ...(lead.at ? { at: lead.at } : {}), ...(lead.matter ? { matter: lead.matter } : {}) };
}

/** Reads the section out of the address; anything else is the first one. */
export function readTab(word: string | undefined): TabKey {
  return TABS.find((it) => it === word) ?? "overview";
}

/** Reads the case's number in the register out of the address. */
export function readId(word: string | undefined): number | null {
  return word !== undefined && /^\d{1,15}$/.test(word) ? Number(word) : null;
}
