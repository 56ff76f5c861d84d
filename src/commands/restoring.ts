import { statSync } from "node:fs";
import { join } from "node:path";
import { cacheFor } from "../cache.ts";
import { type BuildRecord, readRecord } from "../record.ts";
import { restoreTree } from "../tree.ts";
import type { Settings } from "./settings.ts";
import { startThread } from "./thread.ts";

/** Where a tree stands, the live one that it is restored from, and the file of the record that both are compared with. */
export interface TreeTask {
  tree: string;
  live: string;
  file: string;
}

/** A tree that is brought to the state of its record. */
export interface Restoring {
  /** The record, and the files of it that are in the tree as it says. */
  finish: () => Promise<{ record: BuildRecord; present: ReadonlySet<string> }>;
  /** Ends it, finished or not: nothing touches the tree any more. */
  stop: () => Promise<unknown>;
}

/** From how many bytes of the record on a thread of its own looks at the files, while the texts are read: below (20,000 files) it would take as long to start as it saves. */
const WORTH_A_THREAD = 4_000_000;

/** The file that keeps what was written to an output. */
export function recordFile({ cache, output }: Pick<Settings, "cache" | "output">): string {
  return join(cacheFor(cache, "outputs", output), "record");
}

/** Begins to bring a tree to the state of the last build: a large one beside other work, a small one when it is asked for. */
export function beginRestoring(tree: string, settings: Settings): Restoring {
  const [live, file] = [settings.output, recordFile(settings)];
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size < WORTH_A_THREAD) {
    return {
      finish: async () => {
        const record = readRecord(file);
        return { record, present: restoreTree(tree, live, record) };
      },
      stop: async () => undefined,
    };
  }
  const thread = startThread<Uint8Array>("tree-thread.ts", { tree, live, file } satisfies TreeTask);
  return {
    finish: async () => {
      const record = readRecord(file);
      const isPresent = await thread.answer;
      return { record, present: new Set([...record.keys()].filter((_, index) => isPresent[index] === 1)) };
    },
    stop: thread.stop,
  };
}
