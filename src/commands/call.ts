import { existsSync, realpathSync } from "node:fs";
import { parseArgs } from "node:util";
import { describeFailure } from "../disk/failure.ts";
import { nearest } from "../problems.ts";
import { type Command, type Option, SETTINGS, type Setting, type Text, WrongCall } from "./command.ts";
import { helpLanguage, helpOf, optionsOf, say } from "./help.ts";

/** Runs a command with the words of its call; answers with its exit code, 2 for a wrong call. */
export async function execute(command: Command, args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(helpOf(command, helpLanguage(environment)));
    return 0;
  }
  try {
    const { given, argument } = readCall(command, args);
    return await command.run(given, withSettings(command, given, environment), argument);
  } catch (thrown) {
    if (!(thrown instanceof WrongCall)) throw thrown;
    console.error(`${thrown.message}\nnpm run ${command.name} -- --help zeigt, was möglich ist.`);
    return 2;
  }
}

/** Ends the process with what a command answers; a failure is told in German and without a stack trace. */
export async function runToEnd(run: () => Promise<number>): Promise<void> {
  const fail = (thrown: unknown): never => {
    console.error(describeFailure(thrown));
    process.exit(1);
  };
  process.on("uncaughtException", fail);
  // Who reads what is printed may have seen enough (`| head`).
  process.stdout.on("error", (thrown: NodeJS.ErrnoException) => (thrown.code === "EPIPE" ? process.exit() : fail(thrown)));
  try {
    process.exitCode = await run();
  } catch (thrown) {
    fail(thrown);
  }
}

/** Runs a command where its module is the one that Node was started with, also by a symbolic link. */
export async function executeIfMain(module: string, command: Command): Promise<void> {
  const called = process.argv[1];
  // Node finds the module also where the call leaves out its ending.
  if (called === undefined || ![called, `${called}.ts`].some((path) => existsSync(path) && realpathSync(path) === realpathSync(module)))
    return;
  await runToEnd(() => execute(command, process.argv.slice(2), process.env));
}

type Values = Record<string, string | boolean | undefined>;

const german = (text: Text) => say(text, "de");

function readCall(command: Command, args: readonly string[]): { given: never; argument: string } {
  const options = optionsOf(command);
  const parsed = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" } as const]),
    ),
  });
  const { tokens, positionals, values } = parsed;
  for (const token of tokens) if (token.kind === "option") checkOption(options, token);
  const [argument = "", superfluous = command.argument ? undefined : argument || undefined] = positionals;
  if (superfluous !== undefined) throw new WrongCall(`„${superfluous}“ ist zu viel.${suggestion(options, superfluous)}`);
  const { argument: needed } = command;
  const missing = [
    ...(needed?.isNeeded && argument === "" ? [`${german(needed.name)} (${german(needed.help)})`] : []),
    ...Object.entries(options)
      .filter(([name, { isNeeded }]) => isNeeded && values[name] === undefined)
      .map(([name, { value = "", help }]) => `--${name} ${german(value)} (${german(help)})`),
  ];
  if (missing.length > 0) throw new WrongCall(`Es fehlt: ${missing.join("; ")}.`);
  const given: Values = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, values[name] ?? (option.value ? option.default : false)]),
  );
  return { given: given as never, argument };
}

interface OptionToken {
  name: string;
  rawName: string;
  value: string | undefined;
}

function checkOption(options: Readonly<Record<string, Option>>, { name, rawName, value }: OptionToken): void {
  const option = Object.hasOwn(options, name) ? options[name] : undefined;
  const names = Object.keys(options);
  if (!option) {
    const meant = nearest(name, names);
    const possible = [...names, "help"].map((one) => `--${one}`).join(", ");
    throw new WrongCall(`Die Angabe ${rawName} gibt es nicht.${meant ? ` Meinen Sie --${meant}?` : ""} Möglich sind ${possible}.`);
  }
  if (option.value && !value) throw new WrongCall(`Bei ${rawName} fehlt der Wert: ${rawName} ${german(option.value)}.`);
  if (!option.value && value !== undefined) throw new WrongCall(`${rawName} steht für sich, ohne „=${value}“.`);
  if (option.choices && value !== undefined && !option.choices.includes(value))
    throw new WrongCall(`${rawName} ${value} gibt es nicht. Möglich sind ${option.choices.join(", ")}.`);
}

/** What a superfluous word could have been meant for. */
function suggestion(options: Readonly<Record<string, Option>>, word: string): string {
  const taking = Object.entries(options).find(([name, { value }]) => value && !(name in SETTINGS));
  return taking ? ` Meinen Sie --${taking[0]} ${word}?` : "";
}

/** The environment with the settings that stand in the call over it. */
function withSettings({ settings = [] }: Command, given: Values, environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const written = (setting: Setting) => given[setting] as string | undefined;
  const over = settings.filter((setting) => written(setting) !== undefined);
  return { ...environment, ...Object.fromEntries(over.map((setting) => [setting.toUpperCase(), written(setting)])) };
}
