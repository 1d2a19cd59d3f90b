import { afterEach, expect, it } from "vitest";
import { answerWith } from "$wire/call";
import { nextSheet, Scans } from "./scans.svelte";

let restore = () => {};
afterEach(() => restore());

/** A desk that knows two good codes and stops at everything else. */
function desk() {
  const asked: string[][] = [];
  restore = answerWith(async (_, request) => {
    const { scanned } = request as { scanned: string[] };
    asked.push(scanned);
    const kinds = { A: "cover_letter", B: "mailing_label" } as Record<string, string>;
    const stop = scanned.every((it) => it in kinds) ? null : { rule: null, why: { code: "unknown_code" } };
    return { ok: true, answer: { read: scanned.map((it) => kinds[it]).filter(Boolean), open: [], stop } };
  });
  return asked;
}

it("reads one sheet after the other", async () => {
  desk();
  const scans = new Scans(1, "cover_letter");
  await scans.take("A");
  expect([scans.read, nextSheet(["cover_letter", "mailing_label"], scans.read)]).toEqual([["cover_letter"], "mailing_label"]);
  await scans.take("B");
  expect([scans.scanned, nextSheet(["cover_letter", "mailing_label"], scans.read)]).toEqual([["A", "B"], undefined]);
});

it("a wrong code stops: it is not kept, and nothing is read until a person has seen it", async () => {
  const asked = desk();
  const scans = new Scans(1, "cover_letter");
  await scans.take("A");
  await scans.take("X");
  expect([scans.stop?.why.code, scans.scanned]).toEqual(["unknown_code", ["A"]]);
  await scans.take("B");
  expect([asked.length, scans.scanned]).toEqual([2, ["A"]]);
  scans.acknowledge();
  await scans.take("B");
  expect([scans.stop, scans.scanned]).toEqual([null, ["A", "B"]]);
});

it("starts again from nothing, and a blank line is no code", async () => {
  const asked = desk();
  const scans = new Scans(1, "cover_letter");
  await scans.take("A");
  scans.restart();
  await scans.take("  ");
  expect([scans.scanned, scans.read, asked.length]).toEqual([[], [], 1]);
});

it("says when the desk cannot be asked, and keeps what was read", async () => {
  desk();
  const scans = new Scans(1, "cover_letter");
  await scans.take("A");
  restore();
  restore = answerWith(() => Promise.reject(new Error("gone")));
  await scans.take("B");
  expect([scans.trouble?.code, scans.scanned]).toEqual(["unreachable", ["A"]]);
});
