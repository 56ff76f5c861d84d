import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** The changes after which a site is built again, in the order in which they are made. */
export const EDITS = ["text", "title", "added", "withdrawn", "layout"] as const;

/** One real change of content or layout. */
export type Edit = (typeof EDITS)[number];

/** What each change is, for people. */
export const EDIT_NAMES: Record<Edit, string> = {
  text: "one text edited",
  title: "one headline edited",
  added: "one release added",
  withdrawn: "one release withdrawn",
  layout: "the release layout edited",
};

/** Among how many of the newest releases changes are made: there press offices are at work. */
const NEWEST = 40;

/** Makes one change in a content folder or its layouts; each round changes other releases, always the same ones, and neither drafts nor withdrawn ones. */
export function applyEdit(edit: Edit, round: number, content: string, layouts: string): void {
  const releases = newestReleases(content);
  const at = (index: number) => {
    const path = releases[(index + 7 * round) % releases.length];
    if (path === undefined) throw new Error(`In ${content} liegt keine Meldung, die sich ändern ließe.`);
    return path;
  };
  const change = (path: string, make: (text: string) => string) => {
    const before = readFileSync(path, "utf8");
    const after = make(before);
    if (after === before) throw new Error(`${path} hat sich nicht ändern lassen.`);
    writeFileSync(path, after);
  };
  switch (edit) {
    case "text":
      change(at(2), (text) => `${text.trimEnd()}\n\nDer Stand ist der der Runde ${round}.\n`);
      break;
    case "title":
      change(at(3), (text) => text.replace(/^title: "(.*)"$/m, `title: "$1 (Runde ${round})"`));
      break;
    case "added": {
      const model = at(0);
      writeFileSync(
        model.replace(/[^/]+\.md$/, `messung-runde-${round}.md`),
        readFileSync(model, "utf8").replace(/^title: .*$/m, `title: "Neue Meldung der Runde ${round}"`),
      );
      break;
    }
    case "withdrawn":
      // Its address stays: a release that was deleted would be lost, which the build refuses.
      change(at(5), (text) => text.replace(/^date: (\S+).*$/m, '$&\nwithdrawn: {date: $1, reason: "Die Angaben waren falsch."}'));
      break;
    case "layout":
      change(join(layouts, "release.njk"), (text) => text.replace("{% block main %}", `{% block main %}<!-- Runde ${round} -->`));
      break;
  }
}

/** The newest releases that are public, have no version and no old address, in the order of paths. */
function newestReleases(content: string): string[] {
  const folder = join(content, "releases");
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const all = new Set(paths);
  return paths
    .filter((path) => /\/[^./]+\.md$/.test(path) && !all.has(path.replace(/md$/, "en.md")) && !path.includes("messung-runde"))
    .slice(-NEWEST)
    .map((path) => join(folder, path))
    .filter((path) => !/^(draft|embargo|withdrawn|aliases|events|corrections):/m.test(readFileSync(path, "utf8")));
}
