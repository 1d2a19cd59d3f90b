// How this desk likes the window to look: scheme, density, face. Kept on this machine, never in the register.

export type Scheme = "system" | "light" | "dark";
export type Density = "normal" | "roomy";
export type Face = "noto" | "ud";
export type Look = { scheme: Scheme; density: Density; face: Face };

const KEY = "uketsuke.look";
const plain: Look = { scheme: "system", density: "normal", face: "noto" };
const allowed: { [K in keyof Look]: readonly Look[K][] } = {
  scheme: ["system", "light", "dark"],
  density: ["normal", "roomy"],
  face: ["noto", "ud"],
};

/** Reads a stored look, taking only values we know; anything else falls back to the plain look. */
export function readLook(text: string | null): Look {
  let stored: Partial<Record<keyof Look, unknown>> = {};
  try {
    stored = (JSON.parse(text ?? "{}") ?? {}) as typeof stored;
  } catch {
    return { ...plain };
  }
  const pick = <K extends keyof Look>(key: K): Look[K] => allowed[key].find((it) => it === stored[key]) ?? plain[key];
  return { scheme: pick("scheme"), density: pick("density"), face: pick("face") };
}

function recall(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null; // storage may be shut off; the look is then the plain one
  }
}

export const look = $state<Look>(readLook(recall()));

/** Changes the look and keeps it for the next start. */
export function setLook(change: Partial<Look>): void {
  Object.assign(look, change);
  try {
    localStorage.setItem(KEY, JSON.stringify(look));
  } catch {
    // nothing is lost but the habit
  }
  wearLook();
}

/** Puts the classes of the chosen look on the document. */
export function wearLook(root: HTMLElement = document.documentElement): void {
  const prefersDark = typeof matchMedia === "function" && matchMedia("(prefers-color-scheme: dark)").matches;
  root.classList.toggle("dark", look.scheme === "dark" || (look.scheme === "system" && prefersDark));
  root.classList.toggle("roomy", look.density === "roomy");
  root.classList.toggle("ud", look.face === "ud");
}

/** Follows the machine's scheme while the choice is "system". Returns how to stop. */
export function followSystem(): () => void {
  if (typeof matchMedia !== "function") return () => {};
  const query = matchMedia("(prefers-color-scheme: dark)");
  const changed = () => wearLook();
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}
