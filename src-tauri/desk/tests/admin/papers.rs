//! Papers from data: samples that come back as PDF, data that is refused with its field, bytes only when whole.
use std::io::Write;
use std::process::{Command, Stdio};

use documents::KINDS;
use serde_json::{Value, json};

use crate::stage::{Ran, Room, run, run_with, start, text, tool};

fn example(kind: &str) -> Value {
    serde_json::from_str(run(&["paper", kind, "--example"]).fine()).expect("a sample is JSON")
}

fn print(kind: &str, data: &Value) -> Ran {
    run_with(&["paper", kind], data.to_string().as_bytes())
}

fn text_of(pdf: &[u8]) -> String {
    assert!(pdf.starts_with(b"%PDF-") && pdf.trim_ascii_end().ends_with(b"%%EOF"), "a whole file");
    let room = Room::empty();
    let file = room.beside("out.pdf");
    std::fs::write(&file, pdf).unwrap();
    let read = start(Command::new("pdftotext").args([text(&file), "-"]).stdout(Stdio::piped()));
    let read = read.wait_with_output().expect("it ends");
    assert!(read.status.success(), "poppler-utils reads it");
    String::from_utf8(read.stdout).unwrap()
}

#[test]
fn every_sample_comes_back_as_a_paper() {
    // A word of each that stands on one line of it.
    let words = [
        ("slip", "髙橋 美津江"),
        ("clinics_guide", "髙橋 美津江"),
        ("cover_letter", "渡邊 葛󠄀子"),
        ("mailing_label", "渡邊 葛󠄀子"),
        ("missing_notice", "お申し込み資料のご確認のお願い"),
        ("referrer_request", "渡邊 葛󠄀子"),
        ("more_request", "追加資料のお願い"),
        ("decline", "お申し込みいただいたご相談について"),
        ("general_outpatient", "一般外来のご案内"),
        ("contact_request", "ご連絡のお願い"),
        ("report_reminder", "報告書作成のお願い"),
        ("return_slip", "資料返却票"),
        ("screening_request", "セカンドオピニオン審査のお願い"),
        ("address_page", "髙橋 美津江"),
        ("receipt_stub", "受付控え"),
        ("day_list", "本日の相談一覧"),
        ("application_form", "申込書"),
        ("consent_form", "同意書"),
        ("patient_label", "早川 𠮷之助"),
        ("reply_label", "地域医療連携センター"),
        ("spine_label", "R8-0115"),
        ("calibration", "テスト印刷"),
    ];
    assert_eq!(words.map(|(kind, _)| kind), KINDS);
    for (kind, word) in words {
        let sample = example(kind);
        assert_eq!(sample["kind"], *kind);
        let ran = print(kind, &sample);
        assert_eq!((ran.code, ran.err.as_str()), (0, ""), "{kind}");
        assert!(text_of(&ran.bytes).contains(word), "{kind}: {}", text_of(&ran.bytes));
        assert_eq!(print(kind, &sample).bytes, ran.bytes, "{kind}: the same data gives the same bytes");
    }
}

#[test]
fn a_part_that_is_wrong_is_told_by_its_place() {
    let mut letter = example("decline");
    letter["parts"][0]["texte"] = json!("x");
    print("decline", &letter).refused(1, "「parts[0].texte」という項目はありません");
    let mut letter = example("decline");
    letter["parts"][0]["part"] = json!("paragraf");
    print("decline", &letter).refused(1, "parts[0]");
}

#[test]
fn the_tag_may_be_there_or_not_but_not_another() {
    let tagged = example("slip");
    let mut bare = tagged.clone();
    bare.as_object_mut().unwrap().remove("kind");
    assert_eq!(print("slip", &bare).bytes, print("slip", &tagged).bytes);
    print("cover_letter", &tagged).refused(1, "「kind」は slip ですが、頼まれた書類は cover_letter です");
    let mut odd = bare.clone();
    odd["kind"] = json!(7);
    print("slip", &odd).refused(1, "「kind」は 7 ですが");
}

#[test]
fn hyphens_stand_for_the_line_below() {
    for kind in ["clinics-guide", "cover-letter", "mailing-label"] {
        assert_eq!(example(kind), example(&kind.replace('-', "_")), "{kind}");
        assert_eq!(print(kind, &example(kind)).code, 0, "{kind}");
    }
}

type Spoil = fn(&mut Value);

#[test]
fn data_that_does_not_fit_the_paper_is_refused_with_its_field() {
    let table: [(Spoil, &str); 9] = [
        (|d| d["foo"] = json!(1), "「foo」という項目はありません"),
        (|d| d["addressee"]["namae"] = json!("x"), "「addressee.namae」という項目はありません"),
        (|d| drop(d.as_object_mut().unwrap().remove("title")), "「title」がありません"),
        (|d| drop(d["receipt"].as_object_mut().unwrap().remove("label")), "「receipt.label」がありません"),
        (|d| d["notes"] = json!("患者の話"), "「notes」の値の形が違います"),
        (|d| d["bring"]["items"][2] = json!(5), "「bring.items[2]」の値の形が違います"),
        (|d| d["lead"] = json!(null), "「lead」の値の形が違います"),
        (|d| *d = json!([1, 2, 3]), "名前付きの項目の集まりではありません"),
        (|d| *d = json!(null), "名前付きの項目の集まりではありません"),
    ];
    for (spoil, complaint) in table {
        let mut data = example("slip");
        spoil(&mut data);
        let ran = print("slip", &data);
        ran.refused(1, complaint);
        assert!(ran.err.contains("何も作っていません"), "{}", ran.err);
        assert!(!ran.err.contains("患者の話"), "what stands there is not told: {}", ran.err);
    }
}

#[test]
fn a_character_nobody_can_draw_is_named_with_its_block() {
    for (name, complaint) in [
        ("山田 😀", "「addressee.name」にある「😀」（U+1F600）"),
        ("山田\u{7}", "「<U+0007>」（U+0007）"),
        ("山田\u{202e}", "「<U+202E>」（U+202E）"),
    ] {
        let mut slip = example("slip");
        slip["addressee"]["name"] = json!(name);
        let ran = print("slip", &slip);
        ran.refused(1, complaint);
        assert!(!ran.err.contains("山田"), "the person is not told: {}", ran.err);
    }
    let mut slip = example("slip");
    slip["addressee"]["name"] = json!("山田 😀");
    let words = ["paper", "slip", "--lang", "en"];
    run_with(&words, slip.to_string().as_bytes())
        .refused(1, "addressee.name: \"😀\" (U+1F600) cannot be drawn");
}

#[test]
fn what_does_not_fit_is_named_with_its_block() {
    let mut slip = example("slip");
    slip["title"] = json!("長い".repeat(60));
    print("slip", &slip).refused(1, "「title」の120文字の文が枠に入りません");
    let mut sheet = example("mailing_label");
    sheet["start"] = json!(1000);
    print("mailing_label", &sheet).refused(1, "「sheet」のデータでは書類になりません");
}

#[test]
fn what_is_no_json_is_refused_with_its_place() {
    for (input, complaint) in [
        (&b""[..], "JSON（UTF-8）として読めません"),
        (b"{\n  \"title\": \n", "行"),
        (b"{\n  title: 1}", "2行3文字目"),
        (b"\xff\xfe{\0}\0", "1行1文字目"),
        (b"{\"title\": \"\x82\xa0\"}", "JSON（UTF-8）として読めません"),
        (b"%PDF-1.4", "1行1文字目"),
    ] {
        run_with(&["paper", "slip"], input).refused(1, complaint);
    }
    let deep = "[".repeat(500_000);
    run_with(&["paper", "slip"], deep.as_bytes()).refused(1, "JSON（UTF-8）として読めません");
    let marked = format!("\u{feff}{}", example("slip"));
    assert_eq!(run_with(&["paper", "slip"], marked.as_bytes()).code, 0, "a byte order mark is no data");
}

#[test]
fn twenty_megabytes_are_refused_at_once() {
    let mut slip = example("slip");
    slip["lead"] = json!("あ".repeat(7_000_000));
    print("slip", &slip).refused(1, "大きすぎます（1024KBまで）");
}

#[test]
fn an_over_long_text_within_the_limit_is_refused_too() {
    let mut slip = example("slip");
    slip["lead"] = json!("あ".repeat(300_000));
    print("slip", &slip).refused(1, "枠に入りません");
}

#[test]
fn a_paper_nobody_takes_is_not_told_as_made() {
    let sample = example("slip").to_string();
    let mut child = start(tool().args(["paper", "slip"]).stdin(Stdio::piped()));
    drop(child.stdout.take());
    child.stdin.take().unwrap().write_all(sample.as_bytes()).unwrap();
    let ended = child.wait_with_output().unwrap();
    let err = String::from_utf8(ended.stderr).unwrap();
    assert_eq!(ended.status.code(), Some(3), "{err}");
    assert!(err.contains("書き出せませんでした"), "{err}");
}
