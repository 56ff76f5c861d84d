import { after, describe, test } from "node:test";
import { type Case, judge, openWorkshop, readCatalogue, SAYS, together } from "./hostile.ts";
import { listCases } from "./hostile-cases.ts";

const workshop = await openWorkshop();
after(() => workshop.close());

// Each case alone, and the slow ones in full length: tests/real/hostile.test.ts; each in a process of its own: npm run test:hostile.
const catalogue = together(readCatalogue());
const ours = together(listCases(0.05));

function testCase(hostile: Case, by: "builder" | "loader"): void {
  test(`${hostile.id} ${hostile.what} ${SAYS[hostile.expect]}`, async () => {
    await judge(workshop, hostile, by);
  });
}

describe("nothing in the catalogue of hostile content breaks, leaks or runs", () => {
  for (const hostile of [catalogue.all, ...catalogue.alone]) testCase(hostile, "builder");
});

// What the loader refuses is not built as well: the build asks the same loader.
describe("nothing that we thought of ourselves breaks, leaks or runs", () => {
  for (const hostile of [ours.all, ...ours.alone]) testCase(hostile, "loader");
});
