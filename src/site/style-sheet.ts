import { readFileSync } from "node:fs";
import { onDemand } from "../content/on-demand.ts";

/** css-tree's division of a style sheet into its smallest parts; the package's types leave it out. */
type Tokenizer = { tokenize: (css: string, onToken: (type: number, start: number, end: number) => void) => void } & Record<Mark, number>;
type Mark =
  | "Comment"
  | "WhiteSpace"
  | "Comma"
  | "Colon"
  | "Semicolon"
  | "Function"
  | `${"Left" | "Right"}${"CurlyBracket" | "Parenthesis"}`;
const tokenizer = onDemand<Tokenizer>("css-tree/tokenizer");

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

/**
 * A style sheet without comments and without the spaces that say nothing. Its parser would load ten times as much to save a few bytes more.
 */
export function minify(css: string): string {
  const marks = tokenizer();
  const { Comment, WhiteSpace, Comma, Colon, Semicolon, LeftCurlyBracket, RightCurlyBracket, LeftParenthesis, RightParenthesis } = marks;
  const opening = new Set([Comma, Colon, Semicolon, LeftCurlyBracket, RightCurlyBracket, LeftParenthesis, marks.Function]);
  const closing = new Set([Comma, Semicolon, LeftCurlyBracket, RightCurlyBracket, RightParenthesis]);
  let text = "";
  let last = Semicolon;
  let isSpaced = false;
  marks.tokenize(css, (type, start, end) => {
    if (type === WhiteSpace || type === Comment) {
      isSpaced = true;
      return;
    }
    if (isSpaced && !opening.has(last) && !closing.has(type)) text += " ";
    if (type === RightCurlyBracket && last === Semicolon) text = text.slice(0, -1);
    text += css.slice(start, end);
    [last, isSpaced] = [type, false];
  });
  return text;
}
