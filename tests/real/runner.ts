import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { parse } from "yaml";
import { hear } from "../fixture.ts";

/** How commands ended, and all that they said. */
export interface Ran {
  code: number | null;
  said: string;
}

/** Runs a script by a shell in a folder, with nothing of this process's environment but what is named. */
export async function runScript(cwd: string, shell: readonly string[], script: string, environment: Record<string, string>): Promise<Ran> {
  const [program = "", ...args] = shell;
  const { code, stdout, stderr } = await hear(
    spawn(program, [...args, script], { cwd, env: environment, stdio: ["ignore", "pipe", "pipe"] }),
  );
  return { code, said: stdout + stderr };
}

/** What makes a pipeline of GitHub's run, and the variables and secrets of the repository. */
export interface Event {
  event_name: "push" | "pull_request" | "schedule";
  vars: Record<string, string>;
  secrets: Record<string, string>;
}

interface Step {
  name?: string;
  run?: string;
  uses?: string;
  if?: string;
  with?: { path?: string };
  env?: Record<string, string>;
}

/**
 * Runs the job `archiv` of a workflow in a clone, step by step, as GitHub's runner does: conditions are asked, commands run by `bash -e`, and
 * what is handed over has to be there. Actions that fetch the repository, Node and the cache have nothing to do here.
 */
export async function runGithub(clone: string, event: Event, environment: Record<string, string>): Promise<Ran> {
  const workflow = parse(readFileSync(join(clone, ".github/workflows/archiv.yml"), "utf8")) as {
    env: Record<string, string>;
    jobs: { archiv: { steps: Step[] } };
  };
  const { vars, secrets } = event;
  const evaluate = (expression: string, env: Record<string, string>) =>
    String(runInContext(expression, createContext({ github: { event_name: event.event_name }, vars, secrets, env })) ?? "");
  const fill = (written: Record<string, string>, env: Record<string, string>) =>
    Object.fromEntries(
      Object.entries(written).map(([name, value]) => [
        name,
        value.replace(/\$\{\{(.*?)\}\}/g, (_whole, inner: string) => evaluate(inner, env)),
      ]),
    );
  const env = fill(workflow.env, {});
  let said = "";
  for (const step of workflow.jobs.archiv.steps) {
    if (step.if !== undefined && evaluate(step.if, env) !== "true") continue;
    if (step.uses?.startsWith("actions/upload-") && !existsSync(join(clone, step.with?.path ?? "")))
      return { code: 1, said: `${said}\nNothing to upload: ${step.with?.path}` };
    if (step.run === undefined) continue;
    const own = { CI: "true", GITHUB_ACTIONS: "true", ...environment, ...env, ...fill(step.env ?? {}, env) };
    const ran = await runScript(clone, ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c"], step.run, own);
    said += `\n${step.name ?? step.run}\n${ran.said}`;
    if (ran.code !== 0) return { code: ran.code, said };
  }
  return { code: 0, said };
}

/** Runs the job `archiv` of GitLab's pipeline in a clone, all lines in one shell, as GitLab's runner does. */
export function runGitlab(clone: string, environment: Record<string, string>): Promise<Ran> {
  const { archiv, variables } = parse(readFileSync(join(clone, ".gitlab-ci.yml"), "utf8")) as {
    archiv: { script: string[] };
    variables: Record<string, string | number>;
  };
  const own = { CI: "true", GITLAB_CI: "true", ...environment };
  const named = Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)]));
  return runScript(clone, ["bash", "-eo", "pipefail", "-c"], archiv.script.join("\n"), { ...named, ...own });
}
