import { describe, expect, it } from "vitest";
import type { BackupRow, Failure } from "$wire/generated";
import { speak } from "$words/tongue.svelte";
import { backupHelps, best, codeOf, newestFirst, saidOf, storeOf } from "./lib";

const row = (at: string, verified = true): BackupRow => ({ name: at, at, cases: 1, verified });
const store = (trouble: object): Failure => ({ code: "store", trouble }) as Failure;

describe("a register that does not open", () => {
  it.each([
    [store({ store: "corrupt" }), true, "store-corrupt"],
    [store({ store: "missing" }), true, "store-missing"],
    [store({ store: "locked" }), false, "store-locked"],
    [store({ store: "newer", found: 3, known: 2 }), false, "store-newer"],
    [store({ store: "disk_full" }), false, "store-disk_full"],
    [{ code: "internal", report: "register:sql-11" } as Failure, false, "internal-register:sql-11"],
    [{ code: "closed" } as Failure, false, "closed"],
  ])("%j: a backup helps %s, code %s", (failure, helps, code) => expect([backupHelps(failure, [row("2026-11-24T09:00:00")]), codeOf(failure)]).toEqual([helps, code]));

  it("only the store's troubles have words of their own", () => expect([storeOf({ code: "closed" }), storeOf(store({ store: "empty" }))]).toEqual([null, "empty"]));
});

describe("what is said", () => {
  const lost = ["missing", "empty", "foreign", "corrupt", "backup_bad"];
  const all = (failure: Failure, rows: BackupRow[]) => {
    const { head, what, safe, todo, note } = saidOf(failure, rows);
    return [head, what, ...safe, todo, note.title, note.text].join(" ");
  };
  const none = [[], [row("2026-11-24T09:00:00", false)]];
  it.each(lost)("%s without a usable backup: none is offered, none is called safe", (it) => {
    for (const rows of none) {
      expect(backupHelps(store({ store: it }), rows)).toBe(false);
      speak("ja");
      expect(all(store({ store: it }), rows)).not.toMatch(/下の控え|開き直せ|検証済み|別の控えを選/);
      speak("en");
      expect(all(store({ store: it }), rows)).not.toMatch(/below|from a backup|verified|another backup/i);
      speak("ja");
    }
  });
  it.each(lost.filter((it) => it !== "backup_bad"))("%s with one: it stands first among what is safe, and what to do names it", (it) => {
    const said = saidOf(store({ store: it }), [row("2026-11-24T09:00:00")]);
    expect([said.safe[0], said.todo]).toEqual([expect.stringContaining("9:00 の控え"), expect.stringContaining("控え")]);
  });
  it("where the file is whole, backups are not spoken of as a way out", () => expect(all(store({ store: "locked" }), [])).not.toContain("控え"));
});

describe("the backups", () => {
  const rows = [row("2026-11-20T12:00:00"), row("2026-11-24T09:00:00", false), row("2026-11-23T17:00:00")];
  it("stand newest first", () => expect(newestFirst(rows).map((it) => it.at.slice(8, 10))).toEqual(["24", "23", "20"]));
  it("the best is the newest that was verified", () => expect(best(rows)?.at).toBe("2026-11-23T17:00:00"));
  it("none is best when none was verified", () => expect(best([row("2026-11-24T09:00:00", false)])).toBeUndefined());
});
