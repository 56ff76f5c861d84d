import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import pLimit from "p-limit";
import { outputFile } from "../addresses.ts";
import { CHECKSUMS, type Checksum, isSignedBy, PUBLIC_KEY, parseChecksums, SIGNATURE } from "../build/checksums.ts";
import { MANIFEST_ADDRESS, parseManifest } from "../build/manifest.ts";
import { filesBelow } from "../build/placing.ts";
import { sha256 } from "../disk/digest.ts";

/** What became of a signature: fits, does not, or there is none. `isTrusted` says whether the key was one that the caller brought. */
export interface SignatureFound {
  state: "right" | "wrong" | "none";
  isTrusted: boolean;
}

/** What a verification found, by paths. */
export interface Verification {
  files: number;
  changed: readonly string[];
  missing: readonly string[];
  /** Files of a folder that the checksums do not name. */
  strange: readonly string[];
  signature: SignatureFound;
}

/** What only a host reads, or lies beside a file in another coding. */
const OF_HOSTS = new Set(["_headers", "_redirects", ".nojekyll"]);

/** How a copy of a site is read. */
interface Copy {
  read: (path: string) => Promise<Uint8Array | "missing" | "elsewhere">;
  /** All paths, where they can be listed. */
  list: (() => readonly string[]) | undefined;
}

/** Verifies the copy of a site in a folder, or a folder with releases, whose current one counts. */
export function verifyFolder(folder: string, key: string | undefined): Promise<Verification> {
  const root = rootOf(folder);
  return verify(
    {
      read: async (path) => (existsSync(join(root, path)) ? readFileSync(join(root, path)) : "missing"),
      list: () => filesBelow(root),
    },
    key,
  );
}

/** Verifies a site as it is served at an address, by asking for every file. Throws in German where it does not answer. */
export function verifyAddress(url: string, key: string | undefined): Promise<Verification> {
  const limit = pLimit(8);
  const base = url.replace(/\/*$/, "/");
  const read = (path: string) =>
    limit(async () => {
      const address = encodeURI(path.replace(/(^|\/)index\.html$/, "$1"));
      try {
        const response = await fetch(base + address, { redirect: "manual", signal: AbortSignal.timeout(60_000) });
        if (response.status >= 300 && response.status < 400) return "elsewhere" as const;
        // The page for addresses that do not exist comes with the status that says so.
        if (!response.ok && !(path === "404.html" && response.status === 404)) return "missing" as const;
        return new Uint8Array(await response.arrayBuffer());
      } catch (thrown) {
        const { cause, message } = thrown as Error & { cause?: { code?: string } };
        throw new Error(`${base} antwortet nicht (${cause?.code ?? message}).`);
      }
    });
  return verify({ read, list: undefined }, key);
}

/** The root of the site: here, in the release that is shown, or below a folder that stands for the path before its addresses. */
function rootOf(folder: string): string {
  for (const begin of ["current/site", "site", ""]) {
    for (let at = join(folder, begin); existsSync(at); ) {
      if (existsSync(join(at, outputFile(CHECKSUMS)))) return at;
      const inner = readdirSync(at, { withFileTypes: true });
      const [only] = inner.filter((entry) => entry.isDirectory());
      if (!only || inner.filter((entry) => entry.isDirectory()).length > 1) break;
      at = join(at, only.name);
    }
  }
  throw new Error(`In ${folder} liegt keine Website mit Prüfsummen (${outputFile(CHECKSUMS)} fehlt).`);
}

async function verify(copy: Copy, key: string | undefined): Promise<Verification> {
  const read = async (address: string) => {
    const content = await copy.read(outputFile(address));
    return typeof content === "string" ? undefined : content;
  };
  const text = await read(CHECKSUMS);
  const sums = text && parseChecksums(Buffer.from(text).toString("utf8"));
  if (!text || !sums)
    throw new Error(`Die Prüfsummen (${outputFile(CHECKSUMS)}) fehlen oder sind beschädigt; ohne sie lässt sich nichts prüfen.`);
  const [changed, missing]: [string[], string[]] = [[], []];
  const redirects = new Set<string>();
  const manifest = await read(MANIFEST_ADDRESS);
  for (const { address, kind } of (manifest && parseManifest(Buffer.from(manifest).toString("utf8"))?.entries) ?? [])
    if (kind === "redirect") redirects.add(outputFile(address));
  const compare = async ({ path, sha256: sum }: Checksum) => {
    const content = await copy.read(path);
    // A server may lead on by itself where a page would.
    if (content === "elsewhere" && redirects.has(path)) return;
    if (typeof content === "string") missing.push(path);
    else if (sha256(content) !== sum) changed.push(path);
  };
  if (copy.list) for (const sum of sums) await compare(sum);
  else await Promise.all(sums.map(compare));
  const beside = copy.list ? await besideThem(copy, sums, copy.list()) : { strange: [], changed: [] };
  const isReplaced = (path: string) => redirects.has(path) && copy.list?.().includes("_redirects");
  return {
    files: sums.length,
    changed: [...changed, ...beside.changed].sort(),
    missing: missing.filter((path) => !isReplaced(path)).sort(),
    strange: beside.strange,
    signature: await findSignature(text, { read, key }),
  };
}

/** What lies beside the files that are summed: compressed forms, which must unpack to the same, and what nobody knows. */
async function besideThem(
  copy: Copy,
  sums: readonly Checksum[],
  paths: readonly string[],
): Promise<{ strange: string[]; changed: string[] }> {
  const known = new Map(sums.map(({ path, sha256: sum }) => [path, sum]));
  const [strange, changed]: [string[], string[]] = [[], []];
  const own = new Set([CHECKSUMS, SIGNATURE].map(outputFile));
  for (const path of paths) {
    if (known.has(path) || own.has(path) || OF_HOSTS.has(path)) continue;
    const [, plain = "", coding] = /^(.*)\.(br|gz)$/.exec(path) ?? [];
    const sum = known.get(plain) ?? (own.has(plain) ? "own" : undefined);
    if (sum === undefined) strange.push(path);
    else if (sum !== "own" && sha256(unpack(await copy.read(path), coding)) !== sum) changed.push(path);
  }
  return { strange: strange.sort(), changed };
}

function unpack(content: Uint8Array | string, coding: string | undefined): Uint8Array {
  if (typeof content === "string") return new Uint8Array();
  try {
    return coding === "br" ? brotliDecompressSync(content) : gunzipSync(content);
  } catch {
    return new Uint8Array();
  }
}

async function findSignature(
  sums: Uint8Array,
  { read, key }: { read: (address: string) => Promise<Uint8Array | undefined>; key: string | undefined },
): Promise<SignatureFound> {
  const signature = await read(SIGNATURE);
  if (!signature) return { state: "none", isTrusted: key !== undefined };
  const published = await read(PUBLIC_KEY);
  const pem = key ?? (published && Buffer.from(published).toString("utf8"));
  return { state: pem !== undefined && isSignedBy(sums, signature, pem) ? "right" : "wrong", isTrusted: key !== undefined };
}
