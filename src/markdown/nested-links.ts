import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/**
 * Keeps links out of links, which HTML does not allow: a footnote's mark moves behind the link that it stands in, a link within another is
 * only text, and a picture knows (`meta.isLinked`) that it must bring none. Files beside the text are called by their bare names, however
 * it refers to them; `meta.written` keeps what stood there.
 */
export function nestedLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "nested_links", (state) => {
    const { place } = state.env as { place?: { base: string } };
    for (const token of state.tokens) if (token.type === "inline" && token.children) token.children = apart(token.children, place?.base);
  });
}

/**
 * The bare name of a file that lies beside a text, as editors and their programs write it: below `./` or the folder of the same name, as
 * its address, with percent signs; undefined where something else is meant. `base` is the address of the folder.
 */
function bareName(target: string, base: string | undefined, isPicture: boolean): string | undefined {
  const path = decoded(isPicture ? target.replace(/[?#].*$/, "").replace(/^https?:\/\/[^/]+/i, "") : target).replace(/^(?:\.\/)+/, "");
  const folder = base?.split("/").at(-2);
  const isBelow = base !== undefined && isPicture && path.endsWith(base + path.slice(path.lastIndexOf("/") + 1));
  const name = isBelow
    ? path.slice(path.lastIndexOf("/") + 1)
    : folder && path.startsWith(`${folder}/`)
      ? path.slice(folder.length + 1)
      : path;
  return name !== target && /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+(?:#\S*)?$/.test(name) ? name : undefined;
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}

function apart(tokens: readonly Token[], base: string | undefined): Token[] {
  const made: Token[] = [];
  let marks: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    const attribute = token.type === "image" ? "src" : "href";
    const target = token.attrGet(attribute);
    const name = target === null ? undefined : bareName(target, base, token.type === "image");
    if (name !== undefined) {
      token.attrSet(attribute, name);
      token.meta = { ...token.meta, written: target };
    }
    if (token.type === "image" && depth > 0) token.meta = { ...token.meta, isLinked: true };
    if (token.type === "link_open" && ++depth > 1) continue;
    if (token.type === "link_close" && --depth > 0) continue;
    if (token.type === "footnote_ref" && depth > 0) {
      marks.push(token);
      continue;
    }
    made.push(token);
    if (token.type === "link_close") {
      made.push(...marks);
      marks = [];
    }
  }
  return made;
}
