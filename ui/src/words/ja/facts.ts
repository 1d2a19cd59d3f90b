// The desk's own words for every code that can stand in a view. A code without a word does not compile.
import type * as wire from "$wire/generated";
import { whys } from "./whys";

type Of<K extends string> = Record<K, string>;
export type ActionKind = wire.Action["do"];

const stage: Of<wire.Stage> = {
  inquiry: "問合せ",
  awaiting_packet: "資料待ち",
  received: "到着・未開封",
  checking: "点検済み",
  incomplete: "資料不足",
  screening: "審査中",
  scheduling: "日程調整中",
  offering: "候補日の電話",
  unreachable: "不通",
  booked: "日程確定",
  paper_posted: "発送済み",
  clinics_confirmed: "CLINICS確認済み",
  ready: "前日確認済み",
  consulted: "相談済み",
  report_awaited: "報告書待ち",
  report_received: "報告書が届いた",
  returning: "返却待ち",
  done: "完了",
  ended_declined: "お断り",
  ended_general_outpatient: "一般外来案内",
  ended_cancelled: "取消",
  ended_lapsed: "期限切れ",
  ended_deceased: "ご逝去",
  ended_no_show: "来られず終了",
  ended_epilepsy_online: "てんかん案内",
  ended_misdelivered: "誤着",
  ended_duplicate: "重複",
};

/** What a row of today's work says: a verb and its object. */
const step: Of<wire.StepKind> = {
  first_call: "初回の電話",
  answer_inquiry: "問合せに答える",
  chase_packet: "郵送を催促",
  open_packet: "開封・点検する",
  chase_missing: "資料を催促",
  ask_doctor: "審査を頼む",
  chase_doctor: "審査を催促",
  propose_dates: "候補日を出す",
  phone_candidates: "電話する",
  write_unreachable: "手紙でお願い",
  post_paper: "案内を送る",
  post_answer: "お返事を送る",
  report_leak: "漏えいの届出",
  returned_mail: "戻った郵便",
  confirm_clinics: "CLINICS確認",
  call_clinics_mismatch: "CLINICS相違",
  see_clinics_change: "CLINICS変更確認",
  day_before: "前日確認",
  record_visit: "相談を記録",
  chase_report: "報告書を催促",
  deliver_report: "報告書を渡す",
  return_material: "資料を返す",
  decide_no_show: "欠席後を決める",
};

/** The step as a whole sentence, where there is room. */
const step_long: Of<wire.StepKind> = {
  first_call: "事前の電話がないまま届きました。初回の電話をかけます。",
  answer_inquiry: "問合せに答えて、お申し込みの手順を説明します。",
  chase_packet: "郵送資料がまだ届きません。お電話で確かめます。",
  open_packet: "届いた郵便を開けて、中身を点検します。",
  chase_missing: "足りない資料をお願いします。",
  ask_doctor: "資料がそろいました。診療科に審査を頼みます。",
  chase_doctor: "審査の返事を担当医に確かめます。",
  propose_dates: "担当医と日程を調整し、候補日を押さえます。",
  phone_candidates: "候補日を電話でお伝えします。",
  write_unreachable: "電話がつながりません。「ご連絡のお願い」を送ります。",
  post_paper: "決まった日時の案内を印刷して送ります。",
  post_answer: "担当医のお返事を手紙にして送ります。",
  report_leak: "漏えいの疑いを、期限までに個人情報保護委員会へ届け出ます。",
  returned_mail: "郵便が戻ってきました。ご住所を確かめます。",
  confirm_clinics: "患者さんがCLINICSで予約を取ったか確かめます。",
  call_clinics_mismatch: "CLINICSの予約が約束と違います。お電話します。",
  see_clinics_change: "患者さんがCLINICS上でも変更・取消をしたか確かめます。",
  day_before: "明日の相談の準備がそろっているか確かめます。",
  record_visit: "相談を行ったことを記録します。",
  chase_report: "報告書がまだ届きません。担当医に確かめます。",
  deliver_report: "報告書をお渡しするか、主治医へ送ります。",
  return_material: "お預かりした資料を返します。",
  decide_no_show: "来られませんでした。日程を取り直すか、終わりにするかを決めます。",
};

const deed: Of<wire.DeedKind> = {
  receive_packet: "届いた郵便を加える",
  log_call: "電話を記録する",
  ask_doctor: "審査を頼む",
  record_verdict: "担当医の判断を記録する",
  offer: "候補日を押さえる",
  book: "日程を決める",
  print_paper: "案内を印刷する",
  post_paper: "案内を発送する",
  unbook: "予約を取りやめる",
  switch_mode: "方式を変える",
  clinics_booked: "CLINICSの予約を確認する",
  clinics_change_seen: "CLINICSの変更を確認する",
  confirm_day_before: "前日確認をする",
  record_payment: "会計を記録する",
  consult: "相談を記録する",
  no_show: "来られなかったと記録する",
  receive_report: "報告書を受け取る",
  print_cover_letter: "報告書送付状を印刷する",
  hand_over_report: "報告書を手渡す",
  post_report: "報告書を郵送する",
  return_material: "資料を返す",
  epilepsy_online: "てんかん科オンラインを案内して終える",
  cancel: "患者さんの取消",
  withdraw_agreement: "主治医の了承が取り消された",
  death: "ご逝去を記録する",
  note: "覚え書きを残す",
};

/** What happened, for the timeline. */
const action: Of<ActionKind> = {
  inquire: "電話で問合せを受けた",
  receive_packet: "郵便を受け取った",
  amend_patient: "患者さんの記載を直した",
  amend_applicant: "相談者の記載を直した",
  amend_referrer: "紹介元の記載を直した",
  amend_subject: "相談内容の記載を直した",
  check_item: "提出物を点検した",
  bring_on_day: "当日持参を決めた",
  check_disc: "CD-Rを確かめた",
  move: "置き場所を変えた",
  doubt: "お受けできない理由の疑いを付けた",
  waive: "決まりをこの申込だけ外した",
  ask_doctor: "審査を頼んだ",
  remind_doctor: "審査を催促した",
  record_verdict: "担当医の判断を記録した",
  hold_slot: "候補日を仮押さえした",
  release_slot: "仮押さえを放した",
  decline_candidates: "候補日がどれも合わなかった",
  log_call: "電話連絡",
  book: "日程が決まった",
  unbook: "予約を取りやめた",
  issue_paper: "印刷した",
  approve_paper: "承認した",
  seal: "封緘を確かめた",
  post_paper: "発送した",
  void_paper: "無効にした",
  mail_came_back: "郵便が戻った",
  clinics_registered: "CLINICSの登録を確認した",
  clinics_booked: "CLINICSの予約を確認した",
  clinics_change_seen: "CLINICSの変更を確認した",
  confirm_day_before: "前日確認をした",
  record_payment: "会計を記録した",
  no_show: "来られなかった",
  consult: "相談を行った",
  receive_report: "報告書を受け取った",
  remind_report: "報告書を催促した",
  hand_over_report: "報告書を手渡した",
  post_report: "報告書を郵送した",
  return_material: "資料を返した",
  report_leak: "漏えいの疑いを記録した",
  leak_reported: "漏えいを届け出た",
  switch_mode: "方式を変えた",
  withdraw_agreement: "主治医の了承が取り消された",
  end: "終わりにした",
  note: "覚え書き",
};

const item: Of<wire.ItemKind> = {
  application: "申込書",
  referral_letter: "診療情報提供書",
  consent: "同意書（自署）",
  relationship_proof: "続柄が分かる書類",
  inability_proof: "署名できないことの証明",
  blood: "血液検査の結果",
  ultrasound_result: "超音波の結果",
  ultrasound_image: "超音波の画像",
  xray_ct_mri: "レントゲン・CT・MRI",
  pathology: "病理検査の報告書",
  other_material: "そのほかの検査資料",
};

const defect: Of<wire.Defect> = {
  N02: "署名なし",
  N03: "自署でない",
  N04: "日付なし",
  N05: "宛先が他院",
  N06: "氏名相違",
  N07: "生年月日相違",
  N08: "読めないCD",
  N09: "別人の記録",
  N10: "古い（発行後6か月超）",
  N11: "写し不鮮明",
  N12: "続柄が確認できない",
  N13: "証の期限切れ",
  N14: "画像なし結果のみ",
  N15: "主治医了承未確認",
  N16: "開封不可（親展）",
  N17: "その他",
};

const disc_trouble: Of<wire.DiscTrouble> = {
  not_recognised: "媒体が認識できない",
  no_import_route: "読み込む手順がない",
  several_patients: "1枚に複数の患者",
  autorun: "自動実行のファイル",
  compressed_no_viewer: "圧縮されビューアがない",
  picture_format: "JPEG・BMPなどの画像",
  several_discs: "1人が複数枚",
  not_dicom: "DICOMの決まりに反する",
  virus: "ウイルス",
};

const ground: Of<wire.Ground> = {
  not_patient_nor_family: "ご本人・ご家族以外からの相談",
  no_consent: "ご家族だけで、ご本人の同意書がない",
  wants_treatment_here: "はじめから当院での治療を希望",
  dispute: "主治医への不満・転医希望・医療事故・裁判係争中",
  deceased: "亡くなった患者さんについての相談",
  referrer_not_agreed: "主治医が了承していない",
  no_specialist: "対応できる専門医が当院にいない",
};

const end_kind: Of<wire.EndKind> = {
  declined: "お断り",
  general_outpatient: "一般外来を案内",
  cancelled: "患者さんの取消",
  lapsed: "期限切れ",
  deceased: "ご逝去",
  no_show: "来られず終了",
  epilepsy_online: "てんかん科オンラインを案内",
  misdelivered: "誤着・転送",
  duplicate: "重複",
};

const outcome: Of<wire.Outcome> = {
  spoke: "お話しした",
  no_answer: "留守",
  left_message: "留守電に残した",
  busy: "話中",
  call_back: "折り返しの約束",
  not_in_service: "使われていない番号",
  wrong_person: "ほかの方が出た",
  refused: "お断りされた",
};

const holiday: Of<wire.HolidayKind> = {
  new_year: "元日",
  coming_of_age: "成人の日",
  foundation: "建国記念の日",
  emperors_birthday: "天皇誕生日",
  vernal_equinox: "春分の日",
  showa: "昭和の日",
  constitution: "憲法記念日",
  greenery: "みどりの日",
  children: "こどもの日",
  marine: "海の日",
  mountain: "山の日",
  respect_for_the_aged: "敬老の日",
  autumnal_equinox: "秋分の日",
  health_and_sports: "体育の日",
  sports: "スポーツの日",
  culture: "文化の日",
  labor_thanksgiving: "勤労感謝の日",
  imperial_ceremony: "皇室の行事の日",
  substitute: "振替休日",
  citizens: "国民の休日",
};

const era: Of<wire.EraName> = { meiji: "明治", taisho: "大正", showa: "昭和", heisei: "平成", reiwa: "令和" };
const mode: Of<wire.Mode> = { in_person: "対面", online: "オンライン" };
const paper: Of<wire.PaperKind> = {
  slip: "予約票",
  clinics_guide: "CLINICS予約のご案内",
  cover_letter: "報告書送付状",
  mailing_label: "宛名ラベル（主治医）",
  missing_notice: "資料不足のお知らせ",
  referrer_request: "主治医への資料のお願い",
  more_request: "追加資料のお願い",
  decline: "お断りの手紙",
  general_outpatient: "一般外来のご案内",
  contact_request: "ご連絡のお願い",
  report_reminder: "報告書の督促（担当医）",
  return_slip: "資料返却票",
  screening_request: "審査依頼票・院内送り状",
  address_page: "宛先台紙（窓あき封筒）",
  patient_label: "宛名ラベル（相談者）",
  reply_label: "返信用宛名",
  spine_label: "背ラベル",
  receipt_stub: "受付控え",
};
const house: Of<wire.HouseKind> = { day_list: "本日の相談一覧", posting_list: "発送一覧", application_form: "申込書（白紙）", consent_form: "同意書（白紙）", calibration: "印刷位置の試し刷り" };
const sealing: Of<wire.Sealing> = { by_eye: "目で見比べる", scan: "コードを読み取る", scan_by_two: "コードを読み取り、もう一人も見る" };
const envelope_state: Of<wire.EnvelopeState> = { to_print: "印刷する", to_seal: "封緘を確かめる", to_post: "投函する" };
const job_state: Of<wire.JobState["is"]> = {
  waiting: "プリンターの順番待ちです。まだ印刷されていません。",
  printing: "プリンターが印刷しています。",
  printed: "プリンターが印刷し終えました。",
  stopped: "プリンターが止まりました。",
  unknown: "印刷できたかどうか分かりません。紙が出たかをプリンターで見てください。",
};
const void_reason: Of<wire.VoidReason> = {
  newer_version: "新しい版があります",
  mode_switched: "方式が変わりました",
  booking_ended: "予約がなくなりました",
  deceased: "ご逝去",
  case_ended: "申込が終わりました",
  by_hand: "取りやめ",
};
const return_reason: Of<wire.ReturnReason> = { unknown_address: "宛先不明", refused: "受取拒否", storage_expired: "保管期間経過" };
const channel: Of<wire.Channel> = {
  post: "普通郵便",
  letter_pack: "レターパック",
  registered: "書留",
  courier: "宅配便",
  counter: "窓口",
  from_referrer: "主治医から直送",
  electronic: "電子",
};
const form: Of<wire.Form> = { original: "原本", copy: "写し", disc: "CD-R", electronic: "電子" };
const supplier: Of<wire.Supplier> = { patient: "ご本人", applicant: "相談者", referrer: "主治医" };
const who: Of<wire.Who> = { patient: "ご本人", patient_with_family: "ご本人と家族", family: "家族だけ", other: "それ以外" };
const need: Of<wire.Need> = { required: "要", welcome: "あれば", not_required: "不要", doctor_decides: "担当医判断" };
const due: Of<wire.Due> = { with_packet: "郵送で", on_the_day: "当日まで" };
const row_state: Of<wire.RowState["is"]> = { missing: "未着", here: "到着", defective: "不備", bring_on_day: "当日持参", waived: "免除", not_needed: "不要" };
const told: Of<wire.Told> = { yes: "あり", no: "なし", unknown: "未確認" };
const sex: Of<wire.Sex> = { female: "女", male: "男", unknown: "未確認" };
const half: Of<wire.Half> = { morning: "午前", afternoon: "午後" };
const phone_line: Of<wire.PhoneLine> = { mobile: "携帯", home: "自宅", work: "勤務先", family: "家族" };
const party: Of<wire.Party> = { patient: "ご本人", family: "ご家族", referrer: "主治医", institution: "医療機関", doctor: "担当医", clinics: "CLINICS窓口" };
const matter: Of<wire.Matter> = {
  first_inquiry: "初回の問合せ",
  missing: "不備の連絡",
  candidates: "候補日",
  confirmed: "日程の確定",
  change: "変更",
  cancellation: "取消",
  fee: "費用",
  reminder: "催促",
  report: "報告書",
  clinics: "CLINICS",
  other: "そのほか",
};
const direction: Of<wire.Direction> = { in: "受けた", out: "かけた" };
const name_match: Of<wire.NameMatch> = { same: "一致", variant: "表記ゆれ", different: "別人", unread: "未読取" };
const doubt: Of<wire.Doubt> = { none: "該当なし", suspected: "疑い" };
const verdict: Of<wire.Verdict["outcome"]> = { accept: "可", more_material: "追加資料", refuse: "不可", general_outpatient: "一般外来を案内", other_department: "他科へ" };
const booker: Of<wire.Booker> = { desk: "窓口が予約", patient_in_clinics: "患者さんがCLINICSで予約" };
const paying: Of<wire.Paying> = { cashier_before: "相談前に会計", card_after: "相談後にカード決済" };
const report_route: Of<wire.ReportRoute> = { handed_over: "当日手渡し", posted: "主治医へ郵送" };
const return_how: Of<wire.Return["how"]> = { handed_over: "手渡し", posted: "郵送", kept: "返さない" };
const return_policy: Of<wire.ReturnPolicy> = { return: "返す", keep: "預かったままにする" };
const clinics: Of<wire.ClinicsMatch> = { not_seen: "未確認", agrees: "約束どおり", other_time: "日時が違う", other_menu: "メニューが違う" };
const in_clinics: Of<wire.InClinics["state"]> = { not_needed: "手続き不要", open: "患者さんの手続き待ち", seen: "確認済み" };
const asked_by: Of<wire.AskedBy> = { hospital: "病院から", patient: "患者さんから" };
const merit: Of<wire.Merit> = { earliest: "いちばん早い", fits_wish: "ご希望に合う", other_week: "別の週", later: "もっと後" };
const found_by: Of<wire.FoundBy> = { variant: "表記ゆれ", kana: "同じ読み", former_name: "旧姓", institution: "病院", number: "番号", other: "そのほか" };
const openness: Of<wire.Openness> = { all: "すべて", open: "動いている", ended: "終わった" };
const sort: Of<wire.SortKey> = { number: "受付番号", kana: "フリガナ", due: "期限", since: "到着" };
const age_date: Of<wire.AgeDate> = { application: "申込日", arrival: "到着日", consultation: "相談日" };
const majority: Of<wire.MajorityOn> = { minor: "18歳未満", adult: "18歳以上", eve_of_birthday: "18歳の誕生日の前日" };
const look_why: Record<wire.LookWhy, (kinship: string) => string> = {
  child_alone: () => "18歳未満の方がお一人で来られます。同意書が要るかを決めてください。",
  child_with_other_kin: () => "18歳未満の方のご相談に、保護者ではない方が来られます。同意書が要るかを決めてください。",
  kin_not_listed: (kinship) => `${kinship === "" ? "続柄が書かれていません" : `続柄「${kinship}」は決まりの一覧にありません`}。ご家族としてお受けするかを決めてください。`,
  eve_of_birthday: () => "18歳の誕生日の前日に当たる日があります。同意書が要るかを決めてください。",
};
const script: Of<wire.ScriptPart> = { identity: "ご本人の確認", candidates: "候補日", fee: "費用", on_the_day: "当日のこと", close: "結び" };
const paper_trouble: Of<wire.PaperTrouble["paper"]> = { missing_glyph: "印刷できない文字があります", does_not_fit: "欄に収まりません", bad_data: "内容が足りません" };

export const facts = {
  stage, step, step_long, deed, action, item, defect, disc_trouble, ground, end_kind, outcome, ...whys,
  holiday, era, mode, paper, house, sealing, envelope_state, job_state, void_reason, return_reason, channel, form, supplier, who, need, due, row_state, told, sex, half, phone_line, party, matter,
  direction, name_match, doubt, verdict, booker, paying, report_route, return_how, return_policy, clinics, in_clinics, asked_by, merit, found_by,
  openness, sort, age_date, majority, look_why, script, paper_trouble,
  /** 検査資料 as a whole, where an item is not named. */
  test_material: "検査資料（どれか1つ以上）",
  /** N01: it has not come. */
  not_arrived: "未着",
  weekend: "土日",
  /** An officially not yet announced holiday. */
  unofficial: (name: string) => `${name}（未確定）`,
  rule: (number: number) => `R${number}`,
  sheets: (n: number) => `${n}件`,
  join: (list: readonly string[]) => list.join("、"),
  missing: (item: string, how: string) => `${item}（${how}）`,
  era_overflow: (era: string, year: number) => `${era}${year}年は次の元号に直して読みました。`,
  weekday_differs: (typed: string, actual: string) => `書かれた曜日は${typed}ですが、この日は${actual}です。`,
  missing_glyph: (block: string, text: string, character: string, codepoint: string) => `${block}「${text}」の「${character}」（${codepoint}）は印刷できる字がありません。`,
  does_not_fit: (block: string, text: string) => `${block}「${text}」が欄に収まりません。`,
  bad_data: (block: string, reason: string) => `${block}の内容を確かめてください（${reason}）。`,
};
