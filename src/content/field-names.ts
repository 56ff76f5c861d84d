import { nearest } from "../problems.ts";
import { toSlug } from "./slugs.ts";

/** What editors, other systems and the German language call our fields; the first that a group knows is meant. */
const NAMES: Readonly<Record<string, string>> = {
  title: "titel ueberschrift headline schlagzeile betreff",
  date:
    "datum tag beginn anfang start von am erscheint erscheint-am veroeffentlicht veroeffentlichung veroeffentlichungsdatum " +
    "publishdate pubdate published",
  summary: "zusammenfassung kurztext kurzfassung teaser anriss vorspann abstract excerpt lead untertitel beschreibung description",
  department: "amt dezernat referat abteilung behoerde herausgeber ressort stelle fachbereich office",
  with: "mit beteiligt beteiligte beteiligte-aemter aemter departments",
  topics: "themen thema schlagworte schlagwoerter stichworte rubrik rubriken kategorie kategorien tags categories category topic",
  kind: "art typ type",
  people: "personen person leute genannte beteiligte-personen",
  places: "orte ort stadtteil stadtteile standort place",
  place: "ort wo standort location places",
  events: "termine termin veranstaltung veranstaltungen event",
  number: "nummer nr lfd-nr laufende-nummer aktenzeichen meldungsnummer no",
  contact: "kontakt ansprechpartner ansprechpartnerin ansprechperson rueckfragen pressekontakt",
  phone: "telefon telefonnummer tel fon telephone",
  email: "mail e-mail emailadresse e-mail-adresse mailadresse",
  images: "bilder bild fotos foto image pictures photos",
  attachments: "anlagen anlage anhang anhaenge dateien downloads download",
  file: "datei dateiname bilddatei",
  alt: "alternativtext alttext bildbeschreibung beschreibung",
  caption: "bildunterschrift unterschrift bildtext",
  credit: "bildnachweis nachweis fotograf fotografin urheber quelle copyright bildrechte foto",
  license: "lizenz rechte licence",
  accessible: "barrierefrei zugaenglich",
  captions: "untertitel",
  transcript: "abschrift transkript mitschrift wortlaut text",
  signLanguage: "gebaerdensprache gebaerden dgs",
  draft: "entwurf unveroeffentlicht",
  embargo: "sperrfrist sperre gesperrt-bis frei-ab",
  pinnedUntil: "angepinnt angeheftet oben-bis anheften-bis wichtig-bis eilmeldung",
  corrections: "berichtigungen berichtigung korrekturen korrektur aenderungen",
  note: "hinweis notiz anmerkung text bemerkung",
  withdrawn: "zurueckgezogen ruecknahme widerruf",
  reason: "grund begruendung",
  hide: "verbergen ausblenden",
  comments: "kommentare kommentar",
  aliases: "weiterleitungen weiterleitung alte-adressen alte-adresse fruehere-adressen alias redirect-from",
  source: "quelle fundstelle herkunft",
  reconstructed: "ergaenzt rekonstruiert",
  follows: "folgt folgemeldung folgemeldung-zu",
  language: "sprache lang",
  translation: "uebersetzung",
  by: "von durch uebersetzer uebersetzerin",
  role: "rolle funktion amt titel amtsbezeichnung",
  id: "kennung kuerzel",
  end: "ende schluss bis",
  name: "bezeichnung titel title",
  names: "namen",
  description: "beschreibung erlaeuterung",
  formerNames: "fruehere-namen frueherer-name alte-namen",
  until: "bis",
  successor: "nachfolger nachfolgeamt",
  broader: "oberthema uebergeordnet",
  roles: "aemter funktionen rollen amt",
  page: "seite",
  from: "von seit ab",
  to: "bis",
  country: "land staat",
  lat: "breite breitengrad latitude",
  lon: "laenge laengengrad longitude lng",
  replyTo: "antwort-auf antwort antwortet",
  url: "adresse link webadresse internetadresse",
  timeZone: "zeitzone",
  publisher: "herausgeber betreiber",
  address: "anschrift adresse",
  responsible: "verantwortlich",
  textLicense: "textlizenz lizenz",
  navigation: "navigation menue fusszeile",
  theme: "aussehen farben",
  accent: "farbe hauptfarbe akzent",
};

const FIELDS = new Map<string, string[]>();
for (const [field, names] of Object.entries(NAMES))
  for (const name of names.split(" ")) FIELDS.set(name, [...(FIELDS.get(name) ?? []), field]);

/** The field of a group that a wrong name means: by its German or another usual name, else the nearest. */
export function meantField(written: string, known: readonly string[]): string | undefined {
  const slug = toSlug(written.slice(0, 100));
  const same = known.find((field) => field.toLowerCase() === slug.replaceAll("-", ""));
  return same ?? FIELDS.get(slug)?.find((field) => known.includes(field)) ?? nearest(written, known);
}
