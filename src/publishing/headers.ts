import { ATTACHMENT_TYPES } from "../content/attachments.ts";
import { FORM_PLACES, HEADER_ONLY, POLICIES, SEARCH_PLACES } from "../site/hosting/policy.ts";

/** Response headers by their names. */
export type Headers = Readonly<Record<string, string>>;

/** A kind of file, by a regular expression on its address, and the headers that it is served with. */
export interface HeaderRule {
  name: string;
  pattern: string;
  headers: Headers;
}

/** Two years, as browsers' list of such hosts asks for; other hosts of the same domain are not ours to bind. */
const HTTPS_ONLY = "max-age=63072000";

/** What no page needs; copying to the clipboard is left to the page itself. */
const NOT_NEEDED = ["camera", "display-capture", "geolocation", "microphone", "payment", "usb"];

/** What every answer carries, whatever it is. */
export const COMMON: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "same-origin",
  "Permissions-Policy": NOT_NEEDED.map((feature) => `${feature}=()`).join(", "),
  "Cross-Origin-Opener-Policy": "same-origin",
};

/** For hosts of our own with HTTPS: from the first visit on browsers come by HTTPS alone (RFC 6797). */
export const STRICT_TRANSPORT: Headers = { "Strict-Transport-Security": HTTPS_ONLY };

/** Pages and what they are made of are asked for again each time, which costs a few bytes where nothing has changed (RFC 9111, 5.2.2.4). */
const REVALIDATED = "no-cache";

/** What names its content by its address never changes (RFC 8246). */
const FOR_EVER = "public, max-age=31536000, immutable";

const page: Headers = {
  "Content-Security-Policy": `${POLICIES.page}; ${HEADER_ONLY}`,
  "Cross-Origin-Resource-Policy": "same-origin",
  "Cache-Control": REVALIDATED,
};

/**
 * What others may use on their own pages and in their programs: feeds, data, texts, pictures, attachments. None of it runs anything, and a
 * policy for pages would hinder the browser's own viewer of a PDF or film.
 */
const open: Headers = { "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*", "Cache-Control": REVALIDATED };

/** What every page needs of the archive's own. */
const OWN = "^/assets/";

/** The media types of all that an archive publishes, by ending; a server that guesses is told not to (nosniff), so it must know. */
export const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ...ATTACHMENT_TYPES,
  html: "text/html",
  css: "text/css",
  js: "text/javascript",
  wasm: "application/wasm",
  jsonld: "application/ld+json",
  jsonl: "application/jsonl",
  webmanifest: "application/manifest+json",
  xml: "application/xml",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  webp: "image/webp",
  ico: "image/x-icon",
  woff2: "font/woff2",
  zip: "application/zip",
  pem: "application/x-pem-file",
};

/** The endings of what others may use. */
const OPEN = Object.keys(MEDIA_TYPES).filter((ending) => !["html", "css", "js", "wasm", "woff2", "svg"].includes(ending));

/**
 * The kinds of files in the order in which they are tried; the first that fits counts, the last fits all. Addresses are those of the site,
 * without the prefix of its `url`.
 */
const RULES: readonly HeaderRule[] = [
  { name: "index", pattern: "^/pagefind/.*\\.(pf_fragment|pf_index|pf_meta)$", headers: { ...page, "Cache-Control": FOR_EVER } },
  {
    name: "search",
    pattern: SEARCH_PLACES,
    headers: { ...page, "Content-Security-Policy": `${POLICIES.search}; ${HEADER_ONLY}` },
  },
  { name: "own", pattern: OWN, headers: page },
  { name: "open", pattern: `\\.(${OPEN.join("|")})$`, headers: open },
  { name: "page", pattern: "", headers: page },
];

/**
 * The kinds of files of a site, with the policy of its editors' form where it has one: who signs in there comes back from the host of the
 * repository in a window that must find the one it came from, so that page alone is not cut off from windows of others.
 */
export function headerRules(formPolicy: string | undefined): readonly HeaderRule[] {
  if (formPolicy === undefined) return RULES;
  const own = { "Content-Security-Policy": `${formPolicy}; ${HEADER_ONLY}`, "Cross-Origin-Opener-Policy": "unsafe-none" };
  return [{ name: "form", pattern: FORM_PLACES, headers: { ...page, ...own } }, ...RULES];
}

/** The headers of an answer, but for those of the host as a whole. */
export function headersFor(address: string, formPolicy?: string): Headers {
  const rule = headerRules(formPolicy).find(({ pattern }) => new RegExp(pattern).test(address));
  return { ...COMMON, ...rule?.headers };
}

/** The ending of a type whose files are text: it is sent with `charset=utf-8`, and worth compressing. */
export function isText(ending: string): boolean {
  const type = MEDIA_TYPES[ending] ?? "";
  return type.startsWith("text/") || /[/+](json|jsonl|xml)$/.test(type);
}
