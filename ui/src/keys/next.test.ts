import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { enterMoves } from "./next";

const atEnd = vi.fn();
let detach: () => void;
beforeEach(() => {
  atEnd.mockClear();
  document.body.innerHTML = `<div id=form>
    <input id=a value=abc><input type=radio name=r id=r1><input type=radio name=r id=r2 checked>
    <input id=off disabled><input id=aside tabindex=-1><details><summary>x</summary><input id=folded></details><select id=s></select><textarea id=t></textarea><input id=c aria-activedescendant=x><input id=z></div>`;
  detach = enterMoves(atEnd)(document.getElementById("form")!);
});
afterEach(() => detach());

const press = (id: string, init: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...init });
  document.getElementById(id)!.focus();
  document.getElementById(id)!.dispatchEvent(event);
  return [document.activeElement?.id, event.defaultPrevented];
};

describe("Enter moves on as on paper", () => {
  const cases: [string, string, KeyboardEventInit, string, boolean][] = [
    ["to the chosen answer of a group", "a", {}, "r2", true],
    ["out of the group, past fields that are off, aside or folded away", "r2", {}, "s", true],
    ["into a textarea", "s", {}, "t", true],
    ["not out of a textarea, where it is a line break", "t", {}, "t", false],
    ["back with Shift", "s", { shiftKey: true }, "r2", true],
    ["not while a suggestion is chosen, which Enter takes", "c", {}, "c", false],
    ["not with Ctrl, which saves", "a", { ctrlKey: true }, "a", false],
  ];
  it.each(cases)("%s", (_, from, init, to, prevented) => expect(press(from, init)).toEqual([to, prevented]));

  it("tells when the last field is done", () => {
    press("z");
    expect(atEnd).toHaveBeenCalledTimes(1);
  });

  it("marks the text of the field it comes to", () => {
    press("r2", { shiftKey: true });
    const field = document.getElementById("a") as HTMLInputElement;
    expect([field.selectionStart, field.selectionEnd]).toEqual([0, 3]);
  });
});
