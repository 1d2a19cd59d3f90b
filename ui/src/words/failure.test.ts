import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { CallFailed, type Trouble } from "$wire";
import { sentenceFor, troubleText } from "./failure";
import { speak } from "./index.svelte";
import { blockText } from "./reasons";

afterEach(() => speak("ja"));

const samples: Trouble[] = [
  { code: "refused", refusal: { why: { code: "lacking", missing: [{ item: "consent", defects: ["N03"], due: "with_packet", rule: 57, supplier: "patient" }] }, rule: 57 } },
  { code: "date", trouble: { kind: "era_ended", era: "showa", last: "1989-01-07", offered: "1989-01-08" } },
  { code: "paper", trouble: { paper: "missing_glyph", block: "addressee.name", text: "辻󠄀", character: "󠄀", codepoint: "U+E0100" } },
  { code: "store", trouble: { store: "disk_full" } },
  { code: "bad_request", what: "birth" }, { code: "too_large", limit: 1 }, { code: "not_found" }, { code: "conflict" }, { code: "closed" },
  { code: "printer", detail: "offline" }, { code: "no_person" }, { code: "internal", report: "E-7" }, { code: "unreachable" }, { code: "screen" },
];

describe.each(["ja", "en"] as const)("in %s", (tongue) => {
  it.each(samples)("$code is one or more whole sentences", (trouble) => {
    speak(tongue);
    const text = troubleText(trouble);
    expect(text.length).toBeGreaterThan(10);
    expect(text).not.toMatch(/undefined|\[object|NaN/);
  });
});

it("has a word for every part of a paper a refusal can name", () => {
  const source = readFileSync(join(import.meta.dirname, "../../../src-tauri/documents/src/refused.rs"), "utf8");
  const list = /BLOCK_NAMES: \[&str; \d+\] = \[([^\]]*)\]/.exec(source)?.[1] ?? "";
  const names = [...list.matchAll(/"([^"]+)"/g)].map((found) => found[1] ?? "");
  expect(names.length).toBeGreaterThan(40);
  expect(names.filter((name) => blockText(name) === name)).toEqual([]);
});

it("says what is safe when nothing is known", () => {
  expect(sentenceFor(new CallFailed("frame", { code: "unreachable" }))).toContain("入力した内容は画面に残っています");
  expect(sentenceFor(new TypeError("x"))).toContain("登録済みの内容は変わっていません");
});
