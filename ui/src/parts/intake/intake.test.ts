import { describe, expect, it } from "vitest";
import type { Case } from "$wire/generated";
import { digits, emptyIntake, fillIn, finished, intakeOf, katakana, postal } from "./intake";

const none = { birth: null, applied: null, notBefore: null };

describe("what is sent", () => {
  it("keeps names to the letter, and the birth date as typed beside what was read", () => {
    const form = emptyIntake();
    form.patient.name = { family: "𠮷野", given: "葛\u{E0100}", family_kana: "ヨシノ", given_kana: "カズラ" };
    const sent = finished(form, "s16.2.8", { ...none, birth: "1941-02-08" });
    expect([sent.patient.name.family, sent.patient.name.given, sent.patient.birth]).toEqual(["𠮷野", "葛\u{E0100}", { typed: "s16.2.8", date: "1941-02-08" }]);
  });

  it("leaves empty lines out and does not touch the form", () => {
    const form = emptyIntake();
    form.applicant.who = "family";
    form.applicant.companions = [{ name: " ", kinship: "" }, { name: "長谷部 由紀子", kinship: "長女" }];
    const sent = finished(form, "", none);
    expect([sent.patient.phones, sent.applicant.companions.length, form.patient.phones.length, form.applicant.companions.length]).toEqual([[], 1, 1, 2]);
  });

  it.each(["patient", "patient_with_family"] as const)("%s: the patient is the applicant, nobody else is named as such", (who) => {
    const form = emptyIntake();
    form.applicant = { ...form.applicant, who, kinship: "長女", patient_cannot_sign: true, name: { family: "長谷部", given: "由紀子", family_kana: "", given_kana: "" } };
    const { applicant } = finished(form, "", none);
    expect([applicant.name.family, applicant.kinship, applicant.patient_cannot_sign]).toEqual(["", "", false]);
  });
});

describe("a form that joins a known case", () => {
  it("keeps what was typed and takes the rest from the case", () => {
    const typed = emptyIntake();
    typed.patient.name.family_kana = "サイトウ";
    typed.patient.name.family = "齋藤";
    const known = emptyIntake();
    known.patient.name = { family: "斎藤", given: "𠮷之助", family_kana: "サイトウ", given_kana: "ヨシノスケ" };
    known.mode = "online";
    known.patient.phones = [{ number: "090-0000-4471", line: "mobile", whose: "", do_not_call: false }];
    const filled = fillIn(typed, emptyIntake(), known);
    expect([filled.patient.name.family, filled.patient.name.given, filled.mode, filled.patient.phones[0]?.number]).toEqual(["齋藤", "𠮷之助", "online", "090-0000-4471"]);
  });

  it("has a line for a telephone even when the case has none", () => {
    const known = { ...emptyIntake(), number: null } as unknown as Case;
    known.patient.phones = [];
    expect(intakeOf(known).patient.phones.length).toBe(1);
  });
});

it.each([["さいとう", "サイトウ"], ["ｻｲﾄｳ", "サイトウ"], ["ﾀﾞｲ", "ダイ"], [" サイトウ ", "サイトウ"], ["Smith", "Smith"], ["ゔぁ", "ヴァ"]])("reading %s is %s", (text, to) => expect(katakana(text)).toBe(to));
it.each([["０９０ー００００－４４７１", "090-0000-4471"], ["022 000 3311", "022 000 3311"], ["03―1234‐5678", "03-1234-5678"]])("digits %s are %s", (text, to) => expect(digits(text)).toBe(to));
it.each([["〒９８０ー００００", "980-0000"], ["9800000", "980-0000"], ["98", "98"], ["980-00", "980-00"]])("postal code %s is %s", (text, to) => expect(postal(text)).toBe(to));
