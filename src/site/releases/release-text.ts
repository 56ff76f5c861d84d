import type { Context } from "../../archive/context.ts";
import { describeFile } from "../../content/attachments.ts";
import { type Entry, nameIn } from "../../content/registers.ts";
import { endOf } from "../../content/release/moments.ts";
import type { Event, Release } from "../../content/release/release.ts";
import { renditionsOf } from "../../content/release/renditions.ts";
import type { CityDate } from "../../dates.ts";
import { fill } from "../../messages.ts";

/**
 * A release as journalists copy it: head, headline, text, then people, contact, permanent address and rights, as its page says them; ends
 * with a line break.
 */
export function toText(release: Release, context: Context): string {
  const { site, messages, texts } = context;
  const { language } = release;
  const words = messages.in(language);
  const supplied = (field: string, text: string) => (release.reconstructed.includes(field) ? `[${text}]` : text);
  const print = (date: CityDate) => context.formatDate(date, language);
  const number = release.number === undefined ? "" : ` ${supplied("number", fill(words.release.number, { number: release.number }))}`;
  const head = [
    ...markOf(release, context),
    site.issuer,
    words.release.kinds[release.kind] + number,
    supplied("date", print(release.date)),
    supplied("department", nameIn(release.department, language)),
  ];
  const translation = release.translation && [
    words.release.translations[release.translation.kind],
    by(release.translation.by, words.release.translatedBy),
  ];
  const blocks = [
    site.demonstration,
    head.join("\n"),
    supplied("title", release.title),
    translation?.filter((part) => part !== undefined).join(" "),
    ...release.corrections.map(({ date, note }) => `${fill(words.release.correction, { date: print(date) })}: ${note}`),
    texts.plain(release),
    "* * *",
    ...factsOf(release, context).map(([label, lines]) => `${label}:\n${lines.join("\n")}`),
  ];
  return `${blocks.filter((block) => block !== undefined).join("\n\n")}\n`;
}

function by(translator: string | undefined, phrase: string): string | undefined {
  return translator === undefined ? undefined : fill(phrase, { by: translator });
}

/** In the preview a text says that nobody may see it yet: it is easily passed on. */
function markOf({ state, published, language, date }: Release, { formatDate, messages }: Context): string[] {
  const words = messages.in(language).preview;
  if (state === "draft") return [words.draft];
  if (state === "public") return [];
  const moment: CityDate = { ...date, precision: "minute", machine: String(published), instant: published };
  return [fill(words.embargoed, { date: `${formatDate(moment, language)}, ${formatDate(moment, language, "time")}` })];
}

/** What stands beside the text, label and lines; what the release does not say is left out. */
function factsOf(release: Release, context: Context): [label: string, lines: string[]][] {
  const { site, links, messages } = context;
  const { language, contact, source } = release;
  const words = messages.in(language).release;
  const named = (entries: readonly Entry[]) => entries.map((entry) => nameIn(entry, language));
  const address = (absolute: string) => links.absolute(absolute);
  const notes = [
    ...(release.reconstructed.length > 0 ? [words.reconstructed] : []),
    ...(release.reconstructed.includes("title") ? [words.suppliedTitle] : []),
    ...(release.reconstructed.includes("summary") ? [words.suppliedSummary] : []),
  ];
  const facts: [string, (string | undefined)[]][] = [
    [words.with, named(release.with)],
    [
      words.people,
      release.people.map(({ person, role }) => (role === undefined ? nameIn(person, language) : `${nameIn(person, language)}, ${role}`)),
    ],
    [words.places, [named(release.places).join(", ")]],
    [words.topics, [named(release.topics).join(", ")]],
    [words.events, release.events.map((event) => eventLine(event, release, context))],
    [
      words.images,
      release.images.map((image) => {
        const credit = fill(words.credit, { credit: image.credit });
        return `${image.caption ?? image.alt} (${credit}) ${address(renditionsOf(image, release.id).print.address)}`;
      }),
    ],
    [
      words.attachments,
      release.attachments.map((file) => {
        const kind = describeFile(file, { language, phrase: words.file });
        return `${file.title} (${kind}): ${address(file.address)}${file.accessible ? "" : ` (${words.inaccessible})`}`;
      }),
    ],
    [words.contact, contact ? [contact.name, contact.phone && `${words.phone} ${contact.phone}`, contact.email] : []],
    [words.source, [source?.note, source?.url, ...notes]],
    [messages.in(language).plain.address, [address(release.address)]],
    [words.rights, [site.textLicense.text, site.textLicense.url]],
  ];
  return facts
    .map(([label, lines]): [string, string[]] => [label, lines.filter((line): line is string => line !== undefined && line !== "")])
    .filter(([, lines]) => lines.length > 0);
}

function eventLine({ name, date, end, place }: Event, { language }: Release, { messages, formatDate }: Context): string {
  const words = messages.in(language).release;
  const time = (moment: CityDate) => (moment.precision === "minute" ? `, ${formatDate(moment, language, "time")}` : "");
  const { hasDay, hasTime } = endOf({ date, end });
  const last = end ? [...(hasDay ? [formatDate(end, language)] : []), ...(hasTime ? [formatDate(end, language, "time")] : [])] : [];
  const until = last.length > 0 ? ` ${words.until} ${last.join(", ")}` : "";
  return [`${name}: ${formatDate(date, language)}${time(date)}${until}`, ...(place ? [nameIn(place, language)] : [])].join(", ");
}
