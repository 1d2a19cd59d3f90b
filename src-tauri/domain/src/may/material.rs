//! Packets may come, material may go back (R70, G8).
use chrono::NaiveDateTime;

use super::paper::may_send;
use super::{Allowed, need_reason, unless};
use crate::case::Case;
use crate::packet::Packet;
use crate::paper::PaperKind;
use crate::people::Intake;
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::visit::Return;

impl Case {
    /// Nothing arrives tomorrow; and once a packet is here the mode is switched, not overwritten (R2).
    pub(super) fn may_receive(&self, packet: &Packet, intake: Option<&Intake>, at: NaiveDateTime) -> Allowed {
        unless(packet.arrived <= at.date(), || Refusal::of(Why::NotYet { day: packet.arrived }))?;
        let same_mode = self.packets.is_empty() || intake.is_none_or(|intake| intake.mode == self.mode);
        unless(same_mode, || Refusal::by(2, Why::WrongMode))
    }

    pub(super) fn may_return(&self, how: &Return, at: NaiveDateTime, rules: &Rules) -> Allowed {
        unless(self.holds_material(), || Refusal::of(Why::NothingToReturn))?;
        match how {
            Return::HandedOver {} => Ok(()),
            Return::Kept { reason } => need_reason(reason),
            Return::Posted { service, tracking, packed_by, checked_by } => {
                let two = !packed_by.trim().is_empty()
                    && !checked_by.trim().is_empty()
                    && packed_by.trim() != checked_by.trim();
                unless(two, || Refusal::of(Why::TwoPeople))?;
                // Where it went with the answer its envelope was looked at then.
                if self.paper(PaperKind::ReturnSlip).is_some_and(|slip| slip.posted.is_none()) {
                    self.sealed_as_asked(PaperKind::ReturnSlip, at, rules)?;
                }
                may_send(service, tracking, at, rules)
            }
        }
    }
}
