import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readYaml } from "../../src/content/front-matter.ts";
import { toRegister } from "../../src/content/register-reading.ts";
import type { RegisterName } from "../../src/content/register-schema.ts";
import { EMPTY_REGISTERS, type Registers } from "../../src/content/registers.ts";
import type { Result } from "../../src/content/yaml.ts";
import { type Fields, type Files, line, makeRelease, PROBE, readWith } from "../fixture.ts";

function register<N extends RegisterName>(name: N, ...lines: string[]): Result<Registers[N]> {
  const path = `registers/${name}.yml`;
  const { value, problems } = readYaml(Buffer.from(`${lines.join("\n")}\n`), path);
  assert.ok(value, JSON.stringify(problems));
  return toRegister(name, value.data, path, value.locate);
}

function refusal(name: RegisterName, ...lines: string[]): string {
  const { problems } = register(name, ...lines);
  const [problem] = problems;
  assert.ok(problem && problems.length === 1, `${lines.join(" | ")}: ${JSON.stringify(problems, null, 1)}`);
  return line(problem);
}

describe("entries", () => {
  test("an entry needs a name and nothing else", () => {
    const { value, problems } = register("departments", "presseamt:", "  name: Presseamt");
    assert.deepEqual(problems, []);
    assert.deepEqual(value?.get("presseamt"), {
      id: "presseamt",
      name: "Presseamt",
      names: {},
      description: undefined,
      aliases: [],
      contact: undefined,
      formerNames: [],
      successor: undefined,
    });
  });

  test("entries keep the order of their file", () => {
    assert.deepEqual(
      [...(register("topics", "wirtschaft: {name: W}", "bildung: {name: B}", "a1: {name: A}").value?.keys() ?? [])],
      ["wirtschaft", "bildung", "a1"],
    );
  });

  test("a department has a contact, former names and a successor", () => {
    const { value, problems } = register(
      "departments",
      "verkehr: {name: Verkehrsamt, successor: mobilitaet}",
      "mobilitaet:",
      "  name: Amt für Mobilität",
      "  names: {en: Mobility Office}",
      "  contact: {phone: 030 23125-1}",
      "  formerNames: [{name: Amt für Verkehr, until: 2012-05}]",
      "  aliases: [/amt66.html]",
    );
    assert.deepEqual(problems, []);
    assert.equal(value?.get("verkehr")?.successor, "mobilitaet");
    assert.deepEqual(value?.get("mobilitaet"), {
      id: "mobilitaet",
      name: "Amt für Mobilität",
      names: { en: "Mobility Office" },
      description: undefined,
      aliases: ["/amt66.html"],
      contact: { name: undefined, phone: "030 23125-1", email: undefined },
      formerNames: [{ name: "Amt für Verkehr", names: {}, until: "2012-05" }],
      successor: undefined,
    });
  });

  test("only a person marked as holder of a public office gets a page", () => {
    const { value } = register(
      "people",
      "a: {name: Anna A., page: true, roles: [{title: Rätin, from: 2020}]}",
      "b: {name: Bert B.}",
      "c: {name: Cem C., page: false}",
    );
    assert.deepEqual(
      [...(value?.values() ?? [])].map(({ page }) => page),
      [true, false, false],
    );
    assert.deepEqual(value?.get("a")?.roles, [{ title: "Rätin", from: "2020", to: undefined }]);
    assert.match(refusal("people", "a:", "  name: Anna", "  page: yes"), /people\.yml:3:3 error .*true oder false/);
  });

  test("a place lies on the globe", () => {
    const place = register("places", "tokio: {name: Tokio, country: JP, lat: 35.69, lon: -139.69}").value?.get("tokio");
    assert.deepEqual([place?.country, place?.lat, place?.lon], ["JP", 35.69, -139.69]);
    assert.match(refusal("places", "x: {name: X, lat: 90.01}"), /Koordinate/);
    assert.match(refusal("places", "x: {name: X, lon: -180.5}"), /Koordinate/);
    refusal("places", "x: {name: X, lat: 51° N}");
    refusal("places", "x: {name: X, lat: '51,3'}");
    refusal("places", "x: {name: X, country: Deutschland}");
    refusal("places", "x: {name: X, country: de}");
  });
});

describe("mistakes in a register", () => {
  test("an unknown field is answered with the nearest known one", () => {
    assert.match(
      refusal("departments", "presseamt:", "  name: Presseamt", "  kontakt: {phone: 030 1}"),
      /departments\.yml:3:3 error .*„kontakt“.*„contact“/,
    );
    assert.match(refusal("topics", "a: {name: A, country: DE}"), /„country“ gibt es nicht/);
  });

  test("an id that no address can hold is refused", () => {
    for (const written of ["Presseamt", "größe", "a b", "__proto__", "-a"])
      assert.match(refusal("topics", "a: {name: A}", `${written}: {name: B}`), /topics\.yml:2:1 error .*keine Kennung/, written);
  });

  test("an entry without fields is refused with its place", () => {
    for (const written of ["", " Wirtschaft", " [a]", " true"])
      assert.match(refusal("topics", "a: {name: A}", `wirtschaft:${written}`), /topics\.yml:2:1 error .*keine Felder/, written);
  });

  test("an entry without a name is refused", () => {
    assert.match(refusal("topics", "a:", "  description: Ein Satz."), /name.*fehlt/);
  });

  test("a topic stands below one that exists", () => {
    assert.match(
      refusal("topics", "wirtschaft: {name: W}", "messe:", "  name: M", "  broader: wirtschat"),
      /topics\.yml:4:3 error .*„wirtschat“.*Meinten Sie „wirtschaft“/,
    );
    assert.match(refusal("departments", "a: {name: A, successor: zzzzzz}"), /„zzzzzz“.*Tragen Sie/);
  });

  test("a tree of topics that bites its own tail is refused, however long the way round", () => {
    assert.match(refusal("topics", "a: {name: A, broader: a}"), /im Kreis/);
    const { problems } = register(
      "topics",
      "a: {name: A, broader: b}",
      "b: {name: B, broader: c}",
      "c: {name: C, broader: a}",
      "d: {name: D, broader: a}",
    );
    assert.deepEqual(
      problems.map(({ line: at, message }) => [at, /im Kreis/.test(message)]),
      [
        [1, true],
        [2, true],
        [3, true],
      ],
    );
  });

  test("a date that the calendar does not have is refused in a register too", () => {
    refusal("departments", "a: {name: A, formerNames: [{name: Alt, until: 2012-13}]}");
    refusal("people", "a: {name: A, roles: [{title: Rätin, from: 2019-02-31}]}");
  });

  test("a date in another form is refused with its right form", () => {
    const until = (date: string) => refusal("departments", `a: {name: A, formerNames: [{name: Alt, until: ${date}}]}`);
    assert.match(until("31.12.2012"), /Schreiben Sie: 2012-12-31$/);
    assert.match(until("Mai 2012"), /Schreiben Sie: 2012-05$/);
    assert.match(until("2012-12-31T10:00"), /Schreiben Sie den Tag: 2012-12-31$/);
  });

  test("all mistakes of a register are told at once", () => {
    const { problems } = register("topics", "A: {name: A}", "b: {nam: B}", "c:", "d: {name: D, broader: x1}");
    assert.deepEqual([...new Set(problems.map(({ line: at }) => at))].sort(), [1, 2, 3, 4]);
  });
});

describe("ids in releases", () => {
  test("an unknown id is answered with the nearest one, or with where to add it; done as written either passes", () => {
    const told = (fields: Fields, files: Files = {}) => readWith({ [PROBE]: makeRelease(fields), ...files }).problems.map(line);
    assert.match(told({ topics: "[wirtschat]" }).join(), /Meinten Sie „wirtschaft“/);
    assert.deepEqual(told({ topics: "[wirtschaft]" }), []);
    const [, entry = ""] = /registers\/places\.yml ein: (.*)$/.exec(told({ places: "[qqqqqq]" }).join()) ?? [];
    assert.deepEqual(told({ places: "[qqqqqq]" }, { "registers/places.yml": `${entry}\n` }), []);
    const [, id = "", added = ""] =
      /Schreiben Sie „([a-z-]+)“.*places\.yml ein: (.*)$/.exec(told({ places: "[Café: Größe]" }).join()) ?? [];
    assert.deepEqual(told({ places: `[${id}]` }, { "registers/places.yml": `${added}\n` }), []);
  });

  test("who writes the name of an office, a person or a place is told the city's own id", () => {
    const registers = {
      "registers/departments.yml": `tiefbauamt:
  name: Verkehrs- und Tiefbauamt
  formerNames: [{name: Amt für Straßenbau, until: "2012"}]
presseamt: {name: Presse- und Informationsamt}
`,
      "registers/people.yml": "muster-e: {name: Dr. Erika Muster}\nmax-probe: {name: Max Probe}\n",
      "registers/places.yml": "alter-markt: {name: Alter Markt}\nbad: {name: Südbad}\n",
    };
    const names: [Fields, Fields][] = [
      [{ department: "Verkehrs- und Tiefbauamt" }, { department: "tiefbauamt" }],
      [{ department: "Tiefbauamt" }, { department: "tiefbauamt" }],
      [{ department: "Amt für Straßenbau" }, { department: "tiefbauamt" }],
      [{ people: "[Erika Muster]" }, { people: "[muster-e]" }],
      [{ people: "[{id: Oberbürgermeisterin Dr. Erika Muster, role: Rednerin}]" }, { people: "[{id: muster-e, role: Rednerin}]" }],
      [{ places: "[Suedbad]" }, { places: "[bad]" }],
      [
        { events: "[{name: Fest, date: 2024-06-01, place: Alter Markt}]" },
        { events: "[{name: Fest, date: 2024-06-01, place: alter-markt}]" },
      ],
    ];
    const sound = { department: "presseamt" };
    const others = { "releases/2024/04/stadtfest.md": null, "releases/2024/06/freibad.md": null };
    const told = (fields: Fields) =>
      readWith({ [PROBE]: makeRelease({ ...sound, ...fields }), ...registers, ...others }).problems.map(line);
    for (const [wrong, right] of names) {
      const said = told(wrong);
      const [, meant = ""] = /Meinten Sie „([^“]+)“/.exec(said.join("\n")) ?? [];
      assert.equal(said.length, 1, said.join("\n"));
      assert.ok(Object.values(right)[0]?.includes(meant) && meant !== "", said.join("\n"));
      assert.deepEqual(told(right), []);
    }
    assert.match(told({ department: undefined }).join(), /Schreiben Sie zum Beispiel: department: tiefbauamt/);
    assert.match(told({ places: "Alter Markt" }).join(), /Schreiben Sie: places: \[alter-markt\]/);
  });

  test("a register that cannot be read is one error, not one with every release that names its entries", () => {
    for (const [path, text] of [
      ["registers/topics.yml", "stadtleben: [\n"],
      ["registers/Topics.yaml", "stadtleben: {name: Stadtleben}\n"],
      ["registers/topics.yml", "stadtleben: Stadtleben\n"],
    ] as const) {
      const { problems } = readWith({ "registers/topics.yml": null, [path]: text });
      assert.deepEqual(
        problems.map(({ path: at, severity }) => [at, severity]),
        [[path, "error"]],
      );
    }
  });

  test("no id is known merely because JavaScript knows the word", () => {
    const { problems } = readWith({ [PROBE]: makeRelease({ topics: "[constructor, tostring]", department: "valueof" }) });
    assert.deepEqual(
      problems.map(({ message }) => /„(\w+)“ steht nicht/.exec(message)?.[1]),
      ["valueof", "constructor", "tostring"],
    );
  });

  test("a register that is missing counts as empty, with a hint", () => {
    const { problems, counts } = readWith({ "registers/people.yml": null });
    assert.deepEqual(
      problems.map(line).map((told) => told.replace(/:1:1 (\w+) .*/, " $1")),
      ["registers/people.yml hint"],
    );
    assert.equal(counts.refused, 0);
    assert.equal(EMPTY_REGISTERS.people.size, 0);
  });

  test("a mistake in a register is an error of the register, with its line", () => {
    const { problems } = readWith({ "registers/places.yml": "markt:\n  name: Markt\n  lat: hoch\n" });
    assert.match(problems.map(line).join("\n"), /^registers\/places\.yml:3:3 error /);
  });
});
