import type sax from "sax";
import type { ProblemId } from "../problem-ids.ts";
import { error, FILE_START, type Problem, positionAt } from "../problems.ts";
import { readContent } from "./files.ts";
import { onDemand } from "./on-demand.ts";

const xml = onDemand<typeof sax>("sax");

const SVG = "http://www.w3.org/2000/svg";
const XLINK = "http://www.w3.org/1999/xlink";

/** Namespaces of notes that drawing programs add; browsers ignore them. */
const NOTES = new Set([
  "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
  "http://www.inkscape.org/namespaces/inkscape",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://creativecommons.org/ns#",
  "http://purl.org/dc/elements/1.1/",
]);

/** Elements that draw (SVG 2). None of them runs scripts, moves, links or embeds other content. */
const DRAWING = new Set(
  (
    "svg g defs symbol use title desc metadata style switch path rect circle ellipse line polyline polygon text tspan textPath " +
    "linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite " +
    "feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feOffset"
  ).split(" "),
);

/** Largest drawing in bytes; a detailed coat of arms fits. */
const BYTES_MAX = 200_000;

/** Checks that an SVG only draws: no script, no foreign content, no reference out of the file. Each fault is reported at its place. */
export function checkSvg(source: string): Problem[] {
  const bytes = readContent(source, BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) return [{ ...bytes, remedy: "Vereinfachen Sie die Zeichnung, oder speichern Sie sie als PNG." }];
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [
      error(
        "not-utf8",
        source,
        FILE_START,
        "Die SVG-Datei ist nicht in UTF-8 geschrieben.",
        "Speichern Sie sie im Zeichenprogramm neu als „Einfaches SVG“.",
      ),
    ];
  }
  const problems: Problem[] = [];
  // `strictEntities` allows only the five entities of XML itself; it is missing from the types of sax.
  const options = { xmlns: true, strictEntities: true };
  const parser = xml().parser(true, options);
  const say = (id: ProblemId, message: string, remedy: string, offset = parser.startTagPosition - 1) => {
    problems.push(error(id, source, positionAt(text, Math.max(0, offset)), message, remedy));
  };
  const open: { name: string; id: string | undefined; text: string }[] = [];
  const used = new Set<string>();
  const users = new Set<string>();
  let isDrawing = false;
  parser.onerror = (thrown) => {
    throw thrown;
  };
  parser.ondoctype = () =>
    say(
      "svg-doctype",
      "Die SVG-Datei hat eine Zeile <!DOCTYPE …>; sie könnte Inhalte von außen holen.",
      "Löschen Sie sie; gebraucht wird sie nicht.",
      text.indexOf("<!DOCTYPE"),
    );
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== "xml") say("svg-instruction", `Die SVG-Datei hat eine Anweisung <?${name} …?>.`, "Löschen Sie sie.");
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag as sax.QualifiedTag;
    const id = attributes.id?.value;
    if (open.length === 0) {
      isDrawing = local === "svg" && uri === SVG;
      if (isDrawing && !attributes.viewBox && !(attributes.width && attributes.height))
        say("svg-without-size", "Der Zeichnung fehlt ihre Größe.", 'Schreiben Sie in das Element <svg> zum Beispiel viewBox="0 0 200 80".');
    }
    open.push({ name: local, id, text: "" });
    if (NOTES.has(uri)) return;
    if (uri !== SVG || !DRAWING.has(local)) {
      say(
        "svg-element-forbidden",
        `Das Element <${tag.name}> gehört nicht in eine Zeichnung; es könnte etwas ausführen oder von außen holen.`,
        "Löschen Sie es, und wandeln Sie Bilder und Schriften darin in Pfade um.",
      );
      return;
    }
    for (const attribute of Object.values(attributes)) {
      const { local: name, uri: space, value } = attribute;
      const isReference = name === "href" && (space === "" || space === XLINK);
      if (/^on/i.test(name) && space === "")
        say("svg-script", `„${attribute.name}“ würde ein Programm ausführen.`, "Löschen Sie diese Angabe.");
      else if ((isReference && !value.startsWith("#")) || attribute.name === "xml:base" || leadsOut(value))
        say(
          "svg-external-reference",
          `„${attribute.name}“ verweist auf etwas außerhalb der Datei.`,
          "Löschen Sie die Angabe, oder betten Sie die Zeichnung als Pfade ein.",
        );
      else if (isReference && local === "use") {
        used.add(value.slice(1));
        for (const { id: user } of open) if (user !== undefined) users.add(user);
      }
    }
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    // The text is checked as a whole, because a comment or CDATA section may divide a word.
    if (closed?.name === "style" && (leadsOut(closed.text) || /@import|@font-face/i.test(closed.text)))
      say(
        "svg-external-reference",
        "Die Formatangaben verweisen auf etwas außerhalb der Datei.",
        "Löschen Sie @import, @font-face und url(…), soweit sie nicht mit # beginnen.",
      );
  };
  const read = (characters: string) => {
    const inner = open.at(-1);
    if (inner) inner.text += characters;
  };
  parser.ontext = read;
  parser.oncdata = read;
  try {
    parser.write(text).close();
  } catch (thrown) {
    const reason = thrown instanceof Error ? (thrown.message.split("\n", 1)[0] ?? "") : "";
    problems.push(
      error(
        "svg-malformed",
        source,
        { line: parser.line + 1, column: parser.column + 1 },
        `Die SVG-Datei ist kein gültiges XML (${reason}).`,
        "Speichern Sie sie im Zeichenprogramm neu als „Einfaches SVG“.",
      ),
    );
    return problems;
  }
  if (!isDrawing)
    problems.push(
      error("svg-malformed", source, FILE_START, "Das ist keine SVG-Datei.", "Speichern Sie die Zeichnung als SVG, PNG oder WebP."),
    );
  // Elements <use> that repeat each other multiply: ten lines can become a billion shapes.
  if ([...used].some((id) => users.has(id)))
    problems.push(
      error(
        "svg-nested-use",
        source,
        FILE_START,
        "In der Zeichnung wiederholt ein Element <use> ein anderes, das selbst wiederholt.",
        "Wandeln Sie Klone in Pfade um (Inkscape: Klonverbindung auftrennen).",
      ),
    );
  return problems;
}

/** True where CSS or an attribute fetches something from elsewhere, or could hide it behind an escape. */
function leadsOut(value: string): boolean {
  return value.includes("\\") || /\bsrc\s*\(|image(?:-set)?\s*\(/i.test(value) || /url\s*\(\s*["']?\s*[^#"'\s]/i.test(value);
}
