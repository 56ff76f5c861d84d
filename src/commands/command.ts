/** A text of the help, in German and English; what is the same in both is written once. */
export type Text = string | { de: string; en: string };

/** An option of a command: whether it takes a value (and what that is called in the help), and what it does. */
export interface Option {
  value?: Text;
  help: Text;
  /** What holds where it is left out. */
  default?: string;
  isNeeded?: boolean;
  /** The only values that there are. */
  choices?: readonly string[];
}

/** A word that stands in the call by itself, such as a folder. */
export interface Argument {
  name: Text;
  help: Text;
  isNeeded?: boolean;
}

/** What was given for each option of a command: a text where it takes a value, else whether it was there. */
export type Given<Options extends Record<string, Option>> = {
  [Name in keyof Options]: Options[Name] extends { value: Text }
    ? Options[Name] extends { default: string } | { isNeeded: true }
      ? string
      : string | undefined
    : boolean;
};

/** One thing a person does at the terminal. What it takes is stated here alone: checking, help and messages follow from it. */
export interface Command<Options extends Record<string, Option> = Record<string, Option>> {
  name: string;
  /** What it does, in a line, for lists of commands. */
  summary: { de: string; en: string };
  /** What else the help says of it. */
  about?: { de: string; en: string };
  /** Which of the settings that stand in the environment it reads: each is an option too. */
  settings?: readonly Setting[];
  argument?: Argument;
  options: Options;
  /** What its exit codes mean, 2 for a wrong call left out. */
  exits: { de: string; en: string };
  /** Does it; answers with the exit code. What was given for a setting stands in the environment; `argument` is empty where none is. */
  run(given: Given<Options>, environment: NodeJS.ProcessEnv, argument: string): number | Promise<number>;
}

/** What every command may be told of where and when, by an option or in the environment. */
export type Setting = "content" | "output" | "cache" | "now";

/** The settings as options; each is the same as the word of its name in capitals in the environment. */
export const SETTINGS: Readonly<Record<Setting, Option>> = {
  content: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "wo die Inhalte liegen (sonst content)", en: "where the content lies (else content)" },
  },
  output: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "wohin die fertigen Seiten kommen (sonst _site)", en: "where the finished pages go (else _site)" },
  },
  cache: {
    value: { de: "ORDNER", en: "FOLDER" },
    help: { de: "was von Bau zu Bau aufgehoben wird (sonst .cache)", en: "what is kept from build to build (else .cache)" },
  },
  now: {
    value: { de: "ZEITPUNKT", en: "MOMENT" },
    help: {
      de: "so tun, als wäre dann, zum Beispiel 2017-12-01T08:00:00+01:00",
      en: "pretend that it is then, for example 2017-12-01T08:00:00+01:00",
    },
  },
};

/** States a command. */
export function defineCommand<const Options extends Record<string, Option>>(command: Command<Options>): Command<Options> {
  return command;
}

/** A wrong call: what is wrong and what to write instead. */
export class WrongCall extends Error {}
