import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { GUIDE_PAGES } from "../addresses.ts";
import { toSlug } from "../content/slugs.ts";
import type { View } from "../site/pages.ts";
import { SOFTWARE } from "../software.ts";

/** A page of the editors' guide, which the preview shows and no other site. */
interface GuideView extends View {
  layout: "guide";
  /** Markdown. */
  text: string;
}

/** The editors' guide, what messages mean, and all fields, as pages of the preview. */
export function guidePages(): GuideView[] {
  return Object.entries(GUIDE_PAGES).flatMap(([name, address]) => {
    const file = join(SOFTWARE, "docs", name);
    if (!existsSync(file)) return [];
    const [, title = "", text = ""] = /^# (.*)\n([\s\S]*)$/.exec(readFileSync(file, "utf8")) ?? [];
    return {
      layout: "guide",
      kind: "list",
      address,
      language: "de",
      title,
      description: undefined,
      isIndexed: false,
      alternates: [],
      text: withContents(
        text
          .split(/^(?=```)/m)
          .map(toPage)
          .join(""),
      ),
    };
  });
}

/** A part of a guide's file, which begins with a fence or holds none, as it reads on a page: links lead on, examples name their file. */
function toPage(part: string): string {
  const [, info] = /^```\w+ (.+)\n/.exec(part) ?? [];
  if (info !== undefined) return `${captionOf(info)}\n\n${part}`;
  return part
    .replace(/\]\(([a-z-]+\.md)(#[^)]*)?\)/g, (whole, name: string, anchor = "") =>
      name in GUIDE_PAGES ? `](${GUIDE_PAGES[name as keyof typeof GUIDE_PAGES]}${anchor})` : whole,
    )
    .replace(/\[([^\]\n]+)\]\([a-z-]+\.md\)/g, "$1")
    .replace(/\]\(([^)#\s]*)#([^)\s]+)\)/g, (_whole, address: string, anchor: string) => `](${address}#abschnitt-${toSlug(anchor)})`);
}

/** Which file an example is of, by what stands behind its fence. */
function captionOf(info: string): string {
  const [, part = "Die Datei", path = "", wrong] = /^(?:(im Kopf von|im Text von) )?(\S+?)(, falsch: \S+)?$/.exec(info) ?? [];
  return `${part.replace("im", "Im")} \`${path}\`${wrong === undefined ? "" : " (falsch)"}:`;
}

/** A text with a list of its chapters before the first of them. */
function withContents(text: string): string {
  const prose = text.replace(/^```[\s\S]*?^```$/gm, "");
  const chapters = [...prose.matchAll(/^## (.+)$/gm)].map(([, title = ""]) => `- [${title}](#abschnitt-${toSlug(title)})`);
  return text.replace(/^## /m, `${chapters.join("\n")}\n\n## `);
}
