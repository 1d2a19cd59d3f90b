//! A face the hospital adds: used for what the built-in faces cannot draw, and for nothing else.

#[path = "support/rare_face.rs"]
mod rare_face;
mod support;

use documents::face::{FaceId, UnusableFace};
use documents::{Fonts, Paper, Refused, preview, render};
use rare_face::{GOTHIC, RARE, rare_face};
use support::{lenient_utf8, run, sample, shown, slip_to, text_of, tight};

fn fonts() -> Fonts {
    Fonts::with_extra(rare_face()).expect("the face is sound")
}

#[test]
fn a_rare_character_comes_from_the_added_face_alone() {
    let name = format!("髙{RARE}一");
    let paper = slip_to(&name);
    assert!(matches!(
        render(Fonts::embedded(), &paper),
        Err(Refused::MissingGlyph { character, .. }) if character == RARE.to_string()
    ));
    let fonts = fonts();
    let glyphs = fonts.shape(FaceId::GothicBold, "addressee.name", &name).unwrap();
    assert_eq!(
        glyphs.iter().map(|g| (g.face, g.offset)).collect::<Vec<_>>(),
        [(FaceId::GothicBold, 0), (FaceId::Extra, 3), (FaceId::GothicBold, 7)]
    );
    let bytes = render(&fonts, &paper).unwrap();
    let words: String = shown(&bytes).into_iter().map(|s| s.text).collect();
    assert!(words.contains(&format!("{name}　様")), "{words}");
    assert!(preview(&fonts, &paper).unwrap().concat().contains(&format!("aria-label=\"{name}　様\"")));
}

#[test]
fn what_the_built_in_faces_draw_never_comes_from_it() {
    for kind in documents::KINDS {
        let paper: Paper = sample(kind);
        assert!(render(&fonts(), &paper).unwrap() == render(Fonts::embedded(), &paper).unwrap(), "{kind}");
    }
}

#[test]
fn a_character_no_face_draws_is_still_named() {
    let text = format!("山{RARE}😀");
    let refused = fonts().shape(FaceId::Gothic, "place", &text).unwrap_err();
    assert_eq!(
        refused,
        Refused::MissingGlyph {
            block: "place".to_owned(),
            text,
            character: "😀".to_owned(),
            codepoint: "U+1F600".to_owned(),
        }
    );
}

#[test]
fn what_is_no_face_is_refused() {
    for bytes in [Vec::new(), b"%PDF-1.7".to_vec(), GOTHIC[..5000].to_vec()] {
        assert_eq!(Fonts::with_extra(bytes).err(), Some(UnusableFace));
    }
}

/// IPAmj Mincho, where Debian's package puts it or where `UKETSUKE_TEST_IPAMJ` says; without it there is nothing to
/// look at here, and the tests above stand for it.
fn ipamj() -> Option<Vec<u8>> {
    let path = std::env::var_os("UKETSUKE_TEST_IPAMJ");
    std::fs::read(path.unwrap_or_else(|| "/usr/share/fonts/truetype/ipamj/ipamjm.ttf".into())).ok()
}

#[test]
fn ipamj_mincho_draws_the_rare_forms_of_the_family_register() {
    let Some(bytes) = ipamj() else { return };
    let fonts = Fonts::with_extra(bytes).expect("IPAmj Mincho may be embedded");
    for name in ["渡邉\u{e010f} 𠀀子", "葛\u{e0105}城 齋\u{e0102}", "辻\u{e0103}堂 邊\u{e0110}"] {
        let paper = slip_to(name);
        assert!(render(Fonts::embedded(), &paper).is_err(), "the built-in faces do not have all of {name}");
        let bytes = render(&fonts, &paper).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert!(bytes.len() < 80 * 1024, "{name}: {} bytes", bytes.len());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paper.pdf");
        std::fs::write(&path, &bytes).unwrap();
        run("qpdf", &["--check", text_of(&path)]);
        let poppler = String::from_utf8(run("pdftotext", &["-raw", text_of(&path), "-"])).unwrap();
        let mupdf = lenient_utf8(&run("mutool", &["draw", "-q", "-F", "txt", text_of(&path)]));
        for text in [poppler, mupdf] {
            assert!(tight(&text).contains(&tight(&format!("{name}様"))), "{name} is not read: {text}");
        }
    }
}
