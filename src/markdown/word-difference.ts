import type { ChangeObject } from "diff";
import { onDemand } from "../content/on-demand.ts";

// Few sites have old versions.
const diff = onDemand<typeof import("diff")>("diff");

/** A piece of a text beside another one: in both, only in the one before, or only in the one after. */
export interface Piece {
  kind: "same" | "removed" | "added";
  text: string;
}

/** Most edits that are looked for: where more has changed, the whole is the difference. The time grows with their square. */
const EDITS_MAX = 1500;

/** So few characters between two changes are no reason to tell them apart: a sentence that was written anew would fall into crumbs. */
const CRUMB = 6;

/** The paragraphs in which two plain texts differ, in their order, each in pieces by words; empty where there is no difference. */
export function findDifference(before: string, after: string): Piece[][] {
  const [old, recent] = [paragraphsOf(before), paragraphsOf(after)];
  const parts = diff().diffArrays(old, recent, { maxEditLength: EDITS_MAX }) ?? whole(old, recent);
  const differing: Piece[][] = [];
  parts.forEach(({ removed, added, value }, index) => {
    if (!removed && !added) return;
    const next = parts[index + 1];
    // What was removed and what stands in its place come one after the other.
    if (removed && next?.added) differing.push(...inParagraphs(words(value.join("\n\n"), next.value.join("\n\n"))));
    else if (removed || !parts[index - 1]?.removed)
      differing.push(...value.map((text): Piece[] => [{ kind: removed ? "removed" : "added", text }]));
  });
  return differing;
}

function paragraphsOf(text: string): string[] {
  return text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== "");
}

function whole(before: string[], after: string[]): Pick<ChangeObject<string[]>, "added" | "removed" | "value">[] {
  return [
    { removed: true, added: false, value: before },
    { removed: false, added: true, value: after },
  ];
}

function words(before: string, after: string): Piece[] {
  const parts = diff().diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: EDITS_MAX }) ?? whole([before], [after]);
  return withoutCrumbs(
    parts.map(({ added, removed, value }) => ({ kind: removed ? "removed" : added ? "added" : "same", text: value.join("") })),
  );
}

/** The words of a text, numbers such as 5,12 and 1.214 whole, and what stands between them; all of it, in its order. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}]+(?:[.,:/-][\p{L}\p{N}]+)*|\s+|[^\p{L}\p{N}\s]/gu) ?? [];
}

/** Joins changes that only a crumb of the same text divides. */
function withoutCrumbs(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  let [removed, added] = ["", ""];
  const flush = () => {
    if (removed !== "") joined.push({ kind: "removed", text: removed });
    if (added !== "") joined.push({ kind: "added", text: added });
    [removed, added] = ["", ""];
  };
  pieces.forEach(({ kind, text }, index) => {
    const isCrumb = text.length <= CRUMB && !text.includes("\n") && index < pieces.length - 1 && removed + added !== "";
    if (kind !== "added" && (kind === "removed" || isCrumb)) removed += text;
    if (kind !== "removed" && (kind === "added" || isCrumb)) added += text;
    if (kind !== "same" || isCrumb) return;
    flush();
    joined.push({ kind, text });
  });
  flush();
  return joined;
}

/** Divides pieces where paragraphs end; a paragraph without a change is left out. */
function inParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const { kind, text } of pieces)
    text.split("\n\n").forEach((part, index) => {
      if (index > 0) paragraphs.push([]);
      if (part !== "") paragraphs.at(-1)?.push({ kind, text: part });
    });
  return paragraphs.filter((paragraph) => paragraph.some(({ kind }) => kind !== "same"));
}
