import type { ScreenEntry } from "$frame/entry";
import { w } from "$words";

export const entry: ScreenEntry = {
  name: "schedule",
  title: () => w.schedule.title,
  load: () => import("./Schedule.svelte"),
  rail: { icon: "calendar-days", order: 5 },
};
