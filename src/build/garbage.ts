import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collector: (() => void) | undefined;

/** Frees what is not used any more, where V8 would wait until there is twice as much. */
export function collectGarbage(): void {
  if (!collector) {
    setFlagsFromString("--expose-gc");
    collector = runInNewContext("gc") as () => void;
  }
  collector();
}

/** How much of what is in use (in percent) may come to it before V8 collects garbage again; 0 for V8's own measure, up to three times as much. It holds from the next collection on. */
export function limitGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${percent}`);
}
