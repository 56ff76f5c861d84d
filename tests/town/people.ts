import { isSlug, toSlug } from "../../src/content/slugs.ts";
import { DEPARTMENTS } from "./departments.ts";
import { phrase } from "./grammar.ts";
import { fullName, makeName, type Name } from "./names.ts";
import { between, pick, type Random, seeded } from "./random.ts";

/** A person's office in the town; months as 2006-08. */
export interface Role {
  title: string;
  from: string;
  to: string | undefined;
}

/** An entry of the register of people; `page` for those who hold a public office. */
export interface Person {
  id: string;
  name: Name;
  roles: Role[];
  page: boolean;
  /** The id of the department that the person heads or headed. */
  heads: string | undefined;
}

// Man | woman; held by one person after another from 2001 to 2025.
const PUBLIC_OFFICES = `
Oberbürgermeister|Oberbürgermeisterin
Bürgermeister für Finanzen|Bürgermeisterin für Finanzen
Baubürgermeister|Baubürgermeisterin
Kulturbürgermeister|Kulturbürgermeisterin
Umweltbürgermeister|Umweltbürgermeisterin
Sozialbürgermeister|Sozialbürgermeisterin
Stadtratspräsident|Stadtratspräsidentin
Wirtschaftsbürgermeister|Wirtschaftsbürgermeisterin
`
  .trim()
  .split("\n");

const OTHER_ROLES = `
Leiter des Stadtmuseums|Leiterin des Stadtmuseums
Vorsitzender des Seniorenbeirats|Vorsitzende des Seniorenbeirats
Professor an der Hochschule Probestadt|Professorin an der Hochschule Probestadt
Intendant|Intendantin
Chefarzt|Chefärztin
Schulleiter|Schulleiterin
Geschäftsführer der Stadtwerke|Geschäftsführerin der Stadtwerke
Architekt|Architektin
Vorsitzender des Bürgervereins|Vorsitzende des Bürgervereins
Projektleiter|Projektleiterin
Stadtrat|Stadträtin
Ortsvorsteher|Ortsvorsteherin
Sprecher der Stadt|Sprecherin der Stadt
Generalmusikdirektor|Generalmusikdirektorin
Kurator|Kuratorin
Denkmalpfleger|Denkmalpflegerin
Radverkehrsbeauftragter|Radverkehrsbeauftragte
Gleichstellungsbeauftragter|Gleichstellungsbeauftragte
Wehrleiter|Wehrleiterin
Präsident der Handwerkskammer|Präsidentin der Handwerkskammer
`
  .trim()
  .split("\n");

const PEOPLE = 200;
const PAGES = 30;

function month(random: Random, year: number): string {
  return `${year}-${String(between(random, 1, 12)).padStart(2, "0")}`;
}

function title(pair: string, woman: boolean): string {
  const [man = "", lady = ""] = pair.split("|");
  return woman ? lady : man;
}

/** Makes the register of people of a town; the offices are never vacant. */
export function makePeople(seed: string): Person[] {
  const random = seeded(seed, "people");
  const people: Person[] = [];
  const ids = new Set<string>();
  const add = (roles: (woman: boolean) => Role[], page: boolean, heads?: string): void => {
    for (;;) {
      const name = makeName(random);
      const id = toSlug(`${name.first} ${name.last}`);
      if (ids.has(id) || !isSlug(id)) continue;
      ids.add(id);
      people.push({ id, name, roles: roles(name.woman), page, heads });
      return;
    }
  };
  const follow = (pair: string, holders: number, page: boolean, heads?: string): void => {
    let from = month(random, between(random, 1992, 1999));
    for (let holder = 0; holder < holders; holder++) {
      const to =
        holder + 1 < holders ? month(random, 2001 + Math.floor((25 / holders) * (holder + 1)) + between(random, -1, 1)) : undefined;
      const since = from;
      add((woman) => [{ title: title(pair, woman), from: since, to }], page, heads);
      from = to ?? from;
    }
  };
  PUBLIC_OFFICES.forEach((pair, place) => {
    follow(pair, place < PAGES % PUBLIC_OFFICES.length ? 4 : 3, true);
  });
  for (const { id, noun } of DEPARTMENTS) {
    const office = phrase(noun, { article: "der", adjectives: [], case: "G", plural: false });
    follow(`Leiter ${office}|Leiterin ${office}`, 3, false, id);
  }
  while (people.length < PEOPLE) {
    const first = between(random, 1996, 2019);
    const changed = between(random, first + 3, first + 9);
    const from = month(random, first);
    const to = month(random, changed);
    const one = pick(random, OTHER_ROLES);
    const other = pick(random, OTHER_ROLES);
    add((woman) => {
      const roles: Role[] = [{ title: title(one, woman), from, to: random() < 0.5 ? to : undefined }];
      if (roles[0]?.to !== undefined && one !== other) roles.push({ title: title(other, woman), from: to, to: undefined });
      return roles;
    }, false);
  }
  return people;
}

/** A person in a role. */
export interface Holder {
  person: Person;
  role: Role;
}

/** Gives who holds which role in a month (2006-08); each month is worked out once. */
export function makeRoster(people: readonly Person[]): (month: string) => readonly Holder[] {
  const known = new Map<string, Holder[]>();
  return (month) => {
    const holders =
      known.get(month) ??
      people.flatMap((person) => {
        const role = person.roles.find(({ from, to }) => from <= month && (to === undefined || month < to));
        return role ? [{ person, role }] : [];
      });
    known.set(month, holders);
    return holders;
  };
}

/** Gives how a speaker is introduced: "Stadträtin Anna Kolbe", "Anna Kolbe (Leiterin des Stadtmuseums)". */
export function introduced(person: Person, role: string): string {
  const name = fullName(person.name);
  return role.includes(" ") ? `${name} (${role})` : `${role} ${name}`;
}
