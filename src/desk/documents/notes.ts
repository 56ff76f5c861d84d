import { type Element, findAll, isElement, isText, lineOf, makeElement, type Node, remove, replace } from "./dom.ts";

/** A place to which the marks of footnotes lead, in Word's and mammoth's HTML and in what websites write. */
const NOTE = /(?:^|[-_])(?:foot|end)note[-_]?\d+$|^_?(?:ftn|edn|fn|en)[-_:]?\d+$/i;

/**
 * Finds footnotes: each mark that leads to one becomes an empty `span[data-note]` with its number, each note a paragraph
 * `p[data-note-text]` at the end, without its own mark and the link back.
 */
export function settleNotes(body: Element): void {
  const targets = new Map<string, Element>();
  for (const place of findAll(body, "li[id], div[id], p[id], a[name]")) {
    const id = place.getAttribute("id") ?? place.getAttribute("name") ?? "";
    if (NOTE.test(id)) targets.set(id, place.nodeName === "A" ? blockAround(place) : place);
  }
  const numbers = new Map<Element, number>();
  for (const mark of findAll(body, 'a[href^="#"]')) {
    const note = targets.get((mark.getAttribute("href") ?? "").slice(1));
    if (!note || isWithin(mark, note)) continue;
    const number = numbers.get(note) ?? numbers.size + 1;
    numbers.set(note, number);
    const span = makeElement(mark, "span");
    span.setAttribute("data-note", String(number));
    const raised = mark.parentNode;
    replace(isElement(raised, "SUP") && lineOf(raised) === lineOf(mark) ? raised : mark, span);
  }
  for (const [note, number] of numbers) {
    // The way back, and the number that Word repeats before the words.
    for (const link of findAll(note, 'a[href^="#"]')) remove(isElement(link.parentNode, "SUP") ? link.parentNode : link);
    for (const mark of findAll(note, "a[name], a[id]")) if (/^\[?[\divx]+\]?$/i.test(lineOf(mark))) remove(mark);
    const text = makeElement(body, "p");
    text.setAttribute("data-note-text", String(number));
    for (const block of blocksOf(note)) {
      if (text.firstChild !== null) text.insertBefore(body.ownerDocument.createTextNode(" "), null);
      for (const node of Array.from(block.childNodes)) text.insertBefore(node, null);
    }
    const list = note.parentNode;
    remove(note);
    if (list && isElement(list, "OL", "UL") && lineOf(list) === "") remove(list);
    body.insertBefore(text, null);
  }
}

/** The blocks of a note, or the note itself where its words stand in it. */
function blocksOf(note: Element): Element[] {
  const paragraphs = findAll(note, "p, li");
  const own = Array.from(note.childNodes).filter((node) =>
    isText(node) ? node.nodeValue.trim() !== "" : !isElement(node, "P", "UL", "OL"),
  );
  return paragraphs.length > 0 && own.length === 0 ? paragraphs : [note];
}

function blockAround(place: Element): Element {
  const [own, around] = [place.parentNode, place.parentNode?.parentNode ?? null];
  return [own, around].find((one) => isElement(one, "P", "LI", "DIV")) ?? place;
}

function isWithin(node: Node, around: Element): boolean {
  return node === around || (node.parentNode !== null && isWithin(node.parentNode, around));
}
