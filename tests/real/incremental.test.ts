import assert from "node:assert/strict";
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { copyContent, copyProject, makeFolder, ROOT, run } from "../fixture.ts";
import { editOnce, oldest } from "./edits.ts";
import { startBuilder } from "./project.ts";
import { editHead, makeTown, pathOf, type Town, takeBack, write } from "./town.ts";
import { differences, statesOf, treeOf } from "./trees.ts";

const SEED = process.env.SEED ?? "1";

/** A town as the sample command makes it, in a folder of its own. */
async function sampleTown(releases: number): Promise<string> {
  const folder = join(makeFolder(), "stadt");
  const { code, stdout, stderr } = await run([join(ROOT, "tests/town/sample.ts"), "--releases", String(releases), "--out", folder]);
  assert.equal(code, 0, stdout + stderr);
  return folder;
}

/** After so many builds the processes are begun anew: in use, each build is one. */
const BUILDS_A_PROCESS = 40;

/** After so many edits a build from nothing says what all of them must have come to; `EVERY=1` asks after each. */
const EVERY = Number(process.env.EVERY ?? 4);

/** Edits and builds a town again and again: what has become of it must be to the byte what a build from nothing gives. */
async function editAndCompare(content: string, steps: number, seed: string): Promise<void> {
  const project = copyProject();
  const town: Town = makeTown(content, project, seed, "2026-12-15T12:00:00+01:00");
  const [incremental, fresh] = [startBuilder(project), startBuilder(project)];
  const folder = makeFolder();
  const place = (name: string) => {
    mkdirSync(join(folder, name));
    return { CONTENT: content, OUTPUT: join(folder, name, "site"), CACHE: join(folder, name, "cache") };
  };
  const [own, other] = [place("own"), place("other")];
  const done: string[] = [];
  let refused = 0;
  for (let step = 0; step <= steps; step++) {
    const edit = step === 0 ? "first build" : editOnce(town);
    done.push(edit);
    const told = () => `SEED=${SEED} (${seed}), ${done.length - 1} edits:\n${done.map((line, index) => `${index}. ${line}`).join("\n")}`;
    if (town.isProgramNew || step % BUILDS_A_PROCESS === 0) for (const builder of [incremental, fresh]) builder.restart();
    town.isProgramNew = false;
    const args = town.broken.size > 0 ? ["--without-refused"] : [];
    const NOW = new Date(town.now).toISOString();
    const before = step > 0 ? treeOf(own.OUTPUT) : new Map<string, string>();
    rmSync(other.OUTPUT, { recursive: true, force: true });
    // What was published of texts that are refused now has to stay.
    if (town.broken.size > 0) cpSync(own.OUTPUT, other.OUTPUT, { recursive: true, preserveTimestamps: true });
    // Where much is to be made, workers make it: here now and then, and then many small batches.
    const SHARED_FROM = step % 7 === 0 ? "40" : "";
    const one = await incremental.build(args, { ...own, NOW, SHARED_FROM });
    assert.ok(!existsSync(join(own.OUTPUT, "../.site.staged")), "a tree was left beside the output");
    if (one.code === 0 && step % EVERY > 0 && step < steps) continue;
    // From nothing: no output and no cache but the other's own pictures.
    for (const part of ["readings", "outputs"]) rmSync(join(other.CACHE, part), { recursive: true, force: true });
    const two = await fresh.build(args, { ...other, NOW });
    const comparable = (said: string) =>
      said
        .replaceAll(own.OUTPUT, "OUTPUT")
        .replaceAll(other.OUTPUT, "OUTPUT")
        .replace(/, davon .*/, "")
        .replace(/^(Gelesene Texte|Seiten|Bilder|Suchindex):.*\n/gm, "");
    assert.equal(one.code, two.code, `${told()}\n${one.said}\n${two.said}`);
    assert.equal(comparable(one.said), comparable(two.said), told());
    // What was refused has changed nothing; and the town goes back to where it was sound.
    const found = differences(treeOf(own.OUTPUT), one.code === 0 ? treeOf(other.OUTPUT) : before);
    assert.equal(found.length, 0, `${told()}\n${found.length} differences:\n${found.slice(0, 12).join("\n")}`);
    if (one.code === 0) continue;
    assert.ok(step > 0, one.said);
    assert.match(one.said, /Fehler/, told());
    refused++;
    done[done.length - 1] += " (refused, taken back)";
    takeBack(town);
  }
  assert.ok(refused < steps / 4, `${refused} of ${steps} edits were refused, which proves little:\n${done.join("\n")}`);
}

describe("after any edits, an incremental build is the same to the byte as one from nothing", { concurrency: 2 }, () => {
  test("a sample town", async () => editAndCompare(await sampleTown(60), Number(process.env.EDITS ?? 200), `${SEED} sample`));
  test("Musterstadt", async () =>
    editAndCompare(copyContent("tests/fixtures/musterstadt"), Number(process.env.EDITS ?? 120), `${SEED} musterstadt`));
});

describe("only what an edit reaches is made anew", () => {
  test("nothing without an edit, a handful for an old text, and for a comment no more than where its release stands", async () => {
    const content = await sampleTown(60);
    const project = copyProject();
    const town = makeTown(content, project, SEED, "2026-12-15T12:00:00+01:00");
    const builder = startBuilder(project);
    const folder = makeFolder();
    const place = { CONTENT: content, OUTPUT: join(folder, "site"), CACHE: join(folder, "cache"), NOW: new Date(town.now).toISOString() };
    /** The files that are new since the last build, but for the manifest, which names all others, and the index of the search. */
    const made = async (): Promise<string[]> => {
      const before = existsSync(place.OUTPUT) ? statesOf(place.OUTPUT) : new Map<string, string>();
      const { code, said } = await builder.build([], place);
      assert.equal(code, 0, said);
      const after = statesOf(place.OUTPUT);
      const found = [...after.keys()].filter(
        (path) => !/^(daten\/(manifest\.json|SHA256SUMS)$|pagefind\/)/.test(path) && after.get(path) !== before.get(path),
      );
      assert.equal(found.length, Number(/davon (\d+) neu gemacht/.exec(said)?.[1]), `${found.length} files are new, but: ${said}`);
      return found;
    };
    const all = (await made()).length;
    assert.deepEqual(await made(), []);

    const old = oldest(town);
    write(town, pathOf(town, old), `${readFileSync(pathOf(town, old), "utf8")}\nNoch ein Satz.\n`);
    const edited = await made();
    assert.ok(edited.includes(`${old.id}/index.html`) && edited.length < 30 && edited.length < all / 10, edited.join("\n"));

    editHead(town, old, (head) => head.set("comments", "open"));
    await made();
    write(town, join(content, "comments", old.id, "01-leser.md"), "---\nname: Leser\ndate: 2026-12-01\n---\nSchön!\n");
    const commented = await made();
    assert.ok(commented.includes(`${old.id}/index.html`));
    assert.ok(commented.length < 30, commented.join("\n"));
    builder.restart();
  });
});
