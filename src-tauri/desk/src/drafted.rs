//! A form that is not saved yet, seen as the case it would become.
use chrono::NaiveDateTime;
use domain::Action;
use domain::Case;
use domain::ids::Mark;
use domain::packet::{Channel, Form, FoundItem, ItemKind, Packet};

use crate::wire::requests::Weigh;

/// The case as it would stand if the form were saved now.
pub(crate) fn case_of(form: &Weigh, now: NaiveDateTime) -> Case {
    let packet = Packet {
        arrived: form.arrived,
        channel: Channel::Post,
        tracking: String::new(),
        sender: String::new(),
        place: String::new(),
        unopened: false,
        name_on_it: String::new(),
    };
    let found = |kind: &ItemKind| FoundItem {
        kind: *kind,
        count: 1,
        form: Form::Copy,
        defects: vec![],
        note: String::new(),
    };
    let action = Action::ReceivePacket {
        packet,
        items: form.here.iter().map(found).collect(),
        discs: vec![],
        bring_on_day: form.bring_on_day.clone(),
        intake: Some(form.intake.clone()),
        number: None,
    };
    Case::default().after(&action, &Mark { at: now, by: String::new() })
}
