import type { Language } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Alternate } from "../content/release/release.ts";
import type { Rendition } from "../content/release/renditions.ts";
import type { Palette } from "../content/theme/palette.ts";

/**
 * What answers an address: releases, versions, editions, pages, files, entries and redirects are permanent, the other kinds come and go.
 */
export const PAGE_KINDS = ["release", "version", "page", "edition", "file", "entry", "list", "feed", "data", "redirect", "asset"] as const;

/** A kind of page, as the manifest names it. */
export type PageKind = (typeof PAGE_KINDS)[number];

/** What is known of every output: its address and its kind. */
export interface PageBase {
  address: string;
  kind: PageKind;
  /** The file of `content/` that it comes from, where it is one. */
  source?: string | undefined;
  /** The old address, as an editor wrote it, that this page answers by leading on. */
  alias?: string | undefined;
}

/** An HTML page; `layout` names the file in `layouts/` that prints it. A capability adds what its layout needs. */
export interface View extends PageBase {
  layout: string;
  language: Language;
  title: string;
  description: string | undefined;
  /** False where search engines shall not list the page although it may be read. */
  isIndexed: boolean;
  /** The same page in other languages, its own included; empty where there is only one. */
  alternates: readonly Alternate[];
}

/** A text that is printed when it is asked for: fifty thousand texts at once would fill the memory. `print` sees only `from`. */
export interface TextPage extends PageBase {
  from: unknown;
  print: (from: never) => string;
}

/** A file that is published as it lies at `source`; `digest` names its content, where it is known without reading it. */
export interface FilePage extends PageBase {
  source: string;
  digest?: string | undefined;
}

/** A picture to be made of the file at `source`. */
export interface PicturePage extends FilePage {
  digest: string;
  rendition: Rendition;
}

/**
 * What the drawings of a site have in common: its name, the line below it, the notice of a demonstration, its colours and its logo.
 * `digest` names all of it.
 */
export interface DrawingStyle {
  name: string;
  tagline: string | undefined;
  notice: string | undefined;
  palette: Palette;
  logo: { source: string; hasName: boolean; width: number; height: number } | undefined;
  digest: string;
}

/** A preview card: a headline, the date above it, and the month (1-12) to be marked; without these, the card of the site as a whole. */
export interface Card {
  kind: "card";
  style: DrawingStyle;
  title?: string;
  date?: string;
  month?: number;
}

/** The sign of a site as a square of `sizes` pixels; several sizes are one file in the format ICO. */
export interface Icon {
  kind: "icon";
  style: DrawingStyle;
  sizes: readonly number[];
}

/** A picture that is drawn, and of what. */
export interface DrawingPage extends PageBase {
  drawing: Card | Icon;
}

/** Texts of the site as one file to download (ZIP), each under the name that it has at its own address. */
export interface PackagePage extends PageBase {
  members: readonly TextPage[];
}

/** A picture of a page for those who pass on a link to it, its size in pixels. */
export interface Preview {
  address: string;
  width: number;
  height: number;
  alt: string;
}

/** One output with its address. */
export type Page = View | TextPage | FilePage | PicturePage | DrawingPage | PackagePage;

/** A part of the site: a pure function from the archive to its pages. */
export type Capability = (archive: Archive) => Page[];

/** A link with its words. */
export interface Link {
  label: string;
  address: string;
}

/** A page whose text follows from `from` alone. */
export function textPage<From>(page: PageBase & { from: From; print: (from: NoInfer<From>) => string }): TextPage {
  return page;
}

/** A page with a value as JSON, as people can read it. */
export function jsonPage(address: string, kind: PageKind, value: object): TextPage {
  return textPage({ address, kind, from: value, print: printJson });
}

function printJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

/** The text of a page. */
export function textOf({ from, print }: TextPage): string {
  return print(from as never);
}

/** True for a page that a layout prints. */
export function isView(page: Page): page is View {
  return "layout" in page;
}

/** True for a page whose text is made directly. */
export function isText(page: Page): page is TextPage {
  return "print" in page;
}

/** True for a picture that is made of a file. */
export function isPicture(page: Page): page is PicturePage {
  return "rendition" in page;
}

/** True for a picture that is drawn. */
export function isDrawing(page: Page): page is DrawingPage {
  return "drawing" in page;
}

/** True for texts packed as one file: it is made last, of their files. */
export function isPackage(page: Page): page is PackagePage {
  return "members" in page;
}
