import { statSync } from "node:fs";
import { join } from "node:path";
import { cacheFor } from "../cache.ts";
import { keepTree, type NamedPage, type TreeTask } from "../kept-tree.ts";
import type { ManifestEntry, PageKind } from "../manifest.ts";
import { inPieces } from "../whole-file.ts";
import { collectGarbage } from "./garbage.ts";
import type { Settings } from "./settings.ts";
import { startThread } from "./thread.ts";

/** A kept tree, wherever it is at work. */
export interface SiteTree {
  settle: (pages: Iterable<NamedPage>) => Promise<Uint8Array>;
  finish: (made: readonly string[], others: readonly ManifestEntry[]) => Promise<void>;
  /** Ends it, finished or not: nothing touches the tree any more. */
  stop: () => Promise<unknown>;
}

/** What is said to a tree in a thread of its own: pages as lines of text in buffers, which are moved and not copied. */
export type TreeMessage = { task: TreeTask } | { names: readonly Uint8Array[] } | { made: readonly string[]; others: readonly ManifestEntry[] };

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
      const names: Uint8Array[] = [];
      for (const piece of inPieces(pages, ({ kind, address, inputs }) => `${kind}\t${address}\t${inputs}\n`)) names.push(Buffer.from(piece));
      const settled = thread.ask<Uint8Array>(
        { names } satisfies TreeMessage,
        names.map(({ buffer }) => buffer as ArrayBuffer),
      );
      // What was read is much, and there is nothing to do but wait.
      collectGarbage();
      return settled;
    },
    finish: (made, others) => thread.ask({ made, others } satisfies TreeMessage),
    stop: thread.stop,
  };
}

/** The pages that a message names. */
export function* namesIn(names: readonly Uint8Array[]): Generator<NamedPage> {
  for (const piece of names) {
    for (const line of Buffer.from(piece).toString().split("\n")) {
      const [kind, address = "", inputs = ""] = line.split("\t");
      if (line !== "") yield { kind: kind as PageKind, address, inputs };
    }
  }
}
