/** Names that Nunjucks and Eleventy themselves ask of any object. */
const ASKED_OF_ALL = new Set<PropertyKey>(["then", "toJSON", "constructor", "length", "val", "toString", "valueOf"]);

/** Wraps data so that reading a property which it does not have throws, however deep. */
export function strictly<T extends object>(data: T, name: string): T {
  return new Proxy(data, {
    get(target, key, receiver) {
      const value: unknown = Reflect.get(target, key, receiver);
      if (
        value === undefined &&
        typeof key === "string" &&
        !(key in target) &&
        !ASKED_OF_ALL.has(key) &&
        !key.startsWith("eleventy") &&
        !(Array.isArray(target) && /^\d+$/.test(key))
      ) {
        throw new Error(`${name}.${key} gibt es nicht.`);
      }
      return isPlain(value) ? strictly(value, `${name}.${String(key)}`) : value;
    },
  });
}

function isPlain(value: unknown): value is object {
  return Array.isArray(value) || (typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype);
}
