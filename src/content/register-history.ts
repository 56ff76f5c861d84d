import type { CityDate } from "../dates.ts";
import type { Department, Person } from "./registers.ts";

const named = new WeakMap<Department, Map<string, Department>>();

/**
 * An office under the name that it had at a date: the former name that held longest enough (`until` counts with its whole day, month or
 * year), else today's. Its id stays, so links and lists find today's entry; one name makes one object.
 */
export function departmentAt(department: Department, date: CityDate): Department {
  const day = latest(date.machine);
  const [former] = department.formerNames
    .filter(({ until }) => latest(until) >= day)
    .sort((a, b) => (latest(a.until) < latest(b.until) ? -1 : 1));
  if (!former) return department;
  const known = named.get(department) ?? new Map<string, Department>();
  named.set(department, known);
  const key = JSON.stringify([former.name, former.names]);
  const then = known.get(key) ?? { ...department, name: former.name, names: former.names };
  known.set(key, then);
  return then;
}

/**
 * What the register says a person was at a date; undefined where it does not say, or leaves open which of two.
 * A role counts from the whole of `from` to the whole of `to`. Where one ends and the next begins within the same month or year, only the
 * roles held beyond doubt count.
 */
export function roleAt({ roles }: Pick<Person, "roles">, { machine }: CityDate): string | undefined {
  const held = roles.filter(
    ({ from, to }) =>
      (from !== undefined || to !== undefined) &&
      (from === undefined || latest(machine) >= earliest(from)) &&
      (to === undefined || earliest(machine) <= latest(to)),
  );
  const certain = held.filter(
    ({ from, to }) => (from === undefined || earliest(machine) >= latest(from)) && (to === undefined || latest(machine) <= earliest(to)),
  );
  const said = certain.length > 0 ? certain : held.length === 1 ? held : [];
  return said.length > 0 ? said.map(({ title }) => title).join(", ") : undefined;
}

/** The first day that a date can mean, as text to compare; a time is left out. */
function earliest(date: string): string {
  return `${date.slice(0, 10)}${"-00-00".slice(Math.min(date.length, 10) - 4)}`;
}

/** The last day that a date can mean, as text to compare. */
function latest(date: string): string {
  return `${date.slice(0, 10)}${"-99-99".slice(Math.min(date.length, 10) - 4)}`;
}
