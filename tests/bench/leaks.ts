import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../../src/addresses.ts";
import { readArchive } from "../../src/archive/reading.ts";
import { findLeaks } from "../../src/build/leaks/leak-test.ts";
import { MANIFEST_ADDRESS, parseManifest } from "../../src/build/manifest.ts";
import { NOW } from "./workshop.ts";

// What `npm run bench:publish` measures as a process of its own: the leak test of a finished site, with what it has seen in `memory`. Prints
// the seconds of processor that it alone took, and the bytes of the site.
const [content = "", site = "", memory = ""] = process.argv.slice(2);
const { archive, unpublished, refused } = readArchive({ folder: content, now: Date.parse(NOW), preview: false });
const entries = parseManifest(readFileSync(join(site, outputFile(MANIFEST_ADDRESS)), "utf8"))?.entries;
if (!archive || !entries) throw new Error(`${site} is no finished site of ${content}.`);
const bytes = entries.reduce((sum, { address }) => sum + statSync(join(site, outputFile(address))).size, 0);
const before = process.cpuUsage();
const leaks = findLeaks({ archive, unpublished, refused, folder: content, site, entries, memory, program: "bench" });
const { user, system } = process.cpuUsage(before);
if (leaks.length > 0) throw new Error(`${leaks.length} leaks: ${leaks[0]?.message}`);
console.log(JSON.stringify({ cpu: (user + system) / 1e6, bytes }));
