import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Document, isMap, isSeq, parseDocument } from "yaml";
import { between, pick, type Random, seeded } from "../town/random.ts";

/** A release by the name of its files: `2017/11/slug`, with the language where it is a version's. */
export interface TextName {
  id: string;
  language: "" | ".en" | ".de-simple";
}

/** A town that is edited as a press office, a designer and a programmer do; every edit can be taken back. */
export interface Town {
  /** The content folder. */
  content: string;
  /** The copy of the project, whose layouts are edited as well. */
  project: string;
  random: Random;
  /** The moment (ms) of the next build. */
  now: number;
  /** What was broken on purpose and stays so for a while: path and sound content. */
  broken: Map<string, string>;
  /** True when the program itself was edited: running processes know the old one. */
  isProgramNew: boolean;
  /** Counts what was made, for names that are free. */
  count: number;
  /** What the last edit replaced, by path; undefined where there was nothing. */
  replaced: Map<string, Buffer | undefined>;
  brokenBefore: Map<string, string>;
}

export function makeTown(content: string, project: string, seed: string, now: string): Town {
  return {
    content,
    project,
    random: seeded(seed),
    now: Date.parse(now),
    broken: new Map(),
    isProgramNew: false,
    count: 0,
    replaced: new Map(),
    brokenBefore: new Map(),
  };
}

/** Writes a file, or removes it where there is nothing to write. */
export function write(town: Town, path: string, content: string | Uint8Array | undefined): void {
  if (!town.replaced.has(path)) town.replaced.set(path, existsSync(path) ? readFileSync(path) : undefined);
  if (content === undefined) {
    rmSync(path, { force: true });
    // Like git, which keeps no empty folders.
    for (let folder = dirname(path); folder !== town.content && readdirSync(folder).length === 0; folder = dirname(folder))
      rmSync(folder, { recursive: true });
    return;
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** Takes the last edit back. */
export function takeBack(town: Town): void {
  for (const [path, bytes] of [...town.replaced]) write(town, path, bytes);
  town.broken = town.brokenBefore;
}

/** A head as edits see it. */
export type Head = Document;

/** The path of a text. */
export function pathOf(town: Town, { id, language }: TextName): string {
  return join(town.content, "releases", `${id}${language}.md`);
}

/** The releases that are sound; `isFit` may ask more of their heads. */
export function originals(town: Town, isFit: (head: Head) => boolean = () => true): TextName[] {
  return texts(town).filter((name) => name.language === "" && isFit(headOf(town, name)));
}

/** The language versions that are sound. */
export function versions(town: Town): TextName[] {
  return texts(town).filter(({ language }) => language !== "");
}

function texts(town: Town): TextName[] {
  const folder = join(town.content, "releases");
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((path) => path.endsWith(".md") && !town.broken.has(join(folder, path)))
    .sort()
    .flatMap((path) => {
      const [, id, language = ""] = /^(\d{4}\/\d\d\/[^.]+)(\.en|\.de-simple)?\.md$/.exec(path) ?? [];
      return id === undefined ? [] : [{ id, language: language as TextName["language"] }];
    });
}

/** The head of a text. */
export function headOf(town: Town, name: TextName): Head {
  return parseDocument(split(readFileSync(pathOf(town, name), "utf8")).head);
}

/** Changes the head of a text. */
export function editHead(town: Town, name: TextName, edit: (head: Head) => void): void {
  const path = pathOf(town, name);
  const { head, body } = split(readFileSync(path, "utf8"));
  const document = parseDocument(head);
  edit(document);
  write(town, path, `---\n${document.toString({ lineWidth: 0 })}---\n${body}`);
}

/** Writes a text anew. */
export function writeText(town: Town, name: TextName, head: object, body: string): void {
  write(town, pathOf(town, name), `---\n${new Document(head).toString({ lineWidth: 0 })}---\n${body}`);
}

function split(text: string): { head: string; body: string } {
  const end = text.indexOf("\n---\n", 3) + 1;
  return { head: text.slice(4, end), body: text.slice(end + 4) };
}

export type RegisterName = "departments" | "topics" | "people" | "places";

/** The ids of a register. */
export function ids(town: Town, register: RegisterName): string[] {
  const { contents } = parseDocument(readFileSync(registerPath(town, register), "utf8"));
  return isMap(contents) ? contents.items.map(({ key }) => String(key)) : [];
}

/** Changes a register. */
export function editRegister(town: Town, register: RegisterName, edit: (document: Document) => void): void {
  const path = registerPath(town, register);
  const document = parseDocument(readFileSync(path, "utf8"));
  edit(document);
  write(town, path, document.toString({ lineWidth: 0 }));
}

/** Changes the settings. */
export function editSite(town: Town, edit: (document: Document) => void): void {
  const path = join(town.content, "site.yml");
  const document = parseDocument(readFileSync(path, "utf8"));
  edit(document);
  write(town, path, document.toString({ lineWidth: 0 }));
}

function registerPath({ content }: Town, register: RegisterName): string {
  return join(content, "registers", `${register}.yml`);
}

/** True where any text, register or setting writes the id as a word. */
export function isNamed(town: Town, id: string, apartFrom: RegisterName): boolean {
  const word = new RegExp(`(^|[^a-z0-9-])${id}($|[^a-z0-9-])`, "m");
  return (readdirSync(town.content, { recursive: true }) as string[])
    .filter((path) => /\.(md|yml)$/.test(path) && path !== join("registers", `${apartFrom}.yml`))
    .some((path) =>
      word.test(split(readFileSync(join(town.content, path), "utf8")).head || readFileSync(join(town.content, path), "utf8")),
    );
}

/** The length of a list in a head. */
export function lengthOf(head: Head, field: string): number {
  const list = head.get(field);
  return isSeq(list) ? list.items.length : 0;
}

/** A sentence that no other edit writes. */
export function sentence(town: Town): string {
  const subjects = ["Der Bücherbus", "Die Fähre", "Das „Haus am Markt“", "Die Ampel & der Zebrastreifen", "Ein Storchenpaar"];
  const verbs = ["fährt", "öffnet", "feiert", "wartet", "bleibt"];
  return `${pick(town.random, subjects)} ${pick(town.random, verbs)} zum ${++town.count}. Mal am ${between(town.random, 1, 28)}. Mai`;
}

/** A moment some hours from the town's now, as a head writes it. */
export function moment(town: Town, hours: number): string {
  return `${new Date(town.now + hours * 3_600_000).toISOString().slice(0, 16)}Z`;
}

/** The year and month (`2026/12`) of a moment as the town's clock shows it. */
export function monthOf(moment: string): string {
  const [year = "", , month = ""] = new Intl.DateTimeFormat("de", { timeZone: "Europe/Berlin", year: "numeric", month: "2-digit" })
    .formatToParts(new Date(moment))
    .map(({ value }) => value)
    .reverse();
  return `${year}/${month}`;
}
