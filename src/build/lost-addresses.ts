import { languageOfAddress, outputFile, prefixOf, releaseOfEdition } from "../addresses.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import type { Release } from "../content/release/release.ts";
import type { Site } from "../content/site.ts";
import type { Page, PageKind } from "../site/pages.ts";
import type { ManifestEntry } from "./manifest.ts";

/** An address that was published and would answer no more. */
export interface Loss {
  address: string;
  kind: PageKind;
  remedy: string;
}

/**
 * What to do about a lost address; kinds that are not here may vanish (docs/content-model.md, "Addresses"). An old address once published
 * is as permanent as a new one.
 */
const REMEDIES: Partial<Record<PageKind, string>> = {
  release:
    "Legen Sie die Meldung wieder an und ziehen Sie sie zurück (withdrawn), " +
    "oder nennen Sie die Adresse unter aliases der Meldung, die an ihre Stelle tritt.",
  version: "Legen Sie die Sprachfassung wieder an, oder nennen Sie die Adresse unter aliases der ursprünglichen Meldung.",
  edition:
    "Legen Sie die alte Fassung wieder in den Ordner der Meldung; soll ihr Text nicht mehr gezeigt werden, " +
    "nennen Sie darin unter withheld den Grund. Heißt die Meldung jetzt anders, nennen Sie die Adresse dort unter aliases.",
  page: "Legen Sie die Seite wieder an, oder nennen Sie die Adresse unter aliases der Seite, die an ihre Stelle tritt.",
  file:
    "Nennen Sie die Datei wieder unter images oder attachments (auch berichtigt, unter demselben Namen), " +
    "oder ziehen Sie die Meldung zurück (withdrawn). Heißt die Meldung jetzt anders, nennen Sie die Adresse dort unter aliases.",
  entry: "Nennen Sie die Adresse unter aliases des Eintrags, der an seine Stelle tritt; eine Person behält ihre Seite mit page: true.",
  redirect: "Nehmen Sie die frühere Adresse wieder unter aliases auf.",
};

/**
 * The permanent addresses of the site published before that no output of the new one answers, an alias included (docs/content-model.md,
 * "Addresses"), but for those that `forgotten` in site.yml names or that lie below one of these.
 * Files and old versions of a withdrawn release go with its content; and what another language has of a register entry goes with the last
 * release there, as long as the entry itself answers: nobody may be kept from withdrawing a translation.
 * What was refused for now or hidden on purpose (draft, embargo) is not lost, nor what hung on it: its entries and old addresses.
 */
export function findLost(
  previous: readonly ManifestEntry[],
  pages: readonly Pick<Page, "address" | "alias">[],
  {
    releases,
    site: { forgotten, languages },
  }: { releases: readonly Pick<Release, "address" | "withdrawn">[]; site: Pick<Site, "forgotten" | "languages"> },
  { refused, waiting }: Pick<ArchiveResult, "refused" | "waiting">,
): Loss[] {
  const answered = new Set(
    pages.flatMap((page) => [outputFile(page.address), ...(page.alias === undefined ? [] : [outputFile(page.alias)])]),
  );
  const hidden = new Set(waiting.flatMap(({ address }) => address ?? []));
  const excused = new Set([
    ...releases.filter(({ withdrawn }) => withdrawn).map(({ address }) => address),
    ...refused.flatMap(({ address }) => address ?? []),
    ...hidden,
  ]);
  // What hangs on a release goes and comes with it.
  const hangsOn = refused.length > 0 || previous.some(({ address }) => hidden.has(address)) ? ["entry", "redirect"] : [];
  const inOriginal = (address: string) => address.slice(prefixOf(languageOfAddress(address, languages)).length);
  return previous.flatMap(({ address, kind }) => {
    const remedy = REMEDIES[kind];
    if (remedy === undefined || answered.has(outputFile(address)) || isForgotten(address, forgotten) || hangsOn.includes(kind)) return [];
    if (kind === "entry" && answered.has(outputFile(inOriginal(address)))) return [];
    const folder = kind === "edition" ? releaseOfEdition(address) : address.slice(0, address.lastIndexOf("/") + 1);
    return excused.has(address) || excused.has(folder) ? [] : [{ address, kind, remedy }];
  });
}

/** True for an address that site.yml gives up (`forgotten`), by itself or with all that lies below another. */
export function isForgotten(address: string, forgotten: readonly string[]): boolean {
  return forgotten.some((one) => address === one || (one.endsWith("/") && address.startsWith(one)));
}
