import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { correct } from "../../src/commands/correct.ts";
import { call, type Files, filesBelow, layFiles, makeContent, makeFile, makeRelease, NOW, PROBE, type Run, read } from "../fixture.ts";
import { makeHistory } from "./history.ts";

const EDITION = "releases/2024/05/probe/fassung-1.md";
const NOTE = 'Der Platz war falsch: "Markt" # statt Domplatz';

const run = (content: string, ...args: string[]): Promise<Run> => call(correct, args, { CONTENT: content, NOW });
const file = (content: string, path: string) => readFileSync(join(content, path), "utf8");

/** Corrects the release of most tests in a folder without Git. */
async function corrected(files: Files): Promise<{ content: string; run: Run }> {
  const content = makeContent(files);
  return { content, run: await run(content, "probe", "--note", NOTE) };
}

const errors = (content: string) => read(content).problems.filter(({ severity }) => severity === "error");

/** Heads as people write them, before and after a correction. */
const HEADS: [what: string, before: string, after: string][] = [
  [
    "none",
    "topics: [stadtleben] # Thema\n",
    `topics: [stadtleben] # Thema\ncorrections:\n  - date: 2026-12-15\n    note: '${NOTE}'\n    edition: 1\n`,
  ],
  [
    "a list",
    "corrections:\n    - note: Eins war falsch.\n      date: 2024-05-11\n\n# Ende\ntopics:\n  - stadtleben\n",
    `corrections:\n    - note: Eins war falsch.\n      date: 2024-05-11\n    - date: 2026-12-15\n      note: '${NOTE}'\n      edition: 1\n\n# Ende\ntopics:\n  - stadtleben\n`,
  ],
  [
    "a list without indent",
    "corrections:\n- date: 2024-05-11\n  note: Eins war falsch.\n",
    `corrections:\n- date: 2024-05-11\n  note: Eins war falsch.\n- date: 2026-12-15\n  note: '${NOTE}'\n  edition: 1\n`,
  ],
  [
    "brackets",
    "corrections: [{date: 2024-05-11, note: Eins war falsch.}] # alle\n",
    `corrections: [{date: 2024-05-11, note: Eins war falsch.}, {date: 2026-12-15, note: ${JSON.stringify(NOTE)}, edition: 1}] # alle\n`,
  ],
  ["empty brackets", "corrections: []\n", `corrections: [{date: 2026-12-15, note: ${JSON.stringify(NOTE)}, edition: 1}]\n`],
  [
    "nothing",
    "corrections:\ntopics: [stadtleben]\n",
    `corrections:\n  - date: 2026-12-15\n    note: '${NOTE}'\n    edition: 1\ntopics: [stadtleben]\n`,
  ],
];

describe("correcting a release", () => {
  for (const [what, before, after] of HEADS)
    test(`keeps every other byte of its head, where it has of corrections: ${what}`, async () => {
      for (const end of ["\n", "\r\n"]) {
        const whole = (head: string) =>
          `---\ntitle:   'Bücherbus fährt'   # so\ndate: 2024-05-10\nsummary: >-\n  Der Bus hält von nun an\n  jeden Samstag.\ndepartment: presseamt\n${head}---\n\nDer Bus \u201ehält\u201c.\n\n\n`.replaceAll(
            "\n",
            end,
          );
        const { content, run: done } = await corrected({ [PROBE]: whole(before) });
        assert.equal(done.code, 0, done.stderr);
        assert.equal(file(content, PROBE), whole(after));
        assert.equal(
          file(content, EDITION),
          "---\ntitle:   'Bücherbus fährt'\nsummary: >-\n  Der Bus hält von nun an\n  jeden Samstag.\n---\n\nDer Bus \u201ehält\u201c.\n\n\n".replaceAll(
            "\n",
            end,
          ),
        );
        assert.deepEqual(errors(content), []);
      }
    });

  test("lays aside what was published: the last commit where the text is changed already, else the file; again at the next correction", async () => {
    const content = makeHistory({ [PROBE]: makeRelease({}, "Der Bus hält auf dem Markt.\n") });
    layFiles(content, {
      [PROBE]: makeRelease({ title: "Bücherbus fährt nun samstags", date: "2024-05-11" }, "Der Bus hält auf dem Domplatz.\n"),
    });
    const first = await run(content, PROBE, "--note", NOTE);
    assert.match(first.stdout, /fassung-1\.md\.\n.*corrections\.\nDer neue Wortlaut steht schon da\.\n.*npm run check -- --since HEAD\n$/);
    assert.match(
      file(content, EDITION),
      /title: Bücherbus fährt jetzt auch samstags\n[\s\S]*date: 2024-05-10\n---\n\nDer Bus hält auf dem Markt\.\n$/,
    );
    assert.match(file(content, PROBE), /nun samstags[\s\S]*edition: 1\n---\n\nDer Bus hält auf dem Domplatz\.\n$/);
    const again = await run(content, "2024/05/probe", "--note", NOTE);
    assert.deepEqual(
      [again.code, again.stderr.trim().split("/").at(-1)],
      [1, "fassung-1.md gibt es schon, und die Berichtigung nennt sie. Es ist nichts zu tun."],
    );
    assert.deepEqual(errors(content), []);
  });

  test("adds what an editor has told without the old version, and takes up what an interrupted call has left", async () => {
    const content = makeHistory({ [PROBE]: makeRelease({}, "Der Bus hält auf dem Markt.\n") });
    layFiles(content, {
      [PROBE]: makeRelease({ corrections: "[{date: 2024-06-01, note: Der Platz war falsch.}]" }, "Der Bus hält am Dom.\n"),
    });
    assert.equal((await run(content, "probe")).code, 0);
    assert.match(file(content, PROBE), /^corrections: \[\{date: 2024-06-01, note: Der Platz war falsch\., edition: 1\}\]$/m);
    const { content: left } = await corrected({});
    layFiles(left, { [PROBE]: makeRelease() });
    assert.equal((await run(left, "probe", "--note", NOTE)).code, 0);
    assert.deepEqual([...filesBelow(join(left, "releases/2024/05/probe")).keys()], ["fassung-1.md"]);
  });

  test("corrects a translation alone, and afterwards all is sound", async () => {
    const content = makeContent({
      [PROBE]: makeRelease(),
      [PROBE.replace(".md", ".en.md")]: makeFile({ title: "Library bus" }, "The bus stops at the well.\n"),
    });
    const first = await run(content, "probe", "--note", NOTE);
    assert.match(first.stdout, /Ist auch die Sprachfassung falsch \(en\)\? Dann ebenso: npm run correct -- 2024\/05\/probe --lang en$/m);
    const second = await run(content, "probe", "--lang", "en", "--note", "The place was wrong.");
    assert.match(second.stdout, /Ändern Sie jetzt den Text in \S+probe\.en\.md\.$/m);
    assert.match(file(content, "releases/2024/05/probe/fassung-2.en.md"), /at the well/);
    assert.deepEqual(errors(content), []);
  });

  test("changes nothing where it cannot: not public, withdrawn, unknown, of several, without a reason, unreadable, in the way", async () => {
    const cases: [files: Files, args: string[], code: number, said: RegExp][] = [
      [{ [PROBE]: makeRelease({ draft: "true" }) }, ["probe", "--note", NOTE], 1, /nicht öffentlich/],
      [{ [PROBE]: makeRelease({ embargo: "2027-01-01T10:00" }) }, ["probe", "--note", NOTE], 1, /nicht öffentlich/],
      [
        { [PROBE]: makeRelease({ withdrawn: "{date: 2024-06-01, reason: Es war falsch.}" }) },
        ["probe", "--note", NOTE],
        1,
        /zurückgezogen/,
      ],
      [{}, ["gibtsnicht", "--note", NOTE], 1, /Eine Meldung „gibtsnicht“ gibt es nicht/],
      [
        { [PROBE]: makeRelease(), "releases/2024/06/probe.md": makeRelease() },
        ["probe", "--note", NOTE],
        1,
        /2024\/05\/probe, 2024\/06\/probe/,
      ],
      [{ [PROBE]: makeRelease() }, ["probe"], 2, /--note/],
      [{ [PROBE]: makeRelease() }, ["probe", "--note", "Nun"], 2, /--note/],
      [{ [PROBE]: makeRelease() }, ["probe", "--note", NOTE, "--since", "HEAD"], 2, /in keinem Git-Repository/],
      [{ [PROBE]: makeRelease() }, ["probe", "--note", NOTE, "--lang", "en"], 1, /probe\.en\.md gibt es nicht/],
      [{ [PROBE]: "---\ntitle: [\n---\nText\n" }, ["probe", "--note", NOTE], 1, /lässt sich nicht lesen/],
      [
        { [PROBE]: `---\n{title: Bücherbus fährt, date: 2024-05-10, department: presseamt}\n---\nText\n` },
        ["probe", "--note", NOTE],
        1,
        /von Hand/,
      ],
    ];
    for (const [files, args, code, said] of cases) {
      const content = makeContent(files);
      const before = filesBelow(content);
      const done = await run(content, ...args);
      assert.equal(done.code, code, `${args.join(" ")}\n${done.stderr}${done.stdout}`);
      assert.match(done.stderr, said);
      assert.deepEqual(filesBelow(content), before, args.join(" "));
    }
    const content = makeContent({ [PROBE]: makeRelease() });
    mkdirSync(join(content, "releases/2024/05"), { recursive: true });
    layFiles(content, { "releases/2024/05/probe": "ein Weg, der versperrt ist" });
    const blocked = await run(content, "probe", "--note", NOTE);
    assert.equal(blocked.code, 1);
    assert.equal(file(content, PROBE), makeRelease());
  });
});
