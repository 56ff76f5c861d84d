import assert from "node:assert/strict";
import { type ConfigData, HtmlValidate, StaticConfigLoader } from "html-validate";

/** html-validate by these rules, which it would else work out anew for each page: that takes longer than to look at one. */
export function createValidator(rules: ConfigData): HtmlValidate {
  const loader = new StaticConfigLoader(rules);
  const resolved = loader.getConfigFor("inline");
  loader.getConfigFor = () => resolved;
  return new HtmlValidate(loader);
}

/** Rules that only a page can break whose markup is not what the layouts meant: nesting, attributes, ids, raw characters. */
const validator = createValidator({
  root: true,
  rules: {
    "attr-quotes": "error",
    "close-attr": "error",
    "close-order": "error",
    "element-permitted-content": "error",
    "element-permitted-order": "error",
    "element-permitted-parent": "error",
    "no-dup-attr": "error",
    "no-dup-id": "error",
    "no-implicit-close": "error",
    "no-raw-characters": "error",
    "no-unknown-elements": "error",
    "unrecognized-char-ref": "error",
    "void-content": "error",
  },
});

/** The largest page in characters that html-validate checks in bearable time; larger ones are checked for balance only. */
const VALIDATED_MAX = 150_000;

/** Every open tag is closed, nothing stands unescaped, no id stands twice. */
export function assertHtml(html: string, name: string): void {
  assertBalanced(html, name);
  if (html.length > VALIDATED_MAX) return;
  const { results, valid } = validator.validateStringSync(html);
  const faults = results.flatMap(({ messages }) =>
    messages.map(({ line, column, message, ruleId }) => `${name}:${line}:${column} ${message} (${ruleId})`),
  );
  assert.ok(valid, faults.slice(0, 5).join("\n"));
}

const VOID = new Set(["area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"]);

/** Every tag that opens is closed in its order; no `<` stands alone; nothing unseen. */
function assertBalanced(html: string, name: string): void {
  const open: string[] = [];
  for (const { 1: tag, 2: end, 3: start, 4: closed, index } of html.matchAll(
    /<(?:(!doctype html|!--[\s\S]*?--)|\/([a-z][a-z0-9-]*)|([a-z][a-z0-9-]*)(?:\s+[^\s=<>"]+(?:="[^"<]*")?)*\s*(\/?))>|</gi,
  )) {
    const where = `${name}: ${JSON.stringify(html.slice(Math.max(0, index - 40), index + 80))}`;
    if (end) assert.equal(end, open.pop(), where);
    else if (start && !closed && !VOID.has(start)) open.push(start);
    else assert.ok(start || tag, where);
  }
  assert.deepEqual(open, [], name);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
  const unseen = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufffe\uffff]|\p{Cs}/u.exec(html);
  assert.equal(unseen?.[0].codePointAt(0)?.toString(16), undefined, `${name} holds a control character.`);
}

/** The characters that markup stands for. */
export function decodeEntities(markup: string): string {
  const named: Record<string, string> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return markup.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(amp|lt|gt|quot|apos));/gi, (_whole, decimal, hex, name) =>
    name ? (named[String(name).toLowerCase()] ?? "") : String.fromCodePoint(decimal ? Number(decimal) : Number.parseInt(hex, 16)),
  );
}

/** What a reader sees of markup: tags gone, entities as characters. */
export function visibleText(html: string): string {
  return decodeEntities(html.replace(/<[^>]*>/g, ""));
}

/** The values of an attribute on all elements of a name. */
export function attributes(html: string, element: string, attribute: string): string[] {
  return [...html.matchAll(new RegExp(`<${element}\\b[^>]*?\\s${attribute}="([^"]*)"`, "g"))].map((found) =>
    decodeEntities(found[1] ?? ""),
  );
}

/** Well-formed in the sense of XML 1.0: one root, tags balanced, attributes quoted and unique, only entities that XML knows. */
export function assertXml(xml: string, name: string): void {
  const open: string[] = [];
  let roots = 0;
  const token =
    /<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<!DOCTYPE[^>]*>|<\/([^\s>]+)\s*>|<([^\s/>!?]+)((?:\s+[^\s=]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|([^<]+)|([\s\S])/g;
  for (const [whole, end, start, written = "", empty, text, stray] of xml.matchAll(token)) {
    assert.equal(stray, undefined, `${name}: „<“ stands where no tag is: ${xml.slice(xml.indexOf(whole), xml.indexOf(whole) + 80)}`);
    if (end) assert.equal(end, open.pop(), `${name}: </${end}> closes another element.`);
    if (start) {
      if (open.length === 0) roots++;
      const keys = [...written.matchAll(/([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map((found) => found[1]);
      assert.equal(new Set(keys).size, keys.length, `${name}: <${start}> has an attribute twice.`);
      if (!empty) open.push(start);
    }
    if (text) assert.ok(open.length > 0 || text.trim() === "", `${name}: text outside the root.`);
    if (text) assert.ok(!text.includes("]]>"), `${name}: „]]>“ in text.`);
    for (const [reference] of `${text ?? ""}${written}`.matchAll(/&[^;\s]*;?/g))
      assert.match(reference, /^&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);$/, `${name}: ${reference} is no entity of XML.`);
  }
  assert.deepEqual(open, [], `${name}: not closed.`);
  assert.equal(roots, 1, `${name} has ${roots} roots.`);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: naming them is the point.
  assert.ok(!/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|\p{Cs}/u.test(xml), `${name} holds a character that XML forbids.`);
}
