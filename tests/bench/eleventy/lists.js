import { lists as heads, words, years as allYears } from "./town.js";

const DIVIDED = new Set(["themen", "aemter"]);
const LIST_MAX = 250;
const NEWEST = 12;

let made;

/** Everything that collects releases, made once of all of them; a build is one process. */
export function group(api) {
  made ??= collect(api);
  return made;
}

function collect(api) {
  const all = { de: [], en: [] };
  const byUrl = new Map();
  for (const item of api.getAll()) {
    if (item.data.id === undefined) continue;
    byUrl.set(item.url, item);
    all[item.data.language].push(item);
  }
  const listed = {};
  const between = {};
  const index = new Map();
  const put = (key, item) => (index.get(key) ?? index.set(key, []).get(key)).push(item);
  for (const language of ["de", "en"]) {
    all[language].sort((a, b) => a.data.weight - b.data.weight);
    listed[language] = all[language].filter(({ data }) => !data.withdrawn);
    listed[language].forEach((item, at, list) => {
      between[item.url] = { earlier: list[at + 1], later: list[at - 1] };
      const { data } = item;
      put(`${language} ${data.id.slice(0, 4)}`, item);
      put(`${language} ${data.id.slice(0, 7)}`, item);
      for (const taxonomy of ["themen", "aemter", "personen", "orte"]) for (const term of data[taxonomy] ?? []) put(`${language} ${taxonomy} ${term}`, item);
    });
  }
  const of = (key) => index.get(key) ?? [];
  const yearsOf = (language) => [...new Set(listed[language].map(({ data }) => data.id.slice(0, 4)))];
  const monthsOf = (language, year) => Array.from({ length: 12 }, (_, month) => of(`${language} ${year}/${String(month + 1).padStart(2, "0")}`).length);
  const byMonth = (items) => {
    const months = new Map();
    for (const item of items) {
      const key = item.data.machine.slice(0, 7);
      (months.get(key) ?? months.set(key, []).get(key)).push(item);
    }
    return [...months.values()];
  };
  const listing = [];
  const others = [];
  for (const { kind, address, language, head } of heads) {
    const list = { links: [], groups: [], ...head, kind, address, language };
    const local = language === "de" ? address : address.slice(3);
    const [, segment, term = ""] = /^\/([^/]*)\/(.*?)\/?$/.exec(local) ?? [];
    const w = words[language].listing;
    switch (kind) {
      case "year": {
        const items = of(`${language} ${segment}`);
        const months = byMonth(items);
        const link = (group) => `${address}${group[0].data.machine.slice(5, 7)}/`;
        const counts = monthsOf(language, segment);
        listing.push({
          ...list,
          count: items.length,
          band: drawBand(counts),
          links: [{ heading: w.months, items: months.map((group) => ({ month: group[0].data.machine, address: link(group), count: group.length })) }],
          groups: items.length > LIST_MAX ? [] : months.map((group) => ({ month: group[0].data.machine, address: link(group), items: group })),
          dense: true,
        });
        break;
      }
      case "month": {
        const items = of(`${language} ${segment}/${term}`);
        listing.push({ ...list, count: items.length, groups: [{ items }] });
        break;
      }
      case "entry": {
        const items = of(`${language} ${segment} ${term}`);
        const years = yearsOf(language).filter((year) => index.has(`${language} ${segment} ${term}--${year}`));
        const divided = DIVIDED.has(segment) || years.length > 0;
        listing.push({
          ...list,
          count: items.length,
          links: years.length > 0 ? [{ heading: w.years, items: years.map((year) => ({ label: year, address: `${address}${year}/`, count: of(`${language} ${segment} ${term}--${year}`).length })) }] : [],
          groups:
            items.length === 0
              ? []
              : divided
                ? [{ heading: w.newest, items: items.slice(0, NEWEST) }]
                : yearsOf(language).flatMap((year) => {
                    const group = items.filter(({ data }) => data.machine.startsWith(year));
                    return group.length > 0 ? [{ heading: year, items: group }] : [];
                  }),
          dense: !divided,
        });
        break;
      }
      case "entryYear": {
        const items = of(`${language} ${segment} ${term.replace("/", "--")}`);
        const months = byMonth(items);
        const isLong = items.length > LIST_MAX;
        listing.push({
          ...list,
          count: items.length,
          links: isLong ? [{ heading: w.months, items: months.map((group) => ({ month: group[0].data.machine, address: `${address}${group[0].data.machine.slice(5, 7)}/`, count: group.length })) }] : [],
          groups: isLong ? [] : months.map((group) => ({ month: group[0].data.machine, items: group })),
          dense: true,
        });
        break;
      }
      case "entryMonth": {
        const items = of(`${language} ${segment} ${term.replaceAll("/", "--")}`);
        listing.push({ ...list, count: items.length, groups: [{ items }] });
        break;
      }
      case "officeYear": {
        const items = of(`${language} ${segment} ${term.replaceAll("/", "--")}`);
        listing.push({ ...list, count: items.length, groups: [{ items }], dense: true });
        break;
      }
      case "overview": {
        const counted = (entries) => entries.map((entry) => ({ ...entry, count: of(`${language} ${segment} ${entry.address.split("/").at(-2)}`).length, narrower: counted(entry.narrower) }));
        others.push({ ...list, tree: counted(head.tree) });
        break;
      }
      case "archive": {
        const years = yearsOf(language).map((year) => ({ year, counts: monthsOf(language, year) }));
        const largest = Math.max(...years.flatMap(({ counts }) => counts));
        others.push({ ...list, count: listed[language].length, years: years.map(({ year, counts }) => ({ year, address: `${address.replace("archiv/", "")}${year}/`, count: of(`${language} ${year}`).length, band: drawBand(counts, largest) })) });
        break;
      }
      case "home": {
        const years = yearsOf(language).reverse();
        const counts = [];
        for (let year = Number(years[0]); year <= Number(years.at(-1)); year++) counts.push(...monthsOf(language, year));
        const [newest, ...rest] = listed[language];
        others.push({ ...list, newest, others: rest.slice(0, NEWEST), count: listed[language].length, years, band: drawBand(counts) });
        break;
      }
      case "page":
        break;
      default:
        others.push(list);
    }
  }
  const town = { all: [...all.de, ...all.en], listed, between, listing, others, of, years: allYears, monthsOf, byUrl, newest: listed.de.slice(0, 5), yearsOf };
  return town;
}

/** Counts as bars. */
export function drawBand(counts, largest = Math.max(1, ...counts)) {
  const bars = counts.flatMap((count, at) => {
    if (count === 0) return [];
    const height = Math.max(2, Math.round((count / largest) * 320) / 10);
    return [{ x: at * 10, y: Math.round((32 - height) * 10) / 10, width: 8, height }];
  });
  return { width: counts.length * 10 - 2, bars };
}
