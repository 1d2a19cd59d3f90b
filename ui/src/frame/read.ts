// Asks the desk to read a typed date, in the form the EraDate part shows. Typed dates are read nowhere else.
import type { DateReading } from "$parts/EraDate.svelte";
import { call, troubleOf } from "$wire";
import type { DateTrouble } from "$wire/generated";
import { dateNoteText, dateTroubleText } from "$words/reasons";
import { sentenceFor } from "$words/failure";
import { warekiDay, wareki } from "$words/dates";
import { w } from "$words";

/** The days a trouble offers instead of what was typed. */
function repairsOf(trouble: DateTrouble): { label: string; value: string }[] {
  const offered = "offered" in trouble ? trouble.offered : null;
  return offered === null ? [] : [{ label: w.parts.take_instead(wareki(offered)), value: offered }];
}

/** Reads any date; null for an empty text. */
export async function readDate(typed: string): Promise<DateReading | null> {
  return read(typed, null, false);
}

/** Reads a birth date: says the age too, on `on` (empty: today). */
export async function readBirth(typed: string, on: string | null = null): Promise<DateReading | null> {
  return read(typed, on, true);
}

async function read(typed: string, on: string | null, withAge: boolean): Promise<DateReading | null> {
  if (typed.trim() === "") return null;
  try {
    const found = await call("read_date", { typed, age_on: on });
    return {
      ok: true, iso: found.date, text: warekiDay(found.date), age: withAge ? w.parts.age(found.age) : undefined,
      note: found.note ? dateNoteText(found.note) : undefined,
    };
  } catch (thrown) {
    const trouble = troubleOf(thrown);
    if (trouble.code === "date") return { ok: false, reason: dateTroubleText(trouble.trouble), repairs: repairsOf(trouble.trouble) };
    return { ok: false, reason: sentenceFor(thrown), repairs: [] };
  }
}
