import { existsSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { listFiles } from "../../../content/files.ts";
import { decode } from "../../documents/text-file.ts";
import type { About, GivenFile, Item, Source, Status, Term, TermGroup } from "../item.ts";
import { type Head, parseFile, readYamlHead, textAt, textsAt } from "./front-matter.ts";

/** Folders of a project that hold no texts of the site. */
const NOT_TEXTS = /(^|\/)(node_modules|themes|layouts|archetypes|_layouts|_includes|_site|public|vendor|\.[^/]+|_data|_sass)(\/|$)/;

const NAME_OF_SETTINGS = ["hugo", "config", "config/_default/hugo", "config/_default/config", "_config"];

/** A folder of Markdown files with heads in YAML, TOML or JSON, as Hugo, Jekyll and others have them, or one such file. */
export function markdownFiles(folder: string, only?: string): Source {
  const settings = settingsOf(folder);
  const root = existsSync(join(folder, "content")) && settings.kind !== "jekyll" ? "content/" : "";
  const faults: string[] = [];
  return {
    about: () => settings.about,
    faults: () => faults,
    async *read() {
      faults.length = 0;
      const { files, problems } = listFiles(folder, (path) => !NOT_TEXTS.test(path));
      for (const { path, message } of problems) faults.push(`${path}: ${message}`);
      for (const path of only === undefined ? files : [only]) {
        if (!path.startsWith(root) || !/\.(md|markdown|mkd|html)$/i.test(path)) continue;
        if (/(^|\/)(readme|license|contributing|changelog|404|code_of_conduct|liesmich)\.\w+$/i.test(path)) continue;
        const source = decode(readFileSync(join(folder, path)));
        if (/\.html$/i.test(path) && !source.startsWith("---")) continue;
        yield toItem(path, root, folder, source, settings);
      }
    },
  };
}

interface Settings {
  kind: "hugo" | "jekyll" | undefined;
  about: About;
  permalinks: Readonly<Record<string, string>>;
}

function settingsOf(folder: string): Settings {
  for (const name of NAME_OF_SETTINGS)
    for (const ending of ["toml", "yaml", "yml", "json"]) {
      const file = join(folder, `${name}.${ending}`);
      if (!existsSync(file)) continue;
      const written = readFileSync(file, "utf8");
      const fenced = ending === "toml" ? `+++\n${written}\n+++\n` : written;
      const head = ending === "toml" ? parseFile(fenced).head : readYamlHead(written).head;
      const kind = name === "_config" ? "jekyll" : "hugo";
      const base = textAt(head, "baseURL", "url");
      const address = kind === "jekyll" && base !== undefined ? `${base.replace(/\/$/, "")}${textAt(head, "baseurl") ?? ""}/` : base;
      const permalinks = Object.entries((head.permalinks ?? {}) as Record<string, unknown>).filter(
        (entry): entry is [string, string] => typeof entry[1] === "string",
      );
      const whole = textAt(head, "permalink");
      return {
        kind,
        about: {
          title: textAt(head, "title"),
          language: textAt(head, "languageCode", "defaultContentLanguage", "locale", "lang"),
          address: address && /^https?:/.test(address) ? address : undefined,
        },
        permalinks: whole === undefined ? Object.fromEntries(permalinks) : { posts: whole },
      };
    }
  const isJekyll = existsSync(join(folder, "_posts")) || basename(folder) === "_posts";
  return { kind: isJekyll ? "jekyll" : undefined, about: {}, permalinks: {} };
}

/** The fields by which such texts are sorted. */
const TERMS: readonly [TermGroup, ...string[]][] = [
  ["departments", "department", "office", "agency", "amt"],
  ["categories", "categories", "category", "topics", "topic", "themen"],
  ["tags", "tags", "tag", "keywords"],
  ["authors", "authors", "author"],
  ["places", "places", "locations"],
];

function toItem(path: string, root: string, folder: string, source: string, settings: Settings): Item {
  const { head, text, fault } = parseFile(source);
  const name = basename(path).replace(/\.\w+$/, "");
  const isBundle = /^index(\.[a-z-]{2,9})?$/i.test(name);
  const [, stem = name, language] = /^(.*?)(?:\.([a-z]{2}(?:-[a-z]{2})?))?$/i.exec(name) ?? [];
  const isVersion = language !== undefined && stem !== name;
  const own = isBundle ? basename(dirname(path)) : stem;
  const [, day, ofDay = own] = /^(\d{4}-\d{1,2}-\d{1,2})[-_](.+)$/.exec(own) ?? [];
  const section = path
    .slice(root.length)
    .split("/")
    .slice(0, -1)
    .find((part) => !/^(_posts|_drafts)$/.test(part));
  const slug = textAt(head, "slug") ?? ofDay;
  const isDraft = [head.draft, head.published === "false" ? "true" : undefined].includes("true") || /(^|\/)_drafts\//.test(path);
  const dates = textsAt(head, "date").concat(textsAt(head, "publishDate", "pubdate", "published_at", "created", "updated"), day ?? []);
  const kind = /^_index/.test(name) ? "list" : dates.length === 0 && !/(^|\/)_posts\//.test(path) ? "page" : "post";
  const sorted = TERMS.flatMap(([group, ...names]): Term[] => termsAt(head, names).map((term) => ({ group, name: term })));
  const address = addressOf({ head, path: path.slice(root.length), isBundle, slug, section, dates, settings });
  return {
    place: join(folder, path),
    key: path,
    kind,
    status: (isDraft ? "draft" : "public") satisfies Status,
    title: textAt(head, "title", "headline") ?? "",
    text: fault === undefined ? text : `${text}`,
    form: /\.html$/i.test(path) ? "html" : "markdown",
    summary: textAt(head, "summary", "description", "excerpt", "teaser", "deck", "subtitle"),
    dates: [...new Set(dates)],
    addresses: [
      isVersion && address?.startsWith("/") ? `/${language}${address}` : address,
      ...textsAt(head, "aliases", "redirect_from"),
    ].filter((one) => one !== undefined),
    slug,
    language: textAt(head, "lang", "language", "locale") ?? (language === undefined ? undefined : language),
    ...(!isVersion ? {} : { versionOf: path.replace(`.${language}.`, ".") }),
    terms: [...sorted, ...(section === undefined ? [] : [{ group: "sections" as const, name: section }])],
    number: textAt(head, "number", "nummer", "release_number"),
    pictures: picturesOf(head),
    folder: join(folder, dirname(path)),
  };
}

function termsAt(head: Head, names: readonly string[]): string[] {
  const listed = textsAt(head, ...names);
  const nested = names.flatMap((name) => {
    const value = head[name];
    const list = Array.isArray(value) ? (value as unknown[]) : [value];
    return list.flatMap((one) => (typeof one === "object" && one !== null ? textsAt(one as Head, "name", "title") : []));
  });
  return [...listed, ...nested].flatMap((one) => (listed.length === 1 ? one.split(/,\s*/) : [one])).map((one) => one.trim());
}

/** The picture that a head names, whatever its theme calls it. */
function picturesOf(head: Head): GivenFile[] {
  const names = [
    "featured_image",
    "image",
    "cover",
    "thumbnail",
    "featuredImage",
    "images",
    "header.image",
    "hero_image",
    "img",
    "teaser_image",
  ];
  const list = (Array.isArray(head.images) ? (head.images as unknown[]) : []).filter(
    (one) => typeof one === "object" && one !== null,
  ) as Head[];
  const groups = [head.image, head.cover, head.featured_image, ...list].filter(
    (one): one is Head => typeof one === "object" && one !== null && !Array.isArray(one),
  );
  const named = groups.flatMap((group) => {
    const source = textAt(group, "src", "url", "path", "image", "file", "feature", "filename");
    const words = { alt: textAt(group, "alt"), caption: textAt(group, "caption", "title"), credit: textAt(group, "credit", "copyright") };
    return source === undefined ? [] : [{ source, ...words }];
  });
  if (named.length > 0) return named;
  const alt = textAt(head, "image_alt", "featured_image_alt", "imageAlt", "alt");
  const source = textsAt(head, ...names)[0];
  const words = { alt, caption: textAt(head, "image_caption", "caption"), credit: textAt(head, "image_credit", "credit") };
  return source === undefined ? [] : [{ source, ...words }];
}

interface Placed {
  head: Head;
  path: string;
  isBundle: boolean;
  slug: string;
  section: string | undefined;
  dates: readonly string[];
  settings: Settings;
}

/** The address that a text had, as its system makes it of its head, its path and the settings. */
function addressOf({ head, path, isBundle, slug, section, dates, settings }: Placed): string | undefined {
  const said = textAt(head, "url", "permalink");
  const { kind, permalinks } = settings;
  const pattern = said ?? permalinks[section ?? ""] ?? permalinks.posts ?? (kind === "jekyll" ? "date" : undefined);
  const [, year = "", month = "", day = ""] = /(\d{4})-(\d{1,2})-(\d{1,2})/.exec(dates[0] ?? "") ?? [];
  const named: Readonly<Record<string, string>> = {
    date: "/:categories/:year/:month/:day/:title.html",
    pretty: "/:categories/:year/:month/:day/:title/",
    none: "/:categories/:title.html",
  };
  if (pattern !== undefined) {
    const made = (named[pattern] ?? pattern).replace(/:(\w+)/g, (token, name: string) => {
      const values: Readonly<Record<string, string>> = {
        ...{ year, month: month.padStart(2, "0"), day: day.padStart(2, "0"), i_day: String(Number(day)), i_month: String(Number(month)) },
        ...{
          slug,
          title: slug,
          filename: slug,
          contentbasename: slug,
          slugorfilename: slug,
          section: section ?? "",
          sections: section ?? "",
        },
        categories: textsAt(head, "categories", "category").join("/").toLowerCase(),
      };
      return values[name] ?? token;
    });
    if (!made.includes(":") || /^https?:/.test(made)) return /^(https?:|\/)/.test(made) ? made.replace(/([^:])\/{2,}/g, "$1/") : `/${made}`;
  }
  if (kind === "jekyll") return undefined;
  const folders = path.split("/").slice(0, isBundle ? -2 : -1);
  return `/${[...folders, slug].join("/")}/`;
}
