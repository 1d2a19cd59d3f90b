//! Marks outside the text: where to fold the sheet, and that a paper is only a sample.

use crate::face::{FaceId, Fonts};
use crate::line;
use crate::refused::Refused;
use crate::sheet::{Area, Block, Cmd, MM, Page};

const FOLD_GREY: f32 = 0.45;
const SAMPLE: &str = "見本";
const SAMPLE_GREY: f32 = 0.87;
const SAMPLE_ANGLE: f32 = 45.0;

/// Short lines at the left edge, where printers still reach, at these millimetres from the top.
pub fn fold_marks(page: &mut Page, folds: &[f32]) {
    for y in folds {
        let area = Area::new(5.5 * MM, y * MM - 0.2, 5.0 * MM, 0.4);
        let commands = vec![Cmd::Fill { area, grey: FOLD_GREY }];
        page.blocks.push(Block { name: "fold_mark", area, commands, under: false });
    }
}

/// 「見本」 from corner to corner beneath the text of `area`, so that a practice paper cannot be taken for a real one.
pub fn sample_mark(fonts: &Fonts, area: Area) -> Result<Block, Refused> {
    let shaped = line::shape(fonts.face(FaceId::GothicBold), "sample_mark", SAMPLE, &[])?;
    let glyphs = line::single(&shaped).glyphs;
    let (sin, cos) = SAMPLE_ANGLE.to_radians().sin_cos();
    // Two ems long and one high, turned: the largest size that stays in the box.
    let across = (area.w / (2.0 * cos + sin)).min(area.h / (2.0 * sin + cos));
    let size = across * 0.8;
    let (cx, cy) = (area.x + area.w / 2.0, area.y + area.h / 2.0);
    // From the centre of the page back to the baseline's start.
    let (along, up) = (-size, -(crate::face::ASCENT - 0.5) * size);
    let x = cx + along * cos - up * sin;
    let y = cy - along * sin - up * cos;
    let text = Cmd::Text {
        face: FaceId::GothicBold,
        size,
        x,
        y,
        track: 0.0,
        angle: SAMPLE_ANGLE,
        grey: SAMPLE_GREY,
        glyphs,
    };
    Ok(Block { name: "sample_mark", area, commands: vec![text], under: true })
}
