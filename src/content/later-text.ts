import { readFileSync } from "node:fs";
import { digest } from "../disk/digest.ts";

/** How many texts are held in memory: as many as are printed in one go on their page, as text, as data and in a feed. */
const HELD = 3000;

/** Turns the bytes of a content file into the text that was checked. */
export type Decode = (bytes: Uint8Array) => string;

const held: { text: string | undefined }[] = [];
let next = 0;

/**
 * The text of a content file from a place on (counted in its decoded characters), read when it is asked for.
 * Throws in German when the file is not any more the one that was checked, whose digest is `fileDigest`.
 */
export function laterText(path: string, fileDigest: string, start: number, decode: Decode): () => string {
  const holder: { text: string | undefined } = { text: undefined };
  return () => {
    if (holder.text !== undefined) return holder.text;
    const bytes = readFileSync(path);
    if (digest(bytes) !== fileDigest) throw new Error(`${path} wurde während des Baus geändert. Bauen Sie noch einmal.`);
    holder.text = decode(bytes).slice(start);
    const oldest = held[next];
    if (oldest) oldest.text = undefined;
    held[next] = holder;
    next = (next + 1) % HELD;
    return holder.text;
  };
}
