// Why something may not be done or was not done: a sentence for every code of a refusal. A code without a word does not compile.
import type * as wire from "$wire/generated";

type WhyCode = wire.Why["code"];
type ReasonCode = wire.Reason["reason"];

const why: Record<Exclude<WhyCode, "department_stopped" | "online_elsewhere" | "lacking" | "slot_refused" | "too_many_holds" | "hold_expired" | "no_such_paper" | "not_approved" | "other_case" | "not_of_this_envelope" | "void_sheet" | "other_reader" | "scanned_twice" | "not_scanned" | "tracking_digits" | "not_yet" | "clock_back" | "text">, string> & {
  department_stopped: (message: string) => string;
  online_elsewhere: (message: string) => string;
  lacking: (list: string) => string;
  slot_refused: (reasons: string) => string;
  too_many_holds: (max: number) => string;
  hold_expired: (until: string) => string;
  no_such_paper: (paper: string) => string;
  not_approved: (paper: string) => string;
  other_case: (number: string) => string;
  not_of_this_envelope: (paper: string) => string;
  void_sheet: (paper: string, version: number) => string;
  other_reader: (paper: string) => string;
  scanned_twice: (paper: string) => string;
  not_scanned: (paper: string) => string;
  tracking_digits: (digits: number) => string;
  not_yet: (day: string) => string;
  clock_back: (last: string) => string;
  text: (field: string, trouble: string) => string;
} = {
  ended: "この申込は終わっています。",
  deceased: "ご逝去が記録されています。手紙と電話は止めています。",
  not_new: "この申込にはもう記録があります。初回の問合せにはできません。",
  nothing_received: "まだ何も届いていません。",
  not_opened: "まだ開封していません。",
  lacking: (list) => `足りないもの：${list}`,
  not_family: "ご本人かご家族からのご相談に限ります。",
  referrer_not_agreed: "主治医の了承がありません。",
  referrer_unknown: "主治医の了承が未確認です。",
  unknown_department: "診療科が決まっていません。",
  department_stopped: (message) => `この診療科は受付を止めています。${message}`,
  online_elsewhere: (message) => `この診療科のオンラインは別の窓口です。${message}`,
  already_asked: "もう審査を頼んであります。",
  not_asked: "まだ審査を頼んでいません。",
  not_accepted: "担当医の「可」がまだありません。",
  doctor_decides: "これは担当医が判断します。窓口ではお伝えするだけです。",
  reason_needed: "理由を書いてください。",
  approver_needed: "承認した方の名前が要ります。",
  already_booked: "日程はもう決まっています。",
  not_booked: "日程がまだ決まっていません。",
  clinics_differs: "CLINICSの予約が、約束どおりと確かめられていません。",
  slot_refused: (reasons) => `この時間は使えません：${reasons}`,
  slot_taken: "この時間はほかの申込が先に取りました。",
  too_many_holds: (max) => `仮押さえは${max}枠までです。`,
  not_held: "この時間は仮押さえしていません。",
  hold_expired: (until) => `仮押さえは${until}に切れました。`,
  fee_not_told: "費用をまだお伝えしていません。電話で費用をお伝えすると、日程を決められます。",
  wrong_mode: "この申込の方式では行いません。",
  paper_needs_booking: "日程が決まると作れます。",
  paper_needs_report: "報告書が届くと作れます。",
  paper_needs_address: "宛先のご住所がまだありません。",
  no_such_paper: (paper) => `${paper}はまだ印刷していません。`,
  not_approved: (paper) => `${paper}はまだ承認されていません。もう一人が読んで承認すると印刷できます。`,
  paper_needs_answer: "担当医のお返事が記録されると作れます。",
  paper_needs_number: "郵便が届いて受付番号が付くと作れます。",
  nothing_missing: "足りない資料がないので、お願いすることがありません。",
  nobody_missed: "つながらなかった電話がないので、この手紙は要りません。",
  may_not_ask_referrer: "主治医へ直接お願いする了承を、患者さんからいただいていません。",
  not_sealed: "封緘の確認がまだです。封筒に入れる紙をすべて読み取ると、発送できます。",
  unknown_code: "この窓口の紙のコードではありません。まだ封をしないで、紙の四角いコードを読み直してください。",
  other_case: (number) => `別の申込（${number}）の紙です。まだ出していないので、漏れてはいません。封筒から出して、正しい紙を読み取ってください。`,
  not_of_this_envelope: (paper) => `${paper}は、この封筒に入れる紙ではありません。封筒から出してください。`,
  void_sheet: (paper, version) => `これは無効です。${paper}の第${version}版は使えません。封筒から出して、いまの版を入れてください。`,
  other_reader: (paper) => `${paper}を印刷したあとで、お名前かご住所が変わりました。これは送らないで、新しい版を印刷してください。`,
  scanned_twice: (paper) => `${paper}は、もう読み取ってあります。次の紙を読み取ってください。`,
  not_scanned: (paper) => `${paper}をまだ読み取っていません。`,
  not_a_letter: "この紙だけでは封筒になりません。",
  already_posted: "もう発送してあります。",
  not_posted: "まだ発送していません。",
  unknown_service: "その送り方は設定にありません。",
  tracking_digits: (digits) => `追跡番号は${digits}桁です。`,
  not_yet: (day) => `${day}になるとできます。`,
  not_paid: "会計がまだ済んでいません。",
  not_held_yet: "相談をまだ行っていません。",
  no_report: "報告書がまだ届いていません。",
  report_by_post: "この申込の報告書は郵送です。",
  already_done: "もう済んでいます。",
  institution_unknown: "紹介元の医療機関が名簿から選ばれていません。",
  institution_unchecked: "新しい医療機関です。もう一人が便せんと照らし合わせると送れます。",
  nothing_to_return: "返す資料がありません。",
  two_people: "これは二人で行います。まだ何も記録していません。もう一人の方の名前を選ぶか、別の方が行ってください。",
  same_mode: "もうその方式です。",
  only_online: "オンラインの申込だけで行います。",
  no_such_disc: "そのCD-Rは登録されていません。",
  no_such_leak: "その漏えいの記録はありません。",
  clock_back: (last) => `パソコンの時計が台帳の最後の記録（${last}）より前です。時計を合わせてください。`,
  text: (field, trouble) => `${field}：${trouble}`,
};

const reason: Record<Exclude<ReasonCode, "closed" | "leave" | "too_early" | "held_by_other" | "department_stopped">, string> & {
  closed: (why: string) => string;
  leave: (words: string) => string;
  too_early: (first: string, days: number) => string;
  held_by_other: (until: string) => string;
  department_stopped: (message: string) => string;
} = {
  past: "過ぎた日",
  closed: (it) => it,
  not_clinic_day: "枠なし",
  leave: (words) => (words === "" ? "担当医 休み" : `担当医 休み（${words}）`),
  too_early: (first, days) => `早すぎる（郵送に${days}営業日、${first}から）`,
  patient_away: "患者さんが来られない日",
  other_half: "ご希望の時間帯でない",
  fully_booked: "満室",
  held_by_other: (until) => `ほかの方が仮押さえ ${until}まで`,
  other_mode: "この方式の枠でない",
  department_stopped: (message) => `受付停止 ${message}`.trim(),
};

const text_trouble: Record<Exclude<wire.TextTrouble["kind"], "too_long">, (at: number) => string> & { too_long: (max: number, got: number) => string } = {
  empty: () => "空白だけです。",
  too_long: (max, got) => `長すぎます（${got}字。${max}字まで）。`,
  control: (at) => `${at}字目に制御文字があります。`,
  bidi: (at) => `${at}字目に文字の向きを変える印があります。`,
  invisible: (at) => `${at}字目に見えない文字があります。`,
  noncharacter: (at) => `${at}字目に文字でない符号があります。`,
  private_use: (at) => `${at}字目は外字です。ほかのパソコンでは読めません。`,
};

/** Names of fields as the desk's refusals call them. */
const field: Record<string, string> = {
  name: "お名前",
  former_name: "旧姓・別名",
  postal: "郵便番号",
  address: "ご住所",
  call_times: "つながりやすい時間",
  announce_as: "名乗り方",
  hospital_id: "当院の患者ID",
  birth: "生年月日",
  phone: "電話",
  applicant: "相談に来る方のお名前",
  kinship: "続柄",
  companion: "一緒に来る方",
  institution: "紹介元の病院",
  referrer: "主治医",
  diagnosis: "病名",
  question: "相談内容",
  wishes: "ご希望",
  tracking: "追跡番号",
  second: "もう一人の確認者",
  scanned: "読み取ったコード",
  sender: "差出人",
  place: "置き場所",
  name_on_it: "封筒の名前",
  item: "提出物のメモ",
  disc: "CD-R",
  person: "話した相手",
  number: "電話番号",
  note: "メモ",
  menu: "メニュー名",
  packed_by: "梱包した方",
  checked_by: "確かめた方",
  reason: "理由",
  what: "追加の資料",
  words: "お伝えする言葉",
  approver: "承認した方",
  doctor: "担当医",
};

const date_trouble: Record<Exclude<wire.DateTrouble["kind"], "era_missing" | "no_such_day" | "era_ended" | "before_era" | "out_of_range">, string> & {
  era_missing: (year: number) => string;
  no_such_day: (year: number, month: number, day: number) => string;
  era_ended: (era: string, last: string) => string;
  before_era: (era: string, first: string) => string;
  out_of_range: (first: string, last: string) => string;
} = {
  empty: "日付が空です。",
  unreadable: "日付として読めません。例：S16.2.8、昭和16年2月8日、1941-02-08",
  incomplete: "年・月・日まで入れてください。",
  era_missing: (year) => `「${year}年」の元号が分かりません。S16.2.8 のように入れてください。`,
  no_such_day: (year, month, day) => `${year}年${month}月${day}日はありません。`,
  era_ended: (era, last) => `${era}は${last}までです。`,
  before_era: (era, first) => `${era}は${first}からです。`,
  out_of_range: (first, last) => `${first}から${last}までの日付を入れてください。`,
};

const store: Record<Exclude<wire.StoreTrouble["store"], "newer" | "io" | "backup_bad">, string> & {
  newer: (found: number, known: number) => string;
  io: (kind: string) => string;
  backup_bad: (why: string) => string;
} = {
  never_created: "受付台帳はまだ作られていません。",
  already_exists: "ここにはもう受付台帳があります。",
  missing: "受付台帳のファイルが見つかりません。",
  empty: "受付台帳のファイルが空です。",
  foreign: "このファイルは受付台帳ではありません。",
  newer: (found, known) => `受付台帳はもっと新しい版（${found}）で作られています。この「受付」は版${known}までです。`,
  corrupt: "受付台帳のファイルが壊れています。",
  locked: "受付台帳をほかの「受付」が使っています。",
  read_only: "受付台帳に書き込めません（読み取り専用）。",
  network_drive: "受付台帳が共有フォルダーにあります。このパソコンの中に置いてください。",
  disk_full: "ディスクがいっぱいです。",
  io: (kind) => `受付台帳を読み書きできません（${kind}）。`,
  backup_bad: (it) => `この控えは使えません（${it}）。`,
};

export const whys = { why, reason, text_trouble, field, date_trouble, store };
