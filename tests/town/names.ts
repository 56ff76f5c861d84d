import type { Gender } from "./grammar.ts";
import { chance, pick, pickEarly, type Random } from "./random.ts";

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const WOMEN = words(`
  Anna Maria Petra Sabine Claudia Susanne Katrin Andrea Birgit Martina Karin Monika Julia Heike Ulrike Angelika Anja Renate
  Kerstin Silke Cornelia Barbara Ute Gabriele Franziska Christina Annett Manuela Steffi Ines Nicole Jana Antje Doreen Simone Lena
  Johanna Sophie Clara Mila Frieda Ayşe Elif Linh Olga Irina Zuzana Agnieszka Hatice Beate Dagmar Edeltraut Friederike Gudrun
  Hannelore Ilona Jördis Kathleen Liane Marlies Nora Rosemarie Sigrid Theresa Viola Wiebke Yvonne
`);

const MEN = words(`
  Thomas Michael Andreas Peter Stefan Wolfgang Klaus Jürgen Uwe Frank Matthias Jens Torsten Ralf Dirk Markus Christian Jörg
  Bernd Dieter Holger Sven Martin Olaf Rainer Steffen Karsten Tobias Daniel Sebastian Jan Paul Felix Lukas Emil Oskar Anton
  Mehmet Emre Minh Dmitri Pavel Tomasz Jiří Arne Benno Detlef Eckhard Falk Gerald Hartmut Ingo Joachim Knut Lothar Norbert
  Ortwin Reinhold Siegfried Tilo Udo Volker Winfried Xaver Zoltan
`);

const SURNAMES = words(`
  Vossberg Kolbe Wendler Brehmer Haubold Kretzschmar Lindner Nitzsche Oehme Petzold Quandt Rößler Seidel Thieme Uhlig Vetter
  Wünsche Zschoche Börner Dörfel Ebersbach Fritzsche Gärtner Heßler Jahnke Krüger Löffler Mühlbach Naumann Opitz Pfeifer Reichelt
  Schönherr Trautmann Ulbricht Vogler Weiß Ziegler Albers Behrens Carstens Dreyer Eggers Feddersen Görtz Hinrichs Iversen Jessen
  Klaassen Lührs Meinert Nissen Ohlsen Petersen Rickmers Siemers Tiedemann Yıldız Demir Nguyen Nowak Kowalczyk Horák Petrow Rossi
`);

const SURNAME_STARTS = words(`
  Acker Aschen Berg Birn Brand Buch Dorn Eber Eich Erlen Fall Feld Fels Fichten Furt Gold Grün Hagen Hasel Hirsch Hohen Holz Kalten
  Kirch Klingen Korn Kreuz Kron Land Lauter Lichten Linden Mark Mühl Neu Ober Ochsen Pfaffen Quer Rauch Reh Rosen Roth Sand Schlüter
  Schwarz Silber Sonnen Stein Stern Stroh Tannen Unter Vogel Wald Wasser Weiden Wein Wiesen Wolf Zeller Ziegen Zimmer
`);

const SURNAME_ENDS = words("mann bauer hoff meier huber berger müller bach feld kamp schmidt horst stein wald brink heim häuser brecht");

/** A name and how its bearer is spoken of. */
export interface Name {
  woman: boolean;
  first: string;
  last: string;
  /** "Dr.", "Prof. Dr." or nothing. */
  title: string;
}

/** Gives a made-up name. */
export function makeName(random: Random, woman = chance(random, 0.5)): Name {
  const first = pickEarly(random, woman ? WOMEN : MEN);
  const plain = chance(random, 0.4);
  let last = plain ? pickEarly(random, SURNAMES) : pick(random, SURNAME_STARTS) + pickEarly(random, SURNAME_ENDS);
  if (chance(random, 0.04)) last += `-${pickEarly(random, SURNAMES)}`;
  const title = chance(random, 0.09) ? "Dr." : chance(random, 0.03) ? "Prof. Dr." : "";
  return { woman, first, last, title };
}

/** Gives a name with its title in front. */
export function fullName(name: Name): string {
  return [name.title, name.first, name.last].filter(Boolean).join(" ");
}

const STREET_STARTS = words(`
  Linden Mühlen Kirch Schul Bahnhof Garten Berg Wald Wiesen Brunnen Rosen Birken Eichen Buchen Ahorn Kastanien Ulmen Tannen Kiefern
  Weiden Erlen Flieder Tulpen Nelken Veilchen Lerchen Amsel Finken Drossel Meisen Schwalben Falken Adler Kranich Storchen Fischer
  Töpfer Gerber Schmiede Weber Bäcker Fleischer Schuster Böttcher Seiler Färber Glocken Kloster Nonnen Johannis Nikolai Marien
  Thomas Peters Jakobs Georgen Turm Burg Schloss Markt Salz Korn Hafer Hopfen Wein Apfel Kirsch Pflaumen Nuss Stein Sand Lehm Ton
  Ziegel Kohlen Eisen Kupfer Silber Gold Post Rathaus Theater Museum Brücken Ufer Hafen Schleusen Wasser Teich Quell Damm Anger
  Feld Acker Hirten Schäfer Jäger Förster Hasen Hirsch Fuchs Dachs Igel Bienen Sonnen Mond Stern Nord Süd Ost West Mittel Ober Unter
  Ring Nachtigallen Zeisig Holunder Schlehen Wacholder Ginster Lavendel Karpfen Hecht Forellen
`);

const STREET_ENDS: readonly { word: string; gender: Gender; at: string }[] = [
  { word: "straße", gender: "f", at: "in der" },
  { word: "straße", gender: "f", at: "in der" },
  { word: "weg", gender: "m", at: "im" },
  { word: "platz", gender: "m", at: "am" },
  { word: "gasse", gender: "f", at: "in der" },
  { word: "allee", gender: "f", at: "in der" },
  { word: "ring", gender: "m", at: "am" },
  { word: "ufer", gender: "n", at: "am" },
  { word: "damm", gender: "m", at: "am" },
  { word: "steig", gender: "m", at: "am" },
  { word: "hof", gender: "m", at: "im" },
];

/** A street; `at` is the preposition with its article, as in "in der Lindenstraße". */
export interface Street {
  name: string;
  gender: Gender;
  at: string;
}

/** Gives a made-up street. */
export function makeStreet(random: Random): Street {
  const end = pickEarly(random, STREET_ENDS);
  const { gender, at } = end;
  if (chance(random, 0.2)) {
    const { first, last } = makeName(random);
    return { name: `${first}-${last}-${end.word.charAt(0).toUpperCase()}${end.word.slice(1)}`, gender, at };
  }
  return { name: pickEarly(random, STREET_STARTS) + end.word, gender, at };
}

const CLUB_NAMES = words(`
  Brückenschlag Miteinander Lichtblick Kompass Horizont Regenbogen Mühlstein Funkenflug Ankerplatz Wegwarte Sonnenhof Zeitraum
  Kulturkiste Stadtklang Grünschnabel Kletterefeu Rückenwind Tatendrang Herzenssache Nachbarn Weitblick Werkbank Klangfarbe
`);

/** Gives the name of a made-up club or foundation, without article. */
export function makeClub(random: Random, place: string): string {
  const form = random();
  if (form < 0.25) return `der Verein „${pick(random, CLUB_NAMES)} ${place}“`;
  if (form < 0.45) return `der Förderverein ${place}`;
  if (form < 0.65) return `die ${makeName(random).last}-Stiftung`;
  if (form < 0.8) return `die ${pick(random, CLUB_NAMES)} gGmbH`;
  if (form < 0.9) return `der ${pick(random, ["Turnverein", "Sportverein", "Bürgerverein", "Heimatverein", "Ruderverein"])} ${place}`;
  return `die ${makeName(random).last} GmbH`;
}

/** Gives a telephone number from the range that the Bundesnetzagentur keeps for film and fiction (Berlin). */
export function makePhone(random: Random): string {
  return `030 23125 ${String(Math.floor(random() * 1000)).padStart(3, "0")}`;
}
