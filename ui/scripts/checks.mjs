// What is asked of a shown page. Each check answers with the list of its troubles, in words; an empty list is a pass.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export async function axeFinds(page) {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  return violations.map((it) => `axe ${it.id}: ${it.nodes.slice(0, 3).map((node) => node.html.slice(0, 140)).join(" | ")}`);
}

/** Words for the page's own use: which control is meant, which can be reached, whether its ring shows. Runs in the page. */
function tools() {
  const shown = (el) => el.checkVisibility({ visibilityProperty: true }) && el.getClientRects().length > 0;
  const name = (el) => {
    const said = el.getAttribute("aria-label") ?? el.labels?.[0]?.textContent ?? el.textContent ?? "";
    return `${el.tagName.toLowerCase()}${el.id ? `#${el.id}` : ""} "${said.trim().replace(/\s+/g, " ").slice(0, 40)}"`;
  };
  const modal = () => document.querySelector("dialog:modal") ?? document;
  const controls = () => [...modal().querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
    .filter((el) => el.tabIndex >= 0 && !el.disabled && el.type !== "hidden" && !el.closest("[inert]") && shown(el));
  /** One stop per radio group: the chosen one, else its first. */
  const stops = () => {
    const all = controls();
    return all.filter((el) => {
      if (el.type !== "radio") return true;
      const group = all.filter((it) => it.type === "radio" && it.name === el.name);
      return el === (group.find((it) => it.checked) ?? group[0]);
    });
  };
  /** Nothing lies over the middle of what can be seen of it; a label's words or its own parts are no cover. */
  const covered = (el) => {
    const box = el.getClientRects()[0];
    const [x, y] = [Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1), box.y + box.height / 2];
    if (y < 0 || y > innerHeight) return "outside the window";
    const over = document.elementFromPoint(x, y);
    if (!over || el.contains(over) || over.contains(el) || [...(el.labels ?? [])].some((it) => it.contains(over))) return null;
    return `under ${name(over)}`;
  };
  const ringed = (el) => {
    const near = [el, el.parentElement, el.parentElement?.parentElement, el.nextElementSibling, el.previousElementSibling, ...(el.labels ?? [])];
    return near.some((it) => {
      if (!it) return false;
      const { outlineStyle, outlineWidth } = getComputedStyle(it);
      return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
    });
  };
  return { shown, name, controls, stops, covered, ringed };
}
const inPage = `globalThis.look ??= (${tools})();`;

/** Nothing is lost sideways, and every control can be brought into sight uncovered. */
export async function lostOn(page) {
  await page.evaluate(inPage);
  return page.evaluate(() => {
    const { shown, name, controls, covered } = globalThis.look;
    const lost = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) lost.push(`the page is ${root.scrollWidth - root.clientWidth}px too wide`);
    for (const el of document.querySelectorAll("body *")) {
      if (!shown(el) || el.scrollWidth <= el.clientWidth + 1 || el.closest("svg") || el.clientWidth <= 1) continue;
      const { overflowX, textOverflow } = getComputedStyle(el);
      if (overflowX === "visible" || el.matches("input, select, textarea")) continue;
      // A table may scroll in its own box; words cut with dots are for hints, which are told elsewhere too, or are told by the title.
      if ((overflowX === "auto" || overflowX === "scroll") && el.querySelector("table, [role=grid]")) continue;
      if (textOverflow === "ellipsis" && (el.matches(".hint, .hint *") || el.title === el.textContent.trim())) continue;
      lost.push(`${name(el)} .${el.className}: ${el.scrollWidth - el.clientWidth}px are cut off`);
    }
    for (const el of controls()) {
      el.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const box = el.getBoundingClientRect();
      if (!el.closest("table") && (box.right > innerWidth + 1 || box.left < -1)) lost.push(`${name(el)} reaches out of the window sideways`);
      const over = covered(el);
      if (over) lost.push(`${name(el)} is ${over}`);
    }
    scrollTo(0, 0);
    return lost;
  });
}

/** Tab alone reaches every control once and comes back to the first, and the focus is in sight at each. */
export async function tabWalk(page) {
  await page.evaluate(inPage);
  const expected = await page.evaluate(() => {
    document.activeElement?.blur();
    scrollTo(0, 0);
    getSelection()?.removeAllRanges();
    globalThis.seen = [];
    globalThis.wanted = globalThis.look.stops();
    return globalThis.wanted.length;
  });
  const troubles = [];
  let ended = false;
  for (let step = 0; step < expected * 2 + 12 && !ended; step += 1) {
    await page.keyboard.press("Tab");
    const { trouble, back } = await page.evaluate(() => {
      const { name, covered, ringed } = globalThis.look;
      const el = document.activeElement;
      if (!el || el === document.body) return {};
      if (el === globalThis.seen[0]) return { back: true };
      if (globalThis.seen.includes(el)) return { trouble: `${name(el)} is reached twice` };
      globalThis.seen.push(el);
      if (!ringed(el)) return { trouble: `the focus does not show on ${name(el)}` };
      const over = covered(el);
      return over ? { trouble: `the focus is ${over} on ${name(el)}` } : {};
    });
    if (trouble) troubles.push(trouble);
    ended = back === true;
  }
  if (!ended) troubles.push("Tab does not come back to where it started");
  const missed = await page.evaluate(() => globalThis.wanted.filter((el) => el.isConnected && !globalThis.seen.includes(el)).map(globalThis.look.name));
  return [...troubles, ...missed.map((it) => `Tab never reaches ${it}`)];
}

/** What may stand in Japanese in the English window beside names: what says so itself, the seals, and choices out of the register. */
const DATA = ["[lang=ja]", ".seal", ".stamp", "option", ".option"];

/** A language is offered under its own name, whatever language is spoken. */
const OWN_NAME = "日本語";

/** Headings, labels, buttons and names of controls without a Japanese letter, but for the register's own `names`. */
export async function japaneseLeft(page, names) {
  return page.evaluate(({ data, names }) => {
    const japanese = /[\u3040-\u30ff\u3400-\u9fff]/;
    const found = new Set();
    const own = (el) => {
      const copy = el.cloneNode(true);
      for (const it of copy.querySelectorAll([...data, "svg", "select", "input", "textarea"].join(","))) it.remove();
      return copy.textContent.trim().replace(/\s+/g, " ");
    };
    for (const el of document.querySelectorAll("h1, h2, h3, h4, label, legend, button, summary, th, nav a, dt, kbd, [role=radio], .meta.end, [aria-label], [placeholder], [title]")) {
      if (!el.checkVisibility({ visibilityProperty: true }) || el.closest(data.join(","))) continue;
      const says = [el.getAttribute("aria-label"), el.getAttribute("placeholder"), el.getAttribute("title")];
      if (el.matches("h1, h2, h3, h4, label, legend, button, summary, th, nav a, dt, kbd, [role=radio], .meta.end")) says.push(own(el));
      const rest = (text) => names.reduce((left, name) => left.replaceAll(name, ""), text);
      for (const it of says) if (it && japanese.test(it) && japanese.test(rest(it))) found.add(`${el.tagName.toLowerCase()}.${el.className} "${it.slice(0, 60)}"`);
    }
    return [...found];
  }, { data: DATA, names: [...names, OWN_NAME] });
}
