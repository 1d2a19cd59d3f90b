import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "ledger",
  title: () => w.ledger.title,
  load: () => import("./Ledger.svelte"),
  rail: { icon: "table-2", order: 2 },
};
