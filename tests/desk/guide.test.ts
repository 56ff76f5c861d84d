import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import sharp from "sharp";
import { parse } from "yaml";
import { COMMANDS } from "../../src/commands/command-line.ts";
import { optionsOf } from "../../src/commands/help.ts";
import { layFiles, line, MP3, MP4, makeContent, PDF, ROOT, VTT } from "../fixture.ts";
import { problemsOf } from "./checked.ts";

/** After all that the guide's examples tell. */
const NOW = "2026-04-15T12:00:00+02:00";

const guide = readFileSync(join(ROOT, "docs/redaktion.md"), "utf8");
const photo = await sharp({ create: { width: 1200, height: 800, channels: 3, background: "#789" } })
  .jpeg()
  .toBuffer();

/** What lies beside a release, by the endings of the guide's files; all others are photos. */
const FILES: Readonly<Record<string, string | Uint8Array>> = { pdf: PDF, mp4: MP4, mp3: MP3, vtt: VTT };

/** An example: a file as a whole, or fields of its head, or paragraphs that its text goes on with; `wrong` names the one problem it has. */
interface Example {
  /** The line of the guide that opens it. */
  at: number;
  part: "file" | "head" | "text";
  path: string;
  wrong: string | undefined;
  content: string;
}

/** The fenced blocks of the guide with their info string. */
const blocks = [...guide.matchAll(/^```(\w+) ?([^\n]*)\n([\s\S]*?)^```$/gm)].map(
  ({ index, 1: kind = "", 2: info = "", 3: content = "" }) => ({
    at: guide.slice(0, index).split("\n").length,
    kind,
    info,
    content,
  }),
);

const examples = blocks.flatMap(({ at, info, content }): Example[] => {
  const [, part, path = "", wrong] = /^(?:im (Kopf|Text) von )?content\/([^\s,]+)(?:, falsch: (\S+))?$/.exec(info) ?? [];
  return path === "" ? [] : [{ at, part: part === "Kopf" ? "head" : part === "Text" ? "text" : "file", path, wrong, content }];
});

/** What a file says once an example is followed. */
function follow({ part, path, content }: Example, folder: string): string {
  if (part === "file") return content;
  const [, head = "", text = ""] = /^---\n([\s\S]*?\n)---\n([\s\S]*)$/.exec(readFileSync(join(folder, path), "utf8")) ?? [];
  if (part === "text") return `---\n${head}---\n${text.trimEnd()}\n\n${content}`;
  // Fields of these names go, with what is indented below them.
  const names = Object.keys(parse(content.replace(/: (.*: .*)$/gm, ": '$1'")) as object);
  const kept = names.reduce((rest, name) => rest.replace(new RegExp(`^${name}:.*\\n(?:[ -].*\\n)*`, "m"), ""), head);
  return `---\n${kept}${content}---\n${text}`;
}

/** Lays a file with the pictures and attachments that its head lists. */
function lay(folder: string, path: string, text: string): void {
  const files = [...text.matchAll(/^ {2}(?:- file| {2}captions): (\S+)$/gm)].map(([, name = ""]) => name);
  const folderOf = path.replace(/(\.[a-z-]+)?\.md$/, "");
  layFiles(folder, {
    [path]: text,
    ...Object.fromEntries(files.map((name) => [`${folderOf}/${name}`, FILES[name.split(".").at(-1) ?? ""] ?? photo])),
  });
}

describe("the editors' guide", () => {
  test("has only examples that pass the check, and where it shows a wrong one, the check says what the guide says, until it is mended", async () => {
    const registers = Object.fromEntries(
      examples.filter(({ path }) => path.startsWith("registers/")).map(({ path, content }) => [path, content]),
    );
    const folder = makeContent({ "releases/2024/04/stadtfest.md": null, "releases/2024/06/freibad.md": null, ...registers });
    const releases = examples.filter(({ path }) => !path.startsWith("registers/"));
    assert.ok(releases.length > 25, `${releases.length} examples`);
    assert.ok(releases.filter(({ wrong }) => wrong !== undefined).length > 4);
    for (const [index, example] of releases.entries()) {
      const place = `docs/redaktion.md:${example.at}`;
      const file = join(folder, example.path);
      const before = example.part === "file" && !existsSync(file) ? undefined : readFileSync(file, "utf8");
      // An old version and the correction that names it come one after the other.
      const next = releases[index + 1];
      if (/\/fassung-\d/.test(example.path) && before === undefined && next !== undefined) {
        layFiles(folder, { [next.path]: next.content });
      }
      lay(folder, example.path, follow(example, folder));
      const problems = await problemsOf(folder, NOW);
      if (example.wrong === undefined) {
        assert.deepEqual(problems.map(line), [], place);
        continue;
      }
      assert.deepEqual(
        problems.map(({ id }) => id),
        [example.wrong],
        `${place}\n${problems.map(line).join("\n")}`,
      );
      assert.equal(next?.path, example.path, `${place}: what is wrong is mended by the example after it`);
      assert.equal(next?.wrong, undefined, place);
      if (before !== undefined) writeFileSync(file, before);
    }
  });

  test("quotes the check word for word", async () => {
    const [quoted] = blocks.filter(({ kind }) => kind === "text");
    const wrong = examples.find(({ part, wrong }) => part === "file" && wrong !== undefined);
    assert.ok(quoted && wrong);
    const folder = makeContent({ [wrong.path]: wrong.content });
    const { execute } = await import("../../src/commands/call.ts");
    const { command } = await import("../../src/commands/check.ts");
    const { call } = await import("../fixture.ts");
    const { stdout } = await call((args, environment) => execute(command, args, environment), [], { CONTENT: folder, NOW });
    assert.ok(stdout.replaceAll(`${folder}/`, "content/").includes(quoted.content), stdout);
  });

  test("shows only commands that there are, with options that they have", async () => {
    const shown = blocks.filter(({ kind }) => kind === "sh").flatMap(({ content }) => content.trim().split("\n"));
    const within = [...guide.matchAll(/`(npm [^`]+)`/g)].map(([, call = ""]) => call);
    assert.ok(shown.length > 10 && within.length > 0);
    for (const call of [...shown, ...within]) {
      const [, name = "", rest = ""] = /^npm (?:run )?([a-z:]+)(?: -- (.*))?$/.exec(call) ?? [];
      assert.ok(Object.hasOwn(COMMANDS, name), `${call}: there is no ${name}`);
      assert.equal(call.startsWith("npm run"), name !== "start", call);
      const { command } = (await COMMANDS[name]?.()) ?? assert.fail();
      const words = [...rest.matchAll(/"[^"]*"|\S+/g)].map(([word]) => word);
      for (const [index, word] of words.entries()) {
        if (word.startsWith("--")) {
          const option = optionsOf(command)[word.slice(2)];
          assert.ok(option, `${call}: ${word}`);
          assert.equal(option.value !== undefined, words[index + 1] !== undefined && !words[index + 1]?.startsWith("--"), call);
        } else if (!words[index - 1]?.startsWith("--")) assert.ok(command.argument, `${call}: ${word}`);
      }
    }
  });
});
