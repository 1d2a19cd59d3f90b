//! A face the hospital adds: used for what the built-in faces cannot draw, and for nothing else.

mod support;

use documents::face::{FaceId, UnusableFace};
use documents::{Fonts, Paper, Refused, preview, render};
use support::{lenient_utf8, run, sample, shown, slip_to, text_of, tight};

const GOTHIC: &[u8] = include_bytes!("../../../assets/fonts/NotoSansJP-Regular.ttf");
/// A kanji of family registers that the built-in faces do not have (CJK Extension H).
const RARE: char = '\u{31350}';

fn number(bytes: &[u8], at: usize) -> usize {
    u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap()) as usize
}

fn short(bytes: &[u8], at: usize) -> usize {
    usize::from(u16::from_be_bytes([bytes[at], bytes[at + 1]]))
}

/// A face that draws [`RARE`]: a built-in one, whose last character gets that number instead of its own.
fn rare_face() -> Vec<u8> {
    let mut bytes = GOTHIC.to_vec();
    let tables = (0..short(&bytes, 4)).map(|i| 12 + 16 * i);
    let cmap =
        tables.filter(|t| &bytes[*t..*t + 4] == b"cmap").map(|t| number(&bytes, t + 8)).next().unwrap();
    let maps: Vec<usize> =
        (0..short(&bytes, cmap + 2)).map(|i| cmap + number(&bytes, cmap + 8 + 8 * i)).collect();
    let with_all_planes: Vec<usize> = maps.into_iter().filter(|map| short(&bytes, *map) == 12).collect();
    for map in with_all_planes {
        let last = map + 16 + 12 * (number(&bytes, map + 12) - 1);
        let glyph = number(&bytes, last + 8) + number(&bytes, last + 4) - number(&bytes, last);
        for (at, value) in [(last, RARE as usize), (last + 4, RARE as usize), (last + 8, glyph)] {
            bytes[at..at + 4].copy_from_slice(&(value as u32).to_be_bytes());
        }
    }
    bytes
}

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
