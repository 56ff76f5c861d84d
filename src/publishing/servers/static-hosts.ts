import { HEADER_ONLY, uniteWithSearch } from "../../site/hosting/policy.ts";
import { COMMON, headerRules, STRICT_TRANSPORT } from "../headers.ts";
import { bothWays, oldHosts, redirectsOf, type Served, type ServerFile } from "./served.ts";

/** What these hosts make of a line of `_redirects`. */
interface Dialect {
  /** Wins over a page that lies at the address. */
  force: string;
  queries: boolean;
  hosts: boolean;
}

/**
 * Netlify takes queries and other hosts, and its rules have to be told to win over the page that leads on where there are no rules. A last
 * slash makes no difference to it.
 */
export function netlify(served: Served): ServerFile[] {
  return [headers(served), redirects(served, { force: "!", queries: true, hosts: true })];
}

/** Cloudflare's rules win over pages, and know neither queries nor other hosts. */
export function cloudflare(served: Served): ServerFile[] {
  return [headers(served), redirects(served, { force: "", queries: false, hosts: false })];
}

/** GitLab Pages sends no headers of ours; a page that lies at an address wins over its rule, so what is left are other hosts. */
export function gitlabPages(served: Served): ServerFile[] {
  return [redirects(served, { force: "", queries: false, hosts: true })];
}

/** GitHub Pages knows no rules at all; without this file it would take names that begin with an underline for its own. */
export function githubPages(): ServerFile[] {
  return [{ path: ".nojekyll", place: "root", content: "" }];
}

/**
 * Each name stands in one rule only, as hosts differ in what they make of several: so the policy of pages allows here what the search
 * and the form need, and the pages' own `<meta>` takes it away again; what is said of pictures and data for other sites is said by place.
 */
function headers({ prefix, isHttps, formPolicy }: Served): ServerFile {
  const rules = headerRules(formPolicy);
  const index = rules.find(({ name }) => name === "index")?.headers["Cache-Control"] ?? "";
  const opener = rules.find(({ name }) => name === "form")?.headers["Cross-Origin-Opener-Policy"];
  const common = {
    ...COMMON,
    ...(opener === undefined ? {} : { "Cross-Origin-Opener-Policy": opener }),
    ...(isHttps && prefix === "" ? STRICT_TRANSPORT : {}),
  };
  const lines = (of: Readonly<Record<string, string>>) => Object.entries(of).map(([name, value]) => `  ${name}: ${value}`);
  const open = lines({ "Access-Control-Allow-Origin": "*" });
  const content = [
    `${prefix}/*`,
    ...lines({ ...common, "Content-Security-Policy": `${uniteWithSearch(formPolicy)}; ${HEADER_ONLY}` }),
    ...[`${prefix}/daten/*`, `${prefix}/feed.xml`, `${prefix}/feed.json`].flatMap((place) => [place, ...open]),
    ...["fragment", "index"].flatMap((folder) => [`${prefix}/pagefind/${folder}/*`, `  Cache-Control: ${index}`]),
  ];
  return { path: "_headers", place: "root", content: `${content.join("\n")}\n` };
}

function redirects(served: Served, { force, queries, hosts }: Dialect): ServerFile {
  const own = redirectsOf(served).filter(({ query }) => queries || query === "");
  const taken = new Set(own.map(({ from }) => from));
  const lines = own.flatMap(({ from, path, query, to }) => {
    const asked = query === "" ? "" : ` ${query.split("&").join(" ")}`;
    return bothWays(path)
      .filter((way) => way === path || !taken.has(query === "" ? way : from))
      .map((way) => `${way}${asked} ${to} 301${force}`);
  });
  const others = hosts
    ? oldHosts(served).flatMap((host) =>
        redirectsOf(served, host)
          .filter(({ query }) => queries || query === "")
          .flatMap(({ path, to }) => ["http", "https"].map((scheme) => `${scheme}://${host}${path} ${to} 301${force}`)),
      )
    : [];
  return { path: "_redirects", place: "root", content: [...lines, ...others].map((line) => `${line}\n`).join("") };
}
