//! Window envelopes as data: which part of a sheet a window always shows, which part it may show, and where the
//! sheet is folded. A hospital measures its own envelopes; the table holds starting values.

use serde::{Deserialize, Serialize};

use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page};

/// Added around what a window may show: envelopes and folds are not exact.
const GUARD: f32 = 1.0;
/// Smaller than this, no address can be read through the window however the sheet slides.
const LEAST_SAFE: (f32, f32) = (45.0, 18.0);

/// An envelope with a window. Millimetres; the envelope lies with the window up and the sheet's first line at the top.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct WindowProfile {
    /// What the clerk chooses by.
    pub name: String,
    /// From the envelope's left edge to the window.
    pub left: f32,
    /// From the envelope's upper edge to the window.
    pub top: f32,
    pub width: f32,
    pub height: f32,
    /// How far the sheet can slide sideways: the inner width less the sheet.
    pub play_x: f32,
    /// How far the folded sheet can slide up and down.
    pub play_y: f32,
    /// Folds, from the upper edge of the sheet; none if it lies flat.
    #[serde(default)]
    pub folds: Vec<f32>,
}

/// The envelopes offices use most, the three-folded one first.
///
/// Envelopes: JIS S 5502 (長形3号 120 × 235 mm, 角形2号 240 × 332 mm). Windows are not standardised: the first is
/// the common left window, the second a starting value for a sheet in a holder of 220 × 310 mm.
pub fn window_profiles() -> Vec<WindowProfile> {
    serde_json::from_str(include_str!("../../data/window_profiles.json"))
        .expect("the table of envelopes is part of the program")
}

impl Default for WindowProfile {
    /// 長形3号, the sheet folded in three.
    fn default() -> Self {
        window_profiles().swap_remove(0)
    }
}

impl WindowProfile {
    /// What the window shows wherever the sheet has slid, in points.
    pub fn safe(&self) -> Area {
        Area::mm(self.left, self.top, self.width - self.play_x, self.height - self.play_y)
    }

    /// What the window may show, in points, cut off at the sheet's edges.
    pub fn swept(&self) -> Area {
        let (x, y) = ((self.left - self.play_x - GUARD).max(0.0), (self.top - self.play_y - GUARD).max(0.0));
        Area::mm(x, y, self.left + self.width + GUARD - x, self.top + self.height + GUARD - y)
    }

    /// # Errors
    /// `BadData` for measures no window can have, or a window that always hides a part of the address.
    pub fn check(&self) -> Result<(), Refused> {
        let bad = |reason: &str| Err(Refused::bad_data("window", reason));
        let measures = [self.left, self.top, self.width, self.height, self.play_x, self.play_y];
        if measures.iter().chain(&self.folds).any(|m| !m.is_finite() || !(0.0..=400.0).contains(m)) {
            return bad("the measures of the envelope make no sense");
        }
        let safe = self.safe();
        if safe.w < LEAST_SAFE.0 * MM || safe.h < LEAST_SAFE.1 * MM {
            return bad("a sheet can slide so far in this envelope that the window hides the address");
        }
        Ok(())
    }

    /// Whether the window shows the whole address of the first page, and nothing else of any page.
    pub fn shows_only_the_address(&self, pages: &[Page]) -> bool {
        let (safe, swept) = (self.safe(), self.swept());
        let addressed = pages.first().is_some_and(|p| p.blocks.iter().any(|b| b.name == "addressee"));
        addressed
            && pages.iter().enumerate().all(|(i, page)| {
                page.blocks.iter().filter(|b| !b.under).all(|block| {
                    let mut extents = block.commands.iter().map(Cmd::extent);
                    if i == 0 && block.name == "addressee" {
                        extents.all(|e| safe.holds(&e))
                    } else {
                        extents.all(|e| !swept.overlaps(&e))
                    }
                })
            })
    }

    /// # Errors
    /// `BadData` if anything but the address may be seen, or a part of the address may be hidden.
    pub(crate) fn guard(&self, pages: Vec<Page>) -> Result<Vec<Page>, Refused> {
        if self.shows_only_the_address(&pages) {
            return Ok(pages);
        }
        Err(Refused::bad_data("window", "the window would show something other than the address"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Slides the sheet in small steps and looks through the window each time.
    #[test]
    fn zones_are_what_a_sliding_sheet_shows() {
        for profile in window_profiles() {
            profile.check().unwrap();
            let (safe, swept) = (profile.safe(), profile.swept());
            for step in 0..=20 {
                for side in 0..=20 {
                    let dx = profile.play_x * step as f32 / 20.0;
                    let dy = profile.play_y * side as f32 / 20.0;
                    let seen = Area::mm(profile.left - dx, profile.top - dy, profile.width, profile.height);
                    assert!(seen.holds(&safe), "{}: {dx} {dy}", profile.name);
                    let on_sheet = Area::new(
                        seen.x.max(0.0),
                        seen.y.max(0.0),
                        seen.right() - seen.x.max(0.0),
                        seen.bottom() - seen.y.max(0.0),
                    );
                    assert!(swept.holds(&on_sheet), "{}: {dx} {dy}", profile.name);
                }
            }
        }
    }

    #[test]
    fn an_envelope_that_hides_the_address_is_refused() {
        let loose = WindowProfile { play_y: 35.0, ..WindowProfile::default() };
        assert!(matches!(loose.check(), Err(Refused::BadData { block, .. }) if block == "window"));
        let odd = WindowProfile { left: f32::NAN, ..WindowProfile::default() };
        assert!(odd.check().is_err());
    }
}
