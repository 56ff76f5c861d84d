import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readYaml } from "../../src/content/front-matter.ts";
import { toSite } from "../../src/content/site.ts";
import { listPages } from "../../src/site/capabilities.ts";
import { globalsOf } from "../../src/site/globals.ts";
import { editAddress, newAddress } from "../../src/site/repository.ts";
import { buildSoundly, makeContent, placesOf, read, SITE } from "../fixture.ts";

/** The repository that settings name. */
function repositoryOf(written: string) {
  const { value } = readYaml(Buffer.from(`${SITE}repository: ${written}\n`), "site.yml");
  assert.ok(value);
  const { value: site, problems } = toSite(value.data, "site.yml", value.locate);
  return site?.repository ?? assert.fail(JSON.stringify(problems));
}

describe("the web page of the repository", () => {
  test("edits the file of a release and of a version, each host in its manner, in the branch that is written to", () => {
    for (const [written, edit] of [
      ["https://github.com/stadt/archiv.git", "https://github.com/stadt/archiv/edit/main/"],
      ["https://gitlab.opencode.de/stadt/archiv/", "https://gitlab.opencode.de/stadt/archiv/-/edit/main/"],
      ["https://codeberg.org/stadt/archiv", "https://codeberg.org/stadt/archiv/_edit/main/"],
      ["{url: https://git.stadt.example/archiv, kind: forgejo}", "https://git.stadt.example/archiv/_edit/main/"],
      ["{url: https://git.stadt.example/archiv, branch: haupt}", "https://git.stadt.example/archiv/-/edit/haupt/"],
    ] as const) {
      assert.equal(editAddress(repositoryOf(written), "2024/05/probe", undefined), `${edit}content/releases/2024/05/probe.md`);
      assert.equal(editAddress(repositoryOf(written), "2024/05/probe", "en"), `${edit}content/releases/2024/05/probe.en.md`);
    }
  });

  test("begins a file whose template is a draft that passes the check, in the folder of today's month", () => {
    for (const [written, begin, names] of [
      ["https://github.com/stadt/archiv", "https://github.com/stadt/archiv/new/main", ["filename", "value"]],
      ["https://gitlab.com/stadt/archiv", "https://gitlab.com/stadt/archiv/-/new/main", ["file_name", "content"]],
      ["https://codeberg.org/stadt/archiv", "https://codeberg.org/stadt/archiv/_new/main", ["filename", "value"]],
    ] as const) {
      const { archive } = read(makeContent({ "site.yml": `${SITE}repository: ${written}\n` }), { now: "2026-11-30T23:30:00Z" });
      const url = new URL((archive && newAddress(archive)) ?? assert.fail());
      assert.equal(`${url.origin}${url.pathname}`, begin);
      assert.deepEqual([...url.searchParams.keys()], names);
      const name = url.searchParams.get(names[0]) ?? "";
      assert.equal(name, "content/releases/2026/12/name-der-meldung.md", "midnight has passed in the city");
      const { problems, unpublished } = read(makeContent({ [name.replace("content/", "")]: url.searchParams.get(names[1]) ?? "" }));
      assert.deepEqual(
        problems.filter(({ isGap }) => !isGap),
        [],
      );
      assert.deepEqual(
        unpublished.map(({ reason }) => reason),
        ["draft"],
      );
    }
  });

  test("is linked for those who write in the preview alone: the public site offers no reader to edit", async () => {
    const content = makeContent({ "site.yml": `${SITE}repository: https://github.com/stadt/archiv\n` });
    const preview = read(content, { preview: true }).archive ?? assert.fail();
    assert.match(globalsOf(preview).desk?.newRelease ?? "", /github\.com\/stadt\/archiv\/new/);
    const shown = read(content).archive ?? assert.fail();
    assert.equal(globalsOf(shown).desk, undefined);
    assert.equal(
      listPages(shown).some(({ address }) => address.startsWith("/vorschau")),
      false,
    );
    const { output } = await buildSoundly(content);
    assert.notDeepEqual(
      placesOf("github.com/stadt/archiv/commits", output),
      [],
      "the history is linked, so the search would find the rest",
    );
    for (const word of ["/stadt/archiv/edit", "/stadt/archiv/new", 'class="preview-bar"', "vorschau/mail"])
      assert.deepEqual(placesOf(word, output), [], word);
  });
});
