import type { Context } from "../../archive/context.ts";
import type { Release } from "../../content/release/release.ts";
import { directionOf } from "../../languages.ts";
import { absoluteHtml } from "../../markdown/text-html.ts";
import { fill } from "../../messages.ts";
import { headOf } from "../../site/releases/release-text.ts";
import { type Xml, xml } from "../../site/xml.ts";

/** What an e-mail says beside the release itself; `facts` are labels with their lines. */
export interface MailParts {
  notice: string | undefined;
  signature: readonly string[];
  facts: readonly [label: string, lines: string[]][];
}

/** Programs for e-mail know no style sheets that can be relied on: the few rules stand where they hold. */
const BODY = "font-family: Calibri, Arial, sans-serif; font-size: 11pt; line-height: 1.45; max-width: 42em";
const NOTICE = "font-weight: bold; border: 2px solid; padding: 0.4em 0.6em";

/** The HTML of an e-mail: real headings, lists and links, the language said, and nothing that is loaded from elsewhere. */
export function mailHtml(release: Release, context: Context, { notice, signature, facts }: MailParts): string {
  const { language, title, translation, corrections } = release;
  const words = context.messages.in(language).release;
  const lines = (all: readonly string[]): Xml[] =>
    all.map((line, index) => xml`${index > 0 ? { xml: "<br>\n" } : undefined}${linked(line)}`);
  const notices = [
    ...(context.site.demonstration === undefined ? [] : [context.site.demonstration]),
    ...(translation ? [words.translations[translation.kind]] : []),
    ...corrections.map(({ date, note }) => `${fill(words.correction, { date: context.formatDate(date, language) })}: ${note}`),
  ];
  const elsewhere = release.source?.url;
  const html = textHtml(release, context);
  const text: Xml =
    html.trim() === "" && elsewhere !== undefined ? xml`<p>${words.textElsewhere} ${linked(elsewhere)}</p>\n` : { xml: html };
  const page = xml`<html lang="${language}"${{ xml: directionOf(language) === "rtl" ? ' dir="rtl"' : "" }}>
<head>
<meta charset="utf-8">
<title>${title}</title>
</head>
<body style="${BODY}">
${notice === undefined ? undefined : xml`<p style="${NOTICE}">${notice}</p>\n`}<p>${lines(headOf(release, context))}</p>
<h1 style="font-size: 16pt; line-height: 1.25">${title}</h1>
${notices.map((line) => xml`<p><em>${line}</em></p>\n`)}${text}
<hr>
${facts.map(([label, all]) => xml`<p><strong>${label}:</strong><br>\n${lines(all)}</p>\n`)}<p>--<br>
${lines(signature)}</p>
</body>
</html>
`;
  return `<!doctype html>\n${page.xml}`;
}

/** The text as its page prints it, each picture as what it shows, since e-mails load none; tables with lines, regions and classes gone. */
function textHtml(release: Release, { texts, site, links, messages }: Context): string {
  const { image } = messages.in(release.language).plain;
  // The renderer writes attributes in this form only, and in text a quotation mark is always escaped.
  const html = texts
    .html(release)
    .replace(/<picture>.*?<img [^>]*?alt="([^"]*)"[^>]*><\/picture>/gs, (_picture, alt: string) => `${fill(image, { alt })}<br>`)
    .replace(/<small class="caption">(.*?)<\/small>/gs, "$1<br>")
    .replace(/<section class="table"[^>]*><table>/g, '<table border="1" cellpadding="6" cellspacing="0">')
    .replaceAll("</table></section>", "</table>")
    .replace(/<(\/?)section[^>]*>/g, "<$1div>")
    .replace(/ (?:class|download|tabindex)(?:="[^"]*")?(?=[^<>]*>)/g, "");
  return absoluteHtml(html, site.url, links.absolute(release.address));
}

/** A line in which addresses are links. */
function linked(line: string): Xml {
  const parts = line.split(/(https?:\/\/[^\s()]*[\w/=-]|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)/);
  return xml`${parts.map((part, index) => {
    if (index % 2 === 0) return xml`${part}`;
    return xml`<a href="${part.includes("://") ? part : `mailto:${part}`}">${part}</a>`;
  })}`;
}
