import { childrenOf, type Element, findAll, isElement, lineOf, makeElement, makeText, remove } from "./dom.ts";

/** A picture of a document: where its HTML names it, and what the document says of it. */
export interface FoundPicture {
  source: string;
  /** What it shows, where somebody wrote that and no program. */
  alt: string | undefined;
  caption: string | undefined;
}

/** What stands for a picture in a text until it has a name; no text holds the sign otherwise (`cleanCharacters`). */
const MARK = /\ufffc(\d+)\ufffc/;

/** What programs write in place of a description: a file's name, what they believe to see, the object's own name. */
const NO_ALT = new RegExp(
  [
    /\.(jpe?g|png|gif|webp|tiff?|bmp|heic|emf|wmf)$/,
    /automatisch generiert|automatically generated|^(ein bild,? das .*enthält|a picture containing)/,
    /^(bild|grafik|picture|image|img|dsc|foto|photo|inhaltsplatzhalter|logo)[\s_-]*\d*$/,
  ]
    .map(({ source }) => source)
    .join("|"),
  "i",
);

/**
 * Takes the pictures out of settled blocks; each leaves a paragraph with its mark behind the block in which it stood, but those that come
 * before all words, which lead. A paragraph styled as a caption behind a picture belongs to it.
 */
export function takePictures(body: Element): FoundPicture[] {
  const found: FoundPicture[] = [];
  let hasWords = false;
  for (const block of childrenOf(body)) {
    if (!isElement(block)) continue;
    const pictures = findAll(block, "img");
    const isBare = lineOf(block) === "";
    hasWords ||= !isBare;
    let before = block.nextSibling;
    for (const picture of pictures) {
      const number = found.length;
      found.push({
        source: sourceOf(picture),
        alt: described(picture.getAttribute("alt")),
        caption: picture.getAttribute("data-caption")?.trim() || undefined,
      });
      remove(picture);
      if (!hasWords) continue;
      const mark = makeElement(body, "p", makeText(body, `\ufffc${number}\ufffc`));
      mark.setAttribute("data-picture", String(number));
      body.insertBefore(mark, before);
      before = mark.nextSibling;
    }
    if (pictures.length > 0 && isBare && block.nodeName !== "TABLE") remove(block);
    const last = found.at(-1);
    if (last && last.caption === undefined && pictures.length > 0) takeCaption(before, last);
  }
  return found;
}

/** Where a picture lies; pages that load pictures late say it elsewhere. */
function sourceOf(picture: Element): string {
  const written = picture.getAttribute("src") ?? "";
  const late = ["data-src", "data-lazy-src", "data-original", "data-orig-file"].map((name) => picture.getAttribute(name));
  const isStandIn = written === "" || /^data:image\/(gif|svg)/.test(written);
  return (isStandIn ? late.find((one) => one) : undefined) ?? written;
}

/** Notes what a figure says below its picture; before blocks are settled. */
export function noteCaptions(body: Element): void {
  for (const figure of findAll(body, "figure")) {
    const [picture, ...others] = findAll(figure, "img");
    const [caption] = findAll(figure, "figcaption");
    if (!picture || !caption || others.length > 0 || lineOf(caption) === "") continue;
    picture.setAttribute("data-caption", lineOf(caption));
    remove(caption);
  }
}

/** The text with each picture shown at its place (`show`), or left out. */
export function placePictures(markdown: string, show: (number: number) => string | undefined): string {
  return markdown
    .split("\n\n")
    .flatMap((block) => {
      const number = MARK.exec(block)?.[1];
      return number === undefined ? block : (show(Number(number)) ?? []);
    })
    .join("\n\n");
}

function takeCaption(block: ReturnType<typeof childrenOf>[number] | null, picture: FoundPicture): void {
  if (!isElement(block, "P") || block.getAttribute("class") !== "caption" || /^tab(elle|\.)\s/i.test(lineOf(block))) return;
  picture.caption = lineOf(block);
  // It stays in the tree as an empty paragraph: who walks over the blocks has it in hand.
  block.textContent = "";
}

function described(alt: string | null): string | undefined {
  const line = (alt ?? "").replace(/\s+/g, " ").trim();
  return line.length < 3 || NO_ALT.test(line) ? undefined : line;
}
