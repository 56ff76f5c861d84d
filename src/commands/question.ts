import { createInterface } from "node:readline/promises";

/** True where somebody at a terminal says yes to a question; false where nobody is there to ask. */
export async function isAgreed(question: string): Promise<boolean> {
  if (!process.stdin.isTTY || !process.stdout.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const ended = new Promise<string>((done) => terminal.on("close", () => done("")));
  const answer = await Promise.race([terminal.question(`${question} (j/n) `), ended]);
  terminal.close();
  return /^(j|ja|y|yes)$/i.test(answer.trim());
}
