//! Pages as SVG for the screen, drawn from the same commands as the file, so that what is shown is what is printed.

use std::collections::BTreeSet;
use std::fmt::Write;

use rustybuzz::ttf_parser::{GlyphId, OutlineBuilder};

use crate::face::{FaceId, Fonts, Glyph};
use crate::sheet::{Area, Cmd, Grey, Page};

/// One page as a self-contained SVG document in points; it refers to no font and no file.
pub(crate) fn svg(fonts: &Fonts, page: &Page) -> String {
    let mut out = String::new();
    let (w, h) = (page.width, page.height);
    put(&mut out, format_args!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {w:.2} {h:.2}">"#));
    outlines(&mut out, fonts, page);
    put(&mut out, format_args!(r##"<rect width="{w:.2}" height="{h:.2}" fill="#fff"/>"##));
    page.commands().for_each(|c| command(&mut out, fonts, c));
    out.push_str("</svg>");
    out
}

/// Writing to a string cannot fail.
fn put(out: &mut String, text: std::fmt::Arguments) {
    out.write_fmt(text).expect("a string takes any text");
}

/// Each glyph once, in font units with the baseline at zero.
fn outlines(out: &mut String, fonts: &Fonts, page: &Page) {
    let mut used: BTreeSet<(FaceId, u16)> = BTreeSet::new();
    for c in page.commands() {
        if let Cmd::Text { glyphs, .. } = c {
            used.extend(glyphs.iter().filter(|g| !g.is_space()).map(|g| (g.face, g.id)));
        }
    }
    out.push_str("<defs>");
    for (face, id) in used {
        let mut path = Path(String::new());
        fonts.face(face).outline(GlyphId(id), &mut path);
        put(out, format_args!(r#"<path id="{}" d="{}"/>"#, name(face, id), path.0));
    }
    out.push_str("</defs>");
}

fn name(face: FaceId, id: u16) -> String {
    format!("g{}-{id}", face as usize)
}

fn command(out: &mut String, fonts: &Fonts, command: &Cmd) {
    match command {
        Cmd::Fill { area, grey } => rectangle(out, area, &format!(r#"fill="{}""#, tone(*grey))),
        Cmd::Frame { area, line, grey } => {
            let stroke = format!(r#"fill="none" stroke="{}" stroke-width="{line}""#, tone(*grey));
            rectangle(out, &area.inset(line / 2.0, line / 2.0), &stroke);
        }
        Cmd::Modules { dark, .. } => {
            out.push_str(r#"<path shape-rendering="crispEdges" d=""#);
            for a in dark {
                put(out, format_args!("M{:.3} {:.3}h{:.3}v{:.3}h-{:.3}z", a.x, a.y, a.w, a.h, a.w));
            }
            out.push_str(r#""/>"#);
        }
        Cmd::Cell { .. } => {}
        Cmd::Text { face, size, x, y, track, angle, grey, glyphs } => {
            let em = fonts.face(*face).units_per_em();
            let scale = size / em;
            let (fill, text) = (tone(*grey), escaped(&command.text().unwrap_or_default()));
            put(
                out,
                format_args!(
                    r#"<g role="img" aria-label="{text}" fill="{fill}" transform="translate({x:.3} {y:.3}) rotate({:.1}) scale({scale:.6} -{scale:.6})">"#,
                    -angle
                ),
            );
            line(out, fonts, glyphs, em, track / scale);
            out.push_str("</g>");
        }
    }
}

/// Glyphs one behind the other in a space of `em` units; those of a face with other units are scaled to it.
fn line(out: &mut String, fonts: &Fonts, glyphs: &[Glyph], em: f32, track: f32) {
    let mut pen = 0.0;
    for g in glyphs {
        let scale = em / fonts.face(g.face).units_per_em();
        let glyph = name(g.face, g.id);
        let scaled =
            format_args!(r##"<use href="#{glyph}" transform="translate({pen:.1} 0) scale({scale:.6})"/>"##);
        match (g.is_space(), scale == 1.0) {
            (true, _) => {}
            (false, true) => put(out, format_args!(r##"<use href="#{glyph}" x="{pen:.1}"/>"##)),
            (false, false) => put(out, scaled),
        }
        pen += g.width() * em + track;
    }
}

fn rectangle(out: &mut String, a: &Area, paint: &str) {
    put(
        out,
        format_args!(
            r#"<rect x="{:.3}" y="{:.3}" width="{:.3}" height="{:.3}" {paint}/>"#,
            a.x, a.y, a.w, a.h
        ),
    );
}

fn tone(grey: Grey) -> String {
    let level = (grey.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{level:02x}{level:02x}{level:02x}")
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// An outline as SVG path data.
struct Path(String);

impl OutlineBuilder for Path {
    fn move_to(&mut self, x: f32, y: f32) {
        put(&mut self.0, format_args!("M{x} {y}"));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        put(&mut self.0, format_args!("L{x} {y}"));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        put(&mut self.0, format_args!("Q{x1} {y1} {x} {y}"));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        put(&mut self.0, format_args!("C{x1} {y1} {x2} {y2} {x} {y}"));
    }

    fn close(&mut self) {
        self.0.push('Z');
    }
}
