// What the search box may offer. Screens and the frame add sources; every source answers for itself and a slow or
// failing one leaves the others alone.
import type { IconName } from "$look/icons";

export type Found = {
  key: string;
  icon: IconName;
  /** The name as written, or the command. */
  title: string;
  /** What tells it from its neighbour. */
  detail?: string;
  /** Receipt number and the like, beside the title. */
  number?: string;
  /** The key that would have done the same. */
  keys?: string;
  run: () => void;
};

export type FindSource = (text: string) => Promise<readonly Found[]>;

const sources: FindSource[] = [];

/** Adds a source below those already there. Returns how to take it away. */
export function addFindSource(source: FindSource): () => void {
  sources.push(source);
  return () => {
    const at = sources.indexOf(source);
    if (at >= 0) sources.splice(at, 1);
  };
}

/** Asks every source; answers keep the order of the sources, not of their speed. */
export async function find(text: string): Promise<Found[]> {
  const answers = await Promise.allSettled(sources.map((it) => it(text)));
  return answers.flatMap((it) => (it.status === "fulfilled" ? it.value : []));
}

/** Keeps the commands whose words contain what was typed, whatever the width or case of the letters. */
export function matching(commands: readonly Found[], text: string): Found[] {
  const fold = (it: string) => it.normalize("NFKC").toLowerCase();
  const wanted = fold(text.trim());
  return wanted === "" ? [] : commands.filter((it) => fold(`${it.title} ${it.keys ?? ""}`).includes(wanted));
}
