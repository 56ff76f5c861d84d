import { rmSync } from "node:fs";
import { join } from "node:path";
import type { Migrated } from "../desk/city/migrations.ts";
import { fetchSoftware, runNode } from "../desk/city/npm.ts";
import { dependencyOn } from "../desk/city/starter.ts";
import {
  applyUpgrade,
  dependencyIn,
  describeLayouts,
  describeMigration,
  migrateFolder,
  prepareUpgrade,
  type SiteChange,
  type Upgrade,
  writeTexts,
} from "../desk/city/upgrade.ts";
import { readPackage, SOFTWARE } from "../software.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { isAgreed } from "./questions.ts";
import { readSettings } from "./settings.ts";

/** Brings a city to a newer version of the software. */
export const command = defineCommand({
  name: "upgrade",
  summary: { de: "Geht zu einer neueren Fassung der Software", en: "Goes to a newer version of the software" },
  about: {
    de: `Baut das Archiv mit der jetzigen und mit der neuen Fassung, vergleicht alle Adressen und zeigt, was sich in Ihren Inhalten und
auf den Seiten ändert. Erst dann wird gefragt; ginge eine veröffentlichte Adresse verloren, bleibt alles, wie es ist.`,
    en: `Builds the archive with the present and the newer version, compares all addresses and shows what changes in your content and
on the pages. Only then it asks; if a published address would be lost, everything stays as it is.`,
  },
  settings: ["content", "cache", "now"],
  options: {
    to: {
      value: { de: "DATEI|FASSUNG", en: "FILE|VERSION" },
      help: {
        de: "wohin: eine gepackte Datei oder eine Fassung wie 0.3.0; sonst die neueste",
        en: "where to: a packed file or a version such as 0.3.0; else the newest",
      },
    },
    yes: { help: { de: "übernimmt es, ohne zu fragen", en: "does it without asking" } },
    from: {
      value: { de: "ORDNER", en: "FOLDER" },
      help: {
        de: "die jetzige Software; so ruft die jetzige Fassung die neue auf",
        en: "the present software; this is how the present version calls the newer one",
      },
    },
  },
  exits: { de: "0 übernommen oder nichts zu tun, 1 nichts geändert", en: "0 done or nothing to do, 1 nothing changed" },
  run: async ({ to, yes, from }, environment) => {
    const present = dependencyIn("");
    if (present === undefined)
      throw new WrongCall("Hier liegt kein Archiv einer Stadt: In package.json steht stadtchronik nicht unter dependencies.");
    const { content, cache, now } = readSettings(environment);
    if (from === undefined) {
      const migrated = migrateFolder(content);
      // Somebody has installed the newer version already, as programs do that keep dependencies up to date.
      return migrated.steps.length > 0
        ? catchUp(content, migrated, yes)
        : handOver({ present, to, yes }, join(cache, "upgrade/software"), environment);
    }
    const order = {
      before: from,
      city: process.cwd(),
      content,
      work: join(cache, "upgrade"),
      environment: { ...environment, NOW: new Date(now).toISOString() },
    };
    if (to === undefined && readPackage(from).version === readPackage().version) {
      console.log(`Stadtchronik ${readPackage().version} ist die neueste Fassung. Es ist nichts zu tun.`);
      return 0;
    }
    const upgrade = await prepareUpgrade(order);
    console.log(describe(upgrade, content));
    if (!yes && !(await isAgreed("Übernehmen?"))) {
      console.log(`Es wurde nichts geändert. Beide Fassungen der Seiten liegen zum Ansehen in ${order.work} (before und after).`);
      return 0;
    }
    const dependency = dependencyOn(to ?? readPackage().version);
    if (!dependency) throw new WrongCall(`--to ${to}: Das ist weder eine Datei noch eine bestimmte Fassung wie 0.3.0.`);
    await applyUpgrade(order, upgrade, dependency);
    console.log(`Jetzt gilt Stadtchronik ${upgrade.to}. Sehen Sie sich das Archiv an (npm start), und legen Sie die Änderung ab.`);
    return 0;
  },
});

/** Brings content to the version that is installed already. */
async function catchUp(content: string, migrated: Migrated, yes: boolean): Promise<number> {
  console.log([`Stadtchronik ${readPackage().version} ist schon eingerichtet.`, ...describeContent(content, migrated)].join("\n\n"));
  if (!yes && !(await isAgreed("Übernehmen?"))) {
    console.log("Es wurde nichts geändert.");
    return 0;
  }
  writeTexts(content, migrated);
  console.log("Die Inhalte sind auf dem neuen Stand; npm run build vergleicht die Adressen.");
  return 0;
}

/** What the present version tells the newer one: its entry in `package.json`, and what it was called with. */
interface HandOver {
  present: string;
  to: string | undefined;
  yes: boolean;
}

/** The version that is gone to knows best how: it is fetched, and does the rest. */
async function handOver({ present, to, yes }: HandOver, folder: string, environment: NodeJS.ProcessEnv): Promise<number> {
  if (to === undefined && !/^\d/.test(present))
    throw new WrongCall(`Die Software kommt aus „${present}“; welche die neueste ist, weiß npm dann nicht. Schreiben Sie --to DATEI.`);
  const dependency = to === undefined ? undefined : dependencyOn(to);
  if (to !== undefined && !dependency) throw new WrongCall(`--to ${to}: Das ist weder eine Datei noch eine bestimmte Fassung wie 0.3.0.`);
  const spec = dependency?.file ?? (dependency ? specOf(dependency.spec) : "stadtchronik@latest");
  try {
    const software = await fetchSoftware(spec, folder, environment);
    const args = ["upgrade", "--from", SOFTWARE, ...(to === undefined ? [] : ["--to", to]), ...(yes ? ["--yes"] : [])];
    return (await runNode([join(software, "bin/stadtchronik.js"), ...args], process.cwd(), environment, true)).code;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A version is one of this package; anything else says itself what it is. */
function specOf(spec: string): string {
  return /^\d/.test(spec) ? `stadtchronik@${spec}` : spec;
}

function describe({ from, to, tasks, migrated, layouts, pages }: Upgrade, content: string): string {
  const blocks = [from === to ? `Stadtchronik ${to} gilt schon.` : `Von Stadtchronik ${from} nach ${to}.`];
  if (tasks.length > 0) blocks.push(`Zu tun ist:\n${tasks.join("\n")}`);
  blocks.push(...describeContent(content, migrated));
  blocks.push(...describeLayouts(layouts));
  blocks.push(describePages(pages));
  return blocks.join("\n\n");
}

function describeContent(content: string, migrated: Migrated): string[] {
  const steps = migrated.steps.map(({ to, about }) => `Die Inhalte kommen auf den Stand ${to}: ${about}`);
  const files = migrated.texts.size;
  if (files === 0) return [...steps, "In Ihren Inhalten ändert sich nichts."];
  return [...steps, `${files === 1 ? "In einer Datei" : `In ${files} Dateien`} ändert sich:\n${describeMigration(content, migrated)}`];
}

/** So many addresses of a kind are named. */
const NAMED_MAX = 10;

function describePages({ same, changed, added, gone }: SiteChange): string {
  const list = (what: string, entries: readonly { address: string }[]) => {
    if (entries.length === 0) return [];
    const named = entries.slice(0, NAMED_MAX).map(({ address }) => `    ${address}`);
    const more = entries.length > NAMED_MAX ? [`    … und ${entries.length - NAMED_MAX} weitere`] : [];
    return [`  ${entries.length} ${what}:`, ...named, ...more];
  };
  return [
    `Alle veröffentlichten Adressen bleiben. Gleich bleiben ${same} Dateien.`,
    ...list("ändern sich", changed),
    ...list("kommen dazu", added),
    ...list("fallen weg (keine davon ist eine bleibende Adresse)", gone),
  ].join("\n");
}
