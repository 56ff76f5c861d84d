import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { digest } from "../disk/digest.ts";
import { compareText } from "../problems.ts";

const ROOT = resolve(import.meta.dirname, "../..");

/** Names the program that builds: its modules, the versions of its libraries, and Node's. */
export function nameProgram(): string {
  const lock = ["package-lock.json", "package.json"].map((name) => join(ROOT, name)).find((path) => existsSync(path));
  const modules = [".eleventy.ts", ...below("src").filter((path) => path.endsWith(".ts"))].map((path) => join(ROOT, path));
  return digest([process.version, ...[...modules, ...(lock ? [lock] : [])].map((path) => digest(readFileSync(path)))].join(" "));
}

/** Names each layout together with the layouts and macros that it draws on, by its file name in `layouts/` without the ending; and the words of the interface. */
export function nameLayouts(): { layouts: ReadonlyMap<string, string>; words: string } {
  const sources = new Map(
    below("layouts")
      .filter((path) => path.endsWith(".njk"))
      .map((path) => [path.slice("layouts/".length), readFileSync(join(ROOT, path), "utf8")]),
  );
  const layouts = new Map<string, string>();
  for (const name of sources.keys()) {
    if (name.includes("/")) continue;
    const drawn = new Set([name]);
    // A set grows while it is walked: what is drawn on may draw on more.
    for (const file of drawn)
      for (const [, other = ""] of sources.get(file)?.matchAll(/{%-?\s*(?:extends|from|import|include)\s+"([^"]+)"/g) ?? [])
        drawn.add(other);
    layouts.set(
      name.slice(0, -".njk".length),
      digest(
        [...drawn]
          .sort(compareText)
          .map((file) => `${file}\n${sources.get(file)}`)
          .join("\n"),
      ),
    );
  }
  const words = below("layouts/texts").map((path) => digest(readFileSync(join(ROOT, path))));
  return { layouts, words: digest(words.join(" ")) };
}

/** The files below a folder of the project, as paths from its root, in the order of their names. */
function below(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(ROOT.length + 1)
        .replaceAll("\\", "/"),
    )
    .sort(compareText);
}
