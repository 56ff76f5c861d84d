import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readArchive } from "../../src/archive/reading.ts";
import "../../src/commands/settings.ts";
import { render } from "../../src/build/render.ts";
import { makeSearchIndexes } from "../../src/rendering/search/search-index.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { NOW } from "./workshop.ts";

// What `npm run bench:search` measures as a process of its own: reads a town, and as asked makes its index, writes it with the search page.
const [content = "", folder = "", task = ""] = process.argv.slice(2);
const { archive } = readArchive({ folder: content, now: Date.parse(NOW) });
if (!archive) throw new Error(`${content} has errors.`);
if (task !== "read") {
  const { files, write } = await makeSearchIndexes(archive, { folder: join(folder, "kept"), clock: Date.parse(NOW) });
  if (task === "write") {
    const output = join(folder, "site");
    mkdirSync(output, { recursive: true });
    await write(files, output);
    const pages = listPages(archive).filter(({ address }) => /^\/suche\/|^\/assets\//.test(address));
    await render({ archive, pages, output, cache: join(folder, "cache"), isStrict: false });
  }
}
