import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { load } from "js-yaml";
import { outputFile } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import { feedLists } from "../../src/site/feeds/feed-lists.ts";
import { feeds } from "../../src/site/feeds/feeds.ts";
import { isText, textOf as textOfPage } from "../../src/site/pages.ts";
import { buildTown, type Fields, type Files, filesBelow, makeContent, makeRelease, ROOT, read, SITE, TOWN_NOW } from "../fixture.ts";
import { childrenOf, type Element, linksOf, parseXml, textOf } from "../xml.ts";

const MUSTERSTADT = "tests/fixtures/musterstadt";
const HOST = "https://musterstadt.example";

function archiveOf(folder: string): Archive {
  const { archive, problems } = read(folder, { now: TOWN_NOW });
  assert.ok(archive);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  return archive;
}

/** The text of every feed by its address. */
function print(archive: Archive): Map<string, string> {
  return new Map(feeds(archive).map((page) => [page.address, isText(page) ? textOfPage(page) : assert.fail(page.address)]));
}

/** The Atom feeds of a small town with files laid over it. */
function printWith(files: Files): Map<string, string> {
  return print(archiveOf(makeContent(files)));
}

function parse(printed: ReadonlyMap<string, string>, address: string): Element {
  const text = printed.get(address);
  assert.ok(text, address);
  return parseXml(text);
}

function entriesOf(feed: Element): Element[] {
  return childrenOf(feed, "entry");
}

/** The part of an entry's id that names its release: `2017/11/slug`, `2017/11/slug.en`. */
function idOf(entry: Element): string {
  return textOf(entry, "id").replace(/^tag:[^:]*:/, "");
}

function entryOf(feed: Element, id: string): Element {
  const entry = entriesOf(feed).find((candidate) => idOf(candidate) === id);
  assert.ok(entry, id);
  return entry;
}

/** A release a day, `count` of them, from the first of the month on. */
function daily(year: number, month: string, count: number, fields: Fields = {}): Files {
  const days = Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, "0"));
  return Object.fromEntries(
    days.map((day) => [
      `releases/${year}/${month}/tag-${day}.md`,
      makeRelease({ title: `Tag ${day} im Monat ${month}.${year}`, date: `${year}-${month}-${day}`, ...fields }),
    ]),
  );
}

const MONTHS = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, "0"));

const town = archiveOf(join(ROOT, MUSTERSTADT));
const printed = print(town);
const atoms = [...printed.keys()].filter((address) => address.endsWith(".xml"));

describe("every feed can be read by any feed reader", () => {
  for (const [name, archive] of [
    ["Musterstadt", town],
    ["the first release", archiveOf(join(ROOT, "content"))],
  ] as const) {
    test(`the feeds of ${name} are Atom as RFC 4287 asks`, () => {
      assert.ok(print(archive).has("/feed.xml"));
      for (const [address, text] of print(archive)) {
        if (!address.endsWith(".xml")) continue;
        const feed = parseXml(text);
        assert.equal(feed.attributes.xmlns, "http://www.w3.org/2005/Atom");
        const updated = textOf(feed, "updated");
        assert.match(textOf(feed, "id"), /^tag:[a-z0-9.@-]+,\d{4}(-\d\d(-\d\d)?)?:[\w./:-]+$/);
        assert.deepEqual(linksOf(feed, "self"), [archive.site.url.slice(0, -1) + address]);
        assert.equal(linksOf(feed, "alternate").length, 1);
        assert.ok(
          textOf(feed, "title") && textOf(feed, "subtitle").startsWith(`${archive.site.demonstration}. `),
          "a demonstration says that it is one",
        );
        assert.equal(textOf(feed, "rights"), archive.site.textLicense.text);
        const entries = entriesOf(feed);
        assert.equal(new Set(entries.map(idOf)).size, entries.length, "an id stands once in a document");
        assert.ok(entries.length > 0, address);
        for (const entry of entries) checkEntry(entry, updated);
      }
    });
  }

  function checkEntry(entry: Element, feedUpdated: string): void {
    const id = idOf(entry);
    const [published, updated] = [textOf(entry, "published"), textOf(entry, "updated")];
    for (const moment of [published, updated]) assert.match(moment, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/);
    assert.ok(Date.parse(published) <= Date.parse(updated), id);
    assert.ok(Date.parse(updated) <= Date.parse(feedUpdated), id);
    assert.ok(textOf(entry, "title") && textOf(entry, "summary"));
    const pages = childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "alternate");
    assert.equal(
      new Set(pages.map(({ attributes }) => `${attributes.type} ${attributes.hreflang}`)).size,
      pages.length,
      "no two links alike",
    );
    assert.equal(
      pages[0]?.attributes.href,
      pages.at(-1)?.attributes.href,
      "readers that take the first link and those that take the last show the same page",
    );
    const [content] = childrenOf(entry, "content");
    assert.equal(content?.attributes.type, "html");
    const targets = [...(content?.text ?? "").matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, target]) => target ?? "");
    for (const target of targets) assert.match(target, /^(https?:\/\/|mailto:|tel:)/, "every link is absolute");
  }

  test("titles with signs that XML and HTML use come through as written", () => {
    const title = `Stand ]]> & <b>fett</b> &amp; "Anführung" 'einfach' „deutsch“ 🌳`;
    const text = "Text mit ]]> und `]]>` und <https://probe.example/?a=1&b=%5D%5D%3E>.\n";
    const files = printWith({
      "releases/2024/05/probe.md": makeRelease(
        { title: `'${title.replaceAll("'", "''")}'`, summary: `'${title.replaceAll("'", "''")} im Satz.'` },
        text,
      ),
    });
    const entry = entryOf(parse(files, "/feed.xml"), "2024/05/probe");
    assert.equal(textOf(entry, "title"), title);
    assert.equal(textOf(entry, "summary"), `${title} im Satz.`);
    assert.match(
      textOf(entry, "content"),
      /<p>Text mit \]\]&gt; und <code>\]\]&gt;<\/code> und <a href="https:\/\/probe\.example\/\?a=1&amp;b=%5D%5D%3E" class="is-address">/,
    );
    const json = JSON.parse(files.get("/feed.json") ?? "") as { items: { id: string; title: string }[] };
    assert.equal(json.items.find(({ id }) => id.endsWith("/probe"))?.title, title);
  });

  test("links within the page and to the release's files lead to the site, from every feed", () => {
    const text =
      "## Teil\n\nSiehe [die Datei](plan.txt), [die Seite](/2024/04/stadtfest/), [oben](#abschnitt-teil) und die Fußnote[^1].\n\n[^1]: Fußnote.\n";
    const files = printWith({
      "site.yml": SITE.replace("https://probestadt.example/", "https://stadt.example/archiv/"),
      "releases/2024/05/probe.md": makeRelease({ attachments: "[{file: plan.txt, title: Der Plan}]" }, text),
      "releases/2024/05/probe/plan.txt": "Plan",
    });
    const entry = entryOf(parse(files, "/feed.xml"), "2024/05/probe");
    const targets = [...textOf(entry, "content").matchAll(/href="([^"]*)"/g)].map(([, target]) => target);
    const page = "https://stadt.example/archiv/2024/05/probe/";
    assert.deepEqual(targets, [
      `${page}plan.txt`,
      "https://stadt.example/archiv/2024/04/stadtfest/",
      `${page}#abschnitt-teil`,
      `${page}#fussnote-1`,
      `${page}#fussnote-1-stelle`,
    ]);
    const [enclosure] = childrenOf(entry, "link").filter(({ attributes }) => attributes.rel === "enclosure");
    assert.deepEqual(
      { ...enclosure?.attributes },
      { rel: "enclosure", type: "text/plain", length: "4", title: "Der Plan", href: `${page}plan.txt` },
    );
  });

  test("the JSON Feed says of the newest what the Atom feed says", () => {
    const json = JSON.parse(printed.get("/feed.json") ?? "") as { version: string; description: string; items: Record<string, unknown>[] };
    assert.equal(json.version, "https://jsonfeed.org/version/1.1");
    assert.ok(json.description.startsWith(`${town.site.demonstration}. `));
    const feed = parse(printed, "/feed.xml");
    assert.equal(json.items.length, town.listed.length);
    for (const item of json.items) {
      const entry = entriesOf(feed).find((candidate) => textOf(candidate, "id") === item.id);
      assert.ok(entry);
      assert.deepEqual(
        [item.title, item.url, item.summary, item.date_published, item.date_modified, item.content_html],
        [
          textOf(entry, "title"),
          linksOf(entry, "alternate")[0],
          textOf(entry, "summary"),
          textOf(entry, "published"),
          textOf(entry, "updated"),
          textOf(entry, "content"),
        ],
      );
    }
  });

  test("an archive without any release has feeds that can be subscribed to already", () => {
    const files = printWith({
      "releases/2024/04/stadtfest.md": null,
      "releases/2024/06/freibad.md": makeRelease({ date: "2024-06-03", withdrawn: "{date: 2024-06-04, reason: Die Meldung war falsch.}" }),
    });
    assert.deepEqual([...files.keys()], ["/feed.xml", "/feed.json"]);
    assert.equal(entriesOf(parse(files, "/feed.xml")).length, 0);
    assert.equal(textOf(parse(files, "/feed.xml"), "updated"), TOWN_NOW);
  });

  test("releases from before 1970 keep their own dates in the feed of their year, and none is from 1970", () => {
    const files = printWith({
      "releases/1945/05/damals.md": makeRelease({ date: "1945-05-08" }),
      "releases/1923/00/alt.md": makeRelease({ date: "1923", corrections: "[{date: 1924-01, note: Das Amt hieß anders.}]" }),
      "releases/1848/03/sehr-alt.md": makeRelease({ date: "1848-03-18" }),
    });
    for (const [year, updated] of [
      ["1945", "1945-05-08T00:00:00+02:00"],
      ["1923", "1924-01-01T00:00:00+01:00"],
      ["1848", "1848-03-18T00:00:00+00:53"],
    ])
      assert.equal(textOf(parse(files, `/${year}/feed.xml`), "updated"), updated);
    assert.deepEqual(
      entriesOf(parse(files, "/feed.xml")).map((entry) => textOf(entry, "published").slice(0, 4)),
      ["2024", "2024", "1945", "1923", "1848"],
    );
    for (const text of files.values()) assert.doesNotMatch(text, /1970/);
  });
});

describe("an old item becomes new only when something new was said", () => {
  const path = "releases/2024/05/probe.md";
  const entry = (files: Files) => entryOf(parse(printWith(files), "/feed.xml"), "2024/05/probe");
  const facts = (element: Element) => ({
    id: textOf(element, "id"),
    published: textOf(element, "published"),
    updated: textOf(element, "updated"),
  });
  const original = facts(entry({ [path]: makeRelease() }));

  test("an edit of title and text changes neither id nor moments", () => {
    assert.deepEqual(original, {
      id: "tag:probestadt.example,2026:2024/05/probe",
      published: "2024-05-10T00:00:00+02:00",
      updated: "2024-05-10T00:00:00+02:00",
    });
    assert.deepEqual(
      facts(
        entry({ [path]: makeRelease({ title: "Ganz anders", summary: "Auch die Zusammenfassung ist ganz anders." }, "Anderer Text.\n") }),
      ),
      original,
    );
  });

  test("a move of the site to another address changes no id", () => {
    const site = SITE.replace("https://probestadt.example/", "https://neu.example/pfad/");
    assert.equal(facts(entry({ "site.yml": `${site}tagAuthority: probestadt.example,2026\n`, [path]: makeRelease() })).id, original.id);
  });

  test("a correction is an update of the same item, and stands above its text", () => {
    const corrected = entry({ [path]: makeRelease({ corrections: "[{date: 2024-05-20, note: Der Bus kommt um zehn.}]" }) });
    assert.deepEqual(facts(corrected), { ...original, updated: "2024-05-20T00:00:00+02:00" });
    assert.match(textOf(corrected, "content"), /^<p><strong>Berichtigung vom 20\. Mai 2024<\/strong> Der Bus kommt um zehn\.<\/p>/);
  });

  test("a correction of the very day, and a second one, are updates too", () => {
    const once = facts(entry({ [path]: makeRelease({ corrections: "[{date: 2024-05-10, note: Der Bus kommt um zehn.}]" }) }));
    const twice = facts(
      entry({
        [path]: makeRelease({
          corrections: "[{date: 2024-05-10, note: Der Bus kommt um elf.}, {date: 2024-05-10, note: Der Bus kommt um zehn.}]",
        }),
      }),
    );
    assert.deepEqual(
      [original.updated, once.updated, twice.updated],
      ["2024-05-10T00:00:00+02:00", "2024-05-10T00:00:01+02:00", "2024-05-10T00:00:02+02:00"],
    );
  });

  test("an embargo that has ended is the moment of publication, and a month known by name only its last second", () => {
    assert.equal(facts(entry({ [path]: makeRelease({ embargo: "2024-05-11T09:30" }) })).published, "2024-05-11T09:30:00+02:00");
    assert.equal(facts(entry({ [path]: makeRelease({ date: "2024-05" }) })).published, "2024-05-31T23:59:59+02:00");
  });
});

describe("each release is in exactly the feeds that its front matter says", () => {
  test("an embargoed, unfinished or withdrawn release is in no feed", () => {
    const { unpublished } = read(join(ROOT, MUSTERSTADT), { now: TOWN_NOW });
    const withdrawn = town.releases.filter((release) => release.withdrawn).map(({ path }) => path.slice(path.indexOf("releases/")));
    const hidden = [...unpublished.map(({ path }) => path).filter((path) => path.startsWith("releases/")), ...withdrawn];
    assert.ok(unpublished.length >= 3 && withdrawn.length >= 1, "the fixture holds such releases");
    // In XML and JSON some signs are written otherwise: so the words before the first of them are looked for.
    const words = (title: unknown) => /^[^&<>"]*/.exec(String(title))?.[0] ?? "";
    const feedsWith = (said: string) => [...printed].filter(([, text]) => text.includes(said)).map(([address]) => address);
    for (const { id, title } of town.listed)
      assert.ok(words(title) !== "" && feedsWith(words(title)).length > 0 && feedsWith(id).length > 0, `${id} is found`);
    for (const path of hidden) {
      const { title } = frontMatter(path);
      assert.notEqual(words(title), "", path);
      assert.deepEqual(feedsWith(path.replace(/^releases\/|\.md$/g, "")), [], path);
      assert.deepEqual(feedsWith(words(title)), [], path);
    }
  });

  test("topics with those above them, offices with those that take part, officials, places and languages", () => {
    const registers = Object.fromEntries(
      ["topics", "people"].map((name) => [
        name,
        load(readFileSync(join(ROOT, MUSTERSTADT, `registers/${name}.yml`), "utf8")) as Record<string, Data>,
      ]),
    );
    const expected = new Map<string, Set<string>>();
    const expect = (list: string, id: string) => expected.set(`${list}feed.xml`, (expected.get(`${list}feed.xml`) ?? new Set()).add(id));
    const public_ = new Map(
      [...town.listed, ...town.versions.filter((version) => !version.withdrawn)].map((release) => [release.path, release]),
    );
    for (const [path, { id, language }] of public_) {
      const fields = frontMatter(path.slice(path.indexOf("releases/")).replace(/\.(en|de-simple)\.md$/, ".md"));
      const prefix = { de: "", en: "/en", "de-simple": "/leichte-sprache" }[language];
      const item = language === "de" ? id : `${id}.${language}`;
      if (language !== "de") expect(`${prefix}/`, item);
      for (const department of [fields.department, ...list(fields.with)]) expect(`${prefix}/aemter/${department}/`, item);
      for (let topic of list(fields.topics))
        for (; topic !== undefined; topic = registers.topics?.[topic]?.broader as string) expect(`${prefix}/themen/${topic}/`, item);
      for (const place of list(fields.places)) expect(`${prefix}/orte/${place}/`, item);
      for (const person of list(fields.people)) if (registers.people?.[person]?.page) expect(`${prefix}/personen/${person}/`, item);
    }
    const actual = atoms.filter((address) => !/^(\/\d{4}(\/\d\d)?)?\/feed\.xml$/.test(address));
    assert.deepEqual([...expected.keys()].sort(), actual.sort());
    for (const [address, ids] of expected) assert.deepEqual(entriesOf(parse(printed, address)).map(idOf).sort(), [...ids].sort(), address);
  });

  test("every feed but an archive document holds the fifty newest, the newest first", () => {
    const files = printWith({ ...daily(2025, "01", 31), ...daily(2025, "03", 31) });
    const topic = entriesOf(parse(files, "/themen/stadtleben/feed.xml")).map(idOf);
    assert.equal(topic.length, 50);
    assert.deepEqual([topic[0], topic[49]], ["2025/03/tag-31", "2025/01/tag-13"]);
    assert.deepEqual(entriesOf(parse(files, "/feed.xml")).map(idOf), topic);
    assert.equal((JSON.parse(files.get("/feed.json") ?? "") as { items: unknown[] }).items.length, 50);
  });

  test("a language has a feed from its first release on, and its items name the original", () => {
    const english = (day: string) => ({
      [`releases/2025/01/tag-${day}.en.md`]: "---\ntitle: A day\nsummary: A summary of this day in English.\n---\n\nText.\n",
    });
    const none = printWith(daily(2025, "01", 3));
    assert.ok(![...none.keys()].some((address) => address.startsWith("/en/")));
    const one = printWith({ ...daily(2025, "01", 3), ...english("03") });
    const entry = entryOf(parse(one, "/en/feed.xml"), "2025/01/tag-03.en");
    assert.equal(entry.attributes["xml:lang"], "en");
    const pages = childrenOf(entry, "link").map(({ attributes }) => [attributes.hreflang, attributes.href]);
    const address = "https://probestadt.example/2025/01/tag-03/";
    const own = "https://probestadt.example/en/2025/01/tag-03/";
    assert.deepEqual(pages, [
      [undefined, own],
      ["de", address],
      ["en", own],
    ]);
  });
});

describe("a reader can fetch all history (RFC 5005)", () => {
  const long = { ...daily(2021, "12", 31), ...daily(2022, "06", 30), ...daily(2024, "12", 31), ...daily(2025, "01", 20) };

  /** A year with more releases than a document holds: 28 in each month. */
  const large = Object.assign({}, ...MONTHS.map((month) => daily(2023, month, 28))) as Files;

  /** The documents from the newest to the oldest, as a reader finds them. */
  function walk(files: ReadonlyMap<string, string>, origin: string): { address: string; feed: Element }[] {
    const documents = [{ address: "/feed.xml", feed: parse(files, "/feed.xml") }];
    for (
      let [next] = linksOf(documents[0]?.feed as Element, "prev-archive");
      next !== undefined;
      [next] = linksOf(documents.at(-1)?.feed as Element, "prev-archive")
    ) {
      assert.ok(next.startsWith(origin));
      const address = next.slice(origin.length);
      documents.push({ address, feed: parse(files, address) });
    }
    return documents;
  }

  for (const [name, archive] of [
    ["Musterstadt", town],
    ["a town of several years", archiveOf(makeContent(long))],
    ["a town with a large year", archiveOf(makeContent({ ...long, ...large, ...daily(2025, "02", 28), ...daily(2025, "03", 31) }))],
  ] as const) {
    test(`from the feed of ${name} every listed release is reached, each once`, () => {
      const origin = archive.site.url.slice(0, -1);
      const [subscription, ...documents] = walk(print(archive), origin);
      assert.ok(subscription && documents.length > 0);
      const archived = documents.flatMap(({ feed }) => entriesOf(feed).map(idOf));
      assert.ok(entriesOf(subscription.feed).length <= 50);
      // What the subscription document repeats so that nobody misses it has the same id, so a reader has it once.
      const fresh = entriesOf(subscription.feed)
        .map(idOf)
        .filter((id) => !archived.includes(id));
      assert.deepEqual([...fresh, ...archived].sort(), archive.listed.map(({ id }) => id).sort());
      assert.equal(new Set(archived).size, archived.length);
      documents.forEach(({ address, feed }, index) => {
        assert.match(address, /^\/\d{4}(\/\d\d)?\/feed\.xml$/);
        assert.ok(entriesOf(feed).length <= 300);
        assert.ok(entriesOf(feed).every((entry) => textOf(entry, "published").startsWith(address.slice(1, 5))));
        assert.equal(childrenOf(feed, "fh:archive").length, 1);
        assert.deepEqual(linksOf(feed, "current"), [`${origin}/feed.xml`]);
        assert.deepEqual(linksOf(feed, "next-archive"), index === 0 ? [] : [`${origin}${documents[index - 1]?.address}`]);
        assert.equal(textOf(feed, "id"), textOf(subscription.feed, "id"));
      });
      assert.equal(childrenOf(subscription.feed, "fh:archive").length, 0);
    });
  }

  test("every year but the open one is answered by a document of its own, and a large one goes on by months", () => {
    const files = printWith({ ...long, ...large });
    const archived = [...files.keys()].filter((address) => /^\/\d/.test(address));
    assert.deepEqual(archived, ["/2024/feed.xml", "/2023/11/feed.xml", "/2023/feed.xml", "/2022/feed.xml", "/2021/feed.xml"]);
    const held = (address: string) => entriesOf(parse(files, address)).map(idOf);
    assert.equal(held("/2023/feed.xml").length, 280);
    assert.deepEqual([held("/2023/feed.xml")[0], held("/2023/feed.xml").at(-1)], ["2023/10/tag-28", "2023/01/tag-01"]);
    assert.deepEqual([held("/2023/11/feed.xml")[0], held("/2023/11/feed.xml").at(-1)], ["2023/12/tag-28", "2023/11/tag-01"]);
    assert.deepEqual(
      ["/2023/feed.xml", "/2023/11/feed.xml"].map((address) => textOf(parse(files, address), "title")),
      ["Stadt Probestadt – 2023", "Stadt Probestadt – ab November 2023"],
    );
  });

  test("releases known by their year alone stand in its last document", () => {
    const files = printWith({
      ...long,
      ...large,
      "releases/2023/00/alt.md": makeRelease({ date: "2023" }),
    });
    assert.equal(entriesOf(parse(files, "/2023/11/feed.xml")).map(idOf)[0], "2023/00/alt");
  });

  test("an old holding of which only the year is known goes on in parts, none larger than the others", () => {
    const old = Object.fromEntries(
      Array.from({ length: 650 }, (_, index) => [
        `releases/1998/00/fund-${index}.md`,
        makeRelease({ title: `Fund ${index}`, date: "1998" }),
      ]),
    );
    const documents = walk(printWith(old), "https://probestadt.example").slice(1);
    assert.deepEqual(
      documents.map(({ address, feed }) => [address, entriesOf(feed).length, textOf(feed, "title")]),
      [
        ["/1998/12/feed-3.xml", 50, "Stadt Probestadt – ab Dezember 1998, Teil 3"],
        ["/1998/12/feed-2.xml", 300, "Stadt Probestadt – ab Dezember 1998, Teil 2"],
        ["/1998/feed.xml", 300, "Stadt Probestadt – 1998"],
      ],
    );
  });

  test("the open year goes into the history by twenty-five at a time: else a new release changes the newest feeds and those of its own entries only", () => {
    const open = { ...long, ...daily(2025, "02", 28), ...daily(2025, "03", 25) };
    const fields = { topics: "[wirtschaft]", department: "kulturamt" };
    const with73 = printWith(open);
    const with74 = printWith({ ...open, ...daily(2025, "04", 1, fields) });
    const with75 = printWith({ ...open, ...daily(2025, "04", 2, fields) });
    const inYear = (files: Map<string, string>) => entriesOf(parse(files, "/2025/feed.xml")).length;
    assert.deepEqual([inYear(with73), inYear(with74), inYear(with75)], [50, 50, 75]);
    assert.deepEqual(difference(with73, with74), ["/aemter/kulturamt/feed.xml", "/feed.json", "/feed.xml", "/themen/wirtschaft/feed.xml"]);
    assert.deepEqual(difference(with74, with75), [
      "/2025/feed.xml",
      "/aemter/kulturamt/feed.xml",
      "/feed.json",
      "/feed.xml",
      "/themen/wirtschaft/feed.xml",
    ]);
  });

  test("a new release changes no document of a past year", () => {
    const changed = difference(
      printWith(long),
      printWith({
        ...long,
        "releases/2025/02/neu.md": makeRelease({ date: "2025-02-01", topics: "[wirtschaft]", department: "kulturamt" }),
      }),
    );
    assert.deepEqual(changed, ["/aemter/kulturamt/feed.xml", "/feed.json", "/feed.xml", "/themen/wirtschaft/feed.xml"]);
  });

  test("the first release of a year closes the year before, and the feed still holds the fifty newest", () => {
    const next = printWith({
      ...long,
      "releases/2026/01/neu.md": makeRelease({ date: "2026-01-01", topics: "[wirtschaft]", department: "kulturamt" }),
    });
    assert.deepEqual(difference(printWith(long), next), [
      "/2024/feed.xml",
      "/2025/feed.xml",
      "/aemter/kulturamt/feed.xml",
      "/feed.json",
      "/feed.xml",
      "/themen/wirtschaft/feed.xml",
    ]);
    const ids = entriesOf(parse(next, "/feed.xml")).map(idOf);
    assert.equal(ids.length, 50);
    assert.ok(ids.includes("2026/01/neu") && ids.includes("2025/01/tag-01"));
  });

  test("a correction of an old release reaches subscribers and its year's document", () => {
    const path = "releases/2021/12/tag-01.md";
    const next = printWith({
      ...long,
      [path]: makeRelease({
        title: "Tag 01 im Monat 12.2021",
        date: "2021-12-01",
        corrections: "[{date: 2025-01-15, note: Ein Name war falsch.}]",
      }),
    });
    assert.deepEqual(difference(printWith(long), next), ["/2021/feed.xml", "/feed.xml"]);
    const entry = entryOf(parse(next, "/feed.xml"), "2021/12/tag-01");
    assert.equal(textOf(entry, "published"), "2021-12-01T00:00:00+01:00");
  });

  test("however many old releases are corrected, those that stand in no other document stay among the fifty", () => {
    const corrections = "[{date: 2025-01-31, note: Ein Name war falsch.}]";
    const ids = entriesOf(
      parse(printWith({ ...long, ...daily(2021, "12", 31, { corrections }), ...daily(2022, "06", 30, { corrections }) }), "/feed.xml"),
    ).map(idOf);
    assert.equal(ids.length, 50);
    assert.equal(ids.filter((id) => id.startsWith("2025/01/")).length, 20);
    assert.equal(ids.filter((id) => id.startsWith("2022/06/") || id.startsWith("2021/12/")).length, 30);
  });

  test("a release under embargo over New Year is in the year in which it became public", () => {
    const files = printWith({
      ...daily(2026, "02", 3),
      "releases/2024/12/silvester.md": makeRelease({ date: "2024-12-31", embargo: "2025-01-01T00:00" }),
    });
    assert.deepEqual(entriesOf(parse(files, "/2025/feed.xml")).map(idOf), ["2024/12/silvester"]);
  });
});

describe("on the built site", () => {
  let output: string;
  let site: Map<string, Buffer>;
  before(async () => {
    ({ output } = await buildTown("musterstadt"));
    site = filesBelow(output);
  });

  test("the files are the feeds, byte for byte", () => {
    for (const [address, text] of printed) assert.equal(site.get(outputFile(address))?.toString(), text, address);
    assert.deepEqual([...site.keys()].filter((path) => /(^|\/)feed\./.test(path)).sort(), [...printed.keys()].map(outputFile).sort());
  });

  test("whatever a feed names of the site is there", () => {
    for (const [address, text] of printed) {
      const targets = text.match(new RegExp(`${HOST}/[^"<>#\\s\\\\]*`, "g")) ?? [];
      assert.ok(targets.length > 1, address);
      for (const target of new Set(targets)) assert.ok(site.has(outputFile(target.slice(HOST.length))), `${target} in ${address}`);
    }
  });

  test("every page names the feed that suits its language", () => {
    for (const [path, bytes] of site) {
      if (!path.endsWith(".html")) continue;
      const found = [...bytes.toString().matchAll(/<link rel="alternate" type="application\/atom\+xml" [^>]*href="([^"]*)"/g)].map(
        ([, href]) => href,
      );
      if (/<meta http-equiv="refresh"/i.test(bytes.toString())) continue;
      const [first] = path.split("/");
      const own = first === "en" || first === "leichte-sprache" ? `/${first}/feed.xml` : "/feed.xml";
      assert.equal(found[0], printed.has(own) ? own : "/feed.xml", path);
    }
  });

  test("the page about feeds lists each German one and each language's", () => {
    const page = site.get("abonnieren/index.html")?.toString() ?? "";
    const linked = [...page.slice(page.indexOf("<main")).matchAll(/href="([^"]*feed\.(?:xml|json))"/g)].map(([, href]) => href);
    const languages = ["/en/feed.xml", "/leichte-sprache/feed.xml"].filter((address) => printed.has(address));
    assert.deepEqual(linked.sort(), ["/feed.xml", "/feed.json", ...feedLists(town, "de").map(({ feed }) => feed), ...languages].sort());
  });
});

type Data = Record<string, unknown>;

function frontMatter(path: string): Data {
  const [, head = ""] = readFileSync(join(ROOT, MUSTERSTADT, path), "utf8").split(/^---\n/m);
  return load(head) as Data;
}

/** The ids of a list in a front matter, which may be objects with an `id`. */
function list(value: unknown): string[] {
  return ((value ?? []) as (string | { id: string })[]).map((item) => (typeof item === "string" ? item : item.id));
}

/** The addresses at which two sets of feeds differ. */
function difference(a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): string[] {
  return [...new Set([...a.keys(), ...b.keys()])].filter((address) => a.get(address) !== b.get(address)).sort();
}
