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

/** What only a header can say: in `<meta>` browsers ignore it. */
export const HEADER_ONLY = "frame-ancestors 'none'";

/** Where the search lies, in any language, and its program: as a regular expression on an address. */
export const SEARCH_PLACES = "^(/[a-z]+(-[a-z]+)*)?/suche/|^/pagefind/";

function write(sources: Record<string, string>): string {
  return Object.entries(sources)
    .map(([name, allowed]) => `${name} ${allowed}`)
    .join("; ");
}
