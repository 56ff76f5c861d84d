import { dayParts } from "./calendar.ts";
import { capitalised } from "./compose.ts";
import { fullName, makeName, makeStreet } from "./names.ts";
import { between, pick, pickEarly, type Random, shuffled } from "./random.ts";
import type { Scene } from "./scene.ts";

const words = (text: string): string[] => text.split(/\s+/).filter(Boolean);

const MONTHS = words("January February March April May June July August September October November December");
const ADJECTIVES = words(`new modern accessible historic public local sustainable shared renovated municipal central planned temporary
  affordable quiet generous long-awaited well-known energy-efficient barrier-free community-led award-winning neighbouring innovative`);
const GROUPS = [
  "residents",
  "families",
  "cyclists",
  "pupils",
  "visitors",
  "volunteers",
  "traders",
  "neighbours",
  "commuters",
  "older people",
  "club members",
  "students",
  "newcomers",
  "young people",
  "experts",
];
const VERBS = words("renovated extended rebuilt opened modernised enlarged repaired redesigned inspected completed relocated restored");
const AIMS = [
  "improve safety",
  "save energy",
  "make everyday life easier",
  "strengthen the neighbourhood",
  "cut waiting times",
  "protect the climate",
  "create more space",
  "reduce noise",
  "bring people together",
  "keep costs under control",
];

const TITLES = [
  "{place}: {adjective} {thing} to be {done}",
  "{Adjective} {thing} for {place}",
  "Town council approves {adjective} {thing} in {place}",
  "{euro} for {things} in {place}",
  "Mayor opens {adjective} {thing} in {place}",
  "Work begins on {adjective} {thing} in {street}",
];

const SUMMARIES = [
  "The {adjective} {thing} in {place} will be {done} by {month} {nextyear}. The town is investing {euro}.",
  "The town of Probestadt wants to {aim}. A {thing} in {street} is the next step; {number} {people} took part in the survey.",
];

const SENTENCES = [
  "The town of Probestadt will have the {thing} in {street} {done} by {month} {nextyear}.",
  "Work on the {adjective} {thing} starts on {date}.",
  "The costs amount to {euro}, of which the state pays {percent}.",
  "{number} {people} answered the survey in {place}.",
  "“This {thing} will help us to {aim},” says {person}.",
  "“We have waited for a {adjective} {thing} for many years,” {person} explains.",
  "The council passed the plan on {pastdate} with a large majority.",
  "In {place}, the {thing} has been in use since {pastyear}.",
  "{People} can send their comments to the town hall until {date}.",
  "Until then, {people} are asked to use the {thing} in {street}.",
  "The plan aims to {aim} and to {aim}.",
  "Of {number} {things} in the town, {few} have already been {done}.",
  "A jury of {few} members, chaired by {person}, chose the {adjective} design.",
  "The {thing} remains open to {people} throughout the works.",
  "Further {things} in {place} and {place} are to follow in {nextyear}.",
  "The budget for this year holds {euro} for {things}.",
  "{Person} presented the results at a meeting in {street}.",
  "About {percent} of {people} rate the {thing} as good or very good.",
  "The old {thing} dates from {pastyear} and no longer meets today’s needs.",
  "The town thanks all {people} who took part.",
  "Guided tours for {people} are offered on {date} and cost nothing.",
  "The contract went to a firm from {place} that had made the best of {few} offers.",
  "The works are divided into {few} stages and will be {done} one after the other.",
  "A model of the {adjective} {thing} is on show in the town hall.",
  "Experts expect {percent} more {people} within {few} years.",
  "The report lists {number} {things} that are to be {done} first.",
];

type Filler = (scene: Scene, random: Random) => string;

const day = (number: number): string => {
  const { date, month, year } = dayParts(number);
  return `${date} ${MONTHS[month - 1]} ${year}`;
};
const person: Filler = (_, random) => fullName(makeName(random));

const FILLERS: Readonly<Record<string, Filler>> = {
  place: ({ places }, random) => pick(random, places),
  street: (_, random) => makeStreet(random).name,
  thing: ({ field }, random) => pickEarly(random, field.english),
  things: ({ field }, random) => plural(pickEarly(random, field.english)),
  adjective: (_, random) => pickEarly(random, ADJECTIVES),
  done: (_, random) => pickEarly(random, VERBS),
  people: (_, random) => pickEarly(random, GROUPS),
  aim: (_, random) => pick(random, AIMS),
  person,
  number: (_, random) => String(between(random, 12, 980)),
  few: (_, random) => pick(random, ["two", "three", "four", "five", "six", "seven", "eight", "nine"]),
  percent: (_, random) => `${between(random, 4, 90)} per cent`,
  euro: (_, random) => `${between(random, 1, 24)}.${between(random, 1, 9)} million euros`,
  month: (_, random) => pick(random, MONTHS),
  date: (scene, random) => day(scene.day + between(random, 3, 75)),
  pastdate: (scene, random) => day(scene.day - between(random, 1, 40)),
  pastyear: ({ year }, random) => String(year - between(random, 2, 60)),
  nextyear: ({ year }, random) => String(year + between(random, 1, 3)),
};

function plural(noun: string): string {
  return noun.endsWith("y") && !/[aeo]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : /(?:s|ch|x)$/.test(noun) ? `${noun}es` : `${noun}s`;
}

function fillEnglish(scene: Scene, frame: string): string {
  const text = frame.replace(/\{(\w+)\}/g, (_, name: string) => {
    const filler = FILLERS[name.toLowerCase()];
    if (!filler) throw new Error(`no word {${name}}`);
    const word = filler(scene, scene.random);
    return name === name.toLowerCase() ? word : capitalised(word);
  });
  return capitalised(text.replace(/\b([Aa]) (?=[aeiou])/g, "$1n "));
}

/** Writes the English version of a release: a title, a summary and 150 to 320 words. */
export function writeEnglish(scene: Scene): { title: string; summary: string; text: string } {
  const { random } = scene;
  const title = fillEnglish(scene, pick(random, TITLES));
  const summary = fillEnglish(scene, pick(random, SUMMARIES));
  const order = shuffled(random, SENTENCES.length);
  const sentences = Array.from(order.subarray(0, between(random, 14, 24)), (place) => fillEnglish(scene, SENTENCES[place] ?? ""));
  const paragraphs: string[] = [];
  while (sentences.length > 0) paragraphs.push(sentences.splice(0, between(random, 3, 4)).join(" "));
  return { title, summary, text: `${paragraphs.join("\n\n")}\n` };
}
