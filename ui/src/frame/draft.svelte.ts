// Keeps an unfinished form in the register: saved within two seconds of the last key, given back when the form opens again.
import { onDestroy, onMount } from "svelte";
import { call } from "$wire";

/** Well under the two seconds that are promised. */
const WAIT_MS = 900;

export type Draft = {
  /** Named in the `act` that finishes the form, so that the desk forgets the draft with it. */
  readonly key: string;
  /** When the draft was saved that the form was filled from (empty when the desk does not say); null when the form started empty. */
  readonly restored: string | null;
  /** The desk has answered: what the form holds now is a draft taken up again, or a new form. */
  readonly ready: boolean;
  /** The form was finished: nothing more is saved. */
  finish(): void;
  /** Throws the draft away; the caller puts its form back. */
  drop(): Promise<void>;
};

/** Call while the form is being set up. `form` is its `$state`; `accept` may refuse what no longer fits. */
export function keepDraft<T extends object>(key: string, form: T, accept: (found: unknown) => found is T): Draft {
  let restored = $state<string | null>(null);
  let saved = JSON.stringify(form);
  let ready = $state(false);
  let finished = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function save(): void {
    clearTimeout(timer);
    timer = undefined;
    const content = JSON.stringify(form);
    if (finished || content === saved) return;
    saved = content;
    // A draft that cannot be saved is said by the frame's band (unreachable); the form itself stays.
    void call("save_draft", { key, content }).catch(() => (saved = ""));
  }

  onMount(async () => {
    try {
      const { content, saved: at } = await call("draft", { key });
      const untouched = JSON.stringify(form) === saved;
      const found: unknown = content === null ? null : JSON.parse(content);
      if (untouched && content !== null && content !== saved && accept(found)) {
        Object.assign(form, found);
        saved = JSON.stringify(form);
        restored = at ?? "";
      }
    } catch {
      // no draft, or one that cannot be read: the form starts as it is
    }
    ready = true;
  });
  $effect(() => {
    const content = JSON.stringify(form);
    if (!ready || finished || content === saved) return;
    clearTimeout(timer);
    timer = setTimeout(save, WAIT_MS);
  });
  onDestroy(save);

  return {
    key,
    get restored() {
      return restored;
    },
    get ready() {
      return ready;
    },
    finish() {
      finished = true;
      clearTimeout(timer);
    },
    async drop() {
      finished = true;
      clearTimeout(timer);
      saved = JSON.stringify(form); // what was thrown away must not come back when the form closes
      restored = null;
      await call("drop_draft", { key }).catch(() => {});
      finished = false;
    },
  };
}

/** True when `found` has every key of `model`: a draft of an older form is not taken. */
export function sameShape<T extends object>(model: T): (found: unknown) => found is T {
  const keys = Object.keys(model);
  return (found): found is T => typeof found === "object" && found !== null && keys.every((key) => key in found);
}
