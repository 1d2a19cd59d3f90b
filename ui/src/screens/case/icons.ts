// One icon for one meaning: what each step and each deed is drawn with.
import type { IconName } from "$look/icons";
import type { DeedKind, StepKind } from "$wire/generated";

export const stepIcons: Record<StepKind, IconName> = {
  first_call: "phone", answer_inquiry: "phone", chase_packet: "phone", open_packet: "mail-open", chase_missing: "phone", ask_doctor: "stethoscope",
  chase_doctor: "bell", propose_dates: "calendar-days", phone_candidates: "phone", write_unreachable: "mail", post_paper: "send", post_answer: "send", report_leak: "octagon-alert", returned_mail: "undo-2",
  confirm_clinics: "video", call_clinics_mismatch: "phone", see_clinics_change: "video", day_before: "list-checks", record_visit: "circle-check",
  chase_report: "file-text", deliver_report: "package-check", return_material: "package-open", decide_no_show: "circle-help",
};

export const deedIcons: Record<DeedKind, IconName> = {
  receive_packet: "package-check", log_call: "phone", ask_doctor: "stethoscope", record_verdict: "stethoscope", offer: "lock", book: "calendar-days",
  print_paper: "printer", post_paper: "send", unbook: "rotate-ccw", switch_mode: "refresh-cw", clinics_booked: "video", clinics_change_seen: "video",
  confirm_day_before: "list-checks", record_payment: "wallet", consult: "circle-check", no_show: "octagon-x", receive_report: "file-text",
  print_cover_letter: "printer", hand_over_report: "package-check", post_report: "send", return_material: "package-open", epilepsy_online: "log-out",
  cancel: "x", withdraw_agreement: "octagon-x", death: "octagon-x", note: "pencil",
};
