import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

// Takes the window while there is no register yet.
export const entry: ScreenEntry = {
  name: "first_run",
  title: () => w.firstRun.title,
  load: () => import("./FirstRun.svelte"),
};
