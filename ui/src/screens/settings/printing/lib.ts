// The label sheet as a map, and distances as people type them. Pure.
import type { PrintingView, StockRow } from "$wire/generated";

/** The sheet that is in use: the chosen one, or the first where none was chosen or it is no longer known. */
export function stockOf(view: Pick<PrintingView, "stocks">, name: string): StockRow | undefined {
  return view.stocks.find((it) => it.name === name) ?? view.stocks[0];
}

/** The labels of a sheet, row after row, counted from 1. */
export function labelsOf(stock: Pick<StockRow, "columns" | "rows"> | undefined): number[] {
  return Array.from({ length: (stock?.columns ?? 0) * (stock?.rows ?? 0) }, (_, at) => at + 1);
}

/** The first free label on a sheet of another size: kept where it exists, else the sheet begins anew. */
export function startOn(stock: StockRow | undefined, start: number): number {
  return labelsOf(stock).includes(start) ? start : 1;
}

const MOST = 20;

/** Millimetres as typed: full-width figures, a comma or any dash; NaN when it is none, or too far to be a shift. */
export function readShift(text: string): number {
  const plain = text.normalize("NFKC").trim().replace(/[−‐ー–]/g, "-").replace(",", ".");
  const number = /^-?\d{1,2}(\.\d{1,2})?$/.test(plain) ? Number(plain) : Number.NaN;
  return Math.abs(number) <= MOST ? number : Number.NaN;
}
