import { describe, expect, it } from "vitest";
import type { Deed, Told } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { acceptWarning, askedWhom, askRefusal, groundLines, GROUNDS, mayWaive, pending, ruleToWaive, untouched, usualDepartment, verdictForm, verdictOf, withGround, type VerdictForm } from "./lib";

const form = (more: Partial<VerdictForm>): VerdictForm => ({ ...verdictForm(desk), ...more });

describe("the seven grounds", () => {
  it("stand in the notice's order with their rules", () => expect(GROUNDS.map((it) => it.rule)).toEqual([39, 40, 41, 42, 43, 44, 45]));
  it("show what the facts say", () => expect(groundLines(aView())[0]?.hint).toBe("来る方：家族だけ（長女）"));
  it("know which were ticked and which not", () => {
    const view = aView({ case: aCase({ doubts: [{ ground: "dispute", doubt: "suspected", mark: mark() }] }) });
    expect([groundLines(view).filter((it) => it.doubt === "suspected").map((it) => it.ground), untouched(view).length]).toEqual([["dispute"], 6]);
  });
});

describe("asking the doctor", () => {
  const refused = (refusal: Deed["refusal"]) => aView({ deeds: [{ kind: "ask_doctor", refusal }] });
  const lacking = { why: { code: "lacking" as const, missing: [] }, rule: 65 };
  it("needs a department", () => expect(askRefusal(aView(), "")?.text).toBe("診療科を選んでください"));
  it("says what lacks and its rule", () => expect(askRefusal(refused(lacking), "digestive")?.rule).toBe(65));
  it("is free where nothing stands against it", () => expect(askRefusal(refused(null), "digestive")).toBeNull());
  it("a stopped department does not keep another one from being asked", () => {
    const stopped = refused({ why: { code: "department_stopped", message: "休止中" }, rule: null });
    expect([askRefusal(stopped, "digestive")?.text.includes("休止中"), askRefusal(stopped, "surgery")]).toEqual([true, null]);
  });
  it.each([[65, true, 65], [56, true, 65], [57, true, 57], [58, true, 58], [44, true, 44], [39, true, 39], [13, false, 65], [null, false, 65]])("rule %s: may be set aside %s, through R%s", (rule, may, through) =>
    expect([mayWaive(rule), ruleToWaive(rule ?? 65)]).toEqual([may, through]));
  it("starts with the department asked last, else the wish", () => {
    const asked = aCase({ screenings: [{ department: "surgery", doctor: "d1", asked: mark(), reminders: [], verdict: null }] });
    expect([usualDepartment(aView()), usualDepartment(aView({ case: asked })), pending(aView({ case: asked }))?.department, askedWhom(asked.screenings[0]!, desk)]).toEqual(["digestive", "surgery", "surgery", "surgery　久慈 隆文 医師"]);
  });
});

describe("the doctor's answer", () => {
  const rows: [string, Partial<VerdictForm>, object][] = [
    ["nothing chosen", {}, { why: "お返事を選んでください" }],
    ["accepted", { outcome: "accept" }, { verdict: { outcome: "accept" } }],
    ["more material needs words", { outcome: "more_material" }, { why: "要る資料を入れてください" }],
    ["more material", { outcome: "more_material", what: "造影CT" }, { verdict: { outcome: "more_material", what: "造影CT", from: "referrer" } }],
    ["a refusal needs an approver", { outcome: "refuse", words: "x" }, { why: "承認した方の名前を入れてください" }],
    ["a refusal needs words", { outcome: "refuse", words: " ", approver: "部長" }, { why: "お伝えする言葉を入れてください" }],
    ["a refusal", { outcome: "refuse", ground: "dispute", words: "x", approver: "部長" }, { verdict: { outcome: "refuse", ground: "dispute", words: "x", approver: "部長" } }],
    ["general outpatient needs words", { outcome: "general_outpatient", general: "" }, { why: "お伝えする言葉を入れてください" }],
    ["another department must be named", { outcome: "other_department" }, { why: "診療科を選んでください" }],
  ];
  it.each(rows)("%s", (_, more, made) => expect(verdictOf(form(more))).toEqual(made));

  it("another ground brings the hospital's sentence for it", () => expect(withGround(form({ ground: "dispute", words: "" }), "no_consent", desk).words).toBe("ご本人の同意書が確認できませんでした。"));
  it("but never overwrites what somebody wrote", () => expect(withGround(form({ ground: "dispute", words: "担当医の言葉" }), "no_consent", desk).words).toBe("担当医の言葉"));
  it.each([["yes", null], ["unknown", "未確認"], ["no", "なし"]] as [Told, string | null][])("accepting while the referring doctor's agreement is %s", (agreed, word) => {
    const warning = acceptWarning(aView({ case: aCase({ referrer: { ...aCase().referrer, agreed } }) }), form({ outcome: "accept" }));
    expect(word === null ? warning : warning?.includes(word)).toBe(word === null ? null : true);
  });
  it("a waiver of R44 silences the warning", () =>
    expect(acceptWarning(aView({ case: aCase({ referrer: { ...aCase().referrer, agreed: "no" }, waivers: [{ rule: 44, reason: "x", mark: mark() }] }) }), form({ outcome: "accept" }))).toBeNull());
});
