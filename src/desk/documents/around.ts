import type { Laid, Told } from "./lay-pictures.ts";

/** What a release or a version that begins takes from a document, and nothing where there is none. */
export interface Taken {
  title: string | undefined;
  /** The text without its pictures: a language version shows those of its original. */
  textOnly: string;
  /** What to look at, in German. */
  notes: readonly string[];
  /** Lays the pictures by what was told of them; what was not is asked for, where there is somebody to `ask`. */
  lay: (told: Told, ask: ((question: string) => Promise<string>) | undefined) => Promise<Laid & { notes: readonly string[] }>;
}

/** A line by which an office says until when its text must wait. */
const EMBARGO = /^[*_\\ ]*(?:Achtung[!,:]? )?(?:Sperrfrist|Sperrvermerk|Gesperrt bis|Embargo)\b.{0,80}/im;

const NOTHING: Laid = { files: new Map(), pictures: [], markdown: "", unplaced: [] };

/** Reads the document that a text is taken from, if any; a `title` that is known goes before the document's own. */
export async function readAround(file: string | undefined, title: string | undefined): Promise<Taken> {
  if (file === undefined) return { title, textOnly: "", notes: [], lay: async () => ({ ...NOTHING, notes: [] }) };
  const [{ readManuscript }, { distinct, layPictures }, { placePictures }] = await Promise.all([
    import("./manuscript.ts"),
    import("./lay-pictures.ts"),
    import("./pictures.ts"),
  ]);
  const manuscript = await readManuscript(file, { title });
  const { warnings, markdown } = manuscript;
  const pictures = distinct(manuscript);
  const said = EMBARGO.exec(markdown)?.[0]
    .replace(/[*_\\]/g, "")
    .trim();
  const embargo = said
    ? [
        `Im Text steht „${said}“. Das allein hält nichts zurück: ` +
          "Nennen Sie den Zeitpunkt im Kopf unter embargo, und streichen Sie es im Text.",
      ]
    : [];
  const left =
    pictures.length > 0 ? ["Die Bilder des Dokuments sind nicht übernommen: Eine Sprachfassung zeigt die der ursprünglichen Meldung."] : [];
  return {
    title: title ?? manuscript.title,
    textOnly: placePictures(markdown, () => undefined),
    notes: [...warnings, ...embargo, ...left],
    lay: async ({ alts, credits }, ask) => {
      const told = { alts: [...alts], credits: [...credits] };
      for (const [index, { alt, caption }] of ask ? pictures.entries() : []) {
        const which = `Bild ${index + 1} von ${pictures.length}${caption === undefined ? "" : ` („${caption}“)`}`;
        if (ask && (told.alts[index] ?? alt) === undefined)
          told.alts[index] = (await ask(`${which}: Was ist darauf zu sehen (leer: später)? `)).trim() || undefined;
        if (ask && told.credits[index] === undefined && !(credits.length === 1 && credits[0] !== undefined))
          told.credits[index] = (await ask(`${which}: Wer hat es gemacht, als Bildnachweis (leer: später)? `)).trim() || undefined;
      }
      const laid = layPictures(manuscript, told);
      const unplaced = laid.unplaced.map(
        (name) => `${name} steht noch nicht im Text. An seine Stelle kommt es, wenn Sie dort schreiben: ![was zu sehen ist](${name})`,
      );
      return { ...laid, notes: [...warnings, ...embargo, ...unplaced] };
    },
  };
}
