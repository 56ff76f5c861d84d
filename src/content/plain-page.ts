import { z } from "zod";
import { isReserved, type Language, pageAddress } from "../addresses.ts";
import { error, FILE_START } from "../problems.ts";
import { aliasSchema, text } from "./fields.ts";
import type { Document } from "./front-matter.ts";
import { checkShape } from "./shape.ts";
import type { Result } from "./yaml.ts";

/** The front matter of a plain page: `content/pages/slug.md`. */
export const pageSchema = z.strictObject({
  title: text(3, 300, "Überschrift", "Impressum"),
  summary: text(20, 500, "Ein Satz für Suchmaschinen", "Wer dieses Archiv betreibt und wie man ihn erreicht.")
    .meta({ title: "Zusammenfassung" })
    .optional(),
  aliases: z
    .array(aliasSchema)
    .meta({ description: "Frühere Adressen", examples: [["/impressum.html"]] })
    .optional(),
  draft: z
    .boolean()
    .meta({ title: "Entwurf", description: "true, solange die Seite ein Entwurf ist", examples: ["true"] })
    .optional(),
});

/** A plain page such as the imprint; `text` is Markdown. */
export interface PlainPage {
  slug: string;
  path: string;
  address: string;
  language: Language;
  title: string;
  summary: string | undefined;
  aliases: readonly string[];
  draft: boolean;
  text: string;
  textLine: number;
}

/** Makes a plain page; a name that the archive needs for its own addresses is refused. */
export function toPage(
  document: Document,
  path: string,
  slug: string,
  language: Language,
  languages: readonly Language[],
): Result<PlainPage> {
  const { value, problems } = checkShape(pageSchema, document.data, path, document.locate);
  if (isReserved(slug, languages)) {
    problems.push(
      error(
        "page-address-reserved",
        path,
        FILE_START,
        `Die Adresse /${slug}/ gehört dem Archiv selbst.`,
        "Geben Sie der Seite einen anderen Dateinamen.",
      ),
    );
  }
  if (!value || problems.length > 0) return { value: undefined, problems };
  return {
    problems,
    value: {
      slug,
      path,
      address: pageAddress(slug, language),
      language,
      title: value.title,
      summary: value.summary,
      aliases: value.aliases ?? [],
      draft: value.draft ?? false,
      text: document.text,
      textLine: document.textLine,
    },
  };
}
