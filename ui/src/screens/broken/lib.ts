// What can be done about a register that does not open. No window.
import type { BackupRow, Failure, StoreTrouble } from "$wire/generated";

/** A backup helps where the file itself is lost or damaged; elsewhere the file is whole and must not be replaced. */
const MENDED_BY_BACKUP: readonly StoreTrouble["store"][] = ["missing", "empty", "foreign", "corrupt", "backup_bad"];

/** Which trouble of the store it is; null for anything else. */
export function storeOf(failure: Failure): StoreTrouble["store"] | null {
  return failure.code === "store" ? failure.trouble.store : null;
}

export function backupHelps(failure: Failure): boolean {
  const store = storeOf(failure);
  return store !== null && MENDED_BY_BACKUP.includes(store);
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
