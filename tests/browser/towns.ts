import { after } from "node:test";
import { openTowns } from "./kinds.ts";

/** The towns, built and served once for all tests of this process that only look at them. */
export const towns = await openTowns();
after(() => towns.close());
