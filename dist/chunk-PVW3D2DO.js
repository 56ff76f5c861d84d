import {
  filesBelow,
  layoutFolders,
  ownName
} from "./chunk-2MWZRJQY.js";
import {
  SOFTWARE
} from "./chunk-NQM7L2YM.js";

// src/messages.ts
import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
var STANDARD = join(SOFTWARE, "layouts");
function readMessages() {
  const words = /* @__PURE__ */ new Map();
  for (const folder of layoutFolders().reverse())
    for (const name of filesBelow(join(folder, "texts")).filter((path) => path.endsWith(".json"))) {
      const language = basename(name, ".json");
      const below = words.get(language) ?? (folder === STANDARD ? void 0 : words.get("de"));
      words.set(language, layOver(below, parse(readFileSync(join(folder, "texts", name), "utf8"), name)));
    }
  if (!words.has("de")) throw new Error(`${STANDARD}/texts/de.json fehlt: die Wörter der Oberfläche.`);
  const languages = new Map([...words].map(([language, messages]) => [language, inLanguage(language, messages)]));
  const german = languages.get("de");
  const known = (language) => languages.get(language) ?? languages.get(language.split("-", 1)[0] ?? "") ?? german;
  return {
    in: (language) => known(language).messages,
    count: (count, forms, language) => {
      const { rules, numbers } = known(language);
      return (forms[rules.select(count)] ?? forms.other).replace("{n}", numbers.format(count));
    }
  };
}
function inLanguage(language, messages) {
  return { messages, rules: new Intl.PluralRules(language), numbers: new Intl.NumberFormat(language) };
}
function parse(text, name) {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new Error(`layouts/texts/${name} ist kein JSON: Prüfen Sie Anführungszeichen, Kommas und Klammern.`, { cause: thrown });
  }
}
function layOver(below, above) {
  if (!isGroup(below) || !isGroup(above)) return above;
  const added = Object.entries(above).map(([key, value]) => [key, layOver(below[key], value)]);
  return { ...below, ...Object.fromEntries(added) };
}
function isGroup(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function languageName({ languages }, language) {
  return languages[language] ?? ownName(language);
}
function fill(phrase, values) {
  return phrase.replace(/\{(\w+)\}/g, (placeholder, key) => Object.hasOwn(values, key) ? String(values[key]) : placeholder);
}

export {
  readMessages,
  languageName,
  fill
};
