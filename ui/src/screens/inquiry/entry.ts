import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "inquiry",
  title: () => w.inquiry.title,
  load: () => import("./Inquiry.svelte"),
  rail: { icon: "phone-incoming", order: 4, keys: "F3" },
};
