/** 履歴: the journal of a case. */
export const log = {
  title: "この申込の履歴",
  seq: "記録",
  when: "いつ",
  who: "だれが",
  fact: "したこと",
  detail: "くわしく",
  filter: "種類",
  count: (n: number) => `${n}件`,
  undo: "いちばん新しい記録を取り消す",
  kinds: { all: "すべて", material: "資料", screening: "審査", dates: "日程", calls: "電話", papers: "書類", visit: "当日・報告書" },
};
