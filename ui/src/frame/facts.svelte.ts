// What the frame shows, asked from the desk at the start, after every change, and once a minute.
import { call } from "$wire";
import { readTongue, speak } from "$words/tongue.svelte";
import type { Frame, OpenDesk } from "$wire/generated";

let frame = $state.raw<Frame | null>(null);
let reachable = $state(true);
let heard = $state.raw(0);

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
  /** Milliseconds since the desk last told its time, by a clock that nobody sets. */
  passed(): number {
    return Math.max(0, performance.now() - heard);
  },
};

/** Takes a frame that a command answered with (sign_in, restore ...). */
export function takeFrame(next: Frame): void {
  frame = next;
  heard = performance.now();
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
