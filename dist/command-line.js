import {
  execute,
  helpLanguage,
  helpOfAll,
  runToEnd
} from "./chunk-YKVEPTDV.js";
import "./chunk-DMPDBQ4H.js";
import {
  readPackage
} from "./chunk-NQM7L2YM.js";
import "./chunk-UIJ32YZE.js";
import {
  nearest
} from "./chunk-6KULUY2B.js";

// src/commands/command-line.ts
var COMMANDS = {
  start: () => import("./start-IQFNHXLB.js"),
  check: () => import("./check-EJ4LXLC2.js"),
  build: () => import("./build-4IIUZ26N.js"),
  create: () => import("./create-WLM2GAP2.js"),
  upgrade: () => import("./upgrade-PT4YBOGO.js")
};
async function runCommand(commands, args, environment) {
  const [name, ...rest] = args;
  const names = Object.keys(commands);
  if (name === "--help" || name === "-h") {
    const all = await Promise.all(Object.values(commands).map((load2) => load2()));
    console.log(
      helpOfAll(
        all.map(({ command }) => command),
        helpLanguage(environment)
      )
    );
    return 0;
  }
  if (name === "--version") {
    console.log(readPackage().version);
    return 0;
  }
  const load = name !== void 0 && Object.hasOwn(commands, name) ? commands[name] : void 0;
  if (load) return execute((await load()).command, rest, environment);
  const meant = name === void 0 ? void 0 : nearest(name, names);
  const wrong = name === void 0 ? "Es fehlt der Befehl." : `Den Befehl „${name}“ gibt es nicht.${meant ? ` Meinen Sie „${meant}“?` : ""}`;
  console.error(`${wrong} Möglich sind ${names.join(", ")}; --help erklärt sie.`);
  return 2;
}
function main(commands = COMMANDS) {
  return runToEnd(() => runCommand(commands, process.argv.slice(2), process.env));
}
export {
  COMMANDS,
  main,
  runCommand
};
