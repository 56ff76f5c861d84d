import { spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { gunzipSync } from "node:zlib";
import { complaint, type Ended, NotInstalled, runProgram } from "../programs.ts";
import { APPLY, FETCH, INSPECT, ROLL_BACK, TIDY } from "./release-scripts.ts";

/** Where a site with releases lies: a folder of this computer, or of another one that is reached by SSH. */
export interface ReleasePlace {
  folder: string;
  /** As SSH takes it: `host` or `user@host`; undefined for this computer. */
  host: string | undefined;
  /** The program by which the other computer is reached, with its options. */
  ssh: readonly string[];
}

/** What was found at such a place. */
export interface Found {
  /** What its clock shows (ms). */
  clock: number;
  current: string | undefined;
  /** SHA-256 of the current release's list of what it holds. */
  files: string | undefined;
  releases: readonly string[];
  /** Some of what somebody has changed by hand since the release was switched to. */
  touched: readonly string[];
  /** What an interrupted publication left. */
  rests: readonly string[];
}

/** Looks at the place; throws in German where nothing may be published there. */
export async function inspect(place: ReleasePlace): Promise<Found> {
  const said = await ask(place, INSPECT, []);
  const of = (word: string) => said.filter(([first]) => first === word).map(([, value]) => value);
  return {
    clock: Number(of("clock")[0]) * 1000,
    current: of("current")[0],
    files: of("files")[0],
    releases: of("release"),
    touched: of("touched"),
    rests: of("rest"),
  };
}

/** Puts away what an interrupted publication left; answers with what it was. */
export async function tidy(place: ReleasePlace): Promise<readonly string[]> {
  return (await ask(place, TIDY, [])).flatMap(([word, value]) => (word === "repaired" ? [value] : []));
}

/** Reads files of the current release, one behind the other; `bytes` is what came over the line. */
export async function fetchFiles(place: ReleasePlace, paths: readonly string[]): Promise<{ content: Buffer; bytes: number }> {
  const ended = await runAt(place, FETCH, paths);
  if (ended.code !== 0) throw new Error(`${nameOf(place)} gibt die Liste seiner Dateien nicht her: ${complaint(ended)}.`);
  return { content: gunzipSync(ended.stdout), bytes: ended.stdout.length };
}

/** What becomes of a release: the one it follows, its number, how many stay. */
export interface Switch {
  expected: string;
  number: string;
  keep: number;
  /** False where nothing of the current release may be taken over. */
  takesOver: boolean;
}

/** Sends a package (a folder with `package`, `sums`, `gone` and `complete`) and switches to the release made of it. */
export async function apply(
  place: ReleasePlace,
  folder: string,
  { expected, number, keep, takesOver }: Switch,
): Promise<{ sent: number; repaired: readonly string[] }> {
  const tar = spawn("tar", ["-cf", "-", "-C", folder, "package", "sums", "gone", "complete"], { stdio: ["ignore", "pipe", "pipe"] });
  let complaints = "";
  tar.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaints += text;
  });
  const packed = new Promise<void>((done, fail) => {
    tar.on("error", fail);
    tar.on("close", (code) => (code === 0 || code === null ? done() : fail(new Error(`Das Packen ist gescheitert: ${complaints.trim()}`))));
  });
  packed.catch(() => undefined);
  try {
    const ended = await runAt(place, APPLY, [expected, number, String(keep), takesOver ? "yes" : "no"], tar.stdout);
    const said = understand(place, ended);
    await packed;
    return { sent: ended.sent, repaired: said.flatMap(([word, value]) => (word === "repaired" ? [value] : [])) };
  } finally {
    tar.kill();
  }
}

/** Switches back to an earlier release; answers with the numbers of the one that was shown and of the one that is. */
export async function rollBack(place: ReleasePlace, wanted: string | undefined): Promise<{ from: string; to: string }> {
  const said = await ask(place, ROLL_BACK, [wanted ?? ""]);
  const of = (word: string) => said.find(([first]) => first === word)?.[1] ?? "";
  return { from: of("was"), to: of("switched") };
}

/** The place as people write it. */
export function nameOf({ host, folder }: ReleasePlace): string {
  return host === undefined ? folder : `${host}:${folder}`;
}

async function ask(place: ReleasePlace, script: string, args: readonly string[]): Promise<[string, string][]> {
  return understand(place, await runAt(place, script, args));
}

/** The lines of an answer; throws in German where it is a refusal. */
function understand(place: ReleasePlace, ended: Ended): [string, string][] {
  const lines = ended.stdout
    .toString("utf8")
    .split("\n")
    .flatMap((line): [string, string][] => {
      const at = line.indexOf(" ");
      return at < 0 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
    });
  if (ended.code === 0) return lines;
  const reason = lines.find(([word]) => word === "says")?.[1];
  if (reason !== undefined) throw new Error(`${nameOf(place)} ${reason}. Es wurde nichts geändert.`);
  if (place.host !== undefined && ended.code === 255)
    throw new Error(
      `Mit ${place.host} kam keine Verbindung zustande, oder sie brach ab: ${complaint(ended)}. ` +
        "Prüfen Sie Namen, Schlüssel und Netz (ssh muss ohne Rückfrage hineinkommen). Die Website dort ist, wie sie war.",
    );
  throw new Error(`${nameOf(place)}: Die Veröffentlichung ist gescheitert: ${complaint(ended)}. Die Website dort ist, wie sie war.`);
}

async function runAt(place: ReleasePlace, script: string, args: readonly string[], input?: Readable): Promise<Ended> {
  const { host, folder, ssh } = place;
  const call = ["sh", "-c", script, "sh", folder, ...args];
  const command = host === undefined ? call : [...ssh, host, call.map(quoted).join(" ")];
  try {
    return await runProgram(command, input ? { input } : {});
  } catch (thrown) {
    if (thrown instanceof NotInstalled) throw new Error(`${thrown.message} Veröffentlichen lässt sich von Linux und macOS aus.`);
    throw thrown;
  }
}

/** A word as a shell reads it, whatever it holds. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", "'\\''")}'`;
}
