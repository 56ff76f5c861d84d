import type MarkdownIt from "markdown-it";

type Token = ReturnType<MarkdownIt["parse"]>[number];

/**
 * Keeps links out of links, which HTML does not allow: a footnote's mark moves behind the link that it stands in, a link within another is
 * only text, and a picture knows (`meta.isLinked`) that it must bring none. Files are written by their bare names.
 */
export function nestedLinks(markdown: MarkdownIt): void {
  markdown.core.ruler.after("inline", "nested_links", (state) => {
    for (const token of state.tokens) if (token.type === "inline" && token.children) token.children = apart(token.children);
  });
}

function apart(tokens: readonly Token[]): Token[] {
  const made: Token[] = [];
  let marks: Token[] = [];
  let depth = 0;
  for (const token of tokens) {
    const attribute = token.type === "image" ? "src" : "href";
    const target = token.attrGet(attribute);
    if (target?.startsWith("./")) token.attrSet(attribute, target.replace(/^(?:\.\/)+/, ""));
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
