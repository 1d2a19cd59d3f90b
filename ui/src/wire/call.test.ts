import { afterEach, describe, expect, it, vi } from "vitest";
import { call, CallFailed, answerWith, troubleOf } from "./call";
import { Unreachable, type Reply } from "./transport";

let restore = () => {};
afterEach(() => {
  restore();
  vi.unstubAllGlobals();
});

async function troubleWhen(reply: () => Promise<Reply>): Promise<unknown> {
  restore = answerWith(reply);
  return call("frame", {}).then(() => "answered", troubleOf);
}

describe("a call", () => {
  it("gives back what the desk answered", async () => {
    restore = answerWith(async (command, request) => ({ ok: true, answer: { command, request } }));
    expect(await call("frame", {})).toEqual({ command: "frame", request: {} });
  });

  it("throws what the desk stated", async () => {
    const failure = { code: "internal", report: "E-1" };
    expect(await troubleWhen(async () => ({ ok: false, failure }))).toEqual(failure);
  });

  it.each([["a string"], [null], [42], [{ message: "x" }]])("does not trust %o as a failure", async (failure) =>
    expect(await troubleWhen(async () => ({ ok: false, failure }))).toEqual({ code: "unreachable" }));

  it("says so when the desk cannot be reached", async () => {
    const broken = async () => { throw new Unreachable("down"); };
    expect(await troubleWhen(broken)).toEqual({ code: "unreachable" });
    await expect(call("frame", {})).rejects.toBeInstanceOf(CallFailed);
  });
});

describe("over loopback", () => {
  const answer = (status: number, body: string) => vi.stubGlobal("fetch", vi.fn(async () => new Response(body, { status })));

  it("posts JSON to the command's own address", async () => {
    answer(200, `{"person":"佐々木"}`);
    expect(await call("frame", {})).toEqual({ person: "佐々木" });
    const [url, init] = vi.mocked(fetch).mock.calls[0]!;
    expect([url, init?.method, init?.body]).toEqual(["/call/frame", "POST", "{}"]);
  });

  it.each([
    [422, `{"code":"refused","rule":"R57","reason":"x"}`, "refused"],
    [500, "<html>", "unreachable"],
    [200, "not json", "unreachable"],
  ])("status %i with %s is %s", async (status, body, code) => {
    answer(status, body);
    expect(await call("frame", {}).then(() => null, (it) => troubleOf(it).code)).toBe(code);
  });
});

describe("through the window's shell", () => {
  it("invokes `call` with the command and its request", async () => {
    const invoke = vi.fn(async () => ({ person: "大友" }));
    vi.stubGlobal("__TAURI_INTERNALS__", { invoke });
    expect(await call("frame", {})).toEqual({ person: "大友" });
    expect(invoke).toHaveBeenCalledWith("call", { command: "frame", request: {} }, undefined);
  });
});
