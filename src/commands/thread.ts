import { Worker } from "node:worker_threads";

/** A module at work in a thread of its own. */
export interface Thread<Answer> {
  /** The one message that the module sends; rejected where it fails. */
  answer: Promise<Answer>;
  /** Stops it; resolves when it does nothing any more. */
  stop: () => Promise<unknown>;
}

/** Starts a module of `src/commands/` in a thread of its own; it finds `data` as its `workerData`. */
export function startThread<Answer>(name: string, data: unknown): Thread<Answer> {
  const module = new URL(`./${name}`, import.meta.url).href;
  // Node 20 does not pass its loader on to threads.
  const worker = new Worker(`import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(module)}); })`, { eval: true, workerData: data });
  const answer = new Promise<Answer>((resolve, reject) => {
    worker.on("message", resolve);
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Ein Teil des Baus wurde abgebrochen (${code}).`)));
  });
  // Reported where it is waited for; until then others may be at work.
  answer.catch(() => undefined);
  return { answer, stop: () => worker.terminate() };
}
