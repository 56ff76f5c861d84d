import { comparable } from "../addresses.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { anchorsIn } from "../markdown/text-hints.ts";
import { hint, type Problem } from "../problems.ts";
import type { Page } from "./pages.ts";

/** Hints at links to pages of the site that are not there, or not public yet, and to places on them that are not there. */
export function findDeadLinks({ archive, links, waiting }: ArchiveResult, pages: readonly Page[]): Problem[] {
  if (links.length === 0 || !archive) return [];
  const known = new Set(pages.map(({ address }) => comparable(address)));
  const notYet = new Set(waiting.flatMap(({ address }) => (address === undefined ? [] : [comparable(address)])));
  const texts = new Map([...archive.releases, ...archive.versions].map((release) => [comparable(release.address), release]));
  return links.flatMap(({ path, target, line, column }) => {
    const [address = "", anchor] = target.replace(/\?[^#]*/, "").split("#");
    const key = comparable(decoded(address));
    if (!known.has(key)) {
      const message = notYet.has(key)
        ? `Die Seite „${address}“ ist noch nicht öffentlich; bis dahin führt der Link ins Leere.`
        : `Die Seite „${address}“ gibt es in diesem Archiv nicht; der Link führt ins Leere.`;
      return [
        hint("link-to-unknown-page", path, { line, column }, message, "Prüfen Sie die Adresse, oder schreiben Sie die Worte ohne Link."),
      ];
    }
    const release = texts.get(key);
    if (!anchor?.startsWith("abschnitt-") || !release || anchorsIn(release.text()).includes(anchor)) return [];
    const message = `Auf der Seite „${address}“ gibt es die Stelle „#${anchor}“ nicht.`;
    return [
      hint(
        "anchor-unknown",
        path,
        { line, column },
        message,
        `Streichen Sie „#${anchor}“, oder nehmen Sie eine Überschrift jener Meldung.`,
      ),
    ];
  });
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}
