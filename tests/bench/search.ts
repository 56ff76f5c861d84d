import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand, WrongCall } from "../../src/commands/command.ts";
import { SOFTWARE } from "../../src/software.ts";
import { writeTown } from "../town/town.ts";
import { type Cost, measure } from "./measure.ts";
import { measureQueries } from "./search-browser.ts";

/** Measures the search of fictional towns: making its index, and asking it. */
export const command = defineCommand({
  name: "bench:search",
  summary: { de: "Misst die Suche an erfundenen Städten", en: "Measures the search of fictional towns" },
  about: {
    de: `Misst Rechenzeit und Speicher für den Suchindex (von nichts, und nach einer neuen Meldung), seine Größe und Dateien, und im Browser
Bytes und Zeit je Anfrage. Das Lesen der Texte wird abgezogen. Nur unter Linux.`,
    en: `Measures processor time and memory of the search index (from nothing, and after one new release), its size and files, and in a browser
bytes and time of each query. Reading the texts is subtracted. On Linux alone.`,
  },
  options: {
    sizes: {
      value: { de: "ZAHLEN", en: "NUMBERS" },
      default: "1,1000,10000,50000",
      help: { de: "wie viele Meldungen (sonst 1,1000,10000,50000)", en: "how many releases (else 1,1000,10000,50000)" },
    },
    dir: {
      value: { de: "ORDNER", en: "FOLDER" },
      default: "/dev/shm/stadtchronik-search",
      help: { de: "wo gearbeitet wird; wird geleert", en: "where to work; is emptied" },
    },
  },
  exits: { de: "0 gemessen, 1 etwas ist misslungen", en: "0 measured, 1 something failed" },
  run: async ({ sizes, dir }) => {
    const counts = sizes.split(",").map(Number);
    if (!counts.every((count) => Number.isInteger(count) && count > 0)) throw new WrongCall("--sizes braucht ganze Zahlen über null.");
    for (const count of counts) await measureSize(count, resolve(dir));
    rmSync(resolve(dir), { recursive: true, force: true });
    return 0;
  },
});

async function measureSize(count: number, folder: string): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const content = join(folder, "content");
  writeTown(content, count, "1");
  const run = (task: string): Promise<Cost> =>
    measure(process.execPath, ["--import", "tsx", join(import.meta.dirname, "search-index.ts"), content, folder, task], { cwd: SOFTWARE });
  const read = await run("read");
  const cold = await run("index");
  addRelease(content);
  const warm = await run("index");
  await run("write");
  const index = join(folder, "site/pagefind/de");
  const files = readdirSync(index, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const bytes = files.reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
  const over = (cost: Cost) => `${(cost.cpu - read.cpu).toFixed(1)} s Rechenzeit`;
  console.log(
    `${count} Meldungen: Index von nichts ${over(cold)}, ${(cold.memory / 1e9).toFixed(2)} GB; nach einer neuen ${over(warm)}; ` +
      `${(bytes / 1e6).toFixed(1)} MB in ${files.length} Dateien.`,
  );
  const queries = count >= 100 ? await measureQueries(join(folder, "site")) : undefined;
  if (!queries) return;
  const [byTime, byBytes] = [queries.next.map(({ time }) => time), queries.next.map((one) => one.bytes)];
  console.log(
    `  Browser: erste Anfrage ${kilobytes(queries.first.bytes)} KB, ${queries.first.time.toFixed(0)} ms; ` +
      `weitere ${kilobytes(at(byBytes, 0.5))} / ${kilobytes(at(byBytes, 0.95))} KB, ` +
      `${at(byTime, 0.5).toFixed(0)} / ${at(byTime, 0.95).toFixed(0)} ms (Mitte / 95 %).`,
  );
}

/** Publishes one more release: the newest under another name. */
function addRelease(content: string): void {
  const releases = join(content, "releases");
  const all = readdirSync(releases, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /^[^.]+\.md$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/^(draft|embargo|withdrawn|aliases):/m.test(readFileSync(path, "utf8")))
    .sort();
  const newest = all.at(-1) ?? "";
  const added = newest.replace(/\.md$/, "-noch-einmal.md");
  cpSync(newest, added);
  writeFileSync(added, readFileSync(added, "utf8").replace(/^number: .*\n/m, ""));
}

/** The value below which a share of the values lie. */
function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

function kilobytes(bytes: number): string {
  return (bytes / 1000).toFixed(0);
}

await executeIfMain(import.meta.filename, command);
