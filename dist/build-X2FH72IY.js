import {
  comparisonFor,
  reportLost
} from "./chunk-OYM6JNFB.js";
import {
  openTree
} from "./chunk-2L332S5E.js";
import {
  MANIFEST_ADDRESS,
  parseManifest
} from "./chunk-TTFE6DIS.js";
import {
  cacheFor,
  keepCache
} from "./chunk-DESBTPWV.js";
import {
  fingerprintProgram
} from "./chunk-7AV3DNKZ.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import {
  listUpcoming
} from "./chunk-3EZNWFPY.js";
import {
  execute,
  executeIfMain
} from "./chunk-YKVEPTDV.js";
import {
  reportProblems
} from "./chunk-EVFN2A6N.js";
import {
  readSettings
} from "./chunk-Z3YGTWRL.js";
import {
  defineCommand
} from "./chunk-DMPDBQ4H.js";
import {
  openReadings,
  reportCounts
} from "./chunk-5EBG7R4H.js";
import {
  readMessages
} from "./chunk-PVW3D2DO.js";
import "./chunk-C2RGS7IL.js";
import {
  outputFile
} from "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import {
  isAbandoned,
  isRunning
} from "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import {
  describeFailure,
  isOfDisk
} from "./chunk-UIJ32YZE.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/build/build.ts
import { cpSync, existsSync as existsSync2, rmSync as rmSync4 } from "node:fs";
import { dirname as dirname4, join as join4, sep as sep2 } from "node:path";

// src/build/lost-addresses.ts
var REMEDIES = {
  release: "Legen Sie die Meldung wieder an und ziehen Sie sie zurück (withdrawn), oder nennen Sie die Adresse unter aliases der Meldung, die an ihre Stelle tritt.",
  version: "Legen Sie die Sprachfassung wieder an, oder nennen Sie die Adresse unter aliases der ursprünglichen Meldung.",
  page: "Legen Sie die Seite wieder an, oder nennen Sie die Adresse unter aliases der Seite, die an ihre Stelle tritt.",
  file: "Nennen Sie die Datei wieder unter images oder attachments (auch berichtigt, unter demselben Namen), oder ziehen Sie die Meldung zurück (withdrawn).",
  entry: "Nennen Sie die Adresse unter aliases des Eintrags, der an seine Stelle tritt; eine Person behält ihre Seite mit page: true.",
  redirect: "Nehmen Sie die frühere Adresse wieder unter aliases auf."
};
function findLost(previous, pages, { releases, site: { forgotten } }, { refused, waiting }) {
  const answered = new Set(
    pages.flatMap((page) => [outputFile(page.address), ...page.alias === void 0 ? [] : [outputFile(page.alias)]])
  );
  const hidden = new Set(waiting.flatMap(({ address }) => address ?? []));
  const excused = /* @__PURE__ */ new Set([
    ...releases.filter(({ withdrawn }) => withdrawn).map(({ address }) => address),
    ...refused.flatMap(({ address }) => address ?? []),
    ...hidden
  ]);
  const hangsOn = refused.length > 0 || previous.some(({ address }) => hidden.has(address)) ? ["entry", "redirect"] : [];
  const isForgotten = (address) => forgotten.some((one) => address === one || one.endsWith("/") && address.startsWith(one));
  return previous.flatMap(({ address, kind }) => {
    const remedy = REMEDIES[kind];
    if (remedy === void 0 || answered.has(outputFile(address)) || isForgotten(address) || hangsOn.includes(kind)) return [];
    const folder = address.slice(0, address.lastIndexOf("/") + 1);
    return excused.has(address) || excused.has(folder) ? [] : [{ address, kind, remedy }];
  });
}

// src/build/output.ts
import { existsSync, lstatSync as lstatSync2, mkdirSync as mkdirSync2, readdirSync as readdirSync3, readFileSync as readFileSync3, realpathSync, renameSync as renameSync2, rmSync as rmSync3, statSync as statSync3 } from "node:fs";
import { basename as basename2, dirname as dirname3, isAbsolute, join as join3, relative, resolve, sep } from "node:path";

// src/disk/lock.ts
import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
var Locked = class extends Error {
};
var SIGN_OF_LIFE = 1e4;
var SILENCE = 12e4;
function takeLock(file, clock) {
  const own = { host: hostname(), pid: process.pid, began: beginningOf(process.pid) };
  for (let isFirst = true; ; isFirst = false) {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "wx" });
      break;
    } catch (thrown) {
      const { code } = thrown;
      if (code === "ENOSPC" || code === "EDQUOT") rmSync(file, { force: true });
      if (code !== "EEXIST" || !isFirst) throw thrown;
      refuseIfHeld(file, own, clock);
      rmSync(file, { force: true });
    }
  }
  const alive = setInterval(() => {
    try {
      writeFileSync(file, JSON.stringify(own), { flag: "r+" });
    } catch {
    }
  }, SIGN_OF_LIFE);
  alive.unref();
  return () => {
    clearInterval(alive);
    rmSync(file, { force: true });
  };
}
function refuseIfHeld(file, own, clock) {
  const holder = readHolder(file);
  if (!holder) return;
  const { host, pid, began } = holder;
  if (host === own.host) {
    if (pid !== own.pid && isRunning(pid) && began === beginningOf(pid)) throw new Locked(`(Prozess ${pid})`);
  } else if ((statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0) > clock - SILENCE)
    throw new Locked(`(Prozess ${pid} auf dem Rechner ${host}; meldet er sich zwei Minuten lang nicht, gilt er als beendet)`);
}
function readHolder(file) {
  try {
    const { host, pid, began } = JSON.parse(readFileSync(file, "utf8"));
    return typeof host === "string" && typeof pid === "number" && typeof began === "string" ? { host, pid, began } : void 0;
  } catch {
    return void 0;
  }
}
function beginningOf(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, "utf8").replace(/^.*\)/s, "").trim().split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

// src/disk/mounts.ts
import { readdirSync, readFileSync as readFileSync2, readlinkSync, statSync as statSync2 } from "node:fs";
import { dirname, join } from "node:path";
function reasonToStay(folder) {
  if (statSync2(folder).dev !== statSync2(dirname(folder)).dev) return "ist ein eigener Datenträger";
  const mounts = readMounts("self");
  if (mounts.some(({ point }) => point === folder)) return "ist eingehängt";
  const holding = mounts.filter(({ point }) => isBelow(folder, point)).sort((a, b) => b.point.length - a.point.length)[0];
  for (const pid of processes()) {
    const cwd = linkOf(`/proc/${pid}/cwd`);
    if (Number(pid) !== process.pid && cwd !== void 0 && (cwd === folder || isBelow(cwd, folder)))
      return `ist der Ordner, in dem Prozess ${pid} steht`;
  }
  if (!holding) return void 0;
  const place = join(holding.root, folder.slice(holding.point === "/" ? 0 : holding.point.length));
  const namespaces = /* @__PURE__ */ new Set();
  for (const pid of processes()) {
    const namespace = linkOf(`/proc/${pid}/ns/mnt`) ?? pid;
    if (namespaces.has(namespace)) continue;
    namespaces.add(namespace);
    const shown = readMounts(pid).find(({ device, root }) => device === holding.device && (root === place || isBelow(root, place)));
    if (shown) return `ist unter ${shown.point} noch einmal eingehängt`;
  }
  return void 0;
}
function isBelow(path, folder) {
  return path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function processes() {
  try {
    return readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
function linkOf(path) {
  try {
    return readlinkSync(path);
  } catch {
    return void 0;
  }
}
function readMounts(pid) {
  let text;
  try {
    text = readFileSync2(`/proc/${pid}/mountinfo`, "utf8");
  } catch {
    return [];
  }
  const plain = (path = "") => path.replace(/\\([0-7]{3})/g, (_whole, code) => String.fromCharCode(Number.parseInt(code, 8)));
  return text.split("\n").flatMap((line) => {
    const [, , device, root, point] = line.split(" ");
    return device === void 0 ? [] : [{ device, root: plain(root), point: plain(point) }];
  });
}

// src/build/placing.ts
import { copyFileSync, linkSync, lstatSync, mkdirSync, readdirSync as readdirSync2, renameSync, rmdirSync, rmSync as rmSync2, utimesSync } from "node:fs";
import { basename, dirname as dirname2, join as join2 } from "node:path";
function filesBelow(folder, inner = "") {
  return readdirSync2(join2(folder, inner), { withFileTypes: true }).flatMap((entry) => {
    const path = inner === "" ? entry.name : `${inner}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(folder, path);
    if (!isAbandoned(entry.name)) return [path];
    rmSync2(join2(folder, path), { force: true });
    return [];
  });
}
function placeFiles(staged, live, own) {
  const paths = filesBelow(staged).sort((a, b) => rankOf(a) - rankOf(b) || compareText(a, b));
  const wanted = new Set(paths);
  const gone = [...own].filter((path) => !wanted.has(path));
  for (const path of paths) {
    const [source, target] = [join2(staged, path), join2(live, path)];
    if (isSame(lstatSync(source), statOf(target))) continue;
    makeRoom(live, path, own);
    placeFile(source, target);
  }
  for (const path of gone) {
    if (statOf(join2(live, path))?.isFile()) rmSync2(join2(live, path));
    removeEmpty(live, dirname2(path));
  }
}
function rankOf(path) {
  if (!/\.(html|xml|json|jsonl|csv)$/.test(path)) return 0;
  if (/(^|\/)\d{4}\/\d\d\/[^/]+\/[^/]+$/.test(path)) return 1;
  return path.endsWith(".html") ? 2 : 3;
}
function isSame(source, target) {
  if (!target?.isFile() || source.size !== target.size) return false;
  return source.dev === target.dev ? source.ino === target.ino : source.mtimeMs === target.mtimeMs;
}
function statOf(path) {
  try {
    return lstatSync(path);
  } catch {
    return void 0;
  }
}
function makeRoom(live, path, own) {
  for (let folder = dirname2(path); folder !== "."; folder = dirname2(folder)) {
    if (own.has(folder) && statOf(join2(live, folder))?.isFile()) rmSync2(join2(live, folder));
  }
  const target = join2(live, path);
  if (statOf(target)?.isDirectory()) {
    for (const inner of filesBelow(target)) if (own.has(`${path}/${inner}`)) rmSync2(join2(target, inner));
    removeEmptyBelow(target);
  }
  mkdirSync(dirname2(target), { recursive: true });
}
function placeFile(source, target) {
  const part = join2(dirname2(target), `.${basename(target)}.${process.pid}.part`);
  try {
    try {
      linkSync(source, part);
    } catch {
      copyFileSync(source, part);
      const { atime, mtime } = lstatSync(source);
      utimesSync(part, atime, mtime);
    }
    renameSync(part, target);
  } finally {
    rmSync2(part, { force: true });
  }
}
function removeEmpty(live, folder) {
  for (let at = folder; at !== "."; at = dirname2(at)) {
    try {
      rmdirSync(join2(live, at));
    } catch {
      return;
    }
  }
}
function removeEmptyBelow(folder) {
  for (const entry of readdirSync2(folder, { withFileTypes: true })) if (entry.isDirectory()) removeEmptyBelow(join2(folder, entry.name));
  try {
    rmdirSync(folder);
  } catch {
  }
}

// src/build/output.ts
var MARK = join3("assets", "style.css");
function takeOutput({ live, protectedFolders, spare, clock }) {
  const named = resolve(live);
  for (const folder of protectedFolders) {
    if (isWithin(resolve(folder), named) || isWithin(named, resolve(folder)))
      throw new Error(`OUTPUT=${live} würde ${folder} überschreiben. Wählen Sie einen eigenen Ordner für die fertigen Seiten.`);
  }
  const target = targetOf(named, live);
  const beside = (kind) => join3(dirname3(target), `.${basename2(target)}.${kind}`);
  const [staged, previous] = [beside("staged"), beside("previous")];
  let begun = /* @__PURE__ */ new Set();
  const release = lockOutput(beside("lock"), live, clock);
  try {
    if (!existsSync(target) && existsSync(previous)) renameSync2(previous, target);
    if (!existsSync(staged)) move(previous, staged);
    if (spare !== void 0 && !existsSync(staged)) move(spare, staged);
    begun = ownFiles(readManifest(staged));
    if (spare === void 0) rmSync3(staged, { recursive: true, force: true });
    rmSync3(previous, { recursive: true, force: true });
    if (lstatSync2(staged, { throwIfNoEntry: false })?.isDirectory() === false) rmSync3(staged);
    if (existsSync(target) && readdirSync3(target).length > 0 && !existsSync(join3(target, MARK)))
      throw new Error(`Im Ordner ${live} liegt etwas, das kein Bau dieses Archivs ist. Wählen Sie einen leeren Ordner.`);
  } catch (thrown) {
    release();
    throw thrown;
  }
  const keep = (tree) => {
    if (spare !== void 0 && existsSync(tree)) {
      rmSync3(spare, { recursive: true, force: true });
      mkdirSync2(dirname3(spare), { recursive: true });
      move(tree, spare);
    }
    rmSync3(tree, { recursive: true, force: true });
  };
  const manifest = readManifest(target);
  return {
    staged,
    manifest,
    swapIn: () => {
      const own = /* @__PURE__ */ new Set([...ownFiles(manifest), ...begun]);
      if (existsSync(target) && (named !== target || reasonToStay(target) !== void 0 || holdsOthers(target, own)))
        placeFiles(staged, target, own);
      else {
        if (existsSync(target)) renameSync2(target, previous);
        try {
          renameSync2(staged, target);
        } catch (thrown) {
          if (existsSync(previous)) renameSync2(previous, target);
          throw thrown;
        }
        keep(previous);
      }
    },
    release: () => {
      keep(staged);
      release();
    }
  };
}
function targetOf(named, live) {
  const found = lstatSync2(named, { throwIfNoEntry: false });
  if (found?.isSymbolicLink() && !existsSync(named))
    throw new Error(`OUTPUT=${live} ist eine Verknüpfung, die nirgendwohin führt. Legen Sie den Ordner an, auf den sie zeigt.`);
  const target = found ? realpathSync(named) : named;
  if (found && !statSync3(target).isDirectory()) throw new Error(`OUTPUT=${live} ist eine Datei. Wählen Sie einen Ordner.`);
  return target;
}
function lockOutput(file, live, clock) {
  try {
    return takeLock(file, clock);
  } catch (thrown) {
    if (thrown instanceof Locked)
      throw new Error(`Ein anderer Bau ${thrown.message} schreibt gerade nach ${live}. Warten Sie, bis er fertig ist.`);
    const { code } = thrown;
    if (code === "ENOSPC" || code === "EDQUOT") throw thrown;
    const remedy = "Prüfen Sie, ob es den Ordner darüber gibt und ob Sie Schreibrechte haben.";
    throw new Error(`Neben ${live} lässt sich nicht schreiben (${code}). ${remedy}`);
  }
}
function readManifest(site) {
  try {
    return parseManifest(readFileSync3(join3(site, outputFile(MANIFEST_ADDRESS)), "utf8"));
  } catch {
    return void 0;
  }
}
function ownFiles(manifest) {
  return new Set(manifest ? [...manifest.entries.map(({ address }) => outputFile(address)), outputFile(MANIFEST_ADDRESS)] : []);
}
function holdsOthers(live, own) {
  return own.size > 0 && filesBelow(live).some((path) => !own.has(path));
}
function move(from, to) {
  try {
    renameSync2(from, to);
  } catch (thrown) {
    const { code } = thrown;
    if (code !== "ENOENT" && code !== "EXDEV" && code !== "EACCES" && code !== "EPERM") throw thrown;
  }
}
function isWithin(inner, outer) {
  const path = relative(outer, inner);
  return path === "" || path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
}

// src/build/build.ts
async function buildSite(order) {
  const { content, output: live, cache } = order;
  const output = takeOutput({
    live,
    protectedFolders: [content, "src", "layouts", "node_modules"],
    spare: join4(cacheFor(cache, "outputs", live), "spare"),
    clock: order.clock
  });
  try {
    if (!order.usesCache) forget(order, output);
    return await buildInto(output, order);
  } finally {
    output.release();
  }
}
async function buildInto(output, order) {
  const { content, cache, now, clock, previous, progress } = order;
  const program = fingerprintProgram();
  const folder = cacheFor(cache, "readings", content);
  keepCache(cache, "readings", content);
  progress.begin("Gelesene Texte");
  const { surveyContent } = await import("./survey-AZISHLRR.js");
  const options = { folder: content, now, readings: openReadings(folder, program, clock), onProgress: progress.tell };
  const { reading, pages, faults } = await surveyContent(options, cache);
  const { archive, problems, counts, refused } = reading;
  const result = {
    counts,
    refused,
    waiting: reading.waiting,
    timeZone: reading.timeZone,
    problems,
    errors: problems.filter(({ severity }) => severity === "error"),
    losses: [],
    note: void 0,
    published: void 0
  };
  if (!archive || result.errors.length > 0 && !canLeaveOut(reading, order.withoutRefused)) return result;
  const { entries, note } = await comparisonFor(previous, output.manifest, archive.site);
  const losses = findLost(entries, pages, archive, reading);
  if (losses.length > 0) return { ...result, losses };
  return { ...result, note, ...await publish(output, order, { archive, pages, program, readings: folder, reading, faults }) };
}
async function publish(output, order, { archive, pages, program, readings, reading, faults }) {
  const { content, output: live, cache, now, clock, isStrict, sharedFrom, progress } = order;
  const { createFingerprints } = await import("./fingerprints-OJM2S6GE.js");
  const fingerprint = createFingerprints(archive, program);
  const tree = openTree(output.staged, live, join4(cacheFor(cache, "outputs", live), "record"));
  const isWanted = tree.settle(pages.map((page) => ({ address: page.address, kind: page.kind, fingerprint: fingerprint(page) })));
  const wanted = pages.filter((_, index) => isWanted[index]);
  const made = /* @__PURE__ */ new Map();
  if (wanted.length > 0) {
    const [{ makePictures }, { render }] = await Promise.all([import("./pictures-FYPPXDTV.js"), import("./render-PZ42HABN.js")]);
    const errors = await makePictures(wanted, cache, { begin: (total) => progress.begin("Bilder", total), tell: progress.tell });
    if (errors.length > 0) return { errors };
    progress.begin("Seiten", wanted.length);
    const run = { archive, pages: wanted, output: output.staged, cache, isStrict, sharedFrom, onProgress: progress.tell };
    const rendered = await render(run, { content, now, clock, readings, program, faults, wanted: isWanted });
    for (const file of rendered) made.set(file.path, file);
  }
  const kept = keepEarlierPages(reading, live, output.staged);
  keepCache(cache, "outputs", live);
  tree.finish(archive.site, made, keptEntries(kept, output.manifest));
  output.swapIn();
  return { published: { archive, pages: pages.length, made: wanted.length, kept } };
}
function forget({ cache, content, output: live }, { staged }) {
  const kept = [cacheFor(cache, "readings", content), cacheFor(cache, "outputs", live), join4(cache, "pictures")];
  for (const folder of [staged, ...kept]) rmSync4(folder, { recursive: true, force: true });
}
function canLeaveOut({ problems, refused }, withoutRefused) {
  const left = new Set(refused.map(({ path }) => path));
  const isLeftOut = ({ path }) => left.has(path) || refused.some((one) => one.path.startsWith(`${path}${sep2}`));
  return withoutRefused && problems.every((problem) => problem.severity === "hint" || isLeftOut(problem));
}
function keepEarlierPages({ refused }, live, staged) {
  const earlier = refused.flatMap(
    ({ address, mayStay }) => mayStay && address !== void 0 && existsSync2(join4(live, outputFile(address))) ? [address] : []
  );
  for (const address of earlier) {
    const folder = dirname4(outputFile(address));
    if (folder === ".") cpSync(join4(live, outputFile(address)), join4(staged, outputFile(address)));
    else cpSync(join4(live, folder), join4(staged, folder), { recursive: true, force: false });
  }
  return earlier;
}
function keptEntries(kept, manifest) {
  if (kept.length === 0) return [];
  return (manifest?.entries ?? []).filter(
    ({ address }) => kept.includes(address) || kept.includes(address.slice(0, address.lastIndexOf("/") + 1))
  );
}

// src/build/progress.ts
var FIRST = 1e3;
var EVERY = 2e3;
function createProgress(print, clock) {
  const started = clock();
  let last = started + FIRST - EVERY;
  let current = { phase: "", total: 0, since: started };
  return {
    begin: (phase, total = 0) => {
      current = { phase, total, since: clock() };
    },
    tell: (done) => {
      const now = clock();
      if (now - last < EVERY) return;
      last = now;
      const rate = Math.round(done / Math.max((now - current.since) / 1e3, 1e-3));
      print(`${current.phase}: ${german(done)}${current.total > 0 ? ` von ${german(current.total)}` : ""} (${german(rate)} je Sekunde)`);
    }
  };
}
function german(count) {
  return count.toLocaleString("de-DE");
}

// src/commands/build.ts
var command = defineCommand({
  name: "build",
  summary: { de: "Baut aus content/ die fertigen Seiten in _site/", en: "Builds the finished pages in _site/ from content/" },
  about: {
    de: "Bei Fehlern bleibt _site/ unverändert, und alle Fehler werden genannt.",
    en: "With errors _site/ stays as it is, and all errors are listed."
  },
  settings: ["content", "output", "cache", "now"],
  options: {
    "without-refused": {
      help: {
        de: `lässt abgewiesene Dateien aus und veröffentlicht den Rest (für eilige Meldungen);
was von ihnen schon veröffentlicht war, bleibt stehen`,
        en: `leaves refused files out and publishes the rest (for urgent releases);
what was published of them before stays`
      }
    },
    previous: {
      value: { de: "ORT", en: "PLACE" },
      help: {
        de: `vergleicht mit der Website davor: ihrer manifest.json, ihrem Ordner oder ihrer Adresse
(sonst mit der, die in OUTPUT liegt); ginge eine veröffentlichte Adresse verloren, wird nichts geändert`,
        en: `compares with the site before: its manifest.json, its folder or its address (else with the one in OUTPUT);
if a published address would be lost, nothing is changed`
      }
    },
    "no-cache": {
      help: {
        de: "baut alles neu, ohne etwas aus früheren Bauten zu übernehmen",
        en: "builds everything anew, taking nothing over from earlier builds"
      }
    }
  },
  exits: { de: "0 gebaut, 1 nichts geändert", en: "0 built, 1 nothing changed" },
  run: async (given, environment) => {
    const started = performance.now();
    const settings = readSettings(environment);
    try {
      const result = await buildSite({
        ...settings,
        clock: Date.now(),
        withoutRefused: given["without-refused"],
        usesCache: !given["no-cache"],
        previous: given.previous,
        isStrict: environment.STRICT_LAYOUTS === "1",
        sharedFrom: Number(environment.SHARED_FROM) || void 0,
        progress: createProgress(console.log, () => performance.now())
      });
      return report(result, settings.output, (performance.now() - started) / 1e3);
    } catch (thrown) {
      if (!isOfDisk(thrown)) throw thrown;
      console.error(`${describeFailure(thrown)} ${settings.output} bleibt, wie es ist.`);
      return 1;
    }
  }
});
function build(args, environment) {
  return execute(command, args, environment);
}
function report(result, output, seconds) {
  const { counts, problems, errors, losses, note, refused, waiting, timeZone, published } = result;
  if (losses.length > 0) console.error(reportLost(losses, output));
  else if (!published)
    console.error(`${reportProblems(errors)}

${reportCounts(counts)}
${errors.length} Fehler: ${output} bleibt, wie es ist.`);
  if (!published) return 1;
  if (errors.length > 0) console.error(`${reportProblems(errors)}
`);
  console.log(reportCounts(counts));
  if (note !== void 0) console.log(note);
  if (waiting.length > 0) {
    const { lines, nextInWords } = listUpcoming(waiting, timeZone);
    const rest = lines.length - LISTED_MAX;
    const more = rest > 0 ? [`  … und ${rest} weitere; npm run check -- --upcoming nennt alle.`] : [];
    console.log(["Nicht öffentlich:", ...lines.slice(0, LISTED_MAX).map((line) => `  ${line}`), ...more].join("\n"));
    if (nextInWords !== void 0) console.log(`Bauen Sie wieder am ${nextInWords}: Dann wird die nächste Meldung öffentlich.`);
  }
  if (refused.length > 0) {
    const left = refused.map(({ path }) => path).join(", ");
    const kept = `${published.kept.length} davon stehen noch in ihrer früheren Fassung da.`;
    console.log(`ACHTUNG: Ohne ${refused.length} abgewiesene Dateien gebaut: ${left}. ${kept}`);
  }
  const hints = problems.filter(({ severity }) => severity === "hint").length;
  if (hints > 0) console.log(`${hints} Hinweise; npm run check zeigt sie.`);
  console.log(`${summary(published, output)}, ${seconds.toLocaleString("de-DE", { maximumFractionDigits: 1 })} s.`);
  return 0;
}
var LISTED_MAX = 10;
function summary({ archive, pages, made }, output) {
  const messages = readMessages();
  const holdings = messages.count(archive.listed.length, messages.in("de").home.holdings, "de");
  const versions = `dazu ${messages.count(archive.versions.length, { one: "{n} Sprachfassung", other: "{n} Sprachfassungen" }, "de")}`;
  return `${holdings}, ${versions}. ${pages} Dateien in ${output}, davon ${made} neu gemacht`;
}
await executeIfMain(import.meta.filename, command);
export {
  build,
  command
};
