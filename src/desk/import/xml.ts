import { createReadStream } from "node:fs";
import { createRequire } from "node:module";
import type Sax from "sax";

/** An element with what stands in it; the text of one that says `type="xhtml"` (Atom) is its markup. */
export interface XmlElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  text: string;
  children: readonly XmlElement[];
}

/** What only hold others: what stands in these is given one by one. */
const CONTAINERS = new Set(["rss", "channel", "feed", "rdf:RDF", "atom:feed"]);

/** Most characters of one element, and most elements within each other: more has no text, but a hostile file does. */
const TEXT_MAX = 4_000_000;
const DEPTH_MAX = 60;

/** After so many faults a file is no XML. */
const FAULTS_MAX = 200;

interface Open {
  name: string;
  attributes: Record<string, string>;
  parts: string[];
  size: number;
  children: XmlElement[];
}

/**
 * The elements of a feed or an export, one after the other as the file is read, so that a large one is never in memory as a whole. What is
 * damaged is told in `faults`, and what can be read of it is given all the same. Entities that a file declares itself are not resolved.
 */
export async function* readElements(file: string, faults: string[]): AsyncGenerator<XmlElement> {
  const sax = createRequire(import.meta.url)("sax") as typeof Sax;
  const parser = sax.parser(true, { strictEntities: false, position: true } as Sax.SAXOptions);
  let ready: XmlElement[] = [];
  let count = 0;
  const open: Open[] = [];
  let skipped = 0;
  // How deep within an element whose markup is its text.
  let within = 0;
  const isContainer = () => open.every(({ name }) => CONTAINERS.has(name));
  const add = (text: string) => {
    const last = open.at(-1);
    if (!last || skipped > 0 || CONTAINERS.has(last.name) || last.size > TEXT_MAX) return;
    last.parts.push(text);
    last.size += text.length;
  };
  parser.onopentag = ({ name, attributes }) => {
    if (within > 0 || open.at(-1)?.attributes.type === "xhtml") {
      within++;
      add(openTag(name, attributes as Record<string, string>));
    } else if (open.length >= DEPTH_MAX) skipped++;
    else open.push({ name, attributes: attributes as Record<string, string>, parts: [], size: 0, children: [] });
  };
  parser.onclosetag = (ended) => {
    if (within > 0) {
      within--;
      add(`</${ended.replace(/^\w+:/, "")}>`);
      return;
    }
    if (skipped > 0) {
      skipped--;
      return;
    }
    const closed = open.pop();
    if (!closed || CONTAINERS.has(closed.name)) return;
    const { name, attributes, parts, children } = closed;
    const element = { name, attributes, text: parts.join(""), children };
    if (isContainer()) ready.push(element);
    else open.at(-1)?.children.push(element);
  };
  const addText = (text: string) => add(within > 0 ? escapeHtml(text) : text);
  parser.ontext = addText;
  parser.oncdata = addText;
  parser.onerror = (thrown) => {
    count++;
    if (faults.length < 5) faults.push(`${file}:${parser.line + 1}: ${thrown.message.split("\n")[0]}`);
    parser.error = null as never;
    parser.resume();
  };
  let decoder: TextDecoder | undefined;
  for await (const chunk of createReadStream(file, { highWaterMark: 1 << 18 })) {
    decoder ??= decoderOf(chunk as Buffer);
    write(decoder.decode(chunk as Buffer, { stream: true }));
    yield* ready;
    ready = [];
    if (count > FAULTS_MAX) throw new Error(`${file}: Das ist kein lesbares XML (${faults[0] ?? ""}).`);
  }
  try {
    parser.close();
  } catch {
    // What is missing at the end was told already.
  }
  if (open.length > 0) faults.push(`${file}: Die Datei bricht ab; übernommen ist, was davor steht. Holen Sie sie noch einmal.`);
  yield* ready;

  function write(text: string): void {
    try {
      // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them, exports hold them.
      parser.write(text.replace(/[\x00-\x08\x0b\x0c\x0e-\x1f]/g, ""));
    } catch (thrown) {
      parser.onerror?.(thrown as Error);
    }
  }
}

function openTag(name: string, attributes: Record<string, string>): string {
  const named = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeHtml(value).replaceAll('"', "&quot;")}"`);
  return `<${name.replace(/^\w+:/, "")}${named.join("")}>`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}

/** The decoder that a file names in its first line; what calls itself Latin-1 is Windows-1252 (WHATWG Encoding). */
function decoderOf(first: Buffer): TextDecoder {
  if (first[0] === 0xff && first[1] === 0xfe) return new TextDecoder("utf-16le");
  if (first[0] === 0xfe && first[1] === 0xff) return new TextDecoder("utf-16be");
  const named = /^[^>]*encoding\s*=\s*["']([\w.:-]+)["']/.exec(first.subarray(0, 300).toString("latin1"))?.[1] ?? "utf-8";
  try {
    return new TextDecoder(named);
  } catch {
    return new TextDecoder("utf-8");
  }
}

/** The text of the first child of a name, without the space around it; undefined where there is none or it says nothing. */
export function textOf({ children }: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const text = children.find((child) => child.name === name)?.text.trim();
    if (text) return text;
  }
  return undefined;
}

/** All children of a name. */
export function childrenNamed({ children }: XmlElement, ...names: readonly string[]): XmlElement[] {
  return children.filter(({ name }) => names.includes(name));
}
