// Writes src/look/icons.ts: the drawings of the icons we use, taken from lucide-static, so that the
// window needs neither {@html} nor a mask. Add a name here and run `npm run icons`.
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** One icon has one meaning; look at the list before adding a second picture for the same thing. */
export const names = [
  "archive", "arrow-right", "arrow-up-down", "ban", "bell", "book-open-text", "building-2", "calendar-days",
  "chart-column", "check", "chevron-down", "chevron-left", "chevron-right", "circle", "circle-check", "circle-dot",
  "circle-help", "clipboard-list", "clock", "copy", "corner-down-left", "disc-3", "door-open", "download", "ear",
  "eye", "file-plus", "file-text", "file-x", "flag", "flask-conical", "folder-open", "hard-drive", "history",
  "hourglass", "house", "inbox", "info", "keyboard", "list-checks", "lock", "lock-open", "log-out", "mail",
  "mail-open", "map-pin", "minus", "monitor", "octagon-alert", "octagon-x", "package-check", "package-open",
  "pencil", "phone", "phone-call", "phone-forwarded", "phone-incoming", "phone-missed", "phone-off", "plus",
  "printer", "refresh-cw", "rotate-ccw", "save", "scan-line", "search", "send", "settings", "shield-check", "stamp",
  "stethoscope", "table-2", "tag", "trash-2", "triangle-alert", "undo-2", "upload", "user", "user-plus", "users",
  "video", "voicemail", "wallet", "x",
];

const folder = dirname(createRequire(import.meta.url).resolve("lucide-static/icons/x.svg"));

function drawing(name) {
  const svg = readFileSync(join(folder, `${name}.svg`), "utf8").replace(/^[\s\S]*?<svg[^>]*>/, "");
  return [...svg.matchAll(/<([a-z]+)((?:\s+[a-z0-9-]+="[^"]*")+)\s*\/>/g)].map(([, tag, rest]) => [
    tag,
    Object.fromEntries([...rest.matchAll(/([a-z0-9-]+)="([^"]*)"/g)].map(([, key, value]) => [key, value])),
  ]);
}

export function render() {
  const rows = names.map((name) => {
    const parts = drawing(name);
    if (parts.length === 0) throw new Error(`${name}.svg holds no drawing`);
    return `  ${JSON.stringify(name)}: ${JSON.stringify(parts)},`;
  });
  return `// Written by scripts/icons.mjs; do not edit. Drawings: Lucide (ISC), part from Feather (MIT), see assets/licences/lucide.txt.

/** An icon is a list of SVG elements with their attributes, drawn in a 24 x 24 box with a stroke of 2. */
export type Drawing = readonly (readonly [tag: string, attributes: Readonly<Record<string, string>>])[];

export const icons = {
${rows.join("\n")}
} satisfies Record<string, Drawing>;

export type IconName = keyof typeof icons;
`;
}

if (process.argv[1] === new URL(import.meta.url).pathname) {
  writeFileSync(new URL("../src/look/icons.ts", import.meta.url), render());
}
