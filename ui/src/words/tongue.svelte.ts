// The chosen tongue, by itself, so that catalogues and dates can ask for it without going in circles.

export type Tongue = "ja" | "en";

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
