// The whole journal of a case, and the part of it a clerk looks for. Pure.
import type { Action, OpenDesk, TimelineEntry } from "$wire/generated";
import { moment, slash } from "$words/dates";
import { w } from "$words";
import { tellAmong } from "../happenings";

export const KINDS = ["all", "material", "screening", "dates", "calls", "papers", "visit"] as const;
export type LogKind = (typeof KINDS)[number];

const OF: Record<Action["do"], Exclude<LogKind, "all">> = {
  inquire: "calls", receive_packet: "material", amend_patient: "material", amend_applicant: "material", amend_referrer: "material", amend_subject: "material",
  check_item: "material", bring_on_day: "material", check_disc: "material", move: "material", return_material: "material", note: "material",
  doubt: "screening", waive: "screening", ask_doctor: "screening", remind_doctor: "screening", record_verdict: "screening", withdraw_agreement: "screening",
  hold_slot: "dates", release_slot: "dates", decline_candidates: "dates", book: "dates", unbook: "dates", switch_mode: "dates",
  log_call: "calls", issue_paper: "papers", approve_paper: "papers", seal: "papers", report_leak: "papers", leak_reported: "papers", post_paper: "papers", void_paper: "papers", mail_came_back: "papers",
  clinics_registered: "papers", clinics_booked: "papers", clinics_change_seen: "papers",
  confirm_day_before: "visit", record_payment: "visit", no_show: "visit", consult: "visit", receive_report: "visit", remind_report: "visit",
  hand_over_report: "visit", post_report: "visit", end: "visit",
};

export type LogRow = { seq: number; when: string; who: string; fact: string; detail: string; mark: "standing" | "taken_back" | "undo" };

/** Every entry, newest first. What was taken back keeps its line; so does the taking back. */
export function logRows(entries: readonly TimelineEntry[], desk: OpenDesk | null, kind: LogKind): LogRow[] {
  const today = desk?.today ?? "";
  const about = new Map(entries.map((it) => [it.seq, it.event]));
  const kindOf = (entry: TimelineEntry): LogKind => {
    const event = entry.event.event === "done" ? entry.event : about.get(entry.event.seq);
    return event?.event === "done" ? OF[event.action.do] : "all";
  };
  return entries.filter((it) => kind === "all" || kindOf(it) === kind).map((entry) => {
    const { seq, mark, event, taken_back } = entry;
    const at = moment(mark.at, today) === "" ? slash(mark.at) : moment(mark.at, today);
    if (event.event === "taken_back") return { seq, when: at, who: mark.by, fact: w.case.events.took_back(event.seq), detail: "", mark: "undo" };
    const { fact, detail = "" } = tellAmong(entries, event.action, seq, desk);
    return { seq, when: at, who: mark.by, fact, detail, mark: taken_back ? "taken_back" : "standing" };
  });
}
