//! Running text that may go on over pages: paragraphs, and somebody's own words in a thin frame.

use crate::flow::Flow;
use crate::line::Line;
use crate::pen::{Align, Style, place_all};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd};

/// A text of more lines than this is cut into blocks, so that it can go on on the next page.
const WHOLE: usize = 12;
/// Lines of a block of a long text.
const PART: usize = 3;
const FRAME: f32 = 0.6;
const FRAME_GREY: f32 = 0.3;
const PAD: f32 = 8.0;
/// A last line shorter than this many em looks lost.
const LONELY: f32 = 5.5;
const LEAST: f32 = 9.0;

/// A paragraph over the whole width, both edges flush.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn paragraph(flow: &mut Flow, text: &str, style: Style) -> Result<(), Refused> {
    const NAME: &str = "paragraph";
    let (style, lines) = flow.pen.wrapped_without_orphan(NAME, text, style, flow.rest.w)?;
    for (from, to) in parts(lines.len()) {
        let area = flow.take(NAME, text, (to - from) as f32 * style.lead)?;
        let commands = lines_of(&lines, from, to, style, area);
        flow.add(NAME, area, commands);
    }
    Ok(())
}

/// Some lines of a paragraph, both edges flush but for the paragraph's last.
pub(crate) fn lines_of(lines: &[Line], from: usize, to: usize, style: Style, area: Area) -> Vec<Cmd> {
    // With the line after them, the last ones know that they are not the last of the paragraph.
    let mut commands = place_all(&lines[from..(to + 1).min(lines.len())], style, Align::Justified, area);
    commands.truncate(to - from);
    commands
}

/// Words to the letter, with their own line breaks, in a frame that stays open where it goes on on another page.
///
/// # Errors
/// `DoesNotFit`, `MissingGlyph`.
pub fn words(flow: &mut Flow, text: &str) -> Result<(), Refused> {
    const NAME: &str = "words";
    let width = flow.rest.w - 2.0 * PAD - 2.0 * FRAME;
    let (style, lines) = broken(flow, NAME, text, width)?;
    let count = lines.len();
    for (from, to) in parts(count) {
        let (above, below) = (if from == 0 { PAD } else { 0.0 }, if to == count { PAD } else { 0.0 });
        let area = flow.take(NAME, text, (to - from) as f32 * style.lead + above + below)?;
        let mut commands = sides(area);
        if from == 0 {
            commands.push(rule(Area { h: FRAME, ..area }));
        }
        if to == count {
            commands.push(rule(Area { y: area.bottom() - FRAME, h: FRAME, ..area }));
        }
        let inner = Area::new(area.x + PAD + FRAME, area.y + above, width, area.h - above - below);
        let set = place_all(&lines[from..to], style, Align::Left, inner);
        commands.extend(set.into_iter().filter(|c| c.text().is_some_and(|t| !t.is_empty())));
        flow.add(NAME, area, commands);
    }
    Ok(())
}

/// The lines of all paragraphs, half a point or one smaller if that saves a line of a few characters.
fn broken(flow: &Flow, name: &str, text: &str, width: f32) -> Result<(Style, Vec<Line>), Refused> {
    let set = |style: Style| -> Result<(Vec<Line>, bool), Refused> {
        let (mut lines, mut lonely) = (Vec::new(), false);
        for paragraph in text.lines() {
            match paragraph.trim_end() {
                "" => lines.push(flow.pen.single(name, "", style)?),
                paragraph => {
                    let own = flow.pen.wrapped(name, paragraph, style, width)?;
                    lonely |= own.len() > 1 && own.last().is_some_and(|l| l.width < LONELY);
                    lines.extend(own);
                }
            }
        }
        Ok((lines, lonely))
    };
    let style = flow.text();
    let (lines, lonely) = set(style)?;
    let mut best = (style, lines);
    for less in [0.5, 1.0].into_iter().filter(|less| lonely && style.size - less >= LEAST) {
        let smaller = Style { size: style.size - less, ..style };
        let (fewer, lonely) = set(smaller)?;
        if fewer.len() < best.1.len() {
            best = (smaller, fewer);
        }
        if !lonely {
            break;
        }
    }
    Ok(best)
}

fn sides(area: Area) -> Vec<Cmd> {
    vec![rule(Area { w: FRAME, ..area }), rule(Area { x: area.right() - FRAME, w: FRAME, ..area })]
}

fn rule(area: Area) -> Cmd {
    Cmd::Fill { area, grey: FRAME_GREY }
}

/// Where a text of so many lines is cut: all of it if it is short, else a few lines each and no last line alone.
pub(crate) fn parts(count: usize) -> Vec<(usize, usize)> {
    if count <= WHOLE {
        return if count == 0 { Vec::new() } else { vec![(0, count)] };
    }
    let mut cuts: Vec<usize> = (0..count - 1).step_by(PART).collect();
    cuts.push(count);
    cuts.windows(2).map(|w| (w[0], w[1])).collect()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn a_long_text_is_cut_without_loss_and_without_a_lonely_line() {
        for count in 0..100 {
            let parts = parts(count);
            assert_eq!(parts.iter().map(|(from, to)| to - from).sum::<usize>(), count);
            assert!(parts.windows(2).all(|w| w[0].1 == w[1].0), "{parts:?}");
            assert!(count < 2 || parts.iter().all(|(from, to)| to - from >= 2), "{parts:?}");
        }
    }
}
