import { describe, expect, it } from "vitest";
import type { BackupRow, Failure } from "$wire/generated";
import { backupHelps, best, codeOf, newestFirst, storeOf } from "./lib";

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
  ])("%j: a backup helps %s, code %s", (failure, helps, code) => expect([backupHelps(failure), codeOf(failure)]).toEqual([helps, code]));

  it("only the store's troubles have words of their own", () => expect([storeOf({ code: "closed" }), storeOf(store({ store: "empty" }))]).toEqual([null, "empty"]));
});

describe("the backups", () => {
  const rows = [row("2026-11-20T12:00:00"), row("2026-11-24T09:00:00", false), row("2026-11-23T17:00:00")];
  it("stand newest first", () => expect(newestFirst(rows).map((it) => it.at.slice(8, 10))).toEqual(["24", "23", "20"]));
  it("the best is the newest that was verified", () => expect(best(rows)?.at).toBe("2026-11-23T17:00:00"));
  it("none is best when none was verified", () => expect(best([row("2026-11-24T09:00:00", false)])).toBeUndefined());
});
