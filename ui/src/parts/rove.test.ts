import { describe, expect, it } from "vitest";
import { inGrid, inList, stepOf, windowOf, type Step } from "./rove";

describe("a list", () => {
  it.each([
    [0, "down", 3, 1], [2, "down", 3, 2], [0, "up", 3, 0], [1, "last", 9, 8], [5, "first", 9, 0],
    [3, "pageDown", 40, 13], [3, "pageUp", 40, 0], [0, "down", 0, -1],
  ] as [number, Step, number, number][])("%i %s of %i leads to %i", (at, step, count, to) => expect(inList(at, step, count)).toBe(to));
});

describe("a grid of seven columns", () => {
  it.each([
    [8, "up", 1], [8, "down", 15], [8, "left", 7], [8, "right", 9], [8, "first", 7], [8, "last", 13],
    [0, "up", 0], [20, "down", 20], [20, "right", 20], [6, "right", 7],
  ] as [number, Step, number][])("%i %s leads to %i", (at, step, to) => expect(inGrid(at, step, 21, 7)).toBe(to));
});

it("leaves keys with Ctrl, Alt or Meta alone", () => {
  const key = (more = {}) => ({ key: "ArrowDown", ctrlKey: false, altKey: false, metaKey: false, ...more });
  expect([stepOf(key()), stepOf(key({ ctrlKey: true })), stepOf(key({ altKey: true })), stepOf({ ...key(), key: "a" })]).toEqual(["down", undefined, undefined, undefined]);
});

describe("the rows to draw", () => {
  it.each([
    ["at the top", 0, 400, 40, 1000, { from: 0, to: 18 }],
    ["in the middle", 4000, 400, 40, 1000, { from: 92, to: 118 }],
    ["at the end", 39600, 400, 40, 1000, { from: 982, to: 1000 }],
    ["fewer than fit", 0, 400, 40, 3, { from: 0, to: 3 }],
    ["none", 0, 400, 40, 0, { from: 0, to: 0 }],
    ["scrolled past a list that shrank", 39600, 400, 40, 5, { from: 0, to: 5 }],
    ["height not known yet", 0, 0, 0, 5, { from: 0, to: 5 }],
  ] as [string, number, number, number, number, { from: number; to: number }][])("%s", (_, top, height, row, count, rows) =>
    expect(windowOf(top, height, row, count)).toEqual(rows));
});
