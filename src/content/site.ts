import type { Language } from "../addresses.ts";
import { type CardSettings, toCards } from "./card-settings.ts";
import { type Contact, toContact } from "./contact.ts";
import { type FormSettings, toForm } from "./form-settings.ts";
import { otherVersion } from "./schema-version.ts";
import { type SearchSettings, toSearch } from "./search-settings.ts";
import { checkShape } from "./shape.ts";
import { LANGUAGES, type REPOSITORY_KINDS, siteSchema, type TargetName } from "./site-schema.ts";
import { type Statement, toStatement } from "./statement.ts";
import { ownTheme, readTheme, type Theme } from "./theme/theme.ts";
import type { Data, Result } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** The city's settings, every default filled in. `demonstration` is the notice to print, or undefined on a real site. */
export interface Site {
  name: string;
  tagline: string | undefined;
  url: string;
  /** The language of the interface, and of originals that name no other. */
  language: Language;
  /** All languages that the archive may hold, the originals' first. */
  languages: readonly Language[];
  timeZone: string;
  demonstration: string | undefined;
  issuer: string;
  publisher: { name: string; address: string; contact: Contact; responsible: string };
  textLicense: { text: string; url: string | undefined };
  navigation: readonly string[];
  accessibility: Statement | undefined;
  comments: { default: "open" | "closed" | "off"; email: string | undefined };
  theme: Theme;
  /** How the site can be searched; undefined where it cannot. */
  search: SearchSettings | undefined;
  /** How links to the site are previewed elsewhere; undefined where without a picture of ours. */
  cards: CardSettings | undefined;
  /** Addresses that may vanish: these, and what lies below one that ends on a slash. */
  forgotten: readonly string[];
  repository: Repository | undefined;
  /** The editors' form; undefined where a site has none. */
  form: FormSettings | undefined;
  security: { contact: string; expires: string } | undefined;
  /** The host that the site is made for, and what to run when it was published there. */
  target: TargetName | undefined;
  afterPublish: string | undefined;
  tagAuthority: string;
}

/** Where the files of an archive are kept; `branch` is the one that is written to. */
export interface Repository {
  url: string;
  kind: (typeof REPOSITORY_KINDS)[number];
  branch: string;
}

function toRepository(written: string | { url: string; kind?: Repository["kind"] | undefined; branch: string }): Repository {
  const { url, kind, branch } = typeof written === "string" ? { url: written, kind: undefined, branch: "main" } : written;
  const host = new URL(url).hostname;
  const known = /(^|\.)github\./.test(host) ? "github" : /(^|\.)(codeberg|forgejo|gitea)\./.test(host) ? "forgejo" : "gitlab";
  return { url: url.replace(/(\.git)?\/*$/, ""), kind: kind ?? known, branch };
}

/** Checks the settings and fills in the defaults; `files` are those of the content folder in which `path` lies. */
export function toSite(data: Data, path: string, locate: Locate, files: ReadonlySet<string> = new Set()): Result<Site> {
  const other = otherVersion(data, path, locate);
  if (other) return { value: undefined, problems: [other] };
  const { value, problems } = checkShape(siteSchema, data, path, locate);
  if (!value) return { value: undefined, problems };
  const notice = value.demonstration;
  const contact = toContact(value.publisher.contact) ?? { name: undefined, phone: undefined, email: undefined };
  const look = readTheme(value.theme, path, locate, files);
  return {
    problems: [...problems, ...look.problems],
    value: {
      name: value.name,
      tagline: value.tagline,
      url: value.url,
      language: value.language,
      languages: [value.language, ...value.languages.filter((language) => language !== value.language)],
      timeZone: value.timeZone,
      demonstration: typeof notice === "string" ? notice : notice ? "Demonstration, kein amtliches Angebot" : undefined,
      issuer: value.issuer ?? value.publisher.name,
      publisher: { ...value.publisher, contact },
      textLicense: { text: value.textLicense.text, url: value.textLicense.url },
      navigation: value.navigation,
      accessibility: value.accessibility && toStatement(value.accessibility, contact, value.timeZone),
      comments: { default: value.comments?.default ?? "off", email: value.comments?.email ?? contact.email },
      theme: look.theme,
      search: toSearch(value.search),
      cards: toCards(value.cards),
      forgotten: (value.forgotten ?? []).map(({ address }) => address),
      repository: value.repository === undefined ? undefined : toRepository(value.repository),
      form: toForm(value.form),
      security: value.security,
      target: value.target,
      afterPublish: value.afterPublish,
      // RFC 4151 asks for a host name and a date on which the site held it; the year in which this format began serves every site.
      tagAuthority: value.tagAuthority ?? `${new URL(value.url).hostname},2026`,
    },
  };
}

/** The settings that are assumed while `site.yml` is missing or wrong, so that everything else can be checked and previewed. */
export const UNKNOWN_SITE: Site = {
  name: "Vorschau",
  tagline: undefined,
  url: "http://localhost/",
  language: "de",
  languages: LANGUAGES,
  timeZone: "Europe/Berlin",
  demonstration: undefined,
  issuer: "",
  publisher: { name: "", address: "", contact: { name: undefined, phone: undefined, email: undefined }, responsible: "" },
  textLicense: { text: "", url: undefined },
  navigation: [],
  accessibility: undefined,
  comments: { default: "off", email: undefined },
  get theme() {
    return ownTheme();
  },
  search: toSearch(undefined),
  cards: toCards(undefined),
  forgotten: [],
  repository: undefined,
  form: undefined,
  security: undefined,
  target: undefined,
  afterPublish: undefined,
  tagAuthority: "localhost,2026",
};
