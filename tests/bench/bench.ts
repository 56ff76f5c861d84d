import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand, WrongCall } from "../../src/commands/command.ts";
import { SOFTWARE } from "../../src/software.ts";
import { judge } from "./accepted.ts";
import { compareSites } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { applyEdit, EDITS } from "./edits.ts";
import type { Cost } from "./measure.ts";
import { canMeasure, PEERS, type Peer } from "./peers.ts";
import { type Costs, printReport, type Result, type Rival } from "./report.ts";
import { NOW, openWorkshop } from "./workshop.ts";

const KEYS = PEERS.map(({ key }) => key);

const NUMBER = { de: "ZAHL", en: "NUMBER" };

/** Builds fictional towns with Stadtchronik and other generators in turn, and measures. */
export const command = defineCommand({
  name: "bench",
  summary: {
    de: "Misst Stadtchronik gegen Hugo, Eleventy, Jekyll und Pelican an erfundenen Städten",
    en: "Measures Stadtchronik against Hugo, Eleventy, Jekyll and Pelican with fictional towns",
  },
  about: {
    de: `Baut abwechselnd und misst Zeit, Rechenzeit und Speicher; nur unter Linux, denn gemessen wird mit /proc.
Vorher und nachher vergleicht es die fertigen Seiten: Was anders ist und nicht in der Liste bekannter Unterschiede steht, ist ein Fehler.
HUGO=Pfad in der Umgebung nennt ein anderes Hugo als das installierte (erprobt mit 0.111 und 0.169).`,
    en: `Builds in turn and measures time, processor time and memory; on Linux alone, since it measures by /proc.
Before and after it compares the finished pages: what differs and is not in the list of known differences is an error.
HUGO=path in the environment names another Hugo than the one installed (tried with 0.111 and 0.169).`,
  },
  options: {
    sizes: {
      value: { de: "ZAHLEN", en: "NUMBERS" },
      default: "1000,10000,50000",
      help: {
        de: "wie viele Meldungen (sonst 1000,10000,50000); zu 50000 gehört noch eine Stadt von 5000",
        en: "how many releases (else 1000,10000,50000); with 50000 comes a town of 5000",
      },
    },
    rounds: {
      value: NUMBER,
      default: "3",
      help: { de: "wie oft (sonst 3); es zählt der mittlere Wert", en: "how often (else 3); the median counts" },
    },
    peers: {
      value: { de: "NAMEN", en: "NAMES" },
      default: KEYS.join(),
      help: {
        de: `womit verglichen wird (sonst alle: ${KEYS.join()}); was nicht installiert ist, bleibt weg`,
        en: `with what (else all: ${KEYS.join()}); what is not installed is left out`,
      },
    },
    dir: {
      value: { de: "ORDNER", en: "FOLDER" },
      default: "/dev/shm/stadtchronik-bench",
      help: {
        de: "wo gearbeitet wird (sonst /dev/shm/stadtchronik-bench: im Arbeitsspeicher); wird geleert",
        en: "where to work (else /dev/shm/stadtchronik-bench: in memory); is emptied",
      },
    },
    step: {
      value: NUMBER,
      default: "50",
      help: { de: "jede wievielte Datei einer Art verglichen wird (sonst 50)", en: "every which file of a kind is compared (else 50)" },
    },
    write: { help: { de: "schreibt das Ergebnis nach docs/benchmarks.md", en: "writes the result to docs/benchmarks.md" } },
  },
  exits: { de: "0 gemessen, 1 Seiten verschieden oder ein Bau misslungen", en: "0 measured, 1 pages differ or a build failed" },
  run: (given) => bench(readOptions(given)),
});

interface Options {
  sizes: number[];
  rounds: number;
  peers: Peer[];
  dir: string;
  step: number;
  isWritten: boolean;
}

function readOptions(given: Record<"sizes" | "rounds" | "peers" | "dir" | "step", string> & { write: boolean }): Options {
  const sizes = given.sizes.split(",").map(Number);
  const keys = given.peers.split(",").filter((key) => key !== "");
  const [rounds, step] = [Number(given.rounds), Number(given.step)];
  if (![...sizes, rounds, step].every((number) => Number.isInteger(number) && number > 0))
    throw new WrongCall("--sizes, --rounds und --step brauchen ganze Zahlen über null.");
  const unknown = keys.find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new WrongCall(`--peers ${unknown}: Möglich sind ${KEYS.join(", ")}.`);
  return { sizes, rounds, peers: PEERS.filter(({ key }) => keys.includes(key)), dir: resolve(given.dir), step, isWritten: given.write };
}

async function bench(options: Options): Promise<number> {
  if (!canMeasure()) {
    console.error("Gemessen wird mit /proc, das es nur unter Linux gibt.");
    return 2;
  }
  const peers = options.peers.filter(({ name, version, install }) => {
    if (version() !== undefined) return true;
    console.log(`${name} ist hier nicht installiert (${install}) und bleibt weg.`);
    return false;
  });
  const results: Result[] = [];
  let isEqual = true;
  for (const size of options.sizes) {
    const result = await measureTown(
      size,
      peers.filter(({ most }) => size <= most),
      options,
    );
    results.push(result);
    // The processor time a page at 50,000 is told against a town of a tenth.
    if (size === 50_000 && !options.sizes.includes(5000)) results.push(await measureTown(5000, [], { ...options, isWritten: false }));
    isEqual &&= result.rivals.every(({ failures }) => failures.size === 0);
    const report = printReport(results, options.rounds, peers);
    if (options.isWritten) {
      mkdirSync(join(SOFTWARE, "docs"), { recursive: true });
      writeFileSync(join(SOFTWARE, "docs/benchmarks.md"), report);
    }
    console.log(`\n${report}`);
  }
  rmSync(options.dir, { recursive: true, force: true });
  return isEqual ? 0 : 1;
}

/** Builds a town cold and after each edit, all generators in turn, round by round. */
async function measureTown(size: number, peers: readonly Peer[], { rounds, dir, step }: Options): Promise<Result> {
  say(`${size} Meldungen: Stadt schreiben`);
  const { listPages } = await import("../../src/site/capabilities.ts");
  const workshop = await openWorkshop(dir, size);
  const ours: Costs = {};
  const rivals = peers.map((peer): Rival => ({ peer, costs: {}, comparison: undefined, failures: new Set() }));
  let files = 0;
  for (let round = 1; round <= rounds; round++) {
    for (const build of ["cold", ...EDITS] as const) {
      const keep = (costs: Costs, name: string, cost: Cost) => {
        costs[build] = [...(costs[build] ?? []), cost];
        say(`${size}, Runde ${round}, ${build}: ${name} ${written(cost)}`);
      };
      if (build !== "cold") applyEdit(build, round, workshop.content, workshop.layouts);
      keep(ours, "Stadtchronik", await workshop.build(build === "cold"));
      files ||= readdirSync(workshop.ours, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
      // Other generators build everything anew whatever has changed: one warm build of them stands for all.
      if (rivals.length === 0 || (build !== "cold" && build !== "text")) continue;
      const corpus = readCorpus(workshop.content, Date.parse(NOW), listPages);
      for (const rival of rivals) {
        const { peer, costs, failures } = rival;
        keep(costs, peer.name, await workshop.buildPeer(peer, corpus, build === "cold"));
        if (round > 1) continue;
        const comparison = compareSites(workshop.ours, workshop.site(peer), step);
        rival.comparison ??= comparison;
        const found = judge(comparison, peer.key).failures;
        say(
          `${size}, ${build}: ${comparison.sampled} Dateien mit denen von ${peer.name} verglichen, ${found.length} unbekannte Unterschiede`,
        );
        for (const failure of found.slice(0, 20)) console.log(`  ${failure}`);
        for (const failure of found) failures.add(failure);
      }
    }
  }
  return { size, files, ours, rivals };
}

function written({ wall, cpu, memory }: Cost): string {
  return `${wall.toFixed(1)} s, Rechenzeit ${cpu.toFixed(1)} s, ${(memory / 1e9).toFixed(2)} GB`;
}

function say(line: string): void {
  console.log(`[${new Date().toISOString().slice(11, 19)}] ${line}`);
}

await executeIfMain(import.meta.filename, command);
