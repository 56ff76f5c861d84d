import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { before as beforeAll, describe, test } from "node:test";
import { outputFile } from "../../src/addresses.ts";
import type { Archive } from "../../src/archive/archive.ts";
import type { ArchiveResult } from "../../src/archive/reading.ts";
import { findLost } from "../../src/build/lost-addresses.ts";
import { MANIFEST_ADDRESS, type ManifestEntry, parseManifest } from "../../src/build/manifest.ts";
import { readPrevious } from "../../src/build/previous.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { Page } from "../../src/site/pages.ts";
import { serve } from "../browser/browser.ts";
import {
  build,
  buildSoundly,
  buildTown,
  copyContent,
  type Files,
  filesBelow,
  layFiles,
  line,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  PNG,
  PROBE,
  readWith,
  SITE,
  snapshot,
} from "../fixture.ts";

const environment = { NOW: "2026-11-23T12:00:00+01:00" };

function manifestOf(site: string): ManifestEntry[] {
  const entries = parseManifest(readFileSync(join(site, outputFile(MANIFEST_ADDRESS)), "utf8"));
  assert.ok(entries);
  return entries.entries;
}

const kindsOf = (site: string) => new Map(manifestOf(site).map(({ address, kind }) => [address, kind]));

const checksum = (bytes: Buffer | undefined) =>
  createHash("sha256")
    .update(bytes ?? "")
    .digest("hex");

for (const town of ["leipzig", "musterstadt"] as const) {
  describe(`the manifest of ${town}`, () => {
    let site: string;
    beforeAll(async () => {
      site = (await buildTown(town)).output;
    });

    test("lists every file but itself, in order, each with the checksum of its bytes", () => {
      const entries = manifestOf(site);
      const files = new Map([...filesBelow(site)].filter(([path]) => !/^daten\/(manifest\.json|SHA256SUMS)$/.test(path)));
      assert.deepEqual(entries.map(({ address }) => outputFile(address)).sort(), [...files.keys()].sort());
      assert.deepEqual(
        entries.map(({ address }) => address),
        entries.map(({ address }) => address).sort(),
      );
      for (const { address, sha256 } of entries) assert.equal(sha256, checksum(files.get(outputFile(address))), address);
    });

    test("says of each address what answers it", () => {
      const kinds = kindsOf(site);
      const known: Record<string, string> = {
        "/": "list",
        "/2017/11/japan-delegation/": "release",
        "/en/2017/11/japan-delegation/": "version",
        "/2026/11/alte-lohebruecke-gesperrt/": "release",
        "/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/": "version",
        "/2023/02/suchmeldung-februar/": "release",
        "/impressum/": "page",
        "/404.html": "page",
        "/2026/11/alte-lohebruecke-gesperrt/umleitungsplan.pdf": "file",
        "/2026/11/alte-lohebruecke-gesperrt/bruecke.jpg": "file",
        "/2026/11/alte-lohebruecke-gesperrt/bruecke-480.webp": "asset",
        "/2026/11/alte-lohebruecke-gesperrt/index.json": "data",
        "/aemter/": "list",
        "/aemter/verkehrsamt/": "entry",
        "/aemter/verkehrsamt/2008/": "list",
        "/feed.xml": "feed",
        "/daten/": "data",
        "/daten/meldungen-2026.csv": "data",
        "/presse/meldung-4711.html": "redirect",
        "/assets/style.css": "asset",
      };
      const found = Object.keys(known).filter((address) => kinds.has(address));
      assert.ok(found.length >= 8);
      assert.deepEqual(
        Object.fromEntries(found.map((address) => [address, kinds.get(address)])),
        Object.fromEntries(found.map((address) => [address, known[address]])),
      );
    });
  });
}

/** A town in which every permanent kind of address exists; each test takes something away. */
const TOWN: Files = {
  [PROBE]: makeRelease(
    {
      topics: "[wirtschaft]",
      places: "[markt]",
      aliases: "[/presse/4711.html]",
      images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]",
      attachments: "[{file: plan.csv, title: Plan}]",
    },
    "Der Bücherbus fährt.\n",
  ),
  "releases/2024/05/probe.en.md": makeFile(
    { title: "Mobile library", summary: "The mobile library stops at the market." },
    "The mobile library runs.\n",
  ),
  "releases/2024/05/probe/bild.png": PNG,
  "releases/2024/05/probe/plan.csv": "Halt;Zeit\nMarkt;10\n",
  "pages/hilfe.md": makeFile({ title: "Hilfe" }, "Hilfe.\n"),
  "registers/people.yml": "petra-probe:\n  name: Petra Probe\n  page: true\n",
  "releases/2024/07/petra.md": makeRelease({ date: "2024-07-01", people: "[petra-probe]" }),
};

/** The addresses of the town's pages as a manifest lists them. */
function published(pages: readonly Page[]): ManifestEntry[] {
  return pages.map((page) => ({ address: page.address, kind: page.kind, sha256: "0".repeat(64) }));
}

const before = published(pagesOf(readWith(TOWN)));

function pagesOf({ archive, problems }: ArchiveResult): Page[] {
  assert.ok(archive, problems.map(line).join("\n"));
  return listPages(archive);
}

/** What the town loses by changes, by address with its remedy. */
function lossesOf(changes: Files): Map<string, string> {
  const reading = readWith({ ...TOWN, ...changes });
  assert.deepEqual(reading.refused, [], reading.problems.map(line).join("\n"));
  return new Map(findLost(before, pagesOf(reading), reading.archive as Archive, reading).map(({ address, remedy }) => [address, remedy]));
}

/** The town's main release, with one thing in its head changed. */
function changed(from: string | RegExp, to: string): Files {
  const text = String(TOWN[PROBE]);
  assert.notEqual(text.replace(from, to), text);
  return { [PROBE]: text.replace(from, to) };
}

describe("what would be lost", () => {
  test("is every address of a release that is gone: its own, its versions', its files' and what it was known by before", () => {
    const gone = lossesOf({ [PROBE]: null, "releases/2024/05/probe": null, "releases/2024/05/probe.en.md": null });
    for (const address of [
      "/2024/05/probe/",
      "/en/2024/05/probe/",
      "/2024/05/probe/bild.jpg",
      "/2024/05/probe/plan.csv",
      "/presse/4711.html",
    ])
      assert.ok(gone.has(address), address);
    assert.match(gone.get("/2024/05/probe/") ?? "", /withdrawn.*aliases/);
  });

  test("is no release that is hidden on purpose, as a draft or under embargo: what must not be seen goes at once", () => {
    assert.deepEqual([...lossesOf(changed("title:", "draft: true\ntitle:")).keys()], []);
    assert.deepEqual([...lossesOf(changed("title:", "embargo: 2099-01-01T09:00\ntitle:")).keys()], []);
  });

  test("is a language version that is gone", () => {
    assert.match(lossesOf({ "releases/2024/05/probe.en.md": null }).get("/en/2024/05/probe/") ?? "", /aliases der ursprünglichen Meldung/);
  });

  test("is a page, a file, a register entry, and an old address, each with its remedy", () => {
    assert.match(lossesOf({ "pages/hilfe.md": null }).get("/hilfe/") ?? "", /aliases der Seite/);
    assert.match(lossesOf(changed(/^attachments.*\n/m, "")).get("/2024/05/probe/plan.csv") ?? "", /unter images oder attachments/);
    assert.match(
      lossesOf({ "registers/people.yml": "petra-probe:\n  name: Petra Probe\n" }).get("/personen/petra-probe/") ?? "",
      /page: true/,
    );
    assert.match(
      lossesOf(changed("topics: [wirtschaft]", "topics: [stadtleben]")).get("/themen/wirtschaft/") ?? "",
      /aliases des Eintrags/,
    );
    assert.match(lossesOf(changed(/^aliases.*\n/m, "")).get("/presse/4711.html") ?? "", /wieder unter aliases/);
  });

  test("is nothing where an old address leads on, in any language", () => {
    const aliases = "[/presse/4711.html, /2024/05/probe/, /en/2024/05/probe/, /2024/05/probe/bild.jpg, /2024/05/probe/plan.csv]";
    const moved = {
      [PROBE]: null,
      "releases/2024/05/probe": null,
      "releases/2024/05/probe.en.md": null,
      "releases/2024/05/neuer-name.md": String(changed("[/presse/4711.html]", aliases)[PROBE]),
      "releases/2024/05/neuer-name.en.md": String(TOWN["releases/2024/05/probe.en.md"]),
      "releases/2024/05/neuer-name/bild.png": PNG,
      "releases/2024/05/neuer-name/plan.csv": "Halt\n",
    };
    assert.deepEqual(lossesOf(moved), new Map());
  });

  test("is nothing where a register entry changes its id and names the old address", () => {
    const topics = "stadtleben:\n  name: Stadtleben\nhandel:\n  name: Handel\n  aliases: [/themen/wirtschaft/, /en/themen/wirtschaft/]\n";
    assert.deepEqual(lossesOf({ "registers/topics.yml": topics, ...changed("topics: [wirtschaft]", "topics: [handel]") }), new Map());
  });

  test("is nothing of a withdrawn release: it keeps its addresses, and its files go with its text", () => {
    assert.deepEqual(
      lossesOf(changed("title:", "withdrawn: {date: 2024-05-12, reason: Die Meldung war falsch.}\ntitle:")),
      new Map(),
      "nor of what its last version showed of register entries in its language",
    );
  });

  test("are no lists, feeds and data: they come and go with what stands in them", () => {
    const pages = pagesOf(readWith(TOWN)).filter((page) => !["list", "feed", "data", "asset"].includes(page.kind));
    assert.ok(pages.length < before.length);
    assert.deepEqual(findLost(before, pages, readWith(TOWN).archive as Archive, { refused: [], waiting: [] }), []);
  });
});

describe("a build that is given the site before", () => {
  let site: string;
  beforeAll(async () => {
    site = (await buildSoundly(makeContent(TOWN), { environment })).output;
  });

  test("fails where it would lose an address, names it with its remedy, and leaves the live site as it is", async () => {
    const live = snapshot(site);
    const { url, close } = await serve(site);
    try {
      for (const previous of [site, url]) {
        const { code, stderr } = await build(makeContent({ ...TOWN, "pages/hilfe.md": null }), {
          output: site,
          environment,
          args: ["--previous", previous],
        });
        assert.equal(code, 1, stderr);
        assert.match(stderr, /^\/hilfe\/ {2}Die Seite ginge verloren\.\n {4}Legen Sie die Seite wieder an, /m);
        assert.match(
          stderr,
          /Eine veröffentlichte Adresse ginge verloren: .* bleibt, wie es ist\. Soll eine Adresse wirklich verschwinden, .* forgotten in site\.yml\.\n$/,
        );
        assert.deepEqual(snapshot(site), live);
      }
    } finally {
      close();
    }
  });

  test("is made where nothing is lost", async () => {
    const { code, stderr } = await build(makeContent(TOWN), { environment, args: ["--previous", join(site, "daten/manifest.json")] });
    assert.equal(code, 0, stderr);
  });

  test("knows it by its manifest, its folder or its address", async () => {
    const { url, close } = await serve(site);
    try {
      for (const previous of [join(site, "daten/manifest.json"), site, url, `${url}/`, `${url}/daten/manifest.json`])
        assert.deepEqual((await readPrevious(previous))?.entries, manifestOf(site), previous);
      assert.equal(await readPrevious(`${url}/presse`), undefined, "a site that answers that it has none");
      const first = await build(makeContent(TOWN), { environment, args: ["--previous", `${url}/presse`] });
      assert.equal(first.code, 0, first.stderr);
      assert.match(
        first.stdout,
        /presse liegt noch kein Verzeichnis der Adressen: Das ist die erste Veröffentlichung\. Verglichen wird nichts\./,
      );
    } finally {
      close();
    }
  });

  test("says why where the manifest cannot be had or read, and changes nothing", async () => {
    const broken = join(makeFolder(), "manifest.json");
    for (const content of [
      "",
      "{",
      "[]",
      '{"format":2,"addresses":[]}',
      '{"format":1,"addresses":[{"address":"/","kind":"spam","sha256":"x"}]}',
    ]) {
      writeFileSync(broken, content);
      await assert.rejects(readPrevious(broken), /kein Verzeichnis der Adressen.*Es wurde nichts geändert/, content);
    }
    rmSync(broken);
    for (const previous of [broken, dirname(broken), "http://127.0.0.1:9/", "http://unbekannt.invalid/"])
      await assert.rejects(readPrevious(previous), /nicht zu lesen .*Es wurde nichts geändert/, previous);
    const { code, stderr, output } = await build(makeContent(TOWN), { environment, args: ["--previous", broken] });
    assert.equal(code, 1);
    assert.match(stderr, /nicht zu lesen \(ENOENT\)/);
    assert.ok(!existsSync(output));
  });

  test("compares with what lies in its output, without being asked", async () => {
    const content = makeContent(TOWN);
    const { output, stdout } = await buildSoundly(content, { environment });
    assert.match(stdout, /In diesem Ordner liegt noch kein Verzeichnis der Adressen/);
    const before = snapshot(output);
    layFiles(content, { "releases/2024/04/stadtfest.md": null });
    const lost = await build(content, { output, environment });
    assert.equal(lost.code, 1);
    assert.match(lost.stderr, /\/2024\/04\/stadtfest\/ {2}Die Meldung ginge verloren\.\n.*withdrawn.*aliases[\s\S]*forgotten in site\.yml/);
    assert.deepEqual(snapshot(output), before);
    layFiles(content, { "site.yml": `${SITE}forgotten:\n  - {address: /2024/04/stadtfest/, reason: Doppelt angelegt.}\n` });
    const meant = await build(content, { output, environment });
    assert.equal(meant.code, 0, meant.stderr);
    assert.ok(!existsSync(join(output, "2024/04/stadtfest")));
  });

  test("does not compare with the site of another city, and says so", async () => {
    const content = makeContent(TOWN);
    const { output } = await buildSoundly(content, { environment });
    layFiles(content, { "releases/2024/04/stadtfest.md": null, "site.yml": SITE.replace("probestadt.example", "neustadt.example") });
    const { code, stdout, stderr } = await build(content, { output, environment });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /Die Website davor war eine andere: Stadt Probestadt, https:\/\/probestadt\.example\/\. Verglichen wird nichts\./);
  });

  test("is called wrongly without the place", async () => {
    const { code, stderr } = await build(makeContent(), { environment, args: ["--previous"] });
    assert.equal(code, 2);
    assert.match(stderr, /--previous ORT/);
  });

  test("does not call lost what is refused for now: its page stays, and the manifest still names it", async () => {
    const content = copyContent("tests/fixtures/musterstadt");
    const { output } = await buildSoundly(content, { environment });
    const kinds = kindsOf(output);
    const path = join(content, "releases/2026/11/alte-lohebruecke-gesperrt.md");
    writeFileSync(path, readFileSync(path, "utf8").replace("department:", "departement:"));
    const { code, stderr } = await build(content, { output, environment, args: ["--previous", output, "--without-refused"] });
    assert.equal(code, 0, stderr);
    const entries = manifestOf(output);
    for (const address of [
      "/2026/11/alte-lohebruecke-gesperrt/",
      "/2026/11/alte-lohebruecke-gesperrt/umleitungsplan.pdf",
      "/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/",
    ]) {
      const entry = entries.find((other) => other.address === address);
      assert.equal(entry?.kind, kinds.get(address), address);
      assert.equal(entry?.sha256, checksum(readFileSync(join(output, outputFile(address)))));
    }
  });
});
