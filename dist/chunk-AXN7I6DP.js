import {
  anchorsIn,
  listPages,
  positionInHead,
  readArchive
} from "./chunk-BCRMMXIE.js";
import {
  comparable,
  parentOf
} from "./chunk-2MWZRJQY.js";
import {
  PIXELS_MAX
} from "./chunk-2GZW4RHB.js";
import {
  isOfDisk
} from "./chunk-UIJ32YZE.js";
import {
  FILE_START,
  error,
  hint,
  sortProblems
} from "./chunk-6KULUY2B.js";

// src/rendering/picture-judge.ts
import { appendFileSync, mkdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import pLimit from "p-limit";

// src/rendering/picture-notes.ts
function withoutNotes(bytes) {
  if (bytes[0] === 255 && bytes[1] === 216) return bareJpeg(bytes);
  if (bytes.toString("latin1", 1, 4) === "PNG") return barePng(bytes);
  return void 0;
}
function bareJpeg(bytes) {
  const parts = [bytes.subarray(0, 2)];
  let isSequential = false;
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 255) return void 0;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 255) {
      at++;
      continue;
    }
    if (marker === 217) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return void 0;
    if (marker === 192 || marker === 193) isSequential = true;
    if (marker === 218) {
      const head = Buffer.from(bytes.subarray(at, end));
      if (isSequential && head.length >= 8) head.set([0, 63, 0], head.length - 3);
      const next = endOfScan(bytes, end);
      parts.push(head, bytes.subarray(end, next));
      at = next;
      continue;
    }
    if (!(marker >= 224 && marker <= 239) && marker !== 254) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, Buffer.from([255, 217])]);
}
function endOfScan(bytes, from) {
  for (let at = bytes.indexOf(255, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(255, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 255 && !(marker >= 208 && marker <= 215)) return at;
  }
  return bytes.length;
}
function barePng(bytes) {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (end > bytes.length) return void 0;
    if (["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].includes(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return void 0;
}

// src/rendering/picture-judge.ts
var RULE = "1";
var AT_ONCE = Math.min(4, availableParallelism());
async function judgePictures(pictures, cache) {
  if (pictures.length === 0) return [];
  const file = join(cache, "pictures", "verdicts");
  const known = readVerdicts(file);
  const unknown = new Map(pictures.filter(({ digest }) => !known.has(digest)).map((picture) => [picture.digest, picture]));
  const limit = pLimit(AT_ONCE);
  const judged = await Promise.all(
    [...unknown.values()].map(({ digest, source }) => limit(async () => [digest, await isSound(source)]))
  );
  if (judged.length > 0) {
    mkdirSync(join(cache, "pictures"), { recursive: true });
    appendFileSync(file, judged.map(([digest, sound]) => `${RULE} ${digest} ${sound ? "sound" : "damaged"}
`).join(""));
  }
  for (const [digest, sound] of judged) known.set(digest, sound);
  const message = (source) => `Das Bild „${source.split(/[\\/]/).at(-1)}“ ist beschädigt; ein Teil davon fehlt oder wäre entstellt.`;
  const remedy = "Übertragen Sie es noch einmal, oder speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  return pictures.filter(({ digest }) => known.get(digest) === false).map(({ path, index, source }) => error(path, positionInHead(path, ["images", index, "file"]), message(source), remedy));
}
function readVerdicts(file) {
  let text = "";
  try {
    text = readFileSync(file, "latin1");
  } catch {
  }
  const lines = text.matchAll(/^(\S+) ([0-9a-f]{32}) (sound|damaged)$/gm);
  return new Map([...lines].flatMap(([, rule, digest = "", verdict]) => rule === RULE ? [[digest, verdict === "sound"]] : []));
}
async function isSound(source) {
  if (await complaint(source) === void 0) return true;
  const bytes = readFileSync(source);
  const bare = withoutNotes(bytes);
  const still = bare && await complaint(bare);
  if (!bare) return false;
  if (still === void 0) return true;
  const [, surplus] = /^(?:VipsJpeg: )?Corrupt JPEG data: (\d+) extraneous bytes before marker 0xd9\s*$/.exec(still) ?? [];
  return surplus !== void 0 && Number(surplus) <= Math.max(SURPLUS_MAX, bytes.length / 100);
}
var SURPLUS_MAX = 64;
async function complaint(source) {
  const { default: sharp } = await import("sharp");
  try {
    await sharp(source, { failOn: "warning", limitInputPixels: PIXELS_MAX }).resize(64).raw().toBuffer();
    return void 0;
  } catch (thrown) {
    if (isOfDisk(thrown)) throw thrown;
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
}

// src/site/collisions.ts
function findCollisions(pages) {
  const problems = [];
  const holders = /* @__PURE__ */ new Map();
  for (const page of pages) {
    const key = comparable(page.address);
    const other = holders.get(key);
    if (other) problems.push(collision(page, other, `Zwei Seiten haben dieselbe Adresse: ${describe(other)} und ${describe(page)}.`));
    else holders.set(key, page);
  }
  const free = /* @__PURE__ */ new Set([""]);
  for (const [key, page] of holders) {
    for (let folder = page.address.endsWith("/") ? key : parentOf(key); !free.has(folder); folder = parentOf(folder)) {
      const other = holders.get(folder);
      if (other && !other.address.endsWith("/") && other !== page) {
        problems.push(collision(page, other, `Eine Adresse liegt unter einer Datei: ${describe(page)} unter ${describe(other)}.`));
        break;
      }
      free.add(folder);
    }
  }
  return problems;
}
function collision(page, other, message) {
  const culprit = [page, other].find(({ alias }) => alias !== void 0) ?? [page, other].find(({ source }) => source !== void 0) ?? page;
  const remedy = culprit.alias === void 0 ? "Benennen Sie die Datei um." : `Streichen Sie die frühere Adresse ${culprit.alias} unter aliases.`;
  return error(culprit.source ?? culprit.address, FILE_START, message, remedy);
}
function describe({ address, alias, source }) {
  if (alias !== void 0) return `${alias} (frühere Adresse in ${source})`;
  return source === void 0 ? address : `${address} (${source})`;
}

// src/site/own-links.ts
function findDeadLinks({ archive, links, waiting }, pages) {
  if (links.length === 0 || !archive) return [];
  const known = new Set(pages.map(({ address }) => comparable(address)));
  const notYet = new Set(waiting.flatMap(({ address }) => address === void 0 ? [] : [comparable(address)]));
  const texts = new Map([...archive.releases, ...archive.versions].map((release) => [comparable(release.address), release]));
  return links.flatMap(({ path, target, line, column }) => {
    const [address = "", anchor] = target.replace(/\?[^#]*/, "").split("#");
    const key = comparable(decoded(address));
    if (!known.has(key)) {
      const message2 = notYet.has(key) ? `Die Seite „${address}“ ist noch nicht öffentlich; bis dahin führt der Link ins Leere.` : `Die Seite „${address}“ gibt es in diesem Archiv nicht; der Link führt ins Leere.`;
      return [hint(path, { line, column }, message2, "Prüfen Sie die Adresse, oder schreiben Sie die Worte ohne Link.")];
    }
    const release = texts.get(key);
    if (!anchor?.startsWith("abschnitt-") || !release || anchorsIn(release.text()).includes(anchor)) return [];
    const message = `Auf der Seite „${address}“ gibt es die Stelle „#${anchor}“ nicht.`;
    return [hint(path, { line, column }, message, `Streichen Sie „#${anchor}“, oder nehmen Sie eine Überschrift jener Meldung.`)];
  });
}
function decoded(address) {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

// src/build/survey.ts
async function surveyContent(options, cache) {
  let faults = [];
  for (; ; ) {
    const reading = readArchive({ ...options, faults });
    const pages = reading.archive ? listPages(reading.archive) : [];
    const found = [...await judgePictures(reading.pictures, cache), ...findCollisions(pages)];
    const fresh = found.filter((one) => !faults.some((known) => known.path === one.path && known.message === one.message));
    if (fresh.length === 0) {
      const problems = sortProblems([...reading.problems, ...found, ...findDeadLinks(reading, pages)]);
      return { reading: { ...reading, problems }, pages, faults };
    }
    faults = [...faults, ...fresh];
  }
}

export {
  findCollisions,
  surveyContent
};
