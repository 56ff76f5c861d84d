import { statSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../commands/settings.ts";
import { inPieces } from "../disk/whole-file.ts";
import { cacheFor } from "./cache.ts";
import { collectGarbage, limitGrowth } from "./garbage.ts";
import { keepTree, type NamedPage, type TreeTask } from "./kept-tree.ts";
import type { ManifestEntry, PageKind } from "./manifest.ts";
import { startThread } from "./thread.ts";

/** A kept tree, wherever it is at work; what `settle` and `finish` promise stands in `KeptTree`. */
export interface SiteTree {
  settle: (pages: Iterable<NamedPage>) => Promise<Uint8Array>;
  finish: (made: readonly string[], others: readonly ManifestEntry[]) => Promise<void>;
  /** Ends it, finished or not: nothing touches the tree any more. */
  stop: () => Promise<unknown>;
}

/** What is said to a tree in a thread of its own, in this order: where it is, the pages in parts (as lines of text in a buffer, which is moved and not copied), to settle them, what was made. */
export type TreeMessage =
  | { task: TreeTask }
  | { names: Uint8Array }
  | { settle: true }
  | { made: readonly string[]; others: readonly ManifestEntry[] };

/** From how many bytes of the record on (20,000 files) a tree gets a thread of its own: a smaller one is settled before a thread has started. */
const WORTH_A_THREAD = 4_000_000;

/** Opens the tree in which a site is staged: a large one (or any, where `isShared`; tests ask for it) is restored while the texts are read, and its manifest made while others render. */
export function openSiteTree(tree: string, { cache, output }: Settings, isShared: boolean): SiteTree {
  const task: TreeTask = { tree, live: output, file: join(cacheFor(cache, "outputs", output), "record") };
  const size = statSync(task.file, { throwIfNoEntry: false })?.size ?? 0;
  return size >= WORTH_A_THREAD || isShared ? inThread(task) : besideNothing(task);
}

/** So many pages or fewer are made in a second or two. */
const FEW = 2000;

function besideNothing(task: TreeTask): SiteTree {
  let kept: ReturnType<typeof keepTree> | undefined;
  return {
    settle: async (pages) => {
      kept = keepTree(task);
      kept.add(pages);
      return kept.settle();
    },
    finish: async (made, others) => kept?.finish(made, others),
    stop: async () => undefined,
  };
}

function inThread(task: TreeTask): SiteTree {
  const thread = startThread("tree-thread.ts");
  const send = (message: TreeMessage, moved: readonly ArrayBuffer[] = []) => thread.ask(message, moved);
  void send({ task });
  return {
    settle: async (pages) => {
      // What is named is compared there while the next is named here.
      for (const piece of inPieces(pages, ({ kind, address, inputs }) => `${kind}\t${address}\t${inputs}\n`)) {
        const names = Buffer.from(piece);
        void send({ names }, [names.buffer as ArrayBuffer]);
      }
      const answer = send({ settle: true });
      // What was read is much, and there is nothing to do but wait. Where little is made after that, little shall come to it: a quarter costs no time then.
      limitGrowth(25);
      collectGarbage();
      const settled = (await answer) as Uint8Array;
      if (settled.reduce((sum, made) => sum + made, 0) > FEW) limitGrowth(0);
      return settled;
    },
    finish: async (made, others) => void (await send({ made, others })),
    stop: () => {
      limitGrowth(0);
      return thread.stop();
    },
  };
}

/** The pages that a message names. */
export function* namesIn(names: Uint8Array): Generator<NamedPage> {
  for (const line of Buffer.from(names.buffer, names.byteOffset, names.byteLength).toString().split("\n")) {
    const [kind, address = "", inputs = ""] = line.split("\t");
    if (line !== "") yield { kind: kind as PageKind, address, inputs };
  }
}
