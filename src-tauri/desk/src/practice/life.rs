//! A made-up life: who, and what happens how many desk days before or after today. Scripts are written with it.
use domain::Case;
use domain::action::Action;
use domain::call::{Direction, Matter, Outcome, Party};
use domain::paper::PaperKind;
use domain::people::{Intake, Name, Told, Who};
use domain::screening::{Ground, Verdict};
use domain::visit::{Mode, Return};

use super::envelope::{Envelope, packet};

/// A call as a script tells it.
#[derive(Clone, Debug)]
pub(super) struct Talk {
    pub direction: Direction,
    pub party: Party,
    pub matter: Matter,
    pub outcome: Outcome,
    pub note: &'static str,
    /// Desk day and time of the next try or the promise.
    pub next: Option<(i32, (u32, u32))>,
}

/// The desk calls the patient, who answers.
pub(super) fn call(matter: Matter) -> Talk {
    Talk {
        direction: Direction::Out,
        party: Party::Patient,
        matter,
        outcome: Outcome::Spoke,
        note: "",
        next: None,
    }
}

impl Talk {
    pub fn outcome(self, outcome: Outcome) -> Self {
        Talk { outcome, ..self }
    }
    pub fn with(self, party: Party) -> Self {
        Talk { party, ..self }
    }
    pub fn incoming(self) -> Self {
        Talk { direction: Direction::In, ..self }
    }
    pub fn note(self, note: &'static str) -> Self {
        Talk { note, ..self }
    }
    pub fn next(self, day: i32, time: (u32, u32)) -> Self {
        Talk { next: Some((day, time)), ..self }
    }
}

/// A step; what depends on the state of the register is worked out when it is played.
#[derive(Clone, Debug)]
pub(super) enum Move {
    Do(Box<Action>),
    /// 電話での相談: what the caller said, and whether the steps were explained.
    Ring {
        heard: Vec<Ground>,
        explained: bool,
    },
    Arrive(Box<Envelope>),
    Talk(Talk),
    /// Asks the department of the form, or another.
    Ask(Option<&'static str>),
    /// The doctor refuses on a ground, in the hospital's words.
    Refuse(Ground),
    /// Candidates with this doctor. The first day is met exactly up to tomorrow, with an extra clinic where there is
    /// none; later ones fall on the next clinic.
    Hold {
        doctor: &'static str,
        days: Vec<i32>,
    },
    /// The doctor is away on the first held day after all.
    DoctorAway(&'static str),
    /// The patient takes the first held date.
    Book,
    PrintDate,
    /// Posts the paper with the date by the service that still arrives.
    PostDate,
    InClinics {
        minutes_off: i64,
        menu: &'static str,
    },
    /// Paid at the counter before the talk.
    Pay,
    Seen {
        report_later: bool,
    },
    NoShow,
    /// Cover letter and label printed, the report posted.
    SendReport,
    ReturnByPost,
    /// The doctor's answer approved, printed with what goes back, sealed and posted.
    SendAnswer,
    Print(PaperKind),
    /// A letter printed, sealed and posted.
    Send(PaperKind),
    /// A sheet may have reached somebody else; noticed on the day.
    Leak(&'static str),
    /// An action that depends on the case as it stands.
    Seeing(fn(&Case) -> Action),
    /// The last step was a slip of the hand.
    TakeBack,
}

/// A step on its day.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub day: i32,
    /// Where the hour matters.
    pub time: Option<(u32, u32)>,
    pub what: Move,
}

/// How the birth date of a child follows from today.
#[derive(Clone, Copy, Debug)]
pub(super) enum Born {
    AsInTable,
    Aged(i32),
    Turns18In(i64),
}

/// One case from its first day on.
#[derive(Clone, Debug)]
pub(super) struct Life {
    /// A person of the table.
    pub who: &'static str,
    pub mode: Mode,
    pub born: Born,
    pub form: Vec<fn(&mut Intake)>,
    pub steps: Vec<Step>,
}

pub(super) fn life(who: &'static str) -> Life {
    Life { who, mode: Mode::InPerson, born: Born::AsInTable, form: vec![], steps: vec![] }
}

impl Life {
    pub fn online(self) -> Self {
        Life { mode: Mode::Online, ..self }
    }
    pub fn born(self, born: Born) -> Self {
        Life { born, ..self }
    }
    /// Something else stands on the form.
    pub fn form(mut self, change: fn(&mut Intake)) -> Self {
        self.form.push(change);
        self
    }

    pub fn then(mut self, day: i32, what: Move) -> Self {
        self.steps.push(Step { day, time: None, what });
        self
    }
    /// The step just told happens at this hour.
    pub fn hour(mut self, hour: u32, minute: u32) -> Self {
        if let Some(step) = self.steps.last_mut() {
            step.time = Some((hour, minute));
        }
        self
    }
    pub fn act(self, day: i32, action: Action) -> Self {
        self.then(day, Move::Do(Box::new(action)))
    }

    pub fn rings(self, day: i32) -> Self {
        self.then(day, Move::Ring { heard: vec![], explained: true })
    }
    pub fn rings_with(self, day: i32, heard: &[Ground], explained: bool) -> Self {
        self.then(day, Move::Ring { heard: heard.to_vec(), explained })
    }
    pub fn sends(self, day: i32, envelope: Envelope) -> Self {
        self.then(day, Move::Arrive(Box::new(envelope)))
    }
    pub fn talks(self, day: i32, talk: Talk) -> Self {
        self.then(day, Move::Talk(talk))
    }
    pub fn seeing(self, day: i32, action: fn(&Case) -> Action) -> Self {
        self.then(day, Move::Seeing(action))
    }
    pub fn asked(self, day: i32) -> Self {
        self.then(day, Move::Ask(None))
    }
    pub fn verdict(self, day: i32, verdict: Verdict) -> Self {
        self.act(day, Action::RecordVerdict { verdict })
    }
    pub fn holds(self, day: i32, doctor: &'static str, days: &[i32]) -> Self {
        self.then(day, Move::Hold { doctor, days: days.to_vec() })
    }
    pub fn prints(self, day: i32) -> Self {
        self.then(day, Move::PrintDate)
    }
    pub fn posts(self, day: i32) -> Self {
        self.prints(day).then(day, Move::PostDate)
    }
    pub fn in_clinics(self, day: i32) -> Self {
        self.then(day, Move::InClinics { minutes_off: 0, menu: "" })
    }
    pub fn confirms(self, day: i32) -> Self {
        self.act(day, Action::ConfirmDayBefore {})
    }
    pub fn letter(self, day: i32, kind: PaperKind) -> Self {
        self.then(day, Move::Send(kind))
    }
    pub fn notes(self, day: i32, text: &str) -> Self {
        self.act(day, Action::Note { text: text.to_owned() })
    }
    pub fn returns(self, day: i32, how: Return) -> Self {
        self.act(day, Action::ReturnMaterial { how })
    }
}

/// Longer stretches that go well. Each ends on `day`.
impl Life {
    /// A call, and a complete packet some days later.
    pub fn arrived(self, day: i32) -> Self {
        self.rings(day - 5).sends(day, packet())
    }
    pub fn accepted(self, day: i32) -> Self {
        self.arrived(day - 4).asked(day - 3).verdict(day, Verdict::Accept)
    }
    /// Held the day before, booked on `day` for the desk day `visit`.
    pub fn booked(self, day: i32, doctor: &'static str, visit: i32) -> Self {
        self.accepted(day - 2).dated(day, doctor, visit)
    }
    /// From the doctor's yes to the agreed date.
    pub fn dated(self, day: i32, doctor: &'static str, visit: i32) -> Self {
        self.holds(day - 1, doctor, &[visit, visit + 3]).then(day, Move::Book)
    }
    pub fn posted(self, day: i32, doctor: &'static str, visit: i32) -> Self {
        self.booked(day - 1, doctor, visit).posts(day)
    }
    /// Confirmed for the desk day `visit`, up to the evening before.
    pub fn ready(self, doctor: &'static str, visit: i32) -> Self {
        let life = self.posted(visit - 9, doctor, visit);
        let online = life.mode == Mode::Online;
        let life = if online { life.in_clinics(visit - 7) } else { life };
        life.confirms(visit - 1)
    }
    pub fn seen(self, doctor: &'static str, visit: i32, report_later: bool) -> Self {
        self.ready(doctor, visit).day_itself(visit, report_later)
    }
    /// The day of the visit: in person the fee comes first.
    pub fn day_itself(self, visit: i32, report_later: bool) -> Self {
        let life = if self.mode == Mode::InPerson { self.then(visit, Move::Pay) } else { self };
        life.then(visit, Move::Seen { report_later })
    }
    pub fn handed_over(self, day: i32) -> Self {
        self.act(day, Action::ReceiveReport { pages: 2 }).act(day, Action::HandOverReport {})
    }
    pub fn report_sent(self, day: i32) -> Self {
        self.act(day - 1, Action::ReceiveReport { pages: 3 }).then(day, Move::SendReport)
    }
}

/// What forms say beside the table.
pub(super) mod forms {
    use super::*;

    /// 相談者 is family who comes alone.
    pub fn family(form: &mut Intake, kinship: &str, family: &str, given: &str, kana: (&str, &str)) {
        form.applicant.who = Who::Family;
        form.applicant.kinship = kinship.to_owned();
        form.applicant.name = Name {
            family: family.to_owned(),
            given: given.to_owned(),
            family_kana: kana.0.to_owned(),
            given_kana: kana.1.to_owned(),
        };
        form.applicant.phone = "090-0000-8811".to_owned();
        form.applicant.may_ask_referrer = Told::Yes;
    }
}
