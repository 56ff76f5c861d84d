import assert from "node:assert/strict";
import { join, relative } from "node:path";
import { describe, test } from "node:test";
import { checkLogo } from "../../src/content/media.ts";
import { layFiles, line, makeFolder, PNG } from "../fixture.ts";

const AT = { line: 7, column: 3 };
const drawing = (inner: string, attributes = 'viewBox="0 0 90 30"') =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ${attributes}>\n${inner}\n</svg>\n`;

/** What is wrong with a logo, a line a problem; its own path is `assets/NAME`. */
function judge(content: string | Uint8Array, name = "logo.svg"): string[] {
  const folder = makeFolder();
  layFiles(folder, { [`assets/${name}`]: content });
  return checkLogo(join(folder, "assets", name), join(folder, "site.yml"), AT).map((problem) =>
    line({ ...problem, path: relative(folder, problem.path) }),
  );
}

describe("the city's logo", () => {
  test("a drawing as drawing programs save it is taken", () => {
    const sound = [
      drawing('<title>Wappen</title><g id="a"><path d="M0 0h9v9z" fill="#c00"/></g><use href="#a" x="20"/>'),
      drawing(
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><style>.a { fill: url(#g) }</style><rect class="a" width="9" height="9" fill="url( \'#g\' )"/>',
      ),
      drawing(
        '<sodipodi:namedview pagecolor="#fff"/><metadata><rdf:RDF><cc:Work rdf:about=""/></rdf:RDF></metadata><path d="M0 0h9" inkscape:connector-curvature="0"/>',
        'width="90" height="30" xmlns:sodipodi="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" xmlns:inkscape="http://www.inkscape.org/namespaces/inkscape" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#"',
      ),
    ];
    for (const svg of sound) assert.deepEqual(judge(svg), [], svg);
    assert.deepEqual(judge(PNG, "logo.png"), []);
  });

  test("whatever runs, moves, or comes from elsewhere is refused with its place in the drawing", () => {
    const unsafe: Record<string, string> = {
      "a script": "<script>alert(1)</script>",
      "a script of another name": '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
      "a script of a page": '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
      "foreign content": '<foreignObject><p xmlns="http://www.w3.org/1999/xhtml">Text</p></foreignObject>',
      "foreign content within notes": "<metadata><foreignObject/></metadata>",
      "a handler": '<path d="M0 0" onload="alert(1)"/>',
      "a handler in capitals": '<path d="M0 0" ONCLICK="alert(1)"/>',
      "a link": '<a href="https://fremd.example/"><path d="M0 0"/></a>',
      "a picture": '<image href="data:image/png;base64,AAAA" width="9" height="9"/>',
      "a reference": '<use href="https://fremd.example/a.svg#b"/>',
      "an old reference": '<use xlink:href="data:image/svg+xml,x#b"/>',
      "a base": '<g xml:base="https://fremd.example/"/>',
      "a fill": '<path d="M0 0" fill="url(https://fremd.example/a.svg#b)"/>',
      "a fill in quotation marks": '<path d="M0 0" style="fill: URL ( \'//fremd.example/a\' )"/>',
      "an escaped fill": '<path d="M0 0" style="fill: \\75rl(//fremd.example/a)"/>',
      "an imported style": '<style>@import "https://fremd.example/a.css";</style>',
      "an imported style in parts": '<style>@imp<!-- --><![CDATA[ort "https://fremd.example/a.css";]]></style>',
      "a font": "<style>@font-face { font-family: A; src: local(A) }</style>",
      movement: '<animate attributeName="href" to="x"/>',
      "a set value": '<set attributeName="onload" to="alert(1)"/>',
    };
    for (const [what, inner] of Object.entries(unsafe)) {
      const problems = judge(drawing(inner));
      assert.ok(problems.length > 0, what);
      for (const problem of problems) assert.match(problem, /^assets\/logo\.svg:3:\d+ error .+\. .+\.$/, what);
    }
    assert.match(judge(drawing("<g>\n  <script/></g>")).join(), /^assets\/logo\.svg:4:3 error Das Element <script>/);
  });

  test("all faults of a drawing are told at once", () => {
    assert.equal(judge(drawing('<script/>\n<path onload="x"/>\n<image/>', "")).length, 4);
  });

  test("entities, style sheets and instructions of XML are refused", () => {
    assert.match(
      judge(`<!DOCTYPE svg [<!ENTITY a "aaaa">]>\n${drawing("<text>&a;</text>").split("\n").slice(1).join("\n")}`).join("\n"),
      /logo\.svg:1:1 error .*DOCTYPE/,
    );
    assert.match(
      judge(`<?xml-stylesheet href="https://fremd.example/a.css"?>\n<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"/>`).join(),
      /:1:1 error .*xml-stylesheet/,
    );
  });

  test("what repeats what repeats is refused before it fills the memory", () => {
    const bomb = Array.from(
      { length: 30 },
      (_, index) => `<g id="g${index + 1}"><use href="#g${index}"/><use href="#g${index}"/></g>`,
    ).join("");
    assert.match(judge(drawing(`<path id="g0" d="M0 0"/>${bomb}`)).join(), /Element <use>/);
    assert.match(judge(drawing('<use href="#self"/>', 'id="self" viewBox="0 0 1 1"')).join(), /Element <use>/);
  });

  test("a file that is no drawing, breaks off, has no size or is too large is refused", () => {
    assert.match(judge("").join(), /logo\.svg:1:1 error/);
    assert.match(judge("<!doctype html><script>alert(1)</script>").join(), /error/);
    assert.match(judge("<html xmlns='http://www.w3.org/1999/xhtml'/>").join("\n"), /keine SVG-Datei/);
    assert.match(judge(drawing("<g>")).join(), /logo\.svg:4:\d+ error .*kein gültiges XML/);
    assert.match(judge(drawing("<g/>", "")).join(), /:2:1 error .*Größe/);
    assert.match(judge(Buffer.from([0xff, 0xfe, 0x3c, 0x00])).join(), /UTF-8/);
    assert.match(judge(drawing(`<path d="${"M0 0".repeat(60_000)}"/>`)).join(), /größer als 200 KB/);
    assert.match(
      judge(drawing("<g/>"), "logo.png").join(),
      /^site\.yml:7:3 error Das Bild heißt \.png, enthält aber eine Webseite oder Zeichnung/,
    );
    assert.match(judge(PNG, "logo.svg").join(), /UTF-8|XML/);
  });
});
