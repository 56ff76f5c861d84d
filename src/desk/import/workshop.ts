import type { Registers } from "../../content/registers.ts";
import type { Site } from "../../content/site.ts";
import type { Addresses } from "./links.ts";
import type { Mapping } from "./mapping.ts";
import type { Shelf } from "./shelf.ts";
import type { Conversion } from "./texts/conversion.ts";

/** What the making of a release out of an item builds on. */
export interface Workshop {
  site: Site;
  registers: Registers;
  mapping: Mapping;
  addresses: Addresses;
  shelf: Shelf;
  conversion: Conversion;
  language: string | undefined;
  /** True where texts are taken as their words alone, because the archive would refuse their marks. */
  isBare?: boolean;
}
