import { describe, expect, it } from "vitest";
import type { Action, CallRecord } from "$wire/generated";
import { happenings, tell, tellAmong } from "./happenings";
import { logRows } from "./log/lib";
import { aCase, desk, done, mark } from "./sample";

const spoken: CallRecord = {
  direction: "out", party: "patient", person: "", number: "", matter: "candidates", outcome: "spoke", identity_checked: true, fee_told: true, next_try: null, note: "",
};
const packet = { arrived: "2026-11-18", channel: "registered", tracking: "", sender: "", place: "棚 B-1", unopened: false, name_on_it: "" } as const;
const item = { kind: "consent", count: 1, form: "original", defects: [], note: "" } as const;
const receive = (number: string | null): Action => ({ do: "receive_packet", packet, items: [{ ...item, defects: [] }], discs: [], bring_on_day: [], intake: null, number });

describe("what an entry says", () => {
  const rows: [string, Action, string, string][] = [
    ["the first packet issues the number", receive("R8-0127"), "受付番号 R8-0127 を出した", "書留、1点。棚 B-1 へ。"],
    ["an item with defects names them", { do: "check_item", item: { ...item, defects: ["N03"], note: "代 由紀子とある" } }, "同意書（自署）を「自署でない」とした", "1点 原本。代 由紀子とある"],
    ["a sound item is checked", { do: "check_item", item: { ...item, defects: [] } }, "同意書（自署）を点検した", "1点 原本。"],
    ["a talk says that identity and fee were settled", { do: "log_call", call: spoken, out_of_hours: false }, "ご本人へ電話をかけた：お話しした", "候補日。ご本人を確かめた。費用をお伝えした。"],
    ["a miss says when to try next", { do: "log_call", call: { ...spoken, outcome: "no_answer", identity_checked: false, fee_told: false, next_try: "2026-11-25T10:00:00" }, out_of_hours: false }, "ご本人へ電話をかけた：留守", "候補日。次は 11月25日（水） 10:00。"],
    ["an incoming call names who called", { do: "log_call", call: { ...spoken, direction: "in", party: "family", person: "長谷部 由紀子", matter: "missing", identity_checked: false, fee_told: false }, out_of_hours: false }, "長谷部 由紀子から電話：お話しした", "不備の連絡。"],
    ["a hold names doctor and end", { do: "hold_slot", slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, until: "2026-11-25T17:15:00" }, "12月8日（火） 14:00 を仮押さえした", "久慈 隆文 医師　11月25日（水） 17:15 まで。"],
    ["a refusal names ground and approver", { do: "record_verdict", verdict: { outcome: "refuse", ground: "no_consent", words: "x", approver: "部長 佐藤" } }, "担当医の返事：お受けできない（ご家族だけで、ご本人の同意書がない）", "承認 部長 佐藤。"],
    ["a consultation names the doctor behind the code", { do: "consult", doctor: "d1", report_later: true }, "久慈 隆文 医師が相談を行った", "報告書は後日郵送。"],
    ["a stand-in is named as typed", { do: "consult", doctor: "代診 太郎", report_later: false }, "代診 太郎 医師が相談を行った", ""],
    ["a card that could not be charged is not a payment", { do: "record_payment", card_error: "期限切れ" }, "カードの決済ができなかった", "期限切れ"],
    ["two names stand beside what was posted back", { do: "return_material", how: { how: "posted", service: "letter_pack", tracking: "123456789012", packed_by: "佐々木", checked_by: "大友" } }, "資料を郵送で返した", "レターパック 123456789012。梱包 佐々木、確認 大友。"],
    ["a switch says who wanted it and that the date stands", { do: "switch_mode", to: "online", asked_by: "patient", reason: "遠いため", fee: null, keeps_date: true }, "方式をオンラインに変えた（患者さんから）", "遠いため　日時はそのまま。"],
  ];
  it.each(rows)("%s", (_, action, fact, detail) => {
    const told = tell(action, desk);
    expect([told.fact, told.detail ?? ""]).toEqual([fact, detail]);
  });

  it("works before the desk's lists are known: codes stand in for names", () =>
    expect(tell({ do: "ask_doctor", department: "digestive", doctor: null }, null).fact).toBe("digestiveに審査を頼んだ"));
});

describe("the timeline", () => {
  const entries = [
    { ...done({ do: "note", text: "x" }, 5), mark: mark("2026-11-24T09:12:00") },
    { seq: 4, mark: mark(), event: { event: "taken_back" as const, seq: 3 }, taken_back: false },
    done({ do: "confirm_day_before" }, 3, { taken_back: true }),
    done(receive("R8-0127"), 2),
    done(receive("R8-0127"), 1),
  ];

  it("strikes what was taken back and keeps its line", () => {
    const found = happenings(entries, desk);
    expect(found.map((it) => [it.key, it.when, it.fact, it.voided])).toEqual([
      ["5", "今日 9:12", "覚え書き。", undefined], ["4", "11/18 10:02", "記録3を取り消した。", undefined], ["3", "11/18 10:02", "前日確認をした。", "取り消した"],
      ["2", "11/18 10:02", "郵便が届いた。", undefined], ["1", "11/18 10:02", "受付番号 R8-0127 を出した。", undefined],
    ]);
  });

  it("the first packet that stands issues the number, also when an earlier one was taken back", () => {
    const again = [done(receive("R8-0127"), 2), done(receive("R8-0127"), 1, { taken_back: true })];
    expect(tellAmong(again, receive("R8-0127"), 2, desk).fact).toBe("受付番号 R8-0127 を出した");
  });

  it.each([["all", [5, 4, 3, 2, 1]], ["visit", [4, 3]], ["material", [5, 2, 1]], ["calls", []]] as const)("the history of %s", (kind, seqs) =>
    expect(logRows(entries, desk, kind).map((it) => it.seq)).toEqual(seqs));
});

it("the sample is a case that nothing ended", () => expect(aCase().ending).toBeNull());
