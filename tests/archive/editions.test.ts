import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import type { ArchiveResult } from "../../src/archive/reading.ts";
import type { ManifestEntry } from "../../src/build/manifest.ts";
import {
  BASE_TEXTS,
  type Build,
  build,
  buildSoundly,
  type Files,
  layFiles,
  line,
  makeContent,
  makeFile,
  makeRelease,
  PROBE,
  placesOf,
  readWith,
  visibleText,
} from "../fixture.ts";

const OLD = "releases/2024/05/probe/fassung-1.md";
const CORRECTIONS = "[{date: 2024-05-12, note: Der Bus hält auf dem Markt., edition: 1}]";

/** What the release of most tests said before its correction, with a word that stands nowhere else. */
const old = (fields: Record<string, string> = {}) =>
  makeFile({ title: "Bücherbus fährt samstags", ...fields }, "Der Bücherbus hält jeden Samstag am Quellenhof.\n");

const corrected = (fields: Record<string, string> = {}): Files => ({
  [PROBE]: makeRelease({ corrections: CORRECTIONS, ...fields }),
  [OLD]: old(),
});

const errors = ({ problems }: ArchiveResult) => problems.filter(({ severity }) => severity === "error").map(line);
const whyNot = ({ unpublished }: ArchiveResult) => Object.fromEntries(unpublished.map(({ path, reason }) => [path, reason]));

describe("what a release said before a correction", () => {
  let built: Build;
  const page = (path: string) => readFileSync(join(built.output, path), "utf8");
  before(async () => {
    const lateEdition = old().replace("Quellenhof", "Ziegelhof");
    built = await buildSoundly(
      makeContent({
        ...corrected(),
        [PROBE]: makeRelease({
          corrections:
            "[{date: 2024-05-12, note: Der Bus hält auf dem Markt., edition: 1}, {date: 2024-05-20, note: Auch der Ziegelhof war falsch., edition: 2}]",
        }),
        "releases/2024/05/probe/fassung-2.md": lateEdition,
        "releases/2024/06/freibad.md": makeRelease(
          {
            title: "Freibad öffnet früher",
            date: "2024-06-03",
            corrections: "[{date: 2024-06-04, note: Es war eine Zeile zu viel., edition: 1}]",
          },
          "Das Freibad öffnet schon um sieben Uhr.\n",
        ),
        "releases/2024/06/freibad/fassung-1.md": makeFile(
          { title: "Geheimtitel Quastenflosser", withheld: "Die Fassung nannte eine private Telefonnummer." },
          "Wer Fragen hat, ruft bei Quirina Zwackelmann unter ihrer privaten Nummer an.\n",
        ),
      }),
    );
  });

  test("has a page with its date, its text and each word that was changed, told by more than colour", () => {
    const html = page("2024/05/probe/fassung/1/index.html");
    const seen = visibleText(html);
    assert.match(seen, /Frühere Fassung 1\s+gültig vom 10\. Mai 2024 bis 12\. Mai 2024/);
    assert.match(seen, /Der Bücherbus hält jeden Samstag am Quellenhof\./);
    assert.match(seen, /Berichtigung vom 12\. Mai 2024\s+Der Bus hält auf dem Markt\./);
    assert.match(seen, /Samstag am \[gestrichen: Quellenhof\]\[neu: Ziegelhof\]\./, "the next is the second, not today's");
    assert.match(html, /<del>.*Quellenhof.*<\/del><ins>.*Ziegelhof/);
    assert.match(visibleText(page("2024/05/probe/fassung/2/index.html")), /gültig vom 12\. Mai 2024 bis 20\. Mai 2024/);
    assert.match(page("2024/05/probe/fassung/2/index.html"), /<ins>.*jetzt auch/, "the last is compared with today's headline, too");
  });

  test("is linked from its correction, and nowhere else: in no list, feed, sitemap, search or data", () => {
    assert.match(page("2024/05/probe/index.html"), /href="\/2024\/05\/probe\/fassung\/1\/">Frühere Fassung 1 ansehen<\/a>/);
    assert.deepEqual(
      placesOf("probe/fassung/1/", built.output),
      ["fassung/1/index.html", "fassung/timemap.txt", "index.html"]
        .map((path) => `2024/05/probe/${path}`)
        .concat(["daten/SHA256SUMS", "daten/manifest.json"]),
    );
    // The release's own data list its old versions too, so that an archive can be rebuilt from its copy.
    assert.deepEqual(placesOf("Quellenhof", built.output), ["2024/05/probe/fassung/1/index.html", "2024/05/probe/index.json"]);
  });

  test("is not for search engines, and programs find their way between it and the release (RFC 7089)", () => {
    const html = page("2024/05/probe/fassung/1/index.html");
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.match(html, /<link rel="original" href="https:\/\/probestadt\.example\/2024\/05\/probe\/">/);
    const list = '<link rel="timemap" type="application/link-format" href="https://probestadt.example/2024/05/probe/fassung/timemap.txt">';
    assert.ok(html.includes(list) && page("2024/05/probe/index.html").includes(list));
    assert.equal(
      page("2024/05/probe/fassung/timemap.txt"),
      `<https://probestadt.example/2024/05/probe/>; rel="original",
<https://probestadt.example/2024/05/probe/fassung/timemap.txt>; rel="self"; type="application/link-format",
<https://probestadt.example/2024/05/probe/fassung/1/>; rel="memento"; datetime="Thu, 09 May 2024 22:00:00 GMT",
<https://probestadt.example/2024/05/probe/fassung/2/>; rel="memento"; datetime="Sat, 11 May 2024 22:00:00 GMT"
`,
    );
  });

  test("can be held back with a reason, which its page gives in place of its headline and its text", () => {
    const seen = visibleText(page("2024/06/freibad/fassung/1/index.html"));
    assert.match(seen, /Der Wortlaut dieser Fassung wird nicht gezeigt: Die Fassung nannte eine private Telefonnummer\./);
    for (const word of ["Quastenflosser", "Zwackelmann"]) assert.deepEqual(placesOf(word, built.output), []);
    assert.ok(!existsSync(join(built.output, "2024/06/freibad/fassung/timemap.txt")));
  });

  test("keeps its address: what would lose it is stopped, unless the release is withdrawn", async () => {
    const { addresses } = JSON.parse(page("daten/manifest.json")) as { addresses: ManifestEntry[] };
    assert.equal(addresses.find(({ address }) => address === "/2024/05/probe/fassung/1/")?.kind, "edition");
    const args = ["--previous", built.output];
    const without = makeContent({ ...corrected(), [PROBE]: makeRelease(), [OLD]: null });
    const lost = await build(without, { args });
    assert.equal(lost.code, 1);
    assert.match(lost.stderr, /\/2024\/05\/probe\/fassung\/1\/ {2}Die frühere Fassung ginge verloren\.\n.*withheld/);
    const title = "Brücke am Alten Markt wieder offen";
    const bridge = "releases/2024/07/bruecke-am-alten-markt-offen";
    layFiles(without, {
      [`${bridge}.md`]: makeRelease({
        title,
        date: "2024-07-01",
        corrections: "[{date: 2024-07-02, note: Der Tag war falsch., edition: 1}]",
        withdrawn: "{date: 2024-07-03, reason: Es war ein Irrtum.}",
      }),
      [`${bridge}/fassung-1.md`]: makeFile({ title }, "Die Brücke ist seit Sonntag offen.\n"),
      [`${bridge}.en.md`]: makeFile({ title: "Bridge at the old market open again" }, "The bridge is open since Monday.\n"),
      [`${bridge}/fassung-1.en.md`]: makeFile({ title: "Bridge at the old market open again" }, "The bridge is open since Sunday.\n"),
      ...corrected({ withdrawn: "{date: 2024-06-01, reason: Es war ein Irrtum.}" }),
      "releases/2024/06/freibad.md": makeRelease({ date: "2024-06-03", withdrawn: "{date: 2024-06-09, reason: Es war ein Irrtum.}" }),
    });
    const withdrawn = await buildSoundly(without, { args });
    assert.ok(!existsSync(join(withdrawn.output, "2024/05/probe/fassung")));
    assert.deepEqual(placesOf("Quellenhof", withdrawn.output), []);
    assert.match(
      readFileSync(join(withdrawn.output, "2024/07/bruecke-am-alten-markt-offen/index.html"), "utf8"),
      /Alten Markt wieder offen/,
    );
  });
});

describe("an old version that is not public", () => {
  test("waits with its release: withdrawn, under embargo or a draft, and until the correction takes effect", () => {
    for (const [fields, state] of [
      [{ withdrawn: "{date: 2024-06-01, reason: Es war ein Irrtum.}" }, "withdrawn"],
      [{ embargo: "2027-01-01T10:00" }, "embargoed"],
      [{ draft: "true" }, "draft"],
      [{ corrections: CORRECTIONS.replace("2024-05-12", "2026-12-24") }, "public"],
    ] as const) {
      const result = readWith(corrected(fields));
      assert.deepEqual(errors(result), [], state);
      assert.equal(whyNot(result)[OLD], "original", state);
      assert.deepEqual(
        result.archive?.releases.flatMap(({ editions }) => editions),
        [],
        state,
      );
      assert.equal(result.counts.read, BASE_TEXTS + 2);
      assert.equal(result.counts.read, result.counts.published + result.counts.unpublished + result.counts.refused);
    }
    assert.equal(readWith(corrected()).counts.published, BASE_TEXTS + 2);
  });

  test("goes with a refused release, and its page stays with that of the release", () => {
    const result = readWith(corrected({ department: "niemand" }));
    assert.equal(result.refused.find(({ path }) => path === OLD)?.mayStay, true);
    const hidden = readWith({ ...corrected(), [OLD]: "---\ntitle: x\nwithheld: Sie nannte eine Nummer.\n---\nText.\n" });
    assert.equal(hidden.refused.find(({ path }) => path === OLD)?.mayStay, false, "what says that it is withheld does not stay");
  });

  test("is refused where no correction names it, and a correction that names one needs it", () => {
    assert.match(
      errors(readWith({ ...corrected(), [PROBE]: makeRelease() })).join(),
      /^releases\/2024\/05\/probe\/fassung-1\.md:1:1 error Keine Berichtigung .* edition: 1$/,
    );
    assert.match(
      errors(readWith({ ...corrected(), [OLD]: null })).join(),
      /^releases\/2024\/05\/probe\.md:7:\d+ error Die alte Fassung probe\/fassung-1\.md, .* ist nicht da/,
    );
    const twice = "[{date: 2024-05-12, note: Der Bus hält., edition: 1}, {date: 2024-05-13, note: Der Bus fährt., edition: 1}]";
    assert.match(errors(readWith(corrected({ corrections: twice }))).join(), /„1“ steht zweimal in „corrections“/);
    assert.match(errors(readWith({ ...corrected(), [OLD]: old({ embargo: "2027-01-01" }) })).join(), /embargo/);
  });

  test("with another name is told its right one", () => {
    for (const name of ["fassung1.md", "Fassung 1.md", "alte-fassung-01.md", "fassung_1.MD", "version-1.md"])
      assert.match(
        errors(readWith({ ...corrected(), [OLD]: null, [`releases/2024/05/probe/${name}`]: old() })).join("\n"),
        /Benennen Sie die Datei um in „releases\/2024\/05\/probe\/fassung-1\.md“/,
        name,
      );
    const alone = errors(readWith({ "releases/2024/05/proben/fassung-1.md": old(), [PROBE]: makeRelease() })).join("\n");
    assert.match(alone, /Heißt die Meldung „probe\.md“\? Dann benennen Sie den Ordner um/);
  });
});

test("An old version of a translation stands beside that translation alone, and only while it is public.", () => {
  const english = (fields = {}) => makeFile({ title: "Library bus on Saturdays", ...fields }, "The bus stops at the market.\n");
  const files = {
    ...corrected(),
    "releases/2024/05/probe.en.md": english(),
    "releases/2024/05/probe/fassung-1.en.md": makeFile({ title: "Library bus" }, "The bus stops at the well.\n"),
  };
  const { archive, problems } = readWith(files);
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [...(archive?.releases ?? []), ...(archive?.versions ?? [])].flatMap(({ address, editions }) =>
      editions.map(({ number, title }) => `${address} ${number} ${title}`),
    ),
    ["/2024/05/probe/ 1 Bücherbus fährt samstags", "/en/2024/05/probe/ 1 Library bus"],
  );
  assert.equal(
    whyNot(readWith({ ...files, "releases/2024/05/probe.en.md": english({ draft: "true" }) }))["releases/2024/05/probe/fassung-1.en.md"],
    "original",
  );
});

test("A correction may be of a translation alone: the other languages name it without an old version, and theirs stood on.", () => {
  const corrections =
    "{date: 2024-05-12, note: Der Platz war falsch., edition: 1}, {date: 2024-05-20, note: The well was wrong., edition: 2}";
  const { archive, problems } = readWith({
    ...corrected({ corrections: `[${corrections}, {date: 2024-05-30, note: Der Tag war falsch., edition: 3}]` }),
    "releases/2024/05/probe/fassung-3.md": old(),
    "releases/2024/05/probe.en.md": makeFile({ title: "Library bus on Saturdays" }, "The bus stops at the market.\n"),
    "releases/2024/05/probe/fassung-2.en.md": makeFile({ title: "Library bus" }, "The bus stops at the well.\n"),
  });
  assert.deepEqual(problems, []);
  assert.deepEqual(
    [...(archive?.releases ?? []), ...(archive?.versions ?? [])].flatMap(({ language, editions }) =>
      editions.map(({ number, from, until }) => `${language} ${number} ${from.machine} ${until.machine}`),
    ),
    ["de 1 2024-05-10 2024-05-12", "de 3 2024-05-12 2024-05-30", "en 2 2024-05-10 2024-05-20"],
  );
});

test("A release leads on from the address of a version that was deleted, never from that of one that is there.", () => {
  const english = makeFile({ title: "Library bus on Saturdays" }, "The bus stops at the market.\n");
  const files = { [PROBE]: makeRelease({ aliases: "[/en/2024/05/probe/, /en/2024/05/probe/fassung/1/, /2024/04/bus/fassung/1/]" }) };
  assert.deepEqual(errors(readWith(files)), []);
  assert.equal(errors(readWith({ ...files, "releases/2024/05/probe.en.md": english })).length, 3);
  assert.match(errors(readWith({ [PROBE]: makeRelease({ aliases: "[/2024/05/probe/fassung/1/]" }) })).join(), /selbst belegt/);
  const other = { "releases/2024/06/freibad.md": makeRelease({ date: "2024-06-03", aliases: "[/en/2024/05/probe/]" }) };
  assert.match(errors(readWith({ [PROBE]: makeRelease(), ...other })).join(), /gehört schon/);
});
