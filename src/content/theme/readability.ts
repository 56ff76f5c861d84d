import { error, type Position, type Problem } from "../../problems.ts";
import { contrast, type Hex, reachContrast } from "./colors.ts";
import { SCHEMES, type Scheme } from "./declarations.ts";
import { PAIRS, type Palettes, type Part } from "./palette.ts";

/** Where a colour was set, and how a suggested colour is written there. */
export interface Origin {
  path: string;
  at: Position;
  write: (color: Hex) => string;
}

/** Where the colours of a theme were set; those of the archive itself have no origin. */
export type Origins = Record<Scheme, Partial<Record<Part, Origin>>>;

/** Errors for colours with too little contrast: for each place where one was set, its worst pair and a colour that suits all pairs. */
export function findUnreadable(palettes: Palettes, origins: Origins): Problem[] {
  return SCHEMES.flatMap((scheme) => {
    const palette = palettes[scheme];
    const failing = PAIRS.flatMap(({ front, ground, ratio }) => {
      const found = contrast(palette[front], palette[ground]);
      const changed = origins[scheme][front] ? front : ground;
      const origin = origins[scheme][changed];
      return found < ratio && origin ? [{ front, ground, ratio, found, changed, origin }] : [];
    }).sort((a, b) => a.found / a.ratio - b.found / b.ratio);
    const worst = failing.filter(({ origin }, index) => failing.findIndex((pair) => pair.origin === origin) === index);
    return worst.map(({ front, ground, ratio, found, changed, origin }) => {
      const partners = PAIRS.filter((pair) => pair.front === changed || pair.ground === changed);
      const suggested = reachContrast(
        palette[changed],
        partners.map((pair) => palette[pair.front === changed ? pair.ground : pair.front]),
        Math.max(...partners.map((pair) => pair.ratio)),
      );
      return error(
        "contrast-too-low",
        origin.path,
        origin.at,
        `Im ${DESIGNS[scheme]} Design nicht lesbar: ${NAMES[front] ?? ""} (${palette[front]}) auf ${GROUNDS[ground] ?? ""} ` +
          `(${palette[ground]}) hat den Kontrast ${inWords(found)} : 1, nötig ist ${inWords(ratio)} : 1.`,
        `Schreiben Sie zum Beispiel: ${origin.write(suggested)}`,
      );
    });
  });
}

const DESIGNS: Record<Scheme, string> = { light: "hellen", dark: "dunklen" };
const NAMES: Partial<Record<Part, string>> = {
  text: "Text",
  muted: "leiser Text",
  action: "die Farbe der Links",
  onAction: "Schrift",
  focus: "der Rahmen des Fokus",
  warning: "der Streifen einer Warnung",
  bar: "die Farbe der Balken",
};
const GROUNDS: Partial<Record<Part, string>> = {
  background: "dem Hintergrund",
  hued: "getönten Flächen",
  action: "der Farbe der Links",
  warningBackground: "der Fläche von Hinweisen",
};

/** A contrast with two decimals, rounded down: 4.499 must not be reported as the required 4.5. */
function inWords(ratio: number): string {
  return (Math.floor(ratio * 100) / 100).toLocaleString("de-DE");
}
