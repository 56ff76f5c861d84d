import { type Noun, parseGroups, parseNouns, parseVerbs, type Verb } from "./grammar.ts";

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

/** First parts of compounds that suit every field of a town's work, linking sound included. */
export const GENERAL_PARTS = words(`
  Stadt Stadtteil Bürger Modell Pilot Grund Gesamt Nachbarschafts Informations Kommunal Zukunfts Qualitäts Struktur
  Innovations Förder Entwicklungs Leit Muster Zwischen Jahres Arbeits Fach Rahmen Aktions Beteiligungs Haupt Landes
  Regional Kreis Quartiers Sonder Sommer Winter Frühjahrs Herbst Langzeit Basis Folge Teil Einzel Gemeinschafts
  Partner Mitmach Orts Innenstadt Randlagen Sofort Übergangs Schwerpunkt Bestands Standort Vorort Umland Altstadt
  Mehrgenerationen Ehrenamts Verbands Fortbildungs Nachwuchs Reserve Vergleichs Ergänzungs Erprobungs Vorbereitungs
  Abschluss Auftakt Wochenend Feiertags Ferien Stammkunden Kunden Nutzer Besucher Eigentümer Anlieger Vereins Spenden
  Test Demonstrations Experten Spitzen Kern Neben Ersatz Groß Klein Online- Open-Data- EU- Ad-hoc- 
`);

/** Parts that stand inside a compound, as "unterhaltungs" in "Gewässerunterhaltungsmaßnahme". */
export const INNER_PARTS = words(`
  entwicklungs schutz bau förder planungs sanierungs unterhaltungs ausbau beteiligungs nutzungs pflege beratungs
  versorgungs betriebs verwaltungs finanzierungs kontroll informations sicherheits modernisierungs qualitäts
  management steuerungs forschungs service struktur netz flächen standort bedarfs kosten daten raum sicherungs
  erweiterungs betreuungs umgestaltungs gestaltungs bewirtschaftungs vergabe prüf überwachungs reinigungs vorsorge
  monitoring anpassungs ausgleichs vermittlungs vernetzungs instandhaltungs erneuerungs abgabe gebühren antrags
  verordnungs wettbewerbs ausbildungs fortbildungs werkstatt labor verbund dienst leit
`);

/** What a town does: planning, building, helping. */
export const ACTS: Noun[] = parseNouns({
  f: `Planung/-en Sanierung/-en Maßnahme/-n Förderung/-en Erneuerung/-en Erweiterung/-en Umgestaltung/-en Aktion/-en
    Modernisierung/-en Beteiligung/-en Beratung/-en Entwicklung/-en Unterhaltung/-en Initiative/-n Kampagne/-n
    Gestaltung/-en Instandsetzung/-en Untersuchung/-en Überprüfung/-en Kontrolle/-n Offensive/-n Kooperation/-en
    Zusammenarbeit/0 Vernetzung/-en Umstellung/-en Nutzung/-en Versorgung/-en Betreuung/-en Vermittlung/-en Umfrage/-n
    Bewirtschaftung/-en Steuerung/-en Pflege/0 Reinigung/-en Erfassung/-en Auswertung/-en Umsetzung/-en Reform/-en
    Finanzierung/-en Ausschreibung/-en Vergabe/-n Befragung/-en Ermittlung/-en Schulung/-en Ausbildung/-en Reihe/-n
    Sicherung/-en Verbesserung/-en Neuordnung/-en Bündelung/-en Zertifizierung/-en Inspektion/-en Probe/-n Arbeit/-en`,
  m: `Ausbau/0 Umbau/-ten Neubau/-ten Aufbau/0 Austausch/0 Einsatz/Einsätze Test/-s Versuch/-e Wettbewerb/-e Dialog/-e
    Prozess/-e Auftrag/Aufträge Service/-s Dienst/-e Wechsel/- Abschnitt/-e Schutz/0 Betrieb/-e Rückbau/0 Einstieg/-e`,
  n: `Vorhaben/- Projekt/-e Programm/-e Verfahren/- Angebot/-e Modell/-e Management/-s Pilotprojekt/-e Paket/-e System/-e
    Praktikum/Praktika Training/-s Experiment/-e Labor/-e`,
});

/** What a town writes down: plans, reports, by-laws. */
export const PAPERS: Noun[] = parseNouns({
  m: `Plan/Pläne Bericht/-e Entwurf/Entwürfe Beschluss/Beschlüsse Vertrag/Verträge Antrag/Anträge Leitfaden/Leitfäden
    Katalog/-e Bescheid/-e Vorschlag/Vorschläge Kalender/- Atlas/Atlanten Wegweiser/- Ratgeber/- Flyer/- Index/0`,
  f: `Satzung/-en Vorlage/-n Studie/-n Analyse/-n Richtlinie/-n Vereinbarung/-en Strategie/-n Broschüre/-n Statistik/-en
    Bilanz/-en Prognose/-n Übersicht/-en Karte/-n Verordnung/-en Dokumentation/-en Leitlinie/-n Checkliste/-n Liste/-n
    Erklärung/-en Ordnung/-en Charta/0 Bewertung/-en Agenda/0 Stellungnahme/-n`,
  n: `Konzept/-e Gutachten/- Leitbild/-er Handbuch/Handbücher Papier/-e Register/- Verzeichnis/-se Heft/-e Protokoll/-e
    Kataster/- Faltblatt/Faltblätter Monitoring/-s Magazin/-e Formular/-e Portal/-e`,
});

/** What takes place on a day and can be attended. */
export const GATHERINGS: Noun[] = parseNouns({
  m: `Tag/-e Empfang/Empfänge Rundgang/Rundgänge Workshop/-s Vortrag/Vorträge Markt/Märkte Lauf/Läufe Abend/-e Kongress/-e
    Spaziergang/Spaziergänge Stammtisch/-e Kurs/-e Gipfel/- Infostand/Infostände`,
  f: `Ausstellung/-en Veranstaltung/-en Lesung/-en Konferenz/-en Führung/-en Messe/-n Feier/-n Woche/-n Nacht/Nächte
    Werkstatt/Werkstätten Sprechstunde/-n Versammlung/-en Börse/-n Tagung/-en Premiere/-n Preisverleihung/-en Tour/-en
    Einweihung/-en Eröffnung/-en Gala/-s Diskussion/-en Akademie/-n`,
  n: `Fest/-e Forum/Foren Konzert/-e Seminar/-e Treffen/- Gespräch/-e Podium/Podien Turnier/-e Wochenende/-n Café/-s
    Jubiläum/Jubiläen Symposium/Symposien Festival/-s Frühstück/-e Kolloquium/Kolloquien`,
});

/** Bodies and offices in which people decide or help. */
export const BODIES: Noun[] = parseNouns({
  m: `Ausschuss/Ausschüsse Beirat/Beiräte Verein/-e Verband/Verbände Arbeitskreis/-e Träger/- Fonds/- Rat/Räte Stab/Stäbe
    Dienstleister/- Betrieb/-e Trägerverein/-e`,
  f: `Kommission/-en Gesellschaft/-en Stiftung/-en Genossenschaft/-en Agentur/-en Arbeitsgruppe/-n Fachgruppe/-n Kammer/-n
    Koordinierungsstelle/-n Initiative/-n Allianz/-en Akademie/-n Jury/-s Stelle/-n Zentrale/-n Behörde/-n Abteilung/-en`,
  n: `Amt/Ämter Büro/-s Institut/-e Kuratorium/Kuratorien Bündnis/-se Netzwerk/-e Zentrum/Zentren Team/-s Forum/Foren
    Referat/-e Unternehmen/- Konsortium/Konsortien Labor/-e`,
});

/** What is good for a town. */
export const VALUES: Noun[] = parseNouns({
  f: `Sicherheit/0 Lebensqualität/0 Teilhabe/0 Barrierefreiheit/0 Nachhaltigkeit/0 Attraktivität/0 Qualität/-en Vielfalt/0
    Zuverlässigkeit/0 Transparenz/0 Chancengleichheit/0 Aufenthaltsqualität/0 Leistungsfähigkeit/0 Wirtschaftlichkeit/0
    Erreichbarkeit/0 Gesundheit/0 Verlässlichkeit/0 Effizienz/0 Planungssicherheit/0 Mitsprache/0 Rechtssicherheit/0
    Entlastung/-en Wertschätzung/0 Nachfrage/0 Akzeptanz/0 Zufriedenheit/0 Weiterentwicklung/0 Fachlichkeit/0
    Familienfreundlichkeit/0 Wettbewerbsfähigkeit/0 Handlungsfähigkeit/0 Widerstandskraft/0 Verständlichkeit/0
    Gerechtigkeit/0 Aufmerksamkeit/0 Offenheit/0 Daseinsvorsorge/0 Bürgernähe/0 Stabilität/0 Artenvielfalt/0`,
  m: `Zusammenhalt/0 Komfort/0 Klimaschutz/0 Gesundheitsschutz/0 Lärmschutz/0 Wohlstand/0 Datenschutz/0 Zugang/Zugänge
    Austausch/0 Ideenreichtum/0 Gemeinsinn/0 Nutzen/0 Mehrwert/0`,
  n: `Miteinander/0 Engagement/0 Vertrauen/0 Bewusstsein/0 Verständnis/0 Stadtbild/0 Wohnumfeld/0 Ehrenamt/0 Stadtklima/0
    Gemeinwohl/0 Sicherheitsgefühl/0 Wissen/0 Tempo/0`,
});

/** Money, given or spent. */
export const FUNDS: Noun[] = parseNouns({
  m: "Zuschuss/Zuschüsse Fonds/- Betrag/Beträge Anteil/-e Beitrag/Beiträge Etat/-s Kredit/-e Eigenanteil/-e",
  f: "Förderung/-en Zuwendung/-en Investition/-en Spende/-n Summe/-n Rücklage/-n Pauschale/-n Gebühr/-en Umlage/-n",
  n: "Budget/-s Darlehen/- Preisgeld/-er Vermögen/- Stipendium/Stipendien",
});

/** Groups of people in any field. */
export const GROUPS: Noun[] = parseGroups(`
  Anwohner+ Bürger+ Besucher+ Familien Einwohner+ Fachleute Vereine Unternehmen Gäste Mitarbeiter+ Kinder
  Eltern Expert+ Menschen Haushalte Nutzer+ Partner+ Teilnehmer+ Vertreter+ Eigentümer+ Händler+ Helfer+ Initiativen
  Jugendgruppen Schulklassen Nachbarn Verbände Interessenten Kund+ Neubürger+ Ehrenamtler+ Betreiber+
`);

/** Stems of adjectives for things and plans. */
export const ADJECTIVES = words(`
  neu städtisch gemeinsam geplant wichtig umfangreich zusätzlich öffentlich langfristig nachhaltig modern bestehend
  zentral groß kostenlos regional umfassend aktuell deutlich erfolgreich energetisch barrierefrei dringend nötig
  notwendig wesentlich attraktiv ökologisch wirtschaftlich sozial kulturell historisch denkmalgerecht technisch digital
  innovativ zukunftsfähig bedarfsgerecht verlässlich transparent überarbeitet erweitert abgestimmt vorliegend künftig
  bisherig jährlich regelmäßig mehrjährig einmalig vielfältig breit lebendig offen bürgernah familienfreundlich
  kinderfreundlich altersgerecht klimafreundlich klimaangepasst ressourcenschonend emissionsarm wohnortnah ortsnah
  flächendeckend stadtweit überregional bundesweit landesweit international grenzüberschreitend interkommunal
  fachübergreifend ressortübergreifend ganzheitlich praxisnah zeitgemäß zeitnah kurzfristig mittelfristig vorläufig
  endgültig rechtssicher verbindlich freiwillig ehrenamtlich gemeinnützig kirchlich frei privat staatlich kommunal
  baulich gestalterisch architektonisch landschaftlich städtebaulich wissenschaftlich pädagogisch therapeutisch
  musikalisch künstlerisch literarisch sportlich handwerklich gärtnerisch organisatorisch personell finanziell
  rechtlich fachlich inhaltlich räumlich zeitlich strukturell konzeptionell strategisch operativ provisorisch
  befristet dauerhaft vollständig gründlich sorgfältig aufwendig schwierig anspruchsvoll
  beispielhaft vorbildlich preisgekrönt ausgezeichnet beliebt bekannt traditionell traditionsreich
  denkmalgeschützt gewachsen einzigartig besonder charakteristisch ursprünglich ehemalig früh jüngst
  angekündigt beschlossen bewilligt vereinbart genehmigt beantragt erforderlich vorgesehen vorgezogen verschoben
  unabhängig ergebnisoffen niedrigschwellig mehrsprachig inklusiv interkulturell generationenübergreifend
  gleichberechtigt solidarisch demokratisch überparteilich ländlich urban innerstädtisch zentrumsnah südlich nördlich
  östlich westlich benachbart angrenzend gegenüberliegend leerstehend brachliegend ungenutzt vorhanden robust
  witterungsbeständig pflegeleicht langlebig wartungsarm energieeffizient sparsam schnell flexibl sensibl
  behutsam maßvoll punktuell gezielt passgenau maßgeschneidert wegweisend ehrgeizig realistisch
`);

/** Stems of adjectives for groups of people. */
export const PEOPLE_ADJECTIVES = words(`
  interessiert betroffen engagiert ehrenamtlich zahlreich jung älter neu viel örtlich beteiligt zugezogen freiwillig
  fachkundig berufstätig künftig ansässig eingeladen erfahren begeistert anwesend motiviert pflegend alleinerziehend
  geladen auswärtig international
`);

/** Stems of adjectives for bodies and offices. */
export const BODY_ADJECTIVES = words(`
  zuständig städtisch beteiligt unabhängig gemeinnützig beauftragt örtlich kommunal federführend neu regional
  beratend fachübergreifend berufen verantwortlich ausführend
`);

/** Stems of adjectives for what is good. */
export const VALUE_ADJECTIVES = words(`
  groß spürbar dauerhaft gesellschaftlich sozial gut breit neu wachsend notwendig echt deutlich gegenseitig
  nachhaltig verlässlich langfristig allgemein gelebt erkennbar
`);

/** Endings that make an adjective of a part: "verkehrspolitisch", "gewässerbezogen". */
export const ADJECTIVE_ENDINGS = words("politisch technisch bezogen spezifisch fachlich relevant nah gerecht wirtschaftlich übergreifend");

/** What one does with things. */
export const THING_VERBS: Verb[] = parseVerbs(`sanieren/saniert, erneuern/erneuert, um-bauen/gebaut, aus-bauen/gebaut,
  um-gestalten/gestaltet, modernisieren/modernisiert, erweitern/erweitert,
  errichten/errichtet, ertüchtigen/ertüchtigt, eröffnen/eröffnet, verlegen/verlegt,
  auf-werten/gewertet, überprüfen/überprüft, frei-geben/gegeben, neu -bauen/gebaut, neu -gestalten/gestaltet,
  in Betrieb -nehmen/genommen, in Stand -setzen/gesetzt, unter Schutz -stellen/gestellt, an-passen/gepasst,
  vergrößern/vergrößert, ersetzen/ersetzt, warten/gewartet, reinigen/gereinigt, sichern/gesichert, nutzen/genutzt,
  um-rüsten/gerüstet, nach-rüsten/gerüstet, ab-dichten/gedichtet, dämmen/gedämmt, entwickeln/entwickelt,
  bereit-stellen/gestellt, fertig-stellen/gestellt, vor-bereiten/bereitet, untersuchen/untersucht`);

/** What one does with papers. */
export const PAPER_VERBS: Verb[] = parseVerbs(`beschließen/beschlossen, vor-legen/gelegt, überarbeiten/überarbeitet,
  erarbeiten/erarbeitet, aktualisieren/aktualisiert, fort-schreiben/geschrieben, diskutieren/diskutiert, vor-stellen/gestellt,
  veröffentlichen/veröffentlicht, prüfen/geprüft, ab-stimmen/gestimmt, ergänzen/ergänzt, beraten/beraten, billigen/gebilligt,
  aus-werten/gewertet, erläutern/erläutert, ändern/geändert, bestätigen/bestätigt, erstellen/erstellt, aus-legen/gelegt,
  unterzeichnen/unterzeichnet, entwerfen/entworfen, verabschieden/verabschiedet, konkretisieren/konkretisiert`);

/** What one does with acts. */
export const ACT_VERBS: Verb[] = parseVerbs(`fort-setzen/gesetzt, unterstützen/unterstützt, begleiten/begleitet, fördern/gefördert,
  aus-weiten/geweitet, ab-schließen/geschlossen, beginnen/begonnen, vor-bereiten/bereitet, um-setzen/gesetzt, planen/geplant,
  beauftragen/beauftragt, koordinieren/koordiniert, verstärken/verstärkt, aus-werten/gewertet, finanzieren/finanziert,
  ermöglichen/ermöglicht, organisieren/organisiert, beschleunigen/beschleunigt, verlängern/verlängert, erproben/erprobt,
  weiter-führen/geführt, vereinfachen/vereinfacht, bündeln/gebündelt, intensivieren/intensiviert, auf-nehmen/genommen,
  auf den Weg -bringen/gebracht, in die Wege -leiten/geleitet, steuern/gesteuert, ab-sichern/gesichert`);

/** What one does with events. */
export const GATHERING_VERBS: Verb[] = parseVerbs(`eröffnen/eröffnet, veranstalten/veranstaltet, vor-bereiten/bereitet,
  organisieren/organisiert, unterstützen/unterstützt, planen/geplant, aus-richten/gerichtet, an-bieten/geboten,
  verschieben/verschoben, erweitern/erweitert, fördern/gefördert, besuchen/besucht, begleiten/begleitet, gestalten/gestaltet`);

/** What one does for what is good. */
export const VALUE_VERBS: Verb[] = parseVerbs(`verbessern/verbessert, stärken/gestärkt, sichern/gesichert, erhöhen/erhöht,
  fördern/gefördert, gewährleisten/gewährleistet, steigern/gesteigert, erhalten/erhalten, unterstützen/unterstützt,
  voran-bringen/gebracht, ermöglichen/ermöglicht, berücksichtigen/berücksichtigt, in den Mittelpunkt -stellen/gestellt`);
