import type { Inspect, Inspected } from "../../archive/texts.ts";
import type { Contact } from "../../content/contact.ts";
import type { Department, Registers } from "../../content/registers.ts";
import type { ReleaseFields } from "../../content/release/release.ts";
import type { ProblemId } from "../../problem-ids.ts";
import { hint, type Problem, positionsIn } from "../../problems.ts";
import { wordsAlone } from "../changes/wording.ts";
import { proseOf } from "./prose.ts";
import { createNameSearch, type NameSearch, notListed } from "./register-names.ts";
import { type Finding, findDoubleSpaces, findLongSentences, findQuotationMarks, findWeekdays } from "./typography.ts";

/** What pages of a city are begun with and must not be published with. */
const PLACEHOLDERS = /lorem ipsum|(?:Max|Erika|Erich) Mustermann|Musterfrau|Musterstraße|\b(?:TODO|TBD|XXX+)\b/i;

/** A release newer than this (ms, three years) has the contact that holds today; an older one had that of its time. */
const RECENT = 3 * 365 * 24 * 3_600_000;

/** Hints at what no rule forbids and few have meant: looks at each text for the moment `now` (ms). */
export function createHints(now: number): (registers: Registers) => Inspect {
  return (registers) => {
    const search = createNameSearch(registers);
    return (text) => {
      const { document, path, language, release, version } = text;
      const prose = proseOf(document.text);
      const findings = [
        ...findDoubleSpaces(prose),
        ...findQuotationMarks(prose, language),
        ...findWeekdays(prose, release?.date.year),
        ...(language === "de-simple" ? findLongSentences(prose) : []),
        ...(release ? names(search, prose, release) : []),
        ...(release || version ? [] : placeholders(prose)),
      ];
      const position = positionsIn(document.text, document.textLine);
      return [
        ...ofHead(text),
        ...(release && release.published > now - RECENT ? contactProblems(text, release, registers.departments) : []),
        ...findings.map(({ id, at, message, remedy }) => hint(id, path, position(at), message, remedy)),
      ];
    };
  };
}

function names(search: NameSearch, prose: string, release: ReleaseFields): Finding[] {
  return notListed(search(prose), release).map(({ register, id, name, at }) => {
    const message = `„${name}“ steht in registers/${register}.yml, aber nicht im Kopf dieser Meldung.`;
    return { id: "name-not-listed", at, message, remedy: `Ist es dieser Eintrag, nehmen Sie ihn unter ${register} auf: ${id}` };
  });
}

function placeholders(prose: string): Finding[] {
  const found = PLACEHOLDERS.exec(prose);
  if (!found) return [];
  const message = `„${found[0]}“ steht hier wohl noch als Platzhalter.`;
  return [
    {
      id: "placeholder-left",
      at: found.index,
      message,
      remedy: "Schreiben Sie, was für Ihre Stadt gilt; was nicht zutrifft, streichen Sie ganz.",
    },
  ];
}

function ofHead({ path, document, release, version }: Inspected): Problem[] {
  const head = release ?? version;
  if (!head) return [];
  const { title, summary, isSummaryDerived, images } = head;
  const tell = (id: ProblemId, keys: readonly PropertyKey[], message: string, remedy: string) =>
    hint(id, path, document.locate(keys), message, remedy);
  const problems = images.flatMap(({ file, alt }, index) =>
    isFileName(alt, file)
      ? tell(
          "alt-is-file-name",
          ["images", index, "alt"],
          `„${alt}“ ist der Name einer Datei; wer das Bild nicht sieht, erfährt daraus nichts.`,
          "Beschreiben Sie in einem Satz, was auf dem Bild zu sehen ist.",
        )
      : [],
  );
  if (!isSummaryDerived && mayRepeat(summary, title) && bare(summary) === bare(title))
    problems.push(
      tell(
        "summary-repeats-title",
        ["summary"],
        "Die Zusammenfassung sagt dasselbe wie die Überschrift.",
        "Sagen Sie in ein bis zwei Sätzen, was die Überschrift offen lässt, oder lassen Sie das Feld weg: Dann steht der erste Satz dort.",
      ),
    );
  return problems;
}

/** False where a summary can be told from a title without a closer look, as nearly all can. */
function mayRepeat(summary: string, title: string): boolean {
  return summary.length < title.length + 20 && summary.includes(title.match(/\w{3,}/)?.[0] ?? "");
}

function bare(text: string): string {
  return wordsAlone(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isFileName(alt: string, file: string): boolean {
  const stem = file.replace(/\.[^.]+$/, "");
  if (/^\S+\.(?:jpe?g|png|webp|gif|tiff?|heic)$/i.test(alt.trim()) || /^(?:IMG|DSC|DSCN|DSCF|PXL)[_-]?\d+/i.test(alt.trim())) return true;
  // A file may be called by what it shows: then its name with spaces is a description, however short.
  return alt.trim() === stem && /[-_\d]/.test(stem);
}

function contactProblems(
  { path, document }: Inspected,
  { contact, department }: ReleaseFields,
  departments: ReadonlyMap<string, Department>,
): Problem[] {
  const known = [department, ...departments.values()].flatMap((office) => office.contact ?? []);
  const same = known.find((one) => contact?.phone && one.phone && isSame(one, contact));
  if (!contact?.phone || !same?.phone || digits(same.phone) === digits(contact.phone)) return [];
  if (known.some((one) => one.phone && isSame(one, contact) && digits(one.phone) === digits(contact.phone ?? ""))) return [];
  const message = `Für diesen Kontakt steht in registers/departments.yml eine andere Telefonnummer: ${same.phone}`;
  return [hint("contact-phone-differs", path, document.locate(["contact", "phone"]), message, "Prüfen Sie, welche stimmt.")];
}

/** True where two contacts are the same person or desk: both their addresses, or their names where one has no address. */
function isSame(one: Contact, other: Contact): boolean {
  if (one.email && other.email) return one.email.toLowerCase() === other.email.toLowerCase() && one.name === other.name;
  return one.name !== undefined && one.name === other.name;
}

function digits(phone: string): string {
  return phone
    .replace(/^\+49|^0049/, "0")
    .replace(/\(0\)/, "")
    .replace(/\D/g, "");
}
