//! The findings of a check as lines: a code for programs, what it is about, and a sentence for people.
use register::Difference;

use crate::console::{Console, Stop};

/// One finding: code, subject, sentence, between tabs.
pub fn row(console: &mut Console, found: &Difference) -> Result<(), Stop> {
    let (code, subject, ja) = words(found);
    let sentence = console.lang.say(ja, found.to_string());
    console.row(&[code, &subject, &sentence])
}

fn words(found: &Difference) -> (&'static str, String, String) {
    let case = |id: &i64| id.to_string();
    match found {
        Difference::Structure { detail } => {
            ("structure", String::new(), format!("ファイルの構造が壊れています（{detail}）。"))
        }
        Difference::Schema { object } => {
            ("schema", object.clone(), format!("表の作り「{object}」が、作られた時と違います。"))
        }
        Difference::Entry { seq } => {
            ("entry", seq.to_string(), format!("履歴の{seq}番が書き換えられています。"))
        }
        Difference::Gap { seq } => {
            ("gap", seq.to_string(), format!("履歴の{seq}番の前で、つながりが切れています。"))
        }
        Difference::Tail {} => ("tail", String::new(), "履歴の終わりが失われています。".to_owned()),
        Difference::Row { case: id } => ("row", case(id), format!("申込{id}の記録が書き換えられています。")),
        Difference::Replay { case: id } => {
            ("replay", case(id), format!("申込{id}が、履歴から作り直したものと違います。"))
        }
        Difference::Lost { case } => {
            ("lost", case.clone(), format!("履歴にある申込{case}の記録がありません。"))
        }
        Difference::Index { case: id } => {
            ("index", case(id), format!("一覧か検索が、申込{id}の記録と合っていません。"))
        }
        Difference::Slot { case: id } => {
            ("slot", case(id), format!("申込{id}の仮押さえか予約の枠が、記録と合っていません。"))
        }
        Difference::Reference { kind, key } => {
            ("reference", format!("{kind}/{key}"), format!("設定「{kind}/{key}」が、履歴と違います。"))
        }
        Difference::Serial { fiscal_year } => (
            "serial",
            fiscal_year.to_string(),
            format!("{fiscal_year}年度に、まだ出していない受付番号があります。"),
        ),
    }
}
