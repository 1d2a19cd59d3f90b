// How a Field tells the control inside it who it is: its id, its label and what is wrong with it.
import { getContext, setContext } from "svelte";

export type FieldFacts = { readonly id: string; readonly labelId: string; readonly describedby: string | undefined; readonly invalid: boolean };

const KEY = Symbol("field");

export function offerField(facts: FieldFacts): void {
  setContext(KEY, facts);
}

export function fieldAround(): FieldFacts | undefined {
  return getContext<FieldFacts | undefined>(KEY);
}

/** Joins ids for aria-describedby; undefined when there are none. */
export function ids(...all: (string | undefined | null | false)[]): string | undefined {
  return all.filter(Boolean).join(" ") || undefined;
}
