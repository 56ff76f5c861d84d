import { join } from "node:path";
import { fileAddress } from "../../addresses.ts";
import { listedIn } from "../../archive/listed-files.ts";
import { listFiles } from "../../content/files.ts";
import { pictureAddress } from "../../content/release/renditions.ts";
import type { ProblemId } from "../../problem-ids.ts";
import { countLines, error, FILE_START, type Position, type Problem } from "../../problems.ts";
import { releaseOf } from "./changed-content.ts";
import { type Comparison, EDITION, TEXT } from "./comparison.ts";
import { filesAt, type History } from "./git.ts";
import { tellGone, tellGoneVersion } from "./gone-release.ts";
import { correctionsOf, isPublished, type ReleaseText, readReleaseText, toReleaseText } from "./published-text.ts";
import { createPlain, sayDifference, wordsAlone } from "./wording.ts";

/**
 * What of public releases was changed since a revision without saying so: text, title or date without a correction and the old version,
 * releases and files that are gone, files replaced. Changes of typography alone are none.
 */
export function findUndeclared(comparison: Comparison): Problem[] {
  const { history, changes, now, timeZone } = comparison;
  const ids = [...new Set(changes.flatMap(({ path, before }) => [releaseOf(before ?? path) ?? [], releaseOf(path) ?? []].flat()))];
  const texts = changes.flatMap(({ path, before = path }) => (TEXT.test(before) ? [before] : []));
  const editions = changes.flatMap(({ path, before = path, kind }) => (kind !== "added" && EDITION.test(before) ? [before] : []));
  const were = filesAt(history, [...new Set([...texts, ...editions, ...ids.map((id) => `releases/${id}.md`)])]);
  const plain = createPlain();
  return ids.sort().flatMap((id) => {
    const path = `releases/${id}.md`;
    const before = toReleaseText(were.get(path), path);
    if (!before || !isPublished(before, now, timeZone)) return [];
    const versions = texts.filter((text) => text !== path && TEXT.exec(text)?.[1] === id);
    const after = readReleaseText(join(history.folder, path));
    if (!after) return tellGone({ id, before, were }, comparison);
    if (after.head.withdrawn !== undefined) return [];
    const declared = { id, isDeclared: correctionsOf(after).length > correctionsOf(before).length, asked: history.asked, plain };
    return [
      ...tellText({ ...declared, path, before, after }, history.folder),
      ...versions.flatMap((version) =>
        tellVersion({ ...declared, path: version, before: toReleaseText(were.get(version), version) }, comparison),
      ),
      ...tellFiles({ ...declared, path, before, after }, comparison),
      ...editions.flatMap((edition) => {
        const was = releaseOf(edition) === id ? toReleaseText(were.get(edition), edition) : undefined;
        return was ? tellEdition(edition, was, history, plain) : [];
      }),
    ];
  });
}

/** A text before and after, and whether a correction was added. */
interface Pair {
  id: string;
  path: string;
  before: ReleaseText;
  after: ReleaseText;
  isDeclared: boolean;
  asked: string;
  plain: (markdown: string) => string;
}

function tellText({ id, path, before, after, isDeclared, asked, plain }: Pair, folder: string): Problem[] {
  const words = before.text === after.text ? undefined : sayDifference(plain(before.text), plain(after.text));
  const title = sayDifference(before.title, after.title);
  const date = before.date === after.date ? undefined : `${before.date} → ${after.date}`;
  const said = [title && `Überschrift: ${title}`, date && `Datum: ${date}`, words].filter((one) => one !== undefined);
  if (said.length === 0) return [];
  const at = title ? after.document.locate(["title"]) : date ? after.document.locate(["date"]) : firstDifference(before, after);
  const [, , language] = TEXT.exec(path) ?? [];
  const call = `npm run correct -- ${id} --since ${asked}${language === undefined ? "" : ` --lang ${language}`}`;
  const tell = (kind: ProblemId, what: string, remedy: string) => [
    error(kind, join(folder, path), at, `${what} (${said.join("; ")}).`, remedy),
  ];
  if (!isDeclared)
    return tell(
      "published-text-changed",
      `Diese veröffentlichte Meldung ist seit ${asked} geändert, aber keine Berichtigung sagt es`,
      `Legen Sie den alten Wortlaut ab, und tragen Sie die Berichtigung ein: ${call}`,
    );
  if (hasEdition(folder, id, language, { before, plain })) return [];
  return tell(
    "published-text-lost",
    `Was diese Meldung bis zur Berichtigung sagte, liegt nirgends`,
    `Legen Sie den alten Wortlaut ab: ${call}`,
  );
}

function tellVersion(pair: Omit<Pair, "before" | "after"> & { before: ReleaseText | undefined }, comparison: Comparison): Problem[] {
  const { id, path, before } = pair;
  if (!before || before.head.draft === true) return [];
  const { folder } = comparison.history;
  const after = readReleaseText(join(folder, path));
  return after ? tellText({ ...pair, before, after }, folder) : tellGoneVersion(id, path, comparison);
}

/** An old version stays as it was, unless it is held back. */
function tellEdition(path: string, was: ReleaseText, { folder, asked }: History, plain: Pair["plain"]): Problem[] {
  const is = readReleaseText(join(folder, path));
  if (is?.head.withheld !== undefined) return [];
  const words = is && sayDifference(`${was.title}\n\n${plain(was.text)}`, `${is.title}\n\n${plain(is.text)}`);
  if (is && words === undefined) return [];
  const what = is
    ? `Eine alte Fassung bleibt, wie sie war; diese ist seit ${asked} geändert (${words}).`
    : "Diese alte Fassung ist gelöscht.";
  const remedy =
    `Holen Sie sie zurück (git checkout ${asked} -- ${join(folder, path)}); ` +
    "soll sie nicht gezeigt werden, nennen Sie darin unter withheld den Grund.";
  return [error("published-edition-changed", join(folder, path), FILE_START, what, remedy)];
}

/** Files that a public release listed and does not any more, and files that are others under the same name. */
function tellFiles({ id, path, before, after, isDeclared, asked }: Pair, { history, changes, forgotten }: Comparison): Problem[] {
  const [were, are] = [listedIn(before.document), listedIn(after.document)];
  const replaced = new Set(
    changes.filter(({ kind, before: earlier }) => kind === "changed" && !earlier).map(({ path: changed }) => changed),
  );
  return (["images", "attachments"] as const).flatMap((field) =>
    were[field].flatMap((file) => {
      const index = are[field].indexOf(file);
      const at = after.document.locate(index < 0 ? [field] : [field, index, "file"]);
      const tell = (kind: ProblemId, message: string, remedy: string) => [error(kind, join(history.folder, path), at, message, remedy)];
      if (![...are.images, ...are.attachments].includes(file)) {
        if (forgotten.includes(field === "images" ? pictureAddress(id, file) : fileAddress(id, file))) return [];
        return tell(
          "published-file-gone",
          `Die Datei „${file}“ ist veröffentlicht; seit ${asked} nennt die Meldung sie nicht mehr, und ihre Adresse ginge verloren.`,
          `Nennen Sie sie wieder unter ${field}, auch berichtigt unter demselben Namen, oder ziehen Sie die Meldung zurück (withdrawn).`,
        );
      }
      if (isDeclared || !replaced.has(`releases/${id}/${file}`)) return [];
      return tell(
        "published-file-replaced",
        `Die veröffentlichte Datei „${file}“ ist seit ${asked} eine andere, aber keine Berichtigung sagt es.`,
        "Sagen Sie unter corrections mit date und note, was an ihr falsch war, " +
          "oder legen Sie die alte wieder an ihre Stelle und geben der neuen einen eigenen Namen.",
      );
    }),
  );
}

/** True where an old version beside a release says what it said, or says that it is held back. */
function hasEdition(folder: string, id: string, language: string | undefined, { before, plain }: Pick<Pair, "before" | "plain">): boolean {
  const name = new RegExp(`^fassung-\\d+${language === undefined ? "" : `\\.${language}`}\\.md$`);
  const wanted = wordsAlone(`${before.title} ${plain(before.text)}`);
  const place = join(folder, "releases", id);
  return listFiles(place).files.some((file) => {
    const edition = name.test(file) ? readReleaseText(join(place, file)) : undefined;
    return (
      edition !== undefined && (edition.head.withheld !== undefined || wordsAlone(`${edition.title} ${plain(edition.text)}`) === wanted)
    );
  });
}

/** Where the text first differs from what it was. */
function firstDifference(before: ReleaseText, { text, document }: ReleaseText): Position {
  let at = 0;
  while (at < text.length && text[at] === before.text[at]) at++;
  const start = text.lastIndexOf("\n", at - 1) + 1;
  return { line: document.textLine + countLines(text.slice(0, at)), column: at - start + 1 };
}
