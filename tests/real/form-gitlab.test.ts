import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { browser, NO_BROWSER } from "../browser/opened.ts";
import {
  errorsIn,
  type FormSite,
  field,
  list,
  type OpenForm,
  openEntry,
  openForm,
  openFormSite,
  type Repository,
  repositoryOf,
  WITH_FORM,
} from "./form-page.ts";
import { type GitLab, installGitLab } from "./gitlab.ts";

const ORIGIN = "https://git.stadt.example";
const RELEASE = "content/releases/2026/11/gewaesserunterhaltung-lohe.md";

describe("the editors' form with a GitLab that answers as its documentation states", () => {
  let site: FormSite;
  let files: Repository;
  before(async () => {
    if (!browser) return;
    site = await openFormSite(WITH_FORM);
    files = repositoryOf(site.content);
  });
  after(() => site?.close());

  /** A rule that is tried by somebody who has signed in with an access token. */
  const it = (rule: string, check: (form: OpenForm, gitlab: GitLab) => Promise<void>) =>
    test(rule, { timeout: 900_000 }, async (context) => {
      if (!browser) return context.skip(NO_BROWSER);
      const form = await openForm(browser);
      try {
        const gitlab = await installGitLab(form.context, ORIGIN, "presse/archiv", files);
        const { page } = form;
        await page.goto(`${site.url}/redaktion/`);
        await page.getByRole("button", { name: "Mit Zugriffstoken anmelden" }).click();
        await page.getByRole("alertdialog").getByRole("textbox").fill("glpat-geheim");
        await page.getByRole("alertdialog").getByRole("button", { name: "Anmelden" }).click();
        await list(page).waitFor();
        await check(form, gitlab);
        assert.deepEqual(gitlab.unknown, []);
        assert.deepEqual(
          form.asked.filter((address) => !/^(blob|data):/.test(address) && ![site.url, ORIGIN].includes(new URL(address).origin)),
          [],
        );
      } finally {
        await form.context.close();
      }
    });

  it("what is saved is a branch and a draft merge request; it goes public only when it is merged, and then one line differs", async (form, gitlab) => {
    const { page } = form;
    await openEntry(page, "Arbeiten am Ufer der Lohe");
    await field(page, "Laufende Nummer der Pressestelle").getByRole("textbox").fill("neu");
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await expectEventually(() => gitlab.mergeRequests.length === 1);
    const [request] = gitlab.mergeRequests;
    assert.match(request?.title ?? "", /^Draft: /);
    assert.match(request?.source_branch ?? "", /^cms\/releases-2026\//);
    assert.equal(request?.target_branch, "main");
    assert.deepEqual(gitlab.branches.get("main"), files, "nothing of it is on the branch that is published");
    assert.deepEqual(
      gitlab.commits.map(({ branch, start_branch, actions }) => [
        branch,
        start_branch,
        actions.map(({ action, file_path }) => [action, file_path]),
      ]),
      [[request?.source_branch, "main", [["update", RELEASE]]]],
    );
    const proposed = gitlab.branches.get(request?.source_branch ?? "") ?? {};
    assert.equal(proposed[RELEASE]?.toString(), files[RELEASE]?.toString().replace(/^number: .*$/m, "number: neu"));
    assert.deepEqual(await errorsIn(proposed), []);
    // Who publishes does so in GitLab, where the branch is protected and the pipeline has checked.
    if (request) {
      request.title = request.title.replace("Draft: ", "");
      const answer = await page.evaluate(
        async ([origin, iid]) =>
          (await fetch(`${origin}/api/v4/projects/presse%2Farchiv/merge_requests/${iid}/merge`, { method: "PUT", body: "{}" })).status,
        [ORIGIN, request.iid] as const,
      );
      assert.equal(answer, 200);
    }
    assert.equal(gitlab.branches.get("main")?.[RELEASE]?.toString(), proposed[RELEASE]?.toString());
  });

  it("without a network nothing is lost: the form says so in German, keeps what was written, and saves it when the network is back", async (form, gitlab) => {
    const { page } = form;
    await openEntry(page, "Arbeiten am Ufer der Lohe");
    const number = field(page, "Laufende Nummer der Pressestelle").getByRole("textbox");
    await number.fill("unterwegs");
    gitlab.isThere = false;
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    const failed = page.getByRole("alertdialog").or(page.getByRole("dialog")).filter({ hasText: "Fehler" });
    await failed.getByText(/ist ein Fehler aufgetreten\. Bitte später erneut versuchen/).waitFor();
    await failed.getByRole("button", { name: "OK" }).click();
    assert.equal(await number.inputValue(), "unterwegs");
    assert.equal(gitlab.commits.length, 0);
    gitlab.isThere = true;
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await expectEventually(() => gitlab.mergeRequests.length === 1);
    const branch = gitlab.branches.get(gitlab.mergeRequests[0]?.source_branch ?? "");
    assert.match(branch?.[RELEASE]?.toString() ?? "", /^number: unterwegs$/m);
  });

  it("who saves is asked when somebody changed the file on the host meanwhile, and nothing is sent unless they want it", async (form, gitlab) => {
    const { page } = form;
    await openEntry(page, "Arbeiten am Ufer der Lohe");
    await field(page, "Laufende Nummer der Pressestelle").getByRole("textbox").fill("neu");
    const main = gitlab.branches.get("main") ?? {};
    main[RELEASE] = Buffer.from(`${files[RELEASE]?.toString()}\nEin Absatz von jemand anderem.\n`);
    const asked: string[] = [];
    page.on("dialog", (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.getByRole("button", { name: "Speichern", exact: true }).click();
    await expectEventually(() => asked.length === 1);
    assert.match(asked[0] ?? "", /inzwischen jemand anders geändert/);
    await page.waitForTimeout(1000);
    assert.equal(gitlab.commits.length, 0);
  });
});

/** Waits until something holds, a minute at most. */
async function expectEventually(holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !holds(); tries++) await new Promise((done) => setTimeout(done, 100));
  assert.ok(holds());
}
