// Ties a shortcut table to the life of a component.

import { addLayer, type Layer } from "./shortcuts";

/** Call while a component is being set up: `shortcuts(() => ({ title: w.receive.title, shortcuts: [...] }))`. */
export function shortcuts(layer: () => Layer): void {
  $effect(() => addLayer(layer));
}
