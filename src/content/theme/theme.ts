import { dirname, join } from "node:path";
import { z } from "zod";
import { error, hint, type Problem } from "../../problems.ts";
import { findConflictMarks } from "../conflict-marks.ts";
import { readContent } from "../files.ts";
import type { Locate } from "../yaml-positions.ts";
import { readColor } from "./colors.ts";
import { readDeclarations, resolve, SCHEMES } from "./declarations.ts";
import { type Logo, logoSchema, readLogo } from "./logo.ts";
import { accented, inDark, kernColor, ownPalettes, PARTS, type Palettes, TOKENS, withBar } from "./palette.ts";
import { findUnreadable, type Origin, type Origins } from "./readability.ts";

const colorSchema = (description: string, example: string) =>
  z
    .string()
    .refine((written) => readColor(written) !== undefined, {
      message: `Das ist keine deckende Farbe.|Schreiben Sie sie mit Raute und in Anführungszeichen, zum Beispiel: "${example}"`,
    })
    .meta({ description, examples: [example] });

/** The schema of `theme` in `site.yml`. */
export const themeSchema = z
  .strictObject({
    accent: colorSchema("Farbe der Stadt, in Anführungszeichen; Links, Linien und Balken tragen sie", "#1f43a8").optional(),
    accentDark: colorSchema("dieselbe Farbe auf dunklem Grund; fehlt sie, wird sie aus accent gewonnen", "#9bb5f5").optional(),
    logo: logoSchema.optional(),
    file: z
      .string()
      .regex(/^assets\/[A-Za-z0-9_-]+\.css$/)
      .meta({
        description: "Theme für das Design-System KERN, das Land oder Stadt schon haben; in content/assets",
        examples: ["assets/theme.css"],
      })
      .optional(),
  })
  .meta({
    description: "Farben und Logo; jede Farbe wird auf Lesbarkeit geprüft, hell und dunkel",
    examples: [
      {
        accent: "#1f43a8",
        accentDark: "#9bb5f5",
        logo: { file: "assets/logo.svg", dark: "assets/logo-dunkel.svg", alt: "Stadt Musterstadt" },
        file: "assets/theme.css",
      },
    ],
  });

/** The look of a city's pages: the colours of both schemes, and its logo. */
export interface Theme {
  palettes: Palettes;
  logo: Logo | undefined;
}

/** The look of a site without a theme. */
export function ownTheme(): Theme {
  return { palettes: ownPalettes(), logo: undefined };
}

/**
 * Makes the theme from the settings below `theme` in `site.yml` (`path`); `files` are those of the content folder.
 * A colour with too little contrast is an error at the place where it was set.
 */
export function readTheme(
  settings: z.output<typeof themeSchema> | undefined,
  path: string,
  locate: Locate,
  files: ReadonlySet<string>,
): { theme: Theme; problems: Problem[] } {
  if (!settings) return { theme: ownTheme(), problems: [] };
  const folder = dirname(path);
  const problems: Problem[] = [];
  const origins: Origins = { light: {}, dark: {} };
  const palettes: Palettes = { ...ownPalettes() };
  const source = settings.file;
  if (source !== undefined && !files.has(source)) {
    problems.push(
      error(
        "file-missing",
        path,
        locate(["theme", "file"]),
        `Die Datei „${source}“ gibt es nicht.`,
        "Legen Sie sie im Ordner assets an, oder streichen Sie die Zeile file.",
      ),
    );
  } else if (source !== undefined) readFile(join(folder, source));
  if (settings.accent !== undefined || settings.accentDark !== undefined) setAccent(settings.accent, settings.accentDark);
  const logo = settings.logo && readLogo(settings.logo, path, locate, files);
  return {
    theme: { palettes, logo: logo?.logo },
    problems: [...problems, ...findUnreadable(palettes, origins), ...(logo?.problems ?? [])],
  };

  function readFile(file: string): void {
    const bytes = readContent(file);
    if (!(bytes instanceof Uint8Array)) {
      problems.push(bytes);
      return;
    }
    const conflicts = findConflictMarks(bytes.toString("utf8"), file);
    const { declared, problems: strays } = readDeclarations(bytes.toString("utf8"), file);
    problems.push(...(conflicts.length > 0 ? conflicts : strays));
    for (const scheme of SCHEMES) {
      const palette = { ...palettes[scheme] };
      const base = ownPalettes()[scheme];
      const known = new Map<string, string>(PARTS.map((part) => [TOKENS[part], base[part]]));
      const lookUp = (name: string) => declared[scheme].get(name)?.value ?? kernColor(name) ?? known.get(name);
      for (const part of PARTS) {
        const set = part === "bar" ? undefined : declared[scheme].get(TOKENS[part]);
        if (!set) continue;
        const value = resolve(set.value, lookUp);
        const color = value === undefined ? undefined : readColor(value);
        if (color) {
          palette[part] = color;
          origins[scheme][part] = { path: file, at: set.at, write: (suggested) => `${TOKENS[part]}: ${suggested};` };
        } else if (value === undefined) {
          problems.push(
            hint(
              "theme-variable-unknown",
              file,
              set.at,
              `${TOKENS[part]} verweist auf etwas, das weder die Datei noch KERN 2.7 kennt; es gilt die Farbe des Archivs.`,
              `Schreiben Sie ${TOKENS[part]}: ${base[part]};`,
            ),
          );
        } else {
          problems.push(
            error(
              "theme-no-color",
              file,
              set.at,
              `${TOKENS[part]} ist hier keine deckende Farbe, die sich prüfen lässt.`,
              `Schreiben Sie zum Beispiel: ${TOKENS[part]}: ${base[part]};`,
            ),
          );
        }
      }
      palettes[scheme] = withBar(palette);
    }
  }

  function setAccent(light: string | undefined, dark: string | undefined): void {
    const accent = light === undefined ? undefined : readColor(light);
    const given = dark === undefined ? undefined : readColor(dark);
    const keepsGreys = source !== undefined;
    if (accent) palettes.light = accented(palettes.light, accent, keepsGreys);
    const dimmed = given ?? (accent && inDark(accent, palettes.dark));
    if (dimmed) palettes.dark = accented(palettes.dark, dimmed, keepsGreys);
    const from = (key: string): Origin => ({ path, at: locate(["theme", key]), write: (color) => `${key}: "${color}"` });
    if (accent) origins.light.action = from("accent");
    if (dimmed) origins.dark.action = from(given ? "accentDark" : "accent");
  }
}
