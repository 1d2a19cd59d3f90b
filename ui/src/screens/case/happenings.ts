// What an entry of the case's journal says on the timeline: icon, fact, detail. Pure; names come from the desk's lists.
import type { IconName } from "$look/icons";
import type { Happening } from "$parts/Timeline.svelte";
import type { Action, CallRecord, OpenDesk, Return, TimelineEntry, Verdict } from "$wire/generated";
import { moment, monthDay } from "$words/dates";
import { w } from "$words";
import { departmentName, doctorName, serviceName, when } from "./names";

export type Told = { icon: IconName; fact: string; detail?: string };
type Teller<K extends Action["do"]> = (it: Extract<Action, { do: K }>, desk: OpenDesk | null) => Told;

const say = () => w.case.events;
/** Sentences in a row; empty ones are left out. */
const row = (...parts: (string | false)[]): string => say().row(parts.filter((it) => it !== false && it !== "") as string[]);
const one = (icon: IconName, fact: () => string) => (): Told => ({ icon, fact: fact() });

function toldCall(it: CallRecord): Told {
  const e = say();
  const { party, outcome, direction, matter } = it;
  const whom = it.person === "" ? w.facts.party[party] : it.person;
  return {
    icon: direction === "in" ? "phone-incoming" : outcome === "spoke" ? "phone" : "phone-missed",
    fact: direction === "in" ? e.call_in(whom, w.facts.outcome[outcome]) : e.call(whom, w.facts.direction.out, w.facts.outcome[outcome]),
    detail: row(e.about(w.facts.matter[matter]), it.identity_checked && e.identity, it.fee_told && e.fee_told, it.next_try !== null && e.next_try(when(it.next_try)), it.note),
  };
}

function toldVerdict(it: Verdict, desk: OpenDesk | null): Told {
  const e = say();
  switch (it.outcome) {
    case "accept": return { icon: "stethoscope", fact: e.accept };
    case "more_material": return { icon: "stethoscope", fact: e.more(w.facts.supplier[it.from]), detail: it.what };
    case "refuse": return { icon: "ban", fact: e.refuse(w.facts.ground[it.ground]), detail: e.approved(it.approver) };
    case "general_outpatient": return { icon: "stethoscope", fact: e.general };
    case "other_department": return { icon: "stethoscope", fact: e.other_department(departmentName(desk, it.department)) };
  }
}

function toldReturn(it: Return, desk: OpenDesk | null): Told {
  const e = say();
  switch (it.how) {
    case "handed_over": return { icon: "package-check", fact: e.returned };
    case "posted":
      return { icon: "send", fact: e.returned_post, detail: row(e.by_service(serviceName(desk, it.service), it.tracking), e.returned_two(it.packed_by, it.checked_by)) };
    case "kept": return { icon: "archive", fact: e.kept, detail: it.reason };
  }
}

const tellers: { [K in Action["do"]]: Teller<K> } = {
  inquire: (it) => ({
    icon: "phone-incoming",
    fact: say().inquire,
    detail: row(it.explained && say().inquire_explained, it.heard.length > 0 && say().heard(w.facts.join(it.heard.map((g) => w.facts.ground[g]))), it.out_of_hours && say().inquire_out_of_hours),
  }),
  receive_packet: (it) => ({
    icon: it.number === null ? "mail" : "stamp",
    fact: it.number === null ? say().packet_more : say().packet_first(it.number),
    detail: row(
      say().packet(w.facts.channel[it.packet.channel], it.items.length),
      it.packet.unopened && say().unopened,
      it.packet.sender !== "" && say().sender(it.packet.sender),
      it.packet.place !== "" && say().to_place(it.packet.place),
    ),
  }),
  amend_patient: one("pencil", () => say().amend_patient),
  amend_applicant: one("pencil", () => say().amend_applicant),
  amend_referrer: one("pencil", () => say().amend_referrer),
  amend_subject: one("pencil", () => say().amend_subject),
  check_item: ({ item }) => {
    const name = w.facts.item[item.kind];
    const bad = item.defects.length > 0;
    return {
      icon: bad ? "file-x" : "list-checks",
      fact: bad ? say().check_defect(name, w.facts.join(item.defects.map((d) => w.facts.defect[d]))) : say().checked(name),
      detail: row(say().pieces(item.count, w.facts.form[item.form]), item.note),
    };
  },
  bring_on_day: (it) => ({ icon: "door-open", fact: it.bring ? say().bring(w.facts.item[it.item]) : say().bring_no(w.facts.item[it.item]) }),
  check_disc: ({ disc }) => ({
    icon: "disc-3",
    fact: disc.label === "" ? say().disc_no_label : say().disc(disc.label),
    detail: row(disc.troubles.length > 0 && say().troubles(w.facts.join(disc.troubles.map((t) => w.facts.disc_trouble[t]))), say().name_on_disc(w.facts.name_match[disc.name]), disc.imported_to !== "" && say().imported(disc.imported_to)),
  }),
  move: (it) => ({ icon: "map-pin", fact: say().move(it.place) }),
  doubt: (it) => ({ icon: "circle-help", fact: it.doubt === "suspected" ? say().doubt(w.facts.ground[it.ground]) : say().doubt_none(w.facts.ground[it.ground]) }),
  waive: (it) => ({ icon: "shield-check", fact: say().waive(w.facts.rule(it.rule)), detail: it.reason }),
  ask_doctor: (it, desk) => ({ icon: "stethoscope", fact: say().ask(departmentName(desk, it.department)), detail: it.doctor === null ? "" : w.case.common.doctor("", doctorName(desk, it.doctor)) }),
  remind_doctor: one("bell", () => say().remind_doctor),
  record_verdict: (it, desk) => toldVerdict(it.verdict, desk),
  hold_slot: (it, desk) => ({ icon: "lock", fact: say().hold(when(it.slot.start)), detail: row(w.case.common.doctor("", doctorName(desk, it.slot.doctor)), it.until !== null && say().until(when(it.until))) }),
  release_slot: (it) => ({ icon: "lock-open", fact: say().release(when(it.start)) }),
  decline_candidates: (it) => ({ icon: "rotate-ccw", fact: say().declined, detail: it.reason }),
  log_call: (it) => toldCall(it.call),
  book: (it) => ({ icon: "calendar-days", fact: say().book(when(it.start)), detail: it.fee === null ? "" : w.case.common.gross(it.fee.gross) }),
  unbook: (it) => ({ icon: "rotate-ccw", fact: say().unbook, detail: it.reason }),
  issue_paper: (it) => ({ icon: "printer", fact: say().printed(w.facts.paper[it.kind], it.version) }),
  approve_paper: (it) => ({ icon: "stamp", fact: say().approved_paper(w.facts.paper[it.kind]) }),
  seal: (it) => ({ icon: "scan-line", fact: say().sealed(w.facts.paper[it.letter]), detail: row(it.scanned.length > 0 && say().scanned(it.scanned.length), it.second !== "" && say().second(it.second)) }),
  post_paper: (it, desk) => ({ icon: "send", fact: say().posted(w.facts.paper[it.kind]), detail: say().by_service(serviceName(desk, it.service), it.tracking) }),
  void_paper: (it) => ({ icon: "ban", fact: say().voided(w.facts.paper[it.kind]), detail: w.facts.void_reason[it.reason] }),
  mail_came_back: (it) => ({ icon: "undo-2", fact: say().came_back(w.facts.paper[it.kind]), detail: w.facts.return_reason[it.reason] }),
  clinics_registered: one("video", () => say().clinics_registered),
  clinics_booked: (it) => ({ icon: "video", fact: say().clinics_booked(when(it.start)), detail: it.menu }),
  clinics_change_seen: one("video", () => say().clinics_change),
  confirm_day_before: one("list-checks", () => say().day_before),
  record_payment: (it) => (it.card_error === "" ? { icon: "wallet", fact: say().paid } : { icon: "octagon-alert", fact: say().card_error, detail: it.card_error }),
  no_show: one("octagon-x", () => say().no_show),
  consult: (it, desk) => ({ icon: "circle-check", fact: say().consult(w.case.common.doctor("", doctorName(desk, it.doctor))), detail: it.report_later ? say().report_later : "" }),
  receive_report: (it) => ({ icon: "file-text", fact: say().report(it.pages) }),
  remind_report: one("bell", () => say().remind_report),
  hand_over_report: one("package-check", () => say().report_handed),
  post_report: (it, desk) => ({ icon: "send", fact: say().report_posted, detail: say().by_service(serviceName(desk, it.service), it.tracking) }),
  return_material: (it, desk) => toldReturn(it.how, desk),
  report_leak: (it) => ({ icon: "octagon-alert", fact: say().leak(monthDay(it.noticed)), detail: it.what }),
  leak_reported: (it) => ({ icon: "flag", fact: it.last ? say().leak_last : say().leak_first }),
  switch_mode: (it) => ({ icon: "refresh-cw", fact: say().mode(w.facts.mode[it.to], w.facts.asked_by[it.asked_by]), detail: row(it.reason, it.keeps_date && say().keeps_date) }),
  withdraw_agreement: (it) => ({ icon: "octagon-x", fact: say().withdraw, detail: it.reason }),
  end: (it) => ({ icon: "octagon-x", fact: say().ended(w.facts.end_kind[it.kind]), detail: row(it.ground !== null && say().ground(w.facts.ground[it.ground]), it.reason) }),
  note: (it) => ({ icon: "pencil", fact: say().note, detail: it.text }),
};

/** What was done, in words. */
export function tell(action: Action, desk: OpenDesk | null): Told {
  return (tellers[action.do] as Teller<Action["do"]>)(action, desk);
}

/** An entry in words. Every packet names the receipt number in the journal, but only the first one issued it. */
export function tellAmong(entries: readonly TimelineEntry[], action: Action, seq: number, desk: OpenDesk | null): Told {
  const earlier = action.do === "receive_packet" && entries.some((it) => it.seq < seq && !it.taken_back && it.event.event === "done" && it.event.action.do === "receive_packet");
  return tell(earlier ? { ...action, number: null } : action, desk);
}

/** The entries as the timeline draws them, in the order they come: newest first, those taken back marked. */
export function happenings(entries: readonly TimelineEntry[], desk: OpenDesk | null): Happening[] {
  const today = desk?.today ?? "";
  return entries.map(({ seq, mark, event, taken_back }) => {
    const told: Told = event.event === "done" ? tellAmong(entries, event.action, seq, desk) : { icon: "undo-2", fact: say().took_back(event.seq) };
    return {
      key: String(seq), when: moment(mark.at, today), who: mark.by, icon: told.icon, fact: say().sentence(told.fact),
      detail: told.detail || undefined, voided: taken_back ? say().taken_back : undefined,
    };
  });
}
