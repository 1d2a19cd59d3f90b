import { describe, expect, it } from "vitest";
import type { AgeOn, ChecklistRow, Disc, RowState } from "$wire/generated";
import { aCase, aView, mark } from "../sample";
import { ageNote, contentsOf, defectsFor, discState, foundOf, itemForm, lineIcon, lookTexts, mayBring, nextLine, packetForm, stateText, unopened } from "./lib";

const row = (item: ChecklistRow["item"], state: RowState, need: ChecklistRow["need"] = "required"): ChecklistRow => ({ item, need, due: "with_packet", rule: 57, state, supplier: "patient", note: "" });
const missing: RowState = { is: "missing" };
const here: RowState = { is: "here", count: 1, form: "original", arrived: "2026-11-18" };

describe("an item as found", () => {
  it.each([["1", 1], ["０３", 3], ["12", 12], ["0", 0], ["", null], ["二", null], ["-1", null], ["1000", null]])("a count of %s is %s", (typed, count) =>
    expect(foundOf("blood", { count: typed, form: "copy", defects: [], note: "" })?.count ?? null).toBe(count));
  it("defects stand in the order of their codes, whatever was ticked first", () =>
    expect(foundOf("consent", { count: "1", form: "original", defects: ["N17", "N02"], note: "" })?.defects).toEqual(["N02", "N17"]));
  it("what was not in the packet has no defects", () => expect(foundOf("consent", { count: "0", form: "original", defects: ["N02"], note: "" })?.defects).toEqual([]));
  it("starts from what is known, else from one sheet", () => {
    const known = aCase({ items: [{ found: { kind: "blood", count: 4, form: "copy", defects: ["N10"], note: "古い" }, arrived: "2026-11-18", checked: mark() }] });
    expect([itemForm(known, "blood"), itemForm(known, "application")]).toEqual([{ count: "4", form: "copy", defects: ["N10"], note: "古い" }, { count: "1", form: "original", defects: [], note: "" }]);
  });
  it("offers only defects the item can have, and keeps what is ticked", () => {
    expect(defectsFor("blood")).not.toContain("N03");
    expect(defectsFor("consent")).toContain("N03");
    expect(defectsFor("blood", ["N03"])).toContain("N03");
  });
});

describe("a line of the list", () => {
  const rows: [string, ChecklistRow, string, string][] = [
    ["needed and missing", row("consent", missing), "octagon-alert", "未着"],
    ["welcome and missing", row("blood", missing, "welcome"), "minus", "未着"],
    ["welcome, not asked for", row("blood", { is: "not_needed" }, "welcome"), "minus", "未着"],
    ["not needed", row("consent", { is: "not_needed" }, "not_required"), "minus", "不要"],
    ["here", row("blood", here), "check", "1点 原本　11/18"],
    ["defective", row("consent", { is: "defective", defects: ["N02", "N04"], arrived: "2026-11-18" }), "octagon-alert", "署名なし、日付なし"],
    ["brought on the day", row("consent", { is: "bring_on_day" }), "hourglass", "当日持参"],
  ];
  it.each(rows)("%s", (_, it, icon, text) => expect([lineIcon(it), stateText(it)]).toEqual([icon, text]));
  it("only what has not come and is wanted can be brought on the day", () => expect([mayBring(row("consent", missing)), mayBring(row("consent", missing, "not_required")), mayBring(row("consent", here))]).toEqual([true, false, false]));
  it("after one line comes the next that is not in order", () => {
    const list = [row("application", here), row("consent", here), row("blood", missing)];
    expect([nextLine(list, "application"), nextLine(list, "blood"), nextLine([row("application", here), row("consent", here)], "application")]).toEqual(["blood", null, "consent"]);
  });
});

describe("ages", () => {
  const on = (what: AgeOn["what"], age: number, majority: AgeOn["majority"]): AgeOn => ({ what, date: "2026-11-18", majority, age });
  it("grown up on every day: nothing to say", () => expect(ageNote({ on: [on("arrival", 80, "adult")], changes: false, doubtful: false })).toBeNull());
  it("without a birth date: nothing to say", () => expect(ageNote({ on: [], changes: false, doubtful: false })).toBeNull());
  it("a minor on every day is told once", () => expect(ageNote({ on: [on("arrival", 12, "minor")], changes: false, doubtful: false })?.kind).toBe("neutral"));
  it("turning 18 in between is a warning with every day", () => {
    const note = ageNote({ on: [on("application", 17, "minor"), on("consultation", 18, "adult")], changes: true, doubtful: false });
    expect([note?.kind, note?.lines]).toEqual(["wait", ["申込日 令和8年11月18日（水）：17歳（18歳未満）", "相談日 令和8年11月18日（水）：18歳（18歳以上）"]]);
  });
  it("the eve of the birthday is left to a person", () => expect(ageNote({ on: [on("arrival", 17, "eve_of_birthday")], changes: false, doubtful: true })?.title).toContain("誕生日の前日"));
});

describe("what a person has to look at", () => {
  const view = aView({ case: aCase({ applicant: { ...aCase().applicant, kinship: "甥" } }), looks: [{ why: "kin_not_listed", item: "relationship_proof" }, { why: "eve_of_birthday", item: "consent" }] });
  it("stands beside the paper it decides about, with its reason", () => {
    expect(lookTexts(view, "relationship_proof")).toEqual(["続柄「甥」は決まりの一覧にありません。ご家族としてお受けするかを決めてください。"]);
    expect([lookTexts(view, "consent").length, lookTexts(view, "blood")]).toEqual([1, []]);
  });
});

describe("discs", () => {
  const disc = (more: Partial<Disc> = {}): Disc => ({ label: "", n: 1, of: 1, troubles: [], name: "same", imported_to: "PACS", ...more });
  it.each([
    ["read and right", disc(), "good"], ["not read yet", disc({ name: "unread", imported_to: "" }), "open"], ["another person's", disc({ name: "different" }), "trouble"],
    ["damaged", disc({ troubles: ["not_recognised"] }), "trouble"], ["one of several", disc({ troubles: ["several_discs"] }), "good"], ["starts by itself", disc({ troubles: ["autorun"] }), "good"],
  ] as const)("%s", (_, it, state) => expect(discState(it)).toBe(state));
});

describe("a late packet", () => {
  const sealed = aCase({ packets: [{ packet: { arrived: "2026-11-20", channel: "registered", tracking: "31029184055", sender: "", place: "金庫", unopened: true, name_on_it: "" }, accepted: mark() }] });
  it("what is still open stands first", () => expect(packetForm(aView({ checklist: [row("application", here), row("consent", missing), row("inability_proof", missing, "not_required")] }), "2026-11-24").found.map((it) => it.kind)).toEqual(["consent", "application", "inability_proof"]));
  it("a packet that lies unopened keeps its arrival and number when it is opened", () =>
    expect([unopened(sealed)?.place, packetForm(aView({ case: sealed }), "2026-11-24")]).toMatchObject(["金庫", { arrived: "2026-11-20", tracking: "31029184055", place: "金庫", unopened: false }]));
  it("a case with one opened packet is not waiting to be opened", () => expect(unopened(aCase())).toBeNull());
  it("holds what was ticked, and discs nobody has read", () => {
    const form = { ...packetForm(aView(), "2026-11-24"), found: [{ kind: "blood" as const, here: true, count: 4, form: "copy" as const }, { kind: "consent" as const, here: false, count: 0, form: "original" as const }], discs: "２" };
    const made = contentsOf(form);
    expect([made.items, made.discs.map((it) => [it.n, it.of, it.name])]).toEqual([[{ kind: "blood", count: 4, form: "copy", defects: [], note: "" }], [[1, 2, "unread"], [2, 2, "unread"]]]);
  });
});
