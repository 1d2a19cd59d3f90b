// The profile as a form: its groups, what has changed in it, and what stands against saving it.
import type { Closure, ClosureSpan, Deadlines, Due, Edition, Fee, Mode, Need, PaperKind, PostService, Profile, Sealing } from "$wire/generated";
import { w } from "$words";
import { Check, same, type Problems } from "../lib";

export const GROUPS = ["names", "hours", "fees", "family", "deadlines", "visit", "post", "topics"] as const;
export type Group = (typeof GROUPS)[number];
export type Part = Group | "wording";

export const PAPERS = ["slip", "guide", "cover", "label", "missing", "more", "contact_request", "referrer", "return", "screening", "reminder", "stub", "lists", "apply", "consent", "calibration", "call", "decline", "item", "other"] as const;
export type Paper = (typeof PAPERS)[number];

const KEYS: Record<Part, readonly (keyof Profile)[]> = {
  names: ["hospital", "centre", "desk", "address", "phone", "phone_note"],
  hours: ["hours", "closures"],
  fees: ["fees"],
  family: ["kinship", "minors", "relation_proofs"],
  deadlines: ["deadlines"],
  visit: ["visit", "clinics"],
  post: ["services", "sealing", "approvals", "places"],
  topics: ["topics"],
  wording: ["wording"],
};
export const SEALINGS: readonly Sealing[] = ["by_eye", "scan", "scan_by_two"];

/** Papers that say something to somebody outside: those a hospital may want read twice. Labels and slips of the desk are not. */
export const APPROVABLE: readonly PaperKind[] = [
  "slip", "clinics_guide", "cover_letter", "missing_notice", "referrer_request", "more_request", "decline", "general_outpatient", "contact_request", "return_slip",
];

export const PARTS = Object.keys(KEYS) as Part[];

/** An unfinished edition. `over` is the edition it started from, so that a draft is never laid over another one. */
export type ProfileForm = { over: string; from: string | null; reason: string; profile: Profile };

/** The edition in force on a day; before the first, the first. */
export function inForce(editions: readonly Edition[], day: string): Edition | undefined {
  return [...editions].reverse().find((it) => it.from <= day) ?? editions[0];
}

/** A new edition begins today; one that has not begun yet is corrected in place. */
export function startForm(edition: Edition, today: string): ProfileForm {
  return { over: edition.from, from: edition.from > today ? edition.from : today, reason: "", profile: structuredClone(edition.profile) };
}

/** The groups in which the form differs from the edition it started from. */
export function changedParts(before: Profile, after: Profile): Part[] {
  return PARTS.filter((part) => KEYS[part].some((key) => !same(before[key], after[key])));
}

export const NEEDS: readonly Need[] = ["required", "welcome", "not_required", "doctor_decides"];
export const DUES: readonly Due[] = ["with_packet", "on_the_day"];

/** Tax fractions of a yen are dropped, as the desk drops them. */
export function feeOf(net: number, rate: number): Fee {
  return { net, rate_percent: rate, gross: net + Math.floor((net * rate) / 100) };
}

export type DeadlineKey = keyof Deadlines;
export const DEADLINES: readonly { key: DeadlineKey; unit: "calendar" | "desk" | "slots" | "calls"; min: number; max: number }[] = [
  { key: "packet_calendar_days", unit: "calendar", min: 1, max: 365 },
  { key: "missing_calendar_days", unit: "calendar", min: 1, max: 365 },
  { key: "screening_days", unit: "desk", min: 1, max: 90 },
  { key: "scheduling_days", unit: "desk", min: 0, max: 90 },
  { key: "hold_days", unit: "desk", min: 0, max: 30 },
  { key: "max_holds", unit: "slots", min: 1, max: 20 },
  { key: "misses_before_letter", unit: "calls", min: 1, max: 20 },
  { key: "post_days", unit: "desk", min: 0, max: 30 },
  { key: "clinics_days_before", unit: "desk", min: 0, max: 30 },
  { key: "report_calendar_days", unit: "calendar", min: 1, max: 365 },
  { key: "return_calendar_days", unit: "calendar", min: 1, max: 365 },
];

const pad = (n: number) => String(n).padStart(2, "0");

/** The same days of the year, said the other way. A yearly span that runs over the new year ends in the next year. */
export function respan(span: ClosureSpan, kind: ClosureSpan["kind"], today: string): ClosureSpan {
  if (span.kind === kind) return span;
  if (span.kind === "once") {
    const day = (iso: string) => ({ month: Number(iso.slice(5, 7)) || 1, day: Number(iso.slice(8, 10)) || 1 });
    return { kind: "yearly", from: day(span.from), to: day(span.to) };
  }
  const year = Number(today.slice(0, 4));
  const over = span.to.month < span.from.month ? 1 : 0;
  const iso = (it: { month: number; day: number }, of: number) => `${of}-${pad(it.month)}-${pad(it.day)}`;
  return { kind: "once", from: iso(span.from, year), to: iso(span.to, year + over) };
}

export function newClosure(today: string): Closure {
  return { span: { kind: "once", from: today, to: today }, reason: "" };
}

/** A code that no service of the profile has yet; cases keep the code, people see the name. */
export function newService(services: readonly PostService[]): PostService {
  let n = services.length + 1;
  while (services.some((it) => it.code === `service${n}`)) n += 1;
  return { code: `service${n}`, name: "", lead_days: 5, tracking_digits: 0, weekend_delivery: false };
}

/** Words that stand on one paper under another head. */
const ELSEWHERE: Readonly<Record<string, Paper | undefined>> = {
  general_outpatient: "decline", supplier: "missing", send: "missing", defect: "missing", decline_letter: "decline", outpatient: "decline", form: "return", verdict: "screening", ground: "screening", who: "screening", mode: "screening", spine: "stub", daylist: "lists", postlist: "lists",
};

/** The paper a sentence belongs to. */
export function paperOf(key: string): Paper {
  const head = key.split(".")[0] ?? "";
  return ELSEWHERE[head] ?? PAPERS.find((it) => it === head) ?? "other";
}

/** The sentences of a paper in the order in which they are read; those without a word of their own stand last. */
export function sentencesOf(paper: Paper, wording: Readonly<Record<string, string | undefined>>): string[] {
  const known = Object.keys(w.settings.hospital.sentence);
  const place = (key: string) => (known.includes(key) ? known.indexOf(key) : known.length);
  return Object.keys(wording).filter((key) => paperOf(key) === paper).sort((a, b) => place(a) - place(b) || a.localeCompare(b));
}

/** The blanks a sentence fills when printed, without braces, each once. */
export function blanksOf(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map((it) => it[1] ?? ""))];
}

/** Which blanks a changed sentence has lost, and which it has that nobody fills. */
export function blankTrouble(before: string, after: string): { gone: string[]; unknown: string[] } {
  const [had, has] = [blanksOf(before), blanksOf(after)];
  return { gone: had.filter((it) => !has.includes(it)), unknown: has.filter((it) => !had.includes(it)) };
}

/** Ids are written with hyphens, whatever the code of the field. */
const kebab = (code: string) => code.replace(/[._]/g, "-");
export const sentenceId = (key: string) => `wording-${kebab(key)}`;
export const deadlineId = (key: DeadlineKey) => `deadline-${kebab(key)}`;
export const feeId = (mode: Mode) => `fee-${kebab(mode)}`;

/** What stands against saving the profile. `before` is the edition it started from. */
export function check(form: ProfileForm, before: Profile): Problems {
  const it = form.profile;
  const all = new Check();
  all.date("profile-from", form.from);
  for (const [id, text] of [["profile-hospital", it.hospital], ["profile-centre", it.centre], ["profile-phone", it.phone]] as const) all.needed(id, text);
  checkHours(it, all);
  for (const mode of ["in_person", "online"] as const) {
    all.number(`${feeId(mode)}-net`, it.fees[mode].net, 0, 99_999_999);
    all.number(`${feeId(mode)}-rate`, it.fees[mode].rate_percent, 0, 100);
  }
  it.kinship.forEach((kin, at) => all.needed(`kin-${at}-name`, kin.name));
  all.once(it.kinship.map((kin) => kin.name), (at) => `kin-${at}-name`);
  it.relation_proofs.forEach((proof, at) => {
    all.needed(`proof-${at}-name`, proof.name);
    all.date(`proof-${at}-until`, proof.valid_until, false);
  });
  for (const { key, min, max } of DEADLINES) all.number(deadlineId(key), it.deadlines[key], min, max);
  all.number("visit-arrive", it.visit.arrive_minutes_before, 0, 240);
  all.number("visit-slot", it.visit.slot_minutes, 5, 480);
  all.number("clinics-start", it.clinics.start_minutes_before, 0, 240);
  it.services.forEach((service, at) => {
    all.needed(`service-${at}-name`, service.name);
    all.number(`service-${at}-days`, service.lead_days, 0, 60);
    all.number(`service-${at}-digits`, service.tracking_digits, 0, 40);
  });
  all.once(it.services.map((service) => service.name), (at) => `service-${at}-name`);
  if (it.services.length === 0) all.say("services-add", w.settings.wrong.none);
  it.places.forEach((place, at) => all.needed(`place-${at}-name`, place));
  it.topics.forEach((topic, at) => all.needed(`topic-${at}`, topic));
  for (const [key, sentence] of Object.entries(it.wording)) {
    const { unknown } = blankTrouble(before.wording[key] ?? "", sentence ?? "");
    if (unknown.length > 0) all.say(sentenceId(key), w.settings.wrong.blank_unknown(unknown.map((name) => `{${name}}`).join(" ")));
  }
  return all.found;
}

function checkHours(it: Profile, all: Check): void {
  all.time("hours-open", it.hours.open);
  all.time("hours-close", it.hours.close);
  if (it.hours.open >= it.hours.close) all.say("hours-close", w.settings.wrong.order);
  if (!it.hours.weekdays.includes(true)) all.say("hours-weekdays", w.settings.wrong.weekdays);
  it.closures.forEach(({ span, reason }, at) => {
    all.needed(`closure-${at}-reason`, reason);
    if (span.kind === "once") {
      all.date(`closure-${at}-from`, span.from);
      all.date(`closure-${at}-to`, span.to);
      all.order(`closure-${at}-to`, span.from, span.to);
    } else {
      for (const end of ["from", "to"] as const) if (span[end].month === 0) all.say(`closure-${at}-${end}`, w.settings.wrong.month_day);
    }
  });
}

/** The group a field stands in, so that a problem can be gone to. */
export function partOfField(id: string): Part {
  const heads: [string, Part][] = [
    ["profile-from", "names"], ["profile-", "names"], ["hours-", "hours"], ["closure-", "hours"], ["fee-", "fees"], ["kin-", "family"], ["proof-", "family"],
    ["deadline-", "deadlines"], ["visit-", "visit"], ["clinics-", "visit"], ["service", "post"], ["place-", "post"], ["topic-", "topics"], ["wording-", "wording"],
  ];
  return heads.find(([head]) => id.startsWith(head))?.[1] ?? "names";
}
