import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import fc from "fast-check";
import { createLinks, fileAddress, homeAddress, outputFile, pageAddress, releaseAddress } from "../src/addresses.ts";
import { isSlug, toSlug } from "../src/content/slugs.ts";
import { buildSoundly, copyContent, filesBelow, ROOT } from "./fixture.ts";

describe("names in addresses", () => {
  test("umlauts are written out, composed or not", () => {
    assert.equal(toSlug("Größe, Übermut & Äpfel: Maße"), "groesse-uebermut-aepfel-masse");
    assert.equal(toSlug("STRAẞE"), "strasse");
    assert.equal(toSlug("u\u0308ber"), "ueber");
  });

  test("other accents go, and what no address can hold becomes one hyphen", () => {
    assert.equal(toSlug("Café – Ærøskøbing (Łódź)"), "cafe-r-sk-bing-odz");
    assert.equal(toSlug("  …1.000 € / Tag!  "), "1-000-tag");
    assert.equal(toSlug("東京"), "");
  });

  test("a made name is one that addresses take, and never longer than 80 characters", () => {
    assert.equal(toSlug(`${"a".repeat(79)} bc`), "a".repeat(79));
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const slug = toSlug(text);
        assert.match(slug, /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
        assert.ok(slug.length <= 80);
        assert.equal(toSlug(slug), slug);
      }),
      { numRuns: 500 },
    );
  });

  test("a name of a-z, 0-9 and hyphens with 3 to 120 characters is a slug", () => {
    for (const slug of ["abc", "japan-delegation", "2017", "a".repeat(120)]) assert.equal(isSlug(slug), true, slug);
    for (const slug of ["ab", "a".repeat(121), "Abc", "größe", "a_b", "a.b", "a b", "", "../etc", "abc\n"])
      assert.equal(isSlug(slug), false, slug);
  });

  test("a name that Windows reserves for devices is no slug", () => {
    for (const slug of ["con", "prn", "aux", "nul", "com1", "lpt9"]) assert.equal(isSlug(slug), false, slug);
    assert.equal(isSlug("console"), true);
  });
});

describe("addresses", () => {
  test("a release has the address of its path, its versions the same below their language", () => {
    assert.equal(releaseAddress("2017/11/japan-delegation"), "/2017/11/japan-delegation/");
    assert.equal(releaseAddress("2017/11/japan-delegation", "en"), "/en/2017/11/japan-delegation/");
    assert.equal(releaseAddress("2009/00/alt", "de-simple"), "/leichte-sprache/2009/00/alt/");
    assert.equal(fileAddress("2017/11/japan-delegation", "plan.pdf"), "/2017/11/japan-delegation/plan.pdf");
  });

  test("pages stand at the root, the page for what does not exist where servers look for it", () => {
    assert.deepEqual(
      [homeAddress(), homeAddress("en"), pageAddress("impressum"), pageAddress("impressum", "en"), pageAddress("404")],
      ["/", "/en/", "/impressum/", "/en/impressum/", "/404.html"],
    );
  });

  test("an address that ends in a slash is answered by a file named index.html", () => {
    assert.deepEqual(["/", "/2017/11/x/", "/404.html", "/assets/style.css"].map(outputFile), [
      "index.html",
      "2017/11/x/index.html",
      "404.html",
      "assets/style.css",
    ]);
  });

  test("the path of the site's address is the prefix of every link", () => {
    for (const url of ["https://x.example/archiv/", "https://x.example/archiv"]) {
      const { href, absolute } = createLinks(url);
      assert.equal(href("/"), "/archiv/");
      assert.equal(href("/2017/11/x/"), "/archiv/2017/11/x/");
      assert.equal(absolute("/2017/11/x/"), "https://x.example/archiv/2017/11/x/");
    }
    assert.equal(createLinks("https://x.example/").href("/a/"), "/a/");
    assert.equal(createLinks("https://x.example:8080/").absolute("/a/"), "https://x.example:8080/a/");
  });

  test("what leads elsewhere gets no prefix", () => {
    const { href } = createLinks("https://x.example/archiv/");
    for (const target of ["https://y.example/", "mailto:a@y.example", "tel:+4930", "#inhalt"]) assert.equal(href(target), target);
  });
});

describe("a site below a path", () => {
  const found: { page: string; target: string }[] = [];
  let files: Map<string, Buffer>;
  before(async () => {
    const site = readFileSync(join(ROOT, "content/site.yml"), "utf8").replace(/^url: .*$/m, "url: https://x.example/archiv/");
    const text = readFileSync(join(ROOT, "content/pages/impressum.md"), "utf8");
    const content = copyContent("content", {
      "site.yml": site,
      "pages/impressum.md": `${text}\n\nZur [Startseite](/), [Meldung](/2017/11/japan-delegation/) und [Stelle](#anbieter).\n`,
    });
    const { output } = await buildSoundly(content);
    files = filesBelow(output);
    for (const [page, bytes] of files) {
      if (!page.endsWith(".html")) continue;
      for (const [, , target = ""] of bytes.toString().matchAll(/\s(href|src|srcset|action|poster)="([^"]*)"/g))
        found.push({ page, target });
    }
  });

  test("every link of every page begins with the path, leads elsewhere or stays on the page", () => {
    assert.ok(found.length > 50, `${found.length} links`);
    assert.ok(found.some(({ page, target }) => page === "impressum/index.html" && target === "/archiv/2017/11/japan-delegation/"));
    const wrong = found.filter(
      ({ target }) =>
        !/^(\/archiv\/|#|mailto:|tel:)/.test(target) &&
        !/^https?:\/\/(?!x\.example)/.test(target) &&
        !target.startsWith("https://x.example/archiv/"),
    );
    assert.deepEqual(wrong, []);
  });

  test("no link of the site to itself leads to nothing", () => {
    const own = found.flatMap(({ page, target }) => {
      const path = target.replace(/^https:\/\/x\.example/, "");
      return path.startsWith("/archiv/") ? [{ page, path: path.slice("/archiv".length).replace(/[?#].*$/, "") }] : [];
    });
    assert.ok(own.length > 30);
    assert.deepEqual(
      own.filter(({ path }) => !files.has(outputFile(decodeURI(path)))),
      [],
    );
  });

  test("the style sheet asks for nothing outside the path", () => {
    const targets = [...String(files.get("assets/style.css")).matchAll(/url\(["']?([^"')]*)/g)].map(([, target = ""]) => target);
    assert.ok(targets.length > 0);
    assert.deepEqual(
      targets.filter((target) => !target.startsWith("data:") && !files.has(`assets/${target}`)),
      [],
    );
  });
});
