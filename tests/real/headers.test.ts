import assert from "node:assert/strict";
import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import { publish } from "../../src/commands/publish.ts";
import { KINDS } from "../browser/kinds.ts";
import { browser, NO_BROWSER } from "../browser/opened.ts";
import { buildTown, call, copyContent, makeFolder, TOWN_NOW, TOWNS } from "../fixture.ts";
import { gradeOf, type Scan } from "./observatory.ts";
import { hasProgram } from "./tools.ts";
import { ask, startNginx, type WebServer } from "./web-servers.ts";

describe("Musterstadt on nginx with the documented settings", () => {
  let web: WebServer | undefined;
  before(async (context) => {
    if (!hasProgram(context as unknown as TestContext, "nginx", ["-v"], "nginx-light")) return;
    const { output } = await buildTown("musterstadt");
    const archive = join(makeFolder(), "archiv");
    const content = copyContent(TOWNS.musterstadt);
    appendFileSync(join(content, "site.yml"), "target: nginx\n");
    const environment = { CONTENT: content, OUTPUT: output, CACHE: makeFolder(), NOW: TOWN_NOW };
    const { code, stderr } = await call(publish, ["--to", archive], environment);
    assert.equal(code, 0, stderr);
    web = await startNginx(archive);
  });
  after(() => web?.stop());
  const it = (rule: string, check: (running: WebServer, context: TestContext) => Promise<void>) =>
    test(rule, async (context) => {
      if (!web) return context.skip("Debian's package nginx-light is not installed.");
      await check(web, context);
    });

  /** Opens a page in a browser of its own, and notes whatever it reports, complains of, or fails to load. */
  async function openPage(origin: string): Promise<{ page: Page; complaints: string[] } | undefined> {
    const context = await browser?.newContext({ ignoreHTTPSErrors: true });
    if (!context) return undefined;
    const page = await context.newPage();
    const complaints: string[] = [];
    await page.exposeFunction("complain", (said: string) => complaints.push(said));
    await page.addInitScript(
      `addEventListener("securitypolicyviolation", (event) => complain("CSP: " + event.violatedDirective + " " + event.blockedURI));`,
    );
    page.on("pageerror", (thrown) => complaints.push(String(thrown)));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
    });
    page.on("requestfailed", (request) => complaints.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
    page.on("request", (request) => {
      if (!request.url().startsWith(origin)) complaints.push(`another host: ${request.url()}`);
    });
    return { page, complaints };
  }

  it("each kind of page, and the search in use, go without a report of the policy or a word in the console", async ({ https }, context) => {
    const origin = `https://localhost:${https}`;
    const opened = await openPage(origin);
    if (!opened) return context.skip(NO_BROWSER);
    const { page, complaints } = opened;
    const walked = Object.values(KINDS).filter(({ town }) => town === "musterstadt");
    assert.ok(walked.length > 30);
    for (const { address } of walked) {
      // What still loads when the next page is opened would be told as failed.
      const response = await page.goto(origin + address, { waitUntil: "networkidle" });
      assert.equal(response?.status(), 200, address);
      if (address.includes("?q=")) await page.locator(".search-status", { hasText: /gefunden|found/ }).waitFor();
      assert.equal(complaints.join("\n"), "", address);
    }
    await page.goto(`${origin}/suche/`, { waitUntil: "networkidle" });
    await page.getByRole("searchbox", { name: "Suche im Archiv" }).fill("Lohebrücke");
    await page.keyboard.press("Enter");
    await page.locator(".search-status", { hasText: "gefunden" }).waitFor();
    await page.locator(".search-results a").first().click();
    await page.waitForURL(/\/20\d\d\//, { waitUntil: "networkidle" });
    assert.equal(complaints.join("\n"), "");
    const lost = await page.goto(`${origin}/gibt-es-nicht/`, { waitUntil: "load" });
    assert.equal(lost?.status(), 404);
    // The browser itself tells of the status; the page is the city's, and looks as it should.
    assert.deepEqual(
      complaints.filter((said) => !said.includes("status of 404")),
      [],
    );
    await page.context().close();
  });

  it("what the policy forbids would be seen", async ({ https }, context) => {
    const origin = `https://localhost:${https}`;
    const opened = await openPage(origin);
    if (!opened) return context.skip(NO_BROWSER);
    const { page, complaints } = opened;
    await page.goto(origin);
    await page.evaluate(`document.body.append(Object.assign(document.createElement("script"), { textContent: "1" }))`);
    await page.evaluate(`document.body.append(Object.assign(new Image(), { src: "https://anderswo.example/x.png" }))`);
    for (let tries = 0; tries < 100 && !complaints.join().includes("img-src"); tries++) await page.waitForTimeout(20);
    assert.match(complaints.join("\n"), /CSP: script-src/);
    assert.match(complaints.join("\n"), /violates .*img-src/);
    await page.context().close();
  });

  /** What Mozilla's Observatory sees of the site. */
  async function scan({ http, https }: WebServer): Promise<Scan> {
    const { headers, body } = await ask({ https }, "/");
    const first = new URL(`http://127.0.0.1:${http}/`);
    const { headers: plain } = await ask({ http }, "/");
    const route = plain.location === undefined ? [first] : [first, new URL(plain.location, first)];
    return { url: new URL(`https://127.0.0.1:${https}/`), headers, html: body.toString("utf8"), route };
  }

  it("has the grade A+ by the rules of Mozilla's Observatory", async (running) => {
    const { grade, points, changes } = gradeOf(await scan(running));
    console.log(`Observatory: ${grade}, ${points} points (${Object.entries(changes).map(([name, change]) => `${name} ${change}`)})`);
    assert.deepEqual([grade, Object.values(changes).filter((change) => change < 0)], ["A+", []]);
    assert.ok(points >= 125, `${points}`);
  });

  it("would not have it with a broken header", async (running) => {
    const sound = await scan(running);
    const without = (name: string) => ({ ...sound, headers: { ...sound.headers, [name]: undefined } });
    const instead = (name: string, value: string) => ({ ...sound, headers: { ...sound.headers, [name]: value }, html: "" });
    const none = { ...without("content-security-policy"), html: "" };
    const cases: [string, Scan, number][] = [
      ["no policy", none, 55],
      ["scripts within the markup", instead("content-security-policy", "default-src 'none'; script-src 'unsafe-inline'"), 60],
      ["no limit for scripts", instead("content-security-policy", "frame-ancestors 'none'"), 80],
      ["eval", instead("content-security-policy", "default-src 'none'; script-src 'self' 'unsafe-eval'; frame-ancestors 'none'"), 110],
      ["no HSTS", without("strict-transport-security"), 80],
      ["HSTS for a day", instead("strict-transport-security", "max-age=86400"), 120],
      ["no frame-ancestors", instead("content-security-policy", "default-src 'none'"), 80],
      ["no nosniff", without("x-content-type-options"), 125],
      ["a referrer that tells all", instead("referrer-policy", "unsafe-url"), 120],
      ["no redirect to https", { ...sound, route: sound.route?.slice(0, 1) }, 80],
      ["a script of another host", { ...sound, html: '<script src="https://anderswo.example/x.js"></script>' }, 125],
      ["a cookie that is open to all", { ...sound, headers: { ...sound.headers, "set-cookie": ["id=1"] } }, 60],
    ];
    for (const [what, broken, expected] of cases) {
      const { points, grade } = gradeOf(broken);
      assert.equal(points, expected, what);
      assert.equal(grade === "A+", points >= 100, what);
    }
  });
});
