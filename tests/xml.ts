import sax from "sax";

/** An element of an XML document; `text` is its character data, its children's included. */
export interface Element {
  name: string;
  attributes: Record<string, string>;
  children: Element[];
  text: string;
}

/** Parses a document as strictly as XML 1.0 asks; throws where it is not well-formed or holds a character that XML forbids. */
export function parseXml(document: string): Element {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the parser does not look for them
  const forbidden = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.exec(document);
  if (forbidden) throw new Error(`A character that XML forbids at ${forbidden.index}.`);
  const top: Element = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  const parser = sax.parser(true);
  const say = (text: string) => {
    for (const element of open) element.text += text;
  };
  parser.onerror = (error) => {
    throw error;
  };
  parser.onopentag = ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  };
  parser.onclosetag = () => {
    open.pop();
  };
  parser.ontext = say;
  parser.oncdata = say;
  parser.write(document).close();
  const [root] = top.children;
  if (!root || top.children.length > 1) throw new Error("Not exactly one root element.");
  return root;
}

/** The children of an element with a name. */
export function childrenOf(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the only child with a name; throws where there is not exactly one. */
export function textOf(element: Element, name: string): string {
  const [child, ...more] = childrenOf(element, name);
  if (!child || more.length > 0) throw new Error(`<${element.name}> has ${more.length + (child ? 1 : 0)} <${name}>.`);
  return child.text;
}

/** The `href` of the links of an element with a relation. */
export function linksOf(element: Element, relation: string): string[] {
  return childrenOf(element, "link")
    .filter(({ attributes }) => attributes.rel === relation)
    .map(({ attributes }) => attributes.href ?? "");
}
