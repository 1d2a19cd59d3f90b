// Puts the focus into what has just been opened. A screen's heading takes it first when the address changes, so this waits its turn.

const frame = () => new Promise(requestAnimationFrame);
const FIELD = "input, textarea, select";

/** The first field of `place` that is in sight, after the address has changed. */
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
