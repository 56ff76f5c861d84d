import { type Problem, sortProblems } from "../problems.ts";

/** Why a text is not public although it is sound. */
export type Withheld = "draft" | "embargoed" | "original";

/** What changes of a public text at a moment (ms): a correction appears, it is withdrawn, no longer pinned, or an event of it is over. */
export interface Change {
  reason: "correction" | "withdrawal" | "unpinned" | "over";
  from: number;
}

/** The account of one file from reading to its outcome. */
export interface Account {
  path: string;
  /** Where the text would stand, as far as its path says. */
  address: string | undefined;
  /** False where the file itself speaks of withdrawal, draft or embargo: then nothing earlier of it may stay online. */
  mayStay: boolean;
  outcome: "published" | "refused" | Withheld | undefined;
  /** The moment (ms) from which it is public, where it waits for one. */
  from?: number | undefined;
  /** Why the public does not see it, where a preview shows it all the same. */
  withheld?: Withheld | undefined;
  /** What is going to change of it. */
  changes?: readonly Change[];
}

/** A text that is not public, why, and where it would stand; only check, preview and the leak test may know of it. */
export interface Unpublished {
  path: string;
  reason: Withheld;
  address: string | undefined;
}

/**
 * What waits for its moment (ms): such a text, with where it will stand, or a change of a public one. The moment is undefined where nobody
 * knows it.
 */
export interface Waiting {
  path: string;
  reason: Withheld | Change["reason"];
  address: string | undefined;
  from: number | undefined;
}

/** A text that cannot be published until its errors are mended. */
export type Refused = Pick<Account, "path" | "address" | "mayStay">;

/**
 * How many texts (releases, versions, pages, comments, misplaced files) were read and what became of them: read = published + unpublished
 * + refused.
 */
export interface Counts {
  read: number;
  published: number;
  unpublished: number;
  refused: number;
}

/** Keeps account of every file, so that nothing is dropped in silence. */
export interface Ledger {
  open: (path: string, address?: string) => Account;
  report: (problems: readonly Problem[]) => void;
  /** Says what became of all; `previewed` are texts that only a preview shows. */
  close: () => {
    unpublished: Unpublished[];
    waiting: Waiting[];
    previewed: Waiting[];
    refused: Refused[];
    problems: Problem[];
    counts: Counts;
  };
}

/**
 * An empty ledger, which tells `onProgress` how many accounts it has. Closing it throws where a file has no outcome: that would be a
 * mistake of the program, not of an editor.
 */
export function createLedger(onProgress?: (done: number) => void): Ledger {
  const accounts: Account[] = [];
  const problems: Problem[] = [];
  return {
    open: (path, address) => {
      const account: Account = { path, address, mayStay: true, outcome: undefined };
      accounts.push(account);
      onProgress?.(accounts.length);
      return account;
    },
    report: (found) => {
      for (const problem of found) problems.push(problem);
    },
    close: () => {
      const waiting: Waiting[] = [];
      const previewed: Waiting[] = [];
      const unpublished: Unpublished[] = [];
      const refused: Refused[] = [];
      let published = 0;
      for (const { outcome, from, withheld, changes = [], ...account } of accounts) {
        if (outcome === undefined) throw new Error(`${account.path} hat keinen Ausgang.`);
        if (outcome === "published") {
          published++;
          if (withheld !== undefined) previewed.push({ path: account.path, reason: withheld, address: account.address, from });
          for (const change of changes) waiting.push({ path: account.path, address: undefined, ...change });
        } else if (outcome === "refused") refused.push(account);
        else {
          const text: Unpublished = { path: account.path, reason: outcome, address: account.address };
          unpublished.push(text);
          waiting.push({ ...text, from });
        }
      }
      const counts = { read: accounts.length, published, unpublished: unpublished.length, refused: refused.length };
      return { unpublished, waiting, previewed, refused, problems: sortProblems(problems), counts };
    },
  };
}

/** The balance of a reading: nothing that was read is unaccounted for. */
export function reportCounts({ read, published, unpublished, refused }: Counts): string {
  return `Gelesen ${read} = veröffentlicht ${published} + nicht öffentlich ${unpublished} + abgewiesen ${refused}`;
}
