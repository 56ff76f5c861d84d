/** The address of the description by which a browser offers the search of the site in its own address field (OpenSearch 1.1). */
export const OPEN_SEARCH = "/opensearch.xml";

/** What the description says: the name of the site, its search page and its icon (full URLs). */
export interface OpenSearch {
  name: string;
  page: string;
  icon: string;
}

/** The description in XML; a short name has 16 characters at most. */
export function printOpenSearch({ name, page, icon }: OpenSearch): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>${escapeXml([...name].slice(0, 16).join("").trim())}</ShortName>
<Description>${escapeXml(name)}</Description>
<InputEncoding>UTF-8</InputEncoding>
<Image type="image/svg+xml">${escapeXml(icon)}</Image>
<Url type="text/html" template="${escapeXml(page)}?q={searchTerms}"/>
</OpenSearchDescription>
`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
