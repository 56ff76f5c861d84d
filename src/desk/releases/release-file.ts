import { Document } from "yaml";
import { placeholder } from "../../content/placeholders.ts";

/** A picture that lies beside a release; what nobody said yet of it becomes a gap. */
export interface LaidPicture {
  file: string;
  alt: string | undefined;
  caption: string | undefined;
  credit: string | undefined;
}

/** What is known of a release that begins; `topics` may be empty, `kind` is left out where it is the usual one. */
export interface NewRelease {
  title: string;
  date: string;
  embargo: string | undefined;
  summary: string | undefined;
  department: string;
  topics: readonly string[];
  kind: string | undefined;
  pictures: readonly LaidPicture[];
}

/** What is known of a language version that begins: of people and pictures what the original lists. */
export interface NewVersion {
  title: string;
  summary: string | undefined;
  people: readonly string[];
  images: readonly string[];
  translation: string;
}

/** What stands for a text that is still to be written. */
export const TEXT_GAP = placeholder("Text der Meldung");

const ALT_GAP = placeholder("was auf dem Bild zu sehen ist, für alle, die es nicht sehen");
const CREDIT_GAP = placeholder("wer das Bild gemacht hat, wie Stadt Musterstadt / Erika Muster");

/** The file of a release that begins, as a draft: nothing is public by being written. */
export function releaseFile({ title, date, embargo, summary, department, topics, kind, pictures }: NewRelease, text: string): string {
  const images = pictures.map(({ file, alt = ALT_GAP, caption, credit = CREDIT_GAP }) => ({ file, alt, caption, credit }));
  return contentFile({ title, date, embargo, summary, department, topics, kind, images, draft: true }, orGap(text));
}

/** The file of a language version that begins, as a draft, with nothing in it that only the original says. */
export function versionFile({ title, summary, people, images, translation }: NewVersion, text: string): string {
  const roles = people.map((id) => ({ id, role: placeholder("Amt oder Funktion in dieser Sprache") }));
  const alts = images.map((file) => ({ file, alt: placeholder("was auf dem Bild zu sehen ist, in dieser Sprache") }));
  return contentFile({ title, summary, people: roles, images: alts, translation: { kind: translation }, draft: true }, orGap(text));
}

function orGap(text: string): string {
  return text.trim() === "" ? TEXT_GAP : text;
}

/** The lines of a file that hold a gap, from 1 on. */
export function gapsOf(file: string): number[] {
  return file.split("\n").flatMap((line, index) => (line.includes("[Bitte ausfüllen:") ? [index + 1] : []));
}

/** A content file: a head of the fields that say something, and a text. */
export function contentFile(fields: Record<string, unknown>, text: string): string {
  const said = Object.entries(fields).filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0));
  const document = new Document(JSON.parse(JSON.stringify(Object.fromEntries(said))));
  // Short lists of ids stand in a line, as people write them.
  const topics = document.get("topics", true) as { flow?: boolean } | undefined;
  if (topics) topics.flow = true;
  return `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n\n${text.trim()}\n`;
}
