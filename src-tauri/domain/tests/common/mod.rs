//! A made-up desk for tests: the default profile, two departments' doctors, and a case that is led from day to day.
#![allow(dead_code, reason = "each test file uses a part of it")]

use chrono::{NaiveDate, NaiveDateTime, NaiveTime};
use domain::call::{CallRecord, Direction, Matter, Outcome, Party};
use domain::case::EndKind;
use domain::history::{Entry, Event, replay};
use domain::ids::{Mark, ReceiptNumber, Staff};
use domain::money::Fee;
use domain::packet::{Channel, Defect, Disc, Form, FoundItem, ItemKind, NameMatch, Packet};
use domain::paper::PaperKind;
use domain::people::{Address, Applicant, Intake, Name, Patient, Referrer, Subject, Told, TypedDate, Who};
use domain::profile::{
    ClinicException, ClinicRule, Department, Doctor, Edition, Institution, Profile, Rules,
};
use domain::screening::{Ground, Supplier, Verdict};
use domain::visit::{AskedBy, Mode, Return, Slot};
use domain::{Action, Case, Refusal, Rule, Why};
use std::sync::LazyLock;

/// The Tuesday on which every case begins, unless it says otherwise.
pub const TODAY: &str = "2026-11-24";
/// A Thursday on which 森 sees both modes.
pub const VISIT: &str = "2026-12-10T14:00";

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `2026-11-24T09:00`.
pub fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%dT%H:%M").unwrap()
}

static PROFILE: LazyLock<Profile> =
    LazyLock::new(|| serde_json::from_str(include_str!("../../../../assets/profile/default.json")).unwrap());

/// The default profile.
/// The hospital's own profile. Envelopes are closed by eye; what scanning asks for has tests of its own.
pub fn profile() -> Profile {
    Profile { sealing: domain::profile::Sealing::ByEye, ..PROFILE.clone() }
}

pub fn departments() -> Vec<Department> {
    serde_json::from_str(include_str!("../../../../assets/profile/departments.json")).unwrap()
}

pub fn clinic(weekdays: &[u8], from: &str, to: &str, modes: &[Mode]) -> ClinicRule {
    let hour = |text: &str| text.parse::<NaiveTime>().unwrap();
    ClinicRule {
        weekdays: weekdays.to_vec(),
        nth: vec![],
        from: hour(from),
        to: hour(to),
        slot_minutes: 60,
        room: "外来診療棟".into(),
        modes: modes.to_vec(),
        valid_from: None,
        valid_to: None,
    }
}

pub fn doctor(id: &str, department: &str, clinics: Vec<ClinicRule>) -> Doctor {
    let (id, department) = (id.to_owned(), department.to_owned());
    Doctor { name: id.clone(), id, department, clinics, exceptions: vec![], retired: false }
}

pub fn institution(id: &str, checked: bool) -> Institution {
    let mark = Mark { at: time("2026-04-01T09:00"), by: "受付 花子".into() };
    Institution {
        id: id.into(),
        name: "みやぎ野総合病院".into(),
        address: address(),
        phone: "022-555-0100".into(),
        fax: String::new(),
        code: String::new(),
        entered: Some(mark.clone()),
        checked: checked.then_some(mark),
    }
}

/// The default profile, all its departments; 森 (Tuesday and Thursday afternoons, both modes) and 伊藤 (every morning,
/// in person) in 呼吸器外科, 林 in てんかん科.
pub fn rules() -> Rules {
    let both = [Mode::InPerson, Mode::Online];
    Rules {
        editions: vec![Edition { from: day("2026-04-01"), profile: profile() }],
        departments: departments(),
        doctors: vec![
            doctor("森", "respiratory", vec![clinic(&[1, 3], "14:00:00", "16:00:00", &both)]),
            doctor(
                "伊藤",
                "respiratory",
                vec![clinic(&[0, 1, 2, 3, 4], "10:00:00", "12:00:00", &[Mode::InPerson])],
            ),
            doctor("林", "epilepsy", vec![clinic(&[0], "14:00:00", "16:00:00", &both)]),
        ],
        institutions: vec![institution("checked", true), institution("unchecked", false)],
    }
}

pub fn on_leave(mut rules: Rules, who: &str, from: &str, to: &str) -> Rules {
    let doctor = rules.doctors.iter_mut().find(|d| d.id == who).unwrap();
    doctor.exceptions.push(ClinicException::Leave { from: day(from), to: day(to), reason: "学会".into() });
    rules
}

pub fn address() -> Address {
    Address {
        postal: "980-0000".into(), line1: "仙台市青葉区架空町1-2-3".into(), line2: String::new()
    }
}

pub fn patient(birth: &str) -> Patient {
    Patient {
        name: Name {
            family: "髙橋".into(),
            given: "美津江".into(),
            family_kana: "タカハシ".into(),
            given_kana: "ミツエ".into(),
        },
        birth: Some(TypedDate { typed: birth.into(), date: day(birth) }),
        address: address(),
        ..Patient::default()
    }
}

/// A grown-up who comes herself, in person, to 呼吸器外科; the referrer agrees.
pub fn intake() -> Intake {
    Intake {
        mode: Mode::InPerson,
        patient: patient("1941-02-08"),
        applicant: Applicant::default(),
        referrer: Referrer {
            institution: Some("checked".into()),
            institution_name: "みやぎ野総合病院".into(),
            department: "呼吸器外科".into(),
            doctor: "山田 太郎".into(),
            agreed: Told::Yes,
        },
        subject: Subject { department: Some("respiratory".into()), ..Subject::default() },
        applied_on: None,
    }
}

pub fn family(kinship: &str) -> Applicant {
    Applicant { who: Who::Family, kinship: kinship.into(), ..Applicant::default() }
}

pub fn found(kind: ItemKind) -> FoundItem {
    FoundItem { kind, count: 1, form: Form::Original, defects: vec![], note: String::new() }
}

pub fn defective(kind: ItemKind, defect: Defect) -> FoundItem {
    FoundItem { defects: vec![defect], ..found(kind) }
}

pub fn on_disc(kind: ItemKind) -> FoundItem {
    FoundItem { form: Form::Disc, ..found(kind) }
}

pub fn disc() -> Disc {
    let (label, imported_to) = ("胸部CT".into(), String::new());
    Disc { label, n: 1, of: 1, troubles: vec![], name: NameMatch::Same, imported_to }
}

/// What R56, R59 and R61 ask for.
pub fn complete() -> Vec<FoundItem> {
    [ItemKind::Application, ItemKind::ReferralLetter, ItemKind::Blood].map(found).to_vec()
}

pub fn arrival(arrived: NaiveDate) -> Packet {
    Packet {
        arrived,
        channel: Channel::Post,
        tracking: String::new(),
        sender: String::new(),
        place: "棚 A-1".into(),
        unopened: false,
        name_on_it: String::new(),
    }
}

pub fn call(party: Party, outcome: Outcome, matter: Matter) -> CallRecord {
    CallRecord {
        direction: Direction::Out,
        party,
        person: String::new(),
        number: String::new(),
        matter,
        outcome,
        identity_checked: false,
        fee_told: false,
        next_try: None,
        note: String::new(),
    }
}

pub fn slot(doctor: &str, start: &str) -> Slot {
    Slot { doctor: doctor.into(), start: time(start), minutes: 60, room: "外来診療棟".into() }
}

pub fn fee(mode: Mode) -> Option<Fee> {
    Some(*PROFILE.fees.of(mode))
}

pub fn end(kind: EndKind, ground: Option<Ground>) -> Action {
    Action::End { kind, ground, reason: "理由".into() }
}

pub fn print(kind: PaperKind, version: u32) -> Action {
    Action::IssuePaper { kind, version, data: "{}".into(), digest: "0".into() }
}

pub fn post(kind: PaperKind) -> Action {
    Action::PostPaper { kind, service: "express".into(), tracking: String::new() }
}

pub fn post_report() -> Action {
    Action::PostReport { service: "express".into(), tracking: String::new() }
}

pub fn waive(rule: u8) -> Action {
    Action::Waive { rule: Rule(rule), reason: "責任者と相談済み".into() }
}

pub fn more_material() -> Verdict {
    Verdict::MoreMaterial { what: "病理標本".into(), from: Supplier::Referrer }
}

/// A case led from day to day. Every step is applied, journaled and compared with the replay of its journal.
#[derive(Clone)]
pub struct Life {
    pub case: Case,
    pub now: NaiveDateTime,
    pub rules: Rules,
    pub entries: Vec<Entry>,
    pub intake: Intake,
}

impl Life {
    pub fn new() -> Life {
        let now = day(TODAY).and_hms_opt(9, 0, 0).unwrap();
        Life { case: Case::default(), now, rules: rules(), entries: vec![], intake: intake() }
    }
    pub fn under(rules: Rules) -> Life {
        Life { rules, ..Life::new() }
    }
    pub fn with(mut self, change: impl FnOnce(&mut Intake)) -> Life {
        change(&mut self.intake);
        self
    }
    pub fn online(self) -> Life {
        self.with(|i| i.mode = Mode::Online)
    }
    /// Later: `2026-11-25T10:00`.
    pub fn at(mut self, text: &str) -> Life {
        let now = time(text);
        assert!(now >= self.now, "time runs forwards");
        self.now = now;
        self
    }

    pub fn does(mut self, action: Action) -> Life {
        let by = Staff::named("受付 花子");
        let after = self.case.apply(&action, self.now, &by, &self.rules);
        self.case = after.unwrap_or_else(|refusal| panic!("{action:?} was refused: {refusal:?}"));
        let seq = self.entries.len() as i64 + 1;
        let mark = Mark { at: self.now, by: by.name };
        self.entries.push(Entry { seq, mark, event: Event::Done { action } });
        assert_eq!(replay(&self.entries), self.case, "the journal gives the case again");
        self.now += chrono::Duration::minutes(1);
        self
    }
    pub fn refusal(&self, action: Action) -> Option<Refusal> {
        self.case.may(&action, self.now, &self.rules).err()
    }
    /// Asserts a refusal: its code and the rule it rests on.
    pub fn refuses(&self, row: &str, action: Action, code: &str, rule: Option<u8>) {
        let refusal = self.refusal(action).unwrap_or_else(|| panic!("{row}: nothing was refused"));
        assert_eq!(code_of(&refusal.why), code, "{row}: {refusal:?}");
        assert_eq!(refusal.rule, rule.map(Rule), "{row}: {refusal:?}");
    }
    pub fn allows(&self, row: &str, action: Action) {
        assert_eq!(self.refusal(action), None, "{row}");
    }

    pub fn inquire(self) -> Life {
        self.inquiring(true)
    }
    pub fn inquiring(self, explained: bool) -> Life {
        let packet_due = Some(self.now.date() + chrono::Duration::days(30));
        let intake = self.intake.clone();
        self.does(Action::Inquire { intake, heard: vec![], explained, out_of_hours: false, packet_due })
    }
    /// The first packet, with the form and these items.
    pub fn packet(self, items: Vec<FoundItem>) -> Life {
        self.packet_with(items, vec![])
    }
    pub fn packet_with(self, items: Vec<FoundItem>, discs: Vec<Disc>) -> Life {
        let action = Action::ReceivePacket {
            packet: arrival(self.now.date()),
            items,
            discs,
            bring_on_day: vec![],
            intake: Some(self.intake.clone()),
            number: Some(ReceiptNumber { fiscal_year: 2026, serial: 123 }),
        };
        self.does(action)
    }
    pub fn more(self, items: Vec<FoundItem>) -> Life {
        let action = Action::ReceivePacket {
            packet: arrival(self.now.date()),
            items,
            discs: vec![],
            bring_on_day: vec![],
            intake: None,
            number: Some(ReceiptNumber { fiscal_year: 2026, serial: 999 }),
        };
        self.does(action)
    }
    /// A call and a packet with all that is needed.
    pub fn received(self) -> Life {
        self.inquire().packet(complete())
    }
    pub fn ask(&self) -> Action {
        Action::AskDoctor { department: self.intake.subject.department.clone().unwrap(), doctor: None }
    }
    pub fn asked(self) -> Life {
        let ask = self.ask();
        self.received().does(ask)
    }
    pub fn verdict(self, verdict: Verdict) -> Life {
        self.does(Action::RecordVerdict { verdict })
    }
    pub fn accepted(self) -> Life {
        self.asked().verdict(Verdict::Accept)
    }
    pub fn hold(self, doctor: &str, start: &str) -> Life {
        let until = self.rules.days(self.now.date()).next_open(self.now.date()).and_hms_opt(17, 15, 0);
        self.does(Action::HoldSlot { slot: slot(doctor, start), until })
    }
    pub fn offering(self) -> Life {
        self.accepted().hold("森", VISIT)
    }
    pub fn book(self, start: &str) -> Life {
        let life = self.tells_fee();
        let fee = fee(life.case.mode);
        life.does(Action::Book { start: time(start), fee })
    }
    /// The talk before a booking.
    pub fn tells_fee(self) -> Life {
        let call = CallRecord { fee_told: true, ..call(Party::Patient, Outcome::Spoke, Matter::Candidates) };
        self.does(Action::LogCall { call, out_of_hours: false })
    }
    pub fn booked(self) -> Life {
        self.offering().book(VISIT)
    }
    pub fn printed(self) -> Life {
        let kind = PaperKind::of_booking(self.case.mode);
        let version = self.case.next_version(kind);
        self.does(print(kind, version))
    }
    pub fn posted(self) -> Life {
        let life = self.printed();
        let kind = PaperKind::of_booking(life.case.mode);
        life.does(post(kind))
    }
    pub fn slip_out(self) -> Life {
        self.booked().posted()
    }
    pub fn in_clinics(self, start: &str) -> Life {
        let menu = profile().clinics.menu;
        self.does(Action::ClinicsBooked { start: time(start), menu })
    }
    /// All that an agreed date needs, up to the eve of it.
    pub fn ready(self) -> Life {
        let life = self.slip_out();
        let life = if life.case.mode == Mode::Online { life.in_clinics(VISIT) } else { life };
        life.at("2026-12-09T15:00").does(Action::ConfirmDayBefore {})
    }
    pub fn paid(self) -> Life {
        self.does(Action::RecordPayment { card_error: String::new() })
    }
    pub fn consulted(self, report_later: bool) -> Life {
        let life = self.ready().at("2026-12-10T13:40");
        let life = if life.case.mode == Mode::InPerson { life.paid() } else { life };
        life.at("2026-12-10T15:00").does(Action::Consult { doctor: "森".into(), report_later })
    }
    pub fn reported(self, report_later: bool) -> Life {
        self.consulted(report_later).does(Action::ReceiveReport { pages: 3 })
    }
    pub fn report_out(self) -> Life {
        let life = self.reported(true).does(print(PaperKind::CoverLetter, 1));
        life.does(print(PaperKind::MailingLabel, 1)).does(post_report())
    }
    pub fn returned(self) -> Life {
        self.does(Action::ReturnMaterial { how: Return::HandedOver {} })
    }
    pub fn switch(self, to: Mode, keeps_date: bool) -> Life {
        let (asked_by, reason, fee) = (AskedBy::Hospital, "感染対策".into(), fee(to));
        self.does(Action::SwitchMode { to, asked_by, reason, fee, keeps_date })
    }
    pub fn calls(self, outcome: Outcome, matter: Matter) -> Life {
        let call = call(Party::Patient, outcome, matter);
        self.does(Action::LogCall { call, out_of_hours: false })
    }
    pub fn ends(self, kind: EndKind) -> Life {
        self.does(end(kind, None))
    }
    pub fn dies(self) -> Life {
        self.ends(EndKind::Deceased)
    }
}

/// The code a refusal carries on the wire.
pub fn code_of(why: &Why) -> String {
    serde_json::to_value(why).unwrap()["code"].as_str().unwrap().to_owned()
}
