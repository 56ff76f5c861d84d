import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** How a program ended: its exit code (null where it was killed), what it printed, what it complained of. */
export interface Ended {
  code: number | null;
  stdout: Buffer;
  stderr: string;
  /** Bytes that were sent to it. */
  sent: number;
}

/** A program that is not installed. */
export class NotInstalled extends Error {}

/** Runs a program with arguments (no shell reads them), gives it `input`, and waits for its end. */
export async function runProgram(
  [program = "", ...args]: readonly string[],
  { input, environment, cwd }: { input?: Readable | string; environment?: NodeJS.ProcessEnv | undefined; cwd?: string } = {},
): Promise<Ended> {
  const child = spawn(program, args, {
    stdio: ["pipe", "pipe", "pipe"],
    ...(environment ? { env: environment } : {}),
    ...(cwd ? { cwd } : {}),
  });
  let sent = 0;
  const ended = waitFor(child);
  if (typeof input === "object") {
    input.on("data", (piece: Buffer) => {
      sent += piece.length;
    });
    // A program that ends before it has read all says why itself.
    await pipeline(input, child.stdin).catch(() => undefined);
  } else {
    child.stdin.on("error", () => undefined);
    child.stdin.end(input ?? "");
    sent = Buffer.byteLength(input ?? "");
  }
  return { ...(await ended), sent };
}

function waitFor(child: ChildProcess): Promise<Omit<Ended, "sent">> {
  const printed: Buffer[] = [];
  let stderr = "";
  child.stdout?.on("data", (piece: Buffer) => printed.push(piece));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  return new Promise((done, fail) => {
    child.on("error", (thrown: NodeJS.ErrnoException) =>
      fail(thrown.code === "ENOENT" ? new NotInstalled(`Das Programm ${child.spawnfile} ist nicht installiert.`) : thrown),
    );
    child.on("close", (code) => done({ code, stdout: Buffer.concat(printed), stderr }));
  });
}

/** What a program complained of, on one line and not too long. */
export function complaint({ stderr, code }: Pick<Ended, "stderr" | "code">): string {
  const text = stderr.trim().split("\n").slice(-4).join(" ").slice(0, 500);
  return text === "" ? `Ausgang ${code}` : text;
}
