import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { ManifestEntry } from "../src/build/manifest.ts";
import {
  buildWith,
  copyProject,
  type Fields,
  type Files,
  filesBelow,
  layFiles,
  line,
  makeContent,
  makeFile,
  makeRelease,
  NOW,
  PROBE,
  PROJECT_PARTS,
  placesOf,
  ROOT,
  type Run,
  run,
  visibleText,
} from "./fixture.ts";

const FOLDERS = ["bin", "src", "layouts"];

/** The files in which two projects differ. */
function touched(project: string, original = ROOT): string[] {
  const [here, there] = [project, original].map((root) => new Map(FOLDERS.flatMap((folder) => prefixed(root, folder))));
  const all = new Set([...(here?.keys() ?? []), ...(there?.keys() ?? [])]);
  assert.ok(all.size > 100, "the projects were not read");
  const files = [...all].filter((path) => here?.get(path) !== there?.get(path));
  const single = PROJECT_PARTS.filter((part) => !FOLDERS.includes(part));
  return [...files, ...single.filter((part) => readText(project, part) !== readText(original, part))].sort();
}

const prefixed = (root: string, folder: string) =>
  [...filesBelow(join(root, folder))].map(([path, bytes]): [string, string] => [`${folder}/${path}`, bytes.toString("latin1")]);
const readText = (folder: string, path: string) => readFileSync(join(folder, path), "utf8");

/** Replaces pieces of a file that stand in it once. */
function edit(project: string, path: string, ...replacements: [string, string][]): void {
  let source = readText(project, path);
  for (const [from, to] of replacements) {
    assert.equal(source.split(from).length, 2, `${path} does not say this once: ${from}`);
    source = source.replace(from, () => to);
  }
  writeFileSync(join(project, path), source);
}

/** Adds words of the interface, each at its place in the tree of messages. */
function addWords(project: string, language: string, words: Record<string, unknown>): void {
  const path = join(project, `layouts/texts/${language}.json`);
  const messages = JSON.parse(readFileSync(path, "utf8")) as Record<string, object>;
  for (const [group, added] of Object.entries(words)) Object.assign(messages[group] ?? {}, added);
  writeFileSync(path, `${JSON.stringify(messages, null, 2)}\n`);
}

/** Builds with a project's own program; what it keeps lies beside it. */
const buildBy = (project: string, content: string): Promise<Run> =>
  buildWith(project, { CONTENT: content, OUTPUT: outputOf(project), CACHE: join(project, ".cache"), NOW });
const outputOf = (project: string) => join(project, "_site");

async function buildSoundlyWith(project: string, content: string): Promise<Run> {
  const built = await buildBy(project, content);
  assert.equal(built.code, 0, built.stdout + built.stderr);
  return built;
}

const page = (project: string, path: string) => readText(outputOf(project), path);
const feedsOf = (project: string) => [...filesBelow(outputOf(project)).keys()].filter((path) => path.endsWith("feed.xml"));
const kindsIn = (project: string) =>
  Object.fromEntries(
    (JSON.parse(page(project, "daten/manifest.json")) as { addresses: ManifestEntry[] }).addresses.map(({ address, kind }) => [
      address,
      kind,
    ]),
  );

const FACETS = "src/archive/facets.ts";
const CAPABILITIES = "src/site/capabilities.ts";

function takeFeedsOfPlaces(project: string): void {
  edit(project, FACETS, ['{ name: "places", hasFeed: true', '{ name: "places", hasFeed: false']);
}

/** A capability that prints a text: who is behind the site (humanstxt.org). */
function addHumans(project: string): void {
  layFiles(project, {
    "src/site/humans.ts": `import type { Archive } from "../archive/archive.ts";
import { type Page, textPage } from "./pages.ts";

/** Who is behind the site (humanstxt.org). */
export function humans({ site }: Archive): Page[] {
  return [textPage({ address: "/humans.txt", kind: "data", from: site.publisher.name, print: (name) => \`\${name}\\n\` })];
}
`,
  });
  addCapability(project, "humans");
}

/** A capability that prints a page in HTML; its layout is laid apart. */
function addOldest(project: string): void {
  layFiles(project, {
    "src/site/oldest.ts": `import type { Archive } from "../archive/archive.ts";
import type { Release } from "../content/release/release.ts";
import type { Page, View } from "./pages.ts";

/** The oldest releases. */
export interface OldestView extends View {
  layout: "oldest";
  releases: readonly Release[];
}

/** The page of the oldest releases. */
export function oldest({ listed, site }: Archive): Page[] {
  const view: OldestView = {
    layout: "oldest",
    kind: "list",
    address: "/aelteste/",
    language: site.language,
    title: "Die ältesten Meldungen",
    description: undefined,
    isIndexed: true,
    alternates: [],
    releases: listed.slice(-2),
  };
  return [view];
}
`,
  });
  addCapability(project, "oldest");
}

const OLDEST_LAYOUT = {
  "layouts/oldest.njk": `{% extends "base.njk" %}
{% from "macros/release-line.njk" import releaseLine %}
{% block main %}
<h1>{{ view.title }}</h1>
<ol class="release-list">
{% for release in view.releases %}
{{ releaseLine(release, view, "short") }}
{% endfor %}
</ol>
{% endblock %}
`,
};

function addCapability(project: string, name: string): void {
  edit(
    project,
    CAPABILITIES,
    ['import { home } from "./home.ts";\n', `import { home } from "./home.ts";\nimport { ${name} } from "./${name}.ts";\n`],
    ["  corrections,\n", `  corrections,\n  ${name},\n`],
  );
}

/** The facet of what the city builds and plans: /projekte/. */
function addProjects(project: string): void {
  edit(project, "src/addresses.ts", ['places: "orte" }', 'places: "orte", projects: "projekte" }']);
  edit(project, "src/content/register-schema.ts", [
    "places: placeSchema,",
    'places: placeSchema,\n  projects: z.strictObject(common("Radschnellweg", "Cycle highway", "Ein Radweg.", "/radweg.html")),',
  ]);
  edit(
    project,
    "src/content/release/schema.ts",
    ['places: "places" } as const', 'places: "places", projects: "projects" } as const'],
    [
      "  events: listed(\n",
      '  projects: listed(id("Kennung eines Projekts", "bahnhof"), "Projekte", ["bahnhof"]).optional(),\n  events: listed(\n',
    ],
  );
  edit(project, FACETS, [
    "entriesOf: (release) => release.places },\n",
    `entriesOf: (release) => release.places },
  { name: "projects", hasFeed: true, isDivided: false, hasPage: () => true, entriesOf: (release) => release.projects },
`,
  ]);
  addWords(project, "de", {
    navigation: { projects: "Projekte" },
    facets: { projects: { heading: "Projekte der Stadt", description: "Alle Projekte, zu denen es Meldungen gibt." } },
    feeds: { projects: "Meldungen zum Projekt {name} im vollen Wortlaut." },
  });
  addWords(project, "en", {
    navigation: { projects: "Projects" },
    facets: { projects: { heading: "Projects of the city", description: "All projects that releases are about." } },
    feeds: { projects: "Releases about the project {name}, in full." },
  });
}

const release = (fields: Fields = {}) => makeRelease({ places: "[markt]", projects: "[bahnhof]", ...fields });

/** A town with three releases, as many as a feed needs, of one topic, office, place and project, and one that was withdrawn. */
const TOWN: Files = {
  "releases/2024/04/stadtfest.md": release({ title: "Stadtfest beginnt am Freitag", date: "2024-04-02" }),
  [PROBE]: release(),
  [PROBE.replace(".md", ".en.md")]: makeFile(
    { title: "Library bus on Saturdays", summary: "The library bus stops every Saturday from now on." },
    "The library bus stops every Saturday.\n",
  ),
  "releases/2024/06/freibad.md": release({ title: "Freibad öffnet früher", date: "2024-06-03" }),
  "releases/2024/07/irrtum.md": release({
    title: "Altstadt wird verkauft",
    date: "2024-07-01",
    projects: "[bahnhof, altstadt]",
    withdrawn: "{date: 2024-07-02, reason: Die Meldung war falsch.}",
  }),
  "registers/projects.yml": "bahnhof:\n  name: Neuer Bahnhof\n  names: {en: New Station}\naltstadt:\n  name: Altstadt\n",
};

describe("a project to which a facet and two capabilities were added", () => {
  const content = makeContent(TOWN);
  const [faceted, textual, grown] = [copyProject(), copyProject(), copyProject()];
  for (const project of [faceted, grown]) addProjects(project);
  for (const project of [textual, grown]) addHumans(project);
  addOldest(grown);
  before(async () => {
    layFiles(grown, OLDEST_LAYOUT);
    await buildSoundlyWith(grown, content);
  });

  test("A capability costs its module and its line in the list; its page is on the site and in the manifest.", () => {
    assert.deepEqual(touched(textual), [CAPABILITIES, "src/site/humans.ts"]);
    assert.equal(page(grown, "humans.txt"), "Stadt Probestadt, Presseamt\n");
    assert.equal(kindsIn(grown)["/humans.txt"], "data");
  });

  test("A capability that prints HTML costs its layout besides; its page is on the site, in the manifest and in the sitemap.", async () => {
    const project = copyProject();
    addProjects(project);
    addOldest(project);
    const failed = await buildBy(project, content);
    assert.equal(failed.code, 1);
    assert.match(failed.stderr, /^Für \/aelteste\/ fehlt das Layout layouts\/oldest\.njk\.$/m);
    assert.doesNotMatch(failed.stderr, /^ +at /m);
    assert.deepEqual([...filesBelow(outputOf(project))], []);

    layFiles(project, OLDEST_LAYOUT);
    assert.deepEqual(touched(project, faceted), ["layouts/oldest.njk", CAPABILITIES, "src/site/oldest.ts"]);
    const shown = visibleText(page(grown, "aelteste/index.html"));
    assert.match(shown, /Die ältesten Meldungen/);
    assert.match(shown, /Stadtfest beginnt am Freitag/);
    assert.doesNotMatch(shown, /Freibad öffnet früher/);
    assert.equal(kindsIn(grown)["/aelteste/"], "list");
    assert.match(page(grown, "sitemap-seiten.xml"), /<loc>https:\/\/probestadt\.example\/aelteste\/<\/loc>/);
  });

  test("A facet costs its segment, its register, its field, its line in the table and its words in two languages: six files.", () => {
    assert.deepEqual(touched(faceted), [
      "layouts/texts/de.json",
      "layouts/texts/en.json",
      "src/addresses.ts",
      FACETS,
      "src/content/register-schema.ts",
      "src/content/release/schema.ts",
    ]);
  });

  test("A new facet has its overview, the pages and feeds of its entries and its place in the navigation, in each language.", () => {
    assert.match(page(grown, "index.html"), /<a href="\/projekte\/">Projekte<\/a>/);
    assert.match(page(grown, "en/index.html"), /<a href="\/en\/projekte\/">Projects<\/a>/);
    assert.match(
      page(grown, "projekte/index.html"),
      /<h1>Projekte der Stadt<\/h1>[\s\S]*<a href="\/projekte\/bahnhof\/"><span>Neuer Bahnhof</,
    );
    assert.match(page(grown, "en/projekte/index.html"), /<h1>Projects of the city<\/h1>[\s\S]*New Station</);
    const entry = page(grown, "projekte/bahnhof/index.html");
    for (const title of ["Stadtfest beginnt", "Bücherbus fährt", "Freibad öffnet"]) assert.match(entry, new RegExp(title));
    assert.match(page(grown, "en/projekte/bahnhof/index.html"), /Library bus on Saturdays/);
    const feed = page(grown, "projekte/bahnhof/feed.xml");
    assert.match(feed, /Meldungen zum Projekt Neuer Bahnhof im vollen Wortlaut\./);
    assert.equal(feed.match(/<entry /g)?.length, 3);
    assert.match(page(grown, "abonnieren/index.html"), /Projekte der Stadt<[\s\S]*\/projekte\/bahnhof\/feed\.xml/);
    assert.match(page(grown, "sitemap-seiten.xml"), /\/projekte\/bahnhof\/</);
    const kinds = kindsIn(grown);
    assert.deepEqual([kinds["/projekte/"], kinds["/projekte/bahnhof/"], kinds["/projekte/bahnhof/feed.xml"]], ["list", "entry", "feed"]);
  });

  test("A withdrawn release leaves the lists of a new facet, whose entries keep their pages.", () => {
    const naming = placesOf("Altstadt wird verkauft", outputOf(grown));
    assert.ok(naming.includes("2024/07/irrtum/index.html"));
    assert.deepEqual(
      naming.filter((path) => path.includes("projekte")),
      [],
    );
    assert.match(page(grown, "projekte/altstadt/index.html"), /Hier gibt es zurzeit keine Meldungen\./);
  });

  test("A facet gains or loses the feeds of its entries, and every link to them, by one word in one file.", async () => {
    const [feedless, feed, english] = [copyProject(), "orte/markt/feed.xml", "en/orte/markt/feed.xml"];
    addProjects(feedless);
    takeFeedsOfPlaces(feedless);
    assert.deepEqual(touched(feedless, faceted), [FACETS]);
    await buildSoundlyWith(feedless, content);
    assert.deepEqual(
      feedsOf(grown).filter((path) => !feedsOf(feedless).includes(path)),
      [english, feed],
    );
    const naming = placesOf(feed, outputOf(grown));
    for (const path of [feed, "abonnieren/index.html", "orte/markt/index.html", "daten/manifest.json"]) {
      assert.ok(naming.includes(path), path);
    }
    assert.deepEqual(placesOf(feed, outputOf(feedless)), []);
    assert.match(page(grown, "abonnieren/index.html"), />Orte<\/h3>/);
    assert.doesNotMatch(page(feedless, "abonnieren/index.html"), />Orte<\/h3>/);
    assert.match(page(feedless, "orte/markt/index.html"), /Freibad öffnet früher/);
  });

  test("What was read of a release is kept with the entries of a new facet, and a second build makes nothing.", async () => {
    const built = filesBelow(outputOf(grown));
    assert.notDeepEqual(placesOf('{"$entry":"projects/bahnhof"}', join(grown, ".cache")), []);
    const { stdout } = await buildSoundlyWith(grown, content);
    assert.match(stdout, /davon 0 neu gemacht/);
    assert.deepEqual(filesBelow(outputOf(grown)), built);
  });

  test("A release has the entries of a new facet until it is withdrawn, and an unknown id is refused with a suggestion.", async () => {
    // The copy's own modules, in this process: no page has to be made for this.
    const { readArchive } = (await import(
      pathToFileURL(join(grown, "src/archive/reading.ts")).href
    )) as typeof import("../src/archive/reading.ts");
    layFiles(content, {
      [PROBE]: release({ projects: "[banhof]" }),
      "releases/2024/05/zweimal.md": release({ projects: "[bahnhof, bahnhof]" }),
    });
    const { archive, problems } = readArchive({ folder: content, now: Date.parse(NOW), preview: false });
    const projects = Object.fromEntries(
      (archive?.releases ?? []).map((one) => [
        one.id,
        (one as unknown as { projects: { name: string }[] }).projects.map(({ name }) => name),
      ]),
    );
    assert.deepEqual(projects, { "2024/04/stadtfest": ["Neuer Bahnhof"], "2024/06/freibad": ["Neuer Bahnhof"], "2024/07/irrtum": [] });
    const told = problems.filter(({ severity }) => severity === "error").map(line);
    assert.deepEqual(
      told.filter((text) => !text.includes("probe.en.md")),
      [
        `${join(content, PROBE)}:8:12 error „banhof“ steht nicht in registers/projects.yml. ` +
          "Meinten Sie „bahnhof“? Sonst tragen Sie den Eintrag in registers/projects.yml ein: banhof: {name: Banhof}",
        `${join(content, "releases/2024/05/zweimal.md")}:8:21 error „bahnhof“ steht zweimal in „projects“. ` +
          "Lassen Sie nur einen der beiden Einträge stehen.",
      ],
    );
  });

  test("The compiler has nothing to ask of it.", async () => {
    const compiled = await run([join(ROOT, "node_modules/typescript/bin/tsc"), "-p", grown]);
    assert.deepEqual(compiled, { code: 0, stdout: "", stderr: "" });
  });
});
