// Turns trouble into the sentence a clerk reads.
import { w } from "$words";
import type { Trouble } from "$wire";
import { troubleOf } from "$wire";

/** The sentence for what was thrown by `call`. */
export function sentenceFor(thrown: unknown): string {
  const trouble = troubleOf(thrown);
  const say = w.failures[trouble.code] as ((it: Trouble) => string) | undefined;
  return (say ?? w.failures.unreachable)(trouble as never);
}
