import { cpus, totalmem } from "node:os";
import { judge } from "./accepted.ts";
import type { Comparison } from "./compare.ts";
import { EDIT_NAMES, EDITS } from "./edits.ts";
import { type Cost, median } from "./measure.ts";
import { PEERS, type Peer } from "./peers.ts";

/** Costs of all rounds by build: `cold` or an edit. */
export type Costs = Record<string, Cost[]>;

/** What another generator cost, how its cold site compares with ours, and which differences of any build are not documented. */
export interface Rival {
  peer: Peer;
  costs: Costs;
  comparison: Comparison | undefined;
  failures: Set<string>;
}

/** What was measured of one town. */
export interface Result {
  size: number;
  /** How many files Stadtchronik made in the cold build. */
  files: number;
  ours: Costs;
  rivals: Rival[];
}

/** A figure that must be reached. */
interface Budget {
  what: string;
  most: number;
  figure: (results: readonly Result[]) => number | undefined;
  unit: string;
}

const ratio = (size: number, peer: string, build: string) => (results: readonly Result[]) => {
  const result = results.find((other) => other.size === size);
  const [own, other] = [
    costOf(result?.ours, build),
    costOf(result?.rivals.find((rival) => rival.peer.key === peer)?.costs, peerBuild(build)),
  ];
  return own && other && own.wall / other.wall;
};
const memory = (size: number, builds: readonly string[]) => (results: readonly Result[]) => {
  const result = results.find((other) => other.size === size);
  const costs = builds.flatMap((build) => costOf(result?.ours, build) ?? []);
  return costs.length === 0 ? undefined : Math.max(...costs.map((cost) => cost.memory)) / 1e9;
};

const BUDGETS: readonly Budget[] = [
  ...(
    [
      [1000, 1, 0.3],
      [10_000, 0.5, 0.1],
      [50_000, 0.45, 0.06],
    ] as const
  ).flatMap(([size, cold, warm]) => [
    { what: `${count(size)}: cold build, wall time to Hugo's`, most: cold, figure: ratio(size, "hugo", "cold"), unit: "" },
    {
      what: `${count(size)}: warm build after one edited text, wall time to Hugo's`,
      most: warm,
      figure: ratio(size, "hugo", "text"),
      unit: "",
    },
  ]),
  { what: "10,000: cold build, wall time to plain Eleventy's", most: 0.5, figure: ratio(10_000, "eleventy", "cold"), unit: "" },
  {
    what: "10,000: warm build after one edited text, wall time to plain Eleventy's",
    most: 0.1,
    figure: ratio(10_000, "eleventy", "text"),
    unit: "",
  },
  { what: "50,000: memory of all processes, cold", most: 2.5, figure: memory(50_000, ["cold"]), unit: " GB" },
  {
    what: "50,000: memory of all processes, warm (the largest of all edits of content)",
    most: 1,
    figure: memory(50_000, ["text", "title", "added", "withdrawn"]),
    unit: " GB",
  },
  {
    what: "processor time a file, cold, 50,000 to 5,000",
    most: 1.15,
    figure: (results) => {
      const [large, small] = [50_000, 5000].map((size) => perFile(results.find((result) => result.size === size)));
      return large && small && large / small;
    },
    unit: "",
  },
];

/** The report as Markdown: machine, versions, figures with their ratios, budgets, and what the sites that were compared have in common. */
export function printReport(results: readonly Result[], rounds: number, peers: readonly Peer[]): string {
  const versions = [
    `Node ${process.versions.node}`,
    // Stadtchronik is built with Eleventy, whether that is measured by itself or not.
    ...PEERS.filter((peer) => peer.key === "eleventy" || peers.includes(peer)).map(({ name, version }) => `${name} ${version()}`),
  ];
  const blocks = [
    "# Benchmarks",
    "Written by `npm run bench -- --write`; do not edit. How it measures and what is compared: below.",
    `**Machine**: ${cpus()[0]?.model.trim()}, ${cpus().length} processors, ${Math.round(totalmem() / 1e9)} GB, Linux; output on a RAM disk. **Versions**: ${versions.join(", ")}. **Rounds**: ${rounds}, median. ${new Date().toISOString().slice(0, 10)}.`,
    "## Budgets",
    budgets(results),
    ...results.flatMap((result) => [`## ${count(result.size)} releases`, table(result), ...result.rivals.map(compared)]),
    METHOD,
  ];
  return `${blocks.join("\n\n")}\n`;
}

function budgets(results: readonly Result[]): string {
  const rows = BUDGETS.map(({ what, most, figure, unit }) => {
    const value = figure(results);
    return `| ${what} | ${most}${unit} | ${value === undefined ? "not measured" : `${value.toFixed(2)}${unit}`} | ${value === undefined ? "" : value <= most ? "reached" : "**missed**"} |`;
  });
  return ["| what | at most | measured | |", "|---|---|---|---|", ...rows].join("\n");
}

function table({ ours, rivals }: Result): string {
  const rows = ["cold", ...EDITS].flatMap((build) => {
    const own = costOf(ours, build);
    if (!own) return [];
    const name = build === "cold" ? "from nothing" : EDIT_NAMES[build as keyof typeof EDIT_NAMES];
    const others = rivals.flatMap(({ peer, costs }) => {
      const cost = costOf(costs, peerBuild(build));
      return cost ? [row(name, peer.name, cost, own)] : [];
    });
    return [row(name, "Stadtchronik", own), ...others];
  });
  return ["| build | by | wall | CPU | memory | ours to theirs: wall | CPU | memory |", "|---|---|---|---|---|---|---|---|", ...rows].join(
    "\n",
  );
}

function row(build: string, by: string, cost: Cost, own?: Cost): string {
  const ratios = own ? [own.wall / cost.wall, own.cpu / cost.cpu, own.memory / cost.memory].map((value) => value.toFixed(2)) : ["", "", ""];
  return `| ${[build, by, `${cost.wall.toFixed(1)} s`, `${cost.cpu.toFixed(1)} s`, `${(cost.memory / 1e9).toFixed(2)} GB`, ...ratios].join(" | ")} |`;
}

function compared({ peer: { key, name }, comparison, failures }: Rival): string {
  if (!comparison) return "";
  const rows = comparison.kinds.map(
    ({ kind, ours, theirs }) => `| ${kind} | ${count(ours.files)} | ${size(ours.bytes)} | ${count(theirs.files)} | ${size(theirs.bytes)} |`,
  );
  const { accepted } = judge(comparison, key);
  const byReason = new Map<string, string[]>();
  for (const { kind, part, reason } of accepted) byReason.set(`${part}: ${reason}`, [...(byReason.get(`${part}: ${reason}`) ?? []), kind]);
  const known = [...byReason].map(([reason, kinds]) => `- ${kinds.join(", ")}; ${reason}`);
  return [
    `### The same files by ${name}`,
    `${count(comparison.sampled)} files of all kinds were compared word by word; differences that are not listed here: ${failures.size}.`,
    [`| kind | Stadtchronik: files | size | ${name}: files | size |`, "|---|---|---|---|---|", ...rows].join("\n"),
    ...(known.length > 0 ? [`Known differences:\n\n${known.join("\n")}`] : []),
  ].join("\n\n");
}

/** Other generators have one warm build, which stands for all edits: they build everything anew. */
function peerBuild(build: string): string {
  return build === "cold" ? "cold" : "text";
}

function costOf(costs: Costs | undefined, build: string): Cost | undefined {
  const rounds = costs?.[build];
  return rounds && median(rounds);
}

function perFile(result: Result | undefined): number | undefined {
  const cost = costOf(result?.ours, "cold");
  return cost && result && cost.cpu / result.files;
}

function count(number: number): string {
  return number.toLocaleString("en");
}

function size(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} KB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

const METHOD = `## How it measures

\`npm run bench\` writes fictional towns (\`npm run sample\`), builds each with Stadtchronik and the others in turn (A B A B), and takes the median of the rounds.

- **Wall** is from start to end of the process. \`npm run\` itself, which takes 0.2 s, is left out. **CPU** is user and system time of all processes. **Memory** is the largest sum of resident memory (RSS) of all processes, looked at every 50 ms; what processes share counts more than once.
- **From nothing** means no output and no cache. Then one thing after the other is changed, and each time Stadtchronik builds on what it had. The others build everything anew whatever has changed, into the output they had: their build after the edited text stands for all edits.
- **What is built**: all pages, feeds, texts and data that are on by default. The sample towns have no pictures and no attachments.
- **The others' projects** are in \`tests/bench/\`. A converter, which is not measured, hands them every release with its front matter checked and resolved. What no template language can do well it hands over ready, in their favour: the related releases, the address list of corrections, the notes of register entries, the few descriptions for programs (\`/daten/*.json\`). Jekyll and Pelican also get printed dates, neighbours and, as tags, the lists that collect a release; they build fewer kinds of files, as listed, and no town of more than 1,000. Stadtchronik does all this within its time, and checks the content, its own output and all addresses besides.
- **Comparison**: after the first cold and the first warm build the addresses of all files on both sides are compared, and of every kind of file every 50th by what it says: words of the page (crumbs, dateline, headline, text, people, places, topics, related, neighbours, lists), structured data, fields of JSON, lines of CSV, entries of feeds. Head and foot of the pages, and the marks around the words, may differ. What differs and is not listed above as known makes the command fail.`;
