import { describe, expect, it } from "vitest";
import type { JournalRow } from "$wire/generated";
import { caseOf, readCase, toWhat, whatOf } from "./lib";

const row = (subject: string, key: string, event: unknown, of = ""): JournalRow =>
  ({ seq: 9, mark: { at: "2026-11-24T09:31:00", by: "大友" }, subject, key, of, event: typeof event === "string" ? event : JSON.stringify(event), reason: "" });
const done = (action: object) => row("case", "12", { event: "done", action }, "R8-0012 前田 理恵");

describe("an entry in words", () => {
  it.each<[JournalRow, string]>([
    [done({ do: "unbook", reason: "都合" }), "予約を取りやめた"],
    [done({ do: "issue_paper", kind: "slip", version: 1 }), "印刷した：予約票"],
    [done({ do: "log_call", call: { outcome: "no_answer" } }), "電話連絡：留守"],
    [done({ do: "check_item", item: { kind: "consent" } }), "提出物を点検した：同意書（自署）"],
    [row("case", "12", { event: "taken_back", seq: 7 }), "番号7を取り消した"],
    [row("reference", "profile/2026-11-24", { event: "set", kind: "profile", key: "2026-11-24", record: "{}" }), "病院の情報を保存した（R8.11.24から）"],
    [row("reference", "doctor/endo", { event: "set", kind: "doctor", key: "endo", record: '{"name":"遠藤 理一"}' }), "担当医を保存した"],
    [row("reference", "institution/a", { event: "set", kind: "institution", key: "a", record: '{"name":"中央病院","checked":{"by":"大友"}}' }), "医療機関を便せんと照らし合わせた"],
    [row("reference", "future/x", { event: "set", kind: "future", key: "x" }), "設定を保存した"],
    [row("desk", "backup", { event: "noted", what: "backup", detail: "a.sqlite3" }), "控えをとった"],
    [row("desk", "x", { event: "noted", what: "toString" }), "台帳の手入れをした"],
    [row("desk", "created", { event: "created", kind: "real" }), "受付台帳を作った"],
    [done({ do: "not_yet_known" }), "記録"],
    [row("case", "12", "{ broken"), "記録"],
  ])("%#: %j", (it_, expected) => expect(whatOf(it_)).toBe(expected));
});

describe("what it was done to", () => {
  it.each<[JournalRow, string]>([
    [done({ do: "unbook" }), "R8-0012 前田 理恵"],
    [row("reference", "doctor/endo", { event: "set", kind: "doctor", key: "endo", record: '{"name":"遠藤 理一"}' }), "遠藤 理一"],
    [row("reference", "department/d", { event: "set", kind: "department", key: "d", record: "{}" }), "外科"],
    [row("desk", "backup", { event: "noted", what: "backup", detail: "a.sqlite3" }), "a.sqlite3"],
    [row("reference", "staff/names", { event: "set", kind: "staff", key: "names", record: '["大友"]' }), ""],
  ])("%#: %j", (it_, expected) => expect(toWhat(it_, { departments: [{ id: "d", name: "外科" }] as never, doctors: [], institutions: [] })).toBe(expected));
});

it("only an entry of a case leads to one", () => expect([caseOf(done({ do: "note" })), caseOf(row("reference", "3", {})), caseOf(row("case", "x", {}))]).toEqual([12, null, null]));
it.each([[{ case: "12" }, 12], [{ case: "-1" }, null], [{}, null]])("%j asks for %s", (query, expected) => expect(readCase(query as Record<string, string>)).toBe(expected));
