import { afterEach, describe, expect, it, vi } from "vitest";
import { isBare, matches, readCombo } from "./combo";
import { activeLayers, addLayer, listen, shortcutFor, type Layer } from "./shortcuts";

const undo: (() => void)[] = [];
afterEach(() => {
  for (const it of undo.splice(0)) it();
  document.body.innerHTML = "";
});
const layer = (make: Layer) => undo.push(addLayer(() => make));
const press = (init: KeyboardEventInit, target: Element = document.body) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};

describe("combinations", () => {
  const cases: [string, KeyboardEventInit, boolean][] = [
    ["Ctrl+Enter", { key: "Enter", ctrlKey: true }, true],
    ["Ctrl+Enter", { key: "Enter" }, false],
    ["Ctrl+K", { key: "k", code: "KeyK", ctrlKey: true }, true],
    ["Ctrl+K", { key: "K", code: "KeyK", ctrlKey: true, shiftKey: true }, false],
    ["Ctrl+K", { key: "の", code: "KeyK", ctrlKey: true }, true],
    ["Ctrl+K", { key: "k", code: "KeyK", metaKey: true }, true],
    ["1", { key: "1", code: "Digit1" }, true],
    ["1", { key: "１", code: "Digit1" }, true],
    ["1", { key: "Process", code: "Numpad1" }, true],
    ["Alt+1", { key: "1", code: "Digit1", altKey: true }, true],
    ["Esc", { key: "Escape" }, true],
    ["↓", { key: "ArrowDown" }, true],
    ["F2", { key: "F2" }, true],
    ["F2", { key: "F2", shiftKey: true }, false],
    ["?", { key: "?", shiftKey: true }, true],
  ];
  it.each(cases)("%s against %o is %s", (keys, init, expected) =>
    expect(matches(readCombo(keys), new KeyboardEvent("keydown", init))).toBe(expected));

  it.each([["1", true], ["↓", true], ["Enter", true], ["F2", false], ["Esc", false], ["Ctrl+P", false], ["Alt+1", false]])(
    "%s is bare: %s", (keys, bare) => expect(isBare(readCombo(keys as string))).toBe(bare));
});

describe("layers", () => {
  it("asks the topmost layer first and falls through to the frame", () => {
    const [frame, screen] = [vi.fn(), vi.fn()];
    layer({ title: "frame", shortcuts: [{ keys: "F2", label: "", run: frame }, { keys: "F3", label: "", run: frame }] });
    layer({ title: "screen", shortcuts: [{ keys: "F2", label: "", run: screen }] });
    undo.push(listen());
    press({ key: "F2" });
    press({ key: "F3" });
    expect([screen.mock.calls.length, frame.mock.calls.length]).toEqual([1, 1]);
  });

  it("lets nothing below a dialog act", () => {
    const run = vi.fn();
    layer({ title: "screen", shortcuts: [{ keys: "Ctrl+Enter", label: "", run }] });
    layer({ title: "dialog", shortcuts: [], alone: true });
    undo.push(listen());
    press({ key: "Enter", ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
    expect(activeLayers().map((it) => it.title)).toEqual(["dialog"]);
  });

  it("keeps bare keys quiet while a field takes text, and modified keys working", () => {
    document.body.innerHTML = "<input id=t><input id=c type=checkbox><textarea id=a></textarea>";
    layer({ title: "", shortcuts: [{ keys: "1", label: "", run() {} }, { keys: "F7", label: "", run() {} }] });
    const found = (id: string, init: KeyboardEventInit) => {
      const event = new KeyboardEvent("keydown", init);
      Object.defineProperty(event, "target", { value: document.getElementById(id) });
      return shortcutFor(event)?.keys;
    };
    expect(found("t", { key: "1" })).toBeUndefined();
    expect(found("a", { key: "1" })).toBeUndefined();
    expect(found("c", { key: "1" })).toBe("1");
    expect(found("t", { key: "F7" })).toBe("F7");
  });

  it("leaves Enter to the button that has the focus", () => {
    document.body.innerHTML = "<button id=b>x</button>";
    const run = vi.fn();
    layer({ title: "", shortcuts: [{ keys: "Enter", label: "", run }] });
    undo.push(listen());
    press({ key: "Enter" }, document.getElementById("b")!);
    expect(run).not.toHaveBeenCalled();
    press({ key: "Enter" });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("asks `when` at the moment of the key", () => {
    let open = false;
    const run = vi.fn();
    layer({ title: "", shortcuts: [{ keys: "Ctrl+Z", label: "", run, when: () => open }] });
    undo.push(listen());
    press({ key: "z", ctrlKey: true });
    open = true;
    press({ key: "z", ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it("does not save twice when the key is held, but keeps moving", () => {
    const [save, move] = [vi.fn(), vi.fn()];
    layer({ title: "", shortcuts: [{ keys: "Ctrl+Enter", label: "", run: save }, { keys: "↓", label: "", run: move }] });
    undo.push(listen());
    press({ key: "Enter", ctrlKey: true });
    press({ key: "Enter", ctrlKey: true, repeat: true });
    press({ key: "ArrowDown", repeat: true });
    expect([save.mock.calls.length, move.mock.calls.length]).toEqual([1, 1]);
  });

  it("never lets the web view print or reload by itself", () => {
    undo.push(listen());
    expect(press({ key: "p", ctrlKey: true }).defaultPrevented).toBe(true);
    expect(press({ key: "F5" }).defaultPrevented).toBe(true);
    expect(press({ key: "c", ctrlKey: true }).defaultPrevented).toBe(false);
  });
});
