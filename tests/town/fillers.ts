import { dayParts, germanDay, germanTime, MONTHS, WEEKDAYS } from "./calendar.ts";
import { fullName, makeClub, makeName, makePhone, makeStreet } from "./names.ts";
import { FOREIGN_PLACES, HOME_PLACES } from "./places.ts";
import { between, chance, pick, pickEarly, type Random } from "./random.ts";
import type { Scene } from "./scene.ts";

const FEW = "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split(" ");
const ROUNDS = "zweite dritte vierte fünfte sechste siebte achte neunte zehnte".split(" ");
const DECADES = "zwanziger dreißiger fünfziger sechziger siebziger achtziger neunziger".split(" ");

/** Writes a whole number as in German: 12.500. */
export function germanNumber(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ".");
}

function quantity(random: Random): string {
  const size = random();
  if (size < 0.45) return String(between(random, 12, 99));
  if (size < 0.85) return String(chance(random, 0.6) ? between(random, 10, 99) * 10 : between(random, 100, 999));
  return germanNumber(chance(random, 0.7) ? between(random, 10, 250) * 100 : between(random, 1000, 25000));
}

function decimal(random: Random, high: number): string {
  return `${between(random, 1, high)},${between(random, 1, 9)}`;
}

function money(random: Random): string {
  const size = random();
  if (size < 0.4) return `${decimal(random, 24)} Millionen Euro`;
  if (size < 0.55) return `${pick(random, FEW)} Millionen Euro`;
  if (size < 0.9) return `${germanNumber(between(random, 4, 95) * 10000)} Euro`;
  return `${germanNumber(between(random, 5, 980) * 100)} Euro`;
}

function percentage(random: Random): string {
  return chance(random, 0.6) ? `${between(random, 3, 92)} Prozent` : `${decimal(random, 40)} Prozent`;
}

/** Gives the e-mail address of a department. */
export function officeMail(id: string): string {
  return `${id}@probestadt.example`;
}

type Filler = (scene: Scene, random: Random) => string;

const host: Filler = (scene) => `${scene.field.topics[0]}.probestadt.example`;
const later = (scene: Scene, low: number, high: number): number => scene.day + between(scene.random, low, high);
const month = (day: number): string => MONTHS[dayParts(day).month - 1] ?? "";
const fullDay = ({ year }: Scene, day: number): string => `${WEEKDAYS[dayParts(day).weekday]}, dem ${germanDay(day, year)}`;
const person: Filler = (_, random) => fullName(makeName(random));

const FILLERS: Readonly<Record<string, Filler>> = {
  place: ({ places }) => places[0] ?? "",
  place2: ({ places }, random) => pick(random, places.slice(1)),
  otherplace: (_, random) => pick(random, HOME_PLACES).name,
  abroad: (_, random) => pick(random, FOREIGN_PLACES).name,
  street: (_, random) => makeStreet(random).name,
  onstreet: (_, random) => {
    const { at, name } = makeStreet(random);
    return `${at} ${name}`;
  },
  housenumber: (_, random) => String(1 + Math.floor(random() * random() * 140)),
  number: (_, random) => quantity(random),
  digit: (_, random) => String(between(random, 2, 36)),
  few: (_, random) => pickEarly(random, FEW),
  "few-te": (_, random) => pickEarly(random, ROUNDS),
  percent: (_, random) => percentage(random),
  euro: (_, random) => money(random),
  metres: (_, random) => `${germanNumber(between(random, 8, 240) * 10)} Metern`,
  decade: (_, random) => pick(random, DECADES),
  year: ({ year }) => String(year),
  "year-": ({ year }, random) => String(year - 1 - Math.floor(random() * random() * 18)),
  "year--": (_, random) => String(between(random, 1848, 1938)),
  "year---": (_, random) => String(between(random, 1165, 1592)),
  "year+": ({ year }, random) => String(year + between(random, 1, 4)),
  "year++": ({ year }, random) => String(Math.floor(year / 5) * 5 + 5 * between(random, 2, 5)),
  schoolyear: ({ year }) => `${year}/${year + 1}`,
  month: (scene) => month(later(scene, 25, 300)),
  "month-": (scene) => month(later(scene, -200, -25)),
  date: (scene) => germanDay(later(scene, 3, 75), scene.year),
  "date-": (scene) => germanDay(later(scene, -40, -1), scene.year),
  fullday: (scene) => fullDay(scene, later(scene, 3, 75)),
  "fullday-": (scene) => fullDay(scene, later(scene, -6, -1)),
  time: (_, random) => germanTime(30 * between(random, 20, 40)),
  person,
  woman: (_, random) => fullName(makeName(random, true)),
  club: (scene, random) => makeClub(random, scene.places[0] ?? ""),
  mayor: ({ mayor }) => mayor,
  phone: (_, random) => makePhone(random),
  mail: ({ office }) => officeMail(office.id),
  host,
  link: (scene, random) => `https://${host(scene, random)}/${pick(random, ["service", "aktuell", "termine", "mitmachen", "downloads"])}`,
  paperno: (_, random) => `${pick(random, ["IV", "V", "VI", "VII"])}-${String(between(random, 100, 9999)).padStart(5, "0")}`,
};

/** Gives the text for a word in braces, such as a street, a date or a sum. */
export function fillWord(scene: Scene, name: string): string {
  const filler = FILLERS[name];
  if (!filler) throw new Error(`no word {${name}}`);
  return filler(scene, scene.random);
}
