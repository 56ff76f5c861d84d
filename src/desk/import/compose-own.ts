import type { Composed } from "./compose.ts";
import type { Staging } from "./files.ts";
import type { Item } from "./item.ts";

/** Makes a release of an item whose fields are the archive's own: they and the text stay as they are; what lies nowhere is named. */
export async function composeOwn(item: Item, staging: Staging): Promise<Composed> {
  const mended = new Map<string, number>();
  const count = (what: string) => mended.set(what, (mended.get(what) ?? 0) + 1);
  let text = item.text;
  const keep = async <T extends { file: string }>(
    list: unknown,
    take: (source: string, stem: string) => Promise<{ file: string } | { reason: string }>,
  ) => {
    const kept: T[] = [];
    for (const entry of (list ?? []) as (T & { caption?: string; alt?: string })[]) {
      const source = item.ownFiles?.[entry.file];
      const taken =
        source === undefined
          ? { reason: "Ein Bild oder eine Anlage liegt nicht bei; was darunter stand, steht im Text." }
          : await take(source, entry.file.replace(/\.\w+$/, ""));
      if ("reason" in taken) {
        count(taken.reason);
        text = withoutFile(text, entry.file, entry.caption);
      } else {
        kept.push({ ...entry, file: taken.file });
        if (taken.file !== entry.file) text = text.replaceAll(`](${entry.file})`, `](${taken.file})`);
      }
    }
    return kept;
  };
  const { images, attachments, ...fields } = item.own ?? {};
  const shown = await keep(images, (source, stem) => staging.picture(source, stem, true));
  const attached = await keep(attachments, async (source, stem) => staging.attachment(source, stem, true));
  for (const { captions } of attached as { captions?: string }[]) {
    const source = captions === undefined ? undefined : item.ownFiles?.[captions];
    if (source !== undefined) staging.attachment(source, (captions ?? "").replace(/\.\w+$/, ""), true);
  }
  // What the text names and no list does would be refused.
  for (const [, name = ""] of text.matchAll(/\]\(([A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+)\)/g))
    if (![...shown, ...attached].some(({ file }) => file === name)) {
      count("Ein Bild oder eine Anlage liegt nicht bei; was darunter stand, steht im Text.");
      text = withoutFile(text, name, undefined);
    }
  return { fields: { ...fields, images: shown, attachments: attached }, text, mended, said: { with: [], places: [] } };
}

/** A text that neither shows nor links a file: its words stay. */
function withoutFile(text: string, file: string, caption: string | undefined): string {
  const name = file.replace(/[.*+?(){}|[\]\\]/g, "\\$&");
  return text
    .replace(new RegExp(`!\\[[^\\]]*\\]\\(${name}\\)`, "g"), () => caption ?? "")
    .replace(new RegExp(`\\[((?:[^\\]\\\\]|\\\\.)*)\\]\\(${name}(?:#[^)]*)?\\)`, "g"), (_whole, words: string) => words)
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
