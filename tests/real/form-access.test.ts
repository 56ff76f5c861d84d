import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { FORM_GAPS } from "../../src/site/form/barriers.ts";
import { browser, NO_BROWSER } from "../browser/opened.ts";
import {
  type FormSite,
  layRepository,
  list,
  type OpenForm,
  openCollection,
  openEntry,
  openForm,
  openFormSite,
  repositoryOf,
} from "./form-page.ts";

/** The rules of WCAG 2.2, levels A and AA, as far as a program can ask them. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

describe("the editors' form for people who use no mouse, or see little", () => {
  let site: FormSite;
  let form: OpenForm;
  let page: Page;
  before(async () => {
    if (!browser) return;
    site = await openFormSite();
    form = await openForm(browser);
    ({ page } = form);
    await page.setViewportSize({ width: 1280, height: 1200 });
    await page.goto(`${site.url}/redaktion/lizenzen.txt`);
    await layRepository(page, repositoryOf(site.content));
    await page.goto(`${site.url}/redaktion/`);
  });
  after(async () => {
    await form?.context.close();
    site?.close();
  });
  const it = (rule: string, check: () => Promise<void>) =>
    test(rule, { timeout: 600_000 }, async (context) => (browser ? check() : context.skip(NO_BROWSER)));

  /** The rules that what is shown breaks. */
  const broken = async () =>
    (await new AxeBuilder({ page }).withTags(RULES).analyze()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html.slice(0, 200)}`);

  /** Goes on by the Tab key until something that holds has the focus; answers whether it came. */
  const tabTo = async (wanted: RegExp) => {
    for (let tries = 0; tries < 60; tries++) {
      await page.keyboard.press("Tab");
      if (wanted.test(await focused())) return true;
    }
    return false;
  };
  const focused = () =>
    page.evaluate<string>("(document.activeElement?.getAttribute('aria-label') ?? '') + ' ' + (document.activeElement?.textContent ?? '')");

  it("the door: it is German, can be enlarged, breaks no rule, and opens by the keyboard", async () => {
    const button = page.getByRole("button", { name: "Mit lokalem Repository arbeiten" });
    await button.waitFor();
    assert.equal(await page.evaluate("document.documentElement.lang"), "de");
    const viewports = await page.locator('meta[name="viewport"]').evaluateAll((all) => all.map((one) => one.getAttribute("content") ?? ""));
    assert.ok(viewports.length > 0 && viewports.every((content) => !/maximum-scale|user-scalable/.test(content)), viewports.join());
    assert.deepEqual(await broken(), []);
    assert.ok(await tabTo(/Mit lokalem Repository arbeiten/));
    await page.keyboard.press("Enter");
    await list(page).waitFor();
  });

  it("the list: it breaks no rule, and a release is opened by the keyboard, with the focus in it", async () => {
    assert.deepEqual(await broken(), []);
    await list(page).getByRole("row").first().focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.getByRole("group", { name: "Inhaltseditor" }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate("document.activeElement !== document.body && document.activeElement !== null"), true);
    await page.getByRole("button", { name: "Bearbeitung abbrechen" }).click();
    await list(page).waitFor();
  });

  it("a new release is begun by Enter on the button", async () => {
    await page.getByRole("button", { name: "Neuen Eintrag anlegen" }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("textbox", { name: "Überschrift" }).waitFor();
    await page.waitForTimeout(1500);
    assert.equal(await page.evaluate("document.activeElement !== document.body && document.activeElement !== null"), true);
    await page.getByRole("button", { name: "Bearbeitung abbrechen" }).click();
    await list(page).waitFor();
  });

  it("a link to a release leads to it once somebody has signed in", async () => {
    const other = await openForm(browser ?? assert.fail());
    await other.page.goto(`${site.url}/redaktion/lizenzen.txt`);
    await layRepository(other.page, repositoryOf(site.content));
    await other.page.goto(`${site.url}/redaktion/#/collections/releases-2026/entries/11/gewaesserunterhaltung-lohe`);
    await other.page.getByRole("button", { name: "Mit lokalem Repository arbeiten" }).click();
    await other.page.getByRole("textbox", { name: "Überschrift" }).waitFor();
    assert.match(await other.page.getByRole("textbox", { name: "Überschrift" }).inputValue(), /^Arbeiten am Ufer/);
    await other.context.close();
  });

  it("the form of a release: what it breaks is what the accessibility statement says", async () => {
    await openEntry(page, "Arbeiten am Ufer der Lohe");
    await page.getByRole("textbox", { name: "Überschrift" }).waitFor();
    // The numbers beside the collections are pale; the list says them too.
    const pale = (rule: string) => rule.startsWith('color-contrast: <span class="count"');
    assert.deepEqual(
      (await broken()).filter((rule) => !pale(rule)),
      [],
    );
    await page.getByRole("button", { name: "Bearbeitung abbrechen" }).click();
    await openCollection(page, "Verzeichnisse");
    assert.deepEqual(
      (await broken()).filter((rule) => !pale(rule)),
      [],
    );
    assert.ok(FORM_GAPS.length > 0);
  });
});
