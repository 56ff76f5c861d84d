import { type Field, field } from "./field.ts";

/** Firms, science, markets and work. */
export const economy: Field = field({
  topics: "standort maerkte wissenschaft",
  departments: "wirtschaft ordnungsamt stadtplanungsamt",
  parts: `Wirtschafts Gewerbe Handels Handwerks Markt Wochenmarkt Weihnachtsmarkt Messe Gründer Start-up- Mittelstands Industrie Branchen
    Arbeitsmarkt Fachkräfte Ausbildungs Beschäftigungs Tourismus Gäste Hotel Gastronomie Einzelhandels Innenstadt Technologie Forschungs
    Hochschul Wissenschafts Cluster Biotechnologie Maschinenbau Logistik Kreativwirtschafts Unternehmens Ansiedlungs Investitions Export
    Standort Stadtmarketing- Händler Stadtfest Kirmes Flohmarkt Bauernmarkt Schausteller Kongress Übernachtungs Bergbau Halbleiter
    Automobil Batterie Gewerbeflächen Existenzgründungs Digitalwirtschafts Patent Transfer Praktikums Hafen Kaufkraft Laden`,
  things: {
    m: "Gewerbepark/-s Standort/-e Markt/Märkte Betriebshof/Betriebshöfe Technologiepark/-s Laden/Läden Stand/Stände Coworking-Space/-s",
    f: `Messehalle/-n Fabrik/-en Ladenzeile/-n Werkshalle/-n Markthalle/-n Fläche/-n Produktion/-en Fußgängerzone/-n Touristinformation/-en
      Pension/-en`,
    n: "Gewerbegebiet/-e Gründerzentrum/Gründerzentren Werk/-e Kaufhaus/Kaufhäuser Hotel/-s Institut/-e Forschungszentrum/Forschungszentren Riesenrad/Riesenräder",
  },
  groups: "Unternehmer+ Händler+ Gründer+ Beschäftigt~ Handwerker+ Schausteller+ Forscher+ Gastwirte Arbeitgeber+ Tourist+ Investor+",
  adjectives: `wirtschaftlich mittelständisch inhabergeführt innovativ wachstumsstark exportorientiert forschungsnah gewerblich touristisch
    industriell handwerklich konjunkturell branchenübergreifend umsatzstark`,
  verbs: `an-siedeln/gesiedelt, vermarkten/vermarktet, verpachten/verpachtet, erschließen/erschlossen, beziehen/bezogen, gründen/gegründet,
    bewerben/beworben, belegen/belegt`,
  facts: [
    "das Unternehmen | schafft | {number} Arbeitsplätze und investiert {euro}",
    "{number} Händler | bieten | ihre Waren an, vom Schafskäse bis zum Kerzenleuchter",
    "die Arbeitslosenquote | sank | im {month-} auf {percent}",
    "der Markt | ist | täglich von 10 bis 20 Uhr geöffnet, freitags und samstags bis 22 Uhr",
    "Gründerinnen und Gründer | können | sich bis {date} mit einer Skizze von höchstens {few} Seiten bewerben",
    "{number} Übernachtungen | zählte | die Statistikstelle, {percent} mehr als im Vorjahr",
    "Forscher um {person} | haben | das Verfahren in {few} Jahren zur Marktreife gebracht",
    "die Kaufkraft | liegt | inzwischen bei {percent} des Landesdurchschnitts",
    "den Zuschlag für {der A thing} | erhielt | {club}",
  ],
  english: ["business park", "weekly market", "start-up centre", "research institute", "trade fair"],
});

/** The town hall, its services, data and elections. */
export const administration: Field = field({
  topics: "buergerservice digitales verwaltung",
  departments: "buergeramt presseamt kaemmerei",
  parts: `Verwaltungs Bürger Bürgerservice Rathaus Wahl Briefwahl Wähler Ausweis Melde Standesamts Termin Online- Digital Daten Internet Glasfaser
    Breitband Software App- Portal Antrags Formular Personal Ausbildungs Ratsinformations Stadtrats Ortschafts Bürgerhaushalts Petitions
    Einwohner Statistik Zensus Geodaten Open-Data- WLAN- Informationssicherheits Akten E-Akte- Vergabe Beschaffungs Dienst Gebühren
    Fundbüro Kfz- Führerschein Hochzeits Eheschließungs Urkunden Behörden Service Telefon Chatbot- Beteiligungs Gleichstellungs Wahlhelfer
    Stimmzettel Organisations Rechts`,
  things: {
    m: "Terminal/-s Schalter/- Server/- Wartebereich/-e Trausaal/Trausäle Sitzungssaal/Sitzungssäle Automat/-en! Hotspot/-s",
    f: "Meldestelle/-n App/-s Plattform/-en Datenbank/-en Website/-s Außenstelle/-n Hotline/-s Software/0 Schnittstelle/-n Wahlurne/-n",
    n: "Rathaus/Rathäuser Bürgerbüro/-s Portal/-e Wahllokal/-e Rechenzentrum/Rechenzentren Netz/-e Fundbüro/-s Servicecenter/- Wahlbüro/-s",
  },
  groups: "Wähler+ Bürger+ Wahlhelfer+ Antragsteller+ Brautpaare Beschäftigt~ Ratsmitglieder Sachbearbeiter+ Nutzer+ Auszubildend~",
  adjectives: `digital elektronisch papierlos bürgerfreundlich online-fähig datensparsam quelloffen rechtssicher wahlberechtigt barrierearm
    mehrsprachig verwaltungsintern terminfrei amtlich`,
  verbs: `digitalisieren/digitalisiert, frei-schalten/geschaltet, beantragen/beantragt, ein-führen/geführt, zusammen-legen/gelegt, verschlüsseln/verschlüsselt,
    testen/getestet, ab-schalten/geschaltet`,
  facts: [
    "{number} Bürgerinnen und Bürger | sind | zur Wahl aufgerufen",
    "Termine | lassen | sich im Internet oder unter der Rufnummer {phone} vereinbaren",
    "die Wartezeit | betrug | zuletzt im Schnitt {digit} Minuten",
    "Wahlbriefe | müssen | am Wahlsonntag bis 18 Uhr im Rathaus eingehen",
    "die Bearbeitung | dauert | in der Regel {few} Werktage und kostet {digit} Euro",
    "{number} Paare | gaben | sich im vergangenen Jahr in Probestadt das Jawort",
    "die Daten | werden | verschlüsselt übertragen und nach {few} Monaten gelöscht",
    "von {number} Dienstleistungen | sind | {number} vollständig im Netz zu erledigen",
    "{number} Wahlhelferinnen und Wahlhelfer | werden | für {number} Wahllokale gesucht",
  ],
  english: ["citizens’ office", "online portal", "polling station", "registry office", "service desk"],
});

/** Fire brigade, order and disasters. */
export const safety: Field = field({
  topics: "feuerwehr ordnung sicherheit",
  departments: "branddirektion ordnungsamt",
  parts: `Feuerwehr Brandschutz Rettungs Katastrophenschutz Sicherheits Ordnungs Lösch Einsatz Alarm Sirenen Hochwasser Unwetter Sturm Bomben
    Evakuierungs Kampfmittel Polizei Streifen Kriminalitäts Präventions Waffen Feuerwerks Veranstaltungs Versammlungs Hunde Bußgeld
    Parküberwachungs Jugendfeuerwehr Leitstellen Funk Drehleiter Fahrzeug Wach Gerätehaus Atemschutz Waldbrand Gefahrgut Wasserrettungs
    Notruf Warn Krisenstab Zivilschutz Selbstschutz Erste-Hilfe- Tierrettungs Falschparker Lärmschutz Sperrzeit Gaststätten Gewerbe
    Glasverbots Videoschutz Rauchmelder Übungs Fahndungs`,
  things: {
    m: "Löschzug/Löschzüge Schlauchturm/Schlauchtürme Einsatzwagen/- Rettungswagen/- Sirenenmast/-en Sandsackwall/Sandsackwälle",
    f: "Feuerwache/-n Leitstelle/-n Sirene/-n Drehleiter/-n Rettungswache/-n Fahrzeughalle/-n Wache/-n Übungsanlage/-n Schutzwand/Schutzwände",
    n: "Gerätehaus/Gerätehäuser Löschfahrzeug/-e Boot/-e Einsatzfahrzeug/-e Lagezentrum/Lagezentren Notstromaggregat/-e Funknetz/-e Feldbett/-en",
  },
  groups: "Einsatzkräfte Feuerwehrleute Retter+ Sanitäter+ Kamerad+ Ersthelfer+ Taucher+ Polizist+ Zeug+ Hundehalter+ Freiwillig~",
  adjectives: `einsatzbereit brandschutztechnisch feuerfest ehrenamtlich lebensbedrohlich einsturzgefährdet evakuiert polizeilich
    ordnungsrechtlich verdächtig wetterfest hauptamtlich geländegängig`,
  verbs: `räumen/geräumt, sperren/gesperrt, entschärfen/entschärft, alarmieren/alarmiert, aus-rüsten/gerüstet, beschaffen/beschafft, kontrollieren/kontrolliert,
    bewachen/bewacht`,
  facts: [
    "die Einsatzkräfte | rückten | im vergangenen Jahr {number}-mal aus",
    "bei dem Einsatz {onstreet} | wurde | niemand verletzt, der Schaden beträgt rund {euro}",
    "im Umkreis von {metres} | müssen | {number} Menschen ihre Wohnungen verlassen",
    "Fenster und Türen | sollen | bis zur Entwarnung geschlossen bleiben",
    "die Sirenen | heulen | am {date} um 11 Uhr für eine Minute auf und ab",
    "der Bußgeldkatalog | sieht | je nach Verstoß {number} bis {number} Euro vor",
    "{number} Mädchen und Jungen | gehören | der Jugendfeuerwehr an",
    "Hinweise | nimmt | {der N office} unter der Rufnummer {phone} entgegen",
    "der Wetterdienst | warnt | vor Böen bis 100 Kilometern in der Stunde",
  ],
  english: ["fire station", "rescue vehicle", "control centre", "warning siren", "drill"],
});

/** Waste, cleaning and winter service. */
export const cleaning: Field = field({
  topics: "abfall",
  departments: "stadtreinigung umweltamt",
  parts: `Abfall Müll Restmüll Bioabfall Papier Glas Sperrmüll Wertstoff Recycling Reinigungs Straßenreinigungs Winterdienst Streu Räum Schnee
    Laub Kehr Container Tonnen Gebühren Entsorgungs Deponie Kompost Schadstoff Elektroschrott Altkleider Weihnachtsbaum Sauberkeits
    Putz Mehrweg Verpackungs Kunststoff Papierkorb Hundekot Graffiti Abfuhr Wertstoffhof Touren Sammel Sortier Vermeidungs Reparatur
    Sperrgut Batterie Grünschnitt Unrat Kanalreinigungs Abwasser Klärschlamm Toiletten`,
  things: {
    m: "Wertstoffhof/Wertstoffhöfe Container/- Papierkorb/Papierkörbe Kehrwagen/- Betriebshof/Betriebshöfe Sammelplatz/Sammelplätze Kanal/Kanäle",
    f: "Tonne/-n Deponie/-n Kehrmaschine/-n Sortieranlage/-n Biotonne/-n Annahmestelle/-n Toilette/-n Kläranlage/-n Streugutbox/-en",
    n: "Müllfahrzeug/-e Kompostwerk/-e Streufahrzeug/-e Salzlager/- Schadstoffmobil/-e Depot/-s Klärwerk/-e",
  },
  groups: "Haushalte Grundstückseigentümer+ Müllwerker+ Kund+ Anlieger+ Mieter+ Freiwillig~ Fahrer+ Hausmeister+",
  adjectives: `wiederverwertbar kompostierbar abfallarm sauber verschmutzt recycelbar schadstofffrei biologisch getrennt wöchentlich
    vierzehntäglich gebührenfrei unterirdisch`,
  verbs: `leeren/geleert, entsorgen/entsorgt, ab-holen/geholt, räumen/geräumt, streuen/gestreut, auf-stellen/gestellt, verwerten/verwertet,
    kehren/gekehrt`,
  facts: [
    "die Abfuhr | verschiebt | sich wegen des Feiertags um einen Tag",
    "{number} Tonnen Laub | sammelten | die Kehrmaschinen im Herbst {year-}",
    "die Jahresgebühr für eine Tonne mit 120 Litern | beträgt | künftig {number} Euro",
    "das Schadstoffmobil | hält | am {date} von 15 bis 17 Uhr {onstreet}",
    "Anlieger | müssen | Gehwege werktags bis 7 Uhr von Schnee und Eis befreien",
    "{number} Freiwillige | trugen | beim Frühjahrsputz {few} Tonnen Unrat zusammen",
    "Farben, Lacke und Batterien | gehören | nicht in die Restmülltonne",
    "im Winterdienst | stehen | {few} Fahrzeuge und {number} Tonnen Salz bereit",
  ],
  english: ["recycling yard", "waste collection", "street sweeper", "winter service"],
});

/** The budget. */
export const finance: Field = field({
  topics: "haushalt verwaltung",
  departments: "kaemmerei presseamt",
  parts: `Haushalts Finanz Steuer Gewerbesteuer Grundsteuer Investitions Kredit Schulden Doppelhaushalts Einnahmen Ausgaben Personalkosten Zins
    Rücklagen Beteiligungs Konzern Bilanz Prüfungs Rechnungs Vergabe Förder Zuschuss Spar Konsolidierungs Finanzierungs Gebühren Abgaben
    Bürgerhaushalts Eigenkapital Liquiditäts Jahresabschluss Vermögens Liegenschafts Kassen Umlage Stellen Tarif Schlüsselzuweisungs
    Kämmerei Bürgschafts Anleihe Stiftungs Sponsoring- Nachtrags Controlling- Kosten Wirtschaftlichkeits`,
  things: {
    m: "Haushalt/-e Nachtragshaushalt/-e Kassenbestand/Kassenbestände Jahresabschluss/Jahresabschlüsse Stellenplan/Stellenpläne",
    f: "Rücklage/-n Steuer/-n Schuldenbremse/-n Gesellschaft/-en Beteiligung/-en Liegenschaft/-en Kasse/-n",
    n: "Defizit/-e Anlagevermögen/- Konto/Konten Grundstück/-e Eigenkapital/0 Budget/-s",
  },
  groups: "Steuerzahler+ Ratsmitglieder Kämmer+ Prüfer+ Beschäftigt~ Fraktionen Unternehmen Haushaltspolitiker+",
  adjectives: `finanziell haushaltsneutral ausgeglichen defizitär kreditfinanziert steuerlich sparsam wirtschaftlich solid zweckgebunden
    genehmigungsfähig mehrjährig fällig`,
  verbs: `konsolidieren/konsolidiert, senken/gesenkt, erhöhen/erhöht, aus-gleichen/geglichen, tilgen/getilgt, finanzieren/finanziert, bewirtschaften/bewirtschaftet,
    veräußern/veräußert`,
  facts: [
    "die Erträge | steigen | auf {euro}, die Aufwendungen auf {euro}",
    "aus der Gewerbesteuer | fließen | {euro} in die Stadtkasse",
    "der Schuldenstand | sinkt | bis Ende {year+} auf {number} Euro je Einwohner",
    "für Investitionen | sind | {euro} eingeplant, davon {percent} für Schulen und Kindertagesstätten",
    "die Aufsichtsbehörde | muss | {der A paper} noch genehmigen",
    "die Personalkosten | steigen | durch den Tarifabschluss um {percent}",
    "der Hebesatz | bleibt | bei {number} Prozent",
    "{der N thing} | {weist/weisen} | ein Plus von {euro} aus",
  ],
  english: ["town budget", "reserve fund", "trade tax", "annual accounts"],
});
