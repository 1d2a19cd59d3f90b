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

/** Nobody has said who is working: what is typed now could not be registered. A register that is only read needs no name. */
export function unsigned(frame: Frame | null): boolean {
  return frame?.state === "open" && frame.desk.person === null && !frame.desk.read_only;
}

/** The first nine people can be chosen by their digit. */
export function staffKeys(staff: readonly string[]): { key: string; name: string }[] {
  return staff.slice(0, 9).map((name, at) => ({ key: String(at + 1), name }));
}

/** Today as the desk counts it. */
export function todayOf(frame: Frame | null): string {
  if (frame === null) return "";
  return frame.state === "open" ? frame.desk.today : frame.today;
}

/** The desk's moment in Japan: what its clock last said, moved on by the milliseconds since. Only the day while no register is open. */
export function momentOf(frame: Frame | null, passed: number): string {
  if (frame?.state !== "open") return todayOf(frame);
  return new Date(Date.parse(`${frame.desk.now.slice(0, 23)}Z`) + passed).toISOString().slice(0, 19);
}

/** Milliseconds until the minute changes on the desk's clock. */
export function untilMinute(moment: string): number {
  return (60 - Number(moment.slice(17, 19))) * 1000;
}
