/** A source of repeatable numbers from 0 up to, not including, 1. */
export type Random = () => number;

function hash(text: string, start: number): number {
  let value = start;
  for (let position = 0; position < text.length; position++) {
    value = Math.imul(value ^ text.charCodeAt(position), 0x01000193);
    value ^= value >>> 15;
  }
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}

/** Gives the same numbers for the same words on every machine (sfc32, so that 200,000 sources do not meet). */
export function seeded(...words: (string | number)[]): Random {
  const text = words.join("\u0000");
  let a = hash(text, 0x811c9dc5);
  let b = hash(text, 0x9e3779b9);
  let c = hash(text, 0x243f6a88);
  let count = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + count) | 0;
    count = (count + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return (sum >>> 0) / 4294967296;
  };
  for (let round = 0; round < 12; round++) next();
  return next;
}

/** Is true in the given share of calls. */
export function chance(random: Random, share: number): boolean {
  return random() < share;
}

/** Gives a whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** Gives any entry of a list that is not empty, each as likely. */
export function pick<Entry>(random: Random, list: readonly Entry[]): Entry {
  return list[Math.floor(random() * list.length)] as Entry;
}

/** Gives an entry of a list that is not empty, the first ones often and the last ones seldom, as words are used. */
export function pickEarly<Entry>(random: Random, list: readonly Entry[]): Entry {
  // A product, not Math.pow, whose last bits may differ between machines.
  const place = random();
  return list[Math.floor(place * place * list.length)] as Entry;
}

/** Gives the whole numbers below `count`, each once, in a random order. */
export function shuffled(random: Random, count: number): Uint32Array {
  const order = new Uint32Array(count);
  for (let place = 0; place < count; place++) {
    const other = Math.floor(random() * (place + 1));
    order[place] = order[other] as number;
    order[other] = place;
  }
  return order;
}
