// The one case on the screen: asks for it, does things to it, and says what became of them. Every tab shares it.
import { getContext, setContext } from "svelte";
import { say } from "$parts/toasts.svelte";
import { call, troubleOf, type Trouble } from "$wire";
import { announceChange } from "$wire/changed.svelte";
import type { Action, CaseView } from "$wire/generated";
import { w } from "$words";
import type { DialogName } from "./leads";
import { troubleText } from "$words/failure";

/** What a form is told: done, or what stood against it. `conflict` has already been shown above the tabs. */
export type Done = { ok: true; view: CaseView } | { ok: false; /** Null: nothing was tried, something else is still under way. */ trouble: Trouble | null };

export class CaseHere {
  #view = $state.raw<CaseView | null>(null);
  #trouble = $state.raw<Trouble | null>(null);
  #asked = 0;
  /** Something is under way: buttons wait. */
  busy = $state(false);
  /** Another desk changed the case while this one was looking; the newest is shown. */
  moved = $state(false);
  dialog = $state<DialogName | null>(null);
  /** The rule that the waive dialog opens with. */
  rule = $state<number | null>(null);

  constructor(readonly id: number) {}

  get view(): CaseView | null {
    return this.#view;
  }
  /** Why the case could not be shown at all. */
  get trouble(): Trouble | null {
    return this.#trouble;
  }

  /** Asks for the case; an answer that arrives after a newer one is dropped. */
  async load(): Promise<void> {
    const mine = ++this.#asked;
    try {
      const view = await call("case", { id: this.id });
      if (mine === this.#asked) this.#take(view);
    } catch (thrown) {
      if (mine === this.#asked) this.#trouble = troubleOf(thrown);
    }
  }

  #take(view: CaseView): void {
    this.#asked += 1;
    this.#view = view;
    this.#trouble = null;
  }

  /** Does one action. `said` is the toast's sentence; Ctrl+Z takes the action back where that is possible. */
  async act(action: Action, said: string, draft: string | null = null): Promise<Done> {
    return this.#change(async (view) => (await call("act", { id: this.id, revision: view.revision, action, draft })).view, said);
  }

  /** Does one action after another, each on the case the one before left. Stops at the first that is refused. */
  async actAll(actions: readonly Action[], said: string, draft: string | null = null): Promise<Done> {
    let done: Done = { ok: false, trouble: null };
    for (const [at, action] of actions.entries()) {
      const last = at === actions.length - 1;
      done = await this.act(action, said, last ? draft : null);
      if (!done.ok) return done;
    }
    return done;
  }

  /** Takes a view that another command answered with (printing). */
  took(view: CaseView, said: string): void {
    this.#take(view);
    this.moved = false;
    say(said, view.undo === null ? undefined : () => this.undo());
    announceChange();
  }

  async #change(run: (view: CaseView) => Promise<CaseView>, said: string): Promise<Done> {
    const before = this.#view;
    if (!before || this.busy) return { ok: false, trouble: null };
    this.busy = true;
    try {
      const view = await run(before);
      this.took(view, said);
      return { ok: true, view };
    } catch (thrown) {
      const trouble = troubleOf(thrown);
      if (trouble.code === "conflict") {
        await this.load();
        this.moved = true;
      }
      return { ok: false, trouble };
    } finally {
      this.busy = false;
    }
  }

  /** Takes back the newest entry that may be taken back. It stays in the journal, struck. */
  async undo(): Promise<void> {
    const seq = this.#view?.undo ?? null;
    if (seq === null) return;
    const done = await this.#change(async () => (await call("undo", { id: this.id, seq })).view, w.case.common.taken_back);
    if (!done.ok && done.trouble) say(troubleText(done.trouble));
  }
}

const KEY = Symbol("case");

export function offerCase(here: CaseHere): void {
  setContext(KEY, here);
}

/** The case on the screen, for the tabs and dialogs inside it. */
export function caseHere(): CaseHere {
  return getContext<CaseHere>(KEY);
}

/** The same, with the view that a tab is only drawn with. */
export function viewHere(): () => CaseView {
  const here = caseHere();
  return () => {
    if (!here.view) throw new Error("a tab is drawn only when its case is here");
    return here.view;
  };
}
