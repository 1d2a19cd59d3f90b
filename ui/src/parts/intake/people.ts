// How the same-name box tells one person from another, and which of them a packet may join. No window in here.
import type { CaseRow, Kinship } from "$wire/generated";
import { w } from "$words";
import { slash, wareki } from "$words/dates";

/** Full years on a day; for reading only, majority is the desk's to judge. */
export function ageOn(birth: string, day: string): number {
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5, 10) < birth.slice(5, 10) ? years - 1 : years;
}

/** What stands before the name: the receipt number, or that only a call came. */
export function markOf(row: CaseRow): string {
  return row.brief.number ?? w.intake.same_call(row.brief.since === null ? "" : slash(row.brief.since)).trim();
}

/** What tells two people of one name apart. */
export function detailOf(row: CaseRow, today: string): string {
  const { birth, name, kana, stage, institution } = row.brief;
  const born = birth === null ? "" : w.intake.born(wareki(birth), w.intake.age(ageOn(birth, today)));
  return [name || kana, born, institution, w.facts.stage[stage]].filter((it) => it !== "").join("　");
}

/** Those still to be looked at: not dismissed, those a packet may join first. */
export function shownAlike(rows: readonly CaseRow[], dismissed: readonly number[]): CaseRow[] {
  const rank = (row: CaseRow) => (!row.brief.open ? 2 : row.brief.number === null ? 0 : 1);
  return rows.filter((it) => !dismissed.includes(it.id)).sort((a, b) => rank(a) - rank(b));
}

/** The kinship list of the profile as answers; who is not family says so. */
export function kinshipOptions(kinship: readonly Kinship[]): { value: string; label: string }[] {
  return [
    { value: "", label: w.intake.kinship_open },
    ...kinship.map((it) => ({ value: it.name, label: it.allowed ? it.name : w.intake.not_allowed(it.name) })),
  ];
}
