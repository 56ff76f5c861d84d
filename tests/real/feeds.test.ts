import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { outputFile } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import { publishedMoment } from "../../src/content/release/moments.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { entryId } from "../../src/site/feeds/atom.ts";
import { isText, textOf } from "../../src/site/pages.ts";
import { serve } from "../browser/browser.ts";
import { copyContent, type Files, makeContent, makeFolder, makeRelease, ROOT, read } from "../fixture.ts";
import { hasProgram, runProgram } from "./tools.ts";

const NOW = "2026-11-23T12:00:00+01:00";
const MUSTERSTADT = "tests/fixtures/musterstadt";

/** Debian's own Python, which its feedparser is installed for. */
const PYTHON = "/usr/bin/python3";

const PARSE = `
import feedparser, json, sys
for path in json.load(sys.stdin):
    feed = feedparser.parse(path)
    print(json.dumps({"path": path, "bozo": str(feed.get("bozo_exception", "")) if feed.bozo else "", "version": feed.version, "title": feed.feed.get("title"),
        "entries": [{"id": e.id, "title": e.title, "link": e.link, "published": list(e.published_parsed), "updated": list(e.updated_parsed), "author": e.author, "content": e.content[0].value} for e in feed.entries]}))
`;

const ITEMS = `
import json, sqlite3, sys
rows = sqlite3.connect(sys.argv[1]).execute("select guid, title, url, unread, length(content) from rss_item order by guid")
print(json.dumps([dict(zip(("id", "title", "link", "unread", "length"), row)) for row in rows]))
`;

/** What feedparser reads of one feed. */
interface Parsed {
  path: string;
  bozo: string;
  version: string;
  title: string;
  entries: { id: string; title: string; link: string; published: number[]; updated: number[]; author: string; content: string }[];
}

function archiveOf(folder: string): Archive {
  const { archive } = read(folder, { now: NOW });
  assert.ok(archive);
  return archive;
}

/** Writes the texts of an archive (feeds, sitemaps) into a folder of their own. */
function publish(archive: Archive, folder = makeFolder()): { folder: string; addresses: string[] } {
  const addresses: string[] = [];
  for (const page of listPages(archive)) {
    if (!isText(page)) continue;
    addresses.push(page.address);
    const target = join(folder, outputFile(page.address));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, textOf(page));
  }
  return { folder, addresses };
}

const odd: Files = {
  "releases/2025/05/probe.md": makeRelease(
    { title: `'Stand ]]> & <b>fett</b> &amp; "so" „so“ 🌳'`, date: "2025-05-10" },
    "Text mit ]]> und `]]>`, einem Vergleich 3 < 4 & 5 > 4 und [einem Link](https://probe.example/?a=1&b=%5D%5D%3E).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n",
  ),
};

const towns = {
  Musterstadt: archiveOf(join(ROOT, MUSTERSTADT)),
  "the first release": archiveOf(join(ROOT, "content")),
  "odd titles": archiveOf(makeContent(odd)),
};

describe("feeds", () => {
  for (const [name, archive] of Object.entries(towns)) {
    test(`Python's feedparser reads every feed of ${name} without complaint, with ids, titles and moments as written`, async (context) => {
      if (!hasProgram(context, PYTHON, ["-c", "import feedparser"], "python3-feedparser")) return;
      const { folder, addresses } = publish(archive);
      const feeds = addresses.filter((address) => address.endsWith("feed.xml"));
      assert.ok(feeds.length > 0);
      const parsed = (await runProgram(PYTHON, ["-c", PARSE], JSON.stringify(feeds.map((address) => join(folder, outputFile(address))))))
        .trim()
        .split("\n");
      assert.equal(parsed.length, feeds.length);
      const releases = new Map([...archive.listed, ...archive.versions].map((release) => [entryId(release, archive.site), release]));
      for (const line of parsed) {
        const feed = JSON.parse(line) as Parsed;
        assert.equal(feed.bozo, "", feed.path);
        assert.equal(feed.version, "atom10", feed.path);
        for (const entry of feed.entries) {
          const release = releases.get(entry.id);
          assert.ok(release, entry.id);
          assert.equal(entry.title, release.title);
          assert.equal(entry.link, archive.site.url.slice(0, -1) + release.address);
          const [year = 0, month = 0, ...rest] = entry.published;
          const [day, hour, minute, second] = rest;
          assert.equal(Date.UTC(year, month - 1, day, hour, minute, second), Date.parse(publishedMoment(release, archive.site.timeZone)));
          assert.ok(entry.author.startsWith(archive.site.issuer));
          assert.ok(entry.content.includes("<p>"));
        }
      }
      const [whole] = parsed.map((line) => JSON.parse(line) as Parsed).filter(({ path }) => path === join(folder, "feed.xml"));
      assert.equal(whole?.entries.length, archive.listed.length);
    });
  }

  test("newsboat shows the whole site's feed, and an edit of a title brings no item back", async (context) => {
    if (!hasProgram(context, "newsboat", ["--version"], "newsboat")) return;
    const path = "releases/2026/04/trinkbrunnen.md";
    const { archive } = read(join(ROOT, MUSTERSTADT), { now: NOW });
    assert.ok(archive);
    const { folder } = publish(archive);
    const server = await serve(folder);
    try {
      const own = makeFolder();
      const files = { urls: join(own, "urls"), cache: join(own, "cache.db"), config: join(own, "config") };
      writeFileSync(files.urls, `${server.url}/feed.xml\n`);
      writeFileSync(files.config, "max-items 0\n");
      const newsboat = (...commands: string[]) =>
        runProgram("newsboat", ["-u", files.urls, "-c", files.cache, "-C", files.config, "-x", ...commands]);
      const items = async () =>
        JSON.parse(await runProgram(PYTHON, ["-c", ITEMS, files.cache])) as {
          id: string;
          title: string;
          link: string;
          unread: number;
          length: number;
        }[];
      assert.match(await newsboat("reload", "print-unread"), new RegExp(`^${archive.listed.length} `));
      const shown = await items();
      const expected = archive.listed.map((release) => ({
        id: entryId(release, archive.site),
        title: release.title,
        link: archive.site.url.slice(0, -1) + release.address,
      }));
      assert.deepEqual(
        shown.map(({ id, title, link }) => ({ id, title, link })),
        expected.sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
      assert.ok(shown.every(({ length }) => length > 100));

      const edited = archiveOf(
        copyContent(MUSTERSTADT, {
          [path]: makeRelease({ title: "Ganz neue Überschrift", date: "2026-04-29", topics: "[umwelt]", department: "gruenamt" }),
        }),
      );
      publish(edited, folder);
      await newsboat("reload");
      const again = await items();
      assert.equal(again.length, shown.length);
      assert.equal(again.find(({ id }) => id.endsWith("/trinkbrunnen"))?.title, "Ganz neue Überschrift");
    } finally {
      server.close();
    }
  });
});

describe("XML", () => {
  for (const [name, archive] of Object.entries(towns)) {
    test(`every XML file of ${name} is well-formed, and every sitemap valid by the schema`, async (context) => {
      if (!hasProgram(context, "xmllint", ["--version"], "libxml2-utils")) return;
      const { folder, addresses } = publish(archive);
      const documents = addresses.filter((address) => /\.(xml|svg)$/.test(address)).map((address) => join(folder, outputFile(address)));
      assert.ok(documents.length >= 4);
      await runProgram("xmllint", ["--nonet", "--noout", ...documents]);
      const sitemaps = documents.filter((path) => /sitemap-[^/]*\.xml$/.test(path));
      assert.ok(sitemaps.length >= 2);
      await runProgram("xmllint", ["--nonet", "--noout", "--schema", sitemapSchema(), ...sitemaps]);
    });
  }

  test("the schema would find a sitemap that breaks a rule", async (context) => {
    if (!hasProgram(context, "xmllint", ["--version"], "libxml2-utils")) return;
    const broken = join(makeFolder(), "sitemap.xml");
    writeFileSync(
      broken,
      '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url><loc>https://probe.example/</loc><lastmod>gestern</lastmod></url></urlset>',
    );
    await assert.rejects(runProgram("xmllint", ["--nonet", "--noout", "--schema", sitemapSchema(), broken]), /lastmod/);
  });
});

/** The schema of the npm package `sitemap` together with the one element of XHTML that sitemaps use: the package's own collection would fetch XHTML from the net. */
function sitemapSchema(): string {
  const folder = makeFolder();
  const shipped = join(dirname(createRequire(import.meta.url).resolve("sitemap")), "../../schema/sitemap.xsd");
  const link = join(folder, "link.xsd");
  const all = join(folder, "all.xsd");
  writeFileSync(
    link,
    `<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml"><element name="link"><complexType>
<attribute name="rel" use="required" fixed="alternate"/><attribute name="hreflang" type="language" use="required"/><attribute name="href" type="anyURI" use="required"/>
</complexType></element></schema>`,
  );
  writeFileSync(
    all,
    `<schema xmlns="http://www.w3.org/2001/XMLSchema">
<import namespace="http://www.sitemaps.org/schemas/sitemap/0.9" schemaLocation="${pathToFileURL(shipped).href}"/>
<import namespace="http://www.w3.org/1999/xhtml" schemaLocation="${pathToFileURL(link).href}"/>
</schema>`,
  );
  return all;
}
