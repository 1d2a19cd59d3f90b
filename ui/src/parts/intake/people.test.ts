import { expect, it } from "vitest";
import type { CaseRow } from "$wire/generated";
import { ageOn, detailOf, kinshipOptions, markOf, shownAlike } from "./people";

function row(id: number, more: Partial<CaseRow["brief"]> = {}): CaseRow {
  return {
    id, found_by: null,
    brief: {
      number: "R7-0211", name: "斎藤 芳之助", kana: "サイトウ ヨシノスケ", former_name: "", birth: "1950-06-01", mode: "in_person", department: null, institution: "",
      since: "2026-11-18", stage: "done", open: false, steps: [], here: 0, needed: 0, visit: null, misses: 0, last_call: null, fiscal_year: 2025, ...more,
    },
  };
}
const call = (id: number) => row(id, { number: null, open: true, stage: "awaiting_packet", birth: null });

it("tells people apart by number, birth date and what became of them", () => {
  expect([markOf(row(1)), detailOf(row(1), "2026-11-24")]).toEqual(["R7-0211", "斎藤 芳之助　昭和25年6月1日（76歳）　完了"]);
  expect([markOf(call(2)), detailOf(call(2), "2026-11-24")]).toEqual(["電話 11/18", "斎藤 芳之助　資料待ち"]);
});

it("calls come first, then open cases, then the ended; the dismissed are gone", () =>
  expect(shownAlike([row(1), row(2, { open: true }), call(3), call(4)], [4]).map((it) => it.id)).toEqual([3, 2, 1]));

it("kin the hospital does not admit are said to be none", () =>
  expect(kinshipOptions([{ name: "長女", allowed: true, guardian: false }, { name: "知人", allowed: false, guardian: false }]).map((it) => it.label)).toEqual(["続柄を選ぶ", "長女", "知人（ご家族にあたりません）"]));

it.each([["1946-07-30", "2026-07-29", 79], ["1946-07-30", "2026-07-30", 80], ["2008-02-29", "2026-02-28", 17], ["2008-02-29", "2026-03-01", 18]])(
  "born %s, on %s: %i", (birth, day, age) => expect(ageOn(birth, day)).toBe(age));
