//! The picture on the screen against the file: the same lines at the same places.

mod support;

use documents::sheet::Cmd;
use documents::{Fonts, KINDS, Page, layout, preview};
use support::{run, sample, slip_to, text_of};

#[test]
fn every_line_of_the_layout_is_on_the_screen() {
    for kind in KINDS {
        let svg = preview(Fonts::embedded(), &sample(kind)).unwrap().concat();
        let pages = layout(Fonts::embedded(), &sample(kind)).unwrap();
        for text in pages.iter().flat_map(Page::commands).filter_map(Cmd::text) {
            assert!(svg.contains(&format!("aria-label=\"{text}\"")), "{kind}: {text}");
        }
    }
}

#[test]
fn a_name_with_markup_stays_a_name() {
    let svg = preview(Fonts::embedded(), &slip_to("<script>\"&山田")).unwrap().concat();
    assert!(svg.contains("aria-label=\"&lt;script&gt;&quot;&amp;山田　様\"") && !svg.contains("<script"));
}

/// mupdf draws SVG too: both pictures must put ink in the same places.
#[test]
fn screen_and_paper_show_the_same_picture() {
    let folder = tempfile::tempdir().unwrap();
    let paper = sample("slip");
    let (svg, pdf) = (folder.path().join("paper.svg"), folder.path().join("paper.pdf"));
    std::fs::write(&svg, &preview(Fonts::embedded(), &paper).unwrap()[0]).unwrap();
    std::fs::write(&pdf, support::pdf(&paper)).unwrap();
    let ink = |path: &std::path::Path| {
        let picture = folder.path().join("page.pgm");
        run(
            "mutool",
            &[
                "draw",
                "-q",
                "-c",
                "gray",
                "-w",
                "420",
                "-h",
                "594",
                "-f",
                "-o",
                text_of(&picture),
                text_of(path),
            ],
        );
        let picture = std::fs::read(&picture).unwrap();
        picture[picture.len() - 420 * 594..].to_vec()
    };
    let (screen, print) = (ink(&svg), ink(&pdf));
    let differing = screen.iter().zip(&print).filter(|(a, b)| a.abs_diff(**b) > 128).count();
    let dark = print.iter().filter(|p| **p < 128).count();
    assert!(dark > 2000, "the slip is not blank: {dark}");
    // Smoothed edges differ a little between glyphs and paths; a line in another place would differ by far more.
    assert!(differing * 25 < dark, "{differing} of {dark} dark points differ");
}
