// The sections of the settings, and what a form of the settings may hold before it is sent. No window, no clock.
import { w } from "$words";

export const SECTIONS = ["hospital", "wording", "departments", "doctors", "institutions", "staff", "printing", "look", "backups"] as const;
export type Section = (typeof SECTIONS)[number];

/** The section an address names; anything else is the first. */
export function readSection(path: readonly string[]): Section {
  return SECTIONS.find((it) => it === path[0]) ?? SECTIONS[0];
}

/** What stands against saving, by the id of the field. `quiet` ones are only said after an attempt to save. */
export type Problems = Record<string, { text: string; quiet?: boolean }>;

/** Problems to show now. */
export function shown(problems: Problems, tried: boolean): Problems {
  return tried ? problems : Object.fromEntries(Object.entries(problems).filter(([, it]) => !it.quiet));
}

const plain = (text: string) => text.normalize("NFKC").trim();

/** A whole number as people type it (full-width digits, a thousands comma); NaN when it is none. */
export function readNumber(text: string): number {
  const digits = plain(text).replace(/(?<=\d),(?=\d{3})/g, "");
  return /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
}

/** A time of day as people type it (14:00, 1400, 14時30分, 9時半) in the wire's form 14:00:00; the text itself when it is none. */
export function readTime(text: string): string {
  const found = /^(\d{1,2})(?::|時)?(\d{2})?(半)?分?$/.exec(plain(text).replace(/\s/g, ""));
  const [hours, minutes] = [Number(found?.[1]), found?.[3] ? 30 : Number(found?.[2] ?? 0)];
  if (!found || hours > 23 || minutes > 59) return text;
  return `${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}:00`;
}

export function isTime(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d:00$/.test(value);
}

/** 14:00 out of 14:00:00, 8:30 out of 08:30:00; what is no time stays as it was typed. */
export function timeText(value: string): string {
  return isTime(value) ? `${Number(value.slice(0, 2))}:${value.slice(3, 5)}` : value;
}

/** A day of the year as people type it (12/29, 12月29日, 1-3); null when there is no such day. 29 February counts. */
export function readMonthDay(text: string): { month: number; day: number } | null {
  const found = /^(\d{1,2})(?:\/|-|\.|月)(\d{1,2})日?$/.exec(plain(text));
  if (!found) return null;
  const [month, day] = [Number(found[1]), Number(found[2])];
  const last = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
  return day >= 1 && day <= last ? { month, day } : null;
}

export function isDate(value: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(value);
}

/** Collects problems of one form; the first words of a field win. */
export class Check {
  readonly found: Problems = {};

  say(id: string, text: string, quiet = false): void {
    this.found[id] ??= { text, quiet };
  }
  needed(id: string, text: string): void {
    if (text.trim() === "") this.say(id, w.settings.wrong.needed, true);
  }
  number(id: string, value: number, min: number, max: number): void {
    if (!Number.isInteger(value) || value < min || value > max) this.say(id, w.settings.wrong.number(min, max));
  }
  time(id: string, value: string): void {
    if (value.trim() === "") this.say(id, w.settings.wrong.needed, true);
    else if (!isTime(value)) this.say(id, w.settings.wrong.time);
  }
  date(id: string, value: string | null, needed = true): void {
    if (value === null || value === "") {
      if (needed) this.say(id, w.settings.wrong.needed, true);
    } else if (!isDate(value)) this.say(id, w.settings.wrong.date);
  }
  order(id: string, from: string, to: string): void {
    if (from > to) this.say(id, w.settings.wrong.order);
  }
  /** No name twice; `ids` and `names` go in pairs. */
  once(names: readonly string[], id: (at: number) => string): void {
    const seen = new Set<string>();
    for (const [at, name] of names.entries()) {
      const key = name.normalize("NFKC").replace(/\s/g, "");
      if (key !== "" && seen.has(key)) this.say(id(at), w.settings.wrong.twice);
      seen.add(key);
    }
  }
}

/** Two records that say the same, whatever the order they were made in. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Moves one line of a list; out of range leaves it as it is. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = at + by;
  const next = [...list];
  if (to < 0 || to >= next.length) return next;
  next.splice(to, 0, ...next.splice(at, 1));
  return next;
}

/** In the address in place of an id: a record that is not there yet. */
export const NEW = "new";

/** The record that has been added to a list. */
export function added<T extends { id: string }>(before: readonly T[], after: readonly T[]): T | undefined {
  const known = new Set(before.map((it) => it.id));
  return after.find((it) => !known.has(it.id));
}
