import type { PlainPage } from "../content/plain-page.ts";
import type { Comment, Edition, Release, Version } from "../content/release/release.ts";
import { inVersion } from "../content/release/release.ts";
import { withoutContent } from "../content/release/withdrawal.ts";
import type { MessageCatalog } from "../messages.ts";
import type { ProblemId } from "../problem-ids.ts";
import { error, FILE_START } from "../problems.ts";
import type { Ledger } from "./ledger.ts";
import type { Text } from "./texts.ts";

/** What was read of a content folder, before anything is public. */
export interface Texts {
  originals: ReadonlyMap<string, Text<Release>>;
  versions: readonly Text<Version>[];
  pages: readonly Text<PlainPage>[];
}

/** True for a sound original that is shown. */
export type IsShown = (text: Text<Release> | undefined) => text is Text<Release> & { value: Release };

/** A release that is public, in the language of the original first. */
export type InLanguages = readonly [Release, ...Release[]];

/** Says of each original what is shown: what is public, and in the preview (`isPreview`) drafts and what is under embargo, too. */
export function shownIn(isPreview: boolean): IsShown {
  return (text): text is Text<Release> & { value: Release } => text?.value !== undefined && (isPreview || text.value.state === "public");
}

/** What was read, what of it is shown, and the comments, versions and old versions of each release by its id. */
interface Unsettled {
  texts: Texts;
  isShown: IsShown;
  comments: ReadonlyMap<string, readonly Comment[]>;
  versions: ReadonlyMap<string, readonly Version[]>;
  editions: ReadonlyMap<string, readonly Edition[]>;
  messages: MessageCatalog;
}

/** Settles which releases are public, each with its approved comments and its versions; a withdrawn one has lost its content. */
export function settleReleases({ texts: { originals }, isShown, comments, versions, editions, messages }: Unsettled): InLanguages[] {
  const settled: InLanguages[] = [];
  for (const [id, text] of originals) {
    if (!text.value) continue;
    const { account, value } = text;
    account.withheld = value.state === "public" ? undefined : value.state;
    if (value.state === "embargoed") account.from = value.published;
    if (!isShown(text)) {
      account.outcome = account.withheld;
      continue;
    }
    account.outcome = "published";
    const original = { ...text.value, approvedComments: comments.get(id) ?? [] };
    const inLanguages = [original, ...(versions.get(id) ?? []).map((version) => inVersion(original, version))];
    const alternates = inLanguages.map(({ language, address, title }) => ({ language, address, title }));
    const [first, ...others] = inLanguages.map((release) => {
      const old = editions.get(id)?.filter(({ language }) => language === release.language) ?? [];
      const whole = { ...release, versions: alternates, editions: old };
      return whole.withdrawn ? withoutContent(whole, messages) : whole;
    });
    if (first) settled.push([first, ...others]);
  }
  return settled;
}

/** Settles which versions are public, by the id of their release: with their original or not at all. */
export function settleVersions(
  { originals, versions }: Texts,
  isShown: IsShown,
  isPreview: boolean,
  ledger: Ledger,
): Map<string, Version[]> {
  const shown = new Map<string, Version[]>();
  for (const { id, account, value } of versions) {
    const original = originals.get(id);
    // Nothing earlier of a version may stay online where its original is gone, hidden or withdrawn.
    account.mayStay &&=
      original?.account.mayStay === true && !original.value?.withdrawn && (original.value === undefined || isShown(original));
    if (!value) continue;
    const name = `${id.split("/").at(-1)}.md`;
    const refuse = (kind: ProblemId, message: string, remedy: string) => {
      account.outcome = "refused";
      ledger.report([error(kind, account.path, FILE_START, message, remedy)]);
    };
    if (value.draft && !(isPreview && isShown(original))) account.outcome = "draft";
    else if (!original)
      refuse(
        "version-without-original",
        `Zu dieser Sprachfassung fehlt die ursprüngliche Meldung ${name}.`,
        `Legen Sie sie daneben an. Ist dies die ursprüngliche, benennen Sie die Datei um in „${name}“, und schreiben Sie in den Kopf: ` +
          `language: ${value.language}`,
      );
    else if (original.account.outcome === "refused")
      refuse(
        "version-of-faulty-original",
        `Die ursprüngliche Meldung ${name} hat Fehler; ohne sie erscheint auch diese Sprachfassung nicht.`,
        "Berichtigen Sie zuerst das Original.",
      );
    else if (value.language === original.value?.originalLanguage)
      refuse(
        "version-in-original-language",
        `Die ursprüngliche Meldung ${name} ist selbst in dieser Sprache (language: ${value.language}).`,
        "Löschen Sie diese Datei, oder berichtigen Sie language in der Meldung.",
      );
    else if (!isShown(original)) {
      account.outcome = "original";
      if (original.value?.state === "embargoed") account.from = original.value.published;
    } else {
      account.outcome = "published";
      if (value.draft) account.withheld = "draft";
      else if (original.value.state !== "public") account.withheld = "original";
      if (account.withheld === "original" && original.value.state === "embargoed") account.from = original.value.published;
      shown.set(id, [...(shown.get(id) ?? []), value]);
    }
  }
  return shown;
}

/** Settles which plain pages are public. */
export function settlePages({ pages }: Texts, isPreview: boolean): PlainPage[] {
  return pages.flatMap(({ account, value }) => {
    if (!value) return [];
    account.outcome = value.draft && !isPreview ? "draft" : "published";
    if (value.draft) account.withheld = "draft";
    return account.outcome === "published" ? [value] : [];
  });
}
