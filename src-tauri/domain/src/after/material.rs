//! What came and where it lies: the first call, packets, items, discs, custody.
use chrono::NaiveDate;

use crate::action::Action;
use crate::case::{Case, Inquiry};
use crate::ids::Mark;
use crate::packet::{ArrivedPacket, Custody, Disc, FoundItem, HeldDisc, Item, ItemKind};
use crate::paper::PaperKind;
use crate::people::Intake;
use crate::screening::Doubt;
use crate::visit::{Return, Returned};

impl Case {
    pub(super) fn inquire(&mut self, action: &Action, mark: &Mark) {
        let Action::Inquire { intake, heard, explained, out_of_hours, packet_due } = action else { return };
        self.take_intake(intake);
        for ground in heard {
            self.doubt(*ground, Doubt::Suspected, mark);
        }
        self.inquiry = Some(Inquiry {
            mark: mark.clone(),
            out_of_hours: *out_of_hours,
            explained: *explained,
            packet_due: packet_due.unwrap_or(mark.date()),
        });
    }

    pub(super) fn receive(&mut self, action: &Action, mark: &Mark) {
        let Action::ReceivePacket { packet, items, discs, bring_on_day, intake, number } = action else {
            return;
        };
        self.number = self.number.or(*number);
        if let Some(intake) = intake {
            self.take_intake(intake);
        }
        for item in bring_on_day {
            self.bring(*item, true);
        }
        if !packet.place.is_empty() {
            self.lay(&packet.place, mark);
        }
        let mut packet = packet.clone();
        packet.unopened &= items.is_empty() && discs.is_empty();
        let arrived = packet.arrived;
        self.packets.push(ArrivedPacket { packet, accepted: mark.clone() });
        for item in items {
            self.join(item, arrived, mark);
        }
        for disc in discs {
            self.discs.push(HeldDisc { disc: disc.clone(), arrived, checked: mark.clone() });
        }
        self.returned = None;
    }

    /// The form's word replaces the call's. The mode only until a packet is here: after that it is switched (R2).
    fn take_intake(&mut self, intake: &Intake) {
        if self.packets.is_empty() {
            self.mode = intake.mode;
        }
        self.patient = intake.patient.clone();
        self.applicant = intake.applicant.clone();
        self.referrer = intake.referrer.clone();
        self.subject = intake.subject.clone();
        self.applied_on = intake.applied_on;
    }

    /// A checked item: whoever checks what was in an envelope has opened it.
    pub(super) fn check_item(&mut self, item: &FoundItem, mark: &Mark) {
        for arrived in &mut self.packets {
            arrived.packet.unopened = false;
        }
        let arrived = self.item(item.kind).map_or(mark.date(), |known| known.arrived);
        self.set(item.clone(), arrived, mark);
    }

    /// A later arrival of a kind that was in order adds to it; one that was defective is replaced.
    fn join(&mut self, item: &FoundItem, arrived: NaiveDate, mark: &Mark) {
        let mut item = item.clone();
        if let Some(known) = self.item(item.kind).filter(|known| known.found.defects.is_empty()) {
            item.count = item.count.saturating_add(known.found.count);
            if item.note.is_empty() {
                item.note = known.found.note.clone();
            }
        }
        self.set(item, arrived, mark);
    }

    fn set(&mut self, found: FoundItem, arrived: NaiveDate, mark: &Mark) {
        self.items.retain(|known| known.found.kind != found.kind);
        self.items.push(Item { found, arrived, checked: mark.clone() });
        self.items.sort_by_key(|known| known.found.kind);
    }

    pub(super) fn check_disc(&mut self, index: usize, disc: &Disc, mark: &Mark) {
        if let Some(held) = self.discs.get_mut(index) {
            held.disc = disc.clone();
            held.checked = mark.clone();
        }
    }

    pub(super) fn bring(&mut self, item: ItemKind, bring: bool) {
        self.bring_on_day.retain(|kind| *kind != item);
        if bring {
            self.bring_on_day.push(item);
        }
    }

    pub(super) fn lay(&mut self, place: &str, mark: &Mark) {
        self.custody.push(Custody { place: place.to_owned(), mark: mark.clone() });
    }

    pub(super) fn give_back(&mut self, how: &Return, mark: &Mark) {
        let waits = self.paper(PaperKind::ReturnSlip).is_some_and(|slip| slip.posted.is_none());
        if let (Return::Posted { service, tracking, .. }, true) = (how, waits) {
            self.post(PaperKind::ReturnSlip, service, tracking, mark);
        }
        self.returned = Some(Returned { how: how.clone(), mark: mark.clone() });
    }
}
