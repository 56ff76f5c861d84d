import assert from "node:assert/strict";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { createLinks } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import type { Release } from "../../src/content/release/release.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { Link } from "../../src/site/pages.ts";
import { releaseData, serialise, siteData } from "../../src/site/structured-data.ts";
import { buildSoundly, buildTown, copyContent, filesBelow, makeRelease, ROOT, read, readWith, SITE } from "../fixture.ts";

const NOW = "2026-11-23T12:00:00+01:00";

type Node = Record<string, unknown>;

function archiveOf(folder: string): Archive {
  const { archive } = read(join(ROOT, folder), { now: NOW });
  assert.ok(archive);
  return archive;
}

const musterstadt = archiveOf("tests/fixtures/musterstadt");
const leipzig = archiveOf("content");

/** What machines read of a release: its article, or undefined where it has none, and the names on the way to it. */
function readData(release: Release, { site }: Archive, crumbs: readonly Link[] = []): { article: Node; way: string[] } {
  const data = JSON.parse(releaseData(release, { crumbs, preview: undefined }, { site, links: createLinks(site.url) })) as Node;
  assert.equal(data["@context"], "https://schema.org");
  const nodes = (data["@graph"] as Node[] | undefined) ?? [data];
  const way = nodes.find((node) => node["@type"] === "BreadcrumbList");
  return {
    article: nodes.find((node) => node["@type"] === "NewsArticle") as Node,
    way: ((way?.itemListElement ?? []) as Node[]).map((item) => String(item.name)),
  };
}

function find(archive: Archive, id: string, language = "de"): Release {
  const found = [...archive.releases, ...archive.versions].find((release) => release.id === id && release.language === language);
  assert.ok(found, id);
  return found;
}

/** A release of the small town with the fields given. */
function made(fields: Record<string, string>, site = SITE): { article: Node; way: string[] } {
  const { archive } = readWith({ "site.yml": site, "releases/2024/05/probe.md": makeRelease(fields) });
  assert.ok(archive);
  return readData(find(archive, "2024/05/probe"), archive);
}

describe("what machines read of a release", () => {
  test("the delegation to Japan is dated by its month, no day is invented", () => {
    const { article } = readData(find(leipzig, "2017/11/japan-delegation"), leipzig);
    assert.equal(article.datePublished, "2017-11");
    assert.equal(article.dateModified, undefined);
    assert.equal(article.inLanguage, "de");
  });

  test("people stand with their office at the time; only holders of public office have an address", () => {
    const { article } = readData(find(leipzig, "2017/11/japan-delegation"), leipzig);
    const people = article.about as Node[];
    assert.deepEqual(people[0], {
      "@type": "Person",
      name: "Uwe Albrecht",
      jobTitle: "Wirtschaftsbürgermeister",
      url: "https://stadtchronik.example/personen/uwe-albrecht/",
    });
    assert.deepEqual(
      people.slice(1).map((person) => "url" in person),
      [false, false, false],
    );
  });

  test("places stand with country and position", () => {
    const { article } = readData(find(leipzig, "2017/11/japan-delegation"), leipzig);
    assert.deepEqual((article.contentLocation as Node[])[0], {
      "@type": "Place",
      name: "Tokio",
      address: { "@type": "PostalAddress", addressCountry: "JP" },
      geo: { "@type": "GeoCoordinates", latitude: 35.69, longitude: 139.69 },
    });
  });

  test("a reprint names where it was found", () => {
    const release = find(leipzig, "2017/11/japan-delegation");
    assert.ok(release.source?.url);
    assert.equal(readData(release, leipzig).article.isBasedOn, release.source.url);
  });

  test("a demonstration is never called an office, and an office that the archive supplied is not stated", () => {
    for (const archive of [leipzig, musterstadt]) {
      for (const release of [...archive.listed, ...archive.versions])
        assert.doesNotMatch(JSON.stringify(readData(release, archive)), /GovernmentOrganization/, release.id);
      assert.doesNotMatch(siteData("de", { site: archive.site, links: createLinks(archive.site.url) }), /GovernmentOrganization/);
    }
    const { article } = readData(find(leipzig, "2017/11/japan-delegation"), leipzig);
    const sign = { "@type": "ImageObject", url: "https://stadtchronik.example/assets/icon-512.png", width: 512, height: 512 };
    const home = { "@type": "Organization", url: "https://stadtchronik.example/", logo: sign };
    assert.deepEqual(article.author, { ...home, name: "Stadt Leipzig" });
    assert.deepEqual(article.publisher, { ...home, name: "Projekt Stadtchronik" });
  });

  test("a real city is called what it is, and names its office", () => {
    const { article } = made({});
    assert.equal((article.publisher as Node)["@type"], "GovernmentOrganization");
    assert.deepEqual((article.author as Node).department, { "@type": "Organization", name: "Presseamt" });
  });

  test("a correction is told with its day, and the release counts as changed on the newest", () => {
    const { article } = readData(find(musterstadt, "2016/06/lohehochwasser-deiche-halten"), musterstadt);
    assert.equal(article.dateModified, "2016-06-08");
    assert.deepEqual(
      (article.correction as Node[]).map((correction) => [correction["@type"], correction.datePublished]),
      [
        ["CorrectionComment", "2016-06-08"],
        ["CorrectionComment", "2016-06-03T18:10:00+02:00"],
      ],
    );
  });

  test("a release under embargo counts from the embargo's end", () => {
    assert.equal(made({ date: "2024-05-10", embargo: "2024-05-11T10:00" }).article.datePublished, "2024-05-11T10:00:00+02:00");
  });

  test("a headline has at most 110 characters, ends with a word, and the whole title is kept", () => {
    const title = "Wort ".repeat(30).trim();
    const { article } = made({ title });
    const headline = String(article.headline);
    assert.ok(headline.length <= 110 && headline.endsWith("Wort…"), headline);
    assert.equal(article.name, title);
    const unbroken = String(made({ title: "ä".repeat(109) + "😀".repeat(20) }).article.headline);
    assert.ok(unbroken.length <= 110 && !/\p{Cs}/u.test(unbroken), unbroken);
    assert.equal(made({ title: "x".repeat(110) }).article.headline, "x".repeat(110));
    assert.equal("name" in made({ title: "x".repeat(110) }).article, false);
  });

  test("a version says of what it is the translation, the original which versions it has", () => {
    const [id, original] = ["2026/11/wirtschaftsdelegation-vzorkov", "https://musterstadt.example/2026/11/wirtschaftsdelegation-vzorkov/"];
    const { article } = readData(find(musterstadt, id, "en"), musterstadt);
    assert.equal(article.inLanguage, "en");
    assert.equal((article.translationOfWork as Node)["@id"], original);
    assert.equal((article.about as Node[])[0]?.jobTitle, "Deputy Mayor for Finance and Business");
    const german = readData(find(musterstadt, id), musterstadt).article;
    assert.equal(german["@id"], original);
    assert.deepEqual(
      (german.workTranslation as Node[]).map((version) => version["@id"]),
      [article["@id"]],
    );
  });

  test("of a withdrawn release machines read the way to it and nothing else", () => {
    const withdrawn = musterstadt.releases.filter((release) => release.withdrawn);
    assert.equal(withdrawn.length, 2);
    for (const release of withdrawn) {
      const { article, way } = readData(release, musterstadt);
      assert.equal(article, undefined);
      assert.deepEqual(way, [release.title]);
    }
  });

  test("the way ends with the release itself", () => {
    const way = readData(find(leipzig, "2017/11/japan-delegation"), leipzig, [{ label: "2017", address: "/2017/" }]).way;
    assert.deepEqual(way, ["2017", "Japan: Wirtschaftsbürgermeister erwartet Zusammenarbeit im Bereich Biotechnologie"]);
  });

  test("every page that the data names is a page of the site", () => {
    for (const archive of [leipzig, musterstadt]) {
      const pages = listPages(archive);
      const links = createLinks(archive.site.url);
      const known = new Set(pages.map(({ address }) => links.absolute(address)));
      let named = 0;
      for (const page of pages) {
        if (!("structuredData" in page)) continue;
        for (const [, address = ""] of String(page.structuredData).matchAll(/"(?:@id|url|item|mainEntityOfPage|contentUrl)":"([^"]*)"/g)) {
          assert.ok(known.has(address), `${page.address} names ${address}`);
          named++;
        }
      }
      assert.ok(named > 10);
    }
  });
});

test("nothing in the data ends its script element, and it is read back as it was", () => {
  const text = "</script><!--<script>]]>&amp;\u2028\u2029\"'\\ <b>";
  const printed = serialise([{ name: text }]);
  assert.doesNotMatch(printed, /[<>&\u2028\u2029]/);
  assert.deepEqual(JSON.parse(printed), { "@context": "https://schema.org", name: text });
});

describe("the printed pages", () => {
  const ATTACK = "Achtung </script><script>alert(1)</script><!-- Fest";
  const pages = new Map<string, string>();

  before(async () => {
    const content = copyContent("tests/fixtures/musterstadt", {
      "releases/2026/11/angriff.md": makeRelease({
        title: JSON.stringify(ATTACK),
        date: "2026-11-20",
        topics: "[kultur]",
        people: "[{id: helene-brandt, role: '</script><script>alert(2)</script>'}]",
      }),
    });
    for (const [prefix, { output }] of [
      ["", await buildSoundly(content, { environment: { NOW } })],
      ["leipzig/", await buildTown("leipzig")],
    ] as const) {
      for (const [path, bytes] of filesBelow(output)) if (path.endsWith(".html")) pages.set(`${prefix}${path}`, bytes.toString());
    }
  });

  function dataOf(html: string): Node[] {
    return [...html.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gs)].map(([, json = ""]) => JSON.parse(json) as Node);
  }

  test("the data of every page can be read; each release and each home page has some", () => {
    let releases = 0;
    for (const [path, html] of pages) {
      const data = dataOf(html);
      if (!/^(leipzig\/)?((en|leichte-sprache)\/)?(\d{4}\/\d\d\/[a-z0-9-]+\/)?index\.html$/.test(path)) continue;
      assert.equal(data.length, 1, path);
      releases++;
    }
    assert.ok(releases > 30, `only ${releases} pages`);
  });

  test("a title cannot break out of the data", () => {
    const html = pages.get("2026/11/angriff/index.html") ?? "";
    assert.doesNotMatch(html, /<script>/);
    const [data] = dataOf(html);
    const article = ((data?.["@graph"] ?? []) as Node[]).find((node) => node["@type"] === "NewsArticle");
    assert.equal(article?.headline, ATTACK);
  });

  test("a page says of itself to other services what it shows", () => {
    const html = pages.get("leipzig/2017/11/japan-delegation/index.html") ?? "";
    const meta = Object.fromEntries(
      [...html.matchAll(/<meta property="([^"]+)" content="([^"]*)">/g)].map(([, property, content]) => [property, content]),
    );
    assert.equal(meta["og:type"], "article");
    assert.equal(meta["og:title"], "Japan: Wirtschaftsbürgermeister erwartet Zusammenarbeit im Bereich Biotechnologie");
    assert.equal(meta["og:url"], "https://stadtchronik.example/2017/11/japan-delegation/");
    assert.equal(meta["og:locale"], "de_DE");
    assert.equal(meta["og:site_name"], "Nachrichtenarchiv");
    assert.equal(meta["article:published_time"], "2017-11");
    assert.match(pages.get("leipzig/en/2017/11/japan-delegation/index.html") ?? "", /<meta property="og:locale" content="en_GB">/);
    assert.match(pages.get("leipzig/index.html") ?? "", /<meta property="og:type" content="website">/);
  });

  test("a picture that is offered to other services is published, with its description", () => {
    const html = pages.get("2026/11/alte-lohebruecke-gesperrt/index.html") ?? "";
    const [, address] = /<meta property="og:image" content="https:\/\/musterstadt\.example\/([^"]+)">/.exec(html) ?? [];
    assert.ok(
      listPages(musterstadt).some((page) => page.address === `/${address}`),
      address,
    );
    assert.match(html, /<meta property="og:image:alt" content="Zeichnung der Alten Lohebrücke/);
  });
});
