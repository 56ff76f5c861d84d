import {
  isPicture,
  writeWhole
} from "./chunk-N7RXHMIM.js";
import {
  PIXELS_MAX,
  digest
} from "./chunk-2GZW4RHB.js";
import {
  isOfDisk
} from "./chunk-UIJ32YZE.js";
import {
  FILE_START,
  error
} from "./chunk-6KULUY2B.js";

// src/rendering/pictures.ts
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";
var PICTURE_RECIPE = "3-eleventy-img-6.0.4";
var AT_ONCE = Math.min(4, availableParallelism());
var ChangedPicture = class extends Error {
  constructor(source) {
    super(`${source} wurde während des Baus geändert. Bauen Sie noch einmal.`);
  }
};
async function makePictures(pages, cache, progress) {
  const limit = pLimit(AT_ONCE);
  const broken = /* @__PURE__ */ new Set();
  const make = async (page) => {
    if (broken.has(page.digest)) return;
    try {
      await makePicture(page, cache);
    } catch (thrown) {
      if (isOfDisk(thrown) || thrown instanceof ChangedPicture) throw thrown;
      broken.add(page.digest);
    }
  };
  const pictures = pages.filter(isPicture);
  const once = new Map(pictures.map((page) => [cacheFile(page, cache), page]));
  progress?.begin(once.size);
  let done = 0;
  const follow = async (page) => {
    await make(page);
    progress?.tell(++done);
  };
  await Promise.all([...once.values()].map((page) => limit(follow, page)));
  const sources = new Set(pictures.filter(({ digest: content }) => broken.has(content)).map(({ source }) => source));
  const message = "Das Bild ist beschädigt und lässt sich nicht umrechnen.";
  const remedy = "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  return [...sources].map((source) => error(source, FILE_START, message, remedy));
}
async function makePicture(page, cache) {
  const file = cacheFile(page, cache);
  return readMade(file) ?? await convert(page, file);
}
function cacheFile({ digest: content, rendition: { width, format } }, cache) {
  return join(cache, "pictures", `${digest(`${PICTURE_RECIPE} ${content}`)}-${width}.${format}`);
}
var SEAL = digest("").length;
function readMade(file) {
  try {
    const bytes = readFileSync(file);
    const picture = bytes.subarray(0, -SEAL);
    return picture.length > 0 && bytes.toString("latin1", picture.length) === digest(picture) ? picture : void 0;
  } catch {
    return void 0;
  }
}
async function convert({ source, digest: known, rendition: { width, format } }, file) {
  if (digest(readFileSync(source)) !== known) throw new ChangedPicture(source);
  const { default: makeImages } = await import("@11ty/eleventy-img");
  const made = await makeImages(source, {
    widths: [width],
    formats: [format],
    // In memory: a file is only what is sealed.
    dryRun: true,
    useCache: false,
    // A camera held upright says so in EXIF, which goes: the pixels are turned instead.
    fixOrientation: true,
    // Whether it is damaged was judged before (picture-judge.ts); what a decoder only warns of does not matter here.
    sharpOptions: { failOn: "none", limitInputPixels: PIXELS_MAX },
    // JPEG has no transparency: what was see-through becomes paper.
    transform: (sharp) => {
      if (format === "jpeg") sharp.flatten({ background: "#fff" });
    },
    sharpJpegOptions: { quality: 82, mozjpeg: true },
    sharpWebpOptions: { quality: 78 }
  });
  const picture = made[format]?.[0]?.buffer;
  if (!picture?.length) throw new Error(`Aus ${source} wurde kein Bild.`);
  writeWhole(file, Buffer.concat([picture, Buffer.from(digest(picture))]));
  return picture;
}

export {
  PICTURE_RECIPE,
  makePictures,
  makePicture
};
