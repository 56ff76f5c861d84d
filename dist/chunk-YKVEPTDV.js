import {
  SETTINGS,
  WrongCall
} from "./chunk-DMPDBQ4H.js";
import {
  describeFailure
} from "./chunk-UIJ32YZE.js";
import {
  nearest
} from "./chunk-6KULUY2B.js";

// src/commands/help.ts
function helpLanguage({ LC_ALL, LC_MESSAGES, LANG }) {
  return /^en/i.test(LC_ALL || LC_MESSAGES || LANG || "") ? "en" : "de";
}
function say(text, language) {
  return typeof text === "string" ? text : text[language];
}
function optionsOf({ options, settings = [] }) {
  return { ...options, ...Object.fromEntries(settings.map((name) => [name, SETTINGS[name]])) };
}
var WORDS = {
  help: { de: "zeigt diese Hilfe", en: "shows this help" },
  exits: { de: "Ausgang", en: "Exit" },
  wrong: { de: "2 bei falschem Aufruf", en: "2 for a wrong call" },
  settings: { de: "{names} in der Umgebung bedeuten dasselbe.", en: "{names} in the environment mean the same." },
  usage: {
    de: "npm run BEFEHL -- ANGABEN   (in einem eigenen Archiv auch: npx stadtchronik BEFEHL ANGABEN)",
    en: "npm run COMMAND -- OPTIONS   (in an archive of your own also: npx stadtchronik COMMAND OPTIONS)"
  },
  each: { de: "npm run BEFEHL -- --help sagt mehr.", en: "npm run COMMAND -- --help says more." },
  version: { de: "nennt die Fassung des Programms", en: "tells the program's version" }
};
function helpOf(command, language) {
  const { name, summary, about, argument, settings = [], exits } = command;
  const entries = [...Object.entries(optionsOf(command)), ["help", { help: WORDS.help }]];
  const labelOf = ([option, { value }]) => `--${option}${value ? ` ${say(value, language)}` : ""}`;
  const inCall = entries.slice(0, -1 - settings.length).map((entry) => entry[1].isNeeded ? labelOf(entry) : `[${labelOf(entry)}]`);
  const word = argument && say(argument.name, language);
  const call = [...word ? [argument?.isNeeded ? word : `[${word}]`] : [], ...inCall];
  const rows = entries.map((entry) => [labelOf(entry), entry[1].help]);
  if (argument && word) rows.unshift([word, argument.help]);
  const names = settings.map((setting) => setting.toUpperCase()).join(", ");
  return [
    `npm run ${name}${call.length > 0 ? ` -- ${call.join(" ")}` : ""}`,
    [`${summary[language]}.`, ...about ? [about[language]] : []].join("\n"),
    table(rows, language),
    [
      `${WORDS.exits[language]}: ${exits[language]}, ${WORDS.wrong[language]}.`,
      ...names ? [WORDS.settings[language].replace("{names}", names)] : []
    ].join("\n")
  ].join("\n\n");
}
function helpOfAll(commands, language) {
  const rows = commands.map(({ name, summary }) => [name, summary]);
  const general = [
    ["--help", WORDS.help],
    ["--version", WORDS.version]
  ];
  return [WORDS.usage[language], table([...rows, ...general], language), WORDS.each[language]].join("\n\n");
}
function table(rows, language) {
  const width = Math.max(...rows.map(([label]) => label.length)) + 2;
  return rows.map(([label, text]) => `  ${label.padEnd(width)}${say(text, language).replaceAll("\n", `
${" ".repeat(width + 2)}`)}`).join("\n");
}

// src/commands/call.ts
import { existsSync, realpathSync } from "node:fs";
import { parseArgs } from "node:util";
async function execute(command, args, environment) {
  if (args.includes("--help") || args.includes("-h")) {
    console.log(helpOf(command, helpLanguage(environment)));
    return 0;
  }
  try {
    const { given, argument } = readCall(command, args);
    return await command.run(given, withSettings(command, given, environment), argument);
  } catch (thrown) {
    if (!(thrown instanceof WrongCall)) throw thrown;
    console.error(`${thrown.message}
npm run ${command.name} -- --help zeigt, was möglich ist.`);
    return 2;
  }
}
async function runToEnd(run) {
  const fail = (thrown) => {
    console.error(describeFailure(thrown));
    process.exit(1);
  };
  process.on("uncaughtException", fail);
  process.stdout.on("error", (thrown) => thrown.code === "EPIPE" ? process.exit() : fail(thrown));
  try {
    process.exitCode = await run();
  } catch (thrown) {
    fail(thrown);
  }
}
async function executeIfMain(module, command) {
  const called = process.argv[1];
  if (called === void 0 || ![called, `${called}.ts`].some((path) => existsSync(path) && realpathSync(path) === realpathSync(module)))
    return;
  await runToEnd(() => execute(command, process.argv.slice(2), process.env));
}
var german = (text) => say(text, "de");
function readCall(command, args) {
  const options = optionsOf(command);
  const parsed = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(options).map(([name, { value }]) => [name, { type: value ? "string" : "boolean" }])
    )
  });
  const { tokens, positionals, values } = parsed;
  for (const token of tokens) if (token.kind === "option") checkOption(options, token);
  const [argument = "", superfluous = command.argument ? void 0 : argument || void 0] = positionals;
  if (superfluous !== void 0) throw new WrongCall(`„${superfluous}“ ist zu viel.${suggestion(options, superfluous)}`);
  const { argument: needed } = command;
  const missing = [
    ...needed?.isNeeded && argument === "" ? [`${german(needed.name)} (${german(needed.help)})`] : [],
    ...Object.entries(options).filter(([name, { isNeeded }]) => isNeeded && values[name] === void 0).map(([name, { value = "", help }]) => `--${name} ${german(value)} (${german(help)})`)
  ];
  if (missing.length > 0) throw new WrongCall(`Es fehlt: ${missing.join("; ")}.`);
  const given = Object.fromEntries(
    Object.entries(options).map(([name, option]) => [name, values[name] ?? (option.value ? option.default : false)])
  );
  return { given, argument };
}
function checkOption(options, { name, rawName, value }) {
  const option = Object.hasOwn(options, name) ? options[name] : void 0;
  const names = Object.keys(options);
  if (!option) {
    const meant = nearest(name, names);
    const possible = [...names, "help"].map((one) => `--${one}`).join(", ");
    throw new WrongCall(`Die Angabe ${rawName} gibt es nicht.${meant ? ` Meinen Sie --${meant}?` : ""} Möglich sind ${possible}.`);
  }
  if (option.value && !value) throw new WrongCall(`Bei ${rawName} fehlt der Wert: ${rawName} ${german(option.value)}.`);
  if (!option.value && value !== void 0) throw new WrongCall(`${rawName} steht für sich, ohne „=${value}“.`);
  if (option.choices && value !== void 0 && !option.choices.includes(value))
    throw new WrongCall(`${rawName} ${value} gibt es nicht. Möglich sind ${option.choices.join(", ")}.`);
}
function suggestion(options, word) {
  const taking = Object.entries(options).find(([name, { value }]) => value && !(name in SETTINGS));
  return taking ? ` Meinen Sie --${taking[0]} ${word}?` : "";
}
function withSettings({ settings = [] }, given, environment) {
  const written = (setting) => given[setting];
  const over = settings.filter((setting) => written(setting) !== void 0);
  return { ...environment, ...Object.fromEntries(over.map((setting) => [setting.toUpperCase(), written(setting)])) };
}

export {
  helpLanguage,
  helpOfAll,
  execute,
  runToEnd,
  executeIfMain
};
