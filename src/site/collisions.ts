import { comparable, parentOf } from "../addresses.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import type { Page } from "./pages.ts";

/**
 * All pages that could not be files beside the others: of one address (servers and file systems may differ on case and on a last slash), or
 * one below the other. Each is told at the file of the content that is to be changed.
 */
export function findCollisions(pages: readonly Page[]): Problem[] {
  const problems: Problem[] = [];
  const holders = new Map<string, Page>();
  for (const page of pages) {
    const key = comparable(page.address);
    const other = holders.get(key);
    if (other) problems.push(collision(page, other, `Zwei Seiten haben dieselbe Adresse: ${describe(other)} und ${describe(page)}.`));
    else holders.set(key, page);
  }
  // Many pages lie in one folder: what is above it is looked at once.
  const free = new Set<string>([""]);
  for (const [key, page] of holders) {
    for (let folder = page.address.endsWith("/") ? key : parentOf(key); !free.has(folder); folder = parentOf(folder)) {
      const other = holders.get(folder);
      if (other && !other.address.endsWith("/") && other !== page) {
        problems.push(collision(page, other, `Eine Adresse liegt unter einer Datei: ${describe(page)} unter ${describe(other)}.`));
        break;
      }
      free.add(folder);
    }
  }
  return problems;
}

/** Pages that the archive makes by itself collide with nothing, so one of the two comes from the content: an old address first. */
function collision(page: Page, other: Page, message: string): Problem {
  const culprit =
    [page, other].find(({ alias }) => alias !== undefined) ?? [page, other].find(({ source }) => source !== undefined) ?? page;
  const remedy =
    culprit.alias === undefined ? "Benennen Sie die Datei um." : `Streichen Sie die frühere Adresse ${culprit.alias} unter aliases.`;
  return error("address-twice", culprit.source ?? culprit.address, FILE_START, message, remedy);
}

function describe({ address, alias, source }: Page): string {
  if (alias !== undefined) return `${alias} (frühere Adresse in ${source})`;
  return source === undefined ? address : `${address} (${source})`;
}
