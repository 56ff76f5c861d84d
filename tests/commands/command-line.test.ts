import assert from "node:assert/strict";
import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { Command as Statement } from "../../src/commands/command.ts";
import { COMMANDS, runCommand } from "../../src/commands/command-line.ts";
import { helpOf, optionsOf } from "../../src/commands/help.ts";
import { call, makeContent, makeFolder, NOW, ROOT, type Run, run } from "../fixture.ts";
import { ALL } from "../repository.ts";

/** The words of a call as they stand behind `stadtchronik`. */
const stadtchronik = (args: readonly string[], environment: Record<string, string> = {}): Promise<Run> =>
  call((given, env) => runCommand(ALL, given, env), args, environment);

const ENGLISH = { LANG: "en_GB.UTF-8" };

/** What every command says of itself, by the word that calls it. */
const statements = new Map<string, Statement>();
for (const [name, load] of Object.entries(ALL)) statements.set(name, (await load()).command);

describe("every command", () => {
  test("is called by its name, states all in both languages, and has a script of that name in package.json", () => {
    const { scripts } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { scripts: Record<string, string> };
    assert.ok(statements.size > 8);
    for (const [name, command] of statements) {
      assert.equal(command.name, name);
      assert.equal(scripts[name], `node bin/stadtchronik.js ${name}`);
      const texts = [command.summary, command.about, command.exits, ...Object.values(optionsOf(command)).map(({ help }) => help)];
      for (const text of texts) {
        if (text === undefined) continue;
        assert.ok(typeof text === "object" && text.de !== "" && text.en !== "" && text.de !== text.en, JSON.stringify(text));
        assert.doesNotMatch(text.en, /\b(der|das|und|oder|sonst|wird)\b/, "the English help speaks English");
      }
    }
  });

  test("explains each option with --help, in English where LANG says so, else in German, and does nothing", async () => {
    for (const [name, command] of statements) {
      const [german, english] = [await stadtchronik([name, "--help"]), await stadtchronik([name, "-h"], ENGLISH)];
      assert.deepEqual([german.code, german.stderr, english.code, english.stderr], [0, "", 0, ""]);
      assert.match(german.stdout, /^Ausgang: .*2 bei falschem Aufruf\.$/m);
      assert.match(english.stdout, /^Exit: .*2 for a wrong call\.$/m);
      for (const option of [...Object.keys(optionsOf(command)), "help"])
        for (const { stdout } of [german, english])
          assert.match(stdout, new RegExp(`^  --${option}\\b.* {2}\\S`, "m"), `${name} --${option}`);
    }
  });

  test("refuses an option that it does not know, and says which there are", async () => {
    for (const [name, { argument }] of statements) {
      const { code, stdout, stderr } = await stadtchronik([name, "--gibtesnicht"]);
      assert.deepEqual([code, stdout], [2, ""]);
      assert.match(stderr, /--gibtesnicht gibt es nicht\..* --help\.\nnpm run \S+ -- --help/);
      const superfluous = await stadtchronik([name, ...(argument ? ["ordner"] : []), "zuviel"]);
      assert.equal(superfluous.code, 2);
      assert.match(superfluous.stderr, /„zuviel“ ist zu viel\./);
    }
  });

  test("refuses an option without its value, and names what is missing", async () => {
    const refused = async (args: string[], message: RegExp) => {
      const { code, stdout, stderr } = await stadtchronik(args);
      assert.deepEqual([args, code, stdout], [args, 2, ""]);
      assert.match(stderr, message);
    };
    await refused(["build", "--previous"], /Bei --previous fehlt der Wert: --previous ORT\./);
    await refused(["build", "--previous="], /Bei --previous fehlt der Wert/);
    await refused(["build", "--previos", "x"], /--previos gibt es nicht\. Meinen Sie --previous\?/);
    await refused(["build", "--no-cache=1"], /--no-cache steht für sich/);
    await refused(["build", "--now", "morgen"], /NOW=morgen/);
    await refused(["build", "--toString"], /--toString gibt es nicht/);
    await refused(["check", "--format", "toString"], /--format toString gibt es nicht\. Möglich sind text, github, gitlab, json\./);
    await refused(["start", "--port", "achtzig"], /--port achtzig: .*65535/);
    await refused(["sample"], /Es fehlt: --out ORDNER \(wohin: /);
  });
});

describe("the command line", () => {
  test("lists its commands with --help and refuses what is none", async () => {
    const [german, english] = [await stadtchronik(["--help"]), await stadtchronik(["--help"], { ...ENGLISH, LANG: "C", LC_ALL: "en_US" })];
    for (const name of statements.keys()) {
      assert.match(german.stdout, new RegExp(`^  ${name} +[A-ZÄÖÜ]`, "m"));
      assert.match(english.stdout, new RegExp(`^  ${name} +[A-Z]`, "m"));
    }
    assert.match(german.stdout, /^npm run BEFEHL/);
    assert.match(english.stdout, /^npm run COMMAND/);
    const [unknown, none] = [await stadtchronik(["bild"]), await stadtchronik([])];
    assert.deepEqual([unknown.code, none.code], [2, 2]);
    assert.match(unknown.stderr, /„bild“ gibt es nicht\. Meinen Sie „build“\? Möglich sind start, check, build,/);
    assert.match(none.stderr, /Es fehlt der Befehl\. Möglich sind/);
    assert.match((await stadtchronik(["--version"])).stdout, /^\d+\.\d+\.\d+\n$/);
  });

  test("without the tests, as a city has it, knows the commands of a city alone", () => {
    const own = Object.keys(COMMANDS);
    assert.ok(own.includes("build") && !own.includes("demo") && !own.includes("bench"));
  });

  test("takes a setting as an option, which goes before the one in the environment", async () => {
    const content = makeContent();
    const output = join(makeFolder(), "site");
    const cache = makeFolder();
    const built = await stadtchronik(["build", "--content", content, `--output=${output}`, "--cache", cache, "--now", NOW], {
      CONTENT: "gibt/es/nicht",
      OUTPUT: "src",
      NOW: "morgen",
    });
    assert.equal(built.code, 0, built.stderr);
    assert.ok(existsSync(join(output, "2024/04/stadtfest/index.html")) && existsSync(join(cache, "readings")));
  });
});

describe("a process of its own", { concurrency: 2 }, () => {
  const bin = join(ROOT, "bin/stadtchronik.js");

  test("runs a command through a link, without colours, and speaks neither English nor in stack traces", async () => {
    const link = join(makeFolder(), "stadtchronik");
    symlinkSync(bin, link);
    const { code, stdout, stderr } = await run([link, "check", "--content", makeContent()], { FORCE_COLOR: "1" });
    assert.equal(code, 0, stderr);
    assert.match(stdout, /^Gelesen 2 = [\s\S]*0 Fehler, 0 Hinweise\n$/);
    assert.equal(stderr, "");
    const failed = await run([bin, "build", "--content", makeContent(), "--output", "src"], { FORCE_COLOR: "1" });
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /^OUTPUT=src würde src überschreiben\..*\n$/);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
    assert.doesNotMatch(stdout + failed.stderr, /\x1b|^\s+at /m);
  });

  test("says in one sentence that Node is too old, before anything else", async () => {
    const older = join(makeFolder(), "older.mjs");
    writeFileSync(older, 'Object.defineProperty(process.versions, "node", { value: "18.20.4" });\n');
    const { code, stdout, stderr } = await run(["--import", older, bin, "check"]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^Stadtchronik braucht Node 20\.19 oder neuer; hier läuft Node 18\.20\.4\. [^\n]*\n$/);
  });

  test("says in a line where a fault of its own is, without a stack trace", async () => {
    const broken = join(makeFolder(), "broken.mjs");
    // Only what the report is printed with: others (tsx among them) need the function, too.
    const fault = 'if (value?.counts) throw new TypeError("x is not a function"); return whole(value, ...rest);';
    writeFileSync(broken, `const whole = JSON.stringify; JSON.stringify = (value, ...rest) => { ${fault} };\n`);
    const { code, stdout, stderr } = await run(["--import", broken, bin, "check", "--format", "json", "--content", makeContent()]);
    assert.deepEqual([code, stdout], [1, ""]);
    assert.match(stderr, /^Das Programm hat einen Fehler \(TypeError: x is not a function, broken\.mjs:1\)\. [^\n]*\n$/);
  });
});

test("README and docs/commands.md say of the commands what these say of themselves", () => {
  const rows = [...statements.values()].map(
    ({ name, summary }) => `| \`npm ${name === "start" ? name : `run ${name}`}\` | ${summary.en} |`,
  );
  const table = ["| command | what it does |", "|---|---|", ...rows].join("\n");
  const pages = new Map([
    ["README.md", (page: string) => page.replace(/\| command \| what it does \|\n(\|.*\|\n?)+/, `${table}\n`)],
    ["docs/commands.md", () => referenceOf([...statements.values()])],
  ]);
  for (const [path, renew] of pages) {
    const file = join(ROOT, path);
    const page = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (process.env.UPDATE_SNAPSHOTS === "1") writeFileSync(file, renew(page));
    assert.equal(readFileSync(file, "utf8"), renew(page), `UPDATE_SNAPSHOTS=1 writes ${path} anew`);
    assert.ok(renew(page).includes("build"));
  }
});

function referenceOf(commands: readonly Statement[]): string {
  const introduction = `# Befehle

Was jeder Befehl von sich sagt: \`npm run BEFEHL -- --help\`, auf Englisch mit \`LANG=en\`. Diese Seite ist daraus erzeugt; wer einen Befehl
ändert, schreibt sie neu mit \`UPDATE_SNAPSHOTS=1 node --import tsx --test tests/commands/command-line.test.ts\`.`;
  const sections = commands.map((command) => `## ${command.name}\n\n\`\`\`\n${helpOf(command, "de")}\n\`\`\``);
  return `${[introduction, ...sections].join("\n\n")}\n`;
}
