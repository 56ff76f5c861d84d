import assert from "node:assert/strict";
import { cpSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { adopt } from "../../src/commands/adopt.ts";
import { buildSoundly, call, filesBelow, layFiles, makeFolder, NOW, ROOT, read, run } from "../fixture.ts";

const CITY = ["--name", "Stadt Beispielhausen", "--url", "https://nachrichten.beispielhausen.example/"];

/** The files of a content folder that tell of Leipzig. */
const ofLeipzig = (content: string) =>
  [...filesBelow(content)]
    .filter(([path, bytes]) => /^(releases|registers|site)/.test(path) && /Albrecht|japan|l-iz/i.test(`${path}${bytes}`))
    .map(([path]) => path);

function demonstration(): string {
  const content = join(makeFolder(), "content");
  cpSync(join(ROOT, "content"), content, { recursive: true });
  return content;
}

test("a new city starts from a blank archive that builds: one draft, nothing public, nothing of Leipzig left", async () => {
  const content = demonstration();
  const adopted = await run(["src/commands/adopt.ts", ...CITY], { CONTENT: content, NOW });
  assert.equal(adopted.code, 0, adopted.stderr);
  const { output, stdout } = await buildSoundly(content);
  assert.match(stdout, /nicht öffentlich 1 \+ abgewiesen 0/);
  assert.match(readFileSync(join(output, "index.html"), "utf8"), /Noch keine Meldung/);
  assert.match(readFileSync(join(output, "index.html"), "utf8"), /Stadt Beispielhausen/);
  assert.ok(filesBelow(content).has("site.yml"));
  assert.deepEqual(ofLeipzig(content), []);
});

test("the look is explained field by field, and holds as soon as its # go", async () => {
  const content = demonstration();
  await call(adopt, CITY, { CONTENT: content, NOW });
  const written = readFileSync(join(content, "site.yml"), "utf8");
  const block = /^# theme:\n(?:# .*\n)+/m.exec(written)?.[0] ?? "";
  assert.match(block, /^# {3}# .*Farbe der Stadt.*\n# {3}accent: "#[0-9a-f]{6}"$/m);
  const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10H0z"/></svg>';
  const theme = ":root { --kern-color-layout-text-muted: #444 }";
  layFiles(content, {
    "site.yml": written.replace(block, block.replace(/^# /gm, "")),
    "assets/logo.svg": drawing,
    "assets/logo-dunkel.svg": drawing,
    "assets/theme.css": `@media (prefers-color-scheme: light) { ${theme} }`,
  });
  const { archive, problems } = read(content);
  assert.deepEqual(
    problems.filter(({ severity }) => severity === "error"),
    [],
  );
  assert.equal(archive?.site.theme.palettes.light.muted, "#444444");
  assert.equal(archive?.site.theme.logo?.alt, "Stadt Musterstadt");
});

test("the first release is public as soon as its line draft: true goes", async () => {
  const content = demonstration();
  await call(adopt, CITY, { CONTENT: content, NOW });
  const [path] = [...filesBelow(content).keys()].filter((file) => file.endsWith("erste-meldung.md"));
  assert.ok(path);
  const file = join(content, path);
  const { writeFileSync } = await import("node:fs");
  writeFileSync(file, readFileSync(file, "utf8").replace("draft: true\n", ""));
  const { output } = await buildSoundly(content, { environment: { NOW: "2099-01-01T00:00:00Z" } });
  assert.ok(existsSync(join(output, path.replace(/^releases\//, "").replace(/\.md$/, "/index.html"))));
});

test("where a city has releases of its own, nothing is deleted", async () => {
  const content = demonstration();
  cpSync(join(content, "releases/2017/11/japan-delegation.md"), join(content, "releases/2017/11/eigene-meldung.md"));
  const before = filesBelow(content);
  const adopted = await run(["src/commands/adopt.ts", ...CITY], { CONTENT: content, NOW });
  assert.equal(adopted.code, 1);
  assert.match(adopted.stderr, /eigene-meldung\.md.*nichts gelöscht/);
  assert.deepEqual(filesBelow(content), before);
});

test("without name or address, with an address that does not end on / or an unknown word, the help is shown and nothing done", async () => {
  const content = demonstration();
  const before = filesBelow(content);
  for (const args of [
    [],
    ["--name", "Stadt X"],
    ["--name", "Stadt X", "--url", "https://x.example"],
    ["--name", "Stadt X", "--url", "https://x.example/", "--jetzt"],
  ]) {
    const adopted = await call(adopt, args, { CONTENT: content, NOW });
    assert.equal(adopted.code, 2, args.join(" "));
    assert.match(adopted.stderr, /npm run adopt/);
  }
  assert.deepEqual(filesBelow(content), before);
});
