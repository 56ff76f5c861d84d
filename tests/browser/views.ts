import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { FLAWS } from "./flaws.ts";
import { KINDS } from "./kinds.ts";
import { browser, NO_BROWSER } from "./opened.ts";
import { towns } from "./towns.ts";

/** How a page is looked at, and which rules of axe are asked then. */
interface View {
  width: number;
  colorScheme: "light" | "dark";
  forcedColors: "active" | "none";
  media: "screen" | "print";
  rules: readonly string[];
}

/**
 * Every rule of axe is asked on the narrowest screen. The document is the same in all views, so elsewhere only what can differ:
 * room and what is seen with the width, colours with the scheme (asked once for each scheme, since no colour depends on the width), nothing on paper.
 */
const ALL = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
const COLOURS = ["color-contrast", "link-in-text-block"];
const ROOM = ["target-size", "scrollable-region-focusable", "page-has-heading-one", "landmark-one-main", "region", "bypass"];

const plain = { colorScheme: "light", forcedColors: "none", media: "screen" } as const;

/** What A4 leaves between its margins (165 mm). */
const PAPER: View = { ...plain, width: 624, media: "print", rules: [] };

/** Narrow and wide, light and dark, on screen and on paper: each once. */
export const FEW_VIEWS: readonly View[] = [
  { ...plain, width: 320, rules: [] },
  { ...plain, width: 1440, colorScheme: "dark", rules: [...ROOM, ...COLOURS] },
  PAPER,
];

/** Every width in light, dark and forced colours, and paper. */
export const ALL_VIEWS: readonly View[] = [
  ...[320, 768, 1440].flatMap((width): View[] => {
    const colours = width === 1440 ? COLOURS : [];
    return [
      { ...plain, width, rules: [...(width > 320 ? ROOM : []), ...colours] },
      { ...plain, width, colorScheme: "dark", rules: colours },
      { ...plain, width, forcedColors: "active", rules: colours },
    ];
  }),
  PAPER,
];

/** What axe answers, as far as it is told. */
interface Found {
  violations: { id: string; nodes: { html: string }[] }[];
}

const told = ({ violations }: Found) =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" ")}`);

async function show(page: Page, { width, colorScheme, forcedColors, media }: View): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ colorScheme, forcedColors, media });
}

/** Tests every kind of page in these views. */
export async function testViews(views: readonly View[]): Promise<void> {
  const page = await browser?.newPage();
  describe("every kind of page, from 320 to 1440 px, light, dark and printed", () => {
    for (const [name, kind] of Object.entries(KINDS)) {
      test(`${name}: axe finds nothing against WCAG 2.2 AA, nothing scrolls sideways, is clipped or covered`, async (context) => {
        if (!page) return context.skip(NO_BROWSER);
        await show(page, { ...plain, width: 320, rules: ALL });
        await towns.open(page, kind);
        // Legacy mode: there are no frames, and each analysis would open another page for them.
        const whole = await new AxeBuilder({ page }).withTags(ALL).setLegacyMode(true).analyze();
        assert.deepEqual(told(whole), []);
        assert.ok(whole.passes.length > 10, "axe must have had something to look at");
        for (const view of views) {
          await show(page, view);
          const where = JSON.stringify(view);
          if (view.rules.length > 0) {
            const found: Found = await page.evaluate(
              `axe.run({ runOnly: { type: "rule", values: ${JSON.stringify(view.rules)} }, resultTypes: ["violations"] })`,
            );
            assert.deepEqual(told(found), [], where);
          }
          assert.deepEqual(await page.evaluate(FLAWS), [], where);
        }
      });
    }
  });
}
