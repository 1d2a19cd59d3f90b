import { describe, expect, it } from "vitest";
import type { Department, Ground } from "$wire/generated";
import { callerChosen, canBeFound, elsewhere, emptyForm, endOf, inquireOf, isPlain, type InquiryForm } from "./lib";

const department = (id: string, online_elsewhere = ""): Department => ({ id, name: id, stopped: "", online_elsewhere, requires: [], retired: false });
const departments = [department("epilepsy", "ホームページへ"), department("lung")];
function form(change: (it: InquiryForm) => void = () => {}): InquiryForm {
  const it = emptyForm();
  change(it);
  return it;
}
const online = (id: string) => (it: InquiryForm) => { it.intake.mode = "online"; it.intake.subject.department = id; };

describe("how a first call may end (R39-R46, R80, R81)", () => {
  it.each<[string, (it: InquiryForm) => void, ReturnType<typeof endOf>]>([
    ["何もなければ終わらない", () => {}, null],
    ["てんかん科のオンライン", online("epilepsy"), { kind: "epilepsy_online", ground: null }],
    ["てんかん科の対面は普通の申込", (it) => (it.intake.subject.department = "epilepsy"), null],
    ["ほかの科のオンラインは普通の申込", online("lung"), null],
    ["てんかん科オンラインが先", (it) => { online("epilepsy")(it); it.heard = ["dispute"]; }, { kind: "epilepsy_online", ground: null }],
    ["ご家族以外 R39", (it) => (it.heard = ["not_patient_nor_family"]), { kind: "declined", ground: "not_patient_nor_family" }],
    ["治療希望 R41 は一般外来", (it) => (it.heard = ["wants_treatment_here"]), { kind: "general_outpatient", ground: "wants_treatment_here" }],
    ["係争 R42", (it) => (it.heard = ["dispute"]), { kind: "declined", ground: "dispute" }],
    ["死亡 R43", (it) => (it.heard = ["deceased"]), { kind: "declined", ground: "deceased" }],
    ["主治医の了承なし R44", (it) => (it.heard = ["referrer_not_agreed"]), { kind: "declined", ground: "referrer_not_agreed" }],
    ["一般外来をお勧め R46", (it) => (it.outpatient = true), { kind: "general_outpatient", ground: null }],
    ["同意書なし R40 は書類で", (it) => (it.heard = ["no_consent"]), null],
    ["専門医なし R45 は担当医", (it) => (it.heard = ["no_specialist"]), null],
    ["疑いと明らかなもの", (it) => (it.heard = ["no_specialist", "deceased"]), { kind: "declined", ground: "deceased" }],
  ])("%s", (_, change, expected) => expect(endOf(form(change), departments)).toEqual(expected));

  it("what the clerk may only pass on is never plain", () => {
    const plain = (["not_patient_nor_family", "no_consent", "wants_treatment_here", "dispute", "deceased", "referrer_not_agreed", "no_specialist"] as Ground[]).map(isPlain);
    expect(plain).toEqual([true, false, true, true, true, true, false]);
  });

  it("says the department's own message", () => expect([elsewhere(form(online("epilepsy")), departments), elsewhere(form(), departments)]).toEqual(["ホームページへ", null]));
});

describe("who calls", () => {
  it.each<[string, (it: InquiryForm) => void, "patient" | "family" | "other", string]>([
    ["ご家族からなら、ご本人と家族で来ると見る", () => {}, "family", "patient_with_family"],
    ["家族だけと選んであれば変えない", (it) => (it.intake.applicant.who = "family"), "family", "family"],
    ["ご家族以外", () => {}, "other", "other"],
    ["ご本人に戻す", (it) => (it.intake.applicant.who = "other"), "patient", "patient"],
  ])("%s", (_, change, caller, who) => {
    const it = form(change);
    callerChosen(it, caller);
    expect(it.intake.applicant.who).toBe(who);
  });

  it("the caller who comes along is named as companion, and the number to call back is kept as the family's", () => {
    const it = form((one) => {
      callerChosen(one, "family");
      Object.assign(one.intake.applicant, { kinship: "長女", phone: "090-0000-1234" });
      Object.assign(one.intake.applicant.name, { family: "長谷部", given: "由紀子" });
    });
    const { intake } = inquireOf(it, null, true);
    expect(intake.applicant.companions).toEqual([{ name: "長谷部 由紀子", kinship: "長女" }]);
    expect(intake.patient.phones).toEqual([{ number: "090-0000-1234", line: "family", whose: "長谷部 由紀子 長女", do_not_call: false }]);
  });

  it("family alone stays the applicant", () => {
    const it = form((one) => {
      callerChosen(one, "family");
      Object.assign(one.intake.applicant, { who: "family", kinship: "長女" });
      one.intake.applicant.name.family = "長谷部";
    });
    const { applicant } = inquireOf(it, null, true).intake;
    expect([applicant.name.family, applicant.kinship, applicant.companions]).toEqual(["長谷部", "長女", []]);
  });
});

it("leaves to the desk what is the desk's, and passes on what was heard", () =>
  expect(inquireOf(form((it) => (it.heard = ["no_specialist"])), "1941-02-08", true)).toMatchObject({ heard: ["no_specialist"], explained: true, packet_due: null, out_of_hours: false, intake: { patient: { birth: { date: "1941-02-08" } } } }));

it.each<[string, (it: InquiryForm) => void, boolean]>([
  ["何もない", () => {}, false],
  ["フリガナ", (it) => (it.intake.patient.name.family_kana = "サイトウ"), true],
  ["電話だけ", (it) => (it.intake.patient.phones[0]!.number = "090"), true],
  ["空白は名前でない", (it) => (it.intake.patient.name.family = "　"), false],
])("can be found again: %s", (_, change, found) => expect(canBeFound(form(change))).toBe(found));
