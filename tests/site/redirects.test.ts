import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { FAILSAFE_SCHEMA, load } from "js-yaml";
import { outputFile } from "../../src/addresses.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { findCollisions } from "../../src/site/collisions.ts";
import type { RedirectView } from "../../src/site/hosting/redirects.ts";
import type { Page } from "../../src/site/pages.ts";
import {
  assertNowhere,
  build,
  buildSoundly,
  buildTown,
  type Files,
  filesBelow,
  line,
  makeContent,
  makeFile,
  makeRelease,
  PNG,
  PROBE,
  ROOT,
  readWith,
} from "../fixture.ts";

const environment = { NOW: "2026-11-23T12:00:00+01:00" };
const MUSTERSTADT = join(ROOT, "tests/fixtures/musterstadt");

interface Redirect {
  host?: string;
  from: string;
  to: string;
  status: number;
}

/** The list for servers: what leads on, or what is gone. */
function listOf(site: string, status = 301): Redirect[] {
  const all = JSON.parse(readFileSync(join(site, "daten/weiterleitungen.json"), "utf8")) as Redirect[];
  assert.deepEqual(
    all.filter((rule) => ![301, 410].includes(rule.status)),
    [],
  );
  return all.filter((rule) => rule.status === status);
}

/** The file by which a static host answers an address; a folder's without its last slash too. */
function answer(site: string, address: string): string {
  const file = [outputFile(address), `${address.slice(1)}/index.html`]
    .map((path) => join(site, path))
    .find((path) => existsSync(path) && path.endsWith(".html"));
  assert.ok(file, `${address} answers with nothing`);
  return readFileSync(file, "utf8");
}

describe("an old address", () => {
  let site: string;
  before(async () => {
    site = (await buildTown("musterstadt")).output;
  });

  test("leads to the page that took its place, for people, browsers and search engines", () => {
    assert.ok(listOf(site).length >= 5);
    for (const { from, to } of listOf(site)) {
      const html = answer(site, from);
      assert.ok(html.includes(`<meta http-equiv="refresh" content="0; url=${to}">`), from);
      assert.ok(html.includes(`<link rel="canonical" href="https://musterstadt.example${to}">`), from);
      assert.ok(html.includes('<meta name="robots" content="noindex">'), from);
      assert.match(html, new RegExp(`<a href="${to}">[^<]+</a>`));
      assert.match(html, /<html lang="de">/);
      assert.match(answer(site, to), /<h1/);
      assert.ok(Buffer.byteLength(html) < 1500);
    }
  });

  test("is in the one list for servers, and every one that an editor wrote of what is public is there", () => {
    const written: string[] = [];
    for (const [path, bytes] of filesBelow(MUSTERSTADT)) {
      const text = bytes.toString("utf8");
      if (path.startsWith("registers/")) {
        for (const entry of Object.values(load(text, { schema: FAILSAFE_SCHEMA }) as Record<string, { aliases?: string[] }>))
          written.push(...(entry.aliases ?? []));
      } else if (/^(releases|pages)\/.*\.md$/.test(path)) {
        const head = load(text.split("\n---\n")[0]?.slice(4) ?? "", { schema: FAILSAFE_SCHEMA }) as { aliases?: string[]; draft?: string };
        if (!head.draft) written.push(...(head.aliases ?? []));
      }
    }
    assert.ok(written.length >= 5);
    assert.deepEqual(
      listOf(site).map(({ from }) => from),
      written.sort(),
    );
  });

  test("servers learn too what is gone: the files of each withdrawn release, and nothing else", () => {
    assert.deepEqual(
      listOf(site, 410).map(({ from, to }) => [from, to]),
      [
        ["/2021/06/badestelle-muehlteich/", undefined],
        ["/2023/02/suchmeldung-februar/", undefined],
      ],
    );
  });
});

/** The redirects of the small town with files laid over it: old address, its page's address, where it leads. */
function redirectsOf(files: Files): [string, string, string][] {
  const { archive, problems } = readWith(files);
  assert.ok(archive);
  assert.deepEqual(problems.map(line), []);
  return listPages(archive).flatMap((page): [string, string, string][] =>
    page.alias === undefined ? [] : [[page.alias, page.address, (page as RedirectView).target]],
  );
}

test("whatever an old address looks like, a static host answers it with a page", () => {
  const aliases = [
    "/presse/4711.html",
    "/presse/alt.htm",
    "/presse/alt/",
    "/presse/neu",
    "/presse.php",
    "/alt/plan.pdf",
    "/2015/03/alter-name/",
    "/2015/03/04/titel",
  ];
  assert.deepEqual(
    redirectsOf({ [PROBE]: makeRelease({ aliases: `[${aliases.join(", ")}]` }) }).map(([alias, address]) => [alias, address]),
    aliases.map((alias) => [alias, /\/$|\.html?$/.test(alias) ? alias : `${alias}/`]),
  );
});

test("an old address of a version leads to the version, one of an entry to the entry in its language", () => {
  const files = {
    [PROBE]: makeRelease({
      topics: "[wirtschaft]",
      aliases: "[/2024/05/alter-name/, /en/2024/05/alter-name/, /leichte-sprache/2024/05/alter-name/]",
    }),
    "releases/2024/05/probe.en.md": makeFile({ title: "Mobile library", summary: "The mobile library stops at the market." }, "Text.\n"),
    "registers/topics.yml":
      "stadtleben:\n  name: Stadtleben\nwirtschaft:\n  name: Wirtschaft\n  aliases: [/themen/handel/, /en/themen/handel/]\n",
  };
  assert.deepEqual(
    redirectsOf(files).map(([alias, , target]) => [alias, target]),
    [
      ["/2024/05/alter-name/", "/2024/05/probe/"],
      ["/en/2024/05/alter-name/", "/en/2024/05/probe/"],
      ["/leichte-sprache/2024/05/alter-name/", "/2024/05/probe/"],
      ["/themen/handel/", "/themen/wirtschaft/"],
      ["/en/themen/handel/", "/en/themen/wirtschaft/"],
    ],
  );
});

test("an old address of another alphabet has a page; one with a query, on another host or of a name that no disk holds is in the list alone", async () => {
  const aliases = [
    "/presse/Über uns.html",
    "/presse/%C3%84mter/",
    "/index.php?id=4711",
    "/%FCber",
    "/a%3Fb",
    `/${"x".repeat(260)}/`,
    "/presse//4711/",
    "https://alt.example:8080/x?y=ü",
  ];
  const content = makeContent({
    [PROBE]: makeRelease({ aliases: JSON.stringify(aliases) }),
    "releases/2024/05/zweite.md": makeRelease({ date: "2024-05-11", aliases: "[/Presse/ämter]" }),
  });
  const { output } = await buildSoundly(content, { environment });
  const to = "/2024/05/probe/";
  assert.deepEqual(listOf(output), [
    { from: "/%FCber", to, status: 301 },
    { from: "/Presse/%C3%A4mter", to: "/2024/05/zweite/", status: 301 },
    { from: "/a%3Fb", to, status: 301 },
    { from: "/index.php?id=4711", to, status: 301 },
    { from: "/presse/%C3%84mter/", to, status: 301 },
    { from: "/presse/%C3%9Cber%20uns.html", to, status: 301 },
    { from: "/presse//4711/", to, status: 301 },
    { from: `/${"x".repeat(260)}/`, to, status: 301 },
    { host: "alt.example:8080", from: "/x?y=%C3%BC", to: "https://probestadt.example/2024/05/probe/", status: 301 },
  ]);
  const made = [...filesBelow(output)].filter(([, bytes]) => bytes.includes('http-equiv="refresh"')).map(([path]) => path.normalize("NFC"));
  assert.deepEqual(made, ["presse/Ämter/index.html", "presse/Über uns.html"]);
  const manifest = readFileSync(join(output, "daten/manifest.json"), "utf8");
  assert.match(manifest, /"\/presse\/Ämter\/"/);
  const again = await build(content, { environment, args: ["--previous", join(output, "daten/manifest.json")] });
  assert.equal(again.code, 0, again.stderr);
});

test("a withdrawn release keeps its old addresses", () => {
  const aliases = "[/alt.html]";
  assert.deepEqual(redirectsOf({ [PROBE]: makeRelease({ aliases, withdrawn: "{date: 2024-05-12, reason: Die Meldung war falsch.}" }) }), [
    ["/alt.html", "/alt.html", "/2024/05/probe/"],
  ]);
});

test("old addresses of what is not public appear nowhere", async () => {
  const content = makeContent({
    [PROBE]: makeRelease({ draft: "true", aliases: "[/geheim/entwurf.html]" }),
    "releases/2099/01/spaeter.md": makeRelease({ date: "2099-01-10", aliases: "[/geheim/spaeter.html]" }),
    "releases/2024/07/sperre.md": makeRelease({ date: "2024-07-10", embargo: "2099-01-01T10:00", aliases: "[/geheim/sperre.html]" }),
    "pages/hilfe.md": makeFile({ title: "Hilfe", draft: "true", aliases: "[/geheim/hilfe.html]" }, "Text.\n"),
    "registers/people.yml": "petra-probe:\n  name: Petra Probe\n  aliases: [/geheim/person.html]\n",
    "registers/places.yml": "markt:\n  name: Markt\n  aliases: [/geheim/ort.html]\n",
  });
  const { output } = await buildSoundly(content, { environment });
  assertNowhere("geheim", { content, output });
  assert.deepEqual(listOf(output), []);
});

describe("two things at one address", () => {
  test("an old address beside or below what the archive writes is refused where it stands", () => {
    for (const [alias, reason] of [
      ["/2024/06/freibad/index.json", /belegt/],
      ["/themen/wirtschaft", /gehört schon .*topics\.yml/],
      ["/en/2024/06/freibad/", /gehört schon .*freibad\.md/],
      ["/sitemap-2024.xml", /belegt/],
      ["/feed.json", /belegt/],
    ] as const) {
      const { problems } = readWith({ [PROBE]: makeRelease({ aliases: `[/gut.html, ${alias}]` }) });
      assert.equal(problems.length, 1, alias);
      assert.match(problems.map(line).join(), /^releases\/2024\/05\/probe\.md:7:22 error /);
      assert.match(problems.map(line).join(), reason);
    }
  });

  const text = (address: string): Page => ({ address, kind: "data", from: "x", print: () => "x" });

  test("no two outputs share an address, whatever their case, last slash or index.html, and none lies below a file", () => {
    for (const [first, second] of [
      ["/a/", "/a/"],
      ["/a/", "/A/"],
      ["/a/", "/a/index.html"],
      ["/a", "/a/"],
      ["/a.html", "/a.html/b/"],
      ["/2024/BAND.svg", "/2024/band.svg"],
    ] as const) {
      const told = findCollisions([text("/"), text(first), text(second)])[0]?.message ?? "";
      assert.ok(told.includes(first) && told.includes(second), `${first} ${second}`);
    }
    assert.deepEqual(findCollisions([text("/"), text("/a/"), text("/a/b/"), text("/a.html"), text("/ab/")]), []);
  });

  test("the build stops and names both", async () => {
    const content = makeContent({
      [PROBE]: makeRelease({
        events: "[{name: Fest, date: 2024-06-01}]",
        attachments: "[{file: termine.ics, title: Termine}]",
        images: "[{file: bild.png, alt: Ein Bild, credit: Stadt}]",
      }),
      "releases/2024/05/probe/termine.ics": "BEGIN:VCALENDAR\nEND:VCALENDAR\n",
      "releases/2024/05/probe/bild.png": PNG,
    });
    const { code, stdout, stderr, output } = await build(content, { environment });
    assert.equal(code, 1, stdout);
    assert.match(stderr, /termine\.ics/);
    assert.ok(!existsSync(output));
  });
});
