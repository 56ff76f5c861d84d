import { fill, sentence, unusedFrame } from "./compose.ts";
import { DETAILS } from "./detail-frames.ts";
import { PROSE } from "./prose-frames.ts";
import { between, chance, pick } from "./random.ts";
import type { Scene } from "./scene.ts";
import { FOOTNOTES, HEADINGS, LIST_INTROS, LIST_ITEMS, SAYINGS, SERVICE, SPEECH, SPEECH_AGAIN } from "./speech-frames.ts";
import type { Story } from "./story-frames.ts";

/** Somebody who is quoted. */
export interface Speaker {
  introduced: string;
  surname: string;
}

// What may be as long as this is added only where as much is missing: so no text exceeds its length by far.
const QUOTATION_WORDS = 62;
const LONG_SENTENCE = 45;

/** Counts words: whatever stands between blanks and holds a letter or a figure. */
export function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]\S*/gu)?.length ?? 0;
}

/** Gives how many words a text shall have, from 355 to 555. */
function targetLength({ random }: Scene): number {
  return 355 + between(random, 0, 100) + between(random, 0, 100);
}

const EVERYWHERE = [...PROSE, ...DETAILS];

function prose(scene: Scene, missing: number): string {
  const special = scene.field.facts.filter((frame) => !scene.used.has(frame));
  return sentence(scene, unusedFrame(scene, special.length > 0 && chance(scene.random, 0.22) ? special : EVERYWHERE), {
    move: true,
    extend: missing > LONG_SENTENCE,
  });
}

function quotation(scene: Scene, speaker: Speaker, again: boolean): string {
  const frame = unusedFrame(scene, again ? SPEECH_AGAIN : SPEECH);
  const said = fill(scene, unusedFrame(scene, SAYINGS));
  const more = frame.includes("{more}") ? fill(scene, unusedFrame(scene, SAYINGS)) : "";
  return fill(scene, frame, { said, more, speaker: speaker.introduced, surname: speaker.surname });
}

function list(scene: Scene): string {
  const { random } = scene;
  const ordered = chance(random, 0.2);
  const items = Array.from({ length: between(random, 3, 6) }, (_, place) => {
    const item = fill(scene, unusedFrame(scene, LIST_ITEMS));
    // A date at the start would open an ordered list inside the item.
    const text = item.replace(/^(\d+)\. /, "Am $1. ");
    return `${ordered ? `${place + 1}.` : "-"} ${text}`;
  });
  return `${fill(scene, pick(random, LIST_INTROS))}\n\n${items.join("\n")}`;
}

const TABLES: readonly { head: readonly string[]; row: readonly string[] }[] = [
  { head: ["Stadtteil", "Termin", "Ort"], row: ["{otherplace}", "{date}, {time}", "{street} {housenumber}"] },
  { head: ["Jahr", "{- NN thing}", "Kosten"], row: ["{year-}", "{number}", "{euro}"] },
  { head: ["Vorhaben", "Beginn", "Kosten"], row: ["{- N* act}", "{month} {year+}", "{euro}"] },
];

function table(scene: Scene): string {
  const { random } = scene;
  const { head, row } = pick(random, TABLES);
  const line = (cells: readonly string[]): string => `| ${cells.map((cell) => fill(scene, cell)).join(" | ")} |`;
  const rows = Array.from({ length: between(random, 3, 7) }, () => line(row));
  return `${line(head)}\n|---|---|---|\n${rows.join("\n")}`;
}

/** Writes the text of a release: 300 to 600 words of Markdown that hold no HTML. */
export function writeText(scene: Scene, story: Story, speakers: readonly Speaker[]): string {
  const { random } = scene;
  const headed = chance(random, 0.3);
  const extras = [...(chance(random, 0.18) ? [list(scene)] : []), ...(chance(random, 0.02) ? [table(scene)] : [])];
  const closing = Array.from({ length: pick(random, [0, 1, 1, 2, 2, 3]) }, () => fill(scene, unusedFrame(scene, SERVICE)));
  const footnote = chance(random, 0.01) ? fill(scene, pick(random, FOOTNOTES)) : "";

  const blocks: string[] = [];
  let missing = targetLength(scene) - countWords([...extras, ...closing, footnote].join(" "));
  let quoted = 0;
  const add = (block: string): void => {
    blocks.push(block);
    missing -= countWords(block);
  };
  const paragraph = (first: string[], length: number): void => {
    const sentences = [...first];
    missing -= countWords(sentences.join(" "));
    while (sentences.length < length && missing > 0) {
      const next = prose(scene, missing);
      missing -= countWords(next);
      sentences.push(next);
    }
    blocks.push(sentences.join(" "));
  };

  paragraph([sentence(scene, pick(random, story.leads), { move: false, extend: true })], between(random, 2, 3));
  if (footnote !== "") blocks[0] = `${blocks[0]}[^1]`;
  while (missing > 0) {
    const speaker = speakers[quoted % speakers.length];
    if (speaker && quoted < 4 && missing > QUOTATION_WORDS && chance(random, quoted === 0 ? 0.6 : 0.3)) {
      add(quotation(scene, speaker, quoted >= speakers.length));
      quoted++;
      continue;
    }
    if (headed && blocks.length > 2 && missing > 90 && chance(random, 0.45)) add(`## ${fill(scene, unusedFrame(scene, HEADINGS))}`);
    paragraph([], between(random, 2, 5));
    const extra = blocks.length > 3 ? extras.shift() : undefined;
    if (extra !== undefined) blocks.push(extra);
  }
  blocks.push(...extras, ...closing);
  if (footnote !== "") blocks.push(`[^1]: ${footnote}`);
  return `${blocks.join("\n\n")}\n`;
}

/** Fills frames until the text has a length, in characters, between the given ones. */
export function fillToLength(scene: Scene, frames: readonly string[], low: number, high: number): string {
  for (let tries = 0; tries < 200; tries++) {
    const text = fill(scene, pick(scene.random, frames));
    if (text.length >= low && text.length <= high) return text;
  }
  throw new Error(`no text of ${low} to ${high} characters from: ${frames[0]}`);
}
