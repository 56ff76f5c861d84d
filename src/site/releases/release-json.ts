import type { Context } from "../../archive/context.ts";
import { mediaType } from "../../content/attachments.ts";
import { type Entry, nameIn } from "../../content/registers.ts";
import { changedDate, publishedDate } from "../../content/release/moments.ts";
import type { Edition, Release } from "../../content/release/release.ts";
import { renditionsOf } from "../../content/release/renditions.ts";

/**
 * The facts of a release in one language, named as in the front matter, with names beside ids and full URLs beside file names.
 * Nothing of other releases and no comments are in it; of a withdrawn release only that it is withdrawn.
 */
export function toJson(release: Release, context: Context): Record<string, unknown> {
  const { site, links } = context;
  const identity = { demonstration: site.demonstration, id: release.id, url: links.absolute(release.address), language: release.language };
  const versions = release.versions.map(({ language, address }) => ({ language, url: links.absolute(address) }));
  const named = (entry: Entry) => ({ id: entry.id, name: nameIn(entry, release.language) });
  if (release.withdrawn) {
    const { date, reason, hidesTitle } = release.withdrawn;
    return {
      ...identity,
      title: hidesTitle ? undefined : release.title,
      date: release.date.machine,
      department: named(release.department),
      topics: release.topics.map(named),
      kind: release.kind,
      contact: release.contact,
      withdrawn: { date: date.machine, reason },
      versions,
    };
  }
  return { ...identity, title: release.title, ...contents(release, context), versions };
}

function editionOf({ number, title, date, summary, withheld, text }: Edition): Record<string, unknown> {
  return withheld === undefined ? { number, title, date: date?.machine, summary, text: text() } : { number, withheld };
}

function contents(release: Release, { site, links, texts }: Context): Record<string, unknown> {
  const { language } = release;
  const named = (entry: Entry) => ({ id: entry.id, name: nameIn(entry, language) });
  return {
    date: release.date.machine,
    published: publishedDate(release, site.timeZone),
    changed: changedDate(release),
    state: release.state === "public" ? undefined : release.state,
    summary: release.summary || undefined,
    issuer: site.issuer,
    department: named(release.department),
    with: release.with.map(named),
    topics: release.topics.map(named),
    follows: release.followed && { id: release.followed.id, url: links.absolute(release.followed.address) },
    followUps:
      release.followUps.length > 0 ? release.followUps.map(({ id, address }) => ({ id, url: links.absolute(address) })) : undefined,
    kind: release.kind,
    people: release.people.map(({ person, role }) => ({ ...named(person), role })),
    places: release.places.map((place) => ({ ...named(place), country: place.country, lat: place.lat, lon: place.lon })),
    events: release.events.map(({ name, date, end, place }) => ({
      name,
      date: date.machine,
      end: end?.machine,
      place: place && named(place),
    })),
    number: release.number,
    contact: release.contact,
    images: release.images.map((image) => ({
      url: links.absolute(renditionsOf(image, release.id).print.address),
      alt: image.alt,
      caption: image.caption,
      credit: image.credit,
      license: image.license,
    })),
    attachments: release.attachments.map(({ file, address, title, size, accessible, captions, transcript, signLanguage }) => ({
      url: links.absolute(address),
      title,
      type: mediaType(file),
      bytes: size,
      accessible,
      captions: captions && links.absolute(captions.address),
      transcript: transcript && (transcript.text ?? links.absolute(transcript.address)),
      signLanguage: signLanguage || undefined,
    })),
    corrections: release.corrections.map(({ date, note, edition }) => ({ date: date.machine, note, edition })),
    /** What it said before, so that an archive can be rebuilt from its copy. */
    editions: release.editions.length > 0 ? release.editions.map(editionOf) : undefined,
    comments: release.comments === "off" ? undefined : release.comments,
    source: release.source,
    reconstructed: release.reconstructed,
    translation: release.translation,
    textLicense: site.textLicense,
    /** Markdown, as the press office wrote it. */
    text: texts.markdown(release),
    plainText: texts.plain(release),
  };
}
