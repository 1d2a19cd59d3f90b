import { describe, expect, it } from "vitest";
import type { CaseView, Deed, ModeFacts } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { copyOf, departmentOptions, doctorOptions, kinOptions, patientForm, patientOf, placeOf, subjectForm, subjectOf, toggled } from "./amend";
import { dateAfter, datePapers, endKinds, leakTerms, plainGrounds, switchRows, validPapers, voidedText, waivable } from "./lib";

const paper = (kind: "slip" | "cover_letter", version: number, gone = false) => ({ kind, version, data: "", digest: "", printed: mark(), sealed: null, posted: null, came_back: null, voided: gone ? { reason: "newer_version" as const, mark: mark() } : null });
const online: ModeFacts = { mode: "online", fee: { net: 40000, rate_percent: 10, gross: 44000 }, paper: "clinics_guide", booker: "patient_in_clinics", paying: "card_after", report: "posted" };
const booking = { slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, mode: "in_person" as const, fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() };
const preview = (frees_booking: boolean) => ({ before: aView().mode, after: online, voided: [], frees_booking, missing_after: [] });

describe("a switch of mode", () => {
  it("shows the five things before and after", () => expect(switchRows(preview(false)).map((it) => [it.what, it.before, it.after])).toEqual([
    ["費用", "33,000円（税込）", "44,000円（税込）"], ["送る書類", "予約票", "CLINICS予約のご案内"], ["予約を取る人", "窓口が予約", "患者さんがCLINICSで予約"], ["お支払い", "相談前に会計", "相談後にカード決済"], ["報告書", "当日手渡し", "主治医へ郵送"],
  ]));
  it.each([["stays", aCase({ booking }), false, "そのままです"], ["falls", aCase({ booking }), true, "なくなります"]] as const)("says whether the date %s", (_, it, frees, words) => expect(dateAfter(it, preview(frees))).toContain(words));
  it("says nothing of a date that was never agreed", () => expect(dateAfter(aCase(), preview(true))).toBeNull());
  it("names what becomes void, and what is already on its way", () => expect(voidedText([{ kind: "slip", version: 2, posted: true }])).toBe("予約票 第2版（発送済み）"));
});

describe("a leak", () => {
  const leak = { what: "x", noticed: "2026-11-20", mark: mark(), first_report: null, final_report: null };
  it("has both terms from the day it was noticed", () => expect(leakTerms(leak, "2026-11-24").map((it) => it.text)).toEqual(["速報　11月25日（水） まで", "確報　12月20日（日） まで"]));
  it("says which term is over", () => expect(leakTerms(leak, "2026-11-26").map((it) => it.text)).toEqual(["速報　期限 11月25日（水） を過ぎています", "確報　12月20日（日） まで"]));
  it("a kept term is never late", () => expect(leakTerms({ ...leak, first_report: mark() }, "2026-11-26")[0]).toEqual({ last: false, mark: mark(), text: "速報　11月25日（水） まで" }));
});

describe("what stops with a case", () => {
  const it_ = aCase({ papers: [paper("slip", 1, true), paper("slip", 2), paper("cover_letter", 1)] });
  it("valid papers only; those about the date apart", () => expect([validPapers(it_), datePapers(it_)]).toEqual([["予約票 第2版", "報告書送付状 第1版"], ["予約票 第2版"]]));
});

describe("rules that may be set aside", () => {
  const deed = (rule: number | null): Deed => ({ kind: "ask_doctor", refusal: { why: { code: "not_family" }, rule } });
  it("what stands against the case now comes first", () => expect(waivable(aView({ deeds: [deed(39)] }))[0]).toBe(39));
  it("a rule nobody may waive is not offered", () => expect(waivable(aView({ deeds: [deed(13)] }))).not.toContain(13));
  it("what is set aside already is not offered again", () => expect(waivable(aView({ case: aCase({ waivers: [{ rule: 65, reason: "x", mark: mark() }] }) }))).not.toContain(65));
});

describe("ways to end", () => {
  const rows: [string, CaseView, string[], string[]][] = [
    ["with papers here only the doctor declines (R13)", aView(), ["cancelled"], ["declined", "general_outpatient"]],
    ["on the telephone what is plain may be said", aView({ case: aCase({ packets: [] }) }), ["declined", "general_outpatient"], ["no_show"]],
    ["after nobody came", aView({ case: aCase({ no_shows: [mark()] }) }), ["no_show"], []],
    ["epilepsy online", aView({ deeds: [{ kind: "epilepsy_online", refusal: null }] }), ["epilepsy_online"], []],
  ];
  it.each(rows)("%s", (_, view, has, lacks) => {
    const kinds: string[] = endKinds(view);
    expect([has.every((it) => kinds.includes(it)), lacks.some((it) => kinds.includes(it)), kinds.includes("deceased")]).toEqual([true, false, false]);
  });
  it("consent and specialists are never judged on the telephone", () => expect(plainGrounds.filter((it) => it === "no_consent" || it === "no_specialist")).toEqual([]));
});

describe("correcting who and what", () => {
  const patient = aCase().patient;
  it("a patient survives the form to the letter", () => {
    const odd = { ...patient, name: { ...patient.name, family: "𠮷田", given: "葛\u{E0100}" } };
    expect(patientOf(patientForm(odd), "1946-07-30")).toEqual(odd);
  });
  it("the birth date keeps how it was typed", () => expect(patientOf({ ...patientForm(patient), birth: "昭21/7/30" }, "1946-07-30").birth).toEqual({ typed: "昭21/7/30", date: "1946-07-30" }));
  it("an empty birth date is unconfirmed, an empty telephone line is none", () => {
    const form = { ...patientForm(patient), birth: "", phones: [...patient.phones, { number: " ", line: "home" as const, whose: "", do_not_call: false }] };
    expect([patientOf(form, null).birth, patientOf(form, null).phones.length]).toEqual([null, 1]);
  });
  it("the questions survive the form", () => {
    const subject = { ...aCase().subject, wishes: { unavailable: ["2026-12-01"], unavailable_weekdays: [2], half: "afternoon" as const, not_before: "2026-12-05", typed: "午後" } };
    const form = subjectForm(subject, "2026-11-12");
    expect([subjectOf(form, "2026-12-05"), form.applied_on]).toEqual([subject, "2026-11-12"]);
  });
  it("either half is no wish", () => expect(subjectOf(subjectForm(aCase().subject, null), null).wishes.half).toBeNull());
  it("a copy is a copy", () => {
    const copy = copyOf(patient);
    copy.name.family = "x";
    expect(patient.name.family).toBe("髙橋");
  });
  it.each([[[1, 3], 2, [1, 2, 3]], [[1, 2, 3], 2, [1, 3]], [[], 0, [0]]])("%j with %i turned is %j", (list, it, found) => expect(toggled(list, it)).toEqual(found));
});

describe("what can be chosen", () => {
  it("a kinship that left the list stays choosable", () => expect(kinOptions({ ...desk, profile: { ...desk.profile, kinship: [{ name: "父", allowed: true, guardian: true }] } }, "大叔父").map((it) => it.value)).toEqual(["", "大叔父", "父"]));
  it("a stopped department says so, a retired one only stays where it is chosen", () => {
    const departments = [{ id: "a", name: "整形外科", stopped: "休止", online_elsewhere: "", requires: [], retired: false }, { id: "b", name: "旧科", stopped: "", online_elsewhere: "", requires: [], retired: true }];
    expect([departmentOptions({ ...desk, departments }, "").map((it) => it.label), departmentOptions({ ...desk, departments }, "b").map((it) => it.value)]).toEqual([["未確認", "整形外科（受付停止）"], ["", "a", "b"]]);
  });
  it("doctors of the department only", () => expect([doctorOptions(desk, "digestive", "").length, doctorOptions(desk, "surgery", "").length, doctorOptions(desk, "", "").length]).toEqual([2, 1, 2]));
  it("institutions of one name differ by address, telephone and code", () => expect(placeOf({ id: "", name: "中央病院", address: { postal: "985-0000", line1: "塩浜市港町", line2: "" }, phone: "022-000-3311", fax: "", code: "0400000", entered: null, checked: null })).toBe("〒985-0000 塩浜市港町　022-000-3311　コード 0400000"));
});
