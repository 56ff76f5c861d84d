import type { Messages, Phrases } from "../messages.ts";
import { error, FILE_START, hint, nearest, type Problem } from "../problems.ts";
import { quoted, toYaml } from "./violations.ts";
import type { Data, Result } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** Words of the interface as a city wrote them in one language; `isWhole` where it gives all of them, ours being in none. */
interface Written {
  data: Data;
  path: string;
  locate: Locate;
  german: Messages;
  isWhole: boolean;
}

const FORMS = ["zero", "one", "two", "few", "many", "other"];

/**
 * Checks a city's own words of the interface against ours: each at a place that there is, with the same blanks to fill in. Wrong ones are
 * left out; what lacks is told in one hint, since German words stand for it.
 */
export function toWords({ data, path, locate, german, isWhole }: Written): Result<Phrases> {
  const problems: Problem[] = [];
  const missing: string[][] = [];
  const count = { all: 0 };
  const value = check(data, german as unknown as Phrases, []);
  const [first] = missing;
  if (isWhole && first) {
    const message = `Es fehlen ${missing.length} von ${count.all} Wörtern; an ihrer Stelle stehen deutsche, als solche ausgezeichnet.`;
    problems.push(
      hint("words-missing", path, FILE_START, message, `Ergänzen Sie zum Beispiel ${first.join(".")} (${toYaml(wordAt(german, first))}).`),
    );
  }
  return { value, problems };

  function check(written: Data, ours: Phrases, place: string[]): Phrases {
    const sound: Record<string, string | Phrases> = {};
    for (const [key, word] of Object.entries(written)) {
      const here = [...place, key];
      const known = Object.hasOwn(ours, key) ? ours[key] : undefined;
      if (known === undefined) {
        const near = nearest(key, Object.keys(ours));
        const remedy = near ? `Meinten Sie „${near}“?` : `Möglich sind: ${Object.keys(ours).join(", ")}.`;
        problems.push(error("word-unknown", path, locate(here), `Das Wort ${quoted(here.join("."))} gibt es nicht.`, remedy));
      } else {
        const checked = isPhrase(known) ? checkPhrase(word, known, here) : checkGroup(word, known, here);
        if (checked !== undefined) sound[key] = checked;
      }
    }
    for (const [key, word] of Object.entries(ours)) {
      if (isPhrase(word)) count.all++;
      if (sound[key] !== undefined) continue;
      if (isPhrase(word)) missing.push([...place, key]);
      else check({}, word, [...place, key]);
    }
    return sound;
  }

  function checkGroup(word: unknown, ours: Phrases, place: string[]): Phrases | undefined {
    if (word !== null && typeof word === "object" && !Array.isArray(word)) return check(word as Data, ours, place);
    const [key = ""] = Object.keys(ours);
    problems.push(
      error(
        "word-malformed",
        path,
        locate(place),
        `Unter „${place.join(".")}“ stehen mehrere Wörter.`,
        `Schreiben Sie: ${place.at(-1)}: {${key}: …}`,
      ),
    );
    return undefined;
  }

  function checkPhrase(word: unknown, ours: Phrase, place: string[]): string | Phrases | undefined {
    if (typeof ours === "string") return checkText(word, ours, place) ? (word as string) : undefined;
    // With one form for all numbers, a language that needs no more is served.
    const forms = typeof word === "string" ? { one: word, other: word } : word;
    const example = `Schreiben Sie: ${place.at(-1)}: ${toYaml(ours)}`;
    if (forms === null || typeof forms !== "object" || !Object.hasOwn(forms, "other")) {
      problems.push(
        error("word-malformed", path, locate(place), `„${place.join(".")}“ braucht Formen für Zahlen, mindestens other.`, example),
      );
      return undefined;
    }
    const wrong = Object.keys(forms).find((form) => !FORMS.includes(form));
    if (wrong !== undefined) {
      problems.push(
        error(
          "word-malformed",
          path,
          locate([...place, wrong]),
          `${quoted(wrong)} ist keine Form für Zahlen.`,
          `Möglich sind: ${FORMS.join(", ")}.`,
        ),
      );
      return undefined;
    }
    const isSound = Object.entries(forms as Data).map(([form, text]) => checkText(text, ours.other, [...place, form], form === "other"));
    return isSound.every(Boolean) ? { ...(forms as Phrases) } : undefined;
  }

  /** Whether a text is one, with blanks that ours has; `isFull` where it must have all of them. */
  function checkText(word: unknown, ours: string, place: string[], isFull = true): boolean {
    if (typeof word !== "string" || word.trim() === "") {
      problems.push(
        error(
          "word-malformed",
          path,
          locate(place),
          `Hier gehört ein Wort hin.`,
          `Schreiben Sie zum Beispiel: ${place.at(-1)}: ${toYaml(ours)}`,
        ),
      );
      return false;
    }
    const [written, known] = [blanks(word), blanks(ours)];
    const strange = written.find((blank) => !known.includes(blank));
    const lost = isFull ? known.find((blank) => !written.includes(blank)) : undefined;
    if (strange === undefined && lost === undefined) return true;
    const message =
      strange === undefined
        ? `In ${quoted(word)} fehlt ${lost}; dort steht auf der Seite ein Wert.`
        : `${strange} gibt es an dieser Stelle nicht.`;
    problems.push(error("word-with-other-blanks", path, locate(place), message, `Im Deutschen heißt es: ${ours}`));
    return false;
  }
}

/** A word, or the forms of one for different numbers. */
type Phrase = string | (Phrases & { other: string });

function isPhrase(word: string | Phrases): word is Phrase {
  return typeof word === "string" || typeof word.other === "string";
}

function blanks(phrase: string): string[] {
  return [...phrase.matchAll(/\{\w+\}/g)].map(String);
}

function wordAt(words: Messages, place: readonly string[]): unknown {
  return place.reduce<unknown>((group, key) => (group as Phrases | undefined)?.[key], words);
}
