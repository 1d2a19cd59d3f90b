import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "settings",
  title: () => w.settings.title,
  load: () => import("./Settings.svelte"),
  rail: { icon: "settings", order: 9, place: "end" },
};
