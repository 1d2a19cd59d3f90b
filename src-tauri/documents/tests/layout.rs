//! Where things stand: inside their boxes, inside the printable area, beside each other, and under the window.

mod support;

use documents::block::window::WindowProfile;
use documents::paper::letter::{Head, Letter};
use documents::sheet::{Block, Cmd, MM, Page};
use documents::{BLOCK_NAMES, Fonts, KINDS, Paper, layout};
use support::sample;

fn pages(paper: &Paper) -> Vec<Page> {
    layout(Fonts::embedded(), paper).expect("the paper can be set")
}

/// The samples, and the samples with more and with less in them.
fn papers() -> Vec<(String, Paper)> {
    let mut papers: Vec<(String, Paper)> = KINDS.iter().map(|k| ((*k).to_owned(), sample(k))).collect();
    for (name, paper) in papers.clone() {
        papers.push((format!("{name}_practice"), paper.for_practice()));
    }
    papers.push(("slip_long".to_owned(), long_slip()));
    papers.push(("slip_short".to_owned(), short_slip()));
    papers
}

fn long_slip() -> Paper {
    let Paper::Slip(mut slip) = sample("slip") else { unreachable!() };
    slip.addressee.address = vec![
        "鹿児島県大島郡瀬戸内町大字古仁屋字船津千二百三十四番地の五".to_owned(),
        "県営住宅ふるさと第二団地 12号棟 1205号室".to_owned(),
    ];
    slip.addressee.name = "アレクサンドラ・マリア・ヴィルヘルミーナ フォン・ホーエンベルク".to_owned();
    slip.doctor.text = "耳鼻咽喉・頭頸部外科　綾小路 清左衛門 医師（水曜日の午後の担当。当日の事情により、同じ診療科の別の医師に替わることがあります）".to_owned();
    slip.notes.extend((1..5).map(|i| {
        format!("{i}つめの追加の注意です。あらかじめご承知おきくださいますようお願い申し上げます。")
    }));
    Paper::Slip(slip)
}

fn short_slip() -> Paper {
    let Paper::Slip(mut slip) = sample("slip") else { unreachable!() };
    slip.version_line = None;
    slip.notes.truncate(1);
    slip.bring.items.truncate(1);
    slip.fee.text.clear();
    slip.addressee.address.truncate(1);
    slip.addressee.postcode.clear();
    Paper::Slip(slip)
}

#[test]
fn every_command_stays_in_its_block_and_in_the_printable_area() {
    for (name, paper) in papers() {
        for page in pages(&paper) {
            for block in &page.blocks {
                assert!(BLOCK_NAMES.contains(&block.name), "the screen has no word for {}", block.name);
                for command in &block.commands {
                    let extent = command.extent();
                    let text = command.text().unwrap_or_default();
                    assert!(
                        block.area.holds(&extent),
                        "{name}: {} leaves its box: {text} {extent:?} {:?}",
                        block.name,
                        block.area
                    );
                    assert!(
                        page.printable().holds(&extent),
                        "{name}: {} leaves the printable area: {text}",
                        block.name
                    );
                }
            }
        }
    }
}

#[test]
fn no_block_lies_over_another() {
    for (name, paper) in papers() {
        for page in pages(&paper) {
            let blocks: Vec<&Block> = page.blocks.iter().filter(|b| !b.under).collect();
            for (i, a) in blocks.iter().enumerate() {
                for b in &blocks[i + 1..] {
                    assert!(!a.area.overlaps(&b.area), "{name}: {} lies over {}", a.name, b.name);
                }
            }
        }
    }
}

#[test]
fn no_two_texts_of_a_block_lie_over_each_other() {
    for (name, paper) in papers() {
        for page in pages(&paper) {
            for block in page.blocks.iter().filter(|b| !b.under) {
                let solid = |c: &&Cmd| {
                    matches!(c, Cmd::Text { angle, .. } if *angle == 0.0) || matches!(c, Cmd::Modules { .. })
                };
                let solid: Vec<&Cmd> = block.commands.iter().filter(solid).collect();
                for (i, a) in solid.iter().enumerate() {
                    for b in &solid[i + 1..] {
                        let apart = !a.extent().overlaps(&b.extent());
                        assert!(apart, "{name}: in {}: {:?} lies over {:?}", block.name, a.text(), b.text());
                    }
                }
            }
        }
    }
}

/// The envelope a paper is meant for, if it is posted in one with a window.
fn window(paper: &Paper) -> Option<&WindowProfile> {
    match paper {
        Paper::Slip(slip) => Some(&slip.window),
        Paper::ClinicsGuide(guide) => Some(&guide.window),
        other => letter(other).filter(|l| matches!(l.head, Head::Window { .. })).map(|l| &l.window),
    }
}

fn letter(paper: &Paper) -> Option<&Letter> {
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

#[test]
fn the_window_shows_the_whole_address_and_nothing_else() {
    let mut posted = 0;
    for (name, paper) in papers() {
        let mut pages = pages(&paper);
        let Some(window) = window(&paper) else {
            let shows = WindowProfile::default().shows_only_the_address(&pages);
            assert!(!shows, "{name} is not meant for a window");
            continue;
        };
        posted += 1;
        assert!(window.shows_only_the_address(&pages), "{name}");
        let intruder = pages[0].blocks.iter().position(|b| b.name == "title");
        let intruder = intruder.or_else(|| pages[0].blocks.iter().position(|b| b.name == "code")).unwrap();
        let swept = window.swept().bottom();
        let moved = pages[0].blocks.remove(intruder);
        let up = moved.area.y - swept + 3.0 * MM;
        pages[0].blocks.push(moved.moved(-100.0 * MM * f32::from(up > 100.0 * MM), -up));
        assert!(!window.shows_only_the_address(&pages), "{name}: a block moved up would be seen");
    }
    assert!(posted >= 18, "{posted}");
}

#[test]
fn no_line_begins_or_ends_with_a_forbidden_sign() {
    const NEVER_FIRST: &str =
        "、。，．」）』】〕］｝ー々〻ゝゞヽヾっゃゅょぁぃぅぇぉッャュョァィゥェォ？！：；";
    const NEVER_LAST: &str = "（「『【〔［｛〒";
    for (name, paper) in papers() {
        for page in pages(&paper) {
            for text in page.commands().filter_map(Cmd::text) {
                let (first, last) = (text.chars().next().unwrap(), text.chars().next_back().unwrap());
                assert!(!NEVER_FIRST.contains(first), "{name}: a line begins with {first}: {text}");
                assert!(!NEVER_LAST.contains(last), "{name}: a line ends with {last}: {text}");
            }
        }
    }
}

#[test]
fn nothing_a_patient_reads_is_smaller_than_nine_points_but_the_address_and_the_code() {
    for (name, paper) in
        papers().into_iter().filter(|(_, p)| matches!(p, Paper::Slip(_) | Paper::ClinicsGuide(_)))
    {
        for block in &pages(&paper)[0].blocks {
            let least = if matches!(block.name, "addressee" | "sender") {
                7.5
            } else if block.name == "code" {
                6.0
            } else {
                8.5
            };
            for command in &block.commands {
                if let Cmd::Text { size, .. } = command {
                    assert!(
                        *size >= least,
                        "{name}: {} is set in {size} pt: {:?}",
                        block.name,
                        command.text()
                    );
                }
            }
        }
    }
}

#[test]
fn the_date_is_the_largest_thing_on_the_sheet() {
    for (name, paper) in
        papers().into_iter().filter(|(_, p)| matches!(p, Paper::Slip(_) | Paper::ClinicsGuide(_)))
    {
        let page = &pages(&paper)[0];
        let size = |c: &Cmd| if let Cmd::Text { size, .. } = c { *size } else { 0.0 };
        let date = page
            .blocks
            .iter()
            .filter(|b| b.name == "when")
            .flat_map(|b| &b.commands)
            .map(size)
            .fold(0.0, f32::max);
        let other = page
            .blocks
            .iter()
            .filter(|b| b.name != "when" && !b.under)
            .flat_map(|b| &b.commands)
            .map(size)
            .fold(0.0, f32::max);
        assert!(date >= 18.0 && date > other, "{name}: date {date} pt, something else {other} pt");
    }
}

#[test]
fn what_is_not_given_leaves_no_row() {
    let names: Vec<&str> = pages(&short_slip())[0].blocks.iter().map(|b| b.name).collect();
    assert!(!names.contains(&"fee") && !names.contains(&"version_line"), "{names:?}");
    assert!(names.contains(&"doctor") && names.contains(&"bring"), "{names:?}");
}

#[test]
fn labels_start_where_the_sheet_was_left_and_move_with_the_offset() {
    let Paper::MailingLabel(mut sheet) = sample("mailing_label") else { unreachable!() };
    sheet.start = 11;
    let set = pages(&Paper::MailingLabel(sheet.clone()));
    let places: Vec<Vec<(f32, f32)>> =
        set.iter().map(|p| p.blocks.iter().map(|b| (b.area.x, b.area.y)).collect()).collect();
    assert_eq!(
        places.iter().map(Vec::len).collect::<Vec<_>>(),
        [2, 1],
        "labels 11 and 12, then 1 of a new sheet"
    );
    assert_eq!(places[0][0].0, places[1][0].0, "label 11 and label 1 share the left column");
    sheet.offset_x = 1.5;
    let moved = pages(&Paper::MailingLabel(sheet));
    let shift = moved[0].blocks[0].area.x - places[0][0].0;
    assert!((shift - 1.5 * MM).abs() < 0.001, "{shift}");
}

#[test]
fn every_label_stock_takes_a_full_sheet() {
    let Paper::MailingLabel(sample) = sample("mailing_label") else { unreachable!() };
    for stock in documents::paper::label_sheet::label_stocks() {
        let count = (stock.columns * stock.rows) as usize;
        let labels = sample.labels.iter().cloned().cycle().take(count).collect();
        let paper = documents::paper::label_sheet::LabelSheet {
            stock: stock.clone(),
            start: 1,
            labels,
            ..sample.clone()
        };
        let set = pages(&Paper::MailingLabel(paper));
        assert_eq!(set.len(), 1, "{}", stock.name);
        assert_eq!(set[0].blocks.len(), count, "{}", stock.name);
    }
}

#[test]
fn a_practice_paper_says_so_under_its_text() {
    for kind in KINDS {
        let marked = |paper: &Paper| {
            pages(paper)[0].commands().filter(|c| c.text().as_deref() == Some("見本")).count()
        };
        assert_eq!(marked(&sample(kind)), 0, "{kind}");
        let expect = match sample(kind) {
            Paper::MailingLabel(sheet)
            | Paper::PatientLabel(sheet)
            | Paper::ReplyLabel(sheet)
            | Paper::SpineLabel(sheet) => sheet.labels.len(),
            _ => 1,
        };
        assert_eq!(marked(&sample(kind).for_practice()), expect, "{kind}");
        let first = pages(&sample(kind).for_practice())[0].commands().next().and_then(Cmd::text);
        assert_eq!(first.as_deref(), Some("見本"), "{kind}: the mark lies under everything else");
    }
}
