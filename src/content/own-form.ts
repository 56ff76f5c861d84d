import { toSlug } from "./slugs.ts";

/** How an editor's own value is written in the field at a path, so that it passes the rule; undefined where that is not plain. */
export function ownForm(path: readonly PropertyKey[], value: string): string | undefined {
  const written = value.trim();
  if (written === "" || written.length > 300) return undefined;
  const field = String(path.findLast((part) => typeof part === "string") ?? "");
  const own = FORMS[field]?.(written, path);
  return own === undefined || own === value ? undefined : own;
}

const FORMS: Readonly<Record<string, (written: string, path: readonly PropertyKey[]) => string | undefined>> = {
  lat: (written) => coordinate(written, "S"),
  lon: (written) => coordinate(written, "W"),
  country: regionOf,
  phone: (written) => /\+?\d[\d ()/-]{2,38}\d/.exec(written.replace(/[\u2010-\u2015\u2212]/g, "-").replace(/[\p{Zs}\t]+/gu, " "))?.[0],
  email: (written) => /[^\s<>:;,()]+@[^\s<>:;,()]+\.[a-z]{2,}/i.exec(written.replace(/ ?[([{](?:at|ät|a)[)\]}] ?| at /gi, "@"))?.[0],
  url: (written, path) => {
    const address = /^https?:\/\//i.test(written) ? written : /^[\w-]+(\.[\w-]+)+(\/|$)/.test(written) ? `https://${written}` : undefined;
    // The archive's own address ends with a slash, without a query.
    return path.length > 1 || address === undefined ? address : address.replace(/[?#].*$/, "").replace(/\/?$/, "/");
  },
  navigation: (written) => toSlug(written.replace(/^https?:.*/i, "").replace(/\.md$|^\/|\/$/g, "")) || undefined,
  address: (written) => /^https?:\/\/[^/]+(\/.+)$/i.exec(written)?.[1],
  aliases: (written) => {
    if (/^(\/(?!\/)|[a-z]+:)/i.test(written)) return undefined;
    if (written.startsWith("//")) return `https:${written}`;
    return /^[\w-]+(\.[\w-]+)*\.[a-z]{2,}\//i.test(written) ? `https://${written}` : `/${written}`;
  },
  language: languageOf,
  languages: languageOf,
};

/** A direction, degrees, minutes and seconds, each perhaps with a part behind a point or comma, and a direction again. */
const DEGREES = new RegExp(
  [
    /([NSEWO])? ?/,
    /(-?\d{1,3})(?:[.,](\d{1,12}))?°?/,
    /(?: ?(\d{1,2})(?:[.,](\d+))?['′’])?/,
    /(?: ?(\d{1,2})(?:[.,](\d+))?(?:["″”]|''))?/,
    / ?([NSEWO])?/,
  ]
    .reduce((whole, { source }) => whole + source, "^")
    .concat("$"),
  "i",
);

/** Degrees as a decimal number: with a comma, with signs and letters, or with minutes and seconds. */
function coordinate(written: string, negative: string): string | undefined {
  const match = DEGREES.exec(written);
  if (!match) return undefined;
  const [, before = "", whole = "", part = "0", minutes = "0", minutePart = "0", seconds = "0", secondPart = "0", behind = ""] = match;
  const degrees =
    Math.abs(Number(`${whole}.${part}`)) + Number(`${minutes}.${minutePart}`) / 60 + Number(`${seconds}.${secondPart}`) / 3600;
  const isNegative = whole.startsWith("-") || (before || behind).toUpperCase() === negative;
  return `${isNegative ? "-" : ""}${Number(degrees.toFixed(6))}`;
}

/** The code of a country by its name in German or English. */
function regionOf(written: string): string | undefined {
  if (/^[a-z]{2}$/i.test(written)) return written.toUpperCase();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  return byName(
    written,
    "region",
    letters.flatMap((first) => letters.map((second) => first + second)),
  );
}

/** The tags of languages that people know by another: by the country, or of three letters. */
const TAGS: Readonly<Record<string, string>> = {
  ua: "uk",
  cz: "cs",
  gr: "el",
  dk: "da",
  se: "sv",
  jp: "ja",
  cn: "zh",
  us: "en",
  gb: "en",
  eng: "en",
  ger: "de",
  deu: "de",
  leicht: "de-simple",
  ls: "de-simple",
};

/** The tag of a language by its name in German or English, or as other systems write it. */
function languageOf(written: string): string | undefined {
  const known = TAGS[written.toLowerCase()];
  if (known !== undefined) return known;
  if (/leichte sprache|leichte-sprache/i.test(written)) return "de-simple";
  const tag = written.replaceAll("_", "-");
  try {
    const [canonical = ""] = Intl.getCanonicalLocales(tag);
    if (/^[a-z]{2}(-|$)/.test(canonical)) return canonical;
  } catch {
    // No tag at all: it may be a name.
  }
  const letters = [..."abcdefghijklmnopqrstuvwxyz"];
  return byName(
    written,
    "language",
    letters.flatMap((first) => letters.map((second) => first + second)),
  );
}

/** The code whose name is the one that is written, however its umlauts are. */
function byName(written: string, type: "region" | "language", codes: readonly string[]): string | undefined {
  const slug = toSlug(written);
  for (const language of ["de", "en"]) {
    const names = new Intl.DisplayNames(language, { type, fallback: "none" });
    const found = codes.find((code) => toSlug(names.of(code) ?? "") === slug);
    if (found !== undefined) return found;
  }
  return undefined;
}
