import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SOFTWARE } from "../../src/software.ts";
import type { Corpus } from "./corpus.ts";
import { writeEleventy } from "./eleventy.ts";
import { hugoProgram, hugoVersion, writeHugo } from "./hugo.ts";
import { writeJekyll } from "./jekyll.ts";
import { writePelican } from "./pelican.ts";
import type { Project } from "./project.ts";

/** Another generator that builds the same town. */
export interface Peer {
  /** What `--peers` calls it, and its folder in `tests/bench/`. */
  key: string;
  name: string;
  /** Its version as it says it, or undefined where it is not installed. */
  version: () => string | undefined;
  /** How to install it. */
  install: string;
  /** Writes the town into its project: not measured. */
  write: (project: Project, corpus: Corpus) => void;
  /** The command that builds a project into `output`; `cwd` is the project. */
  command: (output: string) => [string, string[]];
  /** The largest town it is asked to build. */
  most: number;
}

/** The generators to compare with, the yardstick first. */
export const PEERS: readonly Peer[] = [
  {
    key: "hugo",
    name: "Hugo",
    version: hugoVersion,
    install: "apt-get install hugo, oder HUGO=Pfad zum Programm",
    write: writeHugo,
    command: (output) => [hugoProgram(), ["--quiet", "--destination", output]],
    most: 200_000,
  },
  {
    key: "eleventy",
    name: "Eleventy",
    version: () =>
      (JSON.parse(readFileSync(join(SOFTWARE, "node_modules/@11ty/eleventy/package.json"), "utf8")) as { version: string }).version,
    install: "npm ci",
    write: writeEleventy,
    command: (output) => [
      process.execPath,
      [join(SOFTWARE, "node_modules/@11ty/eleventy/cmd.cjs"), "--config=eleventy.config.js", "--quiet", `--output=${output}`],
    ],
    most: 10_000,
  },
  {
    key: "jekyll",
    name: "Jekyll",
    version: () => versionOf("jekyll", ["--version"], /[\d.]+/),
    install: "apt-get install jekyll",
    write: writeJekyll,
    command: (output) => ["jekyll", ["build", "--quiet", "--disable-disk-cache", "--destination", output]],
    most: 1000,
  },
  {
    key: "pelican",
    name: "Pelican",
    version: () => versionOf("pelican", ["--version"], /[\d.]+/),
    install: "apt-get install pelican",
    write: writePelican,
    command: (output) => ["pelican", ["--quiet", "--fatal", "errors", "--settings", "pelicanconf.py", "--output", output]],
    most: 1000,
  },
];

function versionOf(command: string, args: readonly string[], pattern: RegExp): string | undefined {
  const { stdout } = spawnSync(command, args, { encoding: "utf8" });
  return pattern.exec(stdout ?? "")?.[0];
}

/** True where processes can be measured. */
export function canMeasure(): boolean {
  return existsSync("/proc/self/stat");
}
