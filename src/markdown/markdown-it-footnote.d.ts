declare module "markdown-it-footnote" {
  import type MarkdownIt from "markdown-it";
  /** Footnotes as Pandoc writes them; the package ships no types of its own. */
  export default function footnote(markdown: MarkdownIt): void;
}
