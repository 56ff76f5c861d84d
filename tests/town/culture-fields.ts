import { type Field, field } from "./field.ts";

/** Theatre, music, museums and libraries. */
export const culture: Field = field({
  topics: "kultur musik bibliotheken",
  departments: "kulturamt stadtarchiv gebaeudemanagement",
  parts: `Kultur Kunst Theater Musik Museums Bibliotheks Konzert Orchester Chor Opern Ballett Tanz Film Literatur Lese Bücher Galerie
    Künstler Atelier Bühnen Festival Jazz Orgel Straßenmusik Puppentheater Schauspiel Kammermusik Skulpturen Fotografie Medien
    Ausstellungs Sammlungs Denkmal Probenraum Kulturhaupt Kulturpass Soziokultur Comic Autoren Poesie Klang Licht Sommertheater
    Stipendiaten Spielzeit Ensemble Kultursommer Bücherbus Leihverkehrs Hörbuch Graffiti Volkskunst Handschriften Stadtschreiber`,
  things: {
    m: "Saal/Säle Lesesaal/Lesesäle Bücherbus/Bücherbusse Flügel/- Orchestergraben/Orchestergräben Konzertsaal/Konzertsäle Skulpturengarten/Skulpturengärten",
    f: `Bühne/-n Bibliothek/-en Galerie/-n Sammlung/-en Orgel/-n Oper/-n Kunsthalle/-n Werkstatt/Werkstätten Spielstätte/-n Freilichtbühne/-n
      Skulptur/-en Musikschule/-n`,
    n: "Theater/- Museum/Museen Atelier/-s Foyer/-s Kino/-s Kulturhaus/Kulturhäuser Denkmal/Denkmäler Depot/-s Wandbild/-er Magazin/-e",
  },
  groups: "Künstler+ Musiker+ Schauspieler+ Autor+ Leser+ Zuschauer+ Kulturschaffend~ Sänger+ Tänzer+ Konzertbesucher+ Fotograf+",
  adjectives: `kulturell künstlerisch musikalisch literarisch zeitgenössisch klassisch experimentell barock romantisch virtuos poetisch
    filmisch szenisch interdisziplinär kuratiert`,
  verbs: `bespielen/bespielt, aus-stellen/gestellt, restaurieren/restauriert, kuratieren/kuratiert, digitalisieren/digitalisiert, ein-weihen/geweiht,
    stimmen/gestimmt, erwerben/erworben`,
  facts: [
    "{number} Werke aus {few} Jahrhunderten | sind | bis {date} zu sehen",
    "der Eintritt | kostet | {digit} Euro, ermäßigt {digit} Euro, Kinder zahlen nichts",
    "die Karten | gibt | es an der Theaterkasse {onstreet} und an der Abendkasse",
    "auf dem Programm | stehen | Werke von Bach, Mendelssohn, Schumann und jungen Komponistinnen",
    "Regie | führt | {person}, das Bühnenbild stammt von {person}",
    "die Jury unter Vorsitz von {person} | wählte | aus {number} Bewerbungen {few} Preisträger aus",
    "{number} Medien | wurden | im vergangenen Jahr entliehen, darunter immer mehr elektronische",
    "das Stipendium | ist | mit {euro} dotiert und mit einem Aufenthalt {onstreet} verbunden",
    "der Chor unter Leitung von {person} | singt | Lieder aus {few} Ländern",
  ],
  english: ["theatre", "museum", "public library", "concert hall", "gallery", "music school"],
});

/** Sport and swimming. */
export const sport: Field = field({
  topics: "sport baeder",
  departments: "sportamt gebaeudemanagement",
  parts: `Sport Schwimm Bäder Freibad Hallenbad Turn Fußball Handball Leichtathletik Lauf Marathon Radsport Ruder Kanu Eis Ski Tennis Tisch
    Vereins Trainings Trainer Nachwuchs Breitensport Leistungssport Behindertensport Schulsport Sportstätten Stadion Hallen Kunstrasen
    Flutlicht Umkleide Tribünen Wettkampf Meisterschafts Pokal Olympia Sportler Ehrungs Schwimmlern Wassersport Kletter Boule Fitness
    Gesundheitssport Seniorensport Reit Judo Volleyball Basketball Hockey Sauna Becken Badesaison Strandbad Übungsleiter`,
  things: {
    m: "Platz/Plätze Sportplatz/Sportplätze Kunstrasenplatz/Kunstrasenplätze Sprungturm/Sprungtürme Parcours/0 Kletterturm/Klettertürme Bootssteg/-e",
    f: `Sporthalle/-n Schwimmhalle/-n Laufbahn/-en Tribüne/-n Anlage/-n Eisbahn/-en Kabine/-n Flutlichtanlage/-n Regattastrecke/-n Rutsche/-n
      Kegelbahn/-en Turnhalle/-n`,
    n: "Stadion/Stadien Freibad/Freibäder Hallenbad/Hallenbäder Schwimmbecken/- Vereinsheim/-e Spielfeld/-er Bootshaus/Bootshäuser Funktionsgebäude/-",
  },
  groups: "Sportler+ Schwimmer+ Trainer+ Fans Badegäste Läufer+ Schiedsrichter+ Fußballer+ Übungsleiter+ Vereinsmitglieder Turner+",
  adjectives: `sportlich olympisch wettkampftauglich vereinseigen beheizt überdacht bespielbar regattatauglich ganzjährig barrierefrei
    winterfest mannschaftlich trainingsintensiv`,
  verbs: `bespielen/bespielt, beheizen/beheizt, überdachen/überdacht, verpachten/verpachtet, ein-weihen/geweiht, belegen/belegt,
    aus-leuchten/geleuchtet, bewässern/bewässert`,
  facts: [
    "die Wassertemperatur | beträgt | {digit} Grad, geöffnet ist täglich von 9 bis 20 Uhr",
    "{number} Läuferinnen und Läufer | gehen | am {date} auf die Strecken über fünf, zehn und 21 Kilometer",
    "{club} | trainiert | {onstreet} mit {number} Mitgliedern in {few} Abteilungen",
    "der Kunstrasen | ersetzt | einen Hartplatz aus dem Jahr {year-}",
    "die Saison | beginnt | bei gutem Wetter am {date} und dauert bis September",
    "{number} Kinder | haben | seit {year-} das Seepferdchen abgelegt",
    "für die Dauer der Arbeiten | weichen | die Mannschaften auf den Sportplatz {onstreet} aus",
    "die Ehrennadel in Gold | erhält | {person} für {few} Jahrzehnte im Ehrenamt",
  ],
  english: ["sports hall", "outdoor pool", "indoor pool", "stadium", "running track"],
});

/** The town's past. */
export const past: Field = field({
  topics: "geschichte",
  departments: "stadtarchiv kulturamt",
  parts: `Geschichts Archiv Stadtarchiv Urkunden Akten Nachlass Denkmal Erinnerungs Gedenk Stolperstein Zeitzeugen Chronik Karten Foto
    Restaurierungs Heimat Jubiläums Stadtjubiläums Ausgrabungs Archäologie Mittelalter Reformations Industriekultur Kriegs Nachkriegs
    Revolutions Wende Ahnen Familienforschungs Straßennamen Ratsbuch Siegel Münz Bürgerbuch Museums Forschungs Quellen Findbuch
    Digitalisat Bestandserhaltungs Zwangsarbeiter Synagogen Kloster Burg Stadtmauer Bergbau Eisenbahn Handwerks Zunft Grabmal Glocken`,
  things: {
    m: "Nachlass/Nachlässe Gedenkort/-e Fund/-e Grabstein/-e Turm/Türme Stolperstein/-e Bestand/Bestände",
    f: `Urkunde/-n Chronik/-en Gedenktafel/-n Sammlung/-en Stadtmauer/-n Kapelle/-n Ruine/-n Handschrift/-en Karte/-n Akte/-n Stele/-n
      Grabung/-en`,
    n: "Archiv/-e Denkmal/Denkmäler Mahnmal/-e Ratsbuch/Ratsbücher Siegel/- Bodendenkmal/Bodendenkmäler Magazin/-e Stadtmodell/-e",
  },
  groups: "Historiker+ Zeitzeug+ Archäolog+ Restaurator+ Forscher+ Heimatfreunde Nachfahren Studierend~",
  adjectives: `historisch mittelalterlich neuzeitlich archäologisch urkundlich frühneuzeitlich jüdisch reformatorisch bürgerlich vergessen
    erhalten zerstört wiederentdeckt handschriftlich denkmalwert`,
  verbs: `restaurieren/restauriert, digitalisieren/digitalisiert, erforschen/erforscht, aus-graben/gegraben, frei-legen/gelegt, rekonstruieren/rekonstruiert,
    verzeichnen/verzeichnet, ein-weihen/geweiht, dokumentieren/dokumentiert`,
  facts: [
    "die älteste Urkunde | stammt | aus dem Jahr {year---} und trägt das Siegel des Rates",
    "{number} Meter Akten | lagern | klimatisiert im Magazin {onstreet}",
    "die Archäologen | fanden | Scherben, Münzen und einen Brunnen aus Eichenholz",
    "{person} | forscht | seit {year-} zur Geschichte von {place} zwischen {year--} und 1945",
    "Wer Briefe, Fotos oder Tagebücher besitzt, | kann | sie dem Stadtarchiv als Leihgabe überlassen",
    "die Inschrift | erinnert | an {person}, geboren {year--} in {place}",
    "{number} Seiten | sind | bereits gescannt und im Lesesaal am Bildschirm zugänglich",
    "im Jahr {year---} | wird | {place} erstmals schriftlich erwähnt",
  ],
  english: ["town archive", "memorial", "chronicle", "excavation", "town wall"],
});

/** Partner towns and the wide world. */
export const world: Field = field({
  topics: "internationales",
  departments: "presseamt kulturamt wirtschaft",
  parts: `Europa Partnerstadt Städtepartnerschafts Delegations Austausch Jugendaustausch Begegnungs Botschafts Konsular Friedens Entwicklungs
    Fairtrade- Freundschafts Gast Gastfamilien Schüleraustausch Sprach Dolmetscher Reise Kulturaustausch Wirtschafts Solidaritäts Hilfs
    Spenden Hilfsgüter Menschenrechts Nachhaltigkeits Erasmus- Grenz Nachbarland Städtenetz Bürgerreise Ehrenbürger Praktikanten
    Expertenaustausch Klimapartnerschafts Olympia Jubiläums Unterzeichnungs Empfangs Besuchs Projekt Verwaltungs Städtebund`,
  things: {
    m: "Besuch/-e Konvoi/-s Austausch/0 Freundschaftsplatz/Freundschaftsplätze Garten/Gärten Pavillon/-s",
    f: "Partnerschaft/-en Delegation/-en Reise/-n Hilfslieferung/-en Begegnung/-en Städtepartnerschaft/-en Urkunde/-n Schule/-n",
    n: "Büro/-s Begegnungszentrum/Begegnungszentren Gästehaus/Gästehäuser Abkommen/- Netzwerk/-e Löschfahrzeug/-e",
  },
  groups: "Botschafter+ Gäste Delegiert~ Austauschschüler+ Partner+ Dolmetscher+ Jugendlich~ Gastfamilien Praktikant+",
  adjectives: `international europäisch grenzüberschreitend partnerschaftlich diplomatisch völkerverbindend weltoffen bilateral freundschaftlich
    fair humanitär französisch polnisch tschechisch finnisch`,
  verbs: `besiegeln/besiegelt, vertiefen/vertieft, begründen/begründet, empfangen/empfangen, pflegen/gepflegt, beleben/belebt,
    erneuern/erneuert`,
  facts: [
    "seit {year-} | verbindet | Probestadt eine Partnerschaft mit {abroad}",
    "eine Delegation aus {abroad} | besucht | vom {date} an Schulen, Betriebe und das Rathaus",
    "{number} Jugendliche | verbringen | {few} Wochen bei Gastfamilien in {abroad}",
    "beide Städte | arbeiten | seit {year-} bei Klimaschutz, Verkehr und Kultur zusammen",
    "ein Lastwagen mit Pumpen, Decken und Verbandsmaterial | ist | am {date-} nach {abroad} aufgebrochen",
    "der Bürgermeister von {abroad}, {person}, | trug | sich in das Goldene Buch der Stadt ein",
    "die Kosten der Reise | tragen | zu gleichen Teilen die Stadt und {club}",
    "im Austausch | kommt | ein Kammerorchester aus {abroad} nach Probestadt",
  ],
  english: ["town partnership", "delegation", "youth exchange", "relief convoy"],
});
