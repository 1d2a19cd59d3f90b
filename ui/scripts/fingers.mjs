// What only fingers can show: composing with an input method, finding a case, and the sheet of keys. Each answers with its troubles.
import { press, settle, show } from "./desk.mjs";

const wrong = (what, found, expected) => (found === expected ? [] : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`]);
const focused = (page) => page.evaluate(() => document.activeElement?.id ?? "");
const valueOf = (page, id) => page.locator(`[id="${id}"]`).inputValue();
const ENTER_OF_IME = { key: "Enter", code: "Enter", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 };

/** Counts what is sent to the desk that changes a case. */
function actsOf(page) {
  const acts = [];
  page.on("request", (request) => request.url().endsWith("/call/act") && acts.push(request.postData()));
  return acts;
}

/** Composes `reading`, turns it into `text` and confirms with Enter in both orders engines have. */
async function compose(page, session, id, reading, text) {
  const troubles = [];
  for (let at = 1; at <= reading.length; at += 1) {
    const sofar = reading.slice(0, at);
    await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Process", code: "KeyA", windowsVirtualKeyCode: 229 });
    await session.send("Input.imeSetComposition", { text: sofar, selectionStart: at, selectionEnd: at });
    troubles.push(...wrong(`#${id} while composing`, await valueOf(page, id), sofar));
  }
  await page.waitForTimeout(400); // longer than the pause after which screens ask the desk: nothing may be rewritten then either
  troubles.push(...wrong(`#${id} while thinking`, await valueOf(page, id), reading));
  await session.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  // Chromium: the confirming Enter comes inside the composition. WebKit: after its end, with code 229.
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...ENTER_OF_IME });
  troubles.push(...wrong("Enter inside the composition leaves the focus", await focused(page), id));
  await session.send("Input.insertText", { text });
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", ...ENTER_OF_IME });
  await session.send("Input.dispatchKeyEvent", { type: "keyUp", ...ENTER_OF_IME, windowsVirtualKeyCode: 13 });
  troubles.push(...wrong("the confirming Enter leaves the focus", await focused(page), id));
  troubles.push(...wrong(`#${id} as confirmed`, await valueOf(page, id), text));
  return troubles;
}

async function composeForm(page, desk, screen) {
  await show(page, desk, { address: `#/${screen}` });
  const acts = actsOf(page);
  const session = await page.context().newCDPSession(page);
  const troubles = [];
  const field = async (id, reading, text, kept) => {
    await page.locator(`[id="${id}"]`).focus();
    troubles.push(...await compose(page, session, id, reading, text));
    await page.keyboard.press("Enter");
    const next = await focused(page);
    if (next === id) troubles.push(`a real Enter in #${id} does not go on`);
    troubles.push(...wrong(`#${id} when left`, await valueOf(page, id), kept));
  };
  await field("patient-kana", "たかはし", "たかはし", "タカハシ");
  await field("patient-name", "たかはし", "髙橋", "髙橋");
  await page.locator("#question").focus();
  troubles.push(...await compose(page, session, "question", "しつもん", "質問"));
  await page.keyboard.press("Enter");
  troubles.push(...wrong("Enter in a text of several lines", await valueOf(page, "question"), "質問\n"));
  await settle(page);
  troubles.push(...wrong("actions sent", acts.length, 0));
  troubles.push(...wrong("the screen", new URL(page.url()).hash, `#/${screen}`));
  return troubles;
}

/** In a dialog neither Enter nor Esc of an input method is the dialog's, and its verb needs Ctrl+Enter. */
async function composeDialog(page, desk) {
  const [{ id }] = await desk.ask("find", { query: "コイズミ ハナ" });
  await show(page, desk, { address: `#/case/${id}/overview`, ready: "#case-overview" });
  await press(page, "case-do-note");
  const acts = actsOf(page);
  const session = await page.context().newCDPSession(page);
  const dialog = page.locator("dialog[open]");
  const box = await focused(page);
  const troubles = await compose(page, session, box, "おぼえがき", "覚え書き");
  await session.send("Input.imeSetComposition", { text: "に", selectionStart: 1, selectionEnd: 1 });
  await session.send("Input.dispatchKeyEvent", { type: "rawKeyDown", key: "Escape", code: "Escape", windowsVirtualKeyCode: 229, nativeVirtualKeyCode: 229 });
  troubles.push(...wrong("open after the Esc of an input method", await dialog.isVisible(), true));
  await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  await settle(page);
  troubles.push(...wrong("sent before the verb", acts.length, 0), ...wrong("as typed", await valueOf(page, box), "覚え書き"));
  await page.keyboard.press("Control+Enter");
  await dialog.waitFor({ state: "hidden" });
  await settle(page);
  return [...troubles, ...wrong("sent by the verb", acts.length, 1), ...wrong("the focus comes back into the page", await page.evaluate(() => document.activeElement !== document.body), true)];
}

export const journeys = {
  "an input method's Enter and Esc in a dialog": composeDialog,
  "an input method's Enter on 郵便を登録": (page, desk) => composeForm(page, desk, "receive"),
  "an input method's Enter on 電話の受付": (page, desk) => composeForm(page, desk, "inquiry"),

  "Ctrl+K finds a case by its reading, Enter opens it": async (page, desk) => {
    await show(page, desk, { address: "#/today" });
    await page.keyboard.press("Control+K");
    const session = await page.context().newCDPSession(page);
    const box = await focused(page);
    const troubles = await compose(page, session, box, "うえの", "うえの");
    const first = page.getByRole("option").first();
    await first.waitFor();
    troubles.push(...wrong("found first", (await first.textContent())?.includes("上野"), true));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.waitForSelector("#case-overview");
    troubles.push(...wrong("opened", (await page.locator("h1").first().textContent())?.includes("上野 トシ子"), true));
    await page.goBack();
    await page.waitForSelector("main h1");
    await page.keyboard.press("Control+K");
    await page.keyboard.insertText("たかはし");
    await page.keyboard.press("Enter");
    await settle(page);
    return [...troubles, ...wrong("Enter without a choice", decodeURIComponent(new URL(page.url()).hash), "#/ledger?q=たかはし")];
  },

  "F1 shows the keys, Esc gives the focus back": async (page, desk) => {
    await show(page, desk, { address: "#/receive" });
    await page.locator("#patient-name").focus();
    await page.keyboard.press("F1");
    const sheet = page.locator("dialog[open]");
    await sheet.waitFor();
    const text = (await sheet.textContent()) ?? "";
    const troubles = ["Ctrl", "F2", "F3"].filter((it) => !text.includes(it)).map((it) => `${it} is not on the sheet`);
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "hidden" });
    return [...troubles, ...wrong("the focus after Esc", await focused(page), "patient-name")];
  },
};
