//! How a case may end (E1-E9). The clerk informs; only the doctor refuses (R13).
use chrono::NaiveDateTime;

use super::{Allowed, need_reason, unless};
use crate::case::{Case, EndKind};
use crate::profile::Rules;
use crate::refusal::{Refusal, Why};
use crate::screening::Ground;
use crate::visit::Mode;

impl Case {
    pub(super) fn may_end(
        &self,
        kind: EndKind,
        ground: Option<Ground>,
        reason: &str,
        at: NaiveDateTime,
        rules: &Rules,
    ) -> Allowed {
        if kind != EndKind::Deceased {
            self.not_yet_held()?;
        }
        match kind {
            EndKind::Deceased => unless(!self.deceased(), || Refusal::of(Why::AlreadyDone)),
            EndKind::EpilepsyOnline => {
                let department = self.department().and_then(|id| rules.department(id));
                let elsewhere = department.is_some_and(|d| !d.online_elsewhere.is_empty());
                unless(self.mode == Mode::Online && elsewhere, || Refusal::by(81, Why::OnlyOnline))
            }
            EndKind::Declined => {
                // Before papers came the clerk may inform about what is plain on the telephone (domain row 3).
                let plain = ground.is_some_and(|g| g.plain_on_the_phone()) && self.packets.is_empty();
                unless(plain, || Refusal::by(13, Why::DoctorDecides))
            }
            EndKind::GeneralOutpatient => {
                unless(self.packets.is_empty(), || Refusal::by(13, Why::DoctorDecides))
            }
            EndKind::NoShow => {
                unless(!self.no_shows.is_empty(), || Refusal::of(Why::NotBooked))?;
                unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))
            }
            EndKind::Lapsed => {
                need_reason(reason)?;
                unless(self.booking.is_none(), || Refusal::of(Why::AlreadyBooked))?;
                self.packet_overdue(at)
            }
            EndKind::Misdelivered => {
                unless(!self.packets.is_empty(), || Refusal::of(Why::NothingReceived))?;
                need_reason(reason)
            }
            EndKind::Cancelled | EndKind::Duplicate => need_reason(reason),
        }
    }

    /// Domain row 7: nobody is late before the day given on the telephone is over.
    fn packet_overdue(&self, at: NaiveDateTime) -> Allowed {
        let due = self.inquiry.as_ref().filter(|_| self.packets.is_empty()).map(|i| i.packet_due);
        match due {
            Some(day) if at.date() <= day => Err(Refusal::of(Why::NotYet { day })),
            _ => Ok(()),
        }
    }
}
