import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import type { Page } from "playwright-core";
import sharp from "sharp";
import { browser, NO_BROWSER } from "../browser/opened.ts";
import { PDF, TOWN_NOW } from "../fixture.ts";
import {
  changes,
  errorsIn,
  type FormSite,
  field,
  layRepository,
  list,
  type OpenForm,
  openCollection,
  openEntry,
  openForm,
  openFormSite,
  type Repository,
  readRepository,
  repositoryOf,
  save,
  watch,
  workIn,
} from "./form-page.ts";

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: "#476" } })
    .jpeg()
    .toBuffer();

describe("the editors' form in a browser, on the files of a folder", () => {
  let site: FormSite;
  let files: Repository;
  before(async () => {
    if (!browser) return;
    site = await openFormSite();
    files = repositoryOf(site.content);
  });
  after(() => site?.close());

  /** A rule that is tried in a window of its own. */
  const it = (rule: string, check: (form: OpenForm) => Promise<void>) =>
    test(rule, { timeout: 600_000 }, async (context: TestContext) => {
      if (!browser) return context.skip(NO_BROWSER);
      const form = await openForm(browser);
      try {
        await check(form);
        assert.deepEqual(form.complaints, []);
        assert.deepEqual(
          form.asked.filter((address) => !address.startsWith(site.url) && !/^(blob|data):/.test(address)),
          [],
          "nothing is asked of another host",
        );
      } finally {
        await form.context.close();
      }
    });

  /** What stands in the repository of a window beside what was laid. */
  const changed = async (page: Page) => changes(files, await readRepository(page));

  it("each release of this and the last year is opened, one field is changed and saved: one line differs, and the check finds nothing", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    assert.equal(await page.evaluate("document.documentElement.lang"), "de");
    let count = 0;
    for (const year of ["2026", "2025"]) {
      await openCollection(page, `Meldungen ${year}`);
      const titles = await list(page)
        .getByRole("row")
        .evaluateAll((rows) => rows.map((row) => row.getAttribute("aria-label") ?? ""));
      assert.ok(titles.length > 3);
      for (const title of titles) {
        await openEntry(page, title);
        await page.getByRole("textbox", { name: "Laufende Nummer der Pressestelle" }).fill(`${++count}/neu`);
        await save(page);
      }
    }
    const found = await changed(page);
    assert.equal(found.size, count);
    for (const [path, { gone, fresh }] of found) {
      assert.match(fresh.join("\n"), /^number: \d+\/neu$/, path);
      assert.ok(gone.length <= 1 && gone.every((one) => one.startsWith("number:")), path);
    }
    assert.deepEqual(await errorsIn(await readRepository(page)), []);
  });

  it("a new release with umlauts, a picture, an attachment, an event and an embargo lies where it belongs, and the check finds nothing", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    await page.getByRole("button", { name: "Neuen Eintrag anlegen" }).click();
    await page.getByRole("textbox", { name: "Überschrift" }).fill("Größere Straßenbäume für Osthäfen: jetzt");
    await page.getByRole("textbox", { name: "Zusammenfassung" }).fill("Am Osthafen stehen bald größere Straßenbäume als bisher.");
    await page
      .getByRole("textbox", { name: "Text", exact: true })
      .fill("Am Osthafen wird gepflanzt.\n\n## Was gepflanzt wird\n\n- Linden\n- Eichen");
    await field(page, "Amt").getByRole("combobox").click();
    await page.getByRole("option", { name: "Amt für Stadtgrün und Gewässer" }).click();
    const events = field(page, "Termine");
    await events.getByRole("button", { name: /Termin.? hinzufügen/ }).click();
    await events.getByRole("textbox", { name: "Name der Veranstaltung" }).fill("Pflanzfest");
    await events.getByRole("textbox", { name: "Beginn" }).fill("2026-12-05T10:00");
    const images = field(page, "Bilder");
    await images.getByRole("button", { name: /Bild.? hinzufügen/ }).click();
    await images
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "Bäume am Hafen.jpg", mimeType: "image/jpeg", buffer: await photo(1200, 800) });
    await images.getByRole("textbox", { name: "Bildbeschreibung" }).fill("Bäume am Hafen");
    await images.getByRole("textbox", { name: "Bildnachweis" }).fill("Stadt Musterstadt");
    const attachments = field(page, "Anlagen");
    await attachments.getByRole("button", { name: /Anlage.? hinzufügen/ }).click();
    await attachments
      .locator('input[type="file"]')
      .first()
      .setInputFiles({ name: "Plan.pdf", mimeType: "application/pdf", buffer: Buffer.from(PDF) });
    await attachments.getByRole("textbox", { name: "Titel der Anlage" }).fill("Pflanzplan");
    await page.getByRole("textbox", { name: "Sperrfrist" }).fill("2026-12-24T10:00");
    const shown = page.frameLocator("iframe");
    await shown.getByRole("heading", { name: "Größere Straßenbäume" }).waitFor();
    await shown.getByRole("img", { name: "Bäume am Hafen" }).waitFor();
    await save(page);
    const folder = "content/releases/2026/11/groessere-strassenbaeume-fuer-osthaefen-jetzt";
    const found = await changed(page);
    assert.deepEqual([...found.keys()], [`${folder}.md`, `${folder}/baeume-am-hafen.jpg`, `${folder}/plan.pdf`]);
    assert.match(
      found.get(`${folder}.md`)?.fresh.join("\n") ?? "",
      /^---\ntitle: "Größere [^"]+"\ndate: 2026-11-24T12:00\n[\s\S]*embargo: 2026-12-24T10:00\n---\n\nAm Osthafen/,
    );
    assert.deepEqual(await errorsIn(await readRepository(page)), []);
  });

  it("a version in Leichte Sprache has what is translated and nothing else", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    await openEntry(page, "Arbeiten am Ufer der Lohe");
    await page
      .getByRole("radio", { name: /^Leichte Sprache/ })
      .first()
      .click();
    await page
      .getByRole("button", { name: /Leichte Sprache.? aktivieren/ })
      .first()
      .click();
    const pane = page.getByRole("group", { name: /Leichte Sprache.?-Inhalt bearbeiten/ });
    await pane.getByRole("textbox", { name: "Überschrift" }).fill("Arbeiten an der Lohe");
    await pane.getByRole("textbox", { name: "Text", exact: true }).fill("Die Stadt arbeitet am Fluss.");
    await save(page);
    const found = await changed(page);
    assert.deepEqual(
      [...found],
      [
        [
          "content/releases/2026/11/gewaesserunterhaltung-lohe.de-simple.md",
          { gone: [], fresh: ["---", "title: Arbeiten an der Lohe", "---", "", "Die Stadt arbeitet am Fluss."] },
        ],
      ],
    );
    assert.deepEqual(await errorsIn(await readRepository(page)), []);
  });

  it("a correction and a withdrawal are a few lines in the head", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    await openEntry(page, "Acht neue Trinkbrunnen");
    const corrections = field(page, "Berichtigungen");
    await corrections.getByRole("button", { name: /Berichtigung.? hinzufügen/ }).click();
    await corrections.getByRole("textbox", { name: "Tag der Berichtigung" }).fill("2026-11-23");
    await corrections.getByRole("textbox", { name: "Was berichtigt wurde" }).fill("Es sind acht Brunnen, nicht sieben.");
    await save(page);
    await openEntry(page, "Sirenenprobe am 10. September");
    const withdrawn = field(page, "Rücknahme");
    await withdrawn.getByRole("checkbox", { name: /Rücknahme.? hinzufügen/ }).click();
    await withdrawn.getByRole("textbox", { name: "Tag der Rücknahme" }).fill("2026-11-23");
    await withdrawn.getByRole("textbox", { name: "Grund" }).fill("Die Probe wurde abgesagt.");
    await save(page);
    const found = await changed(page);
    assert.deepEqual(
      [...found.values()],
      [
        { gone: [], fresh: ["corrections:", "  - date: 2026-11-23", "    note: Es sind acht Brunnen, nicht sieben."] },
        { gone: [], fresh: ["withdrawn:", "  date: 2026-11-23", "  reason: Die Probe wurde abgesagt."] },
      ],
    );
    assert.deepEqual(await errorsIn(await readRepository(page)), []);
  });

  it("a new person in the register can be named in a release at once", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    await openCollection(page, "Verzeichnisse");
    await openEntry(page, "Personen");
    await page
      .getByRole("button", { name: /Eintrag.? hinzufügen/ })
      .last()
      .click();
    await page.getByRole("textbox", { name: "Kennung" }).last().fill("zoe-ozil");
    await page.getByRole("textbox", { name: "Name", exact: true }).last().fill("Zoë Özil");
    await save(page);
    const people = "content/registers/people.yml";
    const found = await changed(page);
    assert.deepEqual([...found], [[people, { gone: [], fresh: ["zoe-ozil:", "  name: Zoë Özil"] }]]);
    await openCollection(page, "Meldungen 2026");
    await openEntry(page, "Acht neue Trinkbrunnen");
    await field(page, "Genannte Personen")
      .getByRole("button", { name: /Person.? hinzufügen/ })
      .click();
    await field(page, "Person").last().getByRole("combobox").click();
    await page.getByRole("option", { name: "Zoë Özil" }).click();
    await save(page);
    assert.match((await readRepository(page))["content/releases/2026/04/trinkbrunnen.md"]?.toString() ?? "", /^people: \[zoe-ozil\]$/m);
    assert.deepEqual(await errorsIn(await readRepository(page)), []);
  });

  it("who saves is asked when the file was changed in another window or deleted, and nothing is written unless they want it", async (form) => {
    const { page, context } = form;
    const other = await context.newPage();
    await other.clock.setFixedTime(TOWN_NOW);
    watch(form, other);
    await page.goto(`${site.url}/redaktion/lizenzen.txt`);
    await layRepository(page, files);
    // Both stand before the door when the first goes in: a browser under test cannot open a folder again that it remembers.
    const door = (window: Page) => window.getByRole("button", { name: "Mit lokalem Repository arbeiten" });
    for (const window of [page, other]) {
      await window.goto(`${site.url}/redaktion/`);
      await door(window).waitFor();
    }
    for (const window of [page, other]) {
      await window.bringToFront();
      await door(window).click();
      await list(window).waitFor();
    }
    for (const window of [page, other]) {
      await window.bringToFront();
      await openEntry(window, "Arbeiten am Ufer der Lohe");
      await window.getByRole("textbox", { name: "Laufende Nummer der Pressestelle" }).fill(window === page ? "eins" : "zwei");
    }
    await page.bringToFront();
    await save(page);
    await other.bringToFront();
    const asked: string[] = [];
    let answer = false;
    other.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void (answer ? dialog.accept() : dialog.dismiss());
    });
    const path = "content/releases/2026/11/gewaesserunterhaltung-lohe.md";
    const numberNow = async () => /^number: (.*)$/m.exec((await readRepository(page))[path]?.toString() ?? "")?.[1];
    const trySaving = async () => {
      const before = asked.length;
      await other.getByRole("button", { name: "Speichern", exact: true }).click();
      for (let tries = 0; tries < 300 && asked.length === before; tries++) await other.waitForTimeout(100);
    };
    await trySaving();
    assert.match(
      asked[0] ?? "",
      /inzwischen jemand anders geändert .*Wenn Sie speichern, geht dessen Änderung verloren\.\n\nTrotzdem speichern\?$/,
    );
    assert.equal(await numberNow(), "eins");
    assert.equal(
      await other.getByRole("textbox", { name: "Laufende Nummer der Pressestelle" }).inputValue(),
      "zwei",
      "what was written is still there",
    );
    await page.evaluate(async () => {
      let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("repo");
      for (const part of ["content", "releases", "2026", "11"]) folder = await folder.getDirectoryHandle(part);
      await folder.removeEntry("gewaesserunterhaltung-lohe.md");
    });
    const dialog = other.locator("dialog:not([inert])").getByRole("button").last();
    if (await dialog.isVisible().catch(() => false)) await dialog.click();
    answer = true;
    await trySaving();
    assert.match(asked[1] ?? "", /inzwischen gelöscht .*Wenn Sie speichern, ist sie wieder da\./);
    await list(other).waitFor();
    assert.equal(await numberNow(), "zwei");
    form.complaints.length = 0;
  });

  it("a file that cannot be read is told of and left as it is, and what the form does not know stays where it was", async (form) => {
    const { page } = form;
    const broken = "content/releases/2026/11/kaputt.md";
    const odd = "content/releases/2026/11/seltsam.md";
    const text =
      "---\ntitle: Seltsam, aber lesbar\n# bleibt\ndate: 2026-11-02\nerfunden: {a: [1, 02]}\ndepartment: presseamt\nkind: unbekannt\n---\nText.\n";
    const laid = { ...files, [broken]: Buffer.from("---\ntitle: [Kaputt\ndate: 2026-11-01\n---\nText.\n"), [odd]: Buffer.from(text) };
    await workIn(form, site, laid);
    await page
      .getByRole("alert")
      .getByText(/Hier lässt sich nicht öffnen und bleibt, wie sie ist: „\[Kaputt“/)
      .waitFor();
    await page.getByRole("alert").getByRole("button", { name: "Schließen" }).click();
    await openEntry(page, "Seltsam, aber lesbar");
    await page.getByRole("textbox", { name: "Überschrift" }).fill("Seltsam, aber geändert");
    await page.getByRole("radio", { name: "Pressemitteilung" }).click();
    await save(page);
    const after = await readRepository(page);
    assert.deepEqual(
      [...changes(laid, after)],
      [[odd, { gone: ["title: Seltsam, aber lesbar", "kind: unbekannt"], fresh: ["title: Seltsam, aber geändert", "kind: release"] }]],
    );
    form.complaints.length = 0;
  });

  it("a picture that is too large or damaged is not taken, a large one is with a word about it", async (form) => {
    const { page } = form;
    await workIn(form, site, files);
    await openEntry(page, "Acht neue Trinkbrunnen");
    await page.getByRole("textbox", { name: "Laufende Nummer der Pressestelle" }).fill("neu");
    const images = field(page, "Bilder");
    await images.getByRole("button", { name: /Bild.? hinzufügen/ }).click();
    const input = images.locator('input[type="file"]').first();
    await input.setInputFiles({ name: "riesig.jpg", mimeType: "image/jpeg", buffer: await photo(10_100, 10_000) });
    await page
      .getByRole("alert")
      .getByText(/„riesig\.jpg“ wurde nicht übernommen: 10100 × 10000 Bildpunkte sind zu viele/)
      .waitFor();
    await input.setInputFiles({ name: "kaputt.jpg", mimeType: "image/jpeg", buffer: Buffer.from("kein Bild") });
    await page
      .getByRole("alert")
      .getByText(/„kaputt\.jpg“ wurde nicht übernommen: Das ist kein lesbares Bild/)
      .waitFor();
    await input.setInputFiles({ name: "gross.jpg", mimeType: "image/jpeg", buffer: await photo(8000, 5000) });
    await page
      .getByRole("alert")
      .getByText(/„gross\.jpg“ hat 40 Millionen Bildpunkte\. Es wird übernommen/)
      .waitFor();
  });

  it("2,000 releases of a year are listed in time", async (form) => {
    const { page } = form;
    const many = Array.from({ length: 2000 }, (_, index): [string, Buffer] => {
      const month = String((index % 11) + 1).padStart(2, "0");
      const head = `title: "Meldung ${index} über etwas: Nummer"\ndate: 2026-${month}-10T0${index % 10}:00\nsummary: Was in dieser Meldung steht, in einem Satz.\ndepartment: presseamt\ntopics: [verkehr]`;
      return [
        `content/releases/2026/${month}/meldung-${index}.md`,
        Buffer.from(`---\n${head}\n---\n\n${"Ein Absatz mit einigen Wörtern. ".repeat(80)}\n`),
      ];
    });
    await page.goto(`${site.url}/redaktion/lizenzen.txt`);
    await layRepository(page, { ...files, ...Object.fromEntries(many) });
    await page.goto(`${site.url}/redaktion/`);
    const start = page.getByRole("button", { name: "Mit lokalem Repository arbeiten" });
    await start.waitFor();
    const session = await page.context().newCDPSession(page);
    const started = performance.now();
    await start.click();
    await page
      .getByRole("treeitem", { name: "Meldungen 2026" })
      .filter({ hasText: /2.?012/ })
      .waitFor();
    await list(page).getByRole("row").first().waitFor();
    const seconds = (performance.now() - started) / 1000;
    await session.send("HeapProfiler.collectGarbage");
    const { usedSize } = (await session.send("Runtime.getHeapUsage")) as { usedSize: number };
    console.log(`2,000 releases of a year: listed after ${seconds.toFixed(1)} s, ${Math.round(usedSize / 1e6)} MB of memory`);
    // How long it took is told; a limit in seconds would say something of the machine.
    assert.ok(usedSize < 150e6);
    await layRepository(page, {});
  });
});
