import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { appendFileSync, cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { verify } from "../../src/commands/verify.ts";
import { serve } from "../browser/browser.ts";
import { build, buildSoundly, call, makeContent, makeFolder, makeRelease, PROBE } from "../fixture.ts";

const has = (program: string) => spawnSync(program, ["--version"], { stdio: "ignore" }).error === undefined;

describe("a copy of the site", () => {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const pem = privateKey.export({ type: "pkcs8", format: "pem" }).toString();
  const folder = makeFolder();
  const trusted = join(folder, "key.pem");
  const other = join(folder, "other.pem");
  let site: string;
  before(async () => {
    writeFileSync(trusted, publicKey.export({ type: "spki", format: "pem" }));
    writeFileSync(other, generateKeyPairSync("ed25519").publicKey.export({ type: "spki", format: "pem" }));
    const content = makeContent({ [PROBE]: makeRelease({ aliases: "[/alt/eins.html, /alt/Straße]" }) });
    site = (await buildSoundly(content, { environment: { SIGNING_KEY: pem } })).output;
  });
  const copy = () => {
    const target = join(makeFolder(), "copy");
    cpSync(site, target, { recursive: true });
    return target;
  };

  test("is verified by sha256sum and openssl alone, as the help says", (context) => {
    if (!has("sha256sum") || !has("openssl")) return context.skip("sha256sum or openssl is not installed");
    assert.equal(execFileSync("sha256sum", ["-c", "--quiet", "daten/SHA256SUMS"], { cwd: site, encoding: "utf8" }), "");
    const args = [
      "pkeyutl",
      "-verify",
      "-rawin",
      "-pubin",
      "-inkey",
      trusted,
      "-in",
      "daten/SHA256SUMS",
      "-sigfile",
      "daten/SHA256SUMS.sig",
    ];
    assert.match(execFileSync("openssl", args, { cwd: site, encoding: "utf8" }), /Verified Successfully/i);
    const forged = copy();
    appendFileSync(join(forged, "daten/SHA256SUMS"), "\n");
    assert.notEqual(spawnSync("openssl", args, { cwd: forged }).status, 0);
  });

  test("that is unchanged is said to be, and whose signature it bears", async () => {
    const { code, stdout } = await call(verify, [site, "--key", trusted]);
    assert.equal(code, 0);
    assert.match(stdout, /\d+ Dateien, alle unverändert\.\nDie Unterschrift ist echt/);
    assert.match((await call(verify, [site])).stdout, /passt zu dem Schlüssel, der bei der Website liegt\. Wem er gehört/);
  });

  const spoilt: [what: string, spoil: (folder: string) => void, said: RegExp, args?: string[]][] = [
    [
      "one changed byte",
      (target) => {
        const bytes = readFileSync(join(target, "2024/05/probe/index.html"));
        bytes[500] = (bytes[500] ?? 0) ^ 1;
        writeFileSync(join(target, "2024/05/probe/index.html"), bytes);
      },
      /Verändert: 2024\/05\/probe\/index\.html/,
    ],
    ["a missing file", (target) => rmSync(join(target, "feed.xml")), /Es fehlt: feed\.xml/],
    ["a file more", (target) => writeFileSync(join(target, "neu.html"), "x"), /Niemand kennt: neu\.html/],
    [
      "a compressed file that unpacks to something else",
      (target) => writeFileSync(join(target, "index.html.br"), "x"),
      /Verändert: index\.html\.br/,
    ],
    [
      "checksums that were changed with a file",
      (target) => {
        writeFileSync(join(target, "robots.txt"), "User-agent: *\nDisallow: /\n");
        const [sum] = execFileSync("sha256sum", [join(target, "robots.txt")], { encoding: "utf8" }).split(" ");
        const sums = readFileSync(join(target, "daten/SHA256SUMS"), "utf8");
        writeFileSync(join(target, "daten/SHA256SUMS"), sums.replace(/^[0-9a-f]+(?= {2}robots\.txt$)/m, sum ?? ""));
      },
      /Die Unterschrift ist falsch/,
    ],
    [
      "a signature that was taken away",
      (target) => rmSync(join(target, "daten/SHA256SUMS.sig")),
      /tragen keine Unterschrift/,
      ["--key", trusted],
    ],
    ["the signature of somebody else", () => {}, /Die Unterschrift ist falsch/, ["--key", other]],
    [
      "checksums that lead out of the folder",
      (target) => appendFileSync(join(target, "daten/SHA256SUMS"), `${"0".repeat(64)}  ../../etc/passwd\n`),
      /sind beschädigt/,
    ],
  ];
  for (const [what, spoil, said, args = []] of spoilt)
    test(`${what} is found`, async () => {
      const target = copy();
      spoil(target);
      const { code, stdout, stderr } = await call(verify, [target, ...args]);
      assert.equal(code, 1, stdout);
      assert.match(stderr, said);
    });

  test("on a server is verified by asking for each file", async () => {
    const target = copy();
    const server = await serve(target);
    try {
      assert.match((await call(verify, [server.url, "--key", trusted])).stdout, /alle unverändert\.\nDie Unterschrift ist echt/);
      appendFileSync(join(target, "assets/style.css"), " ");
      assert.match((await call(verify, [`${server.url}/`])).stderr, /Verändert: assets\/style\.css/);
    } finally {
      server.close();
    }
    assert.match((await call(verify, ["http://127.0.0.1:9/"])).stderr, /antwortet nicht/);
  });

  test("is not built where the key is none, and the key is in no message", async () => {
    for (const key of [
      "kein Schlüssel",
      pem.replace(/[A-Za-z0-9+/=]{20,}/, "AAAA"),
      generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    ]) {
      const { code, stderr } = await build(makeContent(), { environment: { SIGNING_KEY: key } });
      assert.equal(code, 1);
      assert.match(stderr, /SIGNING_KEY .*openssl genpkey -algorithm ed25519/);
      assert.ok(!stderr.includes(key.slice(40, 80)) || key.length < 60);
    }
  });
});
