import { ACCESSIBILITY_SLUG, pageAddress } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { languagesOf } from "../archive/years.ts";
import { WORDS } from "../messages.ts";
import type { AccessibilityView, Page } from "./pages.ts";

/** The accessibility statement, made of the facts in `site.yml`; in English as well where there are releases in English. */
export function accessibility(archive: Archive): Page[] {
  const statement = archive.site.accessibility;
  if (!statement) return [];
  const languages = languagesOf(archive).filter((language) => language !== "de-simple");
  const inLanguages = languages.map((language) => ({
    language,
    address: pageAddress(ACCESSIBILITY_SLUG, language),
    title: WORDS[language].accessibility.heading,
  }));
  const grounds = (["fault", "burden", "exempt"] as const).map((ground) => ({
    ground,
    gaps: statement.gaps.filter((gap) => gap.ground === ground),
  }));
  return inLanguages.map(
    ({ language, address, title }): AccessibilityView => ({
      layout: "accessibility",
      address,
      language,
      title,
      description: WORDS[language].accessibility.description,
      isIndexed: true,
      alternates: inLanguages.length > 1 ? inLanguages : [],
      statement,
      grounds: grounds.filter(({ gaps }) => gaps.length > 0),
    }),
  );
}
