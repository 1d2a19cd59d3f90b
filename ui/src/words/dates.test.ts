import { afterEach, describe, expect, it } from "vitest";
import { clock, due, fiscalYear, moment, monthDay, plusDays, shortDay, slash, wareki, warekiDay, warekiShort, weekday } from "./dates";
import { speak } from "./index.svelte";

afterEach(() => speak("ja"));

describe("the Japanese calendar", () => {
  it.each([
    ["2026-11-24", "令和8年11月24日（火）", "R8.11.24"],
    ["1941-02-08", "昭和16年2月8日（土）", "S16.2.8"],
    ["2019-04-30", "平成31年4月30日（火）", "H31.4.30"],
    ["2019-05-01", "令和元年5月1日（水）", "R1.5.1"],
    ["1989-01-07", "昭和64年1月7日（土）", "S64.1.7"],
    ["1989-01-08", "平成元年1月8日（日）", "H1.1.8"],
    ["1926-12-24", "大正15年12月24日（金）", "T15.12.24"],
    ["1912-07-30", "大正元年7月30日（火）", "T1.7.30"],
    ["1900-02-28", "明治33年2月28日（水）", "M33.2.28"],
    ["1860-01-01", "1860年1月1日（日）", "1860.1.1"],
    ["2024-02-29T10:00:00", "令和6年2月29日（木）", "R6.2.29"],
  ])("%s is %s", (iso, full, short) => expect([warekiDay(iso), warekiShort(iso)]).toEqual([full, short]));

  it.each([["2026-04-01", "令和8年度"], ["2027-03-31", "令和8年度"], ["2019-04-01", "令和元年度"], ["2019-06-01", "令和元年度"], ["2019-03-31", "平成30年度"]])(
    "%s belongs to %s", (iso, year) => expect(fiscalYear(iso)).toBe(year));
});

it("says short days and times", () => {
  expect([monthDay("2026-12-08"), slash("2026-12-08"), weekday("2026-12-08"), clock("2026-11-24T09:31:00"), clock("2026-11-24")]).toEqual(["12月8日（火）", "12/8", "火", "9:31", ""]);
  expect([moment("2026-11-24T09:12:00", "2026-11-24"), moment("2026-11-20T15:40:00", "2026-11-24")]).toEqual(["今日 9:12", "11/20 15:40"]);
  expect([due("2026-11-24", "2026-11-24"), due("2026-11-27", "2026-11-24")]).toEqual(["今日", "11/27"]);
});

it("speaks English", () => {
  speak("en");
  expect([wareki("2026-11-24"), warekiDay("2026-11-24"), monthDay("2026-12-08"), fiscalYear("2026-11-24"), moment("2026-11-24T09:12:00", "2026-11-24")]).toEqual(["24 Nov 2026", "Tue 24 Nov 2026", "Tue 8 Dec", "FY2026", "today 9:12"]);
});

it("gives text that is no date back as it is", () => {
  expect([wareki(""), warekiDay("今日"), slash("x"), warekiShort("?")]).toEqual(["", "今日", "x", "?"]);
});

it.each([["2026-12-31", 1, "2027-01-01"], ["2024-02-28", 1, "2024-02-29"], ["2026-03-01", -1, "2026-02-28"]])("%s plus %i is %s", (iso, days, to) => expect(plusDays(iso, days)).toBe(to));

it("a short day has its era's letter only in Japanese", () => {
  const japanese = shortDay("2026-11-24");
  speak("en");
  expect([japanese, shortDay("2026-11-24")]).toEqual(["R8.11.24", "24 Nov 2026"]);
});
