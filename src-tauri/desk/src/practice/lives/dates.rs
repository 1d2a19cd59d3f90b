//! Dates: looked for, held, offered by telephone, agreed, changed, and the switch between the two modes.
use domain::action::Action;
use domain::call::{Matter, Outcome, Party};
use domain::paper::{PaperKind, VoidReason};
use domain::people::{Half, Phone, PhoneLine, Told};
use domain::visit::{AskedBy, Mode};

use super::super::life::{Life, Move, call, life};

pub(super) fn lives() -> Vec<Life> {
    [offers(), agreed(), changes()].concat()
}

/// Before a date is agreed.
fn offers() -> Vec<Life> {
    vec![
        life("ouchi")
            .form(|f| {
                f.subject.wishes.half = Some(Half::Afternoon);
                f.subject.wishes.unavailable_weekdays = vec![0];
                f.subject.wishes.typed = "月曜は通院のため不可。午後がよい".to_owned();
            })
            .accepted(-1),
        // Both dates did not suit; two others are held.
        life("kato")
            .accepted(-5)
            .holds(-4, "watari", &[9, 12])
            .talks(-3, call(Matter::Candidates).note("どちらの日も仕事で来られない。翌週以降を希望"))
            .act(-3, Action::DeclineCandidates { reason: "どちらの日も仕事のため".to_owned() })
            .holds(-1, "watari", &[14, 17, 20])
            .seeing(-1, |case| {
                let start = case.holds.last().map(|hold| hold.slot.start).unwrap_or_default();
                Action::ReleaseSlot { start }
            })
            // The doctor will be away on the first of them after all.
            .then(0, Move::DoctorAway("watari")),
        life("teshigawara")
            .form(|f| {
                f.patient.may_leave_message = Told::No;
                f.patient.announce_as = "地域医療連携センターの者です".to_owned();
                f.patient.call_times = "午前中".to_owned();
                f.patient.phones.push(Phone {
                    number: "022-000-7716".to_owned(),
                    line: PhoneLine::Home,
                    whose: String::new(),
                    do_not_call: false,
                });
                f.patient.phones.push(Phone {
                    number: "022-000-5500".to_owned(),
                    line: PhoneLine::Work,
                    whose: String::new(),
                    do_not_call: true,
                });
            })
            .accepted(-2)
            .holds(-1, "kuji", &[8, 10]),
        // The holds have run out meanwhile; her son promised that he calls back today.
        life("takeda")
            .accepted(-4)
            .holds(-3, "oikawa", &[7, 9])
            .talks(-3, call(Matter::Candidates).outcome(Outcome::NoAnswer))
            .talks(
                -2,
                call(Matter::Candidates)
                    .outcome(Outcome::WrongPerson)
                    .note("同姓の方が出た。病院名は言わず、個人名だけでかけ直すと伝えた"),
            )
            .letter(-2, PaperKind::ContactRequest)
            .talks(
                -1,
                call(Matter::Candidates)
                    .with(Party::Family)
                    .outcome(Outcome::CallBack)
                    .note("ご長男が出た。本人から折り返すとのこと")
                    .next(0, (15, 30)),
            ),
        // Three misses.
        life("shima")
            .form(|f| f.patient.may_leave_message = Told::Yes)
            .accepted(-5)
            .holds(-3, "nihei", &[9, 12])
            .talks(-3, call(Matter::Candidates).outcome(Outcome::NoAnswer))
            .talks(-2, call(Matter::Candidates).outcome(Outcome::Busy))
            .talks(0, call(Matter::Candidates).outcome(Outcome::LeftMessage).next(1, (10, 30))),
    ]
}

/// A date stands.
fn agreed() -> Vec<Life> {
    vec![
        // Printed before the room changed: void by hand, printed again, not posted yet.
        life("moriya")
            .booked(-1, "katakura", 9)
            .prints(-1)
            .act(0, Action::VoidPaper { kind: PaperKind::Slip, reason: VoidReason::ByHand })
            .prints(0),
        // So soon that ordinary post does not arrive.
        life("hirata").booked(-2, "oikawa", 4).posts(-2),
    ]
}

/// What was agreed changes.
fn changes() -> Vec<Life> {
    let switch = |to, asked_by, reason: &str| Action::SwitchMode {
        to,
        asked_by,
        reason: reason.to_owned(),
        fee: None,
        keeps_date: false,
    };
    vec![
        // In person at first, the slip was on its way; the date stands, the paper does not.
        life("nitta")
            .posted(-4, "endo", 11)
            .talks(
                -1,
                call(Matter::Change).incoming().note("遠方のためオンラインに変えたい。費用の違いを説明した"),
            )
            .act(-1, switch(Mode::Online, AskedBy::Patient, "遠方で来院が難しい"))
            .posts(-1)
            .act(0, Action::ClinicsRegistered {}),
        // The doctor sees online cases at other hours: the date falls, another is found.
        life("hino")
            .posted(-9, "nihei", 7)
            .talks(-6, call(Matter::Change).incoming().note("足を骨折した。オンラインを希望"))
            .act(-6, switch(Mode::Online, AskedBy::Patient, "けがで来院できない"))
            .dated(-4, "nihei", 8)
            .posts(-3)
            .in_clinics(-1),
        // Online, changed by telephone; the patient's own act in CLINICS is still open.
        life("maeda")
            .online()
            .posted(-8, "kanno", 5)
            .in_clinics(-5)
            .talks(
                0,
                call(Matter::Change).incoming().note("家族の用事で日を変えたい。CLINICS の取消もお願いした"),
            )
            .act(0, Action::Unbook { reason: "患者の都合（家族の用事）".to_owned() }),
        // In person, changed once: the second slip voids the first.
        life("suzuki")
            .posted(-10, "katakura", 3)
            .talks(-5, call(Matter::Change).incoming().note("別の検査と重なった"))
            .act(-5, Action::Unbook { reason: "別の検査と重なった".to_owned() })
            .dated(-3, "katakura", 8)
            .posts(-2),
        // The hospital asked for the switch, before anything was printed.
        life("fujiwara")
            .accepted(-9)
            .act(-8, switch(Mode::Online, AskedBy::Hospital, "相談室の改修のため"))
            .talks(-8, call(Matter::Change).note("オンラインで了承。費用をお伝えした"))
            .dated(-6, "watari", 7)
            .posts(-5)
            .in_clinics(-2),
    ]
}
