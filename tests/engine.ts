import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Makes Eleventy forget the layouts that it keeps for as long as a process lives; `root` is the project's folder.
 * In use each build is a process; where a test builds twice in one, the second would print the first one's settings.
 */
export async function createForgetting(root: string): Promise<() => void> {
  const load = async (module: string) =>
    ((await import(pathToFileURL(join(root, "node_modules/@11ty/eleventy/src", module)).href)) as { default: unknown }).default;
  const layouts = (await load("LayoutCache.js")) as { removeAll: () => void };
  const contents = (await load("TemplateContent.js")) as Record<"_inputCache" | "_compileCache", Map<string, unknown>>;
  return () => {
    layouts.removeAll();
    contents._inputCache.clear();
    contents._compileCache.clear();
  };
}
