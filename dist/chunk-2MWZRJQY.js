import {
  SOFTWARE
} from "./chunk-NQM7L2YM.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/addresses.ts
function prefixOf(language) {
  if (language === "de") return "";
  return language === "de-simple" ? "/leichte-sprache" : `/${language.toLowerCase()}`;
}
var FACET_SEGMENTS = { topics: "themen", departments: "aemter", people: "personen", places: "orte" };
var RESERVED_SEGMENTS = /* @__PURE__ */ new Set([
  ...Object.values(FACET_SEGMENTS),
  "suche",
  "archiv",
  "korrekturen",
  "abonnieren",
  "daten",
  "en",
  "leichte-sprache",
  "assets",
  "admin",
  "feed",
  "sitemap",
  "robots",
  "index",
  "pagefind",
  "fehler"
]);
function isReserved(segment, languages) {
  return RESERVED_SEGMENTS.has(segment) || /^\d{4}$/.test(segment) || languages.some((language) => prefixOf(language) === `/${segment}`);
}
var WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;
var SLUG_MAX = 120;
var MADE_SLUG_MAX = 80;
function isSlug(text2) {
  return /^[a-z0-9-]{3,}$/.test(text2) && text2.length <= SLUG_MAX && !WINDOWS_DEVICES.test(text2);
}
function toSlug(text2) {
  const spelt = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text2.normalize("NFC").toLowerCase().replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter).normalize("NFD").replace(new RegExp("\\p{M}", "gu"), "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, MADE_SLUG_MAX).replace(/-+$/, "");
}
function homeAddress(language = "de") {
  return `${prefixOf(language)}/`;
}
function releaseAddress(id2, language = "de") {
  return `${prefixOf(language)}/${id2}/`;
}
function pageAddress(slug, language = "de") {
  return slug === "404" ? "/404.html" : `${prefixOf(language)}/${slug}/`;
}
var ACCESSIBILITY_SLUG = "barrierefreiheit";
function archiveAddress(language = "de") {
  return `${prefixOf(language)}/archiv/`;
}
function timeAddress(year, month, language = "de") {
  return `${prefixOf(language)}/${period(year, month)}`;
}
function facetAddress(facet, entry, year, month, language = "de") {
  const base = `${prefixOf(language)}/${FACET_SEGMENTS[facet]}/`;
  if (entry === void 0) return base;
  return year === void 0 ? `${base}${entry}/` : `${base}${entry}/${period(year, month)}`;
}
function dataAddress(file = "") {
  return `/daten/${file}`;
}
function redirectAddress(alias) {
  return alias.endsWith("/") || /\.html?$/i.test(alias) ? alias : `${alias}/`;
}
function languageOfAddress(address, languages) {
  return languages.find((language) => language !== "de" && address.startsWith(`${prefixOf(language)}/`)) ?? "de";
}
function shapeOf(address, languages) {
  const [first = "", second, third, fourth, ...rest] = address.slice(prefixOf(languageOfAddress(address, languages)).length).replace(/\/$/, "").split("/").slice(1);
  if (rest.length > 0 || !second) return void 0;
  if (/^\d{4}$/.test(first) && /^\d\d$/.test(second) && third) return fourth ? "file" : "release";
  return third === void 0 && Object.values(FACET_SEGMENTS).includes(first) ? "entry" : void 0;
}
var JSON_FEED = "/feed.json";
var SITEMAP = "/sitemap.xml";
var SUBSCRIBE_PAGE = "/abonnieren/";
function feedAddress(list, part = 1) {
  return part === 1 ? `${list}feed.xml` : `${list}feed-${part}.xml`;
}
function period(year, month) {
  const segment = String(year).padStart(4, "0");
  return month === void 0 ? `${segment}/` : `${segment}/${String(month).padStart(2, "0")}/`;
}
function fileAddress(id2, file) {
  return `/${id2}/${file}`;
}
function releaseFileAddress(address, file) {
  return `${address}${file}`;
}
function historyAddress(repository, id2, version) {
  const base = repository.replace(/(\.git)?\/*$/, "");
  const isGitHub = /^https?:\/\/([a-z0-9-]+\.)*github\./i.test(base);
  return `${base}${isGitHub ? "" : "/-"}/commits/HEAD/content/releases/${id2}${version === void 0 ? "" : `.${version}`}.md`;
}
function outputFile(address) {
  return address.endsWith("/") ? `${address.slice(1)}index.html` : address.slice(1);
}
function createLinks(url) {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  return {
    href: (address) => address.startsWith("/") ? prefix + address : address,
    absolute: (address) => address.startsWith("/") ? origin + prefix + address : address
  };
}
function comparable(address) {
  if (/^(\/[a-z0-9-]+)+\/?$/.test(address)) return address.endsWith("/") ? address.slice(0, -1) : address;
  return comparableInCase(address.toLowerCase());
}
function comparableInCase(address) {
  return address.replace(/\/{2,}/g, "/").replace(/\/index\.html$/, "/").replace(/\/+$/, "") || "/";
}
function parentOf(key) {
  return key.slice(0, Math.max(0, key.lastIndexOf("/")));
}

// src/content/fields.ts
import { z } from "zod";

// src/dates.ts
import { DateTime, FixedOffsetZone, IANAZone } from "luxon";

// src/foreign-dates.ts
function readForeign(text2) {
  const iso2 = ISO.exec(text2);
  if (iso2) {
    const [, date2, hour2, , minute2, second2, offset2] = iso2;
    return `${date2}T${hour2}:${minute2}${second2 ? `:${second2}` : ""}${writeOffset(offset2)}`;
  }
  const mail = MAIL.exec(text2);
  if (!mail) return void 0;
  const [, weekday, day = "", name = "", year = "", hour, minute, second, offset] = mail;
  const date = writeDay(year, String(monthOf(name)), day);
  if (date === void 0 || weekday !== void 0 && !isWeekday(date, weekday)) return void 0;
  return `${date}T${hour}:${minute}${second ? `:${second}` : ""}${writeOffset(offset)}`;
}
function meaningsOf(text2) {
  const written = text2.trim();
  if (written.length > 80) return [];
  for (const [shape, read] of WHOLE) {
    const match = shape.exec(written);
    if (match) return once(read(match.slice(1)));
  }
  for (const [shape, read] of DAYS) {
    const match = shape.exec(written);
    if (!match) continue;
    const time = readTime(written.replace(shape, " "));
    if (time === void 0) return [];
    return once(read(match.slice(1))).map(
      (day) => time === "24:00" ? `${dayAfter(day)}T00:00` : time ? `${day}T${time}` : day
    );
  }
  return [];
}
var ISO = /^(\d{4}-\d\d-\d\d)(?:[Tt]| +)(\d\d)([:.])(\d\d)(?:\3(\d\d)(?:[.,]\d{1,9})?)? ?(Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)?$/;
var MAIL = new RegExp(
  "^(?:([a-z]{3}), ?)?(\\d{1,2}) (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec) (\\d{4}) (\\d\\d):(\\d\\d)(?::(\\d\\d))? (Z|UT|UTC|GMT|[+-]\\d{4})$",
  "i"
);
var MONTHS = [
  /^(jan|jän)/,
  /^feb/,
  /^(mar|mär|mrz)/,
  /^apr/,
  /^ma[iy]/,
  /^jun/,
  /^jul/,
  /^aug/,
  /^sep/,
  /^o[ck]t/,
  /^nov/,
  /^de[cz]/
];
var MONTH = "((?:jan|jän|feb|mar|mär|mrz|apr|mai|may|jun|jul|aug|sep|okt|oct|nov|dez|dec)[a-zä]*)\\.?";
var WEEKDAYS = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];
var WHOLE = [
  [new RegExp(`^${MONTH} (\\d{4})$`, "i"), ([name = "", year = ""]) => [writeMonth(year, String(monthOf(name)))]],
  [/^(\d{1,2})[./-](\d{4})$/, ([month = "", year = ""]) => [writeMonth(year, month)]],
  [/^(\d{4})[./-](\d{1,2})$/, ([year = "", month = ""]) => [writeMonth(year, month)]],
  [/^(\d{4})-(\d\d)-(?:00|xx|\?\?|uu)$/i, ([year = "", month = ""]) => [Number(month) === 0 ? year : writeMonth(year, month)]],
  [/^(\d{4})-(?:00|xx|\?\?|uu)(?:-(?:00|xx|\?\?|uu))?$/i, ([year]) => [year]],
  [/^(\d{4})(\d\d)(\d\d)$/, ([year = "", month = "", day = ""]) => [writeDay(year, month, day)]],
  [
    /^(\d{4})(\d\d)(\d\d)[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(Z)?$/,
    ([year = "", month = "", day = "", hour, minute, second, zone]) => {
      const date = writeDay(year, month, day);
      return [date && `${date}T${hour}:${minute}${second ? `:${second}` : ""}${zone ?? ""}`];
    }
  ],
  [/^(\d{10})(?:\d{3})?$/, ([seconds]) => [`${new Date(Number(seconds) * 1e3).toISOString().slice(0, 19)}Z`]]
];
var DAYS = [
  [/(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/, ([year = "", , month = "", day = ""]) => [writeDay(year, month, day)]],
  [/(?<!\d)(\d{1,2})\. ?(\d{1,2})\. ?(\d{4})(?!\d)/, ([day = "", month = "", year = ""]) => [writeDay(year, month, day)]],
  [
    /(?<!\d)(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/,
    ([first = "", , second = "", year = ""]) => [writeDay(year, second, first), writeDay(year, first, second)]
  ],
  [
    /(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d\d)(?!\d)/,
    ([day = "", month = "", year = ""]) => ["20", "19"].map((century) => writeDay(century + year, month, day))
  ],
  [
    new RegExp(`(?<!\\d)(\\d{1,2})(?:\\.|st|nd|rd|th)? ?${MONTH},? ?(\\d{4})(?!\\d)`, "i"),
    ([day = "", name = "", year = ""]) => [writeDay(year, String(monthOf(name)), day)]
  ],
  [
    new RegExp(`${MONTH} +(\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, "i"),
    ([name = "", day = "", year = ""]) => [writeDay(year, String(monthOf(name)), day)]
  ]
];
function readTime(rest) {
  const bare = rest.replace(/\([^)]*\)|\[[^\]]*\]/g, " ").replace(/(?<![a-zäöü])(mon|die?n?s?|tue?s?|mit?t?|wed|don?n?|thu|fr[ei]|sa[mt]|son?n?|sun)[a-z]*(?![a-zäöü])/gi, " ").replace(/(?<![a-zäöü])(um|den|am|at|ab|T)(?![a-zäöü])|[,;|]/gi, (word) => /^am$/i.test(word) && /\d ?am/i.test(rest) ? word : " ").replace(/\s+/g, " ").trim();
  if (bare === "") return "";
  const time = /^(\d{1,2})(?:[:.](\d\d))?(?:[:.](\d\d))?(?:[.,]\d+)? ?(uhr|h|[ap]\.?m\.?)? ?(.*)$/i.exec(bare);
  if (!time) return void 0;
  const [, hour = "", minute, second, kind = "", zone = ""] = time;
  if (minute === void 0 && kind === "") return void 0;
  const offset = /^(?:(?:GMT|UTC)? ?([+-]\d\d(?::?\d\d)?)|(Z|UTC|GMT|UT))?$/i.exec(zone);
  const named = { MEZ: "+01:00", CET: "+01:00", MESZ: "+02:00", CEST: "+02:00" }[zone.toUpperCase()];
  if (!offset && named === void 0) return void 0;
  const half = /^p/i.test(kind) ? 12 : 0;
  const hours = /^[ap]/i.test(kind) ? Number(hour) % 12 + half : Number(hour);
  const written = `${two(String(hours))}:${minute ?? "00"}`;
  return written === "24:00" ? written : `${written}${second ? `:${second}` : ""}${named ?? writeOffset(offset?.[1] ?? offset?.[2])}`;
}
function writeOffset(offset) {
  if (offset === void 0) return "";
  if (!/^[+-]/.test(offset)) return "Z";
  return `${offset.slice(0, 3)}:${offset.slice(3).replace(":", "") || "00"}`;
}
function writeMonth(year, month) {
  return Number(month) >= 1 && Number(month) <= 12 ? `${year}-${two(month)}` : void 0;
}
function writeDay(year, month, day) {
  const date = `${year}-${two(month)}-${two(day)}`;
  const read = /* @__PURE__ */ new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(read.getTime()) && read.toISOString().startsWith(date) ? date : void 0;
}
function dayAfter(date) {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 864e5).toISOString().slice(0, 10);
}
function monthOf(name) {
  return MONTHS.findIndex((month) => month.test(name.toLowerCase())) + 1;
}
function isWeekday(date, name) {
  return WEEKDAYS[(/* @__PURE__ */ new Date(`${date}T00:00:00Z`)).getUTCDay()] === name.toLowerCase();
}
function two(number) {
  return number.padStart(2, "0");
}
function once(forms) {
  return [...new Set(forms)].filter((form) => form !== void 0);
}

// src/dates.ts
var SHAPE = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d))?(Z|[+-]\d\d:\d\d)?)?)?)?$/;
var REMEDY = "Schreiben Sie das Datum so: 2017-11-14, mit Uhrzeit 2017-11-14T09:00, ohne Tag 2017-11 oder 2017.";
function parseDate(text2, timeZone) {
  const written = text2.trim();
  const date = readOwn(SHAPE.test(written) ? written : readForeign(written) ?? written, timeZone);
  if (!isRefusal(date)) return date;
  const meanings = meaningsOf(written).filter((meaning) => !isRefusal(readOwn(meaning, timeZone)));
  return meanings.length === 0 ? date : { message: date.message, remedy: writeChoice(meanings), meant: meanings };
}
function writeChoice([meaning, ...others]) {
  return others.length === 0 ? `Schreiben Sie: ${meaning}` : `Schreiben Sie, was gemeint ist: ${[meaning, ...others].join(" oder ")}`;
}
function readOwn(text2, timeZone) {
  const match = SHAPE.exec(text2);
  if (!match) return { message: `„${shorten(text2)}“ ist kein Datum, das eindeutig zu lesen ist.`, remedy: REMEDY };
  const [, year = "", month, day, hour, minute, second, offset] = match;
  const precision = hour !== void 0 ? "minute" : day !== void 0 ? "day" : month !== void 0 ? "month" : "year";
  const impossible = (why) => ({ message: `„${text2}“ gibt es nicht (${why}).`, remedy: REMEDY });
  const wall = DateTime.utc(
    Number(year),
    Number(month ?? 1),
    Number(day ?? 1),
    Number(hour ?? 0),
    Number(minute ?? 0),
    Number(second ?? 0)
  );
  if (Number(year) < 1e3) return impossible("das Jahr liegt vor 1000");
  if (!wall.isValid || Number(hour ?? 0) > 23)
    return impossible(Number(month ?? 1) > 12 ? "ein Jahr hat zwölf Monate" : "diesen Tag oder diese Uhrzeit hat der Kalender nicht");
  const minutes = offset === void 0 ? void 0 : offsetMinutes(offset);
  if (Number.isNaN(minutes)) return impossible("so weit geht keine Uhr von der Weltzeit ab");
  const clock = minutes === void 0 ? fromWall(wall.toMillis(), timeZone) : { instant: wall.toMillis() - minutes * 6e4, isShown: true };
  if (precision === "minute" && !clock.isShown) {
    return {
      message: `Die Uhrzeit in „${text2}“ gibt es nicht: In dieser Nacht wird die Uhr vorgestellt.`,
      remedy: "Schreiben Sie eine Uhrzeit davor oder danach, zum Beispiel 03:00."
    };
  }
  const { instant } = clock;
  if (precision === "minute") {
    const inCity = inZone(instant, timeZone);
    return { precision, machine: iso(inCity), instant, year: inCity.year, month: inCity.month };
  }
  const known = { precision, machine: text2, year: wall.year, month: precision === "year" ? 0 : wall.month };
  if (precision === "day") return { ...known, instant };
  const next = wall.plus(precision === "month" ? { months: 1 } : { years: 1 });
  return { ...known, instant: fromWall(next.toMillis(), timeZone).instant - 1e3 };
}
function fromWall(wall, timeZone) {
  const before = wall - offsetAt(wall - DAY, timeZone);
  const after = wall - offsetAt(wall + DAY, timeZone);
  const shown = [before, after].filter((instant) => instant + offsetAt(instant, timeZone) === wall);
  return shown.length > 0 ? { instant: Math.min(...shown), isShown: true } : { instant: before, isShown: false };
}
var DAY = 864e5;
var offsets = /* @__PURE__ */ new Map();
function offsetAt(instant, timeZone) {
  const begin = Math.floor(instant / DAY) * DAY;
  const offset = askedOffset(begin, timeZone);
  return offset === askedOffset(begin + DAY, timeZone) ? offset : askedOffset(instant, timeZone);
}
function askedOffset(instant, timeZone) {
  const known = offsets.get(timeZone) ?? /* @__PURE__ */ new Map();
  if (known.size === 0) offsets.set(timeZone, known);
  let offset = known.get(instant);
  if (offset === void 0) {
    offset = Math.round(IANAZone.create(timeZone).offset(instant)) * 6e4;
    known.set(instant, offset);
  }
  return offset;
}
function offsetMinutes(offset) {
  if (offset === "Z") return 0;
  const [hours = 0, minutes = 0] = offset.slice(1).split(":").map(Number);
  if (hours > 14 || minutes > 59) return Number.NaN;
  return (hours * 60 + minutes) * (offset.startsWith("-") ? -1 : 1);
}
function beginOf(date, timeZone) {
  if (date.precision === "day" || date.precision === "minute") return date.instant;
  return fromWall(Date.UTC(date.year, Math.max(date.month, 1) - 1, 1), timeZone).instant;
}
function isRefusal(date) {
  return "remedy" in date;
}
var isoTexts = /* @__PURE__ */ new Map();
function isoInstant(instant, timeZone) {
  let known = isoTexts.get(timeZone);
  if (!known) {
    known = /* @__PURE__ */ new Map();
    isoTexts.set(timeZone, known);
  }
  let text2 = known.get(instant);
  if (text2 === void 0) {
    text2 = iso(inZone(instant, timeZone));
    known.set(instant, text2);
  }
  return text2;
}
function inZone(instant, timeZone) {
  const offset = offsetAt(instant, timeZone) / 6e4;
  return DateTime.fromMillis(instant, { zone: offset === 0 ? timeZone : FixedOffsetZone.instance(offset) });
}
function isTimeZone(name) {
  return IANAZone.isValidZone(name);
}
function iso(moment) {
  return moment.toISO({ suppressMilliseconds: true }) ?? "";
}
function shorten(text2) {
  return text2.length > 60 ? `${text2.slice(0, 60)}…` : text2;
}

// src/old-address.ts
var NAME_MAX = 200;
function readOldAddress(written) {
  if (/^\/[A-Za-z0-9._~/-]*$/.test(written)) return { host: void 0, asked: written, path: written, query: "", hasFile: true };
  const isAbsolute = !written.startsWith("/");
  const { host, pathname, search } = new URL(isAbsolute ? written : `http://host.invalid${written}`);
  const names = pathname.split("/").map(decoded);
  const path = names.every((name) => name !== void 0 && !name.includes("/")) ? names.join("/") : pathname;
  const hasFile = !isAbsolute && !written.includes("?") && names.every((name) => name !== void 0 && isFileName(name));
  return { host: isAbsolute ? host : void 0, asked: pathname + search, path, query: search, hasFile };
}
function namesIn(path) {
  return path.split("/").flatMap((name) => {
    const names = [name];
    for (let next = decoded(name); next !== void 0 && next !== names.at(-1) && names.length < 4; next = decoded(next)) names.push(next);
    return names;
  });
}
function decoded(name) {
  try {
    return decodeURIComponent(name).normalize("NFC");
  } catch {
    return void 0;
  }
}
function isFileName(name) {
  return !/[\\/<>:"|?*\p{Cc}]|[. ]$/u.test(name) && Buffer.byteLength(name) <= NAME_MAX;
}

// src/content/fields.ts
function text(min, max, description, example) {
  return z.string().overwrite((written) => written.replace(/ *[\n\t][\n\t ]*/g, " ")).trim().min(min).max(max).meta({ description, examples: [example] });
}
function id(description, example) {
  return z.string().regex(/^[a-z0-9][a-z0-9-]*$/).max(80).meta({ description, examples: [example] });
}
function calendarDate(description, example, isDay = false) {
  return z.string().trim().superRefine((written, { addIssue }) => {
    const refuse = (message, remedy) => addIssue({ code: "custom", message: `${message}|${remedy}` });
    const date = parseDate(written, "UTC");
    if (isRefusal(date)) {
      const meant = [...new Set((date.meant ?? []).map((form) => form.slice(0, 10)))].filter((form) => !isDay || form.length === 10);
      const isShaped = /^\d{4}-\d\d-\d\d$/.test(written);
      refuse(
        isShaped ? "Diesen Tag hat der Kalender nicht." : date.message,
        meant.length > 0 ? writeChoice(meant) : `Schreiben Sie zum Beispiel: ${example}`
      );
    } else if (date.precision === "minute")
      refuse(`„${written}“ nennt eine Uhrzeit.`, `Schreiben Sie den Tag: ${date.machine.slice(0, 10)}`);
    else if (isDay && date.precision !== "day") refuse(`„${written}“ nennt keinen Tag.`, `Schreiben Sie zum Beispiel: ${example}`);
  }).meta({ description, examples: [example] });
}
function webAddress(description, example) {
  return z.url({ protocol: /^https?$/ }).max(500).meta({ description, examples: [example] });
}
function languageTag(description, example) {
  return z.string().refine(isLanguage, {
    message: "Diese Sprache gibt es nicht.|Schreiben Sie sie als Sprachkürzel (BCP 47), zum Beispiel en, uk, tr oder ar."
  }).meta({ description, examples: [example] });
}
var languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
function isLanguage(tag) {
  try {
    return languageNames.of(tag.split("-", 1)[0] ?? "") !== void 0 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
function emailAddress(description, example) {
  return z.email().max(200).meta({ description, examples: [example] });
}
function plainly(written) {
  return written.replace(/[\p{Zs}\t]/gu, " ").replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-").replace(new RegExp("\\p{Cf}", "gu"), "").trim();
}
function phoneNumber(description, example) {
  return z.string().overwrite((written) => plainly(written)).regex(/^\+?[0-9 ()/-]{3,40}$/).meta({ description, examples: [example] });
}
var aliasSchema = z.string().min(2).max(500).refine((written) => /^(\/(?!\/)|https?:\/\/)/.test(written), {
  message: "Eine frühere Adresse beginnt mit einem Schrägstrich oder, auf einem anderen Host, mit https://."
}).refine((written) => !written.includes("#"), {
  message: "Was hinter # steht, erfährt kein Webserver.|Schreiben Sie die frühere Adresse ohne # und was danach steht."
}).refine((written) => !/[\\<>"`\p{Cc}\p{Zl}\p{Zp}]|%(0|1|7f)[0-9a-f]?/iu.test(written), {
  message: "Ein Zeichen der früheren Adresse kann in keiner Adresse stehen.|Übernehmen Sie sie aus der Adresszeile des Browsers."
}).refine((written) => isPath(written) || URL.canParse(written) && !/^https?:\/\/[^/?]*@/i.test(written), {
  message: "Das ist keine vollständige Adresse.|Schreiben Sie zum Beispiel: https://alt.stadt.example/presse/4711.html"
}).refine(
  (written) => !isPath(written) || !namesIn(pathOf(written)).some((part) => part.startsWith(".") || /[/\\]\.\.?([/\\]|$)/.test(part)),
  {
    message: "Ein Teil der alten Adresse beginnt mit einem Punkt; so heißen Dateien, die den Webserver steuern.|Streichen Sie sie, oder schreiben Sie den Pfad ohne „.“ und „..“ aus."
  }
).refine((written) => !isPath(written) || !namesIn(pathOf(written).slice(1)).some((name) => isSteering(name, written)), {
  message: "Eine Datei dieses Namens steuert den Webserver.|Streichen Sie die alte Adresse; der Webserver kann sie weiterleiten."
}).meta({ description: "Frühere Adresse, die weiterleitet", examples: ["/presse/meldung-4711.html"] });
function isPath(written) {
  return written.startsWith("/");
}
function pathOf(written) {
  return written.replace(/\?.*$/s, "");
}
function isSteering(name, written) {
  return pathOf(written).replace(/\/$/, "").lastIndexOf("/") === 0 && /^(_.*|cname|web\.config)$/i.test(name);
}

// src/layouts.ts
import { existsSync, readdirSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
function layoutFolders() {
  const standard = join(SOFTWARE, "layouts");
  return [.../* @__PURE__ */ new Set([resolve("layouts"), standard])].filter((folder) => folder === standard || existsSync(folder));
}
function layoutFiles(part = "") {
  const files = /* @__PURE__ */ new Map();
  for (const folder of layoutFolders().map((root) => join(root, part)))
    for (const path of filesBelow(folder)) if (!files.has(path)) files.set(path, join(folder, path));
  return new Map([...files].sort(([a], [b]) => compareText(a, b)));
}
function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/")).sort(compareText);
}

// src/languages.ts
var RIGHT_TO_LEFT = /* @__PURE__ */ new Set(["Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa"]);
function directionOf(language) {
  return RIGHT_TO_LEFT.has(new Intl.Locale(language).maximize().script ?? "") ? "rtl" : "ltr";
}
function mainLanguage(language) {
  return language.split("-", 1)[0] ?? language;
}
function ownName(language) {
  if (language === "de-simple") return "Leichte Sprache";
  const name = new Intl.DisplayNames(language, { type: "language" }).of(language) ?? language;
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}
function localeOf(language) {
  const { language: main, region } = new Intl.Locale(language).maximize();
  return `${main}_${main === "en" && !language.includes("-") ? "GB" : region}`;
}
function languageAttributes(language, around, isLink = false) {
  const isSame = isLink ? language === around : mainLanguage(language) === mainLanguage(around);
  if (isSame) return "";
  const direction = directionOf(language);
  const turned = direction === directionOf(around) ? "" : ` dir="${direction}"`;
  return ` lang="${language}"${isLink ? ` hreflang="${language}"` : ""}${turned}`;
}

// src/content/contact.ts
import { z as z2 } from "zod";
var contactSchema = z2.strictObject({
  name: text(2, 100, "Name", "Erika Muster").optional(),
  phone: phoneNumber("Telefonnummer", "0341 123-0").optional(),
  email: emailAddress("E-Mail-Adresse", "presse@stadt.example").optional()
}).refine((contact) => Object.keys(contact).length > 0, { message: "Der Kontakt ist leer.|Nennen Sie name, phone oder email." }).meta({ description: "Ansprechpartner", examples: [{ name: "Erika Muster", phone: "0341 123-0" }] });
function toContact(contact) {
  return contact && { name: contact.name, phone: contact.phone, email: contact.email };
}

// src/content/register-schema.ts
import { z as z3 } from "zod";
var reducedDate = calendarDate("Zeitpunkt, so genau wie bekannt", "2019-05");
var coordinate = (description, example, limit) => z3.string().regex(/^-?\d{1,3}(\.\d{1,8})?$/).refine((text2) => Math.abs(Number(text2)) <= limit, { message: `Die Koordinate liegt nicht zwischen -${limit} und ${limit}.` }).meta({ description, examples: [example] });
var namesIn2 = (description, english) => z3.record(languageTag("Sprachkürzel (BCP 47)", "en"), text(1, 120, "Name in dieser Sprache", english)).meta({ description, examples: [{ en: english }] }).optional();
var common = (name, english, description, alias) => ({
  name: text(1, 120, "Name, wie er auf Seiten steht", name),
  names: namesIn2("Namen in anderen Sprachen", english),
  description: text(5, 500, "Ein Satz zur Erläuterung", description).optional(),
  aliases: z3.array(aliasSchema).meta({ description: "Frühere Adressen", examples: [[alias]] }).optional()
});
var departmentSchema = z3.strictObject({
  ...common("Presseamt", "Press Office", "Ansprechpartner für Medien.", "/presseamt.html"),
  contact: contactSchema.optional(),
  formerNames: z3.array(
    z3.strictObject({
      name: text(1, 120, "Früherer Name", "Amt für Verkehr"),
      names: namesIn2("Früherer Name in anderen Sprachen", "Transport Office"),
      until: reducedDate
    })
  ).meta({
    description: "Frühere Namen; Meldungen von damals nennen das Amt so",
    examples: [[{ name: "Amt für Verkehr", until: "2012" }]]
  }).optional(),
  successor: id("Kennung des Amtes, das die Aufgaben übernommen hat", "amt-fuer-mobilitaet").optional()
});
var topicSchema = z3.strictObject({
  ...common("Wirtschaft", "Economy", "Meldungen zu Unternehmen und Arbeitsmarkt.", "/wirtschaft.html"),
  broader: id("Kennung des übergeordneten Themas", "wirtschaft").optional()
});
var personSchema = z3.strictObject({
  ...common("Erika Muster", "Erika Muster", "Oberbürgermeisterin seit 2020.", "/ob.html"),
  roles: z3.array(
    z3.strictObject({
      title: text(2, 160, "Amt oder Funktion", "Oberbürgermeisterin"),
      from: reducedDate.optional(),
      to: reducedDate.optional()
    })
  ).meta({ description: "Ämter und Funktionen", examples: [[{ title: "Oberbürgermeisterin", from: "2020" }]] }).optional(),
  page: z3.boolean().meta({ description: "true für Inhaber öffentlicher Ämter: Sie bekommen eine eigene Seite", examples: ["true"] }).optional()
});
var placeSchema = z3.strictObject({
  ...common("Tokio", "Tokyo", "Hauptstadt Japans.", "/tokio.html"),
  country: z3.string().regex(/^[A-Z]{2}$/).meta({ description: "Land nach ISO 3166-1", examples: ["DE"] }).optional(),
  lat: coordinate("Geographische Breite in Grad", "51.34", 90).optional(),
  lon: coordinate("Geographische Länge in Grad", "12.37", 180).optional()
});
var REGISTER_SCHEMAS = {
  departments: departmentSchema,
  topics: topicSchema,
  people: personSchema,
  places: placeSchema
};

export {
  isReserved,
  SLUG_MAX,
  isSlug,
  toSlug,
  homeAddress,
  releaseAddress,
  pageAddress,
  ACCESSIBILITY_SLUG,
  archiveAddress,
  timeAddress,
  facetAddress,
  dataAddress,
  redirectAddress,
  languageOfAddress,
  shapeOf,
  JSON_FEED,
  SITEMAP,
  SUBSCRIBE_PAGE,
  feedAddress,
  fileAddress,
  releaseFileAddress,
  historyAddress,
  outputFile,
  createLinks,
  comparable,
  comparableInCase,
  parentOf,
  directionOf,
  mainLanguage,
  ownName,
  localeOf,
  languageAttributes,
  parseDate,
  beginOf,
  isRefusal,
  isoInstant,
  inZone,
  isTimeZone,
  readOldAddress,
  text,
  id,
  calendarDate,
  webAddress,
  languageTag,
  emailAddress,
  phoneNumber,
  aliasSchema,
  contactSchema,
  toContact,
  REGISTER_SCHEMAS,
  layoutFolders,
  layoutFiles,
  filesBelow
};
