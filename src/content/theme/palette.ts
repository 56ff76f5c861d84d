import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { layoutFiles } from "../../layouts.ts";
import { type Hex, lightnessAndChroma, reachContrast, readColor, withLightness } from "./colors.ts";
import { SCHEMES, type Scheme } from "./declarations.ts";

/** The custom property of each colour of a page. All but the last have the names of KERN 2.7.2, so that a theme made for KERN works. */
export const TOKENS = {
  text: "--kern-color-layout-text-default",
  muted: "--kern-color-layout-text-muted",
  background: "--kern-color-layout-background-default",
  hued: "--kern-color-layout-background-hued",
  border: "--kern-color-layout-border",
  action: "--kern-color-action-default",
  onAction: "--kern-color-action-on-default",
  focus: "--kern-color-action-focus-default",
  warning: "--kern-color-feedback-warning",
  warningBackground: "--kern-color-feedback-warning-background",
  bar: "--color-bar",
} as const;

export type Part = keyof typeof TOKENS;
export const PARTS = Object.keys(TOKENS) as Part[];

/** The colours of one scheme. */
export type Palette = Record<Part, Hex>;

/** The colours of both schemes. */
export type Palettes = Record<Scheme, Palette>;

/** Pairs of colours that meet on a page, and the contrast that they need: 4.5 for text (WCAG 2.2, 1.4.3), 3 for the rest (1.4.11). */
export const PAIRS: readonly { front: Part; ground: Part; ratio: number }[] = [
  ...(["text", "muted", "action"] as const).flatMap((front) =>
    (["background", "hued"] as const).map((ground) => ({ front, ground, ratio: 4.5 })),
  ),
  { front: "text", ground: "warningBackground", ratio: 4.5 },
  { front: "onAction", ground: "action", ratio: 4.5 },
  ...(["focus", "warning", "bar"] as const).flatMap((front) =>
    (["background", "hued"] as const).map((ground) => ({ front, ground, ratio: 3 })),
  ),
];

let own: Palettes | undefined;

/** The colours of `layouts/styles/tokens.css`, without any theme. */
export function ownPalettes(): Palettes {
  if (own) return own;
  const css = readFileSync(layoutFiles("styles").get("tokens.css") ?? "", "utf8");
  const [light = "", dark = ""] = css.split("@media (prefers-color-scheme: dark)");
  const declared = { light: readTokens(light), dark: readTokens(dark) };
  const read = (scheme: Scheme) =>
    withBar(
      Object.fromEntries(
        PARTS.filter((part) => part !== "bar").map((part) => {
          const color = readColor(declared[scheme].get(TOKENS[part]) ?? "");
          if (!color) throw new Error(`layouts/styles/tokens.css: ${TOKENS[part]} is no colour.`);
          return [part, color];
        }),
      ) as Omit<Palette, "bar">,
    );
  const made: Partial<Palettes> = {};
  // Computed when a page is printed with them: a check prints none.
  own = {
    get light() {
      made.light ??= read("light");
      return made.light;
    },
    get dark() {
      made.dark ??= read("dark");
      return made.dark;
    },
  };
  return own;
}

/** The custom properties of a style sheet of tokens; a parser of CSS, which every start would load, would find no more. */
function readTokens(css: string): ReadonlyMap<string, string> {
  return new Map(
    Array.from(css.replace(/\/\*.*?\*\//gs, "").matchAll(/(--[\w-]+)\s*:\s*([^;{}]+)/g), ([, name = "", value = ""]) => [
      name,
      value.trim(),
    ]),
  );
}

/** A palette with the colour of bars in charts: the weakest tone of the action colour with enough contrast to be seen. */
export function withBar(palette: Omit<Palette, "bar">): Palette {
  const grounds = [palette.background, palette.hued];
  const [, chroma] = lightnessAndChroma(palette.action);
  const [ground] = lightnessAndChroma(palette.background);
  return {
    ...palette,
    bar: reachContrast(palette.action, grounds, 3.5, Math.min(chroma * 0.75, 0.1), ground + (ground > 0.5 ? -0.05 : 0.05)),
  };
}

/** A palette in the colour of a city: it becomes the colour of links and buttons, and unless `keepsGreys`, greys are tinted with it. */
export function accented(palette: Palette, accent: Hex, keepsGreys: boolean): Palette {
  const [, most] = lightnessAndChroma(accent);
  const tint = (color: Hex) => {
    const [lightness, chroma] = lightnessAndChroma(color);
    return withLightness(accent, lightness, Math.min(chroma, most));
  };
  const { text, muted, background, hued, border, focus } = palette;
  const greys = keepsGreys
    ? {}
    : { text: tint(text), muted: tint(muted), background: tint(background), hued: tint(hued), border: tint(border), focus: tint(focus) };
  const made = { ...palette, ...greys, action: accent };
  return withBar({ ...made, onAction: made.background });
}

/** A city's colour made light (or dark) enough to be read on the backgrounds of a dark palette. */
export function inDark(accent: Hex, { background, hued }: Palette): Hex {
  return reachContrast(
    accent,
    [background, hued],
    4.5,
    Math.min(lightnessAndChroma(accent)[1], 0.11),
    lightnessAndChroma(background)[0] < 0.6 ? 0.8 : 0.45,
  );
}

/** CSS with the custom properties in which palettes differ from the layouts' own; that of the bars is always written. */
export function paletteCss(palettes: Palettes): string {
  const base = ownPalettes();
  const changed = PARTS.filter((part) => part === "bar" || SCHEMES.some((scheme) => palettes[scheme][part] !== base[scheme][part]));
  const set = (scheme: Scheme) => `:root{${changed.map((part) => `${TOKENS[part]}:${palettes[scheme][part]}`).join(";")}}`;
  return `${set("light")}@media (prefers-color-scheme:dark){${set("dark")}}`;
}

let kern: ReadonlyMap<string, string> | undefined;

/**
 * The value of a colour that KERN itself defines (`--kern-color-red-600`), or of one of its three OKLCH numbers (`--kern-red-600-hue`),
 * which older themes refer to. Not the numbers of black and white: KERN had them swapped until 2.4, so it is unclear which is meant.
 */
export function kernColor(name: string): string | undefined {
  if (!kern) {
    const file = join(dirname(createRequire(import.meta.url).resolve("@kern-ux/native/package.json")), "dist/kern.css");
    kern = new Map(
      [...readFileSync(file, "utf8").matchAll(/(--kern-color-(?:[a-z]+-\d{3}|white|black)):\s*(oklch\([^()]*\))/g)].map(
        ([, key = "", value = ""]) => [key, value],
      ),
    );
  }
  const [, hue, number] = /^--kern-([a-z]+-\d{3})-(lightness|chroma|hue)$/.exec(name) ?? [];
  if (hue === undefined) return kern.get(name);
  return /\(([^()]*)\)/.exec(kern.get(`--kern-color-${hue}`) ?? "")?.[1]?.split(" ")[["lightness", "chroma", "hue"].indexOf(number ?? "")];
}
