import { readFileSync } from "node:fs";
import { some } from "../publishing/built-site.ts";
import { type Verification, verifyAddress, verifyFolder } from "../publishing/verify.ts";
import { execute, executeIfMain } from "./call.ts";
import { defineCommand, WrongCall } from "./command.ts";

/** Verifies a copy of the site. */
export const command = defineCommand({
  name: "verify",
  summary: {
    de: "Prüft, ob eine Kopie der Website vollständig und unverändert ist",
    en: "Verifies that a copy of the site is whole and unchanged",
  },
  about: {
    de: `Vergleicht jede Datei mit daten/SHA256SUMS und prüft die Unterschrift, wo es eine gibt. Dasselbe geht ohne dieses Programm:
cd KOPIE && sha256sum -c daten/SHA256SUMS
openssl pkeyutl -verify -rawin -pubin -inkey SCHLÜSSEL.pem -in daten/SHA256SUMS -sigfile daten/SHA256SUMS.sig`,
    en: `Compares every file with daten/SHA256SUMS and checks the signature where there is one. The same works without this program:
cd COPY && sha256sum -c daten/SHA256SUMS
openssl pkeyutl -verify -rawin -pubin -inkey KEY.pem -in daten/SHA256SUMS -sigfile daten/SHA256SUMS.sig`,
  },
  argument: {
    name: { de: "ORT", en: "PLACE" },
    help: { de: "ein Ordner oder die Adresse einer Website", en: "a folder or the address of a site" },
    isNeeded: true,
  },
  options: {
    key: {
      value: { de: "DATEI", en: "FILE" },
      help: {
        de: "der öffentliche Schlüssel (PEM), dem Sie vertrauen; sonst gilt der, der bei der Website liegt",
        en: "the public key (PEM) that you trust; else the one that lies with the site counts",
      },
    },
  },
  exits: { de: "0 unverändert, 1 verändert oder nicht zu prüfen", en: "0 unchanged, 1 changed or not to be verified" },
  run: async ({ key }, _environment, place) => {
    const pem = key === undefined ? undefined : readKey(key);
    const found = /^https?:\/\//i.test(place) ? await verifyAddress(place, pem) : await verifyFolder(place, pem);
    const { lines, isSound } = describe(found, place);
    console[isSound ? "log" : "error"](lines.join("\n"));
    return isSound ? 0 : 1;
  },
});

/** Verifies a copy; answers with the exit code. */
export function verify(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<number> {
  return execute(command, args, environment);
}

function readKey(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch {
    throw new WrongCall(`--key ${file} ist nicht zu lesen.`);
  }
}

function describe({ files, changed, missing, strange, signature }: Verification, place: string): { lines: string[]; isSound: boolean } {
  const all = `${files.toLocaleString("de-DE")} ${files === 1 ? "Datei" : "Dateien"}`;
  const faults = [
    ...(changed.length > 0 ? [`Verändert: ${some(changed)}`] : []),
    ...(missing.length > 0 ? [`Es fehlt: ${some(missing)}`] : []),
    ...(strange.length > 0 ? [`Niemand kennt: ${some(strange)}`] : []),
  ];
  const signed = {
    right: signature.isTrusted
      ? "Die Unterschrift ist echt: Sie stammt von dem Schlüssel, den Sie angegeben haben."
      : "Die Unterschrift passt zu dem Schlüssel, der bei der Website liegt. Wem er gehört, müssen Sie anderswo erfahren (--key).",
    wrong: "Die Unterschrift ist falsch: Die Prüfsummen sind nicht die, die unterschrieben wurden, oder der Schlüssel ist ein anderer.",
    none: signature.isTrusted
      ? "Die Prüfsummen tragen keine Unterschrift."
      : "Die Prüfsummen tragen keine Unterschrift; sie zeigen Fehler, aber keine Fälschung.",
  }[signature.state];
  const isSigned = signature.state === "right" || (signature.state === "none" && !signature.isTrusted);
  const isSound = faults.length === 0 && isSigned;
  const head = faults.length === 0 ? `${place}: ${all}, alle unverändert.` : `${place}: Von ${all} stimmen nicht alle.`;
  return { lines: [head, ...faults, signed], isSound };
}

await executeIfMain(import.meta.filename, command);
