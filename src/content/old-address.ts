/** An old address, taken apart. */
export interface OldAddress {
  /** The host that it was on, with its port; undefined for this site's own. */
  host: string | undefined;
  /** Path and query as a browser asks for them, percent-encoded: what a server compares. */
  asked: string;
  /** The path as people read it, so that two spellings of it are one; as it is asked for where it is no UTF-8. */
  path: string;
  query: string;
  /** False where no file can answer it: on another host, with a query, or of a name that not every disk can hold. */
  hasFile: boolean;
}

/** Longest name in bytes of a file or folder that answers an old address, with room for what is put behind it. */
const NAME_MAX = 200;

/** Takes an old address apart, as an editor wrote it: a path from the root of the site, or an address on another host. */
export function readOldAddress(written: string): OldAddress {
  // Nearly all are plain.
  if (/^\/[A-Za-z0-9._~/-]*$/.test(written))
    return { host: undefined, asked: written, path: written, query: "", hasFile: areFiles(written.split("/")) };
  const isAbsolute = !written.startsWith("/");
  const { host, pathname, search } = new URL(isAbsolute ? written : `http://host.invalid${written}`);
  const names = pathname.split("/").map(decoded);
  const path = names.every((name) => name !== undefined && !name.includes("/")) ? names.join("/") : pathname;
  const hasFile = !isAbsolute && !written.includes("?") && areFiles(names);
  return { host: isAbsolute ? host : undefined, asked: pathname + search, path, query: search, hasFile };
}

/** The names in a path, as they are and with their percent signs resolved, however often they were written. */
export function namesIn(path: string): string[] {
  return path.split("/").flatMap((name) => {
    const names = [name];
    for (let next = decoded(name); next !== undefined && next !== names.at(-1) && names.length < 4; next = decoded(next)) names.push(next);
    return names;
  });
}

function decoded(name: string): string | undefined {
  try {
    return decodeURIComponent(name).normalize("NFC");
  } catch {
    // Percent signs of another character set, as sites had before UTF-8.
    return undefined;
  }
}

/** True where the names of a path can be folders and a file; two slashes in a row are one on a disk. */
function areFiles(names: readonly (string | undefined)[]): boolean {
  return names.every((name, index) => name !== undefined && isFileName(name) && (name !== "" || index === 0 || index === names.length - 1));
}

/** True for a name that files may have on Linux, macOS and Windows. */
function isFileName(name: string): boolean {
  return !/[\\/<>:"|?*\p{Cc}]|[. ]$/u.test(name) && Buffer.byteLength(name) <= NAME_MAX;
}
