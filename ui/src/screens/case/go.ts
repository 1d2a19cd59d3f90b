// Goes where a step or a deed leads, and puts the focus on the place it names.
import type { Attachment } from "svelte/attachments";
import { arrive, go, route } from "$frame/router.svelte";
import type { CaseHere } from "./case.svelte";
import { queryOf, type Lead, type TabKey } from "./leads";

export function goTab(id: number, tab: TabKey, query: Record<string, string> = {}): void {
  go("case", [id, tab], query);
}

/** The first packet brings the form with it: that is received on its own screen, joined to this case. */
export function addPacket(here: CaseHere): void {
  if (here.view?.case.packets.length === 0) go("receive", [], { case: String(here.id) });
  else here.dialog = "packet";
}

export function follow(here: CaseHere, lead: Lead): void {
  if ("dialog" in lead && lead.dialog === "packet") addPacket(here);
  else if ("dialog" in lead) here.dialog = lead.dialog;
  else goTab(here.id, lead.tab, queryOf(lead));
}

/**
 * `{@attach aim("verdict")}` takes the focus when the address names this place; `usual` also when it names none.
 * On an element that cannot have the focus itself, the acting button inside has it, or else the first control.
 */
export function aim(place: string, usual = false): Attachment<HTMLElement> {
  return (element) => {
    if (route.query.at !== place && !(usual && route.query.at === undefined)) return;
    arrive(firstOf(element));
  };
}

/** Where the focus belongs inside `element`. */
export function firstOf(element: HTMLElement): HTMLElement {
  if (element.matches(CONTROLS) || element.tabIndex >= 0) return element;
  const acting = [...element.querySelectorAll<HTMLElement>("[data-act]")].find((it) => it.matches(CONTROLS));
  return acting ?? element.querySelector<HTMLElement>(CONTROLS) ?? element;
}

/** Controls one can act with: a button that says why it may not be pressed is not where one arrives. */
const CONTROLS = ["a[href]", "button", "input", "select", "textarea"].map((it) => `${it}:not([aria-disabled="true"], :disabled)`).join(", ");
