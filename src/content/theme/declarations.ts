import type { Atrule, CssNode, Declaration, Rule } from "css-tree";
import type { ProblemId } from "../../problem-ids.ts";
import { error, type Position, type Problem } from "../../problems.ts";
import { onDemand } from "../on-demand.ts";

// The parts of css-tree that are used, without its dictionary of all CSS properties, which takes four times as long to load.
const parser = onDemand<typeof import("css-tree").parse>("css-tree/parser");
const generator = onDemand<typeof import("css-tree").generate>("css-tree/generator");
const walker = onDemand<typeof import("css-tree").walk>("css-tree/walker");

/** The two appearances of every page; the reader's system chooses (`prefers-color-scheme`). */
export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** The custom properties that a style sheet sets for each scheme: their values and where they stand. */
export type Declared = Record<Scheme, Map<string, { value: string; at: Position }>>;

/** Where KERN's themes set their properties, and for which scheme (KERN 2.7.2, src/scss/themes/README.md). */
const SELECTORS: ReadonlyMap<string, readonly Scheme[]> = new Map<string, readonly Scheme[]>([
  [":root", SCHEMES],
  ["html", SCHEMES],
  ["[data-kern-theme=light]", ["light"]],
  [".kern-light", ["light"]],
  ["[data-kern-theme=dark]", ["dark"]],
  [".kern-dark", ["dark"]],
]);

/** Functions that a value may have: numbers, colours and references, nothing that fetches. */
const FUNCTIONS = new Set(
  "var calc min max clamp rgb rgba hsl hsla hwb lab lch oklab oklch color color-mix light-dark cubic-bezier".split(" "),
);

/** Most problems that are reported for one file: nobody reads more at once. */
const PROBLEMS_MAX = 20;

/**
 * Reads a theme made for KERN: custom properties for light and dark; everything else in it is an error at its place.
 * Values are only used as colours that were computed from them, so nothing from the file is copied into a style sheet.
 */
export function readDeclarations(css: string, path: string): { declared: Declared; problems: Problem[] } {
  const declared: Declared = { light: new Map(), dark: new Map() };
  const problems: Problem[] = [];
  const say = (id: ProblemId, at: Position, message: string, remedy: string) => {
    if (problems.length < PROBLEMS_MAX) problems.push(error(id, path, at, message, remedy));
  };
  const stray = (node: CssNode) =>
    say(
      "theme-stray-rule",
      positionOf(node),
      `„${excerpt(node)}“ gehört nicht in eine Theme-Datei.`,
      "Löschen Sie die Stelle; eine Theme-Datei setzt nur Eigenschaften wie --kern-color-action-default.",
    );
  try {
    const sheet = parser()(css, {
      positions: true,
      parseCustomProperty: true,
      onParseError: ({ message, line, column }: { message: string; line?: number; column?: number }) =>
        say(
          "theme-malformed-css",
          { line: line ?? 1, column: column ?? 1 },
          `Das ist kein gültiges CSS (${message}).`,
          "Prüfen Sie Klammern und Strichpunkte.",
        ),
    });
    if (sheet.type === "StyleSheet") for (const node of sheet.children) readNode(node, SCHEMES);
  } catch {
    // The parser throws when brackets nest more deeply than its stack allows.
    say(
      "theme-malformed-css",
      { line: 1, column: 1 },
      "Die Datei lässt sich nicht lesen; wohl sind zu viele Klammern ineinander verschachtelt.",
      "Schreiben Sie sie neu.",
    );
  }
  return { declared, problems };

  function readNode(node: CssNode, schemes: readonly Scheme[]): void {
    if (node.type === "Comment" || node.type === "WhiteSpace") return;
    if (node.type === "Rule") readRule(node, schemes);
    else if (node.type === "Atrule" && node.name === "charset") return;
    else if (node.type === "Atrule" && node.name === "media" && node.block) {
      const scheme = schemeOf(node);
      if (scheme) for (const inner of node.block.children) readNode(inner, [scheme]);
      else stray(node);
    } else stray(node);
  }

  function readRule(rule: Rule, schemes: readonly Scheme[]): void {
    const selectors =
      rule.prelude.type === "SelectorList"
        ? rule.prelude.children.toArray().map((selector) => generator()(selector).replaceAll(/["']/g, ""))
        : [];
    const meant = selectors.map((selector) => SELECTORS.get(selector));
    const unknown = selectors[meant.indexOf(undefined)];
    if (selectors.length === 0 || unknown !== undefined) {
      say(
        "theme-selector-unknown",
        positionOf(rule.prelude),
        `„${unknown ?? excerpt(rule.prelude)}“ wird hier nicht gestaltet.`,
        `Möglich sind: ${[...SELECTORS.keys()].join(", ")}.`,
      );
      return;
    }
    for (const node of rule.block.children) {
      if (node.type === "Declaration" && node.property.startsWith("--"))
        readProperty(
          node,
          schemes.filter((scheme) => meant.some((those) => those?.includes(scheme))),
        );
      else if (node.type !== "Comment" && node.type !== "WhiteSpace") stray(node);
    }
  }

  function readProperty(node: Declaration, schemes: readonly Scheme[]): void {
    const forbidden = findForbidden(node);
    if (forbidden) {
      say(
        "theme-value-forbidden",
        positionOf(forbidden),
        `„${excerpt(forbidden)}“ ist in einer Theme-Datei nicht erlaubt; sie holt nichts von anderswo.`,
        "Schreiben Sie eine Farbe wie #1f43a8 oder oklch(43% 0.17 265).",
      );
      return;
    }
    for (const scheme of schemes) declared[scheme].set(node.property, { value: generator()(node.value).trim(), at: positionOf(node) });
  }
}

/** The scheme that a media rule asks for; undefined where it asks for anything else. */
function schemeOf({ prelude }: Atrule): Scheme | undefined {
  const query = prelude ? generator()(prelude).replaceAll(/\s/g, "").toLowerCase() : "";
  return SCHEMES.find((scheme) => query === `(prefers-color-scheme:${scheme})` || query === `screenand(prefers-color-scheme:${scheme})`);
}

/** The part of a value that could fetch something or is no valid value; undefined where there is none. */
function findForbidden(declaration: Declaration): CssNode | undefined {
  let found: CssNode | undefined;
  walker()(declaration, (node) => {
    if (found) return;
    if (node.type === "Url" || node.type === "AtrulePrelude" || (node.type === "Function" && !FUNCTIONS.has(node.name.toLowerCase())))
      found = node;
    else if (node.type === "Raw" && /[\\@{}<]|url\s*\(/i.test(node.value)) found = declaration;
  });
  return found;
}

function positionOf({ loc }: CssNode): Position {
  return loc ? { line: loc.start.line, column: loc.start.column } : { line: 1, column: 1 };
}

function excerpt(node: CssNode): string {
  const text = generator()(node);
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

/** Longest value in characters, and most references in it; the colour of a theme needs about three. */
const LENGTH_MAX = 500;
const REFERENCES_MAX = 50;

/** A value with every `var()` replaced by what `lookUp` returns; undefined where one is unknown, refers to itself or grows too long. */
export function resolve(value: string, lookUp: (name: string) => string | undefined): string | undefined {
  let text = value;
  for (let count = 0; count < REFERENCES_MAX && text.length <= LENGTH_MAX; count++) {
    // The innermost reference comes first, because the fallback of a reference may contain others.
    const reference = /var\(\s*(--[^\s,()]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)/i.exec(text);
    if (!reference) return /var\(/i.test(text) ? undefined : text;
    const [whole, name = "", fallback] = reference;
    const known = lookUp(name) ?? fallback?.trim();
    if (known === undefined) return undefined;
    text = text.replace(whole, () => known);
  }
  return undefined;
}
