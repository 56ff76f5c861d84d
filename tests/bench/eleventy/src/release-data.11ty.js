import { absolute, names, places, plainText, site } from "../town.js";

export const data = { pagination: { data: "collections.releases", size: 1, alias: "release" }, permalink: ({ release }) => `${release.url}index.json`, eleventyExcludeFromCollections: true };

export function render({ release: { data, url, rawInput } }) {
  const { language } = data;
  const named = (facet) => (id) => ({ id, name: names[language][facet][id] });
  const versions = (data.versions ?? [{ language, address: url }]).map((version) => ({ language: version.language, url: absolute(version.address) }));
  const identity = { demonstration: site.demonstration, id: data.id, url: absolute(url), language, title: data.title, date: data.machine };
  if (data.withdrawn) return `${JSON.stringify({ ...identity, withdrawn: data.withdrawn, versions }, null, 2)}\n`;
  const record = {
    ...identity,
    published: data.issued,
    changed: data.corrected,
    summary: data.summary,
    issuer: site.issuer,
    department: named("departments")(data.department),
    with: (data.with ?? []).map(named("departments")),
    topics: data.topics.map(named("topics")),
    kind: data.kind,
    people: (data.people ?? []).map(({ id, role }) => ({ ...named("people")(id), role })),
    places: (data.places ?? []).map((id) => ({ ...named("places")(id), ...places[id] })),
    events: (data.events ?? []).map(({ name, date, end, place }) => ({ name, date, end, place: place && named("places")(place) })),
    number: data.number,
    contact: data.contact,
    images: [],
    attachments: [],
    corrections: data.corrections ?? [],
    reconstructed: [],
    translation: data.translation,
    textLicense: site.textLicense,
    text: rawInput,
    plainText: plainText(rawInput),
    versions,
  };
  return `${JSON.stringify(record, null, 2)}\n`;
}
