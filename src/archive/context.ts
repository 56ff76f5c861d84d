import { createLinks, type Links } from "../addresses.ts";
import type { Site } from "../content/site.ts";
import { createTexts, type Texts } from "../markdown/text-html.ts";
import type { MessageCatalog } from "../messages.ts";
import { createDateFormat, type DateFormat } from "./date-format.ts";

/** What printing anything needs to know of the city: its settings, and what follows from them and is made once. */
export interface Context {
  site: Site;
  links: Links;
  messages: MessageCatalog;
  formatDate: DateFormat;
  texts: Texts;
}

/** The context of a city. */
export function createContext(site: Site, messages: MessageCatalog): Context {
  const links = createLinks(site.url);
  return { site, links, messages, formatDate: createDateFormat(site.timeZone), texts: createTexts(links, messages) };
}
