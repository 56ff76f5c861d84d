import { existsSync, realpathSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeFailure } from "../disk/failure.ts";

/** An option of a command: whether it takes a value (and what that is called in the help), and what it does. */
export interface Option {
  value?: string;
  help: string;
  /** What holds where it is left out. */
  default?: string;
  isNeeded?: boolean;
}

/** What was given for each option of a command: a text where it takes a value, else whether it was there. */
export type Given<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name] extends { value: string }
    ? Options[Name] extends { default: string } | { isNeeded: true }
      ? string
      : string | undefined
    : boolean;
};

/** One thing a person does at the terminal. What it takes is stated here alone: checking, help and messages follow from it. */
export interface Command<Options extends Record<string, Option> = Record<string, Option>> {
  name: string;
  /** What it does, for the help. */
  about: string;
  options: Options;
  /** What the help says at its end: exit codes, environment. */
  notes?: string;
  /** Does it; answers with the exit code. */
  run: (given: Given<Options>, environment: NodeJS.ProcessEnv) => number | Promise<number>;
}

/** States a command. */
export function defineCommand<const Options extends Record<string, Option>>(command: Command<Options>): Command<Options> {
  return command;
}

/** A wrong call: what is wrong and what to write instead. */
export class WrongCall extends Error {}

/** Runs a command with the words of its call; answers with its exit code, 2 for a wrong call. */
export async function execute<Options extends Record<string, Option>>(
  command: Command<Options>,
  args: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(helpOf(command as unknown as Command));
    return 0;
  }
  try {
    return await command.run(readOptions(command as unknown as Command, args) as Given<Options>, environment);
  } catch (thrown) {
    if (!(thrown instanceof WrongCall)) throw thrown;
    console.error(`${thrown.message}\nnpm run ${command.name} -- --help zeigt, was möglich ist.`);
    return 2;
  }
}

/**
 * Runs a command where its module is the one that Node was started with, also by a symbolic link; a failure is told without a stack trace.
 */
export async function executeIfMain<Options extends Record<string, Option>>(module: string, command: Command<Options>): Promise<void> {
  const called = process.argv[1];
  // Node finds the module also where the call leaves out its ending.
  if (called === undefined || ![called, `${called}.ts`].some((path) => existsSync(path) && realpathSync(path) === realpathSync(module)))
    return;
  try {
    process.exitCode = await execute(command, process.argv.slice(2), process.env);
  } catch (thrown) {
    console.error(describeFailure(thrown));
    process.exitCode = 1;
  }
}

function readOptions({ options }: Command, args: readonly string[]): Record<string, string | boolean | undefined> {
  const names = Object.keys(options).map((name) => `--${name}`);
  const parsed = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
    ),
  });
  for (const token of parsed.tokens) {
    if (token.kind === "positional")
      throw new WrongCall(`„${token.value}“ ist zu viel.${names[0] ? ` Meinen Sie ${names[0]} ${token.value}?` : ""}`);
    if (token.kind !== "option") continue;
    const option = options[token.name];
    if (!option) throw new WrongCall(`Die Angabe ${token.rawName} gibt es nicht. Möglich sind ${[...names, "--help"].join(", ")}.`);
    if (option.value && (token.value === undefined || token.value === ""))
      throw new WrongCall(`Bei ${token.rawName} fehlt der Wert: ${token.rawName} ${option.value}.`);
    if (!option.value && token.value !== undefined) throw new WrongCall(`${token.rawName} steht für sich, ohne „=${token.value}“.`);
  }
  const missing = Object.entries(options).filter(([name, { isNeeded }]) => isNeeded && parsed.values[name] === undefined);
  if (missing.length > 0)
    throw new WrongCall(`Es fehlt: ${missing.map(([name, { value, help }]) => `--${name} ${value} (${help})`).join("; ")}.`);
  return Object.fromEntries(
    Object.entries(options).map(([name, option]) => [
      name,
      (parsed.values[name] as string | boolean | undefined) ?? (option.value ? option.default : false),
    ]),
  );
}

function helpOf({ name, about, options, notes }: Command): string {
  const entries = [...Object.entries(options), ["help", { help: "zeigt diese Hilfe" }] as [string, Option]];
  const call = Object.entries(options).map(([option, { value, isNeeded }]) => {
    const written = `--${option}${value ? ` ${value}` : ""}`;
    return isNeeded ? written : `[${written}]`;
  });
  const labels = entries.map(([option, { value }]) => `--${option}${value ? ` ${value}` : ""}`);
  const width = Math.max(...labels.map((label) => label.length)) + 2;
  const lines = entries.map(
    ([, { help }], index) => `  ${labels[index]?.padEnd(width)}${help.replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`,
  );
  const usage = `npm run ${name}${call.length > 0 ? ` -- ${call.join(" ")}` : ""}`;
  return [usage, about, lines.join("\n"), ...(notes ? [notes] : [])].join("\n\n");
}
