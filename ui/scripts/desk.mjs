// The real desk and a browser for looking at its screens: starts and stops them, and lists every situation to look at.
// Knows the screens by their addresses only; never used by the window itself.
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, readdirSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { chromium } from "playwright-core";

const root = new URL("../../", import.meta.url).pathname;
const built = process.env.UI_DIST ?? join(root, "ui/dist");
const serve = join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "debug/examples/serve");

/** The desk's day stands still, a Tuesday of opening hours: pictures are repeatable. */
export const NOW = "2026-11-24T09:31:00";
export const TONGUES = ["ja", "en"];
export const SIZE = { width: 1366, height: 768 };

/** The policy of the window, so that a page here may do no more than there. */
const policy = Object.entries(JSON.parse(readFileSync(join(root, "tauri.conf.json"), "utf8")).app.security.csp)
  .map(([what, from]) => `${what} ${from}`).join("; ");

/** Starts a desk on a folder (a new one unless told). `ask` throws what the desk refuses. */
export async function startDesk({ practice = true, folder = mkdtempSync(join(tmpdir(), "desk-")) } = {}) {
  const child = spawn(serve, ["--folder", folder, "--port", "0", "--ui", built, "--now", NOW, ...(practice ? ["--practice"] : [])], { stdio: ["ignore", "pipe", "inherit"] });
  const gone = new Promise((done) => child.once("exit", done));
  const url = await new Promise((done, fail) => {
    createInterface({ input: child.stdout }).once("line", done);
    child.once("error", fail);
    child.once("exit", (code) => fail(new Error(`the desk ended with ${code}`)));
  });
  const ask = async (command, request = {}) => {
    const reply = await fetch(`${url}/call/${command}`, { method: "POST", body: JSON.stringify(request) });
    const text = await reply.text();
    if (!reply.ok) throw new Error(`${command}: ${text}`);
    return JSON.parse(text);
  };
  const stop = async (keep = false) => {
    child.kill();
    await gone;
    if (!keep) rmSync(folder, { recursive: true, force: true });
  };
  return { url, ask, folder, stop };
}

/** A desk with several people, started anew: it cannot know who is working, and speaks what was chosen before. */
async function startUnsigned(language) {
  const first = await startDesk({ practice: false });
  await first.ask("first_run", { name: "佐々木 奈緒子" });
  await first.ask("save_staff", { names: ["佐々木 奈緒子", "大友 和也"] });
  await first.ask("set_language", { language });
  await first.stop(true);
  return startDesk({ practice: false, folder: first.folder });
}

/** A desk whose register was set up and then damaged on the disk, with a backup beside it or without any. */
export async function startBroken(backup = true) {
  const whole = await startDesk({ practice: false });
  await whole.ask("first_run", { name: "佐々木 奈緒子" });
  if (backup) await whole.ask("backup");
  await whole.stop(true);
  const name = readdirSync(whole.folder).find((it) => it.endsWith(".sqlite3"));
  for (const it of readdirSync(whole.folder)) if (/-(wal|shm)$/.test(it)) rmSync(join(whole.folder, it));
  const file = openSync(join(whole.folder, name), "r+");
  writeSync(file, Buffer.alloc(6000, 0x5a), 0, 6000, 100);
  closeSync(file);
  return startDesk({ practice: false, folder: whole.folder });
}

export async function openBrowser() {
  const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags });
}

/** A page of a desk in a tongue. `troubles` collects what the page complains of: script errors, console errors, the policy. */
export async function openPage(browser, desk, tongue, { troubles = [], scale = 1, zone = "Asia/Tokyo", at = `${NOW}+09:00` } = {}) {
  await desk.ask("set_language", { language: tongue }).catch(() => {}); // a desk without a register has no choice to keep
  const context = await browser.newContext({ viewport: SIZE, deviceScaleFactor: scale, timezoneId: zone, locale: "ja-JP", reducedMotion: "reduce" });
  await context.route((url) => url.pathname === "/", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-security-policy": policy } });
  });
  const page = await context.newPage();
  await page.clock.setFixedTime(new Date(at));
  await page.addInitScript((chosen) => {
    if (!location.protocol.startsWith("http")) return; // an empty page has no storage
    localStorage.setItem("uketsuke.look", JSON.stringify({ scheme: "light" }));
    localStorage.setItem("uketsuke.tongue", chosen);
  }, tongue);
  page.on("pageerror", (error) => troubles.push(`script error: ${error.message}`));
  page.on("console", (message) => {
    // A refusal is an answer; over loopback it comes with 422, which the browser remarks on.
    if (/status of 422/.test(message.text())) return;
    if (["error", "warning"].includes(message.type())) troubles.push(`console: ${message.text()}`);
  });
  return page;
}

/** Shows a situation from the beginning: loaded, drawn, nothing moving. */
export async function show(page, desk, it) {
  for (const key of ["receive", "inquiry"]) await desk.ask("drop_draft", { key }).catch(() => {});
  await page.goto("about:blank");
  await page.goto(`${desk.url}/${it.address}`);
  await page.waitForSelector(it.ready ?? "main h1", { state: "attached" });
  await settle(page);
  await it.then?.(page);
  if (it.then) await settle(page);
  // The window's title names the screen; without one there is no such screen.
  if (!(await page.title()).includes(" - ")) throw new Error(`there is no screen at ${it.address === "" ? "the gate" : it.address}`);
}

/** Waits until the desk has answered, the fonts are there and two pictures were painted. */
export async function settle(page) {
  await page.waitForLoadState("networkidle");
  await page.evaluate(async () => {
    await document.fonts.ready;
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  });
}

/** Types as on paper: Enter goes to the next field. */
async function type(page, from, words) {
  await page.locator(`[id="${from}"]`).focus();
  for (const word of words) {
    await page.keyboard.insertText(word);
    await page.keyboard.press("Enter");
  }
}
const CALLED = ["オオサキ", "ヒサヨ", "大﨑", "久代", "昭和35年4月8日", "022-000-0101"];

/** One case of the practice register by its reading; the open one where a name comes twice. */
async function caseOf(desk, kana) {
  const found = (await desk.ask("find", { query: kana })).filter((it) => it.brief.kana === kana);
  const best = found.find((it) => it.brief.open && it.brief.number !== null) ?? found[0];
  if (!best) throw new Error(`the practice register knows nobody who reads ${kana}`);
  return best.id;
}

const CASES = [
  ["overview", "コイズミ ハナ", "overview"], ["items", "ハヤサカ ユカ", "items"], ["screening", "アベ タマキ", "screening"], ["verdict", "ホシ タエコ", "screening"],
  ["dates", "オオウチ オサム", "dates"], ["call", "カトウ チエ", "call"], ["papers", "モリヤ ミワ", "papers"], ["clinics", "マツモト タクミ", "papers"],
  ["report", "タムラ ヨシエ", "report"], ["log", "ウエノ トシコ", "log"],
];
/** Dialogs of a case by the button that opens them, on a case where that may be done. */
const DIALOGS = [
  ["mode", "モリヤ ミワ", "case-do-switch_mode"], ["unbook", "モリヤ ミワ", "case-do-unbook"], ["death", "モリヤ ミワ", "case-do-death"], ["withdraw", "モリヤ ミワ", "case-do-withdraw_agreement"],
  ["end", "モリヤ ミワ", "case-open-end"], ["waive", "コイズミ ハナ", "case-open-waive"], ["note", "コイズミ ハナ", "case-do-note"], ["packet", "コイズミ ハナ", "case-do-receive_packet"],
  ["move", "コイズミ ハナ", "case-open-move"], ["rule", "コイズミ ハナ", "case-rule"], ["patient", "ハセベ トメ", "case-open-patient"], ["applicant", "ハセベ トメ", "case-open-applicant"],
  ["referrer", "ハセベ トメ", "case-open-referrer"], ["subject", "ハセベ トメ", "case-open-subject"], ["leak", "コイズミ ハナ", "case-open-leak"],
];
/** Presses a button wherever it is folded away, and waits for the dialog. */
export async function press(page, id) {
  await page.evaluate((it) => {
    const button = document.getElementById(it);
    if (!button) throw new Error(`there is no #${it}`);
    button.closest("details")?.setAttribute("open", "");
    button.click();
  }, id);
  await page.waitForSelector("dialog[open]");
}
/** What opens by a key or a choice inside a section. */
const UNFOLDED = [
  ["slot", "オオウチ オサム", "dates", (page) => byKey(page, "Enter")], ["call-back", "カトウ チエ", "call", (page) => byKey(page, "7")], ["decline", "カトウ チエ", "call", (page) => byKey(page, "0")],
  ["return-post", "ノムラ キヨシ", "report", (page) => page.locator("#case-material input[value=posted]").check({ force: true })],
  ["return-keep", "ノムラ キヨシ", "report", (page) => page.locator("#case-material input[value=kept]").check({ force: true })],
];
async function byKey(page, key) {
  await page.keyboard.press(key);
  await page.waitForSelector("dialog[open]");
}

/** Every name the register holds: people, places, rooms, wording. They stay as written in every tongue. */
export async function namesIn(desk, list) {
  const names = new Set();
  const gather = (it) => {
    if (typeof it === "string") for (const word of [it, ...it.split(/\s+/)]) names.add(word);
    else if (it !== null && typeof it === "object") Object.values(it).forEach(gather);
  };
  gather(await desk.ask("settings").catch(() => null));
  gather(await desk.ask("frame"));
  const everybody = { query: "", openness: "all", fiscal_year: null, stage: null, mode: null, department: null, sort: "number", page: { from: 0, size: 200 } };
  gather((await desk.ask("ledger", everybody).catch(() => null))?.rows);
  gather(await desk.ask("posting").catch(() => null));
  for (const { id } of list) if (id !== undefined) gather(await desk.ask("case", { id }));
  return [...names].filter((it) => /[\u3040-\u30ff\u3400-\u9fff]/.test(it)).sort((a, b) => b.length - a.length);
}

const SETTINGS = ["hospital", "wording", "departments", "doctors", "institutions", "staff", "printing", "look", "backups"];
/** Lists of settings are looked at with one of theirs open. */
const opened = (view, section) => (view[section]?.[1]?.id === undefined || section === "staff" ? "" : `/${view[section][1].id}`);

/** Everything to look at on the practice register. `name` is also the picture's. */
export async function situations(desk) {
  const cases = [];
  for (const [name, kana, tab] of CASES) {
    const id = await caseOf(desk, kana);
    cases.push({ name: `case-${name}`, address: `#/case/${id}/${tab}`, ready: `#case-${tab}`, id });
  }
  for (const [name, kana, button] of DIALOGS) {
    const id = await caseOf(desk, kana);
    cases.push({ name: `dialog-${name}`, address: `#/case/${id}/overview`, ready: "#case-overview", id, then: (page) => press(page, button) });
  }
  for (const [name, kana, tab, then] of UNFOLDED) {
    const id = await caseOf(desk, kana);
    cases.push({ name: `case-${name}`, address: `#/case/${id}/${tab}`, ready: `#case-${tab}`, id, then });
  }
  const settings = await desk.ask("settings");
  return [
    { name: "today", address: "#/today" },
    { name: "ledger", address: "#/ledger" },
    { name: "ledger-search", address: `#/ledger?q=${encodeURIComponent("たかはし")}` },
    { name: "receive", address: "#/receive", then: (page) => type(page, "patient-kana", CALLED) },
    { name: "inquiry", address: "#/inquiry", then: (page) => type(page, "patient-kana", CALLED) },
    { name: "schedule", address: "#/schedule" },
    { name: "posting", address: "#/posting", ready: "#posting-panel" },
    ...cases,
    ...SETTINGS.map((it) => ({ name: `settings-${it}`, address: `#/settings/${it}${opened(settings, it)}` })),
    { name: "journal", address: "#/journal" },
  ];
}

/** What stands in place of the screens while there is no register, or one that cannot be opened. */
export const GATES = [
  { name: "first-run", start: () => startDesk({ practice: false }), address: "" },
  { name: "broken", start: () => startBroken(), address: "" },
  { name: "broken-bare", start: () => startBroken(false), address: "" },
  ...TONGUES.map((tongue) => ({ name: "nobody", start: () => startUnsigned(tongue), tongues: [tongue], address: "#/today" })),
];
