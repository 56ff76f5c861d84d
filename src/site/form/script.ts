import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FORM_PACKAGES, findInstalled } from "../../software.ts";
import { bundleForBrowsers } from "../bundle.ts";
import { type Page, textPage } from "../pages.ts";
import { FORM_PAGE } from "./links.ts";

/** Defined in a packed program, which brings our part of the script with it (`tests/package/pack.ts`). */
declare const BUILD: string | undefined;

/** The file in a package that holds our part of the form's script. */
export const PACKED_FORM = "dist/form-page.js";

/** From where Sveltia CMS would fetch fonts that it does not find beside itself. */
const FONTS_ELSEWHERE = "https://cdn.jsdelivr.net/fontsource/fonts";

/** What Sveltia CMS loads only for what the form does not offer: maps, drawings, code in colours, pictures of other kinds. */
const LEFT_OUT = ["@shikijs/*", "leaflet*", "terra-draw*", "svgo*", "./chunks/shiki-*", "./chunks/heic-*", "./chunks/webp_enc*"];

/** The files of the form: our script, Sveltia CMS as `folder` holds it, its fonts, and the licences of all that is in them. */
export function formFiles(folder: string): Page[] {
  const assets = join(folder, "npm/assets");
  const fonts = readdirSync(assets).filter((name) => name.endsWith(".woff2"));
  const from = { folder, packages: FORM_PACKAGES };
  return [
    textPage({ address: `${FORM_PAGE}form.js`, kind: "asset", from: FORM_PACKAGES, print: bundleFormPage }),
    textPage({ address: `${FORM_PAGE}cms.js`, kind: "asset", from, print: (given) => bundleCms(given.folder) }),
    textPage({ address: `${FORM_PAGE}lizenzen.txt`, kind: "asset", from, print: (given) => licences(given.folder) }),
    ...fonts.map((name): Page => ({ address: `${FORM_PAGE}assets/${name}`, kind: "asset", source: join(assets, name) })),
  ];
}

const OUR_MODULES = "src/site/form/page/page.ts";

/** Our part of the script, which fetches Sveltia CMS from beside itself. */
function bundleFormPage(): string {
  const entryPoints = [typeof BUILD === "string" ? PACKED_FORM : OUR_MODULES];
  return bundleForBrowsers({ entryPoints, external: ["@sveltia/cms"], ...NAMED }).replaceAll(/(["'])@sveltia\/cms\1/g, '"./cms.js"');
}

/** Our part of the script without any library, for a package: a city has all of them. */
export function packFormPage(): string {
  return bundleForBrowsers({ entryPoints: [OUR_MODULES], packages: "external", ...NAMED });
}

/** The parser of texts finds its rules by the names of their functions. */
const NAMED = { keepNames: true };

/** Sveltia CMS in one file, with German words alone and without a way to another host's fonts. */
function bundleCms(folder: string): string {
  const resolveDir = join(folder, "npm");
  const contents = readFileSync(join(resolveDir, "index.js"), "utf8")
    .replaceAll(FONTS_ELSEWHERE, `${FORM_PAGE}assets`)
    .replace(/import\(`\.\.\/locales\/[^`]+`\)/g, "import(`../locales/de.json`)");
  return bundleForBrowsers({ stdin: { contents, resolveDir, loader: "js" }, external: LEFT_OUT });
}

/** Packages that are bundled into the form beside Sveltia CMS: those that it names, and what our part draws on. */
const BUNDLED = ["immutable", "exifr", "turndown", "yaml", "markdown-it", "markdown-it-footnote", "diff", "image-size"];

function licences(folder: string): string {
  const own = [folder, ...BUNDLED.flatMap((name) => findInstalled(name)?.folder ?? [])].map((place) => {
    const { name, version, license } = JSON.parse(readFileSync(join(place, "package.json"), "utf8")) as Record<string, string>;
    return [`${name} ${version} (${license})`, ...textsIn(place, /^licen[cs]e/i)].join("\n\n");
  });
  const fonts = textsIn(join(folder, "npm/assets"), /LICENSE/);
  return `${["Woraus das Formular besteht, und unter welchen Lizenzen es steht.", ...own, ...fonts].join(`\n\n${"-".repeat(72)}\n\n`)}\n`;
}

function textsIn(folder: string, name: RegExp): string[] {
  return readdirSync(folder)
    .filter((file) => name.test(file))
    .map((file) => readFileSync(join(folder, file), "utf8").trim());
}
