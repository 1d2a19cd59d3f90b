// Every word on the screen. Japanese is the contract; English must have the same keys and parameters, and the compiler says so.
import { en } from "./en";
import { ja } from "./ja";
import { tongue, type Tongue } from "./tongue.svelte";

export { readTongue, speak, tongue, type Tongue } from "./tongue.svelte";

export type Words = typeof ja;

export const catalogues: Record<Tongue, Words> = { ja, en };

/** The words in the chosen tongue: `w.today.title`, `w.frame.backup("9:00")`. Reading it in markup follows the choice. */
export const w: Words = new Proxy({} as Words, {
  get: (_, section) => catalogues[tongue.now][section as keyof Words],
});
