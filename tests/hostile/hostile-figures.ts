import { executeIfMain } from "../../src/commands/call.ts";
import { defineCommand } from "../../src/commands/command.ts";
import { judge, MEMORY_MAX, type Outcome, openWorkshop, readCatalogue, SECONDS_MAX } from "./hostile.ts";
import { listCases } from "./hostile-cases.ts";

/** Builds every hostile case in a process of its own, two at a time, and prints what became of them and what they cost. */
export const command = defineCommand({
  name: "test:hostile",
  summary: {
    de: "Baut kaputte und bösartige Inhalte und nennt, was aus jedem wurde und was es kostete",
    en: "Builds broken and malicious content, and tells what became of each and what it cost",
  },
  options: {},
  exits: { de: "0 alle Regeln gehalten, 1 eine gebrochen", en: "0 all rules kept, 1 one broken" },
  run: judgeAll,
});

async function judgeAll(): Promise<number> {
  const cases = [
    ...readCatalogue().map((hostile) => ({ ...hostile, from: "catalogue" })),
    ...listCases().map((hostile) => ({ ...hostile, from: "our own" })),
  ];
  const outcomes = new Map<(typeof cases)[number], Outcome>();
  const failures: string[] = [];
  const workshop = await openWorkshop();
  const queue = cases[Symbol.iterator]();
  const started = performance.now();
  const work = async () => {
    for (const hostile of queue) {
      try {
        outcomes.set(hostile, await judge(workshop, hostile));
      } catch (thrown) {
        failures.push(`${hostile.id} ${hostile.what}: ${thrown instanceof Error ? thrown.message : thrown}`.slice(0, 2000));
      }
    }
  };
  await Promise.all([work(), work()]);
  workshop.close();

  const rows = ["catalogue", "our own"].flatMap((from) =>
    [...new Set(cases.filter((hostile) => hostile.from === from).map(({ group }) => group))].map((group) => {
      const judged = [...outcomes].filter(([hostile]) => hostile.from === from && hostile.group === group);
      const count = (became: Outcome["became"]) => judged.filter(([, outcome]) => outcome.became === became).length;
      const either = judged.filter(([hostile]) => hostile.expect === "either");
      return {
        from,
        group,
        cases: cases.filter((hostile) => hostile.from === from && hostile.group === group).length,
        published: count("published"),
        refused: count("refused"),
        hidden: count("hidden"),
        "either: published": either.filter(([, { became }]) => became === "published").length,
        "either: refused": either.filter(([, { became }]) => became === "refused").length,
        "seconds, worst": Number(Math.max(0, ...judged.map(([, { seconds }]) => seconds)).toFixed(1)),
        "MB, worst": Math.round(Math.max(0, ...judged.map(([, { memory }]) => memory))),
      };
    }),
  );
  console.table(rows);
  const sum = (key: "cases" | "published" | "refused" | "hidden") => rows.reduce((total, row) => total + row[key], 0);
  const worst = (key: "seconds" | "memory") => [...outcomes].reduce((a, b) => (a[1][key] > b[1][key] ? a : b));
  console.log(
    `${sum("cases")} cases: ${sum("published")} published, ${sum("refused")} refused, ${sum("hidden")} hidden; ${Math.round((performance.now() - started) / 1000)} s`,
  );
  console.log(
    `Memory of the worst: ${worst("memory")[1].memory.toFixed(0)} MB of ${MEMORY_MAX} (${worst("memory")[0].id} ${worst("memory")[0].what})`,
  );
  console.log(
    `Seconds of the worst: ${worst("seconds")[1].seconds.toFixed(1)} of ${SECONDS_MAX} (${worst("seconds")[0].id} ${worst("seconds")[0].what})`,
  );
  for (const line of failures) console.error(`Failed: ${line}`);
  return failures.length > 0 ? 1 : 0;
}

await executeIfMain(import.meta.filename, command);
