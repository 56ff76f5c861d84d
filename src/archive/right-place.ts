import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Site } from "../content/site.ts";
import { SLUG_MAX, toSlug } from "../content/slugs.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import { RELEASE_FOLDER, type SortedFiles, sortFiles } from "./folder.ts";
import { tellOne } from "./misplaced.ts";

/** How offices call the folders of the archive, and what they are called here. */
const FOLDERS: Readonly<Record<string, string>> = {
  ...{
    release: "releases",
    meldungen: "releases",
    meldung: "releases",
    pressemitteilungen: "releases",
    presse: "releases",
    news: "releases",
    ...{ posts: "releases", post: "releases", artikel: "releases", beitraege: "releases", nachrichten: "releases", aktuelles: "releases" },
  },
  ...{ page: "pages", seiten: "pages", seite: "pages", comment: "comments", kommentare: "comments", kommentar: "comments" },
  ...{ register: "registers", verzeichnisse: "registers", verzeichnis: "registers", asset: "assets" },
};
const REGISTERS: Readonly<Record<string, string>> = {
  ...{
    department: "departments",
    aemter: "departments",
    amt: "departments",
    topic: "topics",
    themen: "topics",
    thema: "topics",
    tags: "topics",
  },
  ...{ person: "people", persons: "people", personen: "people", leute: "people", place: "places", orte: "places", ort: "places" },
};
const MONTHS = ["januar", "februar", "maerz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"];
const LANGUAGE_NAMES: Readonly<Record<string, string>> = {
  de: "",
  deutsch: "",
  english: "en",
  englisch: "en",
  eng: "en",
  leicht: "de-simple",
  "leichte-sprache": "de-simple",
  simple: "de-simple",
  easy: "de-simple",
};

/** The misplaced files of a content folder as problems, each with its right name; files of one wrong folder are told once. */
export function tellMisplaced(folder: string, files: readonly string[], sorted: SortedFiles, site: Site): Problem[] {
  const known = new Set(files);
  const found = sorted.misplaced.map((path) => {
    const right = rightPlace(folder, path, site);
    return { path, right, wrong: right === undefined ? undefined : wrongFolder(path, right) };
  });
  const counts = new Map<string, number>();
  for (const { wrong } of found) if (wrong) counts.set(wrong.from, (counts.get(wrong.from) ?? 0) + 1);
  const told = new Map<string, Problem>();
  const proposed = new Map<string, string>();
  for (const { path, right, wrong } of found) {
    if (wrong && (counts.get(wrong.from) ?? 0) > 1) told.set(wrong.from, renameFolder(folder, wrong));
    else told.set(path, tellOne({ folder, path, right, twin: proposed.get(right ?? ""), known, sorted, site }));
    if (right !== undefined && !proposed.has(right)) proposed.set(right, path);
  }
  return [...told.values()];
}

/** The registers whose file has a wrong name: they are there, so what they hold is not unknown. */
export function misnamedRegisters(folder: string, sorted: SortedFiles, site: Site): ReadonlySet<string> {
  return new Set(sorted.misplaced.flatMap((path) => (path.includes("/") ? (rightPlace(folder, path, site) ?? []) : [])));
}

/** Where a misplaced file belongs; undefined where nobody can say. */
function rightPlace(folder: string, path: string, site: Site): string | undefined {
  // A folder within its like: the content was copied into itself.
  const parts = path
    .replace(/^content\//, "")
    .split("/")
    .map((part) => part.trim());
  const name = rightName(parts.pop() ?? "");
  const [first = "", ...inner] = parts;
  const root = FOLDERS[toSlug(first)] ?? (first === "" || /^\d{4}(-\d\d)?$/.test(first) ? "" : toSlug(first));
  const below = root === "" && first !== "" ? [first, ...inner] : inner;
  const [stem = "", ...endings] = name.split(".");
  const candidate = (): string | undefined => {
    if (/^site\.ya?ml$/i.test(name)) return "site.yml";
    const register = REGISTERS[toSlug(stem)] ?? (root === "registers" ? stem.toLowerCase() : undefined);
    if ((root === "registers" || parts.length === 0) && register && /^ya?ml$/i.test(endings.at(-1) ?? ""))
      return `registers/${register}.yml`;
    if (root === "assets") return `assets/${slugOf(stem)}.${endings.join(".").toLowerCase()}`;
    const isText = endings.at(-1) === "md";
    const language = endings.length === 2 ? rightLanguage(endings[0] ?? "", site) : "";
    // Full stops within a name are none before a language.
    const slug = endings.length > 2 ? slugOf([stem, ...endings.slice(0, -1)].join("-")) : slugOf(stem);
    const text = isText ? `${slug}${language ? `.${language}` : ""}.md` : undefined;
    if (root === "pages" && text) return `pages/${text}`;
    if (root !== "releases" && root !== "comments" && root !== "") return undefined;
    const time = timeOf(below);
    // A folder for the day, as blogs have it, is one too many.
    const isOfMonth = time && (time.rest.length === 0 || (time.rest.length === 1 && /^\d\d?$/.test(time.rest[0] ?? "")));
    if (isOfMonth && text && root !== "comments") return `releases/${time.path}/${text}`;
    if (time && time.rest.length >= 1 && root === "comments" && text) return `comments/${time.path}/${slugOf(time.rest[0] ?? "")}/${text}`;
    const edition = /^(?:alte)?[-_ ]?(?:fassung|version)[-_ ]?0*([1-9]\d?)$/i.exec(stem)?.[1];
    if (time && time.rest.length >= 1 && text && edition !== undefined && root !== "comments")
      return `releases/${time.path}/${slugOf(time.rest[0] ?? "")}/fassung-${edition}${language ? `.${language}` : ""}.md`;
    if (time && time.rest.length >= 1 && !isText && root !== "comments")
      return `releases/${time.path}/${slugOf(time.rest[0] ?? "")}/${name}`;
    const written = time === undefined && text && root !== "comments" ? writtenTime(join(folder, path)) : undefined;
    if (written === undefined && text && parts.length === 0) return `pages/${text}`;
    return written && `releases/${written}/${text?.replace(/^\d{4}-\d\d-\d\d-(?=[a-z0-9-]{3,}\.)/, "")}`;
  };
  const right = candidate();
  if (right === undefined || right === path) return undefined;
  // A file in a folder has its place only beside its release; here it is enough that its name could be one.
  const { misplaced: wrong } = sortFiles([right], site);
  return wrong.length === 0 || RELEASE_FOLDER.test(right) ? right : undefined;
}

/** A file name without what mail programs, downloads and copies add to it. */
function rightName(written: string): string {
  return written
    .normalize("NFC")
    .replace(/^(Kopie von|Copy of)\s+/i, "")
    .replace(/\.(markdown|mdown|mkd|mdwn)(?=$|\.)/i, ".md")
    .replace(/\.md(\.(txt|md))+$/i, ".md")
    .replace(/(\s*\(\d+\)|\s*-?\s*(Kopie|copy))+(?=(\.[A-Za-z-]+)*$)/i, "")
    .replace(/\.MD$/i, ".md")
    .replace(/(?:_|-)(en|de-simple)\.md$/i, ".$1.md");
}

function rightLanguage(written: string, { languages, language }: Site): string {
  const small = written.toLowerCase();
  const named = LANGUAGE_NAMES[small] ?? languages.find((tag) => tag.toLowerCase() === small);
  if (named !== undefined) return named;
  // The same language of another country: en-GB.
  const [base = ""] = small.split("-");
  return base === language ? "" : languages.includes(base) ? base : small;
}

function slugOf(written: string): string {
  const slug = toSlug(written);
  if (slug.length < 3 || /^(con|prn|aux|nul|com\d|lpt\d)$/.test(slug)) return `${slug || "meldung"}-${slug ? "meldung" : "neu"}`;
  return slug.length <= SLUG_MAX ? slug : slug.slice(0, SLUG_MAX).replace(/-[^-]*$/, "");
}

/** Year and month that folders name in whatever form, and the folders below. */
function timeOf([first = "", second = "", ...rest]: readonly string[]): { path: string; rest: readonly string[] } | undefined {
  const [, year, ofYear] = /^(\d{4})(?:[-_. ](\d\d?))?$/.exec(first) ?? [];
  if (year === undefined) return undefined;
  if (ofYear !== undefined) return { path: `${year}/${ofYear.padStart(2, "0")}`, rest: second === "" ? rest : [second, ...rest] };
  const [, number] = /^(\d\d?)\b/.exec(second) ?? [];
  const named = MONTHS.findIndex((month) => second.length >= 3 && month.startsWith(toSlug(second).slice(0, 9))) + 1;
  const month = number !== undefined ? Number(number) : named;
  return second !== "" && month <= 12 && (number !== undefined || named > 0)
    ? { path: `${year}/${String(month).padStart(2, "0")}`, rest }
    : undefined;
}

/** The year and month of the date in a release's head. */
function writtenTime(path: string): string | undefined {
  try {
    const [, year, month = "00"] = /^date:\s*["']?(\d{4})(?:-(\d\d))?/m.exec(readFileSync(path, "utf8").slice(0, 5000)) ?? [];
    return year && `${year}/${month}`;
  } catch {
    return undefined;
  }
}

/** The folder whose name alone is wrong, where nothing else of a path is. */
function wrongFolder(path: string, right: string): { from: string; to: string } | undefined {
  const [from, to] = [path.split("/"), right.split("/")];
  if (from.length !== to.length || from.at(-1) !== to.at(-1)) return undefined;
  const wrong = from.map((part, index) => (part === to[index] ? -1 : index)).filter((index) => index >= 0);
  const [index = -1] = wrong;
  return wrong.length === 1 ? { from: from.slice(0, index + 1).join("/"), to: to.slice(0, index + 1).join("/") } : undefined;
}

function renameFolder(folder: string, { from, to }: { from: string; to: string }): Problem {
  const message = `Den Ordner „${from}“ kennt das Archiv nicht; nichts darin würde veröffentlicht.`;
  return error("folder-unknown", join(folder, from), FILE_START, message, `Benennen Sie ihn um in „${to}“.`);
}
