import type { PageSettings } from "../page-settings.ts";
import { type Choices, FILTERS, type Filter, type Narrowing } from "./facets.ts";
import { element } from "./results.ts";

/** The fields by which a search is narrowed, with the number of releases behind each choice. */
export interface FilterForm {
  /** Shows what there is to choose from and what is chosen; a field that would offer one thing alone is left out. */
  show: (choices: Choices, narrowing: Narrowing) => void;
}

/** Makes the fields in `form`; `onChange` is told what is chosen now. */
export function createFilterForm(
  form: HTMLElement,
  {
    settings,
    nameOf,
    onChange,
  }: { settings: PageSettings; nameOf: (filter: Filter, value: string) => string; onChange: (narrowing: Narrowing) => void },
): FilterForm {
  const { words, language } = settings;
  const fields = new Map<Filter | "from" | "to", { label: HTMLElement; select: HTMLSelectElement }>();
  for (const name of [...FILTERS, "from", "to"] as const) {
    const select = element("select", { id: `filter-${name}`, name });
    const label = element("p", {}, element("label", { for: `filter-${name}` }, words[name]), select);
    fields.set(name, { label, select });
    form.append(label);
  }
  const reset = element("button", { type: "button" }, words.reset);
  form.append(reset);
  const numbers = new Intl.NumberFormat(language);
  const collator = new Intl.Collator(language, { numeric: true });
  reset.addEventListener("click", () => {
    onChange({});
    form.querySelector("select")?.focus();
  });
  form.addEventListener("change", () => {
    const chosen = Object.fromEntries([...fields].flatMap(([name, { select }]) => (select.value ? [[name, select.value]] : [])));
    const { from, to, ...filters } = chosen;
    onChange({ ...filters, from: from ? Number(from) : undefined, to: to ? Number(to) : undefined });
  });
  const fill = (name: Filter | "from" | "to", options: readonly (readonly [string, string])[], chosen: string | undefined) => {
    const field = fields.get(name);
    if (!field) return;
    const isIdle = options.length < 2 && chosen === undefined;
    field.label.hidden = isIdle;
    field.select.replaceChildren(new Option(words.all, ""), ...options.map(([value, text]) => new Option(text, value)));
    field.select.value = chosen ?? "";
  };
  return {
    show: ({ filters, years }, narrowing) => {
      const option = (name: string, count: number) => words.option.replace("{name}", () => name).replace("{n}", numbers.format(count));
      for (const filter of FILTERS) {
        const chosen = narrowing[filter];
        const counts = new Map(filters[filter]);
        if (chosen !== undefined && !counts.has(chosen)) counts.set(chosen, 0);
        const options = Array.from(counts, ([value, count]) => ({ value, count, name: nameOf(filter, value) }));
        options.sort((a, b) => collator.compare(a.name, b.name));
        fill(
          filter,
          options.map(({ value, count, name }) => [value, option(name, count)] as const),
          chosen,
        );
      }
      const known = [...years.keys()].sort((a, b) => b - a);
      for (const [name, chosen] of [
        ["from", narrowing.from],
        ["to", narrowing.to],
      ] as const) {
        const all = chosen === undefined || known.includes(chosen) ? known : [...known, chosen].sort((a, b) => b - a);
        fill(
          name,
          all.map((year) => [String(year), option(String(year), years.get(year) ?? 0)] as const),
          chosen === undefined ? undefined : String(chosen),
        );
      }
      reset.hidden = [...fields.values()].every(({ select }) => select.value === "");
    },
  };
}

/** What stands above the filters: what they are for, and what narrows the search now. */
export function summaryOf(
  { from, to, ...filters }: Narrowing,
  words: PageSettings["words"],
  nameOf: (filter: Filter, value: string) => string,
): string {
  const chosen = FILTERS.flatMap((filter) => (filters[filter] === undefined ? [] : [nameOf(filter, filters[filter])]));
  if (from !== undefined || to !== undefined) chosen.push(`${from ?? "…"}–${to ?? "…"}`);
  return chosen.length === 0 ? words.filters : `${words.filters}: ${chosen.join(", ")}`;
}
