import { join } from "node:path";
import { z } from "zod";
import { text } from "../content/fields.ts";
import { readContent } from "../content/files.ts";
import { readDocument } from "../content/front-matter.ts";
import type { Comment, Release } from "../content/release/release.ts";
import { checkShape } from "../content/shape.ts";
import type { Site } from "../content/site.ts";
import { beginOf, isRefusal, parseDate } from "../dates.ts";
import { checkText, hasText } from "../markdown/text-check.ts";
import { compareText, error, FILE_START, hasErrors, hint, type Position, type Problem, positionAt } from "../problems.ts";
import type { Account, Ledger } from "./ledger.ts";
import type { Text } from "./texts.ts";

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
  /** The moment (ms) for which the archive is read: what is dated later does not appear yet. */
  now: number;
  isShown: (text: Text<Release> | undefined) => boolean;
  ledger: Ledger;
}

interface ReadComment {
  id: string;
  account: Account;
  comment: Comment;
  replyAt: Position;
  dateAt: Position;
}

/** Largest comment in bytes: ten pages. */
const COMMENT_BYTES_MAX = 50_000;

// An address of a private person must not become public by an oversight (Art. 5 GDPR), however its @ is written in Markdown or in a link.
const EMAIL = /[\p{L}\p{N}_.+-]+\\?(?:@|%40|&#0*64;|&#x0*40;|&commat;)[\p{L}\p{N}_-]+\.[\p{L}\p{N}]/iu;

/** Reads the approved comments of all releases, by the id of their release and in the order of their dates. */
export function readComments({ folder, files, site, originals, now, isShown, ledger }: CommentSource): Map<string, Comment[]> {
  const sound: ReadComment[] = [];
  for (const { path, id } of files) {
    const account = ledger.open(join(folder, path));
    const problems: Problem[] = [];
    const read = readComment(account.path, site, problems);
    const release = originals.get(id);
    if (!release) {
      problems.push(
        error(
          "comment-without-release",
          account.path,
          FILE_START,
          `Zu diesem Kommentar gibt es keine Meldung ${id}.`,
          "Der Ordner muss heißen wie die Meldung: comments/2017/11/japan-delegation/.",
        ),
      );
    } else if (release.value?.comments === "off" && !release.value.withdrawn && !release.isDraft) {
      problems.push(
        error(
          "comment-switched-off",
          account.path,
          FILE_START,
          "Der Kommentar könnte nicht erscheinen: Bei dieser Meldung sind Kommentare ausgeschaltet.",
          "Schreiben Sie in die Meldung comments: open oder comments: closed, oder löschen Sie den Kommentar.",
        ),
      );
    }
    ledger.report(problems);
    if (!read || hasErrors(problems)) account.outcome = "refused";
    else sound.push({ id, account, ...read });
  }
  refuseOrphans(sound, ledger);
  holdBack(sound, site, now, ledger);
  const comments = new Map<string, Comment[]>();
  for (const { id, account, comment } of sound) {
    const release = originals.get(id);
    if (account.outcome !== undefined) continue;
    if (!isShown(release) || release?.value?.withdrawn || release?.value?.comments === "off") {
      account.outcome = "original";
      if (!isShown(release) && release?.value?.state === "embargoed" && !release.value.withdrawn && release.value.comments !== "off")
        account.from = release.value.published;
    } else {
      account.outcome = "published";
      if (release?.value?.state !== "public") account.withheld = "original";
      if (release?.value?.state === "embargoed") account.from = release.value.published;
      comments.set(id, [...(comments.get(id) ?? []), comment]);
    }
  }
  for (const list of comments.values()) list.sort((a, b) => a.date.instant - b.date.instant || compareText(a.id, b.id));
  return comments;
}

/** An answer stands under a comment that began: where that is missing, refused or itself an answer, the answer is refused. */
function refuseOrphans(read: readonly ReadComment[], ledger: Ledger): void {
  const known = new Map(read.map((entry) => [`${entry.id}/${entry.comment.id}`, entry.comment]));
  for (const { id, account, comment, replyAt } of read) {
    if (comment.replyTo === undefined) continue;
    const answered = known.get(`${id}/${comment.replyTo}`);
    if (answered && answered.replyTo === undefined) continue;
    account.outcome = "refused";
    ledger.report([
      answered
        ? error(
            "comment-answers-answer",
            account.path,
            replyAt,
            `Der Kommentar „${comment.replyTo}“ ist selbst eine Antwort; Antworten stehen nur eine Stufe tief.`,
            answered.replyTo === comment.id || answered.replyTo === comment.replyTo
              ? "Löschen Sie die Zeile replyTo."
              : `Schreiben Sie replyTo: ${answered.replyTo}`,
          )
        : error(
            "comment-answers-unknown",
            account.path,
            replyAt,
            `Den Kommentar „${comment.replyTo}“, auf den dieser antwortet, gibt es nicht.`,
            "Schreiben Sie bei replyTo den Dateinamen jenes Kommentars ohne .md.",
          ),
    ]);
  }
}

/** A comment dated in the future, a slip most likely, appears then and not before, and so do the answers to it. */
function holdBack(read: readonly ReadComment[], { timeZone }: Site, now: number, ledger: Ledger): void {
  const later = read.filter(({ comment }) => beginOf(comment.date, timeZone) > now);
  const held = new Set(later.map(({ id, comment }) => `${id}/${comment.id}`));
  for (const one of read) {
    const { id, account, comment, dateAt } = one;
    if (account.outcome === "refused" || !(later.includes(one) || held.has(`${id}/${comment.replyTo}`))) continue;
    account.outcome = "embargoed";
    if (later.includes(one)) {
      account.from = beginOf(comment.date, timeZone);
      const message = `Der Kommentar ist vom ${comment.date.machine} und erscheint erst dann.`;
      ledger.report([hint("comment-in-future", account.path, dateAt, message, "Ist ein anderer Tag gemeint, berichtigen Sie das Datum.")]);
    }
  }
}

function readComment(path: string, site: Site, problems: Problem[]): Pick<ReadComment, "comment" | "replyAt" | "dateAt"> | undefined {
  const bytes = readContent(path, COMMENT_BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) {
    problems.push(bytes);
    return undefined;
  }
  const { value: document, problems: found } = readDocument(bytes, path);
  const name = typeof document?.data.name === "string" ? document.data.name : "";
  const hasElement = /<[a-z/!?]/i.test(name);
  // What is an error below need not be hinted at.
  problems.push(...found.filter(({ severity }) => severity === "error" || !hasElement));
  if (!document) return undefined;
  const { value, problems: shape } = checkShape(commentSchema, document.data, path, document.locate);
  problems.push(...shape, ...checkText(document.text, path, document.textLine, { images: new Set(), attachments: new Set() }));
  if (!hasText(document.text))
    problems.push(
      error(
        "comment-without-text",
        path,
        { line: document.textLine, column: 1 },
        "Der Kommentar hat keinen Text.",
        "Schreiben Sie ihn unter die zweite Zeile ---.",
      ),
    );
  const inText = EMAIL.exec(document.text);
  const inName = EMAIL.test(name);
  if (inText || inName) {
    const at = inName ? document.locate(["name"]) : positionAt(document.text, inText?.index ?? 0, document.textLine);
    problems.push(
      error(
        "comment-with-email",
        path,
        at,
        "Der Kommentar enthält eine E-Mail-Adresse; sie würde öffentlich.",
        "Löschen Sie sie aus Name und Text.",
      ),
    );
  }
  if (hasElement)
    problems.push(
      error(
        "comment-name-with-html",
        path,
        document.locate(["name"]),
        "Im Namen steht HTML.",
        "Schreiben Sie nur den Namen oder das Pseudonym.",
      ),
    );
  const { date: written } = document.data;
  // Checked also where another field is wrong: all mistakes are told at once.
  const date = commentSchema.shape.date.safeParse(written).success ? parseDate(String(written), site.timeZone) : undefined;
  if (date && isRefusal(date)) problems.push(error("unreadable-date", path, document.locate(["date"]), date.message, date.remedy));
  if (!value || !date || isRefusal(date)) return undefined;
  const id = path.split(/[\\/]/).at(-1)?.replace(/\.md$/, "") ?? "";
  const comment = { id, name: value.name, date, replyTo: value.replyTo, text: document.text };
  return { comment, replyAt: document.locate(["replyTo"]), dateAt: document.locate(["date"]) };
}
