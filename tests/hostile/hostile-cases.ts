import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Case, type Laid, releaseText } from "./hostile.ts";
import { attributes, visibleText } from "./hostile-markup.ts";

const RELEASE = "releases/2024/03/fall.md";
const PAGE = "2024/03/fall/index.html";

/** Bytes in a text bounded by what a text may have; a little less, for the head. */
const NEARLY_FULL = 199_000;

/** A pixel, in each format a camera or a joker may send. */
const PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
const GIF = "R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7";

type Extra = Partial<Pick<Case, "prepare" | "inspect">>;

/**
 * The cases that the catalogue does not have: found by reading our own code and asking how it could be broken. Texts that are made to be
 * slow have this share of the length that a text may have.
 */
export function listCases(share = 1): Case[] {
  const cases: Case[] = [];
  const add = (group: string, expect: Case["expect"], what: string, files: Case["files"], extra: Extra = {}): void => {
    cases.push({ id: `${group.slice(0, 3).toUpperCase()}-${cases.length + 1}`, group, what, expect, files, ...extra });
  };
  const release = (fields: Record<string, string>, body?: string): Record<string, Laid> => ({
    [RELEASE]: { text: releaseText(fields, body) },
  });
  const head = (group: string, expect: Case["expect"], what: string, fields: Record<string, string>, extra: Extra = {}) =>
    add(group, expect, what, release(fields), extra);
  const body = (expect: Case["expect"], what: string, text: string) => add("markdown", expect, what, release({}, text));

  /** Several releases that are published in one build: the process is what takes time. */
  const together = (group: string, releases: Record<string, { fields?: Record<string, string>; text?: string }>) =>
    add(
      group,
      "publish",
      Object.keys(releases).join("; "),
      Object.fromEntries(
        Object.values(releases).map(({ fields = {}, text }, index) => [
          `releases/2024/03/fall-${index}.md`,
          { text: releaseText(fields, text) },
        ]),
      ),
    );

  // Characters that come in by another door than as themselves.
  head("characters", "refuse", "a direction mark by a YAML escape", { title: '"Rechnung \\u202egpj.exe"' });
  head("characters", "refuse", "a null byte by a YAML escape", { summary: '"Zusammenfassung dieser \\0 Testmeldung in einem Satz."' });
  head("characters", "refuse", "a terminal's control sequence by a YAML escape", { number: '"\\e[31m12/2024"' });
  head("characters", "refuse", "a control character in the name of a field", { '"ti\\x07tle"': "x" });
  head("characters", "refuse", "half a surrogate pair in a list", { topics: '["\\ud83d"]' });
  add("characters", "refuse", "a form feed as a character reference", release({}, "BODY-MARK Text&#12;Text."));
  add("characters", "refuse", "a direction mark as a character reference", release({}, "BODY-MARK Text&#x202E;Text."));
  add("characters", "refuse", "a null as a character reference", release({}, "BODY-MARK [x](/a&#0;b)"));
  head("characters", "refuse", "a title of a hundred thousand characters", { title: "W".repeat(99_000) });
  together("characters", {
    "two-part umlauts by a YAML escape": { fields: { title: '"Mu\\u0308llabfuhr"' } },
    "a title over two lines": { fields: { title: "|\n  Erste Zeile\n  zweite Zeile" } },
    "a title with the marks of string replacement": { fields: { title: "Wert $& $' $` $1 $$ steigt" } },
    "a title with everything that ends something": {
      fields: { title: `'</title></script>]]>--><!--<script>"''\`&amp;&lt;{{7*7}}{%raw%}{#x#}\${1}%3C%00\\u003c\\n;,:„“🚒'` },
    },
    "a title of two hundred characters without a space": { fields: { title: "W".repeat(200) } },
    "old addresses as they were": { fields: { aliases: "[/presse/meldung-4711.html, /2015/03/alter-name/, /p~x_y.z/]" } },
    "a date without a day": { fields: { date: "2024-03" } },
  });

  // Heads that are made to exhaust, confuse or crash what reads them.
  const lines = (count: number, line: (index: number) => string) => Array.from({ length: count }, (_, index) => line(index)).join("\n");
  const yaml = (what: string, text: string) => head("yaml", "refuse", what, { tiefe: text });
  yaml("lists within lists in one line", `\n  ${"- ".repeat(20_000)}x`);
  yaml("keys within keys in one line", `\n  ${"? ".repeat(20_000)}x`);
  yaml("brackets within brackets", "[".repeat(40_000));
  yaml("brackets hidden from whoever counts them", '["]", '.repeat(15_000));
  yaml("brackets hidden behind an apostrophe", `[a ' ${"[".repeat(40_000)}`);
  yaml("groups within groups", "{a: ".repeat(20_000));
  yaml("groups within groups by indentation", lines(400, (index) => `${" ".repeat(index + 1)}a:`).replace(/^/, "\n"));
  yaml("colons without end", "a: ".repeat(30_000));
  yaml("empty lists side by side", "[]".repeat(40_000));
  yaml("types without end", "!a ".repeat(30_000));
  yaml("a type that would be a program", "!!js/function 'function(){}'");
  yaml("anchors without end", " &a".repeat(30_000));
  yaml("references without end", " *a".repeat(30_000));
  yaml("a key made of references", `&a ${"x".repeat(40_000)}\n? [${"*a,".repeat(15_000)}]\n: x`);
  head("yaml", "refuse", "ten thousand unknown fields", { zz: `a\n${lines(9000, (index) => `k${index}: a`)}` });
  head("yaml", "refuse", "ten thousand fields of one name", { zz: `a\n${"zz: a\n".repeat(10_000)}`.trimEnd() });
  head("yaml", "refuse", "ten thousand wrong topics", { topics: `[${"A B,".repeat(10_000)}]` });
  head("yaml", "refuse", "ten thousand wrong people", { people: `[${"{x: 1},".repeat(10_000)}]` });
  head("yaml", "refuse", "a line of ninety thousand characters", { summary: "x".repeat(90_000) });
  head("yaml", "refuse", "a head of half a megabyte", { summary: "x ".repeat(90_000) });
  head("yaml", "refuse", "a title that is an object with a method's name", { title: "{toString: x, valueOf: y}" });
  head("yaml", "refuse", "a topic that is an object with a method's name", { topics: "[{toString: x}]" });
  head("yaml", "refuse", "a prototype as a field", { __proto__x: "x", "'__proto__'": "{draft: true}" });
  head("yaml", "refuse", "a constructor as a field", { constructor: "{prototype: {draft: true}}" });
  head("yaml", "refuse", "a prototype within a field", { source: "{note: Ein Fund, __proto__: {url: x}}" });

  // Names that every JavaScript object knows.
  for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty", "valueof"]) {
    head("names", "refuse", `${name} as a department`, { department: name });
    head("names", "refuse", `${name} as a topic and a person`, { topics: `[${name}]`, people: `[${name}]` });
  }
  add("names", "publish", "constructor and valueof as ids that the registers have", {
    "registers/topics.yml": {
      text: "stadtleben: {name: Stadtleben}\nconstructor: {name: Baumeister}\nvalueof: {name: Wert, broader: constructor}\n",
    },
    "registers/people.yml": { text: "constructor: {name: Konstruktor Muster, page: true}\n" },
    "releases/2024/03/constructor.md": { text: releaseText({ topics: "[constructor, valueof]", people: "[constructor]" }) },
  });
  add("names", "refuse", "a register whose id is __proto__", {
    "registers/topics.yml": { text: "stadtleben: {name: Stadtleben}\n__proto__: {name: X}\n" },
  });
  add("names", "refuse", "comments that answer constructor and themselves", {
    ...release({}),
    "comments/2024/03/fall/eins.md": { text: "---\nname: Muster\ndate: 2024-03-02\nreplyTo: constructor\n---\nText\n" },
    "comments/2024/03/fall/zwei.md": { text: "---\nname: Muster\ndate: 2024-03-02\nreplyTo: zwei\n---\nText\n" },
  });
  add("names", "publish", "a comment that is called constructor, with marks in its name", {
    ...release({}),
    "comments/2024/03/fall/constructor.md": {
      text: "---\nname: '\"M&M''s\" > {{7*7}} <3'\ndate: 2024-03-02\n---\nEin [Link](javascript:alert(1)) und {{ 7*7 }}.\n\n## Zwischentitel\n",
    },
  });
  add("names", "refuse", "a comment with HTML in its name", {
    ...release({}),
    "comments/2024/03/fall/eins.md": { text: "---\nname: '<b>\"M&M''s\"</b>'\ndate: 2024-03-02\n---\nText\n" },
  });
  add("names", "refuse", "a comment with HTML", {
    ...release({}),
    "comments/2024/03/fall/eins.md": { text: "---\nname: M\ndate: 2024-03-02\n---\n<img src=x onerror=alert(1)>\n" },
  });
  add("names", "refuse", "a register entry with marks of a script that is no id", {
    "registers/people.yml": { text: "'<script>': {name: X}\n" },
  });
  add("names", "publish", "register entries whose names are full of marks", {
    "registers/departments.yml": { text: "presseamt: {name: '\"><script>alert(1)</script>&amp;'}\n" },
    "registers/topics.yml": { text: "stadtleben: {name: \"]]> </title> {{7*7}} '\", description: '\"><b>Beschreibung</b>'}\n" },
    ...release({}),
  });

  // Registers of hostile size.
  const register = (count: number, entry: (index: number) => string): Record<string, Laid> => ({
    "registers/people.yml": { text: lines(count, entry) },
  });
  add(
    "registers",
    "refuse",
    "a register of ten megabytes",
    register(150_000, (index) => `person-${index}: {name: Person ${index}, roles: [{title: Rat}]}`),
  );
  add("registers", "publish", "a register of nearly two megabytes", {
    ...register(30_000, (index) => `person-${index}: {name: Person ${index}, roles: [{title: Rat}]}`),
    ...release({ people: "[person-29999]" }),
  });
  add(
    "registers",
    "refuse",
    "a register of nearly two megabytes whose last line is broken",
    register(30_000, (index) =>
      index === 29_999 ? "person: {name: [" : `person-${index}: {name: Person ${index}, roles: [{title: Rat}]}`,
    ),
  );
  add(
    "registers",
    "refuse",
    "a register of nearly two megabytes with one wrong entry",
    register(30_000, (index) =>
      index === 20_000 ? "person: {nmae: Muster}" : `person-${index}: {name: Person ${index}, roles: [{title: Rat}]}`,
    ),
  );
  add("registers", "refuse", "a register of brackets", { "registers/people.yml": { text: "[]".repeat(900_000) } });
  const named = (name: string) => `amt:\n  name: ${name}\n`;
  add("registers", "refuse", "a register of entities", { "registers/people.yml": { text: named("&amp;".repeat(390_000)) } });
  add("registers", "refuse", "a register of links that do not end", { "registers/people.yml": { text: named("x[a](/".repeat(300_000)) } });
  add("registers", "refuse", "a register of remarks in values", {
    "registers/people.yml": { text: lines(90_000, (index) => `k${index}: a #b`) },
  });
  add("registers", "refuse", "a register that is deeper than wide", { "registers/people.yml": { text: `a: ${"[".repeat(900_000)}` } });

  // Markdown made to be slow; what is worst for one part is another's child's play.
  const full = (piece: string) => `BODY-MARK\n\n${piece.repeat(Math.floor((share * NEARLY_FULL) / Buffer.byteLength(piece)))}`;
  const many = (piece: string, count: number) => piece.repeat(Math.ceil(share * count));
  body("refuse", "a text of five megabytes", `BODY-MARK ${"Wort ".repeat(1_000_000)}`);
  together("markdown", {
    "open picture brackets": { text: full("![") },
    "links within links": { text: `BODY-MARK\n\n${many("[", 49_000)}a${many("](/u)", 29_000)}` },
    "a list of one letter a line": { text: full("- a\n") },
    "a table of two columns without end": { text: `BODY-MARK\n\n|a|b|\n|-|-|\n${many("|a|b|\n", 33_000)}` },
  });
  together("markdown", {
    "a table that the parser fills up": { text: `BODY-MARK\n\n${many("|a", 5000)}|\n${many("|-", 5000)}|\n${many("|\n", 85_000)}` },
    "headings of one name": { text: full("## a\n") },
    "stars and underscores in turn": { text: full("*a **b _c ") },
    "ticks of growing number": { text: `BODY-MARK\n\n${lines(600 * share, (index) => `${"`".repeat(index + 1)}a`)}` },
  });
  together("markdown", {
    "one footnote called without end": { text: `BODY-MARK\n\n${many("[^a]", 900)}\n\n[^a]: ${many("[^a] ", 900)}` },
    "ten thousand forbidden addresses": { text: `BODY-MARK\n\n${lines(8000 * share, (index) => `[a](javascript:${index})`)}` },
    "one letter with a hundred thousand marks": { text: `BODY-MARK\n\ne${many("\u0301", 95_000)}` },
    "ninety thousand line breaks": { text: `BODY-MARK\n\n${many("\\\n", 90_000)}x` },
    "every sign in turn": { text: full("[*_`&\\!(\n> - 1. #|") },
  });
  body("refuse", "a long address used ten thousand times", `BODY-MARK\n\n[a]: /${"u".repeat(90_000)}\n\n${"[a] ".repeat(20_000)}`);
  body(
    "refuse",
    "a long title of a link used ten thousand times",
    `BODY-MARK\n\n[a]: /u "${"t".repeat(90_000)}"\n\n${"[a] ".repeat(20_000)}`,
  );
  body("refuse", "footnotes that call footnotes", `BODY-MARK[^0]\n\n${lines(9000, (index) => `[^${index}]: [^${index + 1}]\n`)}`);
  body("refuse", "quotations deeper than any parser keeps", `BODY-MARK\n\n${">".repeat(90_000)} a`);
  body("refuse", "lists deeper than any parser keeps", `BODY-MARK\n\n${lines(30, (index) => `${"  ".repeat(index)}- ebene ${index}`)}`);
  body("refuse", "ten thousand tags", full("<b>a</b> "));
  body("refuse", "ten thousand unlisted pictures", full("![a](b.png)\n"));
  body("refuse", "a picture hidden in the description of a picture", 'BODY-MARK ![a <b c="](https://evil.example/1.gif)">](b.png)');
  for (const [what, text] of [
    ["without a scheme", "[x](//evil.example/)"],
    ["with a tab in its scheme", "[x](<java\tscript:alert(1)>)"],
    ["with a line break in its scheme", "[x](<java&#10;script:alert(1)>)"],
  ] as const) {
    body("refuse", `an address ${what}`, `BODY-MARK ${text}`);
  }
  const addresses = [
    "[x](/\\evil.example)",
    "[x](&nbsp;javascript:alert(1))",
    "[x]\n\n[x]: JaVaScRiPt:alert(1)",
    '[x](https://a.example/"onclick="alert(1))',
    "[x](https://a.example/ '\"><script>alert(1)</script>')",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
  ];
  add(
    "markdown",
    "publish",
    "addresses that would run, lead away or end their attribute",
    release({}, `BODY-MARK\n\n${addresses.join("\n\n")}`),
    {
      inspect: (site) => {
        assert.ok(site.read(PAGE).includes("https://a.example/"), "one of the addresses is a link");
        for (const href of attributes(site.read(PAGE), "a", "href")) {
          const { protocol, host } = new URL(href, "https://pruefhausen.example/");
          assert.ok(["https:", "http:", "mailto:", "tel:"].includes(protocol), href);
          assert.notEqual(host, "evil.example", href);
        }
        assert.doesNotMatch(site.read(PAGE), /<[^>]*"\s*on[a-z]+=/i);
      },
    },
  );

  // Files that are none, and names that no address can hold.
  const link = (path: string, target = "OUTSIDE/secret.md"): Record<string, Laid> => ({ [path]: { symlink: target } });
  const sound = release({});
  add("files", "refuse", "comments that are a link to a folder outside", { ...sound, ...link("comments", "OUTSIDE") });
  add("files", "refuse", "pages that are a link to a folder outside", { ...sound, ...link("pages", "OUTSIDE") });
  add("files", "refuse", "assets that are a link to a folder outside", { ...sound, ...link("assets", "OUTSIDE") });
  add("files", "refuse", "a release's folder that is a link to a folder outside", {
    ...sound,
    ...link("releases/2024/03/fall", "OUTSIDE"),
  });
  add("files", "refuse", "a listed attachment that is a link to a file outside", {
    ...release({ attachments: "[{file: plan.txt, title: Der Plan}]" }),
    ...link("releases/2024/03/fall/plan.txt"),
  });
  add("files", "refuse", "a link from a release to another", { ...sound, ...link("releases/2024/03/zweite.md", "fall.md") });
  add("files", "refuse", "a link to a device", { ...sound, ...link("releases/2024/03/zufall.md", "/dev/zero") });
  const pipe = (path: string): Extra => ({
    prepare: (content) => {
      mkdirSync(join(content, path, ".."), { recursive: true });
      execFileSync("mkfifo", [join(content, path)]);
    },
  });
  if (process.platform !== "win32") {
    add("files", "refuse", "a pipe in place of a release", sound, pipe("releases/2024/03/pfeife.md"));
    add(
      "files",
      "refuse",
      "a pipe in place of a register entry's picture",
      release({ images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]" }),
      pipe("releases/2024/03/fall/bild.png"),
    );
    for (const [what, name] of [
      ["a line break", "zwei\n::error::zeilen.md"],
      ["a terminal's control sequence", "\x1b[2Jleer.md"],
      ["a direction mark", "rechnung\u202edm.exe"],
    ] as const) {
      add("files", "refuse", `a name with ${what}`, { ...sound, [`releases/2024/03/${name}`]: { text: releaseText({}) } });
    }
    add("files", "refuse", "a name that is no UTF-8", sound, {
      prepare: (content) =>
        writeFileSync(
          Buffer.concat([Buffer.from(join(content, "releases/2024/03/")), Buffer.from([0x66, 0xfc, 0xff, 0x2e, 0x6d, 0x64])]),
          releaseText({}),
        ),
    });
  }
  for (const name of [
    "Größe.md",
    "zwei worte.md",
    ".verborgen.md",
    "UPPER.md",
    `${"x".repeat(121)}.md`,
    "con.md",
    "fall.fr.md",
    "fall.en.txt",
    "fall.en.md.md",
  ]) {
    add("files", "refuse", `a file that is called ${name.slice(0, 20)}`, {
      ...sound,
      [`releases/2024/03/${name}`]: { text: releaseText({}) },
    });
  }
  // What editors and version control leave behind is passed over.
  for (const name of ["fall.md~", "#fall.md#", "fall.md.orig"]) {
    add("files", "hidden", `a by-product that is called ${name}`, {
      [`releases/2024/03/${name}`]: { text: releaseText({ title: "GEHEIM" }) },
    });
  }
  for (const path of [
    "releases/2024/13/monat.md",
    "releases/24/03/jahr.md",
    "releases/2024/03/unten/tief/fall.md",
    "releases/fall.md",
    "fall.md",
    "pages/../releases/x.md/y",
    "registers/topics.yaml",
    "site.yaml",
    "index.html",
    "node_modules/x.js",
    "package.json",
  ]) {
    add("files", "refuse", `a file where none belongs: ${path}`, { ...sound, [path]: { text: releaseText({}) } });
  }
  add("files", "refuse", "a version without its original", {
    "releases/2024/03/fall.en.md": {
      text: "---\ntitle: Test release\nsummary: A summary of this test release in one sentence.\n---\nText\n",
    },
  });
  add("files", "refuse", "an empty file", { [RELEASE]: { text: "" } });
  add("files", "refuse", "nothing but a byte order mark", { [RELEASE]: { text: "\ufeff" } });
  add("files", "refuse", "nothing but hyphens", { [RELEASE]: { text: "---" } });

  // Pictures and attachments that are not what they seem.
  const picture = (name: string, base64: string): Record<string, Laid> => ({
    ...release({ images: `[{file: "${name}", alt: Ein Bild, credit: Stadt}]` }),
    [`releases/2024/03/fall/${name}`]: { base64 },
  });
  const image = (expect: Case["expect"], what: string, name: string, base64: string) =>
    add("pictures", expect, what, picture(name, base64));
  const bytes = (text: string) => Buffer.from(text).toString("base64");
  const pngOf = (width: number, height: number) => {
    const png = Buffer.from(PNG, "base64");
    png.writeUInt32BE(width, 16);
    png.writeUInt32BE(height, 20);
    return png.toString("base64");
  };
  image("refuse", "an SVG by its own name", "bild.svg", bytes('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'));
  image(
    "refuse",
    "an SVG that is called PNG",
    "bild.png",
    bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'),
  );
  image("refuse", "a page that is called PNG", "bild.png", bytes("<!doctype html><script>alert(1)</script>"));
  image("refuse", "a GIF that is called JPEG", "bild.jpg", GIF);
  image("refuse", "a picture without pixels", "bild.png", pngOf(0, 0));
  image("refuse", "a picture of a hundred thousand by a hundred thousand", "bild.png", pngOf(100_000, 100_000));
  image("refuse", "an empty picture", "bild.jpg", "");
  image("refuse", "a picture that breaks off", "bild.png", PNG.slice(0, 48));
  const noise = Buffer.from(PNG, "base64");
  noise.fill(7, 43, 53);
  add("pictures", "either", "a picture whose pixels are noise", picture("bild.png", noise.toString("base64")));
  image(
    "refuse",
    "boxes without length that some readers follow for ever",
    "bild.jpg",
    Buffer.concat([Buffer.from([0, 0, 0, 0]), Buffer.from("ftypheic"), Buffer.alloc(64)]).toString("base64"),
  );
  image(
    "refuse",
    "icons without length that some readers follow for ever",
    "bild.jpg",
    Buffer.concat([Buffer.from("icns"), Buffer.from([0, 0, 1, 0]), Buffer.from("ic07"), Buffer.alloc(64)]).toString("base64"),
  );
  image("refuse", "a program's ending within a picture's name", "bild.php.png", PNG);
  image("refuse", "a picture that is called like the page", "index.png", PNG);
  image("refuse", "a picture from the folder above", "../bild.png", PNG);
  image("refuse", "a picture that the server would obey", ".htaccess", PNG);
  add("pictures", "either", "two pictures that differ only in their ending", {
    ...release({ images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}, {file: bild.webp, alt: Ein Bild, credit: Stadt}]" }),
    "releases/2024/03/fall/bild.png": { base64: PNG },
    "releases/2024/03/fall/bild.webp": { base64: PNG },
  });
  add("pictures", "publish", "a picture whose words are full of marks", {
    ...release(
      {
        images:
          "[{file: bild.png, alt: '\"><script>alert(1)</script>', caption: \"</figcaption>'<b>\", credit: '$& {{7*7}} <i>', license: '&lt;'}]",
      },
      'BODY-MARK Text.\n\n!["><b](bild.png)',
    ),
    "releases/2024/03/fall/bild.png": { base64: PNG },
  });
  for (const name of [
    "seite.html",
    "seite.XHTML",
    "code.js",
    "bild.svg",
    "programm.exe",
    "daten.xml",
    "plan.pdf.exe",
    "plan.php.pdf",
    "plan.html.pdf",
    "plan",
    "plan.",
    "index.pdf",
    ".htaccess",
    "../plan.pdf",
    "a/b.pdf",
  ]) {
    add("attachments", "refuse", `an attachment that is called ${name}`, {
      ...release({ attachments: `[{file: "${name}", title: Der Plan}]` }),
      ...(name.includes("/") ? {} : { [`releases/2024/03/fall/${name}`]: { text: "<script>alert(1)</script>" } }),
    });
  }
  add("attachments", "publish", "an attachment whose title is full of marks", {
    ...release({ attachments: "[{file: Plan-1.2_A.PDF, title: '\"><script>alert(1)</script> {{7*7}}'}]" }),
    "releases/2024/03/fall/Plan-1.2_A.PDF": { text: "%PDF-1.4\n%%EOF" },
  });

  // Old addresses that would lead astray, or overwrite something.
  for (const alias of [
    "//evil.example/",
    "/../x",
    "/x/../../y",
    "/./x",
    "/a/%2e%2e/b",
    "/%252e%252e/b",
    "/a%2f..%2f..%2fb",
    "/%5c..%5cb",
    "/a%00b",
    "https://nutzer@evil.example/",
    "javascript:alert(1)",
    "/a\\nb",
    "/a#b",
    "/\\\\evil.example",
    "/<script>",
    "/",
    "//",
    "/index.html",
    "/2024/",
    "/2024/03/",
    "/2024/01/neujahrsempfang/",
    "/2024/03/fall/index.html",
    "/2024/03/fall/bild.jpg",
    "/themen/stadtleben/",
    "/themen/",
    "/feed.xml",
    "/sitemap.xml",
    "/robots.txt",
    "/404.html",
    "/assets/style.css",
    "/daten/manifest.json",
    "/en/",
    "/suche/",
    "/.htaccess",
    "/.well-known/security.txt",
    "/_redirects",
    "/_headers",
    "/CNAME",
    "/web.config",
  ]) {
    head("aliases", "refuse", `the old address ${alias}`, { aliases: `["${alias}"]` });
  }
  head("aliases", "refuse", "an old address twice", { aliases: "[/alt/fall.html, /alt/fall.html/]" });
  for (const alias of [
    "/INDEX.HTML",
    "/2024/01/NEUJAHRSEMPFANG",
    "https://evil.example/",
    "/a b",
    "/a?b",
    "/a%2e%2e/",
    "/a%2fb",
    "/%FC",
    "/CON:x",
  ])
    head("aliases", "publish", `the old address ${alias}`, { aliases: `["${alias}"]` });
  add("aliases", "refuse", "an old address that two releases claim", {
    ...release({ aliases: "[/alt/fall.html]" }),
    "releases/2024/03/zweite.md": { text: releaseText({ aliases: "[/alt/fall.html/]" }) },
  });
  head("aliases", "either", "an old address below another", { aliases: "[/alt, /alt/fall.html, /alt/fall.html/teil]" });
  head("aliases", "refuse", "a thousand old addresses", { aliases: `[${lines(1000, (index) => `/alt/${index}`).replaceAll("\n", ", ")}]` });
  head("aliases", "refuse", "a source that would run", { source: "{url: 'javascript:alert(1)'}" });
  head("aliases", "refuse", "a contact that would add a header", { contact: '{email: "a@b.example?bcc=x@evil.example"}' });
  head("aliases", "refuse", "a telephone number that would run", { contact: '{phone: "javascript:alert(1)"}' });

  // Dates at and beyond the edge of the calendar.
  for (const date of [
    "0000-01-01",
    "9999-12-31T24:00",
    "10000-01-01",
    "2024-02-30",
    "2023-02-29",
    "2024-03-01T25:00",
    "2024-03-01T00:00+99:00",
    "-2024-03-01",
    "2024-W10",
    "NaN",
    "1e9",
    "'2024-03-01\\n'",
  ]) {
    head("dates", "refuse", `the date ${date}`, { date });
  }
  head("dates", "refuse", "a date that would be a command in the log of a build", { date: '"2024\\n::add-mask::e"' });
  head("dates", "hidden", "an embargo at the end of time", { title: "GEHEIM bis ganz zuletzt", embargo: "9999-12-31T23:59" });
  head("dates", "refuse", "an embargo that is none", { title: "GEHEIM bis irgendwann", embargo: "bald" });
  add(
    "dates",
    "publish",
    "an event whose name would add lines to a calendar",
    release({ events: '[{name: "Fest\\r\\nEND:VEVENT\\n;,\\\\", date: 2024-03-05T10:00}]'.replace("\\r", "") }),
    {
      inspect: (site) => {
        assert.ok(site.files.includes("2024/03/fall/termine.ics"));
        for (const file of site.files.filter((name) => name.endsWith(".ics")))
          assert.equal(site.read(file).match(/^END:VEVENT/gm)?.length, 1, file);
        assert.ok(visibleText(site.read(PAGE)).includes("Fest END:VEVENT"));
      },
    },
  );
  return cases;
}
