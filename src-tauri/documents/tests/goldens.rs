//! The samples against the papers kept in `tests/papers`. A changed picture fails, and the new paper is left beside
//! the old one for a person to look at. `UPDATE_PAPERS=1` keeps the new ones.

mod support;

use std::path::{Path, PathBuf};

use documents::KINDS;
use support::{pdf, run, sample, text_of, variants};

/// A grey value that differs by no more is the same ink to the eye.
const SAME_GREY: u8 = 32;
/// Renderers of different versions smooth edges differently.
const DIFFERING_SHARE: f64 = 0.001;

fn kept(kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/papers").join(format!("{kind}.pdf"))
}

/// Grey values of all pages at 100 dpi, with the short headers of their pictures.
fn pictures(path: &Path) -> Vec<u8> {
    run("pdftoppm", &["-gray", "-r", "100", text_of(path)])
}

#[test]
fn the_papers_look_as_they_were_approved() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let samples = KINDS.iter().map(|kind| (*kind, sample(kind)));
    for (kind, paper) in samples.chain(variants()) {
        let (old, bytes) = (kept(kind), pdf(&paper));
        if std::env::var_os("UPDATE_PAPERS").is_some() {
            std::fs::write(&old, &bytes).unwrap();
        }
        let new = folder.join(format!("{kind}.pdf"));
        std::fs::write(&new, &bytes).unwrap();
        let approved =
            std::fs::read(&old).unwrap_or_else(|e| panic!("no approved {kind} in tests/papers: {e}"));
        if approved == bytes {
            continue;
        }
        let (before, after) = (pictures(&old), pictures(&new));
        assert_eq!(before.len(), after.len(), "{kind}: other pages");
        let differing = before.iter().zip(&after).filter(|(a, b)| a.abs_diff(**b) > SAME_GREY).count();
        let share = differing as f64 / before.len() as f64;
        assert!(
            share <= DIFFERING_SHARE,
            "{kind} looks different ({:.2} %): compare {} with {}",
            100.0 * share,
            new.display(),
            old.display()
        );
    }
}
