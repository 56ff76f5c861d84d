import { parentPort, type TransferListItem, Worker } from "node:worker_threads";

/** A module at work in a thread of its own. */
export interface Thread {
  /** Sends a message (`moved` are the buffers in it that need not be copied) and resolves with the answer. Messages are answered one after the other, in their order. Rejected where the module fails. */
  ask: <Answer>(message: unknown, moved?: readonly TransferListItem[]) => Promise<Answer>;
  /** Stops it; resolves when it does nothing any more. */
  stop: () => Promise<unknown>;
}

/** Starts a module of `src/commands/` in a thread of its own; there `answerAsked` says what it answers. */
export function startThread(name: string): Thread {
  const module = new URL(`./${name}`, import.meta.url).href;
  // Node 20 does not pass its loader on to threads.
  const worker = new Worker(`import("tsx/esm/api").then(({ register }) => { register(); return import(${JSON.stringify(module)}); })`, {
    eval: true,
    // A third of the usual: as fast, and less memory for each thread.
    resourceLimits: { maxYoungGenerationSizeMb: 16 },
  });
  const failed = new Promise<never>((_resolve, reject) => {
    worker.on("error", reject);
    worker.on("exit", (code) => reject(new Error(`Ein Teil des Baus wurde abgebrochen (${code}).`)));
  });
  const waiting: ((answer: unknown) => void)[] = [];
  worker.on("message", (answer: unknown) => waiting.shift()?.(answer));
  // Reported where an answer is waited for; until then others may be at work.
  failed.catch(() => undefined);
  return {
    ask: <Answer>(message: unknown, moved: readonly TransferListItem[] = []) => {
      const answer = Promise.race([failed, new Promise<Answer>((resolve) => waiting.push((given) => resolve(given as Answer)))]);
      answer.catch(() => undefined);
      worker.postMessage(message, moved);
      return answer;
    },
    stop: () => worker.terminate(),
  };
}

/** In a thread: answers each message that it is sent. What is thrown reaches the one who asked. */
export function answerAsked<Message>(answer: (message: Message) => unknown): void {
  let last: Promise<unknown> = Promise.resolve();
  parentPort?.on("message", (message: Message) => {
    last = last.then(async () => parentPort?.postMessage(await answer(message)));
  });
}
