/** Device names that Windows reserves: a file of that name cannot be checked out there. */
const WINDOWS_DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** Longest slug in characters: long enough for a headline, and with every ending short enough for any file system. */
export const SLUG_MAX = 120;

/** Longest slug that is made here, so that an address still fits into a line of an e-mail. */
export const MADE_SLUG_MAX = 80;

/** True for a slug as addresses need it: `a-z0-9-`, 3 to 120 characters, no device name of Windows. */
export function isSlug(text: string): boolean {
  return /^[a-z0-9-]{3,}$/.test(text) && text.length <= SLUG_MAX && !WINDOWS_DEVICES.test(text);
}

/** A slug made from a text: umlauts written out, all else that an address cannot hold a hyphen. */
export function toSlug(text: string): string {
  const spelt: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => spelt[letter] ?? letter)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, MADE_SLUG_MAX)
    .replace(/-+$/, "");
}
