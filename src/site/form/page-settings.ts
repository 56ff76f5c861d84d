/** Stands for a year in what the page is told of releases. */
export const YEAR = "{YEAR}";

/** What Sveltia CMS is told; which options there are, its documentation says. */
export interface Configuration {
  collections: object[];
  [option: string]: unknown;
}

/** What the page of the form is told by the build. */
export interface FormPageSettings {
  configuration: Configuration;
  /** The collection of the releases of a year, with `YEAR` in its place. */
  releases: object;
  /** The style sheet of the site. */
  style: string;
  /** The names of kinds of release. */
  kinds: Record<string, string>;
}
