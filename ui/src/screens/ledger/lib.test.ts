import { expect, it } from "vitest";
import type { CaseRow } from "$wire/generated";
import { narrowed, nextOf, readAsk, whyHere, writeAsk } from "./lib";

const row: CaseRow = {
  id: 1, found_by: null,
  brief: {
    number: "R8-0127", name: "髙橋 美津江", kana: "タカハシ ミツエ", former_name: "佐藤", birth: "1946-07-30", mode: "in_person", department: null, institution: "",
    since: "2026-11-18", stage: "incomplete", open: true, steps: [{ kind: "chase_missing", from: "2026-11-18", due: "2026-11-24", at: null, tries: 0, rule: 65 }],
    here: 4, needed: 6, visit: null, misses: 0, last_call: null, fiscal_year: 2026,
  },
};

it.each<[string, Record<string, string>]>([
  ["何もない", {}],
  ["さがす言葉", { q: "たかはし" }],
  ["すべての条件", { q: "た", open: "ended", year: "2026", stage: "screening", mode: "online", department: "d1", sort: "kana" }],
])("the address keeps what is asked: %s", (_, query) => expect(writeAsk(readAsk(query))).toEqual(query));

it("an address nobody wrote asks for everything", () =>
  expect(readAsk({ open: "x", year: "R8", stage: "nowhere", mode: "post", sort: "up", department: "" })).toEqual({
    query: "", openness: "all", fiscal_year: null, stage: null, mode: null, department: null, sort: "number",
  }));

it("words alone do not narrow, conditions do", () => expect([narrowed(readAsk({ q: "x", sort: "due" })), narrowed(readAsk({ mode: "online" }))]).toEqual([false, true]));

it("the next step stands with its day", () => {
  expect(nextOf(row, "2026-11-24")).toEqual({ what: "資料を催促", due: "今日", isToday: true, late: false });
  expect(nextOf(row, "2026-11-25")?.late).toBe(true);
  expect(nextOf({ ...row, brief: { ...row.brief, steps: [] } }, "2026-11-24")).toBeNull();
});

it("says why a row without the letters is here", () => {
  expect(whyHere(row)).toBe("");
  expect(whyHere({ ...row, found_by: "variant" })).toBe("表記ゆれ");
  expect(whyHere({ ...row, found_by: "former_name" })).toBe("旧姓 佐藤");
});
