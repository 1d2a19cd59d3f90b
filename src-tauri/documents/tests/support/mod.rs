//! What the tests of the papers share: running the outside tools, and reading a PDF back with nothing but its own
//! content streams and text maps.

#![allow(dead_code, reason = "each test file uses its own part")]

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

use documents::block::window::window_profiles;
use documents::paper::letter::{Letter, Part};
use documents::sheet::Size;
use documents::{Fonts, Paper, example, render};
use lopdf::content::Content;
use lopdf::{Document, Object};

/// Surnames and given names that break lesser printing: old forms, compatibility ideographs, characters beyond the
/// BMP, and variants that only a selector tells apart.
pub const NAMES: [&str; 30] = [
    "髙橋 美津江",
    "﨑山 祥一",
    "渡邊 德子",
    "渡邉 黑",
    "𠮷野 𠮷之助",
    "辻\u{e0100} 一郎",
    "葛\u{e0100}城 辻\u{e0100}子",
    "濵田 瀨奈",
    "栁田 桒原",
    "塚本 神",
    "祥子 羽生",
    "𣘺本 𡈽屋",
    "齋藤 齊",
    "斎藤 斉",
    "嶋﨑 冨",
    "草彅 薰",
    "鷗外 森",
    "龗 靇",
    "榊\u{e0100} 祇\u{e0100}",
    "邉\u{e0100} 邊\u{e0100}",
    "神\u{fa19} 神",
    "ヴァン・デル・メール",
    "ﾀｶﾊｼ ﾐﾂｴ",
    "か\u{3099}の が",
    "O'Brien (旧姓)",
    "\\)Tj ET endstream",
    "<</Type/Catalog>>",
    "%PDF-1.3 /JS",
    "佐々木 〆子",
    "ニャー ゐゑヱ",
];

pub fn sample(kind: &str) -> Paper {
    example(kind).expect("every kind has a sample")
}

pub fn pdf(paper: &Paper) -> Vec<u8> {
    render(Fonts::embedded(), paper).expect("the paper prints")
}

/// The samples in other sizes, in other envelopes, and with more in them than one page holds.
pub fn variants() -> Vec<(&'static str, Paper)> {
    let flat = window_profiles().swap_remove(1);
    let mut papers = Vec::new();
    let mut add = |name, kind: &str, change: &dyn Fn(&mut Paper)| {
        let mut paper = sample(kind);
        change(&mut paper);
        papers.push((name, paper));
    };
    add("slip_a5", "slip", &|p| {
        let Paper::Slip(slip) = p else { unreachable!() };
        slip.size = Size::A5;
    });
    add("slip_flat", "slip", &|p| {
        let Paper::Slip(slip) = p else { unreachable!() };
        slip.window = flat.clone();
    });
    add("decline_flat", "decline", &|p| letter(p).window = flat.clone());
    add("calibration_flat", "calibration", &|p| {
        let Paper::Calibration(sheet) = p else { unreachable!() };
        sheet.window = flat.clone();
        (sheet.offset_x, sheet.offset_y) = (1.5, -0.5);
    });
    add("cover_letter_reply", "cover_letter", &|p| {
        let Paper::CoverLetter(letter) = p else { unreachable!() };
        let text = |text: &str| text.to_owned();
        letter.reply = vec![
            Part::Cut { text: text("きりとり線") },
            Part::Centred { text: text("受領書") },
            Part::Paragraph {
                text: text(
                    "上記の書類を受け取りました。このままファクシミリ（022-000-0001）でお送りください。",
                ),
            },
            Part::Signature { lines: vec![text("受け取った日"), text("医療機関・お名前")] },
        ];
    });
    add("day_list_long", "day_list", &|p| rows_times(p, 6));
    add("return_slip_long", "return_slip", &|p| rows_times(p, 7));
    add("missing_notice_long", "missing_notice", &|p| rows_times(p, 5));
    add("more_request_long", "more_request", &|p| {
        for part in &mut letter(p).parts {
            if let Part::Words { text } = part {
                *text = [text.as_str(); 9].join("\n");
            }
        }
    });
    add("referrer_request_long", "referrer_request", &|p| {
        for part in &mut letter(p).parts {
            if let Part::Paragraph { text } = part {
                *text = text.repeat(7);
            }
        }
    });
    papers
}

fn rows_times(paper: &mut Paper, times: usize) {
    for part in &mut letter(paper).parts {
        if let Part::Grid { rows, .. } = part {
            *rows = vec![rows.clone(); times].concat();
        }
    }
}

/// The letter in a paper that is one.
pub fn letter(paper: &mut Paper) -> &mut Letter {
    as_letter(paper).expect("the paper is a letter")
}

/// The letter in a paper, if it is one.
pub fn as_letter(paper: &mut Paper) -> Option<&mut Letter> {
    match paper {
        Paper::MissingNotice(letter)
        | Paper::ReferrerRequest(letter)
        | Paper::MoreRequest(letter)
        | Paper::Decline(letter)
        | Paper::GeneralOutpatient(letter)
        | Paper::ContactRequest(letter)
        | Paper::ReportReminder(letter)
        | Paper::ReturnSlip(letter)
        | Paper::ScreeningRequest(letter)
        | Paper::AddressPage(letter)
        | Paper::ReceiptStub(letter)
        | Paper::DayList(letter)
        | Paper::ApplicationForm(letter)
        | Paper::ConsentForm(letter) => Some(letter),
        _ => None,
    }
}

/// A slip to a person of this name.
pub fn slip_to(name: &str) -> Paper {
    let Paper::Slip(mut slip) = sample("slip") else { unreachable!("the slip is a slip") };
    slip.addressee.name = name.to_owned();
    Paper::Slip(slip)
}

/// Runs an outside tool and gives its output.
pub fn run(tool: &str, arguments: &[&str]) -> Vec<u8> {
    let output = Command::new(tool).args(arguments).output();
    let output = output.unwrap_or_else(|e| panic!("{tool} is needed for this test and did not start: {e}"));
    let complaint = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{tool} {arguments:?} failed: {complaint}");
    output.stdout
}

pub fn text_of(path: &Path) -> &str {
    path.to_str().expect("temporary paths are plain")
}

/// Text without any white space: engines differ in how they report gaps.
pub fn tight(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{c}').collect()
}

/// UTF-8 in which characters beyond the BMP may be written as two three-byte surrogates, as mutool does.
pub fn lenient_utf8(bytes: &[u8]) -> String {
    let mut units: Vec<u16> = Vec::new();
    let mut i = 0;
    while i < bytes.len() {
        let first = bytes[i];
        let length = if first < 0x80 {
            1
        } else if first < 0xe0 {
            2
        } else if first < 0xf0 {
            3
        } else {
            4
        };
        let mask = [0x7f_u32, 0x1f, 0x0f, 0x07][length - 1];
        let rest = &bytes[i + 1..i + length];
        let point = rest.iter().fold(u32::from(first) & mask, |p, b| p << 6 | u32::from(b & 0x3f));
        match u16::try_from(point) {
            Ok(unit) => units.push(unit),
            Err(_) => {
                units.extend(char::from_u32(point).expect("a code point").encode_utf16(&mut [0; 2]).iter())
            }
        }
        i += length;
    }
    String::from_utf16(&units).expect("surrogates come in pairs")
}

/// One shown string: what its codes stand for according to the file's own text maps.
pub struct Shown {
    pub text: String,
    pub codes: Vec<u16>,
    pub font: String,
    /// The page, from 0, and the number of the marked content it stands in; none within an artifact.
    pub page: usize,
    pub mark: Option<i64>,
}

/// Everything a PDF shows, page by page in drawing order. Nothing may stand outside marked content.
pub fn shown(bytes: &[u8]) -> Vec<Shown> {
    let document = Document::load_mem(bytes).expect("the file can be read back");
    let mut all = Vec::new();
    for (number, page) in document.get_pages().into_values().enumerate() {
        let fonts = document.get_page_fonts(page).expect("the page names its fonts");
        let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
            fonts.iter().map(|(name, font)| (name.clone(), text_map(&document, font))).collect();
        let content = document.get_page_content(page);
        let content = Content::decode(&content).expect("the content can be read");
        let (mut font, mut mark) = (Vec::new(), None);
        for operation in content.operations {
            let operands = &operation.operands;
            match operation.operator.as_str() {
                "Tf" => font = operands[0].as_name().expect("a font name").to_vec(),
                "BMC" => mark = Some(None),
                "BDC" => {
                    let properties = operands[1].as_dict().expect("properties stand in the content");
                    mark = Some(Some(properties.get(b"MCID").and_then(Object::as_i64).expect("a number")));
                }
                "EMC" => mark = None,
                "TJ" => {
                    let mark = mark.expect("every text stands in marked content");
                    all.push(Shown { page: number, mark, ..decode(&operands[0], &maps[&font], &font) });
                }
                "re" | "f" | "S" => assert!(mark.is_some(), "every drawing stands in marked content"),
                "Tj" | "'" | "\"" => panic!("the papers show text with TJ only"),
                _ => {}
            }
        }
    }
    all
}

fn decode(operand: &Object, map: &BTreeMap<u16, String>, font: &[u8]) -> Shown {
    let mut shown = Shown {
        text: String::new(),
        codes: Vec::new(),
        font: String::from_utf8_lossy(font).into_owned(),
        page: 0,
        mark: None,
    };
    for item in operand.as_array().expect("TJ takes an array") {
        let Object::String(bytes, _) = item else { continue };
        for pair in bytes.chunks(2) {
            let code = u16::from_be_bytes([pair[0], pair[1]]);
            shown.codes.push(code);
            shown.text.push_str(map.get(&code).unwrap_or_else(|| panic!("code {code} has no text")));
        }
    }
    shown
}

fn text_map(document: &Document, font: &lopdf::Dictionary) -> BTreeMap<u16, String> {
    let reference = font.get(b"ToUnicode").and_then(Object::as_reference).expect("the font has a text map");
    let stream =
        document.get_object(reference).and_then(Object::as_stream).expect("the text map is a stream");
    let map = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
    let map = String::from_utf8(map).expect("a text map is ASCII");
    let mut texts = BTreeMap::new();
    for section in map.split("beginbfchar").skip(1) {
        let section = section.split("endbfchar").next().expect("split gives at least one part");
        let hex: Vec<&str> = section.split(['<', '>']).filter(|p| !p.trim().is_empty()).collect();
        for pair in hex.chunks(2) {
            let code = u16::from_str_radix(pair[0], 16).expect("a code");
            let units: Vec<u16> = (0..pair[1].len() / 4)
                .map(|i| u16::from_str_radix(&pair[1][4 * i..4 * i + 4], 16).expect("UTF-16"))
                .collect();
            texts.insert(code, String::from_utf16(&units).expect("well-formed UTF-16"));
        }
    }
    assert!(!map.contains("beginbfrange"), "this reader knows single mappings only");
    texts
}
