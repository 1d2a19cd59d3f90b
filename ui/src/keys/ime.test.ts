import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Ime, guardIme } from "./ime";

type Step = "start" | "end" | { key: string; code?: number; composing?: boolean; at?: number };
const enter = (more: Partial<Exclude<Step, string>> = {}): Step => ({ key: "Enter", code: 13, ...more });

/** Plays the steps and tells, for each key, whether the input method owns it. `end` happens at 1000 ms. */
function play(...steps: Step[]): boolean[] {
  const guard = new Ime();
  const owned: boolean[] = [];
  for (const step of steps) {
    if (step === "start") guard.start();
    else if (step === "end") guard.end(1000);
    else owned.push(guard.owns({ key: step.key, keyCode: step.code ?? 13, isComposing: step.composing ?? false }, step.at ?? 1001));
  }
  return owned;
}

describe("whose key is it", () => {
  const cases: [string, Step[], boolean[]][] = [
    ["plain Enter is ours", [enter()], [false]],
    ["Enter with isComposing belongs to the input method", [enter({ composing: true })], [true]],
    ["our own flag is enough where isComposing is missing", ["start", enter()], [true]],
    ["after the end, a plain Enter is ours at once", ["start", "end", enter()], [false]],
    ["WebKit: the confirming Enter comes after the end with 229", ["start", "end", enter({ code: 229 })], [true]],
    ["WebKit: only once, the next 229 Enter is a real one", ["start", "end", enter({ code: 229 }), enter({ code: 229 })], [true, false]],
    ["a 229 Enter 500 ms later is a real one", ["start", "end", enter({ code: 229, at: 1500 })], [false]],
    ["a 229 Enter 499 ms later still confirms", ["start", "end", enter({ code: 229, at: 1499 })], [true]],
    ["a 229 Enter without any composition is a real one", [enter({ code: 229 })], [false]],
    ["a 229 Escape closes the candidate list, not our dialog", ["start", "end", { key: "Escape", code: 229 }], [true]],
    ["the first letter comes before compositionstart", [{ key: "Process", code: 229 }], [true]],
    ["a letter tagged 229 is never ours", ["start", "end", { key: "k", code: 229, at: 9000 }], [true]],
    ["arrows inside a composition choose candidates", ["start", { key: "ArrowDown", code: 40 }], [true]],
  ];
  it.each(cases)("%s", (_, steps, expected) => expect(play(...steps)).toEqual(expected));
});

describe("the guard on the window", () => {
  let remove: () => void;
  const heard = vi.fn();
  beforeEach(() => {
    heard.mockClear();
    remove = guardIme(window, new Ime());
    document.body.innerHTML = "<input>";
    document.querySelector("input")!.addEventListener("keydown", heard);
  });
  afterEach(() => remove());

  const send = (event: Event) => document.querySelector("input")!.dispatchEvent(event);
  const key = (init: KeyboardEventInit) => new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });

  it("keeps the keys of a composition from every handler, and lets real ones through", () => {
    send(new CompositionEvent("compositionstart", { bubbles: true }));
    send(key({ key: "Enter" }));
    send(new CompositionEvent("compositionend", { bubbles: true }));
    expect(heard, "Enter inside a composition").not.toHaveBeenCalled();
    send(key({ key: "Enter" }));
    expect(heard, "the next Enter").toHaveBeenCalledTimes(1);
  });

  it("does not prevent the default, so the input method gets its key", () => {
    send(new CompositionEvent("compositionstart", { bubbles: true }));
    const event = key({ key: "Enter" });
    send(event);
    expect(event.defaultPrevented).toBe(false);
  });

  it("forgets a composition when the field is left without an end", () => {
    send(new CompositionEvent("compositionstart", { bubbles: true }));
    send(new FocusEvent("focusout", { bubbles: true }));
    send(key({ key: "Enter" }));
    expect(heard).toHaveBeenCalledTimes(1);
  });
});
