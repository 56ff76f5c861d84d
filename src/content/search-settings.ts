import { z } from "zod";

/** How a city wants its archive to be searched (`search` in site.yml). */
export const searchSchema = z
  .strictObject({
    enabled: z
      .boolean()
      .meta({ description: "false, wenn die Website keine Suche haben soll", examples: ["true"] })
      .default(true),
    compounds: z
      .array(
        z
          .string()
          .regex(/^[\p{L}]{2,40}(\|[\p{L}]{2,40}){0,5}$/u, {
            message:
              "So lässt sich ein Wort nicht trennen.|" + "Schreiben Sie nur Buchstaben, und zwischen die Teile einen senkrechten Strich.",
          })
          .meta({ description: "Wort mit | zwischen seinen Teilen; ohne | wird es nicht getrennt", examples: ["Gewandhaus|orchester"] }),
      )
      .max(2000)
      .meta({
        description:
          "Wörter, die die Suche falsch trennt, so geschrieben, wie sie zu trennen sind; eine Änderung baut den ganzen Suchindex neu",
        examples: [["Gewandhaus|orchester", "Alexander"]],
      })
      .default([]),
    releasesPerFile: z
      .string()
      .regex(/^([1-9]|[1-4]\d|50)$/)
      .meta({
        description: "Wie viele Meldungen sich eine Datei des Suchindex teilen: mehr ergeben weniger Dateien und größere Abrufe",
        examples: ["3"],
      })
      .default("3"),
  })
  .meta({ description: "Suche", examples: [{ enabled: true, compounds: ["Gewandhaus|orchester"] }] });

/** What the search of a site is told: words cut by hand (`|` between the parts), and how many releases share a file of the index. */
export interface SearchSettings {
  compounds: readonly string[];
  releasesPerFile: number;
}

/** The settings with their defaults; undefined where the site has no search. */
export function toSearch(value: z.output<typeof searchSchema> | undefined): SearchSettings | undefined {
  const { enabled = true, compounds = [], releasesPerFile = "3" } = value ?? {};
  return enabled ? { compounds, releasesPerFile: Number(releasesPerFile) } : undefined;
}
