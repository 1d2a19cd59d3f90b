// Dates as the desk writes them, from ISO text to words. Never reads what was typed (the desk does) and knows no clock.
import { tongue } from "./tongue.svelte";

type Era = { name: string; letter: string; from: string; before: number };

/** First days of the eras (元号法; 1868 by the lunisolar calendar's new-year rule, as the family register counts). */
const ERAS: readonly Era[] = [
  { name: "令和", letter: "R", from: "2019-05-01", before: 2018 },
  { name: "平成", letter: "H", from: "1989-01-08", before: 1988 },
  { name: "昭和", letter: "S", from: "1926-12-25", before: 1925 },
  { name: "大正", letter: "T", from: "1912-07-30", before: 1911 },
  { name: "明治", letter: "M", from: "1868-01-25", before: 1867 },
];
const WEEKDAYS = { ja: ["日", "月", "火", "水", "木", "金", "土"], en: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] };
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

type Parts = { iso: string; year: number; month: number; day: number; weekday: number };

/** Takes the day out of "2026-11-24" or "2026-11-24T09:31:00". */
function partsOf(iso: string): Parts | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
  if (!found) return null;
  const [year, month, day] = [Number(found[1]), Number(found[2]), Number(found[3])];
  return { iso: iso.slice(0, 10), year, month, day, weekday: new Date(Date.UTC(year, month - 1, day)).getUTCDay() };
}

function eraOf(it: Parts): Era | undefined {
  return ERAS.find((era) => it.iso >= era.from);
}

const inJapanese = () => tongue.now === "ja";
const weekdayOf = (it: Parts) => WEEKDAYS[tongue.now][it.weekday] ?? "";
const withWeekday = (text: string, it: Parts) => (inJapanese() ? `${text}（${weekdayOf(it)}）` : `${weekdayOf(it)} ${text}`);

/** 令和8年11月24日, the first year as 元年; in English 24 Nov 2026. Text that is no date comes back as it is. */
export function wareki(iso: string): string {
  const it = partsOf(iso);
  if (!it) return iso;
  if (!inJapanese()) return `${it.day} ${MONTHS[it.month - 1]} ${it.year}`;
  const era = eraOf(it);
  const year = era ? it.year - era.before : it.year;
  return `${era?.name ?? ""}${era && year === 1 ? "元" : year}年${it.month}月${it.day}日`;
}

/** 令和8年11月24日（火）. */
export function warekiDay(iso: string): string {
  const it = partsOf(iso);
  return it ? withWeekday(wareki(iso), it) : iso;
}

/** R8.11.24, for lists and the stamp; the same in both tongues. */
export function warekiShort(iso: string): string {
  const it = partsOf(iso);
  if (!it) return iso;
  const era = eraOf(it);
  return era ? `${era.letter}${it.year - era.before}.${it.month}.${it.day}` : `${it.year}.${it.month}.${it.day}`;
}

/** R8.11.24 in Japanese, 24 Nov 2026 in English: where a day must be short and the era's letter would not be understood. */
export function shortDay(iso: string): string {
  return inJapanese() ? warekiShort(iso) : wareki(iso);
}

/** 12月8日（火）, for a day of this year. */
export function monthDay(iso: string): string {
  const it = partsOf(iso);
  if (!it) return iso;
  return withWeekday(inJapanese() ? `${it.month}月${it.day}日` : `${it.day} ${MONTHS[it.month - 1]}`, it);
}

/** 12/8, for tables. */
export function slash(iso: string): string {
  const it = partsOf(iso);
  return it ? `${it.month}/${it.day}` : iso;
}

/** 火. */
export function weekday(iso: string): string {
  const it = partsOf(iso);
  return it ? weekdayOf(it) : "";
}

/** 9:31 out of "2026-11-24T09:31:00"; the desk's own time, so no zone is applied. */
export function clock(iso: string): string {
  const found = /T(\d{2}):(\d{2})/.exec(iso);
  return found ? `${Number(found[1])}:${found[2]}` : "";
}

/** 今日 9:12, or 11/20 15:40. */
export function moment(iso: string, today: string): string {
  const day = iso.slice(0, 10) === today.slice(0, 10) ? (inJapanese() ? "今日" : "today") : slash(iso);
  return `${day} ${clock(iso)}`.trim();
}

/** 今日, or 11/27. */
export function due(iso: string, today: string): string {
  return iso.slice(0, 10) === today.slice(0, 10) ? (inJapanese() ? "今日" : "today") : slash(iso);
}

/** The fiscal year (April to March) a day belongs to, as the desk names it: 令和8年度. */
export function fiscalYear(iso: string): string {
  const it = partsOf(iso);
  if (!it) return iso;
  const year = it.month >= 4 ? it.year : it.year - 1;
  const era = eraOf({ ...it, iso: `${year}-04-01` }) ?? ERAS[0];
  if (!inJapanese() || !era) return `FY${year}`;
  // The register of the year in which an era began carries the new era's name.
  const named = eraOf({ ...it, iso: `${year + 1}-03-31` }) ?? era;
  const count = year - named.before;
  return `${named.name}${count <= 1 ? "元" : count}年度`;
}

/** Adds days to an ISO date. */
export function plusDays(iso: string, days: number): string {
  const it = partsOf(iso);
  return it ? new Date(Date.UTC(it.year, it.month - 1, it.day + days)).toISOString().slice(0, 10) : iso;
}
