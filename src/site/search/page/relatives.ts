/**
 * Forms of a word that the stemmer does not know for one: some genitives and plurals, those of men and women (Lehrer, Lehrerin,
 * Lehrerinnen), and verbs beside the nouns made of them (Sanierung, sanieren, saniert). They are guesses, of which only those count that
 * occur in the archive.
 */
export function relativesOf(word: string): string[] {
  const small = word.toLowerCase();
  const relatives = new Set<string>();
  const add = (stem: string, endings: readonly string[]) => {
    if (stem.length >= 3) for (const ending of endings) relatives.add(stem + ending);
  };
  // Endings that the stemmer leaves: of the genitive and of plurals (Umbaus, Workshops, Bauten), and of Latin words (Museum, Museen).
  add(small, ["s", "ten"]);
  for (const ending of ["s", "ten"]) if (small.endsWith(ending)) add(small.slice(0, -ending.length), [""]);
  if (/ums?$/.test(small)) add(small.replace(/ums?$/, ""), ["um", "ums", "en"]);
  if (small.endsWith("en")) add(small.slice(0, -2), ["um", "ums"]);
  const [, person] = /^(.+?)(?:[:*_·/]?in|[:*_·/]?innen)$/.exec(small) ?? [];
  if (person) add(person, ["", "in", "innen", "n", "en", "s"]);
  if (/(?:er|ern|ers|eur|or|ist|ant|ent|wart|mann|e)$/.test(small)) {
    const stem = small.replace(/(?<=er)(?:n|s)$|e$/, "");
    add(stem, ["in", "innen"]);
    if (/(?:er|ern|ers)$/.test(small)) add(small.replace(/(?:n|s)$/, ""), [""]);
  }
  const [, noun] = /^(.+)ung(?:en)?$/.exec(small) ?? [];
  if (noun) addVerb(noun, add);
  const [, verb] = /^(.+?)e?n$/.exec(small) ?? [];
  if (verb) addVerb(verb, add);
  const [, past] = /^(?:ge)?(.+?)e?t(?:e[nmrs]?)?$/.exec(small) ?? [];
  if (past && past.length >= 4) addVerb(past, add);
  relatives.delete(small);
  return [...relatives];
}

function addVerb(stem: string, add: (stem: string, endings: readonly string[]) => void): void {
  if (stem.length < 4) return;
  add(stem, ["ung", "ungen", "en", "n", "t", "te", "ten"]);
  add(`ge${stem}`, ["t", "te", "ten"]);
}
