import type { Case } from "./grammar.ts";
import { SYNONYMS } from "./variety-frames.ts";

/** A noun phrase to be filled in; `adjective` is the share of cases that have one. */
export interface PhraseSlot {
  slot: "phrase";
  article: string;
  adjective: number;
  case: Case;
  plural: boolean;
  category: string;
}

/** A place in a frame. */
export type Slot =
  | PhraseSlot
  | { slot: "agreeing"; singular: string; plural: string }
  | { slot: "verb"; form: "part" | "inf" | "zu"; category: string }
  | { slot: "relative"; case: Case }
  | { slot: "choice"; wordings: readonly string[] }
  | { slot: "word"; name: string };

/** A sentence with places to be filled in; `subject` and `verb` are empty where the order of words is fixed. */
export interface Frame {
  subject: (string | Slot)[];
  verb: (string | Slot)[];
  rest: (string | Slot)[];
  /** Whether an adverbial may take the first place. */
  movable: boolean;
  /** Whether something may follow. */
  extensible: boolean;
}

const WORDINGS = new Map(SYNONYMS.map((wordings) => [wordings[0] ?? "", wordings]));
const REPLACEABLE = new RegExp(`(?<![\\p{L}-])(${[...WORDINGS.keys()].join("|")})(?![\\p{L}-])`, "u");

// Two adverbials of the same kind do not go together: "derzeit ... inzwischen".
const HAS_ADVERBIAL =
  /(?<!\p{L})(?:inzwischen|derzeit|außerdem|dabei|damit|zuletzt|künftig|bereits|zunächst|zugleich|bald|in diesem Jahr|im vergangenen Jahr|[Ii]m Jahr|[Ss]eit \{|bis \{|im \{month|am \{(?:date|full)|vom \{date|während)/u;

const parsed = new Map<string, Frame>();

function isCase(text: string): text is Case {
  return text === "N" || text === "A" || text === "D" || text === "G";
}

function parseSlot(text: string): Slot {
  const slash = text.indexOf("/");
  if (slash > 0) return { slot: "agreeing", singular: text.slice(0, slash), plural: text.slice(slash + 1) };
  const words = text.split(" ");
  const [first = "", second = "", third] = words;
  if (third !== undefined) {
    const marks = first + second;
    const letters = second.replace(/[+*]/g, "");
    const letter = letters.charAt(0);
    if (!isCase(letter)) throw new Error(`no case in {${text}}`);
    return {
      slot: "phrase",
      article: first.replace(/[+*]/g, ""),
      adjective: marks.includes("*") ? 1 : marks.includes("+") ? 0.45 : 0,
      case: letter,
      plural: letters.length === 2,
      category: third,
    };
  }
  if (first === "rel" && isCase(second)) return { slot: "relative", case: second };
  if (first === "part" || first === "inf" || first === "zu") return { slot: "verb", form: first, category: second };
  return { slot: "word", name: text };
}

function parseLiteral(text: string): (string | Slot)[] {
  return text.split(REPLACEABLE).map((piece) => {
    const wordings = WORDINGS.get(piece);
    return wordings ? { slot: "choice", wordings } : piece;
  });
}

function parsePart(text: string): (string | Slot)[] {
  return text
    .split(/(\{[^}]*\})/)
    .flatMap((piece) => (piece.startsWith("{") ? [parseSlot(piece.slice(1, -1))] : parseLiteral(piece)))
    .filter((piece) => piece !== "");
}

/** Reads a frame, each only once. */
export function parseFrame(text: string): Frame {
  const known = parsed.get(text);
  if (known) return known;
  const pieces = text.replace(/^\^ /, "").split(" | ");
  const [subject = "", verb, ...rest] = pieces;
  const frame: Frame =
    verb === undefined
      ? { subject: [], verb: [], rest: parsePart(subject), movable: false, extensible: false }
      : {
          subject: parsePart(subject),
          verb: parsePart(verb),
          rest: parsePart(rest.join(" | ")),
          // A clause as subject stays first: "Wer ..., sollte".
          movable: !text.startsWith("^") && !subject.endsWith(",") && !HAS_ADVERBIAL.test(text),
          extensible: !text.includes(","),
        };
  parsed.set(text, frame);
  return frame;
}
