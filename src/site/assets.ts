import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Archive } from "../archive/archive.ts";
import type { Site } from "../content/site.ts";
import { type Palette, type Palettes, paletteCss } from "../content/theme/palette.ts";
import { layoutFiles } from "../layouts.ts";
import { type Page, textPage } from "./pages.ts";
import { joinStyles, minify } from "./style-sheet.ts";

/**
 * The weights of Fira Sans that pages use, in the Latin subset that German and English need (the cut for other names lies in
 * `layouts/fonts/`).
 */
const FONTS = ["latin-400", "latin-600"].map((name) => ({ name, file: `files/fira-sans-${name}-normal.woff2` }));

/**
 * The style sheet (all of `layouts/styles/` in one file, then the city's colours), the scripts, the fonts, the logo,
 * and the icon with the first letter of the archive's name.
 */
export function assets({ site }: Archive): Page[] {
  const { palettes, logo } = site.theme;
  const logos = logo ? [logo, ...(logo.dark ? [logo.dark] : [])] : [];
  const served = (part: string, ending: string) =>
    [...layoutFiles(part)].flatMap(([name, source]): Page[] =>
      name.endsWith(ending) ? [{ kind: "asset", address: `/assets/${name}`, source }] : [],
    );
  const fonts = dirname(createRequire(import.meta.url).resolve("@fontsource/fira-sans/package.json"));
  return [
    textPage({
      address: "/assets/style.css",
      kind: "asset",
      from: { sheet: joinStyles(layoutFiles("styles")), paper: paper(site), palettes },
      print: printSheet,
    }),
    textPage({ address: "/assets/icon.svg", kind: "asset", from: { name: site.name, palettes }, print: icon }),
    ...logos.map(({ address, source }): Page => ({ kind: "asset", address, source })),
    ...served("scripts", ".js"),
    ...served("fonts", ".woff2"),
    ...FONTS.map(({ name, file }): Page => ({ kind: "asset", address: `/assets/fira-sans-${name}.woff2`, source: join(fonts, file) })),
  ];
}

function printSheet({ sheet, paper, palettes }: { sheet: string; paper: string; palettes: Palettes }): string {
  return `${minify(`${sheet}@layer tokens {${paper}${paletteCss(palettes)}}`)}\n`;
}

/** What a printed page says of the site beyond its own text: at its foot who and that it is a demonstration, and where its links begin. */
function paper({ name, demonstration, url }: Site): string {
  const foot = demonstration === undefined ? name : `${name} · ${demonstration}`;
  return `:root{--paper-foot:${cssString(foot)};--paper-origin:${cssString(new URL(url).origin)}}`;
}

/** A text as a string of CSS: what could end it, and whatever is not plain, as a code point (CSS Syntax 3, 4.3.7). */
function cssString(text: string): string {
  return `"${text.replace(/[^\p{L}\p{N} .,:;/·()-]/gu, (character) => `\\${character.codePointAt(0)?.toString(16)} `)}"`;
}

function icon({ name, palettes: { light, dark } }: { name: string; palettes: Palettes }): string {
  // A code point, not a code unit: a name may begin with a letter beyond the basic plane. As a reference it needs no escaping.
  const letter = `&#${(name.codePointAt(0) ?? 78).toString()};`;
  const colors = ({ action, onAction }: Palette) => `rect{fill:${action}}text{fill:${onAction}}`;
  const style = `${colors(light)}@media(prefers-color-scheme:dark){${colors(dark)}}`;
  const font = 'font-family="Fira Sans,sans-serif" font-weight="600" font-size="19" text-anchor="middle"';
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><style>${style}</style>` +
    `<rect width="32" height="32"/><text x="16" y="22.5" ${font}>${letter}</text></svg>\n`
  );
}
