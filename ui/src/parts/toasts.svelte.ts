// The one sentence said after something was done, with the way to take it back. Never holds the only copy of a fact.

export type Toast = { text: string; undo?: () => void | Promise<void> };

let current = $state.raw<Toast | null>(null);

export const toast = {
  get current(): Toast | null {
    return current;
  },
};

/** Says what was done. It stays until the next thing is done. */
export function say(text: string, undo?: Toast["undo"]): void {
  current = { text, undo };
}

export function hush(): void {
  current = null;
}

/** Takes back what was said last. True when there was something to take back. */
export async function undoLast(): Promise<boolean> {
  const undo = current?.undo;
  if (!undo) return false;
  current = null;
  await undo();
  return true;
}
