// The month grid and the ranked proposals, from the desk's judgement of each day. Pure: it refuses nothing itself.
import type { IconName } from "$look/icons";
import type { DayCell } from "$parts/MonthGrid.svelte";
import type { ClinicRule, Day, Doctor, HoldView, PostPlan, Proposal, Reason, Slot } from "$wire/generated";
import { clock, moment, monthDay, plusDays, slash, weekday } from "$words/dates";
import { closedText, reasonText } from "$words/reasons";
import { w } from "$words";

/** Six weeks, as a wall calendar shows a month with what is before and after it. */
export const WEEKS = 6;
/** A page turns by four weeks, so that two weeks stay in sight. */
const PAGE_DAYS = 28;

export function pageFrom(from: string, by: -1 | 1): string {
  return plusDays(from, by * PAGE_DAYS);
}

/** 11/23 – 1/3. */
export function rangeText(from: string, days: readonly Day[]): string {
  return `${slash(from)} – ${slash(days.at(-1)?.date ?? from)}`;
}

export function circled(n: number): string {
  return String.fromCodePoint(0x245f + n);
}

const WEIGHT: Record<Reason["reason"], number> = {
  closed: 0, past: 1, leave: 2, department_stopped: 3, other_mode: 4, patient_away: 5, too_early: 6, other_half: 7, fully_booked: 8, held_by_other: 9, not_clinic_day: 10,
};
const ICONS: Partial<Record<Reason["reason"], IconName>> = {
  closed: "flag", leave: "stethoscope", department_stopped: "octagon-x", other_mode: "video", patient_away: "users", too_early: "mail", other_half: "clock", fully_booked: "house", held_by_other: "lock",
};

/** The bold word in the cell and what stands under it. */
export function reasonWords(it: Reason, today: string): { bold: string; detail?: string } {
  const say = w.case.dates;
  switch (it.reason) {
    case "closed": return { bold: closedText(it.closed) };
    case "leave": return { bold: say.leave, detail: it.words || undefined };
    case "too_early": return { bold: say.too_early, detail: say.post_takes(it.days) };
    case "held_by_other": return { bold: say.held_by_other, detail: say.until(moment(it.until, today)) };
    case "department_stopped": return { bold: say.stopped, detail: it.message || undefined };
    default: return { bold: w.facts.reason[it.reason] };
  }
}

/** A day with nothing to say: no clinic on that weekday, or a weekend. A feast or closure is named all the same. */
function isOff(reasons: readonly Reason[], clinic: boolean): boolean {
  const feast = reasons.some((it) => it.reason === "closed" && it.closed.kind !== "weekend");
  return !feast && (!clinic || reasons.some((it) => it.reason === "not_clinic_day" || (it.reason === "closed" && it.closed.kind === "weekend")));
}

function dayLabel(date: string, today: string, first: boolean): string {
  const day = first || date.endsWith("-01") ? slash(date) : String(Number(date.slice(8)));
  return date === today ? w.case.dates.today(day) : day;
}

function othersOn(day: Day, today: string): string | undefined {
  const words = day.taken.map((it) => (it.until === null ? w.case.dates.booked_by_other(clock(it.slot.start)) : w.case.dates.held_until(clock(it.slot.start), moment(it.until, today))));
  return words.length === 0 ? undefined : words.join(" ");
}

function postText(plan: PostPlan | null): string | undefined {
  return plan ? w.case.dates.post_by(slash(plan.by)) : undefined;
}

/** One day as a cell. `holds` are this case's, in the order of their circled numbers. */
export function cellOf(day: Day, holds: readonly HoldView[], today: string, more: { first?: boolean; clinic?: boolean } = {}): DayCell {
  const base = { key: day.date, day: dayLabel(day.date, today, more.first ?? false) };
  const say = w.case.dates;
  if (day.held.length > 0) {
    const names = day.held.map((slot) => {
      const at = holds.findIndex((it) => it.hold.slot.start === slot.start);
      return `${at < 0 ? "" : circled(at + 1)} ${clock(slot.start)}`.trim();
    });
    const ends = holds.filter((it) => day.held.some((slot) => slot.start === it.hold.slot.start)).map((it) => it.hold.until).sort()[0];
    return { ...base, kind: "held", reason: names.join(" "), detail: ends ? say.hold_until(moment(ends, today)) : undefined, other: day.free.length > 0 ? say.also_free(day.free.map((it) => clock(it.start)).join(" ")) : othersOn(day, today), post: postText(day.posting) };
  }
  if (day.free.length > 0) {
    return { ...base, kind: "free", reason: say.free(day.free.length), detail: day.free.map((it) => clock(it.start)).join("　"), other: othersOn(day, today), post: postText(day.posting) };
  }
  const [main, ...rest] = [...day.reasons].sort((a, b) => WEIGHT[a.reason] - WEIGHT[b.reason]);
  if (!main || isOff(day.reasons, more.clinic ?? true)) return { ...base, kind: "off" };
  const { bold, detail } = reasonWords(main, today);
  const further = rest.filter((it) => it.reason !== "not_clinic_day" && main.reason !== "closed" && main.reason !== "past").map(reasonText)[0];
  return { ...base, kind: "refused", icon: ICONS[main.reason], reason: bold, detail: detail ?? further };
}

export function cells(days: readonly Day[], holds: readonly HoldView[], today: string, clinic: readonly boolean[]): DayCell[] {
  return days.map((day, at) => cellOf(day, holds, today, { first: at === 0, clinic: clinic[at % 7] }));
}

/** The weekdays on which a doctor has a clinic at all, Monday first. */
export function clinicDays(doctor: Doctor | null): boolean[] {
  return Array.from({ length: 7 }, (_, day) => doctor?.clinics.some((rule) => rule.weekdays.includes(day)) ?? false);
}

/** 毎週 火・木 14:00–16:00　60分　第2相談室. */
export function clinicText(rule: ClinicRule): string {
  const say = w.case.dates;
  const days = rule.weekdays.map((it) => w.parts.weekdays[it] ?? "").join("・");
  return say.clinic(rule.nth.length === 0 ? say.weekly : say.nth(rule.nth.join("・")), days, `${rule.from.slice(0, 5)}–${rule.to.slice(0, 5)}`, rule.slot_minutes, rule.room);
}

export type Offer = { n: number; slot: Slot; held: boolean; live: boolean; date: string; time: string; post: string; merit: string; services: string };

/** The ranked list: digits 1 to 5 hold and release. */
export function offers(proposals: readonly Proposal[], holds: readonly HoldView[], serviceName: (code: string) => string): Offer[] {
  return proposals.slice(0, 5).map((it, at) => {
    const hold = holds.find((one) => one.hold.slot.start === it.slot.start && one.hold.slot.doctor === it.slot.doctor);
    return {
      n: at + 1, slot: it.slot, held: it.held, live: hold?.live ?? true, date: monthDay(it.slot.start), time: clock(it.slot.start),
      post: it.posting ? monthDay(it.posting.by) : "", services: it.posting ? serviceName(it.posting.service) : "", merit: w.facts.merit[it.merit],
    };
  });
}

/** Holds that have run out, with what became of the time. */
export function spent(holds: readonly HoldView[]): HoldView[] {
  return holds.filter((it) => !it.live);
}

export function live(holds: readonly HoldView[]): HoldView[] {
  return holds.filter((it) => it.live);
}

/** When the first live hold ends, in words; null while nothing is held. */
export function endText(holds: readonly HoldView[], today: string): string | null {
  const all = live(holds);
  const first = all.map((it) => it.hold.until).sort()[0];
  return first === undefined ? null : w.case.dates.holds_end(all.length, moment(first, today));
}

/** What a pressed day offers: its held slots to release, then its free ones to hold. One thing is done at once. */
export function choicesOf(day: Day): { slot: Slot; held: boolean }[] {
  return [...day.held.map((slot) => ({ slot, held: true })), ...day.free.map((slot) => ({ slot, held: false }))];
}

/** The heading of the slot chooser: 12月8日（火）. */
export function dayTitle(date: string): string {
  return weekday(date) === "" ? date : monthDay(date);
}
