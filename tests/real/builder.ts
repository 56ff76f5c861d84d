import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describeFailure } from "../../src/failure.ts";

/** What a builder is asked to do: the arguments and the environment of one `npm run build`. */
export interface Order {
  args: readonly string[];
  environment: Record<string, string>;
}

// Builds again and again in one process, since starting takes longer than building a small town; `project.ts` starts it.
const { build } = (await import(pathToFileURL(process.argv[2] ?? "").href)) as typeof import("../../src/commands/build.ts");
// In use each build is a process, and Eleventy keeps layouts for as long as one lives: forgotten here, or all builds would print the first one's settings.
const engine = join(process.argv[2] ?? "", "../../../node_modules/@11ty/eleventy/src");
const { default: layouts } = (await import(pathToFileURL(join(engine, "LayoutCache.js")).href)) as { default: { removeAll: () => void } };
const { default: contents } = (await import(pathToFileURL(join(engine, "TemplateContent.js")).href)) as { default: Record<"_inputCache" | "_compileCache", Map<string, unknown>> };

let said = "";
const hear = (...words: unknown[]) => {
  said += `${words.join(" ")}\n`;
};
console.log = hear;
console.error = hear;
process.on("message", async ({ args, environment }: Order) => {
  said = "";
  layouts.removeAll();
  contents._inputCache.clear();
  contents._compileCache.clear();
  let code = 1;
  try {
    code = await build(args, { ...process.env, ...environment });
  } catch (thrown) {
    hear(describeFailure(thrown));
  }
  process.send?.({ code, said });
});
process.send?.("ready");
