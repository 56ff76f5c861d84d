import { join } from "node:path";
import { z } from "zod";
import { ACCESSIBILITY_SLUG, type Language } from "../addresses.ts";
import { readContent } from "../content/files.ts";
import { readYaml } from "../content/front-matter.ts";
import { findSamples } from "../content/placeholders.ts";
import { toRegister, unreadRegister } from "../content/register-reading.ts";
import type { RegisterName } from "../content/register-schema.ts";
import { REGISTER_SCHEMAS } from "../content/register-schema.ts";
import { EMPTY_REGISTERS, type Registers } from "../content/registers.ts";
import { type Site, toSite } from "../content/site.ts";
import { siteSchema } from "../content/site-schema.ts";
import { toWords } from "../content/words.ts";
import type { Data, Result } from "../content/yaml.ts";
import type { Locate } from "../content/yaml-positions.ts";
import { mainLanguage } from "../languages.ts";
import type { MessageCatalog, Phrases } from "../messages.ts";
import { error, FILE_START, hint, type Problem } from "../problems.ts";
import type { SortedFiles } from "./folder.ts";
import { checkForm } from "./form-check.ts";

/** Registers grow with the years; this bounds what a hostile one can cost. */
const REGISTER_BYTES_MAX = 10_000_000;

/** Reads `site.yml`; without it there is no archive. `now` (ms) tells whether the accessibility statement is due for review. */
export function readSite(folder: string, present: ReadonlySet<string>, now: number): Result<Site> {
  const path = join(folder, "site.yml");
  if (!present.has("site.yml")) {
    const remedy = "Legen Sie site.yml an (stadtchronik create schreibt eine in einen neuen Ordner), oder prüfen Sie, ob CONTENT stimmt.";
    return { value: undefined, problems: [error("settings-missing", path, FILE_START, "Die Einstellungen fehlen.", remedy)] };
  }
  return readWhole(path, (data, where, locate) => {
    const made = toSite(data, where, locate, present);
    const missing = (made.value?.navigation ?? []).flatMap((slug, index) =>
      present.has(`pages/${slug}.md`) || (slug === ACCESSIBILITY_SLUG && made.value?.accessibility)
        ? []
        : [
            error(
              "navigation-without-page",
              where,
              locate(["navigation", index]),
              `Die Seite „${slug}“ gibt es nicht.`,
              `Legen Sie pages/${slug}.md an, oder streichen Sie sie unter navigation.`,
            ),
          ],
    );
    return {
      value: made.value,
      problems: [
        ...made.problems,
        ...missing,
        ...(made.value ? checkStatement(made.value, where, locate, present, now) : []),
        ...(made.value?.demonstration === undefined ? findSamples(siteSchema, data, where, locate) : []),
        ...(made.value ? checkForm(made.value, where, locate) : []),
        ...(made.value ? checkSecurity(made.value, where, locate, now) : []),
        ...unusedAssets(folder, present, data),
      ],
    };
  });
}

const YEAR = 366 * 86_400_000;

/**
 * A statement stands once, is looked at once a year, and names who enforces it (Implementing Decision (EU) 2018/1523; Directive (EU)
 * 2016/2102, article 7).
 */
function checkStatement(
  { accessibility, demonstration }: Site,
  path: string,
  locate: Locate,
  present: ReadonlySet<string>,
  now: number,
): Problem[] {
  if (!accessibility) return [];
  // Where it stands is looked for only where there is something to say.
  const at = () => locate(["accessibility"]);
  const problems: Problem[] = [];
  const written = ["", ".en"].map((language) => `pages/${ACCESSIBILITY_SLUG}${language}.md`).filter((file) => present.has(file));
  for (const file of written) {
    problems.push(
      error(
        "statement-twice",
        path,
        at(),
        `Die Erklärung zur Barrierefreiheit gibt es zweimal: hier unter accessibility und in ${file}.`,
        `Löschen Sie ${file}, oder streichen Sie hier accessibility.`,
      ),
    );
  }
  const last = accessibility.reviewed ?? accessibility.prepared;
  if (now - last.instant > YEAR) {
    const remedy = "Überprüfen Sie sie, und tragen Sie den Tag unter accessibility als reviewed ein.";
    problems.push(
      hint(
        "statement-outdated",
        path,
        at(),
        `Die Erklärung zur Barrierefreiheit wurde zuletzt am ${last.machine} überprüft, vor mehr als einem Jahr.`,
        remedy,
      ),
    );
  }
  if (!accessibility.enforcement && demonstration === undefined) {
    problems.push(
      hint(
        "statement-without-enforcement",
        path,
        at(),
        "Die Erklärung zur Barrierefreiheit nennt keine Durchsetzungs- oder Schlichtungsstelle.",
        "Tragen Sie die Stelle Ihres Landes oder des Bundes unter accessibility als enforcement ein.",
      ),
    );
  }
  return problems;
}

/** How long before its end a renewal of security.txt is asked for (ms). */
const NOTICE = 30 * 86_400_000;

/** A security.txt that has expired counts as none (RFC 9116, 2.5.5). */
function checkSecurity({ security }: Site, path: string, locate: Locate, now: number): Problem[] {
  if (!security) return [];
  const left = Date.parse(security.expires) - now;
  if (left > NOTICE) return [];
  const day = security.expires.slice(0, 10);
  const message =
    left <= 0
      ? `Die Angaben für security.txt sind seit ${day} abgelaufen; niemand muss sich mehr nach ihnen richten.`
      : `Die Angaben für security.txt laufen am ${day} ab.`;
  const remedy = "Prüfen Sie, ob contact noch stimmt, und setzen Sie expires neu, höchstens ein Jahr voraus.";
  return [hint("security-expired", path, locate(["security", "expires"]), message, remedy)];
}

/** Files in `assets` that the theme does not name: they are published nowhere. */
function unusedAssets(folder: string, present: ReadonlySet<string>, data: Data): Problem[] {
  const written = JSON.stringify(data.theme ?? {});
  return [...present].flatMap((file) =>
    file.startsWith("assets/") && !written.includes(`"${file}"`)
      ? [
          hint(
            "asset-unused",
            join(folder, file),
            FILE_START,
            "Diese Datei wird nirgends verwendet.",
            "Nennen Sie sie in site.yml unter theme, oder löschen Sie sie.",
          ),
        ]
      : [],
  );
}

/**
 * Reads the four registers; one that is missing is empty, with a hint. Of one that cannot be read, or that lies there under a wrong name
 * (`misnamed`), nobody knows what it holds: every id passes, so that one mistake is told once and not with every release.
 */
export function readRegisters(
  folder: string,
  present: ReadonlySet<string>,
  misnamed: ReadonlySet<string>,
): { registers: Registers; problems: Problem[] } {
  const registers: { -readonly [N in RegisterName]: Registers[N] } = { ...EMPTY_REGISTERS };
  const problems: Problem[] = [];
  const read = <N extends RegisterName>(name: N): void => {
    const path = join(folder, "registers", `${name}.yml`);
    if (misnamed.has(`registers/${name}.yml`) && !present.has(`registers/${name}.yml`)) {
      registers[name] = unreadRegister(name);
      return;
    }
    if (!present.has(`registers/${name}.yml`)) {
      problems.push(
        hint(
          "register-missing",
          path,
          FILE_START,
          "Dieses Verzeichnis fehlt; es gilt als leer.",
          "Legen Sie die Datei an, sobald eine Meldung einen Eintrag braucht.",
        ),
      );
      return;
    }
    const made = readWhole(path, (data, where, locate) => {
      const register = toRegister(name, data, where, locate);
      return {
        ...register,
        problems: [...register.problems, ...findSamples(z.record(z.string(), REGISTER_SCHEMAS[name]), data, where, locate)],
      };
    });
    problems.push(...made.problems);
    registers[name] = made.value ?? unreadRegister(name);
  };
  for (const name of Object.keys(REGISTER_SCHEMAS) as RegisterName[]) read(name);
  return { registers, problems };
}

/**
 * The catalog with a city's own words (`texts/uk.yml`); words that are wrong are left out and told. A language of the archive in which
 * there are none at all is told once.
 */
export function readWords(
  folder: string,
  files: SortedFiles["words"],
  { languages }: Site,
  ours: MessageCatalog,
): { messages: MessageCatalog; problems: Problem[] } {
  const problems: Problem[] = [];
  const words = new Map<Language, Phrases>();
  for (const file of files) {
    const make = (data: Data, path: string, locate: Locate) =>
      toWords({ data, path, locate, german: ours.in("de"), isWhole: !ours.has(file.language) });
    const read = readWhole(join(folder, file.path), make);
    problems.push(...read.problems);
    if (read.value) words.set(file.language, read.value);
  }
  const lacking = languages.find((language) => !ours.has(language) && !words.has(language) && !words.has(mainLanguage(language)));
  if (lacking !== undefined) {
    const remedy = `Übersetzen Sie layouts/texts/de.json, und legen Sie es als texts/${lacking}.yml ab; es darf auch nur ein Teil sein.`;
    const message = `Für „${lacking}“ gibt es keine Wörter der Oberfläche; an ihrer Stelle stehen deutsche, als solche ausgezeichnet.`;
    problems.push(hint("words-missing", join(folder, "site.yml"), FILE_START, message, remedy));
  }
  return { messages: words.size > 0 ? ours.with(words) : ours, problems };
}

function readWhole<T>(path: string, make: (data: Data, path: string, locate: Locate) => Result<T>): Result<T> {
  const bytes = readContent(path, REGISTER_BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) return { value: undefined, problems: [bytes] };
  const yaml = readYaml(bytes, path);
  const made = yaml.value && make(yaml.value.data, path, yaml.value.locate);
  return { value: made?.value, problems: [...yaml.problems, ...(made?.problems ?? [])] };
}
