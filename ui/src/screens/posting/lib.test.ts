import { describe, expect, it } from "vitest";
import type { EnvelopeRow, Institution, PostingView, PostService } from "$wire/generated";
import { afterGone, againstSending, apart, groupsOf, inOrder, keyOf, lookOf, printable, printAll, progressOf, sending, stateOf, unchecked } from "./lib";

const house: Institution = { id: "i1", name: "杜の丘中央病院", address: { postal: "985-0000", line1: "塩浜市港町1-1", line2: "" }, phone: "022-000-0001", fax: "", code: "", entered: null, checked: { at: "2026-11-01T09:00:00", by: "大友" } };
const row = (more: Partial<EnvelopeRow> = {}): EnvelopeRow => ({
  id: 1, revision: 3, letter: "slip", sheets: [{ kind: "slip", version: 1, sealed: false }], to: ["髙橋 美津江 様"], address: ["〒985-0000", "塩浜市港町三丁目1番1号"],
  institution: null, namesakes: [], due: "2026-11-24", posting: null, came_back: false, state: "to_seal", refusal: null,
  brief: { number: "R8-0127", name: "髙橋 美津江" } as EnvelopeRow["brief"], ...more,
});
const services: PostService[] = [
  { code: "ordinary", name: "普通郵便", lead_days: 5, tracking_digits: 0, weekend_delivery: false },
  { code: "letter_pack", name: "レターパック", lead_days: 3, tracking_digits: 12, weekend_delivery: true },
];
const form = { service: "ordinary", tracking: "", packed_by: "", checked_by: "" };
const today = "2026-11-24";

describe("the list", () => {
  const rows = [row({ id: 1, due: "2026-11-25" }), row({ id: 2, due: today }), row({ id: 3, due: "2026-11-20" })];
  it("late, today, later; empty groups are left out", () => {
    expect(groupsOf(rows, today).map((it) => [it.key, it.rows.map((one) => one.id)])).toEqual([["late", [3]], ["today", [2]], ["later", [1]]]);
    expect(groupsOf(rows.slice(0, 1), today).map((it) => it.key)).toEqual(["later"]);
    expect(inOrder(rows, today).map((it) => it.id)).toEqual([3, 2, 1]);
  });
  it("compared by eye, a printed envelope can be posted", () => expect([stateOf(row(), "by_eye"), stateOf(row(), "scan"), stateOf(row({ state: "to_print" }), "by_eye")]).toEqual(["to_post", "to_seal", "to_print"]));
  it("counts how far the envelopes are", () => {
    const view: PostingView = { envelopes: [row({ state: "to_print" }), row(), row({ state: "to_post" })], posted_today: [], sealing: "scan" };
    expect(progressOf(view)).toEqual({ print: 2, seal: 1, all: 3 });
  });
  it.each<[string, Partial<EnvelopeRow>, string]>([
    ["an unchecked institution stops before all else", { institution: { ...house, checked: null }, came_back: true }, "照合がまだ"],
    ["what cannot be printed says so", { state: "to_print", refusal: { rule: 73, why: { code: "paper_needs_address" } } }, "印刷できない"],
    ["what came back says so", { came_back: true }, "戻ってきた"],
    ["else what is to be done", {}, "封緘を確かめる"],
  ])("%s", (_, more, text) => expect(lookOf(row(more), "scan").text).toBe(text));
  it("a checked institution stops nothing", () => expect([unchecked(row({ institution: house })), unchecked(row())]).toEqual([false, false]));
  it("address, telephone and code tell namesakes apart", () => expect(apart(house)).toBe("〒985-0000　塩浜市港町1-1　022-000-0001　コードなし"));
  it("goes on to the one after a row that left", () => {
    expect(afterGone(["a", "b", "c"], ["a", "c"], "b")).toBe("c");
    expect(afterGone(["a", "b"], ["a"], "b")).toBe("a");
    expect(afterGone([], ["a"], null)).toBe("a");
    expect(afterGone(["a"], [], "a")).toBeNull();
  });
  it("two envelopes of one case are two rows", () => expect(keyOf(row())).not.toBe(keyOf(row({ letter: "return_slip" }))));
});

describe("printing many", () => {
  const rows = [row({ id: 1 }), row({ id: 2, to: ["守屋 美和 様"] }), row({ id: 3 })];
  const trouble = () => ({ code: "printer", detail: "紙なし" }) as const;
  it("only what waits and may be printed", () => expect(printable([row(), row({ state: "to_print" }), row({ state: "to_print", refusal: { rule: null, why: { code: "deceased" } } })]).length).toBe(1));
  it("goes in order; one refusal is told and does not stop the others", async () => {
    const [order, told]: [number[], number[]] = [[], []];
    const result = await printAll(rows, async (it) => {
      order.push(it.id);
      if (it.id === 2) throw new Error("x");
      return [`job-${it.id}`];
    }, trouble, (at) => told.push(at), () => false);
    expect([order, told]).toEqual([[1, 2, 3], [1, 2, 3]]);
    expect(result).toEqual({ done: 2, jobs: ["job-1", "job-3"], failed: [{ name: "守屋 美和 様", why: trouble() }] });
  });
  it("stops between two envelopes, never inside one", async () => {
    let cancelled = false;
    const result = await printAll(rows, async (it) => {
      cancelled = it.id === 1;
      return [];
    }, trouble, () => {}, () => cancelled);
    expect(result.done).toBe(1);
  });
});

describe("sending", () => {
  it.each<[string, Partial<EnvelopeRow>, Partial<typeof form>, string | null]>([
    ["not before printing", { state: "to_print" }, {}, "印刷すると、投函できます"],
    ["not before the check", { state: "to_seal" }, {}, "封緘を確かめると、投函できます"],
    ["not to an unchecked institution", { institution: { ...house, checked: null } }, {}, "新しい医療機関です。もう一人が便せんと照らし合わせると送れます。"],
    ["not with too few digits", {}, { service: "letter_pack", tracking: "123" }, "追跡番号は12桁です。"],
    ["in any width", {}, { service: "letter_pack", tracking: "１２３４-５６７８-９０１２" }, null],
    ["material needs two names", { letter: "return_slip" }, { packed_by: "佐々木" }, "梱包した方と確かめた方を選んでください"],
    ["and two people", { letter: "return_slip" }, { packed_by: "佐々木", checked_by: "佐々木" }, "梱包と確認は別の方が行います"],
    ["then it may go", { letter: "return_slip" }, { packed_by: "佐々木", checked_by: "大友" }, null],
  ])("%s", (_, more, typed, why) => expect(againstSending(row({ state: "to_post", ...more }), { ...form, ...typed }, services, "scan")).toBe(why));
  it("material, report and letter are three actions", () => {
    const two = { ...form, packed_by: "佐々木", checked_by: "大友" };
    expect([sending(row({ letter: "return_slip" }), two).do, sending(row({ letter: "cover_letter" }), two).do, sending(row({ letter: "decline" }), two)]).toEqual(["return_material", "post_report", { do: "post_paper", kind: "decline", service: "ordinary", tracking: "" }]);
  });
});
