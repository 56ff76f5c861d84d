import { createLinks, releaseFileAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Release } from "../../content/release/release.ts";
import { createDateFormat } from "../../dates.ts";
import { textsOf } from "../../markdown/text-html.ts";
import { lazyText, type Page } from "../pages.ts";
import { hasCalendar, toCalendar } from "./calendar.ts";
import { toRecord } from "./release-json.ts";
import { toText } from "./release-text.ts";

/** Beside every release and version its plain text (`index.txt`) and its facts (`index.json`), beside a release its dates (`termine.ics`); of a withdrawn one only that it is withdrawn. */
export function releaseFiles(archive: Archive): Page[] {
  const { site } = archive;
  const links = createLinks(site.url);
  const context = { site, links, printDate: createDateFormat(site.timeZone), plainText: textsOf(site).plain };
  const printText = (release: Release) => toText(release, context);
  const printData = (release: Release) => `${JSON.stringify(toRecord(release, context), null, 2)}\n`;
  const printCalendar = (release: Release) => toCalendar(release, context);
  return [...archive.releases, ...archive.versions].flatMap((release): Page[] => {
    const inputs = [release] as const;
    const data = lazyText(releaseFileAddress(release.address, "index.json"), inputs, printData);
    if (release.withdrawn) return [data];
    const text = lazyText(releaseFileAddress(release.address, "index.txt"), inputs, printText);
    return release.language === "de" && hasCalendar(release)
      ? [text, data, lazyText(releaseFileAddress(release.address, "termine.ics"), inputs, printCalendar)]
      : [text, data];
  });
}
