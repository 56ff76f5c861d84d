import assert from "node:assert/strict";
import { join } from "node:path";
import { describe, test } from "node:test";
import fc from "fast-check";
import type { Archive } from "../../src/archive/archive.ts";
import { findRelated, type Related, sayReason } from "../../src/archive/related.ts";
import type { Release } from "../../src/content/release/release.ts";
import { isoInstant } from "../../src/dates.ts";
import { ReleaseView, releases } from "../../src/site/releases/releases.ts";
import { type Fields, type Files, layFiles, makeContent, makeRelease, ROOT, read, readWith } from "../fixture.ts";

const BERLIN = "Europe/Berlin";

const MUSTERSTADT = archiveOf(read(join(ROOT, "tests/fixtures/musterstadt"), { now: "2026-11-23T12:00:00+01:00" }).archive);

const REGISTERS: Files = {
  "registers/people.yml": "petra-probe: {name: Petra Probe}\nuwe-albrecht: {name: Uwe Albrecht, page: true}\n",
  "registers/places.yml": "markt: {name: Markt}\nstadt: {name: Probestadt}\nhafen: {name: Hafen}\n",
  "registers/topics.yml":
    "stadtleben: {name: Stadtleben}\nwirtschaft: {name: Wirtschaft}\nkultur: {name: Kultur}\nverkehr: {name: Verkehr}\n",
};

function archiveOf(archive: Archive | undefined): Archive {
  assert.ok(archive);
  return archive;
}

/** A town of releases, one a day from 1 January 2024, the last the newest. */
function townOf(days: readonly Fields[], options: { preview?: boolean; more?: Files } = {}): Archive {
  const files: Files = { ...REGISTERS, "releases/2024/04/stadtfest.md": null, "releases/2024/06/freibad.md": null };
  days.forEach((fields, index) => {
    const date = `2024-01-${String(index + 1).padStart(2, "0")}`;
    files[`releases/2024/01/tag-${index + 1}.md`] = makeRelease({ title: `Meldung ${index + 1}`, date, ...fields });
  });
  const { archive, problems } = readWith({ ...files, ...options.more }, { preview: options.preview ?? false });
  assert.deepEqual(problems, []);
  return archiveOf(archive);
}

function relatedTo(id: string, archive: Archive): readonly Related[] {
  assert.ok(
    archive.releases.some((release) => release.id === id),
    id,
  );
  return findRelated(archive.releases, BERLIN).get(id) ?? [];
}

function shown(id: string, archive: Archive): string[] {
  return relatedTo(id, archive).map(({ release, reason }) => `${release.title}: ${reason.kind} ${reason.entry.name}`);
}

/** Releases that share little, so that counts mean something. */
function filler(count: number): Fields[] {
  return Array.from({ length: count }, () => ({ topics: "[stadtleben]", places: "[stadt]" }));
}

describe("earlier releases on the same matter", () => {
  test("a release shows an earlier one with the same person and says so", () => {
    const archive = townOf([
      { people: "[uwe-albrecht]", topics: "[kultur]" },
      { topics: "[verkehr]" },
      { people: "[uwe-albrecht]", topics: "[wirtschaft]" },
    ]);
    assert.deepEqual(shown("2024/01/tag-3", archive), ["Meldung 1: person Uwe Albrecht"]);
  });

  test("a person without a page of her own may be named as what two releases share", () => {
    const archive = townOf([
      { people: "[petra-probe]", topics: "[kultur]" },
      { people: "[petra-probe]", topics: "[wirtschaft]" },
    ]);
    assert.deepEqual(shown("2024/01/tag-2", archive), ["Meldung 1: person Petra Probe"]);
  });

  test("the reason is the rarest thing in common", () => {
    const archive = townOf([
      ...filler(12),
      { topics: "[kultur, verkehr]", places: "[hafen]" },
      { topics: "[kultur]" },
      { topics: "[kultur]" },
      { topics: "[kultur, verkehr]", places: "[hafen]" },
      { topics: "[kultur]", places: "[hafen]" },
    ]);
    assert.deepEqual(shown("2024/01/tag-17", archive).slice(0, 2), ["Meldung 16: place Hafen", "Meldung 13: place Hafen"]);
  });

  test("who shares more stands first, and of equals the newer", () => {
    const archive = townOf([
      ...filler(10),
      { topics: "[kultur]" },
      { topics: "[kultur]", people: "[petra-probe]" },
      { topics: "[kultur]" },
      { topics: "[kultur]", people: "[petra-probe]" },
    ]);
    assert.deepEqual(
      relatedTo("2024/01/tag-14", archive).map(({ release }) => release.title),
      ["Meldung 12", "Meldung 13", "Meldung 11"],
    );
  });

  test("the town itself, which most releases name, relates nothing to anything", () => {
    const archive = townOf([...filler(20), { topics: "[kultur]", places: "[stadt]" }]);
    assert.deepEqual(shown("2024/01/tag-21", archive), []);
  });

  describe("in a large city", () => {
    /** Every tenth release is on traffic, every eighth at the harbour; each place takes its turn, so that both meet in every fortieth. */
    const days = Array.from(
      { length: 900 },
      (_, index): Fields => ({
        topics: index % 10 === 0 ? "[verkehr]" : "[stadtleben]",
        places: index % 8 === 0 ? "[hafen, stadt]" : "[stadt]",
      }),
    );
    const release = (fields: Fields, index: number): Files => {
      const date = new Date(Date.UTC(2020, 0, 1 + index)).toISOString().slice(0, 10);
      return { [`releases/${date.slice(0, 7).replace("-", "/")}/tag-${index + 1}.md`]: makeRelease({ date, ...fields }) };
    };
    const none = { "releases/2024/04/stadtfest.md": null, "releases/2024/06/freibad.md": null };
    const content = makeContent(Object.assign({ ...REGISTERS, ...none }, ...days.map(release)));
    const town = (last: Fields) => {
      layFiles(content, release(last, days.length));
      const archive = archiveOf(read(content).archive);
      return findRelated(archive.releases, BERLIN).get(archive.releases[0]?.id ?? "") ?? [];
    };

    test("neither a common topic nor a common place says anything, and both together do", () => {
      assert.deepEqual(town({ topics: "[verkehr]", places: "[markt]" }), []);
      assert.deepEqual(town({ topics: "[kultur]", places: "[hafen]" }), []);
      const related = town({ topics: "[verkehr]", places: "[hafen]" });
      assert.deepEqual(
        related.map(({ release }) => release.address.split("-").at(-1)),
        ["881/", "841/", "801/", "761/", "721/"],
      );
      const [first] = related;
      assert.ok(first);
      const words = { topic: "Thema {name}", place: "Ort {name}", person: "{name}" };
      assert.equal(sayReason(first.reason, words, "de"), "Thema Verkehr, Ort Hafen");
    });

    test("what half of the archive shares says nothing, not even together", () => {
      assert.deepEqual(town({ topics: "[verkehr]", places: "[stadt]" }), []);
      assert.deepEqual(town({ topics: "[stadtleben]", places: "[hafen]" }), []);
    });
  });

  test("at most five are shown", () => {
    const archive = townOf([...filler(20), ...Array.from({ length: 9 }, () => ({ topics: "[verkehr]", people: "[petra-probe]" }))]);
    assert.equal(relatedTo("2024/01/tag-29", archive).length, 5);
  });

  test("releases of the same day do not refer to one another, so that a late one changes none", () => {
    const archive = townOf([
      { people: "[petra-probe]" },
      { people: "[petra-probe]", date: "2024-01-01T09:00" },
      { people: "[petra-probe]", date: "2024-01-01T23:59" },
    ]);
    assert.deepEqual(
      archive.releases.map(({ id }) => shown(id, archive)),
      [[], [], []],
    );
  });

  test("the day is the city's: shortly after midnight it is a new one", () => {
    const archive = townOf([
      { people: "[petra-probe]", date: "2024-01-01T23:59" },
      { people: "[petra-probe]", date: "2024-01-02T00:01" },
    ]);
    assert.equal(shown("2024/01/tag-2", archive).length, 1);
  });

  test("a withdrawn release is nobody's earlier release and has none", () => {
    const withdrawn = "{date: 2024-03-01, reason: Die Meldung war falsch.}";
    const archive = townOf([{ people: "[petra-probe]", withdrawn }, { people: "[petra-probe]" }, { people: "[petra-probe]", withdrawn }]);
    assert.deepEqual(
      archive.releases.map(({ id }) => shown(id, archive)),
      [[], [], []],
    );
  });

  test("drafts and embargoed releases are nobody's earlier releases, not even in the preview", () => {
    for (const preview of [false, true]) {
      const archive = townOf(
        [{ people: "[petra-probe]", draft: "true" }, { people: "[petra-probe]", embargo: "2099-01-01T10:00" }, { people: "[petra-probe]" }],
        { preview },
      );
      assert.deepEqual(shown("2024/01/tag-3", archive), [], `preview ${preview}`);
    }
  });

  test("a version shows earlier versions in its own language only", () => {
    const version = (title: string) => `---\ntitle: ${title}\nsummary: A summary that is long enough to be one.\n---\n\nThe text.\n`;
    const archive = townOf([{ people: "[petra-probe]" }, { people: "[petra-probe]" }, { people: "[petra-probe]" }], {
      more: {
        "releases/2024/01/tag-1.en.md": version("First"),
        "releases/2024/01/tag-3.en.md": version("Third"),
        "releases/2024/01/tag-3.de-simple.md": version("Drei"),
      },
    });
    const views = releases(archive).filter((page) => page instanceof ReleaseView);
    const titles = (address: string) => views.find((view) => view.address === address)?.related.map(({ release }) => release.title);
    assert.deepEqual(titles("/2024/01/tag-3/"), ["Meldung 2", "Meldung 1"]);
    assert.deepEqual(titles("/en/2024/01/tag-3/"), ["First"]);
    assert.deepEqual(titles("/leichte-sprache/2024/01/tag-3/"), []);
  });
});

describe("a new release and the old pages", () => {
  /** The lists of all releases that are there without the newest ones, as they were then and as they are now. */
  function compare(list: readonly Release[]): void {
    const now = findRelated(list, BERLIN);
    for (let newer = 1; newer < list.length; newer++) {
      for (const [id, then] of findRelated(list.slice(newer), BERLIN))
        assert.deepEqual(now.get(id), then, `${id} without the newest ${newer}`);
    }
  }

  test("each release of Musterstadt, when it was the newest, changed no list of an older one", () => {
    compare(MUSTERSTADT.releases);
  });

  test("that holds for any releases, several a day, in any order of their names", () => {
    const [model] = MUSTERSTADT.listed;
    assert.ok(model);
    const { people, topics, places } = MUSTERSTADT.registers;
    const some = <T>(register: ReadonlyMap<string, T>) => fc.subarray([...register.values()].slice(0, 5), { maxLength: 3 });
    const release = fc.record({
      hours: fc.integer({ min: 0, max: 400 }),
      slug: fc.stringMatching(/^[a-z]{3,6}$/),
      people: some(people),
      topics: some(topics),
      places: some(places),
    });
    fc.assert(
      fc.property(fc.uniqueArray(release, { minLength: 5, maxLength: 40, selector: ({ slug }) => slug }), (drawn) => {
        const list = drawn
          .map(({ hours, slug, people: persons, ...own }): Release => {
            const published = Date.UTC(2024, 2, 1) + hours * 3_600_000;
            return {
              ...model,
              ...own,
              people: persons.map((person) => ({ person, role: undefined })),
              id: `2024/03/${slug}`,
              published,
              withdrawn: undefined,
              state: "public",
            };
          })
          .sort((a, b) => b.published - a.published || (a.id < b.id ? -1 : 1));
        compare(list);
      }),
      { numRuns: 60 },
    );
  });

  test("what is shown is always of an earlier day and shares what it says", () => {
    const related = findRelated(MUSTERSTADT.releases, BERLIN);
    const day = ({ published }: Release) => isoInstant(published, BERLIN).slice(0, 10);
    let count = 0;
    for (const release of MUSTERSTADT.listed) {
      for (const {
        release: { address },
        reason,
      } of related.get(release.id) ?? []) {
        const other = MUSTERSTADT.listed.find((candidate) => candidate.address === address);
        assert.ok(other && day(other) < day(release), `${address} is not earlier than ${release.address}`);
        const entries = (of: Release) => [...of.people.map(({ person }) => person), ...of.topics, ...of.places];
        for (const of of [release, other])
          assert.ok(entries(of).includes(reason.entry as never), `${of.address} has no ${reason.entry.id}`);
        count++;
      }
    }
    assert.ok(count > 50, `${count} in all`);
  });
});
