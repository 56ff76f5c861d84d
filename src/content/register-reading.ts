import { error, type Problem } from "../problems.ts";
import { toContact } from "./contact.ts";
import type { RegisterName } from "./register-schema.ts";
import { type EntryFields, REGISTER_SCHEMAS } from "./register-schema.ts";
import { suggestEntry } from "./register-search.ts";
import type { Department, Entry, Person, Place, Registers, Topic } from "./registers.ts";
import { checkShape } from "./shape.ts";
import { toSlug } from "./slugs.ts";
import { toYaml } from "./violations.ts";
import type { Data, Result } from "./yaml.ts";
import type { Locate } from "./yaml-positions.ts";

/** Checks one register and makes its entries, in the order of the file. */
export function toRegister<N extends RegisterName>(name: N, data: Data, path: string, locate: Locate): Result<Registers[N]> {
  const problems: Problem[] = [];
  const entries = new Map<string, Entry>();
  for (const [key, value] of Object.entries(data)) {
    if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(key)) {
      problems.push(
        error(
          "entry-id-malformed",
          path,
          locate([key]),
          `„${key.slice(0, 80)}“ ist keine Kennung; sie besteht aus a-z, 0-9 und Bindestrichen.`,
          toSlug(key) === "" || toSlug(key) in data
            ? "Wählen Sie eine andere, zum Beispiel: amt-fuer-umwelt"
            : `Schreiben Sie: ${toSlug(key)}`,
        ),
      );
      entries.set(toSlug(key), toEntry(name, toSlug(key), { name: key }));
      continue;
    }
    if (value === null || typeof value !== "object" || Array.isArray(value)) {
      const written = typeof value === "string" ? value : key;
      problems.push(
        error(
          "entry-without-fields",
          path,
          locate([key]),
          `Der Eintrag „${key}“ hat keine Felder.`,
          `Schreiben Sie zum Beispiel: ${key}: {name: ${toYaml(written, true)}}`,
        ),
      );
      entries.set(key, toEntry(name, key, { name: key }));
      continue;
    }
    const schema = REGISTER_SCHEMAS[name];
    const checked = checkShape(schema, value as Data, path, (inner) => locate([key, ...inner]));
    problems.push(...checked.problems, ...checkRoles(checked.value as EntryFields | undefined, path, (inner) => locate([key, ...inner])));
    // An entry with a mistake is kept, so that the releases that name it are not reported as well.
    entries.set(key, toEntry(name, key, (checked.value ?? { name: key }) as EntryFields));
  }
  problems.push(...checkReferences(name, entries, path, locate));
  return { value: entries as unknown as Registers[N], problems };
}

/** Checks that nobody leaves an office before taking it, as far as both dates are known. */
function checkRoles(fields: EntryFields | undefined, path: string, locate: Locate): Problem[] {
  const { roles = [] } = (fields ?? {}) as Partial<EntryFields<"people">>;
  return roles.flatMap(({ from, to }, index) => {
    const known = Math.min(from?.length ?? 0, to?.length ?? 0, "2020-01-01".length);
    if (from === undefined || to === undefined || to.slice(0, known) >= from.slice(0, known)) return [];
    const at = locate(["roles", index, "to"]);
    return [error("role-ends-before-begin", path, at, `Das Amt endet (${to}), bevor es beginnt (${from}).`, "Prüfen Sie from und to.")];
  });
}

/** A register that could not be read: it seems to hold whatever is asked for, named by its id. */
export function unreadRegister<N extends RegisterName>(name: N): Registers[N] {
  const entries = new Map<string, Entry>();
  const asked = entries.get.bind(entries);
  entries.get = (key) => {
    const known = asked(key) ?? toEntry(name, key, { name: key });
    entries.set(key, known);
    return known;
  };
  return entries as unknown as Registers[N];
}

function toEntry(name: RegisterName, key: string, fields: EntryFields): Entry {
  const entry: Entry = {
    id: key,
    name: fields.name,
    names: fields.names ?? {},
    description: fields.description,
    aliases: fields.aliases ?? [],
  };
  switch (name) {
    case "departments": {
      const department = fields as EntryFields<"departments">;
      return {
        ...entry,
        contact: toContact(department.contact),
        formerNames: (department.formerNames ?? []).map((former) => ({ ...former, names: former.names ?? {} })),
        successor: department.successor,
      } as Department;
    }
    case "topics":
      return { ...entry, broader: (fields as EntryFields<"topics">).broader } as Topic;
    case "people": {
      const person = fields as EntryFields<"people">;
      const roles = (person.roles ?? []).map((role) => ({ title: role.title, from: role.from, to: role.to }));
      return { ...entry, roles, page: person.page ?? false } as Person;
    }
    case "places": {
      const place = fields as EntryFields<"places">;
      return { ...entry, country: place.country, lat: numberOf(place.lat), lon: numberOf(place.lon) } as Place;
    }
    default:
      return entry;
  }
}

function numberOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** Checks the references inside a register: each must name an entry, and none may lead in a circle back to its own entry. */
function checkReferences(name: RegisterName, entries: ReadonlyMap<string, Entry>, path: string, locate: Locate): Problem[] {
  const field = name === "topics" ? "broader" : name === "departments" ? "successor" : undefined;
  if (!field) return [];
  const target = (entry: Entry) => (entry as Partial<Topic & Department>)[field];
  const problems: Problem[] = [];
  /** Entries from which the references are known to end; they need not be followed again. */
  const ending = new Set<string>();
  for (const entry of entries.values()) {
    const next = target(entry);
    if (next === undefined) continue;
    if (!entries.has(next)) {
      // Comparing an id with thousands of others takes time, so only the first hundred mistakes get a suggestion.
      const remedy =
        problems.length < 100
          ? suggestEntry(next, entries, `registers/${name}.yml`)
          : "Tragen Sie es ein oder nehmen Sie eine vorhandene Kennung.";
      problems.push(error("entry-unknown", path, locate([entry.id, field]), `„${next}“ steht nicht in diesem Verzeichnis.`, remedy));
      continue;
    }
    const way = new Set([entry.id]);
    let at: string | undefined = next;
    for (; at !== undefined && !way.has(at) && !ending.has(at); at = target(entries.get(at) ?? entry)) {
      if (!entries.has(at)) break;
      way.add(at);
    }
    if (at === entry.id)
      problems.push(
        error(
          "entry-circular",
          path,
          locate([entry.id, field]),
          `„${entry.id}“ verweist über „${field}“ im Kreis auf sich selbst.`,
          "Streichen Sie einen der Verweise.",
        ),
      );
    else if (at === undefined || ending.has(at) || !entries.has(at)) for (const id of way) ending.add(id);
  }
  return problems;
}
