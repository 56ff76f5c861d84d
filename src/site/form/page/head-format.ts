import { FILE, fieldsOf, guard, settle, unguard } from "./held.ts";
import { changeFields } from "./yaml-edits.ts";
import { isGroup, pairText, type Said, sameAs } from "./yaml-text.ts";

/** The parts of a file with a head: the head's lines, the line that ends it, and the text. */
interface Parts {
  head: string;
  text: string;
}

/** Reads a file with a head between lines of three dashes, as the form holds it; throws in German where it is none. */
export function readHeaded(file: string): Said {
  const { head, text } = divide(file);
  const fields = fieldsOf(head);
  return { ...withGroups(fields), body: text, [FILE]: guard(file) };
}

/** Writes what the form holds: the file as it was, but for what was changed; a new file where there was none. */
export function writeHeaded({ body, [FILE]: kept, ...shown }: Said): string {
  const text = typeof body === "string" ? body : "";
  const file = unguard(kept);
  const fields = withoutGroups(settle(shown, false));
  if (file === undefined || isCopied(file, shown)) {
    const said = Object.entries("date" in fields ? fields : withoutCopies(fields, {}));
    return `---\n${said.map(([name, value]) => pairText(name, value, "")).join("")}---\n\n${text.trim()}\n`;
  }
  const parts = divide(file);
  const written = fieldsOf(parts.head);
  const before = withoutGroups(settle(written, true));
  const isVersion = !("date" in before || "department" in before);
  const after = isVersion ? withoutCopies(fields, before) : fields;
  // What has the name under which the form holds something else stays in the file.
  for (const name of ["body", FILE]) if (name in before) after[name] = before[name];
  const head = changeFields(parts.head, before, after);
  const start = file.indexOf("\n") + 1;
  const close = file.slice(start + parts.head.length, file.length - parts.text.length);
  return file.slice(0, start) + head + close + changeText(parts.text, text);
}

/** True where a new version in another language was handed the file of its original, which alone has a date and an office. */
export function isCopied(file: string, shown: Said): boolean {
  const names = ["date", "department"];
  return !names.some((name) => name in shown) && names.some((name) => name in fieldsOf(divide(file).head));
}

function divide(file: string): Parts {
  const first = /^---[ \t]*\n/.exec(file);
  if (!first) throw new Error("Die Datei beginnt nicht mit einem Kopf.");
  const rest = file.slice(first[0].length);
  const close = /^---[ \t]*(?:\n|$)/m.exec(rest);
  if (!close) throw new Error("Der Kopf der Datei hört nicht auf.");
  return { head: rest.slice(0, close.index), text: rest.slice(close.index + close[0].length) };
}

/** The text as it was where nothing but spaces around it differs; else the new one, begun as the old one was. */
function changeText(before: string, after: string): string {
  if (before.trim() === after.trim()) return before;
  const [begin = ""] = /^\s*/.exec(before) ?? [];
  const isSameBegin = before.trim().split("\n", 1)[0] === after.trim().split("\n", 1)[0];
  // Spaces before the first line make code of it.
  return `${isSameBegin ? begin : begin.replace(/[^\n]/g, "")}${after.trim()}\n`;
}

/** The form knows one shape of an entry; a person without a role may be written as an id alone. */
function withGroups(fields: Said): Said {
  const { people } = fields;
  return Array.isArray(people)
    ? { ...fields, people: people.map((one: unknown) => (typeof one === "string" ? { id: one } : one)) }
    : fields;
}

function withoutGroups(fields: Said): Said {
  const { people } = fields;
  const isBare = (one: unknown): one is { id: unknown } => isGroup(one) && "id" in one && Object.keys(one).length === 1;
  return Array.isArray(people) ? { ...fields, people: people.map((one: unknown) => (isBare(one) ? one.id : one)) } : { ...fields };
}

/** A language version repeats nothing of its original: what the form copied into it goes, unless it was translated or stood there. */
function withoutCopies(fields: Said, before: Said): Said {
  const left = { ...fields };
  for (const [list, word] of [
    ["people", "role"],
    ["images", "alt"],
  ] as const) {
    const entries = left[list];
    if (!Array.isArray(entries) || JSON.stringify(entries) === JSON.stringify(before[list])) continue;
    const stood = (one: unknown) => Array.isArray(before[list]) && before[list].some((other: unknown) => sameAs(other, one));
    const translated = entries.filter((one: unknown) => (isGroup(one) && one[word] !== undefined) || stood(one));
    if (translated.length > 0) left[list] = translated;
    else delete left[list];
  }
  return left;
}
