import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { type Browser, chromium } from "playwright-core";

const INSTALLED = [
  process.env.CHROME_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--font-render-hinting=none",
];

/** An installed Chrome or Chromium, else the one that npm brings for Linux on x64; undefined where there is neither. */
export async function openBrowser(): Promise<Browser | undefined> {
  const installed = INSTALLED.find((path) => path && existsSync(path));
  if (installed) return chromium.launch({ executablePath: installed, args: QUIET });
  if (process.platform !== "linux" || process.arch !== "x64") return undefined;
  const { default: packed } = await import("@sparticuz/chromium");
  packed.setGraphicsMode = false;
  // Its own arguments are made for one page in one process; without them it runs as any other Chromium does.
  return chromium.launch({ executablePath: await packed.executablePath(), args: QUIET });
}

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".svg": "image/svg+xml",
  ".woff2": "font/woff2",
  ".xml": "application/xml",
  ".json": "application/json",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
  ".pdf": "application/pdf",
  ".ics": "text/calendar",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Serves a folder as a static host does (index.html, 404.html) on a free port of this machine, below `prefix`, with `headers` on every
 * answer.
 */
export async function serve(
  folder: string,
  prefix = "",
  headers: Readonly<Record<string, string>> = {},
): Promise<{ url: string; close: () => void }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    if (!path.startsWith(`${prefix}/`)) return void response.writeHead(404).end();
    const file = join(folder, (path.endsWith("/") ? `${path}index.html` : path).slice(prefix.length));
    readFile(file)
      .then((content) =>
        response.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream", ...headers }).end(content),
      )
      .catch(async () =>
        response.writeHead(404, { "content-type": TYPES[".html"] }).end(await readFile(join(folder, "404.html")).catch(() => "")),
      );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
