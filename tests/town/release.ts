import { isSlug, MADE_SLUG_MAX, toSlug } from "../../src/content/slugs.ts";
import { CORRECTIONS, WITHDRAWALS } from "./after-frames.ts";
import { dayParts, dayText, type Moment, momentText, twoDigits, workingMinute } from "./calendar.ts";
import { fill } from "./compose.ts";
import { DEPARTMENTS, type Department } from "./departments.ts";
import { writeEnglish } from "./english.ts";
import type { Field } from "./field.ts";
import { FIELDS } from "./fields.ts";
import { officeMail } from "./fillers.ts";
import { fullName, makeName, makePhone } from "./names.ts";
import { type Holder, introduced } from "./people.ts";
import { FOREIGN_PLACES, HOME_PLACES, type Place } from "./places.ts";
import { between, chance, pick, pickEarly, type Random, seeded } from "./random.ts";
import type { Scene } from "./scene.ts";
import { STORIES, type Story } from "./story-frames.ts";
import { fillToLength, type Speaker, writeText } from "./text.ts";
import { TOPICS } from "./topics.ts";
import { makeNoun } from "./vocabulary.ts";
import { type Value, yaml } from "./yaml.ts";

/** What is settled about a release before it is written. */
export interface Plan {
  index: number;
  moment: Moment;
  /** "123/2013"; drafts have none yet. */
  number: string | undefined;
  state: "public" | "draft" | "embargo" | "withdrawn";
  corrected: boolean;
  english: boolean;
  aliased: boolean;
  event: boolean;
}

/** The files of a release: paths below the content folder and their text. */
export type Files = { path: string; text: string }[];

interface Cast {
  people: Holder[];
  mayor: string;
}

function department(id: string): Department {
  const found = DEPARTMENTS.find((entry) => entry.id === id);
  if (!found) throw new Error(`no department ${id}`);
  return found;
}

function chooseStory(random: Random): Story {
  let place = random();
  for (const story of STORIES) {
    place -= story.share;
    if (place < 0) return story;
  }
  return STORIES[0] as Story;
}

function chooseTopics(random: Random, field: Field): string[] {
  const topics = new Set([pickEarly(random, field.topics)]);
  if (chance(random, 0.4)) topics.add(pick(random, field.topics));
  if (chance(random, 0.35)) topics.add(pick(random, TOPICS).id);
  return [...topics];
}

function choosePlaces(random: Random, field: Field): Place[] {
  const count = pick(random, [0, 0, 0, 1, 1, 1, 1, 1, 2, 2, 3]);
  const places = new Set<Place>();
  if (field.topics.includes("internationales") && count > 0 && chance(random, 0.7)) places.add(pick(random, FOREIGN_PLACES));
  while (places.size < count) places.add(pickEarly(random, HOME_PLACES));
  return [...places];
}

function castFor(random: Random, active: readonly Holder[], office: Department): Cast {
  const mayor = active.find(({ role }) => role.title.startsWith("Oberbürgermeister"));
  if (!mayor) throw new Error("no mayor");
  const count = pick(random, [0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 4]);
  const cast = new Set<Holder>();
  while (cast.size < count) {
    const kind = random();
    const head = active.find(({ person }) => person.heads === office.id);
    if (kind < 0.2) cast.add(mayor);
    else if (kind < 0.5 && head) cast.add(head);
    else if (kind < 0.7)
      cast.add(
        pick(
          random,
          active.filter(({ person }) => person.page),
        ),
      );
    else cast.add(pickEarly(random, active));
  }
  return { people: [...cast], mayor: introduced(mayor.person, mayor.role.title) };
}

function speakersOf(random: Random, cast: Cast, office: Department): Speaker[] {
  const speakers = cast.people
    .slice(0, 2)
    .map(({ person, role }) => ({ introduced: introduced(person, role.title), surname: person.name.last }));
  if (speakers.length > 0) return speakers;
  const name = makeName(random);
  return [{ introduced: `${fullName(name)} (${office.name})`, surname: name.last }];
}

/** Gives a slug made from a title, within the longest that is allowed, that is not among the taken ones. */
export function uniqueSlug(title: string, taken: ReadonlySet<string>): string {
  const slug = toSlug(title);
  for (let number = 1; ; number++) {
    const end = number === 1 ? "" : `-${number}`;
    const candidate = slug.slice(0, MADE_SLUG_MAX - end.length).replace(/-+$/, "") + end;
    if (isSlug(candidate) && !taken.has(candidate)) return candidate;
  }
}

function afterwards(random: Random, { day }: Moment, low: number, high: number): string {
  return momentText({ day: day + between(random, low, high), minute: workingMinute(random) });
}

function corrections(scene: Scene, moment: Moment): Value {
  const { random } = scene;
  const first = { date: afterwards(random, moment, 1, 6), note: fill(scene, pick(random, CORRECTIONS)) };
  return chance(random, 0.12)
    ? [first, { date: afterwards(random, moment, 8, 40), note: fill(scene, pick(random, CORRECTIONS)) }]
    : [first];
}

function events(scene: Scene, { day }: Moment, title: string, place: Place): Value {
  const { random } = scene;
  const start = { day: day + between(random, 4, 60), minute: 30 * between(random, 20, 39) };
  const end = { day: start.day, minute: start.minute + 30 * between(random, 2, 6) };
  return [{ name: title, date: momentText(start), end: momentText(end), place: place.id }];
}

function aliases(random: Random, index: number, year: number, slug: string): string[] {
  const number = String(index + 1).padStart(6, "0");
  return chance(random, 0.5) ? [`/presse/meldungen/${number}.html`] : [`/news/${year}/${number}-${slug.slice(0, 40).replace(/-+$/, "")}/`];
}

/** Writes one release and its English version; the slug is added to the taken ones. */
export function writeRelease(seed: string, plan: Plan, roster: (month: string) => readonly Holder[], taken: Set<string>): Files {
  const random = seeded(seed, "release", plan.index);
  const { moment } = plan;
  const { year, month } = dayParts(moment.day);
  const field = pickEarly(random, FIELDS);
  const story = chooseStory(random);
  const office = department(pickEarly(random, field.departments));
  const cast = castFor(random, roster(dayText(moment.day).slice(0, 7)), office);
  const places = choosePlaces(random, field);
  const districts = new Set(places.filter((place) => place.country === "DE").map((place) => place.name));
  while (districts.size < 2) districts.add(pickEarly(random, HOME_PLACES.slice(1)).name);
  const subject = makeNoun(random, field, story.subject);
  const scene: Scene = {
    random,
    field,
    office,
    year,
    subject,
    places: [...districts],
    mayor: cast.mayor,
    day: moment.day,
    subjectCategory: story.subject,
    recent: new Map([[story.subject, [subject]]]),
    used: new Set(),
    verbPlural: false,
    last: { noun: subject, plural: false },
  };

  const title = fillToLength(scene, story.titles, 30, 110);
  const summary = fillToLength(scene, story.summaries, 60, 250);
  const text = writeText(scene, story, speakersOf(random, cast, office));
  const slug = uniqueSlug(title, taken);
  taken.add(slug);
  const isPlain = story.kind === "release" || (story.kind === "invitation" && chance(random, 0.5));
  const other = pick(random, DEPARTMENTS).id;
  const contact = makeName(random);
  const frontMatter = yaml({
    title,
    date: momentText(moment),
    summary,
    department: office.id,
    with: chance(random, 0.12) && other !== office.id ? [other] : [],
    topics: chooseTopics(random, field),
    kind: isPlain ? undefined : story.kind,
    people: cast.people.map(({ person, role }) => (chance(random, 0.5) ? { id: person.id, role: role.title } : person.id)),
    places: places.map((place) => place.id),
    events: plan.event ? events(scene, moment, title, places[0] ?? (HOME_PLACES[0] as Place)) : undefined,
    number: plan.number,
    contact: chance(random, 0.15) ? { name: fullName(contact), phone: makePhone(random), email: officeMail(office.id) } : undefined,
    draft: plan.state === "draft" ? true : undefined,
    embargo: plan.state === "embargo" ? `2099-${twoDigits(between(random, 1, 12))}-01T10:00` : undefined,
    corrections: plan.corrected ? corrections(scene, moment) : undefined,
    withdrawn:
      plan.state === "withdrawn" ? { date: afterwards(random, moment, 2, 90), reason: fill(scene, pick(random, WITHDRAWALS)) } : undefined,
    aliases: plan.aliased ? aliases(random, plan.index, year, slug) : undefined,
  });
  const path = `releases/${year}/${twoDigits(month)}/${slug}`;
  const files = [{ path: `${path}.md`, text: `---\n${frontMatter}---\n\n${text}` }];
  if (plan.english) {
    const english = writeEnglish(scene);
    const translation = chance(random, 0.5)
      ? { kind: "official", by: "Sprachendienst der Stadt Probestadt" }
      : { kind: "machine", by: "Übersetzungsprogramm der Stadt Probestadt" };
    files.push({
      path: `${path}.en.md`,
      text: `---\n${yaml({ title: english.title, summary: english.summary, translation })}---\n\n${english.text}`,
    });
  }
  return files;
}
