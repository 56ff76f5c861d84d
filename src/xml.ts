const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text as XML 1.0 takes it between tags and in attributes; characters that XML forbids were refused when the text was read. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => REFERENCES[character] ?? character);
}

/** An XML template: every value is escaped unless it was itself made by `xml` (lists of such are joined; undefined prints nothing). */
export function xml(strings: TemplateStringsArray, ...values: readonly XmlValue[]): Xml {
  let text = strings[0] ?? "";
  values.forEach((value, index) => {
    text += print(value) + (strings[index + 1] ?? "");
  });
  return { xml: text };
}

/** A piece of well-formed XML. */
export interface Xml {
  readonly xml: string;
}

type XmlValue = string | number | undefined | Xml | readonly Xml[];

function print(value: XmlValue): string {
  if (value === undefined) return "";
  if (typeof value === "string") return escapeXml(value);
  if (typeof value === "number") return String(value);
  return "xml" in value ? value.xml : value.map((part) => part.xml).join("");
}

/** Characters that no XML 1.0 document may hold, not even as a reference (W3C XML 1.0, 2.2); Markdown can still make a form feed of `&#12;`. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** A text as character data, for what is HTML itself: smaller and faster than a reference for each tag. */
export function cdata(text: string): Xml {
  return { xml: `<![CDATA[${text.replace(FORBIDDEN, "\ufffd").replaceAll("]]>", "]]]]><![CDATA[>")}]]>` };
}
