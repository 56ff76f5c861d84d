import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { QUESTIONS } from "../../src/commands/create.ts";
import { settle } from "../../src/commands/questions.ts";
import { hasErrors } from "../../src/problems.ts";
import { findGaps } from "../../src/publishing/placeholders.ts";
import { buildSoundly, call, filesBelow, layFiles, makeFolder, NOW, PNG, ROOT, read } from "../fixture.ts";

const create = async (args: readonly string[], environment: Record<string, string> = {}) => {
  const [{ execute }, { command }] = await Promise.all([import("../../src/commands/call.ts"), import("../../src/commands/create.ts")]);
  return call((words, settings) => execute(command, words, settings), args, { NOW, ...environment });
};

const CITY = ["--name", "Stadt Beispielhausen", "--url", "https://nachrichten.beispielhausen.example/"];

/** A city that was just set up: its folder. */
async function newCity(...more: string[]): Promise<string> {
  const folder = join(makeFolder(), "stadt");
  const created = await create([folder, ...CITY, ...more]);
  assert.equal(created.code, 0, created.stderr);
  return folder;
}

/** Every gap in the texts of a folder, found by looking for the words alone. */
const gapsIn = (folder: string) =>
  [...filesBelow(folder)].flatMap(([path, bytes]) =>
    bytes
      .toString()
      .split("\n")
      .flatMap((line, index) =>
        [...line.matchAll(/\[Bitte ausfüllen:|\bbitte-ausfuellen@/g)].map(({ index: at }) => `${path}:${index + 1}:${at + 1}`),
      ),
  );

describe("a new city", () => {
  test("builds at once, with nothing public but its pages, and nothing of Leipzig or another city in it", async () => {
    const city = await newCity("--email", "presse@beispielhausen.example");
    const { output, stdout } = await buildSoundly(join(city, "content"));
    assert.match(stdout, /veröffentlicht 3 \+ nicht öffentlich 1 \+ abgewiesen 0/);
    const home = readFileSync(join(output, "index.html"), "utf8");
    assert.match(home, /Noch keine Meldung/);
    assert.match(home, /Stadt Beispielhausen/);
    assert.match(readFileSync(join(output, "impressum/index.html"), "utf8"), /mailto:presse@beispielhausen\.example/);
    const { scripts } = JSON.parse(readFileSync(join(city, "package.json"), "utf8")) as { scripts: Record<string, string> };
    const guide = readFileSync(join(city, "README.md"), "utf8");
    for (const name of Object.keys(scripts)) assert.match(guide, new RegExp(`^\\| .npm (run )?${name}\\b`, "m"), name);
    for (const [path, bytes] of filesBelow(city)) assert.doesNotMatch(bytes.toString(), /Leipzig|Albrecht|Demonstration,/, path);
  });

  test("its check names every gap with its place, as a hint, and nothing else; whoever publishes can refuse them", async () => {
    const content = join(await newCity(), "content");
    const { problems } = read(content);
    const found = problems.map(({ path, line, column }) => `${path}:${line}:${column}`);
    const gaps = gapsIn(content);
    assert.ok(gaps.length > 20);
    // A link says an address twice, and is one gap.
    const first = gaps.filter((gap, index) => index === 0 || gap.replace(/:\d+$/, "") !== gaps[index - 1]?.replace(/:\d+$/, ""));
    assert.deepEqual(found, first);
    assert.deepEqual([...new Set(problems.map(({ severity, isGap }) => `${severity} ${isGap}`))], ["hint true"]);
    assert.ok(findGaps(content, problems).length > 20, "publishing is told of them");
    const { check } = await import("../../src/commands/check.ts");
    const { stdout } = await call(check, [], { CONTENT: content, NOW });
    for (const gap of first) assert.ok(stdout.includes(join(content, gap)), `${gap} is not named`);
  });

  test("with its gaps filled it has no hint, and what is published is no error", async () => {
    const content = join(await newCity(), "content");
    for (const [path, bytes] of filesBelow(content))
      writeFileSync(
        join(content, path),
        bytes
          .toString()
          .replace(/\[Bitte ausfüllen: [^\]]*\]/g, "Beispielweg 1")
          .replaceAll("bitte-ausfuellen@stadt.example", "presse@beispielhausen.example"),
      );
    const { problems } = read(content);
    assert.deepEqual(problems, []);
    assert.deepEqual(findGaps(content, problems), []);
  });

  test("what a setting's example invents is named as long as it stands there, but for a demonstration", async () => {
    const content = join(await newCity(), "content");
    const file = join(content, "site.yml");
    const site = readFileSync(file, "utf8").replace(/^# (repository: .*)$/m, "$1");
    writeFileSync(file, site);
    layFiles(content, { "registers/people.yml": "erika-muster:\n  name: Erika Muster\n" });
    const samples = () =>
      read(content).problems.flatMap(({ message, isGap }) => (isGap && message.includes("Beispiel sagt") ? [message] : []));
    assert.deepEqual(samples(), [
      "„erika-muster.name“ sagt noch, was das Beispiel sagt: „Erika Muster“.",
      "„repository“ sagt noch, was das Beispiel sagt: „https://git.stadt.example/presse/archiv“.",
    ]);
    writeFileSync(file, `${site}\ndemonstration: Demonstration mit erfundenen Meldungen\n`);
    assert.equal(samples().length, 1);
  });

  test("the first release is public as soon as its line draft: true goes", async () => {
    const content = join(await newCity(), "content");
    const file = join(content, "releases/2026/12/erste-meldung.md");
    assert.match(readFileSync(file, "utf8"), /^draft: true\n/m);
    writeFileSync(file, readFileSync(file, "utf8").replace("draft: true\n", ""));
    assert.deepEqual(
      read(content).archive?.releases.map(({ id }) => id),
      ["2026/12/erste-meldung"],
    );
  });

  test("the look is explained field by field, and holds as soon as its # go", async () => {
    const content = join(await newCity(), "content");
    const written = readFileSync(join(content, "site.yml"), "utf8");
    const block = /^# theme:\n(?:# .*\n)+/m.exec(written)?.[0] ?? "";
    assert.match(block, /^# {3}# .*Farbe der Stadt.*\n# {3}accent: "#[0-9a-f]{6}"$/m);
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';
    const theme = ":root { --kern-color-layout-text-muted: #444 }";
    layFiles(content, {
      "site.yml": written.replace(block, block.replace(/^# /gm, "")),
      "assets/logo.svg": drawing,
      "assets/logo-dunkel.svg": drawing,
      "assets/theme.css": `@media (prefers-color-scheme: light) { ${theme} }`,
    });
    const { archive, problems } = read(content);
    assert.equal(hasErrors(problems), false);
    assert.equal(archive?.site.theme.palettes.light.muted, "#444444");
    assert.equal(archive?.site.theme.logo?.alt, "Stadt Musterstadt");
  });

  test("the larger the town, the more departments are proposed, the press office always", async () => {
    const departments = async (...more: string[]) =>
      Object.keys(parse(readFileSync(join(await newCity(...more), "content/registers/departments.yml"), "utf8")) as object);
    const [small, medium, large] = [
      await departments(),
      await departments("--inhabitants", "25.000"),
      await departments("--inhabitants", "600000"),
    ] as const;
    assert.ok(small.length < medium.length && medium.length < large.length);
    for (const proposed of [small, medium, large]) assert.ok(proposed.includes("pressestelle"));
  });

  test("it depends on one version of the software: this one, another, or a packed file that is laid into its folder", async () => {
    const dependencies = (folder: string) =>
      (JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { dependencies: object }).dependencies;
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    assert.deepEqual(dependencies(await newCity()), { stadtchronik: version });
    assert.deepEqual(dependencies(await newCity("--software", "0.9.1")), { stadtchronik: "0.9.1" });
    const packed = join(makeFolder(), "stadtchronik-0.9.2.tgz");
    writeFileSync(packed, PNG);
    const city = await newCity("--software", packed);
    assert.deepEqual(dependencies(city), { stadtchronik: "file:software/stadtchronik-0.9.2.tgz" });
    assert.deepEqual(readFileSync(join(city, "software/stadtchronik-0.9.2.tgz")), PNG);
    for (const open of ["^0.2.0", "latest", "gibt-es-nicht.tgz"]) {
      const refused = await create([join(makeFolder(), "x"), ...CITY, "--software", open]);
      assert.equal(refused.code, 2, open);
      assert.match(refused.stderr, /weder eine Datei noch eine bestimmte Fassung/);
    }
  });
});

describe("a call of create", () => {
  test("that lacks something says what, or is wrong about it; nothing is written", async () => {
    const folder = join(makeFolder(), "stadt");
    for (const [args, says] of [
      [[], /Es fehlt: ORDNER, --name NAME, --url ADRESSE\./],
      [[folder, "--name", "Stadt X"], /Es fehlt: --url ADRESSE\./],
      [[folder, "--name", "X", "--url", "https://x.example/"], /--name X: Der Name hat 2 bis 60 Zeichen/],
      [[folder, "--name", "Stadt X", "--url", "ftp://x.example/"], /--url ftp:.*keine Adresse einer Website/],
      [[folder, ...CITY, "--email", "presse"], /--email presse: Das ist keine E-Mail-Adresse/],
      [[folder, ...CITY, "--jetzt"], /--jetzt gibt es nicht/],
    ] as const) {
      const created = await create(args);
      assert.equal(created.code, 2, args.join(" "));
      assert.match(created.stderr, says);
    }
    assert.equal(existsSync(folder), false);
  });

  test("at a terminal asks for what is missing, and again until the answer can be used", async () => {
    const answers = [
      "",
      "stadt",
      "Stadt Beispielhausen",
      "kein gueltiger Ort",
      "nachrichten.beispielhausen.example",
      "",
      "viele",
      "25.000",
    ];
    const [asked, said]: [string[], string[]] = [[], []];
    const settled = await settle(
      QUESTIONS,
      {},
      {
        question: async (question) => {
          asked.push(question);
          return answers.shift() ?? "";
        },
        say: (text) => said.push(text),
        close: () => undefined,
      },
    );
    assert.deepEqual(settled, {
      folder: "stadt",
      name: "Stadt Beispielhausen",
      url: "https://nachrichten.beispielhausen.example/",
      email: "",
      inhabitants: "25000",
    });
    assert.equal(asked.length, 8);
    assert.deepEqual(said, [
      "Ohne diese Angabe geht es nicht.",
      "Das ist keine Adresse einer Website, wie https://nachrichten.musterstadt.de/",
      "Nötig ist eine Zahl.",
    ]);
  });

  test("overwrites nothing: what is there already is named, and nothing is written beside it", async () => {
    const folder = makeFolder();
    layFiles(folder, { "README.md": "Von uns.\n", "notizen.txt": "Von uns.\n" });
    const created = await create([folder, ...CITY]);
    assert.equal(created.code, 1);
    assert.match(created.stderr, /liegt schon README\.md\. Es wird nichts angelegt/);
    assert.deepEqual([...filesBelow(folder).keys()], ["README.md", "notizen.txt"]);
  });
});
