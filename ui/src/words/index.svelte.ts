// Every word on the screen. Japanese is the contract; English must have the same keys and parameters, and the compiler says so.
import { en } from "./en";
import { ja } from "./ja";

export type Words = typeof ja;
export type Tongue = "ja" | "en";

export const catalogues: Record<Tongue, Words> = { ja, en };

const KEY = "uketsuke.tongue";

/** Takes only a tongue we have; anything else is Japanese. */
export function readTongue(text: string | null | undefined): Tongue {
  return text === "en" ? "en" : "ja";
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be shut off
  }
}

let chosen = $state<Tongue>(readTongue(recall()));

export const tongue = {
  get now(): Tongue {
    return chosen;
  },
};

/** Changes the words at once, everywhere, and keeps the choice for the next start. */
export function speak(next: Tongue): void {
  chosen = next;
  try {
    localStorage.setItem(KEY, next);
  } catch {
    // the choice then lasts for this run
  }
  if (typeof document !== "undefined") document.documentElement.lang = next;
}

/** The words in the chosen tongue: `w.today.title`, `w.frame.backup("9:00")`. Reading it in markup follows the choice. */
export const w: Words = new Proxy({} as Words, {
  get: (_, section) => catalogues[chosen][section as keyof Words],
});
