import { type Files, makeFile } from "./fixture.ts";

// A town in which everything is as long and as many as the schema allows: what fits here fits in any city. All of it is invented.

/** The path below which its site stands: whatever forgets it finds nothing. */
export const PREFIX = "/archiv";

/** The release that has everything at its most, and the one whose headline is a single word. */
export const FULL = "/2026/10/lohetal-vereinbarung/";
export const WORD = "/2026/11/zustaendigkeit/";

/** The longest word that was once a law's title (Mecklenburg-Vorpommern, 2003); no line of a phone holds it. */
const LONG_WORD = "Grundstücksverkehrsgenehmigungszuständigkeitsübertragungsverordnung";

/** Two hundred characters: no headline is longer. */
const HEADLINE =
  "Verwaltungsvereinbarung über die gemeinsame Unterhaltung der Gewässerrandstreifen, Wirtschaftswege und Hochwasserrückhaltebecken im oberen Lohetal tritt nach elf Jahren Verhandlung am Samstag in Kraft";

const OFFICE = "Dezernat für Stadtentwicklung, Grundstücksverkehrsgenehmigungen, Gewässerunterhaltung und interkommunale Zusammenarbeit";

const TOPICS = [
  "Hochwasserschutz und Gewässerunterhaltung im ländlichen Raum",
  "Öffentlicher Personennahverkehr und Schülerbeförderung",
  "Digitalisierung der Verwaltungsdienstleistungen",
  "Städtepartnerschaften und internationale Entwicklungszusammenarbeit",
  "Kinder- und Jugendhilfeausschussangelegenheiten",
];

const PEOPLE = [
  [
    "Prof. Dr.-Ing. Annegret Freifrau von Hohenleuben-Wiesenthal",
    "Vorsitzende des Zweckverbandes für Gewässerunterhaltung und Hochwasservorsorge im oberen und mittleren Lohetal",
  ],
  ["Björn Ole Christiansen-Schlüter", "Oberbürgermeister"],
  ["Gül Öztürk-Wackernagel", undefined],
  ["Karl-Friedrich Obermaier", "Leiter der Abteilung Grundstücksverkehr"],
  ["Mechthild Sanftleben", "Ortsvorsteherin von Niederlohfeld"],
  ["Dr. Thaddäus Przybylski", "Landrat"],
  ["Hannelore Kuhn", "Wassermeisterin"],
  ["Jean-Baptiste de la Roche-Guyonnière", "Bürgermeister der Partnerstadt"],
  ["Iris Tannhäuser", "Naturschutzbeauftragte"],
  ["Wolfram Eichendorff", "Kreislandwirt"],
  ["Sevda Aydın", "Straßenbauamtsrätin"],
  ["Ottokar Blümel", "Deichgraf a. D."],
] as const;

const VILLAGES = [
  "Niederlohfeld",
  "Oberlohfeld",
  "Erlenbruch",
  "Mühlenberg",
  "Osthafen",
  "Kornmarkt",
  "Altenweiler",
  "Wiesengrund",
  "Steinbach",
  "Hohe Warte",
];
const MATTERS = [
  "Straßenlaternen werden auf LED umgestellt",
  "Ortsvorsteherin lädt zur Sprechstunde",
  "Wasserleitung wird zwei Tage lang gespült",
  "Grundschule sucht Lotsinnen und Lotsen für den Schulweg",
  "Bücherei öffnet nach der Inventur wieder",
  "Wertstoffhof schließt wegen Bauarbeiten früher",
  "Spielplatz bekommt neue Schaukeln",
  "Bürgerbus fährt nach Winterfahrplan",
  "Feuerwehr übt am Samstag mit Sirene",
  "Friedhof: Grabsteine werden auf festen Stand geprüft",
];
/** A list of 300: as long as a list gets before it is divided. */
const LISTED = 298;

const DISTRICTS = ["Altstadt", "Erlenbruch", "Hohe Warte", "Kornmarkt", "Mühlenberg", "Niederlohfeld", "Oberlohfeld", "Osthafen"];
const MONTHS = ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November"];

/** The files of the town, to be laid over the sound base of `fixture.ts`. */
export function overfullTown(): Files {
  const people = PEOPLE.map(([name], index) => ({ id: `person-${index + 1}`, name }));
  return {
    "releases/2024": null,
    "site.yml": `name: Verwaltungsgemeinschaft Niederlohfeld-Hinterweidenfurt
tagline: Nachrichtenarchiv der Verwaltungsgemeinschaft und ihrer elf Mitgliedsgemeinden
url: https://nachrichten.verwaltungsgemeinschaft-niederlohfeld-hinterweidenfurt.example${PREFIX}/
demonstration: Demonstration mit erfundenen Meldungen einer erfundenen Verwaltungsgemeinschaft, in der alles so lang ist, wie es werden darf.
publisher:
  name: Verwaltungsgemeinschaft Niederlohfeld-Hinterweidenfurt, Stabsstelle Presse- und Öffentlichkeitsarbeit
  address: Markt 1, 00000 Niederlohfeld
  contact: {email: presse-und-oeffentlichkeitsarbeit@niederlohfeld-hinterweidenfurt.example}
  responsible: Petra Probe
textLicense:
  text: Texte dürfen mit Nennung der Quelle verwendet werden.
  url: https://creativecommons.org/licenses/by/4.0/
comments: {default: open, email: kommentare@niederlohfeld-hinterweidenfurt.example}
repository: https://git.niederlohfeld-hinterweidenfurt.example/presse/archiv
`,
    "registers/departments.yml": `dezernat:
  name: ${OFFICE}
  contact: {name: Geschäftsstelle für Gewässerunterhaltung, phone: 030 23125-100, email: gewaesserunterhaltung@niederlohfeld-hinterweidenfurt.example}
  formerNames: [{name: Amt für Grundstücksverkehrsgenehmigungen und ländliche Neuordnung, until: 2012}]
kulturamt: {name: Kulturamt}
`,
    "registers/topics.yml": TOPICS.map((name, index) => `thema-${index + 1}:\n  name: ${name}\n`).join(""),
    "registers/people.yml": people.map(({ id, name }, index) => `${id}:\n  name: ${name}\n${index < 3 ? "  page: true\n" : ""}`).join(""),
    "registers/places.yml":
      "becken:\n  name: Hochwasserrückhaltebecken Niederlohfeld-Hinterweidenfurt\nmarkt:\n  name: Markt\nllanfair:\n  name: Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch\n",
    [`releases${FULL.slice(0, -1)}.md`]: full(),
    ...Object.fromEntries(
      Array.from({ length: 12 }, (_, index) => [`releases${FULL}anlage-${index + 1}.csv`, "Gemeinde;Wert\nNiederlohfeld;1\n"]),
    ),
    [`comments${FULL}1.md`]: `---\nname: Friedhelm ${LONG_WORD}\ndate: 2026-10-30T18:22\n---\nSteht das auch in der ${LONG_WORD}? Dort habe ich es gesucht: https://recht.niederlohfeld-hinterweidenfurt.example/${"satzung/".repeat(12)}\n`,
    [`releases${WORD.slice(0, -1)}.md`]: makeFile(
      {
        title: LONG_WORD,
        date: "2026-11-02",
        summary: `Der Gemeinderat hat die ${LONG_WORD} aufgehoben.`,
        department: "dezernat",
        topics: "[thema-1]",
        places: "[llanfair]",
      },
      `Der Gemeinderat hat die ${LONG_WORD} aufgehoben.\n`,
    ),
    ...Object.fromEntries(Array.from({ length: LISTED }, (_, index) => [`releases/2026/10/meldung-${index + 1}.md`, ordinary(index)])),
    "pages/404.md": makeFile({ title: "Seite nicht gefunden" }, "Unter dieser Adresse liegt im Archiv nichts.\n"),
    "pages/impressum.md": makeFile({ title: `Impressum und ${LONG_WORD}` }, `Verantwortlich nach der ${LONG_WORD}.\n`),
  };
}

function ordinary(index: number): string {
  const village = VILLAGES[index % VILLAGES.length];
  const matter = MATTERS[Math.floor(index / VILLAGES.length) % MATTERS.length];
  const round = Math.floor(index / (VILLAGES.length * MATTERS.length)) + 1;
  const title = `${village}, ${round}. Abschnitt: ${matter}`;
  return makeFile(
    {
      title: JSON.stringify(title),
      date: `2026-10-${String((index % 30) + 1).padStart(2, "0")}`,
      summary: JSON.stringify(`${matter}. Das betrifft den ${round}. Abschnitt von ${village}.`),
      department: "kulturamt",
      topics: `[thema-${(index % 5) + 1}]`,
    },
    `${matter}. Das betrifft den ${round}. Abschnitt von ${village}.\n`,
  );
}

function full(): string {
  const people = PEOPLE.map(
    ([, role], index) => `\n  - ${role === undefined ? `person-${index + 1}` : `{id: person-${index + 1}, role: "${role}"}`}`,
  ).join("");
  const attachments = Array.from(
    { length: 12 },
    (_, index) =>
      `\n  - {file: anlage-${index + 1}.csv, title: "Anlage ${index + 1}: Flurstücksverzeichnis der Gewässerrandstreifen in der Gemarkung ${VILLAGES[index % VILLAGES.length]}", accessible: ${index % 2 === 0}}`,
  ).join("");
  const events = VILLAGES.slice(0, 5).map(
    (village, index) =>
      `\n  - {name: "Einwohnerversammlung zur Gewässerunterhaltung in ${village}", date: 2026-11-${10 + index}T18:00, end: 2026-11-${10 + index}T21:30, place: becken}`,
  );
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const table = [
    row(["Ortschaft", ...MONTHS]),
    row(["---", ...MONTHS.map(() => "---:")]),
    ...DISTRICTS.map((district, line) =>
      row([district, ...MONTHS.map((_, column) => ((line * 7919 + column * 104729) % 9000000).toLocaleString("de"))]),
    ),
  ];
  return makeFile(
    {
      title: HEADLINE,
      date: "2026-10-31T09:00",
      summary: `${HEADLINE} und gilt zunächst für fünfzehn Jahre. Beteiligt sind alle elf Mitgliedsgemeinden, der Landkreis und der Zweckverband.`,
      department: "dezernat",
      with: "[kulturamt]",
      topics: "[thema-1, thema-2, thema-3, thema-4, thema-5]",
      kind: "statement",
      people,
      places: "[becken, markt, llanfair]",
      events: events.join(""),
      number: "PM-2026/10-812-Gewässerunterhaltung-B",
      attachments,
      corrections: `\n  - {date: 2026-11-02, note: "Die ${LONG_WORD} war falsch bezeichnet."}\n  - {date: 2026-11-03, note: Die Zahl der Mitgliedsgemeinden ist elf.}`,
      source: `{url: "https://recht.niederlohfeld-hinterweidenfurt.example/vereinbarung", note: Abdruck im Amtsblatt.}`,
    },
    `Die Vereinbarung tritt am Samstag in Kraft. Sie ersetzt die ${LONG_WORD} und 46 Einzelverträge.

> „Wer am Oberlauf ein Rückhaltebecken baut, hält den Keller am Unterlauf trocken. Das haben wir elf Jahre lang erklärt“, sagte der Oberbürgermeister.

## Grundstücksverkehrsgenehmigungszuständigkeiten im Überblick

1. Die Gemeinden unterhalten die Wege.
   - Das gilt auch für Brücken bis acht Meter Spannweite.
     - Ausgenommen ist die Hochwasserrückhaltebeckenzufahrtsstraße.
2. Der Zweckverband unterhält die Becken.[^1]

Der Wortlaut steht unter <https://recht.niederlohfeld-hinterweidenfurt.example/${"verwaltungsvereinbarungen/".repeat(4)}> und in der [Sammlung des Ortsrechts](https://recht.niederlohfeld-hinterweidenfurt.example/). Fragen beantwortet die [Geschäftsstelle](mailto:presse@niederlohfeld-hinterweidenfurt.example), siehe auch die [Aufhebung der Verordnung](${WORD}).

### Kosten nach Ortschaften und Monaten in Euro

${table.join("\n")}

Der Schlüssel lautet \`${"gemeinde_flurstueck_".repeat(6)}\`.

[^1]: Nach der ${LONG_WORD}.
`,
  );
}
