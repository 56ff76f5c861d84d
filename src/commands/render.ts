import Eleventy from "@11ty/eleventy";
import type { Archive } from "../archive/archive.ts";
import type { Page } from "../pages.ts";
import { rendering } from "../rendering.ts";

/** What to render and where to; `output` is an empty folder or none. */
export interface RenderRun {
  archive: Archive;
  pages: readonly Page[];
  output: string;
  cache: string;
  isStrict: boolean;
}

/** Renders pages with one run of Eleventy; throws when a layout fails. */
export async function render({ archive, pages, output, cache, isStrict }: RenderRun): Promise<void> {
  const eleventy = new Eleventy("src", output, {
    configPath: "",
    quietMode: true,
    config: (config) => {
      config.setOutputDirectory(output);
      rendering(config, { read: () => ({ archive, pages }), cache, isStrict });
    },
  });
  // Eleventy prints a failure with its stack and throws it as well: once is enough, and in our words.
  eleventy.disableLogger();
  await eleventy.init();
  try {
    await eleventy.write();
  } catch (thrown) {
    throw new Error(`Das Layout ließ sich nicht anwenden. ${reasons(thrown).join(" ")}`);
  }
}

function reasons(thrown: unknown): string[] {
  if (!(thrown instanceof Error)) return [String(thrown)];
  const inner = (thrown as { originalError?: unknown }).originalError ?? thrown.cause;
  return [thrown.message, ...(inner ? reasons(inner) : [])];
}
