import assert from "node:assert/strict";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before, describe, test } from "node:test";
import { FACETS } from "../../src/archive/facets.ts";
import { readArchive } from "../../src/archive/reading.ts";
import { buildSoundly, makeFolder } from "../fixture.ts";
import { writeTown } from "./town.ts";

const NOW = "2026-01-15T12:00:00+01:00";

/** A page's links and the ids that its anchors may name. */
interface Linked {
  links: string[];
  ids: Set<string>;
}

function listing(where: string): string[] {
  return readdirSync(where, { recursive: true, withFileTypes: true }).flatMap((entry) =>
    entry.isFile()
      ? [
          join(entry.parentPath, entry.name)
            .slice(where.length + 1)
            .replaceAll("\\", "/"),
        ]
      : [],
  );
}

/** The address of a link as seen from a page, without its anchor; undefined for mail and other hosts. */
function target(link: string, from: string): { address: string; anchor: string } | undefined {
  const url = new URL(link, `https://probestadt.example${from}`);
  return url.host === "probestadt.example" && url.protocol === "https:"
    ? { address: decodeURIComponent(url.pathname), anchor: decodeURIComponent(url.hash.slice(1)) }
    : undefined;
}

/** What a town must at least hold for its tests to say something. */
export interface Enough {
  links: number;
  lists: number;
}

/** Tests the whole site of a sample town of so many releases. */
export function testTown(releases: number, enough: Enough): void {
  describe(`the site of a town with ${releases} releases`, () => {
    const folder = makeFolder();
    const town = join(folder, "town");
    const site = join(folder, "site");
    const pages = new Map<string, Linked>();
    let files: Set<string>;

    const build = (output: string) => buildSoundly(town, { output, environment: { CACHE: join(folder, "cache"), NOW } });
    const read = () => readArchive({ folder: town, now: Date.parse(NOW) }).archive;

    before(async () => {
      writeTown(town, releases, "1");
      await build(site);
      files = new Set(listing(site).map((file) => `/${file}`));
      for (const file of files) {
        if (!file.endsWith(".html")) continue;
        const html = readFileSync(join(site, file), "utf8");
        const address = file.replace(/index\.html$/, "");
        const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) => link.replaceAll("&amp;", "&"));
        pages.set(address, { links, ids: new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = ""]) => id)) });
      }
    });

    test("no link or anchor of any page is dead", () => {
      const dead: string[] = [];
      let followed = 0;
      for (const [from, { links }] of pages) {
        for (const link of links) {
          const to = target(link, from);
          if (!to) continue;
          followed++;
          if (!files.has(to.address.endsWith("/") ? `${to.address}index.html` : to.address)) dead.push(`${from} -> ${link}`);
          else if (to.anchor !== "" && !pages.get(to.address)?.ids.has(to.anchor)) dead.push(`${from} -> ${link} (anchor)`);
        }
      }
      assert.ok(followed > enough.links, `only ${followed} links followed`);
      assert.deepEqual(dead.slice(0, 20), []);
    });

    test("every release is at most three clicks from /archiv/", () => {
      let reached = new Set(["/archiv/"]);
      for (let click = 0; click < 3; click++) {
        const next = new Set(reached);
        for (const from of reached) for (const link of pages.get(from)?.links ?? []) next.add(target(link, from)?.address ?? from);
        reached = next;
      }
      const archive = read();
      assert.ok(archive && archive.listed.length > releases * 0.95);
      assert.deepEqual(
        archive.listed.filter((release) => !reached.has(release.address)).map(({ address }) => address),
        [],
      );
    });

    test("each release is in exactly the lists that its front matter says", () => {
      const archive = read();
      assert.ok(archive);
      const segments = { topics: "themen", departments: "aemter", people: "personen", places: "orte" };
      const expected = new Map<string, Set<string>>();
      const expect = (list: string, address: string) => expected.set(list, (expected.get(list) ?? new Set()).add(address));
      const sizes = new Map(
        FACETS.flatMap(({ name }) => archive.entriesOf(name, "de").map(({ entry, releases: all }) => [entry, all.length])),
      );
      for (const release of archive.listed) {
        const { year, month } = release.date;
        expect(`/${year}/${String(month).padStart(2, "0")}/`, release.address);
        for (const facet of FACETS) {
          for (const entry of facet.entriesOf(release, archive.registers)) {
            // Sixty fit on a page at a phone's width; more are listed by year.
            const isDivided = facet.isDivided || (sizes.get(entry) ?? 0) > 60;
            if (facet.hasPage(entry)) expect(`/${segments[facet.name]}/${entry.id}/${isDivided ? `${year}/` : ""}`, release.address);
          }
        }
      }
      const releases = new Set(archive.listed.map(({ address }) => address));
      let compared = 0;
      for (const [list, addresses] of expected) {
        const inList = (address: string) => pages.get(address)?.links.flatMap((link) => target(link, address)?.address ?? []) ?? [];
        let shown = new Set(inList(list).filter((address) => releases.has(address)));
        // A list of more than three hundred is divided further; its parts together are the list.
        if (shown.size === 0)
          shown = new Set(
            inList(list)
              .filter((address) => address.startsWith(list) && address !== list)
              .flatMap(inList)
              .filter((address) => releases.has(address)),
          );
        assert.deepEqual([...shown].sort(), [...addresses].sort(), list);
        compared++;
      }
      assert.ok(compared > enough.lists, `only ${compared} lists compared`);
    });

    test("each release is in the data once in each of its languages, and in the feed's history once", () => {
      const archive = read();
      assert.ok(archive);
      const texts = (pattern: RegExp) =>
        [...files].filter((file) => pattern.test(file)).map((file) => readFileSync(join(site, file), "utf8"));
      const rows = texts(/^\/daten\/meldungen-\d{4}\.jsonl$/).flatMap((text) =>
        text
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as { id: string; language: string }),
      );
      const expected = [...archive.listed, ...archive.versions.filter((release) => !release.withdrawn)].map(
        ({ id, language }) => `${id} ${language}`,
      );
      assert.deepEqual(rows.map(({ id, language }) => `${id} ${language}`).sort(), expected.sort());
      // Corrected releases of earlier years stand in the subscription document as well: a reader shows one of an id.
      const history = texts(/^\/\d{4}\/(\d\d\/)?feed(-\d+)?\.xml$/);
      const [current = ""] = texts(/^\/feed\.xml$/);
      const ids = (text: string) => [...text.matchAll(/<entry[^>]*>\s*<id>([^<]*)<\/id>/g)].map(([, id = ""]) => id);
      assert.ok(ids(current).length <= 50);
      const archived = history.flatMap(ids);
      assert.equal(new Set(archived).size, archived.length, "no release is in the history twice");
      assert.deepEqual(
        [...new Set([...archived, ...ids(current)])].sort(),
        archive.listed.map(({ id }) => `tag:${archive.site.tagAuthority}:${id}`).sort(),
      );
    });

    test("a new release changes at most 17 files and 5 for each register entry it uses", async () => {
      const archive = read();
      assert.ok(archive);
      const [newest] = archive.listed;
      assert.ok(newest);
      const topic = newest.topics[0]?.id;
      const path = join(town, "releases/2026/01/eine-neue-meldung.md");
      mkdirSync(dirname(path), { recursive: true });
      const add = (name: string, day: string) =>
        writeFileSync(
          path.replace("eine-neue-meldung", name),
          `---\ntitle: Eine neue Meldung vom ${day}. Januar\ndate: 2026-01-${day}T09:00\nsummary: Sie ist dazu da, die Dateien zu zählen, die sich mit ihr ändern.\ndepartment: ${newest.department.id}\ntopics: [${topic}]\n---\n\nDer Text der neuen Meldung.\n`,
        );
      // The first release of a year opens its lists; the one after it is the everyday case.
      add("die-erste-meldung-des-jahres", "07");
      // A page that was wrongly kept would differ from one built anew.
      await build(site);
      add("eine-neue-meldung", "08");
      await build(join(folder, "after"));
      const [before, after] = [listing(site), listing(join(folder, "after"))];
      // The search index is written anew in bundles, whose names say what they hold (tests/site/search/index.test.ts).
      const isOfPage = (file: string) => !file.startsWith("pagefind/");
      const changed = after.filter(
        (file) =>
          isOfPage(file) && (!before.includes(file) || !readFileSync(join(site, file)).equals(readFileSync(join(folder, "after", file)))),
      );
      assert.deepEqual(
        before.filter((file) => isOfPage(file) && !after.includes(file)),
        [],
      );
      const broader = FACETS.flatMap((facet) =>
        facet.name === "topics" || facet.name === "departments"
          ? facet.entriesOf({ ...newest, topics: newest.topics.slice(0, 1), with: [] }, archive.registers)
          : [],
      );
      // Two of the seventeen are the data of all years, packed. An entry: its page, its feed, its year, the page of the office on a topic, and for what is counted elsewhere one.
      const allowed = 17 + 5 * broader.length;
      assert.ok(changed.includes("2026/01/eine-neue-meldung/index.html"));
      assert.ok(changed.length <= allowed, `${changed.length} files changed, ${allowed} allowed:\n${changed.join("\n")}`);
    });
  });
}
