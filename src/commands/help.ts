import { type Command, type Option, SETTINGS, type Text } from "./command.ts";

/** The languages of the help. */
export type HelpLanguage = "de" | "en";

/** English where the environment asks for it (POSIX, "Environment Variables": LC_ALL, then LC_MESSAGES, then LANG), else German. */
export function helpLanguage({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): HelpLanguage {
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "en" : "de";
}

/** A text in a language. */
export function say(text: Text, language: HelpLanguage): string {
  return typeof text === "string" ? text : text[language];
}

/** All options of a command, its settings last. */
export function optionsOf({ options, settings = [] }: Command): Readonly<Record<string, Option>> {
  return { ...options, ...Object.fromEntries(settings.map((name) => [name, SETTINGS[name]])) };
}

const WORDS = {
  help: { de: "zeigt diese Hilfe", en: "shows this help" },
  exits: { de: "Ausgang", en: "Exit" },
  wrong: { de: "2 bei falschem Aufruf", en: "2 for a wrong call" },
  setting: { de: "{names} in der Umgebung bedeutet dasselbe.", en: "{names} in the environment means the same." },
  settings: { de: "{names} in der Umgebung bedeuten dasselbe.", en: "{names} in the environment mean the same." },
  usage: {
    de: "npm run BEFEHL -- ANGABEN   (in einem eigenen Archiv auch: npx stadtchronik BEFEHL ANGABEN)",
    en: "npm run COMMAND -- OPTIONS   (in an archive of your own also: npx stadtchronik COMMAND OPTIONS)",
  },
  each: { de: "npm run BEFEHL -- --help sagt mehr.", en: "npm run COMMAND -- --help says more." },
  version: { de: "nennt die Fassung des Programms", en: "tells the program's version" },
} as const;

/** The help of one command. */
export function helpOf(command: Command, language: HelpLanguage): string {
  const { name, summary, about, argument, settings = [], exits } = command;
  const entries = [...Object.entries(optionsOf(command)), ["help", { help: WORDS.help }] as [string, Option]];
  const labelOf = ([option, { value }]: [string, Option]) => `--${option}${value ? ` ${say(value, language)}` : ""}`;
  const inCall = entries.slice(0, -1 - settings.length).map((entry) => (entry[1].isNeeded ? labelOf(entry) : `[${labelOf(entry)}]`));
  const word = argument && say(argument.name, language);
  const call = [...(word ? [argument?.isNeeded ? word : `[${word}]`] : []), ...inCall];
  const rows: [string, Text][] = entries.map((entry) => [labelOf(entry), entry[1].help]);
  if (argument && word) rows.unshift([word, argument.help]);
  const names = settings.map((setting) => setting.toUpperCase()).join(", ");
  return [
    `npm run ${name}${call.length > 0 ? ` -- ${call.join(" ")}` : ""}`,
    [`${summary[language]}.`, ...(about ? [about[language]] : [])].join("\n"),
    table(rows, language),
    [
      `${WORDS.exits[language]}: ${exits[language]}, ${WORDS.wrong[language]}.`,
      ...(names ? [WORDS[settings.length === 1 ? "setting" : "settings"][language].replace("{names}", names)] : []),
    ].join("\n"),
  ].join("\n\n");
}

/** The list of all commands. */
export function helpOfAll(commands: readonly Command[], language: HelpLanguage): string {
  const rows = commands.map(({ name, summary }): [string, Text] => [name, summary]);
  const general: [string, Text][] = [
    ["--help", WORDS.help],
    ["--version", WORDS.version],
  ];
  return [WORDS.usage[language], table([...rows, ...general], language), WORDS.each[language]].join("\n\n");
}

function table(rows: readonly [string, Text][], language: HelpLanguage): string {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows
    .map(([label, text]) => `  ${label.padEnd(width)}${say(text, language).replaceAll("\n", `\n${" ".repeat(width + 2)}`)}`)
    .join("\n");
}
