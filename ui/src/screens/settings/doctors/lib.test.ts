import { afterEach, describe, expect, it } from "vitest";
import type { ClinicRule, Doctor } from "$wire/generated";
import { speak } from "$words";
import { check, clinicWords, exceptionWords, lineOfField, newClinic, newDoctor, newExtra, newLeave, shortClinics, slotsIn, toggled } from "./lib";

afterEach(() => speak("ja"));
const clinic = (change: Partial<ClinicRule>): ClinicRule => ({ ...newClinic(60), weekdays: [1, 3], ...change });
const doctor = (change: Partial<Doctor>): Doctor => ({ ...newDoctor("surgery"), name: "久慈 隆文", ...change });

describe("a clinic in words", () => {
  it.each<[string, Partial<ClinicRule>]>([
    ["毎週火・木 14:00–16:00 60分（1日2枠）", {}],
    ["第2・第4 水 9:30–12:00 30分（1日5枠）", { weekdays: [2], nth: [4, 2], from: "09:30:00", to: "12:00:00", slot_minutes: 30 }],
    ["毎週月 14:00–16:00 60分（1日2枠） オンラインだけ 第1相談室 R9.4.1から", { weekdays: [0], modes: ["online"], room: "第1相談室", valid_from: "2027-04-01" }],
    ["（まだ書きかけ）", { weekdays: [] }],
    ["毎週火・木 夕方–16:00", { from: "夕方", slot_minutes: Number.NaN }],
  ])("%s", (words, change) => expect(clinicWords(clinic(change))).toBe(words));

  it("in English", () => {
    speak("en");
    expect(clinicWords(clinic({ nth: [1, 3] }))).toBe("1st, 3rd Tue, Thu 14:00–16:00 60 min (2 a day)");
  });

  it("leave of one day names it once", () => expect(exceptionWords({ ...newLeave("2026-12-01"), kind: "leave", from: "2026-12-01", to: "2026-12-01", reason: "学会" })).toBe("休み R8.12.1 学会"));
  it("an extra day has its times", () => expect(exceptionWords(newExtra("2026-12-01", 60))).toBe("この日だけ R8.12.1 14:00–16:00 60分"));
  it("the list says it shorter", () => expect([shortClinics(doctor({ clinics: [clinic({})] })), shortClinics(doctor({}))]).toEqual(["毎週火・木 14:00", "枠なし"]));
});

it.each([["14:00:00", "16:00:00", 60, 2], ["14:00:00", "15:50:00", 60, 1], ["14:00:00", "14:30:00", 60, 0], ["夕方", "16:00:00", 60, 0], ["14:00:00", "16:00:00", 0, 0]])(
  "%s to %s with %i minutes each: %i", (from, to, minutes, count) => expect(slotsIn(from, to, minutes)).toBe(count));

describe("what stands against saving", () => {
  it.each<[string, Doctor, string[]]>([
    ["nothing", doctor({ clinics: [clinic({})] }), []],
    ["no name, no department", doctor({ name: "", department: "" }), ["doctor-name", "doctor-department"]],
    ["no weekday", doctor({ clinics: [clinic({ weekdays: [] })] }), ["clinic-0-weekdays"]],
    ["ends before it begins", doctor({ clinics: [clinic({ to: "13:00:00" })] }), ["clinic-0-end"]],
    ["one visit is longer than the clinic", doctor({ clinics: [clinic({ to: "14:30:00" })] }), ["clinic-0-minutes"]],
    ["no mode", doctor({ clinics: [clinic({}), clinic({ modes: [] })] }), ["clinic-1-modes"]],
    ["valid until before valid from", doctor({ clinics: [clinic({ valid_from: "2026-12-01", valid_to: "2026-11-01" })] }), ["clinic-0-valid-to"]],
    ["leave that ends before it begins", doctor({ exceptions: [{ kind: "leave", from: "2026-12-05", to: "2026-12-01", reason: "" }] }), ["exception-0-to"]],
    ["an extra day without its date", doctor({ exceptions: [{ ...newExtra("", 60) }] }), ["exception-0-date"]],
  ])("%s", (_, it, ids) => expect(Object.keys(check(it))).toEqual(ids));
});

it("finds the line of a field", () => expect([lineOfField("clinic-2-start"), lineOfField("exception-0-to"), lineOfField("doctor-name")]).toEqual(["clinic-2", "exception-0", null]));
it("a ticked list stays in order", () => expect([toggled([3, 1], 2, true), toggled([1, 2], 1, false), toggled([1], 1, true)]).toEqual([[1, 2, 3], [2], [1]]));
