//! What lies in an envelope that arrives at the practice desk.
use chrono::NaiveDate;
use domain::action::Action;
use domain::packet::{Channel, Defect, Disc, DiscTrouble, Form, FoundItem, ItemKind, NameMatch, Packet};
use domain::people::{Intake, Who};

/// An envelope before it is opened; by default what the notice asks for.
#[derive(Clone, Debug)]
pub(super) struct Envelope {
    channel: Channel,
    tracking: &'static str,
    sender: &'static str,
    place: &'static str,
    unopened: bool,
    name_on_it: &'static str,
    /// The application form came with it; an envelope that follows a first one adds nothing to the form.
    with_form: bool,
    /// `None`: whatever the form's department and applicant make necessary.
    only: Option<Vec<ItemKind>>,
    without: Vec<ItemKind>,
    also: Vec<ItemKind>,
    defects: Vec<(ItemKind, Defect, &'static str)>,
    electronic: bool,
    discs: Vec<(Vec<DiscTrouble>, NameMatch)>,
    bring: Vec<ItemKind>,
}

/// A complete packet by レターパック.
pub(super) fn packet() -> Envelope {
    Envelope {
        channel: Channel::LetterPack,
        tracking: "",
        sender: "",
        place: "棚 B-1",
        unopened: false,
        name_on_it: "",
        with_form: true,
        only: None,
        without: vec![],
        also: vec![],
        defects: vec![],
        electronic: false,
        discs: vec![],
        bring: vec![],
    }
}

/// What follows a first packet: these items, nothing else.
pub(super) fn later(items: &[ItemKind]) -> Envelope {
    Envelope { with_form: false, only: Some(items.to_vec()), channel: Channel::Post, ..packet() }
}

impl Envelope {
    pub fn by(self, channel: Channel) -> Self {
        Envelope { channel, ..self }
    }
    pub fn tracked(self, tracking: &'static str) -> Self {
        Envelope { tracking, ..self }
    }
    pub fn from(self, sender: &'static str) -> Self {
        Envelope { sender, channel: Channel::FromReferrer, ..self }
    }
    pub fn at(self, place: &'static str) -> Self {
        Envelope { place, ..self }
    }
    /// 親展: nothing in it has been seen.
    pub fn sealed(self) -> Self {
        Envelope { unopened: true, only: Some(vec![]), ..self }
    }
    pub fn named(self, name_on_it: &'static str) -> Self {
        Envelope { name_on_it, ..self }
    }
    pub fn only(self, items: &[ItemKind]) -> Self {
        Envelope { only: Some(items.to_vec()), ..self }
    }
    pub fn without(mut self, item: ItemKind) -> Self {
        self.without.push(item);
        self
    }
    pub fn also(mut self, item: ItemKind) -> Self {
        self.also.push(item);
        self
    }
    pub fn flawed(mut self, item: ItemKind, defect: Defect, note: &'static str) -> Self {
        self.defects.push((item, defect, note));
        self
    }
    pub fn disc(mut self, troubles: &[DiscTrouble], name: NameMatch) -> Self {
        self.discs.push((troubles.to_vec(), name));
        self
    }
    pub fn bringing(mut self, item: ItemKind) -> Self {
        self.bring.push(item);
        self
    }
    /// 電子受領: the letter came through the network of the region.
    pub fn electronic(self) -> Self {
        Envelope { electronic: true, channel: Channel::Electronic, ..self }
    }

    /// Opened at the desk on `day`, with the form `intake`, for a department that asks for `required`.
    pub fn arriving(&self, day: NaiveDate, intake: &Intake, required: &[ItemKind]) -> Action {
        let items: Vec<FoundItem> = self.kinds(intake, required).into_iter().map(|k| self.found(k)).collect();
        let discs = self.discs_of(&items);
        let mut intake = intake.clone();
        intake.applied_on = intake.applied_on.or(Some(day - chrono::Duration::days(4)));
        Action::ReceivePacket {
            packet: Packet {
                arrived: day,
                channel: self.channel,
                tracking: self.tracking.to_owned(),
                sender: self.sender.to_owned(),
                place: self.place.to_owned(),
                unopened: self.unopened,
                name_on_it: self.name_on_it.to_owned(),
            },
            items,
            discs,
            bring_on_day: self.bring.clone(),
            intake: self.with_form.then_some(intake),
            number: None,
        }
    }

    fn kinds(&self, intake: &Intake, required: &[ItemKind]) -> Vec<ItemKind> {
        let mut kinds = self.only.clone().unwrap_or_else(|| {
            let mut usual = vec![ItemKind::Application, ItemKind::ReferralLetter, ItemKind::XrayCtMri];
            usual.extend(required);
            if intake.applicant.who == Who::Family {
                usual.extend([ItemKind::Consent, ItemKind::RelationshipProof]);
            }
            usual
        });
        kinds.extend(&self.also);
        kinds.retain(|kind| !self.without.contains(kind));
        kinds.sort();
        kinds.dedup();
        kinds
    }

    fn found(&self, kind: ItemKind) -> FoundItem {
        let of_kind = || self.defects.iter().filter(|(item, ..)| *item == kind);
        let form = match kind {
            ItemKind::XrayCtMri => Form::Disc,
            ItemKind::ReferralLetter if self.electronic => Form::Electronic,
            ItemKind::Application | ItemKind::ReferralLetter | ItemKind::Consent => Form::Original,
            _ => Form::Copy,
        };
        FoundItem {
            kind,
            count: if form == Form::Disc { self.discs.len().max(1) as u16 } else { 1 },
            form,
            defects: of_kind().map(|(_, defect, _)| *defect).collect(),
            note: of_kind().map(|(.., note)| *note).collect::<Vec<_>>().join("\n"),
        }
    }

    /// The discs named, else one in good order where there is an image item.
    fn discs_of(&self, items: &[FoundItem]) -> Vec<Disc> {
        if !items.iter().any(|item| item.form == Form::Disc) {
            return vec![];
        }
        let sound = [(vec![], NameMatch::Same)];
        let named: &[_] = if self.discs.is_empty() { &sound } else { &self.discs };
        let of = named.len() as u8;
        let disc = |(n, (troubles, name)): (usize, &(Vec<DiscTrouble>, NameMatch))| Disc {
            label: if n == 0 { "CT".to_owned() } else { format!("CT-{}", n + 1) },
            n: n as u8 + 1,
            of,
            imported_to: if troubles.iter().any(|t| t.blocks()) || *name == NameMatch::Different {
                String::new()
            } else {
                "PACS".to_owned()
            },
            troubles: troubles.clone(),
            name: *name,
        };
        named.iter().enumerate().map(disc).collect()
    }
}
