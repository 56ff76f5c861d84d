import { type KeptTree, keepTree } from "../kept-tree.ts";
import { namesIn, type TreeMessage } from "./site-tree.ts";
import { answerAsked } from "./thread.ts";

let tree: KeptTree | undefined;

answerAsked((message: TreeMessage) => {
  if ("task" in message) tree = keepTree(message.task);
  else if ("names" in message) {
    // While others render, there is nothing to wait for.
    setImmediate(() => tree?.prepare());
    return tree?.settle(namesIn(message.names));
  }
  if ("made" in message) tree?.finish(message.made, message.others);
  return undefined;
});
