import type { Language } from "../../addresses.ts";
import { error } from "../../problems.ts";
import { type Document, textLater } from "../front-matter.ts";
import { checkShape } from "../shape.ts";
import type { Reading } from "../yaml.ts";
import type { Version } from "./release.ts";
import { releaseSchema, versionSchema } from "./schema.ts";

/** The people and pictures that an original lists; a version may translate their words but not add others. */
export interface Listed {
  people: ReadonlySet<string>;
  images: ReadonlySet<string>;
}

/** Reads a language version; fields that only the original may have are refused. `original` is undefined where it could not be read. */
export function toVersion(document: Document, path: string, language: Language, original: Listed | undefined): Reading<Version> {
  const { data, locate } = document;
  const repeated = Object.keys(data).filter((key) => key in releaseSchema.shape && !(key in versionSchema.shape));
  const problems = repeated.map((key) =>
    error(
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
      if (original && !original[field].has(key)) {
        problems.push(
          error(
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
      path,
      draft: fields.draft ?? false,
      title: fields.title,
      summary: fields.summary,
      roles: new Map(people.map((item) => [item.id, item.role])),
      imageTexts: new Map(images.map((item) => [item.file, { alt: item.alt, caption: item.caption }])),
      translation: fields.translation && { kind: fields.translation.kind, by: fields.translation.by },
      text: textLater(path, document.fileDigest, document.textStart),
      fileDigest: document.fileDigest,
      textLine: document.textLine,
    },
  };
}
