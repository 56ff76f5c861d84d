import type { Release } from "./release.ts";
import type { RECONSTRUCTIBLE } from "./schema.ts";

/** A field that the archive may have supplied. */
type Reconstructible = (typeof RECONSTRUCTIBLE)[number];

/** A text in square brackets, as archivists print it, where the archive supplied its field. */
export function bracketed({ reconstructed }: Pick<Release, "reconstructed">, field: Reconstructible, text: string): string {
  return reconstructed.includes(field) ? `[${text}]` : text;
}

/** True where anything of a release is printed in square brackets: only then they need a word of explanation. */
export function hasBrackets(release: Release): boolean {
  const printed: Record<Reconstructible, boolean> = {
    title: true,
    date: true,
    // A summary stands in lists alone, and says there nothing of itself.
    summary: false,
    department: true,
    topics: release.topics.length > 0,
    people: release.people.length > 0,
    places: release.places.length > 0,
    number: release.number !== undefined,
    contact: release.contact !== undefined,
    images: release.images.length > 0,
  };
  return Object.entries(printed).some(([field, isPrinted]) => isPrinted && release.reconstructed.includes(field));
}

/** True where the archive supplied the summary: an editor says so, or nobody wrote one. */
export function hasSuppliedSummary({ summary, isSummaryDerived, reconstructed }: Release): boolean {
  return (isSummaryDerived && summary !== "") || reconstructed.includes("summary");
}
