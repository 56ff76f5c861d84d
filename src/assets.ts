import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Archive } from "./archive/archive.ts";
import type { Page } from "./pages.ts";
import type { Site } from "./site.ts";

/** The cascade layers in their order; each is a file in `layouts/styles/`. */
const LAYERS = ["tokens", "reset", "base", "layout", "components", "print"] as const;

/** The weights of Fira Sans that pages use, in the Latin subset that German and English need and the extension for other names. */
const FONTS = ["latin-400", "latin-600", "latin-ext-400", "latin-ext-600"].map((name) => ({ name, file: `files/fira-sans-${name}-normal.woff2` }));

/** The style sheet (all layers in one file), the scripts, the fonts and the icon with the first letter of the archive's name. */
export function assets({ site }: Archive): Page[] {
  const layouts = join(import.meta.dirname, "../layouts");
  const styles = LAYERS.map((layer) => `@layer ${layer} {\n${readFileSync(join(layouts, "styles", `${layer}.css`), "utf8")}}\n`);
  const scripts = readdirSync(join(layouts, "scripts"))
    .filter((name) => name.endsWith(".js"))
    .sort();
  const fonts = dirname(createRequire(import.meta.url).resolve("@fontsource/fira-sans/package.json"));
  return [
    { layout: "text", address: "/assets/style.css", text: `@layer ${LAYERS.join(", ")};\n${styles.join("")}${paper(site)}` },
    { layout: "text", address: "/assets/icon.svg", text: icon(site.name) },
    ...scripts.map((name): Page => ({ layout: "text", address: `/assets/${name}`, text: readFileSync(join(layouts, "scripts", name), "utf8") })),
    ...FONTS.map(({ name, file }): Page => ({ layout: "file", address: `/assets/fira-sans-${name}.woff2`, source: join(fonts, file) })),
  ];
}

/** What a printed page says of the site beyond its own text: at its foot who and that it is a demonstration, and where its links begin. */
function paper({ name, demonstration, url }: Site): string {
  const foot = demonstration === undefined ? name : `${name} · ${demonstration}`;
  return `@layer tokens {\n:root {\n--paper-foot: ${cssString(foot)};\n--paper-origin: ${cssString(new URL(url).origin)};\n}\n}\n`;
}

/** A text as a string of CSS: what could end it, and whatever is not plain, as a code point (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;/·()-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

function icon(name: string): string {
  // A code point, not a code unit: a name may begin with a letter beyond the basic plane. As a reference it needs no escaping.
  const letter = `&#${(name.codePointAt(0) ?? 78).toString()};`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" fill="#1f43a8"/><text x="16" y="22.5" font-family="Fira Sans,sans-serif" font-weight="600" font-size="19" text-anchor="middle" fill="#fff">${letter}</text></svg>\n`;
}
