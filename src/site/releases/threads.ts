import type { Comment } from "../../content/release/release.ts";

/** A comment that began, and the answers to it. */
export interface Thread {
  comment: Comment;
  answers: readonly Comment[];
}

/** Approved comments as they are shown: each that began with its answers, in the order in which they came. */
export function toThreads(comments: readonly Comment[]): Thread[] {
  const answers = new Map<string, Comment[]>();
  for (const { id, replyTo } of comments) if (replyTo === undefined) answers.set(id, []);
  for (const comment of comments) if (comment.replyTo !== undefined) answers.get(comment.replyTo)?.push(comment);
  return comments.flatMap((comment) => (comment.replyTo === undefined ? [{ comment, answers: answers.get(comment.id) ?? [] }] : []));
}
