// Noncharacters (Unicode 23.7): no text can hold them, so they mark words inside any text until it is printed.
const BEGIN = "\ufdd0";
const END = "\ufdd1";

/** Markup, or all of an element in which there can be no other: nothing inside can be marked with a language of its own. */
const UNMARKABLE = /<(script|style|title|textarea|option)\b[\s\S]*?<\/\1>|<[^>]*>/gi;

/** A German phrase between marks, to be printed among words of another language. */
export function markGerman(phrase: string): string {
  return BEGIN + phrase + END;
}

/** A text without marks: for files that cannot say the language of a word. */
export function withoutMarks(text: string): string {
  return text.includes(BEGIN) ? text.replace(/[\ufdd0\ufdd1]/g, "") : text;
}

/** A page whose marked words are elements that say their language (WCAG 3.1.2); in attributes and titles they are plain words. */
export function markLanguages(html: string): string {
  if (!html.includes(BEGIN)) return html;
  return html.replace(UNMARKABLE, withoutMarks).replaceAll(BEGIN, '<span lang="de" dir="ltr">').replaceAll(END, "</span>");
}
