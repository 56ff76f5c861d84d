import { readSite } from "../archive/settings.ts";
import type { Loss } from "../build/lost-addresses.ts";
import type { ManifestEntry } from "../build/manifest.ts";
import { reportLost } from "../build/previous.ts";
import { listFiles } from "../content/files.ts";
import type { Site } from "../content/site.ts";
import type { Problem } from "../problems.ts";
import { runAfterPublish } from "../publishing/after-publish.ts";
import { LostAddresses, type Published, type PublishOrder } from "../publishing/delivery.ts";
import { nameOf, rollBack } from "../publishing/hosts/release-host.ts";
import { findGaps } from "../publishing/placeholders.ts";
import { readPlace } from "../publishing/places.ts";
import { isOwn, publish as publishSite } from "../publishing/publish.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";
import { reportProblems } from "./problem-kinds.ts";
import { readSettings, type Settings } from "./settings.ts";

/** How many releases stay on a host unless somebody says otherwise. */
const KEEP = "5";

/** Publishes the built site, or brings an earlier release back. */
export const command = defineCommand({
  name: "publish",
  summary: { de: "Veröffentlicht die fertigen Seiten aus _site/", en: "Publishes the finished pages in _site/" },
  about: {
    de: `Übertragen wird nur, was sich geändert hat. In einem Ordner und über SSH entsteht neben der sichtbaren eine neue Veröffentlichung
(releases/NUMMER), dann wird die Verknüpfung current umgelegt: Wird etwas unterbrochen, steht die alte Website da oder die neue, ganz.
Für GitHub Pages, GitLab Pages, Netlify und Cloudflare (target in site.yml) entsteht ein fertiger Ordner zum Übergeben.`,
    en: `Only what has changed travels. In a folder and by SSH a new release is made beside the one that is shown (releases/NUMBER),
then the link current is switched: whatever interrupts it, the old site is there or the new one, whole. For GitHub Pages, GitLab Pages,
Netlify and Cloudflare (target in site.yml) a finished folder is made, to hand over.`,
  },
  settings: ["content", "output", "cache"],
  options: {
    to: {
      value: { de: "ZIEL", en: "PLACE" },
      isNeeded: true,
      help: {
        de: "wohin: ORDNER, name@rechner:ORDNER (SSH) oder rclone:SPEICHER:ORDNER",
        en: "where to: FOLDER, user@host:FOLDER (SSH) or rclone:REMOTE:FOLDER",
      },
    },
    rollback: { help: { de: "bringt stattdessen die Veröffentlichung davor zurück", en: "brings the release before back instead" } },
    release: {
      value: { de: "NUMMER", en: "NUMBER" },
      help: { de: "mit --rollback: welche Veröffentlichung zurückkommt", en: "with --rollback: which release comes back" },
    },
    keep: {
      value: { de: "ZAHL", en: "COUNT" },
      default: KEEP,
      help: { de: `wie viele Veröffentlichungen am Ziel bleiben (sonst ${KEEP})`, en: `how many releases stay there (else ${KEEP})` },
    },
    overwrite: {
      help: {
        de: "überschreibt, was am Ziel von Hand geändert wurde, und eine andere Website",
        en: "overwrites what was changed there by hand, and another site",
      },
    },
  },
  exits: { de: "0 veröffentlicht, 1 nichts geändert", en: "0 published, 1 nothing changed" },
  run: async (given, environment) => {
    const settings = readSettings(environment);
    const place = readCallOf(() => readPlace(given.to));
    const keep = Number(given.keep);
    if (!Number.isInteger(keep) || keep < 1) throw new WrongCall(`--keep ${given.keep} ist keine Zahl von 1 an.`);
    const { site, problems } = siteOf(settings.content, settings.now);
    const order: PublishOrder = {
      site,
      output: settings.output,
      cache: settings.cache,
      place,
      ssh: words(environment.PUBLISH_SSH, ["ssh", "-o", "BatchMode=yes", "-o", "ServerAliveInterval=15"]),
      rclone: words(environment.PUBLISH_RCLONE, ["rclone"]),
      keep,
      overwrites: given.overwrite,
      clock: Date.now(),
      placeholders: site.demonstration === undefined ? findGaps(settings.content, problems) : [],
      excuse: (lost) => explain(lost, settings),
    };
    if (given.rollback || given.release !== undefined) return bringBack(order, given.release);
    try {
      const published = await publishSite(order);
      console.log(describe(published, given.to));
      return await tellOthers(site, published);
    } catch (thrown) {
      if (!(thrown instanceof LostAddresses)) throw thrown;
      console.error(reportLost(thrown.losses, given.to));
      return 1;
    }
  },
});

/** Leaves out the lost addresses whose loss the content explains. Only here texts are read, so only here their readers are loaded. */
async function explain(lost: readonly ManifestEntry[], { content, cache, now }: Settings): Promise<readonly Loss[]> {
  const [{ openReadings }, { cacheFor }, { fingerprintProgram }, { findLost }, { surveyContent }] = await Promise.all([
    import("../archive/cache/readings.ts"),
    import("../build/cache.ts"),
    import("../build/fingerprints.ts"),
    import("../build/lost-addresses.ts"),
    import("../build/survey.ts"),
  ]);
  const readings = openReadings(cacheFor(cache, "readings", content), fingerprintProgram(), Date.now());
  const { reading, pages } = await surveyContent({ folder: content, now, readings }, cache);
  return reading.archive ? findLost(lost, pages, reading.archive, reading) : [];
}

/** Publishes the built site; answers with the exit code. */
export function publish(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

function readCallOf<T>(read: () => T): T {
  try {
    return read();
  } catch (thrown) {
    throw new WrongCall((thrown as Error).message);
  }
}

function siteOf(content: string, now: number): { site: Site; problems: readonly Problem[] } {
  const { value, problems } = readSite(content, new Set(listFiles(content).files), now);
  if (!value) throw new Error(`${reportProblems(problems)}\nVeröffentlicht wurde nichts.`);
  return { site: value, problems };
}

/** A program with its options, as somebody wrote it in the environment; words in it hold no spaces. */
function words(written: string | undefined, standard: readonly string[]): readonly string[] {
  return written === undefined || written.trim() === "" ? standard : written.trim().split(/\s+/);
}

async function bringBack(order: PublishOrder, number: string | undefined): Promise<number> {
  const { place } = order;
  if (!isOwn(order) || place.kind === "rclone")
    throw new WrongCall("--rollback geht nur dort, wo frühere Veröffentlichungen liegen: in einem Ordner oder über SSH.");
  if (number !== undefined && !/^\d{1,6}$/.test(number)) throw new WrongCall(`--release ${number} ist keine Nummer.`);
  const at = { folder: place.folder, host: place.kind === "ssh" ? place.host : undefined, ssh: order.ssh };
  const { from, to } = await rollBack(at, number?.padStart(6, "0"));
  console.log(
    `${nameOf(at)} zeigt wieder die Veröffentlichung ${to} (davor ${from}).\n` +
      "Was seither zurückgezogen oder berichtigt wurde, ist damit wieder zu lesen wie zuvor. " +
      "Veröffentlichen Sie bald wieder den neuen Stand.",
  );
  return 0;
}

/** So many addresses of a kind are named. */
const LISTED_MAX = 10;

function describe(published: Published, to: string): string {
  const { number, added, changed, gone, isServerChanged, bytesSent, bytesReceived, repaired } = published;
  const list = (word: string, addresses: readonly string[]) => {
    if (addresses.length === 0) return [];
    const more = addresses.length > LISTED_MAX ? [`  … und ${addresses.length - LISTED_MAX} weitere`] : [];
    return [`${word}: ${addresses.length}`, ...addresses.slice(0, LISTED_MAX).map((address) => `  ${address}`), ...more];
  };
  const size = (bytes: number) => `${bytes.toLocaleString("de-DE")} Bytes`;
  const nothing = added.length + changed.length + gone.length === 0 ? ["Es hat sich nichts geändert."] : [];
  return [
    ...(repaired.length > 0 ? [`Aufgeräumt, was eine unterbrochene Veröffentlichung hinterließ: ${repaired.join(", ")}.`] : []),
    ...list("Neu", added),
    ...list("Geändert", changed),
    ...list("Fort", gone),
    ...nothing,
    ...(isServerChanged ? ["Auch die Dateien für den Webserver sind neu; nginx und Apache lesen sie, wenn sie neu geladen werden."] : []),
    `Übertragen: ${size(bytesSent)}${bytesReceived > 0 ? `, gelesen ${size(bytesReceived)}` : ""}.`,
    `Veröffentlicht: ${to}${number === undefined ? "" : `, Veröffentlichung ${number}`}.`,
  ].join("\n");
}

/** The site is published whatever becomes of the command; that it failed must be seen all the same. */
async function tellOthers({ afterPublish, url }: Site, published: Published): Promise<number> {
  const { added, changed, gone } = published;
  if (afterPublish === undefined || added.length + changed.length + gone.length === 0) return 0;
  const complaint = await runAfterPublish(afterPublish, published, url);
  if (complaint === undefined) return 0;
  console.error(`Die Website ist veröffentlicht, aber der Befehl afterPublish in site.yml ist gescheitert: ${complaint}`);
  return 1;
}

await executeIfMain(import.meta.filename, command);
