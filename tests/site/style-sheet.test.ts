import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { generate, parse } from "css-tree";
import { layoutFiles } from "../../src/layouts.ts";
import { joinStyles, minify } from "../../src/site/style-sheet.ts";
import { type Files, filesBelow, layFiles, makeFolder } from "../fixture.ts";

const FILES: Files = { "tokens.css": "a{}", "components/day.css": "b{}", "components/band.css": "c{}", "print.css": "d{}" };
const LIST = `/* In this order. */
@layer tokens, components, print;
@import "tokens.css" layer(tokens);
@import "components/day.css" layer(components);
@import "components/band.css" layer(components);
@import "print.css" layer(print);
`;

function join(list: string, files: Files = FILES): string {
  const folder = makeFolder();
  layFiles(folder, { ...files, "style.css": list });
  return joinStyles(new Map([...filesBelow(folder).keys()].map((path) => [path, `${folder}/${path}`])));
}

describe("the list of style sheets", () => {
  test("its order is the order of the rules, and files of one layer that follow each other share a block", () => {
    assert.equal(join(LIST), "@layer tokens, components, print;@layer tokens {a{}}@layer components {b{}c{}}@layer print {d{}}");
  });

  test("a file that is listed but missing, or there but not listed, or listed twice stops the build and is named", () => {
    assert.throws(() => join(LIST.replace("day", "tag")), /styles\/style\.css: Die Datei „components\/tag\.css“ gibt es nicht\.$/);
    assert.throws(() => join(LIST, { ...FILES, "components/new.css": "e{}" }), /In der Liste fehlt components\/new\.css\.$/);
    assert.throws(() => join(LIST.replace("day", "band")), /„components\/band\.css“ steht zweimal in der Liste\.$/);
  });

  test("a line that is no line of the list, or names no layer of it, stops the build and is shown", () => {
    assert.throws(() => join(LIST.replace("layer(print)", "layer(paper)")), /@import "print\.css" layer\(paper\); nennt eine Ebene/);
    assert.throws(() => join(LIST.replace(" layer(print)", "")), /„@import "print\.css";“ gehört nicht hierher/);
    assert.throws(() => join(`${LIST}p { color: red }`), /„p \{ color: red \}“ gehört nicht hierher/);
  });
});

test("a style sheet is shipped without comments and idle spaces, and says to a parser what it said before", () => {
  const tricky = `/* a */ @media (min-width: 40rem) and (hover: hover) { a :hover , b>c{ color : red ; margin: calc( 1px + -2px ) /* x */ 3px ; } }
    .a::before { content: "a  /* b */ { ; }"; background: url( x.png ) } @layer a, b;\n:is( a , b ) c { --x: var( --y , 1px ) }`;
  const whole = joinStyles(layoutFiles("styles"));
  for (const css of [tricky, whole]) {
    const short = minify(css);
    const said = (text: string) => generate(parse(text, { parseCustomProperty: true }));
    assert.equal(said(short), said(css));
    assert.doesNotMatch(short, /\n|\/\* [ax] \*\//);
    assert.ok(short.length < css.length);
  }
  assert.ok(minify(tricky).includes('content:"a  /* b */ { ; }"'));
});
