import { spawn } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** What a program cost: seconds on the clock, seconds of processor (user and system, all its processes), most bytes of memory at any moment. */
export interface Cost {
  wall: number;
  cpu: number;
  memory: number;
}

/** How often memory is looked at, in ms. */
const INTERVAL = 50;

/** Clock ticks a second in /proc: fixed at 100 for programs on Linux. */
const TICKS = 100;

/** A build that takes longer than this is given up. */
const TIMEOUT = 30 * 60_000;

/**
 * Runs a program and measures it. Memory is the sum of resident memory (VmRSS) of the program and all processes below it, so what they share counts more than once.
 * Throws with the last lines it printed when it fails or takes more than half an hour. Linux only: it reads /proc.
 */
export async function measure(
  command: string,
  args: readonly string[],
  options: { cwd: string; env?: Record<string, string> },
): Promise<Cost> {
  const before = childTime();
  const started = performance.now();
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ["ignore", "pipe", "pipe"],
    timeout: TIMEOUT,
  });
  let printed = "";
  const keep = (chunk: Buffer) => {
    printed = (printed + chunk.toString()).slice(-4000);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  let memory = 0;
  const timer = setInterval(() => {
    memory = Math.max(memory, child.pid === undefined ? 0 : memoryBelow(child.pid));
  }, INTERVAL);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", resolve);
  }).finally(() => clearInterval(timer));
  const wall = (performance.now() - started) / 1000;
  if (code !== 0) throw new Error(`${command} ${args.join(" ")} endete mit ${code ?? "einem Signal"}:\n${printed}`);
  return { wall, cpu: childTime() - before, memory };
}

/** Processor seconds of all ended children of this process and theirs (proc(5): cutime and cstime). */
function childTime(): number {
  const stat = readFileSync("/proc/self/stat", "utf8");
  // The name of the program, in brackets, may itself hold brackets and spaces.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[13]) + Number(fields[14])) / TICKS;
}

function memoryBelow(pid: number): number {
  try {
    const [, kilobytes = "0"] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
      readFileSync(`/proc/${pid}/task/${thread}/children`, "utf8").split(" ").filter(Boolean),
    );
    return Number(kilobytes) * 1024 + children.reduce((sum, child) => sum + memoryBelow(Number(child)), 0);
  } catch {
    // It ended while it was looked at.
    return 0;
  }
}

/** The middle of several costs, each of its figures for itself. */
export function median(costs: readonly Cost[]): Cost {
  const middle = (pick: (cost: Cost) => number) => {
    const sorted = costs.map(pick).sort((a, b) => a - b);
    const half = sorted.length / 2;
    return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
  };
  return { wall: middle(({ wall }) => wall), cpu: middle(({ cpu }) => cpu), memory: middle(({ memory }) => memory) };
}
