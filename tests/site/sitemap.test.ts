import assert from "node:assert/strict";
import { join } from "node:path";
import { Readable } from "node:stream";
import { before, describe, test } from "node:test";
import { parseSitemap, parseSitemapIndex } from "sitemap";
import { outputFile } from "../../src/addresses.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { isText, textOf } from "../../src/site/pages.ts";
import { buildSoundly, copyContent, type Fields, type Files, filesBelow, makeContent, makeRelease, ROOT, read, SITE } from "../fixture.ts";

const NOW = "2026-11-23T12:00:00+01:00";
const MUSTERSTADT = "tests/fixtures/musterstadt";
const ORIGIN = "https://musterstadt.example";

/** One address of a sitemap as search engines read it. */
interface Item {
  url: string;
  lastmod?: string | undefined;
  links: { lang: string; url: string }[];
}

/** The addresses of all sitemaps that the index names, by file. */
async function readSitemaps(text: (address: string) => string, origin: string): Promise<Map<string, Item[]>> {
  const files = new Map<string, Item[]>();
  for (const { url } of await parseSitemapIndex(Readable.from([text("/sitemap.xml")]))) {
    assert.ok(url.startsWith(origin));
    const address = url.slice(origin.length);
    files.set(address, (await parseSitemap(Readable.from([text(address)]))) as Item[]);
  }
  return files;
}

/** The texts that a small town with files laid over it publishes, by address. */
function printWith(files: Files): Map<string, string> {
  const { archive } = read(makeContent(files), { now: NOW });
  assert.ok(archive);
  return new Map(listPages(archive).flatMap((page) => (isText(page) ? [[page.address, textOf(page)]] : [])));
}

describe("on the built site of a real city", () => {
  let site: Map<string, Buffer>;
  let sitemaps: Map<string, Item[]>;
  before(async () => {
    const settings = filesBelow(join(ROOT, MUSTERSTADT)).get("site.yml")?.toString() ?? "";
    const content = copyContent(MUSTERSTADT, { "site.yml": settings.replace(/^demonstration:.*\n/m, "") });
    site = filesBelow((await buildSoundly(content, { environment: { NOW } })).output);
    sitemaps = await readSitemaps((address) => site.get(outputFile(address))?.toString() ?? "", ORIGIN);
  });

  test("the sitemaps name every page that search engines may list, each once, and no other", () => {
    const named = [...sitemaps.values()].flat().map(({ url }) => url);
    const allowed = [...site].filter(
      ([path, bytes]) => path.endsWith(".html") && !/<meta name="robots" content="noindex">/.test(bytes.toString()),
    );
    const addresses = allowed.map(([path]) => `${ORIGIN}/${path.replace(/index\.html$/, "")}`);
    assert.deepEqual(named.sort(), addresses.sort());
    assert.ok([...site.keys()].some((path) => path === "404.html") && !named.includes(`${ORIGIN}/404.html`));
  });

  test("a year's releases stand with their languages in the file of the year", () => {
    for (const [address, items] of sitemaps) {
      if (address === "/sitemap-seiten.xml") continue;
      const year = /^\/sitemap-(\d{4})\.xml$/.exec(address)?.[1];
      for (const { url, lastmod } of items) {
        assert.match(url.slice(ORIGIN.length), new RegExp(`^(/en|/leichte-sprache)?/${year}/\\d\\d/[a-z0-9-]+/$`));
        assert.ok(lastmod);
      }
    }
    const all = new Map([...sitemaps.values()].flat().map((item) => [item.url, item]));
    const linked = [...all.values()].filter(({ links }) => links.length > 0);
    assert.ok(linked.length >= 8);
    for (const { url, links } of linked) {
      assert.ok(links.some((link) => link.url === url));
      for (const link of links) assert.deepEqual(all.get(link.url)?.links, links, "languages name each other");
    }
  });

  test("robots.txt lets everything be read and names the sitemap", () => {
    assert.equal(site.get("robots.txt")?.toString(), `User-agent: *\nDisallow:\n\nSitemap: ${ORIGIN}/sitemap.xml\n`);
  });

  test("security.txt says whom to tell of a weakness (RFC 9116)", () => {
    assert.deepEqual(site.get(".well-known/security.txt")?.toString().split("\n"), [
      "Contact: mailto:sicherheit@musterstadt.example",
      "Expires: 2027-12-31T00:00:00Z",
      "Preferred-Languages: de, en",
      `Canonical: ${ORIGIN}/.well-known/security.txt`,
      "",
    ]);
  });
});

describe("the moment of the last change", () => {
  const path = "releases/2024/05/probe.md";
  const moment = async (files: Files) => {
    const printed = printWith(files);
    const sitemaps = await readSitemaps((address) => printed.get(address) ?? "", "https://probestadt.example");
    return sitemaps.get("/sitemap-2024.xml")?.find(({ url }) => url.endsWith("/2024/05/probe/"))?.lastmod;
  };

  test("is the publication, whatever is edited later, and else the newest correction", async () => {
    assert.equal(await moment({ [path]: makeRelease() }), "2024-05-10T00:00:00+02:00");
    assert.equal(await moment({ [path]: makeRelease({ title: "Ganz anders" }, "Anderer Text.\n") }), "2024-05-10T00:00:00+02:00");
    assert.equal(
      await moment({ [path]: makeRelease({ corrections: "[{date: 2024-05-20, note: Der Bus kommt um zehn.}]" }) }),
      "2024-05-20T00:00:00+02:00",
    );
  });

  test("a new release changes only the sitemap of its year, where its lists were there before", () => {
    const earlier = { [path]: makeRelease(), "releases/2023/05/alt.md": makeRelease({ date: "2023-05-01" }) };
    const [before_, after] = [
      printWith(earlier),
      printWith({ ...earlier, "releases/2024/05/neu.md": makeRelease({ date: "2024-05-11" }) }),
    ];
    const changed = [...after.keys()].filter((address) => address.startsWith("/sitemap") && after.get(address) !== before_.get(address));
    assert.deepEqual(changed, ["/sitemap-2024.xml"]);
  });

  test("a draft, an embargoed and a withdrawn release are in no sitemap", () => {
    const hidden: Record<string, Fields> = {
      entwurf: { draft: "true" },
      sperre: { embargo: "2030-01-01T00:00" },
      weg: { withdrawn: "{date: 2023-05-02, reason: Die Meldung war falsch.}" },
    };
    const words = [...Object.keys(hidden), "2023"];
    const found = (areHidden: boolean) => {
      const files = Object.entries(hidden).map(([name, fields]) => [
        `releases/2023/05/${name}.md`,
        makeRelease({ date: "2023-05-01", ...(areHidden ? fields : {}) }),
      ]);
      const sitemaps = [...printWith(Object.fromEntries(files))].filter(([address]) => address.startsWith("/sitemap"));
      return words.filter((word) => sitemaps.some(([address, text]) => address.includes(word) || text.includes(word)));
    };
    assert.deepEqual(found(false), words);
    assert.deepEqual(found(true), []);
  });
});

describe("files that speak for a host", () => {
  test("a demonstration may be read, so that its noindex is seen, but invites no search engine", () => {
    const robots = printWith({ "site.yml": `${SITE}demonstration: true\n` }).get("/robots.txt") ?? "";
    assert.match(robots, /^User-agent: \*\nDisallow:$/m);
    assert.doesNotMatch(robots, /Sitemap/);
  });

  test("an archive below a path has none: they would not be found there", () => {
    const security = "security: {contact: 'mailto:a@probestadt.example', expires: '2027-12-31T00:00:00Z'}\n";
    const below = printWith({ "site.yml": `${SITE.replace("probestadt.example/", "probestadt.example/archiv/")}${security}` });
    assert.ok(below.has("/sitemap.xml") && !below.has("/robots.txt") && !below.has("/.well-known/security.txt"));
    assert.ok(printWith({ "site.yml": SITE + security }).has("/.well-known/security.txt"));
    assert.ok(!printWith({}).has("/.well-known/security.txt"));
  });
});
