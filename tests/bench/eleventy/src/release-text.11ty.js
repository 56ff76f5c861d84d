import { absolute, fill, names, plainText, printDate, site, words } from "../town.js";

export const data = { pagination: { data: "collections.withText", size: 1, alias: "release" }, permalink: ({ release }) => `${release.url}index.txt`, eleventyExcludeFromCollections: true };

export function render({ release: { data, url, rawInput } }) {
  const { language } = data;
  const w = words[language].release;
  const named = (facet) => (id) => names[language][facet][id];
  const print = (machine, form) => printDate(machine, language, form);
  const { translation, contact = {} } = data;
  const event = ({ name, date, end, place }) => {
    const day = print(date);
    const until = end ? ` ${w.until} ${print(end) === day ? print(end, "time") : `${print(end)}, ${print(end, "time")}`}` : "";
    return `${name}: ${day}, ${print(date, "time")}${until}${place ? `, ${named("places")(place)}` : ""}`;
  };
  const facts = [
    [w.with, (data.with ?? []).map(named("departments"))],
    [w.people, (data.people ?? []).map(({ id, role }) => named("people")(id) + (role ? `, ${role}` : ""))],
    [w.places, data.places ? [data.places.map(named("places")).join(", ")] : []],
    [w.topics, [data.topics.map(named("topics")).join(", ")]],
    [w.events, (data.events ?? []).map(event)],
    [w.contact, [contact.name, contact.phone && `${w.phone} ${contact.phone}`, contact.email].filter(Boolean)],
    [words[language].plain.address, [absolute(url)]],
    [w.rights, [site.textLicense.text]],
  ].filter(([, lines]) => lines.length > 0);
  const blocks = [
    site.demonstration,
    [site.issuer, w.kinds[data.kind] + (data.number ? ` ${fill(w.number, { number: data.number })}` : ""), print(data.machine), named("departments")(data.department)].join("\n"),
    data.title,
    ...(translation ? [w.translations[translation.kind] + (translation.by ? ` ${fill(w.translatedBy, { by: translation.by })}` : "")] : []),
    ...(data.corrections ?? []).map(({ date, note }) => `${fill(w.correction, { date: print(date) })}: ${note}`),
    plainText(rawInput),
    "* * *",
    ...facts.map(([label, lines]) => `${label}:\n${lines.join("\n")}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}
