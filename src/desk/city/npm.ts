import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

/** What a program did: its exit code and all that it said. */
export interface Ended {
  code: number;
  said: string;
}

/** Runs a program of Node in a folder; `isShown` lets it speak to the terminal and ask there, else it is heard. */
export function runNode(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv, isShown = false): Promise<Ended> {
  return runProgram(process.execPath, args, { cwd, environment, isShown });
}

/** Runs npm in a folder: the one that this process was started by, else the one that is found. */
export function runNpm(args: readonly string[], cwd: string, environment: NodeJS.ProcessEnv): Promise<Ended> {
  const own = environment.npm_execpath ?? "";
  if (basename(own) === "npm-cli.js") return runNode([own, ...args], cwd, environment);
  return runProgram("npm", args, { cwd, environment, isShown: false });
}

/** Installs a version of the software into a folder of its own, which is emptied; answers with its root. Throws in German. */
export async function fetchSoftware(spec: string, folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  // Without it npm would take the city's folder above for the one that is meant.
  writeFileSync(join(folder, "package.json"), '{"private": true}\n');
  const { code, said } = await runNpm(["install", "--no-audit", "--no-fund", "--ignore-scripts", spec], folder, environment);
  if (code !== 0) throw new Error(`npm konnte ${spec} nicht holen. Es wurde nichts geändert.\n${said.trim()}`);
  return join(folder, "node_modules/stadtchronik");
}

interface Setting {
  cwd: string;
  environment: NodeJS.ProcessEnv;
  isShown: boolean;
}

function runProgram(program: string, args: readonly string[], { cwd, environment, isShown }: Setting): Promise<Ended> {
  // On Windows npm is a script of the shell.
  const shell = program === "npm" && process.platform === "win32";
  const child = spawn(program, args, { cwd, env: environment, shell, stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
    });
  return new Promise((done) => {
    child.on("error", ({ message }) => done({ code: 1, said: message }));
    child.on("close", (code) => done({ code: code ?? 1, said }));
  });
}
