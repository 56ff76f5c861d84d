import type { Site } from "../../content/site.ts";
import { isSlug } from "../../content/slugs.ts";
import type { CityDate } from "../../dates.ts";
import { digest } from "../../disk/digest.ts";
import { compareText } from "../../problems.ts";
import { slugOf } from "../releases/slug.ts";
import type { GivenFile, Item, Source } from "./item.ts";
import { dateOf, isDated } from "./item-date.ts";
import type { Mapping } from "./mapping.ts";
import type { NewEntry } from "./registers.ts";
import type { Report } from "./report.ts";
import { countTerms, plainName, type TermCounts } from "./terms.ts";
import { plainLine } from "./texts/plain.ts";

/** What is known of an item that shall be taken, after a first reading: not its text, of which there may be too many. */
export interface Candidate extends Pick<Item, "key" | "place" | "addresses" | "language" | "versionOf" | "seen"> {
  /** The place of its item in the reading. */
  index: number;
  date: CityDate;
  slug: string;
  /** The archive's own id, where the source has one. */
  fixed: string | undefined;
  digest: string;
}

/** What a first reading of a source found. */
export interface Survey {
  candidates: Candidate[];
  terms: TermCounts;
  media: Map<string, GivenFile>;
  entries: NewEntry[];
  /** The keys of items that are left out or refused. */
  without: ReadonlySet<string>;
  read: number;
}

/** A reading of a source for a site, at a moment (ms), by what a city has decided so far. */
export interface Reading {
  source: Source;
  mapping: Partial<Mapping> & Pick<Mapping, "take">;
  site: Site;
  now: number;
  report: Report;
}

/** Reads a source once, and says of each item whether it is to be taken; why not is told. */
export async function surveySource({ source, mapping, site, now, report }: Reading): Promise<Survey> {
  const candidates: Candidate[] = [];
  const media = new Map<string, GivenFile>();
  const entries: NewEntry[] = [];
  const without = new Set<string>();
  const { add, counts } = countTerms();
  let index = -1;
  for await (const item of source.read()) {
    index++;
    report.read();
    if (item.media) media.set(...detached<[string, GivenFile]>([item.media.id, item.media]));
    const place = nameOf(item);
    const reason = whyLeftOut(item, mapping);
    const date = dateOf(item.dates, { timeZone: site.timeZone, order: mapping.dates });
    if (reason !== undefined) report.leaveOut(reason.reason, place, reason.remedy);
    else if (item.isExcerpt && !mapping.take.excerpts)
      report.refuse(
        "Nur der Anfang des Textes ist da.",
        "Nehmen Sie eine Quelle mit ganzen Texten; oder schreiben Sie in der Zuordnung unter take: excerpts: true.",
        place,
      );
    else if (!isDated(date)) report.refuse(date.reason, date.remedy, place);
    else if (date.instant > now && !mapping.take.scheduled && item.form !== "own")
      report.leaveOut("Soll erst noch erscheinen.", place, "Mit take: scheduled: true in der Zuordnung wird es übernommen.");
    else {
      add(detached(item.terms));
      entries.push(...detached(item.entries ?? []));
      const { key, addresses, language, versionOf, seen } = item;
      const content = digest(`${item.title}\n${item.text}`);
      candidates.push(
        detached({
          key,
          place,
          addresses,
          language,
          versionOf,
          seen,
          index,
          date,
          slug: wishedSlug(item, date),
          fixed: item.id,
          digest: content,
        }),
      );
      continue;
    }
    without.add(detached(item.key));
  }
  return { candidates, terms: counts, media, entries, without, read: index + 1 };
}

/** A copy that holds nothing of the source: a part of a string keeps the whole alive, here the piece of the file that it was read from. */
export function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}

/** Where an item stands, with its title. */
export function nameOf({ place, title }: Pick<Item, "place" | "title">): string {
  const words = plainLine(title.slice(0, 300));
  return words === "" ? place : `${place} „${words.length > 60 ? `${words.slice(0, 60)}…` : words}“`;
}

const STATES = {
  draft: "Ist ein Entwurf.",
  private: "Ist privat.",
  password: "Ist mit einem Kennwort geschützt.",
  scheduled: "Soll erst noch erscheinen.",
  trash: "Liegt im Papierkorb.",
} as const;

/** What systems keep beside what people write. */
const OF_SYSTEM =
  /^(nav_menu_item|revision|wp_\w+|custom_css|customize_changeset|oembed_cache|user_request|acf-\w+|list|(in|ex)ternal link)$/;

const KINDS_REMEDY = "Sind es Meldungen, nennen Sie die Art in der Zuordnung unter kinds, zum Beispiel kinds: [event].";

/** True for a kind of item that is a release: posts, what is called like one, and what the city says. */
function isRelease(kind: string, kinds: Mapping["kinds"]): boolean {
  if (kind === "post" || kinds?.includes(kind)) return true;
  return kinds === undefined && /press|news|meldung|artikel|article|aktuell|beitrag|nachricht|release|mitteilung/i.test(kind);
}

function whyLeftOut(item: Item, { take, ...mapping }: Reading["mapping"]): { reason: string; remedy?: string } | undefined {
  const { kind, status, terms } = item;
  const taking = (choice: string) => `Mit take: ${choice}: true in der Zuordnung wird es übernommen.`;
  if (item.media || kind === "attachment") return { reason: "Ist eine Datei der Mediathek; sie kommt mit den Meldungen, die sie nennen." };
  if (status === "trash") return { reason: STATES.trash };
  if (status === "draft" && !take.drafts) return { reason: STATES.draft, remedy: taking("drafts") };
  if (status === "scheduled" && !take.scheduled) return { reason: STATES.scheduled, remedy: taking("scheduled") };
  if ((status === "private" || status === "password") && !take.private) return { reason: STATES[status], remedy: taking("private") };
  if (kind === "page" && !take.pages) return { reason: "Ist eine Seite und keine Meldung.", remedy: taking("pages") };
  if (kind !== "page" && !isRelease(kind, mapping.kinds))
    return { reason: `Ist keine Meldung (${kind.slice(0, 40)}).`, ...(OF_SYSTEM.test(kind) ? {} : { remedy: KINDS_REMEDY }) };
  if (/^sys_language_uid/.test(item.language ?? ""))
    return {
      reason: `Ist eine Übersetzung, deren Sprache die Quelle nicht nennt (${item.language}).`,
      remedy: `Nennen Sie sie in der Zuordnung, zum Beispiel languages: { "${item.language?.replace(/\D/g, "")}": en }.`,
    };
  const left = terms.find(({ group, name }) => mapping[group]?.[plainName(name)] === "leave out");
  return left && { reason: `Bleibt weg, weil die Zuordnung es so sagt (${left.group}: ${plainName(left.name)}).` };
}

/** The name that an item's address had, else one made of its title, else of its day. */
function wishedSlug({ slug, title, text, key }: Item, { machine }: CityDate): string {
  const own = slug === undefined ? "" : decoded(slug).replace(/\.\w{2,4}$/, "");
  const made = slugOf(own) ?? slugOf(plainLine(title.slice(0, 400))) ?? slugOf(plainLine(text.slice(0, 1000)).slice(0, 60));
  if (isSlug(own.toLowerCase()) && own.length <= 100) return own.toLowerCase();
  return made ?? `meldung-${/\d+$/.exec(key)?.[0] ?? machine.slice(0, 10)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What shall become a release: its states in time, the last of which is the one that holds; versions stand by themselves. */
export interface Planned {
  id: string;
  states: Candidate[];
  version: string | undefined;
}

/** What a plan must not take: ids of a month that are there, and what each key has already. */
export interface Taken {
  isTaken: (id: string) => boolean;
  idOf: (key: string) => string | undefined;
}

/** Gives each group of states its id: the one that it has, else its wish, numbered by date where several wish for the same. */
export function giveIds(groups: readonly Candidate[][], { isTaken, idOf }: Taken): Map<Candidate, string> {
  const ids = new Map<Candidate, string>();
  const given = new Set<string>();
  const first = (group: Candidate[]) => group[0] as Candidate;
  const monthOf = ({ date: { year, month } }: Candidate) => `${String(year).padStart(4, "0")}/${String(month).padStart(2, "0")}`;
  const sorted = [...groups].sort((a, b) => first(a).date.instant - first(b).date.instant || compareText(first(a).key, first(b).key));
  for (const group of sorted) {
    const known = group.map(({ key, fixed }) => fixed ?? idOf(key)).find((id) => id?.startsWith(monthOf(first(group))));
    if (known === undefined || given.has(known)) continue;
    given.add(known);
    ids.set(first(group), known);
  }
  for (const group of sorted) {
    const candidate = first(group);
    if (ids.has(candidate)) continue;
    const wish = `${monthOf(candidate)}/${candidate.slug.slice(0, 110).replace(/-+$/, "")}`;
    let id = wish;
    for (let number = 2; given.has(id) || isTaken(id); number++) id = `${wish}-${number}`;
    given.add(id);
    ids.set(candidate, id);
  }
  return ids;
}
