//! Where things stand: inside their boxes, inside the printable area, beside each other, and under the window.

mod support;

use documents::block::window::WindowProfile;
use documents::paper::letter::Part;
use documents::sheet::{Block, Cmd, MM, Page, Size};
use documents::{BLOCK_NAMES, Fonts, KINDS, Paper, Refused, layout};
use support::{letter, sample, variants};

fn pages(paper: &Paper) -> Vec<Page> {
    layout(Fonts::embedded(), paper).expect("the paper can be set")
}

/// The samples, and the samples with more and with less in them.
fn papers() -> Vec<(String, Paper)> {
    let mut papers: Vec<(String, Paper)> = KINDS.iter().map(|k| ((*k).to_owned(), sample(k))).collect();
    for (name, paper) in papers.clone() {
        papers.push((format!("{name}_practice"), paper.for_practice()));
    }
    papers.extend(variants().into_iter().map(|(name, paper)| (name.to_owned(), paper)));
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
        // Handed over, not posted.
        Paper::Slip(slip) if slip.size == Size::A5 => None,
        Paper::Slip(slip) => Some(&slip.window),
        Paper::ClinicsGuide(guide) => Some(&guide.window),
        Paper::MissingNotice(letter)
        | Paper::MoreRequest(letter)
        | Paper::Decline(letter)
        | Paper::GeneralOutpatient(letter)
        | Paper::ContactRequest(letter)
        | Paper::ReturnSlip(letter)
        | Paper::AddressPage(letter) => Some(&letter.window),
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
    for (name, paper) in papers() {
        let read = matches!(paper, Paper::Slip(_)) || window(&paper).is_some() || name.contains("form");
        for block in pages(&paper).iter().filter(|_| read).flat_map(|p| &p.blocks) {
            let least = match block.name {
                "addressee" | "sender" => 7.5,
                "code" => 6.0,
                _ => 8.5,
            };
            for command in &block.commands {
                if let Cmd::Text { size, .. } = command {
                    let text = command.text();
                    assert!(*size >= least, "{name}: {} is set in {size} pt: {text:?}", block.name);
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

/// What each page of a long letter must carry, so that a dropped sheet finds its way back.
#[test]
fn a_letter_too_long_for_one_page_goes_on_with_its_title_number_and_code() {
    let mut seen = 0;
    for (name, mut paper) in variants().into_iter().filter(|(name, _)| name.ends_with("_long")) {
        let set = pages(&paper);
        let letter = letter(&mut paper);
        assert!(set.len() > 1, "{name} is not long");
        for (i, page) in set.iter().enumerate() {
            let texts: Vec<String> = page.commands().filter_map(Cmd::text).collect();
            let number = format!("{} / {}", i + 1, set.len());
            assert!(texts.contains(&number), "{name}: {number}");
            assert!(texts.contains(&letter.title), "{name}: page {} has no title", i + 1);
            let coded = page.blocks.iter().any(|b| b.name == "code");
            assert_eq!(coded, letter.code.is_some(), "{name}: page {}", i + 1);
            if let Some(code) = &letter.code {
                let said = texts.iter().any(|t| t.contains(&code.caption));
                assert!(said, "{name}: page {} has no receipt number", i + 1);
            }
            let asked = page.blocks.iter().any(|b| b.name == "contact");
            let cut = letter.parts.iter().any(|p| matches!(p, Part::Cut { .. }));
            let last = i + 1 == set.len();
            assert!(cut || asked == (last && !letter.contacts.is_empty()), "{name}: whom to ask");
        }
        seen += 1;
    }
    assert!(seen >= 5);
}

/// Rows of a table are whole, and under their heads on every page.
#[test]
fn a_table_that_goes_on_repeats_its_head_and_splits_no_row() {
    for (name, mut paper) in variants() {
        let set = pages(&paper);
        if set.len() < 2 || !name.ends_with("_long") {
            continue;
        }
        let parts = &letter(&mut paper).parts;
        let Some((columns, rows)) = parts.iter().find_map(|p| match p {
            Part::Grid { columns, rows } => Some((columns, rows)),
            _ => None,
        }) else {
            continue;
        };
        let mut drawn = 0;
        for page in &set {
            let grids: Vec<&Block> = page.blocks.iter().filter(|b| b.name == "grid").collect();
            let Some((head, below)) = grids.split_first() else { continue };
            let heads = head.commands.iter().filter(|c| matches!(c, Cmd::Cell { head: true, .. })).count();
            assert_eq!(heads, columns.len(), "{name}: a page begins without the head row");
            drawn += below.len();
        }
        assert_eq!(drawn, rows.len(), "{name}: every row once");
    }
}

#[test]
fn what_is_cut_off_stays_on_one_page() {
    for (name, paper) in papers() {
        for page in pages(&paper) {
            let cut = page.blocks.iter().position(|b| b.name == "cut");
            let sent = page.blocks.iter().position(|b| ["reply_address", "signature"].contains(&b.name));
            let Some(cut) = cut else { continue };
            let sent = sent.unwrap_or_else(|| panic!("{name}: nothing to cut off below the line"));
            let line = page.blocks[cut].area.bottom();
            assert!(page.blocks[sent].area.y >= line, "{name}: what is sent back stands below the line");
        }
    }
}

#[test]
fn a_paper_that_would_show_more_than_the_address_is_refused() {
    let Paper::Decline(mut letter) = sample("decline") else { unreachable!() };
    // A window as wide as the sheet would show the sender.
    (letter.window.width, letter.window.play_x) = (180.0, 2.0);
    let refused = layout(Fonts::embedded(), &Paper::Decline(letter)).expect_err("the sender would be seen");
    assert!(matches!(refused, Refused::DoesNotFit { .. } | Refused::BadData { .. }), "{refused}");
}

#[test]
fn a_letter_with_much_in_it_is_never_refused_for_its_length() {
    let Paper::Decline(mut letter) = sample("decline") else { unreachable!() };
    letter.parts.insert(1, Part::Paragraph { text: "長い説明の文です。".repeat(2000) });
    letter.parts.push(Part::List { items: vec!["項目".to_owned(); 300] });
    let set = pages(&Paper::Decline(letter));
    let lines: String = set.iter().flat_map(Page::commands).filter_map(Cmd::text).collect();
    assert_eq!(lines.matches("項目").count(), 300);
    assert_eq!(lines.matches("説明").count(), 2000, "not a word is lost at a page's end");
}

#[test]
fn the_test_print_measures_what_it_says() {
    let Paper::Calibration(sheet) = sample("calibration") else { unreachable!() };
    let set = pages(&Paper::Calibration(sheet.clone()));
    let block = |name: &str| set[0].blocks.iter().find(|b| b.name == name).expect("it is on the sheet");
    assert!((block("check_bar").area.w - 100.0 * MM).abs() < 0.001);
    let frames: Vec<_> = block("zone")
        .commands
        .iter()
        .filter_map(|c| if let Cmd::Frame { area, .. } = c { Some(*area) } else { None })
        .collect();
    assert!(frames.contains(&sheet.window.safe()), "{frames:?}");
    for offset_y in [-6.0, 0.0, 6.0] {
        let shifted = documents::paper::calibration::Calibration { offset_y, ..sheet.clone() };
        let zone = pages(&Paper::Calibration(shifted))[0].blocks.iter().find(|b| b.name == "zone").cloned();
        let frames = zone.unwrap().commands.iter().filter(|c| matches!(c, Cmd::Frame { .. })).count();
        assert_eq!(frames, 2, "both frames are there at {offset_y} mm");
    }
    let ticks = |pages: &[Page]| -> Vec<f32> {
        let ruler = pages[0].blocks.iter().find(|b| b.name == "ruler").expect("a ruler");
        ruler
            .commands
            .iter()
            .filter_map(|c| if let Cmd::Fill { area, .. } = c { Some(area.x + area.w / 2.0) } else { None })
            .collect()
    };
    let at = ticks(&set);
    assert!((at[40] - 50.0 * MM).abs() < 0.001, "the mark of 50 mm stands at {} mm", at[40] / MM);
    let shifted = documents::paper::calibration::Calibration { offset_x: 1.5, ..sheet };
    let moved = ticks(&pages(&Paper::Calibration(shifted)));
    assert!((moved[40] - at[40] - 1.5 * MM).abs() < 0.001);
}
