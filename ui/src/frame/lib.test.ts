import { describe, expect, it } from "vitest";
import type { Frame, OpenDesk } from "$wire/generated";
import { railOf, type ScreenEntry } from "./entry";
import { bandsFor, clockText, countFor, todayOf } from "./lib";

const desk = (more: Partial<OpenDesk> = {}): Frame => ({
  state: "open",
  desk: { practice: false, read_only: false, damaged: false, clock_back: null, today: "2026-11-24", work: 24, overdue: 3, visits_today: 2, ...more } as OpenDesk,
});
const broken: Frame = { state: "broken", failure: { code: "store", trouble: { store: "corrupt" } }, backups: [], practice: false, today: "2026-11-24" };

describe("bands", () => {
  it.each([
    ["a register in use", desk(), true, []],
    ["nothing known yet", null, true, []],
    ["practice", desk({ practice: true }), true, ["practice"]],
    ["practice before its first run", { state: "first_run", practice: true, today: "2026-11-24" }, true, ["practice"]],
    ["read-only practice", desk({ practice: true, read_only: true }), true, ["read_only", "practice"]],
    ["damage and a clock set back", desk({ damaged: true, clock_back: "2026-11-25T09:00:00" }), true, ["damaged", "clock_back"]],
    ["broken and silent", broken, false, ["unreachable", "broken"]],
  ] as [string, Frame | null, boolean, string[]][])("%s", (_, frame, reachable, bands) => expect(bandsFor(frame, reachable)).toEqual(bands));
});

it("counts only where there is something to count", () => {
  expect([countFor(desk(), "today"), countFor(desk(), "ledger"), countFor(null, "today"), countFor(broken, "today")]).toEqual([{ open: 24, late: 3 }, undefined, undefined, undefined]);
});

it("knows the desk's day in every state", () => {
  expect([todayOf(desk()), todayOf(broken), todayOf(null)]).toEqual(["2026-11-24", "2026-11-24", ""]);
});

it.each([["2026-11-24T00:31:00Z", "9:31"], ["2026-11-23T15:05:00Z", "0:05"], ["2026-11-24T14:59:00Z", "23:59"]])("%s is %s in Japan", (utc, text) =>
  expect(clockText(new Date(utc))).toBe(text));

it("orders the rail and leaves out screens without a line", () => {
  const screen = (name: string, rail?: ScreenEntry["rail"]): ScreenEntry => ({ name, title: () => name, load: () => Promise.reject(new Error("not opened")), rail });
  const all = [screen("settings", { icon: "settings", order: 1, place: "end" }), screen("ledger", { icon: "table-2", order: 2 }), screen("case"), screen("today", { icon: "inbox", order: 1 })];
  expect([railOf(all, "top").map((it) => it.name), railOf(all, "end").map((it) => it.name)]).toEqual([["today", "ledger"], ["settings"]]);
});
