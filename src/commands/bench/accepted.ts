import type { Comparison } from "./compare.ts";

/** A difference that is known and why it stands; `kind` and `part` may be `*`, `part` is `missing` or `extra` for files that one side does not have. */
export interface Accepted {
  peer: string;
  kind: string;
  part: string;
  reason: string;
}

/** The documented differences between the sites that are compared. */
export const ACCEPTED: readonly Accepted[] = [
  { peer: "*", kind: "manifest", part: "missing", reason: "the checksums of all files: only Stadtchronik makes them" },
  { peer: "hugo", kind: "redirect", part: "extra", reason: "/de/, which Hugo adds to every site in several languages" },
  ...["release text", "release data", "release calendar", "year band", "home", "single page", "feed", "sitemap", "data table", "data lines", "redirect"].map((kind) => ({
    peer: "jekyll",
    kind,
    part: "missing",
    reason: "not built by Jekyll here, in its favour: it has no output formats, and Liquid lacks what most of these need",
  })),
  { peer: "jekyll", kind: "release page", part: "structured data", reason: "not built by Jekyll here, in its favour" },
  { peer: "jekyll", kind: "single page", part: "releases", reason: "the newest releases on the page for missing addresses: not built by Jekyll here" },
];

/** What a comparison found: what is documented, with its reason, and what is not, in words. */
export function judge({ kinds, differences }: Comparison, peer: string): { failures: string[]; accepted: Accepted[] } {
  const failures: string[] = [];
  const accepted = new Set<Accepted>();
  const hold = (kind: string, part: string, failure: string) => {
    const known = ACCEPTED.find((entry) => fits(entry.peer, peer) && fits(entry.kind, kind) && fits(entry.part, part));
    if (known) accepted.add(known);
    else failures.push(failure);
  };
  const some = (paths: readonly string[]) => `${paths.slice(0, 3).join(", ")}${paths.length > 3 ? " …" : ""}`;
  for (const { kind, missing, extra } of kinds) {
    if (missing.length > 0) hold(kind, "missing", `${kind}: ${missing.length} fehlen bei ${peer}: ${some(missing)}`);
    if (extra.length > 0) hold(kind, "extra", `${kind}: ${extra.length} hat nur ${peer}: ${some(extra)}`);
  }
  for (const { path, kind, part, ours, theirs } of differences) hold(kind, part, `${path} (${kind}, ${part}): „${ours}“ statt „${theirs}“ bei ${peer}`);
  return { failures, accepted: [...accepted] };
}

function fits(pattern: string, value: string): boolean {
  return pattern === "*" || pattern === value;
}
