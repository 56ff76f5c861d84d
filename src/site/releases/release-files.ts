import { releaseFileAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { isVersion, type Release } from "../../content/release/release.ts";
import { type Page, textPage } from "../pages.ts";
import { hasCalendar, toCalendar } from "./calendar.ts";
import { toJson } from "./release-json.ts";
import { toText } from "./release-text.ts";

/** What a file beside a release is made of. */
interface From {
  release: Release;
  context: Context;
}

/**
 * Beside every release and version its plain text (`index.txt`) and its facts (`index.json`), beside a release its dates (`termine.ics`);
 * of a withdrawn one only that it is withdrawn.
 */
export function releaseFiles(archive: Archive): Page[] {
  return [...archive.releases, ...archive.versions].flatMap((release): Page[] => {
    const from: From = { release, context: archive.context };
    const data = textPage({ address: releaseFileAddress(release.address, "index.json"), kind: "data", from, print: printData });
    if (release.withdrawn) return [data];
    const text = textPage({ address: releaseFileAddress(release.address, "index.txt"), kind: "data", from, print: printText });
    if (isVersion(release) || !hasCalendar(release)) return [text, data];
    return [
      text,
      data,
      textPage({ address: releaseFileAddress(release.address, "termine.ics"), kind: "data", from, print: printCalendar }),
    ];
  });
}

function printText({ release, context }: From): string {
  return toText(release, context);
}

function printData({ release, context }: From): string {
  return `${JSON.stringify(toJson(release, context), null, 2)}\n`;
}

function printCalendar({ release, context }: From): string {
  return toCalendar([release], context);
}
