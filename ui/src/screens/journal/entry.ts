import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

// Reached from the settings; a case shows its own part of the journal itself.
export const entry: ScreenEntry = {
  name: "journal",
  title: () => w.journal.title,
  load: () => import("./Journal.svelte"),
  under: "settings",
};
