import type { PageSettings } from "../page-settings.ts";
import { isNarrowed, PAGE, QUERY_MAX, readSearch, type Search, writeSearch } from "./address.ts";
import { choicesAmong, type Filter, isWithin, type Row } from "./facets.ts";
import { createFilterForm, summaryOf } from "./filter-form.ts";
import { type OpenIndex, openIndex, type Result } from "./pagefind.ts";
import { findReleases, type Plan } from "./planner.ts";
import { parseQuery } from "./query.ts";
import { counted, element, resultItem } from "./results.ts";

// The search page: reads the address, searches, shows. Nothing of it is loaded anywhere else.

function part<E extends Element>(selector: string): E {
  const found = document.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}.`);
  return found;
}

const settings = JSON.parse(part<HTMLElement>(".search-page").dataset.settings ?? "") as PageSettings;
const { words, language } = settings;
const parts = {
  form: part<HTMLFormElement>(".search-form"),
  input: part<HTMLInputElement>("#suchwort"),
  hint: part<HTMLElement>(".search-hint"),
  page: part<HTMLElement>(".search-page"),
  status: part<HTMLElement>(".search-status"),
  sort: part<HTMLElement>(".search-sort"),
  results: part<HTMLElement>(".search-results"),
  filters: part<HTMLDetailsElement>(".search-filters"),
  summary: part<HTMLElement>(".search-filters summary"),
  ways: document.querySelector<HTMLElement>(".search-ways"),
};
const siteTitle = document.title;

let search: Search = readSearch(location.search);
/** What is shown belongs to the newest search only: an older one that ends later is dropped. */
let turn = 0;
let index: Promise<OpenIndex> | undefined;

/** The index, opened once; after a failure, and when the site was built anew meanwhile, the next search opens it again. */
function open(): Promise<OpenIndex> {
  index ??= openIndex(settings.index, settings.prefix);
  index.catch(() => {
    index = undefined;
  });
  return index;
}

const filterForm = createFilterForm(part<HTMLElement>(".search-filter-fields"), {
  settings,
  nameOf: (filter, value) => nameOf(filter, value),
  onChange: (narrowing) => go({ ...search, narrowing, shown: PAGE }),
});
let names: OpenIndex["names"] | undefined;

function nameOf(filter: Filter, value: string): string {
  if (filter === "kind") return (settings.kinds as Record<string, string>)[value] ?? value;
  if (filter === "language") return settings.languages[value] ?? value;
  return names?.[filter][value] ?? value;
}

const sortSelect = element("select", { id: "reihenfolge" }, new Option(words.relevance, ""), new Option(words.date, "date"));
parts.sort.append(element("label", { for: "reihenfolge" }, words.sort), " ", sortSelect);
sortSelect.addEventListener("change", () => go({ ...search, isByDate: sortSelect.value === "date", shown: PAGE }));

parts.form.addEventListener("submit", (event) => {
  event.preventDefault();
  go({ ...search, words: parts.input.value.trim().slice(0, QUERY_MAX), shown: PAGE });
});
window.addEventListener("popstate", () => {
  search = readSearch(location.search);
  void show();
});

/** Searches something else, under an address of its own. */
function go(next: Search): void {
  search = next;
  const address = location.pathname + writeSearch(next);
  if (address !== location.pathname + location.search) history.pushState(undefined, "", address);
  void show();
}

/** Shows what the search asks for. */
async function show(): Promise<void> {
  const own = ++turn;
  const isAsked = search.words !== "" || isNarrowed(search.narrowing);
  parts.input.value = search.words;
  sortSelect.value = search.isByDate ? "date" : "";
  document.title = search.words === "" ? siteTitle : `${search.words} – ${siteTitle}`;
  parts.hint.hidden = isAsked;
  parts.page.hidden = !isAsked;
  if (parts.ways) parts.ways.hidden = isAsked;
  if (!isAsked) return;
  parts.status.textContent = "";
  const waiting = setTimeout(() => {
    if (own === turn) parts.status.textContent = words.loading;
  }, 600);
  try {
    const opened = await open();
    await showFound(opened, own);
    if (opened.since === undefined || own !== turn) return;
    await opened.loadRest();
    if (own === turn) await showFound(opened, own);
  } catch {
    // What failed once would fail again: the next search opens the index anew.
    const broken = index;
    index = undefined;
    broken?.then((opened) => opened.close()).catch(() => undefined);
    if (own === turn) showFailure();
  } finally {
    clearTimeout(waiting);
  }
}

async function showFound(opened: OpenIndex, own: number): Promise<void> {
  names = opened.names;
  const terms = parseQuery(search.words);
  const nothing: Plan<Result> = { hits: [], unknown: [], suggestion: undefined, related: undefined };
  const plan =
    terms.length > 0
      ? await findReleases(terms, opened, opened.words)
      : search.words === ""
        ? { ...nothing, hits: await opened.all() }
        : nothing;
  const rowsOf = (hits: readonly Result[]) => hits.flatMap(({ id }) => opened.rows.get(id) ?? []);
  const inSearch = (hits: readonly Result[]) => {
    const found = hits.filter(({ id }) => {
      const row = opened.rows.get(id);
      return row ? isWithin(row, search.narrowing) : !isNarrowed(search.narrowing);
    });
    const dayOf = ({ id }: Result) => opened.rows.get(id)?.day ?? 0;
    return search.isByDate || terms.length === 0 ? found.sort((a, b) => dayOf(b) - dayOf(a)) : found;
  };
  const hits = inSearch(plan.hits);
  const items = await itemsOf(hits.slice(0, search.shown), opened);
  const related = plan.related && { words: plan.related.words, items: await itemsOf(inSearch(plan.related.hits).slice(0, PAGE), opened) };
  if (own !== turn) return;
  filterForm.show(choicesAmong(rowsOf(plan.hits), search.narrowing), search.narrowing);
  parts.filters.hidden = plan.hits.length === 0 && !isNarrowed(search.narrowing);
  parts.filters.open ||= isNarrowed(search.narrowing) && hasRoom();
  parts.summary.textContent = summaryOf(search.narrowing, words, nameOf);
  parts.sort.hidden = hits.length < 2 || terms.length === 0;
  const since = opened.since === undefined ? "" : ` ${words.older.replace("{year}", String(opened.since))}`;
  parts.results.replaceChildren(
    ...suggestionOf(plan, hits.length),
    ...(items.length > 0 ? [element("ol", { class: "release-list" }, ...items)] : []),
    ...moreButton(hits, opened),
    ...(related && related.items.length > 0
      ? [
          element(
            "h2",
            { class: "search-related" },
            words.parts.replace("{words}", () => related.words.map(quoted).join(words.and)),
          ),
          element("ol", { class: "release-list" }, ...related.items),
        ]
      : []),
    ...(hits.length === 0 ? [tips()] : []),
  );
  if (parts.ways) parts.ways.hidden = hits.length > 0;
  parts.status.textContent = (hits.length === 0 ? words.none : counted(hits.length, words.count, language)) + since;
}

/** True where open filters leave what is found in sight: on a phone they would fill the screen. */
function hasRoom(): boolean {
  return matchMedia("(min-width: 50rem)").matches;
}

async function itemsOf(hits: readonly Result[], { rows, names: registers }: OpenIndex): Promise<HTMLLIElement[]> {
  const fragments = await Promise.all(hits.map(async (hit) => ({ hit, fragment: await hit.data() })));
  return fragments.map(({ hit, fragment }) => {
    const row = rows.get(hit.id);
    return resultItem({ fragment, places: hit.words, row, office: officeOf(row, registers) }, settings);
  });
}

function officeOf(row: Row | undefined, registers: OpenIndex["names"]): string | undefined {
  const [first] = row?.registers.departments ?? [];
  return first === undefined ? undefined : registers.departments[first];
}

/** What stands nowhere in the archive, and the search that is probably meant. */
function suggestionOf({ unknown, suggestion }: Plan<Result>, count: number): HTMLElement[] {
  const lines: HTMLElement[] = [];
  if (suggestion) {
    const next = { ...search, words: suggestion.query, shown: PAGE };
    const link = element("a", { href: location.pathname + writeSearch(next) }, suggestion.query);
    link.addEventListener("click", (event) => {
      if (event.metaKey || event.ctrlKey || event.shiftKey) return;
      event.preventDefault();
      go(next);
      parts.input.focus();
    });
    const [before = "", after = ""] = words.meant.split("{words}");
    lines.push(element("p", { class: "search-meant" }, before, link, after, ` (${counted(suggestion.count, words.meantCount, language)})`));
  }
  if (unknown.length > 0 && count === 0)
    lines.push(
      element(
        "p",
        {},
        words.unknown.replace("{words}", () => unknown.map(quoted).join(", ")),
      ),
    );
  return lines;
}

function quoted(word: string): string {
  return language === "de" ? `„${word}“` : `“${word}”`;
}

function tips(): HTMLElement {
  const all = [words.tipWords, words.tipSpelling, ...(isNarrowed(search.narrowing) ? [words.tipFilters] : [])];
  return element(
    "div",
    { class: "search-tips" },
    element("h2", {}, words.tips),
    element("ul", {}, ...all.map((tip) => element("li", {}, tip))),
  );
}

function moreButton(hits: readonly Result[], opened: OpenIndex): HTMLElement[] {
  const rest = hits.length - search.shown;
  if (rest <= 0) return [];
  const button = element("button", { type: "button" }, counted(Math.min(rest, PAGE), words.more, language));
  button.addEventListener("click", async () => {
    const from = search.shown;
    search = { ...search, shown: from + PAGE };
    history.replaceState(undefined, "", location.pathname + writeSearch(search));
    await showFound(opened, turn).catch(showFailure);
    parts.results.querySelectorAll<HTMLElement>(":scope > ol:first-of-type a")[from]?.focus();
  });
  return [element("p", { class: "search-more" }, button)];
}

function showFailure(): void {
  const again = element("button", { type: "button" }, words.retry);
  again.addEventListener("click", () => void show());
  parts.filters.hidden = true;
  parts.sort.hidden = true;
  parts.results.replaceChildren(element("p", {}, again));
  if (parts.ways) parts.ways.hidden = false;
  parts.status.textContent = words.failed;
}

void show();
