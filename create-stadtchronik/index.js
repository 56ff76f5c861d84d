#!/usr/bin/env node
// `npm create stadtchronik ORDNER …` runs this: it is `stadtchronik create ORDNER …`.
process.argv.splice(2, 0, "create");
await import("stadtchronik/bin/stadtchronik.js");
