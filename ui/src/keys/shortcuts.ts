// The shortcuts in force, as one table per layer: the frame, the screen, and a dialog above them.
// The same tables are what F1 shows, so a key that works is a key that is listed.

import { isBare, matches, readCombo, type Combo } from "./combo";

export type Shortcut = {
  /** As printed on the key cap: "Ctrl+Enter", "F2", "1", "Esc". */
  keys: string;
  /** The verb shown in the F1 sheet, from the catalogue. */
  label: string;
  run: (event: KeyboardEvent) => void;
  /** Asked at the moment of the key; false lets the key pass on. */
  when?: () => boolean;
  /** Left out of the F1 sheet (a second key for the same thing). */
  hidden?: boolean;
};

export type Layer = {
  /** Heading in the F1 sheet. */
  title: string;
  shortcuts: readonly Shortcut[];
  /** A dialog hides every layer below it. */
  alone?: boolean;
};

const layers: (() => Layer)[] = [];

/** Puts a table on top of the others. It is asked for at every key, so it may change with the screen. Returns how to take it away. */
export function addLayer(layer: () => Layer): () => void {
  layers.push(layer);
  return () => {
    const at = layers.lastIndexOf(layer);
    if (at >= 0) layers.splice(at, 1);
  };
}

/** The tables in force now, the topmost first. */
export function activeLayers(): Layer[] {
  const active: Layer[] = [];
  for (const layer of [...layers].reverse().map((it) => it())) {
    active.push(layer);
    if (layer.alone) break;
  }
  return active;
}

/** True where typing goes: a bare-key shortcut must then keep quiet. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["checkbox", "radio", "button", "range", "file"].includes(target.type);
}

/** Enter and Space on these already mean "press it"; letters do choose in a select. */
function actsItself(target: EventTarget | null, combo: Combo): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLSelectElement) return true;
  const pressable = target.closest("button, a[href], summary, input[type=checkbox], input[type=radio]") !== null;
  return pressable && (combo.key === "Enter" || combo.key === " ");
}

const read = new Map<string, Combo>();
function comboOf(keys: string): Combo {
  const known = read.get(keys) ?? readCombo(keys);
  read.set(keys, known);
  return known;
}

/** Finds what a key means now, topmost layer first; undefined when it means nothing or belongs to the field. */
export function shortcutFor(event: KeyboardEvent): Shortcut | undefined {
  for (const layer of activeLayers()) {
    for (const shortcut of layer.shortcuts) {
      const combo = comboOf(shortcut.keys);
      if (!matches(combo, event)) continue;
      if (isBare(combo) && (takesText(event.target) || actsItself(event.target, combo))) continue;
      if (shortcut.when && !shortcut.when()) continue;
      return shortcut;
    }
  }
  return undefined;
}

/** Keys the web view would act on by itself (print, find, reload, help): never wanted in a desk register. */
const ours = ["Ctrl+P", "Ctrl+F", "Ctrl+G", "Ctrl+R", "Ctrl+S", "Ctrl+U", "F1", "F3", "F5", "F7", "Ctrl+L", "Ctrl+K"].map(readCombo);

/** Listens for shortcuts on `target`. Returns how to stop. */
export function listen(target: Window = window): () => void {
  const keydown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return;
    const shortcut = shortcutFor(event);
    if (shortcut || ours.some((combo) => matches(combo, event))) event.preventDefault();
    if (shortcut && !(event.repeat && isCommand(shortcut))) shortcut.run(event);
  };
  target.addEventListener("keydown", keydown);
  return () => target.removeEventListener("keydown", keydown);
}

/** A held key may move a selection again and again, but must not save twice. */
function isCommand(shortcut: Shortcut): boolean {
  return !comboOf(shortcut.keys).key.startsWith("Arrow");
}
