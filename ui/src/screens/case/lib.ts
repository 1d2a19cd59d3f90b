// What stands above every section of a case: who it is about, what has ended, and how each section stands. Pure.
import type { CaseRow, CaseView } from "$wire/generated";
import { wareki, warekiShort } from "$words/dates";
import { w } from "$words";
import { TABS, stepLeads, type TabKey } from "./leads";
import { byWhom, kanaName, patientName, visitOf, when } from "./names";

export type Mark = "trouble" | "done" | "now";
export type Banner = {
  name: string;
  kana: string;
  birth: { wareki: string; year: number; age: number } | null;
  number: string;
  mode: string;
  facts: { label: string; text: string; note?: string }[];
  similar: { name: string; number: string } | null;
  stamp: { date: string; office: string } | null;
};

/** The age on the day of the visit, as the desk counts it. */
function ageThen(view: CaseView): number | null {
  return view.ages.on.find((it) => it.what === "consultation")?.age ?? null;
}

function visitFact(view: CaseView): Banner["facts"] {
  const visit = visitOf(view);
  if (!visit) return [];
  const then = ageThen(view);
  const note = then === null ? undefined : then === view.age_today ? w.case.common.same_age(then) : w.case.common.other_age(then);
  return [{ label: w.case.common.visit, text: when(visit.start), note }];
}

/** The same-name warning: the first one with what tells them apart, and how many more there are. */
export function similarOf(alike: readonly CaseRow[]): Banner["similar"] {
  const first = alike[0];
  if (!first) return null;
  const { brief } = first;
  const apart = w.case.common.alike(brief.number ?? w.case.common.no_number, brief.birth === null ? "" : warekiShort(brief.birth));
  return { name: brief.name, number: alike.length > 1 ? `${apart} ${w.case.common.and_more(alike.length - 1)}` : apart };
}

export function bannerOf(view: CaseView): Banner {
  const { patient, number, packets } = view.case;
  const birth = patient.birth;
  const first = packets[0];
  return {
    name: patientName(patient),
    kana: kanaName(patient.name),
    birth: birth === null ? null : { wareki: wareki(birth.date), year: Number(birth.date.slice(0, 4)), age: view.age_today ?? 0 },
    number: number ?? w.case.common.no_number,
    mode: w.facts.mode[view.case.mode],
    facts: visitFact(view),
    similar: similarOf(view.alike),
    stamp: first ? { date: warekiShort(first.accepted.at), office: w.case.common.stamp_office } : null,
  };
}

/** Said across the case when it has ended: a death apart from everything else. */
export function endingOf(view: CaseView): { kind: "stop" | "neutral"; title: string; text: string } | null {
  const ending = view.case.ending;
  if (!ending) return null;
  const by = byWhom(ending.mark);
  if (ending.kind === "deceased") return { kind: "stop", title: w.case.common.deceased, text: w.case.common.deceased_why(by) };
  const ground = ending.ground === null ? "" : `（${w.facts.ground[ending.ground]}）`;
  return { kind: "neutral", title: w.case.common.ended(`${w.facts.end_kind[ending.kind]}${ground}`), text: w.case.common.ended_why(ending.reason, by) };
}

const ORDER: Record<TabKey, (view: CaseView) => boolean> = {
  overview: () => false,
  items: ({ case: it, missing }) => it.packets.length > 0 && missing.length === 0,
  screening: ({ case: it }) => it.screenings.at(-1)?.verdict?.verdict.outcome === "accept",
  dates: ({ case: it }) => it.booking !== null || it.consultation !== null,
  call: ({ case: it }) => it.booking !== null || it.consultation !== null,
  papers: ({ case: it }) => it.consultation !== null || it.papers.some((p) => p.voided === null && p.posted !== null && p.came_back === null && p.kind !== "mailing_label"),
  report: ({ case: it }) => it.report.delivered !== null,
  log: () => false,
};

function troubled(key: TabKey, view: CaseView): boolean {
  const { case: it } = view;
  if (it.ending) return false;
  if (key === "items") return it.packets.length > 0 && view.missing.length > 0;
  if (key === "dates") return it.booking === null && view.holds.some((hold) => !hold.live);
  if (key === "papers") return view.clinics === "other_time" || view.clinics === "other_menu" || it.papers.some((p) => p.voided === null && p.came_back !== null);
  if (key === "report") return it.payment?.state === "card_error" && it.report.delivered === null;
  return false;
}

/** How each section stands: where the next step is, what is finished, what has defects. */
export function tabMarks(view: CaseView): Partial<Record<TabKey, Mark>> {
  const step = view.steps[0];
  const lead = step ? stepLeads[step.kind] : undefined;
  const now = lead && "tab" in lead ? lead.tab : undefined;
  const marks: Partial<Record<TabKey, Mark>> = {};
  for (const key of TABS) {
    if (troubled(key, view)) marks[key] = "trouble";
    else if (key === now) marks[key] = "now";
    else if (ORDER[key](view)) marks[key] = "done";
  }
  return marks;
}
