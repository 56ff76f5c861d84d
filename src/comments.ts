import { join } from "node:path";
import { z } from "zod";
import type { Account, Ledger } from "./archive/ledger.ts";
import type { Text } from "./archive/texts.ts";
import { isRefusal, parseDate } from "./dates.ts";
import { readContent } from "./files.ts";
import { readDocument } from "./front-matter.ts";
import { checkText } from "./markdown.ts";
import { compareText, error, FILE_START, hasErrors, hint, type Position, type Problem } from "./problems.ts";
import type { Comment, Release } from "./release/release.ts";
import { checkShape, text } from "./schema.ts";
import type { Site } from "./site.ts";

/** The front matter of an approved comment: `content/comments/YYYY/MM/slug/01-name.md`. */
export const commentSchema = z.strictObject({
  name: text(1, 80, "Name oder Pseudonym", "M. aus Connewitz"),
  date: z
    .string()
    .min(4)
    .max(40)
    .meta({ description: "Wann der Kommentar einging", examples: ["2017-11-15T18:30"] }),
  replyTo: z
    .string()
    .regex(/^[a-z0-9-]{1,100}$/)
    .meta({ description: "Dateiname ohne .md des Kommentars, auf den dieser antwortet", examples: ["01-maria"] })
    .optional(),
});

/** Comment files, the releases they may belong to, and which of these are shown. */
export interface CommentSource {
  folder: string;
  files: readonly { path: string; id: string }[];
  site: Site;
  originals: ReadonlyMap<string, Text<Release>>;
  isShown: (text: Text<Release> | undefined) => boolean;
  ledger: Ledger;
}

interface ReadComment {
  id: string;
  account: Account;
  comment: Comment;
  replyAt: Position;
}

/** Largest comment in bytes: ten pages. */
const COMMENT_BYTES_MAX = 50_000;

// An address of a private person must not become public by an oversight (Art. 5 GDPR).
const EMAIL = /[\w.+-]+@[\w-]+\.[\w.-]*\w/;

/** Reads the approved comments of all releases, by the id of their release and in the order of their dates. */
export function readComments({ folder, files, site, originals, isShown, ledger }: CommentSource): Map<string, Comment[]> {
  const sound: ReadComment[] = [];
  for (const { path, id } of files) {
    const account = ledger.open(join(folder, path));
    const problems: Problem[] = [];
    const read = readComment(account.path, site, problems);
    const release = originals.get(id);
    if (!release) {
      problems.push(
        error(account.path, FILE_START, `Zu diesem Kommentar gibt es keine Meldung ${id}.`, "Der Ordner muss heißen wie die Meldung: comments/2017/11/japan-delegation/."),
      );
    } else if (release.value?.comments === "off") {
      problems.push(
        hint(
          account.path,
          FILE_START,
          "Der Kommentar erscheint nicht: Bei dieser Meldung sind Kommentare ausgeschaltet.",
          "Schreiben Sie in die Meldung comments: open oder comments: closed.",
        ),
      );
    }
    ledger.report(problems);
    if (!read || hasErrors(problems)) account.outcome = "refused";
    else sound.push({ id, account, ...read });
  }
  refuseOrphans(sound, ledger);
  const comments = new Map<string, Comment[]>();
  for (const { id, account, comment } of sound) {
    const release = originals.get(id);
    if (account.outcome === "refused") continue;
    if (!isShown(release) || release?.value?.withdrawn || release?.value?.comments === "off") {
      account.outcome = "original";
    } else {
      account.outcome = "published";
      comments.set(id, [...(comments.get(id) ?? []), comment]);
    }
  }
  for (const list of comments.values()) for (const comment of list) comment.replyTo = rootOf(comment, list);
  for (const list of comments.values()) list.sort((a, b) => a.date.instant - b.date.instant || compareText(a.id, b.id));
  return comments;
}

/** An answer needs what it answers: where that is missing or refused it is refused too, and so on down the chain. */
function refuseOrphans(read: readonly ReadComment[], ledger: Ledger): void {
  const known = new Map(read.map((entry) => [`${entry.id}/${entry.comment.id}`, entry]));
  for (let isSettled = false; !isSettled; ) {
    isSettled = true;
    for (const [key, { id, account, comment, replyAt }] of known) {
      if (comment.replyTo === undefined || (comment.replyTo !== comment.id && known.has(`${id}/${comment.replyTo}`))) continue;
      known.delete(key);
      isSettled = false;
      account.outcome = "refused";
      ledger.report([
        error(
          account.path,
          replyAt,
          `Den Kommentar „${comment.replyTo}“, auf den dieser antwortet, gibt es nicht.`,
          "Schreiben Sie bei replyTo den Dateinamen jenes Kommentars ohne .md.",
        ),
      ]);
    }
  }
}

/** Answers are nested once: an answer to an answer stands with it under the comment that began. */
function rootOf(comment: Comment, list: readonly Comment[]): string | undefined {
  const seen = new Set<string>([comment.id]);
  let root = comment.replyTo;
  for (let next = list.find(({ id }) => id === root); next?.replyTo !== undefined && !seen.has(next.id); next = list.find(({ id }) => id === root)) {
    seen.add(next.id);
    root = next.replyTo;
  }
  // Two that answer each other have no beginning: each stands for itself.
  return root === comment.id ? undefined : root;
}

function readComment(path: string, site: Site, problems: Problem[]): Pick<ReadComment, "comment" | "replyAt"> | undefined {
  const bytes = readContent(path, COMMENT_BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return undefined;
  }
  const { value: document, problems: found } = readDocument(bytes, path);
  problems.push(...found);
  if (!document) return undefined;
  const { value, problems: shape } = checkShape(commentSchema, document.data, path, document.locate);
  problems.push(...shape, ...checkText(document.text, path, document.textLine, { images: new Set(), attachments: new Set() }));
  if (document.text.trim() === "")
    problems.push(error(path, { line: document.textLine, column: 1 }, "Der Kommentar hat keinen Text.", "Schreiben Sie ihn unter die zweite Zeile ---."));
  if (EMAIL.test(`${value?.name ?? ""}\n${document.text}`))
    problems.push(error(path, FILE_START, "Der Kommentar enthält eine E-Mail-Adresse; sie würde öffentlich.", "Löschen Sie sie aus Name und Text."));
  if (!value) return undefined;
  const date = parseDate(value.date, site.timeZone);
  if (isRefusal(date)) {
    problems.push(error(path, document.locate(["date"]), date.message, date.remedy));
    return undefined;
  }
  const id = path.split(/[\\/]/).at(-1)?.replace(/\.md$/, "") ?? "";
  return { comment: { id, name: value.name, date, replyTo: value.replyTo, text: document.text }, replyAt: document.locate(["replyTo"]) };
}
