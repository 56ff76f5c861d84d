import { culture, past, sport, world } from "./culture-fields.ts";
import type { Field } from "./field.ts";
import { administration, cleaning, economy, finance, safety } from "./order-fields.ts";
import { family, health, school, social } from "./people-fields.ts";
import { building, climate, green, traffic } from "./town-fields.ts";

/** The fields of a town's work, the busiest first. */
export const FIELDS: readonly Field[] = [
  traffic,
  culture,
  building,
  green,
  school,
  economy,
  sport,
  family,
  administration,
  safety,
  social,
  climate,
  health,
  past,
  cleaning,
  world,
  finance,
];
