import { inZone, isRefusal, parseDate } from "../../dates.ts";
import { contentFile } from "../releases/release-file.ts";
import type { Composed } from "./compose.ts";

/** A state of a text in time, made into what a release would say: when it was seen first, as its source writes it. */
export interface State {
  composed: Composed;
  seen: string | undefined;
}

/** What old states become: files beside the release by their names, and the corrections that ended them. */
export interface OldStates {
  files: Map<string, string>;
  corrections: { date: string; note: string; edition: string }[];
}

const NOTE = "Der Wortlaut wurde auf der früheren Website geändert; wann genau, ist nur bis auf den Tag dieses Standes bekannt.";

/** The old versions of a release whose text changed in time; states whose change has no day, or says nothing else, are none. */
export function oldStates(states: readonly State[], released: string, timeZone: string): OldStates {
  const files = new Map<string, string>();
  const corrections: OldStates["corrections"] = [];
  for (const [index, { composed }] of states.entries()) {
    const next = states[index + 1];
    if (!next || isSame(composed, next.composed) || files.size >= 99) continue;
    const read = next.seen === undefined ? undefined : parseDate(next.seen, timeZone);
    const moment = read && isRefusal(read) ? Date.parse(next.seen ?? "") : read?.instant;
    if (moment === undefined || Number.isNaN(moment)) continue;
    const day = inZone(moment, timeZone).toISODate() ?? "";
    if (day < released.slice(0, 10)) continue;
    const { title, summary } = composed.fields;
    const edition = String(files.size + 1);
    files.set(`fassung-${edition}.md`, contentFile({ title, summary }, composed.text));
    corrections.push({ date: day, note: NOTE, edition });
  }
  return { files, corrections };
}

function isSame(one: Composed, other: Composed): boolean {
  const words = ({ fields, text }: Composed) => `${String(fields.title)} ${text}`.replace(/[^\p{L}\p{N}]+/gu, " ");
  return words(one) === words(other);
}
