import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { apache } from "../../../src/publishing/servers/apache.ts";
import { nginx } from "../../../src/publishing/servers/nginx.ts";
import { netlify } from "../../../src/publishing/servers/static-hosts.ts";
import { listPages } from "../../../src/site/capabilities.ts";
import type { FormField } from "../../../src/site/form/fields.ts";
import { editPlace } from "../../../src/site/form/links.ts";
import type { FormPageSettings } from "../../../src/site/form/page-settings.ts";
import { globalsOf } from "../../../src/site/globals.ts";
import { formPolicy } from "../../../src/site/hosting/policy.ts";
import { problemsOf } from "../../desk/checked.ts";
import { build, buildSoundly, filesBelow, line, makeContent, makeRelease, NOW, placesOf, read, readWith, SITE } from "../../fixture.ts";

const REPOSITORY = "repository: https://git.probestadt.example/presse/archiv\n";
const FORM = `${REPOSITORY}form: true\n`;

/** What the page of the form is told, with these lines in the settings. */
function toldBy(lines: string): FormPageSettings {
  const { archive, problems } = readWith({ "site.yml": SITE + lines });
  assert.deepEqual(problems.map(line), []);
  const view = listPages(archive ?? assert.fail()).find(({ address }) => address === "/redaktion/") as { settings?: string } | undefined;
  return JSON.parse(view?.settings ?? assert.fail("There is no form.")) as FormPageSettings;
}

const fieldsIn = (settings: FormPageSettings) => (settings.releases as { fields: FormField[] }).fields;
const named = (fields: FormField[], name: string) => fields.find((field) => field.name === name) ?? assert.fail(name);

describe("the form's configuration", () => {
  test("has the fields of the schema with its labels, lengths, forms and German messages", () => {
    const fields = fieldsIn(toldBy(FORM));
    assert.deepEqual(
      fields.slice(0, 6).map(({ name, label }) => [name, label]),
      [
        ["title", "Überschrift"],
        ["date", "Datum der Veröffentlichung"],
        ["summary", "Zusammenfassung"],
        ["body", "Text"],
        ["department", "Amt"],
        ["topics", "Themen"],
      ],
    );
    assert.deepEqual(named(fields, "title"), {
      name: "title",
      label: "Überschrift",
      widget: "string",
      minlength: 3,
      maxlength: 300,
      i18n: true,
    });
    assert.deepEqual(named(fields, "topics"), {
      name: "topics",
      label: "Themen",
      widget: "relation",
      collection: "registers",
      file: "topics",
      value_field: "entries.*.id",
      display_fields: ["entries.*.name"],
      search_fields: ["entries.*.name", "entries.*.id"],
      multiple: true,
      max: 10,
      required: false,
    });
    assert.deepEqual(
      (named(fields, "kind").options as { label: string }[]).map(({ label }) => label),
      ["Pressemitteilung", "Medieneinladung", "Stellungnahme", "Bekanntmachung"],
    );
    const images = named(fields, "images").fields as FormField[];
    assert.deepEqual(named(images, "alt").required, ["de"]);
    assert.equal(named(images, "credit").i18n, undefined);
    const [pattern = "", message] = named(named(fields, "events").fields as FormField[], "date").pattern as string[];
    assert.ok(new RegExp(pattern).test("2026-12-05T10:00") && !new RegExp(pattern).test("5.12.2026"));
    assert.equal(message, "Schreiben Sie zum Beispiel: 2017-11-14T19:00");
    const names = fields.map(({ name }) => name);
    const attachments = named(fields, "attachments").fields as FormField[];
    assert.deepEqual(named(attachments, "captions").accept, ".vtt,text/vtt");
    assert.equal(named(attachments, "signLanguage").widget, "boolean");
    assert.ok(!attachments.some(({ name }) => name === "transcript"), "its paragraphs would become one line");
    for (const hidden of ["aliases", "source", "reconstructed", "language"]) assert.ok(!names.includes(hidden), hidden);
  });

  test("writes where the settings say, as each host wants it, and signs in without a secret", () => {
    const backend = (lines: string) => {
      const { configuration } = toldBy(lines);
      const { commit_messages: _, ...told } = configuration.backend as Record<string, unknown>;
      return [told, configuration.publish_mode];
    };
    assert.deepEqual(backend(`${REPOSITORY}form: {application: abc}\n`), [
      {
        name: "gitlab",
        repo: "presse/archiv",
        branch: "main",
        base_url: "https://git.probestadt.example",
        api_root: "https://git.probestadt.example/api/v4",
        auth_type: "pkce",
        app_id: "abc",
      },
      "editorial_workflow",
    ]);
    assert.deepEqual(backend("repository: https://github.com/stadt/archiv\nform: true\n"), [
      { name: "github", repo: "stadt/archiv", branch: "main", auth_methods: ["token"] },
      "editorial_workflow",
    ]);
    assert.deepEqual(backend("repository: {url: https://codeberg.org/stadt/archiv, branch: haupt}\nform: {application: abc}\n"), [
      {
        name: "gitea",
        repo: "stadt/archiv",
        branch: "haupt",
        base_url: "https://codeberg.org",
        api_root: "https://codeberg.org/api/v1",
        auth_type: "pkce",
        app_id: "abc",
      },
      undefined,
    ]);
  });

  test("has a version for each language of the site, and none where there is one language", () => {
    const { i18n } = toldBy(FORM).configuration as { i18n?: { locales: string[] } };
    assert.deepEqual(i18n?.locales, ["de", "en", "de-simple"]);
    const alone = toldBy(`${FORM}languages: [de]\n`);
    assert.equal(alone.configuration.i18n, undefined);
    assert.ok(fieldsIn(alone).every((field) => field.i18n === undefined));
  });
});

describe("a site with the form", () => {
  const content = makeContent({ "site.yml": SITE + FORM });
  let output = "";
  before(async () => {
    ({ output } = await buildSoundly(content));
  });

  test("has its page, its script, its fonts and licences, and no list, feed, sitemap, search or data names it", () => {
    const files = [...filesBelow(output).keys()].filter((path) => path.startsWith("redaktion/"));
    for (const path of ["index.html", "form.js", "cms.js", "lizenzen.txt"]) assert.ok(files.includes(`redaktion/${path}`), path);
    assert.match(filesBelow(output).get("redaktion/lizenzen.txt")?.toString() ?? "", /@sveltia\/cms 0\.221\.1 \(MIT\)[\s\S]*Copyright/);
    const naming = placesOf("/redaktion/", output).filter((path) => !path.startsWith("redaktion/"));
    assert.deepEqual(naming, ["daten/manifest.json"], "the manifest names each file that is published");
    assert.match(filesBelow(output).get("redaktion/index.html")?.toString() ?? "", /<meta name="robots" content="noindex">/);
  });

  test("loads nothing from another host", () => {
    const cms = filesBelow(output).get("redaktion/cms.js")?.toString() ?? "";
    assert.ok(cms.length > 1_000_000 && !cms.includes("cdn.jsdelivr.net"));
  });

  test("tells each web server a policy of the form's own, by which it speaks with the host of the repository alone", () => {
    const { archive } = read(content);
    const policy = formPolicy(archive?.site ?? assert.fail());
    assert.match(policy ?? "", /connect-src 'self' data: blob: https:\/\/git\.probestadt\.example;/);
    const served = { prefix: "", host: "probestadt.example", isHttps: true, rules: [], forgotten: [], formPolicy: policy };
    const text = (files: { content: string | Uint8Array }[]) =>
      files.map((file) => Buffer.from(file.content).toString("latin1")).join("\n");
    const [, block = ""] = /location ~ "\^\/redaktion\/" \{([^}]*)\}/.exec(text(nginx(served))) ?? [];
    assert.ok(block.includes(`${policy}; frame-ancestors 'none'`) && block.includes('Cross-Origin-Opener-Policy "unsafe-none"'));
    const rules = text(apache(served));
    assert.match(
      rules.slice(rules.indexOf('<LocationMatch "^/redaktion/">')),
      /^[^\n]*\n[^<]*connect-src 'self' data: blob: https:\/\/git\.probestadt\.example/,
    );
    assert.doesNotMatch(rules, /always unset Cross-Origin-Opener-Policy/);
    const [, allowed = ""] = /Content-Security-Policy: (.*)/.exec(text(netlify(served))) ?? [];
    for (const part of ["'wasm-unsafe-eval'", "style-src 'self' 'unsafe-inline'", "https://git.probestadt.example"])
      assert.ok(allowed.includes(part), part);
    for (const servers of [nginx, apache, netlify])
      assert.doesNotMatch(text(servers({ ...served, formPolicy: undefined })), /redaktion|unsafe-inline|git\.probestadt/);
  });

  test("leads those who write to the form: to the release of this or the last year, else to the host of the repository", () => {
    const archive = read(content, { preview: true }).archive ?? assert.fail();
    assert.equal(globalsOf(archive).desk?.newRelease, "/redaktion/#/collections/releases-2026/new");
    assert.equal(editPlace(archive, "2025/03/probe", undefined), "/redaktion/#/collections/releases-2025/entries/03/probe");
    assert.equal(
      editPlace(archive, "2024/05/probe", "en"),
      "https://git.probestadt.example/presse/archiv/-/edit/main/content/releases/2024/05/probe.en.md",
    );
  });

  test("a site without the setting has nothing of it", () => {
    const { archive } = readWith({ "site.yml": SITE + REPOSITORY });
    assert.deepEqual(
      listPages(archive ?? assert.fail()).filter(({ address }) => address.startsWith("/redaktion")),
      [],
    );
  });
});

describe("what the form needs", () => {
  test("is told where it is missing: a repository, and an honest accessibility statement", () => {
    assert.match(
      readWith({ "site.yml": `${SITE}form: true\n` })
        .problems.map(line)
        .join(),
      /^site\.yml:10:1 error Das Formular weiß nicht, wohin/,
    );
    const full = `accessibility:\n  status: full\n  prepared: 2026-11-02\n  testedByPrograms: [axe]\n  testedByPeople: [NVDA]\n  enforcement: {name: Stelle}\n`;
    assert.match(
      readWith({ "site.yml": SITE + FORM + full })
        .problems.map(line)
        .join(),
      /site\.yml:13:3 error „full“ .* stimmt nicht, solange es das Formular/,
    );
  });

  test("its barriers stand in the accessibility statement, and nowhere where it is off", () => {
    const partial = "accessibility:\n  status: unknown\n  prepared: 2026-11-02\n  testedByPrograms: [axe]\n  enforcement: {name: Stelle}\n";
    const gapsWith = (lines: string) => {
      const pages = listPages(readWith({ "site.yml": SITE + lines + partial }).archive ?? assert.fail());
      return JSON.stringify(pages.find(({ address }) => address === "/barrierefreiheit/"));
    };
    assert.match(gapsWith(FORM), /Formular der Redaktion/);
    assert.doesNotMatch(gapsWith(REPOSITORY), /Formular der Redaktion/);
  });
});

describe("two releases of one name in two months of a year", () => {
  const twins = (settings: string) =>
    makeContent({
      "site.yml": SITE + settings,
      "releases/2024/05/stadtfest.md": makeRelease({ title: "Stadtfest war schön" }),
    });

  test("are an error where the form is on and one of them is new, and the message says what to do", async () => {
    const content = twins(FORM);
    const output = (await buildSoundly(makeContent({ "site.yml": SITE + FORM }))).output;
    const { code, stderr } = await build(content, { output });
    assert.equal(code, 1);
    assert.match(
      stderr,
      /05\/stadtfest\.md:1:1 .*Fehler: So heißt in diesem Jahr schon eine Meldung \(.*04\/stadtfest\.md\).*\[slug-twice-in-year\]\n.*Benennen Sie die Datei um/,
    );
    const told = await problemsOf(content, NOW);
    assert.deepEqual(
      told.map(({ id, severity }) => [id, severity]),
      [["slug-twice-in-year", "hint"]],
      "where nobody knows what was published, it is a hint",
    );
    rmSync(join(content, "releases/2024/05/stadtfest.md"));
  });

  test("are left alone where both were published before, but for a hint; and without the form nobody minds", async () => {
    const { output } = await buildSoundly(twins(REPOSITORY));
    const { code, stdout } = await buildSoundly(twins(FORM), { output });
    assert.equal(code, 0);
    assert.match(stdout, /1 Hinweis; npm run check zeigt ihn/);
    assert.deepEqual(await problemsOf(twins(REPOSITORY), NOW), []);
  });
});
