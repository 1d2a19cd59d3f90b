import { describe, expect, it } from "vitest";
import { numberIn } from "./code";

describe("a sheet's code", () => {
  it.each([["R8-0115-SL2-7K3", "R8-0115"], ["ｒ８－０１１５－ｓｌ２－７ｋ３", "R8-0115"], ["R8ー0115ーSL12ー7K3 ", "R8-0115"], ["4901234567894", null], ["R8-0115", null], ["", null]])("%s names %s", (code, number) => expect(numberIn(code)).toBe(number));
});
