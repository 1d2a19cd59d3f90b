import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ClosureSpan, Edition, Profile } from "$wire/generated";
import { catalogues } from "$words";
import { blankTrouble, blanksOf, changedParts, check, feeOf, inForce, newService, paperOf, partOfField, PAPERS, respan, sentencesOf, startForm, type ProfileForm } from "./lib";

const shipped = JSON.parse(readFileSync(join(import.meta.dirname, "../../../../../assets/profile/default.json"), "utf8")) as Profile;
const edition = (from: string): Edition => ({ from, profile: shipped });
const form = (change: (it: ProfileForm) => void = () => {}): ProfileForm => {
  const it = startForm(edition("2019-10-01"), "2026-11-24");
  change(it);
  return it;
};
const problemsOf = (change: (it: ProfileForm) => void) => Object.keys(check(form(change), shipped));

describe("editions", () => {
  const all = [edition("2019-10-01"), edition("2026-04-01"), edition("2027-04-01")];
  it.each([["2026-03-31", "2019-10-01"], ["2026-04-01", "2026-04-01"], ["2000-01-01", "2019-10-01"], ["2030-01-01", "2027-04-01"]])("on %s the edition from %s is in force", (day, from) =>
    expect(inForce(all, day)?.from).toBe(from));
  it("a new one begins today; one to come is corrected in place", () =>
    expect([startForm(edition("2019-10-01"), "2026-11-24").from, startForm(edition("2027-04-01"), "2026-11-24").from]).toEqual(["2026-11-24", "2027-04-01"]));
});

describe("the shipped profile", () => {
  it("has nothing against it", () => expect(check(form(), shipped)).toEqual({}));
  it("has no change yet", () => expect(changedParts(shipped, form().profile)).toEqual([]));
  it("has a word for every sentence in both tongues", () => {
    const keys = Object.keys(shipped.wording).sort();
    for (const tongue of ["ja", "en"] as const) expect(keys.filter((key) => !(key in catalogues[tongue].settings.hospital.sentence))).toEqual([]);
  });
  it("has a word for every blank in both tongues", () => {
    const blanks = new Set(Object.values(shipped.wording).flatMap((it) => blanksOf(it ?? "")));
    for (const tongue of ["ja", "en"] as const) expect([...blanks].filter((it) => !(it in catalogues[tongue].settings.hospital.blank))).toEqual([]);
  });
  it("shows every sentence on exactly one paper", () =>
    expect(PAPERS.flatMap((paper) => sentencesOf(paper, shipped.wording)).sort()).toEqual(Object.keys(shipped.wording).sort()));
});

describe("what stands against saving", () => {
  it.each<[string, (it: ProfileForm) => void, string]>([
    ["no name", (it) => { it.profile.hospital = " "; }, "profile-hospital"],
    ["closes before it opens", (it) => { it.profile.hours.close = "08:00:00"; }, "hours-close"],
    ["never open", (it) => { it.profile.hours.weekdays = [false, false, false, false, false, false, false]; }, "hours-weekdays"],
    ["an unreadable time", (it) => { it.profile.hours.open = "朝"; }, "hours-open"],
    ["a closure that ends before it begins", (it) => { it.profile.closures.push({ reason: "工事", span: { kind: "once", from: "2026-12-05", to: "2026-12-01" } }); }, "closure-1-to"],
    ["a closure without a day", (it) => { it.profile.closures.push({ reason: "工事", span: { kind: "yearly", from: { month: 0, day: 0 }, to: { month: 1, day: 1 } } }); }, "closure-1-from"],
    ["no hold allowed", (it) => { it.profile.deadlines.max_holds = 0; }, "deadline-max-holds"],
    ["a fee that is no number", (it) => { it.profile.fees.online.net = Number.NaN; }, "fee-online-net"],
    ["no way to post", (it) => { it.profile.services = []; }, "services-add"],
    ["kinship twice", (it) => { it.profile.kinship.push({ name: "父", allowed: true, guardian: true }); }, "kin-12-name"],
    ["a blank nobody fills", (it) => { it.profile.wording["slip.lead"] = "{nobody}様"; }, "wording-slip-lead"],
    ["no day", (it) => { it.from = null; }, "profile-from"],
  ])("%s", (_, change, id) => expect(problemsOf(change)).toContain(id));
});

describe("parts", () => {
  it("names the groups that differ", () => {
    const it = form((one) => {
      one.profile.fees.online = feeOf(45_000, 10);
      one.profile.wording["honorific"] = "殿";
    });
    expect(changedParts(shipped, it.profile)).toEqual(["fees", "wording"]);
  });
  it.each([["hours-open", "hours"], ["closure-2-to", "hours"], ["kin-0-name", "family"], ["service-1-days", "post"], ["services-add", "post"], ["wording-slip-lead", "wording"], ["profile-phone", "names"]])(
    "%s stands in %s", (id, part) => expect(partOfField(id)).toBe(part));
  it.each([["slip.lead", "slip"], ["guide.step1", "guide"], ["general_outpatient", "decline"], ["honorific", "other"], ["paper.slip", "other"]])("%s is a sentence of %s", (key, paper) =>
    expect(paperOf(key)).toBe(paper));
});

describe("small rules", () => {
  it.each([[30_000, 10, 33_000], [40_000, 8, 43_200], [333, 10, 366]])("%i with %i %% is %i", (net, rate, gross) => expect(feeOf(net, rate)).toEqual({ net, rate_percent: rate, gross }));

  it("the end of the year stays one span when it becomes a single closure", () => {
    const yearly: ClosureSpan = { kind: "yearly", from: { month: 12, day: 29 }, to: { month: 1, day: 3 } };
    expect(respan(yearly, "once", "2026-11-24")).toEqual({ kind: "once", from: "2026-12-29", to: "2027-01-03" });
    expect(respan({ kind: "once", from: "2026-06-22", to: "2026-06-22" }, "yearly", "2026-11-24")).toEqual({ kind: "yearly", from: { month: 6, day: 22 }, to: { month: 6, day: 22 } });
    expect(respan(yearly, "yearly", "2026-11-24")).toBe(yearly);
  });

  it("a new way to post never takes a code that cases may carry", () => {
    const taken = [{ ...newService([]), code: "service2" }];
    expect(newService(taken).code).toBe("service3");
  });

  it("says which blanks were lost and which nobody fills", () =>
    expect(blankTrouble("{time}までに{counter}へ", "{when}までに{counter}へ")).toEqual({ gone: ["time"], unknown: ["when"] }));
});
