// One guard in front of every key handler: keys that belong to a Japanese input method never reach us.
// Three marks are needed, because engines differ: `isComposing`, our own flag, and key code 229.
//
// WebKit sends the Enter that confirms a composition after `compositionend`, with `isComposing` false and key code 229.
// It may also tag later, real Enters with 229. So a *named* key with 229 counts as the input method's only once,
// and only shortly after `compositionend`; a *character* key with 229 always does (the first key of a composition
// comes before `compositionstart`).

const CONFIRM_WINDOW_MS = 500;
const PROCESSED_BY_IME = 229;
const NAMED = new Set([
  "Enter", "Escape", "Tab", "Backspace", "Delete", "Home", "End", "PageUp", "PageDown",
  "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight",
]);

type KeyMarks = Pick<KeyboardEvent, "key" | "isComposing" | "keyCode">;

/** Follows one window's compositions and says whose a key is. Times are milliseconds, passed in. */
export class Ime {
  #composing = false;
  #endedAt = Number.NEGATIVE_INFINITY;
  #confirmPending = false;

  start(): void {
    this.#composing = true;
  }

  end(now: number): void {
    this.#composing = false;
    this.#endedAt = now;
    this.#confirmPending = true;
  }

  get composing(): boolean {
    return this.#composing;
  }

  /** True when the key belongs to the input method. Asking about a confirming key uses its one excuse up. */
  owns(event: KeyMarks, now: number): boolean {
    if (this.#composing || event.isComposing) return true;
    if (event.keyCode !== PROCESSED_BY_IME) return false;
    if (!NAMED.has(event.key)) return true;
    const excused = this.#confirmPending && now - this.#endedAt < CONFIRM_WINDOW_MS;
    this.#confirmPending = false;
    return excused;
  }
}

export const ime = new Ime();

/** Puts the guard on `target` in the capture phase. Returns how to take it off. */
export function guardIme(target: Window = window, guard: Ime = ime): () => void {
  const start = () => guard.start();
  const end = (event: Event) => guard.end(event.timeStamp);
  // No preventDefault: the input method must still get its key.
  const key = (event: KeyboardEvent) => {
    if (guard.owns(event, event.timeStamp)) event.stopImmediatePropagation();
  };
  // Leaving the field ends a composition even where the engine forgets to say so.
  const blur = (event: Event) => {
    if (guard.composing) guard.end(event.timeStamp);
  };
  const whileComposing = (event: KeyboardEvent) => {
    if (guard.composing || event.isComposing) event.stopImmediatePropagation();
  };
  const capture = { capture: true };
  target.addEventListener("compositionstart", start, capture);
  target.addEventListener("compositionend", end, capture);
  target.addEventListener("focusout", blur, capture);
  target.addEventListener("keydown", key, capture);
  target.addEventListener("keypress", whileComposing, capture);
  target.addEventListener("keyup", whileComposing, capture);
  return () => {
    target.removeEventListener("compositionstart", start, capture);
    target.removeEventListener("compositionend", end, capture);
    target.removeEventListener("focusout", blur, capture);
    target.removeEventListener("keydown", key, capture);
    target.removeEventListener("keypress", whileComposing, capture);
    target.removeEventListener("keyup", whileComposing, capture);
  };
}
