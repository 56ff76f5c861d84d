import { after, describe, test } from "node:test";
import { judge, openWorkshop, readCatalogue, SAYS } from "../hostile/hostile.ts";
import { listCases } from "../hostile/hostile-cases.ts";

const workshop = await openWorkshop();
after(() => workshop.close());

describe("no hostile content breaks, leaks or runs, each case built by itself", { concurrency: 2 }, () => {
  for (const hostile of [...readCatalogue(), ...listCases()]) {
    test(`${hostile.id} ${hostile.what} ${SAYS[hostile.expect]}`, async () => {
      await judge(workshop, hostile, "builder");
    });
  }
});
