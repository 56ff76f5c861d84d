import type { Language } from "../addresses.ts";
import { mainLanguage } from "../languages.ts";
import { fill } from "../messages.ts";
import { error, hint, type Position, type Problem } from "../problems.ts";
import { type Ends, readEnds } from "./files.ts";
import { checkFile, fileEnding, isPictureName } from "./media.ts";
import type { Attachment } from "./release/attachment.ts";

/** A kind of file that may be attached: its media type (IANA) and how its content shows that it is one. */
interface Kind {
  type: string;
  holds: (ends: Ends) => boolean;
}

const begins =
  (...beginnings: readonly string[]) =>
  (ends: Ends) =>
    beginnings.some((beginning) => ends.head.subarray(0, beginning.length).equals(Buffer.from(beginning, "latin1")));
const isZip = begins("PK\x03\x04");

/** Every reader finds the header of a PDF behind a byte order mark or a few lines of a mail program (ISO 32000-1, annex H.3.4.1). */
const isPdf = ({ head }: Ends) => {
  const start = head.toString("latin1", 0, 1024);
  return /^(\xef\xbb\xbf)?(?!MZ|PK|#!)[\t\r\n\x20-\x7e]*?%PDF-/.test(start) && !PAGE.test(start);
};

/** OpenDocument and EPUB: a ZIP whose first entry says what it is (OpenDocument 1.3, part 2, 3.3). */
const open = (type: string): Kind => ({
  type,
  holds: (ends) => isZip(ends) && ends.head.subarray(0, 200).includes(`mimetype`) && ends.head.subarray(0, 200).includes(type),
});

/** Office Open XML: a ZIP with a folder for its kind of document, and without macros, as these could run when it is opened. */
const office = (kind: string, folder: string): Kind => ({
  type: `application/vnd.openxmlformats-officedocument.${kind}`,
  holds: (ends) => isZip(ends) && (ends.tail.includes(folder) || ends.head.includes(folder)) && !ends.tail.includes("vbaProject"),
});

/** Text that no browser takes for a page, even where a server names no media type (WHATWG MIME Sniffing). */
const isText = ({ head, size }: Ends) =>
  size > 0 && !head.some((byte) => byte < 9 || (byte > 13 && byte < 32)) && !PAGE.test(head.toString("latin1", 0, 1024));
const PAGE_TAGS =
  "!doctype|!--|\\?xml|html|head|body|script|style|iframe|svg|title|table|div|font|h1|img|meta|link|object|embed|form|a|b|br|p";
const PAGE = new RegExp(`^(?:\\xef\\xbb\\xbf)?\\s*(?:<(?:${PAGE_TAGS})\\b|<!--|<\\?|#!)`, "i");
const text = (type: string, pattern = /^/): Kind => ({
  type,
  holds: (ends) => isText(ends) && pattern.test(ends.head.toString("latin1", 0, 1024)),
});

/** What may be attached: documents and data. Not pages, SVG, scripts, programs and macros, which a browser or a double click would run. */
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ["pdf", { type: "application/pdf", holds: (ends) => isPdf(ends) && ends.tail.includes("%%EOF") }],
  ["csv", text("text/csv")],
  ["txt", text("text/plain")],
  ["odt", open("application/vnd.oasis.opendocument.text")],
  ["ods", open("application/vnd.oasis.opendocument.spreadsheet")],
  ["odp", open("application/vnd.oasis.opendocument.presentation")],
  ["docx", office("wordprocessingml.document", "word/")],
  ["xlsx", office("spreadsheetml.sheet", "xl/")],
  ["pptx", office("presentationml.presentation", "ppt/")],
  ["rtf", { type: "application/rtf", holds: begins("{\\rtf") }],
  ["epub", open("application/epub+zip")],
  ["zip", { type: "application/zip", holds: isZip }],
  ["ics", text("text/calendar", /^(?:\xef\xbb\xbf)?BEGIN:VCALENDAR/i)],
  ["json", text("application/json", /^(?:\xef\xbb\xbf)?\s*[[{"\dtfn-]/)],
  ["geojson", text("application/geo+json", /^(?:\xef\xbb\xbf)?\s*\{/)],
  ["mp3", { type: "audio/mpeg", holds: begins("ID3", "\xff\xfb", "\xff\xfa", "\xff\xf3", "\xff\xf2") }],
  ["mp4", { type: "video/mp4", holds: ({ head }) => head.toString("latin1", 4, 8) === "ftyp" }],
  ["vtt", text("text/vtt", /^(?:\xef\xbb\xbf)?WEBVTT/)],
]);

/** The media types (IANA) of all that may be attached, by ending. */
export const ATTACHMENT_TYPES: Readonly<Record<string, string>> = Object.fromEntries(
  Array.from(KINDS, ([ending, { type }]) => [ending, type]),
);

/** What a file is that is not what its name says; the words continue the sentence "Die Anlage heißt .pdf, aber sie …". */
const DISGUISES: readonly [string, (ends: Ends) => boolean][] = [
  ["ist leer", ({ size }) => size === 0],
  ["enthält ein Windows-Programm", begins("MZ")],
  ["enthält ein Programm", begins("\x7fELF", "\xcf\xfa\xed\xfe", "\xca\xfe\xba\xbe")],
  ["enthält ein Skript", begins("#!")],
  ["enthält eine Webseite oder XML", ({ head }) => PAGE.test(head.toString("latin1", 0, 1024))],
  ["enthält Makros, die beim Öffnen laufen könnten", (ends) => isZip(ends) && ends.tail.includes("vbaProject")],
  ["bricht ab; wohl wurde sie nicht ganz übertragen", (ends) => isPdf(ends) && !ends.tail.includes("%%EOF")],
  ["enthält ein PDF", isPdf],
  ["enthält ein ZIP-Archiv oder ein anderes Office-Dokument", isZip],
  ["enthält ein altes Office-Dokument (DOC, XLS, PPT)", begins("\xd0\xcf\x11\xe0")],
  ["enthält ein Bild", begins("\xff\xd8\xff", "\x89PNG", "GIF8", "RIFF")],
  ["enthält Text in einer anderen Zeichenkodierung (UTF-16)", begins("\xff\xfe", "\xfe\xff")],
];

/** Checks that an attachment is of a kind that may be published, is what its name says, and is not too large. */
export function checkAttachment(source: string, path: string, at: Position): Problem[] {
  const ending = fileEnding(source);
  const kinds = [...KINDS.keys()].join(", ");
  const kind = KINDS.get(ending);
  const remedy = isPictureName(source) ? "Tragen Sie das Bild unter images ein, mit alt und credit." : `Möglich sind: ${kinds}.`;
  if (!kind) return [error("attachment-kind-unknown", path, at, `„.${ending}“ ist keine Art von Anlage, die veröffentlicht wird.`, remedy)];
  const problems = checkFile(source, path, at);
  if (problems.length > 0) return problems;
  const ends = readEnds(source);
  if (!kind.holds(ends)) {
    const found = DISGUISES.find(([, isOne]) => isOne(ends))?.[0] ?? "enthält etwas anderes";
    return [
      error(
        "attachment-disguised",
        path,
        at,
        `Die Anlage heißt .${ending}, aber sie ${found}.`,
        "Speichern Sie sie in ihrem Programm neu, oder geben Sie ihr die richtige Endung.",
      ),
    ];
  }
  return kind.type.startsWith("text/") && !isUtf8(ends)
    ? [
        hint(
          "attachment-not-utf8",
          path,
          at,
          "Die Anlage ist nicht in UTF-8 geschrieben; Umlaute könnten falsch erscheinen.",
          "Speichern Sie sie als UTF-8.",
        ),
      ]
    : [];
}

function isUtf8({ head }: Ends): boolean {
  try {
    // `stream` allows for a last character that is incomplete, because only the beginning of a long file was read.
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** True for a file that browsers play: a film or a recording. */
export function isPlayable(file: string): boolean {
  return /^(audio|video)\//.test(mediaType(file));
}

/** True for a recording of sound alone. */
export function isSound(file: string): boolean {
  return mediaType(file).startsWith("audio/");
}

/** The media type (IANA) of an attachment by the ending of its name, for feeds and data. `checkAttachment` compares it with the content. */
export function mediaType(file: string): string {
  return KINDS.get(fileEnding(file))?.type ?? "application/octet-stream";
}

/**
 * What kind of file an attachment is and how large, as stands beside its link: "PDF, 1,2 MB"; the size alone where the link (`said`) says
 * the kind already. `phrase` joins `{kind}` and `{size}`.
 */
export function describeFile(
  { file, size }: Pick<Attachment, "file" | "size">,
  { language, phrase, said = "" }: { language: Language; phrase: string; said?: string },
): string {
  const kind = fileEnding(file).toUpperCase();
  const amount = formatSize(size, language);
  return said.includes(kind) ? amount : fill(phrase, { kind, size: amount });
}

/** A size in bytes for readers, 1 KB being 1000 bytes; a space that does not break stands between number and unit. */
function formatSize(bytes: number, language: Language): string {
  const isLarge = bytes >= 999_500;
  const amount = isLarge ? bytes / 1_000_000 : Math.max(1, bytes / 1000);
  const number = amount.toLocaleString(mainLanguage(language), { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${number}\u00a0${isLarge ? "MB" : "KB"}`;
}
