import type { About, GivenComment, Item, Source, Status, Term } from "../item.ts";
import { childrenNamed, readElements, textOf, type XmlElement } from "../xml.ts";

const STATES: Readonly<Record<string, Status>> = {
  publish: "public",
  inherit: "public",
  future: "scheduled",
  private: "private",
  trash: "trash",
};

/** Exports of WordPress (WXR): posts with what belongs to them, pages, and the files of the library; e-mail and IP of nobody. */
export function wordpress(files: readonly string[]): Source {
  let about: About = {};
  const faults: string[] = [];
  return {
    about: () => about,
    faults: () => faults,
    async *read() {
      faults.length = 0;
      for (const file of files) {
        let number = 0;
        const authors = new Map<string, string>();
        for await (const element of readElements(file, faults)) {
          if (element.name === "item") yield toItem(element, `${file}, Eintrag ${++number}`, authors);
          else if (element.name === "wp:author")
            authors.set(textOf(element, "wp:author_login") ?? "", textOf(element, "wp:author_display_name") ?? "");
          else about = { ...about, ...headOf(element, about) };
        }
      }
    },
  };
}

function headOf({ name, text }: XmlElement, known: About): About {
  const value = text.trim();
  if (value === "") return {};
  if (name === "title") return { title: value };
  if (name === "language") return { language: value };
  if (name === "wp:base_blog_url") return { address: value };
  return name === "link" && known.address === undefined ? { address: value } : {};
}

function toItem(element: XmlElement, place: string, authors: ReadonlyMap<string, string>): Item {
  const of = (...names: string[]) => textOf(element, ...names);
  const kind = of("wp:post_type") ?? "post";
  const guid = of("guid") ?? "";
  const link = of("link");
  const id = of("wp:post_id");
  const written = of("wp:status") ?? "publish";
  const meta = new Map(
    childrenNamed(element, "wp:postmeta").map((entry) => [textOf(entry, "wp:meta_key") ?? "", textOf(entry, "wp:meta_value") ?? ""]),
  );
  const utc = of("wp:post_date_gmt");
  const gmt = utc === undefined ? [] : [`${utc}Z`.replace(" ", "T")];
  const author = of("dc:creator");
  const status: Status = of("wp:post_password") ? "password" : (STATES[written] ?? "draft");
  const thumbnail = meta.get("_thumbnail_id");
  const common: Item = {
    place,
    key: guid || link || `${place}`,
    kind,
    status,
    title: of("title") ?? "",
    text: element.children.find(({ name }) => name === "content:encoded")?.text ?? "",
    form: "wordpress",
    summary: of("excerpt:encoded"),
    dates: [of("wp:post_date"), ...gmt, of("pubDate")].filter((date) => date !== undefined),
    addresses: [link, /[?&]p=\d+/.test(guid) ? guid : undefined].filter((address) => address !== undefined),
    slug: of("wp:post_name"),
    terms: [...termsOf(element), ...(author ? [{ group: "authors" as const, name: authors.get(author) || author }] : [])],
    language: childrenNamed(element, "category").find(({ attributes }) => attributes.domain === "language")?.attributes.nicename,
    comments: childrenNamed(element, "wp:comment").flatMap(toComment),
    ...(thumbnail ? { pictures: [{ source: `media:${thumbnail}` }] } : {}),
  };
  if (kind !== "attachment") return common;
  const source = of("wp:attachment_url") ?? guid;
  return {
    ...common,
    media: { id: id ?? "", source, title: of("title"), alt: meta.get("_wp_attachment_image_alt"), caption: of("excerpt:encoded") },
  };
}

function termsOf(element: XmlElement): Term[] {
  return childrenNamed(element, "category").flatMap(({ attributes, text }): Term[] => {
    const name = text.trim() || attributes.nicename || "";
    if (name === "") return [];
    if (attributes.domain === undefined || attributes.domain === "category") return [{ group: "categories", name }];
    return attributes.domain === "post_tag" || attributes.domain === "tag" ? [{ group: "tags", name }] : [];
  });
}

function toComment(element: XmlElement): GivenComment[] {
  const type = textOf(element, "wp:comment_type") ?? "comment";
  const isShown = textOf(element, "wp:comment_approved") === "1" && type === "comment";
  if (!isShown) return [];
  const parent = textOf(element, "wp:comment_parent");
  const utc = textOf(element, "wp:comment_date_gmt");
  return [
    {
      id: textOf(element, "wp:comment_id") ?? "",
      name: textOf(element, "wp:comment_author") ?? "",
      date: [textOf(element, "wp:comment_date"), utc && `${utc}Z`].filter((date) => date !== undefined),
      text: element.children.find(({ name }) => name === "wp:comment_content")?.text ?? "",
      replyTo: parent === undefined || parent === "0" ? undefined : parent,
    },
  ];
}
