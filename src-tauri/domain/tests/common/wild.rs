//! Any action at all: absurd dates, empty and huge texts, every variant. For tests that nothing panics.
#![allow(dead_code, reason = "each test file uses a part of it")]

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime};
use domain::call::{CallRecord, Direction, Matter, Outcome, Party};
use domain::case::EndKind;
use domain::ids::{Mark, ReceiptNumber};
use domain::packet::{Channel, Defect, Disc, DiscTrouble, Form, FoundItem, ItemKind, NameMatch, Packet};
use domain::paper::{PaperKind, ReturnReason, VoidReason};
use domain::people::*;
use domain::screening::{Doubt, Ground, Supplier, Verdict};
use domain::visit::{AskedBy, Mode, Return, Slot};
use domain::{Action, Rule};
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::select;

/// 1900 to 2100.
pub fn date() -> impl Strategy<Value = NaiveDate> {
    (0..73_000u64).prop_map(|n| NaiveDate::from_ymd_opt(1900, 1, 1).unwrap() + Days::new(n))
}

pub fn moment() -> impl Strategy<Value = NaiveDateTime> {
    (date(), 0..86_400u32)
        .prop_map(|(day, s)| day.and_time(NaiveTime::from_num_seconds_from_midnight_opt(s, 0).unwrap()))
}

pub fn mark() -> impl Strategy<Value = Mark> {
    (moment(), text()).prop_map(|(at, by)| Mark { at, by })
}

pub fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => select(vec!["", "母", "respiratory", "epilepsy", "森", "express", "checked", "髙橋", " ", "a\0b"]).prop_map(str::to_owned),
        1 => "\\PC{0,12}",
        1 => Just("𠮷".repeat(9_000)),
    ]
}

fn mode() -> impl Strategy<Value = Mode> {
    select(vec![Mode::InPerson, Mode::Online])
}

fn told() -> impl Strategy<Value = Told> {
    select(vec![Told::Yes, Told::No, Told::Unknown])
}

pub fn item_kind() -> impl Strategy<Value = ItemKind> {
    select(ItemKind::ALL.to_vec())
}

pub fn found() -> impl Strategy<Value = FoundItem> {
    let forms = vec![Form::Original, Form::Copy, Form::Disc, Form::Electronic];
    let defects = vec![Defect::N02, Defect::N07, Defect::N08, Defect::N14, Defect::N17];
    (
        item_kind(),
        select(vec![0, 1, 2, u16::MAX]),
        select(forms),
        prop::collection::vec(select(defects), 0..3),
        text(),
    )
        .prop_map(|(kind, count, form, defects, note)| FoundItem { kind, count, form, defects, note })
}

pub fn disc() -> impl Strategy<Value = Disc> {
    let troubles = vec![DiscTrouble::Virus, DiscTrouble::Autorun, DiscTrouble::NotDicom];
    let names = vec![NameMatch::Same, NameMatch::Variant, NameMatch::Different, NameMatch::Unread];
    (text(), any::<u8>(), any::<u8>(), prop::collection::vec(select(troubles), 0..3), select(names), text())
        .prop_map(|(label, n, of, troubles, name, imported_to)| Disc {
            label,
            n,
            of,
            troubles,
            name,
            imported_to,
        })
}

pub fn patient() -> impl Strategy<Value = Patient> {
    let birth = (text(), date()).prop_map(|(typed, date)| TypedDate { typed, date });
    let phone = (text(), any::<bool>()).prop_map(|(number, do_not_call)| Phone {
        number,
        line: PhoneLine::Work,
        whose: String::new(),
        do_not_call,
    });
    (text(), of(birth), text(), prop::collection::vec(phone, 0..3), told()).prop_map(
        |(family, birth, line1, phones, told)| Patient {
            name: Name { family, ..Name::default() },
            birth,
            address: Address { line1, ..Address::default() },
            phones,
            may_leave_message: told,
            ..Patient::default()
        },
    )
}

pub fn applicant() -> impl Strategy<Value = Applicant> {
    let who = vec![Who::Patient, Who::PatientWithFamily, Who::Family, Who::Other];
    (select(who), text(), any::<bool>()).prop_map(|(who, kinship, patient_cannot_sign)| Applicant {
        who,
        kinship,
        patient_cannot_sign,
        ..Applicant::default()
    })
}

pub fn referrer() -> impl Strategy<Value = Referrer> {
    (of(text()), text(), told()).prop_map(|(institution, doctor, agreed)| Referrer {
        institution,
        doctor,
        agreed,
        ..Referrer::default()
    })
}

pub fn subject() -> impl Strategy<Value = Subject> {
    let half = select(vec![Half::Morning, Half::Afternoon]);
    let wishes =
        (prop::collection::vec(date(), 0..3), prop::collection::vec(any::<u8>(), 0..3), of(half), of(date()))
            .prop_map(|(unavailable, unavailable_weekdays, half, not_before)| Wishes {
                unavailable,
                unavailable_weekdays,
                half,
                not_before,
                typed: String::new(),
            });
    (text(), of(text()), wishes).prop_map(|(question, department, wishes)| Subject {
        question,
        department,
        wishes,
        ..Subject::default()
    })
}

pub fn intake() -> impl Strategy<Value = Intake> {
    (mode(), patient(), applicant(), referrer(), subject(), of(date())).prop_map(
        |(mode, patient, applicant, referrer, subject, applied_on)| Intake {
            mode,
            patient,
            applicant,
            referrer,
            subject,
            applied_on,
        },
    )
}

pub fn packet() -> impl Strategy<Value = Packet> {
    (date(), text(), text(), any::<bool>()).prop_map(|(arrived, tracking, place, unopened)| Packet {
        arrived,
        channel: Channel::Courier,
        tracking,
        sender: String::new(),
        place,
        unopened,
        name_on_it: String::new(),
    })
}

pub fn slot() -> impl Strategy<Value = Slot> {
    (text(), moment(), any::<u16>(), text()).prop_map(|(doctor, start, minutes, room)| Slot {
        doctor,
        start,
        minutes,
        room,
    })
}

fn ground() -> impl Strategy<Value = Ground> {
    select(Ground::ALL.to_vec())
}

fn verdict() -> impl Strategy<Value = Verdict> {
    let from = select(vec![Supplier::Patient, Supplier::Applicant, Supplier::Referrer]);
    prop_oneof![
        3 => Just(Verdict::Accept),
        1 => (text(), from).prop_map(|(what, from)| Verdict::MoreMaterial { what, from }),
        1 => (ground(), text(), text()).prop_map(|(ground, words, approver)| Verdict::Refuse { ground, words, approver }),
        1 => text().prop_map(|words| Verdict::GeneralOutpatient { words }),
        1 => text().prop_map(|department| Verdict::OtherDepartment { department }),
    ]
}

fn record() -> impl Strategy<Value = CallRecord> {
    use Outcome::*;
    let outcomes = vec![Spoke, NoAnswer, LeftMessage, Busy, CallBack, NotInService, WrongPerson, Refused];
    let matters = vec![Matter::Candidates, Matter::Missing, Matter::Other];
    let parties = vec![Party::Patient, Party::Family, Party::Referrer, Party::Doctor];
    let ways = vec![Direction::In, Direction::Out];
    (select(ways), select(parties), select(matters), select(outcomes), of(moment()), text()).prop_map(
        |(direction, party, matter, outcome, next_try, note)| CallRecord {
            direction,
            party,
            person: String::new(),
            number: String::new(),
            matter,
            outcome,
            identity_checked: false,
            fee_told: false,
            next_try,
            note,
        },
    )
}

pub fn paper_kind() -> impl Strategy<Value = PaperKind> {
    select(PaperKind::ALL.to_vec())
}

pub fn end_kind() -> impl Strategy<Value = EndKind> {
    use EndKind::*;
    select(vec![
        Declined,
        GeneralOutpatient,
        Cancelled,
        Lapsed,
        Deceased,
        NoShow,
        EpilepsyOnline,
        Misdelivered,
        Duplicate,
    ])
}

fn how() -> impl Strategy<Value = Return> {
    prop_oneof![
        Just(Return::HandedOver {}),
        text().prop_map(|reason| Return::Kept { reason }),
        (text(), text(), text(), text()).prop_map(|(service, tracking, packed_by, checked_by)| {
            Return::Posted { service, tracking, packed_by, checked_by }
        }),
    ]
}

fn arrivals() -> BoxedStrategy<Action> {
    let number =
        (1900..2100i32, any::<u32>()).prop_map(|(fiscal_year, serial)| ReceiptNumber { fiscal_year, serial });
    let heard = prop::collection::vec(ground(), 0..3);
    let things = (
        prop::collection::vec(found(), 0..4),
        prop::collection::vec(disc(), 0..2),
        prop::collection::vec(item_kind(), 0..2),
    );
    prop_oneof![
        (intake(), heard, any::<bool>(), of(date())).prop_map(|(intake, heard, explained, packet_due)| {
            Action::Inquire { intake, heard, explained, out_of_hours: false, packet_due }
        }),
        (packet(), things, of(intake()), of(number)).prop_map(
            |(packet, (items, discs, bring_on_day), intake, number)| Action::ReceivePacket {
                packet,
                items,
                discs,
                bring_on_day,
                intake,
                number
            }
        ),
        patient().prop_map(|patient| Action::AmendPatient { patient }),
        applicant().prop_map(|applicant| Action::AmendApplicant { applicant }),
        referrer().prop_map(|referrer| Action::AmendReferrer { referrer }),
        (subject(), of(date()))
            .prop_map(|(subject, applied_on)| Action::AmendSubject { subject, applied_on }),
        found().prop_map(|item| Action::CheckItem { item }),
        (item_kind(), any::<bool>()).prop_map(|(item, bring)| Action::BringOnDay { item, bring }),
        (0..3usize, disc()).prop_map(|(index, disc)| Action::CheckDisc { index, disc }),
        text().prop_map(|place| Action::Move { place }),
        how().prop_map(|how| Action::ReturnMaterial { how }),
    ]
    .boxed()
}

fn judgements() -> BoxedStrategy<Action> {
    let doubt = select(vec![Doubt::None, Doubt::Suspected]);
    prop_oneof![
        (ground(), doubt).prop_map(|(ground, doubt)| Action::Doubt { ground, doubt }),
        (select(vec![39, 44, 51, 57, 58, 65, 91, 200]), text())
            .prop_map(|(rule, reason)| Action::Waive { rule: Rule(rule), reason }),
        (text(), of(text())).prop_map(|(department, doctor)| Action::AskDoctor { department, doctor }),
        Just(Action::RemindDoctor {}),
        verdict().prop_map(|verdict| Action::RecordVerdict { verdict }),
        text().prop_map(|reason| Action::WithdrawAgreement { reason }),
        (end_kind(), of(ground()), text()).prop_map(|(kind, ground, reason)| Action::End {
            kind,
            ground,
            reason
        }),
        text().prop_map(|text| Action::Note { text }),
    ]
    .boxed()
}

fn dates() -> BoxedStrategy<Action> {
    let fee = || of(mode()).prop_map(|mode| mode.and_then(crate::common::fee));
    let asked_by = select(vec![AskedBy::Hospital, AskedBy::Patient]);
    prop_oneof![
        (slot(), of(moment())).prop_map(|(slot, until)| Action::HoldSlot { slot, until }),
        moment().prop_map(|start| Action::ReleaseSlot { start }),
        text().prop_map(|reason| Action::DeclineCandidates { reason }),
        (record(), any::<bool>()).prop_map(|(call, out_of_hours)| Action::LogCall { call, out_of_hours }),
        (moment(), fee()).prop_map(|(start, fee)| Action::Book { start, fee }),
        text().prop_map(|reason| Action::Unbook { reason }),
        (mode(), asked_by, text(), fee(), any::<bool>()).prop_map(
            |(to, asked_by, reason, fee, keeps_date)| Action::SwitchMode {
                to,
                asked_by,
                reason,
                fee,
                keeps_date
            }
        ),
    ]
    .boxed()
}

fn papers_and_visit() -> BoxedStrategy<Action> {
    let back = select(vec![ReturnReason::UnknownAddress, ReturnReason::StorageExpired]);
    prop_oneof![
        (paper_kind(), any::<u32>(), text()).prop_map(|(kind, version, data)| Action::IssuePaper {
            kind,
            version: version / 2,
            data,
            digest: String::new()
        }),
        paper_kind().prop_map(|kind| Action::ApprovePaper { kind }),
        (paper_kind(), prop::collection::vec(text(), 0..3), text())
            .prop_map(|(letter, scanned, second)| Action::Seal { letter, scanned, second }),
        (text(), date()).prop_map(|(what, noticed)| Action::ReportLeak { what, noticed }),
        (0..3usize, any::<bool>()).prop_map(|(index, last)| Action::LeakReported { index, last }),
        (paper_kind(), text(), text()).prop_map(|(kind, service, tracking)| Action::PostPaper {
            kind,
            service,
            tracking
        }),
        paper_kind().prop_map(|kind| Action::VoidPaper { kind, reason: VoidReason::ByHand }),
        (paper_kind(), back).prop_map(|(kind, reason)| Action::MailCameBack { kind, reason }),
        (moment(), text()).prop_map(|(start, menu)| Action::ClinicsBooked { start, menu }),
        text().prop_map(|card_error| Action::RecordPayment { card_error }),
        (text(), any::<bool>()).prop_map(|(doctor, report_later)| Action::Consult { doctor, report_later }),
        any::<u16>().prop_map(|pages| Action::ReceiveReport { pages }),
        (text(), text()).prop_map(|(service, tracking)| Action::PostReport { service, tracking }),
        select(vec![
            Action::ClinicsRegistered {},
            Action::ClinicsChangeSeen {},
            Action::ConfirmDayBefore {},
            Action::NoShow {},
            Action::RemindReport {},
            Action::HandOverReport {},
        ]),
    ]
    .boxed()
}

/// Any action at all.
pub fn action() -> BoxedStrategy<Action> {
    prop_oneof![arrivals(), judgements(), dates(), papers_and_visit()].boxed()
}
