import { existsSync, readdirSync, readFileSync, rmSync, type Stats, statSync } from "node:fs";
import { join } from "node:path";
import type { Registers } from "../../content/registers.ts";
import type { Site } from "../../content/site.ts";
import { digest } from "../../disk/digest.ts";
import { isAbandoned, writeWhole } from "../../disk/whole-file.ts";
import type { Problem } from "../../problems.ts";
import type { EntryKey, StoredRelease, StoredVersion } from "./stored-release.ts";

/** What reading a sound file yielded, as it is kept from build to build. */
export interface StoredReading {
  /** The register entries that the reading depends on. */
  entries: EntryKey[];
  mayStay: boolean;
  problems: Problem[];
  /** The files and people that the head names, for the language versions. */
  listed?: { images: string[]; attachments: string[]; people: string[] };
  release?: StoredRelease;
  version?: StoredVersion;
}

/** The readings of a content folder that are kept between builds. Only sound files are: what has errors is read anew each time. */
export interface Readings {
  /** Says what all readings depend on; to be called before anything is asked. */
  open: (site: Site, registers: Registers) => void;
  /** The state of a file on disk, as the other functions ask for it. */
  stateOf: (file: string) => string;
  /** What names the content of the file at `path` (relative to the content folder), where it was read before and nothing has touched the file (`state`) since. */
  digestOf: (path: string, state: string) => string | undefined;
  /** The kept reading of a file, where its register entries and its `input` (the digest of its content and, after a space, what names all that was looked at beside it) are the same. */
  find: (path: string, state: string, input: string) => StoredReading | undefined;
  keep: (path: string, state: string, input: string, reading: StoredReading) => void;
  /** Writes what has changed; whatever was neither found nor kept since `open` is forgotten. */
  save: () => void;
}

/**
 * One file of the cache: the readings of a year. Its first line is the digest of the rest, so that a damaged file is known;
 * its second names all that every reading depends on; each other line is the path, the state, the input and the reading (JSON) of a file.
 */
interface Shard {
  common: string;
  entries: Record<string, string>;
  lines: Map<string, { state: string; input: string; json: string }>;
}

/**
 * Opens the readings kept in a folder of their own; `code` names the program and its libraries, whose change makes everything new; `clock` is the real one (ms), by which files are touched.
 * Nothing in the folder is trusted: what is damaged, foreign or of another version counts as not there.
 */
export function openReadings(folder: string, code: string, clock: () => number): Readings {
  let common = "";
  let nameEntry: (key: EntryKey) => string = () => "";
  const shards = new Map<string, OpenShard>();
  const shardOf = (path: string): OpenShard => {
    const year = path.split("/")[1] ?? "";
    let shard = shards.get(year);
    if (!shard) {
      shard = openShard(readShard(join(folder, year)), common, nameEntry);
      shards.set(year, shard);
    }
    return shard;
  };
  return {
    open: (site, registers) => {
      common = digest(JSON.stringify([code, site]));
      nameEntry = entryNames(registers);
      shards.clear();
    },
    stateOf: (file) => settledState(file, clock()),
    digestOf: (path, state) => {
      const line = state === "" ? undefined : shardOf(path).before.get(path);
      return line?.state === state ? ownCopy(line.input.slice(0, DIGEST_LENGTH)) : undefined;
    },
    find: (path, state, input) => {
      const shard = shardOf(path);
      const line = shard.before.get(path);
      if (line?.input !== input) return undefined;
      const reading = JSON.parse(line.json) as StoredReading;
      if (reading.entries.some((key) => shard.stale.has(key))) return undefined;
      shard.after.set(path, line.state === state ? line : { ...line, state });
      shard.isChanged ||= line.state !== state;
      for (const key of reading.entries) shard.entries.add(key);
      return reading;
    },
    keep: (path, state, input, reading) => {
      const shard = shardOf(path);
      shard.isChanged = true;
      shard.after.set(path, { state, input, json: toJson(reading) });
      for (const key of reading.entries) shard.entries.add(key);
    },
    save: () => {
      for (const [year, { before, after, entries, isChanged }] of shards) {
        if (!isChanged && after.size === before.size) continue;
        writeShard(join(folder, year), {
          common,
          entries: Object.fromEntries([...entries].map((key) => [key, nameEntry(key)])),
          lines: after,
        });
      }
      if (existsSync(folder)) {
        // Another build may be writing here just now: only years that are gone and what nobody writes any more is taken away.
        for (const name of readdirSync(folder))
          if (isAbandoned(name) || (/^\d{4}$/.test(name) && !shards.has(name)))
            rmSync(join(folder, name), { recursive: true, force: true });
      }
      shards.clear();
    },
  };
}

/** A year at work: what was kept of it, what is found or kept now, and the entries that have changed since. */
interface OpenShard {
  before: Shard["lines"];
  after: Shard["lines"];
  entries: Set<EntryKey>;
  stale: ReadonlySet<string>;
  isChanged: boolean;
}

function openShard(kept: Shard | undefined, common: string, nameEntry: (key: EntryKey) => string): OpenShard {
  const usable = kept?.common === common ? kept : undefined;
  const stale = new Set(Object.entries(usable?.entries ?? {}).flatMap(([key, name]) => (name === nameEntry(key as EntryKey) ? [] : [key])));
  return { before: usable?.lines ?? new Map(), after: new Map(), entries: new Set(), stale, isChanged: !usable || stale.size > 0 };
}

/** Names the content of register entries, each made once. */
function entryNames(registers: Registers): (key: EntryKey) => string {
  const known = new Map<EntryKey, string>();
  return (key) => {
    let name = known.get(key);
    if (name === undefined) {
      const at = key.indexOf("/");
      const entry = registers[key.slice(0, at) as keyof Registers].get(key.slice(at + 1));
      name = entry ? digest(JSON.stringify(entry)) : "";
      known.set(key, name);
    }
    return name;
  };
}

/** What tells a file from a changed one without reading it: size, times of its last changes, inode. */
export function fileState(path: string): string {
  return stateIn(statSync(path));
}

/** How long (ms) after a change a file may change again and show no other time: file systems count time in steps, some of two seconds. */
const UNSETTLED = 3000;

/** The state of a file; empty where it is not there, or was touched so lately before `now` (ms, on the clock of the file system) that it may change unnoticed. */
export function settledState(path: string, now: number): string {
  const found = statSync(path, { throwIfNoEntry: false });
  // The time of the last change of any kind (ctime) cannot be set, so a restored date of an editor or archiver deceives nobody.
  return found && found.ctimeMs < now - UNSETTLED ? stateIn(found) : "";
}

function stateIn({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}

function readShard(file: string): Shard | undefined {
  try {
    const bytes = readFileSync(file);
    const [name, body] = [bytes.subarray(0, DIGEST_LENGTH), bytes.subarray(DIGEST_LENGTH + 1)];
    if (name.toString(ENCODING) !== digest(body)) return undefined;
    const [head = "", ...lines] = body.toString(ENCODING).split("\n");
    const { common, entries } = JSON.parse(head) as Pick<Shard, "common" | "entries">;
    return {
      common,
      entries,
      lines: new Map(
        lines.map((line) => {
          const [path = "", state = "", input = "", json = ""] = line.split("\t");
          return [path, { state, input, json }];
        }),
      ),
    };
  } catch {
    return undefined;
  }
}

function writeShard(file: string, { common, entries, lines }: Shard): void {
  const body = [
    JSON.stringify({ common, entries }),
    ...[...lines].map(([path, { state, input, json }]) => `${path}\t${state}\t${input}\t${json}`),
  ].join("\n");
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
