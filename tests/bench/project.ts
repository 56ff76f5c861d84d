import { copyFileSync, cpSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { SOFTWARE } from "../../src/software.ts";

/** What a file of a project holds: a text, or a copy of another file. */
export type FileContent = string | { source: string };

/** The folder of a project that another generator builds, and how a file is put into it, with the folders above it. */
export interface Project {
  folder: string;
  write: (path: string, content: FileContent) => void;
}

/** Begins a peer's project with its settings and templates, which are in `tests/bench/`. */
export function openProject(folder: string, peer: string): Project {
  cpSync(join(SOFTWARE, "tests/bench", peer), folder, { recursive: true });
  const made = new Set<string>();
  return {
    folder,
    write: (path, content) => {
      const file = join(folder, path);
      const above = dirname(file);
      if (!made.has(above)) mkdirSync(above, { recursive: true });
      made.add(above);
      if (typeof content === "string") writeFileSync(file, content);
      else copyFileSync(content.source, file);
    },
  };
}
