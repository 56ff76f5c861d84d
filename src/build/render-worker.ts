import { listPages } from "../../.eleventy.ts";
import { readArchive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import { nameArchive } from "./fingerprints.ts";
import { renderBatches, type WorkerTask } from "./render.ts";
import { answerAsked } from "./thread.ts";

// A worker reads the archive as the main thread did, by what that has kept of it: cheaper than handing over all pages, and the same.
answerAsked(({ content, now, readings, program, archive: name, output, cache, sharedFrom, wanted, counters }: WorkerTask) => {
  const { archive } = readArchive({ folder: content, now, readings: openReadings(readings, program, Date.now) });
  if (!archive || nameArchive(archive) !== name) throw new Error(`${content} wurde während des Baus geändert. Bauen Sie noch einmal.`);
  const pages = listPages(archive).filter((_, index) => wanted[index] === 1);
  return renderBatches({ archive, pages, output, cache, isStrict: false, sharedFrom, reach: () => undefined }, counters);
});
