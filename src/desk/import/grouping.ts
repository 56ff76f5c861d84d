import type { Addresses } from "./links.ts";
import type { Candidate } from "./plan.ts";
import type { Report } from "./report.ts";

/**
 * Joins what a source holds more than once: items of one key or old address, or of the same words on the same day. Where the source says
 * when each was current (`seen`), other words are states in time, the oldest first; else they are named and left out.
 */
export function groupCandidates(candidates: readonly Candidate[], addresses: Addresses, report: Report): Candidate[][] {
  const groups: Candidate[][] = [];
  const byName = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { key, place, addresses: old, date, digest, language, versionOf } = candidate;
    const [address] = old.flatMap((one) => addresses.keyOf(one) ?? []);
    const version = versionOf === undefined ? "" : ` ${language ?? ""}`;
    const names = [
      `key ${key}${version}`,
      ...(address === undefined ? [] : [`address ${address}${version}`]),
      `words ${date.machine} ${digest}`,
    ];
    const known = names.map((name) => byName.get(name)).find((group) => group !== undefined);
    if (known === undefined) {
      const group = [candidate];
      groups.push(group);
      for (const name of names) byName.set(name, group);
      continue;
    }
    for (const name of names) if (!byName.has(name)) byName.set(name, known);
    if (known.some((other) => other.digest === digest)) report.leaveOut("Steht mehrmals in der Quelle, mit denselben Worten.", place);
    else if (candidate.seen !== undefined) known.push(candidate);
    else if (known.every((other) => other.key !== key) && known.every(({ addresses: [other] }) => addresses.keyOf(other ?? "") !== address))
      groups.push([candidate]);
    else
      report.leaveOut(
        "Steht mehrmals in der Quelle, mit anderen Worten; übernommen ist das Erste.",
        place,
        "Lesen Sie beide, und löschen Sie in der Quelle das Falsche.",
      );
  }
  for (const group of groups) if (group.length > 1) group.sort((a, b) => momentOf(a) - momentOf(b) || a.index - b.index);
  return groups;
}

function momentOf({ seen, date }: Candidate): number {
  const moment = Date.parse(seen ?? "");
  return Number.isNaN(moment) ? date.instant : moment;
}
