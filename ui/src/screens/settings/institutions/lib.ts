// Institutions told apart: never by the name alone. Pure.
import type { Institution } from "$wire/generated";
import { w } from "$words";
import { Check, type Problems } from "../lib";

export const blank = (): Institution => ({ id: "", name: "", address: { postal: "", line1: "", line2: "" }, phone: "", fax: "", code: "", entered: null, checked: null });

const fold = (text: string) => text.normalize("NFKC").replace(/[\s・ー－-]/g, "").toLowerCase();

/** 〒980-0000 仙台市…. */
export function where(it: Institution): string {
  return [it.address.postal === "" ? "" : `〒${it.address.postal}`, it.address.line1, it.address.line2].filter((part) => part !== "").join(" ");
}

/** Others whose name is written the same but for spaces and widths. */
export function sameName(it: Institution, all: readonly Institution[]): Institution[] {
  const name = fold(it.name);
  return name === "" ? [] : all.filter((other) => other.id !== it.id && fold(other.name) === name);
}

/** Every word must be found somewhere in the record. */
export function matching(all: readonly Institution[], query: string): Institution[] {
  const words = query.split(/[\s　]+/).map(fold).filter((it) => it !== "");
  return all.filter((it) => {
    const text = fold([it.name, it.address.postal, it.address.line1, it.address.line2, it.phone, it.fax, it.code].join(""));
    return words.every((word) => text.includes(word));
  });
}

/** Those that still need their second person stand first, the rest by name. */
export function inOrder(all: readonly Institution[]): Institution[] {
  return [...all].sort((a, b) => Number(a.checked !== null) - Number(b.checked !== null) || a.name.localeCompare(b.name, "ja"));
}

export function check(it: Institution): Problems {
  const all = new Check();
  all.needed("institution-name", it.name);
  return all.found;
}

/** Why this person cannot be the second one; null when they can. */
export function whyNotCheck(it: Institution, person: string | null, dirty: boolean): string | null {
  if (dirty) return w.settings.institutions.check_first_save;
  return it.entered !== null && it.entered.by === person ? w.settings.institutions.check_same : null;
}

/** A changed name or address has to be compared again. */
export function needsRecheck(before: Institution, after: Institution): boolean {
  return before.checked !== null && (before.name !== after.name || JSON.stringify(before.address) !== JSON.stringify(after.address));
}
