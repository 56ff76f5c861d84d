import { ALL_VIEWS, testViews } from "../browser/views.ts";
import { testAccess } from "../browser/walks.ts";

await testViews(ALL_VIEWS);
await testAccess(true);
