import { resolve } from "node:path";
import { build } from "../../src/commands/build.ts";
import { createForgetting } from "../engine.ts";

// A process that builds what it is told, one site after the other: loading the program takes ten times as long as building a small site.

/** What to build, as arguments and environment of `npm run build`. */
export interface Order {
  args: readonly string[];
  environment: Record<string, string>;
}

/** What the build said and cost: seconds of the processor, however busy it is with others, and the peak of this process's memory in MB. */
export interface Delivery {
  code: number;
  stdout: string;
  stderr: string;
  seconds: number;
  memory: number;
}

const ROOT = resolve(import.meta.dirname, "../..");

process.on("message", async ({ args, environment }: Order) => {
  const said = { stdout: "", stderr: "" };
  const { log, error } = console;
  console.log = (text: string) => {
    said.stdout += `${text}\n`;
  };
  console.error = (text: string) => {
    said.stderr += `${text}\n`;
  };
  // Content that runs would find the name of its proof here.
  process.env.PWNED = environment.PWNED;
  const forget = await createForgetting(ROOT);
  forget();
  const before = process.cpuUsage();
  let code = 1;
  try {
    code = await build(args, environment);
  } catch (thrown) {
    console.error(thrown instanceof Error ? thrown.message : String(thrown));
  }
  Object.assign(console, { log, error });
  const { user, system } = process.cpuUsage(before);
  const delivery: Delivery = {
    code,
    ...said,
    seconds: (user + system) / 1e6,
    memory: process.resourceUsage().maxRSS / 1024,
  };
  process.send?.(delivery);
});
