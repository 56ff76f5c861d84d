import { COMMANDS, type Commands, main as runMain } from "../src/commands/command-line.ts";

/** All commands of this repository: those of a city, and what its developers need. */
export const ALL: Commands = {
  ...COMMANDS,
  demo: () => import("./demo.ts"),
  sample: () => import("./town/sample.ts"),
  bench: () => import("./bench/bench.ts"),
  "bench:search": () => import("./bench/search.ts"),
  "bench:publish": () => import("./bench/publish.ts"),
  budget: () => import("./browser/budget.ts"),
  pictures: () => import("./browser/pictures.ts"),
  "test:hostile": () => import("./hostile/hostile-figures.ts"),
};

/** Runs the command that this process was started with. */
export function main(): Promise<void> {
  return runMain(ALL);
}
