//! Steps to be done in order, each with its number in a dark square, a short title and a sentence.

use serde::{Deserialize, Serialize};

use crate::face::FaceId;
use crate::flow::Flow;
use crate::pen::{Align, Style, place, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

const SQUARE: f32 = 17.0;
const INDENT: f32 = 26.0;
const GAP: f32 = 5.0;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    pub title: String,
    pub text: String,
}

/// Sets the steps below each other.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn steps(flow: &mut Flow, steps: &[Step]) -> Result<(), Refused> {
    const NAME: &str = "steps";
    for (i, step) in steps.iter().enumerate() {
        if i > 0 {
            flow.space(GAP);
        }
        let (bold, regular) = (flow.body(FaceId::GothicBold), flow.body(FaceId::Gothic));
        let width = flow.rest.w - INDENT;
        let titles = flow.pen.wrapped(NAME, &step.title, bold, width)?;
        let (text_style, texts) = flow.pen.wrapped_without_orphan(NAME, &step.text, regular, width)?;
        let heights = (titles.len() as f32 * bold.lead, texts.len() as f32 * text_style.lead);
        let area = flow.take(NAME, &step.title, (heights.0 + heights.1).max(SQUARE))?;
        let square = Area::new(area.x, area.y + (bold.lead - SQUARE) / 2.0, SQUARE, SQUARE);
        let square = Area { y: square.y.max(area.y), ..square };
        let number_style = Style::new(FaceId::GothicBold, 11.0, SQUARE).grey(1.0);
        let number = flow.pen.single(NAME, &(i + 1).to_string(), number_style)?;
        let mut commands = vec![
            Cmd::Fill { area: square, grey: 0.15 },
            place(&number, number_style, Align::Centre, square.x, square.y, SQUARE),
        ];
        let title_area = Area::new(area.x + INDENT, area.y, width, heights.0);
        let text_area = Area::new(area.x + INDENT, area.y + heights.0, width, heights.1);
        commands.extend(place_all(&titles, bold, Align::Left, title_area));
        commands.extend(place_all(&texts, text_style, Align::Justified, text_area));
        flow.add(NAME, area, commands);
    }
    Ok(())
}
