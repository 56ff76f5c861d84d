import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import type { ManifestEntry } from "../../src/build/manifest.ts";
import { changedLayouts, compareSites, describeMigration, isNewer, tasksBetween } from "../../src/desk/city/upgrade.ts";
import { layFiles, makeFolder, ROOT } from "../fixture.ts";

const CHANGELOG = `# Changelog
## [Unreleased]
### Was eine Stadt tun muss
Noch nichts.

## [0.10.0] - 2027-02-01
### Added
- Something.

### Was eine Stadt tun muss
- Eigene Layouts durchsehen.

### Fixed
- Something.

## [0.3.0] - 2027-01-01
### Was eine Stadt tun muss
- Nichts.

## [0.2.0] - 2026-12-01
### Was eine Stadt tun muss
- Neu anfangen.
`;

describe("what an upgrade reports", () => {
  test("what the change log says that a city has to do, for the versions in between, the oldest first", () => {
    const [later, latest] = ["0.3.0: - Nichts.", "0.10.0: - Eigene Layouts durchsehen."];
    assert.deepEqual(tasksBetween(CHANGELOG, "0.2.0", "0.10.0"), [later, latest, "0.10.0: Noch nichts."]);
    assert.deepEqual(tasksBetween(CHANGELOG.replace(/## \[Unrel[\s\S]*?(?=## )/, ""), "0.2.0", "0.10.0"), [later, latest]);
    assert.deepEqual(tasksBetween(CHANGELOG, "0.3.0", "0.3.0"), []);
    assert.ok(isNewer("0.10.0", "0.9.9") && isNewer("1.0.0", "0.10.0") && !isNewer("0.3.0", "0.3.0") && !isNewer("0.2.9", "0.3.0"));
  });

  test("this project's change log tells it for the newest version", () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
    assert.equal(
      tasksBetween(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8"), "0.0.0", version)
        .at(-1)
        ?.startsWith(`${version}: `),
      true,
    );
  });

  test("each own layout whose original is another now, or gone; not what the city added or what stayed", () => {
    const folder = makeFolder();
    layFiles(folder, {
      "own/home.njk": "own",
      "own/macros/day.njk": "own",
      "own/styles/tokens.css": "own",
      "own/macros/ours.njk": "own",
      "before/home.njk": "1",
      "before/macros/day.njk": "1",
      "before/styles/tokens.css": "1",
      "after/home.njk": "2",
      "after/styles/tokens.css": "1",
    });
    assert.deepEqual(changedLayouts(...(["own", "before", "after"].map((name) => join(folder, name)) as [string, string, string])), [
      { path: "home.njk", isGone: false },
      { path: "macros/day.njk", isGone: true },
    ]);
  });

  test("which addresses answer with other bytes, which are new and which are gone", () => {
    const entry = (address: string, sha256: string): ManifestEntry => ({ address, kind: "list", sha256 });
    const { same, changed, added, gone } = compareSites(
      [entry("/", "1"), entry("/a/", "1"), entry("/b/", "1")],
      [entry("/", "1"), entry("/a/", "2"), entry("/c/", "1")],
    );
    const addresses = (entries: readonly ManifestEntry[]) => entries.map(({ address }) => address);
    assert.deepEqual([same, addresses(changed), addresses(added), addresses(gone)], [1, ["/a/"], ["/c/"], ["/b/"]]);
  });

  test("what a migration changes in a text, line by line", () => {
    const content = makeFolder();
    layFiles(content, { "site.yml": "schema: 1\nname: Stadt X\nurl: y\n" });
    const told = describeMigration(content, { texts: new Map([["site.yml", "schema: 2\nname: Stadt X\nurl: y\n"]]), steps: [] });
    assert.match(told, /^-schema: 1\n\+schema: 2\n name: Stadt X$/m);
    assert.ok(told.includes(join(content, "site.yml")));
  });
});
