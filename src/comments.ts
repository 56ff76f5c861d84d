import { join } from "node:path";
import { z } from "zod";
import { isRefusal, parseDate } from "./dates.ts";
import { readContent } from "./files.ts";
import { readDocument } from "./front-matter.ts";
import { checkText } from "./markdown.ts";
import { compareText, error, FILE_START, hasErrors, hint, type Problem } from "./problems.ts";
import type { Comment, Release } from "./release.ts";
import { checkShape, text } from "./schema.ts";
import type { Site } from "./site.ts";

/** The front matter of an approved comment: `content/comments/YYYY/MM/slug/01-name.md`. */
export const commentSchema = z.strictObject({
  name: text(1, 80, "Name oder Pseudonym", "M. aus Connewitz"),
  date: z.string().min(4).max(40).meta({ description: "Wann der Kommentar einging", examples: ["2017-11-15T18:30"] }),
  replyTo: z.string().regex(/^[a-z0-9-]{1,100}$/).meta({ description: "Dateiname ohne .md des Kommentars, auf den dieser antwortet", examples: ["01-maria"] }).optional(),
});

/** What to read: comment files, and for an id the release they belong to (`withheld` where it is not public or refused). */
export interface CommentSource {
  folder: string;
  files: readonly { path: string; id: string }[];
  site: Site;
  target: (id: string) => Release | "withheld" | undefined;
}

/** Comments by the id of their release in the order of their dates, and what became of each file. */
export interface CommentReading {
  comments: Map<string, Comment[]>;
  read: { path: string; id: string; refused: boolean }[];
  problems: Problem[];
}

// An address of a private person must not become public by an oversight (Art. 5 GDPR).
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]*\w/;

/** Reads the approved comments of all releases. */
export function addComments({ folder, files, site, target }: CommentSource): CommentReading {
  const reading: CommentReading = { comments: new Map(), read: [], problems: [] };
  const replies: { comment: Comment; id: string; path: string; entry: { refused: boolean } }[] = [];
  for (const { path, id } of files) {
    const fullPath = join(folder, path);
    const problems: Problem[] = [];
    const comment = readComment(fullPath, site, problems);
    const release = target(id);
    if (release === undefined) {
      problems.push(error(fullPath, FILE_START, `Zu diesem Kommentar gibt es keine Meldung ${id}.`, "Der Ordner muss heißen wie die Meldung: comments/2017/11/japan-delegation/."));
    } else if (release !== "withheld" && release.comments === "off") {
      problems.push(hint(fullPath, FILE_START, "Der Kommentar erscheint nicht: Bei dieser Meldung sind Kommentare ausgeschaltet.", "Schreiben Sie in die Meldung comments: open oder comments: closed."));
    }
    const entry = { path, id, refused: hasErrors(problems) };
    reading.read.push(entry);
    reading.problems.push(...problems);
    if (comment && !entry.refused) replies.push({ comment, id, path: fullPath, entry });
  }
  const known = new Set(replies.map(({ comment, id }) => `${id}/${comment.id}`));
  for (const { comment, id, path, entry } of replies) {
    if (comment.replyTo !== undefined && (!known.has(`${id}/${comment.replyTo}`) || comment.replyTo === comment.id)) {
      reading.problems.push(error(path, { line: 2, column: 1 }, `Den Kommentar „${comment.replyTo}“, auf den dieser antwortet, gibt es nicht.`, "Schreiben Sie bei replyTo den Dateinamen jenes Kommentars ohne .md."));
      entry.refused = true;
      continue;
    }
    reading.comments.set(id, [...(reading.comments.get(id) ?? []), comment]);
  }
  for (const list of reading.comments.values()) list.sort((a, b) => a.date.instant - b.date.instant || compareText(a.id, b.id));
  return reading;
}

function readComment(path: string, site: Site, problems: Problem[]): Comment | undefined {
  const bytes = readContent(path, 50_000);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return undefined;
  }
  const { value: document, problems: found } = readDocument(bytes, path);
  problems.push(...found);
  if (!document) return undefined;
  const { value, problems: shape } = checkShape(commentSchema, document.data, path, document.locate);
  problems.push(...shape, ...checkText(document.text, path, document.textLine, { images: new Set(), attachments: new Set() }));
  if (document.text.trim() === "") problems.push(error(path, { line: document.textLine, column: 1 }, "Der Kommentar hat keinen Text.", "Schreiben Sie ihn unter die zweite Zeile ---."));
  const address = EMAIL.exec(`${value?.name ?? ""}\n${document.text}`);
  if (address) problems.push(error(path, FILE_START, "Der Kommentar enthält eine E-Mail-Adresse; sie würde öffentlich.", "Löschen Sie sie aus Name und Text."));
  if (!value) return undefined;
  const date = parseDate(value.date, site.timeZone);
  if (isRefusal(date)) {
    problems.push(error(path, document.locate(["date"]), date.message, date.remedy));
    return undefined;
  }
  const id = path.replaceAll("\\", "/").split("/").at(-1)?.replace(/\.md$/, "") ?? "";
  return { id, name: value.name, date, replyTo: value.replyTo, text: document.text };
}
