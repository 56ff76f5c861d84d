import assert from "node:assert/strict";
import { isUtf8 } from "node:buffer";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import fc from "fast-check";
import { createLinks } from "../../src/addresses.ts";
import { type ArchiveResult, readArchive } from "../../src/archive/reading.ts";
import { findForbidden } from "../../src/content/characters.ts";
import { createMarkdown, renderText } from "../../src/markdown/markdown.ts";
import { printPlain } from "../../src/markdown/plain-text.ts";
import { checkText } from "../../src/markdown/text-check.ts";
import { readMessages } from "../../src/messages.ts";
import { hasErrors } from "../../src/problems.ts";
import { build } from "../fixture.ts";
import { assertSite, assertTitle, lay, openSite, releaseText, SOUND } from "../hostile/hostile.ts";
import { assertHtml, attributes, visibleText } from "../hostile/hostile-markup.ts";

/** The same cases every time; another seed finds others: SEED=1 node --import tsx --test tests/markdown/properties.test.ts. A failure prints its seed. */
const SEED = Number(process.env.SEED ?? 20171114);
/** Times as many cases: tests/real/properties.test.ts. */
const MORE = Number(process.env.MORE_CASES ?? 1);
const runs = (numRuns: number) => ({ seed: SEED, numRuns: numRuns * MORE, includeErrorInReport: true });

const NOW = Date.parse("2026-06-01T12:00:00+02:00");
const folder = mkdtempSync(join(tmpdir(), "stadtchronik-properties-"));
after(() => rmSync(folder, { recursive: true, force: true }));

/** Signs that mean something to YAML, Markdown, HTML, Nunjucks, JSON, XML, addresses or a terminal. */
const SIGNS = fc.constantFrom(
  ...[
    '"',
    "'",
    "<",
    ">",
    "&",
    "&amp;",
    "&#60;",
    "&#x202e;",
    "&nbsp;",
    "`",
    "```",
    "~~~",
    "*",
    "**",
    "_",
    "[",
    "]",
    "](",
    ")",
    "![",
    "[x]: ",
    "[^1]",
    "[^1]: ",
    "|",
    "|-|",
    "#",
    "## ",
    "- ",
    "1. ",
    "> ",
  ],
  ...[
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "  ",
    "    ",
    "\\",
    "\\\\",
    "{{",
    "}}",
    "{%",
    "%}",
    "{#",
    "#}",
    "${",
    "}",
    "$&",
    "$'",
    "%",
    "%3C",
    "]]>",
    "<!--",
    "-->",
    "</title>",
    "</script>",
    "<script>",
    "<b",
    "<br/>",
  ],
  ...[
    "---",
    "...",
    "+++",
    ": ",
    ":",
    "? ",
    "!",
    "!!js ",
    "&a ",
    "*a ",
    "@",
    ",",
    "{",
    "~",
    "null",
    "true",
    "0815",
    "2024-03-01",
    "<<",
    "=",
    "+",
    ";",
    "\\u003c",
    "\\x07",
  ],
  ...[
    "javascript:",
    "data:",
    "https://x.example/",
    "mailto:a@x.example",
    "//x.example",
    "/a/",
    "bild.png",
    "..",
    "/",
    "?",
    "ä",
    "ß",
    "„",
    "“",
    "–",
    "…",
    "€",
    "🚒",
    "\u00a0",
    "\u0308",
    "\u200b",
    "\u202e",
    "\u2028",
    "\0",
    "\x0b",
    "\x1b[31m",
    "\x7f",
    "\ufeff",
    "\uffff",
  ],
);
const LETTERS = fc.stringMatching(/^[a-zäöü ]{1,8}$/);
const ANY = fc.string({ unit: "binary", maxLength: 6 });

/** A text without what is refused in any text. */
const clean = (text: string) => {
  let left = text;
  for (let found = findForbidden(left); found; found = findForbidden(left))
    left = left.slice(0, found.index) + left.slice(found.index).replace(/^./su, "");
  return left;
};

/** A text of signs, letters and any other characters. */
const written = (maxLength: number) =>
  fc
    .array(fc.oneof({ weight: 6, arbitrary: SIGNS }, { weight: 3, arbitrary: LETTERS }, { weight: 1, arbitrary: ANY }), { maxLength })
    .map((parts) => parts.join(""));

const FIELDS = [
  "title",
  "date",
  "summary",
  "department",
  "with",
  "topics",
  "kind",
  "people",
  "places",
  "events",
  "number",
  "contact",
  "images",
  "attachments",
  "draft",
  "embargo",
  "pinnedUntil",
  "corrections",
  "withdrawn",
  "comments",
  "aliases",
  "source",
  "reconstructed",
  "translation",
  "name",
  "replyTo",
];
const VALUE = fc.oneof(
  written(6),
  written(6).map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
  fc.constantFrom(
    "2024-03-01",
    "2024-03",
    "presseamt",
    "[stadtleben]",
    "[erika-muster]",
    "true",
    "open",
    "{date: 2024-03-05, reason: Ein Irrtum.}",
    "[{file: bild.png, alt: Ein Bild, credit: Stadt}]",
    "[/alt/a.html]",
    "2099-01-01T10:00",
    "[{name: Fest, date: 2024-03-05}]",
    "|\n  a\n  b",
    ">\n  a",
  ),
);
const HEAD = fc
  .array(fc.tuple(fc.oneof({ weight: 8, arbitrary: fc.constantFrom(...FIELDS) }, { weight: 1, arbitrary: written(3) }), VALUE), {
    maxLength: 8,
  })
  .map((fields) => fields.map(([key, value]) => `${key}: ${value}\n`).join(""));
const SOUND_FIELDS = {
  title: "Testmeldung",
  date: "2024-03-01",
  summary: "Zusammenfassung dieser Testmeldung in einem ganzen Satz.",
  department: "presseamt",
  topics: "[stadtleben]",
};
/** Heads that are sound but for one field, and heads of which nothing is sound. */
const FILE = fc
  .oneof(
    fc.tuple(fc.constantFrom(...FIELDS), VALUE, written(20)).map(
      ([key, value, text]) =>
        `---\n${Object.entries({ ...SOUND_FIELDS, [key]: value })
          .map(([name, said]) => `${name}: ${said}\n`)
          .join("")}---\n${text}`,
    ),
    fc.tuple(HEAD, written(20)).map(([head, text]) => `---\n${head}---\n${text}`),
    written(12),
  )
  .map((text) => Buffer.from(text));
const BYTES = fc.uint8Array({ maxLength: 60 }).map((bytes) => Buffer.from(bytes));

const PATH = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.constantFrom(
      "releases/2024/03/fall.md",
      "releases/2024/03/fall.en.md",
      "releases/2024/03/fall.de-simple.md",
      "releases/2024/03/zweite.md",
      "comments/2024/03/fall/eins.md",
      "pages/impressum.md",
      "releases/2024/03/fall/bild.png",
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      "site.yml",
      "registers/topics.yml",
      "registers/people.yml",
      "registers/places.yml",
      "registers/departments.yml",
    ),
  },
  {
    weight: 1,
    arbitrary: fc
      .stringMatching(/^(releases|pages|comments|assets|x)(\/[a-zA-Z0-9._ä #%-]{1,12}){1,4}$/)
      .filter((path) => !/(^|\/)\.{1,2}(\/|$)/.test(path)),
  },
);

/** Reads the sound folder with some of its files overwritten. */
function readWith(files: readonly (readonly [string, Buffer])[]): { reading: ArchiveResult; content: string } {
  const content = mkdtempSync(join(folder, "content-"));
  lay(content, SOUND);
  for (const [path, bytes] of files) {
    // A file may stand where another needs a folder: then there is only the first.
    try {
      lay(content, { [path]: { base64: bytes.toString("base64") } });
    } catch (thrown) {
      assert.match(String((thrown as NodeJS.ErrnoException).code), /^(ENOTDIR|EISDIR|EEXIST)$/, String(thrown));
    }
  }
  return { reading: readArchive({ folder: content, now: NOW }), content };
}

function assertReading({ problems, counts, refused, unpublished, archive }: ArchiveResult): void {
  assert.equal(counts.read, counts.published + counts.unpublished + counts.refused);
  assert.equal(counts.refused, refused.length);
  assert.equal(counts.unpublished, unpublished.length);
  // Every file that was refused is named, with an error.
  const told = new Set(problems.filter(({ severity }) => severity === "error").map(({ path }) => path));
  for (const { path } of refused) assert.ok(told.has(path), `${path} is refused without a word.`);
  assert.ok(archive || problems.some(({ severity }) => severity === "error"));
  for (const { path, line, column, message, remedy } of problems) {
    const where = JSON.stringify({ path, line, column, message, remedy });
    assert.ok(Number.isInteger(line) && line >= 1 && Number.isInteger(column) && column >= 1, where);
    assert.ok(message.trim().length > 5 && remedy.trim().length > 3, where);
    assert.ok(
      !/undefined|\[object|NaN|\b(?:Invalid|Expected|Unrecognized)\b/.test(`${message} ${remedy}`.replace(/„[\s\S]*?“/g, "")),
      where,
    );
    if (!existsSync(path) || !statSync(path).isFile()) continue;
    const bytes = readFileSync(path);
    const lines = bytes
      .toString(isUtf8(bytes) ? "utf8" : "latin1")
      .normalize("NFC")
      .split("\n");
    assert.ok(line <= lines.length, `${where} lies beyond the ${lines.length} lines of the file.`);
    if (isUtf8(bytes)) assert.ok(column <= (lines[line - 1]?.length ?? 0) + 1, `${where} lies beyond the end of its line.`);
  }
}

describe("whatever an editor writes, the loader answers", () => {
  test("a release, version, page or comment of any content is read or refused with its place, and the counts balance", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(PATH, fc.oneof({ weight: 9, arbitrary: FILE }, { weight: 1, arbitrary: BYTES })), { minLength: 1, maxLength: 4 }),
        (files) => {
          const { reading, content } = readWith(files);
          assertReading(reading);
          rmSync(content, { recursive: true });
        },
      ),
      runs(100),
    );
  });

  test("settings and registers of any content are read or refused with their place", () => {
    const register = fc.constantFrom(
      "site.yml",
      "registers/topics.yml",
      "registers/people.yml",
      "registers/departments.yml",
      "registers/places.yml",
    );
    const entry = fc.tuple(
      fc.constantFrom(
        "name",
        "names",
        "aliases",
        "roles",
        "page",
        "country",
        "lat",
        "broader",
        "successor",
        "contact",
        "url",
        "timeZone",
        "publisher",
      ),
      VALUE,
    );
    const text = fc
      .array(fc.tuple(fc.stringMatching(/^[a-z-]{1,5}$/), fc.array(entry, { maxLength: 4 })), { maxLength: 4 })
      .map((entries) => entries.map(([id, fields]) => `${id}:\n${fields.map(([key, value]) => `  ${key}: ${value}\n`).join("")}`).join(""));
    fc.assert(
      fc.property(register, fc.oneof(text, written(20)), (path, content) => {
        const made = readWith([[path, Buffer.from(content)]]);
        assertReading(made.reading);
        rmSync(made.content, { recursive: true });
      }),
      runs(60),
    );
  });
});

describe("whatever a text says, its page is sound", () => {
  const links = createLinks("https://pruefhausen.example/archiv/");
  const markdown = createMarkdown(links);
  const place = {
    base: "/2024/03/fall/",
    words: {
      backToText: "Zurück",
      table: "Tabelle",
      footnotes: "Fußnoten",
      credit: "Bild: {credit}",
      unknown: "unbekannt",
      printSize: "Druck ({width} px)",
    },
  };
  const files = { images: new Set<string>(), attachments: new Set(["plan.pdf"]) };
  const inPage = (html: string) => `<!doctype html>\n<html lang="de"><head><title>x</title></head><body><main>${html}</main></body></html>`;

  /** Each word of a text of which nothing was told stands in its plain text. */
  function assertWords(text: string): void {
    const printed = printPlain(markdown.parse(text, { place }), { base: place.base, words: readMessages().in("de") }, links);
    const written = text.replace(/&#?\w+;|\]\([^)\n]*/g, " ").match(/[a-zäöüß]{3,}/g) ?? [];
    const missing = written.filter(
      (word) => !printed.includes(word) && !decodeURI(printed.replace(/%(?![\da-f]{2})/gi, "%25")).includes(word),
    );
    assert.deepEqual(missing, [], JSON.stringify({ text, printed }));
  }

  test("a text that passes the check becomes balanced HTML whose links lead where they may", () => {
    const seen = { texts: 0, links: 0 };
    const target = fc.constantFrom(
      ...["https://x.example/", "mailto:a@x.example", "tel:+4930", "/a/", "#a", "plan.pdf"],
      ...["javascript:alert(1)", "JaVa&#115;cript:alert(1)", "data:text/html,x", "vbscript:x", "//x.example/", "/\\\\x.example"],
    );
    const link = fc.tuple(written(2), target, written(1)).map(([words, to, end]) => `\n\n[${words}](${to}${end})\n\n[a](${to})\n\n`);
    const text = fc.oneof(
      written(40),
      fc.tuple(written(10), link, written(10)).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text.map(clean), (text) => {
        const problems = checkText(text, "x.md", 5, files);
        for (const { line, message, remedy } of problems)
          assert.ok(line >= 5 && line <= 5 + text.split("\n").length && message !== "" && remedy !== "");
        if (hasErrors(problems)) return;
        const html = renderText(markdown, text, place);
        if (problems.length === 0) assertWords(text);
        assertHtml(inPage(html), "x.md");
        assert.deepEqual(attributes(html, "img", "src"), []);
        const links = attributes(html, "a", "href");
        for (const href of links) assert.match(href, /^(#|https?:|mailto:|tel:|\/archiv\/)/i);
        seen.texts++;
        seen.links += links.length;
      }),
      runs(200),
    );
    assert.ok(seen.texts > 100 && seen.links > 20, JSON.stringify(seen));
  });

  test("a text that does not pass the check becomes balanced HTML all the same", () => {
    fc.assert(
      fc.property(written(40).map(clean), (text) => {
        // Forbidden characters may come out of references only where the check has refused them.
        const html = renderText(markdown, text.replaceAll("&#", "&"), place);
        assertHtml(inPage(html), "x.md");
      }),
      runs(80),
    );
  });

  test("no sequence of signs takes longer by being repeated than a press office can wait", () => {
    fc.assert(
      fc.property(fc.array(SIGNS, { minLength: 1, maxLength: 6 }), fc.constantFrom("", "a", "a\n"), (signs, letter) => {
        const piece = clean(signs.join("") + letter) || "a";
        const text = piece.repeat(Math.ceil(20_000 / piece.length));
        const started = performance.now();
        const isRefused = hasErrors(checkText(text, "x.md", 1, files));
        if (!isRefused) renderText(markdown, text, place);
        // A text may be ten times as long, and its cost grow with the square: a hundred times this.
        assert.ok(performance.now() - started < 3000, `${Math.round(performance.now() - started)} ms`);
      }),
      runs(100),
    );
  });
});

test("a title, summary and text of any characters read the same in every context of their page", async () => {
  const single = (min: number, max: number) =>
    fc
      .array(fc.oneof({ weight: 3, arbitrary: SIGNS }, { weight: 2, arbitrary: LETTERS }, { weight: 1, arbitrary: ANY }), {
        minLength: 3,
        maxLength: 14,
      })
      .map((parts) => clean(parts.join("")).normalize("NFC").replace(/\s+/g, " ").trim())
      .filter((text) => [...text].length >= min && [...text].length <= max);
  const samples = fc.sample(
    fc.record({ title: single(3, 200), summary: single(20, 500), number: single(1, 40), credit: single(2, 200), reason: single(5, 300) }),
    {
      seed: SEED,
      numRuns: 50 * MORE,
    },
  );
  const content = join(folder, "contexts");
  lay(content, SOUND);
  const slug = (index: number) => `probe-${String(index).padStart(3, "0")}`;
  for (const [index, { title, summary, number, reason }] of samples.entries()) {
    lay(content, {
      [`releases/2024/03/${slug(index)}.md`]: releaseText(
        {
          title: JSON.stringify(title),
          summary: JSON.stringify(summary),
          number: JSON.stringify(number),
          corrections: `[{date: 2024-03-05, note: ${JSON.stringify(reason)}}]`,
          source: `{note: ${JSON.stringify(reason)}}`,
          events: `[{name: ${JSON.stringify(title)}, date: 2024-03-05T10:00}]`,
          contact: `{name: ${JSON.stringify(number.padEnd(2, "x"))}}`,
        },
        "BODY-MARK Text.",
      ),
    });
  }
  const environment = { CACHE: join(folder, "cache"), NOW: new Date(NOW).toISOString() };
  const run = await build(content, { output: join(folder, "site"), environment });
  assert.equal(run.code, 0, `SEED=${SEED}\n${run.stderr.slice(0, 3000)}`);
  const site = openSite(join(folder, "site"));
  assertSite(site);
  for (const [index, { title, summary, number, reason }] of samples.entries()) {
    const html = site.read(`2024/03/${slug(index)}/index.html`);
    const where = `SEED=${SEED} ${slug(index)} ${JSON.stringify({ title, summary, number, reason })}`;
    try {
      assertTitle(html, title);
    } catch (thrown) {
      assert.fail(`${where}\n${(thrown as Error).message}`);
    }
    assert.ok(attributes(html, "meta", "content").includes(summary), where);
    for (const words of [number, reason]) assert.ok(visibleText(html).includes(words), `${where}: ${words}`);
  }
});
