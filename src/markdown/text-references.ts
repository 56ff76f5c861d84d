import type MarkdownIt from "markdown-it";
import { error, type Position, type Problem, positionAt } from "../problems.ts";
import { isFileName, SCHEMES } from "./markdown.ts";
import { remedyForHtml, remedyForTarget } from "./text-remedies.ts";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/** What a text may refer to: the files that its front matter lists, by name. */
export interface TextFiles {
  images: ReadonlySet<string>;
  attachments: ReadonlySet<string>;
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
  const at = (offset: number): Position => positionAt(text, offset, firstLine);
  for (const token of block.children ?? []) {
    // HTML in the description of a picture would be printed as text, so it is reported too.
    const html = token.type === "html_inline" ? token : token.children?.find((child) => child.type === "html_inline");
    if (html) yield htmlProblem(path, at(seek(html.content)), html.content);
    if (token.type === "image") {
      const source = String(token.attrGet("src"));
      const offset = seek("![");
      from += 2;
      if (!files.images.has(source)) {
        yield error(
          path,
          at(offset),
          `Das Bild „${source.slice(0, 100)}“ steht nicht unter „images“ im Kopf.`,
          "Tragen Sie es dort mit file, alt und credit ein; Bilder fremder Server sind nicht möglich.",
        );
      } else if (token.content.trim() === "") {
        yield error(
          path,
          at(offset),
          `Das Bild „${source}“ hat im Text keine Beschreibung.`,
          "Schreiben Sie sie in die eckigen Klammern: ![Die Brücke mit neuem Geländer](bruecke.jpg).",
        );
      }
    } else if (token.type === "link_open") {
      const target = String(token.attrGet("href"));
      if (/^\/(?!\/)|^#/.test(target) || SCHEMES.test(target)) continue;
      if (!isFileName(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Adresse „${target.slice(0, 100)}“ führt nirgendwohin.`,
          remedyForTarget(target),
        );
      } else if (!files.attachments.has(target) && !files.images.has(target)) {
        yield error(
          path,
          at(seek(safeDecode(target))),
          `Die Datei „${target.slice(0, 100)}“ steht nicht unter „attachments“ im Kopf.`,
          "Tragen Sie sie dort mit file und title ein, oder schreiben Sie https:// vor die Adresse.",
        );
      }
    }
  }
}

/** The error for HTML in a text. */
export function htmlProblem(path: string, at: Position, html = ""): Problem {
  return error(path, at, "Hier steht HTML; im Text ist nur Markdown erlaubt.", remedyForHtml(html));
}

function safeDecode(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}
