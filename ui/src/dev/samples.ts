// Made-up people and places for the page of parts. Nobody here exists.
import type { Frame, OpenDesk } from "$wire/generated";
import type { DayCell } from "$parts/MonthGrid.svelte";
import type { Happening } from "$parts/Timeline.svelte";
import type { WorkGroup } from "$parts/WorkList.svelte";
import type { DateReading } from "$parts/EraDate.svelte";

/** The frame's facts; the profile behind them plays no part on this page. */
export function frameSample(wish: string): Frame {
  if (wish === "broken") return { state: "broken", failure: { code: "store", trouble: { store: "corrupt" } }, backups: [], practice: false, today: "2026-11-24" };
  const desk = {
    practice: wish === "practice", read_only: wish === "readonly", damaged: false, clock_back: null, closed: null, in_hours: true,
    today: "2026-11-24", now: "2026-11-24T09:31:00", person: "佐々木 奈緒子", staff: ["佐々木 奈緒子", "大友 進"], language: localStorage.getItem("uketsuke.tongue") ?? "ja",
    last_backup: wish === "readonly" ? null : { name: "0900", at: "2026-11-24T09:00:00", cases: 130, verified: true },
    departments: [], doctors: [], work: 24, overdue: 3, visits_today: 2,
  };
  return { state: "open", desk: desk as unknown as OpenDesk };
}

export const work: WorkGroup[] = [
  {
    key: "late", title: "期限を過ぎた", count: "3件", late: true,
    items: [
      { key: "123", late: "2日超過", icon: "phone", verb: "電話する", name: "勅使河原 志津子", number: "R8-0123", what: "候補日をお伝えする", tries: "留守2回" },
      { key: "87", late: "2日超過", icon: "file-text", verb: "報告書を催促", name: "五十嵐 善三郎", number: "R8-0087", what: "脳神経外科 菅野医師。相談日 11/12", tries: "催促1回" },
      { key: "104", late: "1日超過", icon: "mail", verb: "資料を催促", name: "渡邉 伊左衛門", number: "R8-0104", what: "病理報告書、同意書（自署）が未着", tries: "電話2 手紙1" },
    ],
  },
  {
    key: "today", title: "今日まで", count: "9件",
    items: [
      { key: "119", time: "10:30", icon: "phone", verb: "電話する", name: "佐久間 ちづ", number: "R8-0119", what: "折返しのお約束。検査資料の送り先の質問", tries: "約束あり" },
      { key: "115", time: "16:30まで", icon: "send", verb: "予約票を送る", name: "鈴木 宗一郎", number: "R8-0115", what: "11/30（月）14:00 対面。速達で投函", tries: "未印刷" },
      { key: "131", time: "今日", icon: "list-checks", verb: "点検する", name: "小松 嘉右衛門", number: "R8-0131", what: "レターパック到着 9:05。CD-R 2枚が未読取", tries: "本日到着" },
      { key: "126", time: "今日", icon: "stethoscope", verb: "審査を頼む", name: "安倍 環", number: "R8-0126", what: "資料がそろった。消化器内科へ", tries: "—" },
    ],
  },
];

export const happenings: Happening[] = [
  { key: "6", when: "今日 9:12", who: "佐々木", icon: "file-x", fact: "同意書を「自署でない」とした。", detail: "申込書の筆跡と同じで、「代 由紀子」とある。" },
  { key: "5", when: "11/20 15:40", who: "大友", icon: "phone", fact: "長谷部 由紀子様（長女）から電話。", detail: "病理の報告書は主治医に頼んだとのこと。" },
  { key: "3", when: "11/18 16:30", who: "佐々木", icon: "file-text", fact: "資料不足のお知らせ 第1版 を作った。", voided: "未発送・取りやめ" },
  { key: "2", when: "11/18 10:02", who: "佐々木", icon: "stamp", fact: "受付番号 R8-0127 を出した。", detail: "簡易書留で到着、4点。棚 B-1 へ。" },
];

const special: Record<string, Partial<DayCell>> = {
  "11/23": { kind: "refused", icon: "flag", reason: "勤労感謝の日" },
  "11/24": { kind: "refused", day: "24 今日", reason: "当日は不可" },
  "11/26": { kind: "refused", icon: "mail", reason: "早すぎる", detail: "予約票が間に合わない" },
  "12/1": { kind: "refused", icon: "mail", reason: "早すぎる", detail: "郵送に5営業日" },
  "12/3": { kind: "refused", icon: "house", reason: "部屋がない", detail: "14–16時 満室" },
  "12/8": { kind: "held", reason: "① 14:00", detail: "仮押さえ 今日17:15まで", post: "発送 12/1まで" },
  "12/10": { kind: "held", reason: "② 15:00", detail: "仮押さえ 今日17:15まで", post: "発送 12/3まで" },
  "12/15": { kind: "free", reason: "空き 1枠", detail: "15:00", other: "14:00 ほかの方 11/26まで", post: "発送 12/8まで" },
  "12/17": { kind: "refused", icon: "stethoscope", reason: "担当医 休み", detail: "学会" },
};
export const days: DayCell[] = Array.from({ length: 28 }, (_, at) => {
  const date = new Date(Date.UTC(2026, 10, 23 + at));
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return { key: date.toISOString().slice(0, 10), day: day === 1 || at === 0 ? `${month}/${day}` : String(day), kind: "off", ...special[`${month}/${day}`] } as DayCell;
});

/** Stands in for the desk's reading of dates: knows only the few this page shows. */
export async function readDate(text: string): Promise<DateReading | null> {
  const known: Record<string, DateReading> = {
    "1941/2/8": { ok: true, iso: "1941-02-08", text: "昭和16年2月8日（土）", age: "85歳", note: "今日現在" },
    "s16.2.8": { ok: true, iso: "1941-02-08", text: "昭和16年2月8日（土）", age: "85歳", note: "今日現在" },
    "h1.1.8": { ok: true, iso: "1989-01-08", text: "平成元年1月8日（日）", age: "37歳", note: "今日現在" },
    "今日": { ok: true, iso: "2026-11-24", text: "令和8年11月24日（火）" },
    "s64.1.8": { ok: false, reason: "昭和64年は1月7日までです。", repairs: [{ label: "平成元年1月8日にする", value: "h1.1.8" }] },
  };
  return known[text] ?? { ok: false, reason: "日付として読めません。", repairs: [] };
}

export type LedgerRow = { number: string; arrived: string; name: string; kana: string; birth: string; state: "stop" | "wait" | "act" | "good"; word: string; next: string; due: string };
const states = [["stop", "資料不足"], ["act", "審査中"], ["wait", "返事待ち"], ["good", "相談済"]] as const;
export const ledger: LedgerRow[] = Array.from({ length: 2000 }, (_, at) => {
  const [state, word] = states[at % 4]!;
  const name = ["髙橋 美津江", "高橋 弥生", "佐久間 ちづ", "𠮷野 健太朗", "渡邉 伊左衛門"][at % 5]!;
  return { number: `R8-${String(2000 - at).padStart(4, "0")}`, arrived: `11/${18 - (at % 17)}`, name, kana: "タカハシ ミツエ", birth: "S21.7.30 80歳", state, word, next: "手紙を作る", due: at % 3 === 0 ? "今日" : "11/30" };
});

export type Hospital = { code: string; name: string; place: string };
const hospitals: Hospital[] = [
  { code: "0400000", name: "医療法人社団 杜の丘会 杜の丘中央病院", place: "〒985-0000 塩浜市港町三丁目1番1号　022-000-3311" },
  { code: "0400017", name: "みちのく光の園総合病院", place: "〒989-0000 杜浜市中央一丁目2番8号　022-000-4400" },
  { code: "0400025", name: "北上川沿岸地域医療センター", place: "〒986-0000 北上川町一丁目9番　0225-00-1200" },
];
export async function findHospital(text: string): Promise<Hospital[]> {
  return hospitals.filter((it) => `${it.name}${it.place}${it.code}`.includes(text));
}
