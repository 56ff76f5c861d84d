import { nearest } from "../problems.ts";
import { readPackage } from "../software.ts";
import { execute, runToEnd } from "./call.ts";
import type { Command } from "./command.ts";
import { helpLanguage, helpOfAll } from "./help.ts";

/** Commands by the words that call them, each loaded only where it is asked for. */
export type Commands = Readonly<Record<string, () => Promise<{ command: Command }>>>;

/** The commands of a city. */
export const COMMANDS: Commands = {
  start: () => import("./start.ts"),
  check: () => import("./check.ts"),
  build: () => import("./build.ts"),
  new: () => import("./new.ts"),
  correct: () => import("./correct.ts"),
  create: () => import("./create.ts"),
  upgrade: () => import("./upgrade.ts"),
  schema: () => import("./schema.ts"),
  import: () => import("./import.ts"),
  mail: () => import("./mail.ts"),
  publish: () => import("./publish.ts"),
  verify: () => import("./verify.ts"),
};

/** Runs the command that the first word names with the words behind it; answers with its exit code, 2 for a wrong call. */
export async function runCommand(commands: Commands, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  const [name, ...rest] = args;
  const names = Object.keys(commands);
  if (name === "--help" || name === "-h") {
    const all = await Promise.all(Object.values(commands).map((load) => load()));
    console.log(
      helpOfAll(
        all.map(({ command }) => command),
        helpLanguage(environment),
      ),
    );
    return 0;
  }
  if (name === "--version") {
    console.log(readPackage().version);
    return 0;
  }
  const load = name !== undefined && Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (load) return execute((await load()).command, rest, environment);
  const meant = name === undefined ? undefined : nearest(name, names);
  const wrong =
    name === undefined ? "Es fehlt der Befehl." : `Den Befehl „${name}“ gibt es nicht.${meant ? ` Meinen Sie „${meant}“?` : ""}`;
  console.error(`${wrong} Möglich sind ${names.join(", ")}; --help erklärt sie.`);
  return 2;
}

/** Runs the command that this process was started with. */
export function main(commands = COMMANDS): Promise<void> {
  return runToEnd(() => runCommand(commands, process.argv.slice(2), process.env));
}
