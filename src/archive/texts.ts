import { join } from "node:path";
import { type Language, pageAddress, releaseAddress } from "../addresses.ts";
import { openFile } from "../content/files.ts";
import { type Document, readDocument, textLater } from "../content/front-matter.ts";
import { type PlainPage, toPage } from "../content/plain-page.ts";
import { hasDay, overFrom } from "../content/release/moments.ts";
import { readRelease, type Surroundings } from "../content/release/reading.ts";
import { type Event, type Release, type ReleaseFields, releaseAt, type Version, type VersionFields } from "../content/release/release.ts";
import { readVersion } from "../content/release/version-reading.ts";
import type { Result } from "../content/yaml.ts";
import type { OwnLink } from "../markdown/text-hints.ts";
import { hasErrors, type Problem } from "../problems.ts";
import type { Readings, Subject } from "./cache/readings.ts";
import { deriveSummary, type Made, withChecks } from "./checked-text.ts";
import type { SortedFiles, TextFile } from "./folder.ts";
import type { Account, Ledger } from "./ledger.ts";
import { checkEditions, checkListed, findTwins, type Listed, listedIn, measureFiles, stateOfFiles, union } from "./listed-files.ts";

/** A file that was read: its account, and its value unless it was refused or is a draft with errors. */
export interface Text<T> {
  id: string;
  account: Account;
  isDraft: boolean;
  value: T | undefined;
  /** Its links to pages of the site. */
  links: readonly OwnLink[];
}

/** Where texts are read from, what they are checked against, and where what was found is written down. */
export interface Desk extends Surroundings {
  folder: string;
  /** The moment (ms) for which the archive is read. */
  now: number;
  ledger: Ledger;
  readings: Readings | undefined;
  /** What was found wrong with texts when all of them were read. */
  faults: readonly Problem[];
  /** What else is looked for in each sound text; nothing where texts are published. */
  inspect?: Inspect | undefined;
}

/** A sound text as it was read, with its file: a release, one of its versions, or a page. */
export interface Inspected {
  path: string;
  language: Language;
  document: Document;
  release?: ReleaseFields;
  version?: VersionFields;
}

/** Looks at a text that was read; answers with hints. */
export type Inspect = (text: Inspected) => Problem[];

/** Reads every release and version by itself; what they have to do with each other comes later. */
export function readReleases(desk: Desk, sorted: SortedFiles): ReadReleases {
  const { site, folder, now } = desk;
  const editions = editionsBeside(sorted);
  const originals = new Map<string, Text<Release>>();
  const listed = new Map<string, Listed>();
  for (const file of sorted.releases.filter(({ language }) => language === site.language)) {
    const { id } = file;
    const present = sorted.files.get(id) ?? [];
    const kept = editions.get(id) ?? new Set<number>();
    const read = readText<ReleaseFields>(desk, file, {
      address: releaseAddress(id),
      beside: () => `${stateOfFiles(present, join(folder, "releases", id))}${[...kept].join()}`,
      make: (document, path) => {
        const names = listedIn(document);
        const files = [
          ...checkListed(document, { names, present, path, folder: join(folder, "releases", id) }),
          ...checkEditions(document, names, kept, path),
        ];
        const made = withChecks(readRelease(document, path, id, desk), document, path, names, files, site.url);
        deriveSummary(made.value, document.text);
        if (made.value && !hasErrors(made.problems)) {
          measureFiles(made.value, join(folder, "releases", id));
          made.problems.push(...findTwins(made.value, id, path, document.locate));
          const language = made.value.originalLanguage;
          if (desk.inspect) made.problems.push(...desk.inspect({ path, language, document, release: made.value }));
        }
        return { ...made, listed: names };
      },
    });
    if (read.listed) listed.set(id, read.listed);
    tellAnnounced(read, desk);
    originals.set(
      id,
      place(read, (value, found) => releaseAt({ id, now, timeZone: site.timeZone, ...found }, value)),
    );
  }
  // A version may show what its original lists, so originals come first.
  const versions = sorted.releases
    .filter(({ language }) => language !== site.language)
    .map((file) => {
      const original = listed.get(file.id);
      const read = readText<VersionFields>(desk, file, {
        address: releaseAddress(file.id, file.language),
        beside: () => JSON.stringify(original) ?? "",
        make: (document, path) => {
          const own = readVersion(document, path, file.language, original);
          deriveSummary(own.value, document.text);
          const hints = own.value && desk.inspect ? desk.inspect({ path, language: file.language, document, version: own.value }) : [];
          return withChecks(own, document, path, union(listedIn(document), original), hints, site.url);
        },
      });
      return place(read, (value, found): Version => ({ ...value, ...found }));
    });
  return { originals, versions, listed };
}

/** Releases and versions, each as its own file says it, and what the heads of the originals list. */
export interface ReadReleases {
  originals: Map<string, Text<Release>>;
  versions: Text<Version>[];
  listed: ReadonlyMap<string, Listed>;
}

/** The numbers of the old versions that lie beside each release, by its id; a correction may be of one of its translations alone. */
function editionsBeside({ editions }: SortedFiles): Map<string, Set<number>> {
  const numbers = new Map<string, Set<number>>();
  for (const { id, number } of editions) numbers.set(id, (numbers.get(id) ?? new Set<number>()).add(number));
  return numbers;
}

/** Reads the plain pages. */
export function readPages(desk: Desk, files: readonly TextFile[]): Text<PlainPage>[] {
  return files.map((file) =>
    readText<PlainPage>({ ...desk, readings: undefined }, file, {
      address: pageAddress(file.id, file.language),
      beside: () => "",
      make: (document, path) => {
        const hints = desk.inspect?.({ path, language: file.language, document }) ?? [];
        const page = toPage(document, path, file.id, file.language, desk.site.languages);
        return withChecks(page, document, path, listedIn(), hints, desk.site.url);
      },
    }),
  );
}

/** The moments (ms) at which events of a release are over, each once. */
function endsOf(events: readonly Event[], timeZone: string): number[] {
  return [...new Set(events.filter(({ date }) => hasDay(date)).map((event) => overFrom(event, timeZone)))];
}

/** Tells what a release announces for later; where it cannot be published until then, it is refused. */
function tellAnnounced(read: Found<ReleaseFields>, { now, ledger, site }: Desk): void {
  const announced = (read.value?.announced ?? []).filter(({ until }) => until > now);
  const due = announced.map(({ problem }) => problem);
  const pinnedUntil = read.value?.pinnedUntil ?? now;
  const changes = [
    ...announced.map(({ until, change }) => ({ from: until, reason: change })),
    ...(pinnedUntil > now ? [{ from: pinnedUntil, reason: "unpinned" as const }] : []),
    ...endsOf(read.value?.events ?? [], site.timeZone)
      .filter((end) => end > now)
      .map((end) => ({ from: end, reason: "over" as const })),
  ];
  if (changes.length > 0) read.account.changes = changes;
  ledger.report(read.isDraft ? due.map((problem) => ({ ...problem, severity: "hint" })) : due);
  if (!hasErrors(due)) return;
  read.value = undefined;
  read.account.mayStay = false;
  read.account.outcome = read.isDraft ? "draft" : "refused";
}

/** How a kind of text is made of its file. */
interface Making<T> {
  address: string;
  /** Says what the reading depends on beside the file. */
  beside: () => string;
  make: (document: Document, path: string) => Made<T>;
}

/** What is kept of a sound file between builds. */
interface Kept<T> {
  value: T;
  listed: Listed | undefined;
  links: readonly OwnLink[];
  textStart: number;
  mayStay: boolean;
  isDraft: boolean;
  problems: readonly Problem[];
}

/** A text as it was read, with what is needed to find its Markdown again. */
type Found<T> = Text<T> & { listed: Listed | undefined; path: string; fileDigest: string; textStart: number };

/** Reads a file, or takes what is kept of it; its account says whether it was refused. */
export function readText<T extends object>(
  { folder, ledger, readings, faults }: Desk,
  file: TextFile,
  { address, beside, make }: Making<T>,
): Found<T> {
  const path = join(folder, file.path);
  const account = ledger.open(path, address);
  const source = openFile(path);
  const subject: Subject = { path: file.path, file: path, digest: source.digest, beside };
  const found = faults.filter((fault) => fault.path === path);
  const known = found.length > 0 ? undefined : readings?.find(subject);
  if (known) {
    const { value, listed, links, textStart, mayStay, isDraft, problems } = known.value as Kept<T>;
    account.mayStay = mayStay;
    ledger.report(problems);
    return { id: file.id, account, isDraft, value, listed, links, path, fileDigest: known.fileDigest, textStart };
  }
  const bytes = source.bytes();
  const read: Result<Document> = bytes instanceof Uint8Array ? readDocument(bytes, path) : { value: undefined, problems: [bytes] };
  const made: Made<T> = read.value ? make(read.value, path) : { value: undefined, problems: [] };
  const { value, listed, links = [] } = made;
  const problems = [...read.problems, ...made.problems, ...found];
  const isSound = value !== undefined && !hasErrors(problems);
  // A head that cannot be read may still say plainly that nobody shall see the text yet, or any more.
  const head = isSound || !(bytes instanceof Uint8Array) ? "" : bytes.subarray(0, 20_000).toString("latin1");
  const isDraft = read.value ? read.value.data.draft === true : /^draft:[ \t]*true[ \t\r]*$/m.test(head);
  account.mayStay = !/(^|[{,])[ \t]*["']?(draft|embargo|withdrawn|withheld)["']?[ \t]*:/m.test(head.replace(SAYS_NOTHING, ""));
  // Nobody is stopped by what nobody will see: the errors of a draft come as hints.
  const told = isDraft ? problems.map((problem) => ({ ...problem, severity: "hint" as const })) : problems;
  ledger.report(told);
  const { fileDigest = "", textStart = 0 } = read.value ?? {};
  if (!isSound) account.outcome = isDraft ? "draft" : "refused";
  else {
    const kept: Kept<T> = { value, listed, links, textStart, mayStay: account.mayStay, isDraft, problems: told };
    readings?.keep(subject, { fileDigest, value: kept });
  }
  return { id: file.id, account, isDraft, value: isSound ? value : undefined, listed, links, path, fileDigest, textStart };
}

/** A line of a head, as forms write it, that leaves a field empty. */
const SAYS_NOTHING = /^(draft:[ \t]*false|(draft|embargo|withdrawn):[ \t]*(""|''|~|null|\{\}|(?=\r?\n([A-Za-z]|---))))[ \t\r]*$/gm;

/** The text with its value put at its place: its file, and its Markdown, which is read when it is asked for. */
export function place<Fields, T>(
  { id, account, isDraft, value, links, path, fileDigest, textStart }: Found<Fields>,
  make: (value: Fields, found: { path: string; fileDigest: string; text: () => string }) => T,
): Text<T> {
  const text = textLater(path, fileDigest, textStart);
  return { id, account, isDraft, links, value: value && make(value, { path, fileDigest, text }) };
}
