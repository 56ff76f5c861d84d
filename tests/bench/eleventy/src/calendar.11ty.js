import { absolute, names, site } from "../town.js";

export const data = { pagination: { data: "collections.withDates", size: 1, alias: "release" }, permalink: ({ release }) => `${release.url}termine.ics`, eleventyExcludeFromCollections: true };

const utc = (machine) => new Date(machine).toISOString().replace(/[-:]|\.\d+/g, "");
/** A line has at most 75 octets (RFC 5545). */
const folded = (line) => line.replace(/(.{60})(?=.)/gu, "$1\r\n ");

export function render({ release: { data, url } }) {
  const events = data.events.map(({ id, name, date, end, place }) => [
    "BEGIN:VEVENT",
    `UID:tag:${site.tagAuthority.replace(",", "\\,")}:${data.id}#termin-${id}`,
    `DTSTAMP:${utc(data.issued)}`,
    `SEQUENCE:${data.corrections?.length ?? 0}`,
    `DTSTART:${utc(date)}`,
    ...(end ? [`DTEND:${utc(end)}`] : []),
    `SUMMARY:${name.replace(/[,;\\]/g, "\\$&")}`,
    ...(place ? [`LOCATION:${names.de.places[place]}`] : []),
    `DESCRIPTION:${site.demonstration}\\n${data.title.replace(/[,;\\]/g, "\\$&")}\\n${absolute(url)}`,
    `URL:${absolute(url)}`,
    "END:VEVENT",
  ]);
  return `${["BEGIN:VCALENDAR", `PRODID:-//Stadtchronik//${site.name}//DE`, "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH", ...events.flat(), "END:VCALENDAR"].map(folded).join("\r\n")}\r\n`;
}
