import type { Language } from "./addresses.ts";
import type { Archive } from "./archive/archive.ts";
import type { PlainPage } from "./plain-page.ts";
import type { Problem } from "./problems.ts";
import type { Alternate, Release } from "./release/release.ts";

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
  count: number;
}

/** The page of a release in one of its languages. */
export interface ReleaseView extends ViewBase {
  layout: "release";
  release: Release;
}

/** A plain page such as the imprint. */
export interface PlainView extends ViewBase {
  layout: "page";
  page: PlainPage;
}

/** What the preview shows when content has errors. */
export interface ProblemsView extends ViewBase {
  layout: "problems";
  problems: readonly Problem[];
}

/** All data that a layout can be given. */
export type View = HomeView | ReleaseView | PlainView | ProblemsView;

/** One output with its address: a layout with its data, a text made directly, or a file as it is. */
export type Page = View | { layout: "text"; address: string; text: string } | { layout: "file"; address: string; source: string };

/** A part of the site: a pure function from the archive to its pages. */
export type Capability = (archive: Archive) => Page[];
