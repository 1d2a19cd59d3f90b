import { cleanup, configure, fireEvent, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeDesk, openDesk, type Answers } from "../../dev/fakeDesk";
import { startRouter } from "$frame/router.svelte";
import { listen } from "$keys/shortcuts";
import type { CaseRow, LedgerQuery, LedgerView } from "$wire/generated";
import Ledger from "./Ledger.svelte";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const row = (id: number): CaseRow => ({
  id, found_by: id === 2 ? "variant" : null,
  brief: {
    number: `R8-${String(id).padStart(4, "0")}`, name: id === 2 ? "髙橋 弥生" : "高橋 忠", kana: "タカハシ", former_name: "", birth: "1946-07-30", mode: "online", department: "lung",
    institution: "", since: "2026-11-18", stage: "screening", open: true, steps: [], here: 4, needed: 6, visit: null, misses: 0, last_call: null, fiscal_year: 2026,
  },
});
const view = (rows: CaseRow[], total = rows.length): LedgerView => ({ rows, total, open: total, ended: 0, stages: [{ stage: "screening", count: total }], years: [2026] });

let desk: ReturnType<typeof fakeDesk>;
let stops: (() => void)[] = [];
function open(hash: string, answers: Answers) {
  desk = fakeDesk(answers);
  location.hash = hash;
  stops = [startRouter(), listen()];
  render(Ledger);
}
const chosen = () => document.querySelector<HTMLElement>("tr[aria-selected='true']");
const last = (): LedgerQuery | undefined => desk.asked("ledger").at(-1);

beforeEach(openDesk);
afterEach(() => {
  cleanup();
  stops.forEach((stop) => stop());
  desk.leave();
});

it("asks for what the address says, marks the letters, says why a row without them is here", async () => {
  open("#/ledger?q=高橋&mode=online", { ledger: () => view([row(1), row(2)]) });
  await screen.findByText("「高橋」に 2件");
  expect(last()).toMatchObject({ query: "高橋", mode: "online", openness: "all", page: { from: 0, size: 200 } });
  expect([...document.querySelectorAll("mark")].map((it) => it.textContent)).toEqual(["高橋"]);
  expect(screen.getByText("表記ゆれ")).toBeTruthy();
});

it("the first row takes the focus; ↓ and Enter open the next", async () => {
  open("#/ledger", { ledger: () => view([row(1), row(2)]) });
  await waitFor(() => expect(document.activeElement).toBe(chosen()));
  await userEvent.keyboard("{ArrowDown}");
  await waitFor(() => expect(chosen()?.textContent).toContain("R8-0002"));
  await waitFor(() => expect(document.activeElement).toBe(chosen()));
  await userEvent.keyboard("{Enter}");
  await waitFor(() => expect(location.hash).toBe("#/case/2"));
});

it("a filter goes into the address and asks anew; clearing takes it out again", async () => {
  open("#/ledger", { ledger: () => view([row(1)]) });
  await screen.findByText("R8-0001");
  await userEvent.selectOptions(screen.getByLabelText("診療科"), "lung");
  await waitFor(() => expect([location.hash, last()?.department]).toEqual(["#/ledger?department=lung", "lung"]));
  await userEvent.click(await screen.findByText("条件を消す"));
  await waitFor(() => expect([location.hash, last()?.department]).toEqual(["#/ledger", null]));
});

it("more than a page is asked for when it comes in sight", async () => {
  const all = Array.from({ length: 230 }, (_, at) => row(at + 10));
  open("#/ledger", { ledger: ({ page }) => ({ ...view(all.slice(page.from, page.from + page.size)), total: all.length }) });
  await screen.findByText("230件", { selector: "p" });
  const frame = document.querySelector("table")?.parentElement as HTMLElement;
  frame.scrollTop = 200 * 38; // jsdom scrolls nothing by itself
  await fireEvent.scroll(frame);
  await waitFor(() => expect(desk.asked("ledger").map((it) => it.page)).toEqual([{ from: 0, size: 200 }, { from: 200, size: 200 }]));
});

it("finding nothing says how to go on", async () => {
  open("#/ledger?q=zzz&stage=done", { ledger: () => view([]) });
  await screen.findByText("当てはまる申込はありません");
  expect(screen.getAllByText("条件を消す").length).toBe(2);
});
