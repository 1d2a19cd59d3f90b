// What the frame shows, asked from the desk at the start, after every change, and once a minute.
import { call } from "$wire";
import { readTongue, speak } from "$words/tongue.svelte";
import type { Frame, OpenDesk } from "$wire/generated";

let frame = $state.raw<Frame | null>(null);
let reachable = $state(true);

export const facts = {
  get frame(): Frame | null {
    return frame;
  },
  /** The open register and its profile; null before the first answer, on first run, and when it could not be opened. */
  get desk(): OpenDesk | null {
    return frame?.state === "open" ? frame.desk : null;
  },
  /** False while the desk gives no answer: the frame then says so across the window. */
  get reachable(): boolean {
    return reachable;
  },
};

/** Takes a frame that a command answered with (sign_in, restore ...). */
export function takeFrame(next: Frame): void {
  frame = next;
  reachable = true;
  if (next.state === "open") speak(readTongue(next.desk.language));
}

/** Asks again. What was known stays on the screen when there is no answer. */
export async function refreshFacts(): Promise<void> {
  try {
    takeFrame(await call("frame", {}));
  } catch {
    reachable = false;
  }
}
