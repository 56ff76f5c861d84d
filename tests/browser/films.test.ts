import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import { buildSoundly, MP3, MP4, makeContent, makeRelease, PROBE, VTT } from "../fixture.ts";
import { createValidator } from "../hostile/hostile-markup.ts";
import { serve } from "./browser.ts";
import { browser, NO_BROWSER } from "./opened.ts";

const BESIDE = "releases/2024/05/probe/";
const { output } = await buildSoundly(
  makeContent({
    [PROBE]: makeRelease({
      attachments:
        "[{file: fest.mp4, title: Rundgang über das Fest, captions: fest.vtt}, {file: dgs.mp4, title: Die Meldung, signLanguage: true}, " +
        "{file: rede.mp3, title: Grußwort zur Eröffnung, transcript: Guten Tag und herzlich willkommen.}]",
    }),
    [`${BESIDE}fest.mp4`]: MP4,
    [`${BESIDE}fest.vtt`]: VTT,
    [`${BESIDE}dgs.mp4`]: MP4,
    [`${BESIDE}rede.mp3`]: MP3,
  }),
);

test("a page with films is valid", async () => {
  const html = readFileSync(join(output, "2024/05/probe/index.html"), "utf8");
  const validate = createValidator({
    extends: ["html-validate:standard", "html-validate:a11y"],
    rules: { "no-trailing-whitespace": "off" },
  });
  const { results } = await validate.validateString(html, "index.html");
  assert.deepEqual(
    results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId} ${message}`)),
    [],
  );
});

test("films load nothing until somebody plays one, are reached by keyboard, and axe finds no barrier at any width", async (context) => {
  if (!browser) return context.skip(NO_BROWSER);
  const site = await serve(output);
  const page = await browser.newPage();
  try {
    const asked: string[] = [];
    page.on("request", (request) => asked.push(new URL(request.url()).pathname));
    await page.goto(`${site.url}/2024/05/probe/`, { waitUntil: "networkidle" });
    assert.ok(asked.includes("/assets/style.css"));
    assert.deepEqual(
      asked.filter((path) => /\.(mp4|mp3|vtt)$/.test(path)),
      [],
    );
    for (const width of [320, 1280]) {
      await page.setViewportSize({ width, height: 800 });
      const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
      assert.deepEqual(
        violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`),
        [],
      );
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${width} px`);
    }
    await page.evaluate(() =>
      document
        .querySelector("video")
        ?.play()
        .catch(() => undefined),
    );
    await page.waitForRequest(/fest\.mp4$/, { timeout: 5000 }).catch(() => undefined);
    assert.ok(asked.includes("/2024/05/probe/fest.mp4"), "the policy of the page allows its films");
  } finally {
    await page.close();
    site.close();
  }
});
