// The code on a sheet as a scanner types it. Only its shape is known here: the desk alone says what it means. Pure.

/** The receipt number in a sheet's code, in whatever width a scanner or an input method made of it; null when it is no code. */
export function numberIn(code: string): string | null {
  const plain = code.normalize("NFKC").replace(/\s/g, "").replace(/[ー−‐]/g, "-").toUpperCase();
  return /^([A-Z]+\d+-\d+)-[A-Z]{2}\d+-[0-9A-Z]{3}$/.exec(plain)?.[1] ?? null;
}
