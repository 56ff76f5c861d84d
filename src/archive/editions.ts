import { editionAddress, type Language, releaseAddress } from "../addresses.ts";
import type { Document } from "../content/front-matter.ts";
import { editionOf, readEdition } from "../content/release/edition.ts";
import type { Edition, EditionFields, Release, Version } from "../content/release/release.ts";
import { checkText, hasText } from "../markdown/text-check.ts";
import type { ProblemId } from "../problem-ids.ts";
import { error, FILE_START } from "../problems.ts";
import type { EditionFile } from "./folder.ts";
import type { Ledger } from "./ledger.ts";
import { type Listed, listedIn } from "./listed-files.ts";
import type { IsShown } from "./publication.ts";
import { type Desk, place, readText, type Text } from "./texts.ts";

/** An old version as its file says it; when it stood, the corrections of its release know. */
type Read = Omit<Edition, "until" | "note" | "from"> & { isTranslation: boolean };

/** Reads the old versions of releases, each by itself; `listed` says what the heads of the releases list. */
export function readEditions(desk: Desk, files: readonly EditionFile[], listed: ReadonlyMap<string, Listed>): Text<Read>[] {
  return files.map((file) => {
    const { id, language, number, isTranslation } = file;
    const address = editionAddress(releaseAddress(id, isTranslation ? language : undefined), number);
    const names = listed.get(id) ?? listedIn();
    const read = readText<EditionFields>(desk, file, {
      address,
      beside: () => JSON.stringify(names),
      make: (document, path) => {
        const made = readEdition(document, path, desk.site.timeZone);
        return { value: made.value, problems: [...made.problems, ...checkOldText(document, path, names, `/${id}/`)] };
      },
    });
    return place(read, (value, found): Read => ({ ...value, ...found, number, language, isTranslation }));
  });
}

/** The errors of an old text. It stays as it was issued, so nobody is hinted at what could be better. */
function checkOldText({ text, textLine, data, locate }: Document, path: string, names: Listed, base: string) {
  const files = { images: new Set(names.images), attachments: new Set(names.attachments), base };
  const problems = checkText(text, path, textLine, files).filter(({ severity }) => severity === "error");
  if (hasText(text) || data.withheld) return problems;
  const remedy = "Legen Sie den alten Wortlaut hierher, oder nennen Sie unter withheld, warum er nicht gezeigt wird.";
  return [...problems, error("text-missing", path, locate([]), "Unter dem Kopf steht kein Text.", remedy)];
}

/** What was read, what of it is shown, and the versions in other languages that are. */
interface Unsettled {
  editions: readonly Text<Read>[];
  originals: ReadonlyMap<string, Text<Release>>;
  listed: ReadonlyMap<string, Listed>;
  versions: ReadonlyMap<string, readonly Version[]>;
  isShown: IsShown;
  ledger: Ledger;
}

/** Settles which old versions are public, by the id of their release: with it, from the correction on that names them, or not at all. */
export function settleEditions({ editions, originals, listed, versions, isShown, ledger }: Unsettled): Map<string, Edition[]> {
  const shown = new Map<string, Edition[]>();
  const elsewhere = findElsewhere(editions);
  for (const { id, account, value } of editions) {
    const original = originals.get(id);
    const release = original?.value;
    account.mayStay &&= original?.account.mayStay === true && !release?.withdrawn && (release === undefined || isShown(original));
    if (!value) continue;
    const refuse = (kind: ProblemId, message: string, remedy: string) => {
      account.outcome = "refused";
      ledger.report([error(kind, account.path, FILE_START, message, remedy)]);
    };
    const language = value.isTranslation ? value.language : (release?.originalLanguage ?? value.language);
    const isIssued = !value.isTranslation || versions.get(id)?.some((version) => version.language === language);
    if (!release) account.outcome = original?.isDraft ? "original" : "refused";
    else if (!isShown(original) || release.withdrawn) {
      account.outcome = "original";
      if (release.state === "embargoed") account.from = release.published;
    } else if (!listed.get(id)?.editions.includes(value.number)) {
      const remedy = `Schreiben Sie in der Meldung unter corrections bei der Berichtigung, die ihr folgte: edition: ${value.number}`;
      refuse("edition-without-correction", "Keine Berichtigung der Meldung nennt diese alte Fassung.", remedy);
    } else if (!isIssued) account.outcome = "original";
    else {
      // Until its correction takes effect, it is no old one.
      const edition = editionOf(release, { ...value, language }, elsewhere(id, value.language));
      account.outcome = edition ? "published" : "original";
      if (edition) shown.set(id, [...(shown.get(id) ?? []), edition]);
    }
  }
  for (const list of shown.values()) list.sort((a, b) => a.number - b.number);
  return shown;
}

/** Answers with the numbers of a release's old versions that are kept in other languages, but not in the one that is asked. */
function findElsewhere(editions: readonly Text<Read>[]): (id: string, language: Language) => Set<number> {
  const beside = new Map<string, Read[]>();
  for (const { id, value } of editions) if (value) beside.set(id, [...(beside.get(id) ?? []), value]);
  return (id, language) => {
    const all = beside.get(id) ?? [];
    const own = new Set(all.filter((one) => one.language === language).map(({ number }) => number));
    return new Set(all.map(({ number }) => number).filter((number) => !own.has(number)));
  };
}
