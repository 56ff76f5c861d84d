import { editionAddress, timeMapAddress } from "../../addresses.ts";
import type { Context } from "../../archive/context.ts";
import type { Edition, Release } from "../../content/release/release.ts";
import { beginOf } from "../../dates.ts";
import { type Page, textPage } from "../pages.ts";

/** The old versions of a release that can be read. */
function readable({ editions }: Pick<Release, "editions">): Edition[] {
  return editions.filter(({ withheld }) => withheld === undefined);
}

/** True for a release of which there is an old version to be read. */
export function hasTimeMap(release: Pick<Release, "editions">): boolean {
  return readable(release).length > 0;
}

/** The list of a release's old versions for programs: a TimeMap in link format (RFC 7089, 5); each with the moment from which it stood. */
export function timeMap(release: Release, { links, site }: Context): Page {
  const mementos = readable(release).map(({ number, from }) => ({
    url: links.absolute(editionAddress(release.address, number)),
    moment: new Date(Math.min(beginOf(from, site.timeZone), from.instant)).toUTCString(),
  }));
  const address = timeMapAddress(release.address);
  const from = { original: links.absolute(release.address), self: links.absolute(address), mementos };
  return textPage({ address, kind: "data", source: release.path, from, print: printTimeMap });
}

interface TimeMap {
  original: string;
  self: string;
  mementos: readonly { url: string; moment: string }[];
}

function printTimeMap({ original, self, mementos }: TimeMap): string {
  const lines = [
    `<${original}>; rel="original"`,
    `<${self}>; rel="self"; type="application/link-format"`,
    ...mementos.map(({ url, moment }) => `<${url}>; rel="memento"; datetime="${moment}"`),
  ];
  return `${lines.join(",\n")}\n`;
}
