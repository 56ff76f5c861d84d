/** Words of a splitter that stand in no list of nouns; all in small letters. */

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

/** What compounds begin with although it is no noun, or a noun too short to be trusted anywhere else. */
export const FIRST_PARTS = list(`
  agrar akku alt asyl anti arbeits auto außen bade bau berg bio blau bundes bus büro chef dauer daten dreh eck eil ein eis elektro
  eltern end energie erd erst euro fach fahr fern fest film flug förder forst foto frei fremd früh funk fuß gas gegen geh geo gesamt
  grau groß grün halb halte haupt haus heil heim hilfs hinter hoch hof imbiss innen jahres jugend kampf kern kfz klein kommunal
  kreis kultur kunst kur kurz lande landes lang lebens leer leih liefer lern lese lok lkw macht makro markt mehr meld mess mikro
  mini misch mitmach mit mittel müll multi nach nacht nah natur neben netz neu nicht nord not ober obst öko öl opern ost park patch
  pilot pkw pol polit post projekt quer rad rat rats reit rest rot rück rund sach sammel sänger sauber schau schieß schul schwarz
  schwer schwimm see selbst senioren sicht sitz solar sonder sozial spar spät spiel sport stadt städte stahl steh stein strom
  studien süd tag tages tal tanz tauch tech tele tief tier top tor trag trink turn uhr ufer umwelt unter ur video viel vogel voll
  vor vorder wahl wald wand wander wasser weg weiß weit welt werk wert west wett wohn zahl zahn zeit zelt ziel zivil zoll zoo zug
  zusatz zweck zwischen
`);

/** Particles before verbs and what is made of them: what they begin is no compound of two things. */
export const PARTICLES = list(`
  ab an auf aus be bei durch ein ent er gegen ge her hin hinter miss mit mittel nach neben nicht ober rück um un unter über ver voll
  vor wider wieder zer zu zurück zusammen zwischen mehr fern
`);

/** Last parts of three letters, and others that no list of nouns knows by themselves. */
export const LAST_PARTS = list(`
  amt amtes amts bad bades bau baus bus eck fee hof hofes hofs hut rad rads rat rates rats ring saal see sees tag tage tagen tages
  tal tor tors typ uhr ufer ufers weg wege wegen weges wegs zoo zug zuges zugs art arten ort orte orten ortes orts öl gas eis park
  parks boot boote vorplatz vorplatzes stätte stätten amtsleiter navigation kita kitas
`);

/** Parts of three letters that may stand between others. */
export const MIDDLE_PARTS = list("amt amts bad bau bus eis hof hofs kfz rad rat rats tag tags tal tor uhr weg wege wegs zug");

/** Heads of the names of streets, buildings and places: before them may stand any name. */
export const PLACE_HEADS = list(`
  straße straßen strasse platz platzes plätze allee gasse brücke brücken park parks ufer ufers weg weges halle kirche schule viertel
  viertels siedlung museum museums denkmal denkmals stadion hafen hafens bahnhof bahnhofs stadt bades haus hauses teich teichs
  graben wiese wiesen wald damm markt marktes chor orchester orchesters festival preis preises
`);

/**
 * Words that look like compounds and are none, or are cut elsewhere than they seem (`|` marks where); a city adds its own under
 * `search.compounds` in site.yml.
 */
export const EXCEPTIONS: readonly string[] = `
  einsatz einsatzes einsätze einsätzen leitfaden stellung umleitung sperrung haushalt haushalts haushalte personalien alexander
  alexander|platz plantage plantagen programm programme programms programmen transparenz transparent konferenz kandidat kandidatur
  anwesenheit abgeordnete abgeordneter abgeordneten information informationen veranstaltung veranstaltungen versammlung gesellschaft
  gesellschaften mannschaft wissenschaft wissenschaften landschaft landschaften wirtschaft botschaft botschafter freundschaft
  eigenschaft herrschaft gemeinschaft partnerschaft nachbarschaft bereitschaft leidenschaft elternschaft ortschaft ortschaften
  gewerkschaft genossenschaft mitgliedschaft urheberschaft belegschaft erbschaft sachsen niedersachsen parterre parteien partei
  museums|insel europa kompetenz tendenz existenz instanz stau|becken wach|stube kultur|erbe druck|erzeugnis blumentopf|erde
  musik|erleben stadt|erleben ostern muster mustern muster|stadt theater theaters orchester kantine kantinen sekunde sekunden stunde
  minister ministerium ministerin minister|präsident kabarett operette oper konzert konzerte rakete tourist touristen touristin
  tourismus aktion aktionen station stationen stationär nation national international internationale internationalen internationales
  funktion funktionen direktion kommission kommunikation organisation situation produktion region regional regionen million
  millionen delegation delegationen generation generationen tradition position petition sanierung dezember november september
  oktober dienstag donnerstag samstag sonnabend mittwoch montag freitag sonntag feier|tag geburts|tag bundes|tag land|tag reichstag
  rat|haus rat|hauses rat|häuser gewand|haus gewand|hauses gewandhaus|orchester gewandhaus|orchesters stadt|rat stadt|rats
  stadt|rates verwaltung verwaltungen umwelt umwelt|amt vertrag verträge verein vereine vereins vorstand vorsitz antrag anträge
  auftrag beitrag betrag ertrag nachtrag vortrag eintrag überblick ergebnis ergebnisse ereignis verzeichnis verhältnis verständnis
  bündnis erlaubnis unternehmen unternehmens unternehmerin unternehmer teilnehmer teilnehmerin teilnehmenden interesse interessen
  interessierte interessierten adresse adressen presse messe messen klasse klassen kasse maßnahme maßnahmen ausnahme aufnahme
  aufnahmen einnahmen abnahme zunahme gelegenheit gelegenheiten angelegenheit angelegenheiten vergangenheit gegenwart zukunft
  herkunft ankunft auskunft unterkunft geschichte gesichter gesicht gewässer gebäude gelände gemeinde gemeinden gesetz gesetze
  alternative alternativen verbessern wohlbehalten angewiesen gehalten madeleine automotive kapital museen verwenden bahn|steig
  bahn|steige bahn|steigen verkehrs|amt fremdenverkehrs|amt ausschließlich
`
  .trim()
  .split(/\s+/);

/** Words of the list that, at the end of another, are nearly always an ending of it: Informations-amt, not Information-samt. */
export const NO_LAST_PARTS = list(`
  schaft schaften schafts schaftlich samt samts ahmen rinnen essern bart lied native motive teig teige teigen leine alten altes
  alter ation isten ende enden endes ernst erbe enten erte erten eller ellen elle ante enge engen ringe ringen asse assen lose losen
  loser lichen kate lungen ahme ahmt akte tischen nischen politischen nahes erbauer satz haft osten ster stern sterne sternen essen
  orten arten tum tums tums heit keit innen inne ungen igel igeln eren eier eiern eich eiche eichen raten rate eisen eise onen tion
  isse isses erker eber eberts iger igen ischen ismus ismen erden erde akten takten ehren ehre wiesen ander anderen irren arme armen
  athen eigen eigene eigenen ebenen ecken recke recken rast rasten statt statten
`);
