import {
  readPrevious
} from "./chunk-OYM6JNFB.js";
import {
  dependencyOn,
  takeIn
} from "./chunk-65FKOO4V.js";
import "./chunk-TTFE6DIS.js";
import {
  readSettings
} from "./chunk-Z3YGTWRL.js";
import {
  WrongCall,
  defineCommand
} from "./chunk-DMPDBQ4H.js";
import {
  SCHEMA_VERSION
} from "./chunk-4KDI5CBF.js";
import "./chunk-PVW3D2DO.js";
import {
  filesBelow
} from "./chunk-2MWZRJQY.js";
import {
  SOFTWARE,
  readPackage
} from "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import {
  listFiles
} from "./chunk-2GZW4RHB.js";
import "./chunk-6KULUY2B.js";

// src/commands/upgrade.ts
import { rmSync as rmSync3 } from "node:fs";
import { join as join3 } from "node:path";
import { createInterface } from "node:readline/promises";

// src/desk/npm.ts
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
function runNode(args, cwd, environment, isShown = false) {
  return runProgram(process.execPath, args, { cwd, environment, isShown });
}
function runNpm(args, cwd, environment) {
  const own = environment.npm_execpath ?? "";
  if (basename(own) === "npm-cli.js") return runNode([own, ...args], cwd, environment);
  return runProgram("npm", args, { cwd, environment, isShown: false });
}
async function fetchSoftware(spec, folder, environment) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "package.json"), '{"private": true}\n');
  const { code, said } = await runNpm(["install", "--no-audit", "--no-fund", "--ignore-scripts", spec], folder, environment);
  if (code !== 0) throw new Error(`npm konnte ${spec} nicht holen. Es wurde nichts geändert.
${said.trim()}`);
  return join(folder, "node_modules/stadtchronik");
}
function runProgram(program, args, { cwd, environment, isShown }) {
  const shell = program === "npm" && process.platform === "win32";
  const child = spawn(program, args, { cwd, env: environment, shell, stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text) => {
      said += text;
    });
  return new Promise((done) => {
    child.on("error", ({ message }) => done({ code: 1, said: message }));
    child.on("close", (code) => done({ code: code ?? 1, said }));
  });
}

// src/desk/upgrade.ts
import { cpSync, existsSync, readFileSync, rmSync as rmSync2, writeFileSync as writeFileSync2 } from "node:fs";
import { join as join2 } from "node:path";
import { createTwoFilesPatch } from "diff";

// src/desk/migrations.ts
import { parseDocument } from "yaml";
var MIGRATIONS = [];
function migrate(texts, migrations = MIGRATIONS, newest = SCHEMA_VERSION) {
  const from = versionOf(texts.get("site.yml") ?? "");
  if (from > newest)
    throw new Error(`Die Inhalte haben den Stand ${from}; diese Fassung kennt erst den Stand ${newest}. Nehmen Sie eine neuere.`);
  const steps = migrations.filter(({ to }) => to > from);
  const changed = /* @__PURE__ */ new Map();
  for (const { to, apply } of steps) {
    for (const [path, text] of apply(new Map([...texts, ...changed]))) changed.set(path, text);
    changed.set("site.yml", withVersion(changed.get("site.yml") ?? texts.get("site.yml") ?? "", to));
  }
  return { texts: new Map([...changed].filter(([path, text]) => texts.get(path) !== text)), steps };
}
var VERSION = /^schema:[ \t]*["']?(\d+)["']?/m;
function versionOf(site) {
  return Number(VERSION.exec(site)?.[1] ?? 1);
}
function withVersion(site, version) {
  return VERSION.test(site) ? site.replace(VERSION, `schema: ${version}`) : `schema: ${version}
${site}`;
}

// src/desk/upgrade.ts
async function prepareUpgrade({ before, city, content, work, environment }) {
  const [old, moved, fresh] = ["before", "content", "after"].map((name) => join2(work, name));
  for (const folder of [old, moved, fresh]) rmSync2(folder, { recursive: true, force: true });
  const [from, to] = [readPackage(before).version, readPackage().version];
  const migrated = migrateFolder(content);
  if (migrated.texts.size > 0) cpSync(content, moved, { recursive: true });
  writeTexts(moved, migrated);
  const build = async (software, folders, args = []) => {
    const bin = join2(software, "bin/stadtchronik.js");
    const { code, said } = await runNode([bin, "build", ...args], city, { ...environment, ...folders });
    const place = software === before ? `Mit der jetzigen Fassung ${from}` : `Mit der neuen Fassung ${to}`;
    if (code !== 0) throw new Error(`${place} lässt sich das Archiv nicht bauen. Es wurde nichts geändert.
${said.trim()}`);
  };
  await build(before, { CONTENT: content, OUTPUT: old });
  await build(SOFTWARE, { CONTENT: migrated.texts.size > 0 ? moved : content, OUTPUT: fresh }, ["--previous", old]);
  return {
    from,
    to,
    tasks: tasksBetween(readFileSync(join2(SOFTWARE, "CHANGELOG.md"), "utf8"), from, to),
    migrated,
    layouts: changedLayouts(join2(city, "layouts"), join2(before, "layouts"), join2(SOFTWARE, "layouts")),
    pages: compareSites(await entriesOf(old), await entriesOf(fresh))
  };
}
function migrateFolder(content) {
  return migrate(textsOf(content));
}
function writeTexts(content, { texts }) {
  for (const [path, text] of texts) writeFileSync2(join2(content, path), text);
}
function describeMigration(content, { texts }) {
  const patches = [...texts].map(([path, text]) => {
    const name = join2(content, path);
    return createTwoFilesPatch(name, name, readFileSync(name, "utf8"), text, "", "", { context: 2 });
  });
  return patches.join("\n").replace(/^=+\n/gm, "");
}
async function applyUpgrade(order, { migrated }, dependency) {
  const { city, content, environment } = order;
  const kept = new Map(
    ["package.json", "package-lock.json"].flatMap((name) => existsSync(join2(city, name)) ? [name] : []).map((name) => [name, readFileSync(join2(city, name))])
  );
  const before = dependencyIn(city);
  takeIn(dependency, city);
  const manifest = JSON.parse(readFileSync(join2(city, "package.json"), "utf8"));
  manifest.dependencies.stadtchronik = dependency.spec;
  writeFileSync2(join2(city, "package.json"), `${JSON.stringify(manifest, null, 2)}
`);
  const { code, said } = await runNpm(["install", "--no-audit", "--no-fund"], city, environment);
  if (code !== 0) {
    for (const [name, bytes] of kept) writeFileSync2(join2(city, name), bytes);
    throw new Error(`npm konnte die neue Fassung nicht einrichten; es gilt noch die alte. Rufen Sie npm ci auf.
${said.trim()}`);
  }
  writeTexts(content, migrated);
  const packed = /^file:(software\/[^/]+)$/.exec(before ?? "")?.[1];
  if (packed !== void 0 && before !== dependency.spec) rmSync2(join2(city, packed), { force: true });
}
function dependencyIn(city) {
  const file = join2(city, "package.json");
  if (!existsSync(file)) return void 0;
  return JSON.parse(readFileSync(file, "utf8")).dependencies?.stadtchronik;
}
function tasksBetween(changelog, from, to) {
  const written = changelog.replace(/^## \[Unreleased\]/m, `## [${to}]`);
  return [...written.matchAll(/^## \[(\d+\.\d+\.\d+)\][^\n]*\n([\s\S]*?)(?=^## |(?![\s\S]))/gm)].filter(([, release = ""]) => isNewer(release, from) && !isNewer(release, to)).reverse().flatMap(([, release, text = ""]) => {
    const task = /^### Was eine Stadt tun muss\n([\s\S]*?)(?=^### |(?![\s\S]))/m.exec(text)?.[1]?.trim();
    return task ? [`${release}: ${task}`] : [];
  });
}
function isNewer(one, other) {
  const [a, b] = [one, other].map((text) => text.split(/[.-]/, 3).map(Number));
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
}
function changedLayouts(own, before, after) {
  const read = (folder, path) => existsSync(join2(folder, path)) ? readFileSync(join2(folder, path), "utf8") : void 0;
  return filesBelow(own).flatMap((path) => {
    const [was, is] = [read(before, path), read(after, path)];
    return was === void 0 || was === is ? [] : [{ path, isGone: is === void 0 }];
  });
}
function compareSites(before, after) {
  const was = new Map(before.map((entry) => [entry.address, entry]));
  const is = new Set(after.map(({ address }) => address));
  const changed = after.filter(({ address, sha256 }) => was.has(address) && was.get(address)?.sha256 !== sha256);
  const added = after.filter(({ address }) => !was.has(address));
  return { same: after.length - changed.length - added.length, changed, added, gone: before.filter(({ address }) => !is.has(address)) };
}
async function entriesOf(site) {
  return (await readPrevious(site))?.entries ?? [];
}
function textsOf(content) {
  const texts = listFiles(content).files.filter((path) => /\.(md|yml)$/.test(path));
  return new Map(texts.map((path) => [path, readFileSync(join2(content, path), "utf8")]));
}

// src/commands/upgrade.ts
var command = defineCommand({
  name: "upgrade",
  summary: { de: "Geht zu einer neueren Fassung der Software", en: "Goes to a newer version of the software" },
  about: {
    de: `Baut das Archiv mit der jetzigen und mit der neuen Fassung, vergleicht alle Adressen und zeigt, was sich in Ihren Inhalten und
auf den Seiten ändert. Erst dann wird gefragt; ginge eine veröffentlichte Adresse verloren, bleibt alles, wie es ist.`,
    en: `Builds the archive with the present and the newer version, compares all addresses and shows what changes in your content and
on the pages. Only then it asks; if a published address would be lost, everything stays as it is.`
  },
  settings: ["content", "cache", "now"],
  options: {
    to: {
      value: { de: "DATEI|FASSUNG", en: "FILE|VERSION" },
      help: {
        de: "wohin: eine gepackte Datei oder eine Fassung wie 0.3.0; sonst die neueste",
        en: "where to: a packed file or a version such as 0.3.0; else the newest"
      }
    },
    yes: { help: { de: "übernimmt es, ohne zu fragen", en: "does it without asking" } },
    from: {
      value: { de: "ORDNER", en: "FOLDER" },
      help: {
        de: "die jetzige Software; so ruft die jetzige Fassung die neue auf",
        en: "the present software; this is how the present version calls the newer one"
      }
    }
  },
  exits: { de: "0 übernommen oder nichts zu tun, 1 nichts geändert", en: "0 done or nothing to do, 1 nothing changed" },
  run: async ({ to, yes, from }, environment) => {
    const present = dependencyIn("");
    if (present === void 0)
      throw new WrongCall("Hier liegt kein Archiv einer Stadt: In package.json steht stadtchronik nicht unter dependencies.");
    const { content, cache, now } = readSettings(environment);
    if (from === void 0) {
      const migrated = migrateFolder(content);
      return migrated.steps.length > 0 ? catchUp(content, migrated, yes) : handOver({ present, to, yes }, join3(cache, "upgrade/software"), environment);
    }
    const order = {
      before: from,
      city: process.cwd(),
      content,
      work: join3(cache, "upgrade"),
      environment: { ...environment, NOW: new Date(now).toISOString() }
    };
    if (to === void 0 && readPackage(from).version === readPackage().version) {
      console.log(`Stadtchronik ${readPackage().version} ist die neueste Fassung. Es ist nichts zu tun.`);
      return 0;
    }
    const upgrade = await prepareUpgrade(order);
    console.log(describe(upgrade, content));
    if (!yes && !await isAgreed()) {
      console.log(`Es wurde nichts geändert. Beide Fassungen der Seiten liegen zum Ansehen in ${order.work} (before und after).`);
      return 0;
    }
    const dependency = dependencyOn(to ?? readPackage().version);
    if (!dependency) throw new WrongCall(`--to ${to}: Das ist weder eine Datei noch eine bestimmte Fassung wie 0.3.0.`);
    await applyUpgrade(order, upgrade, dependency);
    console.log(`Jetzt gilt Stadtchronik ${upgrade.to}. Sehen Sie sich das Archiv an (npm start), und legen Sie die Änderung ab.`);
    return 0;
  }
});
async function catchUp(content, migrated, yes) {
  console.log([`Stadtchronik ${readPackage().version} ist schon eingerichtet.`, ...describeContent(content, migrated)].join("\n\n"));
  if (!yes && !await isAgreed()) {
    console.log("Es wurde nichts geändert.");
    return 0;
  }
  writeTexts(content, migrated);
  console.log("Die Inhalte sind auf dem neuen Stand; npm run build vergleicht die Adressen.");
  return 0;
}
async function handOver({ present, to, yes }, folder, environment) {
  if (to === void 0 && !/^\d/.test(present))
    throw new WrongCall(`Die Software kommt aus „${present}“; welche die neueste ist, weiß npm dann nicht. Schreiben Sie --to DATEI.`);
  const dependency = to === void 0 ? void 0 : dependencyOn(to);
  if (to !== void 0 && !dependency) throw new WrongCall(`--to ${to}: Das ist weder eine Datei noch eine bestimmte Fassung wie 0.3.0.`);
  const spec = dependency?.file ?? (dependency ? specOf(dependency.spec) : "stadtchronik@latest");
  try {
    const software = await fetchSoftware(spec, folder, environment);
    const args = ["upgrade", "--from", SOFTWARE, ...to === void 0 ? [] : ["--to", to], ...yes ? ["--yes"] : []];
    return (await runNode([join3(software, "bin/stadtchronik.js"), ...args], process.cwd(), environment, true)).code;
  } finally {
    rmSync3(folder, { recursive: true, force: true });
  }
}
function specOf(spec) {
  return /^\d/.test(spec) ? `stadtchronik@${spec}` : spec;
}
function describe({ from, to, tasks, migrated, layouts, pages }, content) {
  const blocks = [from === to ? `Stadtchronik ${to} gilt schon.` : `Von Stadtchronik ${from} nach ${to}.`];
  if (tasks.length > 0) blocks.push(`Zu tun ist:
${tasks.join("\n")}`);
  blocks.push(...describeContent(content, migrated));
  if (layouts.length > 0) {
    const lines = layouts.map(({ path, isGone }) => `  layouts/${path}${isGone ? " (gibt es dort nicht mehr)" : ""}`);
    blocks.push(
      `Diese eigenen Layouts stehen an der Stelle von Dateien, die sich geändert haben; sehen Sie sie durch:
${lines.join("\n")}`
    );
  }
  blocks.push(describePages(pages));
  return blocks.join("\n\n");
}
function describeContent(content, migrated) {
  const steps = migrated.steps.map(({ to, about }) => `Die Inhalte kommen auf den Stand ${to}: ${about}`);
  const files = migrated.texts.size;
  if (files === 0) return [...steps, "In Ihren Inhalten ändert sich nichts."];
  return [...steps, `${files === 1 ? "In einer Datei" : `In ${files} Dateien`} ändert sich:
${describeMigration(content, migrated)}`];
}
var NAMED_MAX = 10;
function describePages({ same, changed, added, gone }) {
  const list = (what, entries) => {
    if (entries.length === 0) return [];
    const named = entries.slice(0, NAMED_MAX).map(({ address }) => `    ${address}`);
    const more = entries.length > NAMED_MAX ? [`    … und ${entries.length - NAMED_MAX} weitere`] : [];
    return [`  ${entries.length} ${what}:`, ...named, ...more];
  };
  return [
    `Alle veröffentlichten Adressen bleiben. Gleich bleiben ${same} Dateien.`,
    ...list("ändern sich", changed),
    ...list("kommen dazu", added),
    ...list("fallen weg (keine davon ist eine bleibende Adresse)", gone)
  ].join("\n");
}
async function isAgreed() {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise((done) => terminal.on("close", () => done("")));
  const answer = await Promise.race([terminal.question("Übernehmen? (j/n) "), ended]);
  terminal.close();
  return /^(j|ja|y|yes)$/i.test(answer.trim());
}
export {
  command
};
