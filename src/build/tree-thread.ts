import { collectGarbage } from "./garbage.ts";
import { type KeptTree, keepTree } from "./kept-tree.ts";
import { namesIn, type TreeMessage } from "./site-tree.ts";
import { answerAsked } from "./thread.ts";

let tree: KeptTree | undefined;

answerAsked((message: TreeMessage) => {
  if ("names" in message) tree?.add(namesIn(message.names));
  else if ("task" in message) {
    tree = keepTree(message.task);
    whileWaiting(() => undefined);
  } else if ("made" in message) tree?.finish(message.made, message.others);
  else {
    whileWaiting(() => tree?.prepare());
    return tree?.settle();
  }
  return undefined;
});

/** Between two messages others have much to do: time to prepare, and to give back memory that they need. */
function whileWaiting(prepare: () => void): void {
  setImmediate(() => {
    prepare();
    collectGarbage();
  });
}
