import { brotliCompressSync } from "node:zlib";
import type { Browser } from "playwright-core";
import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand, type Option, WrongCall } from "../../src/commands/command.ts";
import { openBrowser } from "./browser.ts";
import { KINDS, type Kind, openTowns, type Towns } from "./kinds.ts";

/** What a page may weigh, in KB. */
const BUDGETS = { html: 30, css: 15, fonts: 70 };
const LABELS = { html: "HTML", css: "CSS", fonts: "Schriften" };

type Measure = keyof typeof BUDGETS;

/** What loading a page took: bytes as brotli, requests, other hosts that were asked, and what is said only with JavaScript. */
interface Load extends Record<Measure | "script", number> {
  requests: number;
  otherHosts: readonly string[];
  missing: readonly string[];
}

const PARTS: Readonly<Record<string, Measure | "script">> = { document: "html", stylesheet: "css", font: "fonts", script: "script" };

async function measure(browser: Browser, towns: Towns, kind: Kind): Promise<Load> {
  const bytes = { html: 0, css: 0, fonts: 0, script: 0 };
  const hosts = new Set<string>();
  const lines: string[][] = [];
  let requests = 0;
  for (const javaScriptEnabled of [true, false]) {
    // A context of its own has an empty cache.
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    if (javaScriptEnabled) {
      page.on("request", (request) => {
        requests++;
        hosts.add(new URL(request.url()).origin);
      });
      page.on("requestfinished", async (request) => {
        const part = PARTS[request.resourceType()];
        const body = part && (await request.response().then((response) => response?.body()));
        // Fonts are compressed in themselves (WOFF2).
        if (part && body) bytes[part] += part === "fonts" ? body.length : brotliCompressSync(body).length;
      });
    }
    await towns.open(page, kind);
    await page.waitForLoadState("networkidle");
    lines.push((await page.locator("body").innerText()).split("\n"));
    if (javaScriptEnabled) {
      // A button comes with the script that it starts.
      const buttons = await page.locator("button, [role=status]").allInnerTexts();
      lines[0] = lines[0]?.filter((line) => !buttons.includes(line.trim())) ?? [];
    }
    await context.close();
  }
  const [withScripts = [], without = []] = lines;
  hosts.delete(towns.origin(kind.town));
  return { ...bytes, requests, otherHosts: [...hosts], missing: withScripts.filter((line) => !without.includes(line)) };
}

const kilobytes = (bytes: number) => (bytes / 1000).toLocaleString("de", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

/** Everything a page says of itself stands in its one line, so that it can be heard as well as read. */
function describe(name: string, load: Load, budgets: typeof BUDGETS): string {
  const parts = (Object.keys(BUDGETS) as Measure[]).map(
    (part) => `${LABELS[part]} ${kilobytes(load[part]).padStart(4)} von ${budgets[part]} KB`,
  );
  const hosts = load.otherHosts.length === 0 ? "kein anderer Host" : `andere Hosts: ${load.otherHosts.join(" ")}`;
  const complete = load.missing.length === 0 ? "ohne JavaScript vollständig" : "ohne JavaScript unvollständig";
  return `${name.padEnd(30)} ${parts.join(", ")}, Skript ${kilobytes(load.script)} KB, ${String(load.requests).padStart(2)} Anfragen, ${hosts}, ${complete}`;
}

/** What is too much, with the page and the excess. */
function excesses(name: string, { town, address }: Kind, load: Load, budgets: typeof BUDGETS): string[] {
  const page = `${name} (${town} ${address})`;
  return [
    ...(Object.keys(BUDGETS) as Measure[]).flatMap((part) =>
      load[part] > budgets[part] * 1000
        ? [
            `${page}: ${LABELS[part]} ${kilobytes(load[part])} KB, das sind ${kilobytes(load[part] - budgets[part] * 1000)} KB über dem Budget von ${budgets[part]} KB.`,
          ]
        : [],
    ),
    ...load.otherHosts.map((host) => `${page}: fragt ${host} an.`),
    ...(load.missing.length > 0 ? [`${page}: Ohne JavaScript fehlt: ${load.missing.join(" / ").slice(0, 300)}`] : []),
  ];
}

/** Measures what loading each kind of page takes, and holds it against the budget. */
export const command = defineCommand({
  name: "budget",
  summary: {
    de: "Misst an jeder Art Seite, was beim Laden übertragen wird, und scheitert über dem Budget",
    en: "Measures what loading each kind of page transfers, and fails past the budget",
  },
  about: {
    de: `Baut Musterstadt und die Vorführung und lädt von jeder Art Seite eine im Browser (brotli, 1 KB = 1000 Byte, ohne Bilder).
Es scheitert auch bei Anfragen an andere Hosts, oder wenn ohne JavaScript etwas fehlt.`,
    en: `Builds Musterstadt and the demonstration and loads a page of each kind in a browser (brotli, 1 KB = 1000 bytes, no pictures).
It also fails on requests to other hosts, and where something is missing without JavaScript.`,
  },
  options: {
    kinds: {
      value: { de: "NAMEN", en: "NAMES" },
      default: Object.keys(KINDS).join(),
      help: { de: `nur diese Arten Seiten: ${kindNames()}`, en: `only these kinds of pages: ${kindNames()}` },
    },
    html: budgetOption("html"),
    css: budgetOption("css"),
    fonts: budgetOption("fonts"),
  },
  exits: { de: "0 alle im Budget, 1 nicht alle", en: "0 all within the budget, 1 not all" },
  run: async (given) => {
    const budgets = { html: Number(given.html), css: Number(given.css), fonts: Number(given.fonts) };
    const wrong = (Object.keys(BUDGETS) as Measure[]).find((part) => Number.isNaN(budgets[part]));
    if (wrong) throw new WrongCall(`--${wrong} ${given[wrong]}: Nötig ist eine Zahl.`);
    const names = given.kinds.split(",");
    const unknown = names.find((name) => !Object.hasOwn(KINDS, name));
    if (unknown !== undefined) throw new WrongCall(`--kinds ${unknown} gibt es nicht. Möglich sind ${kindNames()}.`);
    return measureAll(
      Object.entries(KINDS).filter(([name]) => names.includes(name)),
      budgets,
    );
  },
});

function budgetOption(part: Measure) {
  return {
    value: "KB",
    default: String(BUDGETS[part]),
    help: { de: `ein anderes Budget (sonst ${BUDGETS[part]})`, en: `another budget (else ${BUDGETS[part]})` },
  } as const satisfies Option;
}

function kindNames(): string {
  return Object.keys(KINDS).join(", ");
}

async function measureAll(kinds: readonly (readonly [string, Kind])[], budgets: typeof BUDGETS): Promise<number> {
  const browser = await openBrowser();
  if (!browser) {
    console.error("Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.");
    return 2;
  }
  const towns = await openTowns([...new Set(kinds.map(([, { town }]) => town))]);
  const over: string[] = [];
  for (const [name, kind] of kinds) {
    const load = await measure(browser, towns, kind);
    console.log(describe(name, load, budgets));
    over.push(...excesses(name, kind, load, budgets));
  }
  await browser.close();
  towns.close();
  console.log(
    over.length === 0 ? `\n${kinds.length} Arten von Seiten, alle im Budget.` : `\nZu viel:\n${over.map((line) => `  ${line}`).join("\n")}`,
  );
  return over.length === 0 ? 0 : 1;
}

await executeIfMain(import.meta.filename, command);
