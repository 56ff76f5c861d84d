import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import sharp from "sharp";
import type { ProblemId } from "../../src/problem-ids.ts";
import { type Files, line, makeContent, makeRelease, NOW, PROBE, ROOT } from "../fixture.ts";
import { problemsOf } from "./checked.ts";

const page = readFileSync(join(ROOT, "docs/meldungen.md"), "utf8");
const photo = await sharp({ create: { width: 600, height: 400, channels: 3, background: "#876" } })
  .jpeg()
  .toBuffer();

/** What stands in docs/meldungen.md under a kind of problem, as it reads. */
function entryOf(id: string): string {
  const [, entry = ""] = new RegExp(`^### \`${id}\`\\n\\n([\\s\\S]*?)(?=\\n##|(?![\\s\\S]))`, "m").exec(page) ?? [];
  return entry.replace(/\\([\\`*_[\](<>&#|])/g, "$1");
}

/** A kind of problem as it comes about: the files that have it, what its entry says to do, and the files after that. */
interface Slip {
  id: ProblemId;
  wrong: Files;
  says: string;
  mended: Files;
}

const release = (fields: Record<string, string | undefined>, text?: string): Files => ({ [PROBE]: makeRelease(fields, text) });
const image = (alt: string, file = "bus.jpg") => `[{file: ${file}, alt: ${alt}, credit: Stadt Probestadt}]`;
const withPhoto = (files: Files, name = "bus.jpg"): Files => ({ ...files, [PROBE.replace(".md", `/${name}`)]: photo });

/** The fifteen that press offices meet most: what editors of copied texts, Word and e-mail bring along. */
const SLIPS: Slip[] = [
  {
    id: "field-unknown",
    wrong: release({ title: undefined, titel: "Der Bücherbus fährt" }),
    says: "title statt titel",
    mended: release({ title: "Der Bücherbus fährt" }),
  },
  {
    id: "field-missing",
    wrong: release({ department: undefined }),
    says: "title, date und department",
    mended: release({ department: "presseamt" }),
  },
  {
    id: "entry-unknown",
    wrong: release({ topics: "[stadtlebn]" }),
    says: "Nehmen Sie die Kennung, die die Meldung vorschlägt",
    mended: release({ topics: "[stadtleben]" }),
  },
  {
    id: "unreadable-date",
    wrong: release({ date: "10.05.2024" }),
    says: "Schreiben Sie Jahr, Monat, Tag mit Bindestrichen",
    mended: release({ date: "2024-05-10" }),
  },
  {
    id: "yaml-colon-in-value",
    wrong: release({ title: "Markthalle: Sanierung beginnt" }),
    says: 'title: "Markthalle: Sanierung beginnt"',
    mended: release({ title: '"Markthalle: Sanierung beginnt"' }),
  },
  {
    id: "yaml-comment-in-value",
    wrong: release({ title: "Aktion #sauberestadt" }),
    says: 'title: "Aktion #sauberestadt"',
    mended: release({ title: '"Aktion #sauberestadt"' }),
  },
  {
    id: "value-too-long",
    wrong: release({ topics: `[${Array.from({ length: 11 }, (_, index) => `thema-${index}`).join(", ")}]` }),
    says: "Kürzen Sie",
    mended: release({ topics: "[stadtleben]" }),
  },
  {
    id: "release-in-wrong-month",
    wrong: release({ date: "2024-06-10" }),
    says: "berichtigen Sie das Datum",
    mended: release({ date: "2024-05-10" }),
  },
  {
    id: "file-misnamed",
    wrong: { "releases/2024/05/Neuer Bus.md": makeRelease() },
    says: "a bis z, Ziffern und Bindestriche",
    mended: { "releases/2024/05/neuer-bus.md": makeRelease() },
  },
  {
    id: "file-missing",
    wrong: release({ images: image("Der Bus auf dem Markt") }),
    says: "Legen Sie sie dorthin",
    mended: withPhoto(release({ images: image("Der Bus auf dem Markt") })),
  },
  {
    id: "file-not-listed",
    wrong: withPhoto(release({})),
    says: "Tragen Sie ein Bild unter images ein",
    mended: withPhoto(release({ images: image("Der Bus auf dem Markt") })),
  },
  {
    id: "picture-without-description",
    wrong: withPhoto(release({ images: image("Der Bus auf dem Markt") }, "Der Bus hält.\n\n![](bus.jpg)\n")),
    says: "zwischen die eckigen Klammern",
    mended: withPhoto(release({ images: image("Der Bus auf dem Markt") }, "Der Bus hält.\n\n![Der Bus von vorn](bus.jpg)\n")),
  },
  {
    id: "html-in-text",
    wrong: release({}, "Der Bus hält <b>jeden</b> Samstag.\n"),
    says: "**fett**",
    mended: release({}, "Der Bus hält **jeden** Samstag.\n"),
  },
  {
    id: "bullet-without-list",
    wrong: release({}, "Der Bus hält hier:\n\n• Eingang Nord\n"),
    says: "- Eingang Nord",
    mended: release({}, "Der Bus hält hier:\n\n- Eingang Nord\n- Eingang Süd\n"),
  },
  {
    id: "table-by-tabs",
    wrong: release({}, "Der Bus hält:\n\nTag\tZeit\nMontag\t8 Uhr\nFreitag\t9 Uhr\n"),
    says: "zwischen senkrechte Striche",
    mended: release({}, "Der Bus hält:\n\n| Tag | Zeit |\n|---|---|\n| Montag | 8 Uhr |\n| Freitag | 9 Uhr |\n"),
  },
];

describe("what docs/meldungen.md says of the fifteen most frequent problems", () => {
  for (const { id, wrong, says, mended } of SLIPS)
    test(`${id}: the check finds it, its entry says what to do, and done so it is gone`, async () => {
      const found = await problemsOf(makeContent(wrong), NOW);
      assert.deepEqual([...new Set(found.map((problem) => problem.id))], [id], found.map(line).join("\n"));
      assert.ok(entryOf(id).includes(says), entryOf(id));
      assert.deepEqual((await problemsOf(makeContent(mended), NOW)).map(line), []);
    });
});
