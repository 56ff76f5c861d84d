/** What front matter and registers hold; what is undefined or an empty list is left out. */
export type Value = string | boolean | undefined | readonly Value[] | { readonly [key: string]: Value };

// Words that some reader of YAML takes for something else than text.
const MISREAD = /^(?:true|false|yes|no|on|off|null|y|n)$/;
const PLAIN = /^(?:[a-z][a-z0-9-]*|\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)$/;

/** Writes a text so that no reader of YAML misreads it: ids and dates as they are, all else in double quotes. */
export function quoted(text: string): string {
  return PLAIN.test(text) && !MISREAD.test(text) ? text : JSON.stringify(text);
}

function isMissing(value: Value): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function scalar(value: Value): string | undefined {
  if (typeof value === "string") return quoted(value);
  if (typeof value === "boolean") return String(value);
  if (isList(value) && value.every((entry) => typeof entry === "string")) return `[${value.map(quoted).join(", ")}]`;
  return undefined;
}

/** Writes a mapping as YAML, each line indented as far as given. */
export function yaml(mapping: { readonly [key: string]: Value }, indent = ""): string {
  let text = "";
  for (const [key, value] of Object.entries(mapping)) {
    if (isMissing(value)) continue;
    const short = scalar(value);
    if (short !== undefined) text += `${indent}${key}: ${short}\n`;
    else if (isList(value)) text += `${indent}${key}:\n${listEntries(value, `${indent}  `)}`;
    else text += `${indent}${key}:\n${yaml(value as { readonly [key: string]: Value }, `${indent}  `)}`;
  }
  return text;
}

function listEntries(list: readonly Value[], indent: string): string {
  return list
    .map((entry) => {
      const short = scalar(entry);
      if (short !== undefined) return `${indent}- ${short}\n`;
      const lines = yaml(entry as { readonly [key: string]: Value }, `${indent}  `);
      return `${indent}- ${lines.slice(indent.length + 2)}`;
    })
    .join("");
}
