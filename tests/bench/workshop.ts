import { appendFileSync, cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SOFTWARE } from "../../src/software.ts";
import type { Corpus } from "./corpus.ts";
import { type Cost, measure } from "./measure.ts";
import type { Peer } from "./peers.ts";
import { openProject } from "./project.ts";

/** The folders of one town under measurement. */
export interface Workshop {
  content: string;
  layouts: string;
  ours: string;
  /** Builds with Stadtchronik: from nothing, or on what the last build left. */
  build: (isCold: boolean) => Promise<Cost>;
  /** Where a peer's site is. */
  site: (peer: Peer) => string;
  /** Builds with a peer what the corpus holds; its project is written anew, which is not measured. */
  buildPeer: (peer: Peer, corpus: Corpus, isCold: boolean) => Promise<Cost>;
}

/** The command line, as a city starts it. */
const BIN = "bin/stadtchronik.js";

/** The moment of all builds: later than anything in a sample town. */
export const NOW = "2026-11-24T12:00:00+01:00";

/**
 * Sets up a town of `releases` below `folder`, which is emptied: a copy of this software, since its layouts will be edited, and the content.
 * Its parts are written by the programs themselves, as a city would.
 */
export async function openWorkshop(folder: string, releases: number): Promise<Workshop> {
  rmSync(folder, { recursive: true, force: true });
  const software = join(folder, "software");
  mkdirSync(software, { recursive: true });
  for (const part of ["bin", "src", "layouts", ".eleventy.ts", "package.json", "tsconfig.json"])
    cpSync(join(SOFTWARE, part), join(software, part), { recursive: true });
  symlinkSync(join(SOFTWARE, "node_modules"), join(software, "node_modules"));
  const content = join(folder, "content");
  const [ours, cache] = [join(folder, "site-stadtchronik"), join(folder, "cache")];
  const run = (bin: string, args: readonly string[], env: Record<string, string> = {}) =>
    measure(process.execPath, [bin, ...args], { cwd: software, env });
  await run(join(SOFTWARE, BIN), ["sample", "--releases", String(releases), "--out", content]);
  // The others find an office's name by its id, whenever the release was issued: in the town that is compared no office had another.
  const departments = join(content, "registers/departments.yml");
  writeFileSync(departments, readFileSync(departments, "utf8").replace(/^ {2}formerNames:\n(?: {4}.*\n)*/gm, ""));
  // Nor do they make a search of their own.
  appendFileSync(join(content, "site.yml"), "search:\n  enabled: false\n");
  const site = ({ key }: Peer) => join(folder, `site-${key}`);
  return {
    content,
    layouts: join(software, "layouts"),
    ours,
    site,
    build: (isCold) => {
      if (isCold) for (const made of [ours, cache]) rmSync(made, { recursive: true, force: true });
      return run(BIN, ["build"], { CONTENT: content, OUTPUT: ours, CACHE: cache, NOW });
    },
    buildPeer: (peer, corpus, isCold) => {
      const project = join(folder, `project-${peer.key}`);
      rmSync(project, { recursive: true, force: true });
      peer.write(openProject(project, peer.key), corpus);
      if (isCold) rmSync(site(peer), { recursive: true, force: true });
      const [command, args] = peer.command(site(peer));
      return measure(command, args, { cwd: project });
    },
  };
}
