import { type ChildProcess, fork } from "node:child_process";
import { join } from "node:path";
import { nothingBefore } from "../fixture.ts";

/** How a build ended and all that it said. */
export interface Ended {
  code: number;
  said: string;
}

const NOTHING_BEFORE = nothingBefore();

/** A process that builds one site after the other. */
export interface Builder {
  build: (args: readonly string[], environment: Record<string, string>) => Promise<Ended>;
  /** Ends the process; the next build starts a new one, which reads code and words anew. */
  restart: () => void;
}

const children = new Set<ChildProcess>();
process.on("exit", () => {
  for (const child of children) child.kill("SIGKILL");
});

/** A builder of a project; layouts that read what is not there make it fail. */
export function startBuilder(project: string): Builder {
  let child: ChildProcess | undefined;
  const restart = () => {
    child?.kill("SIGKILL");
    if (child) children.delete(child);
    child = undefined;
  };
  const hear = (from: ChildProcess) =>
    new Promise<unknown>((done, fail) => {
      from.once("message", done);
      from.once("exit", (code, signal) => fail(new Error(`The builder ended with ${code ?? signal}.`)));
    });
  return {
    restart,
    build: async (args, environment) => {
      if (!child) {
        const { PATH = "", HOME = "" } = process.env;
        child = fork(join(import.meta.dirname, "builder.ts"), [join(project, "src/commands/build.ts")], {
          cwd: project,
          execArgv: ["--import", import.meta.resolve("tsx")],
          env: { PATH, HOME, STRICT_LAYOUTS: "1" },
        });
        children.add(child);
        await hear(child);
      }
      child.ref();
      child.channel?.ref();
      const answer = hear(child);
      // Releases come and go here at random; what is lost by that is not the question.
      child.send({ args: args.includes("--previous") ? args : [...args, ...NOTHING_BEFORE], environment });
      const ended = (await answer) as Ended;
      child.removeAllListeners("exit");
      // A builder that waits keeps no test from ending.
      child.unref();
      child.channel?.unref();
      return ended;
    },
  };
}

/** Starts a build in a process of its own that the test may kill; no loader stands between. */
export function forkBuild(project: string, args: readonly string[], environment: Record<string, string>): ChildProcess {
  const { PATH = "", HOME = "" } = process.env;
  const child = fork(join(project, "src/commands/build.ts"), [...args], {
    cwd: project,
    execArgv: ["--import", import.meta.resolve("tsx")],
    env: { PATH, HOME, ...environment },
    silent: true,
  });
  children.add(child);
  child.on("exit", () => children.delete(child));
  return child;
}
