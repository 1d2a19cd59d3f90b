// The register as a list: what is asked for (it stands in the address), and how a case reads in one row. No window in here.
import type { IconName } from "$look/icons";
import type { ChipKind } from "$parts/Chip.svelte";
import type { CaseRow, LedgerQuery, Mode, Openness, SortKey, Stage } from "$wire/generated";
import { w } from "$words";
import { due } from "$words/dates";

export const PAGE = 200;
export type Ask = Omit<LedgerQuery, "page">;

const OPENNESS: readonly Openness[] = ["all", "open", "ended"];
const SORTS: readonly SortKey[] = ["number", "kana", "due", "since"];
const MODES: readonly Mode[] = ["in_person", "online"];
const known = <V extends string>(all: readonly V[], word: string | undefined): V | null => all.find((it) => it === word) ?? null;

/** Reads what is asked for out of the address; what is unknown is not a condition. */
export function readAsk(query: Record<string, string>): Ask {
  const year = /^\d{4}$/.test(query["year"] ?? "") ? Number(query["year"]) : null;
  return {
    query: query["q"] ?? "",
    openness: known(OPENNESS, query["open"]) ?? "all",
    fiscal_year: year,
    stage: known(Object.keys(w.facts.stage) as Stage[], query["stage"]),
    mode: known(MODES, query["mode"]),
    department: query["department"] || null,
    sort: known(SORTS, query["sort"]) ?? "number",
  };
}

/** Writes it into the address; what is usual is left out. */
export function writeAsk(ask: Ask): Record<string, string> {
  return Object.fromEntries(
    [
      ["q", ask.query], ["open", ask.openness === "all" ? "" : ask.openness], ["year", String(ask.fiscal_year ?? "")], ["stage", ask.stage ?? ""],
      ["mode", ask.mode ?? ""], ["department", ask.department ?? ""], ["sort", ask.sort === "number" ? "" : ask.sort],
    ].filter(([, value]) => value !== ""),
  );
}

/** Whether anything besides the words narrows the list. */
export function narrowed(ask: Ask): boolean {
  return ask.openness !== "all" || ask.fiscal_year !== null || ask.stage !== null || ask.mode !== null || ask.department !== null;
}

type Look = { kind: ChipKind; icon?: IconName };
const wait: Look = { kind: "wait" };
const act = (icon: IconName): Look => ({ kind: "act", icon });
const good: Look = { kind: "good" };
const ended: Look = { kind: "none", icon: "ban" };

/** Form, icon and colour of a stage; the word comes from the catalogue. */
export const stageLooks: Record<Stage, Look> = {
  inquiry: act("phone-incoming"), awaiting_packet: wait, received: act("mail-open"), checking: act("list-checks"), incomplete: { kind: "stop" },
  screening: act("stethoscope"), scheduling: act("calendar-days"), offering: act("phone"), unreachable: { kind: "stop", icon: "phone-missed" }, booked: act("send"),
  paper_posted: wait, clinics_confirmed: good, ready: good, consulted: good, report_awaited: wait, report_received: act("file-text"), returning: act("package-check"),
  done: { kind: "none", icon: "check" }, ended_declined: ended, ended_general_outpatient: ended, ended_cancelled: { kind: "none", icon: "x" }, ended_lapsed: ended,
  ended_deceased: ended, ended_no_show: ended, ended_epilepsy_online: ended, ended_misdelivered: ended, ended_duplicate: ended,
};

/** The next step of a row and its deadline, or nothing. */
export function nextOf(row: CaseRow, today: string): { what: string; due: string; isToday: boolean; late: boolean } | null {
  const step = row.brief.steps[0];
  if (!step) return null;
  return { what: w.facts.step[step.kind], due: due(step.due, today), isToday: step.due === today, late: step.due < today };
}

/** Why a row without the letters is here. */
export function whyHere(row: CaseRow): string {
  if (row.found_by === null) return "";
  return row.found_by === "former_name" ? w.ledger.former(row.brief.former_name) : w.facts.found_by[row.found_by];
}
