import type { TargetName } from "../content/site-schema.ts";
import { apache } from "./servers/apache.ts";
import { nginx } from "./servers/nginx.ts";
import type { Served, ServerFile } from "./servers/served.ts";
import { cloudflare, githubPages, gitlabPages, netlify } from "./servers/static-hosts.ts";

/** What a host takes at most; what is not named has no limit that its documentation states (looked up in November 2026). */
export interface Limits {
  files?: number;
  /** Bytes of the largest file, and of all together. */
  fileSize?: number;
  siteSize?: number;
  /** Lines of `_redirects`, and its bytes. */
  redirects?: number;
  redirectsSize?: number;
}

/** A host, or a server that a city runs itself. */
export interface Target {
  /** The files that tell it of redirects, headers and what is gone. */
  serverFiles: (served: Served) => ServerFile[];
  limits: Limits;
  /** True where it sends `x.br` and `x.gz` for `x`. */
  sendsCompressed: boolean;
  /** True where it puts the path of the site's `url` before all addresses itself; else the files lie below a folder of that name. */
  addsPrefix: boolean;
  /** True for a server with a disk that a release can be switched on; false where a finished folder is handed over. */
  isOwnServer: boolean;
}

/** The hosts that `target` in `site.yml` may name. */
export const TARGETS: Readonly<Record<TargetName, Target>> = {
  nginx: { serverFiles: nginx, limits: {}, sendsCompressed: true, addsPrefix: false, isOwnServer: true },
  apache: { serverFiles: apache, limits: {}, sendsCompressed: true, addsPrefix: false, isOwnServer: true },
  netlify: { serverFiles: netlify, limits: { redirects: 10_000 }, sendsCompressed: false, addsPrefix: false, isOwnServer: false },
  cloudflare: {
    serverFiles: cloudflare,
    limits: { files: 20_000, fileSize: 25 * 1024 * 1024, redirects: 2000 },
    sendsCompressed: false,
    addsPrefix: false,
    isOwnServer: false,
  },
  "github-pages": {
    serverFiles: githubPages,
    limits: { siteSize: 1_000_000_000 },
    sendsCompressed: false,
    addsPrefix: true,
    isOwnServer: false,
  },
  "gitlab-pages": {
    serverFiles: gitlabPages,
    limits: { files: 200_000, siteSize: 1_000_000_000, redirects: 1000, redirectsSize: 64 * 1024 },
    sendsCompressed: true,
    addsPrefix: true,
    isOwnServer: false,
  },
};

/** What a site measures, as far as hosts limit it. */
export interface Extent {
  files: number;
  bytes: number;
  largest: { path: string; size: number } | undefined;
  serverFiles: readonly ServerFile[];
}

/** What a site passes of a host's limits, in German, with what can be done; empty where it fits. */
export function overLimits(name: TargetName, { files, bytes, largest, serverFiles }: Extent): string[] {
  const { limits } = TARGETS[name];
  const rules = serverFiles.find(({ path }) => path === "_redirects");
  const text = rules ? Buffer.from(rules.content) : Buffer.alloc(0);
  const lines = text.toString("latin1").split("\n").length - 1;
  const said: string[] = [];
  const compare = (have: number, most: number | undefined, what: string, remedy: string) => {
    if (most !== undefined && have > most)
      said.push(`${name} nimmt höchstens ${german(most)} ${what}; diese Website hat ${german(have)}. ${remedy}`);
  };
  const elsewhere = "Wählen Sie unter target in site.yml einen anderen Ort, zum Beispiel einen eigenen Server mit nginx.";
  compare(files, limits.files, "Dateien", elsewhere);
  compare(bytes, limits.siteSize, "Bytes", elsewhere);
  compare(largest?.size ?? 0, limits.fileSize, `Bytes in einer Datei (${largest?.path})`, "Verkleinern Sie die Datei.");
  const fewer = "Streichen Sie aliases, nach denen niemand mehr fragt, oder wählen Sie einen anderen Ort.";
  compare(lines, limits.redirects, "Weiterleitungen", fewer);
  compare(text.length, limits.redirectsSize, "Bytes in der Liste der Weiterleitungen", fewer);
  return said;
}

function german(count: number): string {
  return count.toLocaleString("de-DE");
}
