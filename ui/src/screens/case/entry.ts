import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = { name: "case", title: () => w.case.common.title, load: () => import("./Screen.svelte"), under: "ledger" };
