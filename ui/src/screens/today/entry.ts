import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "today",
  title: () => w.today.title,
  load: () => import("./Today.svelte"),
  rail: { icon: "inbox", order: 1 },
};
