import { createRequire } from "node:module";
import type { load as Load, FAILSAFE_SCHEMA as Schema } from "js-yaml";
import type { parse as Parse } from "smol-toml";

/** What the head of a Markdown file says; every value is a text, a list or a group. */
export type Head = Record<string, unknown>;

/** A Markdown file in its parts; `fault` says in German what could not be read of its head. */
export interface ParsedFile {
  head: Head;
  text: string;
  fault?: string;
}

const load = createRequire(import.meta.url);

/** Divides a file of Hugo, Jekyll and their like: a head in YAML (---), TOML (+++) or JSON ({), and the text below. */
export function parseFile(written: string): ParsedFile {
  const source = written
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/^\s*\n(?=---|\+\+\+)/, "");
  const yaml = /^---[ \t]*\n([\s\S]*?)(?:^|\n)(?:---|\.\.\.)[ \t]*(?:\n|$)/.exec(source);
  if (yaml) return { ...readYamlHead(yaml[1] ?? ""), text: source.slice(yaml[0].length) };
  const toml = /^\+\+\+[ \t]*\n([\s\S]*?)\n\+\+\+[ \t]*(?:\n|$)/.exec(source);
  if (toml) return { ...readTomlHead(toml[1] ?? ""), text: source.slice(toml[0].length) };
  const json = /^\{\n[\s\S]*?\n\}[ \t]*(?:\n|$)/.exec(source);
  if (json) {
    try {
      return { head: JSON.parse(json[0]) as Head, text: source.slice(json[0].length) };
    } catch {
      return { head: {}, text: source, fault: "Der Kopf in JSON ist beschädigt." };
    }
  }
  return { head: {}, text: source };
}

/** Reads YAML as other systems wrote it: fields that stand twice, tabs, and colons in values are no reason to lose it. */
export function readYamlHead(written: string): { head: Head; fault?: string } {
  const { load: parse, FAILSAFE_SCHEMA } = load("js-yaml") as { load: typeof Load; FAILSAFE_SCHEMA: typeof Schema };
  for (const source of [written, written.replace(/^\t+/gm, (tabs) => "  ".repeat(tabs.length)).replace(/\t/g, " ")]) {
    try {
      const head = parse(source, { schema: FAILSAFE_SCHEMA, json: true });
      if (typeof head === "object" && head !== null && !Array.isArray(head)) return { head: head as Head };
      if (head === undefined || head === null || head === "") return { head: {} };
    } catch {
      // Read line by line below.
    }
  }
  const head = readLines(written);
  return Object.keys(head).length > 0 ? { head } : { head, fault: "Der Kopf ist kein lesbares YAML." };
}

/** The fields of a head that is no YAML, line by line: `name: value`, and below it `- value`. */
function readLines(written: string): Head {
  const head: Head = {};
  let last: string | undefined;
  for (const line of written.split("\n")) {
    const field = /^([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    const item = /^[ \t]*-[ \t]+(.*)$/.exec(line);
    const inner = /^[ \t]+([A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(.*))?$/.exec(line);
    if (inner && head[inner[1] ?? ""] === undefined) head[inner[1] ?? ""] = unquote(inner[2] ?? "");
    else if (field) {
      last = field[1] ?? "";
      head[last] = unquote(field[2] ?? "");
    } else if (item && last !== undefined) {
      const before = head[last];
      head[last] = [...(Array.isArray(before) ? (before as unknown[]) : []), unquote(item[1] ?? "")];
    } else if (/^[ \t]+\S/.test(line) && last !== undefined && typeof head[last] === "string")
      head[last] = `${head[last] as string} ${unquote(line.trim())}`.replace(/^[>|][+-]? ?/, "");
  }
  return head;
}

function unquote(written: string): unknown {
  const value = written.trim();
  const list = /^\[(.*)\]$/.exec(value)?.[1];
  if (list !== undefined)
    return list
      .split(",")
      .map((part) => unquote(part))
      .filter((part) => part !== "");
  const quoted = /^(["'])(.*)\1$/.exec(value);
  return quoted ? (quoted[2] ?? "").replaceAll(quoted[1] === "'" ? "''" : '\\"', quoted[1] ?? "") : value;
}

function readTomlHead(written: string): { head: Head; fault?: string } {
  const { parse } = load("smol-toml") as { parse: typeof Parse };
  for (const source of [written, written.replace(/\t/g, " ")]) {
    try {
      return { head: plainValues(parse(source)) as Head };
    } catch {
      // Tried once more without tabs, then line by line.
    }
  }
  const head = Object.fromEntries(
    [...written.matchAll(/^([A-Za-z_][\w-]*)[ \t]*=[ \t]*(.*)$/gm)].map(([, name = "", value = ""]) => [name, unquote(value)]),
  );
  return Object.keys(head).length > 0 ? { head } : { head, fault: "Der Kopf ist kein lesbares TOML." };
}

/** Dates, numbers and truth values as texts. */
function plainValues(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plainValues);
  if (value instanceof Date) return (value as { toISOString: () => string }).toISOString();
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainValues(one)]));
  return String(value);
}

/** The texts of a field, whether it is one, several between commas, or a list; `first` is the field that says something. */
export function textsAt(head: Head, ...names: readonly string[]): string[] {
  for (const name of names) {
    const value = valueAt(head, name);
    const list = Array.isArray(value) ? (value as unknown[]) : typeof value === "string" ? [value] : [];
    const texts = list.flatMap((one) => (typeof one === "string" && one.trim() !== "" ? [one.trim()] : []));
    if (texts.length > 0) return texts;
  }
  return [];
}

/** The text of the first field that says one; fields of a group are named with a point. */
export function textAt(head: Head, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const value = valueAt(head, name);
    if (typeof value === "string" && value.trim() !== "") return value.trim();
  }
  return undefined;
}

function valueAt(head: Head, name: string): unknown {
  let value: unknown = head;
  for (const key of name.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    const group = value as Record<string, unknown>;
    // Other systems do not tell capital letters from small ones.
    const own = Object.keys(group).find((one) => one.toLowerCase() === key.toLowerCase());
    value = own === undefined ? undefined : group[own];
  }
  return value;
}
