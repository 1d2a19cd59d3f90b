//! Search keys: every way of writing a name leads to one key, names that only look alike stay apart.

use std::collections::{BTreeMap, BTreeSet};

use domain::fold::{bigrams, fold, matched_by_variant, terms};
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

const TABLE: &str = include_str!("../../../assets/data/variants.tsv");

fn check(written: &str, key: &str) {
    assert_eq!(fold(written), key, "{written}");
}

#[test]
fn widths_kana_and_marks() {
    for (written, key) in [
        ("タカハシ", "たかはし"),
        ("たかはし", "たかはし"),
        ("ﾀｶﾊｼ", "たかはし"),
        ("ﾜﾀﾅﾍﾞ　ﾊﾞﾝﾄﾞｳ", "わたなべばんどう"),
        ("ＡＢＣ１２３", "abc123"),
        ("㈱東北", "株東北"),
        ("Ⅲ病棟", "iii病棟"),
        ("ゔぃ", "ぶい"),
        ("ヴィ", "ぶい"),
        ("ｳﾞｨ", "ぶい"),
        ("ヷ", "ば"),
        ("ー", ""),
        ("サトー", "さと"),
        ("ｻﾄｰ", "さと"),
        ("ハットリ", "はつとり"),
        ("ジュンイチ", "じゆんいち"),
        ("チヂワ", "ちじわ"),
        ("ミヅキ", "みずき"),
        ("カヲル", "かおる"),
        ("ヰヱ", "いえ"),
        ("霞ヶ関", "霞け関"),
        ("霞ケ関", "霞け関"),
        ("か\u{3099}", "が"),
        ("ハ\u{309A}", "ぱ"),
        ("佐々木", "佐佐木"),
        ("佐佐木", "佐佐木"),
        ("みすゞ", "みすず"),
        ("いすゝ", "いすす"),
        ("ミスヾ", "みすず"),
        ("々", ""),
        ("022-717-8885", "0227178885"),
        ("０２２（７１７）８８８５", "0227178885"),
        ("SO-R8-0123", "sor80123"),
        ("Straße", "straße"),
        ("⽇本", "日本"),
        ("山 田　太郎", "山田太郎"),
        ("スミス・ジョン", "すみすじよん"),
        ("葛\u{E0100}城", "葛城"),
        ("辻\u{FE00}", "辻"),
        ("", ""),
        ("（）!?", ""),
    ] {
        check(written, key);
    }
}

/// The name variants the desk meets, canonical form first.
const NAME_VARIANTS: [&str; 79] = [
    "高髙",
    "崎﨑",
    "崎嵜",
    "崎碕",
    "辺邊",
    "辺邉",
    "斎齋",
    "斎斉",
    "斎齊",
    "沢澤",
    "島嶋",
    "島嶌",
    "浜濱",
    "浜濵",
    "渕淵",
    "渕渊",
    "桑桒",
    "吉𠮷",
    "桜櫻",
    "広廣",
    "国國",
    "恵惠",
    "徳德",
    "富冨",
    "峰峯",
    "真眞",
    "竜龍",
    "滝瀧",
    "塚\u{FA10}",
    "館舘",
    "蔵藏",
    "栄榮",
    "関關",
    "鉄鐵",
    "薮藪",
    "桧檜",
    "児兒",
    "与與",
    "実實",
    "会會",
    "豊豐",
    "亀龜",
    "神\u{FA19}",
    "隆\u{F9DC}",
    "都\u{FA26}",
    "類\u{F9D0}",
    "秋穐",
    "青靑",
    "黒黑",
    "杉椙",
    "梁簗",
    "紘絋",
    "祇祗",
    "角⻆",
    "柳栁",
    "橋槗",
    "曽曾",
    "弥彌",
    "禄祿",
    "瀬瀨",
    "頼賴",
    "緑綠",
    "円圓",
    "寿壽",
    "条條",
    "郎郞",
    "郷鄕",
    "竈竃",
    "達逹",
    "鴎鷗",
    "土圡",
    "野埜",
    "喜㐂",
    "宮宫",
    "晃晄",
    "槙槇",
    "塩鹽",
    "遥遙",
    "昇曻",
];

#[test]
fn name_variants_are_one() {
    for pair in NAME_VARIANTS {
        let (canonical, variant) = pair.split_at(pair.chars().next().unwrap().len_utf8());
        assert_ne!(variant, canonical);
        assert_eq!(fold(variant), canonical, "{variant} is found as {canonical}");
        assert_eq!(fold(canonical), canonical);
    }
}

#[test]
fn characters_that_only_look_alike_stay_apart() {
    for pair in [
        "田佃", "西栖", "川河", "萩荻", "坂阪", "埼崎", "柿杮", "未末", "網綱", "烏鳥", "己已", "已巳",
        "大太", "藤籐", "針鍼", "島鳥", "石右", "谷合", "二ニ", "エ工", "力カ", "口ロ", "夕タ", "八ハ",
        "一ー",
    ] {
        let mut each = pair.chars().map(|c| fold(&c.to_string()));
        assert_ne!(each.next(), each.next(), "{pair} are two");
    }
    for voiced in ["かが", "はばぱ", "さざ", "ただ"] {
        let keys: BTreeSet<String> = voiced.chars().map(|c| fold(&c.to_string())).collect();
        assert_eq!(keys.len(), voiced.chars().count(), "voiced marks are kept in {voiced}");
    }
}

#[test]
fn the_table_maps_each_variant_once_to_a_form_that_stays() {
    let rows: Vec<(&str, &str)> = TABLE
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('\t').unwrap())
        .collect();
    assert!(rows.len() > 400, "the table is whole");
    let mut seen: BTreeMap<char, &str> = BTreeMap::new();
    for (canonical, variants) in &rows {
        assert_eq!(canonical.chars().count(), 1);
        assert_eq!(fold(canonical), *canonical, "{canonical} folds no further");
        for variant in variants.chars() {
            assert_eq!(seen.insert(variant, canonical), None, "{variant} stands in one row only");
            assert_eq!(fold(&variant.to_string()), *canonical, "{variant}");
            assert!(variant.to_string().nfkc().eq([variant]), "{variant} is reached after NFKC");
        }
    }
    let canonicals: Vec<&str> = rows.iter().map(|row| row.0).collect();
    assert!(
        canonicals.is_sorted(),
        "rows are in code point order, so that a second row for one kanji is seen"
    );
}

#[test]
fn index_text() {
    for (fields, expect) in [
        (&["髙橋"][..], "高橋 橋 、 "),
        (&["髙橋", "タカハシ"], "高橋 橋 、 たか かは はし し 、 "),
        (&["A"], "a 、 "),
        (&["", "谷"], "、 谷 、 "),
        (&[], ""),
    ] {
        assert_eq!(bigrams(fields), expect, "{fields:?}");
    }
}

#[test]
fn query_terms() {
    for (query, expect) in [
        ("髙橋　花子", vec!["高橋", "花子"]),
        ("  ﾀｶﾊｼ  022-717 ", vec!["たかはし", "022717"]),
        ("ー ・", vec![]),
        ("", vec![]),
    ] {
        assert_eq!(terms(query), expect, "{query}");
    }
}

#[test]
fn hits_through_a_variant_are_marked() {
    for (stored, query, variant) in [
        ("髙橋花子", "高橋", true),
        ("高橋花子", "髙橋", true),
        ("髙橋花子", "髙橋", false),
        ("髙橋花子", "花子", false),
        ("髙橋花子", "花子 高橋", true),
        ("𠮷田", "吉田", true),
        ("\u{FA19}田", "神田", true),
        ("神田", "\u{FA19}田", true),
        ("\u{FA19}田", "\u{FA19}田", false),
        ("葛\u{E0100}城", "葛城", true),
        ("葛\u{E0100}城", "城", false),
        ("タカハシ", "ﾀｶﾊｼ", false),
        ("タカハシ", "たかはし", false),
        ("サトー", "さと", false),
        ("ＡＢＣ病院", "abc", false),
        ("渡邊", "高橋", false),
        ("渡邊", "渡邉", true),
        ("髙橋", "", false),
    ] {
        assert_eq!(matched_by_variant(stored, query), variant, "{stored} found by {query}");
    }
}

/// Text as it comes: Japanese mostly, marks and other scripts in between.
fn any_text() -> impl Strategy<Value = String> {
    let japanese = prop::sample::select(
        "髙高﨑邊𠮷辻葛\u{FA19}德斉タｶﾞゞゝ々ヴーッぁヷ１Ａｱ\u{3099}\u{309A}\u{E0100}\u{FE00}\u{200B}\u{200D}㈱Ⅲ⽇ｰ－〜İßﬁ\u{1100}\u{1161}\u{AC00} 　"
            .chars()
            .collect::<Vec<char>>(),
    );
    prop::collection::vec(prop_oneof![4 => japanese, 1 => any::<char>()], 0..24).prop_map(String::from_iter)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_key_is_its_own_key(text in any_text()) {
        let key = fold(&text);
        prop_assert_eq!(fold(&key), key);
    }

    #[test]
    fn keys_hold_letters_and_digits_only(text in any_text()) {
        prop_assert!(fold(&text).chars().all(char::is_alphanumeric));
    }

    #[test]
    fn composed_and_decomposed_text_have_one_key(text in any_text()) {
        prop_assert_eq!(fold(&text.nfd().collect::<String>()), fold(&text.nfc().collect::<String>()));
    }

    #[test]
    fn every_part_of_a_key_is_in_the_index_text(text in any_text()) {
        let key: Vec<char> = fold(&text).chars().collect();
        let index = bigrams(&[&text]);
        for part in key.windows(1).chain(key.windows(2)).map(|part| part.iter().collect::<String>()) {
            prop_assert!(index.split(' ').any(|token| token.starts_with(&part)), "{} in {}", part, index);
        }
    }
}
