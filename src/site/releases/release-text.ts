import type { Context } from "../../archive/context.ts";
import { describeFile } from "../../content/attachments.ts";
import { type Entry, nameIn } from "../../content/registers.ts";
import { endOf } from "../../content/release/moments.ts";
import type { Event, Release, ReleaseLink } from "../../content/release/release.ts";
import { captionOf, creditLine, renditionsOf } from "../../content/release/renditions.ts";
import { bracketed, hasBrackets, hasSuppliedSummary } from "../../content/release/supplied.ts";
import type { CityDate } from "../../dates.ts";
import { fill } from "../../messages.ts";

/**
 * A release as journalists copy it: head, headline, text, then people, contact, permanent address and rights, as its page says them; ends
 * with a line break.
 */
export function toText(release: Release, context: Context): string {
  const { site, messages, texts } = context;
  const words = messages.in(release.language);
  const print = (date: CityDate) => context.formatDate(date, release.language);
  const translation = release.translation && [
    words.release.translations[release.translation.kind],
    by(release.translation.by, words.release.translatedBy),
  ];
  const blocks = [
    site.demonstration,
    [...markOf(release, context), ...headOf(release, context)].join("\n"),
    bracketed(release, "title", release.title),
    translation?.filter((part) => part !== undefined).join(" "),
    ...release.corrections.map(({ date, note }) => `${fill(words.release.correction, { date: print(date) })}: ${note}`),
    texts.plain(release) || (release.source?.url === undefined ? "" : `${words.release.textElsewhere} ${release.source.url}`),
    "* * *",
    ...factsOf(release, context).map(([label, lines]) => `${label}:\n${lines.join("\n")}`),
  ];
  return `${blocks.filter((block) => block !== undefined).join("\n\n")}\n`;
}

/** Who says it, what it is, when and from which office: what stands above the headline, line by line. */
export function headOf(release: Release, { site, messages, formatDate }: Context): string[] {
  const { language } = release;
  const words = messages.in(language).release;
  const number = release.number === undefined ? "" : ` ${bracketed(release, "number", fill(words.number, { number: release.number }))}`;
  return [
    site.issuer,
    words.kinds[release.kind] + number,
    bracketed(release, "date", formatDate(release.date, language)),
    bracketed(release, "department", nameIn(release.department, language)),
  ];
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
export function factsOf(release: Release, context: Context): [label: string, lines: string[]][] {
  const { site, links, messages } = context;
  const { language, source } = release;
  const words = messages.in(language).release;
  const named = (entries: readonly Entry[]) => entries.map((entry) => nameIn(entry, language));
  const list = (field: "places" | "topics", entries: readonly Entry[]) =>
    named(entries)
      .map((name) => bracketed(release, field, name))
      .join(", ");
  const address = (absolute: string) => links.absolute(absolute);
  const linked = (other: ReleaseLink) =>
    `${other.title} (${bracketed(other, "date", context.formatDate(other.date, language))}): ${address(other.address)}`;
  const notes = [
    ...(hasBrackets(release) ? [words.reconstructed] : []),
    ...(release.reconstructed.includes("title") ? [words.suppliedTitle] : []),
    ...(hasSuppliedSummary(release) ? [words.suppliedSummary] : []),
  ];
  const facts: [string, (string | undefined)[]][] = [
    [words.follows, release.followed ? [linked(release.followed)] : []],
    [words.followUps, release.followUps.map(linked)],
    [words.with, named(release.with)],
    [
      words.people,
      release.people.map(({ person, role }) =>
        bracketed(release, "people", role === undefined ? nameIn(person, language) : `${nameIn(person, language)}, ${role}`),
      ),
    ],
    [words.places, [list("places", release.places)]],
    [words.topics, [list("topics", release.topics)]],
    [words.events, release.events.map((event) => eventLine(event, release, context))],
    [
      words.images,
      release.images.map((image) => {
        const { credit, isSupplied } = image;
        const line = creditLine({ credit, license: undefined, isSupplied }, words);
        return `${captionOf(image) ?? image.alt} (${line}) ${address(renditionsOf(image, release.id).print.address)}`;
      }),
    ],
    [
      words.attachments,
      release.attachments.flatMap((file) => {
        const { title, accessible, captions, transcript, signLanguage } = file;
        const kind = describeFile(file, { language, phrase: words.file });
        const said = signLanguage ? `${title} (${words.player.signLanguage}, ${kind})` : `${title} (${kind})`;
        return [
          `${said}: ${address(file.address)}${accessible ? "" : ` (${words.inaccessible})`}`,
          captions && `${words.player.captions}: ${address(captions.address)}`,
          transcript && `${words.player.transcript}: ${transcript.text ?? address(transcript.address)}`,
        ];
      }),
    ],
    [words.contact, contactOf(release, words.phone)],
    [words.source, [source?.note, source?.url, ...notes]],
    [messages.in(language).plain.address, [address(release.address)]],
    [words.rights, [site.textLicense.text, site.textLicense.url]],
  ];
  return facts
    .map(([label, lines]): [string, string[]] => [label, lines.filter((line): line is string => line !== undefined && line !== "")])
    .filter(([, lines]) => lines.length > 0);
}

function contactOf(release: Release, phone: string): string[] {
  const { contact } = release;
  const lines = [contact?.name, contact?.phone && `${phone} ${contact.phone}`, contact?.email];
  return lines.flatMap((line) => (line ? [bracketed(release, "contact", line)] : []));
}

function eventLine({ name, date, end, place }: Event, { language }: Release, { messages, formatDate }: Context): string {
  const words = messages.in(language).release;
  const time = (moment: CityDate) => (moment.precision === "minute" ? `, ${formatDate(moment, language, "time")}` : "");
  const { hasDay, hasTime } = endOf({ date, end });
  const last = end ? [...(hasDay ? [formatDate(end, language)] : []), ...(hasTime ? [formatDate(end, language, "time")] : [])] : [];
  const until = last.length > 0 ? ` ${words.until} ${last.join(", ")}` : "";
  return [`${name}: ${formatDate(date, language)}${time(date)}${until}`, ...(place ? [nameIn(place, language)] : [])].join(", ");
}
