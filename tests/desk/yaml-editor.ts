import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { parse } from "yaml";
import { ROOT } from "../fixture.ts";

/** What a text editor offers or says at a place of a file. */
export interface YamlEditor {
  /** The names that are offered for completion at the mark | of a text, with what is said of each. */
  complete: (path: string, marked: string) => Promise<{ label: string; documentation: string }[]>;
  /** What is said of the word at the mark | of a text. */
  hover: (path: string, marked: string) => Promise<string>;
  /** What is wrong with a text, with its line, counted from 1. */
  problems: (path: string, text: string) => Promise<{ line: number; message: string }[]>;
  close: () => void;
}

interface Message {
  id?: number;
  method?: string;
  params?: unknown;
  result?: unknown;
}

/**
 * VS Code's YAML language server at work in a city's folder, with the settings that lie in its `.vscode/settings.json` and no others. It
 * speaks the Language Server Protocol by its standard streams.
 */
export async function openYamlEditor(folder: string): Promise<YamlEditor> {
  const server = spawn(process.execPath, [join(ROOT, "node_modules/yaml-language-server/bin/yaml-language-server"), "--stdio"]);
  process.on("exit", () => server.kill());
  const settings = parse(readFileSync(join(folder, ".vscode/settings.json"), "utf8")) as Record<string, unknown>;
  const answers = new Map<number, (result: unknown) => void>();
  const told = new Map<string, (params: { diagnostics: Diagnostic[] }) => void>();
  const send = (message: Message) => {
    const body = Buffer.from(JSON.stringify({ jsonrpc: "2.0", ...message }));
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    server.stdin.write(body);
  };
  let count = 0;
  const ask = (method: string, params: unknown): Promise<unknown> => {
    const id = ++count;
    send({ id, method, params });
    return new Promise((done) => answers.set(id, done));
  };
  const hear = (message: Message) => {
    if (message.method === "workspace/configuration") {
      const { items } = message.params as { items: { section: string }[] };
      send({ id: message.id as number, result: items.map(({ section }) => sectionOf(settings, section)) });
    } else if (message.method === "textDocument/publishDiagnostics") {
      const params = message.params as { uri: string; diagnostics: Diagnostic[] };
      told.get(params.uri)?.(params);
    } else if (message.method !== undefined && message.id !== undefined) send({ id: message.id, result: null });
    else if (message.id !== undefined) answers.get(message.id)?.(message.result);
  };
  listen(server.stdout, hear);
  const rootUri = pathToFileURL(folder).href;
  const capabilities = { workspace: { configuration: true, workspaceFolders: true }, textDocument: { completion: {}, hover: {} } };
  await ask("initialize", { processId: process.pid, rootUri, capabilities, workspaceFolders: [{ uri: rootUri, name: "stadt" }] });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings: { yaml: sectionOf(settings, "yaml") } } });
  let version = 0;
  const open = async (path: string, text: string) => {
    const uri = pathToFileURL(join(folder, path)).href;
    const checked = new Promise<{ diagnostics: Diagnostic[] }>((done) => told.set(uri, done));
    send({ method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "yaml", version: ++version, text } } });
    const { diagnostics } = await checked;
    told.delete(uri);
    return { uri, diagnostics };
  };
  const at = async (method: string, path: string, marked: string) => {
    const before = marked.slice(0, marked.indexOf("|")).split("\n");
    const { uri } = await open(path, marked.replace("|", ""));
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const result = await ask(method, { textDocument: { uri }, position });
    send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
    return result;
  };
  return {
    complete: async (path, marked) => {
      const { items } = (await at("textDocument/completion", path, marked)) as { items: { label: string; documentation?: unknown }[] };
      return items.map(({ label, documentation }) => ({ label, documentation: JSON.stringify(documentation ?? "") }));
    },
    hover: async (path, marked) => JSON.stringify(await at("textDocument/hover", path, marked)),
    problems: async (path, text) => {
      const { uri, diagnostics } = await open(path, text);
      send({ method: "textDocument/didClose", params: { textDocument: { uri } } });
      return diagnostics.map(({ range, message }) => ({ line: range.start.line + 1, message }));
    },
    close: () => server.kill(),
  };
}

interface Diagnostic {
  range: { start: { line: number } };
  message: string;
}

/** The settings below a name, as VS Code hands them out: `yaml` of `yaml.schemas` is `{schemas}`. No schema is fetched from elsewhere. */
function sectionOf(settings: Record<string, unknown>, section: string): unknown {
  const below = Object.entries(settings).filter(([name]) => name.startsWith(`${section}.`));
  const own = Object.fromEntries(below.map(([name, value]) => [name.slice(section.length + 1), value]));
  return section === "yaml" ? { validate: true, hover: true, completion: true, schemaStore: { enable: false }, ...own } : own;
}

/** Cuts a stream into messages by their `Content-Length`. */
function listen(stream: NodeJS.ReadableStream, hear: (message: Message) => void): void {
  let heard = Buffer.alloc(0);
  stream.on("data", (bytes: Buffer) => {
    heard = Buffer.concat([heard, bytes]);
    for (;;) {
      const start = heard.indexOf("\r\n\r\n");
      const length = Number(/Content-Length: (\d+)/i.exec(heard.subarray(0, Math.max(start, 0)).toString())?.[1]);
      if (start < 0 || !(heard.length >= start + 4 + length)) return;
      hear(JSON.parse(heard.subarray(start + 4, start + 4 + length).toString()) as Message);
      heard = heard.subarray(start + 4 + length);
    }
  });
}
