//! Made-up papers of a made-up hospital: for the sample print in the settings, and for tests.

use crate::Paper;
use crate::block::address::Addressee;
use crate::paper::part::{Agreed, Contact, Labelled, LabelledList};
use crate::paper::slip::Slip;

/// A sample of the paper with this tag (`slip`, `clinics_guide`, `cover_letter`, `mailing_label`).
pub fn example(kind: &str) -> Option<Paper> {
    match kind {
        "slip" => Some(Paper::Slip(slip())),
        _ => None,
    }
}

fn texts(lines: &[&str]) -> Vec<String> {
    lines.iter().map(|l| (*l).to_owned()).collect()
}

fn labelled(label: &str, text: &str) -> Labelled {
    Labelled { label: label.to_owned(), text: text.to_owned() }
}

fn patient() -> Addressee {
    Addressee {
        postcode: "980-0000".to_owned(),
        address: texts(&["宮城県杜都市青葉台八丁目12番3号", "コーポ青葉 305"]),
        name: "髙橋 美津江".to_owned(),
        honorific: "様".to_owned(),
    }
}

fn sender() -> Vec<String> {
    texts(&["杜都大学病院　地域医療連携センター", "〒980-0001　杜都市星見町1番1号", "電話　022-000-0000（直通）"])
}

fn slip() -> Slip {
    Slip {
        practice: false,
        addressee: patient(),
        issued: "令和8年11月24日".to_owned(),
        receipt: labelled("受付番号", "R8-0115"),
        sender: sender(),
        title: "セカンドオピニオン外来　予約票".to_owned(),
        version_line: Some("第2版　先にお送りした予約票（11月13日付）は無効です。".to_owned()),
        lead: "お申し込みいただきましたセカンドオピニオン外来の日時が決まりましたので、ご案内いたします。".to_owned(),
        agreed: Agreed {
            label: "日時".to_owned(),
            date: "令和8年11月30日（月）14:00".to_owned(),
            below: texts(&["受付　13:30までに新患受付へお越しください"]),
        },
        doctor: labelled("診療科・担当医", "整形外科　片倉 重行 医師"),
        place: labelled("場所", "外来棟2階　第2相談室"),
        fee: labelled("費用", "33,000円（税込）をご相談の前にお支払いいただきます。健康保険は使えません。"),
        bring: LabelledList {
            label: "お持ちいただくもの".to_owned(),
            items: texts(&[
                "この予約票",
                "ご本人と確認できるもの（運転免許証、マイナンバーカードなど）",
                "ご家族だけでお越しの場合は、同意書と続柄を確認できる書類",
            ]),
        },
        notes_heading: "ご確認ください".to_owned(),
        notes: texts(&[
            "新患受付で手続きをし、お会計のあとにご相談となります。",
            "新たな検査や治療は行いません。お預かりした資料と、お話の範囲でご説明します。",
            "当日に当院の一般外来のご予約は、原則としてお取りできません。",
            "診療の都合により、開始の時刻が前後する場合があります。",
            "報告書はご相談のあとにお渡しします。後日、主治医の先生へ郵送する場合もございます。",
        ]),
        contact: Contact {
            heading: "日時の変更・取消し".to_owned(),
            lines: texts(&[
                "お早めに地域医療連携センターへお電話ください。",
                "電話　022-000-0000（直通）",
                "月曜～金曜　8:30～17:15（祝日・年末年始を除く）",
            ]),
        },
        code: "R8-0115".to_owned(),
        unbroken: texts(&["髙橋 美津江", "片倉 重行"]),
    }
}
