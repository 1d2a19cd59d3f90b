//! What may be done with a case now and what may not, with the reason: the lists beside the next step.
use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::action::Action;
use crate::case::{Case, EndKind};
use crate::packet::{Channel, Packet};
use crate::paper::PaperKind;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::screening::{Supplier, Verdict};
use crate::visit::{AskedBy, Return};

/// A thing a clerk may want to do; coarser than [`Action`], without its details.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum DeedKind {
    ReceivePacket,
    LogCall,
    AskDoctor,
    RecordVerdict,
    Offer,
    Book,
    PrintPaper,
    PostPaper,
    Unbook,
    SwitchMode,
    ClinicsBooked,
    ClinicsChangeSeen,
    ConfirmDayBefore,
    RecordPayment,
    Consult,
    NoShow,
    ReceiveReport,
    PrintCoverLetter,
    HandOverReport,
    PostReport,
    ReturnMaterial,
    EpilepsyOnline,
    Cancel,
    WithdrawAgreement,
    Death,
    Note,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, TS)]
pub struct Deed {
    pub kind: DeedKind,
    /// `None`: it may be done.
    pub refusal: Option<Refusal>,
}

/// Every deed in the order of a case's life, each with the reason against it.
pub fn deeds(case: &Case, at: NaiveDateTime, rules: &Rules) -> Vec<Deed> {
    let may = |action: Action| case.may(&action, at, rules).err();
    let reason = || "-".to_owned();
    let paper = PaperKind::of_booking(case.mode);
    let service = rules.profile(at.date()).services.first();
    let tracking = service.map(|s| "0".repeat(s.tracking_digits.into())).unwrap_or_default();
    let service = service.map(|s| s.code.clone()).unwrap_or_default();
    let department = case.department().unwrap_or_default().to_owned();
    let end = |kind: EndKind| may(Action::End { kind, ground: None, reason: reason() });
    let held = case.holds.iter().find(|h| h.live(at)).or(case.holds.first());
    let start = held.map_or(at, |h| h.slot.start);
    let booked_at = case.booking.as_ref().map_or(at, |b| b.slot.start);
    let list = [
        (DeedKind::ReceivePacket, may(arrival(at))),
        (DeedKind::LogCall, case.deceased().then(|| Refusal::by(43, Why::Deceased))),
        (DeedKind::AskDoctor, may(Action::AskDoctor { department, doctor: None })),
        (DeedKind::RecordVerdict, may(verdict_probe())),
        (DeedKind::Offer, case.may_offer().err()),
        (DeedKind::Book, may(Action::Book { start, fee: None })),
        (DeedKind::PrintPaper, may(print(paper))),
        (
            DeedKind::PostPaper,
            may(Action::PostPaper { kind: paper, service: service.clone(), tracking: tracking.clone() }),
        ),
        (DeedKind::Unbook, may(Action::Unbook { reason: reason() })),
        (
            DeedKind::SwitchMode,
            may(Action::SwitchMode {
                to: case.mode.other(),
                asked_by: AskedBy::Hospital,
                reason: reason(),
                fee: None,
                keeps_date: false,
            }),
        ),
        (DeedKind::ClinicsBooked, may(Action::ClinicsBooked { start: booked_at, menu: reason() })),
        (DeedKind::ClinicsChangeSeen, may(Action::ClinicsChangeSeen {})),
        (DeedKind::ConfirmDayBefore, may(Action::ConfirmDayBefore {})),
        (DeedKind::RecordPayment, may(Action::RecordPayment { card_error: String::new() })),
        (DeedKind::Consult, may(Action::Consult { doctor: reason(), report_later: false })),
        (DeedKind::NoShow, may(Action::NoShow {})),
        (DeedKind::ReceiveReport, may(Action::ReceiveReport { pages: 1 })),
        (DeedKind::PrintCoverLetter, may(print(PaperKind::CoverLetter))),
        (DeedKind::HandOverReport, may(Action::HandOverReport {})),
        (DeedKind::PostReport, may(Action::PostReport { service, tracking })),
        (DeedKind::ReturnMaterial, may(Action::ReturnMaterial { how: Return::HandedOver {} })),
        (DeedKind::EpilepsyOnline, end(EndKind::EpilepsyOnline)),
        (DeedKind::Cancel, end(EndKind::Cancelled)),
        (DeedKind::WithdrawAgreement, may(Action::WithdrawAgreement { reason: reason() })),
        (DeedKind::Death, end(EndKind::Deceased)),
        (DeedKind::Note, may(Action::Note { text: reason() })),
    ];
    list.into_iter().map(|(kind, refusal)| Deed { kind, refusal }).collect()
}

fn arrival(at: NaiveDateTime) -> Action {
    let packet = Packet {
        arrived: at.date(),
        channel: Channel::Post,
        tracking: String::new(),
        sender: String::new(),
        place: String::new(),
        unopened: true,
        name_on_it: String::new(),
    };
    let (items, discs, bring_on_day) = (vec![], vec![], vec![]);
    Action::ReceivePacket { packet, items, discs, bring_on_day, intake: None, number: None }
}

fn verdict_probe() -> Action {
    Action::RecordVerdict { verdict: Verdict::MoreMaterial { what: "-".into(), from: Supplier::Patient } }
}

fn print(kind: PaperKind) -> Action {
    Action::IssuePaper { kind, version: 1, data: String::new(), digest: String::new() }
}
