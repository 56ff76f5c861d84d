import { z } from "zod";

/** How a city wants links to its releases to be previewed (`cards` in site.yml). */
export const cardsSchema = z
  .strictObject({
    enabled: z
      .boolean()
      .meta({ description: "false, wenn Links in sozialen Netzen und Messengern ohne Karte erscheinen sollen", examples: ["true"] })
      .default(true),
    releases: z
      .string()
      .regex(/^\d{1,6}$/)
      .meta({
        description: "Bis zu so vielen Meldungen bekommt jede eine eigene Karte; sind es mehr, gilt für alle dieselbe",
        examples: ["5000"],
      })
      .default("5000"),
  })
  .meta({
    description: "Karten, mit denen soziale Netze und Messenger einen Link zeigen",
    examples: [{ enabled: true, releases: "5000" }],
  });

/** What is told of the cards of a site: up to how many releases each has one of its own. */
export interface CardSettings {
  releases: number;
}

/** The settings with their defaults; undefined where the site has no cards. */
export function toCards(value: z.output<typeof cardsSchema> | undefined): CardSettings | undefined {
  const { enabled = true, releases = "5000" } = value ?? {};
  return enabled ? { releases: Number(releases) } : undefined;
}
