import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { outputFile } from "../../src/addresses.ts";
import { type ManifestEntry, parseManifest } from "../../src/build/manifest.ts";
import { publish } from "../../src/commands/publish.ts";
import { fileEnding } from "../../src/content/media.ts";
import { headersFor, isText, MEDIA_TYPES, STRICT_TRANSPORT } from "../../src/publishing/headers.ts";
import type { ServerRule } from "../../src/site/hosting/redirects.ts";
import { buildSoundly, call, copyContent, makeFolder, makeRelease } from "../fixture.ts";
import { hasProgram } from "./tools.ts";
import { type Answer, ask, startApache, startNginx, type WebServer } from "./web-servers.ts";

const NOW = "2026-11-23T12:00:00+01:00";
const MUSTERSTADT = "tests/fixtures/musterstadt";
const SETTINGS = readFileSync(join(import.meta.dirname, "../../", MUSTERSTADT, "site.yml"), "utf8");

/** Old addresses of every kind that sites had. */
const ALIASES = [
  "/presse/Über uns.html",
  "/presse/%FCber.html",
  "/presse/mit leer/",
  "/start.php?id=4711",
  "/start.php?id=4712&lang=de",
  "/start.php",
  "/preis$liste?art=$1",
  "/presse/%22zitat%22",
  "/presse/%7Bgeschweift%7D;",
  "/PRESSE/GROSS.HTML",
  "https://alt.example/presse/4711",
  "https://alt.example/index.php?id=1",
];

const SERVERS = {
  nginx: {
    package: "nginx-light",
    isThere: (context: TestContext) => hasProgram(context, "nginx", ["-v"], "nginx-light"),
    start: (archive: string) =>
      startNginx(
        archive,
        `server { listen 127.0.0.1:PORT ssl; server_name alt.example; CERTIFICATE include ${archive}/current/server/old-hosts/alt.example.conf; }`,
      ),
  },
  apache: {
    package: "apache2",
    isThere: (context: TestContext) => hasProgram(context, "apache2", ["-v"], "apache2"),
    start: (archive: string) =>
      startApache(
        archive,
        `<VirtualHost *:PORT>\nServerName alt.example\nCERTIFICATE\nInclude ${archive}/current/server/old-hosts/alt.example.conf\n</VirtualHost>\n`,
      ),
  },
} as const;

/** A town with all that a server may have to answer; the same pages for each server. */
function makeTown(prefix: string): (target: string) => string {
  const settings = SETTINGS.replace("https://musterstadt.example/", `https://musterstadt.example${prefix}/`);
  const content = copyContent(MUSTERSTADT, {
    "releases/2026/10/alte-adressen.md": makeRelease(
      {
        title: "Alte Adressen führen weiter",
        date: "2026-10-05",
        department: "presseamt",
        topics: "[]",
        aliases: `\n${ALIASES.map((alias) => `  - ${JSON.stringify(alias)}`).join("\n")}`,
      },
      "Wer eine alte Adresse aufruft, kommt hierher.\n",
    ),
  });
  return (target) => {
    const forgotten = ["{address: /2020/01/irrlaeufer/, reason: Doppelt angelegt}", "{address: /alte-seite, reason: Gibt es nicht mehr}"];
    writeFileSync(join(content, "site.yml"), `${settings}target: ${target}\nforgotten: [${forgotten.join(", ")}]\n`);
    return content;
  };
}

const towns = new Map<string, { contentFor: (target: string) => string; site: string }>();

/** Builds the town once for all servers, and publishes it to a folder for one. */
async function publishTown(
  target: string,
  prefix: string,
): Promise<{ archive: string; site: string; entries: ManifestEntry[]; rules: ServerRule[] }> {
  let town = towns.get(prefix);
  if (!town) {
    const contentFor = makeTown(prefix);
    town = { contentFor, site: (await buildSoundly(contentFor(target), { environment: { NOW } })).output };
    towns.set(prefix, town);
  }
  const { contentFor, site } = town;
  const archive = join(makeFolder(), "archiv");
  const { code, stderr } = await call(publish, ["--to", archive], { CONTENT: contentFor(target), OUTPUT: site, CACHE: makeFolder(), NOW });
  assert.equal(code, 0, stderr);
  const read = (path: string) => readFileSync(join(site, path), "utf8");
  const entries = parseManifest(read("daten/manifest.json"))?.entries ?? [];
  assert.ok(entries.length > 400);
  return { archive, site, entries, rules: JSON.parse(read("daten/weiterleitungen.json")) as ServerRule[] };
}

function assertHeaders({ headers }: Answer, expected: Readonly<Record<string, string>>, what: string): void {
  for (const [name, value] of Object.entries(expected)) assert.equal(headers[name.toLowerCase()], value, `${what}: ${name}`);
  if (!("Content-Security-Policy" in expected)) assert.equal(headers["content-security-policy"], undefined, what);
  if (!("Access-Control-Allow-Origin" in expected)) assert.equal(headers["access-control-allow-origin"], undefined, what);
}

for (const [name, server] of Object.entries(SERVERS)) {
  for (const prefix of ["", "/archiv"]) {
    describe(`${name} with the documented settings${prefix === "" ? "" : `, the archive below ${prefix}/`}`, () => {
      let web: WebServer | undefined;
      let town: Awaited<ReturnType<typeof publishTown>>;
      const strict = prefix === "" ? STRICT_TRANSPORT : {};
      before(async (context) => {
        if (!server.isThere(context as unknown as TestContext)) return;
        town = await publishTown(name, prefix);
        web = await server.start(town.archive);
      });
      after(() => web?.stop());
      const it = (rule: string, check: (port: { https: number }, running: WebServer) => Promise<void>) =>
        test(rule, async (context) => {
          if (!web) return context.skip(`Debian's package ${server.package} is not installed.`);
          await check({ https: web.https }, web);
        });

      it("answers every address with its file, type and headers", async (port) => {
        for (const { address, kind } of town.entries) {
          if (kind === "redirect") continue;
          const answer = await ask(port, encodeURI(prefix + address));
          assert.equal(answer.status, 200, address);
          assert.ok(answer.body.equals(readFileSync(join(town.site, outputFile(address)))), address);
          assertHeaders(answer, { ...headersFor(address), ...strict }, address);
          const ending = fileEnding(outputFile(address));
          const type = MEDIA_TYPES[ending];
          const told = answer.headers["content-type"]?.toLowerCase();
          // Bytes for a program alone (the index of the search) have no type of their own: servers say nothing, or just that.
          if (type === undefined) assert.ok(told === undefined || told === "application/octet-stream", `${address}: ${told}`);
          else assert.equal(told, `${type}${isText(ending) ? "; charset=utf-8" : ""}`, address);
        }
      });

      it("sends texts compressed to who takes it, and what is compressed unpacks to the same", async (port) => {
        const codings = { br: brotliDecompressSync, gzip: gunzipSync } as const;
        let compressed = 0;
        for (const { address, kind } of town.entries) {
          if (kind === "redirect") continue;
          const plain = readFileSync(join(town.site, outputFile(address)));
          for (const [coding, unpack] of Object.entries(codings)) {
            const { headers, body, status } = await ask(port, encodeURI(prefix + address), { "accept-encoding": coding });
            assert.equal(status, 200);
            if (plain.length < 512 || !isText(fileEnding(outputFile(address)))) {
              assert.equal(headers["content-encoding"], undefined, address);
              continue;
            }
            compressed++;
            assert.equal(headers["content-encoding"], coding, address);
            assert.match(headers.vary ?? "", /accept-encoding/i, address);
            assert.ok(unpack(body).equals(plain), address);
            const answer = await ask(port, encodeURI(prefix + address));
            assert.equal(headers["content-type"], answer.headers["content-type"], address);
            assertHeaders({ headers, body, status }, headersFor(address), address);
            break;
          }
        }
        assert.ok(compressed > 200);
        const both = await ask(port, `${prefix}/`, { "accept-encoding": "gzip, deflate, br" });
        assert.equal(both.headers["content-encoding"], "br");
      });

      it("answers what is asked for again with 304 and no body", async (port) => {
        for (const address of ["/", "/assets/style.css", "/feed.xml", "/2026/11/alte-lohebruecke-gesperrt/umleitungsplan.pdf"]) {
          const first = await ask(port, prefix + address, { "accept-encoding": "br" });
          const again = await ask(port, prefix + address, { "accept-encoding": "br", "if-none-match": first.headers.etag ?? "" });
          assert.deepEqual([again.status, again.body.length], [304, 0], address);
        }
      });

      it("leads every old address on for ever, also with a last slash more or less", async (port) => {
        const own = town.rules.filter(({ to, host }) => to !== undefined && host === undefined);
        assert.ok(own.length >= 15);
        const asked = new Set(own.map(({ from }) => from));
        for (const { from, to = "" } of own) {
          const ways = [from, from.endsWith("/") ? from.slice(0, -1) : /[.?]/.test(from) ? from : `${from}/`];
          for (const way of ways.filter((one) => one === from || !asked.has(one))) {
            const { status, headers } = await ask(port, prefix + way);
            assert.deepEqual([status, headers.location?.replace(/^https:\/\/localhost(:\d+)?/, "")], [301, prefix + to], way);
          }
        }
      });

      it("leads on from another host that the site had", async (port) => {
        const others = town.rules.filter(({ host }) => host === "alt.example");
        assert.equal(others.length, 2);
        for (const { from, to } of others) {
          const { status, headers } = await ask(port, from, { host: "alt.example" });
          assert.deepEqual([status, headers.location], [301, to], from);
        }
      });

      it("says of what it does not know that it is unknown (404), and of what was given up that it is gone (410), with the city's page", async (port) => {
        const page = readFileSync(join(town.site, "404.html"));
        const asked: [string, number][] = [
          ["/gibt-es-nicht/", 404],
          ["/2026/11/gibt-es-nicht/", 404],
          ["/start.php?id=9999x", 301],
          ["/2020/01/irrlaeufer/", 410],
          ["/2020/01/irrlaeufer", 410],
          ["/2020/01/irrlaeufer/bild.jpg", 410],
          ["/alte-seite", 410],
          ["/2021/06/badestelle-muehlteich/bild-480.webp", 410],
          ["/2021/06/badestelle-muehlteich/", 200],
        ];
        for (const [path, status] of asked) {
          const answer = await ask(port, prefix + path);
          assert.equal(answer.status, status, path);
          if (status < 400) continue;
          assert.ok(answer.body.equals(page), path);
          assertHeaders(answer, headersFor("/404.html"), path);
        }
      });

      it("shows no file of the server's, no folder and nothing outside", async (port) => {
        for (const path of [
          "/server/site.conf",
          "/../server/site.conf",
          "/files",
          "/info",
          "/%2e%2e/server/site.conf",
          "/..%2fserver/site.conf",
        ]) {
          const { status, body } = await ask(port, prefix + path);
          assert.ok(status === 404 || status === 400 || status === 403, `${path}: ${status}`);
          assert.doesNotMatch(body.toString("latin1"), /Von Stadtchronik gemacht|add_header/);
        }
        assert.equal((await ask(port, `${prefix}/assets/`)).status >= 403, true);
        const folder = await ask(port, `${prefix}/2026`);
        assert.deepEqual([folder.status, folder.headers.location?.replace(/^https?:\/\/[^/]+/, "")], [301, `${prefix}/2026/`]);
      });

      it("leads from http to https", async (_port, running) => {
        const { status, headers } = await ask({ http: running.http }, `${prefix}/2026/11/`);
        assert.deepEqual([status, headers.location], [301, `https://127.0.0.1:${running.https}${prefix}/2026/11/`]);
      });
    });
  }
}
