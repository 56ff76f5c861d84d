import { ADVERBIALS, TAILS } from "./adverbial-frames.ts";
import { fillWord } from "./fillers.ts";
import { type PhraseSlot, parseFrame, type Slot } from "./frame.ts";
import { type Case, declinedArticle, phrase } from "./grammar.ts";
import { chance, pick, pickEarly } from "./random.ts";
import type { Scene } from "./scene.ts";
import { RELATIVES } from "./variety-frames.ts";
import { chooseAdjective, chooseNoun, chooseVerb } from "./vocabulary.ts";

/** Makes the first letter a capital. */
export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Words known to the caller only, such as who speaks. */
export type Given = Readonly<Record<string, string>>;

function relative(scene: Scene, grammaticalCase: Case): string {
  const { noun, plural } = scene.last;
  const article = declinedArticle(noun, grammaticalCase, plural);
  return plural && grammaticalCase === "D" ? "denen" : article;
}

function fillPhrase(scene: Scene, slot: PhraseSlot): string {
  const { random } = scene;
  const noun = chooseNoun(scene, slot.category, slot.plural);
  const plural = slot.plural && noun.plural !== undefined;
  const adjectives = new Set<string>();
  if (slot.category !== "office" && chance(random, slot.adjective)) {
    adjectives.add(chooseAdjective(scene, slot.category));
    if (chance(random, 0.08)) adjectives.add(chooseAdjective(scene, slot.category));
  }
  if (slot.case === "N") scene.verbPlural = plural;
  scene.last = { noun, plural };
  return phrase(noun, { article: slot.article, adjectives: [...adjectives], case: slot.case, plural });
}

function fillSlot(scene: Scene, slot: Slot, given: Given): string {
  switch (slot.slot) {
    case "word":
      return given[slot.name] ?? fillWord(scene, slot.name);
    case "agreeing":
      return scene.verbPlural ? slot.plural : slot.singular;
    case "choice":
      return pick(scene.random, slot.wordings);
    case "relative":
      return relative(scene, slot.case);
    case "verb": {
      const verb = chooseVerb(scene, slot.category);
      return slot.form === "part" ? verb.participle : slot.form === "inf" ? verb.infinitive : verb.withZu;
    }
    case "phrase":
      return fillPhrase(scene, slot);
  }
}

const SENTENCE_ENDS = [". ", "? ", ": ", "** "];

function fillParts(scene: Scene, parts: readonly (string | Slot)[], given: Given): string {
  let text = "";
  for (const part of parts) {
    const filled = typeof part === "string" ? part : fillSlot(scene, part, given);
    text += SENTENCE_ENDS.some((end) => text.endsWith(end)) ? capitalised(filled) : filled;
  }
  return text;
}

/** Fills a frame of fixed order, such as a title, and begins it with a capital. */
export function fill(scene: Scene, frame: string, given: Given = {}): string {
  scene.verbPlural = false;
  return capitalised(fillParts(scene, parseFrame(frame).rest, given));
}

function relativeClause(scene: Scene, subject: readonly (string | Slot)[]): string {
  const end = subject.at(-1);
  if (end === undefined || typeof end === "string" || end.slot !== "phrase" || end.case !== "N") return "";
  const category = end.category === "subject" ? scene.subjectCategory : end.category;
  const clauses = RELATIVES[category];
  if (!clauses || !chance(scene.random, 0.13)) return "";
  const { verbPlural } = scene;
  const clause = fillParts(scene, parseFrame(pick(scene.random, clauses)).rest, {});
  scene.verbPlural = verbPlural;
  return `, ${clause},`;
}

/** Makes a whole sentence of a frame, at times with an adverbial, a relative clause or more behind, as far as `may` allows. */
export function sentence(scene: Scene, text: string, may: { move: boolean; extend: boolean }): string {
  const { random } = scene;
  const frame = parseFrame(text);
  scene.verbPlural = false;
  let subject = fillParts(scene, frame.subject, {});
  if (may.extend) subject += relativeClause(scene, frame.subject);
  const verb = fillParts(scene, frame.verb, {});
  const adverbial =
    may.move && frame.movable && chance(random, 0.55) ? fillParts(scene, parseFrame(pickEarly(random, ADVERBIALS)).rest, {}) : "";
  const rest = fillParts(scene, frame.rest, {});
  const tail = may.extend && frame.extensible && chance(random, 0.16) ? fillParts(scene, parseFrame(pick(random, TAILS)).rest, {}) : "";
  // A pronoun comes before the subject: "Dabei gliedert sich der Umbau in ...".
  const [, pronoun = "", after = rest] = /^(es|sich) (.*)$/.exec(rest) ?? [];
  const order = adverbial === "" ? [subject, verb, rest] : [adverbial, verb, pronoun, subject, after];
  const words = order.filter((part) => part !== "").join(" ");
  return `${capitalised(words.replaceAll(" ,", ",").replaceAll(",,", ","))}${tail}.`;
}

/** Gives a frame that this text has not used yet, as long as there is one. */
export function unusedFrame(scene: Scene, frames: readonly string[]): string {
  let frame = pick(scene.random, frames);
  for (let tries = 0; scene.used.has(frame) && tries < 12; tries++) frame = pick(scene.random, frames);
  scene.used.add(frame);
  return frame;
}
