import { join } from "node:path";
import { digest } from "../../disk/digest.ts";
import type { Card, Icon } from "../../site/pages.ts";
import { keepPicture, readKept } from "../kept-picture.ts";

/** Part of every digest: when the way of drawing changes, so must this. */
const RECIPE = "1";

/** Draws what has not been drawn before: all drawings of a run share what they have in common. */
export interface Drawer {
  draw: (drawing: Card | Icon) => Promise<Uint8Array>;
}

/** The digest of what a drawing shows: as long as it is the same, so are the drawing's bytes. */
export function digestOfDrawing({ style, ...shown }: Card | Icon): string {
  return digest(JSON.stringify([RECIPE, style.digest, shown]));
}

/** A drawer that keeps what it draws in the cache folder. */
export function createDrawer(cache: string): Drawer {
  let studio: Promise<(drawing: Card | Icon) => Promise<Uint8Array>> | undefined;
  // Loaded only where something is to be drawn: most builds draw nothing.
  const open = async () => (await import("./studio.ts")).openStudio();
  return {
    draw: async (drawing) => {
      const file = join(cache, "pictures/drawings", digestOfDrawing(drawing));
      const kept = readKept(file);
      if (kept) return kept;
      studio ??= open();
      const draw = await studio;
      const made = await draw(drawing);
      keepPicture(file, made);
      return made;
    },
  };
}
