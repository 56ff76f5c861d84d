import { z } from "zod";
import { isRefusal, parseDate, writeChoice } from "../dates.ts";
import { namesIn } from "./old-address.ts";

/** A text of `min` to `max` characters in one line; line breaks and tabs in the file become spaces. */
export function text(min: number, max: number, description: string, example: string): z.ZodString {
  return z
    .string()
    .overwrite((written) => written.replace(/ *[\n\t][\n\t ]*/g, " "))
    .trim()
    .min(min)
    .max(max)
    .meta({ description, examples: [example] });
}

/** An id of a register: `a-z0-9-`. */
export function id(description: string, example: string): z.ZodString {
  return z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]*$/)
    .max(80)
    .meta({ description, examples: [example] });
}

/** A date without a time, as exactly as it is known or (`isDay`) to the day; its right form is spelt out where it is written otherwise. */
export function calendarDate(description: string, example: string, isDay = false): z.ZodString {
  return z
    .string()
    .trim()
    .superRefine((written, { addIssue }) => {
      const refuse = (message: string, remedy: string) => addIssue({ code: "custom", message: `${message}|${remedy}` });
      const date = parseDate(written, "UTC");
      if (isRefusal(date)) {
        const meant = [...new Set((date.meant ?? []).map((form) => form.slice(0, 10)))].filter((form) => !isDay || form.length === 10);
        const isShaped = /^\d{4}-\d\d-\d\d$/.test(written);
        refuse(
          isShaped ? "Diesen Tag hat der Kalender nicht." : date.message,
          meant.length > 0 ? writeChoice(meant) : `Schreiben Sie zum Beispiel: ${example}`,
        );
      } else if (date.precision === "minute")
        refuse(`„${written}“ nennt eine Uhrzeit.`, `Schreiben Sie den Tag: ${date.machine.slice(0, 10)}`);
      else if (isDay && date.precision !== "day") refuse(`„${written}“ nennt keinen Tag.`, `Schreiben Sie zum Beispiel: ${example}`);
    })
    .meta({ description, examples: [example] });
}

/** A web address that may be linked: http or https. */
export function webAddress(description: string, example: string): z.ZodType<string> {
  return z
    .url({ protocol: /^https?$/ })
    .max(500)
    .meta({ description, examples: [example] });
}

/** A language tag (BCP 47) whose language exists: `uk` is one, `ua` is the code of a country; `de-simple` is Leichte Sprache. */
export function languageTag(description: string, example: string): z.ZodType<string> {
  return z
    .string()
    .refine(isLanguage, {
      message: "Diese Sprache gibt es nicht.|Schreiben Sie sie als Sprachkürzel (BCP 47), zum Beispiel en, uk, tr oder ar.",
    })
    .meta({ description, examples: [example] });
}

const languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });

function isLanguage(tag: string): boolean {
  try {
    return languageNames.of(tag.split("-", 1)[0] ?? "") !== undefined && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

/** An e-mail address. */
export function emailAddress(description: string, example: string): z.ZodType<string> {
  return z
    .email()
    .max(200)
    .meta({ description, examples: [example] });
}

/** What word processors write in place of spaces and hyphens, so that lines do not break there; and what is not seen at all. */
function plainly(written: string): string {
  return written
    .replace(/[\p{Zs}\t]/gu, " ")
    .replace(/[\u2010-\u2015\u2212\ufe63\uff0d]/g, "-")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** A telephone number; spaces and hyphens of word processors become plain ones. */
export function phoneNumber(description: string, example: string): z.ZodString {
  return z
    .string()
    .overwrite((written) => plainly(written))
    .regex(/^\+?[0-9 ()/-]{3,40}$/)
    .meta({ description, examples: [example] });
}

/**
 * An old address that redirects to the new one: a path from the root of the site as the old one had it, or an address on another host.
 * What would lead out of the output, or steer the server, is refused however it is written.
 */
export const aliasSchema = z
  .string()
  .min(2)
  .max(500)
  .refine((written) => /^(\/(?!\/)|https?:\/\/)/.test(written), {
    message: "Eine frühere Adresse beginnt mit einem Schrägstrich oder, auf einem anderen Host, mit https://.",
  })
  .refine((written) => !written.includes("#"), {
    message: "Was hinter # steht, erfährt kein Webserver.|Schreiben Sie die frühere Adresse ohne # und was danach steht.",
  })
  .refine((written) => !/[\\<>"`\p{Cc}\p{Zl}\p{Zp}]|%(0|1|7f)[0-9a-f]?/iu.test(written), {
    message: "Ein Zeichen der früheren Adresse kann in keiner Adresse stehen.|Übernehmen Sie sie aus der Adresszeile des Browsers.",
  })
  .refine((written) => isPath(written) || (URL.canParse(written) && !/^https?:\/\/[^/?]*@/i.test(written)), {
    message: "Das ist keine vollständige Adresse.|Schreiben Sie zum Beispiel: https://alt.stadt.example/presse/4711.html",
  })
  .refine(
    (written) => !isPath(written) || !namesIn(pathOf(written)).some((part) => part.startsWith(".") || /[/\\]\.\.?([/\\]|$)/.test(part)),
    {
      message:
        "Ein Teil der alten Adresse beginnt mit einem Punkt; so heißen Dateien, die den Webserver steuern." +
        "|Streichen Sie sie, oder schreiben Sie den Pfad ohne „.“ und „..“ aus.",
    },
  )
  .refine((written) => !isPath(written) || !namesIn(pathOf(written).slice(1)).some((name) => isSteering(name, written)), {
    message: "Eine Datei dieses Namens steuert den Webserver.|Streichen Sie die alte Adresse; der Webserver kann sie weiterleiten.",
  })
  .meta({ description: "Frühere Adresse, die weiterleitet", examples: ["/presse/meldung-4711.html"] });

function isPath(written: string): boolean {
  return written.startsWith("/");
}

/** An old address without its query. */
function pathOf(written: string): string {
  return written.replace(/\?.*$/s, "");
}

/** True for a name at the root by which static hosts are set up. */
function isSteering(name: string, written: string): boolean {
  return pathOf(written).replace(/\/$/, "").lastIndexOf("/") === 0 && /^(_.*|cname|web\.config)$/i.test(name);
}
