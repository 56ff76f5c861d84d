import { statSync } from "node:fs";
import { join } from "node:path";
import { cacheFor } from "../cache.ts";
import { keepTree, type NamedPage, type TreeTask } from "../kept-tree.ts";
import type { ManifestEntry, PageKind } from "../manifest.ts";
import type { Settings } from "./settings.ts";
import { startThread } from "./thread.ts";

/** A kept tree, wherever it is at work. */
export interface SiteTree {
  settle: (pages: readonly NamedPage[]) => Promise<Uint8Array>;
  finish: (made: readonly string[], others: readonly ManifestEntry[]) => Promise<void>;
  /** Ends it, finished or not: nothing touches the tree any more. */
  stop: () => Promise<unknown>;
}

/** What is said to a tree in a thread of its own: the pages are a few large buffers' worth, cheaper to move than to copy. */
export type TreeMessage = { task: TreeTask } | { names: Uint8Array } | { made: readonly string[]; others: readonly ManifestEntry[] };

/** From how many bytes of the record on (20,000 files) a tree gets a thread of its own: a smaller one is settled before a thread has started. */
const WORTH_A_THREAD = 4_000_000;

/** Opens the tree in which a site is staged: a large one is restored while the texts are read, and its manifest made while others render. */
export function openSiteTree(tree: string, { cache, output }: Settings): SiteTree {
  const task: TreeTask = { tree, live: output, file: join(cacheFor(cache, "outputs", output), "record") };
  return (statSync(task.file, { throwIfNoEntry: false })?.size ?? 0) < WORTH_A_THREAD ? besideNothing(task) : inThread(task);
}

function besideNothing(task: TreeTask): SiteTree {
  let kept: ReturnType<typeof keepTree> | undefined;
  return {
    settle: async (pages) => {
      kept = keepTree(task);
      return kept.settle(pages);
    },
    finish: async (made, others) => kept?.finish(made, others),
    stop: async () => undefined,
  };
}

function inThread(task: TreeTask): SiteTree {
  const thread = startThread("tree-thread.ts");
  const restored = thread.ask({ task } satisfies TreeMessage);
  return {
    settle: async (pages) => {
      await restored;
      const names = Buffer.from(pages.map(({ kind, address, inputs }) => `${kind}\t${address}\t${inputs}`).join("\n"));
      return thread.ask<Uint8Array>({ names } satisfies TreeMessage, [names.buffer as ArrayBuffer]);
    },
    finish: (made, others) => thread.ask({ made, others } satisfies TreeMessage),
    stop: thread.stop,
  };
}

/** The pages that a message names. */
export function namesIn(names: Uint8Array): NamedPage[] {
  const lines = Buffer.from(names.buffer, names.byteOffset, names.byteLength).toString().split("\n");
  return lines.map((line) => {
    const [kind, address = "", inputs = ""] = line.split("\t");
    return { kind: kind as PageKind, address, inputs };
  });
}
