/** What belongs together in a line: a day and its month, a sign and its number, a number and what it counts. Longer words must break. */
const TOGETHER = new RegExp(
  [
    "\\d{1,2}\\. (?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)\\p{Ll}*",
    "(?:Nr|No|Abs|Art|Bd|Kap|Ziff|Tel|S)\\. \\d+",
    "§ \\d+",
    "\\d{1,3}(?:[.,]\\d+)* (?:\\p{Lu}\\p{Ll}{1,12}(?!\\p{L})|[%€]|(?:[kcm]?m|[km]?m²|[km]?g|ha)(?!\\p{L}))",
  ]
    .map((pattern) => `(?<![\\p{L}\\p{N}.,;#&])${pattern}`)
    .join("|"),
  "gu",
);

/** HTML whose lines do not end between what belongs together; the text stays as it is, so that it is copied and found as it was written. */
export function keepTogether(html: string): string {
  if (!/[\d§]/.test(html) || html.includes("<code") || html.includes("<pre")) return html;
  return html.replace(/(?<=^|>)[^<]+/g, (text) => text.replace(TOGETHER, '<span class="is-whole">$&</span>'));
}

/** The HTML of an address, which then may be divided behind its slashes and hyphens, and nowhere else. */
export function breakable(html: string): string {
  return html.replace(/(?<=[^/:<][/-])(?=[^/<])/g, "<wbr>");
}
