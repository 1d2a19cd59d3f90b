import { afterEach, describe, expect, it } from "vitest";
import { addFindSource, find, matching, type Found } from "./find";

const one = (title: string, keys?: string): Found => ({ key: title, icon: "user", title, keys, run() {} });
const undo: (() => void)[] = [];
afterEach(() => undo.splice(0).forEach((it) => it()));

describe("finding", () => {
  it("keeps the order of the sources and survives one that fails", async () => {
    undo.push(
      addFindSource(async () => { await new Promise((done) => setTimeout(done, 5)); return [one("slow")]; }),
      addFindSource(async () => { throw new Error("down"); }),
      addFindSource(async () => [one("quick")]),
    );
    expect((await find("x")).map((it) => it.title)).toEqual(["slow", "quick"]);
  });

  it("asks nothing of a source that was taken away", async () => {
    addFindSource(async () => [one("gone")])();
    expect(await find("x")).toEqual([]);
  });

  it.each([["郵便", ["郵便を登録"]], ["f2", ["郵便を登録"]], ["Ｆ２", ["郵便を登録"]], ["", []], ["  ", []], ["zzz", []]])("「%s」 matches %o", (text, titles) =>
    expect(matching([one("郵便を登録", "F2"), one("受付台帳")], text).map((it) => it.title)).toEqual(titles));
});
