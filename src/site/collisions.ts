import { comparable, parentOf } from "../addresses.ts";
import { error, FILE_START, type Problem } from "../problems.ts";
import type { Page } from "./pages.ts";

/**
 * The first two pages that could not both be files: of one address (servers and file systems may differ on case and on a last slash), or
 * one below the other.
 */
export function findCollision(pages: readonly Page[]): Problem | undefined {
  const holders = new Map<string, Page>();
  for (const page of pages) {
    const key = comparable(page.address);
    const other = holders.get(key);
    if (other) return collision(page, other, `Zwei Seiten haben dieselbe Adresse: ${describe(other)} und ${describe(page)}.`);
    holders.set(key, page);
  }
  // Many pages lie in one folder: what is above it is looked at once.
  const free = new Set<string>([""]);
  for (const [key, page] of holders) {
    for (let folder = page.address.endsWith("/") ? key : parentOf(key); !free.has(folder); folder = parentOf(folder)) {
      const other = holders.get(folder);
      if (other && !other.address.endsWith("/") && other !== page)
        return collision(page, other, `Eine Adresse liegt unter einer Datei: ${describe(page)} unter ${describe(other)}.`);
      free.add(folder);
    }
  }
  return undefined;
}

/** Pages that the archive makes by itself collide with nothing, so one of the two comes from a file of the content. */
function collision(page: Page, other: Page, message: string): Problem {
  const remedy = "Streichen Sie die frühere Adresse unter aliases oder benennen Sie die Datei um.";
  return error(page.source ?? other.source ?? page.address, FILE_START, message, remedy);
}

function describe({ address, alias, source }: Page): string {
  if (alias !== undefined) return `${alias} (frühere Adresse in ${source})`;
  return source === undefined ? address : `${address} (${source})`;
}
