import { afterEach, expect, it } from "vitest";
import type { Reason, Refusal } from "$wire/generated";
import { speak } from "./index.svelte";
import { closedText, dateTroubleText, missingText, reasonText, refusalText } from "./reasons";

afterEach(() => speak("ja"));

const refusals: [string, Refusal, string][] = [
  ["R65 資料不足", { rule: 65, why: { code: "lacking", missing: [
    { item: null, defects: [], due: "with_packet", rule: 65, supplier: "referrer" },
    { item: "consent", defects: ["N03", "N04"], due: "with_packet", rule: 57, supplier: "patient" }] } },
    "足りないもの：検査資料（どれか1つ以上）（未着）、同意書（自署）（自署でない、日付なし） R65"],
  ["仮押さえ切れ", { rule: null, why: { code: "hold_expired", until: "2026-11-24T17:15:00" } }, "仮押さえは11/24 17:15に切れました。"],
  ["外字", { rule: null, why: { code: "text", field: "name", trouble: { kind: "private_use", codepoint: 57344, at: 2 } } }, "お名前：2字目は外字です。ほかのパソコンでは読めません。"],
  ["知らない欄は名のまま", { rule: null, why: { code: "text", field: "zzz", trouble: { kind: "too_long", max: 40, got: 41 } } }, "zzz：長すぎます（41字。40字まで）。"],
  ["てんかん", { rule: 81, why: { code: "online_elsewhere", message: "別のページへ。" } }, "この診療科のオンラインは別の窓口です。別のページへ。 R81"],
  ["無効の紙", { rule: null, why: { code: "void_sheet", paper: "slip", version: 1 } }, "これは無効です。予約票の第1版は使えません。封筒から出して、いまの版を入れてください。"],
  ["別の申込の紙", { rule: null, why: { code: "other_case", number: "R8-0102" } }, "別の申込（R8-0102）の紙です。まだ出していないので、漏れてはいません。封筒から出して、正しい紙を読み取ってください。"],
  ["まだ読んでいない", { rule: null, why: { code: "not_scanned", paper: "mailing_label" } }, "宛名ラベル（主治医）をまだ読み取っていません。"],
];
it.each(refusals)("%s", (_, refusal, text) => expect(refusalText(refusal)).toBe(text));

const reasons: [Reason, string][] = [
  [{ reason: "closed", closed: { kind: "holiday", code: "labor_thanksgiving", name: "x", official: true } }, "勤労感謝の日"],
  [{ reason: "closed", closed: { kind: "holiday", code: "vernal_equinox", name: "x", official: false } }, "春分の日（未確定）"],
  [{ reason: "closed", closed: { kind: "closure", reason: "年末年始" } }, "年末年始"],
  [{ reason: "too_early", first: "2026-12-01", days: 5 }, "早すぎる（郵送に5営業日、12/1から）"],
  [{ reason: "held_by_other", by: "大友", until: "2026-11-26T17:15:00" }, "ほかの方が仮押さえ 11/26 17:15まで"],
];
it.each(reasons)("%j", (reason, text) => expect(reasonText(reason)).toBe(text));

it("says nothing is missing with no words, and speaks English when asked", () => {
  expect(missingText([])).toBe("");
  expect(dateTroubleText({ kind: "era_ended", era: "showa", last: "1989-01-07", offered: "1989-01-08" })).toBe("昭和は昭和64年1月7日までです。");
  speak("en");
  expect(closedText({ kind: "weekend" })).toBe("Weekend");
});
