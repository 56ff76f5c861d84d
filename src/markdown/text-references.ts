import type MarkdownIt from "markdown-it";
import { plainFileName } from "../content/violations.ts";
import { error, type Position, type Problem, positionsIn } from "../problems.ts";
import { isFileName, splitPlace } from "./markdown.ts";
import { SCHEMES } from "./parser.ts";
import { remedyForTarget } from "./text-remedies.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a text may refer to: the files that its front matter lists, by name. */
export interface TextFiles {
  images: ReadonlySet<string>;
  attachments: ReadonlySet<string>;
  /** The address of the folder in which they lie, such as `/2017/11/slug/`. */
  base?: string;
}

/** A block of a text, which begins at the line `firstLine` of its file: the offsets from its first line to the end of its last. */
export interface Block {
  text: string;
  firstLine: number;
  from: number;
  to: number;
}

/** Reports HTML, pictures and links of a block that cannot be published; `block` is its token of type `inline`. */
export function* checkReferences(
  block: Token,
  path: string,
  { text, firstLine, from: start, to }: Block,
  files: TextFiles,
): Generator<Problem> {
  let from = start;
  const seek = (needle: string): number => {
    const found = text.indexOf(needle.split("\n", 1)[0] ?? "", from);
    if (found < 0 || found >= to) return from;
    from = found;
    return found;
  };
  const at = positionsIn(text, firstLine);
  for (const token of block.children ?? []) {
    // HTML in the description of a picture would be printed as text, so it is reported too.
    const html = token.type === "html_inline" ? token : token.children?.find((child) => child.type === "html_inline");
    if (html) yield htmlProblem(path, at(seek(html.content)), html.content);
    if (token.type === "image") {
      const source = String(token.attrGet("src"));
      const offset = seek("![");
      from += 2;
      if (!files.images.has(source)) {
        const meant = meantFile(source, files.images);
        if (files.base === undefined) {
          const remedy = "Schreiben Sie, was darauf zu sehen ist, oder verlinken Sie eine Meldung, die es zeigt.";
          yield error(
            "picture-outside-release",
            path,
            at(offset),
            "Bilder stehen nur in Meldungen, nicht in Seiten und Kommentaren.",
            remedy,
          );
        } else
          yield error(
            "picture-not-listed",
            path,
            at(offset),
            `Das Bild „${safeDecode(source).slice(0, 100)}“ steht nicht unter „images“ im Kopf.`,
            meant === undefined
              ? "Tragen Sie es dort mit file, alt und credit ein; Bilder fremder Server sind nicht möglich."
              : `Schreiben Sie: ![${token.content}](${meant})`,
          );
      } else if (token.content.trim() === "") {
        yield error(
          "picture-without-description",
          path,
          at(offset),
          `Das Bild „${source}“ hat im Text keine Beschreibung.`,
          "Schreiben Sie sie in die eckigen Klammern: ![Die Brücke mit neuem Geländer](bruecke.jpg).",
        );
      }
    } else if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      const { file } = splitPlace(target);
      if (/^\/(?!\/)|^#/.test(target) || SCHEMES.test(target)) continue;
      if (isFileName(file) && (files.attachments.has(file) || files.images.has(file))) continue;
      const defined = definitionOf(target, text, start, to);
      const meant = meantFile(target, [...files.attachments, ...files.images]);
      const [id, message, remedy] = isFileName(file)
        ? ([
            "attachment-not-listed",
            `Die Datei „${file.slice(0, 100)}“ steht nicht unter „attachments“ im Kopf.`,
            "Tragen Sie sie dort mit file und title ein, oder schreiben Sie https:// vor die Adresse.",
          ] as const)
        : (["link-leads-nowhere", `Die Adresse „${target.slice(0, 100)}“ führt nirgendwohin.`, remedyForTarget(target)] as const);
      const instead = meant === undefined ? remedy : `Schreiben Sie den Namen, wie er im Kopf steht: (${meant})`;
      if (defined && !isFileName(file)) {
        const written = `Ist die Zeile keine Adresse, sondern Text, schreiben Sie: \\${defined.written.slice(0, 60)}`;
        yield error(id, path, at(defined.offset), message, written);
      } else yield error(id, path, at(seek(safeDecode(target))), message, instead);
    }
  }
}

/** The listed file that is meant by a name in other letters, with spaces, or below other folders. */
function meantFile(target: string, listed: Iterable<string>): string | undefined {
  const plain = plainFileName(splitPlace(safeDecode(target)).file);
  return plain === undefined ? undefined : [...listed].find((file) => plainFileName(file) === plain);
}

/** The line outside of a block that defines an address for a link that only names it; undefined where the block itself says it. */
function definitionOf(target: string, text: string, from: number, to: number): { offset: number; written: string } | undefined {
  const plain = safeDecode(target);
  if (plain === "" || text.slice(from, to).includes(plain)) return undefined;
  const line = [...text.matchAll(/^[ \t>]*(\[[^\]]+\]:[ \t]*(\S.*))$/gm)].find(([, , address = ""]) => address.startsWith(plain));
  return line && { offset: line.index + line[0].indexOf("["), written: line[1] ?? "" };
}

/** What to write in place of an element of HTML. */
const INSTEAD: [element: RegExp, remedy: string][] = [
  [
    /^<\/?br\b/i,
    "Beenden Sie die Zeile mit \\ und schreiben Sie auf der nächsten weiter; in einer Tabelle nehmen Sie ein Komma oder eine Zeile mehr.",
  ],
  [/^<\/?su[bp]\b/i, "Schreiben Sie die hoch- oder tiefgestellten Zeichen selbst: m², 10⁻³, 1ᵉʳ, CO₂, H₂O."],
  [/^<\/?(?:b|strong)\b/i, "Schreiben Sie zwei Sterne um die Wörter: **fett**"],
  [/^<\/?(?:i|em|cite)\b/i, "Schreiben Sie einen Stern um die Wörter: *hervorgehoben*"],
  [
    /^<\/?(?:u|ins|small|font|center|span)\b/i,
    "Lassen Sie die Auszeichnung weg, oder schreiben Sie zwei Sterne um die Wörter: **wichtig**",
  ],
  [/^<\/?a\b/i, "Schreiben Sie: [Worte des Links](https://www.stadt.example/)"],
  [/^<\/?img\b/i, "Schreiben Sie: ![Was auf dem Bild zu sehen ist](bild.jpg), und tragen Sie das Bild unter images ein."],
  [/^<\/?h[1-6]\b/i, "Schreiben Sie: ## Zwischenüberschrift"],
  [/^<\/?(?:[uo]l|li)\b/i, "Schreiben Sie vor jeden Punkt einen Strich und ein Leerzeichen: - Punkt"],
  [/^<\/?(?:p|div|section)\b/i, "Lassen Sie zwischen Absätzen eine Zeile leer."],
  [/^<\/?(?:table|t[rdh]|thead|tbody)\b/i, "Schreiben Sie Zellen zwischen senkrechte Striche: | Jahr | Gäste | und darunter | --- | --- |"],
  [/^<\/?hr\b/i, "Schreiben Sie in eine eigene Zeile: * * *"],
  [/^<\/?(?:q|blockquote)\b/i, "Schreiben Sie Anführungszeichen, oder ein > vor jede Zeile des Zitats."],
  [/^<!--/, "Löschen Sie die Anmerkung; im Text sähe sie jeder."],
];

/** The error for HTML in a text; `written` is what stands there. */
export function htmlProblem(path: string, at: Position, written: string): Problem {
  const instead = INSTEAD.find(([element]) => element.test(written.trimStart()))?.[1];
  return error(
    "html-in-text",
    path,
    at,
    "Hier steht HTML; im Text ist nur Markdown erlaubt.",
    instead ?? "Schreiben Sie es in Markdown; ein einzelnes < als Zeichen schreiben Sie \\<.",
  );
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
