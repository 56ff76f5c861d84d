import { z } from "zod";
import { text, webAddress } from "./fields.ts";

/** How the editors' form is set up (`form` in site.yml). */
export const formSchema = z
  .union([
    z.boolean(),
    z.strictObject({
      application: text(
        1,
        200,
        "Kennung der Anwendung, die beim Host des Repositorys für das Formular angelegt ist (GitLab, openCode, Forgejo)",
        "3f7c9a0e5d",
      ).optional(),
      signIn: webAddress(
        "Adresse des Dienstes, der die Anmeldung bei GitHub vermittelt; ohne ihn meldet man sich mit einem Zugangsschlüssel an",
        "https://anmeldung.stadt.example",
      ).optional(),
    }),
  ])
  .meta({
    description:
      "Formular unter /redaktion/, in dem die Redaktion im Browser schreibt: true, oder wie man sich anmeldet; " +
      "braucht repository und die Pakete @sveltia/cms und esbuild",
    examples: ["true"],
  });

/** The editors' form of a site: how people sign in to the host of the repository; with neither, by an access token of their own. */
export interface FormSettings {
  application: string | undefined;
  signIn: string | undefined;
}

/** The settings of the form; undefined where a site has none. */
export function toForm(value: z.output<typeof formSchema> | undefined): FormSettings | undefined {
  if (value === undefined || value === false) return undefined;
  return value === true ? { application: undefined, signIn: undefined } : { application: value.application, signIn: value.signIn };
}
