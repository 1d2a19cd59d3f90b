// What the frame shows, worked out from the facts without a window.
import type { Frame } from "$wire/generated";

export type Count = { open: number; late: number };

/** The numbers beside a rail line; nothing for screens that count nothing. */
export function countFor(frame: Frame | null, screen: string): Count | undefined {
  if (frame?.state !== "open") return undefined;
  const { work, overdue, visits_today } = frame.desk;
  const counts: Record<string, Count> = { today: { open: work, late: overdue }, schedule: { open: visits_today, late: 0 } };
  return counts[screen];
}

export type BandKind = "unreachable" | "broken" | "read_only" | "damaged" | "clock_back" | "practice";

/** The bands across the window, the gravest first. A broken register says so even when it is the practice one. */
export function bandsFor(frame: Frame | null, reachable: boolean): BandKind[] {
  const bands: BandKind[] = [];
  if (!reachable) bands.push("unreachable");
  if (frame?.state === "broken") bands.push("broken");
  if (frame?.state === "open" && frame.desk.damaged) bands.push("damaged");
  if (frame?.state === "open" && frame.desk.read_only) bands.push("read_only");
  if (frame?.state === "open" && frame.desk.clock_back !== null) bands.push("clock_back");
  if (isPractice(frame)) bands.push("practice");
  return bands;
}

export function isPractice(frame: Frame | null): boolean {
  return frame !== null && (frame.state === "open" ? frame.desk.practice : frame.practice);
}

/** Today as the desk counts it. */
export function todayOf(frame: Frame | null): string {
  if (frame === null) return "";
  return frame.state === "open" ? frame.desk.today : frame.today;
}

const CLOCK = new Intl.DateTimeFormat("ja-JP", { timeZone: "Asia/Tokyo", hour: "numeric", minute: "2-digit", hourCycle: "h23" });

/** The desk's time of day: Japan's, whatever the machine is set to. */
export function clockText(now: Date): string {
  return CLOCK.format(now).replace(/^0(?=\d)/, "");
}
