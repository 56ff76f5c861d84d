import { dirname, extname, join } from "node:path";
import { z } from "zod";
import { error, type Problem } from "../../problems.ts";
import { readContent } from "../files.ts";
import { checkLogo, pictureSize } from "../media.ts";
import type { Locate } from "../yaml-positions.ts";

/** Largest logo in bytes; it is loaded with the first page of every visit. */
const BYTES_MAX = 60_000;

const fileSchema = (description: string, example: string) =>
  z
    .string()
    .regex(/^assets\/[A-Za-z0-9_-]+\.(svg|png)$/)
    .meta({ description, examples: [example] });

/** The schema of `logo`. */
export const logoSchema = z
  .strictObject({
    file: fileSchema("SVG oder PNG in content/assets, steht vor dem Namen", "assets/logo.svg"),
    dark: fileSchema(
      "Fassung für dunklen Grund; fehlt sie, steht das Logo dort auf einem hellen Feld",
      "assets/logo-dunkel.svg",
    ).optional(),
    alt: z
      .string()
      .trim()
      .min(2)
      .max(100)
      .meta({
        description: "nur wenn der Name schon im Logo steht: was zu lesen ist; der Name steht dann nicht noch einmal daneben",
        examples: ["Stadt Musterstadt"],
      })
      .optional(),
  })
  .meta({ description: "Logo der Stadt", examples: [{ file: "assets/logo.svg" }] });

/** The logo as pages show it, its size in the units of its file. Without `alt` the city's name is printed beside it. */
export interface Logo {
  address: string;
  source: string;
  width: number;
  height: number;
  alt: string | undefined;
  dark: { address: string; source: string } | undefined;
}

/** Checks the files of a logo and gives them their addresses; undefined where one cannot be shown. */
export function readLogo(
  settings: z.output<typeof logoSchema>,
  path: string,
  locate: Locate,
  files: ReadonlySet<string>,
): { logo: Logo | undefined; problems: Problem[] } {
  const light = readFile("file", settings.file, "logo");
  const dark = settings.dark === undefined ? undefined : readFile("dark", settings.dark, "logo-dark");
  const problems = [...light.problems, ...(dark?.problems ?? [])];
  if (problems.length > 0) return { logo: undefined, problems };
  return { logo: { ...light.shown, ...pictureSize(light.shown.source), alt: settings.alt, dark: dark?.shown }, problems };

  function readFile(key: "file" | "dark", file: string, name: string): { shown: { address: string; source: string }; problems: Problem[] } {
    const at = locate(["theme", "logo", key]);
    const source = join(dirname(path), file);
    const shown = { address: `/assets/${name}${extname(file)}`, source };
    if (!files.has(file))
      return {
        shown,
        problems: [
          error(
            "file-missing",
            path,
            at,
            `Die Datei „${file}“ gibt es nicht.`,
            "Legen Sie sie im Ordner assets an, oder streichen Sie die Angabe.",
          ),
        ],
      };
    const bytes = readContent(source, BYTES_MAX);
    if (!(bytes instanceof Uint8Array)) return { shown, problems: [{ ...bytes, remedy: "Vereinfachen oder verkleinern Sie das Logo." }] };
    return { shown, problems: checkLogo(source, path, at) };
  }
}
