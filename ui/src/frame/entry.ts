// What a screen says about itself so that the frame can list it, open it and name it. One `entry.ts` per screen folder.
import type { Component } from "svelte";
import type { IconName } from "$look/icons";

export type ScreenEntry = {
  /** First word of its address: #/today. */
  name: string;
  /** Its title in the chosen tongue; also the window's title, so never a person's name. */
  title: () => string;
  load: () => Promise<{ default: Component }>;
  /** Its line in the rail; without one it is reached from other screens. */
  rail?: {
    icon: IconName;
    /** Place in the rail, small numbers first. */
    order: number;
    /** `end` stands at the bottom (settings). */
    place?: "top" | "end";
    /** Opens it from everywhere, for example F2. */
    keys?: string;
  };
  /** The rail line that stays lit while this screen is open. */
  under?: string;
};

/** Orders the rail and leaves out what has no line in it. */
export function railOf(entries: readonly ScreenEntry[], place: "top" | "end"): ScreenEntry[] {
  return entries
    .filter((it) => it.rail && (it.rail.place ?? "top") === place)
    .sort((a, b) => (a.rail?.order ?? 0) - (b.rail?.order ?? 0));
}
