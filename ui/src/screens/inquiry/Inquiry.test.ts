import { cleanup, configure, render, screen, waitFor } from "@testing-library/svelte";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { fakeDesk, openDesk, Stated, type Answers } from "../../dev/fakeDesk";
import { listen } from "$keys/shortcuts";
import type { Act, CaseView } from "$wire/generated";
import Inquiry from "./Inquiry.svelte";
import { emptyForm } from "./lib";

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

/** The case as it stands after the actions so far. */
function view({ action }: Act): CaseView {
  const { intake } = emptyForm();
  const ending = action.do === "end" ? { kind: action.kind, ground: action.ground, reason: "", mark: { at: "", by: "" } } : null;
  return {
    id: 5, revision: action.do === "end" ? 2 : 1, undo: null, steps: [], missing: [], brief: { name: "佐藤", kana: "" },
    case: { ...intake, number: null, ending, inquiry: { explained: action.do === "inquire" && action.explained, packet_due: "2026-12-24" } },
  } as unknown as CaseView;
}

let desk: ReturnType<typeof fakeDesk>;
let stopKeys: () => void;
async function open(answers: Answers = {}) {
  desk = fakeDesk({ act: (request) => ({ view: view(request) }), ...answers });
  render(Inquiry);
  await waitFor(() => expect(desk.asked("draft").length).toBe(1));
}
async function choose(label: string) {
  await userEvent.click(screen.getByLabelText(label));
}
const acts = () => desk.asked("act").map((it) => [it.id, it.revision, it.action]);

beforeEach(() => {
  openDesk();
  stopKeys = listen();
});
afterEach(() => {
  cleanup();
  stopKeys();
  desk.leave();
});

it("epilepsy online: one key records the call and ends it, without asking for a name (R81)", async () => {
  await open();
  await choose("オンライン");
  await userEvent.selectOptions(document.getElementById("department") as HTMLSelectElement, "epilepsy");
  await screen.findByText("ホームページへ");
  await userEvent.keyboard("{F9}");
  await screen.findByText(/てんかん科オンラインを案内/);
  expect(acts()).toMatchObject([[null, null, { do: "inquire", explained: false }], [5, 1, { do: "end", kind: "epilepsy_online", ground: null }]]);
});

it("an end that was refused is tried again alone: the call is recorded once", async () => {
  let refused = false;
  await open({
    act: (request) => {
      if (request.action.do === "end" && !refused) {
        refused = true;
        throw new Stated({ code: "refused", refusal: { rule: 13, why: { code: "doctor_decides" } } });
      }
      return { view: view(request) };
    },
  });
  await choose("亡くなった患者さんについての相談 R43");
  await userEvent.keyboard("{F9}");
  await screen.findByText(/担当医が判断します。窓口ではお伝えするだけです/);
  await userEvent.keyboard("{F9}");
  await screen.findByText("記録して終えました：お断り");
  expect(desk.asked("act").map((it) => it.action.do)).toEqual(["inquire", "end", "end"]);
  expect(acts().at(-1)).toMatchObject([5, 1, { kind: "declined", ground: "deceased" }]);
});

it("explained: waits for the post, with what was heard as a suspicion", async () => {
  await open();
  (document.getElementById("patient-kana") as HTMLElement).focus();
  await userEvent.keyboard("さとう");
  await choose("対応できる専門医が当院にいない R45");
  expect(screen.queryByText("お伝えして終える")).toBeNull();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("電話を記録しました");
  expect(screen.getByText(/12月24日（木）までに/)).toBeTruthy();
  expect(desk.asked("act")[0]).toMatchObject({ draft: "inquiry", action: { explained: true, heard: ["no_specialist"], intake: { patient: { name: { family_kana: "サトウ" } } } } });
});

it("whom nobody could call back is not waited for", async () => {
  await open();
  await userEvent.keyboard("{Control>}{Enter}{/Control}");
  await screen.findByText("フリガナか電話番号を入れてください");
  expect(document.activeElement?.id).toBe("patient-kana");
  expect(desk.asked("act")).toEqual([]);
});
