import { afterEach, describe, expect, it } from "vitest";
import { catalogues, readTongue, speak, w } from "./index.svelte";

/** Every leaf with its shape: "frame.late: function/1". Functions are compared by how many parameters they take. */
function leaves(value: unknown, path = ""): string[] {
  if (typeof value === "function") return [`${path}: function/${value.length}`];
  if (typeof value === "object" && value !== null) {
    return Object.entries(value).flatMap(([key, it]) => leaves(it, path === "" ? key : `${path}.${key}`));
  }
  return [`${path}: ${typeof value}`];
}

function texts(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(texts) : [];
}

afterEach(() => speak("ja"));

describe("the catalogues", () => {
  it("English has every word of Japanese, with the same parameters, and no more", () => {
    expect(leaves(catalogues.en)).toEqual(leaves(catalogues.ja));
  });

  it.each(["ja", "en"] as const)("no word of %s is empty", (tongue) => {
    expect(texts(catalogues[tongue]).filter((it) => it.trim() === "")).toEqual([]);
  });

  it("English sentences are in English, but for the stamp and the seal", () => {
    const kana = texts(catalogues.en).filter((it) => /[ぁ-んァ-ヶ]/.test(it));
    expect(kana).toEqual([]);
  });

  it("changes at run time", () => {
    expect(w.frame.find).toBe("さがす");
    speak("en");
    expect([w.frame.find, document.documentElement.lang]).toEqual(["Find", "en"]);
  });

  it.each([["en", "en"], ["ja", "ja"], ["fr", "ja"], [null, "ja"]])("a stored tongue %s is read as %s", (text, expected) =>
    expect(readTongue(text)).toBe(expected));
});
