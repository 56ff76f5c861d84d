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
  { peer: "*", kind: "data packed", part: "missing", reason: "all years of the data in one file: only Stadtchronik packs them" },
  {
    peer: "*",
    kind: "events",
    part: "missing",
    reason: "the list of events and the calendars of topics and offices: only Stadtchronik makes them",
  },
  { peer: "*", kind: "year band", part: "missing", reason: "bands of languages other than the original's: only Stadtchronik makes them" },
  { peer: "*", kind: "icon", part: "missing", reason: "the icons of home screens: only Stadtchronik draws them" },
  { peer: "hugo", kind: "redirect", part: "extra", reason: "/de/, which Hugo adds to every site in several languages" },
  ...leftOut("jekyll", "Jekyll", "it has no output formats, and Liquid lacks what most of these need"),
  ...leftOut(
    "pelican",
    "Pelican",
    "an article has one page and no other format, and its own index, feeds and archives cannot say the same",
  ),
];

/** What small generators do not build: pages and lists are all that is asked of them. */
function leftOut(peer: string, name: string, why: string): Accepted[] {
  const kinds = [
    "release text",
    "release data",
    "release calendar",
    "year band",
    "home",
    "single page",
    "feed",
    "sitemap",
    "data table",
    "data lines",
    "redirect",
    "office year",
  ];
  return [
    ...kinds.map((kind) => ({ peer, kind, part: "missing", reason: `not built by ${name} here, in its favour: ${why}` })),
    { peer, kind: "release page", part: "structured data", reason: `not built by ${name} here, in its favour` },
    {
      peer,
      kind: "single page",
      part: "releases",
      reason: `the newest releases on the page for missing addresses: not built by ${name} here`,
    },
  ];
}

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
  for (const { path, kind, part, ours, theirs } of differences)
    hold(kind, part, `${path} (${kind}, ${part}): „${ours}“ statt „${theirs}“ bei ${peer}`);
  return { failures, accepted: [...accepted] };
}

function fits(pattern: string, value: string): boolean {
  return pattern === "*" || pattern === value;
}
