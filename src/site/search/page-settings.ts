type Words = typeof import("../../../layouts/texts/de.json", { with: { type: "json" }});

/** What the script of a search page is told. */
export interface PageSettings {
  language: string;
  /** The folder of the index, and what stands before every address of the site, as `href` needs it. */
  index: string;
  prefix: string;
  words: Words["search"];
  kinds: Words["release"]["kinds"];
  /** The languages that releases are in, by their tags. */
  languages: Readonly<Record<string, string>>;
}
