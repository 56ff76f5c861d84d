import { compareText } from "../../problems.ts";
import type { ServerRule } from "../../site/hosting/redirects.ts";

/** What a server has to know of a site beside its files. */
export interface Served {
  /** The path that precedes every address, without its last slash; empty where the site has a host to itself. */
  prefix: string;
  host: string;
  isHttps: boolean;
  /** The list for servers, as the site publishes it. */
  rules: readonly ServerRule[];
  /** Addresses given up on purpose; one that ends on a slash stands for all below it, too. */
  forgotten: readonly string[];
  /** The policy of the editors' form, where the site has one. */
  formPolicy: string | undefined;
}

/** A file for a server or host; `place` says whether it lies in the root of the site or outside of it. */
export interface ServerFile {
  path: string;
  place: "root" | "server";
  content: string | Uint8Array;
}

/** A redirect with the prefix put before both ends: path and query as a browser asks for them. */
export interface Redirect {
  from: string;
  path: string;
  query: string;
  to: string;
}

/** The redirects of the site's own host, or of another one that it had. */
export function redirectsOf({ prefix, host: own, rules }: Served, host = own): Redirect[] {
  return rules.flatMap((rule) => {
    if (rule.to === undefined || (rule.host ?? own) !== host) return [];
    const from = rule.host === undefined ? prefix + rule.from : rule.from;
    const [path = "", query = ""] = from.split(/\?(.*)/s);
    return [{ from, path, query, to: rule.to.startsWith("/") ? prefix + rule.to : rule.to }];
  });
}

/** The other hosts that old addresses were on. */
export function oldHosts({ host: own, rules }: Served): string[] {
  return [...new Set(rules.flatMap(({ host = own }) => (host === own ? [] : [host])))].sort(compareText);
}

/** Addresses that are gone unless they answer still, prefix included; below those that end on a slash all is. */
export function goneOf({ prefix, rules, forgotten }: Served): string[] {
  const listed = rules.flatMap(({ from, to, host }) => (to === undefined && host === undefined ? [from] : []));
  return [...new Set([...listed, ...forgotten])].map((address) => prefix + address).sort(compareText);
}

/** A path with its last slash and without it: people and old links write both. */
export function bothWays(path: string): string[] {
  if (path === "/") return [path];
  return path.endsWith("/") ? [path, path.slice(0, -1)] : [path, ...(/\.[a-z0-9]+$/i.test(path) ? [] : [`${path}/`])];
}

/** The bytes of a path, percent signs resolved, a character each (Latin-1): old addresses may be no UTF-8. */
export function bytesOf(path: string): string {
  return path
    .replace(/[^\0-\x7f]/g, (character) => encodeURIComponent(character))
    .replace(/%([0-9A-Fa-f]{2})/g, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
