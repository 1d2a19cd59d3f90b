import { describe, expect, it } from "vitest";
import { labelsOf, readShift, startOn, stockOf } from "./lib";

const stocks = [{ name: "12面", columns: 2, rows: 6 }, { name: "24面", columns: 3, rows: 8 }];

describe("the label sheet", () => {
  it("is the chosen one, else the first", () => expect([stockOf({ stocks }, "24面")?.rows, stockOf({ stocks }, "")?.rows, stockOf({ stocks }, "無い")?.rows, stockOf({ stocks: [] }, "")]).toEqual([8, 6, 6, undefined]));
  it("counts its labels along the rows", () => expect([labelsOf(stocks[0]).at(-1), labelsOf(stocks[1]).length, labelsOf(undefined)]).toEqual([12, 24, []]));
  it("begins anew where the label does not exist", () => expect([startOn(stocks[1], 20), startOn(stocks[0], 20), startOn(undefined, 3)]).toEqual([20, 1, 1]));
});

describe("a shift in millimetres", () => {
  it.each([["1.5", 1.5], ["−２．５", -2.5], ["-3", -3], ["0,5", 0.5], ["", Number.NaN], ["21", Number.NaN], ["右へ1", Number.NaN]])("%s is %d", (text, number) => expect(readShift(text)).toBe(number));
});
