import { tick } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { arrive, go, href, readRoute, route, startRouter } from "./router.svelte";

describe("reading an address", () => {
  const cases: [string, ReturnType<typeof readRoute>][] = [
    ["", { screen: "today", path: [], query: {} }],
    ["#/", { screen: "today", path: [], query: {} }],
    ["#/ledger", { screen: "ledger", path: [], query: {} }],
    ["#/case/12/overview", { screen: "case", path: ["12", "overview"], query: {} }],
    ["#/ledger?q=%E9%AB%99%E6%A9%8B", { screen: "ledger", path: [], query: { q: "髙橋" } }],
    ["#/ledger?q=a?b", { screen: "ledger", path: [], query: { q: "a" } }],
    ["#/case/%E0%A4%A", { screen: "case", path: ["%E0%A4%A"], query: {} }],
  ];
  it.each(cases)("%s", (hash, expected) => expect(readRoute(hash)).toEqual(expected));

  it.each([
    ["case", [12, "overview"], {}],
    ["ledger", [], { q: "𠮷野 ?&/#", state: "late" }],
    ["a/b", ["c?d"], {}],
  ] as [string, (string | number)[], Record<string, string>][])("%s %o %o comes back as written", (screen, path, query) =>
    expect(readRoute(href(screen, path, query))).toEqual({ screen, path: path.map(String), query }));
});

describe("arriving", () => {
  let stop: () => void;
  beforeEach(() => {
    location.hash = "#/today";
    document.body.innerHTML = `<main><h1>x</h1><input id=first><button id=best></button></main>`;
    stop = startRouter();
  });
  afterEach(() => stop());
  const moved = async () => {
    await new Promise((done) => addEventListener("hashchange", done, { once: true }));
    await tick();
    await tick();
  };
  const focused = () => document.activeElement?.id || document.activeElement?.tagName;

  it("follows the address and puts the focus on the heading", async () => {
    go("case", [7, "calls"]);
    await moved();
    expect([route.screen, ...route.path]).toEqual(["case", "7", "calls"]);
    expect(focused()).toBe("H1");
  });

  it("prefers the element that asks for it, even when it appears later", async () => {
    go("receive");
    await moved();
    arrive(document.getElementById("best")!);
    await tick();
    expect(focused()).toBe("best");
  });

  it("never takes the focus from a clerk who is already typing", async () => {
    go("receive");
    await moved();
    document.getElementById("first")!.focus();
    document.getElementById("first")!.dispatchEvent(new KeyboardEvent("keydown", { key: "a", bubbles: true }));
    arrive(document.getElementById("best")!);
    await tick();
    expect(focused()).toBe("first");
  });

  it("leaves the focus alone when only the query changes", async () => {
    const heard = vi.fn();
    stop();
    stop = startRouter(heard);
    go("today", [], { q: "a" });
    await moved();
    expect([route.query["q"], heard.mock.calls.length]).toEqual(["a", 0]);
  });
});
