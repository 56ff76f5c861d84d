import { testTown } from "../town/judged.ts";

testTown(2000, { links: 50_000, lists: 500 });
