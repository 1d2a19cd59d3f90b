// Where we are: a hash of the form #/case/12/overview?q=word. Knows no screen; decides where the focus goes on arrival.
import { tick } from "svelte";

export type Route = { screen: string; path: string[]; query: Record<string, string> };

/** Reads a hash. Anything unreadable is the home screen, never an error. */
export function readRoute(hash: string, home = "today"): Route {
  const [path = "", query = ""] = hash.replace(/^#?\/?/, "").split("?", 2);
  const words = path.split("/").filter((it) => it !== "").map(decode);
  return { screen: words[0] ?? home, path: words.slice(1), query: Object.fromEntries(new URLSearchParams(query)) };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Writes a route as a hash, for `href`. */
export function href(screen: string, path: readonly (string | number)[] = [], query: Record<string, string> = {}): string {
  const words = [screen, ...path].map((it) => encodeURIComponent(String(it)));
  const search = new URLSearchParams(query).toString();
  return `#/${words.join("/")}${search === "" ? "" : `?${search}`}`;
}

let current = $state.raw<Route>(readRoute(typeof location === "undefined" ? "" : location.hash));

export const route = {
  get screen(): string {
    return current.screen;
  },
  get path(): string[] {
    return current.path;
  },
  get query(): Record<string, string> {
    return current.query;
  },
};

/** Goes to a screen. The way back stays open. */
export function go(screen: string, path: readonly (string | number)[] = [], query: Record<string, string> = {}): void {
  location.hash = href(screen, path, query);
}

/** Goes to a screen in place of this one, for example when a draft has become a case. */
export function goInstead(screen: string, path: readonly (string | number)[] = [], query: Record<string, string> = {}): void {
  location.replace(href(screen, path, query));
}

export function back(): void {
  history.back();
}

// Focus on arrival: the heading first, so that it is read out and Tab starts at the top; then the one element that says
// {@attach arrive}, as soon as it exists. A key or click of the clerk's comes before ours: we never take the focus away.
let arriving = false;

function arriveAt(element: HTMLElement): void {
  arriving = false;
  // As little scrolling as shows it: engines would put it in the middle and the top of the screen out of sight.
  element.focus({ preventScroll: true });
  element.scrollIntoView?.({ block: "nearest" });
}

/** `{@attach arrive}` on the element that should have the focus when the screen is entered. Also works when it appears later. */
export function arrive(element: HTMLElement): void {
  if (arriving) void tick().then(() => arriving && element.isConnected && arriveAt(element));
}

/** Puts the focus on the screen's heading unless something better has it already. Called again when a screen has loaded. */
export async function focusHeading(): Promise<void> {
  await tick();
  if (!arriving) return;
  const heading = document.querySelector<HTMLElement>("main h1") ?? document.querySelector<HTMLElement>("main");
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** Arrives at a screen that changed without its address, for example when the register has been opened. */
export function arriveAnew(): void {
  arriving = true;
  void focusHeading();
}

/** Follows the address; `onarrive` hears of every other screen or section. Returns how to stop. */
export function startRouter(onarrive: () => void = () => {}): () => void {
  const moved = () => {
    const next = readRoute(location.hash);
    const sameScreen = next.screen === current.screen && next.path.join("/") === current.path.join("/");
    current = next;
    if (sameScreen) return;
    arriving = true;
    onarrive();
    void focusHeading();
  };
  const touched = () => {
    arriving = false;
  };
  arriving = true;
  current = readRoute(location.hash);
  void focusHeading();
  addEventListener("hashchange", moved);
  addEventListener("keydown", touched, { capture: true });
  addEventListener("pointerdown", touched, { capture: true });
  return () => {
    removeEventListener("hashchange", moved);
    removeEventListener("keydown", touched, { capture: true });
    removeEventListener("pointerdown", touched, { capture: true });
  };
}
