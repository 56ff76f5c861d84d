import type { Configuration } from "../page-settings.ts";
import { isCopied } from "./head-format.ts";
import { FILE, unguard } from "./held.ts";
import type { Said } from "./yaml-text.ts";

/** What Sveltia CMS hands over before it saves (an Immutable Map). */
interface Event {
  entry: { toJS: () => SavedEntry };
}

interface SavedEntry {
  path: string;
  slug: string;
  collection: string;
  newRecord: boolean;
  data: Said;
  i18n?: Record<string, { data: Said }>;
}

/** A file of the repository as it is now: its text, undefined where there is none. */
type ReadFile = (path: string, branch: string | undefined) => Promise<string | undefined>;

const QUESTION = "Trotzdem speichern?";

/**
 * Before anything is saved each file is compared with what it was when it was opened: Sveltia CMS 0.221 would write over what somebody
 * else changed since. Who saves is asked; whoever declines keeps what was written in the form.
 */
export function guardSaving(configuration: Configuration): (event: Event) => Promise<void> {
  const local = watchFolder();
  const backend = configuration.backend as Backend;
  return async ({ entry }) => {
    const { path, slug, collection, data, i18n = {} } = entry.toJS();
    const read: ReadFile = local() ?? fileReader(backend);
    const versions = Object.entries(i18n).map(([language, { data: said }]): [string, Said] => [
      path.replace(/\.md$/, `.${language}.md`),
      said,
    ]);
    const proposal = `cms/${collection}/${slug}`;
    for (const [file, said] of [[path, data] as [string, Said], ...versions]) {
      const kept = unguard(said[FILE]);
      const opened = kept !== undefined && file.endsWith(".md") && isCopied(kept, said) ? undefined : kept;
      if (opened === undefined) {
        if (file === path && (await known(read, file, undefined)) !== undefined)
          ask(`Unter diesem Namen gibt es schon eine Datei (${file}); sie würde ersetzt.`);
        continue;
      }
      const places = await Promise.all([known(read, file, undefined), known(read, file, proposal)]);
      const now = places.filter((text) => text !== undefined);
      if (now.some((text) => sameText(text, opened))) continue;
      ask(
        now.length === 0
          ? `Diese Datei wurde inzwischen gelöscht (${file}). Wenn Sie speichern, ist sie wieder da.`
          : `Diese Datei hat inzwischen jemand anders geändert (${file}). Wenn Sie speichern, geht dessen Änderung verloren.`,
      );
    }
  };
}

function ask(message: string): void {
  if (confirm(`${message}\n\n${QUESTION}`)) return;
  throw new Error(`${message} Gespeichert wurde nichts.`);
}

/** A file that cannot be asked for is left to the saving itself: without a network that fails as well. */
async function known(read: ReadFile, path: string, branch: string | undefined): Promise<string | undefined> {
  return read(path, branch);
}

/** The form knows a file without the spaces around it and with plain line ends. */
function sameText(a: string, b: string): boolean {
  return a.trim().replace(/\r\n?/g, "\n") === b.trim();
}

/** Reads files of the folder that somebody works in, once one was chosen: Sveltia CMS keeps it for itself. */
function watchFolder(): () => ReadFile | undefined {
  let folder: FileSystemDirectoryHandle | undefined;
  const take = (handle: FileSystemDirectoryHandle) => {
    folder = handle;
    return handle;
  };
  const chooser = window as unknown as { showDirectoryPicker?: (...given: unknown[]) => Promise<FileSystemDirectoryHandle> };
  const choose = chooser.showDirectoryPicker;
  if (choose) chooser.showDirectoryPicker = async (...given) => take(await choose.apply(window, given));
  const prototype = (window as unknown as { FileSystemDirectoryHandle?: { prototype: Permitted } }).FileSystemDirectoryHandle?.prototype;
  const permit = prototype?.requestPermission;
  // A folder that was chosen on another day is only asked for its permission.
  if (prototype && permit)
    prototype.requestPermission = function (this: Permitted, ...given) {
      take(this as unknown as FileSystemDirectoryHandle);
      return permit.apply(this, given);
    };
  return () => {
    const chosen = folder;
    return chosen && ((path, branch) => (branch === undefined ? readIn(chosen, path) : Promise.resolve(undefined)));
  };
}

interface Permitted {
  requestPermission?: (...given: unknown[]) => Promise<string>;
}

async function readIn(folder: FileSystemDirectoryHandle, path: string): Promise<string | undefined> {
  const parts = path.split("/");
  const name = parts.pop() ?? "";
  try {
    let place = folder;
    for (const part of parts) place = await place.getDirectoryHandle(part);
    return await (await (await place.getFileHandle(name)).getFile()).text();
  } catch (thrown) {
    if ((thrown as Error).name === "NotFoundError") return undefined;
    throw thrown;
  }
}

interface Backend {
  name: string;
  repo: string;
  branch: string;
  api_root?: string;
}

/** Reads files of the repository from its host, as the person who is signed in. */
function fileReader({ name, repo, branch: main, api_root = "https://api.github.com" }: Backend): ReadFile {
  return async (path, branch = main) => {
    const { token } = JSON.parse(localStorage.getItem("sveltia-cms.user") ?? "{}") as { token?: string };
    const ref = encodeURIComponent(branch);
    const place =
      name === "gitlab"
        ? `/projects/${encodeURIComponent(repo)}/repository/files/${encodeURIComponent(path)}/raw?ref=${ref}`
        : name === "github"
          ? `/repos/${repo}/contents/${path}?ref=${ref}`
          : `/repos/${repo}/raw/${path}?ref=${ref}`;
    const response = await fetch(api_root + place, {
      cache: "no-store",
      headers: { Authorization: `Bearer ${token}`, ...(name === "github" ? { Accept: "application/vnd.github.raw+json" } : {}) },
    });
    if (response.status === 404) return undefined;
    if (!response.ok) throw new Error(`Der Host des Repositorys antwortet mit ${response.status}; gespeichert wurde nichts.`);
    return response.text();
  };
}
