import type { FileChange, History } from "./git.ts";

/** What is compared with a revision: the content folder's changes, and what the city's settings say. */
export interface Comparison {
  history: History;
  changes: readonly FileChange[];
  /** The moment (ms) at which it is asked what is public. */
  now: number;
  timeZone: string;
  /** Addresses that site.yml gives up. */
  forgotten: readonly string[];
}

/** The path of an old version in the content folder; and that of a release or a version: its id and its language. */
export const EDITION = /^releases\/(\d{4}\/\d\d\/[^/.]+)\/fassung-(\d+)(?:\.([A-Za-z0-9-]+))?\.md$/;
export const TEXT = /^releases\/(\d{4}\/\d\d\/[^/.]+)(?:\.([A-Za-z0-9-]+))?\.md$/;
