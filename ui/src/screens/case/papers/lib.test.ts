import { describe, expect, it } from "vitest";
import type { CaseView, IssuedPaper } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { afterPrint, againstPosting, bytesOf, clinicsState, digitsOf, entriesOf, inForce, kindsOf, nextVersion, postAdvice, postForm, stateOf, versionText } from "./lib";

const services = desk.profile.services;
const paper = (more: Partial<IssuedPaper> = {}): IssuedPaper => ({ kind: "slip", version: 1, data: "", digest: "", printed: mark("2026-11-24T09:20:00"), sealed: null, posted: null, came_back: null, voided: null, ...more });
const booking = { slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, mode: "in_person" as const, fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() };
const voided = { reason: "newer_version" as const, mark: mark() };
const posted = { service: "letter_pack", tracking: "123456789012", mark: mark("2026-11-24T10:00:00") };

describe("which papers there are", () => {
  const report = { received: mark(), pages: 2, reminders: [], delivered: null };
  const rows: [string, CaseView, string[]][] = [
    ["none before a date is agreed", aView(), []],
    ["the slip of an agreed date", aView({ case: aCase({ booking }) }), ["slip-new"]],
    ["a valid printed one needs no new one", aView({ case: aCase({ booking, papers: [paper()] }) }), ["slip-1"]],
    ["a void one does; the new one stands first", aView({ case: aCase({ booking, papers: [paper({ voided })] }) }), ["slip-new", "slip-1"]],
    ["newest first", aView({ case: aCase({ booking, papers: [paper({ voided }), paper({ version: 2 })] }) }), ["slip-2", "slip-1"]],
    ["letter and label once the report is here", aView({ case: aCase({ report }) }), ["cover_letter-new", "mailing_label-new"]],
    ["nothing new after the end", aView({ case: aCase({ booking, papers: [paper({ voided })], ending: { kind: "cancelled", ground: null, reason: "x", mark: mark() } }) }), ["slip-1"]],
  ];
  it.each(rows)("%s", (_, view, keys) => expect(entriesOf(view).map((it) => it.key)).toEqual(keys));
  it("online, the guide takes the slip's place", () => expect(kindsOf(aView({ case: aCase({ booking }), mode: { ...aView().mode, paper: "clinics_guide" } }))).toEqual(["clinics_guide"]));
  it("versions go on counting over void ones", () => expect([nextVersion(aCase(), "slip"), nextVersion(aCase({ papers: [paper({ voided }), paper({ version: 2, voided })] }), "slip")]).toEqual([1, 3]));
  it("the guide counts on from the slip it replaces", () => expect([nextVersion(aCase({ papers: [paper({ version: 2, voided })] }), "clinics_guide"), nextVersion(aCase({ papers: [paper({ version: 2 })] }), "cover_letter")]).toEqual([3, 1]));
  const printed = (kind: IssuedPaper["kind"], more: Partial<IssuedPaper> = {}) => paper({ kind, ...more });
  const after: [string, CaseView, Parameters<typeof afterPrint>[1], number, ReturnType<typeof afterPrint>][] = [
    ["a slip: it has to be posted", aView({ case: aCase({ booking, papers: [paper()] }) }), "slip", 1, { key: "slip-1", to: "post" }],
    ["a slip printed once more: the new version has to be posted", aView({ case: aCase({ booking, papers: [paper({ voided }), paper({ version: 2 })] }) }), "slip", 2, { key: "slip-2", to: "post" }],
    ["the letter: its label is still to print", aView({ case: aCase({ report, papers: [printed("cover_letter")] }) }), "cover_letter", 1, { key: "mailing_label-new", to: "line" }],
    ["the label: both are there, the report can go", aView({ case: aCase({ report, papers: [printed("cover_letter"), printed("mailing_label")] }) }), "mailing_label", 1, { key: "mailing_label-1", to: "next" }],
  ];
  it.each(after)("after printing %s", (_, view, kind, version, go) => expect(afterPrint(view, kind, version)).toEqual(go));
  it("from a void version one goes to the one in force, when there is one", () => {
    expect(inForce(entriesOf(aView({ case: aCase({ booking, papers: [paper({ voided }), paper({ version: 2 })] }) })))?.key).toBe("slip-2");
    expect(inForce(entriesOf(aView({ case: aCase({ papers: [paper({ voided })] }) })))).toBeUndefined();
  });
  it("a printed version says when and by whom", () => {
    const view = aView({ case: aCase({ booking, papers: [paper()] }) });
    expect(versionText(entriesOf(view)[0]!, view, "2026-11-24")).toBe("第1版　今日 9:20 佐々木");
  });
});

describe("what became of a paper", () => {
  it.each([
    ["not printed", null, "act"], ["printed", paper(), "wait"], ["posted", paper({ posted }), "good"],
    ["came back", paper({ posted, came_back: { reason: "unknown_address", mark: mark() } }), "stop"], ["void, whatever else", paper({ posted, voided }), "void"],
  ] as const)("%s", (_, it, chip) => expect(stateOf(it, "2026-11-24").chip).toBe(chip));
});

describe("posting", () => {
  it("ordinary mail in time is good", () => expect(postAdvice({ service: "ordinary", by: "2026-12-01" }, services)).toEqual({ kind: "good", title: "普通郵便で間に合います。", text: "12月1日（火） までに投函します。" }));
  it("too late for ordinary mail: says which service still arrives", () => expect(postAdvice({ service: "letter_pack", by: "2026-12-03" }, services)).toEqual({ kind: "wait", title: "普通郵便では間に合いません。", text: "レターパックで、12月3日（木） までに投函します。" }));
  it("too late for everything is a stop", () => expect(postAdvice(null, services).kind).toBe("stop"));
  it("starts from the service that arrives", () => expect([postForm({ service: "letter_pack", by: "" }, services).service, postForm(null, services).service]).toEqual(["letter_pack", "ordinary"]));
  it.each([["ordinary", "", null], ["letter_pack", "1234", "追跡番号は12桁です。"], ["letter_pack", "1234-5678-9012", null], ["letter_pack", "１２３４５６７８９０１２", null], ["pigeon", "", "その送り方は設定にありません。"]])("%s %s: %s", (service, tracking, why) =>
    expect(againstPosting({ service, tracking }, services)).toBe(why));
  it("counts digits whatever the dash", () => expect(digitsOf("310ー2918－4055")).toBe("31029184055"));
});

describe("CLINICS", () => {
  it.each([["agrees", "good"], ["not_seen", "wait"], ["other_time", "stop"], ["other_menu", "stop"]] as const)("%s is %s", (clinics, kind) => expect(clinicsState(aView({ clinics })).kind).toBe(kind));
  it("a registration without a booking is said apart", () => expect(clinicsState(aView({ case: aCase({ clinics: { registered: mark(), booked: null } }) })).title).toContain("登録は済んで"));
});

it("unpacks the PDF's bytes", () => expect([...bytesOf("JVBERg==")]).toEqual([37, 80, 68, 70]));
