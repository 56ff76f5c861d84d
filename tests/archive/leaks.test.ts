import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { readArchive } from "../../src/archive/reading.ts";
import { render } from "../../src/build/render.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { decodeWords } from "../../src/site/search/vocabulary.ts";
import { serve } from "../browser/browser.ts";
import { createForgetting } from "../engine.ts";
import { buildSoundly, ROOT } from "../fixture.ts";
import { lay, openSite, releaseText, type Site, SOUND } from "../hostile/hostile.ts";
import { visibleText } from "../hostile/hostile-markup.ts";
import { openBuilt } from "../site/search/engine.ts";

/** Where a release can betray itself; each place gets a word that stands nowhere else. */
const PLACES = [
  "titel",
  "vorspann",
  "wortlaut",
  "person",
  "rolle",
  "ort",
  "thema",
  "termin",
  "nummer",
  "kontakt",
  "quelle",
  "berichtigung",
  "bildname",
  "bildtext",
  "bildunterschrift",
  "bildnachweis",
  "bildinhalt",
  "anlagenname",
  "anlagentitel",
  "anlageninhalt",
  "kommentarname",
  "kommentartext",
  "fassungstitel",
  "fassungsvorspann",
  "fassungswortlaut",
  "adresse",
  "altadresse",
] as const;
type Place = (typeof PLACES)[number];

/** The word of a place: lower case, since names of files and addresses have no other. */
const word = (release: string, place: Place) => `qx${release}${place}`;

const PNG = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** A release with a word in every place; `fields` say why nobody shall see it. */
function plant(
  content: string,
  release: string,
  { date, fields, isWithRegisters = true }: { date: string; fields: Record<string, string>; isWithRegisters?: boolean },
): Entries {
  const say = (place: Place) => word(release, place);
  const [year = "", month = ""] = date.split("-");
  const slug = say("adresse");
  const base = `releases/${year}/${month}/${slug}`;
  lay(content, {
    [`${base}.md`]: releaseText(
      {
        title: `${say("titel")} wird vorgestellt`,
        date,
        summary: `${say("vorspann")} steht hier in einem ganzen Satz.`,
        topics: isWithRegisters ? `[stadtleben, ${say("thema")}]` : "[stadtleben]",
        people: isWithRegisters ? `[{id: ${say("person")}, role: ${say("rolle")}}]` : "",
        places: isWithRegisters ? `[${say("ort")}]` : "",
        events: `[{name: ${say("termin")}, date: ${year}-${month}-28T10:00}]`,
        number: say("nummer"),
        contact: `{name: ${say("kontakt")}, email: ${say("kontakt")}@pruefhausen.example}`,
        source: `{note: ${say("quelle")}}`,
        corrections: `[{date: ${date.slice(0, 10)}, note: ${say("berichtigung")}}]`,
        images: `[{file: ${say("bildname")}.png, alt: ${say("bildtext")}, caption: ${say("bildunterschrift")}, credit: ${say("bildnachweis")}}]`,
        attachments: `[{file: ${say("anlagenname")}.txt, title: ${say("anlagentitel")}}]`,
        comments: "open",
        aliases: `[/alt/${say("altadresse")}.html]`,
        ...fields,
      },
      `${say("wortlaut")} ist der Text.\n\n![${say("bildtext")}](${say("bildname")}.png)`,
    ),
    [`${base}.en.md`]: `---\ntitle: ${say("fassungstitel")} is presented\nsummary: ${say("fassungsvorspann")} in one whole sentence.\n---\n${say("fassungswortlaut")} is the text.\n`,
    [`${base}/${say("anlagenname")}.txt`]: say("anlageninhalt"),
    [`${base}/${say("bildname")}.png`]: { base64: Buffer.concat([PNG, Buffer.from(say("bildinhalt"))]).toString("base64") },
    [`comments/${year}/${month}/${slug}/${say("kommentarname")}.md`]: `---\nname: ${say("kommentarname")}\ndate: ${date.slice(0, 10)}\n---\n${say("kommentartext")}\n`,
  });
  return isWithRegisters ? { people: say("person"), places: say("ort"), topics: say("thema") } : {};
}

type Entries = Partial<Record<"people" | "places" | "topics", string>>;

/** A content folder with the sound releases and others that not everybody shall see. */
function makeContent(releases: Record<string, Parameters<typeof plant>[2]>): string {
  const content = join(makeFolder(), "content");
  lay(content, SOUND);
  const entries = Object.entries(releases).map(([name, release]) => plant(content, name, release));
  for (const register of ["people", "places", "topics"] as const) {
    const lines = entries.flatMap((entry) =>
      entry[register] ? [`${entry[register]}: {name: Name ${entry[register]}${register === "people" ? ", page: true" : ""}}\n`] : [],
    );
    lay(content, { [`registers/${register}.yml`]: SOUND[`registers/${register}.yml`] + lines.join("") });
  }
  return content;
}

const folders: string[] = [];
after(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "stadtchronik-leaks-"));
  folders.push(folder);
  return folder;
}

/** A site and what it was built from. */
interface Built extends Site {
  content: Site;
}

async function buildSite(content: string, now: string, args: readonly string[] = []): Promise<Built> {
  const folder = makeFolder();
  const { output } = await buildSoundly(content, {
    output: join(folder, "site"),
    args,
    environment: { CACHE: join(folder, "cache"), NOW: now },
  });
  return { ...openSite(output), content: openSite(content) };
}

/** Every file in which a word stands, by name or by content, packed content included. */
function findWord(site: Site, needle: string): string[] {
  return site.files.filter((file) => {
    if (file.toLowerCase().includes(needle)) return true;
    const bytes = readFileSync(join(site.folder, file));
    return [bytes, ...unpack(file, bytes)].some((content) => content.toString("latin1").toLowerCase().includes(needle));
  });
}

function unpack(file: string, bytes: Buffer): Buffer[] {
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return [gunzipSync(bytes)];
  // The words that a search suggests say only in what each differs from the one before.
  if (/^pagefind\/.*words-[^/]*\.txt$/.test(file))
    return [
      Buffer.from(
        decodeWords(bytes.toString())
          .map((known) => known.word)
          .join("\n"),
      ),
    ];
  return file.endsWith(".br") ? [brotliDecompressSync(bytes)] : [];
}

function assertNowhere(site: Built, release: string, places: readonly Place[] = PLACES): void {
  assert.notDeepEqual(findWord(site.content, `qx${release}`), [], `the content says nothing of ${release}`);
  const found = places.flatMap((place) => findWord(site, word(release, place)).map((file) => `${place}: ${file}`));
  assert.deepEqual(found, [], `${release} is betrayed`);
}

const NOW = "2026-06-01T12:00:00+02:00";
const SOON = "2026-12-24";
/** What a release that was withdrawn leaves: its addresses, whom to ask, and the entries of registers, whose pages stay for ever. */
const LEFT: readonly Place[] = ["adresse", "altadresse", "kontakt", "person", "ort", "thema"];

describe("what is not public appears nowhere: in no page, list, feed, index, file or name of a file", () => {
  const content = makeContent({
    entwurf: { date: "2026-03-01", fields: { draft: "true" } },
    fehlentwurf: { date: "2026-03-01", fields: { draft: "true", gibtsnicht: "x" } },
    sperrfrist: { date: "2026-03-01", fields: { embargo: `${SOON}T10:00` } },
    zukunft: { date: `${SOON}T10:00`, fields: {} },
    zurueck: { date: "2026-03-01", fields: { withdrawn: "{date: 2026-03-05, reason: Die Zahlen stimmten nicht.}" } },
    verborgen: { date: "2026-03-02", fields: { withdrawn: "{date: 2026-03-05, reason: Ein Name war falsch., hide: title}" } },
    zurueckentwurf: { date: "2026-03-02", fields: { draft: "true", withdrawn: "{date: 2026-03-05, reason: qxzurueckentwurfwortlaut}" } },
    oeffentlich: { date: "2026-03-03", fields: {} },
  });
  lay(content, {
    "pages/qxseiteadresse.md": "---\ntitle: qxseitetitel der Seite\ndraft: true\naliases: [/alt/qxseitealtadresse]\n---\nqxseitewortlaut\n",
    "releases/2026/04/vorab.md": releaseText({ title: "Eine Meldung vorab", date: "2026-04-01" }, "Öffentlicher Text."),
    "releases/2026/04/vorab.en.md":
      "---\ntitle: qxfassungtitel in English\nsummary: qxfassungvorspann in one whole sentence.\ndraft: true\n---\nqxfassungwortlaut\n",
    "releases/2026/03/qxoeffentlichadresse/qxoeffentlichungenannt.txt": "qxoeffentlichungenannt",
  });
  const built = buildSite(content, NOW);

  for (const [release, what] of [
    ["entwurf", "a draft"],
    ["fehlentwurf", "a draft with errors"],
    ["sperrfrist", "a release under embargo"],
    ["zukunft", "a release of a coming day"],
    ["zurueckentwurf", "a draft that is withdrawn"],
    ["seite", "a page that is a draft"],
    ["fassung", "a version that is a draft"],
  ] as const) {
    test(`${what} appears nowhere`, async () => assertNowhere(await built, release));
  }

  test("of a withdrawn release nothing is left but title, address and reason", async () => {
    const site = await built;
    assertNowhere(
      site,
      "zurueck",
      PLACES.filter((place) => !LEFT.includes(place) && place !== "titel" && place !== "fassungstitel"),
    );
    const page = visibleText(site.read("2026/03/qxzurueckadresse/index.html"));
    assert.match(page, /qxzuruecktitel wird vorgestellt/);
    assert.match(page, /Die Zahlen stimmten nicht\./);
    const shown = visibleText(site.read("2026/03/qxoeffentlichadresse/index.html"));
    for (const place of ["person", "ort"] as const) {
      assert.ok(shown.includes(word("oeffentlich", place)), `a public release shows ${place}`);
      assert.ok(!page.includes(word("zurueck", place)), place);
    }
    assert.ok(site.files.includes("en/2026/03/qxzurueckadresse/index.html"));
  });

  test("the title of a withdrawn release stands on its own pages, on those that lead there and among the corrections, in no other list, feed or data", async () => {
    const site = await built;
    const allowed = /^(en\/)?2026\/03\/qxzurueckadresse\/|^alt\/qxzurueckaltadresse\.html|^(en\/)?korrekturen\/index\.html$/;
    for (const place of ["titel", "fassungstitel"] as const) {
      const found = findWord(site, word("zurueck", place));
      assert.ok(found.length > 0, place);
      assert.deepEqual(
        found.filter((file) => !allowed.test(file)),
        [],
      );
    }
  });

  test("of a withdrawn release whose title is hidden nothing is left but address and reason", async () => {
    const site = await built;
    assertNowhere(
      site,
      "verborgen",
      PLACES.filter((place) => !LEFT.includes(place)),
    );
    assert.match(visibleText(site.read("2026/03/qxverborgenadresse/index.html")), /Ein Name war falsch\./);
  });

  test("a file that its release does not name appears nowhere", async () => {
    const site = await built;
    assert.equal(findWord(site.content, "qxoeffentlichungenannt").length, 1);
    assert.deepEqual(findWord(site, "qxoeffentlichungenannt"), []);
  });

  test("the same words of a public release are found, so this test would notice", async () => {
    const site = await built;
    // A published picture is made anew: what else its file held is gone, and so it must be.
    assertNowhere(site, "oeffentlich", ["bildinhalt"]);
    for (const place of PLACES.filter((name) => name !== "bildinhalt"))
      assert.notDeepEqual(findWord(site, word("oeffentlich", place)), [], place);
    const searched = findWord(site, word("oeffentlich", "wortlaut")).filter((file) => file.startsWith("pagefind/"));
    for (const part of [/\.pf_fragment$/, /words-[^/]*\.txt$/])
      assert.ok(
        searched.some((file) => part.test(file)),
        `the decoded index of the search is searched too: ${part}`,
      );
  });

  test("the search finds the words of a public release and of no other, and suggests none of them", async () => {
    const site = await built;
    const server = await serve(site.folder);
    const index = await openBuilt(site.folder, server.url);
    for (const release of ["entwurf", "sperrfrist", "zukunft", "zurueck", "verborgen", "oeffentlich"])
      for (const place of ["titel", "wortlaut", "vorspann", "nummer", "termin", "bildunterschrift"] as const) {
        const said = word(release, place);
        assert.equal((await index.exact(said)).length, release === "oeffentlich" ? 1 : 0, said);
        const suggested = await index.words.near(said.replace(place, `${place.slice(0, -1)}`), 20);
        assert.equal(
          suggested.some((known) => known.word === said),
          release === "oeffentlich",
          said,
        );
      }
    await index.close();
    server.close();
  });
});

describe("an embargo ends at its second", () => {
  const content = makeContent({
    sperrfrist: { date: "2026-03-01", fields: { embargo: `${SOON}T10:00:00` } },
    zukunft: { date: `${SOON}T10:00:00`, fields: {} },
    beides: { date: `${SOON}T09:00:00`, fields: { embargo: `${SOON}T10:00:00` } },
  });
  const releases = ["sperrfrist", "zukunft", "beides"] as const;

  test("one second before, nothing of the release is anywhere", async () => {
    const site = await buildSite(content, `${SOON}T09:59:59+01:00`);
    for (const release of releases) assertNowhere(site, release);
  });

  test("at the second, all of it is there", async () => {
    const site = await buildSite(content, `${SOON}T10:00:00+01:00`);
    for (const release of releases) {
      for (const place of PLACES.filter((name) => name !== "bildinhalt"))
        assert.notDeepEqual(findWord(site, word(release, place)), [], `${release} ${place}`);
    }
  });
});

test("a refused release appears nowhere when the rest is published without it", async () => {
  const content = makeContent({ abgewiesen: { date: "2026-03-01", fields: { gibtsnicht: "x" } } });
  assertNowhere(await buildSite(content, NOW, ["--without-refused"]), "abgewiesen");
});

describe("the preview", () => {
  const content = makeContent({
    entwurf: { date: "2026-03-01", fields: { draft: "true" } },
    sperrfrist: { date: "2026-03-01", fields: { embargo: `${SOON}T10:00` } },
    oeffentlich: { date: "2026-03-03", fields: {} },
  });
  const options = { folder: content, now: Date.parse(NOW) };

  test("only the preview holds drafts and embargoed releases, each with its state", () => {
    const states = (preview: boolean) =>
      Object.fromEntries(
        (readArchive({ ...options, preview }).archive?.releases ?? [])
          .filter(({ id }) => id.includes("qx"))
          .map(({ id, state }) => [id.replace(/.*qx(.*)adresse/, "$1"), state]),
      );
    assert.deepEqual(states(false), { oeffentlich: "public" });
    assert.deepEqual(states(true), { oeffentlich: "public", entwurf: "draft", sperrfrist: "embargoed" });
  });

  test("every page that shows what is not public says so beside it, and is closed to search engines", async () => {
    const folder = makeFolder();
    const { archive } = readArchive({ ...options, preview: true });
    assert.ok(archive);
    const forget = await createForgetting(ROOT);
    forget();
    await render({ archive, pages: listPages(archive), output: join(folder, "site"), cache: join(folder, "cache"), isStrict: true });
    const site = openSite(join(folder, "site"));
    for (const [release, mark] of [
      ["entwurf", /Entwurf – nicht öffentlich/],
      ["sperrfrist", /Noch nicht öffentlich/],
    ] as const) {
      for (const language of ["", "en/"]) {
        const page = site.read(`${language}2026/03/${word(release, "adresse")}/index.html`);
        if (language === "") assert.match(page, mark);
        assert.match(page, /class="preview-mark"/);
        assert.match(page, /<meta name="robots" content="noindex/);
      }
      const shown = (["vorspann", "wortlaut", "fassungsvorspann", "fassungswortlaut"] as const).flatMap((place) =>
        findWord(site, word(release, place)),
      );
      const pages = shown.filter((name) => name.endsWith(".html"));
      assert.ok(pages.length >= 4, pages.join());
      for (const file of pages) {
        assert.ok(site.read(file).includes('class="preview-mark"'), `${file} shows a release that is not public without a mark.`);
      }
    }
  });
});
