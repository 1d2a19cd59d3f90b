import { describe, expect, it } from "vitest";
import type { Institution } from "$wire/generated";
import { blank, inOrder, matching, needsRecheck, sameName, whyNotCheck } from "./lib";

const of = (id: string, name: string, change: Partial<Institution> = {}): Institution => ({ ...blank(), id, name, ...change });
const mark = (by: string) => ({ at: "2026-11-24T09:31:00", by });

it("the same name in other widths and spaces is said, the record itself is not its own twin", () => {
  const all = [of("a", "中央病院"), of("b", "中央 病院"), of("c", "中央病院附属診療所")];
  expect(sameName(of("a", "中央病院"), all).map((it) => it.id)).toEqual(["b"]);
  expect(sameName(of("", ""), all)).toEqual([]);
});

it.each([["中央 022", ["a"]], ["０２２", ["a"]], ["990-0000", ["b"]], ["", ["a", "b"]], ["無い", []]])("「%s」 finds %j", (query, ids) => {
  const all = [of("a", "中央病院", { phone: "022-000-1111" }), of("b", "中央病院", { address: { postal: "990-0000", line1: "南川市", line2: "" } })];
  expect(matching(all, query).map((it) => it.id)).toEqual(ids);
});

it("those waiting for their second person stand first", () =>
  expect(inOrder([of("a", "い", { checked: mark("大友") }), of("b", "ろ"), of("c", "あ", { checked: mark("大友") })]).map((it) => it.id)).toEqual(["b", "c", "a"]));

describe("two people", () => {
  const entered = of("a", "中央病院", { entered: mark("佐々木") });
  it("the one who entered it is not the second", () => expect(whyNotCheck(entered, "佐々木", false)).not.toBeNull());
  it("another may, unless something is unsaved", () => expect([whyNotCheck(entered, "大友", false), whyNotCheck(entered, "大友", true) === null]).toEqual([null, false]));
  it("a new name or address undoes the check; a telephone does not", () => {
    const done = { ...entered, checked: mark("大友") };
    expect([needsRecheck(done, { ...done, name: "別" }), needsRecheck(done, { ...done, phone: "022" }), needsRecheck(entered, { ...entered, name: "別" })]).toEqual([true, false, false]);
  });
});
