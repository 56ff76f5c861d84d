import assert from "node:assert/strict";
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { unzipSync } from "fflate";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { readPackage, writePackage } from "../../src/rendering/packages.ts";
import { data } from "../../src/site/data/data.ts";
import { COLUMNS, type Column, describeFields, type Row, rowSchema } from "../../src/site/data/fields.ts";
import { isPackage, textPage } from "../../src/site/pages.ts";
import {
  type Build,
  buildSoundly,
  buildTown,
  copyContent,
  type Files,
  filesBelow,
  layFiles,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  PROBE,
  ROOT,
  readWith,
  SITE,
  snapshot,
  TOWN_NOW,
  TOWNS,
} from "../fixture.ts";

const MUSTERSTADT = "tests/fixtures/musterstadt";
const NOW = { environment: { NOW: TOWN_NOW } };

/** The files of `/daten/` by name. */
type DataFiles = Map<string, string>;

async function dataOf(built: Promise<Build>): Promise<DataFiles> {
  const { output } = await built;
  return new Map([...filesBelow(join(output, "daten"))].map(([path, bytes]) => [path, bytes.toString("utf8")]));
}

/** All rows of one of the two formats, in the order of their years' files. */
function rowsOf(files: DataFiles): Row[] {
  const lines = [...files].filter(([path]) => path.endsWith(".jsonl")).flatMap(([, text]) => text.trimEnd().split("\n"));
  return lines.map((line) => rowSchema.parse(JSON.parse(line)));
}

/** Reads CSV as RFC 4180 writes it, but for its delimiter; throws where a quote stands loose or a record is short. */
function parseCsv(text: string): string[][] {
  assert.ok(text.startsWith("\ufeff"), "no byte order mark");
  const records: string[][] = [[]];
  let at = 1;
  while (at < text.length) {
    const cell = /"((?:[^"]|"")*)"|([^";\r\n]*)/y;
    cell.lastIndex = at;
    const [whole = "", quoted, plain = ""] = cell.exec(text) ?? [];
    records.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    at += whole.length;
    if (text.startsWith("\r\n", at)) {
      at += 2;
      if (at < text.length) records.push([]);
    } else if (text[at] === ";") at += 1;
    else assert.equal(at, text.length, `loose character ${JSON.stringify(text.slice(at, at + 20))}`);
  }
  const [head = []] = records;
  for (const record of records) assert.equal(record.length, head.length, record.join(";"));
  return records;
}

/** A CSV's records by column. */
function recordsOf(text: string): Record<string, string>[] {
  const [head = [], ...records] = parseCsv(text);
  return records.map((record) => Object.fromEntries(head.map((name, index) => [name, record[index] ?? ""])));
}

/** What a release's file says, read without the program under test. */
interface Written {
  path: string;
  id: string;
  language: string;
  head: Record<string, unknown>;
  text: string;
}

function written(content: string): Written[] {
  return [...filesBelow(join(content, "releases"))].flatMap(([path, bytes]): Written[] => {
    const [, id, language = "de"] = /^(\d{4}\/\d\d\/[a-z0-9-]+)(?:\.(en|de-simple))?\.md$/.exec(path) ?? [];
    if (id === undefined) return [];
    const [, head = "", text = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(bytes.toString("utf8")) ?? [];
    return [{ path, id, language, head: load(head, { schema: FAILSAFE_SCHEMA }) as Record<string, unknown>, text: text.trim() }];
  });
}

/** The releases that data must hold: public and not withdrawn, versions with their original. */
function expected(content: string): Written[] {
  const all = written(content);
  const latest = (value: unknown) =>
    typeof value === "string" && value.length >= 10
      ? Date.parse(value.length === 10 ? `${value}T00:00:00+01:00` : /[Z+]/.test(value.slice(11)) ? value : `${value}+01:00`)
      : 0;
  const isPublic = ({ head }: Written) =>
    !head.draft && !head.withdrawn && Math.max(latest(head.date), latest(head.embargo)) <= Date.parse(TOWN_NOW);
  const originals = new Set(all.filter((text) => text.language === "de" && isPublic(text)).map(({ id }) => id));
  return all.filter((text) => originals.has(text.id) && !text.head.draft);
}

const key = ({ id, language }: { id: string; language: string }) => `${id} ${language}`;
const ids = (list: unknown): string[] =>
  ((list ?? []) as (string | { id: string })[]).map((item) => (typeof item === "string" ? item : item.id));

for (const [town, folder] of Object.entries(TOWNS) as [keyof typeof TOWNS, string][]) {
  describe(`the data of ${town}`, () => {
    let files: DataFiles;
    const texts = expected(join(ROOT, folder));
    before(async () => {
      files = await dataOf(buildTown(town));
    });

    test("each release stands in exactly the row of its year and language, withdrawn and unpublished ones in none", () => {
      assert.deepEqual(rowsOf(files).map(key).sort(), texts.map(key).sort());
      for (const [path, text] of files) {
        const [, year, ending] = /^meldungen-(\d{4})\.(csv|jsonl)$/.exec(path) ?? [];
        const rows =
          ending === "jsonl"
            ? text
                .trimEnd()
                .split("\n")
                .map((line) => JSON.parse(line) as Row)
            : ending === "csv"
              ? recordsOf(text)
              : [];
        assert.deepEqual(
          rows.map((row) => String(row.id).slice(0, 4)).filter((other) => other !== year),
          [],
        );
        if (year) assert.equal(rows.length, texts.filter(({ id }) => id.startsWith(`${year}/`)).length, path);
      }
    });

    test("a row says what the front matter says, and the text as it was written", () => {
      const rows = new Map(rowsOf(files).map((row) => [key(row), row]));
      for (const { id, language, head, text } of texts) {
        const row = rows.get(`${id} ${language}`);
        const original = texts.find((other) => other.id === id && other.language === "de")?.head ?? {};
        assert.ok(row);
        assert.equal(row.title, head.title);
        assert.equal(row.summary, head.summary);
        assert.equal(row.text, text);
        assert.equal(row.department.id, original.department);
        assert.deepEqual(
          row.topics.map((topic) => topic.id),
          original.topics,
        );
        assert.deepEqual(
          row.with.map((department) => department.id),
          ids(original.with),
        );
        assert.deepEqual(
          row.people.map((person) => person.id),
          ids(original.people),
        );
        assert.deepEqual(
          row.places.map((place) => place.id),
          ids(original.places),
        );
        assert.equal(row.number, original.number ?? null);
        assert.equal(row.kind, original.kind ?? "release");
        assert.equal(row.date.slice(0, 4), String(original.date).slice(0, 4));
        assert.equal(row.corrections.length, ((original.corrections ?? []) as unknown[]).length);
        assert.deepEqual(
          row.versions.map((version) => version.language).sort(),
          texts
            .filter((other) => other.id === id && other.language !== language)
            .map((other) => other.language)
            .sort(),
        );
        assert.match(row.address, new RegExp(`^https://[^/]+/.*${id}/$`));
      }
    });

    test("the CSV holds the same as the JSON Lines, row by row and cell by cell", () => {
      assert.ok(files.has(`meldungen-${texts[0]?.id.slice(0, 4)}.csv`));
      for (const [path, text] of files) {
        if (!path.endsWith(".csv")) continue;
        const rows = (files.get(path.replace(/csv$/, "jsonl")) ?? "")
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line) as Row);
        const records = recordsOf(text);
        assert.equal(records.length, rows.length);
        rows.forEach((row, index) => {
          for (const { name, cell } of COLUMNS)
            assert.equal(records[index]?.[name]?.replace(/^'(?=\s*[=+\-@])/, ""), cell(row), `${path} ${row.id} ${name}`);
        });
      }
    });

    test("the index names every file of every year, and no file is missing", () => {
      const index = JSON.parse(files.get("index.json") ?? "") as { url: string; years: { year: number; csv: string; jsonLines: string }[] };
      const named = index.years
        .flatMap(({ csv, jsonLines }) => [csv, jsonLines])
        .map((address) => address.replace(`${index.url}daten/`, ""));
      assert.deepEqual(named.sort(), [...files.keys()].filter((path) => path.startsWith("meldungen-")).sort());
      assert.deepEqual(
        index.years.map(({ year }) => String(year)),
        [...new Set(texts.map(({ id }) => id.slice(0, 4)))].sort().reverse(),
      );
    });
  });
}

describe("what the data leave out", () => {
  test("comments are not in it, nor anything of drafts, embargoed and withdrawn releases", async () => {
    // Servers are told of the addresses of withdrawn releases; what stood there, they are not.
    const whole = [...(await dataOf(buildTown("musterstadt")))]
      .filter(([path]) => !["manifest.json", "SHA256SUMS", "weiterleitungen.json"].includes(path))
      .map(([, text]) => text)
      .join("\n");
    const content = join(ROOT, MUSTERSTADT);
    // A line ends, and a quotation mark is written otherwise in each format: so the words before either are looked for.
    const piece = (text: string) => /^[^"\n]*/.exec(text)?.[0].slice(0, 60) ?? "";
    const comments = [...filesBelow(join(content, "comments"))].map(([, bytes]) =>
      piece(bytes.toString("utf8").split("\n---\n")[1]?.trim() ?? ""),
    );
    assert.ok(comments.length >= 4);
    const hidden = new Set(written(content).map(({ path }) => path));
    for (const { path } of expected(content)) hidden.delete(path);
    const left = written(content).filter(({ path }) => hidden.has(path));
    assert.ok(left.length >= 5);
    const marks = (texts: readonly Written[]) => texts.flatMap(({ id, head, text }) => [id, piece(String(head.title)), piece(text)]);
    for (const words of marks(expected(content)))
      assert.ok(words !== "" && whole.includes(words), `the search does not find what is public: ${words}`);
    for (const words of [...comments, ...marks(left)]) assert.ok(words !== "" && !whole.includes(words), words);
  });

  test("a demonstration says so in every row and file, and claims no authority as its publisher", async () => {
    const files = await dataOf(buildTown("leipzig"));
    const notice = "Demonstration, kein Angebot der Stadt Leipzig";
    assert.ok(rowsOf(files).length > 0);
    for (const row of rowsOf(files)) assert.equal(row.demonstration, notice);
    for (const name of ["index.html", "index.json", "dcat.jsonld", "meldungen-2017.csv"])
      assert.ok(files.get(name)?.includes(notice), name);
    assert.doesNotMatch(files.get("dcat.jsonld") ?? "", /publishertype|GovernmentOrganization|LocalAuthority/);
    const real = await dataOf(buildSoundly(makeContent(), NOW));
    assert.equal(rowsOf(real).length, 2);
    for (const row of rowsOf(real)) assert.equal(row.demonstration, null);
  });
});

describe("all years in one file", () => {
  const later = { "releases/2025/01/schnee.md": makeRelease({ date: "2025-01-08", title: "Schnee räumt der Bauhof" }) };
  const packedIn = (output: string, form: "csv" | "jsonl") =>
    Object.entries(unzipSync(readFileSync(join(output, `daten/alle-jahre-${form}.zip`))));

  test("is each file of a year as it lies beside it, of the form that its name says", async () => {
    const { output } = await buildTown("musterstadt");
    const years = [...filesBelow(join(output, "daten"))].filter(([path]) => path.startsWith("meldungen-"));
    assert.ok(years.length > 6);
    for (const form of ["csv", "jsonl"] as const) {
      const expected = years.filter(([path]) => path.endsWith(`.${form}`)).map(([path, bytes]) => [path, bytes.toString()]);
      const found = packedIn(output, form).map(([path, bytes]) => [path, Buffer.from(bytes).toString()]);
      assert.deepEqual(found.sort(), expected.sort());
    }
    const index = JSON.parse(readFileSync(join(output, "daten/index.json"), "utf8")) as { allYears: Record<string, string> };
    const page = readFileSync(join(output, "daten/index.html"), "utf8");
    for (const address of Object.values(index.allYears)) assert.ok(page.includes(`href="${new URL(address).pathname}" download`), address);
  });

  test("is offered from the second year on, and not in a preview", async () => {
    const names = ({ output }: Build) => [...filesBelow(join(output, "daten")).keys()].filter((path) => path.endsWith(".zip"));
    assert.equal(names(await buildSoundly(makeContent(later), NOW)).length, 2);
    const one = await buildSoundly(makeContent(), NOW);
    assert.deepEqual(names(one), []);
    assert.doesNotMatch(readFileSync(join(one.output, "daten/index.html"), "utf8"), /ZIP/);
    const inPreview = readWith(later, { preview: true }).archive;
    assert.ok(inPreview);
    const pages = data(inPreview);
    assert.ok(pages.length > 4);
    assert.deepEqual(pages.filter(isPackage), []);
  });

  test("is the same whether it is packed anew or takes years over, also where the live one was changed by another hand", async () => {
    const content = makeContent({ ...later, [PROBE]: makeRelease() });
    const [output, environment] = [join(makeFolder(), "site"), { ...NOW.environment, CACHE: join(makeFolder(), "cache") }];
    const files = () => snapshot(join(output, "daten"));
    await buildSoundly(content, { output, environment });
    const first = files();
    for (const damage of [() => undefined, spoil]) {
      damage();
      appendFileSync(join(content, PROBE), "\nEr hält auch am Bahnhof.\n");
      await buildSoundly(content, { output, environment });
      const anew = await buildSoundly(content, { environment: { ...environment, CACHE: join(makeFolder(), "cache") } });
      assert.deepEqual(files(), snapshot(join(anew.output, "daten")));
      assert.notEqual(files()["alle-jahre-csv.zip"], first["alle-jahre-csv.zip"]);
    }

    /** Turns a bit of the year that stays, within its packed bytes. */
    function spoil(): void {
      const path = join(output, "daten/alle-jahre-csv.zip");
      const bytes = readFileSync(path);
      const at = bytes.indexOf("meldungen-2025.csv") + 40;
      bytes[at] = (bytes[at] as number) ^ 1;
      writeFileSync(path, bytes);
    }
  });

  test("is taken over as it is packed, where it stayed", () => {
    const folder = makeFolder();
    const names = ["meldungen-2024.csv", "meldungen-2025.csv"];
    layFiles(folder, { "daten/meldungen-2024.csv": "Titel\n".repeat(50), "daten/meldungen-2025.csv": "Titel\n".repeat(60) });
    const members = names.map((name) => textPage({ address: `/daten/${name}`, kind: "data", from: "", print: String }));
    const page = { address: "/daten/alle.zip", kind: "data", members } as const;
    writePackage(page, folder);
    const before = readPackage(readFileSync(join(folder, "daten/alle.zip")));
    assert.deepEqual([...before.keys()], names);
    const [kept] = before.values();
    assert.ok(kept);
    const other = Buffer.from("anders gepackt");
    writePackage(page, folder, new Map([["meldungen-2024.csv", { ...kept, bytes: other }]]));
    assert.ok(readFileSync(join(folder, "daten/alle.zip")).includes(other));
    layFiles(folder, { "daten/meldungen-2024.csv": "Titel\n".repeat(51) });
    writePackage(page, folder, new Map([["meldungen-2024.csv", { ...kept, bytes: other }]]));
    assert.ok(!readFileSync(join(folder, "daten/alle.zip")).includes(other), "a file that is another is packed anew");
  });
});

describe("the table in a spreadsheet", () => {
  const wild: Files = {
    "site.yml": SITE,
    "registers/people.yml": "petra-probe:\n  name: '=Petra'\n",
    [PROBE]: makeRelease(
      {
        title: `'=HYPERLINK("https://boese.example";"Klick")'`,
        summary: "'+49 30 ist keine Formel, aber es könnte eine sein.'",
        number: "'@SUM(A1)'",
        people: "[{id: petra-probe, role: '-1+1'}]",
        source: "{note: '＝1+1'}",
      },
      '- Punkt; eins\n- "Punkt" zwei\n\n=1+1\n',
    ),
  };

  test("no cell begins as a formula does; an apostrophe stands before it and nothing else changes", async () => {
    const files = await dataOf(buildSoundly(makeContent(wild), NOW));
    const [row] = rowsOf(files).filter(({ id }) => id === "2024/05/probe");
    const record = recordsOf(files.get("meldungen-2024.csv") ?? "").find(({ id }) => id === "2024/05/probe");
    assert.ok(row && record);
    for (const name of ["title", "summary", "number", "people_names", "people_roles", "source_note", "text"]) {
      const { cell } = COLUMNS.find((column) => column.name === name) as Column;
      assert.equal(record[name], `'${cell(row)}`, name);
    }
    for (const cell of Object.values(record)) assert.doesNotMatch(cell, /^\s*[=+\-@\t\r＝＋－＠]/);
    assert.equal(row.text, '- Punkt; eins\n- "Punkt" zwei\n\n=1+1');
  });

  test("it opens by a double click in German programs: byte order mark, semicolons, quoted cells", async () => {
    const text = (await dataOf(buildSoundly(makeContent(wild), NOW))).get("meldungen-2024.csv") ?? "";
    assert.ok(text.startsWith(`\ufeff${COLUMNS.map(({ name }) => `"${name}"`).join(";")}\r\n`));
    assert.equal(parseCsv(text).length, 4);
  });
});

test("a new release changes the two files of its year, the packed ones and the manifest, and nothing else of the data", async () => {
  const release = makeFile(
    {
      title: "Neuer Radweg",
      date: "2023-10-02",
      summary: "Am Mühlteich gibt es einen neuen Radweg.",
      department: "verkehrsamt",
      topics: "[verkehr]",
    },
    "Der Radweg ist offen.\n",
  );
  const before = await dataOf(buildTown("musterstadt"));
  const after = await dataOf(buildSoundly(copyContent(MUSTERSTADT, { "releases/2023/10/neuer-radweg.md": release }), NOW));
  assert.deepEqual([...after.keys()], [...before.keys()]);
  assert.deepEqual(
    [...after].filter(([path, text]) => before.get(path) !== text).map(([path]) => path),
    ["SHA256SUMS", "alle-jahre-csv.zip", "alle-jahre-jsonl.zip", "manifest.json", "meldungen-2023.csv", "meldungen-2023.jsonl"],
  );
});

describe("the description of the data", () => {
  let files: DataFiles;
  before(async () => {
    files = await dataOf(buildTown("musterstadt"));
  });

  test("every field has a meaning and an example, its columns exist, and the page and the schema tell them", () => {
    const guide = describeFields();
    assert.deepEqual(
      guide.flatMap(({ columns }) => columns),
      COLUMNS.map(({ name }) => name),
    );
    for (const { name, description, example, columns } of guide) {
      assert.ok(description.length > 5 && example !== "" && columns.length > 0, name);
      assert.ok(files.get("index.html")?.includes(`id="feld-${name}"`), name);
    }
    const schema = JSON.parse(files.get("felder.json") ?? "") as {
      properties: Record<string, { description: string }>;
      required: string[];
    };
    assert.deepEqual(
      schema.required,
      guide.map(({ name }) => name),
    );
    assert.equal(schema.properties.summary?.description, "Ein bis zwei Sätze für Listen, Feeds und Suche");
  });

  test("data portals find what DCAT-AP.de 3.0 requires of catalogue, series, datasets and distributions", () => {
    type Node = Record<string, unknown> & { "@id"?: string; "@type"?: string };
    const { "@graph": graph } = JSON.parse(files.get("dcat.jsonld") ?? "") as { "@graph": Node[] };
    const byId = new Map(graph.map((node) => [node["@id"], node]));
    const ofType = (type: string) => graph.filter((node) => node["@type"] === type);
    const must = (node: Node | undefined, ...properties: string[]) => {
      for (const property of properties) assert.ok(node?.[property], `${node?.["@id"]} ${property}`);
    };
    const [catalog] = ofType("dcat:Catalog");
    must(catalog, "dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:dataset");
    const named = (catalog?.["dcat:dataset"] ?? []) as Node[];
    assert.ok(named.length > 0);
    for (const { "@id": id } of named) assert.ok(byId.has(id), id);
    must(ofType("dcat:DatasetSeries")[0], "dcterms:title", "dcterms:publisher");
    const datasets = ofType("dcat:Dataset");
    assert.equal(datasets.length, [...files.keys()].filter((path) => path.endsWith(".csv")).length);
    for (const dataset of datasets) {
      must(dataset, "dcterms:title", "dcterms:description", "dcterms:publisher", "dcat:contactPoint", "dcat:inSeries");
      must(byId.get((dataset["dcterms:publisher"] as Node)["@id"]), "foaf:name");
      must(byId.get((dataset["dcat:contactPoint"] as Node)["@id"]), "vcard:fn", "vcard:hasEmail");
      const distributions = dataset["dcat:distribution"] as Node[];
      assert.equal(distributions.length, 2);
      for (const distribution of distributions) {
        must(distribution, "dcat:accessURL", "dcat:downloadURL", "dcterms:license", "dcterms:format");
        assert.deepEqual(distribution["dcterms:license"], { "@id": "http://dcat-ap.de/def/licenses/cc-zero" });
        const { "@id": url = "" } = distribution["dcat:downloadURL"] as Node;
        assert.ok(files.has(url.replace("https://musterstadt.example/daten/", "")), url);
      }
    }
  });

  test("texts without a licence are not called free", async () => {
    assert.match((await dataOf(buildTown("leipzig"))).get("dcat.jsonld") ?? "", /licenses\/other-closed/);
  });
});
