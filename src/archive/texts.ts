import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pageAddress, releaseAddress } from "../addresses.ts";
import { checkAttachment } from "../content/attachments.ts";
import { readContent } from "../content/files.ts";
import { type Document, readDocument } from "../content/front-matter.ts";
import { checkImage, pictureSize } from "../content/media.ts";
import { type PlainPage, toPage } from "../content/plain-page.ts";
import { type Surroundings, toRelease } from "../content/release/reading.ts";
import type { Release, Version } from "../content/release/release.ts";
import { toVersion } from "../content/release/version-reading.ts";
import type { Reading } from "../content/yaml.ts";
import { digest } from "../disk/digest.ts";
import { checkText } from "../markdown/text-check.ts";
import type { TextFiles } from "../markdown/text-references.ts";
import { error, FILE_START, hasErrors, hint, type Problem } from "../problems.ts";
import { fileState, type Readings, type StoredReading } from "./cache/readings.ts";
import { reviveRelease, reviveVersion, storeRelease, storeVersion } from "./cache/stored-release.ts";
import type { SortedFiles, TextFile } from "./folder.ts";
import type { Account, Ledger } from "./ledger.ts";

/** A file that was read: its account, and its value unless it was refused or is a draft with errors. */
export interface Text<T> {
  id: string;
  account: Account;
  isDraft: boolean;
  value: T | undefined;
}

/** Reads every release and version by itself; what they have to do with each other comes later. */
export function readReleases(
  folder: string,
  sorted: SortedFiles,
  surroundings: Surroundings,
  ledger: Ledger,
  readings?: Readings,
): { originals: Map<string, Text<Release>>; versions: Text<Version>[] } {
  const originals = new Map<string, Text<Release>>();
  const listed = new Map<string, TextFiles & { people: ReadonlySet<string> }>();
  const isOriginal = (file: TextFile) => file.language === "de";
  for (const file of sorted.releases.filter(isOriginal)) {
    const path = join(folder, file.path);
    const present = sorted.files.get(file.id) ?? [];
    const read = readText(file, path, releaseAddress(file.id), ledger, {
      make: (document) => {
        listed.set(file.id, { ...namesOf(document), people: peopleOf(document) });
        const files = listedFiles(document, file.id, present, path, folder);
        const made = withChecks(toRelease(document, path, file.id, surroundings), document, path, files);
        if (made.value && !hasErrors(made.problems)) measureFiles(made.value, folder);
        return made;
      },
      readings,
      beside: () => present.map((name) => `${name} ${fileState(join(folder, "releases", file.id, name))}`).join("|"),
      store: (release, document) => {
        const { stored, entries } = storeRelease(release, document.textStart);
        const names = listed.get(file.id);
        return {
          entries,
          release: stored,
          listed: { images: [...(names?.images ?? [])], attachments: [...(names?.attachments ?? [])], people: [...(names?.people ?? [])] },
        };
      },
      revive: (reading, fileDigest) => {
        const { images = [], attachments = [], people = [] } = reading.listed ?? {};
        listed.set(file.id, { images: new Set(images), attachments: new Set(attachments), people: new Set(people) });
        return reading.release && reviveRelease(reading.release, { id: file.id, path, fileDigest, ...surroundings });
      },
      isDraft: ({ state }) => state === "draft",
    });
    originals.set(file.id, read);
  }
  // A version may show what its original lists, so originals come first.
  const versions = sorted.releases
    .filter((file) => !isOriginal(file))
    .map((file) => {
      const path = join(folder, file.path);
      const original = listed.get(file.id);
      return readText(file, path, releaseAddress(file.id, file.language), ledger, {
        make: (document) =>
          withChecks(toVersion(document, path, file.language, original), document, path, {
            names: union(namesOf(document), original),
            problems: [],
          }),
        readings,
        beside: () => JSON.stringify(original && [[...original.images], [...original.attachments], [...original.people]]) ?? "",
        store: (version, document) => ({ entries: [], version: storeVersion(version, document.textStart) }),
        revive: (reading, fileDigest) => reading.version && reviveVersion(reading.version, { path, fileDigest }),
        isDraft: ({ draft }) => draft,
      });
    });
  return { originals, versions };
}

/** Reads the plain pages. */
export function readPages(folder: string, files: readonly TextFile[], ledger: Ledger): Text<PlainPage>[] {
  return files.map((file) => {
    const path = join(folder, file.path);
    return readText(file, path, pageAddress(file.id, file.language), ledger, {
      make: (document) =>
        withChecks(toPage(document, path, file.id, file.language), document, path, {
          names: { images: new Set(), attachments: new Set() },
          problems: [],
        }),
    });
  });
}

/** How a kind of text is made of its file; and, where readings are kept, how it is stored and revived. */
interface Making<T> {
  make: (document: Document) => Reading<T>;
  readings?: Readings | undefined;
  /** Names what the reading depends on beside the file. */
  beside?: () => string;
  store?: (value: T, document: Document) => Pick<StoredReading, "entries" | "release" | "version" | "listed">;
  revive?: (reading: StoredReading, fileDigest: string) => T | undefined;
  isDraft?: (value: T) => boolean;
}

function readText<T>(
  file: TextFile,
  path: string,
  address: string,
  ledger: Ledger,
  { make, readings, beside, store, revive, isDraft: draftOf }: Making<T>,
): Text<T> {
  const account = ledger.open(path, address);
  // What nothing has touched since it was read need not be opened.
  const state = readings?.stateOf(path) ?? "";
  const unread = readings?.digestOf(file.path, state);
  let bytes = unread === undefined ? readContent(path) : undefined;
  const fileDigest = bytes instanceof Uint8Array ? digest(bytes) : unread;
  const input = readings && fileDigest !== undefined ? `${fileDigest} ${digest(beside?.() ?? "")}` : "";
  const known = readings?.find(file.path, state, input);
  const revived = known && fileDigest !== undefined ? revive?.(known, fileDigest) : undefined;
  if (known && revived) {
    account.mayStay = known.mayStay;
    ledger.report(known.problems);
    return { id: file.id, account, isDraft: draftOf?.(revived) === true, value: revived };
  }
  // It may have changed in this very moment, so it is kept by the name of what was read now.
  bytes ??= readContent(path);
  const read: Reading<Document> = bytes instanceof Uint8Array ? readDocument(bytes, path) : { value: undefined, problems: [bytes] };
  const made: Reading<T> = read.value ? make(read.value) : { value: undefined, problems: [] };
  const problems = [...read.problems, ...made.problems];
  const isSound = made.value !== undefined && !hasErrors(problems);
  // A head that cannot be read may still say plainly that nobody shall see the text yet, or any more.
  const head = isSound || !(bytes instanceof Uint8Array) ? "" : bytes.subarray(0, 20_000).toString("latin1");
  const isDraft = read.value ? read.value.data.draft === true : /^draft:[ \t]*true[ \t\r]*$/m.test(head);
  account.mayStay = !/(^|[{,])[ \t]*["']?(draft|embargo|withdrawn)["']?[ \t]*:/m.test(head);
  // Nobody is stopped by what nobody will see: the errors of a draft come as hints.
  const told = isDraft ? problems.map((problem) => ({ ...problem, severity: "hint" as const })) : problems;
  ledger.report(told);
  if (!isSound) account.outcome = isDraft ? "draft" : "refused";
  else if (readings && store && read.value && made.value)
    readings.keep(file.path, state, `${read.value.fileDigest}${input.slice(input.indexOf(" "))}`, {
      mayStay: account.mayStay,
      problems: told,
      ...store(made.value, read.value),
    });
  return { id: file.id, account, isDraft, value: isSound ? made.value : undefined };
}

function withChecks<T>(made: Reading<T>, document: Document, path: string, files: { names: TextFiles; problems: Problem[] }): Reading<T> {
  const problems = [...made.problems, ...files.problems, ...checkText(document.text, path, document.textLine, files.names)];
  if (document.text.trim() === "" && document.data.withdrawn === undefined) {
    problems.push(
      error(
        path,
        { line: document.textLine, column: 1 },
        "Unter dem Kopf steht kein Text.",
        "Schreiben Sie ihn unter die zweite Zeile ---.",
      ),
    );
  }
  return { value: made.value, problems };
}

const FIELDS = ["images", "attachments"] as const;

/** Says of the files of a sound release what only they know: the size of pictures, and what names their content. */
function measureFiles(release: Release, folder: string): void {
  const sourceOf = (file: string) => join(folder, "releases", release.id, file);
  release.images = release.images.map((image) => ({
    ...image,
    digest: digest(readFileSync(sourceOf(image.file))),
    ...pictureSize(sourceOf(image.file)),
  }));
  release.attachments = release.attachments.map((attachment) => {
    const bytes = readFileSync(sourceOf(attachment.file));
    return { ...attachment, digest: digest(bytes), size: bytes.length };
  });
}

/** The files that a head names, whether or not its shape is right otherwise. */
function namesOf(document: Document): TextFiles {
  const names = { images: new Set<string>(), attachments: new Set<string>() };
  for (const field of FIELDS) {
    const entries = document.data[field];
    if (!Array.isArray(entries)) continue;
    for (const entry of entries) {
      const file: unknown = entry?.file;
      if (typeof file === "string" && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(file)) names[field].add(file);
    }
  }
  return names;
}

/** What a version's text may show: what its original lists, and what its own head claims, which is judged there. */
function union(own: TextFiles, original: TextFiles | undefined): TextFiles {
  if (!original) return own;
  return { images: new Set([...original.images, ...own.images]), attachments: new Set([...original.attachments, ...own.attachments]) };
}

/** The people that a head names, whether or not its shape is right otherwise. */
function peopleOf({ data: { people } }: Document): ReadonlySet<string> {
  const ids = Array.isArray(people)
    ? people.map((item: unknown) => (typeof item === "string" ? item : (item as { id?: unknown } | null)?.id))
    : [];
  return new Set(ids.filter((id) => typeof id === "string"));
}

/** Checks the pictures and attachments that a head lists: they must lie in the release's folder and be what they seem. */
function listedFiles(
  document: Document,
  id: string,
  present: readonly string[],
  path: string,
  folder: string,
): { names: TextFiles; problems: Problem[] } {
  const names = namesOf(document);
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const field of FIELDS) {
    const entries = document.data[field];
    if (!Array.isArray(entries)) continue;
    entries.forEach((entry, index) => {
      const file: unknown = entry?.file;
      // A file named again is reported where the list is read; measured it need be only once.
      if (typeof file !== "string" || !names[field].has(file) || seen.has(file)) return;
      seen.add(file);
      const at = document.locate([field, index, "file"]);
      const source = join(folder, "releases", id, file);
      if (!present.includes(file)) {
        problems.push(
          error(
            path,
            at,
            `Die Datei „${file}“ fehlt im Ordner ${id.split("/").at(-1)}/ neben der Meldung.`,
            "Legen Sie sie dort ab; Groß- und Kleinschreibung zählt.",
          ),
        );
      } else if (/^(index\.|termine\.ics$)/i.test(file)) {
        problems.push(error(path, at, `„${file}“ heißt wie die Seite der Meldung selbst.`, "Benennen Sie die Datei um."));
      } else problems.push(...(field === "images" ? checkImage(source, path, at) : checkAttachment(source, path, at)));
    });
  }
  for (const file of present) {
    if (names.images.has(file) || names.attachments.has(file)) continue;
    problems.push(
      hint(
        join(folder, "releases", id, file),
        FILE_START,
        "Die Datei wird nicht veröffentlicht: Ihre Meldung nennt sie nicht.",
        "Tragen Sie sie unter images oder attachments ein oder löschen Sie sie.",
      ),
    );
  }
  return { names, problems };
}
