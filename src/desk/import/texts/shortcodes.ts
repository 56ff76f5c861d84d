/** What the words of a shortcode are called in its attributes, in the order in which they are said. */
const WORDS = [
  "title",
  "heading",
  "headline",
  "name",
  "label",
  "text",
  "content",
  "quote",
  "caption",
  "description",
  "cite",
  "byline",
  "author",
];

/** Pictures as attributes name them. */
const PICTURES = ["src", "img", "image", "image_path", "file", "url", "path"];

/** What an element of another system becomes; `dropped` where nothing of it can be shown. */
export interface Replaced {
  html: string;
  dropped: boolean;
}

/** The attributes of a shortcode: named, and by their place. */
export interface Attributes {
  named: Readonly<Record<string, string>>;
  placed: readonly string[];
}

/** Reads `src="a.jpg" alt='…' width=300 "words"`, with the quotation marks that editors made of them. */
export function readAttributes(written: string): Attributes {
  const named: Record<string, string> = {};
  const placed: string[] = [];
  const plain = written.replace(/&#82(?:20|21|22|43);|&quot;|[“”„″]/g, '"').replace(/&#82(?:16|17);|[‘’]/g, "'");
  for (const match of plain.matchAll(
    /([\w:-]+)\s*[=:]\s*(?:"([^"]*)"|'([^']*)'|`([^`]*)`|([^\s"'`]+))|"([^"]*)"|'([^']*)'|`([^`]*)`|(\S+)/g,
  )) {
    const [, name, ...values] = match;
    const value = values.find((one) => one !== undefined) ?? "";
    if (name === undefined) placed.push(value);
    else named[name.toLowerCase()] = value;
  }
  return { named, placed };
}

/** What a shortcode without content says: a picture, a link, an embedded video, or the words of its attributes. */
export function replaceShortcode(name: string, attributes: Attributes): Replaced {
  const { named, placed } = attributes;
  const small = name.toLowerCase();
  const [first = ""] = placed;
  const shown = (html: string): Replaced => ({ html, dropped: false });
  const video = named.id ?? named.video ?? first;
  if (/youtube/.test(small) && video) return shown(frame(/^https?:/.test(video) ? video : `https://www.youtube.com/embed/${video}`));
  if (/vimeo/.test(small) && video) return shown(frame(/^https?:/.test(video) ? video : `https://vimeo.com/${video}`));
  if (/^(tweet|twitter|x)$/.test(small)) {
    const id = named.id ?? first;
    const address = /^https?:/.test(id) ? id : `https://twitter.com/${named.user ?? "i"}/status/${id}`;
    return id ? shown(frame(address)) : { html: "", dropped: true };
  }
  if (/^instagram$/.test(small) && first) return shown(frame(`https://www.instagram.com/p/${first}/`));
  const picture =
    PICTURES.map((key) => named[key]).find((value) => value && isPicture(value, small)) ?? (isPicture(first, small) ? first : "");
  const words = WORDS.flatMap((key) => (named[key] ? [named[key]] : []));
  if (picture) {
    const alt = named.alt ?? named.title ?? "";
    const caption = named.caption ?? named.text ?? named.description ?? (named.alt === undefined ? undefined : named.title);
    const image = `<img src="${quoted(picture)}" alt="${quoted(alt)}">`;
    const source = [named.attr, named.credit, named.attribution].find((value) => value);
    const below = [caption, source].filter((value) => value).join(" ");
    return shown(below ? `<figure>${image}<figcaption>${below}</figcaption></figure>` : image);
  }
  const address = [named.href, named.url, named.link, named.file, named.src, named.mp4, named.mp3, named.m4v].find((value) => value);
  if (address && /\.(mp4|m4v|webm|ogv|mp3|ogg|m4a)$/i.test(address)) return shown(frame(address));
  if (address && words.length > 0) return shown(`<a href="${quoted(address)}">${words.join(" ")}</a>`);
  if (address && /^(https?:)?\/\//.test(address)) return shown(`<a href="${quoted(address)}">${address}</a>`);
  // Words by their place are sentences, not settings.
  const sentences = placed.filter((value) => /\p{L}\S*\s+\S*\p{L}/u.test(value));
  const said = [...words, ...sentences];
  return said.length > 0 ? shown(said.map((word) => `<p>${word}</p>`).join("")) : { html: "", dropped: true };
}

/** An embedded content: it becomes a link with the name of who shows it. */
export function frame(address: string): string {
  return `<iframe src="${quoted(address)}"></iframe>`;
}

/** A value as an attribute of HTML. */
export function quoted(value: string): string {
  return value.replace(/"/g, "&quot;").replaceAll("<", "&lt;");
}

function isPicture(value: string, name: string): boolean {
  return (
    /\.(jpe?g|png|gif|webp|svg|avif|tiff?|bmp)([?#].*)?$/i.test(value) || (/(img|image|figure|photo|picture)/.test(name) && value !== "")
  );
}
