import { FIRST_YEAR } from "./calendar.ts";
import { DEPARTMENTS } from "./departments.ts";
import { officeMail } from "./fillers.ts";
import { fullName, makeName, makePhone } from "./names.ts";
import type { Person } from "./people.ts";
import { PLACES } from "./places.ts";
import { type Random, seeded } from "./random.ts";
import { TOPICS } from "./topics.ts";
import { type Value, yaml } from "./yaml.ts";

type Mapping = { readonly [key: string]: Value };

function contact(random: Random, id: string): Mapping {
  return { name: fullName(makeName(random)), phone: makePhone(random), email: officeMail(id) };
}

function site(random: Random): Mapping {
  return {
    name: "Probestadt aktuell",
    tagline: "Archiv der Pressemitteilungen",
    url: "https://probestadt.example/",
    language: "de",
    timeZone: "Europe/Berlin",
    demonstration: "Demonstration mit erzeugten Meldungen",
    issuer: "Stadt Probestadt",
    publisher: {
      name: "Stadt Probestadt (erfunden)",
      address: "Rathausplatz 1, 00000 Probestadt",
      contact: contact(random, "presseamt"),
      responsible: `${fullName(makeName(random))}, Rathausplatz 1, 00000 Probestadt`,
    },
    textLicense: { text: "Die Texte sind von einem Programm erzeugt und frei erfunden. Sie dürfen ohne Einschränkung verwendet werden." },
    navigation: ["barrierefreiheit", "impressum", "datenschutz"],
    comments: { default: "off", email: "kommentare@probestadt.example" },
    // Cards are measured by themselves: no other generator draws them.
    cards: { enabled: false },
    tagAuthority: `probestadt.example,${FIRST_YEAR}`,
  };
}

function departments(random: Random): Mapping {
  return Object.fromEntries(
    DEPARTMENTS.map(({ id, name, formerNames }) => [
      id,
      { name, contact: contact(random, id), formerNames: formerNames.map((former) => ({ ...former })) },
    ]),
  );
}

function people(list: readonly Person[]): Mapping {
  return Object.fromEntries(
    list.map((person) => [
      person.id,
      { name: fullName(person.name), roles: person.roles.map((role) => ({ ...role })), page: person.page ? true : undefined },
    ]),
  );
}

const topics: Mapping = Object.fromEntries(TOPICS.map(({ id, name, english, broader }) => [id, { name, names: { en: english }, broader }]));

const places: Mapping = Object.fromEntries(PLACES.map(({ id, name, country }) => [id, { name, country }]));

const INVENTED = "Probestadt gibt es nicht. Alle Meldungen, Namen und Zahlen sind von einem Programm erzeugt.";

const PAGES: Readonly<Record<string, { title: string; summary: string; text: string }>> = {
  impressum: {
    title: "Impressum",
    summary: "Wer für diese Demonstration verantwortlich ist.",
    text: `${INVENTED}\n\n## Verantwortlich\n\nStadt Probestadt (erfunden), Rathausplatz 1, 00000 Probestadt\n\nE-Mail: presseamt@probestadt.example`,
  },
  datenschutz: {
    title: "Datenschutz",
    summary: "Diese Demonstration erhebt keine Daten.",
    text: `${INVENTED}\n\n## Keine Erhebung von Daten\n\nDie Website setzt keine Cookies und bindet nichts von anderen Anbietern ein.`,
  },
  barrierefreiheit: {
    title: "Barrierefreiheit",
    summary: "Wie barrierefrei diese Demonstration ist.",
    text: `${INVENTED}\n\n## Barrieren melden\n\nHinweise nimmt das Presseamt unter presseamt@probestadt.example entgegen.`,
  },
  "404": {
    title: "Seite nicht gefunden",
    summary: "Unter dieser Adresse gibt es keine Seite.",
    text: "Unter dieser Adresse gibt es keine Seite. Die [Startseite](/) führt zu allen Meldungen.",
  },
};

/** Gives the path and text of every file that is not a release: settings, registers and pages. */
export function siteFiles(seed: string, register: readonly Person[]): { path: string; text: string }[] {
  const random = seeded(seed, "site");
  const pages = Object.entries(PAGES).map(([slug, { title, summary, text }]) => ({
    path: `pages/${slug}.md`,
    text: `---\n${yaml({ title, summary })}---\n\n${text}\n`,
  }));
  return [
    { path: "site.yml", text: yaml(site(random)) },
    { path: "registers/departments.yml", text: yaml(departments(random)) },
    { path: "registers/topics.yml", text: yaml(topics) },
    { path: "registers/people.yml", text: yaml(people(register)) },
    { path: "registers/places.yml", text: yaml(places) },
    ...pages,
  ];
}
