import { describe, expect, it } from "vitest";
import type { Frame, OpenDesk } from "$wire/generated";
import { railOf, type ScreenEntry } from "./entry";
import { bandsFor, countFor, momentOf, staffKeys, todayOf, unsigned, untilMinute } from "./lib";

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

describe("who is working", () => {
  it.each([
    ["somebody", desk({ person: "佐々木" }), false], ["nobody", desk({ person: null }), true], ["nobody, and nothing may be written", desk({ person: null, read_only: true }), false],
    ["no register", broken, false], ["nothing known yet", null, false],
  ] as [string, Frame | null, boolean][])("%s", (_, frame, wanted) => expect(unsigned(frame)).toBe(wanted));
  it("has digits for nine, the others are reached by Tab", () => expect(staffKeys([..."甲乙丙丁戊己庚辛壬癸"]).map((it) => it.key + it.name).join("")).toBe("1甲2乙3丙4丁5戊6己7庚8辛9壬"));
});

it("counts only where there is something to count", () => {
  expect([countFor(desk(), "today"), countFor(desk(), "ledger"), countFor(null, "today"), countFor(broken, "today")]).toEqual([{ open: 24, late: 3 }, undefined, undefined, undefined]);
});

it("knows the desk's day in every state", () => {
  expect([todayOf(desk()), todayOf(broken), todayOf(null)]).toEqual(["2026-11-24", "2026-11-24", ""]);
});

describe("the desk's clock", () => {
  it.each([
    ["as it was told", "2026-11-24T09:31:00", 0, "2026-11-24T09:31:00"],
    ["moved on by what has passed", "2026-11-24T09:31:20.123456789", 95_000, "2026-11-24T09:32:55"],
    ["over midnight into the next day", "2026-11-24T23:59:30", 31_000, "2026-11-25T00:00:01"],
  ])("%s", (_, now, passed, moment) => expect(momentOf(desk({ now }), passed)).toBe(moment));
  it("without a register there is only the day", () => expect([momentOf(broken, 5000), momentOf(null, 5000)]).toEqual(["2026-11-24", ""]));
  it.each([["2026-11-24T09:31:00", 60_000], ["2026-11-24T09:31:59", 1000], ["2026-11-24", 60_000]])("from %s the minute lasts %i ms", (moment, ms) => expect(untilMinute(moment)).toBe(ms));
});

it("orders the rail and leaves out screens without a line", () => {
  const screen = (name: string, rail?: ScreenEntry["rail"]): ScreenEntry => ({ name, title: () => name, load: () => Promise.reject(new Error("not opened")), rail });
  const all = [screen("settings", { icon: "settings", order: 1, place: "end" }), screen("ledger", { icon: "table-2", order: 2 }), screen("case"), screen("today", { icon: "inbox", order: 1 })];
  expect([railOf(all, "top").map((it) => it.name), railOf(all, "end").map((it) => it.name)]).toEqual([["today", "ledger"], ["settings"]]);
});
