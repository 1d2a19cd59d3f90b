//! Measures a register of many made-up cases: saving, finding, listing, opening, checking. Prints JSON lines.
//!
//! `bench_register [cases] [folder to measure in] [folder to fill in]`. Filling goes through the same changes as the
//! desk's; on a disk of memory it does not wait for syncs.
#[path = "../tests/common/mod.rs"]
mod common;

use std::fs;
use std::path::{Path, PathBuf};
use std::time::Instant;

use common::{Person, act, at, note, receive};
use domain::action::Action;
use domain::case::EndKind;
use domain::ids::CaseId;
use register::{Filter, Page, Register, RegisterKind, Sort};

/// Cases still open, as of a busy desk.
const OPEN: usize = 300;
const QUERIES: usize = 100;

fn main() {
    let mut args = std::env::args().skip(1);
    let cases: usize = args.next().map_or(2_000, |n| n.parse().expect("a number of cases"));
    let folder: PathBuf = args.next().map_or_else(std::env::temp_dir, PathBuf::from);
    let fill_in: PathBuf = args.next().map_or_else(|| folder.clone(), PathBuf::from);
    let room = tempfile::tempdir_in(&folder).expect("a folder to measure in");
    let path = room.path().join("bench.sqlite3");
    let begun = Instant::now();
    fill(&path, &fill_in, cases);
    line("register", "fill", &[("seconds", begun.elapsed().as_secs_f64())]);
    let size = fs::metadata(&path).expect("filled").len() as f64;
    line(
        "register",
        "size",
        &[("cases", cases as f64), ("mb", size / 1e6), ("bytes_per_case", size / cases as f64)],
    );
    opening(&path);
    let register = Register::open(&path).expect("opens");
    finding(&register, cases);
    listing(&register);
    saving(&register);
    checking(&register, room.path());
}

fn fill(path: &Path, fill_in: &Path, cases: usize) {
    let room = tempfile::tempdir_in(fill_in).expect("a folder to fill in");
    let filled = room.path().join("bench.sqlite3");
    let register = Register::create(&filled, RegisterKind::Practice, at(0)).expect("creates");
    for n in 0..cases {
        let minutes = n as i64;
        let id = receive(&register, &person(n), minutes).expect("receives").id;
        if n + OPEN < cases {
            let end =
                Action::End { kind: EndKind::Cancelled, ground: None, reason: "相談者の希望".into() };
            act(&register, id, end, minutes + 1).expect("ends");
        }
    }
    drop(register);
    fs::copy(&filled, path).expect("copies");
}

/// Milliseconds of each run, sorted.
fn times(runs: usize, mut run: impl FnMut(usize)) -> Vec<f64> {
    let mut times: Vec<f64> = (0..runs)
        .map(|n| {
            let begun = Instant::now();
            run(n);
            begun.elapsed().as_secs_f64() * 1e3
        })
        .collect();
    times.sort_by(f64::total_cmp);
    times
}

fn spread(group: &str, name: &str, times: &[f64]) {
    let at = |part: f64| times[((times.len() - 1) as f64 * part).round() as usize];
    let mut out = figure(group, name, "ms", times.len(), at(0.5));
    out["p95"] = rounded(at(0.95));
    out["max"] = rounded(at(1.0));
    println!("{out}");
}

/// Values that are counted once, each a line of its own; the key is the unit.
fn line(group: &str, name: &str, figures: &[(&str, f64)]) {
    for (unit, value) in figures {
        println!("{}", figure(group, name, unit, 1, *value));
    }
}

fn figure(group: &str, name: &str, unit: &str, n: usize, median: f64) -> serde_json::Value {
    let words = name.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let figure = words.collect::<Vec<_>>().join("_").to_lowercase();
    serde_json::json!({ "group": group, "figure": figure, "median": rounded(median), "unit": unit, "n": n })
}

fn rounded(value: f64) -> serde_json::Value {
    serde_json::json!((value * 1000.0).round() / 1000.0)
}

fn opening(path: &Path) {
    let open_filter = Filter { open: Some(true), ..Filter::default() };
    let to_list = times(20, |_| {
        let register = Register::open(path).expect("opens");
        assert_eq!(register.list(&open_filter, Page::first(50)).expect("lists").rows.len(), 50);
    });
    spread("register", "open to first list", &to_list);
    let to_work = times(20, |_| {
        let register = Register::open(path).expect("opens");
        assert!(!register.open_briefs(at(i64::from(u16::MAX) * 60).date()).expect("lists").is_empty());
    });
    spread("register", "open to today's work", &to_work);
}

fn finding(register: &Register, cases: usize) {
    let part = |text: &str, from: usize, length: usize| -> String {
        let chars: Vec<char> = text.chars().collect();
        chars.iter().cycle().skip(from % chars.len().saturating_sub(length).max(1)).take(length).collect()
    };
    let someone = |n: usize| person(n * 7919 % cases);
    let name = |n: usize| {
        let p = someone(n);
        [p.family, p.given, p.kana.0, p.kana.1, p.institution][n % 5].to_owned()
    };
    type Ask<'a> = (&'a str, Box<dyn Fn(usize) -> String + 'a>);
    let asks: [Ask; 8] = [
        ("1 character", Box::new(|n| part(&name(n), n, 1))),
        ("2 characters", Box::new(|n| part(&name(n), n, 2))),
        ("3 characters", Box::new(|n| part(&name(n), n, 3))),
        ("two words", Box::new(|n| format!("{} {}", someone(n).family, part(someone(n).institution, 0, 2)))),
        ("phone tail", Box::new(|n| someone(n).phone[9..].to_owned())),
        ("birth date", Box::new(|n| someone(n).birth.replace('-', ""))),
        ("receipt number", Box::new(|n| format!("-{:04}", n * 7919 % cases + 1))),
        ("miss", Box::new(|n| part("鷹鸞鼇龕驢鱸麤黶齟齬鬱魑魅魍魎", n, 2))),
    ];
    for (name, ask) in asks {
        let queries: Vec<String> = (0..QUERIES).map(ask).collect();
        let mut hits = 0;
        let mut run =
            |n: usize| hits += register.search(&queries[n], Page::first(50)).expect("searches").len();
        (0..QUERIES).for_each(&mut run);
        spread("find", name, &times(QUERIES, run));
        line("find", &format!("{name}: hits a query"), &[("hits", hits as f64 / 2.0 / QUERIES as f64)]);
    }
    let alike = times(QUERIES, |n| {
        let person = someone(n);
        let kana = format!("{} {}", person.kana.0, person.kana.1);
        assert!(!register.alike(&kana, None).expect("compares").is_empty());
    });
    spread("find", "same name", &alike);
}

fn listing(register: &Register) {
    let list = |filter: Filter| times(20, |_| drop(register.list(&filter, Page::first(50)).expect("lists")));
    spread("register", "list, all, newest", &list(Filter::default()));
    spread(
        "register",
        "list, open, by due day",
        &list(Filter { open: Some(true), sort: Sort::Due, ..Filter::default() }),
    );
    spread("register", "list, all, by reading", &list(Filter { sort: Sort::Kana, ..Filter::default() }));
    let day = at(i64::from(u16::MAX) * 60).date();
    spread("register", "today's work", &times(20, |_| drop(register.open_briefs(day).expect("lists"))));
    spread("register", "load", &times(QUERIES, |n| drop(register.load(n as CaseId + 1).expect("loads"))));
}

/// Nanoseconds this thread ran, where the system tells (Linux).
fn cpu() -> Option<f64> {
    fs::read_to_string("/proc/thread-self/schedstat").ok()?.split(' ').next()?.parse().ok()
}

fn saving(register: &Register) {
    let begun = cpu();
    let saved = times(200, |n| drop(receive(register, &person(n), n as i64).expect("receives")));
    spread("register", "save a packet", &saved);
    if let (Some(begun), Some(ended)) = (begun, cpu()) {
        line("register", "save a packet, processor", &[("ms", (ended - begun) / 200.0 / 1e6)]);
    }
    let noted =
        times(200, |n| drop(act(register, n as CaseId + 1, note("電話で確認"), n as i64).expect("notes")));
    spread("register", "save a note", &noted);
}

fn checking(register: &Register, folder: &Path) {
    spread("register", "quick check", &times(1, |_| register.check_now().expect("sound")));
    let verify = times(1, |_| assert!(register.verify().expect("verifies").is_sound()));
    spread("register", "verify everything", &verify);
    let backup = times(1, |_| drop(register.backup(&folder.join("backups"), at(9)).expect("copies")));
    spread("register", "backup, verified", &backup);
}

const FAMILIES: [(&str, &str); 40] = [
    ("髙橋", "タカハシ"),
    ("佐藤", "サトウ"),
    ("渡邊", "ワタナベ"),
    ("齋藤", "サイトウ"),
    ("鈴木", "スズキ"),
    ("千葉", "チバ"),
    ("菅原", "スガワラ"),
    ("伊藤", "イトウ"),
    ("小野寺", "オノデラ"),
    ("阿部", "アベ"),
    ("遠藤", "エンドウ"),
    ("三浦", "ミウラ"),
    ("後藤", "ゴトウ"),
    ("熊谷", "クマガイ"),
    ("及川", "オイカワ"),
    ("早坂", "ハヤサカ"),
    ("大友", "オオトモ"),
    ("庄司", "ショウジ"),
    ("今野", "コンノ"),
    ("木村", "キムラ"),
    ("加藤", "カトウ"),
    ("吉田", "ヨシダ"),
    ("山田", "ヤマダ"),
    ("中村", "ナカムラ"),
    ("工藤", "クドウ"),
    ("松本", "マツモト"),
    ("井上", "イノウエ"),
    ("林", "ハヤシ"),
    ("清水", "シミズ"),
    ("山口", "ヤマグチ"),
    ("長谷川", "ハセガワ"),
    ("石川", "イシカワ"),
    ("前田", "マエダ"),
    ("藤田", "フジタ"),
    ("岡田", "オカダ"),
    ("濱田", "ハマダ"),
    ("島津", "シマヅ"),
    ("桜井", "サクライ"),
    ("西條", "サイジョウ"),
    ("國分", "コクブン"),
];
const GIVEN: [(&str, &str); 30] = [
    ("美津江", "ミツエ"),
    ("二郎", "ジロウ"),
    ("花子", "ハナコ"),
    ("太一", "タイチ"),
    ("和子", "カズコ"),
    ("正雄", "マサオ"),
    ("幸子", "サチコ"),
    ("健", "ケン"),
    ("真由美", "マユミ"),
    ("浩", "ヒロシ"),
    ("陽菜", "ヒナ"),
    ("蓮", "レン"),
    ("節子", "セツコ"),
    ("茂", "シゲル"),
    ("久美子", "クミコ"),
    ("誠", "マコト"),
    ("文子", "フミコ"),
    ("勇", "イサム"),
    ("京子", "キョウコ"),
    ("隆", "タカシ"),
    ("千代", "チヨ"),
    ("修", "オサム"),
    ("裕子", "ユウコ"),
    ("学", "マナブ"),
    ("春香", "ハルカ"),
    ("大輔", "ダイスケ"),
    ("静江", "シズエ"),
    ("進", "ススム"),
    ("恵", "メグミ"),
    ("達也", "タツヤ"),
];
const TOWNS: [&str; 25] = [
    "青葉",
    "川内",
    "みやぎ野",
    "泉",
    "若林",
    "太白",
    "名取",
    "岩沼",
    "塩竈",
    "多賀城",
    "石巻",
    "気仙沼",
    "登米",
    "栗原",
    "大崎",
    "古川",
    "白石",
    "角田",
    "柴田",
    "亘理",
    "松島",
    "利府",
    "富谷",
    "加美",
    "涌谷",
];
const KINDS: [&str; 6] = ["総合病院", "内科クリニック", "中央病院", "がんセンター", "外科医院", "記念病院"];

/// The n-th made-up person; the same n is always the same.
fn person(n: usize) -> Person {
    let mixed = n.wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 11;
    let (family, family_kana) = FAMILIES[mixed % FAMILIES.len()];
    let (given, given_kana) = GIVEN[mixed / 40 % GIVEN.len()];
    let birth =
        format!("{}-{:02}-{:02}", 1930 + mixed / 1200 % 80, 1 + mixed / 96_000 % 12, 1 + mixed / 7 % 28);
    let phone = format!("0{}0-{:04}-{:04}", 7 + mixed % 3, mixed / 11 % 10_000, mixed / 131 % 10_000);
    let institution = format!("{}{}", TOWNS[mixed / 13 % TOWNS.len()], KINDS[mixed / 17 % KINDS.len()]);
    Person {
        family,
        given,
        kana: (family_kana, given_kana),
        birth: birth.leak(),
        phone: phone.leak(),
        institution: institution.leak(),
    }
}
