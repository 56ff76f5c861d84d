import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { setTimeout } from "node:timers/promises";
import { outputFile } from "../../src/addresses.ts";
import { settledState } from "../../src/archive/cache/readings.ts";
import { divideIntoBatches } from "../../src/build/batches.ts";
import { createFingerprints, fingerprintLayouts } from "../../src/build/fingerprints.ts";
import { openTree, type Planned, stateOf } from "../../src/build/kept-tree.ts";
import { createProgress } from "../../src/build/progress.ts";
import { sha256 } from "../../src/disk/digest.ts";
import { listPages } from "../../src/site/capabilities.ts";
import type { Page } from "../../src/site/pages.ts";
import {
  type Build,
  buildSoundly,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  NOW,
  PNG,
  PROBE,
  readWith,
  SITE,
  snapshot,
} from "../fixture.ts";

/** A content folder, an output and a cache of their own, built once; a build that `isAlone` is a process of its own, which knows of the ones before only what they kept. */
async function makeSite(): Promise<{
  content: string;
  rebuild: (environment?: Record<string, string>, args?: string[], isAlone?: boolean) => Promise<Build & { made: number }>;
  live: string;
  cache: string;
}> {
  const content = makeContent({ [PROBE]: makeRelease() });
  const [output, cache] = [join(makeFolder(), "site"), join(makeFolder(), "cache")];
  await buildSoundly(content, { output, environment: { CACHE: cache } });
  const rebuild = async (environment: Record<string, string> = {}, args: string[] = [], isAlone = false) => {
    const built = await buildSoundly(content, { output, args, environment: { CACHE: cache, ...environment }, isAlone });
    return { ...built, made: Number(/davon (\d+) neu gemacht/.exec(built.stdout)?.[1]) };
  };
  return { content, rebuild, live: output, cache };
}

/** What the same content makes with no cache and no earlier output. */
async function fromNothing(content: string, environment: Record<string, string> = {}): Promise<Record<string, string>> {
  const { output } = await buildSoundly(content, { environment: { CACHE: join(makeFolder(), "cache"), ...environment } });
  return snapshot(output);
}

describe("a build after another", { concurrency: 2 }, () => {
  test("makes nothing where nothing changed, and the site is the same", async () => {
    const { rebuild, live } = await makeSite();
    const before = snapshot(live);
    assert.ok("2024/05/probe/index.html" in before);
    for (const isAlone of [true, false]) assert.equal((await rebuild({}, [], isAlone)).made, 0);
    assert.deepEqual(snapshot(live), before);
  });

  test("makes what an edited text appears in and nothing else, and the site is the one built from nothing", async () => {
    const { content, rebuild, live } = await makeSite();
    appendFileSync(join(content, PROBE), "\nDer Fahrplan hängt am Rathaus.\n");
    const { made } = await rebuild();
    assert.ok(made > 5 && made < filesBelow(live).size / 2, `${made} files`);
    assert.match(readFileSync(join(live, "2024/05/probe/index.html"), "utf8"), /Der Fahrplan hängt am Rathaus/);
    assert.deepEqual(snapshot(live), await fromNothing(content));
  });

  test("leaves no trace of a release that is gone, was put under embargo or became a draft", async () => {
    for (const change of [null, makeRelease({ embargo: "2027-01-01T09:00" }, "GEHEIM\n"), makeRelease({ draft: "true" }, "GEHEIM\n")]) {
      const { content, rebuild, live } = await makeSite();
      assert.equal(existsSync(join(live, "2024/05/probe")), true);
      layFiles(content, {
        [PROBE]: change,
        "site.yml": `${SITE}${change === null ? "forgotten:\n  - {address: /2024/05/probe/, reason: Doppelt angelegt.}\n" : ""}`,
      });
      await rebuild();
      assert.equal(existsSync(join(live, "2024/05/probe")), false);
      assert.deepEqual(snapshot(live), await fromNothing(content));
    }
  });

  test("publishes at the end of an embargo although no file changed", async () => {
    const { content, rebuild, live } = await makeSite();
    layFiles(content, { [PROBE]: makeRelease({ embargo: "2026-12-16T09:00" }) });
    await rebuild();
    assert.equal(existsSync(join(live, "2024/05/probe")), false);
    const later = { NOW: "2026-12-16T10:00:00+01:00" };
    await rebuild(later);
    assert.equal(existsSync(join(live, "2024/05/probe/index.html")), true);
    assert.deepEqual(snapshot(live), await fromNothing(content, later));
  });

  test("mends pages that were lost, edited or cut off, and leaves alone what no build has made", async () => {
    const { content, rebuild, live } = await makeSite();
    const page = join(live, "2024/05/probe/index.html");
    const { atime, mtime } = statSync(page);
    writeFileSync(page, readFileSync(page, "utf8").replace("Bücherbus", "Zauberbus"));
    // Whoever edits by hand may set back the time, but the size tells.
    utimesSync(page, atime, mtime);
    rmSync(join(live, "2024/04/stadtfest/index.html"));
    writeFileSync(join(live, "index.html"), "");
    const others = { "fremd/datei.html": "x", "2024/05/probe/fremd.txt": "x" };
    layFiles(live, others);
    await rebuild();
    assert.deepEqual(snapshot(live), { ...(await fromNothing(content)), ...others });
  });

  test("is right without the cache, with a damaged one, and with one of another program", async () => {
    const { content, rebuild, live, cache } = await makeSite();
    const expected = await fromNothing(content);
    rmSync(cache, { recursive: true });
    await rebuild();
    assert.deepEqual(snapshot(live), expected);
    for (const damage of [(text: string) => text.slice(0, text.length / 2), () => "", (text: string) => text.replace(/[a-f]/g, "0")]) {
      const kept = [...filesBelow(cache)].filter(([path]) => /readings|record/.test(path));
      assert.ok(kept.length >= 2, kept.map(([path]) => path).join());
      for (const [path, bytes] of kept) writeFileSync(join(cache, path), damage(bytes.toString()));
      await rebuild();
      assert.deepEqual(snapshot(live), expected);
    }
  });

  test("--no-cache takes over nothing", async () => {
    const { content, rebuild, live } = await makeSite();
    assert.equal(
      (await rebuild({}, ["--no-cache"])).made,
      [...filesBelow(live).keys()].filter((path) => !path.startsWith("pagefind/")).length - 2,
      "all but the manifest and the checksums, which are never made of anything earlier, and the search index, told apart",
    );
    assert.deepEqual(snapshot(live), await fromNothing(content));
  });

  test("never writes into a file of the live site: whoever reads a page while a build is at work reads it whole", async () => {
    const { content, rebuild, live } = await makeSite();
    await rebuild();
    const inode = (path: string) => lstatSync(join(live, path)).ino;
    const [changed, same] = [inode("2024/05/probe/index.html"), inode("2024/04/stadtfest/index.txt")];
    appendFileSync(join(content, PROBE), "\nNachtrag.\n");
    await rebuild();
    assert.notEqual(inode("2024/05/probe/index.html"), changed);
    assert.equal(inode("2024/04/stadtfest/index.txt"), same, "what did not change is the same file");
  });

  test("forgets what it kept for folders that are gone", async () => {
    const { content, rebuild, cache } = await makeSite();
    const gone = join(makeFolder(), "site");
    await buildSoundly(content, { output: gone, environment: { CACHE: cache } });
    assert.equal(readdirSync(join(cache, "outputs")).length, 2);
    rmSync(gone, { recursive: true });
    await rebuild();
    assert.equal(readdirSync(join(cache, "outputs")).length, 1);
  });
});

describe("a file that was read before", () => {
  test("is known by its state only once it has lain still, and never by the date that a program has set", async () => {
    const file = join(makeFolder(), "meldung.md");
    writeFileSync(file, "eins");
    const touched = statSync(file).ctimeMs;
    assert.equal(settledState(file, touched + 1000), "");
    assert.equal(settledState(file, touched - 60_000), "", "the clock went back");
    assert.equal(settledState(`${file}x`, touched + 60_000), "", "it is gone");
    const state = settledState(file, touched + 60_000);
    assert.notEqual(state, "");
    const { atime, mtime } = statSync(file);
    await setTimeout(20);
    writeFileSync(file, "zwei");
    utimesSync(file, atime, mtime);
    assert.notEqual(settledState(file, touched + 120_000), state, "of the same size, with the old date");
  });
});

const SITE_OF_TREE = { name: "Stadt Probestadt", url: "https://probestadt.example/" };

/** A tree with its record and the live site beside it, in a folder of their own, and what a build does with them. */
function makeTree(pages: Record<string, string>) {
  const folder = makeFolder();
  const [tree, live, record] = [join(folder, "tree"), join(folder, "live"), join(folder, "cache/record")];
  const planned = Object.keys(pages).map((address): Planned => ({ address, kind: "list", fingerprint: `1-${address}` }));
  /** Makes the pages that have to be made; answers with their addresses. */
  const build = (plan: readonly Planned[] = planned): string[] => {
    const kept = openTree(tree, live, record);
    const wanted = kept.settle(plan);
    const made = plan.filter((_, index) => wanted[index]);
    layFiles(tree, Object.fromEntries(made.map(({ address }) => [outputFile(address), pages[address] ?? address])));
    const written = made.map(({ address }) => {
      const path = outputFile(address);
      return [path, { path, sha256: sha256(pages[address] ?? address), state: stateOf(join(tree, path)) }] as const;
    });
    kept.finish({ site: SITE_OF_TREE }, new Map(written));
    return made.map(({ address }) => address);
  };
  return { tree, live, record, planned, build };
}

describe("the tree that an earlier build left", () => {
  const PAGES = { "/a/eins/": "eins", "/b/zwei/": "zwei", "/drei/": "drei", "/2024/ü/": "vier" };
  const manifest = "daten/manifest.json";

  test("is taken over where everything is made of the same, and named in the manifest with its checksums", () => {
    const { build, planned, tree } = makeTree(PAGES);
    assert.deepEqual(build(), Object.keys(PAGES));
    const first = snapshot(tree);
    assert.ok(first[manifest]?.includes(`"address":"/a/eins/","kind":"list","sha256":"${sha256("eins")}"`));
    assert.deepEqual(build(), []);
    assert.deepEqual(snapshot(tree), first);
    const changed = planned.map((page) => (page.address === "/drei/" ? { ...page, fingerprint: "1-/drei" } : page));
    assert.deepEqual(build(changed), ["/drei/"], "also where one fingerprint begins like another");
  });

  test("counts as empty where its record is missing or was changed in any character", () => {
    const { build, record } = makeTree({ "/": "x" });
    build();
    const text = readFileSync(record, "utf8");
    assert.ok(text.length > 80);
    for (let at = 0; at < text.length; at++) {
      writeFileSync(record, `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`);
      assert.deepEqual(build(), ["/"], `character ${at}`);
    }
  });

  test("holds the recorded files and nothing else, whatever it held before; what is missing comes from the live site", () => {
    const { build, tree, live } = makeTree(PAGES);
    build();
    renameSync(tree, live);
    const before = snapshot(live);
    writeFileSync(join(live, "drei/index.html"), "geändert");
    // A folder where a file should be, a file where a folder should be, foreign files and folders.
    layFiles(tree, { "a/eins/index.html/fremd": "x", b: "x", "fremd/tief/datei": "x" });
    mkdirSync(join(tree, "leer/auch"), { recursive: true });
    assert.deepEqual(build(), ["/drei/"]);
    assert.deepEqual(snapshot(tree), before);
    assert.deepEqual(readdirSync(tree).sort(), ["2024", "a", "b", "daten", "drei"]);
  });

  test("shares its files with the live site, also where all was made anew with the same bytes: no later build reads them", () => {
    const { build, tree, live } = makeTree(PAGES);
    build();
    renameSync(tree, live);
    // As after an upgrade: the site that was shown before becomes the tree, and no file of it is one of the live site.
    cpSync(live, tree, { recursive: true });
    const inodeIn = (folder: string) => lstatSync(join(folder, "drei/index.html")).ino;
    assert.notEqual(inodeIn(tree), inodeIn(live));
    assert.deepEqual(build(), []);
    assert.equal(inodeIn(tree), inodeIn(live));
  });

  test("loses the pages that are no more, and the folders that become empty by that", () => {
    const { build, planned, tree } = makeTree(PAGES);
    build();
    assert.deepEqual(build(planned.slice(1, 2)), []);
    assert.deepEqual(Object.keys(snapshot(tree)).sort(), ["b/zwei/index.html", "daten/SHA256SUMS", manifest]);
    assert.deepEqual(readdirSync(tree).sort(), ["b", "daten"]);
  });

  test("a page that was not made, or is empty, stops the build", () => {
    const { tree, live, record, planned } = makeTree(PAGES);
    const kept = openTree(tree, live, record);
    kept.settle(planned);
    assert.throws(() => kept.finish({ site: SITE_OF_TREE }, new Map()), /Die Seite \/a\/eins\/ fehlt nach dem Bau oder ist leer/);
  });
});

describe("what a page is made of", () => {
  const COMMENT = "comments/2024/05/probe/01-leser.md";
  const comment = (text: string) => makeFile({ name: "Leser", date: "2024-05-11" }, text);
  const version = (title: string) => makeFile({ title, summary: "The library bus stops every Saturday from now on." }, "It stops.\n");
  const fields = {
    comments: "open",
    people: "[petra-probe]",
    images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]",
    attachments: "[{file: plan.txt, title: Der Plan}]",
  };
  const town: Files = {
    [PROBE]: makeRelease(fields),
    [COMMENT]: comment("Endlich!\n"),
    "releases/2024/05/probe.en.md": version("Library bus"),
    "releases/2024/05/probe/bild.png": PNG,
    "releases/2024/05/probe/plan.txt": "Plan",
  };

  /** The fingerprint of each page, by its address. */
  function fingerprintsOf(changes: Files = {}, { program = "program", now = NOW } = {}): Map<string, string> {
    const { archive, problems } = readWith({ ...town, ...changes }, { now });
    assert.ok(archive);
    assert.deepEqual(problems, []);
    const fingerprint = createFingerprints(archive, program);
    return new Map(listPages(archive).map((page) => [page.address, fingerprint(page)]));
  }

  const before = fingerprintsOf();

  test("has another fingerprint as soon as any of it is another, so that no page is left as it was", () => {
    const addresses = ["/2024/05/probe/", "/en/2024/05/probe/"];
    const edits: Record<string, Map<string, string>> = {
      "the text": fingerprintsOf({ [PROBE]: makeRelease(fields, "Ein anderer Text.\n") }),
      "a correction": fingerprintsOf({ [PROBE]: makeRelease({ ...fields, corrections: "[{date: 2024-05-12, note: Ein Irrtum.}]" }) }),
      "the withdrawal": fingerprintsOf({ [PROBE]: makeRelease({ ...fields, withdrawn: "{date: 2024-05-12, reason: Ein Irrtum.}" }) }),
      "a comment": fingerprintsOf({ [COMMENT]: comment("Schade!\n") }),
      "a comment that is gone": fingerprintsOf({ [COMMENT]: null }),
      "a version's title": fingerprintsOf({ "releases/2024/05/probe.en.md": version("Book bus") }),
      "a person's name": fingerprintsOf({ "registers/people.yml": "petra-probe:\n  name: Petra Muster\n" }),
      "a topic's name": fingerprintsOf({ "registers/topics.yml": "stadtleben:\n  name: Leben\nwirtschaft:\n  name: Wirtschaft\n" }),
      "an attachment": fingerprintsOf({ "releases/2024/05/probe/plan.txt": "Anderer Plan" }),
      "a picture": fingerprintsOf({ "releases/2024/05/probe/bild.png": Buffer.concat([PNG, Buffer.from("x")]) }),
      "the site's name": fingerprintsOf({ "site.yml": SITE.replace("name: Stadt Probestadt\n", "name: Stadt Neustadt\n") }),
      "the program": fingerprintsOf({}, { program: "another" }),
    };
    for (const address of addresses) {
      assert.ok(before.has(address));
      for (const [what, found] of Object.entries(edits)) {
        // A version has a text of its own.
        if (what === "the text" && address.startsWith("/en/")) assert.equal(found.get(address), before.get(address));
        else assert.notEqual(found.get(address), before.get(address), `${what}: ${address}`);
      }
    }
    assert.notEqual(edits["a picture"]?.get("/2024/05/probe/bild.jpg"), before.get("/2024/05/probe/bild.jpg"));
    assert.notEqual(edits["an attachment"]?.get("/2024/05/probe/plan.txt"), before.get("/2024/05/probe/plan.txt"));
    assert.notEqual(edits["the text"]?.get("/2024/05/probe/index.txt"), before.get("/2024/05/probe/index.txt"));
  });

  test("keeps its fingerprint where nothing of it is another: a later build, an edit elsewhere", () => {
    assert.deepEqual(fingerprintsOf({}, { now: "2026-12-15T13:00:00+01:00" }), before);
    const title = { title: "Freibad öffnet früher", date: "2024-06-03" };
    const elsewhere = fingerprintsOf({ "releases/2024/06/freibad.md": makeRelease(title, "Ein anderer Text.\n") });
    assert.equal(elsewhere.get("/2024/05/probe/"), before.get("/2024/05/probe/"));
    assert.notEqual(elsewhere.get("/2024/06/freibad/"), before.get("/2024/06/freibad/"));
  });
});

describe("what a layout draws on", () => {
  test("is named with it, so that an edited macro makes the pages anew that print it, and only these", () => {
    const layouts = fingerprintLayouts();
    assert.equal(new Set(layouts.values()).size, layouts.size);
    assert.ok(layouts.has("release") && layouts.has("redirect") && !layouts.has("macros/facts"));
  });
});

describe("batches", () => {
  const text = (address: string): Page => ({ address, kind: "data", from: "", print: () => "" });

  test("hold every page once, and what is made of a year's texts together", () => {
    const pages = [
      "/",
      "/2017/11/a/index.txt",
      "/2017/feed.xml",
      "/daten/meldungen-2017.csv",
      "/sitemap-2017.xml",
      "/en/2017/11/a/index.txt",
      "/themen/x/2017/feed.xml",
      "/2018/11/b/index.txt",
    ].map(text);
    const batches = divideIntoBatches(pages);
    assert.deepEqual(
      batches
        .flat()
        .map(({ address }) => address)
        .sort(),
      pages.map(({ address }) => address).sort(),
    );
    for (const batch of batches) {
      const ofYear = batch.filter(({ address }) => address.includes("2017")).length;
      assert.ok(ofYear === 0 || ofYear === 6, `${ofYear} of the six of 2017`);
    }
  });
});

describe("progress", () => {
  test("is silent in the first second and speaks every two seconds at most, in words", () => {
    let now = 0;
    const lines: string[] = [];
    const progress = createProgress(
      (line) => lines.push(line),
      () => now,
    );
    progress.begin("Seiten", 12_000);
    for (now = 0; now <= 6000; now += 100) progress.tell(now * 2);
    assert.deepEqual(lines, [
      "Seiten: 2.000 von 12.000 (2.000 je Sekunde)",
      "Seiten: 6.000 von 12.000 (2.000 je Sekunde)",
      "Seiten: 10.000 von 12.000 (2.000 je Sekunde)",
    ]);
  });
});
