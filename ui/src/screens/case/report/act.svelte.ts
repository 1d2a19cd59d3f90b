// One part of the day does one thing: the shared way to do it, wait, and keep what stood against it.
import type { Trouble } from "$wire";
import { troubleText } from "$words/failure";
import type { Action } from "$wire/generated";
import type { CaseHere } from "../case.svelte";

export class Doing {
  #trouble = $state.raw<Trouble | null>(null);

  constructor(readonly here: CaseHere) {}

  get error(): string | null {
    return this.#trouble ? troubleText(this.#trouble) : null;
  }
  get busy(): boolean {
    return this.here.busy;
  }
  async act(action: Action, said: string): Promise<boolean> {
    const done = await this.here.act(action, said);
    this.#trouble = done.ok ? null : done.trouble;
    return done.ok;
  }
  failed(trouble: Trouble | null): void {
    this.#trouble = trouble;
  }
}
