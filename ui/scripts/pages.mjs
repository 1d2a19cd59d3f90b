// Every screen in a browser against the real desk: axe, the window's policy, errors, what is lost at 1366x768 and at 200 %,
// the keyboard alone, input methods, search, the sheet of keys, and where the focus goes. Ends with `N passed, M failed`; anything failed exits with 1.
// usage: node scripts/pages.mjs [NAME ...]   (CHROMIUM=/path overrides the browser)
import { axeFinds, japaneseLeft, lostOn, tabWalk } from "./checks.mjs";
import { GATES, SIZE, TONGUES, namesIn, openBrowser, openPage, settle, show, situations, startDesk } from "./desk.mjs";
import { journeys } from "./fingers.mjs";
import { places } from "./places.mjs";

const wanted = process.argv.slice(2);
const chosen = (it) => wanted.length === 0 || wanted.includes(it.name);
/** Zoom in a browser is a smaller page drawn larger. */
const ZOOMED = { width: Math.round(SIZE.width / 2), height: Math.round(SIZE.height / 2) };
let [passed, failed] = [0, 0];

/** Runs one check; a fault in it is a failure of it. */
async function check(name, run) {
  const troubles = await Promise.resolve().then(run).catch((error) => [error.message.split("\n").slice(0, 3).join(" ")]);
  if (troubles.length === 0) passed += 1;
  else {
    failed += 1;
    console.error(`FAILED ${name}`);
    for (const it of new Set(troubles)) console.error(`  ${it}`);
  }
}

async function look(browser, desk, list, tongues = TONGUES) {
  const names = await namesIn(desk, list);
  for (const tongue of tongues) {
    const said = [];
    const page = await openPage(browser, desk, tongue, { troubles: said });
    for (const it of list) {
      const name = `${it.name} ${tongue}`;
      said.length = 0;
      await page.setViewportSize(SIZE);
      await check(`${name}: opens without a complaint`, async () => {
        await show(page, desk, it);
        return [...said];
      });
      await check(`${name}: axe`, () => axeFinds(page));
      await check(`${name}: nothing is lost at ${SIZE.width}x${SIZE.height}`, () => lostOn(page));
      if (tongue === "ja") await check(`${name}: Tab`, () => tabWalk(page));
      else await check(`${name}: no Japanese in labels`, () => japaneseLeft(page, names));
      await page.setViewportSize(ZOOMED);
      await settle(page);
      await check(`${name}: nothing is lost at 200 %`, () => lostOn(page));
      if (tongue === "ja") await check(`${name}: Tab at 200 %`, () => tabWalk(page));
    }
    await page.context().close();
  }
}

const browser = await openBrowser();
const desk = await startDesk();
try {
  await look(browser, desk, (await situations(desk)).filter(chosen));
  for (const gate of GATES.filter(chosen)) {
    const other = await gate.start();
    await look(browser, other, [gate], gate.tongues).finally(() => other.stop());
  }
  for (const [name, run] of Object.entries({ ...journeys, ...places }).filter(([name]) => chosen({ name }))) {
    const said = [];
    const page = await openPage(browser, desk, "ja", { troubles: said });
    await check(name, async () => [...(await run(page, desk)), ...said]);
    await page.context().close();
  }
} finally {
  await browser.close();
  await desk.stop();
}
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
