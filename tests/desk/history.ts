import { execFileSync } from "node:child_process";
import { type Files, layFiles, makeContent } from "../fixture.ts";

const AUTHOR = ["-c", "user.name=Petra Probe", "-c", "user.email=presse@probestadt.example", "-c", "commit.gpgsign=false"];

/** Runs Git in a folder. */
export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", [...AUTHOR, ...args], { cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

/** A content folder in a repository of its own, all of it committed. */
export function makeHistory(files: Files): string {
  const content = makeContent(files);
  git(content, "init", "--quiet");
  commit(content);
  return content;
}

/** Lays files into a content folder and commits all that is there. */
export function commit(content: string, files: Files = {}): void {
  layFiles(content, files);
  git(content, "add", "--all");
  git(content, "commit", "--quiet", "--message", "Stand");
}
