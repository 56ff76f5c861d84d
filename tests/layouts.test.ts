import assert from "node:assert/strict";
import { cpSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { buildSoundly, filesBelow, layFiles, makeContent, makeFolder, NOW, ROOT, run, snapshot } from "./fixture.ts";

const original = (path: string) => readFileSync(join(ROOT, "layouts", path), "utf8");

/** A layout of the software, changed in one place that it has. */
function changed(path: string, from: string, to: string): string {
  const source = original(path);
  assert.ok(source.includes(from), `${path} does not say ${from}`);
  return source.replace(from, to);
}

test("a city's own layouts, style sheets and words stand in place of the software's, file by file and word by word", async () => {
  const city = makeFolder();
  cpSync(makeContent(), join(city, "content"), { recursive: true });
  layFiles(city, {
    "layouts/home.njk": changed("home.njk", "<h1", '<h1 id="eigene-startseite"'),
    "layouts/macros/site-footer.njk": changed("macros/site-footer.njk", "<footer", '<footer id="eigene-fusszeile"'),
    "layouts/styles/tokens.css": changed(
      "styles/tokens.css",
      "--kern-color-action-default:",
      "--eigene: 1; --kern-color-action-default:",
    ).replace(/(--kern-color-action-default:\s*)[^;]+/, "$1#006b2d"),
    "layouts/texts/de.json": '{"home": {"heading": "Neues aus dem Rathaus"}}',
    "layouts/scripts/copy-text.js": "// eigenes Programm\n",
  });
  const build = async () => {
    const built = await run([join(ROOT, "src/commands/build.ts")], { NOW }, city);
    assert.equal(built.code, 0, built.stdout + built.stderr);
    return snapshot(join(city, "_site"));
  };
  const own = await build();
  const home = Buffer.from(own["index.html"] ?? "", "latin1").toString();
  assert.match(home, /<h1 id="eigene-startseite" class="visually-hidden">Neues aus dem Rathaus</);
  assert.match(home, /Zum Inhalt/, "what the city does not say otherwise is said by the software");
  for (const [path, html] of Object.entries(own))
    if (path.endsWith(".html") && html.includes("<footer")) assert.match(html, /eigene-fusszeile/, path);
  assert.match(own["assets/style.css"] ?? "", /--eigene: ?1/);
  assert.match(own["assets/icon.svg"] ?? "", /rect\{fill:#006b2d\}/i, "what is made of the tokens is made of the city's");
  assert.equal(own["assets/copy-text.js"], "// eigenes Programm\n");

  rmSync(join(city, "layouts"), { recursive: true });
  const [later, fresh] = [await build(), snapshot((await buildSoundly(join(city, "content"))).output)];
  assert.deepEqual(Object.keys(later), Object.keys(fresh));
  assert.deepEqual(
    Object.keys(later).filter((path) => later[path] !== fresh[path]),
    [],
    "without its own layouts the site is as if there had never been any",
  );
  assert.ok(filesBelow(join(city, "_site")).size > 20);
});
