import { afterEach, describe, expect, it } from "vitest";
import { readLook, setLook, wearLook } from "./look.svelte";

afterEach(() => setLook({ scheme: "light", density: "normal", face: "noto" }));

describe("a stored look", () => {
  const plain = { scheme: "system", density: "normal", face: "noto" };
  it.each([
    [null, plain], ["", plain], ["{", plain], ["null", plain], ["7", plain],
    [`{"scheme":"dark","density":"roomy","face":"ud"}`, { scheme: "dark", density: "roomy", face: "ud" }],
    [`{"scheme":"pink","density":"roomy"}`, { ...plain, density: "roomy" }],
  ])("%s", (text, expected) => expect(readLook(text)).toEqual(expected));
});

it("is worn at once and kept", () => {
  setLook({ scheme: "dark", density: "roomy", face: "ud" });
  expect([...document.documentElement.classList].sort()).toEqual(["dark", "roomy", "ud"]);
  expect(readLook(localStorage.getItem("uketsuke.look"))).toEqual({ scheme: "dark", density: "roomy", face: "ud" });
  setLook({ scheme: "light" });
  wearLook();
  expect(document.documentElement.classList.contains("dark")).toBe(false);
});
