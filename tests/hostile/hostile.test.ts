import { after, before, describe, test } from "node:test";
import { judge, openWorkshop, readCatalogue, type Workshop } from "./hostile.ts";
import { listCases } from "./hostile-cases.ts";

const SAYS = {
  publish: "is published as it was written",
  refuse: "is refused with its place, and the live site stays as it is",
  hidden: "appears nowhere",
  either: "is published or refused, in bounded time and memory",
};

let workshop: Workshop;
before(async () => {
  workshop = await openWorkshop();
});
after(() => workshop.close());

// Every case of the catalogue is built; of ours what the loader lets through. npm run test:hostile builds them all, each in a process of its own.
for (const [name, cases, by] of [
  ["nothing in the catalogue of hostile content breaks, leaks or runs", readCatalogue(), "builder"],
  ["nothing that we thought of ourselves breaks, leaks or runs", listCases(), "loader"],
] as const) {
  describe(name, { concurrency: 2 }, () => {
    for (const hostile of cases) {
      test(`${hostile.id} ${hostile.what} ${SAYS[hostile.expect]}`, async () => {
        await judge(workshop, hostile, by);
      });
    }
  });
}
