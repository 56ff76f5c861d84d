import type { Site } from "../../content/site.ts";
import { FORM_PAGE } from "../form/links.ts";

/**
 * What a page may load and do (Content Security Policy Level 3): nothing but its own host's files, no program or style within the markup.
 * The search needs WebAssembly, and it alone.
 */
const SOURCES = {
  "default-src": "'none'",
  "script-src": "'self'",
  "style-src": "'self'",
  "img-src": "'self'",
  "font-src": "'self'",
  "media-src": "'self'",
  "manifest-src": "'self'",
  "connect-src": "'self'",
  "form-action": "'self'",
  "base-uri": "'none'",
};

/** The policies by what they are for: pages, and the search with its program and worker. */
export const POLICIES = {
  page: write(SOURCES),
  search: write({ ...SOURCES, "script-src": "'self' 'wasm-unsafe-eval'", "worker-src": "'self'" }),
};

/** Where the editors' form lies, as a regular expression on an address. */
export const FORM_PLACES = `^${FORM_PAGE}`;

/** The policies of the pages of a site. */
export function policiesOf(site: Pick<Site, "form" | "repository">): typeof POLICIES & { form: string } {
  return { ...POLICIES, form: formPolicy(site) ?? POLICIES.page };
}

/**
 * The policy of the editors' form, undefined where a site has none: it speaks with the host of the repository alone. Its styles come within
 * the markup, as the program makes it; pictures and texts that are not saved yet lie in the browser (`blob:`).
 */
export function formPolicy({ form, repository }: Pick<Site, "form" | "repository">): string | undefined {
  if (form === undefined || repository === undefined) return undefined;
  const { origin, hostname } = new URL(repository.url);
  const host = hostname === "github.com" ? "https://api.github.com" : origin;
  return write({
    ...SOURCES,
    "style-src": "'self' 'unsafe-inline'",
    "img-src": `'self' data: blob: ${origin}`,
    "connect-src": `'self' data: blob: ${host}`,
    "manifest-src": "blob:",
    "frame-src": "blob:",
    "form-action": "'none'",
    "base-uri": "'self'",
  });
}

/** A policy that allows what the search needs and what the form does, for hosts that know one for all pages. */
export function uniteWithSearch(form: string | undefined): string {
  if (form === undefined) return POLICIES.search;
  const united = new Map<string, Set<string>>();
  for (const policy of [POLICIES.search, form])
    for (const rule of policy.split("; ")) {
      const [name = "", ...sources] = rule.split(" ");
      united.set(name, new Set([...(united.get(name) ?? []), ...sources]));
    }
  // "None" says nothing beside other sources.
  const rules = Array.from(united, ([name, sources]) => {
    if (sources.size > 1) sources.delete("'none'");
    return [name, [...sources].join(" ")];
  });
  return write(Object.fromEntries(rules));
}

/** What only a header can say: in `<meta>` browsers ignore it. */
export const HEADER_ONLY = "frame-ancestors 'none'";

/** Where the search lies, in any language, and its program: as a regular expression on an address. */
export const SEARCH_PLACES = "^(/[a-z]+(-[a-z]+)*)?/suche/|^/pagefind/";

function write(sources: Record<string, string>): string {
  return Object.entries(sources)
    .map(([name, allowed]) => `${name} ${allowed}`)
    .join("; ");
}
