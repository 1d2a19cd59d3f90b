// What can be done about a register that does not open. No window.
import type { BackupRow, Failure, StoreTrouble } from "$wire/generated";
import { clock, warekiDay } from "$words/dates";
import { troubleText } from "$words/failure";
import { w } from "$words";

/** A backup helps where the file itself is lost or damaged; elsewhere the file is whole and must not be replaced. */
type Mended = keyof typeof w.broken.bare_head;
const MENDED_BY_BACKUP: readonly Mended[] = ["missing", "empty", "foreign", "corrupt", "backup_bad"];

/** Which trouble of the store it is; null for anything else. */
export function storeOf(failure: Failure): StoreTrouble["store"] | null {
  return failure.code === "store" ? failure.trouble.store : null;
}

function mendedOf(failure: Failure): Mended | undefined {
  const store = storeOf(failure);
  return MENDED_BY_BACKUP.find((it) => it === store);
}

/** Whether a backup is offered: it would help, and there is one that can be used. */
export function backupHelps(failure: Failure, rows: readonly BackupRow[]): boolean {
  return mendedOf(failure) !== undefined && best(rows) !== undefined;
}

/** Newest first, whatever order they came in. */
export function newestFirst(rows: readonly BackupRow[]): BackupRow[] {
  return [...rows].sort((a, b) => b.at.localeCompare(a.at));
}

/** The newest one that was verified. */
export function best(rows: readonly BackupRow[]): BackupRow | undefined {
  return newestFirst(rows).find((it) => it.verified);
}

/** A short code for the telephone, made of the failure's own codes: store-corrupt. Nothing of a patient is in it. */
export function codeOf(failure: Failure): string {
  if (failure.code === "store") return `store-${failure.trouble.store}`;
  return failure.code === "internal" ? `internal-${failure.report}` : failure.code;
}

export function whenOf(row: BackupRow): string {
  return `${warekiDay(row.at)} ${clock(row.at)}`;
}

export type Said = { head: string; what: string; /** The verified backup first. */ safe: string[]; todo: string; note: { title: string; text: string } };

/** What the screen says. Without a usable backup it never speaks of one to choose. */
export function saidOf(failure: Failure, rows: readonly BackupRow[]): Said {
  const say = w.broken;
  const store = storeOf(failure);
  const mended = mendedOf(failure);
  const good = best(rows);
  const bare = mended !== undefined && good === undefined;
  const safe = [...(good ? [say.safe_backup(whenOf(good), good.cases)] : []), ...(store === "missing" ? [] : [say.safe_file])];
  return {
    head: store === null ? say.head_other : bare ? say.bare_head[mended] : say.head[store],
    what: store === null ? troubleText(failure) : say.what[store],
    safe: safe.length > 0 ? safe : [say.safe_moved],
    todo: store === null ? say.todo_other : bare ? say.bare_todo[mended] : say.todo[store],
    note: mended !== undefined && !bare ? { title: say.aside, text: say.paper } : { title: say.paper, text: "" },
  };
}
