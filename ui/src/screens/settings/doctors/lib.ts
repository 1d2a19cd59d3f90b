// A doctor's clinics in the words people use, and what stands against saving them.
import type { ClinicException, ClinicRule, Doctor, Mode } from "$wire/generated";
import { w } from "$words";
import { shortDay } from "$words/dates";
import { Check, isDate, isTime, timeText, type Problems } from "../lib";

export const MODES: readonly Mode[] = ["in_person", "online"];
const day = (value: string) => (isDate(value) ? shortDay(value) : value);

export function newDoctor(department: string): Doctor {
  return { id: "", name: "", department, clinics: [], exceptions: [], retired: false };
}

export function newClinic(minutes: number): ClinicRule {
  return { weekdays: [], nth: [], from: "14:00:00", to: "16:00:00", slot_minutes: minutes, room: "", modes: [...MODES], valid_from: null, valid_to: null };
}

export function newLeave(today: string): ClinicException {
  return { kind: "leave", from: today, to: today, reason: "" };
}

export function newExtra(today: string, minutes: number): ClinicException {
  return { kind: "extra", date: today, from: "14:00:00", to: "16:00:00", slot_minutes: minutes, room: "" };
}

const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));

/** How many visits fit between two times; 0 while one of them cannot be read. */
export function slotsIn(from: string, to: string, minutes: number): number {
  if (!isTime(from) || !isTime(to) || !(minutes > 0)) return 0;
  return Math.max(0, Math.floor((minutesOf(to) - minutesOf(from)) / minutes));
}

/** 毎週火・木 14:00–16:00 60分（1日2枠） 対面だけ R8.4.1から. */
export function clinicWords(rule: ClinicRule): string {
  const say = w.settings.doctors.in_words;
  if (rule.weekdays.length === 0) return say.unfinished;
  const days = say.weekdays([...rule.weekdays].sort().map((it) => w.parts.weekdays[it] ?? ""));
  const slots = slotsIn(rule.from, rule.to, rule.slot_minutes);
  return [
    rule.nth.length === 0 ? say.every(days) : say.nth([...rule.nth].sort(), days),
    say.time(timeText(rule.from), timeText(rule.to)),
    Number.isInteger(rule.slot_minutes) ? say.minutes(rule.slot_minutes) + (slots > 0 ? say.slots(slots) : "") : "",
    rule.modes.length === 1 && rule.modes[0] ? say.only(w.facts.mode[rule.modes[0]]) : "",
    rule.room,
    rule.valid_from === null ? "" : say.since(day(rule.valid_from)),
    rule.valid_to === null ? "" : say.until(day(rule.valid_to)),
  ].filter((it) => it !== "").join(" ");
}

/** 休み 12/1〜12/5 学会; この日だけ 12/8 14:00–16:00 60分. */
export function exceptionWords(it: ClinicException): string {
  const say = w.settings.doctors.in_words;
  if (it.kind === "leave") return `${say.leave(day(it.from), day(it.to))} ${it.reason}`.trim();
  return `${say.extra(day(it.date))} ${say.time(timeText(it.from), timeText(it.to))} ${Number.isInteger(it.slot_minutes) ? say.minutes(it.slot_minutes) : ""} ${it.room}`.trim();
}

/** The clinics of a doctor in a few words, for the list. */
export function shortClinics(doctor: Doctor): string {
  const say = w.settings.doctors.in_words;
  if (doctor.clinics.length === 0) return w.settings.doctors.no_clinic;
  return doctor.clinics.map((rule) => {
    const days = say.weekdays([...rule.weekdays].sort().map((it) => w.parts.weekdays[it] ?? ""));
    return `${rule.nth.length === 0 ? say.every(days) : say.nth([...rule.nth].sort(), days)} ${timeText(rule.from)}`;
  }).join(" / ");
}

export function check(doctor: Doctor): Problems {
  const all = new Check();
  all.needed("doctor-name", doctor.name);
  all.needed("doctor-department", doctor.department);
  doctor.clinics.forEach((rule, at) => {
    if (rule.weekdays.length === 0) all.say(`clinic-${at}-weekdays`, w.settings.wrong.weekdays, true);
    if (rule.modes.length === 0) all.say(`clinic-${at}-modes`, w.settings.wrong.modes);
    checkTimes(all, `clinic-${at}`, rule.from, rule.to, rule.slot_minutes);
    all.date(`clinic-${at}-valid-from`, rule.valid_from, false);
    all.date(`clinic-${at}-valid-to`, rule.valid_to, false);
    if (rule.valid_from && rule.valid_to) all.order(`clinic-${at}-valid-to`, rule.valid_from, rule.valid_to);
  });
  doctor.exceptions.forEach((it, at) => {
    if (it.kind === "leave") {
      all.date(`exception-${at}-from`, it.from);
      all.date(`exception-${at}-to`, it.to);
      all.order(`exception-${at}-to`, it.from, it.to);
    } else {
      all.date(`exception-${at}-date`, it.date);
      checkTimes(all, `exception-${at}`, it.from, it.to, it.slot_minutes);
    }
  });
  return all.found;
}

function checkTimes(all: Check, id: string, from: string, to: string, minutes: number): void {
  all.time(`${id}-start`, from);
  all.time(`${id}-end`, to);
  all.number(`${id}-minutes`, minutes, 5, 480);
  if (!isTime(from) || !isTime(to)) return;
  if (from >= to) all.say(`${id}-end`, w.settings.wrong.order);
  else if (slotsIn(from, to, minutes) === 0) all.say(`${id}-minutes`, w.settings.wrong.slot);
}

/** Which clinic or exception a field belongs to, so that it can be opened: `clinic-2`, `exception-0`. */
export function lineOfField(id: string): string | null {
  return /^(clinic|exception)-\d+/.exec(id)?.[0] ?? null;
}

/** The code goes in and out of a list of ticked numbers; the list stays in order. */
export function toggled(list: readonly number[], value: number, on: boolean): number[] {
  return [...new Set(on ? [...list, value] : list.filter((it) => it !== value))].sort((a, b) => a - b);
}

