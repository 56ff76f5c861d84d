import { readFileSync } from "node:fs";
import { releaseFileAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Context } from "../archive/context.ts";
import type { Release } from "../content/release/release.ts";
import { heightOf, renditionsOf } from "../content/release/renditions.ts";
import { bracketed } from "../content/release/supplied.ts";
import type { Site } from "../content/site.ts";
import { digest } from "../disk/digest.ts";
import type { DrawingPage, DrawingStyle, Page, Preview } from "./pages.ts";

/** Width and height of a card in pixels, as services that show previews ask for. */
export const CARD_SIZE = { width: 1200, height: 630 };

/** The card of a site as a whole. */
const SITE_CARD = "/assets/card.png";

/** The cards with which services show a link: one of the site, and one of each release that needs its own. */
export function cards(archive: Archive): Page[] {
  const { site, context, releases, versions } = archive;
  if (site.cards === undefined) return [];
  const style = styleOf(site);
  const whole: DrawingPage = { address: SITE_CARD, kind: "asset", drawing: { kind: "card", style } };
  if (!hasOwnCards(archive)) return [whole];
  return [whole, ...[...releases, ...versions].filter(hasOwnCard).map((release) => cardPage(release, style, context))];
}

/** What all that is drawn of a site has in common. */
export function styleOf({ name, tagline, demonstration, theme }: Site): DrawingStyle {
  const { source, alt, width, height } = theme.logo ?? {};
  const logo =
    source === undefined || width === undefined || height === undefined ? undefined : { source, hasName: alt !== undefined, width, height };
  const said = { name, tagline, notice: demonstration };
  let known: string | undefined;
  return {
    ...said,
    logo,
    // Both are asked for when something is drawn: a check draws nothing.
    get palette() {
      return theme.palettes.light;
    },
    get digest() {
      known ??= digest(
        JSON.stringify([{ ...said, palette: theme.palettes.light }, logo?.hasName, logo && digest(readFileSync(logo.source))]),
      );
      return known;
    },
  };
}

/** True while an archive is small enough for each release to have a card of its own; a preview, which nobody passes on, has none. */
export function hasOwnCards({ site, releases, isPreview }: Pick<Archive, "site" | "releases" | "isPreview">): boolean {
  return site.cards !== undefined && !isPreview && releases.length <= site.cards.releases;
}

/**
 * The picture that stands for a release where a link to it is shown: its first one, else its card where it has one of its own, else the
 * site's; undefined where there are no cards.
 */
export function previewOf(release: Release, { site, formatDate }: Context, hasCard: boolean): Preview | undefined {
  const [image] = release.images;
  const file = image && renditionsOf(image, release.id).jpeg.at(-1);
  if (file && image) return { address: file.address, width: file.width, height: heightOf(image, file), alt: image.alt };
  if (!hasCard || !hasOwnCard(release)) return sitePreview(site);
  const alt = `${release.title}. ${formatDate(release.date, release.language)}, ${site.name}`;
  return { address: releaseFileAddress(release.address, "index.png"), ...CARD_SIZE, alt };
}

/** The picture of a site as a whole; undefined where it has no cards. */
export function sitePreview({ cards: settings, name, tagline }: Site): Preview | undefined {
  return settings && { address: SITE_CARD, ...CARD_SIZE, alt: tagline === undefined ? name : `${name}, ${tagline}` };
}

/** A card repeats headline and date: only what everybody may read has one, and where there is a picture it says more. */
function hasOwnCard({ state, withdrawn, images }: Release): boolean {
  return state === "public" && withdrawn === undefined && images.length === 0;
}

function cardPage(release: Release, style: DrawingStyle, { formatDate }: Context): DrawingPage {
  const { address, title, date, language } = release;
  return {
    address: releaseFileAddress(address, "index.png"),
    kind: "asset",
    drawing: {
      kind: "card",
      style,
      title: bracketed(release, "title", title),
      date: bracketed(release, "date", formatDate(date, language)),
      month: date.month,
    },
  };
}
