import { readFileSync } from "node:fs";

const LIST = "style.css";
const PLACE = `layouts/styles/${LIST}`;
const LAYERS = /@layer ([\w, ]+);/;
const IMPORT = /@import "([^"]+)" layer\((\w+)\);/g;

/**
 * The style sheets (files by their path below `layouts/styles/`) as one text, in the order in which `style.css` among them imports the
 * others; throws where list and files differ.
 */
export function joinStyles(styles: ReadonlyMap<string, string>): string {
  const read = (path: string) => readFileSync(styles.get(path) ?? path, "utf8");
  const files = new Set([...styles.keys()].filter((path) => path.endsWith(".css") && path !== LIST));
  const list = read(LIST).replace(/\/\*.*?\*\//gs, "");
  const [statement = "", names = ""] = LAYERS.exec(list) ?? [];
  const layers = names.split(/, */);
  const runs: { layer: string; text: string }[] = [];
  const listed = new Set<string>();
  for (const [line, path = "", layer = ""] of list.matchAll(IMPORT)) {
    if (!files.has(path)) throw new Error(`${PLACE}: Die Datei „${path}“ gibt es nicht.`);
    if (listed.has(path)) throw new Error(`${PLACE}: „${path}“ steht zweimal in der Liste.`);
    if (!layers.includes(layer)) throw new Error(`${PLACE}: ${line} nennt eine Ebene, die nicht in der Zeile @layer steht.`);
    listed.add(path);
    const text = read(path);
    const last = runs.at(-1);
    if (last?.layer === layer) last.text += text;
    else runs.push({ layer, text });
  }
  const stray = list.replace(LAYERS, "").replace(IMPORT, "").trim();
  const example = '@import "components/text.css" layer(components);';
  if (stray) throw new Error(`${PLACE}: „${stray}“ gehört nicht hierher, nur Zeilen wie ${example}`);
  const forgotten = [...files].filter((path) => !listed.has(path)).sort();
  if (forgotten.length > 0) throw new Error(`${PLACE}: In der Liste fehlt ${forgotten.join(", ")}.`);
  return `${statement}${runs.map(({ layer, text }) => `@layer ${layer} {${text}}`).join("")}`;
}
