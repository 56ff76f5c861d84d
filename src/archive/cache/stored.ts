import type { Entry, Registers } from "../../content/registers.ts";

/** A register entry by the names of its register and of itself, such as `places/rathaus`. */
export type EntryKey = `${keyof Registers}/${string}`;

/** In JSON, what stands for a register entry: the entry itself is in its register. */
const ENTRY = "$entry";

/** Turns what was read of a file into JSON and back. */
export interface Storage {
  /** The value as JSON can hold it, and the register entries that it refers to. Functions are left out. */
  store: (value: object) => { json: unknown; entries: EntryKey[] };
  /** The value that was stored; an entry that is in no register any more is undefined. Changes `json`. */
  revive: (json: unknown) => unknown;
}

/** The storage for values that refer to entries of these registers. */
export function createStorage(registers: Registers): Storage {
  const keys = new Map<unknown, EntryKey>();
  const byKey = new Map<string, Entry>();
  for (const [name, register] of Object.entries(registers) as [keyof Registers, ReadonlyMap<string, Entry>][]) {
    for (const [id, entry] of register) {
      keys.set(entry, `${name}/${id}`);
      byKey.set(`${name}/${id}`, entry);
    }
  }
  return {
    store: (value) => {
      const entries = new Set<EntryKey>();
      const visit = (inner: unknown): unknown => {
        // JSON has no undefined, and what is read has no null: so one stands for the other, and no field goes missing.
        if (inner === undefined) return null;
        if (typeof inner !== "object") return inner;
        if (Array.isArray(inner)) return inner.map(visit);
        const key = keys.get(inner);
        if (key === undefined) {
          const fields = Object.entries(inner as object).filter(([, field]) => typeof field !== "function");
          return Object.fromEntries(fields.map(([name, field]) => [name, visit(field)]));
        }
        entries.add(key);
        return { [ENTRY]: key };
      };
      return { json: visit(value), entries: [...entries] };
    },
    revive,
  };

  function revive(json: unknown): unknown {
    if (json === null) return undefined;
    if (typeof json !== "object") return json;
    const record = json as Record<string, unknown>;
    const key = record[ENTRY];
    if (typeof key === "string") return byKey.get(key);
    for (const name of Object.keys(record)) {
      const inner = record[name];
      if (inner === null || typeof inner === "object") record[name] = revive(inner);
    }
    return record;
  }
}
