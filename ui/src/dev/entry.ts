// Development only: the page of all parts, and a desk that answers from made-up data when no real one is running.
import type { ScreenEntry } from "$frame/entry";
import { answerWith } from "$wire";
import { frameSample } from "./samples";

/** With ?sample in the address the frame is fed from samples and lists nothing else; otherwise the real desk answers. */
export function prepare(real: readonly ScreenEntry[]): readonly ScreenEntry[] {
  const wish = new URLSearchParams(location.search).get("sample");
  if (wish !== null) {
    answerWith(async (command) => (command === "frame" ? { ok: true, answer: frameSample(wish) } : { ok: false, failure: { code: "internal", report: "E-0" } }));
  }
  const line = (name: string, title: string, icon: NonNullable<ScreenEntry["rail"]>["icon"], order: number, more = {}): ScreenEntry => ({
    name,
    title: () => title,
    load: () => import("./parts/PartsScreen.svelte"),
    rail: { icon, order, ...more },
  });
  return wish === null
    ? [...real, line("parts", "部品の見本", "circle-dot", 99, { place: "end" })]
    : [
        line("today", "今日の仕事", "inbox", 1), line("parts", "部品の見本", "table-2", 2), line("receive", "郵便を登録", "mail-open", 3, { keys: "F2" }),
        line("inquiry", "電話の受付", "phone-incoming", 4, { keys: "F4" }), line("schedule", "予定表", "calendar-days", 5), line("settings", "設定", "settings", 9, { place: "end" }),
      ];
}
