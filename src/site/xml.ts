const REFERENCES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };

/** A text as XML 1.0 takes it between tags and in attributes; characters that XML forbids were refused when the text was read. */
function escapeXml(text: string): string {
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

/** A text as character data, for what is HTML itself: smaller and faster than a reference for each tag. */
export function cdata(text: string): Xml {
  return { xml: `<![CDATA[${text.replaceAll("]]>", "]]]]><![CDATA[>")}]]>` };
}
