import { toSlug } from "../../content/slugs.ts";
import { type Element, findAll, isElement, lineOf, type Node } from "./dom.ts";

const HEADING = /^H[1-6]$/;

/** Lets links to places of a text lead to the headings at which these are, by the names that the archive gives headings. */
export function nameAnchors(body: Element): void {
  const links = findAll(body, 'a[href^="#"]').filter((link) => lineOf(link) !== "");
  if (links.length === 0) return;
  const places = new Map<string, Element>();
  for (const place of findAll(body, "[id], a[name]")) {
    const heading = headingOf(place);
    for (const name of [place.getAttribute("id"), place.getAttribute("name")]) if (name && heading) places.set(name, heading);
  }
  // Systems make names of the words of a heading.
  for (const heading of findAll(body, "h1, h2, h3, h4, h5, h6")) {
    const slug = toSlug(lineOf(heading));
    if (slug !== "" && !places.has(slug)) places.set(slug, heading);
  }
  for (const link of links) {
    const heading = places.get(decoded((link.getAttribute("href") ?? "").slice(1)));
    link.setAttribute("href", heading ? `#abschnitt-${toSlug(lineOf(heading)) || "teil"}` : "#");
  }
}

/** The heading that a place is in, is, or stands right before. */
function headingOf(place: Element): Element | undefined {
  for (let at: Node | null = place; at; at = at.parentNode) if (isElement(at) && HEADING.test(at.nodeName)) return at;
  if (lineOf(place) !== "" && !isElement(place, "SECTION", "DIV")) return undefined;
  const [inner] = isElement(place, "SECTION", "DIV") ? findAll(place, "h1, h2, h3, h4, h5, h6") : [];
  if (inner) return inner;
  const around = isElement(place.parentNode, "P") && lineOf(place.parentNode) === "" ? place.parentNode : place;
  let next = around.nextSibling;
  while (next && !isElement(next)) next = next.nextSibling;
  return isElement(next) && HEADING.test(next.nodeName) ? next : undefined;
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
