import { type Field, field } from "./field.ts";

/** Streets, buses and bicycles. */
export const traffic: Field = field({
  topics: "verkehr radverkehr nahverkehr",
  departments: "verkehrsamt stadtplanungsamt ordnungsamt",
  parts: `Verkehrs Straßen Rad Radwege Brücken Fußgänger Mobilitäts Nahverkehrs Straßenbahn Bus Park Parkraum Kreuzungs Ampel
    Tempo-30- Lärm Schulweg Fahrrad Gleis Haltestellen Tunnel Bahnhofs Pendler Liefer Logistik Carsharing- ÖPNV- E-Bus- Winterdienst
    Gehweg Asphalt Fahrbahn Umleitungs Kreisverkehrs Stellplatz Ladesäulen Elektromobilitäts Takt Fahrplan Umsteige Schienen
    Schwerlast Verkehrssicherheits Verkehrslenkungs Güter Hafen Fähr Seilbahn Ring Autobahn Zubringer Beschilderungs Signal
    Baustellen Sharing- Lastenrad Park-and-ride- Bordstein Querungs Unfall Nacht Linien Tarif`,
  things: {
    m: `Knoten/- Weg/-e Übergang/Übergänge Tunnel/- Parkplatz/Parkplätze Kreisel/- Bahnsteig/-e Streifen/- Abschnitt/-e
      Radschnellweg/-e Gehweg/-e Umsteigepunkt/-e Fahrstreifen/- Poller/-`,
    f: `Brücke/-n Straße/-n Kreuzung/-en Haltestelle/-n Ampel/-n Trasse/-n Spur/-en Linie/-n Unterführung/-en Anlage/-n Station/-en
      Garage/-n Abstellanlage/-n Zufahrt/-en Rampe/-n Achse/-n Verbindung/-en`,
    n: "Gleis/-e Parkhaus/Parkhäuser Netz/-e Terminal/-s Leitsystem/-e Schild/-er Stellwerk/-e Depot/-s",
  },
  groups: "Radfahrer+ Fußgänger+ Pendler+ Autofahrer+ Fahrgäste Anlieger+ Verkehrsteilnehmer+ Lieferdienste Zweiradfahrer+",
  adjectives: `verkehrsberuhigt mehrspurig barrierefrei beidseitig signalgesteuert asphaltiert gepflastert überlastet befahrbar
    autofrei fahrradfreundlich verkehrssicher einspurig getrennt elektrisch schienengebunden vielbefahren`,
  verbs: `sperren/gesperrt, asphaltieren/asphaltiert, verbreitern/verbreitert, markieren/markiert, beschildern/beschildert, pflastern/gepflastert,
    um-leiten/geleitet, verkehrsberuhigen/verkehrsberuhigt, beleuchten/beleuchtet, elektrifizieren/elektrifiziert`,
  facts: [
    "der Verkehr | wird | während der Bauzeit über {street}, {street} und {street} umgeleitet",
    "für Fußgänger und Radfahrer | bleibt | {der N thing} jederzeit passierbar",
    "{number} Fahrzeuge | passieren | {der A thing} nach der jüngsten Zählung an einem Werktag",
    "die Busse der Linien {digit} und {digit} | halten | bis {date} ersatzweise {onstreet}",
    "Autofahrer | werden | gebeten, {der A street} weiträumig zu umfahren",
    "{onstreet} | entstehen | {number} Stellplätze für Fahrräder und {few} Ladepunkte für Elektroautos",
    "im Abschnitt zwischen {street} und {street} | gilt | ab {date} Tempo 30",
    "die Fahrbahn | erhält | auf {metres} eine neue Decke aus lärmminderndem Asphalt",
    "{der N thing} {onstreet} | {wird/werden} | in {few} Bauabschnitten {part thing}",
    "die Zahl der Unfälle | ist | an dieser Stelle seit {year-} um {percent} gesunken",
  ],
  english: ["cycle path", "road bridge", "tram stop", "junction", "bus lane", "underpass"],
});

/** Houses, squares and the plan of the town. */
export const building: Field = field({
  topics: "bauen wohnungsbau",
  departments: "stadtplanungsamt gebaeudemanagement verkehrsamt",
  parts: `Bau Wohn Wohnungs Wohnbau Gebäude Stadtumbau Bebauungs Flächennutzungs Grundstücks Dach Fassaden Hochbau Tiefbau Baulücken Innenhof
    Miet Erbbau Quartiers Siedlungs Gründerzeit Plattenbau Denkmal Rathaus Gewerbe Industrie Brachflächen Baugemeinschafts
    Sozialwohnungs Bauland Erschließungs Kanal Fundament Statik Holzbau Stahlbeton Architektur Gestaltungs Nachverdichtungs
    Bodenordnungs Einheimischen Studenten Werkswohnungs Genossenschafts Städtebau Milieuschutz Baugenehmigungs Bauleit
    Abbruch Rohbau Richtfest Ausbauhaus Hof Marktplatz Bahnhofsvorplatz Turm Fachwerk Keller`,
  things: {
    m: "Block/Blöcke Platz/Plätze Turm/Türme Bau/-ten Komplex/-e Keller/- Dachstuhl/Dachstühle Riegel/- Hof/Höfe Neubau/-ten",
    f: `Siedlung/-en Wohnanlage/-n Fassade/-n Fläche/-n Brache/-n Baulücke/-n Häuserzeile/-n Villa/Villen Halle/-n Baustelle/-n
      Passage/-n Wohnung/-en Immobilie/-n`,
    n: `Gebäude/- Wohnhaus/Wohnhäuser Quartier/-e Grundstück/-e Areal/-e Gelände/- Dach/Dächer Baufeld/-er Gebiet/-e Ensemble/-s
      Hochhaus/Hochhäuser Treppenhaus/Treppenhäuser`,
  },
  groups: "Mieter+ Bauherren Architekt+ Investor+ Bewohner+ Handwerker+ Grundstückseigentümer+ Bauleute Planer+",
  adjectives: `bezahlbar sozialverträglich mehrgeschossig autoarm städtebaulich unbebaut verdichtet fachgerecht
    sanierungsbedürftig baufällig bezugsfertig schlüsselfertig begrünt massiv gründerzeitlich`,
  verbs: `bebauen/bebaut, ab-reißen/gerissen, auf-stocken/gestockt, entkernen/entkernt, verputzen/verputzt, unterkellern/unterkellert,
    erschließen/erschlossen, überplanen/überplant, vermieten/vermietet, verkaufen/verkauft`,
  facts: [
    "{number} Wohnungen | entstehen | {onstreet}, davon {number} mit Mietpreisbindung",
    "der Entwurf des Büros {person} und Partner | setzte | sich im Wettbewerb gegen {few} andere Arbeiten durch",
    "die Bruttogrundfläche | beträgt | rund {number} Quadratmeter auf {few} Geschossen",
    "die Unterlagen | liegen | vom {date} an {im* D paper} und im Technischen Rathaus aus",
    "der Bebauungsplan Nr. {number} | umfasst | {der A thing} zwischen {street} und {street}",
    "{der N thing} | {stammt/stammen} | aus dem Jahr {year--} und {steht/stehen} unter Denkmalschutz",
    "der Rohbau | soll | bis {month} {year+} stehen",
    "die Kaltmiete | liegt | nach Angaben {der G body} bei {digit} Euro je Quadratmeter",
    "{few} Architekturbüros | haben | Vorschläge für {der A thing} eingereicht",
  ],
  english: ["housing estate", "town square", "apartment block", "building plot", "market hall"],
});

/** Parks, rivers, trees and animals. */
export const green: Field = field({
  topics: "stadtgruen gewaesser hochwasserschutz",
  departments: "stadtgruen umweltamt",
  parts: `Gewässer Park Baum Grün Wald Garten Ufer Fluss Bach Teich Hochwasser Deich Natur Artenschutz Landschafts Spielplatz Wiesen
    Auen Vogel Fledermaus Bienen Insekten Amphibien Fischerei Kleingarten Friedhofs Pflanzen Blumen Biotop Boden Grundwasser
    Regenwasser Quell See Strand Ufermauer Wehr Schleusen Pegel Stauden Obst Streuobst Allee Forst Jungbaum Naturdenkmal
    Ausgleichs Moor Schilf Uferpromenaden Rosen Tierpark Wildblumen Feuchtwiesen Rasen Brunnen Trinkwasser Renaturierungs
    Biber Storchen Gehölz Kompost Laub Schulgarten Dachbegrünungs Baumpaten Auwald`,
  things: {
    m: `Park/-s Garten/Gärten Teich/-e Bach/Bäche Spielplatz/Spielplätze Wald/Wälder Deich/-e Graben/Gräben Brunnen/- See/-n Pfad/-e
      Baum/Bäume Friedhof/Friedhöfe Grünzug/Grünzüge`,
    f: `Anlage/-n Wiese/-n Allee/-n Promenade/-n Böschung/-en Quelle/-n Insel/-n Pflanzung/-en Schleuse/-n Hecke/-n Mauer/-n Liegewiese/-n
      Fläche/-n Kleingartenanlage/-n`,
    n: "Gewässer/- Wehr/-e Biotop/-e Ufer/- Beet/-e Becken/- Wäldchen/- Gehölz/-e Schutzgebiet/-e Rückhaltebecken/- Gehege/-",
  },
  groups: "Spaziergänger+ Gärtner+ Naturfreunde Kleingärtner+ Baumpat+ Angler+ Förster+ Ornitholog+ Imker+",
  adjectives: `naturnah artenreich schattig ökologisch heimisch standortgerecht insektenfreundlich mehrstämmig bruthöhlenreich
    wassergebunden verwildert geschützt selten trockenresistent ufernah blühend`,
  verbs: `renaturieren/renaturiert, bepflanzen/bepflanzt, begrünen/begrünt, fällen/gefällt, entschlammen/entschlammt, mähen/gemäht,
    auf-forsten/geforstet, ein-zäunen/gezäunt, bewässern/bewässert, nach-pflanzen/gepflanzt`,
  facts: [
    "{number} Bäume | werden | bis {month} in {place} und {place} gepflanzt, vor allem Linden, Feldahorne und Hainbuchen",
    "der Pegel an der Brücke {onstreet} | erreichte | am {date-} einen Stand von {number} Zentimetern",
    "die Fällungen | finden | außerhalb der Brutzeit statt und sind mit der unteren Naturschutzbehörde abgestimmt",
    "auf {metres} | wird | das Ufer abgeflacht und mit Röhricht und Weiden bepflanzt",
    "Fledermäuse, Eisvögel und Libellen | finden | {im D thing} wieder Lebensraum",
    "Fachleute {der G office} | haben | seit {year-} rund {number} Bäume begutachtet",
    "der Spielplatz {onstreet} | bekommt | eine Seilbahn, ein Klettergerüst und {few} neue Bänke",
    "das Wasser | wird | während der Arbeiten abgelassen, die Fische werden zuvor umgesetzt",
    "zwischen {street} und {street} | entsteht | ein Rundweg von {metres} Länge",
  ],
  english: ["park", "riverbank", "playground", "flood barrier", "woodland", "pond"],
});

/** Climate, energy and air. */
export const climate: Field = field({
  topics: "klima",
  departments: "umweltamt stadtplanungsamt",
  parts: `Klima Klimaschutz Energie Wärme Fernwärme Solar Photovoltaik Wind Strom Wasserstoff Luft Luftreinhalte Feinstaub Lärm Hitze CO₂-
    Treibhausgas Heizungs Gas Netz Speicher Gebäudeenergie Erneuerbare-Energien- Ladeinfrastruktur Umwelt Ressourcen Recycling
    Stadtwerke Blockheizkraftwerk Wärmepumpen Biogas Erdwärme Geothermie Abwärme Sektorkopplungs Dämm Licht Beleuchtungs LED-
    Verbrauchs Nachhaltigkeits Umweltbildungs Starkregen Schwammstadt Kaltluft Emissions Immissions Messnetz Fernkälte
    Energiespar Energieberatungs Balkonkraftwerk Kohleausstiegs Mieterstrom Quartierswärme Anpassungs Stickoxid`,
  things: {
    m: "Speicher/- Sensor/-en Kessel/- Windpark/-s Solarpark/-s Sammler/- Zähler/- Generator/-en",
    f: `Anlage/-n Station/-en Leitung/-en Wärmepumpe/-n Heizung/-en Messstelle/-n Leuchte/-n Zentrale/-n Turbine/-n Ladesäule/-n Trasse/-n
      Batterie/-n`,
    n: "Kraftwerk/-e Netz/-e Solardach/Solardächer Heizwerk/-e Umspannwerk/-e Messgerät/-e Heizhaus/Heizhäuser Modul/-e",
  },
  groups: "Energieberater+ Verbraucher+ Hauseigentümer+ Klimaaktivist+ Stromkund+ Umweltverbände Stadtwerke",
  adjectives: `klimaneutral erneuerbar regenerativ emissionsfrei energieautark fossil hocheffizient stromsparend kohlendioxidarm
    lärmarm hitzeresistent wärmegedämmt treibhausgasneutral feinstaubarm`,
  verbs: `ein-speisen/gespeist, an-schließen/geschlossen, installieren/installiert, betreiben/betrieben, ab-schalten/geschaltet,
    messen/gemessen, verringern/verringert, aus-lasten/gelastet`,
  facts: [
    "der Ausstoß von Kohlendioxid | sank | seit {year-} um {percent} auf {few} Tonnen je Einwohner",
    "die Anlage | liefert | {number} Megawattstunden Strom im Jahr, genug für {number} Haushalte",
    "auf den Dächern {der GG thing} | werden | {number} Quadratmeter Solarmodule verlegt",
    "an der Messstelle {onstreet} | wurde | der Grenzwert für Feinstaub an {few} Tagen überschritten",
    "bis {year++} | will | die Stadt klimaneutral arbeiten",
    "die Beratung | kostet | nichts und dauert etwa eine Stunde",
    "rund {percent} der Wärme | kommen | inzwischen aus erneuerbaren Quellen",
    "der Verbrauch {der G thing} | lässt | sich nach Berechnungen {der G body} um {percent} senken",
  ],
  english: ["solar plant", "district heating network", "charging point", "air monitoring station", "heat store"],
});
