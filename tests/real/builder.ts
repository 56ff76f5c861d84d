import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeFailure } from "../../src/disk/failure.ts";
import { createForgetting } from "../engine.ts";

/** What a builder is asked to do: the arguments and the environment of one `npm run build`. */
export interface Order {
  args: readonly string[];
  environment: Record<string, string>;
}

// Builds again and again in one process, since starting takes longer than building a small town; `project.ts` starts it.
const { build } = (await import(pathToFileURL(process.argv[2] ?? "").href)) as typeof import("../../src/commands/build.ts");
const forget = await createForgetting(join(process.argv[2] ?? "", "../../.."));

let said = "";
const hear = (...words: unknown[]) => {
  said += `${words.join(" ")}\n`;
};
console.log = hear;
console.error = hear;
process.on("message", async ({ args, environment }: Order) => {
  said = "";
  forget();
  let code = 1;
  try {
    code = await build(args, { ...process.env, ...environment });
  } catch (thrown) {
    hear(describeFailure(thrown));
  }
  process.send?.({ code, said });
});
process.send?.("ready");
