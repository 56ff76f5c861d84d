import mammoth from "mammoth";
import { pack, unpack } from "./zip.ts";

/** A Word document as HTML, with its pictures by the names that the HTML gives them (`bild:0`), and what was left out, in German. */
export interface WordDocument {
  html: string;
  pictures: ReadonlyMap<string, Uint8Array>;
  warnings: readonly string[];
}

/** The styles that Word, LibreOffice and German templates have for headings, titles, quotations and captions, by their names and ids. */
const STYLES = [
  ...[1, 2, 3, 4, 5, 6].flatMap((level) =>
    [`[style-name='Überschrift ${level}']`, `.berschrift${level}`, `.Überschrift${level}`].map((style) => `p${style} => h${level}:fresh`),
  ),
  ...["[style-name='Title']", "[style-name='Titel']", ".Titel", ".Title"].map((style) => `p${style} => p.title:fresh`),
  ...["[style-name='Subtitle']", "[style-name='Untertitel']", ".Untertitel"].map((style) => `p${style} => p.subtitle:fresh`),
  ...["Quote", "Zitat", "Intense Quote", "Intensives Zitat", "Quotations", "Block Text", "Blocktext"].map(
    (name) => `p[style-name='${name}'] => blockquote > p:fresh`,
  ),
  ...["caption", "Caption", "Beschriftung", "Illustration"].map((name) => `p[style-name='${name}'] => p.caption:fresh`),
  "r[style-name='Fett'] => strong",
  "r[style-name='Hervorhebung'] => em",
  "r[style-name='Emphasis'] => em",
  "br[type='page'] => ",
];

/** The HTML of a Word document (.docx); throws in German where it is none, and says what it is instead. */
export async function readWord(bytes: Uint8Array): Promise<WordDocument> {
  const files = unpack(bytes);
  if (!files) throw new Error("Die Datei ist beschädigt oder unvollständig. Übertragen oder speichern Sie sie noch einmal.");
  const main = mainPart(files);
  if (main === undefined) throw new Error(`Das ist ${whatElse(files)}. Öffnen Sie es, und speichern Sie es als Word-Dokument (.docx).`);
  const pictures = new Map<string, Uint8Array>();
  const options = {
    styleMap: STYLES,
    idPrefix: "",
    externalFileAccess: false,
    convertImage: mammoth.images.imgElement(async (image) => {
      const name = `bild:${pictures.size}`;
      pictures.set(name, await image.readAsBuffer());
      return { src: name };
    }),
  };
  try {
    const { value } = await mammoth.convertToHtml({ buffer: pack(files) }, options);
    return { html: value, pictures, warnings: warningsOf(files, main) };
  } catch (thrown) {
    throw new Error("Das Word-Dokument lässt sich nicht lesen. Öffnen Sie es in Word, und speichern Sie es noch einmal als .docx.", {
      cause: thrown,
    });
  }
}

/** The name of the file that holds the text (ECMA-376, part 2: relationship `officeDocument`); undefined where there is none of Word. */
function mainPart(files: ReadonlyMap<string, Uint8Array>): string | undefined {
  const named = /<Relationship\b[^>]*officeDocument"[^>]*>/.exec(textOf(files, "_rels/.rels"))?.[0] ?? "";
  const target = /Target="\/?([^"]+)"/.exec(named)?.[1] ?? "word/document.xml";
  return files.has(target) && /<(?:\w+:)?document\b/.test(textOf(files, target)) ? target : undefined;
}

function whatElse(files: ReadonlyMap<string, Uint8Array>): string {
  const names = [...files.keys()];
  if (/opendocument\.text/.test(textOf(files, "mimetype"))) return "ein Dokument von LibreOffice (.odt)";
  if (names.some((name) => name.startsWith("xl/"))) return "eine Tabelle von Excel";
  if (names.some((name) => name.startsWith("ppt/"))) return "eine Präsentation von PowerPoint";
  if (/\.pages$|^index\/document\.iwa$/i.test(names.join("\n"))) return "ein Dokument von Pages";
  return "ein ZIP-Archiv und kein Word-Dokument";
}

/** What the text as it was taken does not hold: remarks, changes that nobody has settled, heads and feet of pages. */
function warningsOf(files: ReadonlyMap<string, Uint8Array>, main: string): string[] {
  const text = textOf(files, main);
  const warnings: string[] = [];
  const remarks = textOf(files, "word/comments.xml").match(/<w:comment\b/g)?.length ?? 0;
  if (remarks > 0)
    warnings.push(`Das Dokument enthält ${remarks === 1 ? "einen Kommentar" : `${remarks} Kommentare`} von Word; nicht übernommen.`);
  if (/<w:(?:ins|del|moveFrom|moveTo)\b/.test(text))
    warnings.push(
      "Das Dokument enthält nachverfolgte Änderungen; übernommen ist der Text, als wären alle angenommen. Lesen Sie ihn durch.",
    );
  const around = [...files.keys()].filter((name) => /^word\/(?:header|footer)\d*\.xml$/.test(name));
  const words = around.map((name) => plainOf(textOf(files, name))).filter((line) => /\p{L}/u.test(line));
  if (words.length > 0) warnings.push(`Kopf- und Fußzeilen sind nicht übernommen: „${[...new Set(words)].join("“, „").slice(0, 120)}“.`);
  return warnings;
}

function textOf(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  return new TextDecoder().decode(files.get(name) ?? new Uint8Array());
}

function plainOf(xml: string): string {
  return xml
    .replace(/<w:instrText\b[^>]*>[^<]*<\/w:instrText>/g, "")
    .replace(/<\/w:p>|<w:(?:tab|br)\b[^>]*>/g, " ")
    .replace(/<[^>]*>/g, "")
    .replace(/\s+/g, " ")
    .trim();
}
