// Turns trouble into the sentence a clerk reads.
import { troubleOf, type Trouble } from "$wire";
import { w } from "$words";
import { dateTroubleText, paperTroubleText, refusalText, storeTroubleText } from "./reasons";

/** The sentence for a trouble: what happened, what is safe, what to do. */
export function troubleText(it: Trouble): string {
  switch (it.code) {
    case "refused": return refusalText(it.refusal);
    case "date": return dateTroubleText(it.trouble);
    case "paper": return paperTroubleText(it.trouble);
    case "store": return w.failures.store(storeTroubleText(it.trouble));
    case "bad_request": return w.failures.bad_request(it.what);
    case "printer": return w.failures.printer(it.detail);
    case "internal": return w.failures.internal(it.report);
    default: return w.failures[it.code]("");
  }
}

/** The sentence for what was thrown by `call`. */
export function sentenceFor(thrown: unknown): string {
  return troubleText(troubleOf(thrown));
}
