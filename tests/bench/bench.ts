import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { ROOT } from "../../src/commands/settings.ts";
import { judge } from "./accepted.ts";
import { compareSites } from "./compare.ts";
import { readCorpus } from "./corpus.ts";
import { applyEdit, EDITS } from "./edits.ts";
import type { Cost } from "./measure.ts";
import { canMeasure, PEERS, type Peer } from "./peers.ts";
import { type Costs, printReport, type Result, type Rival } from "./report.ts";
import { NOW, openWorkshop } from "./workshop.ts";

const KEYS = PEERS.map(({ key }) => key);

const HELP = `npm run bench [-- --sizes 1000,10000,50000] [--rounds 3] [--peers ${KEYS.join()}] [--dir ORDNER] [--write]

Baut erfundene Städte mit Stadtchronik und mit anderen Generatoren, abwechselnd, und misst Zeit, Rechenzeit und Speicher.
Vorher und nachher vergleicht es die fertigen Seiten: Was anders ist und nicht in der Liste bekannter Unterschiede steht, ist ein Fehler.

  --sizes ZAHLEN   wie viele Meldungen (sonst 1000,10000,50000); zu 50000 gehört noch eine Stadt von 5000
  --rounds ZAHL    wie oft (sonst 3); es zählt der mittlere Wert
  --peers NAMEN    womit verglichen wird (sonst alle); was nicht installiert ist, bleibt weg
  --dir ORDNER     wo gearbeitet wird (sonst /dev/shm/stadtchronik-bench: im Arbeitsspeicher); wird geleert
  --step ZAHL      jede wievielte Datei einer Art verglichen wird (sonst 50)
  --write          schreibt das Ergebnis nach docs/benchmarks.md
  --help           zeigt diese Hilfe

Umgebung: HUGO=Pfad nennt ein anderes Hugo als das installierte (erprobt mit 0.111 und 0.169).
Nur unter Linux: gemessen wird mit /proc.
Ausgang: 0 gemessen, 1 Seiten verschieden oder ein Bau misslungen, 2 falscher Aufruf.`;

interface Options {
  sizes: number[];
  rounds: number;
  peers: Peer[];
  dir: string;
  step: number;
  isWritten: boolean;
}

function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: "string", default: "1000,10000,50000" },
      rounds: { type: "string", default: "3" },
      peers: { type: "string", default: KEYS.join() },
      dir: { type: "string", default: "/dev/shm/stadtchronik-bench" },
      step: { type: "string", default: "50" },
      write: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return undefined;
  const sizes = values.sizes.split(",").map(Number);
  const keys = values.peers.split(",").filter((key) => key !== "");
  const [rounds, step] = [Number(values.rounds), Number(values.step)];
  if (![...sizes, rounds, step].every((number) => Number.isInteger(number) && number > 0))
    throw new Error("--sizes, --rounds und --step brauchen ganze Zahlen über null.");
  const unknown = keys.find((key) => !KEYS.includes(key));
  if (unknown !== undefined) throw new Error(`--peers ${unknown}: Möglich sind ${KEYS.join(", ")}.`);
  return { sizes, rounds, peers: PEERS.filter(({ key }) => keys.includes(key)), dir: resolve(values.dir), step, isWritten: values.write };
}

/** Measures as the arguments say; answers with the exit code. */
async function bench(args: readonly string[]): Promise<number> {
  let options: Options | undefined;
  try {
    options = readOptions(args);
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${HELP}`);
    return 2;
  }
  if (!options) {
    console.log(HELP);
    return 0;
  }
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
      mkdirSync(join(ROOT, "docs"), { recursive: true });
      writeFileSync(join(ROOT, "docs/benchmarks.md"), report);
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

if (import.meta.filename === process.argv[1]) {
  try {
    process.exitCode = await bench(process.argv.slice(2));
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
    process.exitCode = 1;
  }
}
