import { childrenOf, type Element, isElement, lineOf, makeElement, remove, rename, replace } from "./dom.ts";

const HEADING = /^H([1-6])$/;

/** What stands above the headline of a press release and is none: what kind of text it is. */
const KIND = /^(presse|medien)-?\s?(mitteilung|information|meldung|einladung|info)(en)?\b[^.!?]{0,40}$|^p(resse)?m\b.{0,20}$/i;

/** Among so many blocks from the beginning on the headline is looked for. */
const SEARCHED = 6;

/**
 * Takes the title out of settled blocks, since the page prints it by itself: the one that is known already (`title`), else the one that the
 * document's styles name, its first heading, or a first line in bold. Undefined where there is none.
 */
export function takeTitle(body: Element, title: string | undefined): string | undefined {
  const blocks = childrenOf(body).filter((block): block is Element => isElement(block));
  const first = blocks.slice(0, SEARCHED).filter((block) => lineOf(block) !== "");
  const isSame = (block: Element) => lineOf(block).toLowerCase() === title?.trim().toLowerCase();
  const found =
    title === undefined
      ? [
          ...first.filter((block) => block.getAttribute("class") === "title"),
          ...first.filter(({ nodeName }) => HEADING.test(nodeName)),
          ...first.slice(0, 2).filter(isBold),
        ].find((block) => !KIND.test(lineOf(block)) && lineOf(block).length <= 300)
      : first.find(isSame);
  if (!found) return title;
  const line = lineOf(found);
  remove(found);
  return line;
}

/** A paragraph of nothing but bold words, which end with no full stop. */
function isBold(block: Element): boolean {
  const [strong, ...others] = childrenOf(block).filter((child) => lineOf(child) !== "");
  return (
    block.nodeName === "P" && strong !== undefined && isElement(strong, "STRONG") && others.length === 0 && !/[.:;,]$/.test(lineOf(block))
  );
}

/** Moves headings so that they begin at the second level and leave none out (WCAG 1.3.1); other styles of titles are headings as well. */
export function settleHeadings(body: Element): void {
  const isTitle = (block: Element) => /^(sub)?title$/.test(block.getAttribute("class") ?? "");
  for (const block of childrenOf(body)) {
    if (!isElement(block) || !isTitle(block)) continue;
    if (KIND.test(lineOf(block)) || block.getAttribute("class") === "subtitle")
      replace(block, makeElement(block, "p", ...childrenOf(block)));
    else rename(block, "h1");
  }
  const headings = childrenOf(body).filter((block): block is Element => isElement(block) && HEADING.test(block.nodeName));
  const levels = headings.map(({ nodeName }) => Number(nodeName[1]));
  const least = Math.min(...levels);
  const open: { written: number; level: number }[] = [];
  for (const [index, heading] of headings.entries()) {
    const written = levels[index] ?? least;
    while ((open.at(-1)?.written ?? 0) >= written) open.pop();
    const level = Math.min(6, (open.at(-1)?.level ?? 1) + 1);
    open.push({ written, level });
    rename(heading, `h${level}`);
  }
}
