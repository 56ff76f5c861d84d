import type { Links } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Site } from "../content/site.ts";
import { styleOf } from "./cards.ts";
import { type Page, textPage } from "./pages.ts";

/** Sizes in pixels of the icons that home screens and lists of programs show. */
const SIZES = [192, 512];

/** The largest icon as a picture of the publisher, for machines. */
export const SIGN = { address: `/assets/icon-${SIZES.at(-1)}.png`, size: SIZES.at(-1) ?? 0 };

/** The icons that browsers and telephones ask for at the root, and the manifest that names them (W3C Web Application Manifest). */
export function icons({ site, context }: Archive): Page[] {
  const style = styleOf(site);
  const icon = (address: string, ...sizes: number[]): Page => ({ address, kind: "asset", drawing: { kind: "icon", style, sizes } });
  return [
    icon("/favicon.ico", 16, 32, 48),
    icon("/apple-touch-icon.png", 180),
    ...SIZES.map((size) => icon(`/assets/icon-${size}.png`, size)),
    textPage({ address: "/site.webmanifest", kind: "asset", from: { site, links: context.links }, print: printManifest }),
  ];
}

/** Opened from a home screen the site is a page in a browser like any other: readers need its address, and the way back. */
function printManifest({ site, links }: { site: Site; links: Links }): string {
  const { light } = site.theme.palettes;
  const icon = (size: number, purpose: string) => ({
    src: links.href(`/assets/icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: "image/png",
    purpose,
  });
  const manifest = {
    name: site.name,
    short_name: site.name,
    description: site.tagline,
    lang: site.language,
    start_url: links.href("/"),
    scope: links.href("/"),
    display: "browser",
    background_color: light.background,
    theme_color: light.background,
    icons: [...SIZES.map((size) => icon(size, "any")), icon(512, "maskable")],
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
