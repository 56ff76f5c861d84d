import { testTown } from "./judged.ts";

// Lists that are divided further and feeds of many documents take more releases: tests/real/large-town.test.ts.
testTown(120, { links: 8000, lists: 200 });
