import { afterEach, describe, expect, it } from "vitest";
import { hush, toast } from "$parts/toasts.svelte";
import { answerWith } from "$wire";
import { CaseHere } from "./case.svelte";
import { aView } from "./sample";

type Asked = { command: string; request: unknown };
let undo = () => {};
afterEach(() => {
  undo();
  hush();
});

/** A desk that answers from a list of replies per command and remembers what it was asked. */
function desk(replies: Record<string, unknown[]>): Asked[] {
  const asked: Asked[] = [];
  undo = answerWith(async (command, request) => {
    asked.push({ command, request });
    const reply = replies[command]?.shift();
    return reply !== undefined && typeof reply === "object" && reply !== null && "code" in reply ? { ok: false, failure: reply } : { ok: true, answer: reply };
  });
  return asked;
}
const note = { do: "note", text: "x" } as const;

describe("the case on the screen", () => {
  it("acts on the revision it shows and shows what came back", async () => {
    const asked = desk({ case: [aView({ revision: 3 })], act: [{ view: aView({ revision: 4, undo: 9 }) }] });
    const here = new CaseHere(12);
    await here.load();
    const done = await here.act(note, "残しました", "draft-1");
    expect([done.ok, here.view?.revision, asked[1]?.request, toast.current?.text, toast.current?.undo !== undefined]).toEqual([true, 4, { id: 12, revision: 3, action: note, draft: "draft-1" }, "残しました", true]);
  });

  it("offers no way back where there is none", async () => {
    desk({ case: [aView()], act: [{ view: aView({ undo: null }) }] });
    const here = new CaseHere(12);
    await here.load();
    await here.act(note, "印刷しました");
    expect(toast.current?.undo).toBeUndefined();
  });

  it("on a conflict shows the newest and says so; the form is told and keeps what it holds", async () => {
    desk({ case: [aView({ revision: 3 }), aView({ revision: 5 })], act: [{ code: "conflict" }] });
    const here = new CaseHere(12);
    await here.load();
    const done = await here.act(note, "x");
    expect([done.ok, here.view?.revision, here.moved, toast.current]).toEqual([false, 5, true, null]);
  });

  it("a refusal changes nothing and is handed to the form", async () => {
    desk({ case: [aView({ revision: 3 })], act: [{ code: "refused", refusal: { why: { code: "ended" }, rule: null } }] });
    const here = new CaseHere(12);
    await here.load();
    const done = await here.act(note, "x");
    expect([done.ok || done.trouble?.code, here.view?.revision, here.busy]).toEqual(["refused", 3, false]);
  });

  it("several actions follow each other's revision and stop at the first refusal; only the last finishes the draft", async () => {
    const asked = desk({ case: [aView({ revision: 3 })], act: [{ view: aView({ revision: 4 }) }, { code: "refused", refusal: { why: { code: "ended" }, rule: null } }, { view: aView({ revision: 9 }) }] });
    const here = new CaseHere(12);
    await here.load();
    const done = await here.actAll([note, note, note], "x", "draft-1");
    expect([done.ok, asked.filter((it) => it.command === "act").map((it) => it.request)]).toEqual([false, [{ id: 12, revision: 3, action: note, draft: null }, { id: 12, revision: 4, action: note, draft: null }]]);
  });

  it("a second press while the first is under way does nothing", async () => {
    const asked = desk({ case: [aView()], act: [{ view: aView() }, { view: aView() }] });
    const here = new CaseHere(12);
    await here.load();
    const [first, second] = await Promise.all([here.act(note, "x"), here.act(note, "x")]);
    expect([first.ok, second, asked.filter((it) => it.command === "act").length]).toEqual([true, { ok: false, trouble: null }, 1]);
  });

  it("takes back the newest entry, and then the one before it", async () => {
    const asked = desk({ case: [aView({ undo: 9 })], undo: [{ view: aView({ undo: 8 }) }, { view: aView({ undo: null }) }] });
    const here = new CaseHere(12);
    await here.load();
    await here.undo();
    await toast.current?.undo?.();
    await here.undo();
    expect(asked.filter((it) => it.command === "undo").map((it) => it.request)).toEqual([{ id: 12, seq: 9 }, { id: 12, seq: 8 }]);
  });

  it("a case that is not here says so, and is there again when it comes", async () => {
    desk({ case: [{ code: "not_found" }, aView()] });
    const here = new CaseHere(12);
    await here.load();
    const before = [here.view, here.trouble?.code];
    await here.load();
    expect([before, here.trouble, here.view?.id]).toEqual([[null, "not_found"], null, 12]);
  });
});
