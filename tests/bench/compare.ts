import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { readParts } from "./parts.ts";

/** Kinds of files by their path, the first that fits. */
const KINDS: readonly [kind: string, path: RegExp][] = [
  ["release page", /^(en\/)?\d{4}\/\d\d\/[^/]+\/index\.html$/],
  ["release text", /^(en\/)?\d{4}\/\d\d\/[^/]+\/index\.txt$/],
  ["release data", /^(en\/)?\d{4}\/\d\d\/[^/]+\/index\.json$/],
  ["release calendar", /^\d{4}\/\d\d\/[^/]+\/termine\.ics$/],
  ["month", /^(en\/)?\d{4}\/\d\d\/index\.html$/],
  ["year", /^(en\/)?\d{4}\/index\.html$/],
  ["year band", /band\.svg$/],
  ["entry", /^(en\/)?(themen|aemter|personen|orte)\/[^/]+\/index\.html$/],
  ["entry year", /^(en\/)?(themen|aemter|personen|orte)\/[^/]+\/\d{4}\/(\d\d\/)?index\.html$/],
  ["office year", /^themen\/[^/]+\/amt\//],
  ["events", /^(en\/)?(.*\/)?termine(\.ics$|\/)/],
  ["overview", /^(en\/)?(themen|aemter|personen|orte|archiv)\/index\.html$/],
  ["home", /^(en\/)?index\.html$/],
  ["single page", /^(404\.html|(korrekturen|abonnieren|daten|impressum|datenschutz|barrierefreiheit)\/([^/]+\/)*index\.html)$/],
  ["feed", /feed(-\d+)?\.(xml|json)$/],
  ["sitemap", /^sitemap.*\.xml$/],
  ["data table", /^daten\/.*\.csv$/],
  ["data lines", /^daten\/.*\.jsonl$/],
  ["data packed", /^daten\/.*\.zip$/],
  ["manifest", /^daten\/(manifest\.json|SHA256SUMS)$/],
  ["description", /^(daten\/.*\.(json|jsonld)|robots\.txt|\.well-known\/.*)$/],
  ["icon", /^(favicon\.ico|apple-touch-icon\.png|site\.webmanifest|assets\/icon-\d+\.png)$/],
  ["asset", /^assets\//],
  ["redirect", /\.html$/],
  ["other", /./],
];

/** A part of a file that is not the same on both sides. */
export interface Difference {
  path: string;
  kind: string;
  part: string;
  ours: string;
  theirs: string;
}

/** Files of one kind on both sides, and which are on one side only. */
export interface KindCount {
  kind: string;
  ours: { files: number; bytes: number };
  theirs: { files: number; bytes: number };
  missing: string[];
  extra: string[];
}

/** What two sites have in common: every path is compared, and of each kind every `step`th file. */
export interface Comparison {
  kinds: KindCount[];
  sampled: number;
  differences: Difference[];
}

/** Compares two finished sites, file by file and, in every `step`th file of a kind (at least one), what a reader or a program finds in it. */
export function compareSites(ours: string, theirs: string, step = 50): Comparison {
  const [left, right] = [sizesBelow(ours), sizesBelow(theirs)];
  const kinds = new Map<string, KindCount>(
    KINDS.map(([kind]) => [kind, { kind, ours: { files: 0, bytes: 0 }, theirs: { files: 0, bytes: 0 }, missing: [], extra: [] }]),
  );
  const both = new Map<string, string[]>();
  for (const [path, bytes] of left) {
    const count = kinds.get(kindOf(path)) as KindCount;
    count.ours.files++;
    count.ours.bytes += bytes;
    if (right.has(path)) (both.get(count.kind) ?? both.set(count.kind, []).get(count.kind))?.push(path);
    else count.missing.push(path);
  }
  for (const [path, bytes] of right) {
    const count = kinds.get(kindOf(path)) as KindCount;
    count.theirs.files++;
    count.theirs.bytes += bytes;
    if (!left.has(path)) count.extra.push(path);
  }
  const sample = [...both.values()].flatMap((paths) => paths.filter((_, index) => index % step === 0));
  return {
    kinds: [...kinds.values()].filter((count) => count.ours.files + count.theirs.files > 0),
    sampled: sample.length,
    differences: sample.flatMap((path) =>
      compareFiles(path, readFileSync(join(ours, path), "utf8"), readFileSync(join(theirs, path), "utf8")),
    ),
  };
}

function kindOf(path: string): string {
  return KINDS.find(([, pattern]) => pattern.test(path))?.[0] ?? "other";
}

/** Paths below a folder with their sizes, in the order of paths. */
function sizesBelow(folder: string): Map<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((file) => join(file.parentPath, file.name));
  return new Map(paths.sort().map((path) => [relative(folder, path).replaceAll(sep, "/"), statSync(path).size]));
}

function compareFiles(path: string, ours: string, theirs: string): Difference[] {
  const kind = kindOf(path);
  const [left, right] = [readParts(path, ours), readParts(path, theirs)];
  return [...new Set([...left.keys(), ...right.keys()])].flatMap((part) => {
    const [a, b] = [left.get(part), right.get(part)];
    if (isDeepStrictEqual(a, b)) return [];
    const [one, other] = [a, b].map((value) => (typeof value === "string" ? value : (JSON.stringify(value) ?? "–"))) as [string, string];
    const at = firstDifference(one, other);
    const show = (value: string) => value.slice(Math.max(0, at - 30), at + 90);
    return [{ path, kind, part, ours: show(one), theirs: show(other) }];
  });
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
