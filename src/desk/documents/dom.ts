import { createRequire } from "node:module";

/** A node of a document's tree, as far as it is needed here (DOM); a text has a `nodeValue`. */
export interface Node {
  readonly nodeType: number;
  readonly nodeName: string;
  nodeValue: string | null;
  textContent: string;
  readonly parentNode: Element | null;
  readonly firstChild: Node | null;
  readonly lastChild: Node | null;
  readonly nextSibling: Node | null;
  readonly previousSibling: Node | null;
  readonly childNodes: ArrayLike<Node>;
}

/** An element; names are in capitals. */
export interface Element extends Node {
  readonly ownerDocument: { createElement: (name: string) => Element; createTextNode: (text: string) => Node };
  getAttribute: (name: string) => string | null;
  setAttribute: (name: string, value: string) => void;
  hasAttribute: (name: string) => boolean;
  querySelectorAll: (selector: string) => ArrayLike<Element>;
  insertBefore: (node: Node, before: Node | null) => Node;
  removeChild: (node: Node) => Node;
  normalize: () => void;
}

/** The tree of an HTML text; nothing in it is run or loaded. */
export function parseHtml(html: string): { body: Element; title: string } {
  const load = createRequire(import.meta.url);
  const { createDocument } = load("@mixmark-io/domino") as { createDocument: (html: string) => { body: Element; title: string } };
  const { body, title } = createDocument(html);
  return { body, title };
}

/** True for an element, of one of the names where any are given. */
export function isElement(node: Node | null, ...names: readonly string[]): node is Element {
  return node !== null && node.nodeType === 1 && (names.length === 0 || names.includes(node.nodeName));
}

/** True for a text. */
export function isText(node: Node | null): node is Node & { nodeValue: string } {
  return node !== null && node.nodeType === 3;
}

/** The children of a node as they are now, so that they may be moved while they are gone through. */
export function childrenOf(node: Node): Node[] {
  return Array.from(node.childNodes);
}

/** The elements below a node that a selector finds, as they are now. */
export function findAll(root: Element, selector: string): Element[] {
  if (!/^[a-z0-9, ]+$/.test(selector) || /[a-z0-9] [a-z]/.test(selector)) return Array.from(root.querySelectorAll(selector));
  // Names alone are found by a walk, several times as fast as by the library's selectors.
  const names = new Set(selector.toUpperCase().split(/, ?/));
  const found: Element[] = [];
  const enter = (parent: Node): void => {
    for (let child = parent.firstChild; child; child = child.nextSibling) {
      if (!isElement(child)) continue;
      if (names.has(child.nodeName)) found.push(child);
      enter(child);
    }
  };
  enter(root);
  return found;
}

/** The texts below a node, in their order. */
export function textsIn(node: Node): (Node & { nodeValue: string })[] {
  return childrenOf(node).flatMap((child) => (isText(child) ? [child] : textsIn(child)));
}

/** Takes a node away. */
export function remove(node: Node): void {
  node.parentNode?.removeChild(node);
}

/** Puts nodes in place of one. */
export function replace(node: Node, ...others: readonly Node[]): void {
  for (const other of others) node.parentNode?.insertBefore(other, node);
  remove(node);
}

/** Takes an element away and leaves what is in it. */
export function unwrap(element: Element): void {
  replace(element, ...childrenOf(element));
}

/** Gives an element another name; what is in it moves along, attributes do not. */
export function rename(element: Element, name: string): Element {
  const renamed = makeElement(element, name, ...childrenOf(element));
  replace(element, renamed);
  return renamed;
}

/** A new element that holds nodes, in the tree of another. */
export function makeElement(of: Element, name: string, ...content: readonly Node[]): Element {
  const made = of.ownerDocument.createElement(name);
  for (const node of content) made.insertBefore(node, null);
  return made;
}

/** A new text, in the tree of an element. */
export function makeText(of: Element, text: string): Node {
  return of.ownerDocument.createTextNode(text);
}

/** The words of a node in one line. */
export function lineOf(node: Node): string {
  return node.textContent.replace(/\s+/g, " ").trim();
}
