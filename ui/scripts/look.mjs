// Looks at the page of parts as it will be seen: built, served with the window's own policy, in Chromium.
// Takes a picture of each situation, and fails on a policy violation, a script error, a loss of content sideways, or what axe finds.
// usage: node scripts/look.mjs [FOLDER]   (CHROMIUM=/path overrides the browser)
import { mkdirSync, mkdtempSync, readFileSync, existsSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { chromium } from "playwright-core";

const root = new URL("../.parts/", import.meta.url).pathname;
const out = process.argv[2] ?? new URL("../.shots/", import.meta.url).pathname;
const types = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml" };
const policy = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data: blob:; connect-src 'self' ipc: http://ipc.localhost; worker-src 'self' blob:";

const server = createServer((request, response) => {
  const path = join(root, new URL(request.url, "http://x").pathname.replace(/\/$/, "/index.html"));
  if (!path.startsWith(root) || !existsSync(path)) return response.writeHead(404).end();
  response.writeHead(200, { "content-type": types[extname(path)] ?? "application/octet-stream", "content-security-policy": policy }).end(readFileSync(path));
});
await new Promise((done) => server.listen(0, "127.0.0.1", done));
const base = `http://127.0.0.1:${server.address().port}/`;

const situations = [
  { name: "states", section: "states" },
  { name: "forms", section: "forms" },
  { name: "lists", section: "lists" },
  { name: "cards", section: "cards" },
  { name: "forms-dark", section: "forms", look: { scheme: "dark" } },
  { name: "cards-dark", section: "cards", look: { scheme: "dark" } },
  { name: "lists-roomy-ud", section: "lists", look: { density: "roomy", face: "ud" } },
  { name: "forms-roomy", section: "forms", look: { density: "roomy" } },
  { name: "forms-zoom200", section: "forms", zoom: 2 },
  { name: "cards-zoom200", section: "cards", zoom: 2 },
  { name: "lists-zoom150", section: "lists", zoom: 1.5 },
  { name: "cards-zoom125", section: "cards", zoom: 1.25 },
  { name: "lists-practice", section: "lists", sample: "practice" },
  { name: "states-readonly", section: "states", sample: "readonly" },
  { name: "states-english", section: "states", tongue: "en" },
  { name: "lists-1920", section: "lists", width: 1920, height: 1080 },
  { name: "dialog", section: "states", press: "方式を変える…" },
  { name: "dialog-dark", section: "states", look: { scheme: "dark" }, press: "方式を変える…" },
  { name: "toast", section: "states", press: "登録する" },
  { name: "keys", section: "states", key: "F1" },
  { name: "find", section: "states", key: "Control+K", type: "郵便" },
];

mkdirSync(out, { recursive: true });
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const flags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const browser = await chromium.launchPersistentContext(mkdtempSync(join(tmpdir(), "look-")), {
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true, args: flags, viewport: null,
});
const troubles = [];

for (const it of situations) {
  const [width, height, zoom] = [it.width ?? 1366, it.height ?? 768, it.zoom ?? 1];
  // Zoom in a browser is a smaller page drawn larger.
  const context = await browser.browser()?.newContext({ viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) }, deviceScaleFactor: zoom }) ?? browser;
  const page = await context.newPage();
  page.on("pageerror", (error) => troubles.push(`${it.name}: ${error.message}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) troubles.push(`${it.name}: ${message.text()}`);
  });
  await page.addInitScript(({ look, tongue }) => {
    localStorage.setItem("uketsuke.look", JSON.stringify({ scheme: "light", ...look }));
    localStorage.setItem("uketsuke.tongue", tongue ?? "ja");
  }, { look: it.look, tongue: it.tongue });
  await page.goto(`${base}?sample=${it.sample ?? "desk"}&section=${it.section}#/parts`);
  await page.waitForSelector("main h1");
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(150);
  if (it.press) await page.getByRole("button", { name: it.press }).first().click();
  if (it.key) await page.keyboard.press(it.key);
  if (it.type) await page.keyboard.type(it.type);
  await page.waitForTimeout(150);
  await page.screenshot({ path: join(out, `${it.name}.png`) });
  if (process.env.FULL) {
    await page.evaluate(() => { const main = document.querySelector("main"); document.querySelector(".app").style.height = `${main.scrollHeight + 90}px`; });
    await page.screenshot({ path: join(out, `${it.name}.full.png`), fullPage: true });
  }
  const sideways = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (sideways > 0) troubles.push(`${it.name}: ${sideways}px are lost sideways`);
  const cut = await page.evaluate(() => {
    const main = document.querySelector("main");
    return main.scrollWidth - main.clientWidth;
  });
  if (cut > 0) troubles.push(`${it.name}: the screen is ${cut}px too wide`);
  await page.evaluate(axe).catch((error) => troubles.push(`${it.name}: ${error.message}`));
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const found of violations) troubles.push(`${it.name}: ${found.id}: ${found.nodes.map((node) => node.html.slice(0, 160)).slice(0, 3).join(" | ")}`);
  await page.close();
}
await browser.close();
server.close();
for (const trouble of troubles) console.error(trouble);
console.log(`${situations.length} situations looked at, ${troubles.length} troubles, pictures in ${out}`);
process.exitCode = troubles.length === 0 ? 0 : 1;
