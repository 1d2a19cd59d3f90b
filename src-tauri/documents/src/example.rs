//! Made-up papers of a made-up hospital: for the sample print in the settings, and for tests.

use crate::Paper;
use crate::block::address::Addressee;
use crate::block::steps::Step;
use crate::paper::clinics_guide::ClinicsGuide;
use crate::paper::cover_letter::{CoverLetter, DoctorAddressee};
use crate::paper::label_sheet::{Label, LabelSheet, label_stocks};
use crate::paper::part::{Agreed, Contact, Labelled, LabelledList};
use crate::paper::slip::Slip;

/// A sample of the paper with this tag (`slip`, `clinics_guide`, `cover_letter`, `mailing_label`).
pub fn example(kind: &str) -> Option<Paper> {
    match kind {
        "slip" => Some(Paper::Slip(slip())),
        "clinics_guide" => Some(Paper::ClinicsGuide(clinics_guide())),
        "cover_letter" => Some(Paper::CoverLetter(cover_letter())),
        "mailing_label" => Some(Paper::MailingLabel(label_sheet())),
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
    texts(&[
        "杜都大学病院　地域医療連携センター",
        "〒980-0001　杜都市星見町1番1号",
        "電話　022-000-0000（直通）",
    ])
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
        lead: "お申し込みいただきましたセカンドオピニオン外来の日時が決まりましたので、ご案内いたします。"
            .to_owned(),
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

fn step(title: &str, text: &str) -> Step {
    Step { title: title.to_owned(), text: text.to_owned() }
}

fn clinics_guide() -> ClinicsGuide {
    ClinicsGuide {
        practice: false,
        addressee: patient(),
        issued: "令和8年11月24日".to_owned(),
        receipt: labelled("受付番号", "R8-0116"),
        sender: sender(),
        title: "オンライン相談　CLINICS予約のご案内".to_owned(),
        version_line: None,
        lead: "お電話でお約束した日時は次のとおりです。期限までに、ご自身でCLINICSの登録と予約をお願いいたします。".to_owned(),
        agreed: Agreed {
            label: "日時".to_owned(),
            date: "令和8年12月10日（木）15:00".to_owned(),
            below: texts(&["5分前にCLINICSを起動してお待ちください"]),
        },
        deadline: labelled("登録と予約の期限", "令和8年12月3日（木）まで"),
        steps_heading: "お手続きの順序".to_owned(),
        steps: vec![
            step("CLINICSに登録する", "スマートフォンのアプリ、またはパソコンのWebで、アカウントとクレジットカードを登録してください。"),
            step("メニューを選ぶ", "「てんかん科以外のオンラインによるセカンドオピニオン」を選んでください。"),
            step("日時を選ぶ", "上の枠の日時を選んで予約してください。別の日時は選ばないでください。"),
            step("当日、5分前に起動する", "カメラとマイクを使える端末でお待ちください。時間になると担当医から呼び出しがあります。"),
        ],
        menu: labelled("メニュー", "てんかん科以外のオンラインによるセカンドオピニオン"),
        doctor: labelled("診療科・担当医", "消化器内科　渡邉 祥一郎 医師"),
        fee: labelled("費用", "44,000円（税込）。登録したクレジットカードで決済されます。健康保険は使えません。"),
        report: labelled("報告書", "ご相談のあと、当院から主治医の先生へ郵送します。"),
        notes_heading: "ご確認ください".to_owned(),
        notes: texts(&[
            "CT・MRIなどの画面共有はできません。担当医が資料を確認したうえでご説明します。",
            "診療の都合により、開始の時刻が前後する場合があります。",
            "変更・取消しは、必ず先に当院へお電話のうえ、ご自身でCLINICSでもお手続きください。",
            "期限までに予約が確認できないときは、当院からお電話いたします。",
        ]),
        disclaimer: "CLINICSは株式会社メドレーのサービスで、当院のサイトではありません。外部のサイトに入力された個人情報の取扱いについて、当院は責任を負いかねます。".to_owned(),
        contact: Contact {
            heading: "日時の変更・取消し".to_owned(),
            lines: texts(&["地域医療連携センター", "電話　022-000-0000（直通）", "月曜～金曜　8:30～17:15", "（祝日・年末年始を除く）"]),
        },
        help_desk: Contact {
            heading: "CLINICSの操作".to_owned(),
            lines: texts(&["CLINICS患者さん相談窓口", "電話　0120-00-0000"]),
        },
        code: "R8-0116".to_owned(),
        unbroken: texts(&["渡邉 祥一郎"]),
    }
}

fn cover_letter() -> CoverLetter {
    CoverLetter {
        practice: false,
        issued: "令和8年12月14日".to_owned(),
        number: Some("連セ第123号".to_owned()),
        confidential: Some("親展".to_owned()),
        addressee: DoctorAddressee {
            postcode: "983-0000".to_owned(),
            address: texts(&["宮城県杜都市榴ヶ丘一丁目2番3号"]),
            institution: "医療法人社団﨑山会　辻󠄀堂クリニック".to_owned(),
            department: Some("整形外科".to_owned()),
            name: "渡邊 葛󠄀子".to_owned(),
            honorific: "先生".to_owned(),
            side_note: Some("御机下".to_owned()),
        },
        sender: texts(&[
            "〒980-0001　杜都市星見町1番1号",
            "杜都大学病院　地域医療連携センター",
            "整形外科　片倉 重行",
        ]),
        subject: "セカンドオピニオン報告書の送付について".to_owned(),
        version_line: None,
        opening: "謹啓".to_owned(),
        body: texts(&[
            "　時下ますますご清祥のこととお慶び申し上げます。平素より当院の地域医療連携に格別のご高配を賜り、厚く御礼申し上げます。",
            "　このたびは、髙橋 美津江様のセカンドオピニオンにつきまして、診療情報のご提供を賜り誠にありがとうございました。11月30日に当院整形外科にてご相談を実施いたしましたので、報告書をお送りいたします。ご査収のほどお願い申し上げます。",
        ]),
        closing: "謹白".to_owned(),
        below: "記".to_owned(),
        patient: labelled("患者氏名", "髙橋 美津江　様"),
        birth: labelled("生年月日", "昭和31年4月1日（70歳）"),
        day: labelled("相談日", "令和8年11月30日（月）　対面"),
        doctor: labelled("診療科・担当医", "整形外科　片倉 重行"),
        enclosed: LabelledList {
            label: "同封物".to_owned(),
            items: texts(&["セカンドオピニオン報告書　1通", "お預かりした画像CD-R　2枚（返却）"]),
        },
        end: "以上".to_owned(),
        contact: Contact {
            heading: "お問い合わせ".to_owned(),
            lines: texts(&[
                "杜都大学病院　地域医療連携センター",
                "電話　022-000-0000（直通）　月曜～金曜　8:30～17:15",
            ]),
        },
        code: "R8-0115".to_owned(),
        receipt_no: "R8-0115".to_owned(),
        unbroken: texts(&["髙橋 美津江", "片倉 重行"]),
    }
}

fn label_sheet() -> LabelSheet {
    let doctor = Label {
        postcode: "983-0000".to_owned(),
        address: texts(&["宮城県杜都市榴ヶ丘一丁目2番3号", "榴ヶ丘メディカルビル 4階"]),
        institution: Some("医療法人社団﨑山会　辻󠄀堂クリニック".to_owned()),
        department: Some("整形外科".to_owned()),
        name: "渡邊 葛󠄀子".to_owned(),
        honorific: "先生".to_owned(),
        side_note: Some("御机下".to_owned()),
        outer_mark: Some("親展".to_owned()),
        sending_mark: Some("簡易書留".to_owned()),
        code: Some("R8-0115".to_owned()),
        receipt_no: Some("R8-0115".to_owned()),
    };
    let person = Label {
        postcode: "980-0000".to_owned(),
        address: texts(&["宮城県杜都市青葉台八丁目12番3号", "コーポ青葉 305"]),
        name: "髙橋 美津江".to_owned(),
        honorific: "様".to_owned(),
        code: Some("R8-0115".to_owned()),
        receipt_no: Some("R8-0115".to_owned()),
        ..Label::default()
    };
    let institution = Label {
        postcode: "980-0002".to_owned(),
        address: texts(&["宮城県杜都市星見町二丁目10番1号"]),
        institution: Some("杜都市立病院".to_owned()),
        name: "地域連携室".to_owned(),
        honorific: "御中".to_owned(),
        outer_mark: Some("重要書類在中".to_owned()),
        ..Label::default()
    };
    LabelSheet {
        practice: false,
        title: "宛名ラベル".to_owned(),
        stock: label_stocks().swap_remove(0),
        start: 4,
        offset_x: 0.0,
        offset_y: 0.0,
        labels: vec![doctor, person, institution],
    }
}
