import { strToU8, zipSync } from "fflate";

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"',
  'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
  'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
].join(" ");
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** A run of text with properties, as Word writes them: `<w:b/>`. */
export const run = (text: string, properties = "") =>
  `<w:r>${properties && `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph of runs, or of a text, in a style by its id; German Word calls that of headings `berschrift1`. */
export const paragraph = (content: string, style = "", properties = "") =>
  `<w:p><w:pPr>${style && `<w:pStyle w:val="${style}"/>`}${properties}</w:pPr>${content.startsWith("<") ? content : run(content)}</w:p>`;

/** A point of a list: numbering 1 has bullets, 2 counts. */
export const point = (text: string, list: 1 | 2, level = 0) =>
  paragraph(text, "Listenabsatz", `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);

/** A table of rows of cells. */
export const table = (rows: readonly (readonly string[])[], cellProperties: (row: number, cell: number) => string = () => "") =>
  `<w:tbl><w:tblPr><w:tblStyle w:val="Tabellenraster"/></w:tblPr><w:tblGrid/>${rows
    .map(
      (row, at) =>
        `<w:tr>${row.map((cell, index) => `<w:tc><w:tcPr>${cellProperties(at, index)}</w:tcPr>${cell.startsWith("<w:p>") ? cell : paragraph(cell)}</w:tc>`).join("")}</w:tr>`,
    )
    .join("")}</w:tbl>`;

/** A picture by its number, with what Word says of it. */
export const picture = (number: number, description: string) =>
  `<w:r><w:drawing><wp:inline><wp:extent cx="900" cy="900"/><wp:docPr id="${number}" name="Grafik ${number}" descr="${escaped(description)}"/>` +
  `<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="${number}" name="b.png"/>` +
  `<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdBild${number}"/></pic:blipFill><pic:spPr/></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`;

/** A link, by its number, and a mark of the footnote of that number. */
export const link = (number: number, text: string) =>
  `<w:hyperlink r:id="rIdLink${number}">${run(text, '<w:rStyle w:val="Hyperlink"/>')}</w:hyperlink>`;
export const footnoteMark = (number: number) =>
  `<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteReference w:id="${number}"/></w:r>`;

/** A text box, as Word writes it twice: for itself and for older programs. */
export const textBox = (text: string) => {
  const content = `<w:txbxContent>${paragraph(text)}</w:txbxContent>`;
  return `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:wsp><wps:txbx>${content}</wps:txbx></wps:wsp></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>${content}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
};

/** What belongs to a document beside its text. */
export interface Parts {
  pictures?: readonly Uint8Array[];
  links?: readonly string[];
  footnotes?: readonly string[];
  comments?: readonly string[];
  header?: string;
}

/** A Word document as German Word writes it: styles by German ids and English names, lists by numbering.xml. */
export function wordDocument(body: string, { pictures = [], links = [], footnotes = [], comments = [], header = "" }: Parts = {}): Buffer {
  const relations = [
    ...["styles", "numbering", "footnotes", "comments"].map(
      (part) => `<Relationship Id="rId${part}" Type="${RELATION}/${part}" Target="${part}.xml"/>`,
    ),
    ...(header ? [`<Relationship Id="rIdKopf" Type="${RELATION}/header" Target="header1.xml"/>`] : []),
    ...pictures.map((_, at) => `<Relationship Id="rIdBild${at + 1}" Type="${RELATION}/image" Target="media/image${at + 1}.png"/>`),
    ...links.map(
      (target, at) =>
        `<Relationship Id="rIdLink${at + 1}" Type="${RELATION}/hyperlink" Target="${escaped(target)}" TargetMode="External"/>`,
    ),
  ];
  const style = (id: string, name: string, type = "paragraph") =>
    `<w:style w:type="${type}" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`;
  const levels = (format: string) =>
    [0, 1, 2].map((level) => `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/></w:lvl>`).join("");
  const files: Record<string, string | Uint8Array> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="png" ContentType="image/png"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${RELATION}/officeDocument" Target="word/document.xml"/></Relationships>`,
    "word/_rels/document.xml.rels": `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join("")}</Relationships>`,
    "word/document.xml": `${HEAD}<w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    "word/styles.xml": `${HEAD}<w:styles ${NAMESPACES}>${[
      style("Standard", "Normal"),
      style("Titel", "Title"),
      style("Untertitel", "Subtitle"),
      ...[1, 2, 3].map((level) => style(`berschrift${level}`, `heading ${level}`)),
      style("berschriftStadt", "Überschrift 1"),
      style("Listenabsatz", "List Paragraph"),
      style("Zitat", "Quote"),
      style("Beschriftung", "caption"),
      style("Funotentext", "footnote text"),
      style("Funotenzeichen", "footnote reference", "character"),
      style("Hyperlink", "Hyperlink", "character"),
      style("Fett", "Strong", "character"),
      style("Tabellenraster", "Table Grid", "table"),
    ].join("")}</w:styles>`,
    "word/numbering.xml": `${HEAD}<w:numbering ${NAMESPACES}><w:abstractNum w:abstractNumId="1">${levels("bullet")}</w:abstractNum><w:abstractNum w:abstractNumId="2">${levels("decimal")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`,
    "word/footnotes.xml": `${HEAD}<w:footnotes ${NAMESPACES}><w:footnote w:type="separator" w:id="-1">${paragraph("")}</w:footnote>${footnotes
      .map(
        (text, at) =>
          `<w:footnote w:id="${at + 1}">${paragraph(`<w:r><w:rPr><w:rStyle w:val="Funotenzeichen"/></w:rPr><w:footnoteRef/></w:r>${run(` ${text}`)}`, "Funotentext")}</w:footnote>`,
      )
      .join("")}</w:footnotes>`,
    "word/comments.xml": `${HEAD}<w:comments ${NAMESPACES}>${comments.map((text, at) => `<w:comment w:id="${at + 1}" w:author="Amt">${paragraph(text)}</w:comment>`).join("")}</w:comments>`,
    ...(header ? { "word/header1.xml": `${HEAD}<w:hdr ${NAMESPACES}>${paragraph(header)}</w:hdr>` } : {}),
    ...Object.fromEntries(pictures.map((bytes, at) => [`word/media/image${at + 1}.png`, bytes])),
  };
  return Buffer.from(
    zipSync(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, typeof file === "string" ? strToU8(file) : file]))),
  );
}
