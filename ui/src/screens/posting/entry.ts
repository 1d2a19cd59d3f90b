import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "posting",
  title: () => w.posting.title,
  load: () => import("./Posting.svelte"),
  rail: { icon: "send", order: 6 },
};
