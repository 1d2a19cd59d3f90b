// What only a window shows of places: where the focus is after a deed, what can be seen on arrival, whose time the clock tells.
// Each answers with its troubles.
import { GATES, NOW, openPage, settle, show, startDesk } from "./desk.mjs";

const wrong = (what, found, expected) => (found === expected ? [] : [`${what}: ${JSON.stringify(found)} instead of ${JSON.stringify(expected)}`]);
const clock = (page) => page.locator("header time").textContent();

/** The control with the focus: the nearest place with a name of its own, and the words on it. */
const focus = (page) => page.evaluate(() => {
  const el = document.activeElement;
  const place = el?.closest("#case-post, #case-next, [aria-pressed=true], dialog");
  return el === document.body || !el ? "nowhere" : place?.id || place?.tagName.toLowerCase() || el.tagName.toLowerCase();
});

/** One case of the practice register whose printed slip was given up: it has to be printed again. */
async function unprinted(desk) {
  const [{ id }] = await desk.ask("find", { query: "モリヤ ミワ" });
  const { revision } = await desk.ask("case", { id });
  await desk.ask("act", { id, revision, draft: null, action: { do: "void_paper", kind: "slip", reason: "by_hand" } });
  return id;
}

async function printKeepsFocus(page, desk) {
  const id = await unprinted(desk);
  await show(page, desk, { address: `#/case/${id}/papers`, ready: "#case-papers [aria-pressed=true]" });
  const troubles = wrong("on arrival", await focus(page), "button");
  const prints = [["printed", () => page.keyboard.press("Control+P")], ["printed as a new version", () => page.locator("#case-new-version").click()]];
  for (const [what, press] of prints) {
    const answered = page.waitForResponse((it) => it.url().endsWith("/call/print_paper"));
    await press();
    await answered;
    await settle(page);
    await page.locator("#case-papers canvas").waitFor();
    troubles.push(...wrong(what, await focus(page), "case-post"));
    troubles.push(...wrong(`${what}: the paper is shown`, await page.locator("#case-papers canvas").count(), 1));
  }
  // The same sheet once more changes nothing: no line is added, none is taken away.
  const lines = await page.locator("#case-papers li button").count();
  const again = page.waitForResponse((it) => it.url().endsWith("/call/print_paper"));
  await page.keyboard.press("Control+P");
  await again;
  await settle(page);
  troubles.push(...wrong("the same sheet again", await page.locator("#case-papers li button").count(), lines));
  await page.locator("#case-papers li button:has(.old)").first().click();
  await page.locator(".acts .go").click();
  await settle(page);
  return [...troubles, ...wrong("from the void one to the one in force", await page.locator("#case-papers li button[aria-pressed=true] .old").count(), 0), ...wrong("the focus on it", await focus(page), "button")];
}

/** The report's section at its top, the acting control in sight without a scroll. */
async function reportAtTop(page, desk) {
  const [{ id }] = await desk.ask("find", { query: "タムラ ヨシエ" });
  await show(page, desk, { address: `#/case/${id}/report`, ready: "#case-report .parts" });
  return page.evaluate(() => {
    const [list, box] = [document.querySelector(".parts"), document.activeElement.getBoundingClientRect()];
    const room = list.getBoundingClientRect();
    return [...(list.scrollTop === 0 ? [] : [`it is scrolled by ${list.scrollTop}px`]), ...(list.contains(document.activeElement) && box.top >= room.top && box.bottom <= room.bottom ? [] : ["the focus is not in sight"])];
  });
}

/** Heading and count of what may not be done yet are in sight on every case that is under way. */
async function notYetInSight(page, desk) {
  const troubles = [];
  for (const kana of ["コイズミ ハナ", "モリヤ ミワ", "ハヤサカ ユカ", "イマイ ソウ"]) {
    const [{ id }] = await desk.ask("find", { query: kana });
    await show(page, desk, { address: `#/case/${id}/overview`, ready: "#case-not-yet" });
    const seen = await page.evaluate(() => {
      const el = document.querySelector("#case-not-yet summary");
      const box = el.getBoundingClientRect();
      const over = document.elementFromPoint(box.x + 10, box.y + box.height / 2);
      return box.bottom <= innerHeight && el.contains(over) && /[1-9]/.test(el.textContent);
    });
    if (!seen) troubles.push(`${kana}: it is below the fold`);
  }
  return troubles;
}

/** No word of a month's cells is broken in two: a range over each word lies on one line. */
async function wholeWords(page, desk) {
  const [{ id }] = await desk.ask("find", { query: "オオウチ オサム" });
  const own = await openPage(page.context().browser(), desk, "en");
  await show(own, desk, { address: `#/case/${id}/dates`, ready: "#case-dates [role=grid]" });
  const broken = await own.evaluate(() => {
    const found = [];
    const walk = document.createTreeWalker(document.querySelector("#case-dates [role=grid]"), NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) for (const word of walk.currentNode.data.matchAll(/[A-Za-z']+/g)) {
      const range = document.createRange();
      range.setStart(walk.currentNode, word.index);
      range.setEnd(walk.currentNode, word.index + word[0].length);
      if (range.getClientRects().length > 1) found.push(`${word[0]} is broken`);
    }
    return found;
  });
  await own.context().close();
  return broken;
}

/** On a machine that stands in another zone and year. */
async function clockOfTheDesk(page, desk) {
  const abroad = await openPage(page.context().browser(), desk, "ja", { zone: "America/Los_Angeles", at: "2019-02-03T04:05:06Z" });
  await show(abroad, desk, { address: "#/today" });
  const troubles = wrong("the time of day", await clock(abroad), "9:31");
  await abroad.context().close();
  return troubles;
}

async function someoneSignsIn(page) {
  const desk = await GATES.find((it) => it.name === "nobody").start();
  try {
    const own = await openPage(page.context().browser(), desk, "ja");
    await show(own, desk, { address: "#/today" });
    const wanted = own.locator("header .unsigned button");
    const troubles = wrong("asked for in the head of the window", await wanted.isVisible(), true);
    await own.keyboard.press("F4");
    troubles.push(...wrong("the focus after F4", await focus(own), "dialog"));
    await own.keyboard.press("2");
    await wanted.waitFor({ state: "hidden" });
    troubles.push(...wrong("signed in", (await desk.ask("frame")).desk.person, "大友 和也"), ...wrong("the focus afterwards", await focus(own), "a"));
    await own.context().close();
    return troubles;
  } finally {
    await desk.stop();
  }
}

/** A wrong sheet stops the envelope; the scanner's own Enter does not make it go on, a person does. An input method changes nothing. */
async function wrongSheetStops(page) {
  const desk = await startDesk();
  try {
    const { editions } = await desk.ask("settings");
    const { profile } = editions.at(-1);
    await desk.ask("save_profile", { from: NOW.slice(0, 10), profile: { ...profile, sealing: "scan" }, reason: "読み取りの確かめ" });
    const { envelopes } = await desk.ask("posting");
    const row = envelopes.find((it) => it.state === "to_seal" && !it.came_back);
    const own = await openPage(page.context().browser(), desk, "ja");
    const session = await own.context().newCDPSession(own);
    await show(own, desk, { address: `#/posting?e=${row.id}-${row.letter}`, ready: "#sealing-code" });
    const at = () => own.evaluate(() => document.activeElement?.id || document.activeElement?.className.split(" ")[0]);
    await own.locator("#sealing-code").focus();
    await own.keyboard.type("R8-0001-SL1-000");
    await own.keyboard.press("Enter");
    await own.locator("#sealing .stop").waitFor();
    const troubles = wrong("the focus on the stop", await at(), "stop");
    await own.keyboard.type("R8-0001-SL1-000");
    await own.keyboard.press("Enter");
    await settle(own);
    troubles.push(...wrong("a second reading does not pass it", await own.locator("#sealing .stop").count(), 1));
    await own.keyboard.press("F9");
    await settle(own);
    troubles.push(...wrong("after a person said so", await own.locator("#sealing .stop").count(), 0), ...wrong("the focus for the next sheet", await at(), "sealing-code"));
    const wide = "Ｒ８ー０００１ーＳＬ１ー０００";
    await session.send("Input.imeSetComposition", { text: wide, selectionStart: wide.length, selectionEnd: wide.length });
    await session.send("Input.insertText", { text: wide });
    await own.locator("#sealing .stop").waitFor();
    troubles.push(...wrong("nothing was sealed", (await desk.ask("case", { id: row.id })).case.papers.some((it) => it.sealed !== null), false));
    await own.context().close();
    return troubles;
  } finally {
    await desk.stop();
  }
}

export const places = {
  "a wrong sheet stops the envelope": wrongSheetStops,
  "printing leaves the focus on what comes next": printKeepsFocus,
  "the report's section opens at its top": reportAtTop,
  "what may not be done yet is in sight": notYetInSight,
  "no word of the month is broken": wholeWords,
  "the clock is the desk's": clockOfTheDesk,
  "who is working is asked at once and answered with two keys": someoneSignsIn,
};
