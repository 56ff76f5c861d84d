import type { Gap } from "../../content/statement.ts";

/** What of the editors' form is not accessible yet: it stands in the accessibility statement of a site that has the form. */
export const FORM_GAPS: readonly Gap[] = [];
