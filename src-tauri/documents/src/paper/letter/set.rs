//! Sets a letter: on one page as roomy as its content permits, or else on several, each with its code, and from the
//! second on with the title, the receipt number and the number of the page.

use crate::block::address::{fitted_lines, right_lines};
use crate::block::marks;
use crate::face::{FaceId, Fonts};
use crate::flow::{Density, Faces, Flow, GOTHIC, MINCHO, roomiest_below};
use crate::paper::letter::stack::{self, Piece};
use crate::paper::letter::{Head, Letter, Part, parts};
use crate::paper::part::Contact;
use crate::paper::{doctor, foot, head};
use crate::pen::{Align, Pen, Style, place};
use crate::refused::Refused;
use crate::sheet::{Area, Cmd, MM, Page, Size};

/// How several pages are set.
const COMFORTABLE: Density = Density { air: 0.9, body: 10.5 };
/// Left free above the foot.
const ABOVE_FOOT: f32 = 9.0;
/// Height of the line below the foot.
const PAGE_NUMBER: f32 = 10.0;
const INSIDE_SIDE: f32 = 18.0 * MM;
const INSIDE_TOP: f32 = 15.0 * MM;

pub(super) fn pages(fonts: &Fonts, letter: &Letter) -> Result<Vec<Page>, Refused> {
    let pen = Pen::new(fonts, &letter.unbroken);
    let setter = Setter { pen: &pen, letter };
    match roomiest_below(setter.largest(), |density| setter.one(density)) {
        Ok(page) => Ok(vec![page]),
        Err(Refused::DoesNotFit { .. }) => setter.several(COMFORTABLE),
        Err(refused) => Err(refused),
    }
}

struct Setter<'a> {
    pen: &'a Pen<'a>,
    letter: &'a Letter,
}

impl<'a> Setter<'a> {
    fn one(&self, density: Density) -> Result<Page, Refused> {
        let mut flow = self.begin(density)?;
        let contacts = if self.cut().is_none() { self.contacts() } else { Vec::new() };
        foot::pin(&mut flow, &contacts, self.code().as_ref())?;
        if !contacts.is_empty() || self.letter.code.is_some() {
            flow.take_foot("contact", "", ABOVE_FOOT)?;
        }
        let pieces = self.pieces(density, flow.rest)?;
        if contacts.is_empty() && self.code().is_some() {
            flow.rest.h += beside_the_code(&flow, &pieces);
        }
        let taken = stack::fitting(&flow, &pieces)?;
        if taken < pieces.len() {
            return Err(stack::over_full(&pieces, taken));
        }
        stack::draw(&mut flow, &pieces);
        flow.finish("body", "", 0.0)
    }

    fn several(&self, density: Density) -> Result<Vec<Page>, Refused> {
        let contacts = if self.cut().is_none() { self.contacts() } else { Vec::new() };
        let reserved = |mut flow: Flow<'a>| -> Result<(Flow<'a>, Area), Refused> {
            let foot = foot::reserve(&mut flow, &contacts, self.letter.code.is_some())?;
            flow.take_foot("contact", "", ABOVE_FOOT)?;
            Ok((flow, foot))
        };
        let (mut flow, mut foot) = reserved(self.begin(density)?)?;
        let pieces = self.pieces(density, flow.rest)?;
        let mut rest = &pieces[..];
        let mut set = Vec::new();
        loop {
            let mut taken = stack::fitting(&flow, rest)?;
            if taken < rest.len() && contacts.is_empty() && self.letter.code.is_some() {
                // The end may fit after all, with its last piece beside the code.
                let (given, short) = (beside_the_code(&flow, rest), flow.rest.h);
                flow.rest.h += given;
                let all = stack::fitting(&flow, rest)?;
                if all == rest.len() {
                    taken = all;
                } else {
                    flow.rest.h = short;
                }
            }
            stack::draw(&mut flow, &rest[..taken]);
            set.push((flow, foot));
            rest = &rest[taken..];
            if rest.is_empty() {
                break;
            }
            (flow, foot) = reserved(self.continued(density)?)?;
        }
        let count = set.len();
        let finish = |(i, (mut flow, foot)): (usize, (Flow<'a>, Area))| {
            // Whom to ask stands on the last sheet, the code on each.
            let contacts = if i + 1 == count { &contacts[..] } else { &[] };
            foot::draw(&mut flow, foot, contacts, self.code().as_ref())?;
            numbered(flow, i + 1, count)
        };
        set.into_iter().enumerate().map(finish).collect()
    }

    /// The largest running text: what a patient reads may be larger than what is read at a desk.
    fn largest(&self) -> f32 {
        match (&self.letter.head, self.letter.size) {
            (Head::Window { .. }, Size::A4) => 12.0,
            _ => 11.0,
        }
    }

    fn faces(&self) -> Faces {
        if matches!(self.letter.head, Head::Doctor { .. }) { MINCHO } else { GOTHIC }
    }

    fn code(&self) -> Option<foot::Code<'a>> {
        self.letter.code.as_ref().map(|c| foot::Code { text: &c.text, caption: &c.caption })
    }

    fn contacts(&self) -> Vec<&'a Contact> {
        self.letter.contacts.iter().collect()
    }

    /// Where the part to cut off begins.
    fn cut(&self) -> Option<usize> {
        let parts = &self.letter.parts;
        let cut = parts.iter().position(|p| matches!(p, Part::Cut { .. }))?;
        Some(if cut > 0 && parts[cut - 1] == Part::Foot { cut - 1 } else { cut })
    }

    /// The parts in a column of this width. Where a part is cut off, the contacts stay above it, with the reader.
    fn pieces(&self, density: Density, column: Area) -> Result<Vec<Piece>, Refused> {
        let set = |parts: &[Part]| parts::pieces(self.pen, density, self.faces(), column, parts);
        let Some(cut) = self.cut().filter(|_| !self.letter.contacts.is_empty()) else {
            return set(&self.letter.parts);
        };
        let (above, below) = self.letter.parts.split_at(cut);
        let mut pieces = set(above)?;
        let drawn = stack::pieces(self.pen, density, self.faces(), column, |flow| {
            foot::contacts(flow, &self.contacts())
        })?;
        let gap = ABOVE_FOOT + 4.0 * density.air;
        pieces.extend(drawn.into_iter().map(|p| Piece { gap, ..p }));
        let mut cut_off = set(below)?;
        if let Some(first) = cut_off.first_mut() {
            first.gap = gap;
        }
        pieces.append(&mut cut_off);
        Ok(pieces)
    }

    /// An empty page with its marks and column.
    fn blank(&self, density: Density) -> Result<Flow<'a>, Refused> {
        let letter = self.letter;
        if let Head::Window { .. } = letter.head {
            return head::blank(self.pen, density, letter.practice, letter.size, &letter.window);
        }
        let mut page = Page::of(letter.size);
        if letter.practice {
            page.blocks.push(marks::sample_mark(self.pen.fonts, page.printable())?);
        }
        let posted = matches!(letter.head, Head::Doctor { .. });
        if posted && letter.size == Size::A4 {
            marks::fold_marks(&mut page, &letter.window.folds);
        }
        let (side, top, bottom) = if posted {
            (doctor::LEFT, doctor::TOP, doctor::BOTTOM)
        } else {
            (INSIDE_SIDE, INSIDE_TOP, head::BOTTOM)
        };
        let scale = letter.size.scale();
        let (side, top, bottom) = (side * scale, top * scale, bottom * scale);
        let column = Area::new(side, top, page.width - 2.0 * side, page.height - top - bottom);
        Ok(Flow::new(self.pen, density, page, column).in_faces(self.faces()))
    }

    /// The first page with its head.
    fn begin(&self, density: Density) -> Result<Flow<'a>, Refused> {
        let letter = self.letter;
        match &letter.head {
            Head::Window { addressee, issued, receipt, sender } => {
                let head = head::Head {
                    practice: letter.practice,
                    size: letter.size,
                    window: &letter.window,
                    to: addressee,
                    issued,
                    receipt,
                    sender,
                    title: &letter.title,
                    version_line: letter.version_line.as_deref(),
                };
                head::begin(self.pen, density, &head)
            }
            Head::Doctor { addressee, issued, number, confidential, sender } => {
                letter.window.check()?;
                let mut flow = self.blank(density)?;
                let head = doctor::Head {
                    to: addressee,
                    issued,
                    number: number.as_deref(),
                    confidential: confidential.as_deref(),
                    sender,
                    subject_name: "title",
                    subject: &letter.title,
                    version_line: letter.version_line.as_deref(),
                };
                doctor::head(&mut flow, &head)?;
                Ok(flow)
            }
            Head::Inside { lines, issued, receipt, sender } => {
                let mut flow = self.blank(density)?;
                let mut right = vec![issued.clone(), receipt.as_ref().map_or(String::new(), head::numbered)];
                right.extend(sender.iter().cloned());
                inside(&mut flow, lines, &right)?;
                if !letter.title.is_empty() {
                    head::title(&mut flow, &letter.title, letter.version_line.as_deref())?;
                }
                Ok(flow)
            }
        }
    }

    /// A page after the first: what it belongs to, between its edges.
    fn continued(&self, density: Density) -> Result<Flow<'a>, Refused> {
        const NAME: &str = "continued";
        let mut flow = self.blank(density)?;
        let style = Style::new(flow.faces.bold, 10.5, 17.0);
        let receipt = self.letter.head.receipt().map(head::numbered);
        let receipt = receipt.or_else(|| self.letter.code.as_ref().map(|c| c.caption.clone()));
        let receipt = receipt.unwrap_or_default();
        let area = flow.take(NAME, &self.letter.title, style.lead + 2.0)?;
        let (share, gap) = (0.66 * area.w, 8.0);
        let (fitted, line) = flow.pen.fit(NAME, &self.letter.title, style, 8.0, share)?;
        let mut commands =
            vec![Cmd::Fill { area: Area::new(area.x, area.bottom() - 0.5, area.w, 0.5), grey: 0.3 }];
        if !self.letter.title.is_empty() {
            let style = Style { lead: style.lead, ..fitted };
            commands.push(place(&line, style, Align::Left, area.x, area.y, share));
        }
        if !receipt.is_empty() {
            let regular = Style::new(flow.faces.regular, 10.0, style.lead);
            let width = area.w - share - gap;
            let (fitted, line) = flow.pen.fit(NAME, &receipt, regular, 7.5, width)?;
            let style = Style { lead: style.lead, ..fitted };
            commands.push(place(&line, style, Align::Right, area.right() - width, area.y, width));
        }
        flow.add(NAME, area, commands);
        flow.space(10.0);
        Ok(flow)
    }
}

/// The page with 「2 / 3」 below its foot.
fn numbered(mut flow: Flow, number: usize, count: usize) -> Result<Page, Refused> {
    const NAME: &str = "page_number";
    let style = Style::new(FaceId::Gothic, 9.5, PAGE_NUMBER);
    let line = flow.pen.single(NAME, &format!("{number} / {count}"), style)?;
    let printable = flow.page.printable();
    let (w, bottom) = (20.0 * MM, printable.bottom() - 1.0);
    let area = Area::new((flow.page.width - w) / 2.0, bottom - PAGE_NUMBER, w, PAGE_NUMBER);
    let text = place(&line, style, Align::Centre, area.x, area.y, area.w);
    flow.add_foot(NAME, area, vec![text]);
    flow.finish("body", "", 0.0)
}

/// What the foot may give back to the column, because its last piece leaves the code its place at the right.
fn beside_the_code(flow: &Flow, pieces: &[Piece]) -> f32 {
    let (code, strip) = (foot::code_width(flow), foot::code_height(flow) + ABOVE_FOOT);
    let narrow = |p: &Piece| p.blocks.iter().all(|b| b.area.right() <= flow.rest.right() - code);
    match pieces {
        [.., last] if narrow(last) && last.height >= strip => strip,
        _ => 0.0,
    }
}

/// To whom at the left; date, number and sender at the right.
fn inside(flow: &mut Flow, lines: &[String], right: &[String]) -> Result<(), Refused> {
    let scale = if flow.rest.w < 130.0 * MM { 0.9 } else { 1.0 };
    let (to, style) =
        (Style::new(FaceId::GothicBold, 12.0, 18.0), Style::new(FaceId::Gothic, 10.0 * scale, 15.0 * scale));
    let count = |lines: &[String]| lines.iter().filter(|l| !l.is_empty()).count() as f32;
    let height = (count(lines) * to.lead).max(count(right) * style.lead);
    if height == 0.0 {
        return Ok(());
    }
    let area = flow.take("to", &lines.concat(), height)?;
    let half = 0.5 * area.w;
    let left = Area { w: half - 4.0 * MM, ..area };
    if count(lines) > 0.0 {
        let commands = fitted_lines(flow.pen, "to", lines, to, Align::Left, left)?;
        flow.add("to", left, commands);
    }
    if count(right) > 0.0 {
        let beside = Area { x: area.x + half, w: area.w - half, ..area };
        right_lines(flow, "sender", right, style, beside)?;
    }
    flow.space(14.0);
    Ok(())
}
