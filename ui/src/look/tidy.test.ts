// The rules of the house that a compiler does not know, checked over the sources.
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, it } from "vitest";
// @ts-expect-error the script that writes icons.ts is plain JavaScript
import { render } from "../../scripts/icons.mjs";

const root = join(import.meta.dirname, "..");
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? files(path) : [path];
  });
const sources = files(root).filter((it) => !relative(root, it).startsWith("dev"));
const components = sources.filter((it) => it.endsWith(".svelte"));
const text = (path: string) => readFileSync(path, "utf8");

/** Every line of `paths` that breaks a rule, as "file:line text". */
function breaches(paths: string[], broken: (line: string) => boolean, prepare: (source: string) => string = (it) => it): string[] {
  return paths.flatMap((path) =>
    prepare(text(path)).split("\n").flatMap((line, at) => (broken(line) ? [`${relative(root, path)}:${at + 1} ${line.trim()}`] : [])));
}
const blank = (found: string) => found.replace(/[^\n]/g, " ");
const withoutComments = (source: string) => source.replace(/<!--[\s\S]*?-->|\/\*[\s\S]*?\*\/|(?<![:"'`])\/\/[^\n]*/g, blank);
const stylesOnly = (source: string) => withoutComments(source).replace(/^[\s\S]*?(?=<style>|$(?![\s\S]))/, blank);

describe("the house rules", () => {
  it("no colour and no size in a component: they are tokens", () => {
    const literal = /#[0-9a-f]{3,8}\b|\brgba?\(|\bhsla?\(|(?<![\w-])(?!0px)\d*\.?\d+px/i;
    expect(breaches(components, (line) => literal.test(line) && !line.includes("@media"), stylesOnly)).toEqual([]);
  });

  it("no Japanese in a component: words live in the catalogue", () => {
    expect(breaches(components, (line) => /[ぁ-んァ-ヶ一-龠]/.test(line), withoutComments)).toEqual([]);
  });

  it("no style attribute and no raw HTML: the window's policy forbids the one and our care the other", () => {
    expect(breaches(components, (line) => /\sstyle=|\{@html/.test(line), withoutComments)).toEqual([]);
  });

  it("only the transport knows how the window is built", () => {
    const others = sources.filter((it) => !it.endsWith(join("wire", "transport.ts")) && !it.endsWith(".test.ts"));
    expect(breaches(others, (line) => line.includes("@tauri-apps/"))).toEqual([]);
  });

  it("no screen imports another: what two screens share lives in parts, words, wire or frame", () => {
    const roomOf = (path: string) => relative(join(root, "screens"), path).split(sep)[0];
    const screens = sources.filter((it) => relative(root, it).startsWith("screens") && dirname(it) !== join(root, "screens") && !it.endsWith(".test.ts"));
    const strangers = screens.flatMap((path) =>
      [...text(path).matchAll(/from "(\.[^"]*)"/g)]
        .filter(([, target]) => roomOf(join(dirname(path), target ?? "")) !== roomOf(path))
        .map(([, target]) => `${relative(root, path)} imports ${target}`));
    expect(strangers).toEqual([]);
  });

  it("no file grows beyond 600 lines", () => {
    const written = sources.filter((it) => !/generated\.ts$|icons\.ts$/.test(it));
    expect(written.filter((it) => text(it).split("\n").length > 600).map((it) => relative(root, it))).toEqual([]);
  });

  it("the icons are what the script would write", () => {
    expect(text(join(root, "look/icons.ts"))).toBe(render());
  });
});
