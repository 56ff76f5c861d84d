import { type Field, field } from "./field.ts";

/** Schools and teaching. */
export const school: Field = field({
  topics: "schule",
  departments: "schulamt gebaeudemanagement jugendamt",
  parts: `Schul Grundschul Oberschul Gymnasial Bildungs Unterrichts Lern Klassen Lehrer Schüler Ganztags Hort Mensa Schulhof Schulhaus
    Turnhallen Berufsschul Förderschul Volkshochschul Abitur Lese Sprach Medien Tablet Schulbus Schulgarten Einschulungs
    Ausbildungs Lehrstellen Praktikums Nachhilfe Musikschul Schulessen Schulsozialarbeits Stunden Fachraum Labor Aula
    Zeugnis Ferienschul Elternrats Inklusions Abschluss MINT- Projekttage Schulwege Vorlese Forscher Schülerzeitungs
    Schulbezirks Schulentwicklungs Klassenfahrt Schulchor Nachmittags Vorbereitungsklassen Erwachsenenbildungs Umschulungs`,
  things: {
    m: "Schulhof/Schulhöfe Campus/0 Hort/-e Fachraum/Fachräume Speisesaal/Speisesäle Anbau/-ten Pausenhof/Pausenhöfe",
    f: `Schule/-n Turnhalle/-n Mensa/Mensen Grundschule/-n Aula/Aulen Oberschule/-n Bibliothek/-en Klasse/-n Sporthalle/-n Küche/-n
      Lernwerkstatt/Lernwerkstätten Bildungsstätte/-n`,
    n: "Gymnasium/Gymnasien Schulhaus/Schulhäuser Lehrerzimmer/- Klassenzimmer/- Schulzentrum/Schulzentren Kabinett/-e Tablet/-s Whiteboard/-s",
  },
  groups: "Schüler+ Lehrer+ Eltern Schulleiter+ Auszubildend~ Abiturient+ Schulsozialarbeiter+ Erstklässler+ Dozent+",
  adjectives: `schulisch ganztägig pädagogisch lehrplangerecht altersgemischt inklusiv digital weiterführend berufsbildend zweizügig
    dreizügig kindgerecht naturwissenschaftlich außerschulisch`,
  verbs: `ein-richten/gerichtet, möblieren/möbliert, beziehen/bezogen, digitalisieren/digitalisiert, aus-rüsten/gerüstet, gründen/gegründet,
    benennen/benannt, aus-lagern/gelagert`,
  facts: [
    "{number} Mädchen und Jungen | lernen | im Schuljahr {schoolyear} an der Schule {onstreet}",
    "die Anmeldungen | sind | vom {date} an in den Sekretariaten möglich",
    "der Unterricht | findet | während der Bauzeit im Ausweichgebäude {onstreet} statt",
    "{few} Klassen | beteiligen | sich mit eigenen Projekten zu Technik, Natur und Theater",
    "die Mensa | bietet | Platz für {number} Essen in {few} Durchgängen",
    "für {number} Schülerinnen und Schüler | beginnt | im August der Ernst des Lernens",
    "jeder Raum | erhält | eine digitale Tafel und schnelles Internet",
    "die Kapazität {der G thing} | wächst | um {few} Klassen auf {few} Züge",
    "Schulleiterin {woman} | freut | sich über helle Räume und kurze Wege",
  ],
  english: ["primary school", "gymnasium", "classroom wing", "canteen", "school yard"],
});

/** Children, the young and families. */
export const family: Field = field({
  topics: "kita jugend",
  departments: "jugendamt sozialamt schulamt",
  parts: `Kita- Familien Kinder Jugend Eltern Krippen Spiel Hort Erzieher Pflegefamilien Adoptions Kindertages Tagespflege Elterngeld
    Geburts Babybesuchs Freizeit Jugendclub Ferienlager Jugendhilfe Kinderschutz Kinderrechte Jugendparlaments Familienpass
    Alleinerziehenden Kinderbetreuungs Beitrags Frühförder Sprachförder Streetwork- Jugendberufshilfe Mädchen Jungen
    Familienzentrums Vormundschafts Unterhaltsvorschuss Abenteuerspielplatz Spielmobil Skate Ausflugs Theaterpädagogik
    Schulkind Kindergarten Bastel Zirkus Medienkompetenz Großeltern Leihoma- Tagesmütter Betreuungsplatz Nachwuchs`,
  things: {
    m: "Jugendclub/-s Kindergarten/Kindergärten Spielraum/Spielräume Treffpunkt/-e Bauwagen/- Familientreff/-s Gruppenraum/Gruppenräume",
    f: `Kindertagesstätte/-n Kita/-s Krippe/-n Einrichtung/-en Beratungsstelle/-n Werkstatt/Werkstätten Gruppe/-n Skateanlage/-n
      Kinderküche/-n Notunterkunft/Notunterkünfte`,
    n: `Familienzentrum/Familienzentren Jugendhaus/Jugendhäuser Kinderhaus/Kinderhäuser Spielmobil/-e Außengelände/- Ferienlager/-
      Elterncafé/-s Zelt/-e`,
  },
  groups: "Eltern Kinder Erzieher+ Familien Geschwister Tagesmütter Pflegeeltern Jugendleiter+ Großeltern Sozialpädagog+",
  adjectives: `kindgerecht altersgemischt frühkindlich integrativ jugendgerecht familiär verspielt betreut pädagogisch sozialpädagogisch
    beitragsfrei mehrgruppig offen`,
  verbs: `ein-weihen/geweiht, betreuen/betreut, möblieren/möbliert, übernehmen/übernommen, bespielen/bespielt, beziehen/bezogen,
    vergeben/vergeben`,
  facts: [
    "{number} Plätze | stehen | Kindern zwischen einem Jahr und sechs Jahren zur Verfügung",
    "der Elternbeitrag | bleibt | bis {year+} unverändert",
    "Träger der Einrichtung {onstreet} | ist | {club}",
    "die Anmeldung | erfolgt | über das Elternportal oder bei {der D office}",
    "in den Ferien | gibt | es {number} Angebote vom Zeltlager bis zum Trickfilmkurs",
    "{few} Fachkräfte | begleiten | Familien von der Schwangerschaft bis zum Schulanfang",
    "das Außengelände | erhält | einen Wasserspielplatz, Hochbeete und eine Kletterlandschaft",
    "rund {percent} der Kinder unter drei Jahren | besuchen | in {place} eine Krippe oder Tagespflege",
  ],
  english: ["day nursery", "youth club", "family centre", "holiday camp", "play area"],
});

/** Hospitals, prevention and care. */
export const health: Field = field({
  topics: "gesundheit",
  departments: "gesundheitsamt sozialamt",
  parts: `Gesundheits Impf Hygiene Klinik Krankenhaus Pflege Vorsorge Notfall Rettungs Sucht Drogen Zahn Kinderarzt Hebammen Apotheken
    Therapie Reha Medizin Infektions Grippe Masern Trinkwasser Lebensmittel Ernährungs Bewegungs Präventions Selbsthilfe
    Hospiz Palliativ Blutspende Organspende Demenz Depressions Krisen Diabetes Herz Allergie Hitzeschutz Seuchen Tier Veterinär
    Patienten Labor Ärzte Facharzt Geburtshilfe Schulzahnpflege Reihenuntersuchungs AIDS- Beratungs Schmerz Badewasser
    Pflegekräfte Gesundheitsförderungs Entbindungs`,
  things: {
    m: "Anbau/-ten Operationssaal/Operationssäle Stützpunkt/-e Kreißsaal/Kreißsäle Automat/-en! Defibrillator/-en",
    f: `Klinik/-en Station/-en Praxis/Praxen Ambulanz/-en Apotheke/-n Notaufnahme/-n Beratungsstelle/-n Tagesklinik/-en Kontaktstelle/-n
      Rettungswache/-n Abteilung/-en`,
    n: "Krankenhaus/Krankenhäuser Labor/-e Gesundheitszentrum/Gesundheitszentren Impfzentrum/Impfzentren Hospiz/-e Bettenhaus/Bettenhäuser Gerät/-e",
  },
  groups: "Patient+ Pfleger+ Angehörig~ Hebammen Therapeut+ Apotheker+ Mediziner+ Sanitäter+ Suchtberater+",
  adjectives: `gesundheitlich ambulant stationär vorbeugend medizinisch pflegerisch psychisch ansteckend meldepflichtig keimfrei anonym
    hygienisch therapeutisch lebensrettend chronisch`,
  verbs: `impfen/geimpft, untersuchen/untersucht, desinfizieren/desinfiziert, an-siedeln/gesiedelt, betreiben/betrieben, verlegen/verlegt,
    zertifizieren/zertifiziert`,
  facts: [
    "{number} Menschen | ließen | sich im vergangenen Jahr impfen",
    "die Sprechstunde | ist | anonym und kostenlos, eine Anmeldung ist nicht nötig",
    "im Labor | werden | wöchentlich {number} Proben aus Badegewässern und Hausleitungen untersucht",
    "Ärztinnen und Ärzte | sind | verpflichtet, jeden Verdacht binnen {few} Tagen zu melden",
    "{der N thing} | {verfügt/verfügen} | über {number} Betten und {few} Behandlungsräume",
    "Wer Fieber, Husten oder Ausschlag bemerkt, | sollte | vor dem Besuch in der Praxis anrufen",
    "im Stadtgebiet | hängen | inzwischen {number} Defibrillatoren, die jeder bedienen kann",
    "die Zahl der gemeldeten Erkrankungen | stieg | im {month-} auf {number}",
  ],
  english: ["clinic", "health centre", "emergency ward", "advice centre", "vaccination point"],
});

/** Help for those in need, the old and newcomers. */
export const social: Field = field({
  topics: "soziales senioren integration",
  departments: "sozialamt migration gesundheitsamt",
  parts: `Sozial Senioren Pflege Alten Integrations Flüchtlings Wohngeld Schuldner Teilhabe Behinderten Inklusions Obdachlosen Nachbarschafts
    Tafel Begegnungs Ehrenamts Freiwilligen Sprach Migrations Willkommens Asyl Unterkunfts Betreuungs Hilfs Notschlaf
    Kleider Besuchsdienst Mehrgenerationen Seniorenbüro Rollstuhl Blinden Gehörlosen Gebärden Hauswirtschafts Grundsicherungs
    Jobcenter- Mietschulden Kältebus Armuts Einsamkeits Quartiers Gleichstellungs Frauen Frauenhaus Opferschutz Antidiskriminierungs
    Dolmetscher Paten Wohlfahrts Spenden Härtefall Fahrdienst Pflegestützpunkt Alltags Treffpunkt`,
  things: {
    m: "Treff/-s Stützpunkt/-e Wohnblock/Wohnblöcke Begegnungsraum/Begegnungsräume Fahrdienst/-e Mittagstisch/-e Aufzug/Aufzüge",
    f: `Unterkunft/Unterkünfte Beratungsstelle/-n Wohngemeinschaft/-en Einrichtung/-en Begegnungsstätte/-n Tagespflege/-n Kleiderkammer/-n
      Anlaufstelle/-n Suppenküche/-n Wohnanlage/-n`,
    n: "Pflegeheim/-e Seniorenheim/-e Bürgerhaus/Bürgerhäuser Wohnheim/-e Nachbarschaftszentrum/Nachbarschaftszentren Servicebüro/-s Sozialkaufhaus/Sozialkaufhäuser",
  },
  groups: "Senior+ Geflüchtet~ Menschen Helfer+ Pflegekräfte Rentner+ Sozialarbeiter+ Zugewandert~ Ehrenamtler+ Betreuer+",
  adjectives: `barrierefrei sozial pflegebedürftig selbstbestimmt hilfsbedürftig wohnungslos interkulturell mehrsprachig geflüchtet
    altersgerecht ambulant rollstuhlgerecht niedrigschwellig generationengerecht`,
  verbs: `betreuen/betreut, belegen/belegt, vermitteln/vermittelt, ein-richten/gerichtet, betreiben/betrieben, an-mieten/gemietet,
    beziehen/bezogen`,
  facts: [
    "{number} Menschen | leben | derzeit in {few} Unterkünften der Stadt",
    "der Sprachkurs | umfasst | {number} Stunden und endet mit einer Prüfung",
    "die Zahl der Haushalte mit Wohngeld | stieg | seit {year-} um {percent}",
    "Ehrenamtliche | begleiten | die Familien bei Behördengängen, Arztbesuchen und der Wohnungssuche",
    "das Mittagessen {im D thing} | kostet | {digit} Euro, Kaffee gibt es gratis",
    "der Kältebus | fährt | von {month} an jede Nacht zwischen 20 und 2 Uhr",
    "Pflegende Angehörige | erhalten | Rat in allen Fragen zu Pflegegrad und Kurzzeitpflege",
    "{club} | betreibt | {der A thing} seit {year-} im Auftrag der Stadt",
  ],
  english: ["community centre", "nursing home", "shelter", "counselling service", "meeting place"],
});
