import type { Archive } from "../../archive/archive.ts";
import type { ArchiveResult } from "../../archive/reading.ts";
import { compareText, error, FILE_START, hint, type Problem } from "../../problems.ts";

/**
 * Releases of one name in two months of a year, where the site has the form: it tells the releases of a year apart by their names alone,
 * and would show one of them. An error for what is not `published` yet; where nobody knows what is, and for what was published before, a
 * hint.
 */
export function findSlugTwins(
  { archive, waiting }: Pick<ArchiveResult, "archive" | "waiting">,
  published?: ReadonlySet<string>,
): Problem[] {
  if (archive?.site.form === undefined) return [];
  const groups = new Map<string, Map<string, string>>();
  for (const path of pathsOf(archive, waiting)) {
    const [, year, month, slug] = /(\d{4})[\\/](\d\d)[\\/]([^\\/.]+)\.md$/.exec(path) ?? [];
    if (slug === undefined) continue;
    const key = `${year}/${slug}`;
    groups.set(key, (groups.get(key) ?? new Map()).set(path, `/${year}/${month}/${slug}/`));
  }
  return [...groups.values()].flatMap((group) => (group.size < 2 ? [] : tell(group, published)));
}

/** The files of originals, whether they are public or wait. */
function pathsOf({ releases }: Archive, waiting: ArchiveResult["waiting"]): Set<string> {
  return new Set([...releases, ...waiting].map(({ path }) => path).sort(compareText));
}

/** Tells of those that are new; where all are, or none is, the first keeps its name. */
function tell(group: ReadonlyMap<string, string>, published: ReadonlySet<string> | undefined): Problem[] {
  const files = [...group];
  const fresh = files.filter(([, address]) => published !== undefined && !published.has(address));
  const isMixed = fresh.length > 0 && fresh.length < files.length;
  return (isMixed ? fresh : files.slice(1)).map(([path, address]) => {
    const [other = ""] = files.find(([one]) => one !== path) ?? [];
    const message = `So heißt in diesem Jahr schon eine Meldung (${other}); das Formular der Redaktion würde nur eine von beiden zeigen.`;
    return fresh.length > 0
      ? error("slug-twice-in-year", path, FILE_START, message, "Benennen Sie die Datei um, und den Ordner daneben, wenn es ihn gibt.")
      : hint(
          "slug-twice-in-year",
          path,
          FILE_START,
          message,
          `Ihre Adresse ${address} bleibt; bearbeiten Sie sie außerhalb des Formulars.`,
        );
  });
}
