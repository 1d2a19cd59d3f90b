// Every screen that exists: each folder here with an entry.ts is one. Nothing else has to be told about a new screen.
import type { ScreenEntry } from "$frame/entry";

const found = import.meta.glob<{ entry: ScreenEntry }>("./*/entry.ts", { eager: true });

export const screens: readonly ScreenEntry[] = Object.values(found).map((it) => it.entry);
