// Cases in the search box: what tells one from its neighbour, and the way to it.
import { call } from "$wire";
import type { CaseRow } from "$wire/generated";
import { w } from "$words";
import { warekiShort } from "$words/dates";
import type { Found } from "./find";
import { go } from "./router.svelte";

const SHOWN = 8;

/** One case as the search box shows it: name as written, number, then kana, birth date and stage. */
export function foundCase(row: CaseRow): Found {
  const { brief } = row;
  const birth = brief.birth === null ? "" : warekiShort(brief.birth);
  const by = row.found_by === null ? "" : w.facts.found_by[row.found_by];
  return {
    key: `case-${row.id}`,
    icon: "user",
    title: brief.name === "" ? brief.kana : brief.name,
    number: brief.number ?? "",
    detail: [brief.kana, birth, w.facts.stage[brief.stage], by].filter((it) => it !== "").join("　"),
    run: () => go("case", [row.id]),
  };
}

export async function findCases(text: string): Promise<Found[]> {
  return (await call("find", { query: text })).slice(0, SHOWN).map(foundCase);
}
