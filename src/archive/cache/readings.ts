import { existsSync, readdirSync, readFileSync, rmSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { Entry, Registers } from "../../content/registers.ts";
import type { Site } from "../../content/site.ts";
import { digest } from "../../disk/digest.ts";
import { isAbandoned, writeWhole } from "../../disk/whole-file.ts";
import { createStorage, type EntryKey, type Storage } from "./stored.ts";

/** A file to be read: its path in the content folder and on disk, the digest of its content, what the reading looks at beside it. */
export interface Subject {
  path: string;
  file: string;
  digest: () => string | undefined;
  beside: () => string;
}

/** What was read of the files of a content folder, kept between builds. Only sound files are: what has errors is read anew each time. */
export interface Readings {
  /** Says what all readings depend on; to be called before anything is asked. */
  open: (site: Site, registers: Registers) => void;
  /** What was read of a file, where the file, the register entries it refers to and all beside it are the same. */
  find: (subject: Subject) => { fileDigest: string; value: unknown } | undefined;
  keep: (subject: Subject, kept: { fileDigest: string; value: object }) => void;
  /** Writes what has changed; whatever was neither found nor kept since `open` is forgotten. */
  save: () => void;
}

/**
 * What is kept of a file: its state; the digest of its content and, after a space, of what was looked at beside it; what was read, as
 * JSON.
 */
interface Line {
  state: string;
  input: string;
  json: string;
}

/**
 * Opens the readings kept in a folder, a file for each year; `program` is the fingerprint of the program, whose change makes everything
 * new,
 * `clock` what the real clock showed when the build began (ms). Nothing in the folder is trusted: what is damaged or of another version
 * counts as not there.
 */
export function openReadings(folder: string, program: string, clock: number): Readings {
  let common = "";
  let storage: Storage | undefined;
  let digestOf: (keys: readonly EntryKey[]) => string = () => "";
  const years = new Map<string, { before: Map<string, Line>; after: Map<string, Line>; isChanged: boolean }>();
  const yearOf = (path: string) => {
    const name = path.split("/")[1] ?? "";
    const known = years.get(name);
    if (known) return known;
    const before = readYear(join(folder, name), common);
    const year = { before: before ?? new Map<string, Line>(), after: new Map<string, Line>(), isChanged: !before };
    years.set(name, year);
    return year;
  };
  const inputOf = (fileDigest: string, { beside }: Subject) => `${fileDigest} ${digest(beside())}`;
  return {
    open: (site, registers) => {
      common = digest(JSON.stringify([program, site]));
      storage = createStorage(registers);
      digestOf = digestOfEntries(registers);
      years.clear();
    },
    find: (subject) => {
      const year = yearOf(subject.path);
      const line = year.before.get(subject.path);
      if (!line) return undefined;
      // What nothing has touched since it was read need not be opened.
      const state = settledState(subject.file, clock);
      const fileDigest = state !== "" && state === line.state ? ownCopy(line.input.slice(0, DIGEST_LENGTH)) : subject.digest();
      if (fileDigest === undefined || line.input !== inputOf(fileDigest, subject)) return undefined;
      const { entries, entriesDigest, value } = JSON.parse(line.json) as { entries: EntryKey[]; entriesDigest: string; value: unknown };
      if (entriesDigest !== digestOf(entries)) return undefined;
      year.after.set(subject.path, line.state === state ? line : { ...line, state });
      year.isChanged ||= line.state !== state;
      return { fileDigest, value: storage?.revive(value) };
    },
    keep: (subject, { fileDigest, value }) => {
      const year = yearOf(subject.path);
      const { json = null, entries = [] } = storage?.store(value) ?? {};
      const stored = toJson({ entries, entriesDigest: digestOf(entries), value: json });
      year.after.set(subject.path, { state: settledState(subject.file, clock), input: inputOf(fileDigest, subject), json: stored });
      year.isChanged = true;
    },
    save: () => {
      for (const [name, { before, after, isChanged }] of years)
        if (isChanged || after.size !== before.size) writeYear(join(folder, name), common, after);
      // Another build may be writing here just now: only years that are gone and what nobody writes any more is taken away.
      for (const name of existsSync(folder) ? readdirSync(folder) : [])
        if (isAbandoned(name) || (/^\d{4}$/.test(name) && !years.has(name))) rmSync(join(folder, name), { recursive: true, force: true });
      years.clear();
    },
  };
}

/** The digest of the content of some register entries; that of each is made once. */
function digestOfEntries(registers: Registers): (keys: readonly EntryKey[]) => string {
  const known = new Map<EntryKey, string>();
  for (const [name, register] of Object.entries(registers) as [keyof Registers, ReadonlyMap<string, Entry>][])
    for (const [id, entry] of register) known.set(`${name}/${id}`, digest(JSON.stringify(entry)));
  return (keys) => digest(keys.map((key) => known.get(key) ?? "").join(" "));
}

/** What tells a file from a changed one without reading it: size, times of its last changes, inode. */
export function fileState(path: string): string {
  return stateIn(statSync(path));
}

/** How long (ms) after a change a file may change again and show no other time: file systems count time in steps, some of two seconds. */
const UNSETTLED = 3000;

/**
 * The state of a file; empty where it is not there, or was touched so lately before `now` (ms, on the clock of the file system) that it
 * may change unnoticed.
 */
export function settledState(path: string, now: number): string {
  const found = statSync(path, { throwIfNoEntry: false });
  // The time of the last change of any kind (ctime) cannot be set, so a restored date of an editor or archiver deceives nobody.
  return found && found.ctimeMs < now - UNSETTLED ? stateIn(found) : "";
}

function stateIn({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

/** A year's file: the digest of the rest, so that a damaged file is known; what all readings depend on; a line for each reading. */
function readYear(file: string, common: string): Map<string, Line> | undefined {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST_LENGTH + 1);
    if (bytes.toString(ENCODING, 0, DIGEST_LENGTH) !== digest(body)) return undefined;
    const [head, ...lines] = body.toString(ENCODING).split("\n");
    if (head !== common) return undefined;
    return new Map(
      lines.map((line) => {
        const [path = "", state = "", input = "", json = ""] = line.split("\t");
        return [path, { state, input, json }];
      }),
    );
  } catch {
    return undefined;
  }
}

function writeYear(file: string, common: string, lines: ReadonlyMap<string, Line>): void {
  const body = [common, ...Array.from(lines, ([path, { state, input, json }]) => `${path}\t${state}\t${input}\t${json}`)].join("\n");
  const bytes = Buffer.from(body, ENCODING);
  writeWhole(file, Buffer.concat([Buffer.from(`${digest(bytes)}\n`), bytes]));
}

/** The same text without the larger one that it was cut out of, which else stays in memory as long as the part does. */
function ownCopy(text: string): string {
  return Buffer.from(text, ENCODING).toString(ENCODING);
}

/** A byte a character: half the memory, and nothing has to be decoded. */
const ENCODING = "latin1";

const DIGEST_LENGTH = digest("").length;

/** JSON that this encoding can hold. */
function toJson(value: unknown): string {
  return JSON.stringify(value).replace(/[\u0100-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
