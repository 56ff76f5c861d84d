import { absolute, names, site } from "./town.js";

/** The releases of a year, oldest first, each followed by its other languages. */
export function ofYear(year, { of, byUrl }) {
  return of(`de ${year}`)
    .toReversed()
    .flatMap((item) => [item, ...(item.data.versions ?? []).flatMap(({ language, address }) => (language === "de" ? [] : [byUrl.get(address)]))]);
}

/** A release as data. */
export function row({ data, url, rawInput }) {
  const { language } = data;
  const named = (facet) => (id) => ({ id, name: names[language][facet][id] });
  return {
    id: data.id,
    language,
    address: absolute(url),
    versions: (data.versions ?? []).filter((version) => version.language !== language).map((version) => ({ language: version.language, address: absolute(version.address) })),
    title: data.title,
    date: data.machine,
    precision: "minute",
    published: data.issued,
    summary: data.summary,
    department: named("departments")(data.department),
    with: (data.with ?? []).map(named("departments")),
    topics: data.topics.map(named("topics")),
    kind: data.kind,
    people: (data.people ?? []).map(({ id, role }) => ({ ...named("people")(id), role: role ?? null })),
    places: (data.places ?? []).map(named("places")),
    number: data.number ?? null,
    corrections: data.corrections ?? [],
    source: null,
    reconstructed: [],
    translation: data.translation ? { kind: data.translation.kind, by: data.translation.by ?? null } : null,
    text: rawInput.trim(),
    demonstration: site.demonstration,
  };
}
