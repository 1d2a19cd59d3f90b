// One tab stop for a list or a grid: where the arrow keys lead. Pure, so that every list moves alike.

export type Step = "up" | "down" | "left" | "right" | "first" | "last" | "pageUp" | "pageDown";

const KEYS: Record<string, Step> = {
  ArrowUp: "up", ArrowDown: "down", ArrowLeft: "left", ArrowRight: "right", Home: "first", End: "last", PageUp: "pageUp", PageDown: "pageDown",
};

/** The step a plain key asks for; nothing with Ctrl, Alt or Meta, which mean other things. */
export function stepOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "altKey" | "metaKey">): Step | undefined {
  return event.ctrlKey || event.altKey || event.metaKey ? undefined : KEYS[event.key];
}

/** The index a step leads to in a list of `count`; it stops at the ends. -1 when the list is empty. */
export function inList(at: number, step: Step, count: number, page = 10): number {
  const to = { up: at - 1, left: at - 1, down: at + 1, right: at + 1, first: 0, last: count - 1, pageUp: at - page, pageDown: at + page }[step];
  return Math.max(0, Math.min(count - 1, to)) - (count === 0 ? 1 : 0);
}

/** The cell a step leads to in a grid of `columns`, row by row; Home and End stay in the row. */
export function inGrid(at: number, step: Step, count: number, columns: number): number {
  const row = Math.floor(at / columns) * columns;
  const to = { up: at - columns, down: at + columns, left: at - 1, right: at + 1, first: row, last: Math.min(row + columns, count) - 1, pageUp: at, pageDown: at }[step];
  return to < 0 || to >= count ? at : to;
}

/** Which rows of fixed height to draw: those in sight and a few around, so that scrolling never shows a gap. */
export function windowOf(scrollTop: number, height: number, rowHeight: number, count: number, spare = 8): { from: number; to: number } {
  if (rowHeight <= 0) return { from: 0, to: count };
  const from = Math.max(0, Math.min(count, Math.floor(scrollTop / rowHeight)) - spare);
  const to = Math.min(count, Math.ceil((scrollTop + height) / rowHeight) + spare);
  return { from, to: Math.max(from, to) };
}
