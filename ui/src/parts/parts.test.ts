import { createRawSnippet } from "svelte";
import { cleanup, fireEvent, render, screen } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, describe, expect, it, vi } from "vitest";
import { activeLayers, listen } from "$keys/shortcuts";
import Button from "./Button.svelte";
import CheckRow from "./CheckRow.svelte";
import Combobox from "./Combobox.svelte";
import DataTable from "./DataTable.svelte";
import Dialog from "./Dialog.svelte";
import EraDate, { type DateReading } from "./EraDate.svelte";
import MonthGrid, { type DayCell } from "./MonthGrid.svelte";
import Segment from "./Segment.svelte";
import Toast from "./Toast.svelte";
import { countAfter, readCount } from "./count";
import { hush, say, undoLast } from "./toasts.svelte";

afterEach(() => {
  cleanup();
  hush();
});
const words = (text: string) => createRawSnippet(() => ({ render: () => `<span>${text}</span>` }));

describe("Button", () => {
  it("announces its key and presses", async () => {
    const onclick = vi.fn();
    render(Button, { children: words("登録する"), keys: "Ctrl+Enter", onclick });
    const button = screen.getByRole("button", { name: "登録する" });
    expect(button.getAttribute("aria-keyshortcuts")).toBe("Control+Enter");
    await userEvent.click(button);
    expect(onclick).toHaveBeenCalledTimes(1);
  });

  it("stays reachable when it may not be pressed, says why, and leads to the cause", async () => {
    const [onclick, onwhy] = [vi.fn(), vi.fn()];
    render(Button, { children: words("審査を頼む"), why: "同意書に自署がない", onclick, onwhy });
    const button = screen.getByRole("button", { name: "審査を頼む", description: "同意書に自署がない" });
    button.focus();
    expect(document.activeElement).toBe(button);
    await userEvent.keyboard("{Enter}");
    expect([onclick.mock.calls.length, onwhy.mock.calls.length]).toEqual([0, 1]);
  });

  it("does nothing while it is busy", async () => {
    const onclick = vi.fn();
    render(Button, { children: words("保存"), busy: true, onclick });
    await userEvent.click(screen.getByRole("button"));
    expect(onclick).not.toHaveBeenCalled();
  });
});

describe("Segment", () => {
  it("is a group of native radios moved by arrows", async () => {
    const onchange = vi.fn();
    render(Segment<"a" | "b">, { value: "a", label: "方式", options: [{ value: "a", label: "対面" }, { value: "b", label: "オンライン" }], onchange });
    expect(screen.getByRole("radiogroup", { name: "方式" })).toBeTruthy();
    screen.getByRole("radio", { name: "対面" }).focus();
    await userEvent.keyboard("{ArrowRight}");
    expect(onchange).toHaveBeenCalledWith("b");
  });
});

describe("EraDate", () => {
  const read = async (text: string): Promise<DateReading | null> =>
    text === "s64.1.8"
      ? { ok: false, reason: "昭和64年は1月7日までです。", repairs: [{ label: "平成元年1月8日にする", value: "h1.1.8" }] }
      : { ok: true, iso: "1989-01-08", text: "平成元年1月8日（日）" };

  it("keeps what was typed and shows what was understood", async () => {
    render(EraDate, { label: "生年月日", read });
    const box = screen.getByLabelText<HTMLInputElement>("生年月日");
    await userEvent.type(box, "h1.1.8");
    expect(await screen.findByText("平成元年1月8日（日）")).toBeTruthy();
    expect(box.value).toBe("h1.1.8");
  });

  it("explains an impossible day and mends it with one key", async () => {
    const onchange = vi.fn();
    render(EraDate, { label: "生年月日", read, value: "s64.1.8", onchange });
    const box = screen.getByLabelText<HTMLInputElement>("生年月日");
    await screen.findByText("昭和64年は1月7日までです。");
    expect(box.getAttribute("aria-invalid")).toBe("true");
    await fireEvent.keyDown(box, { key: "1", code: "Digit1", altKey: true });
    await screen.findByText("平成元年1月8日（日）");
    expect([box.value, document.activeElement === box]).toEqual(["h1.1.8", true]);
    expect(onchange).toHaveBeenCalledWith("h1.1.8", expect.objectContaining({ ok: true }));
  });

  it("shows the answer to the last question, not the slowest", async () => {
    const answers: ((it: DateReading) => void)[] = [];
    render(EraDate, { label: "日", read: () => new Promise((done) => answers.push(done)) });
    await userEvent.type(screen.getByLabelText("日"), "12");
    answers[1]?.({ ok: true, iso: "2", text: "二つ目" });
    answers[0]?.({ ok: true, iso: "1", text: "一つ目" });
    expect(await screen.findByText("二つ目")).toBeTruthy();
    expect(screen.queryByText("一つ目")).toBeNull();
  });
});

describe("CheckRow", () => {
  const digits: [string, string, string, string | undefined][] = [
    ["a digit", "3", "", "3"], ["a second digit", "2", "1", "12"], ["a fourth starts anew", "4", "123", "4"], ["a leading nought falls", "5", "0", "5"],
    ["back", "Backspace", "12", "1"], ["a letter is not ours", "a", "1", undefined],
  ];
  it.each(digits)("%s", (_, key, typed, next) => expect(countAfter({ key, code: /\d/.test(key) ? `Digit${key}` : key }, typed)).toBe(next));
  it("hears digits while kana input is on", () => expect(countAfter({ key: "Process", code: "Numpad3" }, "")).toBe("3"));
  it.each([["３", 3], [" 12 ", 12], ["1.5", undefined], ["-1", undefined], ["", undefined]])("reads %s as %s", (text, count) => expect(readCount(text as string)).toBe(count));

  it("ticks with Space, counts with digits, and 0 takes the tick away", async () => {
    const onchange = vi.fn();
    render(CheckRow, { label: "申込書", unit: "枚", onchange });
    const tick = screen.getByRole<HTMLInputElement>("checkbox", { name: "申込書" });
    tick.focus();
    await userEvent.keyboard(" ");
    await userEvent.keyboard("3");
    await fireEvent.blur(tick);
    await fireEvent.focus(tick);
    await userEvent.keyboard("0");
    expect(onchange.mock.calls).toEqual([[true, 1], [true, 3], [false, 0]]);
    expect(tick.checked).toBe(false);
  });
});

describe("Dialog", () => {
  const open = (more = {}) => {
    const [onconfirm, oncancel] = [vi.fn(), vi.fn()];
    render(Dialog, { open: true, title: "5つが変わります", verb: "変える", children: words("中身"), onconfirm, oncancel, ...more });
    const stop = listen();
    const press = async (init: KeyboardEventInit) => {
      await fireEvent.keyDown(document.body, init);
      stop();
      return [onconfirm.mock.calls.length, oncancel.mock.calls.length];
    };
    return press;
  };

  it("stands alone: nothing below it hears a key", () => {
    open();
    expect(activeLayers().map((it) => it.title)).toEqual(["5つが変わります"]);
  });
  it("does it with Ctrl+Enter", async () => expect(await open()({ key: "Enter", ctrlKey: true })).toEqual([1, 0]));
  it("does not do it with Enter alone", async () => expect(await open()({ key: "Enter" })).toEqual([0, 0]));
  it("steps back with Esc", async () => expect(await open()({ key: "Escape" })).toEqual([0, 1]));
  it("does nothing while it may not", async () => expect(await open({ why: "理由を入れてください" })({ key: "Enter", ctrlKey: true })).toEqual([0, 0]));
});

describe("DataTable", () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({ id: `R8-${at}` }));
  const columns = [{ key: "id", head: "受付番号", sortable: true }];
  const cell = createRawSnippet((row: () => { id: string }) => ({ render: () => `<span>${row().id}</span>` }));
  const table = (more = {}) => render(DataTable<{ id: string }>, { caption: "台帳", columns, rows, rowKey: (it) => it.id, cell: cell as never, selected: "R8-0", ...more });

  it("draws only the rows in sight, and tells how many there are", () => {
    table();
    expect(screen.getByRole("grid", { name: "台帳" }).getAttribute("aria-rowcount")).toBe("1001");
    expect(screen.getAllByRole("row").length).toBeLessThan(60);
  });

  it("has one tab stop, moved by arrows; Enter opens", async () => {
    const [onselect, onopen] = [vi.fn(), vi.fn()];
    table({ onselect, onopen });
    const first = screen.getAllByRole("row")[1]!;
    first.focus();
    await fireEvent.keyDown(first, { key: "ArrowDown" });
    expect(onselect).toHaveBeenLastCalledWith({ id: "R8-1" });
    await vi.waitFor(() => expect(document.activeElement?.textContent).toContain("R8-1"));
    await fireEvent.keyDown(document.activeElement!, { key: "Enter" });
    expect(onopen).toHaveBeenCalledWith({ id: "R8-1" });
    expect(screen.getAllByRole("row").filter((it) => it.tabIndex === 0).length).toBe(1);
  });

  it("asks for more when the end of what is loaded comes near", () => {
    const onreach = vi.fn();
    table({ rows: rows.slice(0, 5), total: 1000, onreach });
    expect(onreach).toHaveBeenCalled();
  });

  it("turns the order round", async () => {
    const onsort = vi.fn();
    table({ onsort, sort: { key: "id", down: false } });
    expect(screen.getByRole("columnheader").getAttribute("aria-sort")).toBe("ascending");
    await userEvent.click(screen.getByRole("button", { name: "受付番号" }));
    expect(onsort).toHaveBeenCalledWith({ key: "id", down: true });
  });
});

describe("MonthGrid", () => {
  const days: DayCell[] = Array.from({ length: 14 }, (_, at) => ({ key: `d${at}`, day: String(at), kind: at === 8 ? "free" : "refused", reason: at === 8 ? "空き" : "早すぎる" }));
  it("starts at the first free day; arrows move, Enter presses only what may be pressed", async () => {
    const onpress = vi.fn();
    render(MonthGrid, { caption: "月", days, clinic: [true, true, true, true, true, false, false], onpress });
    const cells = screen.getAllByRole("gridcell");
    expect(cells.findIndex((it) => it.tabIndex === 0)).toBe(8);
    cells[8]!.focus();
    await fireEvent.keyDown(cells[8]!, { key: "Enter" });
    await fireEvent.keyDown(cells[8]!, { key: "ArrowUp" });
    expect(document.activeElement).toBe(cells[1]);
    await fireEvent.keyDown(cells[1]!, { key: "Enter" });
    expect(onpress.mock.calls.map((it) => it[0].key)).toEqual(["d8"]);
  });
});

describe("Combobox", () => {
  const option = createRawSnippet((it: () => string) => ({ render: () => `<b>${it()}</b>` }));
  const box = (more = {}) => {
    const [onpick, onenter] = [vi.fn(), vi.fn()];
    render(Combobox<string>, { label: "病院", suggest: async (text: string) => ["杜の丘", "杜浜"].filter((it) => it.startsWith(text)), itemKey: (it) => it, option: option as never, onpick, onenter, ...more });
    return { onpick, onenter, input: screen.getByRole("combobox", { name: "病院" }) };
  };

  it("takes only what was chosen", async () => {
    const { input, onpick, onenter } = box();
    await userEvent.type(input, "杜");
    await screen.findAllByRole("option");
    await userEvent.keyboard("{Enter}");
    expect([onpick.mock.calls.length, onenter.mock.calls]).toEqual([0, [["杜"]]]);
    await userEvent.type(input, "の");
    await screen.findAllByRole("option");
    await userEvent.keyboard("{ArrowDown}{Enter}");
    expect(onpick).toHaveBeenCalledWith("杜の丘");
  });

  it("closes with Esc and keeps the text", async () => {
    const { input } = box();
    await userEvent.type(input, "杜");
    await screen.findAllByRole("option");
    await userEvent.keyboard("{Escape}");
    expect([screen.queryAllByRole("option").length, (input as HTMLInputElement).value]).toEqual([0, "杜"]);
  });
});

describe("Toast", () => {
  it("is read out, and takes back once", async () => {
    const undo = vi.fn();
    render(Toast, {});
    say("記録しました", undo);
    expect((await screen.findByRole("status")).textContent).toContain("記録しました");
    expect([await undoLast(), await undoLast(), undo.mock.calls.length]).toEqual([true, false, 1]);
  });
});

