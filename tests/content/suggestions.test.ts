import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Files, line, makeFile, makeRelease, PROBE, readWith, SITE } from "../fixture.ts";

const told = (files: Files): string[] => readWith(files).problems.map(line);

describe("a suggestion that is printed, done as it says, passes", () => {
  test("fields under German names are led to ours", () => {
    const names = { titel: "title", datum: "date", zusammenfassung: "summary", amt: "department", themen: "topics" };
    const german = makeRelease().replace(/^(\w+):/gm, (_, name: string) => {
      const [other] = Object.entries(names).find(([, field]) => field === name) ?? [name];
      return `${other}:`;
    });
    const said = told({ [PROBE]: german }).join("\n");
    const mended = german.replace(/^(\w+):/gm, (_, name: string) => {
      const [, field = name] = new RegExp(`Das Feld „${name}“ gibt es nicht\\. Meinten Sie „(\\w+)“`).exec(said) ?? [];
      return `${field}:`;
    });
    assert.notEqual(mended, german);
    assert.deepEqual(told({ [PROBE]: mended }), []);
    for (const [field, value, ours] of [
      ["sperrfrist", "2024-05-10T10:00", "embargo"],
      ["bilder", "[]", "images"],
      ["entwurf", "true", "draft"],
      ["ansprechpartner", "{telefon: 030 1}", "contact"],
    ] as const)
      assert.match(told({ [PROBE]: makeRelease({ [field]: value }) }).join(), new RegExp(`Meinten Sie „${ours}“`));
  });

  test("a value that YAML cannot read comes back in quotation marks that it can", () => {
    for (const value of [
      '"Rat sagt "Ja" zum Haushalt"',
      "Rat: Haushalt beschlossen",
      "*NEU* im Bad",
      "'Rock 'n' Roll: live'",
      "@home im Museum",
      '"Offen',
      "! Achtung",
      "!!str Achtung",
      "&Markt",
      "> Titel in der Zeile",
      "[Eil] Sitzung verlegt",
      "{Eil} Sitzung verlegt",
      "'s-Hertogenbosch ist Partnerstadt",
      "Rat\n  Haushalt: beschlossen",
      "[Eil]",
    ]) {
      const said = told({ [PROBE]: makeRelease({ title: value }) });
      const [, mended = ""] = /Anführungszeichen: (title: .*)$/.exec(said[0] ?? "") ?? [];
      assert.deepEqual(told({ [PROBE]: makeRelease().replace(/^title: .*$/m, () => mended) }), [], `${value}: ${said.join()}`);
      assert.equal(said.length, 1, value);
    }
    assert.match(told({ [PROBE]: makeRelease({ title: "'s-Hertogenbosch ist Partnerstadt" }) }).join(), /title: "'s-Hertogenbosch/);
  });

  test("a field whose space or colon is another sign comes back as a field", () => {
    for (const written of [
      "title:\u00a0Die Brücke ist offen",
      "title:Die Brücke ist offen",
      "title = Die Brücke ist offen",
      "title：Die Brücke",
    ]) {
      const [said = ""] = told({ [PROBE]: makeRelease().replace(/^title: .*$/m, written) });
      const [, mended = ""] = /hinter dem Doppelpunkt: (title: .*)$/.exec(said) ?? [];
      assert.deepEqual(told({ [PROBE]: makeRelease().replace(/^title: .*$/m, () => mended) }), [], said);
    }
  });

  test("brackets around the one id of a field go", () => {
    const [said = ""] = told({ [PROBE]: makeRelease({ department: "[presseamt]" }) });
    assert.deepEqual(told({ [PROBE]: makeRelease({ department: /weg: department: (.*)$/.exec(said)?.[1] }) }), [], said);
  });

  test("a bracket that nobody closes is closed", () => {
    const [said = ""] = told({ [PROBE]: makeRelease({ topics: "[stadtleben" }) });
    assert.deepEqual(told({ [PROBE]: makeRelease({ topics: /Klammer: topics: (.*)$/.exec(said)?.[1] }) }), [], said);
  });

  test("of words in place of a list each is accounted for", () => {
    assert.match(told({ [PROBE]: makeRelease({ topics: "stadtleben, Fußball" }) }).join(), /„Fußball“ kennt registers\/topics\.yml nicht/);
  });

  test("HTML and Markdown in a head are told, since they are printed as they stand", () => {
    for (const [title, remedy] of [
      ["Sitzung<br>verlegt", "Löschen Sie es."],
      ["**Sitzung** verlegt", "Schreiben Sie: Sitzung"],
      ["Sitzung [verlegt](https://x.example/)", "Schreiben Sie: verlegt"],
    ] as const)
      assert.ok(
        told({ [PROBE]: makeRelease({ title: JSON.stringify(title) }) })
          .join()
          .endsWith(remedy),
        title,
      );
    assert.deepEqual(told({ [PROBE]: makeRelease({ title: "'3 < 5 und 5 > 3 *** [Eil] (neu)'" }) }), []);
  });

  test("a list in brackets behind a dash, and a word where a list belongs, come back as a list that works", () => {
    const events = (written: string) => ({ [PROBE]: makeRelease({ events: `\n  ${written}` }) });
    const [said = ""] = told(events("- [{name: Fest, date: 2024-06-01}]"));
    assert.deepEqual(told(events(/Lassen Sie die eckigen Klammern weg: (.*)$/.exec(said)?.[1] ?? "")), []);
    const [word = ""] = told({ [PROBE]: makeRelease({ topics: "Stadtleben, wirtschaft" }) });
    assert.deepEqual(told({ [PROBE]: makeRelease({ topics: /Schreiben Sie: topics: (.*)$/.exec(word)?.[1] }) }), []);
  });

  test("files and folders of a wrong name come with the right one", () => {
    const elsewhere = { [PROBE]: null };
    for (const path of [
      "Releases/2024/05/probe.md",
      "Meldungen/2024/05/probe.md",
      "releases/2024/5/probe.md",
      "releases/2024/Mai/probe.md",
      "releases/2024-05/probe.md",
      "releases/probe.md",
      "releases/2024/05/Weihnachtsmarkt-öffnet.md",
      "releases/2024/05/markt.md.txt",
      "releases/2024/05/markt.markdown",
      "releases/2024/05/markt (1).md",
      "releases/2024/05/10/probe.md",
      "content/releases/2024/05/probe.md",
      "_posts/2024-05-10-markt.md",
      "releases/2024/05/markt.im.park.md",
      "releases/2024/05/con.md",
      "registers/Orte.yaml",
      "pages/Über uns.md",
    ]) {
      const page = path.startsWith("pages/");
      const content = path.startsWith("registers/")
        ? "markt: {name: Markt}\n"
        : page
          ? makeFile({ title: "Über uns" }, "Text.\n")
          : makeRelease();
      const without: Files = path.startsWith("registers/") ? { "registers/places.yml": null } : elsewhere;
      const [said = ""] = told({ ...without, [path]: content });
      const right = /um in „([^“]+)“/.exec(said)?.[1] ?? path;
      assert.deepEqual(told({ ...without, [right]: content }), [], `${path}: ${said}`);
    }
    const many = { "Releases/2024/05/eine.md": makeRelease(), "Releases/2024/05/andere.md": makeRelease({ title: "Eine andere Meldung" }) };
    assert.match(told(many).join("\n"), /^Releases:1:1 error .*um in „releases“\.$/);
    // Of two files that belong to one place only one can be moved there.
    const two = {
      "releases/2024/05/markt (1).md": makeRelease({ title: "Markt" }),
      "releases/2024/05/Markt.md": makeRelease({ title: "Der Markt" }),
    };
    const [first = "", second = ""] = told(two);
    assert.match(first, /um in „releases\/2024\/05\/markt\.md“/);
    assert.match(second, /so hieße auch „releases\/2024\/05\/Markt\.md“: Löschen Sie eine/);
    for (const copy of [
      "probe.sync-conflict-20240510-090000-ABCDEFG.md",
      "probe (conflicted copy 2024-05-10).md",
      "probe (Konflikt von rechner).md",
    ])
      assert.match(told({ [`releases/2024/05/${copy}`]: makeRelease() }).join(), /Konfliktkopie.*Übernehmen Sie in „probe\.md“/, copy);
  });

  test("addresses and tags come with the form that works", () => {
    const text = (words: string) => told({ [PROBE]: makeRelease({}, `${words}\n`) });
    for (const target of ["presse@stadt.example", "www.stadt.example", "2024/06/freibad/", "030/23125-100"]) {
      const said = text(`Schreiben Sie [uns](${target}) gern.`).join();
      assert.deepEqual(
        text(`Schreiben Sie [uns]${/so: (\(.*\))\.$|ab \/: (\(.*\))\.$/.exec(said)?.slice(1).find(Boolean)} gern.`),
        [],
        said,
      );
    }
    assert.match(text("Eins<br>zwei").join(), /Beenden Sie die Zeile mit \\ /);
    assert.deepEqual(text("Eins\\\nzwei"), []);
    assert.match(text("<b>Eins</b>").join(), /\*\*fett\*\*/);
  });

  test("a colour of the city comes back in a form that passes", () => {
    const site = (accent: string) => told({ "site.yml": `${SITE}theme:\n  accent: ${accent}\n` });
    for (const written of ["#1f43a8", "blau", '"#ff0"', '"#fff"', '"#fefefe"', "white"]) {
      const said = site(written);
      assert.ok(said.length > 0, written);
      const [, color = ""] = /(?:accent: |zum Beispiel: )("#[0-9a-f]+")/.exec(said.join("\n")) ?? [];
      assert.deepEqual(site(color), [], said.join("\n"));
    }
  });

  test("all mistakes of a file come at once, those of nested dates and names included", () => {
    const said = told({
      [PROBE]: makeRelease({
        events: "[{date: 2024-02-30}, {name: Fest, date: 2024-13-01, place: nirgends}]",
        corrections: "[{date: 2024-04-31, note: x}]",
      }),
    }).join("\n");
    for (const word of [/events\[1\]\.name/, /2024-02-30/, /2024-13-01/, /nirgends/, /2024-04-31/, /note/]) assert.match(said, word);
    const comment = makeFile({ date: "2024-02-30" }, "Endlich!\n");
    const files = { [PROBE]: makeRelease({ comments: "open" }), "comments/2024/05/probe/01-a.md": comment };
    for (const word of [/„name“/, /2024-02-30/]) assert.match(told(files).join("\n"), word);
  });
});

describe("what a file really is", () => {
  test("a telephone number may hold the spaces and hyphens of a word processor", () => {
    const { archive, problems } = readWith({ [PROBE]: makeRelease({ contact: '{phone: "0341\u00a0123\u20110\u200b"}' }) });
    assert.deepEqual(
      problems.filter(({ severity }) => severity === "error"),
      [],
    );
    assert.equal(archive?.releases.find(({ id }) => id === "2024/05/probe")?.contact?.phone, "0341 123-0");
  });

  test("pointers of Git LFS and photos of iPhones are called what they are", () => {
    const pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n";
    const heic = Buffer.from("\0\0\0\x18ftypheic\0\0\0\0mif1heic", "latin1");
    const listed = { images: "[{file: foto.jpg, alt: Ein Foto, credit: Stadt}]", attachments: "[{file: plan.pdf, title: Plan}]" };
    const folder = "releases/2024/05/probe/";
    const said = told({ [PROBE]: makeRelease(listed), [`${folder}foto.jpg`]: heic, [`${folder}plan.pdf`]: pointer }).join("\n");
    assert.match(said, /foto|heißt \.jpg, enthält aber HEIC/);
    assert.match(said, /Verweis von Git LFS/);
    assert.match(told({ [PROBE]: pointer }).join(), /Verweis von Git LFS/);
  });

  test("what systems and editors leave behind is no content; a file that a server obeys is not overlooked", () => {
    const names = [
      ".git/config",
      "._probe.md",
      "@eaDir/probe.md@SynoEAStream",
      ".probe.md.swp",
      ".idea/x.xml",
      "~$plan.docx",
      ".~lock.plan.ods#",
      "lost+found/x",
      "CVS/Entries",
      ".snapshot/probe.md",
      "plan.pdf.part",
      ".probe.md.Ab3dE9",
      ".markdownlint.yml",
      ".apdisk",
    ];
    const below = Object.fromEntries([...names, "probe.md~", "#probe.md#", ".stfolder/x"].map((name) => [`releases/2024/05/${name}`, "x"]));
    assert.deepEqual(told({ ...below, [PROBE]: makeRelease(), "README.md": "# Unsere Meldungen\n" }), []);
    assert.equal(told({ "releases/2024/05/.htaccess": "x" }).length, 1);
  });
});

describe("slips of an office", () => {
  const slips = (text: string) => told({ [PROBE]: makeRelease({}, text) });

  test("each slip is a hint with the line as it works, and sound lines are none", () => {
    for (const slip of ["##Ohne", "• Punkt", "1.Eins", "**fett **Wort", "#### Gleich vier"]) {
      const said = slips(`Text.\n\n${slip}\n`);
      assert.equal(said.length, 1, `${slip}: ${said.join()}`);
      const [, mended = ""] = /hint .*Schreiben Sie: (.*)$/.exec(said[0] ?? "") ?? [];
      assert.deepEqual(slips(`Text.\n\n${mended}\n`), [], said.join());
    }
    const sound =
      "Am 18.September 2,5 **fett** und **auch** so.\n\n18.September: Fest\n\n## Teil\n\n### Unter\n\n## Teil\n\n```\n##Ohne\n• x\n```\n";
    assert.deepEqual(slips(sound), []);
  });

  test("headings and links without words, soft hyphens in titles and letters of a wrong encoding are hinted at", () => {
    assert.match(slips("Text.\n\n##\n\nMehr.\n").join(), /Überschrift ohne Worte/);
    assert.match(slips("Mehr [](https://stadt.example/).\n").join(), /keine Worte/);
    assert.match(slips("Es wird schÃ¶n.\n").join(), /„Ã¶“; gemeint ist wohl „ö“/);
    assert.match(told({ [PROBE]: makeRelease({ title: "Bürger\u00admeister tagt" }) }).join(), /unsichtbar/);
  });

  test("a place on the page that no heading makes is named with those that are there", () => {
    assert.match(slips("[unten](#abschnitt-karte)\n\n## Karten\n").join(), /„#abschnitt-karte“.*#abschnitt-karten/);
    assert.deepEqual(slips("[unten](#abschnitt-karten)\n\n## Karten\n"), []);
  });

  test("a copied release with the same title and number is hinted at", () => {
    const number = { number: "12/2024" };
    const files = { [PROBE]: makeRelease(number), "releases/2024/05/kopie.md": makeRelease(number) };
    assert.match(told(files).join(), /Überschrift und Nummer \(12\/2024\) sind dieselben/);
  });
});

describe("a value in another form comes back in the form of its field", () => {
  const withPlace = (fields: string) => told({ "registers/places.yml": `markt: {name: Markt, ${fields}}\n` });
  const withSite = (pattern: RegExp, line: string) => told({ "site.yml": SITE.replace(pattern, line) });

  test("coordinates, countries, telephone numbers and mail addresses", () => {
    for (const [field, written, own] of [
      ["lat", '"52,5163"', "52.5163"],
      ["lon", '"13.3777° E"', "13.3777"],
      ["lat", '"52°30\'59\\" N"', "52.516389"],
      ["lon", '"8°30\' W"', '"-8.5"'],
      ["country", "Österreich", "AT"],
      ["country", "de", "DE"],
    ] as const) {
      const [said = ""] = withPlace(`${field}: ${written}`);
      assert.ok(said.endsWith(`Schreiben Sie: ${field}: ${own}`), said);
      assert.deepEqual(withPlace(`${field}: ${own}`), []);
    }
    for (const [contact, own] of [
      ['{phone: "0341 / 123 – 0 (Durchwahl 12), Fax 99"}', "0341 / 123 - 0"],
      ["{email: presse(at)stadt.example}", "presse@stadt.example"],
      ["{email: Presseamt <presse@stadt.example>}", "presse@stadt.example"],
    ] as const) {
      const [said = "", ...others] = told({ [PROBE]: makeRelease({ contact }) });
      assert.deepEqual(others, []);
      assert.ok(said.endsWith(`: ${own}`), said);
    }
  });

  test("addresses and languages", () => {
    for (const [url, own] of [
      ["archiv.stadt.example", "https://archiv.stadt.example/"],
      ["https://stadt.example/archiv", "https://stadt.example/archiv/"],
      ["https://stadt.example/archiv/?x=1#y", "https://stadt.example/archiv/"],
    ] as const) {
      assert.match(withSite(/^url:.*$/m, `url: ${JSON.stringify(url)}`).join(), new RegExp(`Schreiben Sie: url: "${own}"$`));
      assert.deepEqual(withSite(/^url:.*$/m, `url: "${own}"`), []);
    }
    for (const [alias, own] of [
      ["presse/1.html", "/presse/1.html"],
      ["alt.stadt.example/presse", '"https://alt.stadt.example/presse"'],
      ["//alt.stadt.example/x", '"https://alt.stadt.example/x"'],
    ] as const) {
      assert.ok(
        told({ [PROBE]: makeRelease({ aliases: `["${alias}"]` }) })
          .join()
          .endsWith(`Schreiben Sie: - ${own}`),
        alias,
      );
      assert.deepEqual(told({ [PROBE]: makeRelease({ aliases: `[${own}]` }) }), []);
    }
    for (const [language, own] of [
      ["ua", "uk"],
      ["Türkisch", "tr"],
      ["zh_Hant", "zh-Hant"],
      ["Leichte Sprache", "de-simple"],
    ] as const)
      assert.match(withSite(/$/, `\nlanguages: [de, ${language}]\n`).join(), new RegExp(`Schreiben Sie: - ${own}$`));
  });

  test("an office that ends before it begins, and a page with a picture, are told in their own words", () => {
    const person = (role: string) => told({ "registers/people.yml": `erika-muster: {name: Erika Muster, roles: [${role}]}\n` }).join();
    assert.match(person("{title: Rätin, from: 2020, to: 2019-05}"), /endet \(2019-05\), bevor es beginnt \(2020\)/);
    assert.doesNotMatch(person("{title: Rätin, from: 2020-05, to: 2020}"), /endet/);
    const page = (text: string) => told({ "pages/ueber-uns.md": makeFile({ title: "Über uns" }, text) }).join();
    assert.match(page("![Das Rathaus](rathaus.jpg)\n"), /Bilder stehen nur in Meldungen/);
    assert.doesNotMatch(page(""), /source/);
  });

  test("an old address that belongs to a register's own entry is one error", () => {
    assert.equal(
      told({ "registers/topics.yml": "stadtleben: {name: Stadtleben, aliases: [/themen/stadtleben/]}\nwirtschaft: {name: W}\n" }).length,
      1,
    );
  });
});
