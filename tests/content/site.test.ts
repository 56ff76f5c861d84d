import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readYaml } from "../../src/content/front-matter.ts";
import { type Site, toSite } from "../../src/content/site.ts";
import { ownTheme } from "../../src/content/theme/theme.ts";
import type { Result } from "../../src/content/yaml.ts";
import { line, makeRelease, PROBE, readWith, SITE } from "../fixture.ts";

function settings(yaml: string): Result<Site> {
  const { value, problems } = readYaml(Buffer.from(yaml), "site.yml");
  assert.ok(value, JSON.stringify(problems));
  return toSite(value.data, "site.yml", value.locate);
}

function siteOf(...lines: string[]): Site {
  const { value, problems } = settings(`${SITE}${lines.join("\n")}\n`);
  assert.ok(value, JSON.stringify(problems));
  return value;
}

function refusal(yaml: string): string {
  const { value, problems } = settings(yaml);
  assert.equal(value, undefined);
  const [problem] = problems;
  assert.ok(problem && problems.length === 1, JSON.stringify(problems, null, 1));
  return line(problem);
}

const withUrl = (url: string) => SITE.replace(/^url: .*$/m, `url: ${url}`);

describe("defaults", () => {
  test("a city that says only who it is gets the rest by default", () => {
    const site = siteOf();
    assert.deepEqual(site, {
      name: "Stadt Probestadt",
      tagline: undefined,
      url: "https://probestadt.example/",
      language: "de",
      languages: ["de", "en", "de-simple"],
      timeZone: "Europe/Berlin",
      demonstration: undefined,
      afterPublish: undefined,
      target: undefined,
      issuer: "Stadt Probestadt, Presseamt",
      publisher: {
        name: "Stadt Probestadt, Presseamt",
        address: "Markt 1, 00000 Probestadt",
        contact: { name: undefined, phone: undefined, email: "presse@probestadt.example" },
        responsible: "Petra Probe",
      },
      textLicense: { text: "Texte dürfen mit Nennung der Quelle verwendet werden.", url: undefined },
      navigation: [],
      accessibility: undefined,
      comments: { default: "off", email: "presse@probestadt.example" },
      theme: ownTheme(),
      search: { compounds: [], releasesPerFile: 3 },
      cards: { releases: 5000 },
      forgotten: [],
      form: undefined,
      repository: undefined,
      security: undefined,
      tagAuthority: "probestadt.example,2026",
    });
  });

  test("a demonstration says so in its own words or in ours; a real site does not", () => {
    assert.equal(siteOf("demonstration: Nur eine Vorführung").demonstration, "Nur eine Vorführung");
    assert.match(siteOf("demonstration: true").demonstration ?? "", /Demonstration/);
    assert.equal(siteOf("demonstration: false").demonstration, undefined);
  });

  test("numbers are taken as they are written, and what is none, or too many, is refused", () => {
    assert.equal(siteOf("search: {releasesPerFile: 20}").search?.releasesPerFile, 20);
    assert.equal(siteOf("cards: {releases: 0}").cards?.releases, 0);
    for (const wrong of ["search: {releasesPerFile: 51}", "search: {releasesPerFile: viele}", "cards: {releases: -1}"])
      assert.match(refusal(`${SITE}${wrong}\n`), /ist so nicht möglich/, wrong);
  });

  test("comments that are off need no quotation marks", () => {
    assert.equal(siteOf("comments: {default: off}").comments.default, "off");
    assert.equal(
      siteOf("comments: {default: open}").comments.email,
      "presse@probestadt.example",
      "somebody has to read them: without an address of their own, who runs the site",
    );
    assert.deepEqual(siteOf("comments: {default: open, email: k@x.example}").comments, { default: "open", email: "k@x.example" });
    assert.deepEqual(siteOf("comments: {email: k@x.example}").comments, { default: "off", email: "k@x.example" });
  });
});

describe("mistakes in the settings", () => {
  test("the address is http or https, ends in a slash and holds neither question nor fragment", () => {
    for (const url of [
      "https://probestadt.example",
      "https://probestadt.example/archiv",
      "https://probestadt.example/?x=/",
      "https://probestadt.example/#/",
      "ftp://probestadt.example/",
      "javascript:alert(1)/",
      "probestadt.example/",
      "/archiv/",
    ]) {
      assert.match(refusal(withUrl(url)), /^site\.yml:2:1 error .*https:\/\//, url);
    }
    assert.equal(settings(withUrl("https://probestadt.example/archiv/")).value?.url, "https://probestadt.example/archiv/");
  });

  test("a time zone that does not exist is refused", () => {
    assert.match(refusal(`${SITE}timeZone: Europe/Leipzig\n`), /Zeitzone.*Europe\/Berlin/);
  });

  test("a language in which there are no words for the interface is refused", () => {
    assert.match(refusal(`${SITE}language: fr\n`), /„fr“/);
  });

  test("an unknown setting is answered with the nearest known one", () => {
    assert.match(refusal(`${SITE}timezone: Europe/Berlin\n`), /„timezone“ gibt es nicht.*„timeZone“/);
    assert.match(
      refusal(SITE.replace("  responsible: ", "  responsable: Petra\n  responsible: ")),
      /„responsable“ gibt es nicht.*„responsible“/,
    );
  });

  test("a city must say who publishes, how to reach them and what holds for its texts", () => {
    for (const [gone, says] of [
      [/^name: .*\n/m, /„name“.*fehlt/],
      [/^url: .*\n/m, /„url“.*fehlt/],
      [/^ {2}responsible: .*\n/m, /„publisher\.responsible“.*fehlt/],
      [/^ {2}contact: .*\n/m, /„publisher\.contact“.*fehlt/],
      [/^textLicense:\n.*\n/m, /„textLicense“.*fehlt/],
    ] as const) {
      assert.match(refusal(SITE.replace(gone, "")), says);
    }
  });

  test("a contact for security is an address that can be written to, with a date that exists", () => {
    const security = (contact: string, expires: string) => `${SITE}security: {contact: "${contact}", expires: "${expires}"}\n`;
    assert.deepEqual(settings(security("mailto:s@x.example", "2027-12-31T00:00:00Z")).problems, []);
    refusal(security("s@x.example", "2027-12-31T00:00:00Z"));
    refusal(security("http://x.example/", "2027-12-31T00:00:00Z"));
    refusal(security("mailto:s@x.example", "2027-12-31"));
    refusal(security("mailto:s@x.example", "2027-02-31T00:00:00Z"));
  });

  test("all mistakes are told at once", () => {
    const { problems } = settings("nam: X\nurl: probestadt\ntimeZone: Mond\ntextLicense: {}\n");
    assert.ok(problems.length >= 5, JSON.stringify(problems));
    assert.deepEqual([...new Set(problems.map(({ line: at }) => at))].sort(), [1, 2, 3, 4]);
  });
});

test("the city's time zone decides when a release is public", () => {
  const files = { [PROBE]: makeRelease({ date: "2024-05-10T09:00" }) };
  const outcome = (timeZone: string) =>
    readWith({ ...files, "site.yml": `${SITE}timeZone: ${timeZone}\n` }, { now: "2024-05-10T05:00:00Z" }).unpublished.map(
      ({ path }) => path,
    );
  assert.ok(outcome("Europe/Berlin").includes(PROBE));
  assert.ok(!outcome("Asia/Tokyo").includes(PROBE));
});
