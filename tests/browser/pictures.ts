import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import sharp from "sharp";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand } from "../../src/commands/command.ts";
import { buildSoundly, copyContent, makeContent, makeFolder, makeRelease, ROOT } from "../fixture.ts";
import { FULL, overfullTown, PREFIX } from "../overfull.ts";
import { openBrowser, serve } from "./browser.ts";

// Pictures of each kind of page for README and docs/, so that a change of design shows in a review.

const FOLDER = join(ROOT, "docs/pictures");
const NOW = "2026-11-23T12:00:00+01:00";

/** What a picture is taken on: a desk's screen, a phone, either in the dark, or paper (its first pages side by side). */
type Medium = "desk" | "desk-dark" | "phone" | "phone-dark" | "print";

const SCREENS = { desk: { width: 1280, height: 960 }, phone: { width: 390, height: 844 } };

/** Paper: dots per inch of a page's picture, and how many pages of a document are shown. */
const PAPER = { dots: 60, pages: 2 };

interface Scene {
  name: string;
  says: string;
  town: "leipzig" | "musterstadt" | "overfull" | "empty";
  address: string;
  media: readonly Medium[];
}

const SCENES: readonly Scene[] = [
  {
    name: "release",
    says: "A release",
    town: "leipzig",
    address: "/2017/11/japan-delegation/",
    media: ["desk", "phone", "phone-dark", "print"],
  },
  { name: "home", says: "Home", town: "musterstadt", address: "/", media: ["desk", "desk-dark", "phone"] },
  {
    name: "release-picture",
    says: "A release with pictures",
    town: "musterstadt",
    address: "/2026/11/alte-lohebruecke-gesperrt/",
    media: ["desk", "desk-dark", "print"],
  },
  {
    name: "release-table",
    says: "A long release with a table",
    town: "musterstadt",
    address: "/2026/11/haushaltsentwurf-2027/",
    media: ["phone", "print"],
  },
  { name: "withdrawn", says: "A withdrawn release", town: "musterstadt", address: "/2021/06/badestelle-muehlteich/", media: ["desk"] },
  {
    name: "easy-language",
    says: "Leichte Sprache",
    town: "musterstadt",
    address: "/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/",
    media: ["phone"],
  },
  { name: "archive", says: "The archive", town: "musterstadt", address: "/archiv/", media: ["desk", "phone"] },
  { name: "year", says: "A year", town: "musterstadt", address: "/2026/", media: ["desk", "phone", "print"] },
  { name: "month", says: "A month", town: "musterstadt", address: "/2026/11/", media: ["desk"] },
  { name: "events", says: "Events", town: "musterstadt", address: "/termine/", media: ["desk", "phone"] },
  { name: "people", says: "All people", town: "musterstadt", address: "/personen/", media: ["desk"] },
  { name: "topics", says: "All topics", town: "musterstadt", address: "/themen/", media: ["desk"] },
  { name: "topic", says: "A topic", town: "musterstadt", address: "/themen/verkehr/", media: ["desk", "phone"] },
  { name: "corrections", says: "Corrections", town: "musterstadt", address: "/korrekturen/", media: ["desk"] },
  { name: "subscribe", says: "Feeds", town: "musterstadt", address: "/abonnieren/", media: ["desk"] },
  { name: "data", says: "Open data", town: "musterstadt", address: "/daten/", media: ["desk"] },
  { name: "page", says: "A page of the city", town: "leipzig", address: "/impressum/", media: ["desk", "print"] },
  {
    name: "search",
    says: "What a search finds",
    town: "musterstadt",
    address: "/suche/?q=Br%C3%BCcke&thema=verkehr",
    media: ["desk", "desk-dark", "phone", "phone-dark"],
  },
  { name: "search-nothing", says: "A misspelt word", town: "musterstadt", address: "/suche/?q=Hochwaser", media: ["desk"] },
  { name: "not-found", says: "No such page", town: "musterstadt", address: "/gibt/es/nicht/", media: ["desk", "phone"] },
  { name: "empty", says: "Before the first release", town: "empty", address: "/", media: ["desk"] },
  { name: "overfull", says: "Everything at its most", town: "overfull", address: FULL, media: ["desk", "phone"] },
];

const CONTENT: Record<Scene["town"], () => string> = {
  leipzig: () => copyContent("content"),
  musterstadt: () => copyContent("tests/fixtures/musterstadt"),
  overfull: () => makeContent(overfullTown()),
  empty: () => makeContent({ "releases/2024": null, "releases/2024/05/probe.md": makeRelease({ draft: "true" }) }),
};

const fileOf = (name: string, medium: Medium) => `${medium === "desk" ? name : `${name}-${medium.replace("desk-", "")}`}.png`;

async function take(browser: Browser, url: string, medium: Medium): Promise<Buffer> {
  const [screen, scheme] = medium.split("-") as ["desk" | "phone" | "print", "dark" | undefined];
  const viewport = screen === "print" ? SCREENS.desk : SCREENS[screen];
  const page = await browser.newPage({ viewport, colorScheme: scheme ?? "light", deviceScaleFactor: 1 });
  try {
    await page.goto(url, { waitUntil: "networkidle" });
    return screen === "print" ? await paper(page) : await page.screenshot();
  } finally {
    await page.close();
  }
}

/** The first pages as they come out of the printer, side by side with a hairline between; Debian's poppler-utils draws them. */
async function paper(page: Page): Promise<Buffer> {
  const folder = makeFolder();
  await page.pdf({ path: join(folder, "page.pdf"), format: "A4", preferCSSPageSize: true });
  execFileSync("pdftoppm", ["-r", String(PAPER.dots), "-l", String(PAPER.pages), "-png", join(folder, "page.pdf"), join(folder, "sheet")]);
  const names = readdirSync(folder).filter((name) => name.endsWith(".png"));
  const sheets = await Promise.all(names.sort().map((name) => sharp(join(folder, name)).toBuffer({ resolveWithObject: true })));
  const [width, height] = [Math.max(...sheets.map(({ info }) => info.width)), Math.max(...sheets.map(({ info }) => info.height))];
  return sharp({ create: { width: sheets.length * (width + 1) + 1, height: height + 2, channels: 3, background: "#888" } })
    .composite(sheets.map(({ data }, index) => ({ input: data, left: index * (width + 1) + 1, top: 1 })))
    .png()
    .toBuffer();
}

/** Takes pictures of each kind of page. */
export const command = defineCommand({
  name: "pictures",
  summary: {
    de: "Nimmt von jeder Art Seite Bilder auf, damit zu sehen ist, was eine andere Gestaltung ändert",
    en: "Takes pictures of each kind of page, so that a change of design shows",
  },
  about: {
    de: "Schreibt docs/pictures/ neu; braucht Chrome oder Chromium und poppler-utils (Debian).",
    en: "Writes docs/pictures/ anew; needs Chrome or Chromium and poppler-utils (Debian).",
  },
  options: {},
  exits: { de: "0 geschrieben, 1 nichts geändert", en: "0 written, 1 nothing changed" },
  run: async () => {
    const browser = await openBrowser();
    if (!browser) {
      console.error("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
      return 1;
    }
    if (spawnSync("pdftoppm", ["-v"]).error) {
      console.error("Hier ist kein pdftoppm; installieren Sie poppler-utils.");
      await browser.close();
      return 1;
    }
    rmSync(FOLDER, { recursive: true, force: true });
    mkdirSync(FOLDER, { recursive: true });
    try {
      for (const town of Object.keys(CONTENT) as Scene["town"][]) await takeTown(browser, town);
    } finally {
      await browser.close();
    }
    writeList();
    return 0;
  },
});

async function takeTown(browser: Browser, town: Scene["town"]): Promise<void> {
  const prefix = town === "overfull" ? PREFIX : "";
  const site = await serve((await buildSoundly(CONTENT[town](), { environment: { NOW } })).output, prefix);
  for (const { name, address, media } of SCENES.filter((scene) => scene.town === town)) {
    for (const medium of media) {
      const picture = sharp(await take(browser, site.url + prefix + address, medium));
      await picture.png({ palette: true, colours: 128, dither: 0.6, effort: 10 }).toFile(join(FOLDER, fileOf(name, medium)));
    }
  }
  site.close();
}

function writeList(): void {
  const list = SCENES.map(
    ({ name, says, media }) =>
      `| ${says} | ${media.map((medium) => `[${medium.replace("-", ", ")}](${fileOf(name, medium)})`).join(" · ")} |`,
  );
  writeFileSync(
    join(FOLDER, "README.md"),
    [
      "# Each kind of page",
      "`npm run pictures` takes them anew (Chromium and Debian's poppler-utils); a change of design shows in their diff.",
      "",
      "| page | pictures |",
      "|---|---|",
      ...list,
      "",
    ].join("\n"),
  );
}

await executeIfMain(import.meta.filename, command);
