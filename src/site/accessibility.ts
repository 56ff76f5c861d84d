import { ACCESSIBILITY_SLUG, pageAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import type { Gap, Statement } from "../content/statement.ts";
import { FORM_GAPS } from "./form/barriers.ts";
import type { Page, View } from "./pages.ts";

/** The accessibility statement; `grounds` are its gaps under the headings of the EU's model statement. */
export interface AccessibilityView extends View {
  layout: "accessibility";
  statement: Statement;
  grounds: readonly { ground: Gap["ground"]; gaps: readonly Gap[] }[];
}

/** The accessibility statement, made of the facts in `site.yml`; in English as well where there are releases in English. */
export function accessibility(archive: Archive): Page[] {
  const statement = archive.site.accessibility;
  if (!statement) return [];
  const languages = archive.languages.filter((language) => language === archive.site.language || language === "en");
  const inLanguages = languages.map((language) => ({
    language,
    address: pageAddress(ACCESSIBILITY_SLUG, language),
    title: archive.context.messages.in(language).accessibility.heading,
  }));
  const gaps = archive.site.form ? [...statement.gaps, ...FORM_GAPS] : statement.gaps;
  const grounds = (["fault", "burden", "exempt"] as const).map((ground) => ({
    ground,
    gaps: gaps.filter((gap) => gap.ground === ground),
  }));
  return inLanguages.map(
    ({ language, address, title }): AccessibilityView => ({
      layout: "accessibility",
      kind: language === archive.site.language ? "page" : "list",
      address,
      language,
      title,
      description: archive.context.messages.in(language).accessibility.description,
      isIndexed: true,
      alternates: inLanguages.length > 1 ? inLanguages : [],
      statement,
      grounds: grounds.filter(({ gaps }) => gaps.length > 0),
    }),
  );
}
