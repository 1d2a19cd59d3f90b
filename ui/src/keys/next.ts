// Enter goes to the next field, as on a paper form; Shift+Enter goes back. Only Ctrl+Enter saves.

const FIELDS = "input, select, textarea, button[data-field]";

/** The fields of `form` that can be reached, in reading order; of a radio group only the chosen (or first) one. */
export function fieldsOf(form: ParentNode): HTMLElement[] {
  const groups = new Set<string>();
  const all = [...form.querySelectorAll<HTMLElement>(FIELDS)];
  const chosen = new Set(all.filter((it) => isRadio(it) && it.checked).map((it) => (it as HTMLInputElement).name));
  return all.filter((field) => {
    if ((field as HTMLInputElement).disabled || field.tabIndex < 0 || field.closest("[hidden], [inert]")) return false;
    if (field.closest("details:not([open])")) return false;
    if (!isRadio(field)) return (field as HTMLInputElement).type !== "hidden";
    if (groups.has(field.name) || (chosen.has(field.name) && !field.checked)) return false;
    groups.add(field.name);
    return true;
  });
}

function isRadio(field: HTMLElement): field is HTMLInputElement {
  return field instanceof HTMLInputElement && field.type === "radio";
}

function moves(event: KeyboardEvent): boolean {
  if (event.key !== "Enter" || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const field = event.target;
  if (field instanceof HTMLTextAreaElement) return false; // a line break belongs there
  // A suggestion is chosen: Enter takes it. Its own handler may run after ours, because Svelte hears keys at the root.
  if (field instanceof HTMLInputElement && field.hasAttribute("aria-activedescendant")) return false;
  return field instanceof HTMLInputElement || field instanceof HTMLSelectElement;
}

/** Attach to the element that holds a form: `<div {@attach enterMoves()}>`. `atEnd` runs after the last field. */
export function enterMoves(atEnd?: () => void): (form: HTMLElement) => () => void {
  return (form) => {
    const keydown = (event: KeyboardEvent) => {
      if (!moves(event)) return;
      event.preventDefault();
      const fields = fieldsOf(form);
      const at = fields.indexOf(event.target as HTMLElement);
      const next = fields[at + (event.shiftKey ? -1 : 1)];
      if (at >= 0 && next) enter(next);
      else if (!event.shiftKey) atEnd?.();
    };
    form.addEventListener("keydown", keydown);
    return () => form.removeEventListener("keydown", keydown);
  };
}

function enter(field: HTMLElement): void {
  field.focus();
  if (field instanceof HTMLInputElement && ["text", "search", "tel"].includes(field.type)) field.select();
}
