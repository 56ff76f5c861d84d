import { readFileSync } from "node:fs";

// Imported before anything else, since an old Node fails at what comes after it in its own words.
const { engines } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
const needed = engines.node.replace(/^>=/, "");
const [major, minor] = process.versions.node.split(".").map(Number);
const [neededMajor, neededMinor] = needed.split(".").map(Number);
if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  console.error(
    `Stadtchronik braucht Node ${needed} oder neuer; hier läuft Node ${process.versions.node}. ` +
      "Installieren Sie ein neueres Node (https://nodejs.org/de/download), und rufen Sie den Befehl noch einmal auf.",
  );
  process.exit(1);
}
