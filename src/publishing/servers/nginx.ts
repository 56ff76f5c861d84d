import { COMMON, type HeaderRule, type Headers, headerRules, isText, MEDIA_TYPES, STRICT_TRANSPORT } from "../headers.ts";
import { bothWays, bytesOf, goneOf, oldHosts, type Redirect, redirectsOf, type Served, type ServerFile } from "./served.ts";

const HEAD = latin(`# Von Stadtchronik gemacht: bei jeder Veröffentlichung neu, also nicht von Hand ändern.
# Gehört mit „include“ in den Block „server“ von nginx; docs/publishing.md zeigt ihn ganz.`);

/**
 * What nginx needs (tested with 1.22): the site itself, Brotli for servers that have its module, and for each old host the redirects to
 * put into its own server block. nginx reads them when it is reloaded.
 */
export function nginx(served: Served): ServerFile[] {
  return [
    file("site.conf", siteBlock(served)),
    file(
      "brotli.conf",
      `${HEAD}\n${latin("# Nur mit dem Modul für Brotli (Debian: libnginx-mod-http-brotli-static).")}\nbrotli_static on;\n`,
    ),
    ...oldHosts(served).map((host) =>
      file(`old-hosts/${host.replace(/[^A-Za-z0-9.-]/g, "_")}.conf`, [HEAD, ...redirectBlocks(redirectsOf(served, host)), ""].join("\n")),
    ),
  ];
}

/** A file of Latin-1 characters, each of them a byte: old addresses may be no UTF-8. */
function file(path: string, content: string): ServerFile {
  return { path, place: "server", content: Buffer.from(content, "latin1") };
}

function latin(text: string): string {
  return Buffer.from(text).toString("latin1");
}

function siteBlock(served: Served): string {
  const { prefix } = served;
  const redirects = redirectsOf(served);
  const taken = new Set(redirects.flatMap(({ path }) => bothWays(path).map(bytesOf)));
  const gone = goneOf(served).filter((address) => !taken.has(bytesOf(address)));
  const lines = [
    "index index.html;",
    "absolute_redirect off;",
    "default_type application/octet-stream;",
    `types { ${Object.entries(MEDIA_TYPES)
      .map(([ending, type]) => `${type} ${ending};`)
      .join(" ")} }`,
    "charset utf-8;",
    `charset_types ${[...new Set(Object.keys(MEDIA_TYPES).filter(isText))].map((ending) => MEDIA_TYPES[ending]).join(" ")};`,
    "etag on;",
    "gzip_static on;",
    "gzip_vary on;",
    `error_page 404 410 ${prefix}/404.html;`,
    ...headerLines(served, {}),
    ...kindBlocks(served),
    ...redirectBlocks(redirects),
    ...gone.flatMap((address) => goneBlock(served, address)),
  ];
  return `${HEAD}\n${block(prefix === "" ? "location /" : `location ^~ ${quoted(`${prefix}/`)}`, lines).join("\n")}\n`;
}

/** An inner block takes over no header of the outer one as soon as it has one itself, so each states all of its own. */
function kindBlocks(served: Served): string[] {
  return headerRules(served.formPolicy)
    .filter(({ pattern }) => pattern !== "")
    .flatMap((rule) => block(`location ~ ${quoted(patternBelow(rule, served.prefix))}`, headerLines(served, rule.headers)));
}

function headerLines({ prefix, isHttps, formPolicy }: Served, headers: Headers): string[] {
  const page = headerRules(formPolicy).at(-1)?.headers;
  const own = { ...COMMON, ...(isHttps && prefix === "" ? STRICT_TRANSPORT : {}), ...(Object.keys(headers).length > 0 ? headers : page) };
  return Object.entries(own).map(([name, value]) => `add_header ${name} ${quoted(value)} always;`);
}

/** The pattern of a kind of file, on addresses with a prefix. */
function patternBelow({ pattern }: HeaderRule, prefix: string): string {
  return pattern.replaceAll("^", `^${prefix.replace(/[.*+?(){}|[\]\\]/g, "\\$&")}`);
}

/** Redirects by path; where a query tells several apart, within the block of their path. */
function redirectBlocks(redirects: readonly Redirect[]): string[] {
  const byPath = new Map<string, Redirect[]>();
  for (const redirect of redirects) {
    const key = bytesOf(redirect.path).replace(/\/{2,}/g, "/");
    byPath.set(key, [...(byPath.get(key) ?? []), redirect]);
  }
  return [...byPath].flatMap(([path, all]) => {
    const plain = all.find(({ query }) => query === "");
    const lines = [
      ...all.filter(({ query }) => query !== "").map(({ query, to }) => `if (${argument(query)}) { return 301 ${quoted(to)}; }`),
      ...(plain ? [`return 301 ${quoted(plain.to)};`] : []),
    ];
    return bothWays(path)
      .filter((way) => way === path || !byPath.has(way))
      .flatMap((way) => block(`location = ${quoted(way)}`, lines));
  });
}

/** A query that is asked for: nginx would read a dollar sign as the beginning of a variable, but not in a pattern. */
function argument(query: string): string {
  return query.includes("$") ? `$args ~ ${quoted(`^${query.replace(/[.*+?^$(){}|[\]\\]/g, "\\$&")}$`)}` : `$args = ${quoted(query)}`;
}

/** What is not there any more is told as gone (410) and not as unknown (404). */
function goneBlock(served: Served, address: string): string[] {
  const path = bytesOf(address);
  const lines = [`error_page 404 =410 ${served.prefix}/404.html;`];
  if (!path.endsWith("/")) return block(`location = ${quoted(path)}`, lines);
  return [
    ...block(`location ^~ ${quoted(path)}`, [...lines, ...kindBlocks(served)]),
    ...block(`location = ${quoted(path.slice(0, -1))}`, lines),
  ];
}

function block(head: string, lines: readonly string[]): string[] {
  return [`${head} {`, ...lines.map((line) => `  ${line}`), "}"];
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
