// Says who is working. What is registered afterwards carries this name.
import { call } from "$wire";
import { say } from "$parts/toasts.svelte";
import { sentenceFor } from "$words/failure";
import { takeFrame } from "./facts.svelte";

/** Signs in; a refusal is said and changes nothing. */
export async function signIn(name: string): Promise<void> {
  try {
    takeFrame(await call("sign_in", { name }));
  } catch (thrown) {
    say(sentenceFor(thrown));
  }
}
