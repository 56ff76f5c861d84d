import type { Checks } from "./checks.ts";
import type { Fields } from "./schema.ts";

/** Checks that no file is listed twice, and that a file which is not accessible comes with a contact who helps (BITV 2.0, § 3). */
export function checkFiles({ images = [], attachments = [], contact }: Partial<Fields>, hasOfficeContact: boolean, checks: Checks): void {
  const pictures = images.map(({ file }) => file);
  checks.once(pictures, "images");
  checks.once(
    attachments.map(({ file }) => file),
    "attachments",
    (file) => pictures.includes(file),
  );
  attachments.forEach(({ accessible, file }, index) => {
    if (accessible !== false || file === undefined || contact || hasOfficeContact) return;
    checks.fail(
      "attachment-without-helper",
      ["attachments", index],
      `„${file}“ ist nicht barrierefrei, und niemand ist genannt, der hilft.`,
      "Nennen Sie in der Meldung oder beim Amt einen contact.",
    );
  });
}

/** Checks that a credit is said to be unknown only where the archive answers for what it says of the pictures. */
export function checkCredits({ images = [], reconstructed = [] }: Partial<Fields>, checks: Checks): void {
  if (reconstructed.includes("images")) return;
  images.forEach(({ credit }, index) => {
    if (!isUnknown(credit)) return;
    checks.fail(
      "credit-unknown",
      ["images", index, "credit"],
      "Ein Bild ohne bekannten Urheber gibt es nur, wo das Archiv die Angaben ergänzt hat.",
      `Nennen Sie, von wem das Bild ist, oder schreiben Sie: reconstructed: [${[...reconstructed, "images"].join(", ")}]`,
    );
  });
}

/** How people say that nobody knows who made a picture. */
const UNKNOWN = new RegExp(
  [
    "unbekannt(?:e[rs]?(?: (?:fotograf|urheber|quelle)(?:in)?)?)?",
    "(?:fotograf|urheber|quelle)(?:in)? unbekannt",
    "unknown|k\\. ?a\\.|n/a|ohne angabe|\\?+|-+",
  ]
    .map((words) => `^\\[?(?:${words})\\]?$`)
    .join("|"),
  "i",
);

/** True where a credit says that nobody knows who made the picture; false for one that is missing, which is told elsewhere. */
export function isUnknown(credit: string | undefined): boolean {
  return credit !== undefined && UNKNOWN.test(credit.trim());
}
