//! The made-up lives: who, and what happened how many desk days before today.
use domain::action::Action;
use domain::call::{Matter, Outcome};
use domain::packet::{Channel, Disc, Form, FoundItem, ItemKind, NameMatch, Packet};
use domain::paper::PaperKind;
use domain::people::{Address, Intake, Name, Patient, Phone, PhoneLine, Referrer, Subject, Told};
use domain::screening::Verdict;
use domain::visit::Mode;

/// A step of a life; what depends on the state of the register is worked out when it is played.
#[derive(Clone, Debug)]
pub(super) enum Move {
    Do(Box<Action>),
    /// Hold the first n proposals.
    Hold(usize),
    Call(Outcome),
    CallAbout(Matter, Outcome),
    /// The patient takes the first held date.
    Book,
    Print(PaperKind),
    PrintAndPost,
    SeenInClinics {
        minutes_off: i64,
    },
    Visit {
        report_later: bool,
    },
    SendReport,
}

/// One case: steps with the desk days from today (negative: before).
pub(super) struct Life {
    pub steps: Vec<(i32, Move)>,
}

/// How many lives there are.
pub fn count() -> usize {
    lives().len()
}

pub(super) fn lives() -> Vec<Life> {
    vec![
        Life {
            steps: vec![(-20, packet("髙橋", "美津江", "タカハシ", "ミツエ", "1946-07-30", "digestive"))],
        },
        Life {
            steps: vec![
                (-12, packet("鈴木", "宗一郎", "スズキ", "ソウイチロウ", "1964-05-17", "orthopedics")),
                (-11, ask("orthopedics")),
                (-9, accept()),
                (-9, Move::Hold(2)),
                (-8, Move::Book),
                (-7, Move::PrintAndPost),
            ],
        },
        Life {
            steps: vec![
                (-6, packet("勅使河原", "志津子", "テシガワラ", "シヅコ", "1948-03-14", "respiratory")),
                (-5, ask("respiratory")),
                (-1, accept()),
                (0, Move::Hold(2)),
            ],
        },
    ]
}

fn ask(department: &str) -> Move {
    Move::Do(Box::new(Action::AskDoctor { department: department.to_owned(), doctor: None }))
}

fn accept() -> Move {
    Move::Do(Box::new(Action::RecordVerdict { verdict: Verdict::Accept }))
}

fn packet(
    family: &str,
    given: &str,
    family_kana: &str,
    given_kana: &str,
    birth: &str,
    department: &str,
) -> Move {
    let name = Name {
        family: family.to_owned(),
        given: given.to_owned(),
        family_kana: family_kana.to_owned(),
        given_kana: given_kana.to_owned(),
    };
    let date = birth.parse().expect("a day written in this room");
    let patient = Patient {
        name,
        birth: Some(domain::people::TypedDate { typed: birth.to_owned(), date }),
        address: Address {
            postal: "989-0000".to_owned(),
            line1: "宮城県杜浜市字北原前二丁目14番7号".to_owned(),
            line2: String::new(),
        },
        phones: vec![Phone {
            number: "090-0000-4471".to_owned(),
            line: PhoneLine::Mobile,
            whose: String::new(),
            do_not_call: false,
        }],
        ..Patient::default()
    };
    let referrer = Referrer {
        institution: Some("morinooka".to_owned()),
        institution_name: "医療法人社団 杜の丘会 杜の丘中央病院".to_owned(),
        department: "呼吸器内科".to_owned(),
        doctor: "相良 直人".to_owned(),
        agreed: Told::Yes,
    };
    let subject = Subject { department: Some(department.to_owned()), ..Subject::default() };
    let intake = Intake { mode: Mode::InPerson, patient, referrer, subject, ..Intake::default() };
    let item = |kind, form| FoundItem { kind, count: 1, form, defects: vec![], note: String::new() };
    Move::Do(Box::new(Action::ReceivePacket {
        packet: Packet {
            arrived: chrono::NaiveDate::default(),
            channel: Channel::LetterPack,
            tracking: String::new(),
            sender: String::new(),
            place: "棚 B-1".to_owned(),
            unopened: false,
            name_on_it: String::new(),
        },
        items: vec![
            item(ItemKind::Application, Form::Original),
            item(ItemKind::ReferralLetter, Form::Original),
            item(ItemKind::Pathology, Form::Copy),
            item(ItemKind::XrayCtMri, Form::Disc),
        ],
        discs: vec![Disc {
            label: "CT".to_owned(),
            n: 1,
            of: 1,
            troubles: vec![],
            name: NameMatch::Same,
            imported_to: "PACS".to_owned(),
        }],
        bring_on_day: vec![],
        intake: Some(intake),
        number: None,
    }))
}
