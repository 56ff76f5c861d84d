import { homeAddress, SITEMAP } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Site } from "../../content/site.ts";
import { type Page, textPage } from "../pages.ts";

/**
 * The files that speak for a whole host, robots.txt and security.txt: only for an archive that has its host to itself, because below a
 * path nobody looks for them.
 */
export function hostFiles({ site, context: { links } }: Archive): Page[] {
  if (links.href(homeAddress()) !== "/") return [];
  const text = (address: string, lines: readonly string[]): Page =>
    textPage({ address, kind: "data", from: lines, print: (from) => `${from.join("\n")}\n` });
  const { security } = site;
  const securityAddress = "/.well-known/security.txt";
  return [
    text("/robots.txt", robots(site, links.absolute(SITEMAP))),
    ...(security
      ? [
          // RFC 9116
          text(securityAddress, [
            `Contact: ${security.contact}`,
            `Expires: ${security.expires}`,
            "Preferred-Languages: de, en",
            `Canonical: ${links.absolute(securityAddress)}`,
          ]),
        ]
      : []),
  ];
}

/**
 * Everything may be fetched (RFC 9309). A demonstration too, or crawlers would never see that each of its pages says `noindex`; but
 * nothing invites them.
 */
function robots({ demonstration }: Site, sitemap: string): string[] {
  if (demonstration !== undefined)
    return ["# Jede Seite sagt noindex; damit das gelesen wird, bleibt das Abrufen erlaubt.", "User-agent: *", "Disallow:"];
  return ["User-agent: *", "Disallow:", "", `Sitemap: ${sitemap}`];
}
