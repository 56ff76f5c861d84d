import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check } from "../../src/commands/check.ts";
import { correct } from "../../src/commands/correct.ts";
import {
  build,
  buildSoundly,
  call,
  type Fields,
  type Files,
  layFiles,
  makeContent,
  makeFile,
  makeFolder,
  makeRelease,
  NOW,
  PDF,
  PNG,
  PROBE,
  type Run,
} from "../fixture.ts";
import { commit, git, makeHistory } from "./history.ts";

const TEXT = "Der Bücherbus hält jeden Samstag auf dem Markt. Er kommt um „neun“ Uhr, Eintritt 5,12 Euro.\n";
const EN = PROBE.replace(".md", ".en.md");
const english = (text: string) => makeFile({ title: "Library bus on Saturdays" }, text);
const release = (fields: Fields = {}, text = TEXT) => makeRelease({ attachments: "[{file: plan.pdf, title: Fahrplan}]", ...fields }, text);
const TOWN: Files = { [PROBE]: release(), [EN]: english("The bus stops at the market.\n"), "releases/2024/05/probe/plan.pdf": PDF };

const run = (content: string, ...args: string[]): Promise<Run> => call(check, args, { CONTENT: content, CACHE: makeFolder(), NOW });
const ids = ({ stdout }: Run) => [...stdout.matchAll(/ Fehler: .*\[([a-z-]+)\]$/gm)].map(([, id]) => id);

/** What the check says since the last commit, after files were changed. */
async function since(files: Files, town = TOWN): Promise<Run> {
  const content = makeHistory(town);
  layFiles(content, files);
  return run(content, "--since", "HEAD");
}

describe("what is published", () => {
  test("is not changed in silence: without a correction, the changed words are told with their place", async () => {
    const { code, stdout } = await since({ [PROBE]: release({}, TEXT.replace("5,12", "5,15").replace("Markt", "Domplatz")) });
    assert.equal(code, 1);
    assert.match(
      stdout,
      /probe\.md:10:42 {2}Fehler: .*seit HEAD geändert.*\(„Markt“ → „Domplatz“; „5,12“ → „5,15“\)\. \[published-text-changed\]/,
    );
    for (const [fields, said] of [
      [{ title: "Bücherbus fährt nun samstags" }, /Überschrift: „jetzt auch“ → „nun“/],
      [{ date: "2024-05-11" }, /Datum: 2024-05-10 → 2024-05-11/],
    ] as const)
      assert.match((await since({ [PROBE]: release(fields) })).stdout, said);
    assert.deepEqual(ids(await since({ [EN]: english("The bus stops at the well.\n") })), ["published-text-changed"]);
  });

  test("may change its typography: quotation marks, dashes, spaces, soft hyphens, letters that are composed otherwise, marks of Markdown", async () => {
    const typographic =
      'Der **Bu\u0308cher\u00adbus** hält  jeden Samstag\nauf dem Markt. Er kommt um "neun" Uhr, Eintritt 5,12\u00a0Euro.\n';
    assert.notEqual(typographic, TEXT);
    const { code, stdout } = await since({ [PROBE]: release({ topics: "[wirtschaft]" }, typographic) });
    assert.deepEqual([code, ids({ code, stdout, stderr: "" })], [0, []]);
  });

  test("may change once the correction and the old version are there; the remedies, done as they are printed, pass", async () => {
    const content = makeHistory(TOWN);
    const changed = { [PROBE]: release({}, TEXT.replace("5,12", "5,15")), [EN]: english("The bus stops at the well.\n") };
    commit(content, changed);
    for (const note of ["Der Preis war falsch.", "Die englische Fassung war falsch."]) {
      const [, ...words] =
        /npm run correct -- (\S+) --since (\S+)(?: --lang (en))?$/m.exec((await run(content, "--since", "HEAD~1")).stdout) ?? [];
      const [id = "", revision = "", language] = words;
      const args = [id, "--since", revision, ...(language ? ["--lang", language] : []), "--note", note];
      assert.equal((await call(correct, args, { CONTENT: content, NOW })).code, 0, args.join(" "));
    }
    const { code, stdout } = await run(content, "--since", "HEAD~1");
    assert.equal(code, 0, stdout);
    assert.match(readFileSync(join(content, "releases/2024/05/probe/fassung-1.md"), "utf8"), /5,12/);
    assert.match(readFileSync(join(content, "releases/2024/05/probe/fassung-1.en.md"), "utf8"), /at the market/);
    layFiles(content, { "releases/2024/05/probe/fassung-1.md": makeFile({ title: "Bücherbus fährt" }, "Etwas anderes.\n") });
    assert.deepEqual(ids(await run(content, "--since", "HEAD~1")), ["published-text-lost"]);
    layFiles(content, {
      "releases/2024/05/probe/fassung-1.md": makeFile({ title: "Bücherbus fährt", withheld: "Sie nannte einen Namen." }, ""),
    });
    assert.deepEqual(ids(await run(content, "--since", "HEAD~1")), []);
  });

  test("does not vanish, move or lose its files without the remedy", async () => {
    const cases: [what: string, files: Files, expected: string[]][] = [
      ["deleted", { [PROBE]: null, [EN]: null, "releases/2024/05/probe": null }, ["published-release-gone"]],
      [
        "renamed",
        { [PROBE]: null, [EN]: null, "releases/2024/05/probe": null, "releases/2024/05/bus.md": release({ attachments: "" }) },
        ["published-release-gone"],
      ],
      [
        "replaced by an alias",
        {
          [PROBE]: null,
          [EN]: null,
          "releases/2024/05/probe": null,
          "releases/2024/05/bus.md": release({
            attachments: "",
            aliases: "[/2024/05/probe/, /en/2024/05/probe/, /2024/05/probe/plan.pdf]",
          }),
        },
        [],
      ],
      ["without its version", { [EN]: null }, ["published-version-gone"]],
      ["without its file", { [PROBE]: release({ attachments: "" }) }, ["published-file-gone"]],
      ["with another file", { "releases/2024/05/probe/plan.pdf": PDF.replace("Catalog", "Catalog/X 1") }, ["published-file-replaced"]],
      [
        "with another file, and told",
        {
          "releases/2024/05/probe/plan.pdf": PDF.replace("Catalog", "Catalog/X 1"),
          [PROBE]: release({ corrections: "[{date: 2024-05-12, note: Der Fahrplan war falsch.}]" }),
        },
        [],
      ],
      ["withdrawn", { [PROBE]: release({ withdrawn: "{date: 2024-05-12, reason: Es war ein Irrtum.}", attachments: "" }, "") }, []],
    ];
    for (const [what, files, expected] of cases) assert.deepEqual(ids(await since(files)), expected, what);
  });

  test("may be renamed, deleted or lose a version once the remedy is done as it is printed: then each of its addresses leads on", async () => {
    const corrected: Files = {
      ...TOWN,
      [PROBE]: release({
        images: "[{file: bus.png, alt: Der neue Bücherbus, credit: Stadt}]",
        corrections: "[{date: 2024-05-12, note: Es war falsch., edition: 1}]",
      }),
      "releases/2024/05/probe/bus.png": PNG,
      "releases/2024/05/probe/fassung-1.md": makeFile({ title: "Bücherbus fährt" }, "Früher stand hier etwas anderes.\n"),
      "releases/2024/05/probe/fassung-1.en.md": english("Something else stood here.\n"),
    };
    const move = (content: string) =>
      ["probe.md", "probe.en.md", "probe"].forEach(
        (name) => void git(content, "mv", `releases/2024/05/${name}`, `releases/2024/05/${name.replace("probe", "bus")}`),
      );
    const remove = (content: string) => void git(content, "rm", "-r", "--quiet", PROBE, EN, "releases/2024/05/probe");
    const content = makeHistory(corrected);
    const previous = (await buildSoundly(content)).output;
    for (const [change, id, target] of [
      [remove, "published-release-gone", "releases/2024/06/freibad.md"],
      [(content: string) => void git(content, "rm", "--quiet", EN), "published-version-gone", PROBE],
      [move, "published-release-renamed", "releases/2024/05/bus.md"],
    ] as const) {
      git(content, "reset", "--hard", "--quiet");
      change(content);
      const told = await run(content, "--since", "HEAD");
      assert.deepEqual(ids(told), [id]);
      const [aliases = ""] = /aliases: \[.*\]/.exec(told.stdout) ?? [];
      const head = readFileSync(join(content, target), "utf8");
      layFiles(content, { [target]: head.replace("department:", `${aliases}\ndepartment:`) });
      const { code, stdout } = await run(content, "--since", "HEAD");
      assert.equal(code, 0, stdout);
    }
    const renamed = await build(content, { args: ["--previous", previous] });
    assert.equal(renamed.code, 0, renamed.stderr);
  });

  test("is back when it is fetched as the remedy says", async () => {
    const content = makeHistory(TOWN);
    git(content, "rm", "-r", "--quiet", PROBE, EN, "releases/2024/05/probe");
    const [, words = ""] = /\(git (checkout HEAD -- .*?)\)/.exec((await run(content, "--since", "HEAD")).stdout) ?? [];
    git(content, ...words.split(" "));
    assert.deepEqual(ids(await run(content, "--since", "HEAD")), []);
    assert.equal(git(content, "status", "--porcelain"), "");
  });

  test("is what the public could read: drafts, releases under embargo or withdrawn, and new ones may change", async () => {
    for (const fields of [
      { draft: "true" },
      { embargo: "2027-01-01T10:00" },
      { withdrawn: "{date: 2024-05-12, reason: Es war ein Irrtum.}" },
    ])
      assert.deepEqual(ids(await since({ [PROBE]: release(fields, "Ganz anders.\n") }, { ...TOWN, [PROBE]: release(fields) })), []);
    assert.deepEqual(ids(await since({ "releases/2024/05/neu.md": makeRelease({ title: "Etwas Neues" }) })), []);
  });

  test("keeps its old versions as they are, unless they are held back", async () => {
    const old = "releases/2024/05/probe/fassung-1.md";
    const before = makeFile({ title: "Bücherbus fährt" }, "Früher stand hier etwas anderes.\n");
    const town = { ...TOWN, [PROBE]: release({ corrections: "[{date: 2024-05-12, note: Es war falsch., edition: 1}]" }), [old]: before };
    assert.deepEqual(ids(await since({ [old]: before.replace("Früher", "Nie") }, town)), ["published-edition-changed"]);
    assert.deepEqual(ids(await since({ [old]: before.replace("title", "withheld: Sie nannte einen Namen.\ntitle") }, town)), []);
  });
});

describe("a check of what has changed", () => {
  test("reads the changed files alone, new ones included, and tells their errors in every format", async () => {
    const broken = makeRelease({ department: "niemand", follows: "2024/04/stadtfest" });
    const content = makeHistory({ ...TOWN, "releases/2024/04/alt.md": broken });
    assert.match(
      (await run(content, "--changed")).stdout,
      /0 Fehler, 0 Hinweise\nGeprüft ist nur, was anders ist als in HEAD: 0 Dateien\./,
    );
    layFiles(content, { "releases/2024/05/neu.md": broken });
    const { code, stdout } = await run(content, "--changed");
    assert.equal(code, 1);
    assert.match(stdout, /neu\.md:\d+:\d+ {2}Fehler: „niemand“/);
    assert.doesNotMatch(stdout, /alt\.md/);
    for (const format of ["json", "gitlab", "github"])
      assert.match((await run(content, "--changed", "--format", format)).stdout, /entry-unknown/, format);
    commit(content);
    assert.equal((await run(content, "--changed")).code, 0);
    assert.equal((await run(content, "--changed", "HEAD~1")).code, 1);
  });

  test("says what is missing where Git cannot tell what has changed, and ends with 2", async () => {
    const content = makeHistory(TOWN);
    const empty = makeContent(TOWN);
    git(empty, "init", "--quiet");
    const shallow = join(makeFolder(), "flach");
    commit(content, { [EN]: english("The bus stops here.\n") });
    git(content, "clone", "--quiet", "--depth", "1", `file://${content}`, shallow);
    const cases: [folder: string, revision: string, said: RegExp][] = [
      [makeContent(TOWN), "HEAD", /liegt in keinem Git-Repository/],
      [content, "gibtsnicht", /Die Revision „gibtsnicht“ gibt es nicht/],
      [content, "--output=x", /Die Revision „--output=x“ gibt es nicht|--since REVISION/],
      [shallow, "HEAD~1", /fehlt in diesem flachen Klon\. .*git fetch --unshallow/],
      [empty, "HEAD", /noch nichts abgelegt/],
      [join(content, "nirgends"), "HEAD", /Den Ordner .*nirgends gibt es nicht/],
    ];
    for (const [folder, revision, said] of cases) {
      const { code, stderr } = await run(folder, "--since", revision);
      assert.equal(code, 2, stderr);
      assert.match(stderr, said);
    }
    const { PATH } = process.env;
    process.env.PATH = makeFolder();
    try {
      const { code, stderr } = await run(content, "--changed");
      assert.equal(code, 2);
      assert.match(stderr, /Git ist auf diesem Rechner nicht eingerichtet/);
    } finally {
      process.env.PATH = PATH;
    }
  });
});
