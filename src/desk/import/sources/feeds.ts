import { createReadStream } from "node:fs";
import type { About, GivenFile, Item, Source, Term } from "../item.ts";
import { childrenNamed, readElements, textOf, type XmlElement } from "../xml.ts";

/** From so many characters on, or with so many paragraphs, what a feed calls a description is the text and no excerpt. */
const TEXT_MIN = 900;

/** Files of feeds (RSS, Atom, RDF); several are states of one in time, in the order of their own dates or names. */
export function feeds(files: readonly string[]): Source {
  let about: About = {};
  const faults: string[] = [];
  return {
    about: () => about,
    faults: () => faults,
    async *read() {
      faults.length = 0;
      const ordered = files.length === 1 ? files.map((file) => ({ file, seen: undefined })) : await inTime(files);
      for (const { file, seen } of ordered) {
        let number = 0;
        for await (const element of readElements(file, faults)) {
          if (element.name === "item" || element.name === "entry" || element.name === "atom:entry") {
            const item = toItem(element, `${file}, Eintrag ${++number}`);
            yield { ...item, ...(files.length > 1 ? { seen: item.seen ?? seen } : {}) };
          } else about = { ...about, ...headOf(element) };
        }
      }
    },
  };
}

/** The files with the moment at which each was current: as the feed says, else as its name does. */
async function inTime(files: readonly string[]): Promise<{ file: string; seen: string | undefined }[]> {
  const dated: { file: string; seen: string | undefined; moment: number }[] = [];
  for (const file of files) {
    const head = await beginningOf(file);
    const said = /<(?:lastBuildDate|pubDate|updated|dc:date)>\s*([^<]+?)\s*</.exec(head.split(/<(?:item|entry)\b/)[0] ?? "")?.[1];
    const [, day, hour, minute] = /(\d{4}-?\d\d-?\d\d)(?:[T_ -]?(\d\d)[:.-]?(\d\d))?/.exec(file.split("/").at(-1) ?? "") ?? [];
    const plainDay = day?.replace(/^(\d{4})-?(\d\d)-?(\d\d)$/, "$1-$2-$3");
    const named = plainDay && (hour === undefined ? plainDay : `${plainDay}T${hour}:${minute}`);
    const seen = named ?? said;
    dated.push({ file, seen, moment: seen === undefined ? Number.NaN : Date.parse(seen) });
  }
  if (dated.some(({ moment }) => Number.isNaN(moment))) return dated;
  return dated.sort((a, b) => a.moment - b.moment);
}

async function beginningOf(file: string): Promise<string> {
  for await (const chunk of createReadStream(file, { end: 8000 })) return String(chunk);
  return "";
}

function headOf(element: XmlElement): About {
  const { name, text, attributes } = element;
  // RDF puts the head into an element of its own.
  if (name === "channel") return Object.assign({}, ...element.children.map(headOf));
  const value = text.trim();
  if (name === "title" && value) return { title: value };
  if ((name === "language" || name === "dc:language") && value) return { language: value };
  if (name !== "link" && name !== "atom:link") return {};
  const address = value || (attributes.rel === undefined || attributes.rel === "alternate" ? attributes.href : undefined);
  return address && /^https?:/.test(address) ? { address } : {};
}

function toItem(element: XmlElement, place: string): Item {
  const of = (...names: string[]) => textOf(element, ...names);
  const links = childrenNamed(element, "link", "atom:link");
  const shown = links.find(({ attributes }) => attributes.rel === undefined || attributes.rel === "alternate");
  const link = shown?.attributes.href ?? of("link");
  const guid = of("guid", "id", "atom:id");
  const content = childrenNamed(element, "content:encoded", "content", "atom:content", "body").find(({ text }) => text.trim() !== "");
  const described = childrenNamed(element, "description", "summary", "atom:summary")[0];
  const [full, excerpt] = [content?.text, described?.text];
  const text = full ?? excerpt ?? "";
  const isExcerpt = full === undefined ? isBeginning(text) : false;
  const isAddress = guid !== undefined && /^https?:/.test(guid);
  return {
    place,
    key: guid ?? link ?? `${place}`,
    kind: "post",
    status: "public",
    title: of("title", "atom:title") ?? "",
    text,
    form: /<[a-z!/]/i.test(text) ? "html" : "plain",
    isExcerpt,
    summary: full === undefined ? undefined : excerpt,
    dates: [of("pubDate", "published", "dc:date", "atom:published"), of("updated", "dcterms:modified", "atom:updated")].filter(
      (date) => date !== undefined,
    ),
    addresses: [...new Set([link, isAddress ? guid : undefined])].filter((address) => address !== undefined),
    language: of("dc:language") ?? element.attributes["xml:lang"],
    terms: childrenNamed(element, "category", "dc:subject", "atom:category").flatMap(termOf),
    pictures: picturesOf(element),
    attachments: enclosures(element, (type) => !type.startsWith("image/")),
    seen: of("dcterms:modified", "updated", "atom:updated"),
  };
}

/** True for what is only the beginning of a text: it says so, or is short and of one paragraph. */
function isBeginning(text: string): boolean {
  const plain = text
    .replace(/<[^>]*>/g, " ")
    .replace(/&nbsp;|\s+/g, " ")
    .trim();
  if (/(\[?(…|\.\.\.|&hellip;|&#8230;)\]?|mehr|weiterlesen|weiter|read more|continue reading)[\s»>→]*$/i.test(plain)) return true;
  return plain.length < TEXT_MIN && (text.match(/<\/p>|<br\s*\/?>\s*<br/gi)?.length ?? 0) < 2;
}

function termOf({ attributes, text }: XmlElement): Term[] {
  const name = (attributes.label ?? attributes.term ?? text).trim();
  return name === "" ? [] : [{ group: "categories", name }];
}

function picturesOf(element: XmlElement): GivenFile[] {
  const media = childrenNamed(element, "media:content", "media:thumbnail").filter(
    ({ attributes }) => attributes.url && (attributes.medium === "image" || /\.(jpe?g|png|webp)\b/i.test(attributes.url)),
  );
  const [first] = media;
  return [
    ...enclosures(element, (type) => type.startsWith("image/")),
    ...(first
      ? [
          {
            source: first.attributes.url ?? "",
            caption: textOf(first, "media:description", "media:title"),
            credit: textOf(first, "media:credit"),
          },
        ]
      : []),
  ];
}

function enclosures(element: XmlElement, isMeant: (type: string) => boolean): GivenFile[] {
  const links = childrenNamed(element, "enclosure", "link", "atom:link").filter(
    ({ name, attributes }) => name === "enclosure" || attributes.rel === "enclosure",
  );
  return links.flatMap(({ attributes }) => {
    const source = attributes.url ?? attributes.href;
    return source && isMeant(attributes.type ?? "") ? [{ source, title: attributes.title }] : [];
  });
}
