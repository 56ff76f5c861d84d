import type { Data } from "./yaml.ts";

/**
 * The same fields without the empty ones, which forms write for what was left out: nothing, `""`, `[]`, `{}`, and groups and lists of
 * nothing else. Entries of a list that says something keep their places.
 */
export function withoutEmpty(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).flatMap(([key, value]) => {
      const settled = settle(value);
      return settled === undefined ? [] : [[key, settled]];
    }),
  );
}

function settle(value: unknown): unknown {
  if (isEmpty(value)) return undefined;
  if (Array.isArray(value)) {
    const items = value.map(settle);
    return items.every((item) => item === undefined) ? undefined : items.map((item, index) => item ?? value[index]);
  }
  if (typeof value !== "object") return value;
  const group = withoutEmpty(value as Data);
  return isEmpty(group) ? undefined : group;
}

/** True for a value that says nothing by itself. */
export function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === "string") return value.trim() === "";
  return typeof value === "object" && Object.keys(value).length === 0;
}
