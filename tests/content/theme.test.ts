import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import { contrast, readColor } from "../../src/content/theme/colors.ts";
import { kernColor, ownPalettes, PAIRS, PARTS, TOKENS } from "../../src/content/theme/palette.ts";
import type { Theme } from "../../src/content/theme/theme.ts";
import { buildSoundly, type Files, filesBelow, line, makeContent, ROOT, readWith, SITE } from "../fixture.ts";

const KERN = dirname(createRequire(import.meta.url).resolve("@kern-ux/native/package.json"));
const kernTheme = (name: string) => readFileSync(join(KERN, "src/scss/themes/examples", `${name}.css`), "utf8");
const withTheme = (yaml: string, files: Files = {}): Files => ({ "site.yml": `${SITE}theme:\n${yaml.replace(/^/gm, "  ")}\n`, ...files });
const withFile = (css: string) => withTheme("file: assets/theme.css", { "assets/theme.css": css });
const SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';

function problems(files: Files): string[] {
  return readWith(files).problems.map(line);
}

function themeOf(files: Files): Theme {
  const { archive, problems: found } = readWith(files);
  assert.ok(archive && found.every(({ severity }) => severity === "hint"), found.map(line).join("\n"));
  return archive.site.theme;
}

function assertReadable({ palettes }: Theme): void {
  for (const scheme of ["light", "dark"] as const) {
    for (const { front, ground, ratio } of PAIRS) {
      const found = contrast(palettes[scheme][front], palettes[scheme][ground]);
      assert.ok(found >= ratio, `${scheme}: ${front} ${palettes[scheme][front]} on ${ground} ${palettes[scheme][ground]} has ${found}`);
    }
  }
}

describe("the layouts' own colours", () => {
  test("each pair of colours that stand on each other can be read, in light and dark", () => {
    assertReadable({ palettes: ownPalettes(), logo: undefined });
  });

  test("every colour that tokens.css sets has a part, and every part but the hairlines is checked", () => {
    const tokens = readFileSync(join(ROOT, "layouts/styles/tokens.css"), "utf8");
    const names = new Set([...tokens.matchAll(/(--kern-color-[\w-]+):/g)].map(([, name]) => name));
    assert.deepEqual(
      [...names].sort(),
      PARTS.filter((part) => part !== "bar")
        .map((part) => TOKENS[part])
        .sort(),
    );
    const checked = new Set(PAIRS.flatMap(({ front, ground }) => [front, ground]));
    assert.deepEqual(
      PARTS.filter((part) => !checked.has(part)),
      ["border"],
    );
  });

  test("a style sheet names colours by these parts only", () => {
    const used = [...filesBelow(join(ROOT, "layouts/styles"))].flatMap(([, bytes]) =>
      [...bytes.toString().matchAll(/var\((--(?:kern-)?color-[\w-]+)/g)].map(([, name]) => name),
    );
    const known = new Set<string | undefined>([...Object.values(TOKENS), "--color-paper"]);
    assert.ok(used.length > 20);
    assert.deepEqual(
      used.filter((name) => !known.has(name)),
      [],
    );
  });
});

describe("a city's colour", () => {
  test("one colour is enough: links take it, dark pages a lighter one of the same hue, and everything stays readable", () => {
    const theme = themeOf(withTheme('accent: "#a4123f"'));
    assert.equal(theme.palettes.light.action, "#a4123f");
    assert.notEqual(theme.palettes.dark.action, "#a4123f");
    assertReadable(theme);
  });

  test("every colour that is dark enough on white makes readable pages", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255)), ([red, green, blue]) => {
        const accent = `#${[red, green, blue].map((part) => part.toString(16).padStart(2, "0")).join("")}`;
        fc.pre(contrast(accent, "#ffffff") >= 5.2);
        assertReadable(themeOf(withTheme(`accent: "${accent}"`)));
      }),
      { numRuns: 15 },
    );
  });

  test("beside a theme file the colour suits the grounds of that file, dark ones that are not dark included", () => {
    const css =
      "@media (prefers-color-scheme: dark) { :root { --kern-color-layout-background-default: #eee; --kern-color-layout-background-hued: #fff; --kern-color-layout-text-default: #111; --kern-color-layout-text-muted: #333; --kern-color-action-focus-default: #222; --kern-color-feedback-warning: #733; --kern-color-feedback-warning-background: #fd6; } }";
    const theme = themeOf(withTheme('accent: "#a4123f"\nfile: assets/theme.css', { "assets/theme.css": css }));
    assert.equal(theme.palettes.dark.background, "#eeeeee");
    assertReadable(theme);
  });

  test("an unreadable accent is an error that names the pair, the ratio found and needed, and a colour that does", () => {
    const [problem, ...others] = problems(withTheme('accent: "#ffd700"'));
    assert.deepEqual(others, []);
    assert.match(
      problem ?? "",
      /^site\.yml:11:\d+ error Im hellen Design nicht lesbar: die Farbe der Links \(#ffd700\) auf getönten Flächen \(#[0-9a-f]{6}\) hat den Kontrast 1,\d+ : 1, nötig ist 4,5 : 1\. Schreiben Sie zum Beispiel: accent: "#[0-9a-f]{6}"$/,
    );
    const suggested = /accent: "(#[0-9a-f]{6})"/.exec(problem ?? "")?.[1] ?? "";
    assertReadable(themeOf(withTheme(`accent: "${suggested}"`)));
  });

  test("a colour for dark pages is checked on dark pages, at its own line", () => {
    assert.match(
      problems(withTheme('accent: "#1f43a8"\naccentDark: "#1f43a8"')).join("\n"),
      /^site\.yml:12:\d+ error Im dunklen Design nicht lesbar: die Farbe der Links .* accentDark: "#[0-9a-f]{6}"$/,
    );
    assert.equal(themeOf(withTheme('accent: "#1f43a8"\naccentDark: "#ffd700"')).palettes.dark.action, "#ffd700");
  });

  test("what is no colour is an error with an example; a forgotten quotation mark is told as an empty field", () => {
    for (const written of ['"rot"', '"#12"', '"#a4123f80"', '"url(x)"', '"transparent"', '"#fff;}body{color:red"']) {
      assert.match(
        problems(withTheme(`accent: ${written}`)).join("\n"),
        /^site\.yml:11:\d+ error Das ist keine deckende Farbe\. .*"#1f43a8"$/,
        written,
      );
    }
    assert.match(
      problems(withTheme("accent: #a4123f")).join("\n"),
      /^site\.yml:11:\d+ error .*YAML hält ihn für eine Anmerkung.*accent: "#a4123f"$/m,
    );
  });
});

describe("a theme made for KERN", () => {
  for (const name of ["bw", "sh", "dataport"]) {
    test(`KERN's example ${name} works unchanged and is readable`, () => {
      const theme = themeOf(withFile(kernTheme(name)));
      assertReadable(theme);
      if (name === "dataport") assert.equal(theme.palettes.light.action, readColor("oklch(41.55% 0.1502 24.71)"));
      if (name === "bw") assert.equal(theme.palettes.dark.text, readColor("oklch(95.51% 0 none)"));
      if (name === "sh") assert.equal(theme.palettes.light.action, readColor("oklch(42.84% 0.1689 265.02)"));
    });
  }

  test("a theme may refer to KERN's own range of colours", () => {
    const theme = themeOf(
      withFile(
        ":root { --kern-color-action-default: var(--kern-color-red-700) } @media (prefers-color-scheme: dark) { :root { --kern-color-action-default: var(--gibt-es-nicht, var(--kern-color-red-300)) } }",
      ),
    );
    assert.equal(theme.palettes.light.action, readColor(kernColor("--kern-color-red-700") ?? ""));
    assert.equal(theme.palettes.dark.action, readColor(kernColor("--kern-color-red-300") ?? ""));
  });

  test("a reference that leads nowhere leaves the archive's colour, with a hint", () => {
    for (const css of [
      ":root { --kern-color-layout-text-default: var(--unbekannt) }",
      ":root { --a: var(--a); --kern-color-layout-text-default: var(--a) }",
    ]) {
      const files = withFile(css);
      assert.deepEqual(themeOf(files).palettes, ownPalettes());
      assert.match(problems(files)[0] ?? "", /^assets\/theme\.css:1:\d+ hint --kern-color-layout-text-default verweist auf etwas/);
    }
  });

  test("an unreadable colour in it is an error at its place", () => {
    assert.match(
      problems(withFile(":root {\n  --kern-color-layout-text-muted: #bbb;\n}\n"))[0] ?? "",
      /^assets\/theme\.css:2:3 error Im hellen Design nicht lesbar: leiser Text \(#bbbbbb\) .* --kern-color-layout-text-muted: #[0-9a-f]{6};$/,
    );
    assert.match(
      problems(withFile(":root { --kern-color-action-on-default: #888 }")).join("\n"),
      /:1:9 error Im hellen Design nicht lesbar: Schrift \(#888888\) auf der Farbe der Links/,
    );
    assert.match(
      problems(withFile(":root { --kern-color-layout-background-default: #777 }")).join("\n"),
      /:1:9 error Im hellen Design nicht lesbar: [\wü ]+ \(#\w+\) auf dem Hintergrund \(#777777\)/,
    );
  });

  test("it cannot load anything or shape anything but colours; each stray is an error at its place", () => {
    for (const [css, place, message] of [
      ['@import "https://boese.example/x.css";', "1:1", /gehört nicht in eine Theme-Datei/],
      [":root {\n --kern-color-action-default: url(https://boese.example/x);\n}", "2:31", /nicht erlaubt/],
      [":root { --kern-a: \\75 rl(https://boese.example/x) }", "1:9", /nicht erlaubt/],
      [':root { --kern-a: image-set("https://boese.example/x" 1x) }', "1:19", /nicht erlaubt/],
      [":root { --kern-a: expression(alert(1)) }", "1:19", /nicht erlaubt/],
      [":root { background: red }", "1:9", /gehört nicht/],
      ["body { --kern-a: 1px }", "1:1", /wird hier nicht gestaltet/],
      ["@font-face { src: url(x) }", "1:1", /gehört nicht/],
      ["@media print { :root { --kern-a: 1px } }", "1:1", /gehört nicht/],
      [":root { --kern-a: </style><script>alert(1)</script> }", "1:9", /nicht erlaubt/],
      [":root { --kern-color-accent: rebeccapurple; }}", "1:46", /kein gültiges CSS|gehört nicht/],
      [`:root { --kern-a: ${"(".repeat(50_000)}`, "1:1", /CSS|Klammern/],
    ] as const) {
      const [first = ""] = problems(withFile(css)).filter((problem) => problem.includes(" error "));
      assert.ok(first.startsWith(`assets/theme.css:${place} error `), `${css.slice(0, 80)}\n${first}`);
      assert.match(first, message);
    }
  });

  test("a reference that doubles again and again costs no time", () => {
    const css = `:root { --k0: #fff; ${Array.from({ length: 60 }, (_, index) => `--k${index + 1}: var(--k${index}) var(--k${index});`).join(" ")} --kern-color-layout-text-default: var(--k60) }`;
    const started = performance.now();
    assert.match(problems(withFile(css)).join("\n"), /hint/);
    assert.ok(performance.now() - started < 2000);
  });

  test("a missing theme file is an error in site.yml", () => {
    assert.match(
      problems(withTheme("file: assets/theme.css")).join("\n"),
      /^site\.yml:11:\d+ error Die Datei „assets\/theme\.css“ gibt es nicht\./,
    );
    assert.match(problems(withTheme("file: ../geheim.css")).join("\n"), /^site\.yml:11:\d+ error .*ist so nicht möglich/);
  });
});

describe("a city's logo", () => {
  test("an SVG that does more than draw is refused by name, at its place in the drawing", () => {
    for (const inner of [
      "<script>alert(1)</script>",
      '<image href="https://boese.example/x.png"/>',
      "<foreignObject/>",
      '<path onload="alert(1)"/>',
    ]) {
      const found = problems(withTheme("logo: {file: assets/logo.svg}", { "assets/logo.svg": SQUARE.replace("<path", `${inner}<path`) }));
      assert.match(found[0] ?? "", /^assets\/logo\.svg:1:\d+ error /, inner);
    }
  });

  test("a logo that is missing, too large or no picture is an error", () => {
    assert.match(
      problems(withTheme("logo: {file: assets/logo.svg}")).join("\n"),
      /^site\.yml:11:\d+ error Die Datei „assets\/logo\.svg“ gibt es nicht/,
    );
    assert.match(
      problems(withTheme("logo: {file: assets/logo.png}", { "assets/logo.png": "kein Bild" })).join("\n"),
      /^site\.yml:11:\d+ error /,
    );
    assert.match(
      problems(
        withTheme("logo: {file: assets/logo.svg}", {
          "assets/logo.svg": SQUARE.replace("<path", `<desc>${"x".repeat(70_000)}</desc><path`),
        }),
      ).join("\n"),
      /größer als 60 KB/,
    );
  });

  test("a file in assets that nothing names is told", () => {
    assert.match(problems({ "assets/uebrig.svg": SQUARE }).join("\n"), /^assets\/uebrig\.svg:1:1 hint Diese Datei wird nirgends verwendet/);
  });

  test("logo, icon, band and the browser's own bar take the city's colours", async () => {
    const content = makeContent(
      withTheme('accent: "#a4123f"\nlogo: {file: assets/logo.svg, dark: assets/dunkel.svg}', {
        "assets/logo.svg": SQUARE,
        "assets/dunkel.svg": SQUARE,
      }),
    );
    const { output } = await buildSoundly(content);
    const files = filesBelow(output);
    const text = (path: string) => String(files.get(path));
    const { palettes } = themeOf(withTheme('accent: "#a4123f"'));
    assert.equal(text("assets/logo.svg"), SQUARE);
    assert.equal(text("assets/logo-dark.svg"), SQUARE);
    assert.match(text("assets/icon.svg"), /fill:#a4123f/);
    assert.ok(text("assets/icon.svg").includes(palettes.dark.action));
    assert.ok(text("2024/band.svg").includes(palettes.light.bar) && text("2024/band.svg").includes(palettes.dark.bar));
    const page = text("2024/06/freibad/index.html");
    assert.ok(page.includes(`<meta name="theme-color" content="${palettes.dark.background}" media="(prefers-color-scheme: dark)">`));
    assert.match(
      page,
      /<source srcset="\/assets\/logo-dark\.svg" media="\(prefers-color-scheme: dark\)">\s*<img src="\/assets\/logo\.svg" alt="" width="10" height="10">/,
    );
    assert.ok(text("assets/style.css").includes("--kern-color-action-default:#a4123f"));
  });
});
