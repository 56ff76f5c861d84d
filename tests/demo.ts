import { defineCommand } from "../src/commands/command.ts";
import { command as start } from "../src/commands/start.ts";

/** The day on which Musterstadt was written: its newest releases are new, its embargo holds. */
const NOW = "2026-11-23T12:00:00+01:00";

/** Shows Musterstadt. */
export const command = defineCommand({
  name: "demo",
  summary: {
    de: "Zeigt das erfundene Musterstadt, mit allem, was ein Archiv enthalten kann",
    en: "Shows the fictional Musterstadt, with everything an archive can hold",
  },
  settings: ["cache", "now"],
  options: start.options,
  exits: start.exits,
  run: (given, environment, argument) =>
    start.run(given, { ...environment, CONTENT: "tests/fixtures/musterstadt", NOW: environment.NOW ?? NOW }, argument),
});
