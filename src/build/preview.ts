import { mkdirSync, rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import Eleventy from "@11ty/eleventy";
import { outputFile } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { openReadings } from "../archive/cache/readings.ts";
import type { ArchiveResult } from "../archive/reading.ts";
import { describeFailure } from "../disk/failure.ts";
import { readMessages } from "../messages.ts";
import { INPUT, setUpEleventy } from "../rendering/rendering.ts";
import { listPages } from "../site/capabilities.ts";
import type { Page } from "../site/pages.ts";
import { cacheFor } from "./cache.ts";
import { createFingerprints, fingerprintProgram } from "./fingerprints.ts";
import { layoutFailure } from "./layout-failure.ts";
import { emptyArchive, previewPages } from "./preview-pages.ts";
import { surveyContent } from "./survey.ts";

/** Where a preview reads, writes and answers. */
export interface PreviewOrder {
  content: string;
  cache: string;
  /** The folder that is served; it is emptied. */
  output: string;
  port: number;
  /** The moment (ms) that is shown; asked at each reading. */
  now: () => number;
  /** What the real clock showed when the preview began (ms). */
  clock: number;
  listener: PreviewListener;
  /** Answers an address (without the site's prefix) that is made only when somebody asks for it; undefined where it is none such. */
  answer?: (address: string, archive: Archive) => Promise<PreviewAnswer> | undefined;
}

/** A file that the preview hands out. */
export interface PreviewAnswer {
  name: string;
  type: string;
  content: Uint8Array;
}

/** Told what the preview does. */
export interface PreviewListener {
  reading: (reading: ArchiveResult) => void;
  /** So many files were made anew. */
  made: (files: number) => void;
  /** A layout failed; the pages stay as they were. */
  failure: (thrown: unknown) => void;
  /** The server answers at this address. */
  ready: (url: string) => void;
}

/** Serves a preview until the process is stopped: only what changed is made anew. */
export async function startPreview({ content, cache, output, port, now, clock, listener, answer }: PreviewOrder): Promise<void> {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output, { recursive: true });
  const program = fingerprintProgram();
  const readings = openReadings(cacheFor(cache, "readings", content), program, clock);
  let last: Archive | undefined;
  /** The fingerprints of what is shown, and of what is made, by the files. */
  let shown = new Map<string, string>();
  const made = new Map<string, string>();
  const read = async () => {
    // Words of the interface may be edited like any layout.
    const messages = readMessages();
    const { reading, pages: listed } = await surveyContent({ folder: content, now: now(), preview: true, readings, messages }, cache);
    listener.reading(reading);
    last = reading.archive ?? last;
    const archive = last ?? emptyArchive(now(), messages);
    const pages = previewPages(archive, reading, reading.archive ? listed : listPages(archive));
    const before = shown;
    const fingerprint = createFingerprints(archive, program);
    shown = new Map(pages.map((page) => [outputFile(page.address), fingerprint(page)]));
    // What no longer exists must not linger: Eleventy never deletes.
    for (const file of before.keys()) {
      if (shown.has(file)) continue;
      rmSync(join(output, file), { force: true });
      made.delete(file);
    }
    const isStale = (file: string) => made.get(file) !== shown.get(file);
    return { archive, pages: pages.filter(({ address }) => isStale(outputFile(address))) };
  };
  let first: Awaited<ReturnType<typeof read>> | undefined = await read();
  const readOnce = () => {
    const reading = first ?? read();
    first = undefined;
    return reading;
  };
  const eleventy = new Eleventy(INPUT, output, {
    configPath: "",
    // The server answers under the prefix that the links have.
    pathPrefix: new URL(first.archive.site.url).pathname,
    quietMode: true,
    runMode: "serve",
    config: (config) => {
      config.setOutputDirectory(output);
      // A folder may be called [neu]: what would be a pattern in its name stands for any one character.
      config.addWatchTarget(`${content.replace(/[[\](){}!*?+@|]/g, "?")}/**/*`);
      config.addWatchTarget("layouts/**/*");
      config.setWatchThrottleWaitTime(50);
      const messageOnStart = ({ localhostUrl }: { localhostUrl: string }) => listener.ready(localhostUrl);
      const respond = (address: string) => last && answer?.(address, last);
      config.setServerOptions({ port, messageOnStart, middleware: [handOut(respond, () => last?.site.url)] });
      const finish = (_pages: readonly Page[], _output: string, hashes: ReadonlyMap<string, string>) => {
        for (const file of hashes.keys()) made.set(file, shown.get(file) ?? "");
        listener.made(hashes.size);
      };
      setUpEleventy(config, { read: readOnce, cache, finish, isStrict: true });
    },
  });
  // What there is to say is said here, in German.
  eleventy.disableLogger();
  await eleventy.init();
  const rebuild = await eleventy.watch().catch((thrown: unknown) => {
    throw layoutFailure(thrown);
  });
  const write = eleventy.write.bind(eleventy);
  eleventy.write = () =>
    write().catch((thrown: unknown) => {
      listener.failure(layoutFailure(thrown));
      throw thrown;
    });
  // Eleventy notes that a file is gone but builds nothing anew.
  eleventy.watcher.on("unlink", rebuild);
  await eleventy.serve(port);
}

/** A step of the server that hands out what `respond` makes, and leaves every other address to the next. */
function handOut(respond: (address: string) => Promise<PreviewAnswer> | undefined, url: () => string | undefined) {
  return (request: IncomingMessage, response: ServerResponse, next: () => void): void => {
    const path = (request.url ?? "").replace(/[?#].*$/, "");
    const prefix = new URL(url() ?? "http://localhost/").pathname.replace(/\/$/, "");
    const made = path.startsWith(prefix) ? respond(path.slice(prefix.length)) : undefined;
    if (!made) {
      next();
      return;
    }
    made.then(
      ({ name, type, content }) => {
        response.writeHead(200, { "Content-Type": type, "Content-Disposition": `attachment; filename="${name}"` });
        response.end(content);
      },
      (thrown: unknown) => {
        response.writeHead(500, { "Content-Type": "text/plain; charset=utf-8" });
        response.end(describeFailure(thrown));
      },
    );
  };
}
