// Pictures of every screen from the practice register, Japanese and English, 1366x768, into assets/shots.
// usage: node scripts/shots.mjs [NAME ...]   (CHROMIUM=/path overrides the browser)
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { GATES, TONGUES, openBrowser, openPage, show, situations, startDesk } from "./desk.mjs";
import { smaller } from "./png.mjs";

const out = process.env.SHOTS ?? new URL("../../assets/shots/", import.meta.url).pathname;
const wanted = process.argv.slice(2);
// Dialogs are looked at by name; the pictures that are kept are of screens.
const chosen = (it) => (wanted.length === 0 ? !it.name.startsWith("dialog-") : wanted.includes(it.name));

mkdirSync(out, { recursive: true });
if (wanted.length === 0) for (const old of readdirSync(out)) if (old.endsWith(".png")) rmSync(join(out, old));

async function shoot(browser, desk, list, tongues = TONGUES) {
  for (const tongue of tongues) {
    const page = await openPage(browser, desk, tongue);
    for (const it of list) {
      await show(page, desk, it);
      const picture = await page.screenshot({ animations: "disabled", caret: "hide" });
      writeFileSync(join(out, `${it.name}-${tongue}.png`), smaller(picture));
    }
    await page.context().close();
  }
}

const browser = await openBrowser();
const desk = await startDesk();
try {
  await shoot(browser, desk, (await situations(desk)).filter(chosen));
  for (const gate of GATES.filter(chosen)) {
    const other = await gate.start();
    await shoot(browser, other, [gate], gate.tongues).finally(() => other.stop());
  }
} finally {
  await browser.close();
  await desk.stop();
}
console.log(`pictures are in ${out}`);
