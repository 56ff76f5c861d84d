import {
  childrenOf,
  type Element,
  findAll,
  isElement,
  isText,
  lineOf,
  makeElement,
  type Node,
  remove,
  rename,
  replace,
  unwrap,
} from "./dom.ts";

const HEADINGS = ["H1", "H2", "H3", "H4", "H5", "H6"];
const BLOCKS = new Set(["P", ...HEADINGS, "UL", "OL", "BLOCKQUOTE", "TABLE", "HR"]);
/** What only groups blocks, and is itself a paragraph where it groups none. */
const CONTAINERS =
  "div, section, article, main, header, footer, aside, address, figure, figcaption, center, dl, dt, dd, fieldset, legend, form, details, " +
  "summary, hgroup, menu, dir, caption, thead, tbody, tfoot, tr, td, th, li, ul, ol, blockquote";
const CONTAINER_NAMES = new Set(CONTAINERS.toUpperCase().split(", "));

/** Brings all blocks to paragraphs, headings, lists, quotations, tables and lines; `settleTable` says what becomes of a table. */
export function settleBlocks(body: Element, settleTable: (table: Element) => void): void {
  for (const element of findAll(body, "pre")) settleLines(element);
  for (const element of findAll(body, "menu, dir")) rename(element, "ul");
  for (const element of findAll(body, "dt"))
    if (lineOf(element) !== "") replace(element, makeElement(element, "p", makeElement(element, "strong", ...childrenOf(element))));
  for (const element of findAll(body, "strong, em, a, span")) if (childrenOf(element).length > 0 && holdsBlock(element)) unwrap(element);
  settleFlow(body);

  function settleFlow(parent: Element): void {
    let line: Element | undefined;
    for (const child of childrenOf(parent)) {
      if (isElement(child) && (BLOCKS.has(child.nodeName) || CONTAINER_NAMES.has(child.nodeName))) {
        line = undefined;
        settleBlock(child);
      } else {
        if (line === undefined && isText(child) && child.nodeValue.trim() === "") {
          remove(child);
          continue;
        }
        if (line === undefined) {
          line = makeElement(parent, "p");
          parent.insertBefore(line, child);
        }
        line.insertBefore(child, null);
      }
    }
    for (const paragraph of childrenOf(parent)) if (isElement(paragraph, "P", ...HEADINGS)) splitAtBreaks(paragraph);
  }

  function settleBlock(block: Element): void {
    if (block.nodeName === "TABLE") settleTableIn(block);
    else if (block.nodeName === "UL" || block.nodeName === "OL") settleList(block);
    else if (block.nodeName === "BLOCKQUOTE") {
      settleFlow(block);
      if (lineOf(block) === "" && findAll(block, "img").length === 0) remove(block);
    } else if (block.nodeName === "P" || HEADINGS.includes(block.nodeName)) {
      // Parsers let no block stand in a paragraph, but Word's text boxes do.
      if (holdsBlock(block)) {
        settleFlow(block);
        unwrap(block);
      }
    } else if (block.nodeName !== "HR") {
      settleFlow(block);
      unwrap(block);
    }
  }

  function settleTableIn(table: Element): void {
    for (const cell of findAll(table, "td, th, caption")) if (closest(cell, "TABLE") === table) settleFlow(cell);
    settleTable(table);
  }

  function settleList(list: Element): void {
    let last: Element | undefined;
    for (const child of childrenOf(list)) {
      if (isElement(child, "LI")) {
        settleFlow(child);
        last = child;
      } else if (isElement(child, "UL", "OL") && last) {
        const open = last.lastChild;
        if (isElement(open, child.nodeName)) {
          for (const item of childrenOf(child)) open.insertBefore(item, null);
          remove(child);
          settleList(open);
        } else {
          last.insertBefore(child, null);
          settleList(child);
        }
      } else if (lineOf(child) !== "") {
        const item = makeElement(list, "li");
        replace(child, item);
        item.insertBefore(child, null);
        settleFlow(item);
        last = item;
      } else remove(child);
    }
    for (const item of childrenOf(list)) if (isElement(item)) settleItem(item);
    if (list.firstChild === null) remove(list);
  }
}

/** An item of one paragraph, perhaps with lists below it, needs no blank lines around it; one that says nothing goes. */
function settleItem(item: Element): void {
  if (lineOf(item) === "" && findAll(item, "img").length === 0) {
    remove(item);
    return;
  }
  const [first, ...others] = childrenOf(item);
  for (const heading of childrenOf(item)) if (isElement(heading, ...HEADINGS)) unwrap(heading);
  if (first && isElement(first, "P") && others.every((other) => isElement(other, "UL", "OL"))) unwrap(first);
}

/** Two line breaks in a row end a paragraph; those at its ends are none. A paragraph that says nothing goes. */
function splitAtBreaks(paragraph: Element): void {
  const parts: Node[][] = [[]];
  let breaks: Node[] = [];
  for (const child of childrenOf(paragraph)) {
    const part = parts.at(-1) as Node[];
    if (isElement(child, "BR")) breaks.push(child);
    else if (isText(child) && child.nodeValue.trim() === "" && breaks.length > 0) continue;
    else {
      if (breaks.length > 1 && part.length > 0) parts.push([]);
      else if (part.length > 0) part.push(...breaks.slice(0, 1));
      breaks = [];
      parts.at(-1)?.push(child);
    }
  }
  const isHeading = paragraph.nodeName !== "P";
  const made = parts.flatMap((nodes) => {
    const block = makeElement(paragraph, paragraph.nodeName.toLowerCase(), ...nodes);
    for (const name of ["class", "data-note-text"]) {
      const value = paragraph.getAttribute(name);
      if (value !== null) block.setAttribute(name, value);
    }
    // A heading stands in one line.
    if (isHeading) for (const end of findAll(block, "br")) replace(end, block.ownerDocument.createTextNode(" "));
    return lineOf(block) === "" && findAll(block, "img, span").length === 0 ? [] : [block];
  });
  replace(paragraph, ...made);
}

/** Text that keeps its lines. */
function settleLines(element: Element): void {
  const paragraph = rename(element, "p");
  for (const [index, line] of paragraph.textContent.split("\n").entries()) {
    if (index === 0) paragraph.textContent = "";
    else paragraph.insertBefore(makeElement(paragraph, "br"), null);
    paragraph.insertBefore(paragraph.ownerDocument.createTextNode(line.trim()), null);
  }
}

/** Asked of every element, so the tree is walked: a selector of thirty names costs more. */
function holdsBlock(element: Element): boolean {
  for (let child = element.firstChild; child; child = child.nextSibling)
    if (isElement(child) && (BLOCKS.has(child.nodeName) || CONTAINER_NAMES.has(child.nodeName) || holdsBlock(child))) return true;
  return false;
}

/** The nearest element of a name around a node. */
export function closest(node: Node, name: string): Element | null {
  for (let at = node.parentNode; at; at = at.parentNode) if (at.nodeName === name) return at;
  return null;
}
