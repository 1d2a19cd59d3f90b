import { cleanup, configure, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeDesk, openDesk, Stated, type Answers } from "../../dev/fakeDesk";
import { startRouter } from "$frame/router.svelte";
import { listen } from "$keys/shortcuts";
import type { CaseRow, CaseView, Weighed } from "$wire/generated";
import Receive from "./Receive.svelte";
import { emptyForm } from "./form";

const weighed: Weighed = {
  checklist: [], ages: { on: [], changes: false, doubtful: false }, not_family: false,
  missing: [{ item: "consent", defects: [], due: "with_packet", rule: 57, supplier: "patient" }],
};
const brief = {
  number: "R8-0128", name: "齋藤 𠮷之助", kana: "サイトウ ヨシノスケ", former_name: "", birth: null, mode: "in_person", department: null, institution: "", since: "2026-11-18",
  stage: "incomplete", open: true, steps: [], here: 0, needed: 3, visit: null, misses: 0, last_call: null, fiscal_year: 2026,
} as CaseRow["brief"];
function view(id: number, revision: number, number: string | null): CaseView {
  const { intake } = emptyForm("");
  return {
    id, revision, brief: { ...brief, number }, case: { ...intake, number }, missing: weighed.missing, steps: [], checklist: [], institution: null, undo: null,
  } as unknown as CaseView;
}

// The whole form in jsdom is slow on a busy machine; how fast it is, is measured in a real window.
vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

let desk: ReturnType<typeof fakeDesk>;
let stopKeys: () => void;
function open(answers: Answers = {}) {
  desk = fakeDesk({ weigh: () => weighed, act: () => ({ view: view(7, 1, "R8-0128") }), ...answers });
  render(Receive);
}
const box = (id: string) => document.getElementById(id) as HTMLInputElement;
async function type(id: string, text: string) {
  box(id).focus();
  await userEvent.keyboard(text);
}
async function name() {
  await waitFor(() => expect(box("packet-arrived").value).toBe("今日"));
  await type("patient-kana", "さいとう");
  await type("patient-name", "齋藤");
}

beforeEach(() => {
  openDesk();
  stopKeys = listen();
});
afterEach(() => {
  cleanup();
  stopKeys();
  desk.leave();
});

describe("saving", () => {
  it("sends one action with the name to the letter and the reading in katakana, and shows the number", async () => {
    open();
    await name();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("R8-0128");
    const [act] = desk.asked("act");
    expect(act).toMatchObject({ id: null, revision: null, draft: "receive", action: { do: "receive_packet", packet: { arrived: "2026-11-24" }, number: null } });
    expect(act?.action.do === "receive_packet" && act.action.intake?.patient.name).toEqual({ family: "齋藤", given: "", family_kana: "サイトウ", given_kana: "" });
    expect(document.activeElement?.textContent).toContain("申込をひらく");
  });

  it("says what is to be checked first, goes there, and sends nothing", async () => {
    open();
    await waitFor(() => expect(desk.asked("read_date").length).toBeGreaterThan(0));
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("2か所を確かめてください");
    await waitFor(() => expect(document.activeElement).toBe(box("patient-kana")));
    expect(desk.asked("act")).toEqual([]);
  });

  it("keeps what was typed when the desk refuses, and says why", async () => {
    open({ act: () => { throw new Stated({ code: "refused", refusal: { rule: null, why: { code: "text", field: "name", trouble: { kind: "private_use", codepoint: 57344, at: 1 } } } }); } });
    await name();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText(/1字目は外字です/);
    expect(box("patient-name").value).toBe("齋藤");
  });
});

describe("people of the same name", () => {
  const caller = { id: 3, found_by: null, brief: { ...brief, number: null, stage: "awaiting_packet" } } as CaseRow;

  it("F7 joins the call at the revision that was seen, F8 says it is somebody else; nothing is joined by itself", async () => {
    open({ alike: () => [caller], case: () => view(3, 5, null) });
    await name();
    await screen.findByText("同じ読みの方が1人います");
    await userEvent.keyboard("{F7}");
    await screen.findByText(/の方に合わせました/);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(desk.asked("act")[0]).toMatchObject({ id: 3, revision: 5 }));
  });

  it("F8 puts them aside", async () => {
    open({ alike: () => [caller] });
    await name();
    await screen.findByText("同じ読みの方が1人います");
    await userEvent.keyboard("{F8}");
    await waitFor(() => expect(screen.queryByText("同じ読みの方が1人います")).toBeNull());
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(desk.asked("act")[0]).toMatchObject({ id: null }));
  });

  it("a conflict reads the case again and saves at the new revision", async () => {
    let revision = 5;
    open({
      alike: () => [caller],
      case: () => view(3, revision, null),
      act: (request) => {
        if (request.revision !== 6) { revision = 6; throw new Stated({ code: "conflict" }); }
        return { view: view(3, 7, "R8-0128") };
      },
    });
    await name();
    await screen.findByText("同じ読みの方が1人います");
    await userEvent.keyboard("{F7}");
    await screen.findByText(/の方に合わせました/);
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("ほかの席で、この申込が変わりました");
    await waitFor(() => expect(desk.asked("case").length).toBe(2));
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await screen.findByText("R8-0128");
    expect(box("patient-name")).toBeNull();
  });

  it("a further packet adds its contents to the number, and says nothing about the person", async () => {
    open({ alike: () => [{ ...caller, brief }], case: () => view(9, 2, "R8-0100") });
    await name();
    await screen.findByText("同じ読みの方が1人います");
    await userEvent.keyboard("{F7}");
    await screen.findByText("R8-0100 に加えます");
    expect(box("patient-name")).toBeNull();
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(desk.asked("act")[0]).toMatchObject({ id: 9, revision: 2, action: { intake: null } }));
  });
});

it("sent here for one case, the form joins it once the draft is known, and has a draft of its own", async () => {
  const stop = startRouter();
  location.hash = "#/receive?case=9";
  dispatchEvent(new HashChangeEvent("hashchange"));
  try {
    open({ case: () => view(9, 2, "R8-0100") });
    await screen.findByText("R8-0100 に加えます");
    expect([desk.asked("draft"), desk.asked("case").length]).toEqual([[{ key: "receive-9" }], 1]);
  } finally {
    location.hash = "";
    dispatchEvent(new HashChangeEvent("hashchange"));
    stop();
  }
});

describe("the tick list", () => {
  it("Space ticks, a digit counts, and what comes on disc brings its discs", async () => {
    open();
    await name();
    screen.getByLabelText("血液検査の結果").focus();
    await userEvent.keyboard("3");
    screen.getByLabelText("レントゲン・CT・MRI").focus();
    await userEvent.keyboard("2");
    await screen.findByLabelText("CD-R 2枚目");
    await userEvent.keyboard("{Control>}{Enter}{/Control}");
    await waitFor(() => expect(desk.asked("act").length).toBe(1));
    expect(desk.asked("act")[0]?.action).toMatchObject({
      items: [{ kind: "blood", count: 3, form: "copy" }, { kind: "xray_ct_mri", count: 2, form: "disc" }], discs: [{ n: 1, of: 2 }, { n: 2, of: 2 }],
    });
  });

  it("what is missing stands at the foot with who can supply it", async () => {
    open();
    await name();
    await screen.findByText("同意書（自署）（未着）");
    expect(screen.getByText(/ご本人にお願いする/)).toBeTruthy();
  });
});

describe("the draft", () => {
  it("comes back, says so, and can be thrown away", async () => {
    const draft = emptyForm("今日");
    draft.intake.patient.name.family = "渡邉";
    draft.read.arrived = "2026-11-20";
    open({ draft: () => ({ content: JSON.stringify(draft), saved: "2026-11-24T09:20:00" }) });
    await screen.findByText("今日 9:20 の下書きを戻しました");
    expect([box("patient-name").value, box("packet-arrived").value]).toEqual(["渡邉", "2026-11-20"]);
    await userEvent.click(screen.getByText("捨てて新しく始める"));
    await waitFor(() => expect([box("patient-name").value, box("packet-arrived").value]).toEqual(["", "今日"]));
    expect(desk.asked("drop_draft")).toEqual([{ key: "receive" }]);
  });

  it("is kept within two seconds of the last key, and a form nobody wrote on is none", async () => {
    open();
    await name();
    await waitFor(() => expect(desk.asked("save_draft").at(-1)?.content).toContain("齋藤"), { timeout: 2000 });
    expect(desk.asked("save_draft").every((it) => it.content.includes("サイトウ") || it.content.includes("さいとう"))).toBe(true);
  });
});
