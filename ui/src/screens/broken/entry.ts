import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

// Takes the window while there is a register that cannot be opened.
export const entry: ScreenEntry = {
  name: "broken",
  title: () => w.broken.title,
  load: () => import("./Broken.svelte"),
};
