import { positionInHead } from "../content/front-matter.ts";
import { isBefore } from "../content/release/checks.ts";
import type { Release, ReleaseLink } from "../content/release/release.ts";
import type { ProblemId } from "../problem-ids.ts";
import { error, hint, nearest } from "../problems.ts";
import type { Ledger } from "./ledger.ts";
import type { InLanguages } from "./publication.ts";
import type { Text } from "./texts.ts";

/** Refuses a release that follows one which does not exist, itself or a later one; a draft is only warned. */
export function refuseWronglyFollowing(originals: ReadonlyMap<string, Text<Release>>, ledger: Ledger): void {
  for (const text of originals.values()) {
    const { value: release } = text;
    const wrong = release && wrongFollowing(release, originals);
    if (!release || !wrong) continue;
    const isDraft = release.state === "draft";
    const [kind, message, remedy] = wrong;
    ledger.report([(isDraft ? hint : error)(kind, release.path, positionInHead(release.path, ["follows"]), message, remedy)]);
    text.value = isDraft ? { ...release, follows: undefined } : undefined;
    if (!isDraft) text.account.outcome = "refused";
  }
}

type Wrong = [id: ProblemId, message: string, remedy: string];

/** What is wrong with the release that another follows, and what to write. */
function wrongFollowing({ id, date, follows }: Release, originals: ReadonlyMap<string, Text<Release>>): Wrong | undefined {
  if (follows === undefined) return undefined;
  const followed = originals.get(follows);
  if (!followed) {
    const known = [...originals.values()].filter((other) => other.id !== id);
    const name = `/${follows.slice(follows.lastIndexOf("/") + 1)}`;
    const meant =
      known.find((other) => other.id.endsWith(name) || other.value?.title === follows)?.id ??
      nearest(
        follows,
        known.map((other) => other.id),
      );
    const example = "Schreiben Sie Jahr, Monat und Namen der früheren Meldung, zum Beispiel: follows: 2019/05/bruecke-gesperrt";
    return [
      "follows-unknown",
      `Die Meldung „${follows}“, der diese folgt, gibt es nicht.`,
      meant === undefined ? example : `Meinten Sie „${meant}“?`,
    ];
  }
  if (follows === id)
    return [
      "follows-itself",
      "Die Meldung folgt sich selbst.",
      "Nennen Sie unter follows die frühere Meldung, oder streichen Sie die Zeile.",
    ];
  if (followed.value && isBefore(date, followed.value.date)) {
    return [
      "follows-later",
      `Die Meldung „${follows}“, der diese folgt, ist die spätere.`,
      "Schreiben Sie follows in die spätere Meldung und nennen Sie dort diese.",
    ];
  }
  return comesRound(id, followed, originals)
    ? [
        "follows-in-circle",
        `Die Meldung „${follows}“, der diese folgt, folgt ihrerseits dieser.`,
        "Streichen Sie follows in der früheren von beiden.",
      ]
    : undefined;
}

/** True where the releases of one day follow each other in a circle. */
function comesRound(id: string, followed: Text<Release>, originals: ReadonlyMap<string, Text<Release>>): boolean {
  const seen = new Set<string>();
  for (let next: Text<Release> | undefined = followed; next?.value && !seen.has(next.id); next = originals.get(next.value.follows ?? "")) {
    if (next.value.follows === id) return true;
    seen.add(next.id);
  }
  return false;
}

/** Links public releases with those that they follow, at both ends and in each language; of what is not public nothing stays. */
export function linkFollowUps(settled: readonly InLanguages[]): void {
  const byId = new Map(settled.map((release) => [release[0].id, release]));
  for (const release of [...settled].sort(([a], [b]) => a.published - b.published)) {
    const followed = byId.get(release[0].follows ?? "");
    for (const version of release) {
      version.follows = followed && version.follows;
      if (followed) version.followed = linkIn(followed, version.language);
    }
    if (followed) for (const version of followed) version.followUps = [...version.followUps, linkIn(release, version.language)];
  }
}

/** A link to a release in a language, or to the original where there is no such version. */
function linkIn(release: InLanguages, wanted: string): ReleaseLink {
  const { id, address, language, title, date, reconstructed } = release.find((version) => version.language === wanted) ?? release[0];
  return { id, address, language, title, date, reconstructed };
}
