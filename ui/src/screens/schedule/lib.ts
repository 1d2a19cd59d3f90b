// Which days the schedule shows and what stands on each: worked out without a window and without a clock.
import type { OpenDesk, ScheduleDay, VisitRow } from "$wire/generated";
import { clock, plusDays } from "$words/dates";

export const WEEK = 7;
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The day the address asks for, or today. */
export function readDay(query: Record<string, string>, today: string): string {
  const day = query["day"] ?? "";
  return DAY.test(day) && !Number.isNaN(Date.parse(day)) ? day : today;
}

/** The Monday of the week a day lies in. */
export function mondayOf(iso: string): string {
  const weekday = (new Date(`${iso}T00:00:00Z`).getUTCDay() + 6) % WEEK;
  return plusDays(iso, -weekday);
}

/** A day's visits in the order of the clock; at the same time the booked one first. */
export function inOrder(visits: readonly VisitRow[]): VisitRow[] {
  return [...visits].sort((a, b) => a.slot.start.localeCompare(b.slot.start) || Number(b.booked) - Number(a.booked) || a.id - b.id);
}

export type Counts = { booked: number; held: number };

export function countsOf(days: readonly ScheduleDay[]): Counts {
  const all = days.flatMap((it) => it.visits);
  const booked = all.filter((it) => it.booked).length;
  return { booked, held: all.length - booked };
}

/** The first day after `day` in the list on which somebody comes. */
export function nextBusy(days: readonly ScheduleDay[], day: string): string | null {
  return days.find((it) => it.date > day && it.visits.some((visit) => visit.booked))?.date ?? null;
}

/** 14:00–15:00. */
export function span(visit: VisitRow): string {
  const [hours = 0, minutes = 0] = clock(visit.slot.start).split(":").map(Number);
  const end = hours * 60 + minutes + visit.slot.minutes;
  return `${clock(visit.slot.start)}–${Math.floor(end / 60)}:${String(end % 60).padStart(2, "0")}`;
}

/** Department and doctor of a visit; a department or doctor that is no longer known keeps its code. */
export function whoOf(visit: VisitRow, desk: Pick<OpenDesk, "departments" | "doctors"> | null): { department: string; doctor: string } {
  const doctor = desk?.doctors.find((it) => it.id === visit.slot.doctor);
  const id = doctor?.department ?? visit.brief.department ?? "";
  return { department: desk?.departments.find((it) => it.id === id)?.name ?? id, doctor: doctor?.name ?? visit.slot.doctor };
}
