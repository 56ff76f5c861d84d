import {
  cacheFor
} from "./chunk-DESBTPWV.js";
import {
  layoutFailure
} from "./chunk-UBOGNSJH.js";
import {
  INPUT,
  setUpEleventy
} from "./chunk-X7CK6YPC.js";
import {
  createFingerprints,
  fingerprintProgram
} from "./chunk-7AV3DNKZ.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import {
  executeIfMain
} from "./chunk-YKVEPTDV.js";
import {
  reportProblems
} from "./chunk-EVFN2A6N.js";
import {
  readSettings
} from "./chunk-Z3YGTWRL.js";
import {
  WrongCall,
  defineCommand
} from "./chunk-DMPDBQ4H.js";
import {
  findCollisions,
  surveyContent
} from "./chunk-AXN7I6DP.js";
import {
  createArchive,
  createContext,
  listPages
} from "./chunk-BCRMMXIE.js";
import "./chunk-O5P6RIOR.js";
import {
  openReadings,
  reportCounts
} from "./chunk-5EBG7R4H.js";
import {
  UNKNOWN_SITE
} from "./chunk-4KDI5CBF.js";
import {
  readMessages
} from "./chunk-PVW3D2DO.js";
import {
  EMPTY_REGISTERS
} from "./chunk-C2RGS7IL.js";
import {
  outputFile
} from "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import {
  describeFailure
} from "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";

// src/commands/start.ts
import { join as join2 } from "node:path";

// src/build/preview.ts
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
async function startPreview({ content, cache, output, port, now, clock, listener }) {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const program = fingerprintProgram();
  const readings = openReadings(cacheFor(cache, "readings", content), program, clock);
  let last;
  let shown = /* @__PURE__ */ new Map();
  const made = /* @__PURE__ */ new Map();
  const read = async () => {
    const messages = readMessages();
    const { reading, pages: listed } = await surveyContent({ folder: content, now: now(), preview: true, readings, messages }, cache);
    listener.reading(reading);
    last = reading.archive ?? last;
    const archive = last ?? emptyArchive(now(), messages);
    const pages = previewPages(archive, reading, reading.archive ? listed : listPages(archive));
    const before = shown;
    const fingerprint = createFingerprints(archive, program);
    shown = new Map(pages.map((page) => [outputFile(page.address), fingerprint(page)]));
    for (const file of before.keys()) {
      if (shown.has(file)) continue;
      rmSync(join(output, file), { force: true });
      made.delete(file);
    }
    const isStale = (file) => made.get(file) !== shown.get(file);
    return { archive, pages: pages.filter(({ address }) => isStale(outputFile(address))) };
  };
  let first = await read();
  const readOnce = () => {
    const reading = first ?? read();
    first = void 0;
    return reading;
  };
  const eleventy = new Eleventy(INPUT, output, {
    configPath: "",
    // The server answers under the prefix that the links have.
    pathPrefix: new URL(first.archive.site.url).pathname,
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.setOutputDirectory(output);
      config.addWatchTarget(`${content.replace(/[[\](){}!*?+@|]/g, "?")}/**/*`);
      config.addWatchTarget("layouts/**/*");
      config.setWatchThrottleWaitTime(50);
      const messageOnStart = ({ localhostUrl }) => listener.ready(localhostUrl);
      config.setServerOptions({ port, messageOnStart });
      const finish = (_pages, _output, hashes) => {
        for (const file of hashes.keys()) made.set(file, shown.get(file) ?? "");
        listener.made(hashes.size);
      };
      setUpEleventy(config, { read: readOnce, cache, finish, isStrict: true });
    }
  });
  eleventy.disableLogger();
  await eleventy.init();
  const rebuild = await eleventy.watch().catch((thrown) => {
    throw layoutFailure(thrown);
  });
  const write = eleventy.write.bind(eleventy);
  eleventy.write = () => write().catch((thrown) => {
    listener.failure(layoutFailure(thrown));
    throw thrown;
  });
  eleventy.watcher.on("unlink", rebuild);
  await eleventy.serve(port);
}
function previewPages(archive, { problems, refused, waiting }, listed) {
  const pages = [...listed, ...faultyDrafts(archive, problems, waiting)];
  const collisions = findCollisions(pages);
  const isKnown = ({ path, message }) => problems.some((known) => known.path === path && known.message === message);
  const errors = [...problems.filter((problem) => problem.severity === "error"), ...collisions.filter((one) => !isKnown(one))];
  if (errors.length === 0) return pages;
  const replaced = /* @__PURE__ */ new Set(["/", ...refused.flatMap(({ address }) => address === void 0 ? [] : [address])]);
  const isShown = ({ address }) => collisions.length > 0 ? address.startsWith("/assets/") : !replaced.has(address);
  return [...pages.filter(isShown), ...[...replaced].map((address) => problemsView(archive, address, errors))];
}
function faultyDrafts(archive, problems, waiting) {
  return waiting.flatMap(({ path, address, reason }) => {
    const own = problems.filter((problem) => problem.path === path);
    return reason === "draft" && address !== void 0 && own.length > 0 ? [problemsView(archive, address, own)] : [];
  });
}
function problemsView({ site }, address, problems) {
  const title = "Fehler in den Inhalten";
  return {
    layout: "problems",
    kind: "list",
    address,
    language: site.language,
    title,
    description: void 0,
    isIndexed: false,
    alternates: [],
    problems
  };
}
function emptyArchive(now, messages) {
  return createArchive({
    context: createContext(UNKNOWN_SITE, messages),
    registers: EMPTY_REGISTERS,
    now,
    releases: [],
    versions: [],
    pages: [],
    used: Object.fromEntries(Object.keys(EMPTY_REGISTERS).map((name) => [name, /* @__PURE__ */ new Set()])),
    files: [],
    withoutPage: /* @__PURE__ */ new Set()
  });
}

// src/commands/start.ts
var command = defineCommand({
  name: "start",
  summary: {
    de: "Zeigt das Archiv auf diesem Rechner, mit Entwürfen, und lädt bei jeder Änderung neu",
    en: "Shows the archive on this computer, drafts included, and reloads at each change"
  },
  about: {
    de: "Entwürfe und Meldungen unter Sperrfrist sind gekennzeichnet; Fehler in den Inhalten erscheinen als Seite. Strg+C beendet.",
    en: "Drafts and releases under an embargo are marked; errors in the content appear as a page. Ctrl+C ends it."
  },
  settings: ["content", "cache", "now"],
  options: {
    port: {
      value: { de: "ZAHL", en: "NUMBER" },
      default: "8080",
      help: { de: "die Zahl in der Adresse http://localhost:8080/", en: "the number in the address http://localhost:8080/" }
    }
  },
  exits: { de: "1 nicht gestartet", en: "1 not started" },
  run: async ({ port }, environment) => {
    if (!(Number(port) > 0 && Number(port) < 65536)) throw new WrongCall(`--port ${port}: Nötig ist eine Zahl von 1 bis 65535.`);
    const { content, cache, now } = readSettings(environment);
    await startPreview({
      content,
      cache,
      output: join2(cache, "preview"),
      port: Number(port),
      now: () => environment.NOW ? now : Date.now(),
      clock: Date.now(),
      listener: {
        reading: (reading) => report(reading, content),
        made: (files) => console.log(`${files} Dateien neu gemacht.`),
        failure: (thrown) => console.error(describeFailure(thrown)),
        ready: (url) => console.log(`${url} zeigt das Archiv; Strg+C beendet die Vorschau.`)
      }
    });
    return 0;
  }
});
function report({ problems, counts, unpublished }, content) {
  const errors = problems.filter((problem) => problem.severity === "error");
  if (errors.length > 0) console.error(reportProblems(errors));
  const shown = unpublished.length > 0 ? `, ${unpublished.length} nicht gezeigt` : "";
  console.log(`${content}: ${reportCounts(counts)}${shown}`);
}
await executeIfMain(import.meta.filename, command);
export {
  command
};
