import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { check } from "../../src/commands/check.ts";
import { mend } from "../../src/desk/hints/mending.ts";
import { call, filesBelow, makeContent, makeFile, makeFolder, makeRelease, NOW, PROBE } from "../fixture.ts";

const HEAD = "---\ntitle: 'a  b \"c\"' # so  bleibt es\n---\n";
const mended = (text: string, quotes = false, language = "de") => mend(HEAD + text, language, quotes).slice(HEAD.length);

describe("what has one right form", () => {
  test("is mended in prose, with every other byte as it was, line ends of Windows included", () => {
    for (const [written, right] of [
      ["Der Bus  ha\u0308lt   hier. \nUnd\u200b da.", "Der Bus hält hier.\nUnd da."],
      ["Zeile.  \nHart umbrochen.", "Zeile.  \nHart umbrochen."],
      ["-  Punkt  eins\n1.  Eins", "-  Punkt eins\n1.  Eins"],
      ["Eins  zwei. \r\nDrei.\r\n", "Eins zwei.\r\nDrei.\r\n"],
      [
        "| a  | b |\n|---|---|\n\n    code  so\n\n```\na  b \n```\nEnde  da",
        "| a  | b |\n|---|---|\n\n    code  so\n\n```\na  b \n```\nEnde da",
      ],
      ["`a  b` und [Link](/a%20b/  'x  y') und  da", "`a  b` und [Link](/a%20b/  'x  y') und da"],
    ] as const) {
      assert.equal(mended(written), right);
      assert.equal(mended(right), right, "what is right stays");
    }
  });

  test("quotation marks only on request, and only where each clearly opens or closes", () => {
    const cases = [
      ['Sie sagte: "Gut." Und "ja"!', "Sie sagte: „Gut.“ Und „ja“!"],
      ["Das “Haus” und das „Dach”.", "Das „Haus“ und das „Dach“."],
      ['Ein 27" Bild und "so".', 'Ein 27" Bild und „so“.'],
      ['Er rief "Halt\n\nund ging" weg', 'Er rief "Halt\n\nund ging" weg'],
      ['Das`x="1"` ist "da".', 'Das`x="1"` ist „da“.'],
    ] as const;
    for (const [written, right] of cases) {
      assert.equal(mended(written), written);
      assert.equal(mended(written, true), right);
    }
    assert.equal(mended('She said "good".', true, "en"), "She said “good”.");
    assert.equal(mended('Elle dit "bon".', true, "fr"), 'Elle dit "bon".');
  });

  test("is shown first and written only where somebody agrees; old versions and comments stay as they were issued", async () => {
    const old = makeFile({ title: "Bücherbus fährt" }, "Alt  ist  alt.\n");
    const content = makeContent({
      [PROBE]: makeRelease({ corrections: "[{date: 2024-05-12, note: Es war falsch., edition: 1}]" }, "Der Bus  hält.\n"),
      [PROBE.replace(".md", "/fassung-1.md")]: old,
      "pages/hilfe.md": makeFile({ title: "Hilfe" }, "Hier  steht Hilfe.\n"),
    });
    const before = filesBelow(content);
    const run = (...args: string[]) => call(check, ["--fix", ...args], { CONTENT: content, CACHE: makeFolder(), NOW });
    const shown = await run();
    assert.equal(shown.code, 0);
    assert.match(shown.stdout, /^-Der Bus {2}hält\.\n\+Der Bus hält\.$/m);
    assert.match(shown.stdout, /In 2 Dateien .*\nEs wurde nichts geändert\./);
    assert.deepEqual(filesBelow(content), before);
    assert.match((await run("--yes")).stdout, /\nGeschrieben\./);
    assert.match(readFileSync(join(content, PROBE), "utf8"), /\nDer Bus hält\.\n$/);
    assert.equal(readFileSync(join(content, PROBE.replace(".md", "/fassung-1.md")), "utf8"), old);
    assert.equal((await run()).stdout, "Es gibt nichts, was sich von selbst richten ließe.\n");
  });
});
