import "./node-version.ts";
import { start } from "./start.ts";

// The day on which Musterstadt was written: its newest releases are new, its embargo holds.
const NOW = "2026-11-23T12:00:00+01:00";

await start(process.argv.slice(2), { ...process.env, CONTENT: "tests/fixtures/musterstadt", NOW: process.env.NOW ?? NOW });
