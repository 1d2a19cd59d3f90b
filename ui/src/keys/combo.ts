// What a key combination is, and whether a key event is it. Written as people say it: "Ctrl+Enter", "F2", "1".

export type Combo = { ctrl: boolean; alt: boolean; shift: boolean; key: string };
type KeyFacts = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

/** Reads "Ctrl+Shift+K". The last word is the key; words before it are modifiers. */
export function readCombo(text: string): Combo {
  const words = text.split("+");
  const key = words.pop() ?? "";
  return {
    ctrl: words.includes("Ctrl"),
    alt: words.includes("Alt"),
    shift: words.includes("Shift"),
    key: NAMES[key] ?? (key.length === 1 ? key.toLowerCase() : key),
  };
}

const NAMES: Record<string, string> = { "↑": "ArrowUp", "↓": "ArrowDown", "←": "ArrowLeft", "→": "ArrowRight", Esc: "Escape", Space: " ", "＋": "+", "−": "-" };

/** The character a key stands for, also while an input method turns the letters into kana (then only `code` tells). */
function keyOf(event: KeyFacts): string {
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1]?.toLowerCase();
  const plain = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (/^[a-z0-9]$/.test(plain)) return plain;
  const unnamed = event.key.length === 1 || event.key === "Process" || event.key === "Unidentified";
  return (unnamed ? (digit ?? letter) : undefined) ?? plain;
}

export function matches(combo: Combo, event: KeyFacts): boolean {
  const ctrl = event.ctrlKey || event.metaKey;
  // Shift is part of how some signs are typed ("?"), so it only counts with a modifier or a named key.
  const shiftCounts = combo.key.length > 1 || ((combo.ctrl || combo.alt) && !"+-".includes(combo.key));
  return (
    combo.key === keyOf(event) &&
    combo.ctrl === ctrl &&
    combo.alt === event.altKey &&
    (!shiftCounts || combo.shift === event.shiftKey)
  );
}

/** A bare key (letter, digit, arrow, space, Enter) means something else inside a text field. */
export function isBare(combo: Combo): boolean {
  return !combo.ctrl && !combo.alt && !/^F\d+$/.test(combo.key) && combo.key !== "Escape";
}
