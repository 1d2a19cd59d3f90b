// Turns what the desk states with details (refusals, reasons against a day, unreadable dates, what is missing) into sentences.
import type { ClosedReason, DateNote, DateTrouble, Missing, PaperTrouble, Reason, Refusal, StoreTrouble, TextTrouble, Why } from "$wire/generated";
import { w } from "$words";
import { clock, monthDay, slash, wareki } from "./dates";

const until = (iso: string) => `${slash(iso)} ${clock(iso)}`;

/** 勤労感謝の日, 年末年始, 土日. */
export function closedText(it: ClosedReason): string {
  if (it.kind === "weekend") return w.facts.weekend;
  if (it.kind === "closure") return it.reason;
  const name = w.facts.holiday[it.code];
  return it.official ? name : w.facts.unofficial(name);
}

/** The item's own name; 検査資料 where no item is named. */
export function itemText(item: Missing["item"]): string {
  return item === null ? w.facts.test_material : w.facts.item[item];
}

/** What is wrong with it: 未着, or its defects. */
export function lackText(it: Missing): string {
  return it.defects.length === 0 ? w.facts.not_arrived : w.facts.join(it.defects.map((code) => w.facts.defect[code]));
}

/** 同意書（自署）（未着）、申込書（署名なし、日付なし）. */
export function missingText(list: readonly Missing[]): string {
  return w.facts.join(list.map((it) => w.facts.missing(itemText(it.item), lackText(it))));
}

/** Why a day or time cannot be offered. */
export function reasonText(it: Reason): string {
  const say = w.facts.reason;
  switch (it.reason) {
    case "closed": return say.closed(closedText(it.closed));
    case "leave": return say.leave(it.words);
    case "too_early": return say.too_early(slash(it.first), it.days);
    case "held_by_other": return say.held_by_other(until(it.until));
    case "department_stopped": return say.department_stopped(it.message);
    default: return say[it.reason];
  }
}

export function textTroubleText(it: TextTrouble): string {
  if (it.kind === "too_long") return w.facts.text_trouble.too_long(it.max, it.got);
  return w.facts.text_trouble[it.kind](it.kind === "empty" ? 0 : it.at);
}

/** Why something may not be done, without the rule it rests on. */
export function whyText(it: Why): string {
  const say = w.facts.why;
  switch (it.code) {
    case "department_stopped": return say.department_stopped(it.message);
    case "online_elsewhere": return say.online_elsewhere(it.message);
    case "lacking": return say.lacking(missingText(it.missing));
    case "slot_refused": return say.slot_refused(w.facts.join(it.reasons.map(reasonText)));
    case "too_many_holds": return say.too_many_holds(it.max);
    case "hold_expired": return say.hold_expired(until(it.until));
    case "no_such_paper":
    case "not_approved":
    case "not_of_this_envelope":
    case "other_reader":
    case "scanned_twice":
    case "not_scanned": return say[it.code](w.facts.paper[it.paper]);
    case "void_sheet": return say.void_sheet(w.facts.paper[it.paper], it.version);
    case "other_case": return say.other_case(it.number);
    case "tracking_digits": return say.tracking_digits(it.digits);
    case "not_yet": return say.not_yet(monthDay(it.day));
    case "clock_back": return say.clock_back(until(it.last));
    case "text": return say.text(w.facts.field[it.field] ?? it.field, textTroubleText(it.trouble));
    default: return say[it.code];
  }
}

/** Why something may not be done, with the rule of the notice where there is one: 「…（R65）」. */
export function refusalText(it: Refusal): string {
  const text = whyText(it.why);
  return it.rule === null ? text : `${text} ${w.facts.rule(it.rule)}`;
}

/** Why a typed date cannot be taken. */
export function dateTroubleText(it: DateTrouble): string {
  const say = w.facts.date_trouble;
  switch (it.kind) {
    case "era_missing": return say.era_missing(it.year);
    case "no_such_day": return say.no_such_day(it.year, it.month, it.day);
    case "era_ended": return say.era_ended(w.facts.era[it.era], wareki(it.last));
    case "before_era": return say.before_era(w.facts.era[it.era], wareki(it.first));
    case "out_of_range": return say.out_of_range(wareki(it.first), wareki(it.last));
    default: return say[it.kind];
  }
}

/** A date that could be read but deserves a second look. */
export function dateNoteText(it: DateNote): string {
  return it.kind === "era_overflow" ? w.facts.era_overflow(w.facts.era[it.era], it.year) : w.facts.weekday_differs(it.typed, it.actual);
}

export function storeTroubleText(it: StoreTrouble): string {
  const say = w.facts.store;
  switch (it.store) {
    case "newer": return say.newer(it.found, it.known);
    case "io": return say.io(it.kind);
    case "backup_bad": return say.backup_bad(it.why);
    default: return say[it.store];
  }
}

/** The part of a paper in words; a name nobody knows stands for itself. */
export function blockText(name: string): string {
  return name in w.blocks ? w.blocks[name as keyof typeof w.blocks] : name;
}

export function paperTroubleText(it: PaperTrouble): string {
  switch (it.paper) {
    case "missing_glyph": return w.facts.missing_glyph(blockText(it.block), it.text, it.character, it.codepoint);
    case "does_not_fit": return w.facts.does_not_fit(blockText(it.block), it.text);
    case "bad_data": return w.facts.bad_data(blockText(it.block), it.reason);
  }
}
