#!/usr/bin/env node
// The way in, in plain JavaScript: it has to run before anything can be said about the Node that runs it.
import "./node-version.js";
import { existsSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

// What was compiled once is taken over by the next start; it lies with the software, where nobody else can write.
module.enableCompileCache?.(fileURLToPath(new URL("../.cache/node", import.meta.url)));
const [repository, sources, packed] = ["tests/repository.ts", "src/commands/command-line.ts", "dist/command-line.js"].map(
  (path) => new URL(`../${path}`, import.meta.url),
);
// In the repository there are commands more, for those who work on the software; a package holds JavaScript alone.
const program = [repository, sources].find((url) => existsSync(url)) ?? packed;
// Node strips types by itself from 22.18 on.
if (program !== packed && !process.features.typescript) (await import("tsx/esm/api")).register();
await (await import(program.href)).main();
