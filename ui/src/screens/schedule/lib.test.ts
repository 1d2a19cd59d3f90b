import { describe, expect, it } from "vitest";
import type { ScheduleDay, VisitRow } from "$wire/generated";
import { countsOf, inOrder, mondayOf, nextBusy, readDay, span, whoOf } from "./lib";

const visit = (id: number, start: string, booked = true, minutes = 60): VisitRow =>
  ({ id, booked, until: null, slot: { doctor: "kuji", start, minutes, room: "" }, brief: { department: "surgery" } }) as unknown as VisitRow;
const day = (date: string, ...visits: VisitRow[]): ScheduleDay => ({ date, closed: null, visits });

describe("the week", () => {
  it.each([
    ["2026-11-23", "2026-11-23", "a Monday is its own week's first day"],
    ["2026-11-29", "2026-11-23", "a Sunday belongs to the week before it"],
    ["2026-01-01", "2025-12-29", "the turn of the year"],
  ])("%s → %s: %s", (iso, monday) => expect(mondayOf(iso)).toBe(monday));

  it.each([
    [{ day: "2026-12-01" }, "2026-12-01"],
    [{ day: "2026-13-41" }, "2026-11-24"],
    [{ day: "../x" }, "2026-11-24"],
    [{}, "2026-11-24"],
  ])("%j is the day %s", (query, expected) => expect(readDay(query as Record<string, string>, "2026-11-24")).toBe(expected));
});

describe("a day", () => {
  it("goes by the clock, and a booking stands before a hold of the same time", () =>
    expect(inOrder([visit(3, "2026-11-24T15:00:00"), visit(2, "2026-11-24T14:00:00", false), visit(1, "2026-11-24T14:00:00")]).map((it) => it.id)).toEqual([1, 2, 3]));

  it("counts bookings and holds apart", () =>
    expect(countsOf([day("2026-11-24", visit(1, "2026-11-24T14:00:00"), visit(2, "2026-11-24T15:00:00", false)), day("2026-11-25")])).toEqual({ booked: 1, held: 1 }));

  it("names the next day somebody comes; a hold is nobody yet", () => {
    const days = [day("2026-11-24"), day("2026-11-25", visit(1, "2026-11-25T14:00:00", false)), day("2026-11-26", visit(2, "2026-11-26T14:00:00"))];
    expect([nextBusy(days, "2026-11-24"), nextBusy(days, "2026-11-26")]).toEqual(["2026-11-26", null]);
  });

  it.each([["2026-11-24T14:00:00", 60, "14:00–15:00"], ["2026-11-24T09:30:00", 45, "9:30–10:15"]])("%s for %i minutes is %s", (start, minutes, expected) =>
    expect(span(visit(1, start, true, minutes))).toBe(expected));

  it("takes the department of the doctor, and keeps the code of one who is gone", () => {
    const desk = { departments: [{ id: "surgery", name: "外科" }], doctors: [{ id: "kuji", name: "久慈", department: "surgery" }] } as never;
    expect(whoOf(visit(1, "2026-11-24T14:00:00"), desk)).toEqual({ department: "外科", doctor: "久慈" });
    expect(whoOf(visit(1, "2026-11-24T14:00:00"), { departments: [], doctors: [] })).toEqual({ department: "surgery", doctor: "kuji" });
  });
});
