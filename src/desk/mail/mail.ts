import MailComposer from "nodemailer/lib/mail-composer";
import type { Context } from "../../archive/context.ts";
import { nameIn } from "../../content/registers.ts";
import type { Release } from "../../content/release/release.ts";
import { type CityDate, isoInstant } from "../../dates.ts";
import { factsOf, toText } from "../../site/releases/release-text.ts";
import { mailHtml } from "./mail-html.ts";

/** A draft of an e-mail: the name of its file, and the file (RFC 5322, with CRLF). */
export interface MailDraft {
  name: string;
  message: Buffer;
}

/**
 * The draft of the e-mail by which a release goes to the distribution list, as text and as HTML, without recipients and without anything
 * that is loaded from elsewhere. Throws in German for one that is withdrawn. `now` (ms) is when it is written.
 */
export async function composeMail(release: Release, context: Context, now: number): Promise<MailDraft> {
  const { withdrawn, id, language, title, originalLanguage } = release;
  const { site, links, messages, formatDate } = context;
  if (withdrawn)
    throw new Error(
      `Die Meldung ist seit ${formatDate(withdrawn.date, "de")} zurückgezogen; sie wird nicht mehr verschickt. Grund: ${withdrawn.reason}`,
    );
  const notice = noticeOf(release, context, now);
  const signature = signatureOf(release, context);
  // The mark of a signature (RFC 3676, 4.3): programs leave out what is behind it when they quote.
  const text = [...(notice ? [notice] : []), toText(release, context).trimEnd(), `-- \n${signature.join("\n")}`].join("\n\n");
  const mail = new MailComposer({
    subject: `${messages.in(language).release.kinds[release.kind]}: ${title}`,
    text: `${text}\n`,
    html: mailHtml(release, context, { notice, signature, facts: factsOf(release, context) }),
    // Outlook opens such a file for writing, and not as a message that came in.
    headers: { "X-Unsent": "1", "Content-Language": language },
    textEncoding: "quoted-printable",
    newline: "windows",
    date: new Date(now),
    messageId: `<${id.replaceAll("/", ".")}.${language}.${now}@${new URL(links.absolute("/")).hostname}>`,
    baseBoundary: `${id.replaceAll("/", "-")}-${site.language}`,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const name = id.slice(id.lastIndexOf("/") + 1);
  return { name: `${name}${language === originalLanguage ? "" : `.${language}`}.eml`, message: await mail.compile().build() };
}

/** What stands above all else while a release is not public at a moment (ms): that it is a draft, and until when nobody may publish it. */
export function noticeOf(
  { state, published, date, language }: Release,
  { site, formatDate, messages }: Context,
  now: number,
): string | undefined {
  if (state === "public") return undefined;
  const moment: CityDate = { ...date, precision: "minute", machine: isoInstant(published, site.timeZone), instant: published };
  const words = messages.in(language).mail;
  const until = `${words.embargo}: ${formatDate(moment, language)}, ${formatDate(moment, language, "time")}. ${words.embargoLead}`;
  return [...(published > now ? [until] : []), ...(state === "draft" ? [words.draft] : [])].join(" ");
}

/** Who writes: the office that issues the release, and how to reach it, then the city by which it speaks. */
function signatureOf({ department, language }: Release, { site, messages, links }: Context): string[] {
  const { name, phone, email } = department.contact ?? site.publisher.contact;
  const office = nameIn(department, language);
  const lines = [
    name,
    office,
    site.publisher.name === office ? undefined : site.publisher.name,
    site.publisher.address,
    phone && `${messages.in(language).release.phone} ${phone}`,
    email,
    links.absolute("/"),
  ];
  return [...new Set(lines.filter((line): line is string => line !== undefined && line !== ""))];
}
