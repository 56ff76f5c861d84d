import type { Language } from "../../addresses.ts";
import { error } from "../../problems.ts";
import { withoutEmpty } from "../empty-fields.ts";
import type { Document } from "../front-matter.ts";
import { checkShape } from "../shape.ts";
import type { Result } from "../yaml.ts";
import type { VersionFields } from "./release.ts";
import { releaseSchema, versionSchema } from "./schema.ts";

/** The people and pictures that an original lists; a version may translate their words but not add others. */
export interface Listed {
  people: readonly string[];
  images: readonly string[];
}

/**
 * Reads a language version; whatever only the original may say is refused by name. `original` is undefined where there is none to compare
 * with.
 */
export function readVersion(document: Document, path: string, language: Language, original: Listed | undefined): Result<VersionFields> {
  const { locate } = document;
  const data = withoutEmpty(document.data);
  const repeated = Object.keys(data).filter((key) => key in releaseSchema.shape && !(key in versionSchema.shape));
  const problems = repeated.map((key) =>
    error(
      "field-of-original",
      path,
      locate([key]),
      `„${key}“ gilt aus der ursprünglichen Meldung und darf hier nicht noch einmal stehen.`,
      "Löschen Sie die Zeile in der Sprachfassung.",
    ),
  );
  const own = Object.fromEntries(Object.entries(data).filter(([key]) => !repeated.includes(key)));
  const { value: fields, problems: shape } = checkShape(versionSchema, own, path, locate);
  problems.push(...shape);
  if (!fields || problems.length > 0) return { value: undefined, problems };
  const foreign = (field: "people" | "images", keys: readonly string[]) => {
    keys.forEach((key, index) => {
      if (original && !original[field].includes(key)) {
        problems.push(
          error(
            "not-in-original",
            path,
            locate([field, index]),
            `„${key}“ kommt in der ursprünglichen Meldung nicht unter „${field}“ vor.`,
            "Ergänzen Sie es dort, oder löschen Sie es hier.",
          ),
        );
      }
    });
  };
  const { people = [], images = [] } = fields;
  foreign(
    "people",
    people.map(({ id }) => id),
  );
  foreign(
    "images",
    images.map(({ file }) => file),
  );
  return {
    problems,
    value: {
      language,
      draft: fields.draft ?? false,
      title: fields.title,
      // What is left out follows from the text, which the archive reads (src/archive/texts.ts).
      summary: fields.summary ?? "",
      isSummaryDerived: fields.summary === undefined,
      people: people.map((item) => ({ id: item.id, role: item.role })),
      images: images.map((item) => ({ file: item.file, alt: item.alt, caption: item.caption })),
      translation: fields.translation && { kind: fields.translation.kind, by: fields.translation.by },
      textLine: document.textLine,
    },
  };
}
