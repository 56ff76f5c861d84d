import type { Language } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Thread } from "../archive/comments.ts";
import type { Related } from "../archive/related.ts";
import type { PlainPage } from "../content/plain-page.ts";
import type { Alternate, Image, Release } from "../content/release/release.ts";
import type { Rendition } from "../content/release/renditions.ts";
import type { Gap, Statement } from "../content/statement.ts";
import type { CityDate } from "../dates.ts";
import type { Problem } from "../problems.ts";
import type { Band } from "./lists/band.ts";

/** What every HTML page says of itself; `layout` names the file in `layouts/` that prints it. */
export interface ViewBase {
  address: string;
  language: Language;
  title: string;
  description: string | undefined;
  /** False where search engines shall not list the page although it may be read. */
  isIndexed: boolean;
  /** The same page in other languages, its own included; empty where there is only one. */
  alternates: readonly Alternate[];
}

/** The home page. In a small archive the newest release is shown whole. */
export interface HomeView extends ViewBase {
  layout: "home";
  newest: Release | undefined;
  isWhole: boolean;
  others: readonly Release[];
  /** How many, counted from the newest on, are pinned: they stand first although later ones may follow. */
  pinned: number;
  count: number;
  topics: readonly Link[];
  /** Every month of every year as one band, and the years as links; undefined in a small archive. */
  time: { band: Band; years: readonly Link[] } | undefined;
  /** JSON-LD, safe inside a script element. */
  structuredData: string;
}

/** The page of a release in one of its languages. */
export interface ReleaseView extends ViewBase {
  layout: "release";
  release: Release;
  /** Pictures that do not stand in the text itself; the first leads. */
  pictures: readonly Image[];
  /** Where in time the release stands: the archive, its year, its month, as far as these have a page. */
  crumbs: readonly Link[];
  /** The band of the release's year, a file of its own; undefined in a small archive. */
  yearBand: string | undefined;
  /** The neighbours in time, in the same language. */
  earlier: Link | undefined;
  later: Link | undefined;
  /** Earlier releases on the same matter. */
  related: readonly Related[];
  /** Addresses of what the archive makes of the release beside its page, and where its changes are kept. */
  files: { text: string; data: string; calendar: string | undefined; history: string | undefined };
  /** Approved comments with their answers. */
  threads: readonly Thread[];
  /** JSON-LD, safe inside a script element. */
  structuredData: string;
}

/** A link with its words. */
export interface Link {
  label: string;
  address: string;
}

/** A list of releases: a month, a year, an entry of a facet. */
export interface ListingView extends ViewBase {
  layout: "listing";
  /** The way here from the top. */
  crumbs: readonly Link[];
  /** Facts about what the list collects, such as an office's former names. */
  notes: readonly { label: string; items: readonly { text: string; address: string | undefined }[] }[];
  count: number;
  band: Band | undefined;
  /** Ways on, with how many releases each holds. */
  links: readonly { heading: string; items: readonly (Link & { count: number })[] }[];
  groups: readonly { heading: string | undefined; address: string | undefined; releases: readonly Release[] }[];
  /** True where many stand together: headlines only. */
  isDense: boolean;
  feed: string | undefined;
  earlier: Link | undefined;
  later: Link | undefined;
}

/** All years, each with its band. */
export interface ArchiveView extends ViewBase {
  layout: "archive";
  count: number;
  years: readonly (Link & { count: number; band: Band })[];
}

/** An entry in an overview, with the narrower ones below it. */
export interface OverviewEntry extends Link {
  description: string | undefined;
  count: number;
  narrower: readonly OverviewEntry[];
}

/** All entries of a facet. */
export interface OverviewView extends ViewBase {
  layout: "overview";
  entries: readonly OverviewEntry[];
}

/** All corrections and withdrawals, newest first. */
export interface CorrectionsView extends ViewBase {
  layout: "corrections";
  crumbs: readonly Link[];
  years: readonly (Link & { count: number })[];
  changes: readonly { date: CityDate; isWithdrawal: boolean; note: string; release: Release }[];
}

/** A list that can be subscribed to: its name, its feed, the narrower ones below it. */
export interface FeedEntry extends Link {
  narrower: readonly FeedEntry[];
}

/** The page that explains feeds and lists them; `address` of a link is the feed's. */
export interface SubscribeView extends ViewBase {
  layout: "subscribe";
  site: Link;
  json: string;
  groups: readonly { heading: string; feeds: readonly FeedEntry[] }[];
  languages: readonly (Link & { language: Language })[];
}

/** A plain page such as the imprint. */
export interface PlainView extends ViewBase {
  layout: "page";
  page: PlainPage;
  /** Ways on from where there is no page: the years and the newest releases; undefined elsewhere and in an empty archive. */
  ways: { years: readonly Link[]; newest: readonly Release[] } | undefined;
}

/** The accessibility statement; `grounds` are its gaps under the headings of the EU's model statement. */
export interface AccessibilityView extends ViewBase {
  layout: "accessibility";
  statement: Statement;
  grounds: readonly { ground: Gap["ground"]; gaps: readonly Gap[] }[];
}

/** The page on the archive as data: its files by year, and what their fields mean. */
export interface DataPageView extends ViewBase {
  layout: "data";
  years: readonly { year: number; csv: string; lines: string }[];
  fields: readonly { name: string; columns: readonly string[]; description: string; example: string }[];
  /** The descriptions for programs. */
  files: Record<"index" | "schema" | "catalog" | "manifest" | "redirects", Link>;
}

/** What answers an old address: a page that leads on to `target`. */
export interface RedirectView extends ViewBase {
  layout: "redirect";
  /** The old address as an editor wrote it, and the file in which it stands. */
  alias: string;
  path: string;
  target: string;
}

/** What the preview shows when content has errors. */
export interface ProblemsView extends ViewBase {
  layout: "problems";
  problems: readonly Problem[];
}

/** All data that a layout can be given. */
export type View =
  | AccessibilityView
  | HomeView
  | ReleaseView
  | PlainView
  | ProblemsView
  | ListingView
  | ArchiveView
  | OverviewView
  | CorrectionsView
  | SubscribeView
  | DataPageView
  | RedirectView;

/** One output with its address: a layout with its data, a text made directly, a file as it is, or a picture to be made of a file. */
export type Page =
  | View
  /** `inputs` is all that `text` is made of, as JSON can say it: a release stands for its content. Without it the text speaks for itself. */
  | { layout: "text"; address: string; text: string; inputs?: readonly unknown[] }
  /** `digest` names the content of the source, where it is known without reading it. */
  | { layout: "file"; address: string; source: string; digest?: string | undefined }
  | { layout: "picture"; address: string; source: string; digest?: string | undefined; rendition: Rendition };

/** True for a page that a layout prints. */
export function isView(page: Page): page is View {
  return "language" in page;
}

/** A page whose text is made of its inputs when it is asked for: fifty thousand releases' texts at once would fill the memory. */
export function lazyText<Inputs extends unknown[]>(
  address: string,
  inputs: readonly [...Inputs],
  make: (...inputs: NoInfer<Inputs>) => string,
): Page {
  return new LazyText(address, inputs, make as (...inputs: readonly unknown[]) => string);
}

/** There are two of these for every release, so each holds no more than it must. */
class LazyText {
  readonly layout = "text";
  readonly address: string;
  readonly inputs: readonly unknown[];
  readonly #make: (...inputs: readonly unknown[]) => string;

  constructor(address: string, inputs: readonly unknown[], make: (...inputs: readonly unknown[]) => string) {
    this.address = address;
    this.inputs = inputs;
    this.#make = make;
  }

  get text(): string {
    return this.#make(...this.inputs);
  }
}

/** Gives a view the getters that it shares with others: what they answer follows from the view's own data, is made when a layout asks, and is no input of its own. */
export function derive<T extends object, D extends object>(view: T, shared: D & ThisType<T & D>): T & D {
  return Object.setPrototypeOf(view, shared) as T & D;
}

/** A part of the site: a pure function from the archive to its pages. */
export type Capability = (archive: Archive) => Page[];
