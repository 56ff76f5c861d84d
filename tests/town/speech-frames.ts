/** What people say, in one sentence without its full stop. */
export const SAYINGS: readonly string[] = [
  "mit {der D subject} schaffen wir {- A* value}",
  "{der+ N subject} {ist/sind} ein Gewinn für {place} und für die ganze Stadt",
  "ich freue mich, dass {der N+ act} nun {beginnt/beginnen}",
  "mir ist wichtig, dass {- NN+ group} von Anfang an mitreden können",
  "wir haben {few} Jahre auf {der A+ thing} gewartet, nun ist es so weit",
  "ohne {der AA group} wären wir nicht so weit gekommen",
  "wer {der A value} will, muss auch in {- AA+ thing} investieren",
  "{der N value} {ist/sind} kein Luxus, sondern Teil der Daseinsvorsorge",
  "{unser+ N paper} {zeigt/zeigen}, wie viel in {der D act} steckt",
  "das Geld ist in {- AA* thing} gut angelegt",
  "ich danke allen {- DD* group}, die mit Geduld und Ideen geholfen haben",
  "wir nehmen die Sorgen {der GG+ group} ernst und suchen gemeinsam nach Lösungen",
  "mit {euro} ist {der N thing} {ein* N act}, {rel N} sich über viele Jahre auszahlt",
  "{der+ N thing} {gehört/gehören} zu Probestadt wie der Turm zum Rathaus",
  "jetzt kommt es darauf an, {der A+ act} zügig {zu act}",
  "wir wollen {der A value} {inf value} und {der A+ thing} {inf thing}",
  "was hier entsteht, ist mehr als {ein+ N thing}",
  "{- NN+ group} und {- NN+ group} ziehen dabei an einem Strang",
  "die Zahlen zeigen, dass {unser+ N act} {wirkt/wirken}",
  "noch vor {few} Jahren hätte niemand gedacht, dass {ein* N thing} möglich {ist/sind}",
  "{der N paper} {ist/sind} kein Papier für die Schublade",
  "so schaffen wir Platz für {- AA+ group} und für {- AA+ gathering}",
  "gerade für {- AA* group} {ist/sind} {der N+ thing} ein Ort zum Ankommen",
  "ich lade alle {- AA+ group} herzlich ein, {der A gathering} zu besuchen",
  "{der N* body} {hat/haben} in {few} Monaten Beachtliches geleistet",
  "am Ende zählt, ob {der N+ thing} im Alltag {funktioniert/funktionieren}",
  "die Entscheidung ist uns nicht leichtgefallen, doch {der N value} {geht/gehen} vor",
  "{percent} mehr als im Vorjahr, das ist ein Ergebnis, auf das wir stolz sind",
  "bis {year+} soll {der N+ subject} abgeschlossen sein",
  "{der N act} {braucht/brauchen} Zeit, Geld und {- AA* group}",
  "wir hören oft den Wunsch nach {- D* value}, und dem kommen wir nach",
  "kein Amt schafft das allein, deshalb setzen wir auf {- AA* body}",
  "mein Dank gilt {der D+ body} und {der DD+ group} aus {place}",
  "die Stadt wächst, und mit ihr müssen {- NN+ thing} und {- NN+ act} wachsen",
  "wenn {der N+ thing} {fehlt/fehlen}, merken es zuerst {- NN+ group}",
  "{der+ N gathering} {zeigt/zeigen}, wie lebendig {place} ist",
  "wir haben aus {der D+ act} des Jahres {year-} gelernt",
  "es lohnt sich, {der A+ thing} genau {zu thing}",
  "wir bitten {der AA group} um Verständnis, wenn es einmal laut wird",
  "{der N fund} {ist/sind} ein starkes Zeichen für {der A+ value}",
  "bei {der D subject} stimmen Tempo und Qualität",
  "{der+ N act} {bringt/bringen} {der A value} und {der A value} zusammen",
  "hier wird sichtbar, was {- NN* body} leisten können",
  "ich wünsche mir, dass {place} auch in {few} Jahren noch so grün und lebendig ist",
  "unser Anspruch ist {- N* value}, nicht mehr und nicht weniger",
  "diesen Weg gehen wir weiter, Schritt für Schritt und ohne Hektik",
  "dafür stehen {- NN+ thing} ebenso wie {- NN+ gathering}",
];

/** How a quotation is brought in: `{said}` is what was said without its full stop, `{more}` a second sentence with it. */
export const SPEECH: readonly string[] = [
  "„{said}“, sagt {speaker}.",
  "„{said}“, erklärt {speaker}.",
  "„{said}“, betont {speaker}.",
  "„{said}“, so {speaker}.",
  "„{said}. {more}“, sagt {speaker}.",
  "„{said}. {more}“, erläutert {speaker}.",
  "{speaker}: „{said}. {more}.“",
  "{speaker}: „{said}.“",
  "{speaker} hebt hervor: „{said}.“",
  "„{said}. {more}“, freut sich {speaker}.",
  "„{said}“, fasst {speaker} zusammen.",
];

/** How somebody goes on who has spoken before; `{surname}` is the speaker. */
export const SPEECH_AGAIN: readonly string[] = [
  "„{said}“, so {surname} weiter.",
  "„{said}“, ergänzt {surname}.",
  "{surname} ergänzt: „{said}. {more}.“",
  "„{said}“, sagt {surname} mit Blick auf {der A+ act}.",
  "„{said}. {more}“, sagt {surname}.",
];

/** Sentences at the end of a release that tell how to take part or whom to ask. */
export const SERVICE: readonly string[] = [
  "Weitere Informationen stehen auf der Seite [{- N subject}]({link}).",
  "Alle Termine sind unter [{host}]({link}) zu finden.",
  "Anmeldungen nimmt {der N office} bis {date} unter der Rufnummer {phone} oder per E-Mail an {mail} entgegen.",
  "Fragen beantwortet {der N office} unter der Rufnummer {phone}.",
  "Der Eintritt ist frei, eine Anmeldung ist nicht erforderlich.",
  "Treffpunkt ist am {date} um {time} {onstreet}, Ecke {street}.",
  "Die Räume {onstreet} {housenumber} sind stufenlos zu erreichen.",
  "Medienvertreterinnen und Medienvertreter sind herzlich eingeladen; um Anmeldung bis {date} unter {mail} wird gebeten.",
  "**Öffnungszeiten:** montags bis freitags von 9 bis {time}, samstags von 10 bis 14 Uhr",
  "**Anmeldung:** {der N office}, Telefon {phone}, E-Mail {mail}",
  "**Ort:** {- N thing}, {street} {housenumber}, {place}",
  "{ein* N paper} mit allen Einzelheiten gibt es im [Download-Bereich]({link}) und gedruckt in den Bürgerbüros.",
  "Hinweise und Anregungen sind bis {date} an {mail} oder schriftlich an {der A office}, {street} {housenumber}, zu richten.",
  "Die nächste Sprechstunde ist am {date} von 16 bis 18 Uhr {im D thing} {onstreet}.",
  "Interessierte {- NN group} können sich [online anmelden]({link}) oder direkt {onstreet} {housenumber} vorbeikommen.",
];

/** Headings inside a text. */
export const HEADINGS: readonly string[] = [
  "Hintergrund",
  "Zahlen und Fakten",
  "So geht es weiter",
  "{- NN act} im Überblick",
  "Zeitplan",
  "{- N* act}",
  "Warum {- N subject}?",
  "Das Programm",
  "{- NN+ thing} in {place}",
  "Kosten und Finanzierung",
  "Beteiligung",
  "{- N* paper}",
  "Blick nach {place}",
  "Was sich ändert",
  "{- N value} und {- N value}",
  "Zur Geschichte {der G thing}",
  "Hinweise für {- AA group}",
  "{der N+ gathering} am {date}",
  "{- NN+ fund}",
  "Stimmen aus {der D body}",
];

/** What introduces a list. */
export const LIST_INTROS: readonly string[] = [
  "Im Einzelnen sind vorgesehen:",
  "Geplant sind unter anderem folgende Schritte:",
  "{der+ N paper} {nennt/nennen} diese Schwerpunkte:",
  "Auf dem Programm stehen:",
  "Zur Auswahl stehen:",
  "Besonders gefragt sind:",
  "{der N body} {schlägt/schlagen} vor:",
  "Folgende Orte sind betroffen:",
];

/** Entries of a list. */
export const LIST_ITEMS: readonly string[] = [
  "{ein+ N thing} {onstreet}",
  "{- NN+ act} in {place} und {place2}",
  "{date}, {time}: {- N* gathering} {onstreet}",
  "{ein* N act} für {- AA+ group}",
  "{- N* paper} bis {month} {year+}",
  "{number} {- NN+ thing} ({euro})",
  "{der+ N act} {der GG+ thing}",
  "{ein* N body} mit {number} {- DD group}",
  "{der+ N thing} zwischen {street} und {street}",
  "{- A* value} {zu value}",
  "{- AA+ thing} {zu thing}",
  "{place}, {street} {housenumber}: {- N+ thing}",
  "{- N* fund} für {- AA+ gathering}",
  "{person}: {- NN+ act} und {- NN+ value}",
];

/** Footnotes. */
export const FOOTNOTES: readonly string[] = [
  "Stand: {month-} {year}, Quelle: {- N body} des Landes, eigene Berechnungen.",
  "Vergleiche {- N* paper} vom {date-}, Drucksache {paperno}.",
  "Ohne {- AA+ thing} in {place}.",
  "{- N* paper} {year-}, Seite {digit}.",
];
