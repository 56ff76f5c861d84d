import assert from "node:assert/strict";
import { describe, test } from "node:test";
import fc from "fast-check";
import { type Document, readDocument, readYaml } from "../../src/content/front-matter.ts";
import { findLosses } from "../../src/content/yaml-losses.ts";
import type { Problem } from "../../src/problems.ts";

const reading = (content: string | Uint8Array) => readDocument(typeof content === "string" ? Buffer.from(content) : content, "x.md");
const head = (...lines: string[]) => `---\n${lines.join("\n")}\n---\n\nText\n`;

function documentOf(content: string | Uint8Array): Document {
  const { value, problems } = reading(content);
  assert.ok(value, JSON.stringify(problems));
  return value;
}

function refusal(content: string | Uint8Array): Problem {
  const { value, problems } = reading(content);
  assert.equal(value, undefined, JSON.stringify(value?.data));
  const [problem] = problems;
  assert.ok(problem);
  assert.deepEqual(
    problems.map(({ severity }) => severity),
    ["error"],
    JSON.stringify(problems),
  );
  assert.ok(problem.message.length > 5 && problem.remedy.length > 10);
  return problem;
}

const place = ({ line, column }: Problem) => `${line}:${column}`;

describe("files as editors save them", () => {
  const plain = documentOf(head("title: Größe", "number: 812/2017"));

  test("a byte order mark, as Windows writes it, changes nothing", () => {
    const { data, text, textLine } = documentOf(`\ufeff${head("title: Größe", "number: 812/2017")}`);
    assert.deepEqual({ data, text, textLine }, { data: plain.data, text: plain.text, textLine: plain.textLine });
  });

  test("lines that end as on Windows change nothing, and places are counted alike", () => {
    const windows = (text: string) => text.replaceAll("\n", "\r\n");
    const { data, text, textLine, locate } = documentOf(windows(head("title: Größe", "number: 812/2017")));
    assert.deepEqual({ data, text, textLine }, { data: plain.data, text: plain.text, textLine: plain.textLine });
    assert.deepEqual(locate(["number"]), { line: 3, column: 1 });
    assert.equal(place(refusal(windows(head("title: x", "number: a: b")))), "3:9");
  });

  test("lines that end as on very old Macs are refused", () => {
    const problem = refusal("---\rtitle: x\r---\r\rText\r");
    assert.equal(place(problem), "1:4");
    assert.match(problem.message, /CR/);
    assert.equal(place(refusal("---\ntitle: x\ry: z\n---\n")), "2:9");
  });

  test("Latin-1 is refused at its first letter that UTF-8 does not know", () => {
    const problem = refusal(Buffer.from("---\ntitle: Größe\n---\n", "latin1"));
    assert.equal(place(problem), "2:10");
    assert.match(problem.message, /UTF-8/);
    assert.equal(place(refusal(Buffer.concat([Buffer.from("---\ntitle: x\n---\n\nGrüße aus Köl"), Buffer.from([0xf1])]))), "5:14");
  });

  test("UTF-16 is refused, with and without its mark", () => {
    const text = "---\ntitle: x\n---\n\nText\n";
    assert.match(refusal(Buffer.from(`\ufeff${text}`, "utf16le")).message, /UTF-8/);
    assert.match(refusal(Buffer.from(`\ufeff${text}`, "utf16le").swap16()).message, /UTF-8/);
    assert.equal(place(refusal(Buffer.from(text, "utf16le"))), "1:2");
  });

  test("control and direction characters are refused at their place, in head and text", () => {
    for (const character of ["\0", "\x07", "\x0b", "\x1b", "\x7f", "\x85", "\u2028", "\u202e", "\u2066", "\u2069", "\uffff"]) {
      const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`;
      const inHead = refusal(head(`title: ä${character}b`));
      assert.equal(place(inHead), "2:9", code);
      assert.ok(inHead.message.includes(code), inHead.message);
      assert.equal(place(refusal(`${head("title: x")}Zeile ${character}`)), "6:7", code);
    }
  });

  test("a character without width is hinted at and published", () => {
    const { value, problems } = reading(head("title: a\u200bb"));
    assert.equal(value?.data.title, "a\u200bb");
    assert.deepEqual(
      problems.map((problem) => [problem.severity, place(problem)]),
      [["hint", "2:9"]],
    );
  });

  test("letters of two parts are joined, so that search finds them", () => {
    assert.equal(documentOf(head("title: u\u0308ber")).data.title, "über");
  });
});

describe("where the head begins and ends", () => {
  test("the text begins after the second line of three hyphens, and its line is known", () => {
    const { data, text, textLine } = documentOf("---\ntitle: x\nnumber: 1\n---\n\nErster Absatz.\n\n---\n\nNach dem Strich.\n");
    assert.deepEqual(data, { title: "x", number: "1" });
    assert.equal(text, "\nErster Absatz.\n\n---\n\nNach dem Strich.\n");
    assert.equal(textLine, 5);
  });

  test("a file without a head, or with one that never ends, is refused at its beginning", () => {
    for (const [content, says] of [
      ["", /leer/],
      ["\n \n", /leer/],
      ["Nur Text.\n", /Kopf/],
      [" ---\ntitle: x\n---\n", /Kopf/],
      ["\n---\ntitle: x\n---\n", /Kopf/],
      ["---\ntitle: x\n\nText\n", /hört nicht auf/],
      ["---\ntitle: x\n----\n\nText\n", /hört nicht auf/],
      ["---", /hört nicht auf/],
    ] as const) {
      const problem = refusal(content);
      assert.equal(place(problem), "1:1", content);
      assert.match(problem.message, says, content);
    }
  });

  test("heads in other languages are refused, above all those that would run", () => {
    for (const content of [
      "+++\ntitle = 'x'\n+++\n",
      "----\ntitle: x\n----\n",
      "---js\n{ title: process.exit() }\n---\n",
      "--- js\n{}\n---\n",
      "---json\n{}\n---\n",
      "---yaml\ntitle: x\n---\n",
    ]) {
      assert.equal(place(refusal(content)), "1:1", content);
    }
  });

  test("spaces after the hyphens are forgiven", () => {
    assert.equal(documentOf("---  \ntitle: x\n--- \nText").textLine, 4);
  });
});

describe("values stay as written", () => {
  const raw: Record<string, unknown> = {
    "0815": "0815",
    "2024-10-03": "2024-10-03",
    "2024-10-03T10:00:00Z": "2024-10-03T10:00:00Z",
    yes: "yes",
    no: "no",
    on: "on",
    off: "off",
    "1e3": "1e3",
    "0x10": "0x10",
    "1_000": "1_000",
    "1.10": "1.10",
    ".inf": ".inf",
    "12:30:45": "12:30:45",
    True: "True",
    NULL: "NULL",
    true: true,
    false: false,
    null: null,
    "~": null,
    "": null,
    "''": "",
    "'true'": "true",
    "Kunst & Kultur": "Kunst & Kultur",
    "5 * 3 und *betont*": "5 * 3 und *betont*",
    '"*NEU* im Rat"': "*NEU* im Rat",
    "wert # Bemerkung": "wert",
    "Platz#1": "Platz#1",
    "100 % {Rabatt}": "100 % {Rabatt}",
  };

  test("numbers, dates and words such as yes, no and off stay text; only true, false and null are more", () => {
    for (const [written, meant] of Object.entries(raw)) {
      assert.deepEqual(documentOf(head(`title: ${written}`)).data.title, meant, written);
    }
  });

  test("text over several lines is read", () => {
    assert.deepEqual(documentOf(head("a: >", "  *eins*", "  &zwei", "b: |", "  eins", "  zwei", 'c: "eins', '  zwei"')).data, {
      a: "*eins* &zwei\n",
      b: "eins\nzwei\n",
      c: "eins zwei",
    });
  });
});

describe("mistakes in the head are named with their place", () => {
  const cases: [name: string, lines: string[], at: string, says: RegExp][] = [
    ["a field that stands twice", ["title: x", "date: 2024", "title: y"], "4:1", /zweimal/],
    ["a line that is indented with a tab", ["title: x", "images:", "\t- file: a.png"], "4:1", /Tabulator/],
    ["a colon in a value without quotation marks", ["date: 2024", "title: Rat: Haushalt beschlossen"], "3:8", /Doppelpunkt/],
    ["a value that begins with a star", ["title: *NEU* Programm"], "2:8", /Verweis/],
    ["a reference to nothing", ["title: x", "summary: *weg"], "3:10", /Verweis/],
    ["a reference in a list", ["topics: [a, *b]"], "2:13", /Verweis/],
    ["a reference merged in", ["a: x", "b:", "  <<: *a"], "4:7", /Verweis/],
    ["an anchor", ["title: &anker Haushalt"], "2:8", /Verweis/],
    ["an anchor in a list", ["topics:", "  - &a stadtleben"], "3:5", /Verweis/],
    ["a value that begins with a percent sign", ["title: %Rabatt"], "2:8", /eigene Bedeutung/],
    ["a value that begins with an at sign", ["title: @presse"], "2:8", /eigene Bedeutung/],
    ["a field without a space after its colon", ["title:x", "date: 2024"], "2:1", /kein Feld/],
    ["text after a closing quotation mark", ['title: "Rat" tagt'], "2:14", /nicht folgen/],
    ["a backslash that means nothing", ['title: "C:\\data"'], "2:11", /Schrägstrich/],
    ["brackets within brackets without end", [`topics: ${"[".repeat(60)}${"]".repeat(60)}`], "2:59", /verschachtelt/],
    ["a list in place of fields", ["- title: x"], "2:1", /Felder/],
    ["a sentence in place of fields", ["Hallo"], "2:1", /Felder/],
    ["a head longer than any honest one", [`title: ${"x".repeat(100_001)}`], "2:1", /100\.000/],
  ];
  for (const [name, lines, at, says] of cases) {
    test(`${name} is refused`, () => {
      const problem = refusal(head(...lines));
      assert.match(problem.message, says);
      assert.equal(place(problem), at);
    });
  }

  test("a word of a hundred thousand letters is read at once", () => {
    const before = process.cpuUsage();
    refusal(head(`title: ${"x".repeat(100_001)}`));
    assert.ok(process.cpuUsage(before).user < 1_000_000);
  });

  test("a quotation mark that is never closed is named where it opens", () => {
    assert.equal(refusal(head("title: x", 'summary: "offen', "date: 2024", "number: 1")).line, 3);
  });

  test("a bracket that is never closed is named where it opens", () => {
    assert.equal(refusal(head("title: x", "topics: [a, b", "date: 2024", "number: 1")).line, 3);
  });

  test("a value of a type that YAML knows and the archive does not is refused at its line", () => {
    for (const value of ["!!js/function 'function(){}'", "!ruby/object x", "!!binary aGFsbG8=", "!wichtig"]) {
      assert.equal(refusal(head("number: 1", `title: ${value}`, "date: 2024")).line, 3, value);
    }
  });

  test("a second document in the head is refused", () => {
    refusal(head("title: x", "...", "title: y"));
  });

  test("lists within lists without end are refused, not followed", () => {
    refusal(head("a:", ` ${"- ".repeat(20_000)}x`));
    refusal(head(...Array.from({ length: 400 }, (_, depth) => `${" ".repeat(depth)}a:`), "x: ["));
  });

  test("a file that doubles itself again and again is refused unread", () => {
    const lines = ["a0: &a0 [x, x]", ...Array.from({ length: 40 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]`)];
    assert.match(refusal(head(...lines)).message, /Verweis/);
  });

  test("several mistakes are named at once, each with its place", () => {
    const { value, problems } = reading(head("title: Rat: Haushalt", "date: 2024", "\tsummary: x", "kind: a: b", "number: 1", "number: 2"));
    assert.equal(value, undefined);
    assert.deepEqual(problems.map(place), ["2:8", "4:1", "5:7", "7:1"]);
  });
});

describe("keys that JavaScript knows", () => {
  test("__proto__ and constructor are keys like any other and change no object", () => {
    const { data } = documentOf(head("__proto__: {polluted: ja}", "constructor: {prototype: {polluted: ja}}", "title: x"));
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.deepEqual(Object.keys(data), ["__proto__", "constructor", "title"]);
    assert.equal(Object.getPrototypeOf(data), Object.prototype);
  });

  test("a merge key is a key like any other and merges nothing", () => {
    const { data } = documentOf(head("<<: {title: x}", "date: 2024"));
    assert.deepEqual(Object.keys(data), ["<<", "date"]);
  });
});

describe("places of values", () => {
  const { locate } = documentOf(
    head("title: x", "people:", "  - petra-probe", "  - id: kurt", "    role: Rat", 'contact: {name: y, "phone": 1}'),
  );

  test("every value is found by its path", () => {
    assert.deepEqual(locate(["title"]), { line: 2, column: 1 });
    assert.deepEqual(locate(["people", 0]), { line: 4, column: 5 });
    assert.deepEqual(locate(["people", 1, "role"]), { line: 6, column: 5 });
    assert.deepEqual(locate(["contact", "phone"]), { line: 7, column: 20 });
  });

  test("a value that is missing is answered by what should hold it", () => {
    assert.deepEqual(locate(["people", 1, "name"]), { line: 5, column: 5 });
    assert.deepEqual(locate(["contact", "email"]), { line: 7, column: 1 });
    assert.deepEqual(locate(["summary"]), { line: 2, column: 1 });
  });
});

test("a register's lines are counted from its first", () => {
  const yaml = readYaml(Buffer.from("# Ämter\npresseamt:\n  name: Rat: Haus\n"), "registers/departments.yml");
  assert.deepEqual(yaml.problems.map(place), ["3:9"]);
  assert.deepEqual(readYaml(Buffer.from("# Ämter\npresseamt:\n  name: Rat\n"), "r.yml").value?.locate(["presseamt", "name"]), {
    line: 3,
    column: 3,
  });
});

test("any file is read or refused with a place in it, never thrown at the editor", () => {
  const check = (bytes: Uint8Array) => {
    const { value, problems } = readDocument(bytes, "x.md");
    const lines = Buffer.from(bytes).toString("latin1").split("\n").length + 1;
    assert.ok(value !== undefined || problems.length > 0);
    for (const problem of problems) assert.ok(problem.line >= 1 && problem.line <= lines && problem.column >= 1, JSON.stringify(problem));
  };
  const piece = fc.constantFrom(
    "title",
    ": ",
    "\n",
    "  ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    '"',
    "'",
    "&a",
    "*a",
    "|",
    ">",
    "#",
    "!",
    "%",
    "? ",
    "<<",
    "---",
    "\t",
    "x",
    "ä",
    "…",
    ",",
    "@",
    "`",
    "~",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => check(Buffer.from(`---\n${pieces.join("")}\n---\nText\n`))),
    { numRuns: 1000 },
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => check(bytes)),
    { numRuns: 300 },
  );
});

describe("values of which YAML keeps less than stands there", () => {
  const values = (...lines: string[]) =>
    reading(head(...lines)).problems.map(
      ({ line, column, severity, message, remedy }) => `${line}:${column} ${severity} ${message} ${remedy}`,
    );

  test("a value that a # cuts off is an error, with the line as it must be written", () => {
    for (const [line, column, remedy] of [
      ["title: Aktion #nordheimhilft startet", 15, 'title: "Aktion #nordheimhilft startet"'],
      ["title: Sitzung # 5 des Rates", 16, 'title: "Sitzung # 5 des Rates"'],
      ["title: #nordheimhilft", 8, 'title: "#nordheimhilft"'],
      ['title: Das "neue" #Rathaus', 19, 'title: "Das \\"neue\\" #Rathaus"'],
      ['title: "Fest" #nord', 15, 'title: "\\"Fest\\" #nord"'],
      ["- Fest #nord", 8, '- "Fest #nord"'],
    ] as const) {
      const [problem = "", ...more] = values(line.startsWith("-") ? "topics:" : "number: 1", line);
      assert.match(problem, new RegExp(`^3:${column} error .*Anmerkung`));
      assert.ok(problem.endsWith(`: ${remedy}`), problem);
      assert.deepEqual(more, []);
      assert.deepEqual(values(line.startsWith("-") ? "topics:" : "number: 1", remedy), []);
    }
  });

  test("a line that seems to go on but is a remark is an error, and other faults of the file are told with it", () => {
    assert.match(values("summary: Erste Zeile", "  und zweite", "  #nord und dritte").join(), /^4:3 error/);
    assert.equal(values("title: Aktion #nord", "summary: a: b").length, 2);
  });

  test("remarks that cut nothing off are remarks", () => {
    for (const lines of [
      ["# Anmerkung", "title: Fest", "# noch eine"],
      ["draft: true # bald", "date: 2024-05-02 # Tag", "department: presseamt  # neu", 'title: "Ein #Tag" # so'],
      ["topics: # Themen", "  # das erste", "  - rad", "  # das zweite", "  - bus"],
      ["topics: #Themen", "  - rad"],
      ["people:", "  - id: erika", "    # seit 2020", "    role: Leiterin"],
      ["summary: |", "  Erste #Zeile", "  # zweite", "# Ende", "title: C# und F#"],
      ["topics: [rad, bus] # zwei"],
    ])
      assert.deepEqual(values(...lines), [], lines.join("\n"));
  });

  test("are found whether or not the text seems worth going through as YAML does", () => {
    const lines = fc.constantFrom(
      ...["title: Fest", "  und zweite", "summary: |", "summary: >-", "topics:", "people:", "- rad", "  - rad", "  - id: erika", "- id: a"],
      ...[
        "    role: x",
        "  name: b",
        "# Ende",
        "  # Tag",
        "    # tief",
        " #nord",
        "   #nord",
        "",
        "  ",
        "key:   ",
        "a: [b,",
        "  c]",
        "- - x",
      ],
    );
    const found = (source: string) => findLosses(source, "x.md", 1).problems.map(({ line, column, id }) => `${line}:${column} ${id}`);
    fc.assert(
      fc.property(fc.array(lines, { maxLength: 9 }), (written) => {
        const source = written.map((line) => `${line}\n`).join("");
        // A remark behind a value that is whole cuts nothing off, and is always looked into.
        assert.deepEqual(found(source), found(`${source}draft: true # bald\n`), source);
      }),
      { numRuns: 3000 },
    );
  });

  test("signs written for HTML and escapes that make a space are hints", () => {
    assert.match(values("title: Müller &amp; Söhne").join(), /^2:15 hint „&amp;“.*Schreiben Sie das Zeichen selbst: &$/);
    assert.match(values("title: Fest &#8211; Markt").join(), /^2:13 hint .*: –$/);
    assert.match(values('title: "C:\\neu"').join(), /^2:11 hint .*\\\\n/);
    assert.deepEqual(values("title: AT&T, R&D; Müller & Söhne", 'number: "a\\\\neu"'), []);
  });
});

describe("marks of a conflict in Git", () => {
  test("each is an error at its line, in the head, the text, and in registers and settings", () => {
    const conflict = "<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> zweig\n";
    for (const read of [readDocument, readYaml]) {
      for (const end of ["\n", "\r\n"]) {
        const { value, problems } = read(Buffer.from(`---\ntitle: Fest\n${conflict}---\n\n${conflict}`.replaceAll("\n", end)), "x.md");
        assert.equal(value, undefined);
        assert.deepEqual(problems.map(place), ["3:1", "5:1", "7:1", "10:1", "12:1", "14:1"]);
        for (const { severity, message } of problems) assert.match(`${severity} ${message}`, /^error .*Konfliktmarke von Git/);
      }
    }
    assert.match(refusal(`${head("title: x")}Termine\n=======\n`).remedy, /##/);
  });

  test("longer and shorter lines of these signs are text", () => {
    for (const line of ["========", "======", "<<<<<<", ">>>>>>>>", "a ======="]) documentOf(`${head("title: x")}\n${line}\n`);
  });
});
