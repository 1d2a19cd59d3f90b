// Which forms of the settings hold changes that were not saved, so that the tabs and lists can say so after one has gone elsewhere.
import { SvelteSet } from "svelte/reactivity";

const forms = new SvelteSet<string>();

/** Remembers or forgets a form: `doctor endo`. */
export function markUnsaved(form: string, dirty: boolean): void {
  if (dirty) forms.add(form);
  else forms.delete(form);
}

/** One form, or with a kind alone any form of that kind. */
export function isUnsaved(form: string): boolean {
  return forms.has(form) || [...forms].some((it) => it.startsWith(`${form} `));
}
