import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { openBrowser } from "../browser/browser.ts";

/** What queries cost in a browser: bytes transferred and ms from the submit to the first ten results. */
export interface Queries {
  first: { bytes: number; time: number };
  next: { bytes: number; time: number }[];
}

/** What people may type in a sample town: frequent and rare words, compounds, parts, several words, a phrase, slips. */
const WORDS = [
  "Feuerwehr",
  "Radweg",
  "Spielplatz",
  "Museum",
  "Tunnel",
  "Stadtrat",
  "Wertstoffhof",
  "Bibliothek",
  "Kompostwerk",
  "Sirene",
  "Haltestelle",
  "Löschzug",
  "Beirat",
  "Kalender",
  "Ausstellung",
  "Muehlenstrasse",
  "Bürgermeister",
  "Eröffnung",
  "Anwohner",
  "Workshop",
  "Feuerwehr Sirene",
  "Spielplatz Umbau",
  "Museum Ausstellung Eröffnung",
  '"Schulter an Schulter"',
  "Feuerwher",
  "Bibliotek",
  "Zeppelin",
  "2019",
  "Kinder",
  "Gewerbepark",
];

const TYPES: Readonly<Record<string, string>> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css" };

/** Serves a site with gzip, as hosts do, and measures queries on its search page; undefined where there is no browser. */
export async function measureQueries(site: string): Promise<Queries | undefined> {
  const browser = await openBrowser();
  if (!browser) return undefined;
  // Counted here: what Pagefind's worker asks for, a page does not see.
  let bytes = 0;
  const packed = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const file = join(site, pathname.endsWith("/") ? `${pathname}index.html` : pathname);
    if (!existsSync(file)) return void response.writeHead(404).end();
    const isPlain = /\.(html|js|css|json|txt)$/.test(file);
    const body = packed.get(file) ?? (isPlain ? gzipSync(readFileSync(file)) : readFileSync(file));
    packed.set(file, body);
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    bytes += body.length;
    response.writeHead(200, { "content-type": type, ...(isPlain && { "content-encoding": "gzip" }) }).end(body);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/suche/`;
  const page = await (await browser.newContext()).newPage();
  const search = async (words: string) => {
    const before = bytes;
    const time = await page.evaluate<number>(`new Promise((done) => {
      const status = document.querySelector(".search-status");
      const begin = performance.now();
      new MutationObserver((_, observer) => {
        if (!/gefunden/.test(status.textContent)) return;
        observer.disconnect();
        done(performance.now() - begin);
      }).observe(status, { childList: true, characterData: true, subtree: true });
      document.querySelector("#suchwort").value = ${JSON.stringify(words)};
      document.querySelector(".search-form").requestSubmit();
    })`);
    await page.waitForTimeout(100);
    return { bytes: bytes - before, time };
  };
  await page.goto(url, { waitUntil: "networkidle" });
  const first = await search("Rathaus");
  const next: Queries["next"] = [];
  for (const words of WORDS) next.push(await search(words));
  await browser.close();
  server.close();
  return { first, next };
}
