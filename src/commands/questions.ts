import { createInterface } from "node:readline/promises";
import { WrongCall } from "./command.ts";

/** One of the things that can be answered: what is written down, and its name for people. */
export interface Choice {
  id: string;
  name: string;
}

/** A question with what is wrong about an answer, in German; undefined where nothing is. */
export interface Question {
  /** How the call names it. */
  option: string;
  question: string;
  isNeeded: boolean;
  /** What can be answered, where that is known: it is listed, and completed at the terminal by the Tab key. */
  choices?: readonly Choice[];
  /** What an empty answer means, where it means something. */
  fallback?: string;
  /** What an answer means, written as it has to be. */
  complete?: (answer: string) => string;
  fault: (answer: string) => string | undefined;
}

/** Somebody who answers questions. */
export interface Ask {
  question: (question: string, choices?: readonly Choice[]) => Promise<string>;
  say: (text: string) => void;
  close: () => void;
}

/** More choices than these are not listed before a question: who hears them one by one waits too long. */
const LISTED_MAX = 12;

/**
 * Completes what was given by asking for the rest; without anybody to ask, what is missing or wrong is a wrong call. What need not be known
 * is an empty text, or what the question falls back to.
 */
export async function settle<Key extends string>(
  questions: Readonly<Record<Key, Question>>,
  given: { readonly [Name in NoInfer<Key>]?: string | undefined },
  ask: Ask | undefined,
): Promise<Record<Key, string>> {
  const settled: [string, string][] = [];
  const missing: string[] = [];
  for (const [key, question] of Object.entries<Question>(questions)) {
    const { option, isNeeded, fallback = "", complete = (answer: string) => answer, fault } = question;
    let answer = given[key as Key] ?? "";
    const wrong = answer === "" ? undefined : fault(complete(answer));
    if (wrong) throw new WrongCall(`${option.replace(/ .*/, "")} ${answer}: ${wrong}`);
    if (answer === "" && ask) answer = await askUntilSound(question, ask);
    if (answer === "" && isNeeded && fallback === "") missing.push(option);
    settled.push([key, answer === "" ? fallback : complete(answer)]);
  }
  if (missing.length > 0) throw new WrongCall(`Es fehlt: ${missing.join(", ")}.`);
  return Object.fromEntries(settled) as Record<Key, string>;
}

async function askUntilSound(question: Question, ask: Ask): Promise<string> {
  const { isNeeded, choices, fallback = "", complete = (answer: string) => answer, fault } = question;
  if (choices && choices.length <= LISTED_MAX) for (const { id, name } of choices) ask.say(`  ${id}: ${name}`);
  else if (choices) ask.say(`  ${choices.length} stehen zur Wahl; die Tabulatortaste ergänzt und nennt sie.`);
  for (;;) {
    const answer = (await ask.question(`${question.question} `, choices)).trim();
    const isLacking = answer === "" && isNeeded && fallback === "";
    const found = answer === "" ? (isLacking ? "Ohne diese Angabe geht es nicht." : undefined) : fault(complete(answer));
    if (found === undefined) return answer;
    ask.say(found);
  }
}

/**
 * Whoever sits at the terminal, in plain lines that a screen reader says as they come; undefined where nobody does. Leaving it (Ctrl+C,
 * Ctrl+D) is a wrong call that says `ended`.
 */
export function askAtTerminal(ended: string): Ask | undefined {
  if (process.stdin.isTTY !== true || process.stdout.isTTY !== true) return undefined;
  let offered: readonly Choice[] = [];
  const completer = (line: string): [string[], string] => complete(line, offered);
  const terminal = createInterface({ input: process.stdin, output: process.stdout, completer });
  let isAsking = false;
  const left = new Promise<never>((_, fail) =>
    terminal.on("close", () => {
      // What comes next begins a line of its own.
      if (isAsking) console.log("");
      fail(new WrongCall(ended));
    }),
  );
  // Whoever has answered everything closes the terminal as well.
  left.catch(() => undefined);
  return {
    question: async (question, choices = []) => {
      offered = choices;
      isAsking = true;
      const answer = await Promise.race([terminal.question(question), left]);
      isAsking = false;
      return answer;
    },
    say: (text) => console.log(text),
    close: () => terminal.close(),
  };
}

/** The ids that the last word of a line can become, by the beginning of the id or of its name, and that word. */
export function complete(line: string, choices: readonly Choice[]): [string[], string] {
  const word = /[^,;]*$/.exec(line)?.[0].trimStart() ?? "";
  const begun = word.toLowerCase();
  const byId = choices.filter(({ id }) => id.startsWith(begun));
  const found = byId.length > 0 ? byId : choices.filter(({ name }) => name.toLowerCase().startsWith(begun));
  return [found.map(({ id }) => id), word];
}

/** True where somebody at the terminal says yes to a question; false where nobody is there to ask, or leaves. */
export async function isAgreed(question: string): Promise<boolean> {
  const ask = askAtTerminal("");
  const answer = await ask?.question(`${question} (j/n) `).catch(() => "");
  ask?.close();
  return /^(j|ja|y|yes)$/i.test(answer?.trim() ?? "");
}
