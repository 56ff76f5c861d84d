import { readFileSync } from "node:fs";
import { join } from "node:path";
import { outputFile } from "../../addresses.ts";
import { listFiles } from "../../content/files.ts";
import { sha256 as sha256Of } from "../../disk/digest.ts";
import { error, type Problem } from "../../problems.ts";
import { MANIFEST_ADDRESS, type ManifestEntry } from "../manifest.ts";
import { textsIn } from "./decoders.ts";
import { createPartReader, type Part } from "./parts.ts";
import { findPublic } from "./public-words.ts";
import { createSearch } from "./search.ts";
import { collectSecrets, type Hidden, type Secret, type Secrets } from "./secrets.ts";
import { openSeenWords } from "./seen-words.ts";

/** A finished site that is not live yet, what it was made of, and where the test keeps what it has seen. */
export interface LeakOrder extends Omit<Hidden, "files"> {
  /** The folder of the site, and all its pages. */
  site: string;
  entries: readonly ManifestEntry[];
  memory: string;
  /** The fingerprint of the program. */
  program: string;
}

/** So many leaks of one text are named. */
const NAMED_MAX = 3;

/** A place where a secret came to light: the file of the site. */
interface Hit {
  secret: Secret;
  path: string;
}

/**
 * Searches a finished site for what is not public: titles, addresses, files, what pictures and documents say of themselves, and any eight
 * words in a row that no public text holds. Each file is read once as long as it stays the same, and each secret is searched once in it.
 * Answers with an error for each place of a text, and the place where it came to light; the words themselves are not repeated.
 */
export function findLeaks(order: LeakOrder): Problem[] {
  const { site, entries, folder, memory, program } = order;
  const files = listFiles(folder).files;
  const secrets = collectSecrets({ ...order, files });
  if (secrets.paths.size === 0) return [];
  const all = [...entries, { address: MANIFEST_ADDRESS, sha256: sha256Of(readFileSync(join(site, outputFile(MANIFEST_ADDRESS)))) }];
  const seen = openSeenWords(memory, all.length, program);
  const open = secrets.all.filter(({ key }) => !seen.excused.has(key));
  const [fresh, earlier] = [all.filter(({ sha256 }) => !seen.knows(sha256)), all.filter(({ sha256 }) => seen.knows(sha256))];
  // In earlier files only what was not searched yet can come to light, and by far the most of that is nowhere.
  const suspects = earlier.length === 0 ? [] : open.filter((secret) => !seen.cleared.has(secret.key) && seen.mayHold(secret.words));
  const hits = searchFor(open, fresh, site, seen.add);
  for (const { sha256 } of fresh) seen.know(sha256);
  const known = findPublic([...suspects, ...hits.map(({ secret }) => secret)], secrets.paths, order, files);
  const isSecret = ({ key }: Secret) => !known.has(key);
  hits.push(...searchFor(suspects.filter(isSecret), earlier, site));
  const problems = [
    ...findCopies(secrets, order, files),
    ...tell(
      hits.filter(({ secret }) => isSecret(secret)),
      folder,
    ),
  ];
  if (problems.length > 0) return problems;
  if (fresh.length === 0 && open.every(({ key }) => seen.cleared.has(key))) return [];
  for (const key of known) seen.excused.add(key);
  seen.cleared = new Set(open.flatMap(({ key }) => (known.has(key) ? [] : [key])));
  seen.save(new Set(all.map(({ sha256 }) => sha256)));
  return [];
}

/** Searches files for secrets, word for word; the first place of each counts. `use` gets all their words besides. */
function searchFor(secrets: readonly Secret[], files: readonly { address: string }[], site: string, use?: (part: Part) => void): Hit[] {
  if (secrets.length === 0 && !use) return [];
  const search = createSearch();
  for (const [number, { words }] of secrets.entries()) search.add(words, number);
  const hits = new Map<number, Hit>();
  let path = "";
  const tell = (number: number) => {
    const secret = secrets[number];
    if (secret && !hits.has(number)) hits.set(number, { secret, path });
  };
  const read = createPartReader((part) => {
    use?.(part);
    search.find(part, tell);
  });
  for (const { address } of files) {
    path = outputFile(address);
    for (const text of textsIn(path, readFileSync(join(site, path)))) read(text);
  }
  return [...hits.values()];
}

/** A file of which a copy is published is a leak, unless a public release has the same one. */
function findCopies({ files: hidden, paths }: Secrets, { entries, folder }: LeakOrder, files: readonly string[]): Problem[] {
  const bySum = new Map(entries.map(({ address, sha256 }) => [sha256, address]));
  return hidden.flatMap(({ path, sha256 }) => {
    const address = bySum.get(sha256);
    if (address === undefined) return [];
    const isPublic = files.some((file) => !paths.has(file) && sha256Of(readFileSync(join(folder, file))) === sha256);
    return isPublic ? [] : [leak(join(folder, path), 1, "die Datei selbst", outputFile(address))];
  });
}

/** Says of each text what of it came to light where: each line and kind once, and not all of them. */
function tell(hits: readonly Hit[], folder: string): Problem[] {
  const problems = new Map<string, Problem>();
  const counts = new Map<string, number>();
  for (const { secret, path } of hits) {
    const { path: source, line, what } = secret;
    const place = `${source} ${line} ${what}`;
    if (problems.has(place)) continue;
    const count = (counts.get(source) ?? 0) + 1;
    counts.set(source, count);
    if (count <= NAMED_MAX) problems.set(place, leak(join(folder, source), line, what, path));
  }
  return [...problems.values()];
}

function leak(path: string, line: number, what: string, place: string): Problem {
  const message = `Das ist nicht öffentlich, steht aber in der fertigen Website: ${what}, in ${place}.`;
  const remedy =
    "Steht es mit Absicht dort, nehmen Sie es auch in einen öffentlichen Text auf; sonst ist es ein Fehler des Programms: Melden Sie ihn.";
  return error("not-public-but-printed", path, { line, column: 1 }, message, remedy);
}
