import { gunzipSync, inflateRawSync, inflateSync } from "node:zlib";
import { CUT } from "../../site/search/words.ts";

/** How text is got out of a kind of file: of `path`, or undefined where it is of another kind. */
type Decoder = (path: string, bytes: Buffer) => Iterable<Uint8Array> | undefined;

/**
 * The kinds of files that hold text in another form than as it stands. A new kind of output that hides its text (packed, encoded) is a line
 * here; what none of them knows is read as it stands.
 */
const DECODERS: readonly Decoder[] = [calendar, drawn, searched, packed, archived, portableDocument];

/** Photos are made by the build itself, without a word in them; fonts and programs come with the software. */
const WITHOUT_TEXT = /\.(jpg|webp|ico|woff2|wasm|pagefind|mp3|mp4)$/;

/** The texts that a file of the site holds, as bytes in UTF-8. */
export function textsIn(path: string, bytes: Buffer): Iterable<Uint8Array> {
  if (WITHOUT_TEXT.test(path)) return [];
  for (const decoder of DECODERS) {
    const texts = decoder(path, bytes);
    if (texts) return texts;
  }
  return [bytes];
}

/** Calendar files break long lines within words (RFC 5545, 3.1). */
function calendar(path: string, bytes: Buffer): Uint8Array[] | undefined {
  return path.endsWith(".ics") ? [Buffer.from(bytes.toString("utf8").replace(/\r?\n[ \t]/g, ""))] : undefined;
}

/** What is drawn says as text what it shows (W3C PNG, 11.3.3.4): nobody finds a word among pixels. */
function drawn(path: string, bytes: Buffer): Uint8Array[] | undefined {
  if (!path.endsWith(".png")) return undefined;
  const texts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += bytes.readUInt32BE(at) + 12)
    if (bytes.toString("latin1", at + 4, at + 8) === "iTXt") texts.push(bytes.subarray(at + 8, at + 8 + bytes.readUInt32BE(at)));
  return texts;
}

/** What `searchedText` puts between the text, the summary, captions and names, as the bytes of UTF-8 read as Latin-1: each is a part. */
const BETWEEN_PIECES = Buffer.from(" · ").toString("latin1");

/** The search's texts show where compounds are cut; a public compound's second half begins no sentence of its own. */
function searched(path: string, bytes: Buffer): Uint8Array[] | undefined {
  const texts = path.endsWith(".pf_fragment") ? packed(path, bytes) : undefined;
  return texts?.map((text) =>
    Buffer.from(Buffer.from(text).toString("latin1").replaceAll(CUT, "").replaceAll(BETWEEN_PIECES, "\n\n"), "latin1"),
  );
}

/** What is packed with gzip, whatever it is called; Pagefind puts a mark before its texts. */
function packed(_path: string, bytes: Buffer): Uint8Array[] | undefined {
  return bytes[0] === 0x1f && bytes[1] === 0x8b ? [unpack(() => gunzipSync(bytes))] : undefined;
}

/** Office documents and other archives (ZIP): all texts in them, and the names. */
function archived(_path: string, bytes: Buffer): Uint8Array[] | undefined {
  if (bytes.toString("latin1", 0, 4) !== "PK\x03\x04") return undefined;
  const texts: Uint8Array[] = [];
  for (let at = bytes.indexOf("PK\x01\x02", 0, "latin1"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 46, "latin1")) {
    if (at + 46 > bytes.length) break;
    const [method, size, name] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28)];
    const header = bytes.readUInt32LE(at + 42);
    texts.push(bytes.subarray(at + 46, at + 46 + name));
    if (header + 30 > bytes.length) continue;
    const begin = header + 30 + bytes.readUInt16LE(header + 26) + bytes.readUInt16LE(header + 28);
    const content = bytes.subarray(begin, begin + size);
    texts.push(method === 8 ? unpack(() => inflateRawSync(content)) : content);
  }
  return texts;
}

/**
 * A PDF as it stands, with its streams unpacked: what it says of itself stands there as text (ISO 32000-1, 14.3), letters on pages often
 * not.
 */
function portableDocument(path: string, bytes: Buffer): Uint8Array[] | undefined {
  if (!path.endsWith(".pdf")) return undefined;
  const texts: Uint8Array[] = [describing(bytes)];
  for (let at = bytes.indexOf("stream", 0, "latin1"); at >= 0; at = bytes.indexOf("stream", at + 6, "latin1")) {
    if (bytes.toString("latin1", at - 3, at) === "end") continue;
    const begin = at + (bytes[at + 6] === 13 ? 8 : 7);
    const end = bytes.indexOf("endstream", begin, "latin1");
    if (end > 0 && bytes[begin] === 0x78) texts.push(describing(unpack(() => inflateSync(bytes.subarray(begin, end)))));
  }
  return texts;
}

/** Strings of a PDF in UTF-16 become UTF-8; all else stays. */
function describing(bytes: Buffer): Buffer {
  const text = bytes.toString("latin1");
  const hex = text.replace(/<(FEFF[0-9A-F]+)>/gi, (_whole, digits: string) => `(${utf16(Buffer.from(digits, "hex"))})`);
  const literal = hex.replace(/\(\xfe\xff((?:[^()\\]|\\[\s\S])*)\)/g, (_whole, inner: string) => {
    const plain = inner.replace(/\\([()\\])/g, "$1");
    return `(${utf16(Buffer.from(`\xfe\xff${plain}`, "latin1"))})`;
  });
  return Buffer.from(literal, "latin1");
}

function utf16(bytes: Buffer): string {
  const even = bytes.subarray(2, bytes.length - (bytes.length % 2));
  return Buffer.from(Buffer.from(even).swap16().toString("utf16le"), "utf8").toString("latin1");
}

/** A part that is damaged holds nothing that could be read. */
function unpack(read: () => Buffer): Buffer {
  try {
    return read();
  } catch {
    return Buffer.alloc(0);
  }
}
