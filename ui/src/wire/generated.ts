// Made from the desk's list of commands (cargo wire). Never edit.

/**
 * Do this to a case, or open a new one with it (`id` empty: `inquire` or `receive_packet`).
 */
export type Act = { id: number | null, 
/**
 * The revision the screen shows; a newer one in the register is a conflict.
 */
revision: number | null, action: Action, 
/**
 * The draft this finishes, forgotten with it.
 */
draft: string | null, };

export type Acted = { view: CaseView, };

/**
 * Fields marked "desk" are filled by the desk when the action is taken (receipt number, frozen fee,
 * expiry of a hold ...), so that replaying the journal needs neither clock nor rules.
 */
export type Action = { "do": "inquire", intake: Intake, heard: Array<Ground>, explained: boolean, 
/**
 * Desk: outside hours (R68).
 */
out_of_hours: boolean, 
/**
 * Desk: until when a packet is expected.
 */
packet_due: string | null, } | { "do": "receive_packet", packet: Packet, items: Array<FoundItem>, discs: Array<Disc>, 
/**
 * Needed items the applicant announced for the day itself.
 */
bring_on_day: Array<ItemKind>, 
/**
 * What the form says; `None` for a later packet that adds nothing to it.
 */
intake: Intake | null, 
/**
 * Desk: issued with the first packet.
 */
number: ReceiptNumber | null, } | { "do": "amend_patient", patient: Patient, } | { "do": "amend_applicant", applicant: Applicant, } | { "do": "amend_referrer", referrer: Referrer, } | { "do": "amend_subject", subject: Subject, applied_on: string | null, } | { "do": "check_item", item: FoundItem, } | { "do": "bring_on_day", item: ItemKind, bring: boolean, } | { "do": "check_disc", index: number, disc: Disc, } | { "do": "move", place: string, } | { "do": "doubt", ground: Ground, doubt: Doubt, } | { "do": "waive", rule: Rule, reason: string, } | { "do": "ask_doctor", department: string, doctor: string | null, } | { "do": "remind_doctor", } | { "do": "record_verdict", verdict: Verdict, } | { "do": "hold_slot", slot: Slot, until: string | null, } | { "do": "release_slot", start: string, } | { "do": "decline_candidates", reason: string, } | { "do": "log_call", call: CallRecord, 
/**
 * Desk: outside hours (R68). 
 */
out_of_hours: boolean, } | { "do": "book", start: string, fee: Fee | null, } | { "do": "unbook", reason: string, } | { "do": "issue_paper", kind: PaperKind, version: number, data: string, digest: string, } | { "do": "approve_paper", kind: PaperKind, } | { "do": "seal", letter: PaperKind, scanned: Array<string>, second: string, } | { "do": "post_paper", kind: PaperKind, service: string, tracking: string, } | { "do": "void_paper", kind: PaperKind, reason: VoidReason, } | { "do": "mail_came_back", kind: PaperKind, reason: ReturnReason, } | { "do": "clinics_registered", } | { "do": "clinics_booked", start: string, menu: string, } | { "do": "clinics_change_seen", } | { "do": "confirm_day_before", } | { "do": "record_payment", card_error: string, } | { "do": "no_show", } | { "do": "consult", doctor: string, report_later: boolean, } | { "do": "receive_report", pages: number, } | { "do": "remind_report", } | { "do": "hand_over_report", } | { "do": "post_report", service: string, tracking: string, } | { "do": "return_material", how: Return, } | { "do": "report_leak", what: string, noticed: string, } | { "do": "leak_reported", index: number, last: boolean, } | { "do": "switch_mode", to: Mode, asked_by: AskedBy, reason: string, 
/**
 * Desk: the fee of the new mode, re-agreed (G14).
 */
fee: Fee | null, 
/**
 * Desk: the doctor sees cases of the new mode at the agreed time, so the date stands.
 */
keeps_date: boolean, } | { "do": "withdraw_agreement", reason: string, } | { "do": "end", kind: EndKind, ground: Ground | null, reason: string, } | { "do": "note", text: string, };

export type Address = { 
/**
 * `980-8574`, or empty.
 */
postal: string, 
/**
 * One or two lines, as written; the second holds a building.
 */
line1: string, line2: string, };

export type AgeDate = "application" | "arrival" | "consultation";

/**
 * The patient's age where it matters: application, arrival, consultation (G2).
 */
export type AgeFacts = { on: Array<AgeOn>, 
/**
 * The patient turns 18 between the dates.
 */
changes: boolean, 
/**
 * One of the dates is the eve of the 18th birthday: a person decides.
 */
doubtful: boolean, };

export type AgeOn = { what: AgeDate, date: string, majority: MajorityOn, age: number, };

/**
 * People whose name reads the same, while a form is filled.
 */
export type AlikeQuery = { family_kana: string, given_kana: string, birth: string | null, 
/**
 * The case being edited is not listed.
 */
except: number | null, };

export type Answer = { verdict: Verdict, mark: Mark, };

/**
 * 相談者.
 */
export type Applicant = { who: Who, 
/**
 * Empty where the patient is the applicant.
 */
name: Name, 
/**
 * 続柄, a name of the profile's kinship list.
 */
kinship: string, phone: string, address: Address, 
/**
 * The patient cannot sign: consent becomes the doctor's decision.
 */
patient_cannot_sign: boolean, companions: Array<Companion>, 
/**
 * The patient agrees that the desk asks the referring doctor for missing material.
 */
may_ask_referrer: Told, };

/**
 * A second person read the draft of this version and approved it.
 */
export type Approval = { kind: PaperKind, version: number, mark: Mark, };

export type ArrivedPacket = { packet: Packet, 
/**
 * 収受.
 */
accepted: Mark, };

/**
 * R2: the hospital may ask for a switch, the patient may too.
 */
export type AskedBy = "hospital" | "patient";

export type BackupRow = { name: string, at: string, cases: number, verified: boolean, };

/**
 * Who makes the booking (R71-R73, R91).
 */
export type Booker = "desk" | "patient_in_clinics";

/**
 * 予約. The fee is frozen when the date is agreed (R50, R52).
 */
export type Booking = { slot: Slot, mode: Mode, fee: Fee, mark: Mark, };

/**
 * One line of a list. Free of any clock: the same case and rules give the same brief.
 */
export type Brief = { number: ReceiptNumber | null, name: string, kana: string, former_name: string, birth: string | null, mode: Mode, department: string | null, institution: string, 
/**
 * Arrival of the first packet, or the first call.
 */
since: string | null, stage: Stage, 
/**
 * Something is still to be done.
 */
open: boolean, steps: Array<Step>, 
/**
 * Items here, and items needed.
 */
here: number, needed: number, visit: Slot | null, misses: number, last_call: string | null, fiscal_year: number | null, };

export type CalendarQuery = { id: number, 
/**
 * Empty: the first doctor of the case's department.
 */
doctor: string | null, 
/**
 * Monday of the first week shown; empty: this week.
 */
from: string | null, weeks: number, };

export type CalendarView = { doctor: Doctor | null, doctors: Array<Doctor>, from: string, days: Array<Day>, proposals: Array<Proposal>, holds: Array<HoldView>, max_holds: number, };

export type Call = { record: CallRecord, 
/**
 * The call came or went outside desk hours (R68).
 */
out_of_hours: boolean, mark: Mark, };

export type CallCard = { phones: Array<Phone>, announce: string, may_leave_message: Told, message: string, call_times: string, candidates: Array<HoldView>, fee: Fee, script: Array<ScriptLine>, calls: Array<Call>, misses: number, letter_after: number, 
/**
 * Next desk moment worth a try.
 */
next_try: string, in_hours: boolean, };

export type CallRecord = { direction: Direction, party: Party, 
/**
 * Name of the person spoken to, when it matters.
 */
person: string, number: string, matter: Matter, outcome: Outcome, 
/**
 * Two of name, birth date, address agreed.
 */
identity_checked: boolean, 
/**
 * R50/R52: the fee was spoken.
 */
fee_told: boolean, 
/**
 * Promise or next try.
 */
next_try: string | null, note: string, };

export type CameBack = { reason: ReturnReason, mark: Mark, };

/**
 * The facts of one second-opinion request. `Case::default()` is a case nothing has happened to.
 */
export type Case = { 
/**
 * Issued with the first packet; an inquiry has none.
 */
number: ReceiptNumber | null, mode: Mode, mode_changes: Array<ModeChange>, inquiry: Inquiry | null, 
/**
 * Date written on the application form (申込日).
 */
applied_on: string | null, patient: Patient, applicant: Applicant, referrer: Referrer, subject: Subject, packets: Array<ArrivedPacket>, items: Array<Item>, discs: Array<HeldDisc>, 
/**
 * Items the applicant will bring on the day.
 */
bring_on_day: Array<ItemKind>, custody: Array<Custody>, doubts: Array<DoubtMark>, screenings: Array<Screening>, holds: Array<Hold>, calls: Array<Call>, booking: Booking | null, past_bookings: Array<PastBooking>, papers: Array<IssuedPaper>, approvals: Array<Approval>, leaks: Array<Leak>, clinics: Clinics, 
/**
 * 前日確認.
 */
day_before: Mark | null, payment: Payment | null, no_shows: Array<Mark>, consultation: Consultation | null, report: Report, returned: Returned | null, waivers: Array<Waiver>, notes: Array<Note>, ending: Ending | null, };

/**
 * One case in a list.
 */
export type CaseRow = { id: number, brief: Brief, 
/**
 * How a search found it, when not by the letters themselves.
 */
found_by: FoundBy | null, };

export type CaseView = { id: number, revision: number, case: Case, brief: Brief, stage: Stage, steps: Array<Step>, checklist: Array<ChecklistRow>, missing: Array<Missing>, ages: AgeFacts, 
/**
 * 担当者確認.
 */
looks: Array<Look>, age_today: number | null, deeds: Array<Deed>, 
/**
 * Every kind of paper, with what stands against printing it now.
 */
offers: Array<PaperOffer>, holds: Array<HoldView>, mode: ModeFacts, clinics: ClinicsMatch, 
/**
 * Newest first.
 */
timeline: Array<TimelineEntry>, 
/**
 * Others whose name reads the same.
 */
alike: Array<CaseRow>, institution: Institution | null, 
/**
 * The entry that Ctrl+Z takes back.
 */
undo: number | null, };

/**
 * How a packet arrived.
 */
export type Channel = "post" | "letter_pack" | "registered" | "courier" | "counter" | "from_referrer" | "electronic";

/**
 * The person signed in compared the institution with its letterhead (P3).
 */
export type CheckInstitution = { id: string, };

/**
 * One line of the checklist.
 */
export type ChecklistRow = { item: ItemKind, need: Need, due: Due, rule: Rule, state: RowState, supplier: Supplier, note: string, };

export type ClinicException = { "kind": "leave", from: string, to: string, reason: string, } | { "kind": "extra", date: string, from: string, to: string, slot_minutes: number, room: string, };

/**
 * 毎週火・木 14:00-16:00 60分.
 */
export type ClinicRule = { 
/**
 * Monday is 0.
 */
weekdays: Array<number>, 
/**
 * 第1..第5 of the month; empty means every week.
 */
nth: Array<number>, from: string, to: string, slot_minutes: number, room: string, modes: Array<Mode>, valid_from: string | null, valid_to: string | null, };

/**
 * What the desk saw in CLINICS (R87, R91).
 */
export type Clinics = { registered: Mark | null, booked: ClinicsBooking | null, };

export type ClinicsBooking = { start: string, menu: string, mark: Mark, };

/**
 * CLINICS as the notice describes it (R79, R88, R91, R93).
 */
export type ClinicsFacts = { name: string, vendor: string, menu: string, help_name: string, help_phone: string, start_minutes_before: number, };

/**
 * How the booking in CLINICS compares with what was agreed by telephone (R91).
 */
export type ClinicsMatch = "not_seen" | "agrees" | "other_time" | "other_menu";

/**
 * Why the desk is closed on a day. A holiday is named before a closure, a closure before the bare weekend.
 */
export type ClosedReason = { "kind": "holiday", code: HolidayKind, name: string, 
/**
 * False where the day is computed but not yet announced.
 */
official: boolean, } | { "kind": "closure", reason: string, } | { "kind": "weekend" };

/**
 * Days on which the desk is closed although the calendar would have it open (年末年始, 創立記念日).
 */
export type Closure = { span: ClosureSpan, 
/**
 * In the hospital's words; shown and printed as it stands.
 */
reason: string, };

/**
 * When a closure holds; both ends belong to it.
 */
export type ClosureSpan = { "kind": "once", from: string, to: string, } | { "kind": "yearly", from: MonthDay, to: MonthDay, };

export type Companion = { name: string, kinship: string, };

export type Consultation = { booking: Booking, doctor: string, 
/**
 * R77: the report follows by post although the visit was in person.
 */
report_later: boolean, mark: Mark, };

/**
 * 保管場所 of the materials.
 */
export type Custody = { place: string, mark: Mark, };

/**
 * A day that could be read but deserves a second look.
 */
export type DateNote = { "kind": "era_overflow", era: EraName, year: number, } | { "kind": "weekday_differs", typed: string, actual: string, };

export type DateReadout = { date: string, 
/**
 * 昭和16年2月8日（土）.
 */
wareki: string, age: number, note: DateNote | null, closed: ClosedReason | null, };

/**
 * Why a typed day cannot be taken as it stands.
 */
export type DateTrouble = { "kind": "empty" } | { "kind": "unreadable" } | { "kind": "incomplete" } | { "kind": "era_missing", year: number, } | { "kind": "no_such_day", year: number, month: number, day: number, } | { "kind": "era_ended", era: EraName, last: string, offered: string, } | { "kind": "before_era", era: EraName, first: string, offered: string, } | { "kind": "out_of_range", first: string, last: string, };

/**
 * One day of the grid.
 */
export type Day = { date: string, 
/**
 * Free slots in order of time.
 */
free: Array<Slot>, 
/**
 * This case's own holds on the day.
 */
held: Array<Slot>, 
/**
 * Others' holds and bookings on the day.
 */
taken: Array<Taken>, 
/**
 * Empty when something is free; of a day held by this case only what ends the hold (W8).
 */
reasons: Array<Reason>, 
/**
 * How the paper still arrives in time; `None` when nothing can be offered.
 */
posting: PostPlan | null, };

/**
 * Days are desk days unless the name says otherwise.
 */
export type Deadlines = { 
/**
 * Calendar days from the call to the packet.
 */
packet_calendar_days: number, 
/**
 * Calendar days for an answer about missing items.
 */
missing_calendar_days: number, screening_days: number, scheduling_days: number, 
/**
 * A hold expires at the close of this many desk days later.
 */
hold_days: number, max_holds: number, misses_before_letter: number, post_days: number, 
/**
 * No CLINICS booking seen this many desk days before the visit: call (W17).
 */
clinics_days_before: number, 
/**
 * Calendar days from the visit to the report.
 */
report_calendar_days: number, return_calendar_days: number, };

export type Deed = { kind: DeedKind, 
/**
 * `None`: it may be done.
 */
refusal: Refusal | null, };

/**
 * A thing a clerk may want to do; coarser than [`Action`], without its details.
 */
export type DeedKind = "receive_packet" | "log_call" | "ask_doctor" | "record_verdict" | "offer" | "book" | "print_paper" | "post_paper" | "unbook" | "switch_mode" | "clinics_booked" | "clinics_change_seen" | "confirm_day_before" | "record_payment" | "consult" | "no_show" | "receive_report" | "print_cover_letter" | "hand_over_report" | "post_report" | "return_material" | "epilepsy_online" | "cancel" | "withdraw_agreement" | "death" | "note";

/**
 * 不備コード N01-N17. N01 (未着) is never recorded: it is what is missing.
 */
export type Defect = "N02" | "N03" | "N04" | "N05" | "N06" | "N07" | "N08" | "N09" | "N10" | "N11" | "N12" | "N13" | "N14" | "N15" | "N16" | "N17";

/**
 * How the report left the desk (R76, R77, R98).
 */
export type Delivery = { "how": "handed_over", mark: Mark, } | { "how": "posted", service: string, tracking: string, mark: Mark, };

/**
 * 診療科.
 */
export type Department = { id: string, name: string, 
/**
 * 受付停止 with its message, or empty (G17).
 */
stopped: string, 
/**
 * Online goes another way: R81. The message for the caller, or empty.
 */
online_elsewhere: string, 
/**
 * Test materials this department asks for besides "one or more".
 */
requires: Array<ItemKind>, 
/**
 * No new cases; kept for old ones.
 */
retired: boolean, };

export type Direction = "in" | "out";

/**
 * A CD-R, one of `of`.
 */
export type Disc = { label: string, n: number, of: number, troubles: Array<DiscTrouble>, name: NameMatch, 
/**
 * 取込先, empty while not imported.
 */
imported_to: string, };

/**
 * The nine troubles with image discs that a university hospital published (P7).
 */
export type DiscTrouble = "not_recognised" | "no_import_route" | "several_patients" | "autorun" | "compressed_no_viewer" | "picture_format" | "several_discs" | "not_dicom" | "virus";

/**
 * 担当医 and when the consultation clinic is.
 */
export type Doctor = { id: string, name: string, department: string, clinics: Array<ClinicRule>, exceptions: Array<ClinicException>, retired: boolean, };

export type Done = Record<symbol, never>;

/**
 * What the clerk ticked. Never a decision.
 */
export type Doubt = "none" | "suspected";

export type DoubtMark = { ground: Ground, doubt: Doubt, mark: Mark, };

export type DraftKey = { key: string, };

export type DraftView = { content: string | null, saved: string | null, };

/**
 * By when an item must be here (G3).
 */
export type Due = "with_packet" | "on_the_day";

/**
 * A profile valid from a day on. The latest with `from <= day` counts.
 */
export type Edition = { from: string, profile: Profile, };

/**
 * How a case ended.
 */
export type EndKind = "declined" | "general_outpatient" | "cancelled" | "lapsed" | "deceased" | "no_show" | "epilepsy_online" | "misdelivered" | "duplicate";

export type Ending = { kind: EndKind, ground: Ground | null, reason: string, mark: Mark, };

export type EnvelopePrinted = { view: CaseView, 
/**
 * What the queue answered for each sheet.
 */
jobs: Array<string>, };

export type EnvelopeRow = { id: number, revision: number, brief: Brief, letter: PaperKind, sheets: Array<SheetRow>, 
/**
 * Name and honorific, or institution and doctor.
 */
to: Array<string>, address: Array<string>, 
/**
 * The referring institution, for what is sent to it.
 */
institution: Institution | null, 
/**
 * Others of the same name: address, telephone and code decide.
 */
namesakes: Array<Institution>, 
/**
 * By when it must be posted to be in time.
 */
due: string, posting: PostPlan | null, came_back: boolean, state: EnvelopeState, 
/**
 * Why it cannot be printed now.
 */
refusal: Refusal | null, };

export type EnvelopeState = "to_print" | "to_seal" | "to_post";

/**
 * The five eras since the Gregorian calendar came into use.
 */
export type EraName = "meiji" | "taisho" | "showa" | "heisei" | "reiwa";

/**
 * What the journal keeps of a case: an action, or the taking back of an earlier entry.
 */
export type Event = { "event": "done", action: Action, } | { "event": "taken_back", seq: number, };

export type ExpiringHold = { id: number, name: string, hold: Hold, };

/**
 * "You may not, and this is why" ([`Failure::Refused`]) is never mixed with "we broke" ([`Failure::Internal`]).
 */
export type Failure = { "code": "refused", refusal: Refusal, } | { "code": "bad_request", what: string, } | { "code": "too_large", limit: number, } | { "code": "not_found" } | { "code": "conflict" } | { "code": "date", trouble: DateTrouble, } | { "code": "closed" } | { "code": "store", trouble: StoreTrouble, } | { "code": "paper", trouble: PaperTrouble, } | { "code": "printer", detail: string, } | { "code": "no_person" } | { "code": "internal", report: string, };

/**
 * A fee with its consumption tax; the three figures always agree.
 */
export type Fee = { net: Yen, rate_percent: number, gross: Yen, };

export type Fees = { in_person: Fee, online: Fee, };

export type FindQuery = { query: string, };

/**
 * First start: a register at the usual place, and who works here.
 */
export type FirstRun = { name: string, };

export type Form = "original" | "copy" | "disc" | "electronic";

export type FoundBy = "variant" | "kana" | "former_name" | "institution" | "number" | "other";

/**
 * An item as it was found.
 */
export type FoundItem = { kind: ItemKind, count: number, form: Form, defects: Array<Defect>, note: string, };

/**
 * How the desk stands: shown round every screen.
 */
export type Frame = { "state": "first_run", practice: boolean, today: string, } | { "state": "broken", failure: Failure, backups: Array<BackupRow>, practice: boolean, today: string, } | { "state": "open", desk: OpenDesk, };

/**
 * お受けできない理由, the notice's seven.
 */
export type Ground = "not_patient_nor_family" | "no_consent" | "wants_treatment_here" | "dispute" | "deceased" | "referrer_not_agreed" | "no_specialist";

export type Half = "morning" | "afternoon";

export type HeldDisc = { disc: Disc, arrived: string, checked: Mark, };

/**
 * 仮押さえ of a candidate date.
 */
export type Hold = { slot: Slot, until: string, mark: Mark, };

/**
 * A hold with what became of it.
 */
export type HoldView = { hold: Hold, live: boolean, 
/**
 * Expired, and somebody else has the time now.
 */
lost: boolean, posting: PostPlan | null, };

/**
 * A stable code for each kind of holiday, so that a screen can name it in another language.
 */
export type HolidayKind = "new_year" | "coming_of_age" | "foundation" | "emperors_birthday" | "vernal_equinox" | "showa" | "constitution" | "greenery" | "children" | "marine" | "mountain" | "respect_for_the_aged" | "autumnal_equinox" | "health_and_sports" | "sports" | "culture" | "labor_thanksgiving" | "imperial_ceremony" | "substitute" | "citizens";

/**
 * 受付時間 (R68).
 */
export type Hours = { open: string, close: string, 
/**
 * Monday first.
 */
weekdays: [boolean, boolean, boolean, boolean, boolean, boolean, boolean], 
/**
 * As the notice words it.
 */
words: string, };

/**
 * A paper that belongs to no case.
 */
export type HouseKind = "day_list" | "posting_list" | "application_form" | "consent_form" | "calibration";

export type HouseQuery = { kind: HouseKind, 
/**
 * Of a list; empty: today.
 */
day: string | null, };

/**
 * A paper of the desk itself as PDF.
 */
export type HouseView = { kind: HouseKind, 
/**
 * Base64.
 */
pdf: string, pages: number, };

/**
 * The second of the two acts of R92.
 */
export type InClinics = { "state": "not_needed" } | { "state": "open" } | { "state": "seen", mark: Mark, };

/**
 * First contact by telephone (R4).
 */
export type Inquiry = { mark: Mark, 
/**
 * Outside the desk's hours (R68).
 */
out_of_hours: boolean, 
/**
 * The steps were explained; a packet is expected.
 */
explained: boolean, 
/**
 * Until when the packet is expected.
 */
packet_due: string, };

/**
 * 医療機関. Never chosen by its name alone (P2).
 */
export type Institution = { id: string, name: string, address: Address, phone: string, fax: string, 
/**
 * 医療機関コード.
 */
code: string, entered: Mark | null, 
/**
 * A second person compared it with the letterhead (P3); set by the desk only.
 */
checked: Mark | null, };

export type InstitutionQuery = { query: string, };

/**
 * What an application says at first contact, by telephone or on the form: the whole of who and what.
 */
export type Intake = { mode: Mode, patient: Patient, applicant: Applicant, referrer: Referrer, subject: Subject, 
/**
 * 申込日, as written on the form.
 */
applied_on: string | null, };

/**
 * One printed paper. A newer version of its kind voids it.
 */
export type IssuedPaper = { kind: PaperKind, version: number, 
/**
 * The data the paper was drawn from, as JSON text: the same data gives the same bytes.
 */
data: string, 
/**
 * SHA-256 of the PDF, hexadecimal.
 */
digest: string, printed: Mark, 
/**
 * The envelope was closed over the right sheets.
 */
sealed: Sealed | null, posted: Posting | null, came_back: CameBack | null, voided: Voided | null, };

/**
 * What the desk knows about one item.
 */
export type Item = { found: FoundItem, arrived: string, checked: Mark, };

/**
 * What the notice asks for (R56-R64).
 */
export type ItemKind = "application" | "referral_letter" | "consent" | "relationship_proof" | "inability_proof" | "blood" | "ultrasound_result" | "ultrasound_image" | "xray_ct_mri" | "pathology" | "other_material";

export type JobQuery = { 
/**
 * As the queue named it when it took the paper.
 */
job: string, };

/**
 * What became of a paper handed to a printer. That it was taken is not that it was printed.
 */
export type JobState = { "is": "waiting" } | { "is": "printing" } | { "is": "printed" } | { "is": "stopped", reason: string, } | { "is": "unknown" };

export type JobView = { job: string, state: JobState, };

export type JournalQuery = { case: number | null, page: Page, };

export type JournalRow = { seq: number, mark: Mark, 
/**
 * `case`, or the kind of reference, or `desk`.
 */
subject: string, key: string, 
/**
 * Receipt number and name of the case.
 */
of: string, 
/**
 * JSON text of the event.
 */
event: string, reason: string, };

export type Kinship = { name: string, allowed: boolean, 
/**
 * May speak for a patient under 18 without further question: parent or guardian.
 */
guardian: boolean, };

export type LanguageChoice = { 
/**
 * `ja` or `en`.
 */
language: string, };

/**
 * 漏えいの記録: personal information reached, or may have reached, somebody else (個人情報保護法26条, P11).
 */
export type Leak = { what: string, 
/**
 * The day on which it became known: both terms run from it.
 */
noticed: string, mark: Mark, 
/**
 * 速報.
 */
first_report: Mark | null, 
/**
 * 確報.
 */
final_report: Mark | null, };

export type LedgerQuery = { 
/**
 * Searched when not blank; the other conditions hold too.
 */
query: string, openness: Openness, fiscal_year: number | null, stage: Stage | null, mode: Mode | null, department: string | null, sort: SortKey, page: Page, };

export type LedgerView = { rows: Array<CaseRow>, total: number, open: number, ended: number, stages: Array<StageCount>, years: Array<number>, };

/**
 * 担当者確認: what a person looks at before the case goes on. Nothing is refused by it.
 */
export type Look = { why: LookWhy, 
/**
 * The paper it decides about.
 */
item: ItemKind, };

export type LookWhy = "child_alone" | "child_with_other_kin" | "kin_not_listed" | "eve_of_birthday";

/**
 * Whether a person is of age on a day.
 */
export type MajorityOn = "minor" | "adult" | "eve_of_birthday";

/**
 * A fact with the moment it was entered and the person who entered it.
 */
export type Mark = { at: string, by: string, };

/**
 * 用件.
 */
export type Matter = "first_inquiry" | "missing" | "candidates" | "confirmed" | "change" | "cancellation" | "fee" | "reminder" | "report" | "clinics" | "other";

/**
 * Why a proposal stands where it stands.
 */
export type Merit = "earliest" | "fits_wish" | "other_week" | "later";

/**
 * Consent and proof of relationship where the notice leaves the choice to the hospital (G3, G6).
 */
export type MinorRules = { consent_with_guardian: Need, consent_with_other_kin: Need, consent_alone: Need, proof_alone: Need, 
/**
 * Proof of relationship of an adult's family.
 */
proof_of_adult: Need, due_in_person: Due, due_online: Due, };

/**
 * What still has to come, in the order a clerk reads it out.
 */
export type Missing = { 
/**
 * `None` stands for 検査資料 as a whole: one or more of R61-R64.
 */
item: ItemKind | null, 
/**
 * Empty: 未着 (N01).
 */
defects: Array<Defect>, due: Due, rule: Rule, supplier: Supplier, };

/**
 * 方式.
 */
export type Mode = "in_person" | "online";

export type ModeChange = { from: Mode, to: Mode, asked_by: AskedBy, reason: string, mark: Mark, };

/**
 * The five things that follow from the mode.
 */
export type ModeFacts = { mode: Mode, fee: Fee, paper: PaperKind, booker: Booker, paying: Paying, report: ReportRoute, };

/**
 * A day of the year without a year; `month` 1 to 12, `day` 1 to 31.
 */
export type MonthDay = { month: number, day: number, };

/**
 * A person's name exactly as written, and its reading in katakana; empty means 未確認.
 */
export type Name = { family: string, given: string, family_kana: string, given_kana: string, };

export type NameMatch = "same" | "variant" | "different" | "unread";

/**
 * 要・不要・担当医判断 (G6).
 */
export type Need = "required" | "welcome" | "not_required" | "doctor_decides";

export type Note = { text: string, mark: Mark, };

export type Nothing = Record<symbol, never>;

export type OfCase = { id: number, };

/**
 * The envelope of one letter.
 */
export type OfEnvelope = { id: number, letter: PaperKind, };

export type OpenDesk = { practice: boolean, read_only: boolean, today: string, now: string, 
/**
 * Why the desk is closed today, if it is.
 */
closed: ClosedReason | null, in_hours: boolean, person: string | null, staff: Array<string>, language: string, profile: Profile, departments: Array<Department>, doctors: Array<Doctor>, last_backup: BackupRow | null, work: number, overdue: number, visits_today: number, 
/**
 * The clock stands before the journal's last entry.
 */
clock_back: string | null, 
/**
 * The check after the start found damage.
 */
damaged: boolean, };

export type Openness = "all" | "open" | "ended";

/**
 * 結果.
 */
export type Outcome = "spoke" | "no_answer" | "left_message" | "busy" | "call_back" | "not_in_service" | "wrong_person" | "refused";

/**
 * One arrival at the desk. A later one joins the same receipt number (domain row 12).
 */
export type Packet = { 
/**
 * 到着.
 */
arrived: string, channel: Channel, tracking: string, 
/**
 * Who sent it, when not the applicant.
 */
sender: string, 
/**
 * 置き場所 given on arrival.
 */
place: string, 
/**
 * Not opened yet (親展, or addressed to a doctor): nothing in it has been checked.
 */
unopened: boolean, 
/**
 * The name on it, when written differently (表記ゆれ, 旧姓): a record, not a defect.
 */
name_on_it: string, };

/**
 * Rows `from .. from + size` of a list; size at most 200.
 */
export type Page = { from: number, size: number, };

/**
 * Milliseconds from the start of the process, told once by the window after its first paint.
 */
export type Painted = { screen: string, };

export type PaperKind = "slip" | "clinics_guide" | "cover_letter" | "mailing_label" | "missing_notice" | "referrer_request" | "more_request" | "decline" | "general_outpatient" | "contact_request" | "report_reminder" | "return_slip" | "screening_request" | "address_page" | "patient_label" | "reply_label" | "spine_label" | "receipt_stub";

/**
 * A paper that could be printed.
 */
export type PaperOffer = { kind: PaperKind, refusal: Refusal | null, next_version: number, 
/**
 * Begins an envelope: it can be posted.
 */
letter: boolean, 
/**
 * A step of today asks for it.
 */
wanted: boolean, };

export type PaperQuery = { id: number, kind: PaperKind, 
/**
 * Empty: as it would be printed now; else that version as it was printed.
 */
version: number | null, };

/**
 * Why a paper was not drawn.
 */
export type PaperTrouble = { "paper": "missing_glyph", block: string, text: string, character: string, codepoint: string, } | { "paper": "does_not_fit", block: string, text: string, } | { "paper": "bad_data", block: string, reason: string, };

/**
 * A paper as PDF.
 */
export type PaperView = { kind: PaperKind, version: number, 
/**
 * Base64.
 */
pdf: string, pages: number, digest: string, 
/**
 * Void papers are shown struck.
 */
void: boolean, 
/**
 * How it can still be posted in time.
 */
posting: PostPlan | null, };

export type Party = "patient" | "family" | "referrer" | "institution" | "doctor" | "clinics";

export type PastBooking = { booking: Booking, reason: string, ended: Mark, 
/**
 * R92: an online booking must also be changed by the patient in CLINICS.
 */
in_clinics: InClinics, };

export type Patient = { name: Name, 
/**
 * 旧姓・別名, searched like the name.
 */
former_name: string, sex: Sex, birth: TypedDate | null, address: Address, phones: Array<Phone>, 
/**
 * Times at which a call is welcome, in the patient's words.
 */
call_times: string, 
/**
 * 留守番電話に残してよいか.
 */
may_leave_message: Told, 
/**
 * 名乗り方 the patient agreed to; empty means the desk's usual one.
 */
announce_as: string, 
/**
 * 当院患者ID, if there is one.
 */
hospital_id: string, 
/**
 * 本人への病名告知.
 */
told_diagnosis: Told, };

/**
 * R51, R53.
 */
export type Paying = "cashier_before" | "card_after";

/**
 * 会計済 (in person) or card settled (online). The desk keeps the fact, it is not the cashier.
 */
export type Payment = { "state": "paid", mark: Mark, } | { "state": "card_error", note: string, mark: Mark, };

export type Phone = { number: string, line: PhoneLine, 
/**
 * Whose number, when not the patient's.
 */
whose: string, 
/**
 * 勤務先へは掛けない and the like.
 */
do_not_call: boolean, };

/**
 * Whose line it is: 自宅, 携帯, 勤務先.
 */
export type PhoneLine = "mobile" | "home" | "work" | "family";

/**
 * The slowest service that still reaches the patient, and the last desk day to post by it (5.6).
 */
export type PostPlan = { 
/**
 * Code of the profile's service; empty where the profile names none.
 */
service: string, by: string, };

/**
 * A way to post, as data (5.6).
 */
export type PostService = { code: string, name: string, 
/**
 * Desk days between posting and the visit that this service asks for.
 */
lead_days: number, 
/**
 * Number of digits of its tracking number; 0 where it has none.
 */
tracking_digits: number, weekend_delivery: boolean, };

export type PostedRow = { id: number, brief: Brief, letter: PaperKind, posting: Posting, };

export type Posting = { service: string, tracking: string, mark: Mark, };

/**
 * 発送: what must go out, an envelope a row.
 */
export type PostingView = { envelopes: Array<EnvelopeRow>, posted_today: Array<PostedRow>, sealing: Sealing, };

export type Printed = { view: CaseView, 
/**
 * What the printer's queue answered.
 */
job: string, };

/**
 * What lies in this desk's printer, and how far it is off.
 */
export type Printing = { 
/**
 * Name of a sheet of [`documents::paper::label_sheet::label_stocks`]; empty: the first.
 */
label_stock: string, 
/**
 * The first free label of the sheet in the printer, counted from 1 along the rows.
 */
label_start: number, 
/**
 * Name of the window envelope in use, of [`documents::block::window::window_profiles`]; empty: the first.
 */
window: string, 
/**
 * Millimetres to the right and down.
 */
offset_x: number, offset_y: number, 
/**
 * Queue to print to; empty: the system's usual one.
 */
printer: string, };

export type PrintingView = { choice: Printing, stocks: Array<StockRow>, 
/**
 * Names of the window envelopes.
 */
windows: Array<string>, 
/**
 * Queues of this computer.
 */
printers: Array<string>, };

/**
 * The hospital's own facts. The notice's values are the default edition.
 */
export type Profile = { 
/**
 * 病院名 (R1).
 */
hospital: string, 
/**
 * 地域医療連携センター (R4).
 */
centre: string, 
/**
 * セカンドオピニオン担当 (R4).
 */
desk: string, address: Address, 
/**
 * 022-717-8885, printed as typed (R69).
 */
phone: string, 
/**
 * 直通 (R101).
 */
phone_note: string, hours: Hours, 
/**
 * 年末年始 and other days the desk is closed (R68, G7).
 */
closures: Array<Closure>, fees: Fees, 
/**
 * Who counts as family (G1).
 */
kinship: Array<Kinship>, minors: MinorRules, 
/**
 * Papers that show the relationship (R58, G4).
 */
relation_proofs: Array<RelationProof>, deadlines: Deadlines, visit: VisitFacts, clinics: ClinicsFacts, services: Array<PostService>, 
/**
 * What must be seen before an envelope is closed.
 */
sealing: Sealing, 
/**
 * Papers that a second person approves before they are printed.
 */
approvals: Array<PaperKind>, 
/**
 * 相談区分 1..=19 in the notice's order (R15-R33).
 */
topics: Array<string>, 
/**
 * Places where packets lie.
 */
places: Array<string>, 
/**
 * Sentences of the papers, by name; `{...}` is filled when printing.
 */
wording: { [key in string]: string }, };

export type Proposal = { slot: Slot, held: boolean, posting: PostPlan | null, merit: Merit, };

/**
 * A date as typed; `birth` asks for ages too.
 */
export type ReadDateQuery = { typed: string, 
/**
 * The age counts on this day; empty: today.
 */
age_on: string | null, };

/**
 * Why a day cannot be offered.
 */
export type Reason = { "reason": "past" } | { "reason": "closed", closed: ClosedReason, } | { "reason": "not_clinic_day" } | { "reason": "leave", words: string, } | { "reason": "too_early", first: string, days: number, } | { "reason": "patient_away" } | { "reason": "other_half" } | { "reason": "fully_booked" } | { "reason": "held_by_other", by: string, until: string, } | { "reason": "other_mode" } | { "reason": "department_stopped", message: string, };

/**
 * 受付番号: fiscal year (April to March) and a serial that is never used twice, written `R8-0123`.
 */
export type ReceiptNumber = string;

/**
 * 紹介元: the doctor who treats the patient now (R8, R36, R44).
 */
export type Referrer = { 
/**
 * Row of the institution master; `None` while only the name is known.
 */
institution: string | null, 
/**
 * The name as it stands on the letter.
 */
institution_name: string, department: string, doctor: string, 
/**
 * 主治医の了承.
 */
agreed: Told, };

export type Refusal = { why: Why, rule: Rule | null, };

export type RelationProof = { name: string, 
/**
 * Not valid after this day (health insurance cards: 1 December 2025, G4).
 */
valid_until: string | null, };

export type Report = { received: Mark | null, pages: number, reminders: Array<Mark>, delivered: Delivery | null, };

/**
 * R76, R98.
 */
export type ReportRoute = "handed_over" | "posted";

export type Restore = { 
/**
 * File name of a backup in the list.
 */
name: string, };

/**
 * How the materials went back (G8).
 */
export type Return = { "how": "handed_over", } | { "how": "posted", service: string, tracking: string, packed_by: string, checked_by: string, } | { "how": "kept", reason: string, };

export type ReturnPolicy = "return" | "keep";

/**
 * Why a letter came back (W1).
 */
export type ReturnReason = "unknown_address" | "refused" | "storage_expired";

export type Returned = { how: Return, mark: Mark, };

/**
 * How one item stands.
 */
export type RowState = { "is": "missing" } | { "is": "here", count: number, form: Form, arrived: string, } | { "is": "defective", defects: Array<Defect>, arrived: string, } | { "is": "bring_on_day" } | { "is": "waived" } | { "is": "not_needed" };

/**
 * A rule of the hospital's notice, R1 to R102.
 */
export type Rule = number;

export type SaveDepartment = { department: Department, };

export type SaveDoctor = { doctor: Doctor, };

export type SaveDraft = { key: string, 
/**
 * JSON text of the form, at most 200 kB.
 */
content: string, };

/**
 * `id` empty: a new one. `entered` and `checked` are set by the desk, whatever is sent.
 */
export type SaveInstitution = { institution: Institution, };

export type SavePrinting = { choice: Printing, };

export type SaveProfile = { 
/**
 * Valid from this day; an edition of the same day is replaced, the journal keeps the old.
 */
from: string, profile: Profile, reason: string, };

export type SaveStaff = { names: Array<string>, };

export type Saved = { 
/**
 * False: the person closed the dialog.
 */
saved: boolean, };

/**
 * The codes read so far for one envelope.
 */
export type ScanQuery = { id: number, letter: PaperKind, scanned: Array<string>, };

/**
 * How the scans of one envelope stand.
 */
export type ScanView = { 
/**
 * The sheets read so far, in the order of the scans.
 */
read: Array<PaperKind>, 
/**
 * What is still to be read.
 */
open: Array<PaperKind>, 
/**
 * Stops the envelope.
 */
stop: Refusal | null, };

export type ScheduleDay = { date: string, closed: ClosedReason | null, visits: Array<VisitRow>, };

export type ScheduleQuery = { from: string, days: number, };

/**
 * 審査: one request to a department and its answer.
 */
export type Screening = { department: string, doctor: string | null, asked: Mark, 
/**
 * Number of reminders since.
 */
reminders: Array<Mark>, verdict: Answer | null, };

export type ScriptLine = { part: ScriptPart, 
/**
 * The hospital's words.
 */
say: string, };

export type ScriptPart = "identity" | "candidates" | "fee" | "on_the_day" | "close";

/**
 * 封緘確認: every sheet of the envelope was scanned and belongs in it.
 */
export type Sealed = { 
/**
 * The second person who looked, where the hospital asks for one.
 */
second: string, mark: Mark, };

/**
 * 封緘確認: how the desk makes sure that no sheet lies in the wrong envelope.
 */
export type Sealing = "by_eye" | "scan" | "scan_by_two";

export type SettingsView = { editions: Array<Edition>, departments: Array<Department>, doctors: Array<Doctor>, institutions: Array<Institution>, staff: Array<string>, language: string, };

export type Sex = "female" | "male" | "unknown";

export type SheetRow = { kind: PaperKind, 
/**
 * Of the valid printed sheet.
 */
version: number | null, sealed: boolean, };

export type SignIn = { name: string, };

/**
 * A time with a doctor. Exclusive: the register never holds two that overlap.
 */
export type Slot = { doctor: string, start: string, minutes: number, room: string, };

export type SortKey = "number" | "kana" | "due" | "since";

/**
 * S00-S17; an ended case carries E1-E9.
 */
export type Stage = "inquiry" | "awaiting_packet" | "received" | "checking" | "incomplete" | "screening" | "scheduling" | "offering" | "unreachable" | "booked" | "paper_posted" | "clinics_confirmed" | "ready" | "consulted" | "report_awaited" | "report_received" | "returning" | "done" | "ended_declined" | "ended_general_outpatient" | "ended_cancelled" | "ended_lapsed" | "ended_deceased" | "ended_no_show" | "ended_epilepsy_online" | "ended_misdelivered" | "ended_duplicate";

export type StageCount = { stage: Stage, count: number, };

/**
 * One thing to do.
 */
export type Step = { kind: StepKind, 
/**
 * The day it enters today's work.
 */
from: string, due: string, 
/**
 * A promised or binding time on that day.
 */
at: string | null, 
/**
 * How often it was tried.
 */
tries: number, rule: Rule | null, };

export type StepKind = "first_call" | "answer_inquiry" | "chase_packet" | "open_packet" | "chase_missing" | "ask_doctor" | "chase_doctor" | "propose_dates" | "phone_candidates" | "write_unreachable" | "post_paper" | "post_answer" | "report_leak" | "returned_mail" | "confirm_clinics" | "call_clinics_mismatch" | "see_clinics_change" | "day_before" | "record_visit" | "chase_report" | "deliver_report" | "return_material" | "decide_no_show";

export type StockRow = { name: string, columns: number, rows: number, };

/**
 * Why the register cannot be used, or a write did not happen.
 */
export type StoreTrouble = { "store": "never_created" } | { "store": "already_exists" } | { "store": "missing" } | { "store": "empty" } | { "store": "foreign" } | { "store": "newer", found: number, known: number, } | { "store": "corrupt" } | { "store": "locked" } | { "store": "read_only" } | { "store": "network_drive" } | { "store": "disk_full" } | { "store": "io", kind: string, } | { "store": "backup_bad", why: string, };

/**
 * What the applicant wants to ask, and the wishes for the day.
 */
export type Subject = { diagnosis: string, 
/**
 * Codes 1..=19 of R15-R33; 0 is その他 (R34).
 */
topics: Array<number>, question: string, department: string | null, wished_doctor: string | null, wishes: Wishes, };

/**
 * Who can supply a missing thing.
 */
export type Supplier = "patient" | "applicant" | "referrer";

/**
 * A switch as shown before it is confirmed.
 */
export type SwitchPreview = { before: ModeFacts, after: ModeFacts, 
/**
 * Papers that become void, with their versions.
 */
voided: Array<VoidedPaper>, 
/**
 * The agreed date falls with the switch: the doctor has no clinic of the new mode then.
 */
frees_booking: boolean, missing_after: Array<Missing>, };

/**
 * A slot somebody holds or has booked.
 */
export type Taken = { slot: Slot, case: number, 
/**
 * End of a hold; `None` for a booking.
 */
until: string | null, 
/**
 * Who took it.
 */
by: string, };

/**
 * Why typed text cannot be stored. `at` counts characters from 1.
 */
export type TextTrouble = { "kind": "empty" } | { "kind": "too_long", max: number, got: number, } | { "kind": "control", codepoint: number, at: number, } | { "kind": "bidi", codepoint: number, at: number, } | { "kind": "invisible", codepoint: number, at: number, } | { "kind": "noncharacter", codepoint: number, at: number, } | { "kind": "private_use", codepoint: number, at: number, };

/**
 * One entry of the case's journal.
 */
export type TimelineEntry = { seq: number, mark: Mark, event: Event, taken_back: boolean, };

export type TodayView = { overdue: Array<WorkRow>, today: Array<WorkRow>, done_today: number, 
/**
 * Booked visits of today.
 */
visits: Array<CaseRow>, 
/**
 * Holds that expire today.
 */
expiring: Array<ExpiringHold>, 
/**
 * Next deadline after today, when the list is empty.
 */
next: string | null, };

/**
 * Yes, no, or not yet asked (未確認).
 */
export type Told = "yes" | "no" | "unknown";

/**
 * A date as it was typed and as it was read.
 */
export type TypedDate = { typed: string, date: string, };

export type Undo = { id: number, 
/**
 * The journal entry to take back: the last one of the case.
 */
seq: number, };

/**
 * 担当医の判断.
 */
export type Verdict = { "outcome": "accept" } | { "outcome": "more_material", what: string, from: Supplier, } | { "outcome": "refuse", ground: Ground, words: string, approver: string, } | { "outcome": "general_outpatient", words: string, } | { "outcome": "other_department", department: string, };

export type VerifyView = { cases: number, entries: number, whole: boolean, 
/**
 * Kinds of damage, without anything of a patient.
 */
findings: Array<string>, };

export type VisitFacts = { 
/**
 * 新患受付 (R74).
 */
counter: string, arrive_minutes_before: number, slot_minutes: number, 
/**
 * Report by hand on the day is usual (R76).
 */
return_material: ReturnPolicy, };

export type VisitRow = { id: number, brief: Brief, slot: Slot, booked: boolean, until: string | null, };

export type VoidReason = "newer_version" | "mode_switched" | "booking_ended" | "deceased" | "case_ended" | "by_hand";

export type Voided = { reason: VoidReason, mark: Mark, };

export type VoidedPaper = { kind: PaperKind, version: number, posted: boolean, };

/**
 * A rule set aside for this case, with the reason (never printed).
 */
export type Waiver = { rule: Rule, reason: string, mark: Mark, };

/**
 * What an unsaved form would lack.
 */
export type Weigh = { intake: Intake, arrived: string, here: Array<ItemKind>, bring_on_day: Array<ItemKind>, };

export type Weighed = { checklist: Array<ChecklistRow>, missing: Array<Missing>, ages: AgeFacts, 
/**
 * R39: the kin may not come.
 */
not_family: boolean, };

/**
 * Who comes to the consultation (R39, R57).
 */
export type Who = "patient" | "patient_with_family" | "family" | "other";

export type Why = { "code": "ended" } | { "code": "deceased" } | { "code": "not_new" } | { "code": "nothing_received" } | { "code": "not_opened" } | { "code": "lacking", missing: Array<Missing>, } | { "code": "not_family" } | { "code": "referrer_not_agreed" } | { "code": "referrer_unknown" } | { "code": "unknown_department" } | { "code": "department_stopped", message: string, } | { "code": "online_elsewhere", message: string, } | { "code": "already_asked" } | { "code": "not_asked" } | { "code": "not_accepted" } | { "code": "doctor_decides" } | { "code": "reason_needed" } | { "code": "approver_needed" } | { "code": "already_booked" } | { "code": "not_booked" } | { "code": "clinics_differs" } | { "code": "slot_refused", reasons: Array<Reason>, } | { "code": "slot_taken" } | { "code": "too_many_holds", max: number, } | { "code": "not_held" } | { "code": "hold_expired", until: string, } | { "code": "fee_not_told" } | { "code": "wrong_mode" } | { "code": "paper_needs_booking" } | { "code": "paper_needs_report" } | { "code": "paper_needs_address" } | { "code": "no_such_paper", paper: PaperKind, } | { "code": "not_approved", paper: PaperKind, } | { "code": "paper_needs_answer" } | { "code": "paper_needs_number" } | { "code": "nothing_missing" } | { "code": "nobody_missed" } | { "code": "may_not_ask_referrer" } | { "code": "not_sealed" } | { "code": "unknown_code" } | { "code": "other_case", number: ReceiptNumber, } | { "code": "not_of_this_envelope", paper: PaperKind, } | { "code": "void_sheet", paper: PaperKind, version: number, } | { "code": "other_reader", paper: PaperKind, } | { "code": "scanned_twice", paper: PaperKind, } | { "code": "not_scanned", paper: PaperKind, } | { "code": "not_a_letter" } | { "code": "already_posted" } | { "code": "not_posted" } | { "code": "unknown_service" } | { "code": "tracking_digits", digits: number, } | { "code": "not_yet", day: string, } | { "code": "not_paid" } | { "code": "not_held_yet" } | { "code": "no_report" } | { "code": "report_by_post" } | { "code": "already_done" } | { "code": "institution_unknown" } | { "code": "institution_unchecked" } | { "code": "nothing_to_return" } | { "code": "two_people" } | { "code": "same_mode" } | { "code": "only_online" } | { "code": "no_such_disc" } | { "code": "no_such_leak" } | { "code": "clock_back", last: string, } | { "code": "text", field: string, trouble: TextTrouble, };

/**
 * When the patient can come.
 */
export type Wishes = { 
/**
 * Days on which the patient cannot come.
 */
unavailable: Array<string>, 
/**
 * Weekdays on which the patient cannot come; Monday is 0.
 */
unavailable_weekdays: Array<number>, half: Half | null, not_before: string | null, 
/**
 * As written on the form.
 */
typed: string, };

/**
 * One line of today's work.
 */
export type WorkRow = { id: number, brief: Brief, step: Step, 
/**
 * Desk days past the deadline; 0 while it is not over.
 */
overdue_days: number, 
/**
 * What to ask for, where the step chases something.
 */
missing: Array<Missing>, calls: Array<Call>, };

/**
 * An amount in whole yen. Displays as `33,000円`.
 */
export type Yen = number;

/** Every command: its request and its answer. */
export type Commands = {
  frame: [Nothing, Frame];
  first_run: [FirstRun, Frame];
  sign_in: [SignIn, Frame];
  set_language: [LanguageChoice, Frame];
  today: [Nothing, TodayView];
  ledger: [LedgerQuery, LedgerView];
  find: [FindQuery, Array<CaseRow>];
  alike: [AlikeQuery, Array<CaseRow>];
  case: [OfCase, CaseView];
  act: [Act, Acted];
  undo: [Undo, Acted];
  weigh: [Weigh, Weighed];
  calendar: [CalendarQuery, CalendarView];
  call_card: [OfCase, CallCard];
  switch_preview: [OfCase, SwitchPreview];
  preview_paper: [PaperQuery, PaperView];
  print_paper: [PaperQuery, Printed];
  save_paper: [PaperQuery, Saved];
  posting: [Nothing, PostingView];
  print_envelope: [OfEnvelope, EnvelopePrinted];
  scan: [ScanQuery, ScanView];
  preview_house: [HouseQuery, HouseView];
  print_house: [HouseQuery, JobView];
  save_house: [HouseQuery, Saved];
  job: [JobQuery, JobView];
  printing: [Nothing, PrintingView];
  save_printing: [SavePrinting, PrintingView];
  read_date: [ReadDateQuery, DateReadout];
  schedule: [ScheduleQuery, Array<ScheduleDay>];
  settings: [Nothing, SettingsView];
  save_profile: [SaveProfile, SettingsView];
  save_department: [SaveDepartment, SettingsView];
  save_doctor: [SaveDoctor, SettingsView];
  save_institution: [SaveInstitution, SettingsView];
  check_institution: [CheckInstitution, SettingsView];
  save_staff: [SaveStaff, SettingsView];
  institutions: [InstitutionQuery, Array<Institution>];
  journal: [JournalQuery, Array<JournalRow>];
  backups: [Nothing, Array<BackupRow>];
  backup: [Nothing, BackupRow];
  restore: [Restore, Frame];
  verify: [Nothing, VerifyView];
  draft: [DraftKey, DraftView];
  save_draft: [SaveDraft, DraftView];
  drop_draft: [DraftKey, Done];
  painted: [Painted, Done];
};
