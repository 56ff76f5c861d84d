import { after } from "node:test";
import { openBrowser } from "./browser.ts";

/** What a test says that is skipped without a browser. */
export const NO_BROWSER = "Hier ist kein Chrome oder Chromium; CHROME_PATH nennt einen.";

/** The browser of all tests of this process, closed when they have ended. */
export const browser = await openBrowser();
after(() => browser?.close());
