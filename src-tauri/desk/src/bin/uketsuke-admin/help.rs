//! The help texts: everything the tool promises, in both languages.
use crate::console::Lang;

/// A command as it is typed and what it does.
struct Topic {
    name: &'static str,
    call: &'static str,
    ja: &'static str,
    en: &'static str,
}

const TOPICS: [Topic; 6] = [
    Topic {
        name: "verify",
        call: "uketsuke-admin verify FILE",
        ja: "\
受付台帳または控え FILE を調べます。ファイルには書き込みません。使用中の台帳も調べられます。
ファイルの構造、表の作り、履歴のつながり、各記録の印、記録・一覧・検索・予約枠・設定・受付番号が
履歴どおりかを見て、件数を出します。異常は一行に一つ、タブ区切りで出します。
  種類 <タブ> 対象 <タブ> 説明
種類：structure schema entry gap tail row replay lost index slot reference serial",
        en: "\
Looks over the register or backup FILE without writing to it; the register may be in use.
It checks the file's structure and schema, the journal's chain, every record's hash, and that records,
lists, search, slots, settings and receipt numbers follow from the journal, and prints the counts.
Each finding is a line between tabs:
  code <tab> subject <tab> sentence
Codes: structure schema entry gap tail row replay lost index slot reference serial",
    },
    Topic {
        name: "backup",
        call: "uketsuke-admin backup FILE DIR",
        ja: "\
受付台帳 FILE の控えをフォルダー DIR に取ります。使用中でも取れます。フォルダーがなければ作ります。
写した後に開き直し、異常がないと分かってから uketsuke-年月日-時分秒.sqlite3 という名前を付けます。
できなかったときは何も残しません。最後の行に控えの場所を出します。",
        en: "\
Takes a backup of the register FILE into the folder DIR (made if missing), also while it is in use.
The copy is opened again and checked before it gets its name, uketsuke-YYYYMMDD-HHMMSS.sqlite3.
A failed backup leaves nothing. The last line printed is the backup's path.",
    },
    Topic {
        name: "restore",
        call: "uketsuke-admin restore BACKUP FILE",
        ja: "\
控え BACKUP を確かめてから、受付台帳 FILE の場所に戻します。先に「受付」を閉じてください。
そこにあったファイルは消さずに別の名前で残し、その名前を出します。控えもそのまま残ります。
戻した後に verify と同じように調べ、異常があれば同じ形の行で知らせます。
控えに異常があるとき、「受付」が開いているとき、本番と練習用が食い違うときは、何も変えません。",
        en: "\
Checks BACKUP and puts it in the place of the register FILE. Close Uketsuke first.
The file that was there is kept under another name, which is printed. The backup stays too.
Then the restored register is looked over as by verify; findings are printed as lines of that form.
Nothing is changed if the backup is not sound, Uketsuke is open, or one of the two is a practice register.",
    },
    Topic {
        name: "replay",
        call: "uketsuke-admin replay FILE",
        ja: "\
受付台帳または控え FILE のすべての申込を履歴から作り直し、保存された記録と比べます。書き込みません。
違いは一行に一申込、タブ区切りで出し、最後に件数を出します。中身は出さず、違う所の名前だけを出します。
  種類 <タブ> 申込の番号 <タブ> 受付番号 <タブ> 説明
種類：differs count altered lost journal",
        en: "\
Makes every case of the register or backup FILE again from its journal and compares it with the stored
record, without writing. Each case that differs is a line between tabs, then comes the count. It names the
places that differ, never what stands there.
  code <tab> case <tab> receipt number <tab> sentence
Codes: differs count altered lost journal",
    },
    Topic {
        name: "calendar",
        call: "uketsuke-admin calendar FROM TO [--profile FILE.json | --register FILE]",
        ja: "\
FROM から TO まで（両方を含む）の開室日を、一日一行、タブ区切りで出します。
  2026-12-29 <タブ> closed <タブ> 年末年始
二列目は open か closed、三列目は祝日の名、休みの理由、または曜日です（open の日は空）。
政府がまだ発表していない年の祝日には（未確定）と付きます。祝日は1948年7月20日からのものです。
日付は 2026-12-27、R8.12.27、令和8年12月27日、12/27、+5、来週火、+5営 などと書けます（1873年から2099年まで）。
  --profile FILE.json   この病院設定で数えます
  --register FILE       この受付台帳の病院設定で数えます（使用中でも可）
どちらもなければ、出荷時の設定で数えます。",
        en: "\
Prints a line a day from FROM to TO, both included, between tabs:
  2026-12-29 <tab> closed <tab> 年末年始
The second cell is open or closed; the third is the holiday, the closure's reason or the weekday, and empty
on open days. Holidays that are not yet announced say so; the first are those of 20 July 1948.
Dates: 2026-12-27, R8.12.27, 令和8年12月27日, 12/27, +5, 来週火, +5営 and so on (1873 to 2099).
  --profile FILE.json   by this hospital profile
  --register FILE       by the profile in this register (it may be in use)
Without either, by the profile as shipped.",
    },
    Topic {
        name: "paper",
        call: "uketsuke-admin paper KIND --example | uketsuke-admin paper KIND < data.json > out.pdf",
        ja: "\
KIND は次のどれかです（_ の代わりに - でも可）。
  slip               予約票
  clinics_guide      CLINICS予約のご案内
  cover_letter       報告書送付状
  mailing_label      宛名ラベル（主治医）
  missing_notice     資料不足のお知らせ
  referrer_request   主治医あて追加資料のお願い
  more_request       追加資料のお願い
  decline            お断り
  general_outpatient 一般外来のご案内
  contact_request    ご連絡のお願い
  report_reminder    報告書督促
  return_slip        資料返却票
  screening_request  審査依頼票
  address_page       宛先台紙
  receipt_stub       受付控え
  day_list           本日の相談一覧
  application_form   申込書
  consent_form       同意書
  patient_label      宛名ラベル（患者）
  reply_label        返信用宛名
  spine_label        背ラベル
  calibration        テスト印刷
--example は見本のデータを JSON で出します。それを直して標準入力に渡すと、PDFを標準出力に出します。
PDFは、すべての文字が印刷でき、すべてが枠に入ったときだけ出します。だめなときは場所と文字を示します。
データの \"kind\" はあってもなくてもかまいません。知らない項目、足りない項目は断ります（1MBまで）。",
        en: "\
KIND is one of these (- may stand for _):
  slip               appointment slip
  clinics_guide      guide to booking in CLINICS
  cover_letter       letter with the report
  mailing_label      mailing labels to doctors
  missing_notice     what is missing
  referrer_request   request to the referring doctor
  more_request       request for more material
  decline            decline
  general_outpatient the general outpatient way
  contact_request    please call us
  report_reminder    reminder of a report
  return_slip        slip with returned material
  screening_request  request for screening
  address_page       page with nothing but the address
  receipt_stub       receipt
  day_list           consultations of a day
  application_form   blank application
  consent_form       blank consent
  patient_label      mailing labels to patients
  reply_label        labels for replies
  spine_label        labels for folders
  calibration        test print
--example prints sample data as JSON. Change it, give it to standard input, and the PDF comes out of
standard output, but only if every character can be drawn and everything fits; else block and character
are named. \"kind\" may stand in the data or not. Unknown and missing fields are refused (at most 1 MB).",
    },
];

const HEAD: (&str, &str) = (
    "uketsuke-admin ― 「受付」の受付台帳、暦、書類を手入れする道具（病院の情報担当者向け）",
    "uketsuke-admin: looks after registers, calendar and papers of Uketsuke (for the hospital's IT)",
);

const TAIL: (&str, &str) = (
    "\
どのコマンドでも使える指定
  --lang ja|en     文の言語（なければ ja。環境変数には左右されません）
  -h, --help       この説明。COMMAND --help でそのコマンドの説明
  -V, --version    版
  --               これより後を指定として読まない

終了コード
  0  問題なし
  1  調べたものに問題がある（異常、違い、断られたデータ）
  2  実行のしかたが違う
  3  読めない、書けない、開けない

エラーの文は標準エラー出力に出します。",
    "\
Options of every command
  --lang ja|en     language of the sentences (ja without it; the environment has no say)
  -h, --help       this text; COMMAND --help tells of one command
  -V, --version    version
  --               nothing after it is read as an option

Exit codes
  0  fine
  1  the thing asked about is not fine (damage, differences, refused data)
  2  the command line is wrong
  3  something cannot be read, written or opened

Errors go to standard error.",
);

/// How a command is typed.
pub fn call(name: &str) -> &'static str {
    TOPICS.iter().find(|topic| topic.name == name).map_or("uketsuke-admin COMMAND", |topic| topic.call)
}

/// The help of one command, or of all.
pub fn text(lang: Lang, topic: Option<&str>) -> String {
    let said = TOPICS.iter().filter(|one| topic.is_none_or(|name| one.name == name));
    let said = said.map(|one| format!("{}\n{}", one.call, indented(&lang.say(one.ja, one.en))));
    let mut parts = vec![lang.say(HEAD.0, HEAD.1)];
    parts.extend(said);
    parts.push(lang.say(TAIL.0, TAIL.1));
    parts.join("\n\n")
}

fn indented(text: &str) -> String {
    text.lines().map(|line| format!("  {line}")).collect::<Vec<_>>().join("\n")
}
