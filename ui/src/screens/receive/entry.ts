import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "receive",
  title: () => w.receive.title,
  load: () => import("./Receive.svelte"),
  rail: { icon: "mail-open", order: 3, keys: "F2" },
};
