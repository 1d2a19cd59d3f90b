import { describe, expect, it } from "vitest";
import type { Day, HoldView, Proposal, Reason, Slot } from "$wire/generated";
import { aDoctor, mark } from "../sample";
import { cellOf, cells, choicesOf, clinicDays, clinicText, endText, offers, pageFrom, rangeText, spent } from "./lib";

const today = "2026-11-24";
const slot = (start: string): Slot => ({ doctor: "d1", start, minutes: 60, room: "第2相談室" });
const day = (date: string, more: Partial<Day> = {}): Day => ({ date, free: [], held: [], taken: [], reasons: [], posting: null, ...more });
const hold = (start: string, more: Partial<HoldView> = {}): HoldView => ({ hold: { slot: slot(start), until: "2026-11-25T17:15:00", mark: mark() }, live: true, lost: false, posting: null, ...more });
const taken = (start: string, until: string | null) => ({ slot: slot(start), case: 9, until, by: "大友" });

describe("a day of the grid", () => {
  const rows: [string, Day, object][] = [
    ["free: how many, when, and by when to post", day("2026-12-15", { free: [slot("2026-12-15T14:00:00"), slot("2026-12-15T15:00:00")], posting: { service: "ordinary", by: "2026-12-08" } }), { kind: "free", reason: "空き 2枠", detail: "14:00　15:00", post: "発送 12/8まで" }],
    ["free beside somebody else's hold", day("2026-12-15", { free: [slot("2026-12-15T15:00:00")], taken: [taken("2026-12-15T14:00:00", "2026-11-26T17:15:00")] }), { kind: "free", other: "14:00 ほかの方 11/26 17:15まで" }],
    ["free beside a booking", day("2026-12-15", { free: [slot("2026-12-15T15:00:00")], taken: [taken("2026-12-15T14:00:00", null)] }), { other: "14:00 ほかの方の予約" }],
    ["held: its number and its end", day("2026-12-10", { held: [slot("2026-12-10T15:00:00")] }), { kind: "held", reason: "② 15:00", detail: "仮押さえ 11/25 17:15まで" }],
    ["held, with more free", day("2026-12-10", { held: [slot("2026-12-10T15:00:00")], free: [slot("2026-12-10T14:00:00")] }), { other: "ほかに空き 14:00" }],
    ["a feast", day("2026-11-23", { reasons: [{ reason: "closed", closed: { kind: "holiday", code: "labor_thanksgiving", name: "勤労感謝の日", official: true } }, { reason: "past" }] }), { kind: "refused", icon: "flag", reason: "勤労感謝の日" }],
    ["a closure in the hospital's words", day("2026-12-29", { reasons: [{ reason: "closed", closed: { kind: "closure", reason: "年末年始" } }] }), { kind: "refused", reason: "年末年始" }],
    ["too early for the post", day("2026-11-26", { reasons: [{ reason: "too_early", first: "2026-12-01", days: 5 }] }), { kind: "refused", icon: "mail", reason: "早すぎる", detail: "郵送に5営業日" }],
    ["the doctor is away, and why", day("2026-12-17", { reasons: [{ reason: "leave", words: "学会" }] }), { icon: "stethoscope", reason: "担当医 休み", detail: "学会" }],
    ["held by somebody else", day("2026-12-15", { reasons: [{ reason: "held_by_other", by: "大友", until: "2026-11-24T17:15:00" }] }), { icon: "lock", reason: "ほかの方が仮押さえ", detail: "今日 17:15まで" }],
    ["two reasons: the graver one in bold, the other beneath", day("2026-12-15", { reasons: [{ reason: "fully_booked" }, { reason: "patient_away" }] }), { reason: "患者さんが来られない日", detail: "満室" }],
    ["a weekend says nothing", day("2026-12-12", { reasons: [{ reason: "closed", closed: { kind: "weekend" } }] }), { kind: "off" }],
    ["no clinic says nothing", day("2026-12-16", { reasons: [{ reason: "not_clinic_day" }, { reason: "patient_away" }] }), { kind: "off" }],
  ];
  it.each(rows)("%s", (_, it, cell) => expect(cellOf(it, [hold("2026-12-08T14:00:00"), hold("2026-12-10T15:00:00")], today)).toMatchObject(cell));

  it("on a weekday without a clinic only a feast or closure is worth a word", () => {
    const leave: Reason = { reason: "leave", words: "学会" };
    expect([cellOf(day("2026-12-23", { reasons: [leave] }), [], today, { clinic: false }).kind, cellOf(day("2026-12-29", { reasons: [{ reason: "closed", closed: { kind: "closure", reason: "年末年始" } }] }), [], today, { clinic: false }).kind]).toEqual(["off", "refused"]);
  });
  it("the first cell and the first of a month name the month, today says so", () =>
    expect(cells([day("2026-11-23"), day("2026-11-24"), day("2026-12-01"), day("2026-12-02")], [], today, []).map((it) => it.day)).toEqual(["11/23", "24 今日", "12/1", "2"]));
});

describe("the month", () => {
  it("turns by four weeks and says from when to when", () => expect([pageFrom("2026-11-23", 1), pageFrom("2026-11-23", -1), rangeText("2026-11-23", [day("2026-11-23"), day("2027-01-03")])]).toEqual(["2026-12-21", "2026-10-26", "11/23 – 1/3"]));
  it("knows the weekdays with a clinic", () => expect([clinicDays(aDoctor()), clinicDays(null).some(Boolean)]).toEqual([[false, true, false, true, false, false, false], false]));
  it("says a clinic as people say it", () => {
    const rule = aDoctor().clinics[0]!;
    expect([clinicText(rule), clinicText({ ...rule, nth: [2, 4], weekdays: [2] })]).toEqual(["毎週 火・木 14:00–16:00　60分　第2相談室", "第2・4 水 14:00–16:00　60分　第2相談室"]);
  });
});

describe("the proposals", () => {
  const proposal = (start: string, held = false): Proposal => ({ slot: slot(start), held, posting: { service: "letter_pack", by: "2026-12-01" }, merit: "earliest" });
  it("have digits 1 to 5 and no more", () => {
    const list = offers(Array.from({ length: 7 }, (_, at) => proposal(`2026-12-0${at + 1}T14:00:00`)), [], () => "レターパック");
    expect([list.map((it) => it.n), list[0]]).toMatchObject([[1, 2, 3, 4, 5], { date: "12月1日（火）", time: "14:00", post: "12月1日（火）", services: "レターパック", merit: "いちばん早い", live: true }]);
  });
  it("a held one that ran out is not live", () => expect(offers([proposal("2026-12-08T14:00:00", true)], [hold("2026-12-08T14:00:00", { live: false })], (it) => it)[0]?.live).toBe(false));
});

describe("holds", () => {
  it("say when the first of them ends", () => expect([endText([], today), endText([hold("2026-12-08T14:00:00"), hold("2026-12-10T15:00:00")], "2026-11-25"), endText([hold("2026-12-08T14:00:00", { live: false })], today)]).toEqual([null, "仮押さえ2枠は、今日 17:15 に切れます。", null]));
  it("those that ran out are named apart", () => expect(spent([hold("a"), hold("b", { live: false })]).map((it) => it.hold.slot.start)).toEqual(["b"]));
  it("a day offers its held times to release first, then its free ones", () =>
    expect(choicesOf(day("2026-12-10", { held: [slot("2026-12-10T15:00:00")], free: [slot("2026-12-10T14:00:00")] })).map((it) => [it.slot.start.slice(11, 16), it.held])).toEqual([["15:00", true], ["14:00", false]]));
});
