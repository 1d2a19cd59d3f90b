// Where the letters of a search stand in a text, for marking only. Whether a case is found is the register's business.

export type Piece = { text: string; hit: boolean };

const HIRAGANA = /[\u3041-\u3096]/;

/** One character as the search sees it: full width, katakana, large letters; blanks vanish. May become several characters or none. */
function foldChar(char: string): string {
  const plain = char.normalize("NFKC").toLowerCase();
  return [...plain].map((it) => (/\s/.test(it) ? "" : HIRAGANA.test(it) ? String.fromCodePoint((it.codePointAt(0) ?? 0) + 0x60) : it)).join("");
}

/** The characters of a text as a reader sees them, each with its fold: ﾀﾞ is one, a name's variation selector belongs to its letter. */
function foldedChars(text: string): { char: string; fold: string }[] {
  const chars = text.match(/[\s\S][\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}\uFF9E\uFF9F\u3099\u309A]*/gu) ?? [];
  return chars.map((char) => ({ char, fold: foldChar(char.replace(/[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu, "")) }));
}

/** Cuts a text into marked and plain pieces. Joined again they are the text, to the letter. */
export function marks(text: string, query: string): Piece[] {
  const wanted = foldedChars(query).map((it) => it.fold).join("");
  if (wanted === "" || text === "") return text === "" ? [] : [{ text, hit: false }];
  const chars = foldedChars(text);
  const hits = new Array<boolean>(chars.length).fill(false);
  for (let from = 0; from < chars.length; from += 1) {
    let seen = "";
    let to = from;
    while (to < chars.length && seen.length < wanted.length) seen += chars[to++]?.fold ?? "";
    if (seen === wanted && chars[from]?.fold !== "") hits.fill(true, from, to);
  }
  const pieces: Piece[] = [];
  chars.forEach(({ char }, at) => {
    const last = pieces.at(-1);
    const hit = hits[at] === true;
    if (last && last.hit === hit) last.text += char;
    else pieces.push({ text: char, hit });
  });
  return pieces;
}
