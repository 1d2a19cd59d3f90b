// What an entry of the journal says, from its stored text. An entry nobody knows any more is still listed.
import type { Event, JournalRow, SettingsView } from "$wire/generated";
import { w } from "$words";
import { shortDay } from "$words/dates";

export const PAGE = 100;

type Stored = { event?: unknown; [key: string]: unknown };

function stored(text: string): Stored {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? (found as Stored) : {};
  } catch {
    return {};
  }
}

/** What was done, in a few words. */
export function whatOf(row: JournalRow): string {
  const it = stored(row.event);
  if (it.event === "set") return setOf(String(it["kind"] ?? ""), String(it["key"] ?? ""), it["record"]);
  if (it.event === "created") return w.journal.noted.created;
  if (it.event === "noted") return known(w.journal.noted, String(it["what"] ?? ""));
  const event = it as unknown as Event;
  if (event.event === "taken_back") return w.journal.taken_back(event.seq);
  if (event.event === "done") return doneOf(event);
  return w.journal.unknown;
}

/** The action, with the one detail that tells it from others of its kind. */
function doneOf(event: Extract<Event, { event: "done" }>): string {
  const it = event.action;
  const name = (w.facts.action as Record<string, string>)[it.do] ?? w.journal.unknown;
  switch (it.do) {
    case "issue_paper": case "post_paper": case "void_paper": case "mail_came_back": return w.journal.about(name, w.facts.paper[it.kind]);
    case "check_item": return w.journal.about(name, w.facts.item[it.item.kind]);
    case "bring_on_day": return w.journal.about(name, w.facts.item[it.item]);
    case "log_call": return w.journal.about(name, w.facts.outcome[it.call.outcome]);
    case "switch_mode": return w.journal.about(name, w.facts.mode[it.to]);
    case "end": return w.journal.about(name, w.facts.end_kind[it.kind]);
    case "record_verdict": return w.journal.about(name, w.facts.verdict[it.verdict.outcome]);
    default: return name;
  }
}

function setOf(kind: string, key: string, record: unknown): string {
  const say = w.journal.set;
  if (kind === "profile") return say.profile(shortDay(key));
  if (kind === "institution" && stored(String(record ?? ""))["checked"]) return say.institution_checked;
  return kind === "department" || kind === "doctor" || kind === "institution" || kind === "staff" || kind === "choice" ? say[kind] : say.other;
}

function known<T extends { other: string }>(words: T, key: string): string {
  const found: unknown = Object.hasOwn(words, key) ? words[key as keyof T] : undefined;
  return typeof found === "string" ? found : words.other;
}

/** What it was done to: the case, the department, the backup's file. */
export function toWhat(row: JournalRow, settings: Pick<SettingsView, "departments" | "doctors" | "institutions"> | null): string {
  if (row.of !== "") return row.of;
  const it = stored(row.event);
  if (it.event === "noted") return String(it["detail"] ?? "");
  if (it.event !== "set") return "";
  const key = String(it["key"] ?? "");
  const lists = { department: settings?.departments, doctor: settings?.doctors, institution: settings?.institutions } as Record<string, readonly { id: string; name: string }[] | undefined>;
  const now = lists[String(it["kind"] ?? "")]?.find((one) => one.id === key)?.name;
  const then = stored(String(it["record"] ?? ""))["name"];
  return typeof then === "string" && then !== "" ? then : (now ?? "");
}

/** The case an entry belongs to, if it belongs to one. */
export function caseOf(row: JournalRow): number | null {
  const id = Number(row.key);
  return row.subject === "case" && Number.isInteger(id) && id > 0 ? id : null;
}

/** The case the address asks for. */
export function readCase(query: Record<string, string>): number | null {
  const id = Number(query["case"] ?? "");
  return Number.isInteger(id) && id > 0 ? id : null;
}
