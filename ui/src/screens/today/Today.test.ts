import { cleanup, configure, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeDesk, openDesk, Stated, type Answers } from "../../dev/fakeDesk";
import { listen } from "$keys/shortcuts";
import { announceChange } from "$wire/changed.svelte";
import type { StepKind, TodayView, WorkRow } from "$wire/generated";
import Today from "./Today.svelte";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const row = (id: number, kind: StepKind, name: string): WorkRow => ({
  id, overdue_days: 0, missing: [], calls: [],
  step: { kind, from: "2026-11-24", due: "2026-11-24", at: null, tries: 0, rule: null },
  brief: {
    number: `R8-000${id}`, name, kana: "", former_name: "", birth: null, mode: "in_person", department: "lung", institution: "", since: null, stage: "offering", open: true,
    steps: [], here: 0, needed: 0, visit: null, misses: 0, last_call: null, fiscal_year: 2026,
  },
});
const none: TodayView = { overdue: [], today: [], done_today: 3, visits: [], expiring: [], next: "2026-11-27" };

let desk: ReturnType<typeof fakeDesk>;
let stopKeys: () => void;
function open(answers: Answers) {
  desk = fakeDesk(answers);
  render(Today);
}
const act = () => document.querySelector<HTMLAnchorElement>("[data-act]");

beforeEach(() => {
  openDesk();
  location.hash = "#/today";
  stopKeys = listen();
});
afterEach(() => {
  cleanup();
  stopKeys();
  desk.leave();
});

it("the open row leads to where it is done; ↓ moves row and focus together", async () => {
  open({ today: () => ({ ...none, today: [row(1, "phone_candidates", "佐久間 ちづ"), row(2, "ask_doctor", "安倍 環")] }) });
  await screen.findByText("電話の画面へ");
  expect(act()?.getAttribute("href")).toBe("#/case/1/call?matter=candidates");
  act()?.focus();
  await userEvent.keyboard("{ArrowDown}");
  await screen.findByText("審査の画面へ");
  await waitFor(() => expect(document.activeElement).toBe(act()));
  expect(act()?.getAttribute("href")).toBe("#/case/2/screening?at=ask");
  await userEvent.keyboard("{ArrowRight}");
  await waitFor(() => expect(location.hash).toBe("#/case/2"));
});

it("a kind with nothing in it says so and leads back to all", async () => {
  open({ today: () => ({ ...none, today: [row(1, "phone_candidates", "佐久間 ちづ")] }) });
  await screen.findByText("電話の画面へ");
  await userEvent.click(screen.getByRole("radio", { name: /発送/ }));
  await userEvent.click(await screen.findByText("すべて見る"));
  await screen.findByText("電話の画面へ");
});

it("nothing to do is a success that says what comes next", async () => {
  open({ today: () => none });
  await screen.findByText("すべて終わりました");
  expect(screen.getByText("次の期限は11月27日（金）です。")).toBeTruthy();
});

it("asks again after every change, and keeps what it knows when there is no answer", async () => {
  let broken = false;
  open({ today: () => { if (broken) throw new Stated({ code: "closed" }); return { ...none, today: [row(1, "phone_candidates", "佐久間 ちづ")] }; } });
  await screen.findByText("佐久間 ちづ");
  broken = true;
  announceChange();
  await screen.findByText("今日の仕事を読めませんでした");
  expect([desk.asked("today").length, screen.queryByText("佐久間 ちづ") !== null]).toEqual([2, true]);
});
