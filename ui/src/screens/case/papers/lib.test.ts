import { describe, expect, it } from "vitest";
import type { CaseView, IssuedPaper, PaperKind, PaperOffer } from "$wire/generated";
import { aCase, aView, desk, mark } from "../sample";
import { afterPrint, againstPosting, clinicsState, digitsOf, entriesOf, firstEntry, groupsOf, inForce, isLetter, nextVersion, notYet, postAdvice, postForm, stateOf, toPost, versionText } from "./lib";

const services = desk.profile.services;
const paper = (more: Partial<IssuedPaper> = {}): IssuedPaper => ({ kind: "slip", version: 1, data: "", digest: "", printed: mark("2026-11-24T09:20:00"), sealed: null, posted: null, came_back: null, voided: null, ...more });
const booking = { slot: { doctor: "d1", start: "2026-12-08T14:00:00", minutes: 60, room: "" }, mode: "in_person" as const, fee: { net: 1, rate_percent: 10, gross: 1 }, mark: mark() };
const voided = { reason: "newer_version" as const, mark: mark() };
const posted = { service: "letter_pack", tracking: "123456789012", mark: mark("2026-11-24T10:00:00") };

const offer = (kind: PaperKind, more: Partial<PaperOffer> = {}): PaperOffer => ({ kind, refusal: null, next_version: 1, letter: true, wanted: false, ...more });
const refused = { rule: 73, why: { code: "paper_needs_booking" as const } };
const unapproved = (kind: PaperKind) => ({ rule: null, why: { code: "not_approved" as const, paper: kind } });
const printed = (kind: IssuedPaper["kind"], more: Partial<IssuedPaper> = {}) => paper({ kind, ...more });

describe("which papers there are", () => {
  const rows: [string, CaseView, [string, string[]][]][] = [
    ["none while nothing may be printed", aView({ offers: [offer("slip", { refusal: refused })] }), []],
    ["what a step wants stands apart from what is merely possible", aView({ offers: [offer("slip", { wanted: true }), offer("reply_label", { letter: false })] }), [["now", ["slip-new"]], ["can", ["reply_label-new"]]]],
    ["a valid printed one needs no new one", aView({ offers: [offer("slip", { wanted: true, next_version: 2 })], case: aCase({ booking, papers: [paper()] }) }), [["printed", ["slip-1"]]]],
    ["a void one does", aView({ offers: [offer("slip", { wanted: true, next_version: 2 })], case: aCase({ booking, papers: [paper({ voided })] }) }), [["now", ["slip-new"]], ["printed", ["slip-1"]]]],
    ["newest first", aView({ case: aCase({ papers: [paper({ voided }), paper({ version: 2 })] }) }), [["printed", ["slip-2", "slip-1"]]]],
    ["one that waits for approval is work", aView({ offers: [offer("decline", { refusal: unapproved("decline") })] }), [["now", ["decline-new"]]]],
  ];
  it.each(rows)("%s", (_, view, groups) => expect(groupsOf(view).map((it) => [it.key, it.entries.map((one) => one.key)])).toEqual(groups));
  it("what cannot be made says why, once", () => {
    const view = aView({ offers: [offer("slip", { refusal: refused }), offer("decline", { refusal: unapproved("decline") }), offer("reply_label")] });
    expect(notYet(view)).toEqual([{ what: "予約票", why: "日程が決まると作れます。 R73" }]);
  });
  it("one arrives at what is to be done, else at what is to be posted", () => {
    const both = aCase({ papers: [paper(), printed("spine_label")] });
    expect(firstEntry(aView({ offers: [offer("slip"), offer("spine_label", { letter: false })], case: both }))?.key).toBe("slip-1");
    expect(firstEntry(aView({ offers: [offer("slip"), offer("decline", { wanted: true })], case: both }))?.key).toBe("decline-new");
    expect(firstEntry(aView())).toBeUndefined();
  });
  it("the desk counts the versions", () => expect([nextVersion(aView({ offers: [offer("slip", { next_version: 3 })] }), "slip"), nextVersion(aView(), "slip")]).toEqual([3, 1]));
  it("the report and material leave from their own sections, labels never", () => {
    const offers = [offer("decline"), offer("cover_letter"), offer("return_slip"), offer("spine_label", { letter: false })];
    const view = aView({ offers, case: aCase({ papers: offers.map((it) => printed(it.kind)) }) });
    expect(entriesOf(view).filter((it) => toPost(it, view)).map((it) => it.kind)).toEqual(["decline"]);
    expect([isLetter(view, "decline"), isLetter(view, "spine_label")]).toEqual([true, false]);
  });
  const offers = [offer("slip", { wanted: true }), offer("cover_letter", { wanted: true }), offer("mailing_label", { wanted: true, letter: false })];
  const report = { received: mark(), pages: 2, reminders: [], delivered: null };
  const after: [string, CaseView, PaperKind, number, ReturnType<typeof afterPrint>][] = [
    ["a slip: it has to be posted", aView({ offers, case: aCase({ booking, papers: [paper()] }) }), "slip", 1, { key: "slip-1", to: "post" }],
    ["a slip printed once more: the new version has to be posted", aView({ offers, case: aCase({ booking, papers: [paper({ voided }), paper({ version: 2 })] }) }), "slip", 2, { key: "slip-2", to: "post" }],
    ["the letter: its label is still to print", aView({ offers: offers.slice(1), case: aCase({ report, papers: [printed("cover_letter")] }) }), "cover_letter", 1, { key: "mailing_label-new", to: "line" }],
    ["the label: both are there, the report can go", aView({ offers: offers.slice(1), case: aCase({ report, papers: [printed("cover_letter"), printed("mailing_label")] }) }), "mailing_label", 1, { key: "mailing_label-1", to: "next" }],
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
  it("what is no letter waits for no post", () => expect([stateOf(paper(), "2026-11-24", false), stateOf(paper({ sealed: { second: "", mark: mark() } }), "2026-11-24").text]).toEqual([{ chip: "fact", text: "プリンターへ送った" }, "封緘済み・まだ発送していない"]));
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
