import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { type Element, findAll, isElement, lineOf, parseHtml } from "../../documents/dom.ts";
import type { GivenComment } from "../item.ts";
import type { Row } from "./tables.ts";

/** An attachment as the data of a page name it: captions, and perhaps the transcript, by their addresses. */
interface OwnAttachment {
  url: string;
  title: string;
  accessible?: boolean;
  captions?: string;
  transcript?: string;
  signLanguage?: boolean;
}

/** The pictures and attachments that the data of a release's page name, and where they lie in the site. */
export function filesOf(page: Row, root: string, id: string) {
  const paths: Record<string, string> = {};
  const take = <T extends { url: string }>({ url, ...rest }: T) => {
    const file = basename(new URL(url).pathname);
    const path = join(root, ...id.split("/"), file);
    if (existsSync(path)) paths[file] = path;
    return { file, ...rest };
  };
  const images = ((page.images ?? []) as { url: string; alt?: string; caption?: string; credit?: string }[])
    .map(take)
    .map((image) => ({ ...image, credit: image.credit ?? "unbekannt" }));
  const attachments = ((page.attachments ?? []) as OwnAttachment[]).map(take).map(({ file, title, ...more }) => {
    const named = (address: string | undefined) =>
      address !== undefined && /^https?:\/\/\S+$/.test(address) ? take({ url: address }).file : address;
    const { accessible, captions, transcript, signLanguage } = more;
    const said = {
      captions: named(captions),
      transcript: named(transcript),
      signLanguage,
      ...(accessible === false ? { accessible } : {}),
    };
    return { file, title, ...said };
  });
  return { paths, images, attachments };
}

/** The comments that the page of a release shows. */
export function commentsOf(root: string, id: string): GivenComment[] {
  const file = join(root, ...id.split("/"), "index.html");
  if (!existsSync(file)) return [];
  const { body } = parseHtml(readFileSync(file, "utf8"));
  return findAll(body, 'li[id^="kommentar-"], div.answer').flatMap((item): GivenComment[] => {
    const [head] = findAll(item, ".comment-head");
    const [text] = findAll(item, ".comment-text");
    const [time] = head ? findAll(head, "time") : [];
    const [name] = head ? findAll(head, "b") : [];
    if (!text || !time || !name) return [];
    return [
      {
        id: nameOf(item),
        name: lineOf(name),
        date: [time.getAttribute("datetime") ?? ""],
        text: (text as unknown as { innerHTML: string }).innerHTML,
        replyTo: around(item),
      },
    ];
  });
}

function nameOf(item: Element): string {
  return (item.getAttribute("id") ?? "").replace(/^kommentar-/, "");
}

/** The comment within which another stands. */
function around(item: Element): string | undefined {
  for (let at = item.parentNode; at; at = at.parentNode)
    if (isElement(at, "LI") && at.getAttribute("id")?.startsWith("kommentar-")) return nameOf(at);
  return undefined;
}

/** The data of the pages of releases that were withdrawn, which no list names: by their ids, the oldest first. */
export function withdrawnIn(root: string): { id: string; page: Row }[] {
  const within = (folder: string, pattern: RegExp) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => pattern.test(name))
          .sort()
      : [];
  const found: { id: string; page: Row }[] = [];
  for (const year of within(root, /^\d{4}$/))
    for (const month of within(join(root, year), /^\d\d$/))
      for (const name of within(join(root, year, month), /^[a-z0-9-]+$/)) {
        const file = join(root, year, month, name, "index.json");
        const text = existsSync(file) ? readFileSync(file, "utf8") : "";
        if (!text.includes('"withdrawn"')) continue;
        const page = JSON.parse(text) as Row;
        if (typeof page.withdrawn === "object") found.push({ id: `${year}/${month}/${name}`, page });
      }
  return found;
}

/** The old addresses that the site leads on, by the ids of the releases to which they lead. */
export function redirectsIn(root: string): Map<string, string[]> {
  const file = join(root, "daten", "weiterleitungen.json");
  const aliases = new Map<string, string[]>();
  if (!existsSync(file)) return aliases;
  for (const { host, from, to } of JSON.parse(readFileSync(file, "utf8")) as { host?: string; from: string; to?: string }[]) {
    const id = /(?:^|\/)(\d{4}\/\d\d\/[a-z0-9-]+)\/$/.exec(to ?? "")?.[1];
    if (id === undefined) continue;
    aliases.set(id, [...(aliases.get(id) ?? []), host === undefined ? from : `https://${host}${from}`]);
  }
  return aliases;
}
