// A made-up case for tests. Nobody here exists.
import type { Action, Case, CaseView, Doctor, Mark, OpenDesk, TimelineEntry } from "$wire/generated";

export const mark = (at = "2026-11-18T10:02:00", by = "佐々木"): Mark => ({ at, by });

export const aCase = (more: Partial<Case> = {}): Case => ({
  number: "R8-0127",
  mode: "in_person",
  mode_changes: [],
  inquiry: null,
  applied_on: "2026-11-12",
  patient: {
    name: { family: "髙橋", given: "美津江", family_kana: "タカハシ", given_kana: "ミツエ" },
    former_name: "",
    sex: "female",
    birth: { typed: "S21.7.30", date: "1946-07-30" },
    address: { postal: "985-0000", line1: "塩浜市港町三丁目1番1号", line2: "" },
    phones: [{ number: "090-0000-1842", line: "mobile", whose: "", do_not_call: false }],
    call_times: "",
    may_leave_message: "yes",
    announce_as: "",
    hospital_id: "",
    told_diagnosis: "yes",
  },
  applicant: {
    who: "family",
    name: { family: "長谷部", given: "由紀子", family_kana: "ハセベ", given_kana: "ユキコ" },
    kinship: "長女",
    phone: "090-0000-2211",
    address: { postal: "", line1: "", line2: "" },
    patient_cannot_sign: false,
    companions: [],
    may_ask_referrer: "yes",
  },
  referrer: { institution: "i1", institution_name: "杜の丘中央病院", department: "外科", doctor: "相良 直人", agreed: "yes" },
  subject: {
    diagnosis: "胃がん",
    topics: [2],
    question: "手術と化学療法のどちらがよいか",
    department: "digestive",
    wished_doctor: null,
    wishes: { unavailable: [], unavailable_weekdays: [], half: null, not_before: null, typed: "" },
  },
  packets: [{ packet: { arrived: "2026-11-18", channel: "registered", tracking: "12345678901", sender: "", place: "棚 B-1", unopened: false, name_on_it: "" }, accepted: mark() }],
  items: [],
  discs: [],
  bring_on_day: [],
  custody: [{ place: "棚 B-1", mark: mark() }],
  doubts: [],
  screenings: [],
  holds: [],
  calls: [],
  booking: null,
  past_bookings: [],
  papers: [],
  approvals: [],
  leaks: [],
  clinics: { registered: null, booked: null },
  day_before: null,
  payment: null,
  no_shows: [],
  consultation: null,
  report: { received: null, pages: 0, reminders: [], delivered: null },
  returned: null,
  waivers: [],
  notes: [],
  ending: null,
  ...more,
});

export const aView = (more: Partial<CaseView> = {}): CaseView => {
  const facts = more.case ?? aCase();
  return {
    id: 12,
    revision: 3,
    case: facts,
    brief: {
      number: facts.number, name: "髙橋 美津江", kana: "タカハシ ミツエ", former_name: "", birth: "1946-07-30", mode: facts.mode, department: "digestive",
      institution: "杜の丘中央病院", since: "2026-11-18", stage: "incomplete", open: true, steps: [], here: 4, needed: 6, visit: null, misses: 0, last_call: null, fiscal_year: 2026,
    },
    stage: "incomplete",
    steps: [],
    checklist: [],
    missing: [],
    ages: { on: [], changes: false, doubtful: false },
    looks: [],
    age_today: 80,
    deeds: [],
    offers: [],
    holds: [],
    mode: { mode: "in_person", fee: { net: 30000, rate_percent: 10, gross: 33000 }, paper: "slip", booker: "desk", paying: "cashier_before", report: "handed_over" },
    clinics: "not_seen",
    timeline: [],
    alike: [],
    institution: null,
    undo: null,
    ...more,
  };
};

export const aDoctor = (more: Partial<Doctor> = {}): Doctor => ({
  id: "d1", name: "久慈 隆文", department: "digestive", exceptions: [], retired: false,
  clinics: [{ weekdays: [1, 3], nth: [], from: "14:00:00", to: "16:00:00", slot_minutes: 60, room: "第2相談室", modes: ["in_person"], valid_from: null, valid_to: null }],
  ...more,
});

export const desk = {
  today: "2026-11-24",
  now: "2026-11-24T09:31:00",
  staff: ["佐々木", "大友"],
  doctors: [aDoctor()],
  departments: [{ id: "digestive", name: "消化器内科", stopped: "", online_elsewhere: "", requires: ["pathology"], retired: false }],
  profile: {
    services: [
      { code: "ordinary", name: "普通郵便", lead_days: 5, tracking_digits: 0, weekend_delivery: false },
      { code: "letter_pack", name: "レターパック", lead_days: 3, tracking_digits: 12, weekend_delivery: true },
    ],
    wording: { "decline.no_consent": "ご本人の同意書が確認できませんでした。" },
    places: ["棚 A-1", "棚 B-1"],
    deadlines: { misses_before_letter: 3 },
    clinics: { name: "CLINICS", vendor: "v", menu: "てんかん科以外のオンラインによるセカンドオピニオン", help_name: "", help_phone: "", start_minutes_before: 5 },
  },
} as unknown as OpenDesk;

export const done = (action: Action, seq = 1, more: Partial<TimelineEntry> = {}): TimelineEntry => ({
  seq, mark: mark(), event: { event: "done", action }, taken_back: false, ...more,
});
