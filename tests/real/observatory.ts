/**
 * Mozilla's HTTP Observatory as it is published (github.com/mdn/mdn-http-observatory, `src/grader/charts.js` and `src/analyzer/tests/`, read
 * in November 2026): what it looks at on a site's first page, and by how many points each finding changes the grade. The certificate counts
 * as trusted, and no host as preloaded.
 */

/** What the Observatory sees of a site. */
export interface Scan {
  /** The address of the site. */
  url: URL;
  /** The headers of its first page by small names, and the page. */
  headers: Readonly<Record<string, string | string[] | undefined>>;
  html: string;
  /** The addresses that asking by `http:` leads through, the first one itself included; undefined where nothing answers there. */
  route: readonly URL[] | undefined;
}

/** A grade, its points, and by what each test changed them. */
export interface Grade {
  grade: string;
  points: number;
  changes: Readonly<Record<string, number>>;
}

/** From so many points on. */
const GRADES: readonly [number, string][] = [
  [100, "A+"],
  [90, "A"],
  [85, "A-"],
  [80, "B+"],
  [70, "B"],
  [65, "B-"],
  [60, "C+"],
  [50, "C"],
  [45, "C-"],
  [40, "D+"],
  [30, "D"],
  [25, "D-"],
  [0, "F"],
];

/** Bonuses count only for a site that has so many points without them. */
const BONUS_FROM = 90;

const TESTS: Readonly<Record<string, (scan: Scan) => number>> = {
  "content-security-policy": contentSecurityPolicy,
  cookies: ({ headers }) => Math.min(0, ...listOf(headers["set-cookie"]).map(cookie)),
  "cross-origin-resource-sharing": ({ headers }) =>
    headers["access-control-allow-origin"] !== undefined && headers["access-control-allow-credentials"] === "true" ? -50 : 0,
  redirection,
  "referrer-policy": referrerPolicy,
  "strict-transport-security": strictTransport,
  "subresource-integrity": scripts,
  "x-content-type-options": ({ headers }) => (headerOf(headers, "x-content-type-options") === "nosniff" ? 0 : -5),
  "x-frame-options": frameOptions,
  "cross-origin-resource-policy": ({ headers }) => {
    const policy = headerOf(headers, "cross-origin-resource-policy");
    if (policy === "same-origin" || policy === "same-site") return 10;
    return policy === undefined || policy === "cross-origin" ? 0 : -5;
  },
};

/** Grades a site. */
export function gradeOf(scan: Scan): Grade {
  const changes = Object.fromEntries(Object.entries(TESTS).map(([name, run]) => [name, run(scan)]));
  const all = Object.values(changes);
  const sum = (points: readonly number[]) => points.reduce((total, one) => total + one, 100);
  const without = sum(all.filter((one) => one < 0));
  const points = Math.max(0, without >= BONUS_FROM ? sum(all) : without);
  return { grade: GRADES.find(([from]) => points >= from)?.[1] ?? "F", points, changes };
}

type Policy = ReadonlyMap<string, ReadonlySet<string>>;

const BROAD = ["ftp:", "http:", "https:", "*", "http://*", "http://*.*", "https://*", "https://*.*"];
const INLINE = ["'unsafe-inline'", "data:"];

/** Of several policies each must allow a source, so for what one allows alone the strictest counts. */
function policiesOf({ headers, html }: Scan): { all: readonly Policy[]; fromHeaders: readonly Policy[] } {
  const fromHeaders = listOf(headers["content-security-policy"]).flatMap((value) => value.split(",").map(parsePolicy));
  const metas = [...html.matchAll(/<meta http-equiv="content-security-policy" content="([^"]*)"/gi)].map(([, value = ""]) =>
    parsePolicy(value.replaceAll("&#39;", "'")),
  );
  return { all: [...fromHeaders, ...metas], fromHeaders };
}

function parsePolicy(written: string): Policy {
  const policy = new Map<string, ReadonlySet<string>>();
  for (const directive of written.split(";")) {
    const [name = "", ...sources] = directive.trim().toLowerCase().split(/\s+/);
    if (name === "") continue;
    if (policy.has(name)) throw new Error(`${name} stands twice in a policy, which the Observatory takes for an invalid one.`);
    policy.set(name, new Set(sources.length === 0 && name.endsWith("-src") ? ["'none'"] : sources));
  }
  return policy;
}

function contentSecurityPolicy(scan: Scan): number {
  const { all } = policiesOf(scan);
  return all.length === 0 ? -25 : Math.max(...all.map((policy) => pointsOf(policy, scan.url)));
}

function pointsOf(policy: Policy, url: URL): number {
  const sources = (name: string) => policy.get(name) ?? policy.get("default-src") ?? new Set(["*"]);
  const holds = (name: string, words: readonly string[]) => words.some((word) => sources(name).has(word));
  const isInsecure = (source: string) => url.protocol === "https:" && /^(http|ftp):/.test(source);
  const passive = ["img-src", "media-src"];
  const active = [...policy].flatMap(([name, listed]) => (passive.includes(name) ? [] : [...listed]));
  if (holds("script-src", [...BROAD, ...INLINE]) || holds("object-src", BROAD)) return -20;
  if (active.some(isInsecure)) return -20;
  if (holds("script-src", ["'unsafe-eval'"]) || holds("style-src", ["'unsafe-eval'"])) return -10;
  if (passive.some((name) => [...sources(name)].some(isInsecure))) return -10;
  if (holds("style-src", [...BROAD, ...INLINE])) return 0;
  const standard = policy.get("default-src");
  return standard?.size === 1 && standard.has("'none'") ? 10 : 5;
}

/** Cookies for the session count most; which are some is told by their names, so here each counts for one. */
function cookie(written: string): number {
  const [isSecure, isHttpOnly] = [/;\s*secure/i.test(written), /;\s*httponly/i.test(written)];
  return isSecure ? (isHttpOnly ? 0 : -30) : -40;
}

function redirection({ route }: Scan): number {
  if (!route) return 0;
  const [first, second] = route;
  if (route.length < 2 || !first || !second) return -20;
  if (route.at(-1)?.protocol !== "https:") return -20;
  if (second.protocol === "http:") return -10;
  return first.hostname === second.hostname ? 0 : -5;
}

function referrerPolicy({ headers }: Scan): number {
  const policy = headerOf(headers, "referrer-policy")
    ?.split(",")
    .map((one) => one.trim())
    .at(-1);
  if (policy === undefined) return 0;
  return ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"].includes(policy) ? 5 : -5;
}

function strictTransport({ headers }: Scan): number {
  const age = /(?:^|;)\s*max-age=(\d+)/.exec(headerOf(headers, "strict-transport-security") ?? "")?.[1];
  if (age === undefined) return -20;
  return Number(age) >= 15_768_000 ? 0 : -10;
}

/** Scripts of the own host need no checksum, but have five points more with one. */
function scripts({ html, url }: Scan): number {
  const found = [...html.matchAll(/<script\b[^>]*\bsrc="([^"]*)"[^>]*>/gi)].map(([tag, source = ""]) => ({
    hasSum: /\bintegrity="/i.test(tag),
    isOwn: new URL(source, url).host === url.host && !source.startsWith("//"),
    isSecure: new URL(source, url).protocol === "https:" && !source.startsWith("//"),
  }));
  const others = found.filter(({ isOwn }) => !isOwn);
  if (others.some(({ hasSum, isSecure }) => !hasSum && !isSecure)) return -50;
  if (others.some(({ isSecure }) => !isSecure)) return -20;
  if (others.some(({ hasSum }) => !hasSum)) return -5;
  return others.length > 0 || found.some(({ hasSum }) => hasSum) ? 5 : 0;
}

function frameOptions(scan: Scan): number {
  const ancestors = policiesOf(scan).fromHeaders.flatMap((policy) => policy.get("frame-ancestors") ?? []);
  if (ancestors.some((sources) => !BROAD.some((word) => sources.has(word)))) return 5;
  return /^(deny|sameorigin|allow-from)/.test(headerOf(scan.headers, "x-frame-options") ?? "") ? 0 : -20;
}

function listOf(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function headerOf(headers: Scan["headers"], name: string): string | undefined {
  return listOf(headers[name]).at(-1)?.trim().toLowerCase();
}
