import { describe, expect, it } from "vitest";
import { Check, added, isTime, moved, readMonthDay, readNumber, readSection, readTime, shown, timeText } from "./lib";

describe("what people type", () => {
  it.each([["60", 60], ["６０", 60], ["30,000", 30_000], ["０", 0], [" 5 ", 5]])("%s is the number %i", (typed, expected) => expect(readNumber(typed)).toBe(expected));
  it.each(["", "abc", "1.5", "-3", "3,00", "12345678901"])("%s is no number", (typed) => expect(readNumber(typed)).toBeNaN());

  it.each([
    ["14:00", "14:00:00"], ["1400", "14:00:00"], ["８：３０", "08:30:00"], ["14時", "14:00:00"], ["14時半", "14:30:00"], ["9時05分", "09:05:00"], ["930", "09:30:00"],
  ])("%s is the time %s", (typed, expected) => expect(readTime(typed)).toBe(expected));
  it.each(["25:00", "14:75", "昼", ""])("%s stays as typed: it is no time", (typed) => expect([readTime(typed), isTime(typed)]).toEqual([typed, false]));
  it("a time is shown as people write it", () => expect([timeText("08:30:00"), timeText("昼")]).toEqual(["8:30", "昼"]));

  it.each([["12/29", 12, 29], ["１２月２９日", 12, 29], ["1-3", 1, 3], ["2/29", 2, 29]])("%s is a day of the year", (typed, month, day) => expect(readMonthDay(typed)).toEqual({ month, day }));
  it.each(["2/30", "13/1", "0/1", "4/31", "12", "年末"])("%s is no day of any year", (typed) => expect(readMonthDay(typed)).toBeNull());
});

describe("problems", () => {
  it("an empty field is only blamed after an attempt to save, an unreadable one at once", () => {
    const all = new Check();
    all.needed("name", " ");
    all.number("days", Number.NaN, 1, 9);
    expect([Object.keys(shown(all.found, false)), Object.keys(shown(all.found, true))]).toEqual([["days"], ["name", "days"]]);
  });

  it("the same name in other widths or spaces is the same name", () => {
    const all = new Check();
    all.once(["父 母", "父母", "ＡＢ", "AB", "", ""], (at) => `n${at}`);
    expect(Object.keys(all.found)).toEqual(["n1", "n3"]);
  });

  it.each([["", true, ["d"]], ["", false, []], ["13/45", false, ["d"]], ["2026-11-24", true, []]])("the date %j (needed %j) has the problems %j", (value, needed, expected) => {
    const all = new Check();
    all.date("d", value, needed);
    expect(Object.keys(all.found)).toEqual(expected);
  });
});

it("lines move within their list and never out of it", () => {
  expect([moved(["a", "b", "c"], 0, 1), moved(["a", "b"], 0, -1), moved(["a", "b"], 1, 1)]).toEqual([["b", "a", "c"], ["a", "b"], ["a", "b"]]);
});

it("the new record is the one whose id was not there", () =>
  expect(added([{ id: "a" }], [{ id: "a" }, { id: "b" }])).toEqual({ id: "b" }));

it.each([[["doctors", "endo"], "doctors"], [["nowhere"], "hospital"], [[], "hospital"]])("the address %j is the section %s", (path, expected) => expect(readSection(path)).toBe(expected));
