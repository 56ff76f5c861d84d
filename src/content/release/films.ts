import { fileAddress } from "../../addresses.ts";
import { isPlayable, isSound } from "../attachments.ts";
import { fileEnding } from "../media.ts";
import type { AttachedFile, Attachment } from "./attachment.ts";
import type { Checks } from "./checks.ts";
import type { Fields } from "./schema.ts";

type Entry = NonNullable<Fields["attachments"]>[number];

/** The name of another attachment in place of a text. */
const FILE_NAME = /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]{2,5}$/;

/**
 * Checks that whoever cannot hear or see a film or a recording learns what is in it (WCAG 2.2, 1.2.1 to 1.2.3): a film has captions or a
 * transcript, a recording a transcript. In sign language it says what the text of its release says.
 */
export function checkFilms(attachments: readonly Partial<Entry>[], checks: Checks): void {
  attachments.forEach(({ file, captions, transcript, signLanguage, accessible }, index) => {
    if (file === undefined) return;
    const fail = (id: Parameters<Checks["fail"]>[0], key: string | undefined, message: string, remedy: string) =>
      checks.fail(id, ["attachments", index, ...(key === undefined ? [] : [key])], message, remedy);
    if (!isPlayable(file)) {
      for (const [key, value] of Object.entries({ captions, transcript, signLanguage }))
        if (value) fail("film-field-misplaced", key, `„${file}“ ist kein Film und keine Tonaufnahme.`, `Streichen Sie die Zeile ${key}.`);
      return;
    }
    if (captions !== undefined && isSound(file))
      fail(
        "film-field-misplaced",
        "captions",
        "Zu einer Tonaufnahme zeigt kein Browser Untertitel.",
        "Schreiben Sie stattdessen: transcript",
      );
    else if (captions !== undefined && fileEnding(captions) !== "vtt")
      fail(
        "captions-not-webvtt",
        "captions",
        `„${captions}“ ist keine Untertiteldatei.`,
        `Speichern Sie die Untertitel als WebVTT, und schreiben Sie: captions: ${stemOf(file)}.vtt`,
      );
    if (signLanguage && isSound(file))
      fail("film-field-misplaced", "signLanguage", "Eine Tonaufnahme zeigt keine Gebärden.", "Streichen Sie die Zeile signLanguage.");
    if (transcript !== undefined && FILE_NAME.test(transcript) && !attachments.some((other) => other.file === transcript))
      fail(
        "transcript-not-listed",
        "transcript",
        `Die Abschrift „${transcript}“ steht nicht unter attachments.`,
        "Tragen Sie sie dort ein, oder schreiben Sie die Abschrift selbst hierher.",
      );
    if (transcript !== undefined || signLanguage || accessible === false || (captions !== undefined && !isSound(file))) return;
    fail(
      "film-without-words",
      undefined,
      isSound(file)
        ? `Wer „${file}“ nicht hört, erfährt nicht, was gesagt wird.`
        : `Wer „${file}“ nicht hört oder nicht sieht, erfährt nicht, worum es geht.`,
      isSound(file)
        ? "Schreiben Sie darunter, was zu hören ist: transcript: … (oder den Namen einer Anlage)."
        : `Schreiben Sie darunter: captions: ${stemOf(file)}.vtt (Untertitel im Ordner der Meldung) oder transcript: … ` +
            "(was zu hören und zu sehen ist).",
    );
  });
}

/** An attachment as its head lists it; digests and sizes are filled in where its folder is known. */
export function toAttachment(entry: Entry, id: string, all: readonly Entry[]): Attachment {
  const { file, title, accessible = true, captions, transcript, signLanguage = false } = entry;
  const at = (name: string): AttachedFile => ({ file: name, digest: "", address: fileAddress(id, name) });
  const other = all.find((one) => one.file === transcript);
  return {
    ...at(file),
    title,
    size: 0,
    accessible,
    captions: captions === undefined ? undefined : at(captions),
    transcript:
      transcript === undefined
        ? undefined
        : other
          ? { text: undefined, address: fileAddress(id, other.file), title: other.title }
          : { text: transcript, address: undefined, title: undefined },
    signLanguage,
  };
}

/** All files that attachments publish, their captions among them, each once. */
export function attachedFiles(attachments: readonly Attachment[]): AttachedFile[] {
  const files = attachments.flatMap(({ captions, ...own }) => (captions ? [own, captions] : [own]));
  return [...new Map(files.map(({ file, digest, address }) => [address, { file, digest, address }])).values()];
}

function stemOf(file: string): string {
  return file.replace(/\.[^.]+$/, "");
}
