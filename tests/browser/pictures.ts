import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { openBrowser, serve } from "./browser.ts";

// Pictures of each kind of page for README and docs/, so that a change of design shows in a review.

const ROOT = resolve(import.meta.dirname, "../..");
const FOLDER = join(ROOT, "docs/pictures");

const PICTURES: readonly { name: string; town: string; address: string; width: number; height: number; dark?: true }[] = [
  { name: "release", town: "content", address: "/2017/11/japan-delegation/", width: 1280, height: 1000 },
  { name: "release-phone", town: "content", address: "/2017/11/japan-delegation/", width: 390, height: 844 },
  { name: "home", town: "tests/fixtures/musterstadt", address: "/", width: 1280, height: 1000 },
  { name: "home-dark", town: "tests/fixtures/musterstadt", address: "/", width: 1280, height: 1000, dark: true },
  { name: "archive", town: "tests/fixtures/musterstadt", address: "/archiv/", width: 1280, height: 900 },
  { name: "year", town: "tests/fixtures/musterstadt", address: "/2026/", width: 1280, height: 900 },
  { name: "topics", town: "tests/fixtures/musterstadt", address: "/themen/", width: 1280, height: 900 },
  { name: "release-picture", town: "tests/fixtures/musterstadt", address: "/2026/11/alte-lohebruecke-gesperrt/", width: 1280, height: 1200 },
];

const folder = mkdtempSync(join(tmpdir(), "stadtchronik-pictures-"));
const browser = await openBrowser();
if (!browser) throw new Error("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
mkdirSync(FOLDER, { recursive: true });
try {
  for (const town of new Set(PICTURES.map((picture) => picture.town))) {
    const output = join(folder, town.replaceAll("/", "-"));
    const environment = { ...process.env, CONTENT: town, OUTPUT: output, NOW: "2026-11-23T12:00:00+01:00" };
    execFileSync(process.execPath, ["--import", "tsx", "src/commands/build.ts"], { cwd: ROOT, env: environment, stdio: "inherit" });
    const site = await serve(output);
    for (const { name, address, width, height, dark } of PICTURES.filter((picture) => picture.town === town)) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme: dark ? "dark" : "light" });
      await page.goto(site.url + address, { waitUntil: "networkidle" });
      await page.screenshot({ path: join(FOLDER, `${name}.png`) });
      await page.close();
    }
    site.close();
  }
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
