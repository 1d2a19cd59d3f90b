// Puts the focus into what has just been opened.
import { arrive } from "$frame/router.svelte";

const frame = () => new Promise(requestAnimationFrame);
const FIELD = "input, textarea, select";

/** `{@attach arriveInside}` on a form that the address has opened: its first field takes the focus in place of the heading. */
export function arriveInside(form: HTMLElement): void {
  const first = form.querySelector<HTMLElement>(FIELD);
  if (first) arrive(first);
}

/** The first field of `place`, once what has changed is drawn. */
export async function focusFirstField(place: ParentNode | null | undefined): Promise<void> {
  await frame();
  await frame();
  place?.querySelector<HTMLElement>(FIELD)?.focus();
}

/** A field by its id; a group of ticks by the id of its label. Waits a few frames for one that is being opened. */
export async function focusField(id: string): Promise<void> {
  await frame();
  await frame();
  for (let tries = 0; tries < 6; tries += 1) {
    const found = document.getElementById(id) ?? document.getElementById(`${id}-label`)?.closest(".field")?.querySelector<HTMLElement>(FIELD);
    if (found) return void found.focus();
    await frame();
  }
}

/** Gives the focus to `other` when the element that had it has gone. */
export async function rescueFocus(other: () => HTMLElement | null | undefined): Promise<void> {
  await frame();
  const at = document.activeElement;
  if (at === null || at === document.body) other()?.focus();
}
