import { diffArrays } from "diff";
import { sameAs } from "./yaml-text.ts";

/** What becomes of each entry of a list, in their new order: it stays (perhaps changed), it goes (no `value`), or it is new (no `old`). */
export function align(before: readonly unknown[], after: readonly unknown[]): { old?: number; value?: unknown }[] {
  const steps: { old?: number; value?: unknown }[] = [];
  let old = 0;
  let gone: number[] = [];
  let fresh: unknown[] = [];
  const settle = () => {
    const pairs = Math.min(gone.length, fresh.length);
    for (let index = 0; index < Math.max(gone.length, fresh.length); index++) {
      if (index < pairs) steps.push({ old: gone[index] as number, value: fresh[index] });
      else if (gone[index] !== undefined) steps.push({ old: gone[index] as number });
      else steps.push({ value: fresh[index] });
    }
    gone = [];
    fresh = [];
  };
  for (const { value, added, removed } of diffArrays([...before], [...after], { comparator: sameAs })) {
    if (removed) gone.push(...value.map(() => old++));
    else if (added) fresh.push(...value);
    else {
      settle();
      for (const one of value) steps.push({ old: old++, value: one });
    }
  }
  settle();
  return steps;
}
