import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join } from "node:path";
import { diffLines } from "diff";
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { headersFor, MEDIA_TYPES } from "../../src/publishing/headers.ts";
import { problemsOf } from "../desk/checked.ts";
import { buildSoundly, copyContent, filesBelow, layFiles, line, makeFolder, TOWN_NOW, TOWNS } from "../fixture.ts";

/** The settings by which Musterstadt has the form. */
export const WITH_FORM = "repository: https://git.stadt.example/presse/archiv\nform: true\n";

/** What a test writes to or finds in a repository: files by their path. */
export type Repository = Record<string, Buffer>;

/** Musterstadt with the form, built and served with the headers that a web server is told. */
export interface FormSite {
  content: string;
  output: string;
  url: string;
  policy: string;
  close: () => void;
}

/** Builds a town with the form and serves it on `localhost`, where browsers trust a page as they do by HTTPS. */
export async function openFormSite(settings = WITH_FORM, source: string = TOWNS.musterstadt): Promise<FormSite> {
  const content = copyContent(source);
  appendFileSync(join(content, "site.yml"), settings);
  const { output } = await buildSoundly(content, { environment: { NOW: TOWN_NOW } });
  return { content, ...(await serveForm(output)) };
}

/** Serves a built site on `localhost` with the headers that a web server is told. */
export async function serveForm(output: string): Promise<Omit<FormSite, "content">> {
  const html = (await readFile(join(output, "redaktion/index.html"), "utf8")).replaceAll("&#39;", "'");
  const policy = /http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? assert.fail("The page has no policy.");
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://localhost");
    const path = pathname.endsWith("/") ? `${pathname}index.html` : pathname;
    const type = MEDIA_TYPES[extname(path).slice(1)] ?? "application/octet-stream";
    readFile(join(output, decodeURIComponent(path)))
      .then((body) => response.writeHead(200, { "content-type": type, ...headersFor(pathname, policy) }).end(body))
      .catch(() => response.writeHead(404).end());
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  return { output, policy, url: `http://localhost:${port}`, close: () => server.close() };
}

/** The form in a browser, with what its page complained of and asked for. */
export interface OpenForm {
  page: Page;
  context: BrowserContext;
  complaints: string[];
  asked: string[];
}

/** A context in which the form works in a folder of the browser's own: no test can press the button of a file dialog. */
export async function openForm(browser: Browser, clock = TOWN_NOW): Promise<OpenForm> {
  const context = await browser.newContext({
    locale: "de-DE",
    timezoneId: "Europe/Berlin",
    viewport: { width: 1400, height: 2600 },
    reducedMotion: "reduce",
  });
  // tsx names functions by a function of its own, which a page does not have.
  await context.addInitScript(`
    globalThis.__name = (named) => named;
    delete Document.prototype.startViewTransition;
    window.showDirectoryPicker = async () => (await navigator.storage.getDirectory()).getDirectoryHandle("repo", { create: true });
    addEventListener("securitypolicyviolation", (event) => console.error("CSP: " + event.violatedDirective + " " + event.blockedURI));
  `);
  context.setDefaultTimeout(60_000);
  const page = await context.newPage();
  await page.clock.setFixedTime(clock);
  const opened: OpenForm = { page, context, complaints: [], asked: [] };
  watch(opened, page);
  return opened;
}

/** Notes whatever a page complains of or asks for. */
export function watch({ complaints, asked }: OpenForm, page: Page): void {
  page.on("pageerror", (thrown) => {
    // Sveltia CMS 0.221 stumbles over its own menu of languages when an entry is closed; nothing comes of it.
    if (!/Cannot convert undefined or null to object/.test(String(thrown))) complaints.push(String(thrown));
  });
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("request", (request) => asked.push(request.url()));
}

/** Lays files into the browser's own folder; the page must be one of the site. */
export async function layRepository(page: Page, files: Repository): Promise<void> {
  const entries = Object.entries(files).map(([path, bytes]) => [path, bytes.toString("base64")]);
  for (let from = 0; from < entries.length; from += 300)
    await page.evaluate(
      async (batch) => {
        const top = await (await navigator.storage.getDirectory()).getDirectoryHandle("repo", { create: true });
        await top.getDirectoryHandle(".git", { create: true });
        for (const [path = "", base64 = ""] of batch) {
          const parts = path.split("/");
          const name = parts.pop() ?? "";
          let folder = top;
          for (const part of parts) folder = await folder.getDirectoryHandle(part, { create: true });
          const writer = await (await folder.getFileHandle(name, { create: true })).createWritable();
          await writer.write(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)));
          await writer.close();
        }
      },
      entries.slice(from, from + 300),
    );
}

/** All files of the browser's own folder. */
export async function readRepository(page: Page): Promise<Repository> {
  const found = await page.evaluate(async () => {
    const files: Record<string, string> = {};
    const enter = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
      for await (const [name, handle] of (folder as unknown as { entries: () => AsyncIterable<[string, FileSystemHandle]> }).entries()) {
        if (name === ".git") continue;
        if (handle.kind === "directory") await enter(handle as FileSystemDirectoryHandle, `${path}${name}/`);
        else {
          const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
          let text = "";
          for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
          files[path + name] = btoa(text);
        }
      }
    };
    await enter(await (await navigator.storage.getDirectory()).getDirectoryHandle("repo"), "");
    return files;
  });
  return Object.fromEntries(Object.entries(found).map(([path, base64]) => [path, Buffer.from(base64, "base64")]));
}

/** The files of a content folder as they lie in a repository. */
export function repositoryOf(content: string): Repository {
  return Object.fromEntries([...filesBelow(content)].map(([path, bytes]) => [`content/${path}`, bytes]));
}

/** Lays the files of a town, signs in to them as to a folder of this computer, and waits for the list of releases. */
export async function workIn({ page }: OpenForm, site: Pick<FormSite, "url">, files: Repository): Promise<void> {
  await page.goto(`${site.url}/redaktion/lizenzen.txt`);
  await layRepository(page, files);
  await signIn(page, site);
}

/** Signs in to the files that lie in the browser's own folder. */
export async function signIn(page: Page, site: Pick<FormSite, "url">): Promise<void> {
  await page.goto(`${site.url}/redaktion/`);
  await page.getByRole("button", { name: "Mit lokalem Repository arbeiten" }).click();
  await list(page).waitFor();
}

/** The list of the entries or files of a collection. */
export function list(page: Page): Locator {
  return page.getByRole("grid", { name: /^(Einträge|Dateien)$/ });
}

/** A field of the form, by its label as a whole. */
export function field(page: Page | Locator, label: string): Locator {
  return page.getByRole("group", { name: new RegExp(`^Feld „.?${label}.?“$`) });
}

/** Opens a collection by its label. */
export async function openCollection(page: Page, label: string): Promise<void> {
  await page.getByRole("treeitem", { name: label }).click();
  await page.getByRole("heading", { name: label, level: 2 }).waitFor();
}

/** Opens an entry of the collection that is shown. */
export async function openEntry(page: Page, title: string): Promise<void> {
  await list(page).getByRole("row", { name: title }).first().getByText(title).first().click();
  await page.getByRole("button", { name: "Speichern", exact: true }).waitFor();
}

/** Saves what is open, and waits until the list is there again. */
export async function save(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Speichern", exact: true }).click();
  await list(page).waitFor();
}

/** The files in which two states differ: their lines that are gone and new, `undefined` where there is no such file. */
export function changes(before: Repository, after: Repository): Map<string, { gone: string[]; fresh: string[] }> {
  const paths = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
  return new Map(
    paths.flatMap((path) => {
      const [old, now] = [before[path]?.toString("utf8") ?? "", after[path]?.toString("utf8") ?? ""];
      if (before[path] !== undefined && after[path] !== undefined && old === now) return [];
      const parts = diffLines(old, now);
      const lines = (kind: "added" | "removed") => parts.flatMap((part) => (part[kind] ? part.value.replace(/\n$/, "").split("\n") : []));
      return [[path, { gone: lines("removed"), fresh: lines("added") }]];
    }),
  );
}

/** What `check` finds wrong with the files of a repository. */
export async function errorsIn(files: Repository, now = TOWN_NOW): Promise<string[]> {
  const folder = makeFolder();
  layFiles(folder, files);
  const found = await problemsOf(join(folder, "content"), now);
  return found.flatMap((problem) => (problem.severity === "error" ? [line(problem)] : []));
}
