// The day itself, the report and the way back of the material: what is done, what is next, what may not be done and why. Pure.
import type { CaseView, DeedKind, OpenDesk, Return, Returned } from "$wire/generated";
import { moment } from "$words/dates";
import { itemText, lackText, refusalText } from "$words/reasons";
import { w } from "$words";
import { stepLeads } from "../leads";
import { byWhom, departmentOfDoctor, doctorName, serviceName } from "../names";

export type PartKey = "day-before" | "payment" | "visit" | "report" | "deliver" | "material";
export type PartState = "done" | "now" | "open" | "later";
export type Part = { key: PartKey; state: PartState; /** What was done, or why it cannot be done yet. */ text: string };

const DEEDS: Record<PartKey, readonly DeedKind[]> = {
  "day-before": ["confirm_day_before"], payment: ["record_payment"], visit: ["consult", "no_show"], report: ["receive_report"],
  deliver: ["print_cover_letter", "hand_over_report", "post_report"], material: ["return_material"],
};

function doneText(key: PartKey, view: CaseView, desk: OpenDesk | null): string | null {
  const { case: it } = view;
  const say = w.case.report;
  switch (key) {
    case "day-before": return it.day_before ? byWhom(it.day_before) : it.consultation ? say.passed : null;
    case "payment":
      if (it.payment?.state === "paid") return byWhom(it.payment.mark);
      return null;
    case "visit": return it.consultation ? say.visit_done(w.case.common.doctor("", doctorName(desk, it.consultation.doctor)), byWhom(it.consultation.mark)) : null;
    case "report": return it.report.received ? say.report_done(it.report.pages, byWhom(it.report.received)) : null;
    case "deliver": {
      const way = it.report.delivered;
      if (!way) return null;
      return way.how === "handed_over" ? say.handed(byWhom(way.mark)) : say.posted(serviceName(desk, way.service), way.tracking, byWhom(way.mark));
    }
    case "material": return it.returned ? returnedText(it.returned, desk) : null;
  }
}

export function returnedText(it: Returned, desk: OpenDesk | null): string {
  const say = w.case.report;
  switch (it.how.how) {
    case "handed_over": return say.returned_hand(byWhom(it.mark));
    case "posted": return say.returned_post(serviceName(desk, it.how.service), it.how.tracking, it.how.packed_by, it.how.checked_by, byWhom(it.mark));
    case "kept": return say.returned_kept(it.how.reason, byWhom(it.mark));
  }
}

/** The six parts in the order of the day. A part that is done says so; one that cannot be done says why; one is next. */
export function partsOf(view: CaseView, desk: OpenDesk | null): Part[] {
  const step = view.steps[0];
  const lead = step ? stepLeads[step.kind] : undefined;
  const led = lead && "tab" in lead && lead.tab === "report" ? lead.at : undefined;
  // In person the fee comes first (R51): while it is open, paying is what is next, not the talk.
  const unpaid = view.deeds.find((it) => it.kind === "consult")?.refusal?.why.code === "not_paid";
  const next = led === "visit" && unpaid ? "payment" : led;
  return (Object.keys(DEEDS) as PartKey[]).map((key) => {
    const done = doneText(key, view, desk);
    const deeds = view.deeds.filter((it) => DEEDS[key].includes(it.kind));
    const possible = deeds.some((it) => it.refusal === null);
    if (done !== null && !(key === "material" && possible)) return { key, state: "done", text: done };
    const refusal = deeds[0]?.refusal;
    if (!possible) return { key, state: "later", text: refusal ? refusalText(refusal) : "" };
    return { key, state: key === next ? "now" : "open", text: "" };
  });
}

/** Where one arrives: the part that was asked for, unless the fee stands before it; else what is next, else what is open. */
export function targetOf(parts: readonly Part[], asked: string | undefined): PartKey | undefined {
  const now = parts.find((it) => it.state === "now")?.key;
  const wanted = parts.find((it) => it.key === asked && (it.state === "now" || it.state === "open"))?.key;
  if (wanted === "visit" && now === "payment") return now;
  return wanted ?? now ?? parts.find((it) => it.state === "open")?.key;
}

export type ReadyLine = { fine: boolean; text: string };

/** What must be ready for the day: papers that are still to come, material at hand, discs that were read, CLINICS. */
export function readyLines(view: CaseView): ReadyLine[] {
  const say = w.case.report;
  const { case: it, missing, checklist } = view;
  const brought = checklist.filter((row) => row.state.is === "bring_on_day").map((row) => w.facts.item[row.item]);
  const place = it.custody.at(-1)?.place ?? "";
  const unread = it.discs.filter(({ disc }) => disc.name === "unread" && disc.imported_to === "").length;
  const paper = it.papers.find((one) => one.kind === view.mode.paper && one.voided === null);
  return [
    missing.length === 0 ? { fine: true, text: say.ready_material } : { fine: false, text: say.ready_missing(w.facts.join(missing.map((one) => w.facts.missing(itemText(one.item), lackText(one))))) },
    ...(brought.length > 0 ? [{ fine: true, text: say.ready_brought(w.facts.join(brought)) }] : []),
    place === "" ? { fine: false, text: say.ready_no_place } : { fine: true, text: say.ready_place(place) },
    ...(it.discs.length > 0 ? [unread === 0 ? { fine: true, text: say.ready_discs } : { fine: false, text: say.ready_unread(unread) }] : []),
    paper?.posted && !paper.came_back ? { fine: true, text: say.ready_paper(w.facts.paper[paper.kind]) } : { fine: false, text: say.ready_no_paper(w.facts.paper[view.mode.paper]) },
    ...(it.mode === "online" ? [{ fine: view.clinics === "agrees", text: say.ready_clinics(w.facts.clinics[view.clinics]) }] : []),
  ];
}

/** The doctor the date was agreed with, as the form starts. */
export function agreedDoctor(view: CaseView, desk: OpenDesk | null): string {
  return doctorName(desk, view.case.booking?.slot.doctor ?? null);
}

export function agreedDepartment(view: CaseView, desk: OpenDesk | null): string {
  return departmentOfDoctor(desk, view.case.booking?.slot.doctor ?? "");
}

/** R98, R77: the report goes by post when the visit was online or the report comes later. */
export function byPost(view: CaseView): boolean {
  const held = view.case.consultation;
  return held !== null && (held.booking.mode === "online" || held.report_later);
}

export type CheckState = { kind: "none" | "unchecked" | "checked"; text: string };

/** Whether the institution may be written to: a second person must have compared it with its letterhead (P3). */
export function institutionState(view: CaseView, desk: OpenDesk | null): CheckState {
  const say = w.case.report;
  const it = view.institution;
  if (!it) return { kind: "none", text: say.institution_none };
  if (it.checked) return { kind: "checked", text: say.institution_checked(byWhom(it.checked)) };
  const own = it.entered !== null && it.entered.by === desk?.person;
  return { kind: "unchecked", text: own ? say.institution_own(it.entered?.by ?? "") : say.institution_unchecked(it.entered ? byWhom(it.entered) : "") };
}

/** Why this person may not be the second pair of eyes. */
export function againstCheck(view: CaseView, desk: OpenDesk | null): string | undefined {
  const by = view.institution?.entered?.by;
  return by !== undefined && by === desk?.person ? w.case.report.institution_other_person : undefined;
}

/** Whether letter and label are printed and valid. */
export function lettersReady(view: CaseView): { letter: boolean; label: boolean } {
  const valid = (kind: "cover_letter" | "mailing_label") => view.case.papers.some((it) => it.kind === kind && it.voided === null && it.came_back === null);
  return { letter: valid("cover_letter"), label: valid("mailing_label") };
}

export type ReturnForm = { how: Return["how"]; service: string; tracking: string; packed_by: string; checked_by: string; reason: string };

export function returnForm(desk: OpenDesk | null): ReturnForm {
  return { how: "handed_over", service: desk?.profile.services[0]?.code ?? "", tracking: "", packed_by: desk?.person ?? "", checked_by: "", reason: "" };
}

export function returnOf(form: ReturnForm): Return {
  switch (form.how) {
    case "handed_over": return { how: "handed_over" };
    case "posted": return { how: "posted", service: form.service, tracking: form.tracking, packed_by: form.packed_by, checked_by: form.checked_by };
    case "kept": return { how: "kept", reason: form.reason };
  }
}

/** What is still to be filled in before material goes back. */
export function againstReturn(form: ReturnForm): string | null {
  if (form.how === "kept") return form.reason.trim() === "" ? w.case.common.reason_needed : null;
  if (form.how !== "posted") return null;
  if (form.packed_by.trim() === "" || form.checked_by.trim() === "") return w.case.report.two_names;
  return form.packed_by.trim() === form.checked_by.trim() ? w.facts.why.two_people : null;
}

/** What lies here and goes back, by kind. */
export function materialText(view: CaseView): string {
  const items = view.case.items.filter((it) => it.found.count > 0).map((it) => w.case.report.piece(w.facts.item[it.found.kind], it.found.count, w.facts.form[it.found.form]));
  return w.facts.join([...items, ...(view.case.discs.length > 0 ? [w.case.report.discs(view.case.discs.length)] : [])]);
}

export function remindersText(view: CaseView, today: string): string {
  return view.case.report.reminders.map((it) => w.case.report.reminded(moment(it.at, today), it.by)).join("　");
}
