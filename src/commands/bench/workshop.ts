import { cpSync, mkdirSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../settings.ts";
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
  /** Where a peer's project and its site are. */
  project: (peer: string) => string;
  site: (peer: string) => string;
  /** Builds with a peer what the corpus holds; its project is written anew, which is not measured. */
  buildPeer: (key: string, peer: Peer, corpus: Corpus, isCold: boolean) => Promise<Cost>;
}

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
  for (const part of ["src", "layouts", ".eleventy.ts", "package.json", "tsconfig.json"]) cpSync(join(ROOT, part), join(software, part), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(software, "node_modules"));
  const content = join(folder, "content");
  const [ours, cache] = [join(folder, "site-stadtchronik"), join(folder, "cache")];
  const run = (command: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
    measure(process.execPath, ["--import", "tsx", `src/commands/${command}.ts`, ...args], { cwd: software, env });
  await run("sample", ["--releases", String(releases), "--out", content]);
  const project = (peer: string) => join(folder, `project-${peer}`);
  const site = (peer: string) => join(folder, `site-${peer}`);
  return {
    content,
    layouts: join(software, "layouts"),
    ours,
    project,
    site,
    build: (isCold) => {
      if (isCold) for (const made of [ours, cache]) rmSync(made, { recursive: true, force: true });
      return run("build", [], { CONTENT: content, OUTPUT: ours, CACHE: cache, NOW });
    },
    buildPeer: (key, peer, corpus, isCold) => {
      rmSync(project(key), { recursive: true, force: true });
      peer.write(openProject(project(key), key), corpus);
      if (isCold) rmSync(site(key), { recursive: true, force: true });
      const [command, args] = peer.command(site(key));
      return measure(command, args, { cwd: project(key) });
    },
  };
}
