import { readDocument } from "../../content/front-matter.ts";
import { checkText, hasText } from "../../markdown/text-check.ts";
import { hasErrors } from "../../problems.ts";
import { placePictures } from "../documents/pictures.ts";
import { contentFile } from "../releases/release-file.ts";
import { slugOf } from "../releases/slug.ts";
import type { Item } from "./item.ts";
import { dateOf, isDated, writtenDate } from "./item-date.ts";
import { plainLine, shortened } from "./texts/plain.ts";
import type { Workshop } from "./workshop.ts";

/** An address of a private person, however it is written: with it, a comment is not published. */
const EMAIL = /[\p{L}\p{N}_.+-]+\\?(?:@|%40|&#0*64;|&#x0*40;|&commat;)[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)+/giu;

/** The files of the approved comments of an item, by their names: name, date and text alone. Answers stand one step deep. */
export function commentFiles(item: Item, workshop: Workshop, count: (what: string) => void): Map<string, string> {
  const { site, mapping, conversion } = workshop;
  const files = new Map<string, string>();
  const sound: { id: string; replyTo: string | undefined; name: string; date: string; text: string; instant: number }[] = [];
  for (const { id, name, date: dates, text, replyTo } of item.comments ?? []) {
    const date = dateOf(dates, { timeZone: site.timeZone, order: mapping.dates });
    const { markdown } = conversion.convert({ text, form: "wordpress" }, undefined, (href) =>
      /^https?:\/\//.test(href) ? href : undefined,
    );
    const withoutAddresses = placePictures(markdown, () => undefined).replace(EMAIL, () => {
      count("Eine E-Mail-Adresse ist in einem Kommentar weggefallen.");
      return "[…]";
    });
    const plainName = shortened(plainLine(name).replace(EMAIL, "").replace(/[<>]/g, ""), 80).trim() || "Ohne Namen";
    if (
      !isDated(date) ||
      !hasText(withoutAddresses) ||
      hasErrors(checkText(withoutAddresses, "", 1, { images: new Set(), attachments: new Set() }))
    )
      count("Ein Kommentar ist nicht übernommen: Ihm fehlen Datum oder Text.");
    else sound.push({ id, replyTo, name: plainName, date: writtenDate(date), text: withoutAddresses, instant: date.instant });
  }
  sound.sort((a, b) => a.instant - b.instant);
  const width = Math.max(2, String(sound.length).length);
  const nameOf = new Map(
    sound.map(({ id, name }, index) => [id, `${String(index + 1).padStart(width, "0")}-${(slugOf(name) ?? "name").slice(0, 40)}`]),
  );
  const rootOf = (id: string | undefined): string | undefined => {
    let at = id;
    for (let depth = 0; at !== undefined && depth < 50; depth++) {
      const comment = sound.find((one) => one.id === at);
      if (!comment) return undefined;
      if (comment.replyTo === undefined || !nameOf.has(comment.replyTo)) return comment.id;
      at = comment.replyTo;
    }
    return undefined;
  };
  for (const { id, replyTo, name, date, text } of sound) {
    const root = replyTo === undefined ? undefined : rootOf(replyTo);
    const file = contentFile({ name, date, replyTo: root === undefined || root === id ? undefined : nameOf.get(root) }, text);
    if (readDocument(Buffer.from(file), "").value) files.set(`${nameOf.get(id)}.md`, file);
  }
  return files;
}
