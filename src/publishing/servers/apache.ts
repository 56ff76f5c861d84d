import { COMMON, type Headers, headerRules, isText, MEDIA_TYPES, STRICT_TRANSPORT } from "../headers.ts";
import { bothWays, goneOf, oldHosts, redirectsOf, type Served, type ServerFile } from "./served.ts";

const HEAD = `# Von Stadtchronik gemacht: bei jeder Veröffentlichung neu, also nicht von Hand ändern.
# Gehört mit „Include“ in einen VirtualHost von Apache; davor steht dort: Define ARCHIV /pfad/zu/current
# Module: rewrite, headers, mime, dir. docs/publishing.md zeigt den Block ganz.`;

/** What Apache needs (tested with 2.4): settings for a virtual host, and the redirects as a map, which it reads anew by itself. */
export function apache(served: Served): ServerFile[] {
  return [
    { path: "site.conf", place: "server", content: site(served) },
    { path: "redirects.txt", place: "server", content: map(served) },
    ...oldHosts(served).flatMap((host): ServerFile[] => {
      const name = host.replace(/[^A-Za-z0-9.-]/g, "_");
      return [
        {
          path: `old-hosts/${name}.conf`,
          place: "server",
          content: [HEAD, "RewriteEngine On", ...redirectRules(`old-hosts/${name}.txt`), ""].join("\n"),
        },
        { path: `old-hosts/${name}.txt`, place: "server", content: map(served, host) },
      ];
    }),
  ];
}

/** The map: what a browser asks for and where it leads, a line each. Both ends are percent-encoded, so neither holds a space. */
function map(served: Served, host?: string): string {
  const redirects = redirectsOf(served, host);
  const taken = new Set(redirects.map(({ from }) => from));
  const lines = redirects.flatMap(({ from, path, query, to }) =>
    bothWays(path)
      .map((way) => (query === "" ? way : `${way}?${query}`))
      .filter((way) => way === from || !taken.has(way))
      .map((way) => `${way} ${to}`),
  );
  return lines.length > 0 ? `${lines.join("\n")}\n` : "# leer\n";
}

/** As it was asked for, with its query first: `%{REQUEST_URI}` is decoded already, and not all old addresses are UTF-8. */
function redirectRules(file: string): string[] {
  return [
    `RewriteMap archiv "txt:\${ARCHIV}/server/${file}"`,
    ...["(\\S+)", "([^?\\s]+)"].flatMap((asked) => [
      `RewriteCond "%{THE_REQUEST}" "^\\S+ ${asked}"`,
      `RewriteCond "\${archiv:%1}" "^(/.*|https?://.*)$"`,
      'RewriteRule "^" "%1" [R=301,L,NE,QSD]',
    ]),
  ];
}

function site(served: Served): string {
  const { prefix } = served;
  const texts = Object.keys(MEDIA_TYPES).filter(isText);
  return `${[
    HEAD,
    `<Directory "\${ARCHIV}/site">`,
    ...[
      "Options -Indexes +FollowSymLinks",
      "AllowOverride None",
      "Require all granted",
      "DirectoryIndex index.html",
      "DirectorySlash On",
      "FileETag MTime Size",
      ...Object.entries(MEDIA_TYPES).map(([ending, type]) => `AddType ${type} .${ending}`),
      `AddCharset utf-8 ${texts.map((ending) => `.${ending}`).join(" ")}`,
      // Debian takes such files for archives of another language or kind.
      "RemoveType .gz .br",
      "RemoveLanguage .br",
      "AddEncoding gzip .gz",
      "AddEncoding br .br",
    ].map((line) => `  ${line}`),
    "</Directory>",
    `ErrorDocument 404 ${prefix}/404.html`,
    `ErrorDocument 410 ${prefix}/404.html`,
    "RewriteEngine On",
    ...redirectRules("redirects.txt"),
    ...goneOf(served).flatMap(goneRules),
    ...compressedRules(texts),
    ...headerBlocks(served),
  ].join("\n")}\n`;
}

/** What is not there any more is told as gone (410) and not as unknown (404). */
function goneRules(address: string): string[] {
  const path = decoded(address).replace(/\/$/, "");
  const isThere = ["-f", "-d"].map((test) => `RewriteCond "%{DOCUMENT_ROOT}%{REQUEST_URI}" !${test}`);
  return [...isThere, `RewriteRule "^${pattern(path)}${address.endsWith("/") ? "(/|$)" : "$"}" - [G]`];
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** What lies beside a file as its compressed form is sent to whoever takes it. */
function compressedRules(endings: readonly string[]): string[] {
  return [
    ["br", "br"],
    ["gzip", "gz"],
  ].flatMap(([coding, ending]) =>
    [
      ["^(.*/)$", "$1index.html"],
      [`^(.*\\.(${endings.join("|")}))$`, "$1"],
    ].flatMap(([asked, file]) => [
      `RewriteCond "%{HTTP:Accept-Encoding}" "\\b${coding}\\b"`,
      `RewriteCond "%{DOCUMENT_ROOT}${file?.replace("$1", "%{REQUEST_URI}")}.${ending}" -f`,
      `RewriteRule "${asked}" "${file}.${ending}" [L,E=no-gzip:1,E=no-brotli:1]`,
    ]),
  );
}

function headerBlocks({ prefix, isHttps, formPolicy }: Served): string[] {
  const rules = headerRules(formPolicy);
  const own = { ...COMMON, ...(isHttps && prefix === "" ? STRICT_TRANSPORT : {}) };
  const names = new Set(rules.flatMap(({ headers }) => Object.keys(headers)));
  const set = (headers: Headers) => Object.entries(headers).map(([name, value]) => `  Header always set ${name} "${value}"`);
  // The last block that fits counts here; among our kinds it is the first.
  const blocks = [...rules].reverse().flatMap(({ pattern: kind, headers }) => {
    const unset = [...names].filter((name) => !(name in headers || name in own)).map((name) => `  Header always unset ${name}`);
    const below = kind.replaceAll("^", `^${pattern(prefix)}`).replace(/\$$/, "(\\.br|\\.gz)?$");
    return [`<LocationMatch "${below === "" ? `^${pattern(prefix)}/` : below}">`, ...set(headers), ...unset, "</LocationMatch>"];
  });
  return [
    `<LocationMatch "^${pattern(prefix)}/">`,
    ...set(own),
    "  Header always merge Vary Accept-Encoding",
    "</LocationMatch>",
    ...blocks,
  ];
}

function pattern(text: string): string {
  return text.replace(/[.*+?^$(){}|[\]\\"]/g, "\\$&");
}
