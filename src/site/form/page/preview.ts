import { createParser } from "../../../markdown/parser.ts";
import type { FormPageSettings } from "../page-settings.ts";
import { isGroup, type Said } from "./yaml-text.ts";

/** What Sveltia CMS hands to a preview (Immutable Maps). */
interface PreviewProps {
  entry: { toJS: () => { data: Said } };
  getAsset: (path: string) => { toString: () => string } | undefined;
  fieldsMetaData?: { toJS: () => Said };
}

type Element = unknown;
type Create = (tag: string, properties: object | null, ...children: unknown[]) => Element;

/** The names of register entries by their ids, as the registers that were read have them. */
export type Names = ReadonlyMap<string, string>;

/** The preview of a release: the markup of its page as near as it goes, made by React, which Sveltia CMS brings. */
export function createPreview(settings: FormPageSettings, names: Names): (props: PreviewProps) => never {
  const markdown = createParser(false);
  const { escapeHtml } = markdown.utils;
  markdown.renderer.rules.image = (tokens, index) => `<em>[Bild: ${escapeHtml(tokens[index]?.content ?? "")}]</em>`;
  return ({ entry, getAsset }) => {
    const { h } = window as unknown as { h: Create };
    const { data } = entry.toJS();
    const text = (name: string) => (typeof data[name] === "string" ? (data[name] as string) : "");
    const images = (Array.isArray(data.images) ? data.images : []).filter(isGroup).map((image) => picture(h, image, getAsset));
    const html = markdown.render(text("body"));
    const kind = settings.kinds[text("kind")];
    return h(
      "article",
      { className: "release", lang: "de", style: { padding: "1rem" } },
      h(
        "div",
        { className: "release-body" },
        h(
          "p",
          { className: "dateline" },
          h("time", null, germanDate(text("date"))),
          " ",
          h("span", null, names.get(text("department")) ?? text("department")),
          kind === undefined ? null : h("span", null, ` ${kind}`),
          text("number") === "" ? null : h("span", null, ` ${text("number")}`),
        ),
        h("h1", text("title").length > 90 ? { className: "is-long" } : null, text("title")),
        withdrawal(h, data.withdrawn) ?? corrections(h, data.corrections),
        images[0] ?? null,
        h("div", { className: "text", dangerouslySetInnerHTML: { __html: html } }),
        ...images.slice(1),
      ),
    ) as never;
  };
}

/** A picture of the entry where it is to be had, else its name: what lies beside a release cannot be found by Sveltia CMS 0.221. */
function picture(h: Create, image: Said, getAsset: PreviewProps["getAsset"]): Element {
  const file = String(image.file ?? "");
  const isLoaded = /^(blob:|data:)/;
  const source = file === "" || isLoaded.test(file) ? file : String(getAsset(file) ?? "");
  const isShown = isLoaded.test(source);
  const shown = isShown ? h("img", { src: source, alt: String(image.alt ?? "") }) : h("p", null, `[Bild: ${file}; hier nicht zu sehen]`);
  const words = [image.caption, image.credit === undefined ? undefined : `Bild: ${image.credit}`].filter((one) => one !== undefined);
  return h("figure", { className: "picture" }, shown, h("figcaption", null, words.join(" ")));
}

function withdrawal(h: Create, withdrawn: unknown): Element | undefined {
  if (!isGroup(withdrawn) || !withdrawn.date) return undefined;
  const heading = h("b", null, `Zurückgezogen am ${germanDate(String(withdrawn.date))}`);
  return h("div", { className: "withdrawn", role: "note" }, h("p", null, heading), h("p", null, String(withdrawn.reason ?? "")));
}

function corrections(h: Create, listed: unknown): Element | null {
  const said = (Array.isArray(listed) ? listed : []).filter(isGroup);
  if (said.length === 0) return null;
  const lines = said.map(({ date, note }) =>
    h("p", null, h("b", null, `Berichtigt am ${germanDate(String(date ?? ""))}:`), ` ${note ?? ""}`),
  );
  return h("section", { className: "corrections" }, ...lines);
}

function germanDate(written: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(written) ?? [];
  return day === undefined
    ? written
    : new Intl.DateTimeFormat("de", { dateStyle: "long", timeZone: "UTC" }).format(new Date(`${year}-${month}-${day}`));
}
