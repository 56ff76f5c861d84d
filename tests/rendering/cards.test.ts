import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import sharp from "sharp";
import { textsIn } from "../../src/build/leaks/decoders.ts";
import { createDrawer } from "../../src/rendering/drawing/drawings.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { styleOf } from "../../src/site/cards.ts";
import type { Card } from "../../src/site/pages.ts";
import { isDrawing } from "../../src/site/pages.ts";
import {
  assertNowhere,
  type Build,
  buildSoundly,
  layFiles,
  makeContent,
  makeFolder,
  makeRelease,
  PROBE,
  placesOf,
  ROOT,
  readWith,
  run,
  SITE,
} from "../fixture.ts";

const PHOTO = await sharp({ create: { width: 2000, height: 1077, channels: 3, background: "#579" } })
  .png()
  .toBuffer();
const { archive } = readWith({});
assert.ok(archive);
const STYLE = styleOf(archive.site);
const cardOf = (title: string, more: Partial<Card> = {}): Card => ({
  kind: "card",
  style: STYLE,
  title,
  date: "3. Juni 2024",
  month: 6,
  ...more,
});

/** Cards drawn without anything kept from before. */
const drawer = createDrawer(makeFolder());

/** What a card shows at a place: its pixels from the one row to the other. */
async function rows(card: Uint8Array, top: number, bottom: number): Promise<Buffer> {
  return sharp(card)
    .extract({ left: 0, top, width: 1200, height: bottom - top })
    .raw()
    .toBuffer();
}

const drawn = (card: Card) => drawer.draw(card);
const title = (card: Uint8Array) => rows(card, 395, 515);
const date = (card: Uint8Array) => rows(card, 345, 392);
const isBlank = (pixels: Buffer) => pixels.every((byte) => byte === pixels[0]);

/** The picture that a page names for those who pass on a link: the file that it is, and what is said of it. */
function previewIn(html: string): { path: string; width: number; height: number; alt: string; form: string } {
  const read = (name: string) => new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)">`).exec(html)?.[1] ?? "";
  return {
    path: read("og:image").replace("https://probestadt.example/", ""),
    width: Number(read("og:image:width")),
    height: Number(read("og:image:height")),
    alt: read("og:image:alt"),
    form: read("twitter:card"),
  };
}

describe("the picture with which others show a link", () => {
  let content: string;
  let built: Build;
  const page = (path: string) => readFileSync(join(built.output, path, "index.html"), "utf8");

  before(async () => {
    content = makeContent({
      [PROBE]: makeRelease({ images: "[{file: bus.png, alt: Der neue Bücherbus, credit: Stadt}]" }),
      "releases/2024/05/probe/bus.png": PHOTO,
      "releases/2024/06/freibad.en.md": "---\ntitle: Pool opens earlier\n---\n\nThe pool opens at seven.\n",
      "releases/2024/07/zurueck.md": makeRelease({
        title: "Kartengeheimnis ist zurückgezogen",
        date: "2024-07-01",
        withdrawn: '{date: 2024-07-02, reason: "Die Zahl war falsch.", hide: title}',
      }),
      "releases/2024/07/entwurf.md": makeRelease({ title: "Entwurfsgeheimnis auf einer Karte", date: "2024-07-01", draft: "true" }),
      "releases/2027/01/sperre.md": makeRelease({ title: "Sperrgeheimnis auf einer Karte", date: "2027-01-01" }),
    });
    built = await buildSoundly(content);
  });

  test("is the release's own where it has one, else a card of it in its language, and it is as large as the page says", async () => {
    const shown = {
      "2024/05/probe": /bus-1600\.jpg$/,
      "2024/06/freibad": /^2024\/06\/freibad\/index\.png$/,
      "en/2024/06/freibad": /^en\/.*index\.png$/,
    };
    for (const [path, expected] of Object.entries(shown)) {
      const { width, height, form, ...named } = previewIn(page(path));
      assert.match(named.path, expected);
      const real = await sharp(join(built.output, named.path)).metadata();
      assert.deepEqual([width, height, form], [real.width, real.height, "summary_large_image"], path);
    }
    assert.equal(previewIn(page("2024/05/probe")).alt, "Der neue Bücherbus");
    assert.equal(previewIn(page("en/2024/06/freibad")).alt, "Pool opens earlier. 3 June 2024, Stadt Probestadt");
  });

  test("is the site's card on all other pages", () => {
    for (const path of ["", "archiv", "2024", "2024/07/zurueck"]) {
      const { path: named, width, height } = previewIn(page(path));
      assert.deepEqual([named, width, height], ["assets/card.png", 1200, 630], path);
    }
  });

  test("there is no card of a draft, of what waits and of what is withdrawn; the preview, which nobody passes on, has the site's alone", () => {
    assert.ok(placesOf("Freibad öffnet früher", built.output).includes("2024/06/freibad/index.png"), "a card says as text what it shows");
    for (const word of ["Kartengeheimnis", "Entwurfsgeheimnis", "Sperrgeheimnis"]) assertNowhere(word, { content, output: built.output });
    const { archive: previewed } = readWith(
      { "releases/2024/07/entwurf.md": makeRelease({ title: "Ein Entwurf", date: "2024-07-01", draft: "true" }) },
      { preview: true },
    );
    assert.ok(previewed);
    const cards = listPages(previewed)
      .filter(isDrawing)
      .map(({ address }) => address);
    assert.deepEqual(
      cards.filter((address) => address.endsWith("/index.png")),
      [],
    );
    assert.ok(cards.includes("/assets/card.png"));
  });

  test("a release that is withdrawn loses its card with the next build, and nothing else is drawn again", async () => {
    const folder = makeContent({ [PROBE]: makeRelease({ title: "Widerrufenes bleibt nicht auf der Karte" }) });
    const cache = makeFolder();
    const environment = { CACHE: cache };
    const first = await buildSoundly(folder, { environment });
    const card = join(first.output, "2024/05/probe/index.png");
    const kept = () => {
      const drawings = join(cache, "pictures/drawings");
      return readdirSync(drawings).map((name) => `${name} ${statSync(join(drawings, name)).ino}`);
    };
    const before = kept();
    assert.ok(existsSync(card) && before.length >= 8, `${before.length} drawings`);
    layFiles(folder, {
      [PROBE]: makeRelease({
        title: "Widerrufenes bleibt nicht auf der Karte",
        withdrawn: '{date: 2024-05-11, reason: "Irrtum der Stadt.", hide: title}',
      }),
    });
    const { output } = await buildSoundly(folder, { output: first.output, environment });
    assert.ok(!existsSync(card));
    assertNowhere("Widerrufenes", { content: folder, output });
    assert.deepEqual(kept(), before);
  });

  test("the leak test reads what a card says", async () => {
    const texts = [...textsIn("2024/05/probe/index.png", Buffer.from(await drawn(cardOf("Schwimmbad schließt"))))];
    assert.match(Buffer.concat(texts).toString(), /Schwimmbad schließt · 3\. Juni 2024 · Stadt Probestadt/);
  });

  test("a setting switches cards off, and another leaves a large archive the site's alone", () => {
    const drawingsOf = (settings: string) => {
      const { archive: read } = readWith({ "site.yml": `${SITE}cards: {${settings}}\n` });
      assert.ok(read);
      const addresses = listPages(read)
        .filter(isDrawing)
        .map(({ address }) => address);
      return addresses.filter((address) => /card|index/.test(address));
    };
    assert.deepEqual(drawingsOf("enabled: false"), []);
    assert.deepEqual(drawingsOf("releases: 1"), ["/assets/card.png"]);
    assert.equal(drawingsOf("releases: 2").length, 3);
  });
});

describe("what a card shows", () => {
  test("headline and date, umlauts as well as letters of other alphabets; another headline is another card", async () => {
    const cards = await Promise.all(
      ["Straße gesperrt", "Strase gesperrt", "Łódź grüßt Žilina", "Новини міста", "Νέα της πόλης"].map((text) => drawn(cardOf(text))),
    );
    const titles = await Promise.all(cards.map(title));
    assert.equal(new Set(titles.map((pixels) => pixels.toString("latin1"))).size, titles.length);
    for (const pixels of titles) assert.ok(!isBlank(pixels));
    const [first, second] = cards;
    assert.ok(first && second);
    assert.ok(!isBlank(await date(first)));
    assert.deepEqual(await date(first), await date(second));
  });

  test("where our typeface lacks a character, the date takes the headline's place, and no box stands for what is missing", async () => {
    const [arabic, chinese] = await Promise.all([drawn(cardOf("أخبار المدينة")), drawn(cardOf("城市新闻"))]);
    assert.ok(arabic && chinese && !isBlank(await title(arabic)) && isBlank(await date(arabic)));
    assert.deepEqual(await title(arabic), await title(chinese));
    const neither = await drawn(cardOf("城市新闻", { date: "二〇二四" }));
    assert.ok(isBlank(await title(neither)));
  });

  test("a headline of any length stays within its room: long ones are smaller, a word is cut only where nothing else helps", async () => {
    const long = "Oberbürgermeisterin begrüßt Verbesserungen für Radfahrende, Fußgängerinnen und Fußgänger ".repeat(4).slice(0, 300);
    for (const text of [long, "W".repeat(300), "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverleihung", "."]) {
      const card = await drawn(cardOf(text));
      const edges = await sharp(card).extract({ left: 1130, top: 180, width: 70, height: 340 }).raw().toBuffer();
      assert.ok(isBlank(edges), text);
      assert.ok(isBlank(await rows(card, 520, 538)), text);
      assert.ok(!isBlank(await title(card)), text);
    }
  });

  test("the month is marked in the city's colour; of which only the year is known, none is", async () => {
    const marked = async (month: number) => {
      const pixels = await rows(await drawn(cardOf("Fest", { month })), 545, 546);
      const columns = Array.from({ length: 12 }, (_, at) => pixels.subarray((110 + at * 87) * 3, (110 + at * 87) * 3 + 3).toString("hex"));
      return columns.flatMap((color, at) => (`#${color}` === STYLE.palette.action ? [at + 1] : []));
    };
    assert.deepEqual([await marked(1), await marked(6), await marked(12), await marked(0)], [[1], [6], [12], []]);
  });

  test("its bytes need no font of the system, and no two computers differ", async () => {
    const script = `
      import { sha256 } from "${ROOT}/src/disk/digest.ts";
      import { openStudio } from "${ROOT}/src/rendering/drawing/studio.ts";
      const card = JSON.parse(process.argv[1]);
      console.log(sha256(await openStudio()(card)));`;
    const card = cardOf("Größe überall gleich");
    const bare = { FONTCONFIG_FILE: join(makeFolder(), "none.conf"), FONTCONFIG_PATH: makeFolder(), LC_ALL: "C", TZ: "Pacific/Apia" };
    const { stdout, stderr } = await run(["--input-type=module", "-e", script, JSON.stringify(card)], bare);
    const { sha256 } = await import("../../src/disk/digest.ts");
    assert.equal(stdout.trim(), sha256(await drawn(card)), stderr);
  });

  test("a demonstration says on its cards that it is one", async () => {
    const { archive: shown } = readWith({ "site.yml": `${SITE}demonstration: true\n` });
    assert.ok(shown);
    const [plain, noted] = await Promise.all([drawn(cardOf("Fest")), drawn(cardOf("Fest", { style: styleOf(shown.site) }))]);
    assert.ok(plain && noted && isBlank(await rows(plain, 590, 620)) && !isBlank(await rows(noted, 590, 620)));
  });
});

describe("the icons of a site", () => {
  const LOGO =
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40" viewBox="0 0 40 40"><circle cx="20" cy="20" r="20" fill="#a4123f"/></svg>';
  const WIDE =
    '<svg xmlns="http://www.w3.org/2000/svg" width="160" height="40" viewBox="0 0 160 40"><rect width="160" height="40" fill="#a4123f"/></svg>';
  const settings = `${SITE}theme:\n  logo: {file: assets/logo.svg}\n`;

  test("are pictures of the size that the manifest says, at the addresses that systems ask for", async () => {
    const { output } = await buildSoundly(makeContent());
    const manifest = JSON.parse(readFileSync(join(output, "site.webmanifest"), "utf8")) as { icons: { src: string; sizes: string }[] };
    assert.equal(manifest.icons.length, 3);
    for (const { src, sizes } of [...manifest.icons, { src: "/apple-touch-icon.png", sizes: "180x180" }]) {
      const { width, height, format } = await sharp(join(output, src)).metadata();
      assert.deepEqual([`${width}x${height}`, format], [sizes, "png"], src);
    }
    const ico = readFileSync(join(output, "favicon.ico"));
    assert.deepEqual([...ico.subarray(0, 6)], [0, 0, 1, 0, 3, 0]);
    for (const [index, size] of [16, 32, 48].entries()) {
      const at = 6 + index * 16;
      const png = ico.subarray(ico.readUInt32LE(at + 12), ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8));
      assert.deepEqual([ico[at], (await sharp(png).metadata()).width], [size, size]);
    }
    const html = readFileSync(join(output, "index.html"), "utf8");
    for (const named of ["/favicon.ico", "/apple-touch-icon.png", "/site.webmanifest"]) assert.ok(html.includes(`href="${named}"`), named);
  });

  test("show the city's logo where it is about square, else the first letter of its name", async () => {
    const centre = async (logo: string) => {
      const { archive: own } = readWith({ "site.yml": settings, "assets/logo.svg": logo });
      assert.ok(own);
      const icon = await drawer.draw({ kind: "icon", style: styleOf(own.site), sizes: [180] });
      return (await sharp(icon).extract({ left: 4, top: 4, width: 1, height: 1 }).raw().toBuffer()).subarray(0, 3).toString("hex");
    };
    assert.equal(await centre(LOGO), "ffffff", "the logo stands on paper");
    assert.equal(`#${await centre(WIDE)}`, STYLE.palette.action, "a letter stands on the city's colour");
  });

  test("a logo of many colours stands on a card, however many it has", async () => {
    const rainbow = `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="90" viewBox="0 0 90 90">${Array.from(
      { length: 90 },
      (_, index) => `<rect x="${index}" width="1" height="90" fill="hsl(${index * 4} 80% ${30 + (index % 9) * 5}%)"/>`,
    ).join("")}</svg>`;
    const { archive: own } = readWith({ "site.yml": settings, "assets/logo.svg": rainbow });
    assert.ok(own);
    const card = await drawn(cardOf("Fest", { style: styleOf(own.site) }));
    const { data } = await sharp(card).extract({ left: 80, top: 72, width: 72, height: 72 }).raw().toBuffer({ resolveWithObject: true });
    const colors = new Set(Array.from({ length: data.length / 3 }, (_, at) => data.subarray(at * 3, at * 3 + 3).toString("hex")));
    assert.ok(colors.size > 50, `${colors.size} colours`);
    assert.ok(!isBlank(await title(card)));
  });
});
