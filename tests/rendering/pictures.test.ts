import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import ExifReader from "exifreader";
import sharp from "sharp";
import { digest } from "../../src/disk/digest.ts";
import { judgePictures } from "../../src/rendering/picture-judge.ts";
import { makePictures } from "../../src/rendering/pictures.ts";
import { listPages } from "../../src/site/capabilities.ts";
import {
  assertNowhere,
  build,
  buildSoundly,
  type Files,
  filesBelow,
  layFiles,
  line,
  makeContent,
  makeFolder,
  makeRelease,
  PNG,
  PROBE,
  readWith,
} from "../fixture.ts";

const FOLDER = "releases/2024/05/probe/";
const GPS = { GPSLatitudeRef: "N", GPSLatitude: "51/1 20/1 2550/100", GPSLongitudeRef: "E", GPSLongitude: "12/1 22/1 2660/100" };

/** Coloured noise, so that no two photos are alike and a photo that breaks off is seen to. */
function noise(width: number, height: number, seed: number): sharp.Sharp {
  let state = seed * 2654435761;
  const pixels = Buffer.alloc(width * height * 3).map(() => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state >> 16;
  });
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** A photo as a camera or telephone makes it: with its maker, its owner and where it was taken. */
function photo(width: number, height: number, { seed = 1, orientation = 1 } = {}): sharp.Sharp {
  return noise(width, height, seed)
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Make: "GEHEIM-KAMERA", Artist: "GEHEIM-NAME" }, IFD2: { UserComment: "GEHEIM-NOTIZ" }, IFD3: GPS })
    .jpeg({ quality: 90 });
}

const listed = (...names: string[]) => `[${names.map((name) => `{file: ${name}, alt: Ein Foto, credit: Stadt}`).join(", ")}]`;
const shown = (files: Record<string, Uint8Array>, text?: string): Files => ({
  [PROBE]: makeRelease({ images: listed(...Object.keys(files)) }, text),
  ...Object.fromEntries(Object.entries(files).map(([name, bytes]) => [FOLDER + name, bytes])),
});
const isPicture = (path: string) => /\.(jpe?g|webp|avif|gif)$/.test(path);

/** The files of a cache by name, with what changes when one is written anew. */
function cached(cache: string): Record<string, string> {
  const folder = join(cache, "pictures");
  const names = existsSync(folder) ? readdirSync(folder).filter(isPicture) : [];
  return Object.fromEntries(
    names.sort().map((name) => [name, `${statSync(join(folder, name)).ino} ${statSync(join(folder, name)).mtimeMs}`]),
  );
}

test("while pictures are made, the build says how many are done of how many", async () => {
  const photos = Object.fromEntries(
    await Promise.all([1, 2, 3].map(async (seed) => [`foto-${seed}.png`, await noise(40, 30, seed).png().toBuffer()] as const)),
  );
  const { archive } = readWith(shown(photos));
  assert.ok(archive);
  const pages = listPages(archive);
  const told: number[] = [];
  let total = 0;
  const begin = (count: number) => {
    total = count;
  };
  await makePictures(pages, makeFolder(), { begin, tell: (done) => told.push(done) });
  assert.equal(total, 6, "each photo as JPEG and as WebP");
  assert.deepEqual(
    told,
    Array.from({ length: total }, (_, index) => index + 1),
  );
});

describe("published pictures", () => {
  test("no published file says who took a photo, with what or where", async () => {
    const original = await photo(2000, 300).toBuffer();
    const before = ExifReader.load(original, { expanded: true });
    assert.ok(
      before.gps?.Latitude !== undefined && Math.abs(before.gps.Latitude - 51.340417) < 0.0001,
      "the test's photo says where it was taken",
    );
    assert.equal(before.exif?.Make?.description, "GEHEIM-KAMERA");
    const png = await noise(600, 400, 2)
      .withExif({ IFD0: { Artist: "GEHEIM-NAME" }, IFD3: GPS })
      .png()
      .toBuffer();
    const webp = await noise(600, 400, 3)
      .withExif({ IFD0: { Artist: "GEHEIM-NAME" }, IFD3: GPS })
      .webp()
      .toBuffer();
    for (const bytes of [png, webp]) assert.ok(ExifReader.load(bytes, { expanded: true }).gps?.Latitude);

    const content = makeContent(shown({ "foto.jpg": original, "grafik.png": png, "bild.webp": webp }, "Text.\n\n![Ein Foto](foto.jpg)\n"));
    const { output } = await buildSoundly(content);
    let count = 0;
    for (const [path, bytes] of filesBelow(output)) {
      if (!isPicture(path)) continue;
      count++;
      const { exif, gps, xmp, iptc, makerNotes } = ExifReader.load(bytes, { expanded: true });
      assert.deepEqual([exif, gps, xmp, iptc, makerNotes], [undefined, undefined, undefined, undefined, undefined], path);
      const metadata = await sharp(bytes).metadata();
      assert.deepEqual([metadata.exif, metadata.xmp, metadata.iptc], [undefined, undefined, undefined], path);
    }
    assert.equal(count, 7 + 5 + 5, "each width as WebP and JPEG, and one for print");
    assertNowhere("GEHEIM", { content, output });
  });

  test("a page reserves the room that its picture takes, however the camera was held", async () => {
    const upright = await photo(1200, 800, { orientation: 6 }).toBuffer();
    const wide = await photo(1000, 400, { seed: 2 }).toBuffer();
    const { output } = await buildSoundly(
      makeContent(shown({ "hoch.jpg": upright, "breit.jpg": wide, "klein.png": PNG }, "Text.\n\n![Breit](breit.jpg)\n")),
    );
    const html = readFileSync(join(output, "2024/05/probe/index.html"), "utf8");
    const images = [...html.matchAll(/<img [^>]*>/g)].map(([tag]) =>
      Object.fromEntries([...tag.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name, value])),
    );
    assert.deepEqual(
      images.map(({ src, width, height, loading }) => [src?.split("/").at(-1), width, height, loading]),
      [
        ["hoch-480.jpg", "800", "1200", undefined],
        ["breit-480.jpg", "1000", "400", "lazy"],
        ["klein-1.jpg", "1", "1", "lazy"],
      ],
      "only what leads is loaded at once",
    );
    let count = 0;
    for (const path of [...html.matchAll(/(?:src|srcset|href)="([^"]*(?:hoch|breit|klein)[^"]*)"/g)].flatMap(([, list = ""]) =>
      list.split(", ").map((item) => item.split(" ")),
    )) {
      const [address = "", declared] = path;
      const { width = 0, height = 1 } = await sharp(join(output, new URL(address, "https://a.example").pathname)).metadata();
      const image = images.find(({ src }) => src?.split("/").at(-1)?.[0] === address.split("/").at(-1)?.[0]);
      assert.ok(Math.abs(width / height - Number(image?.width) / Number(image?.height)) < 0.01, address);
      if (declared) assert.equal(declared, `${width}w`, address);
      count++;
    }
    assert.ok(count > 10, String(count));
  });

  test("pictures for offset printing become pictures for screens, and what was see-through becomes paper", async () => {
    const cmyk = await sharp({ create: { width: 60, height: 40, channels: 3, background: "#c81e28" } })
      .toColourspace("cmyk")
      .withIccProfile("cmyk")
      .jpeg()
      .toBuffer();
    assert.equal((await sharp(cmyk).metadata()).space, "cmyk");
    const glass = await sharp({ create: { width: 60, height: 40, channels: 4, background: "#00000000" } })
      .png()
      .toBuffer();
    const { output } = await buildSoundly(makeContent(shown({ "druck.jpg": cmyk, "glas.png": glass })));
    const pixel = async (name: string) => [
      ...(
        await sharp(join(output, "2024/05/probe", name))
          .raw()
          .toBuffer()
      ).subarray(0, 3),
    ];
    for (const name of ["druck.jpg", "druck-60.webp"]) {
      const [red = 0, green = 255, blue = 255] = await pixel(name);
      assert.ok(Math.abs(red - 200) < 16 && Math.abs(green - 30) < 16 && Math.abs(blue - 40) < 16, `${name}: ${[red, green, blue].join()}`);
    }
    assert.deepEqual(await pixel("glas.jpg"), [255, 255, 255]);
  });

  test("licence and credit stand by the file for print, which is as wide as the original up to 3000 pixels", async () => {
    const images = ["gross", "klein"].map(
      (name) => `{file: ${name}.jpg, alt: Ein Foto, caption: Am Markt., credit: Stadt / P. Probe, license: CC BY 4.0}`,
    );
    const files = { [`${FOLDER}gross.jpg`]: await photo(3200, 200).toBuffer(), [`${FOLDER}klein.jpg`]: await photo(320, 200).toBuffer() };
    const { output } = await buildSoundly(
      makeContent({ [PROBE]: makeRelease({ images: `[${images.join(", ")}]` }, "Text.\n\n![Ein Foto](klein.jpg)\n"), ...files }),
    );
    const html = readFileSync(join(output, "2024/05/probe/index.html"), "utf8").replaceAll("\n", "");
    const CREDIT = "Bild: Stadt / P. Probe, CC BY 4.0";
    const told = (name: string, width: number) =>
      `<a href="/2024/05/probe/${name}.jpg" download>Bild herunterladen (JPEG, ${width}\u00a0Pixel breit)</a></small>`;
    assert.ok(html.includes(`<figcaption>Am Markt. <small><span>${CREDIT}</span> ${told("gross", 3000)}</figcaption>`), "above the text");
    assert.ok(
      html.includes(`</picture><small class="caption">Am Markt.</small><small class="credit">${CREDIT} ${told("klein", 320)}`),
      "within the text",
    );
    assert.equal((await sharp(join(output, "2024/05/probe/gross.jpg")).metadata()).width, 3000);
  });
});

describe("the cache of pictures", () => {
  test("a second build makes no picture, nor does one after a picture was only touched or moved", async () => {
    const cache = makeFolder();
    const bytes = await photo(900, 600).toBuffer();
    const content = makeContent(shown({ "foto.jpg": bytes }));
    const first = await buildSoundly(content, { environment: { CACHE: cache } });
    const made = cached(cache);
    assert.equal(Object.keys(made).length, 4, "900 and 480 pixels wide, WebP and JPEG; print has the size of the widest");
    await buildSoundly(content, { environment: { CACHE: cache } });
    assert.deepEqual(cached(cache), made);
    layFiles(content, { [`${FOLDER}foto.jpg`]: null, ...shown({ "umbenannt.jpg": bytes }) });
    const moved = await buildSoundly(content, { environment: { CACHE: cache } });
    assert.deepEqual(cached(cache), made);
    assert.deepEqual(
      readFileSync(join(moved.output, "2024/05/probe/umbenannt.jpg")),
      readFileSync(join(first.output, "2024/05/probe/foto.jpg")),
    );
  });

  test("a changed photo is made anew, though its name and size stay", async () => {
    const cache = makeFolder();
    const [one, two] = [
      await noise(300, 200, 1).png({ compressionLevel: 0 }).toBuffer(),
      await noise(300, 200, 2).png({ compressionLevel: 0 }).toBuffer(),
    ];
    assert.equal(one.length, two.length);
    const content = makeContent(shown({ "foto.png": one }));
    const environment = { CACHE: cache };
    const before = await buildSoundly(content, { environment });
    layFiles(content, { [`${FOLDER}foto.png`]: two });
    const after = await buildSoundly(content, { environment });
    assert.notDeepEqual(filesBelow(after.output).get("2024/05/probe/foto.jpg"), filesBelow(before.output).get("2024/05/probe/foto.jpg"));
  });

  test("damaged files of the cache are made anew", async () => {
    const cache = makeFolder();
    const content = makeContent(shown({ "foto.jpg": await photo(900, 600).toBuffer() }));
    const environment = { CACHE: cache };
    const sound = filesBelow((await buildSoundly(content, { environment })).output);
    const folder = join(cache, "pictures");
    const names = Object.keys(cached(cache));
    assert.equal(names.length, 4);
    for (const [index, name] of names.entries()) {
      const file = join(folder, name);
      truncateSync(file, index % 2 === 0 ? 0 : statSync(file).size - 1000);
    }
    for (const name of readdirSync(folder).filter((name) => name.endsWith(".json"))) writeFileSync(join(folder, name), '{"half');
    const mended = filesBelow((await buildSoundly(content, { environment })).output);
    for (const [path, bytes] of sound) if (isPicture(path)) assert.deepEqual(mended.get(path), bytes, path);
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith(".part")),
      [],
    );
  });

  test("the same photo with two releases is made once and stands with both", async () => {
    const bytes = await photo(900, 600).toBuffer();
    const files = shown({ "foto.jpg": bytes });
    const cache = makeFolder();
    const { output } = await buildSoundly(
      makeContent({ ...files, "releases/2024/05/zweite.md": files[PROBE] ?? "", "releases/2024/05/zweite/foto.jpg": bytes }),
      {
        environment: { CACHE: cache },
      },
    );
    assert.equal(Object.keys(cached(cache)).length, 4);
    const published = filesBelow(output);
    assert.ok(published.has("2024/05/zweite/foto-480.webp"));
    assert.deepEqual(published.get("2024/05/zweite/foto-480.webp"), published.get("2024/05/probe/foto-480.webp"));
  });
});

describe("pictures that are refused", () => {
  const refusal = (name: string, bytes: Uint8Array | string) => {
    const { problems } = readWith({ [PROBE]: makeRelease({ images: listed(name) }), [FOLDER + name]: bytes });
    assert.equal(problems.length, 1, `${name}: ${problems.map(line).join("\n")}`);
    assert.match(problems.map(line).join(), /^releases\/2024\/05\/probe\.md:7:11 error .+\. .+\.$/, name);
    return problems.map(line).join();
  };

  test("other formats and pictures that move are refused by name, with what to do", async () => {
    const base = noise(40, 30, 1);
    const frame = (pixel: string) => `21f9040a0a0000002c000000000100010000020${pixel}0100`;
    const gif = Buffer.from(`474946383961010001008000 00ffffff000000${frame("244")}${frame("24c")}3b`.replace(" ", ""), "hex");
    assert.equal((await sharp(gif, { animated: true }).metadata()).pages, 2);
    for (const ending of ["gif", "avif", "tif", "tiff", "bmp", "svg", "psd", "ico", "jxl"])
      assert.match(refusal(`bild.${ending}`, "x"), /ist keine Bildart.*JPEG, PNG oder WebP/);
    assert.match(refusal("bild.jfif", "x"), /anderer Name für JPEG.*„bild\.jpg“/);
    assert.match(refusal("bild.heic", "x"), /„\.heic“ ist HEIC, das Format von iPhones.*JPEG, PNG oder WebP/);
    assert.match(refusal("bild.jpg", await base.clone().gif().toBuffer()), /heißt \.jpg, enthält aber GIF/);
    assert.match(refusal("bild.jpg", await base.clone().avif().toBuffer()), /heißt \.jpg, enthält aber AVIF/);
    assert.match(refusal("bild.png", await base.clone().tiff().toBuffer()), /heißt \.png, enthält aber TIFF oder ein Rohbild/);
    assert.match(refusal("bild.webp", await sharp(gif, { animated: true }).webp().toBuffer()), /bewegt sich/);
    const still = await base.clone().png().toBuffer();
    // An animation in PNG says so in a chunk before its data (PNG 3rd edition, 11.3.6.1).
    const moving = Buffer.concat([
      still.subarray(0, 33),
      Buffer.from("00000008acTL0000000200000000f38d9370".replace("acTL", Buffer.from("acTL").toString("hex")), "hex"),
      still.subarray(33),
    ]);
    assert.match(refusal("bild.png", moving), /bewegt sich/);
  });

  test("a photo that breaks off is refused where the release names it", async () => {
    // With a small picture inside, as cameras write it: its end is not the photo's.
    const inner = await noise(160, 120, 5).jpeg().toBuffer();
    const whole = await noise(1200, 900, 3).jpeg().toBuffer();
    const segment = Buffer.concat([Buffer.from([0xff, 0xe2, (inner.length + 2) >> 8, (inner.length + 2) & 255]), inner]);
    const camera = Buffer.concat([whole.subarray(0, 2), segment, whole.subarray(2)]);
    const webp = await noise(600, 400, 3).webp().toBuffer();
    const png = await noise(600, 400, 3).png().toBuffer();
    assert.deepEqual(readWith(shown({ "a.jpg": camera, "b.jpg": whole, "c.webp": webp, "d.png": png })).problems, []);
    for (const share of [0.2, 0.5, 0.99]) {
      const cut = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length * share));
      for (const [name, bytes] of [
        ["bild.jpg", cut(camera)],
        ["bild.jpg", cut(whole)],
        ["bild.webp", cut(webp)],
        ["bild.png", cut(png)],
      ] as const)
        assert.match(refusal(name, bytes), /bricht ab/, `${name} ${share}`);
    }
    assert.match(refusal("bild.jpg", ""), /leer/);
    assert.match(refusal("bild.jpg", "<!doctype html><script>alert(1)</script>"), /heißt \.jpg, enthält aber eine Webseite oder Zeichnung/);
    assert.match(refusal("bild.jpg", Buffer.from("MZ\x90\0", "latin1")), /kein lesbares Bild/);
  });

  test("a small file that unpacks to more than the memory holds is refused unopened", async () => {
    const png = Buffer.from(await noise(30, 20, 1).png().toBuffer());
    png.writeUInt32BE(60_000, 16);
    png.writeUInt32BE(60_000, 20);
    assert.match(refusal("bild.png", png), /60000 × 60000/);
    const jpeg = Buffer.from(await noise(30, 20, 1).jpeg().toBuffer());
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    assert.match(refusal("bild.jpg", jpeg), /65000 × 65000/);
    const webp = Buffer.from(await noise(30, 20, 1).webp().toBuffer());
    webp.writeUInt16LE(16_000, 26);
    webp.writeUInt16LE(16_000, 28);
    assert.match(refusal("bild.webp", webp), /16000 × 16000/);
  });

  test("a photo that is damaged within stops the build by name, and nothing of it is published", async () => {
    const damaged = Buffer.from(await noise(1200, 900, 4).jpeg({ quality: 90 }).toBuffer());
    damaged.fill(0xff, damaged.length >> 1, (damaged.length >> 1) + 4000);
    const content = makeContent(shown({ "foto.jpg": damaged, "heil.jpg": await photo(500, 300).toBuffer() }));
    const cache = makeFolder();
    const built = await build(content, { environment: { CACHE: cache } });
    assert.equal(built.code, 1);
    assert.match(built.stderr, /probe\.md:7:11 {2}Fehler: Das Bild „foto\.jpg“ ist beschädigt/);
    assert.equal(built.stderr.match(/beschädigt/g)?.length, 1, "told once, though seven files are made of it");
    assert.deepEqual([...filesBelow(built.output)], []);
    const urgent = await build(content, { environment: { CACHE: cache }, args: ["--without-refused"] });
    assert.equal(urgent.code, 0, urgent.stderr);
    assert.match(urgent.stdout, /Ohne 1 abgewiesene Dateien gebaut: \S*probe\.md/);
    const published = [...filesBelow(urgent.output).keys()];
    assert.ok(published.includes("2024/06/freibad/index.html") && !published.some((path) => path.startsWith("2024/05/probe/")));
  });

  test("a photo that every viewer shows whole is published, whatever a decoder says of its notes; one that is damaged is not", async () => {
    const sound = await noise(800, 600, 5).jpeg({ quality: 90 }).toBuffer();
    const withSegment = (marker: number, text: string) => {
      const data = Buffer.from(text, "latin1");
      return Buffer.concat([sound.subarray(0, 2), Buffer.from([0xff, marker, 0, data.length + 2]), data, sound.subarray(2)]);
    };
    const withScan = (bytes: Buffer) => {
      const copy = Buffer.from(bytes);
      const at = copy.indexOf(Buffer.from([0xff, 0xda]));
      copy[at + copy.readUInt16BE(at + 2)] = 0;
      return copy;
    };
    const damage = (bytes: Buffer) => Buffer.from(bytes).fill(0xff, bytes.length >> 1, (bytes.length >> 1) + 4000);
    const png = await noise(300, 200, 6).png().toBuffer();
    const photos: Record<string, [Buffer, boolean]> = {
      "a scan that some telephones describe wrongly": [withScan(sound), true],
      "a wrong note of an image program": [withSegment(0xee, "Adobe\0\x64\0\0\0\0\x09"), true],
      "a broken colour profile": [withSegment(0xe2, "ICC_PROFILE\0\x01\x05x"), true],
      "what a telephone appends": [Buffer.concat([sound, Buffer.from("SEFT".repeat(90))]), true],
      "bytes between two parts": [
        Buffer.concat([
          sound.subarray(0, sound.indexOf(Buffer.from([0xff, 0xda]))),
          Buffer.alloc(3),
          sound.subarray(sound.indexOf(Buffer.from([0xff, 0xda]))),
        ]),
        true,
      ],
      "filling before the end": [Buffer.concat([sound.subarray(0, -2), Buffer.alloc(40), sound.subarray(-2)]), true],
      "a wrongly described scan that is damaged too": [damage(withScan(sound)), false],
      "a damaged progressive photo": [damage(await noise(800, 600, 7).jpeg({ progressive: true }).toBuffer()), false],
      "a photo of which only the end mark follows its first half": [
        Buffer.concat([sound.subarray(0, sound.length >> 1), sound.subarray(-2)]),
        false,
      ],
      "a PNG with a hole": [Buffer.from(png).fill(0, png.length >> 1, (png.length >> 1) + 99), false],
    };
    const cache = makeFolder();
    const folder = makeFolder();
    const pictures = Object.entries(photos).map(([what, [bytes]]) => {
      layFiles(folder, { [what]: bytes });
      return { path: what, index: 0, source: join(folder, what), digest: digest(bytes) };
    });
    const damaged = Object.keys(photos).filter((what) => !photos[what]?.[1]);
    const told = async () => (await judgePictures(pictures, cache)).map(({ path }) => path);
    assert.deepEqual(await told(), damaged);
    for (const { source } of pictures) truncateSync(source);
    assert.deepEqual(await told(), damaged, "judged by their content, once");
  });

  test("two pictures of which the same files would be made are refused, and the name that is proposed passes", async () => {
    const bytes = await noise(600, 400, 8).jpeg().toBuffer();
    const told = (files: Record<string, Uint8Array>) => readWith(shown(files)).problems.map(line);
    const [said = "", ...others] = told({ "foto.jpg": bytes, "foto.png": await noise(600, 400, 9).png().toBuffer() });
    assert.deepEqual(others, []);
    assert.match(said, /probe\.md:7:\d+ error „foto\.png“ und „foto\.jpg“ bekämen dieselbe Adresse/);
    const proposed = /um in „([^“]+)“/.exec(said)?.[1] ?? "";
    assert.deepEqual(told({ "foto.jpg": bytes, [proposed]: PNG }), []);
    assert.match(told({ "foto.jpg": bytes, "foto-480.jpg": bytes }).join(), /„foto-480\.jpg“ und „foto\.jpg“/);
    assert.match(told({ "Foto.jpg": bytes, "foto.jpeg": bytes }).join(), /„foto\.jpeg“ und „Foto\.jpg“/);
  });

  test("a picture without description, credit or file is refused with its place and what to write", () => {
    const told = (entry: string, files: Files = {}) =>
      readWith({ [PROBE]: makeRelease({ images: `[${entry}]` }), ...files }).problems.map(line);
    const file = { [`${FOLDER}bild.png`]: PNG };
    assert.match(
      told("{file: bild.png, credit: Stadt}", file).join("\n"),
      /^releases\/2024\/05\/probe\.md:7:\d+ error .*„images\[1\]\.alt“.*fehlt/,
    );
    assert.match(told("{file: bild.png, alt: Ein Bild}", file).join("\n"), /probe\.md:7:\d+ error .*„images\[1\]\.credit“.*fehlt/);
    assert.match(told("{file: bild.png, alt: '', credit: ''}", file).join("\n"), /alt.*\n.*credit/);
    assert.match(
      told("{file: bild.png, alt: Ein Bild, credit: Stadt}").join("\n"),
      /probe\.md:7:11 error Die Datei „bild\.png“ fehlt.*Legen Sie/,
    );
    assert.match(told("{alt: Ein Bild, credit: Stadt}").join("\n"), /„images\[1\]\.file“.*fehlt/);
    const [said = ""] = told("{file: Bild.PNG, alt: Ein Bild, credit: Stadt}", file);
    const [, name = ""] = /schreiben Sie: file: (.*)$/.exec(said) ?? [];
    assert.deepEqual(told(`{file: ${name}, alt: Ein Bild, credit: Stadt}`, file), [], said);
  });
});
