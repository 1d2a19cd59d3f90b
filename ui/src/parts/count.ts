// Typing digits on a ticked row sets its count, like a number box that needs no box.

/** What the row counts after a key. `typed` is what was typed since the row got the focus. Undefined: not a key for the count. */
export function countAfter(key: { key: string; code: string; ctrlKey?: boolean; altKey?: boolean; metaKey?: boolean }, typed: string): string | undefined {
  if (key.ctrlKey || key.altKey || key.metaKey) return undefined;
  if (key.key === "Backspace") return typed.slice(0, -1);
  // With kana input on, `key` is a kana or "Process"; only `code` still says which digit it was.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(key.code)?.[1] ?? /^[0-9]$/.exec(key.key)?.[0];
  if (digit === undefined) return undefined;
  const next = (typed + digit).replace(/^0+(?=\d)/, "");
  return next.length > 3 ? digit : next;
}

/** Reads a typed count, full-width digits included. Undefined when it is not a whole number from 0 to 999. */
export function readCount(text: string): number | undefined {
  const folded = text.normalize("NFKC").trim();
  return /^\d{1,3}$/.test(folded) ? Number(folded) : undefined;
}
