import type { ProblemId } from "../../problem-ids.ts";

/** What kinds of problems mean, for editors, in German: in the first line what is wrong, in the second what they do. */
export type MeaningGroup = Partial<Record<ProblemId, string>>;
