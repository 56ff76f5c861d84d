import { basename, dirname, join } from "node:path";
import { aliasSchema } from "../../content/fields.ts";
import type { Item } from "./item.ts";

/** A host that stands for the old one where nobody said which it was; no link may keep it. */
const UNKNOWN = "http://unbekannt.invalid";

/** Where old addresses lead now. */
export interface Addresses {
  /** The old addresses of an item, whole where the host is known, else as paths; only what can be an alias. */
  oldOf: (item: Item) => string[];
  /** What tells an address from others: host, path and query, however it is written. */
  keyOf: (address: string) => string | undefined;
  /** Notes that an item is at a new id. */
  settle: (item: Pick<Item, "key" | "addresses">, id: string) => void;
  /** Where a link of an item leads: to a release (its id), elsewhere (a whole address), or nowhere that is known. */
  follow: (href: string, item: Pick<Item, "addresses" | "key">) => { id: string } | { address: string; isOld: boolean } | undefined;
}

/** Keeps old addresses: `old` is the address of the old site, where it is known, and `own` that of the archive. */
export function openAddresses(old: string | undefined, own: string): Addresses {
  const base = old ?? UNKNOWN;
  const ownHost = hostOf(own);
  const oldHost = hostOf(base);
  const ids = new Map<string, string>();
  const names = new Map<string, string>();
  const absolute = (address: string, from = base): URL | undefined => {
    const written = address.trim().replace(/\s/g, "%20");
    const whole = /^www\./i.test(written) ? `https://${written}` : written;
    return URL.canParse(whole, from) ? new URL(whole, from) : undefined;
  };
  const keyOf = (address: string): string | undefined => {
    const url = absolute(address);
    if (!url || !/^https?:$/.test(url.protocol)) return undefined;
    const path = decoded(url.pathname)
      .replace(/\/(index|default)\.(html?|php|aspx?)$/i, "/")
      .replace(/\/{2,}/g, "/")
      .replace(/\/+$/, "")
      .toLowerCase();
    const query = url.search.replace(/[?&](utm_\w+|fbclid|cHash)=[^&]*/gi, "").replace(/^&/, "?");
    return `${hostOf(url.href)}${path}${query}`;
  };
  return {
    keyOf,
    oldOf: ({ addresses }) => {
      const found = addresses.flatMap((address) => {
        const url = absolute(address);
        if (!url || !/^https?:$/.test(url.protocol)) return [];
        const isOwn = hostOf(url.href) === ownHost || url.origin === UNKNOWN;
        // The start of a site is no address of a text.
        if (url.pathname.replace(/\/+$/, "") === "" && url.search === "") return [];
        const alias = readable(isOwn ? `${url.pathname}${url.search}` : `${url.origin}${url.pathname}${url.search}`);
        return aliasSchema.safeParse(alias).success ? [alias] : [];
      });
      return [...new Set(found)];
    },
    settle: ({ key, addresses }, id) => {
      for (const address of addresses) {
        const found = keyOf(address);
        if (found !== undefined && !ids.has(found)) ids.set(found, id);
      }
      for (const name of [key, nameOf(key), nameOf(key).replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "")]) if (!names.has(name)) names.set(name, id);
    },
    follow: (href, item) => {
      const reference = /^ref:([^#?]*)/.exec(href)?.[1];
      if (reference !== undefined) {
        const asked = decoded(reference).replace(/^\/+|\/+$/g, "");
        const plain = nameOf(asked);
        const id = names.get(asked) ?? names.get(plain) ?? names.get(plain.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ""));
        return id === undefined ? undefined : { id };
      }
      const [path = ""] = href.split(/[#?]/);
      // Files of one folder name each other as they lie there.
      const beside = /^(?!\/|[a-z]+:|www\.)[^\s]+\.(md|markdown|html?)$/i.test(path)
        ? names.get(join(dirname(item.key), decoded(path)))
        : undefined;
      if (beside !== undefined) return { id: beside };
      if (/^(mailto|tel):/i.test(href)) return { address: href.replace(/\s/g, ""), isOld: false };
      const from = absolute(item.addresses[0] ?? "/")?.href ?? base;
      const url = absolute(href, from);
      if (!url || !/^https?:$/.test(url.protocol)) return undefined;
      const id = ids.get(keyOf(url.href) ?? "") ?? ids.get((keyOf(url.href) ?? "").replace(/\?.*$/, ""));
      if (id !== undefined && !(url.search !== "" && url.pathname === "/" && !ids.has(keyOf(url.href) ?? ""))) return { id };
      if (url.origin === UNKNOWN) return undefined;
      return { address: readableLink(url, href), isOld: hostOf(url.href) === oldHost };
    },
  };
}

/** An address as it was written where it was whole already. */
function readableLink(url: URL, written: string): string {
  return /^https?:\/\//i.test(written.trim()) ? written.trim() : url.href;
}

/** The name of a host without what is often left out. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host.toLowerCase().replace(/^www\./, "") : "";
}

/** Letters instead of percent signs, where they are some (UTF-8). */
function readable(address: string): string {
  return address.replace(/(?:%[c-f][0-9a-f](?:%[89ab][0-9a-f])+)+/gi, (bytes) => decoded(bytes));
}

function nameOf(path: string): string {
  const name = basename(path).replace(/\.(md|markdown|html)$/i, "");
  return name === "index" ? basename(path.replace(/\/[^/]*$/, "")) : name;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text).normalize("NFC");
  } catch {
    return text;
  }
}
