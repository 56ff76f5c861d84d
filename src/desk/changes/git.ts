import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

/** Why Git cannot say what has changed, in German and with what to do. */
export class NoHistory extends Error {}

/** A content folder in a Git repository, and the revision that it is compared with. Paths are relative to the folder. */
export interface History {
  folder: string;
  /** The revision as it was asked for, and its id. */
  asked: string;
  revision: string;
}

/** A file that differs from the revision: added, deleted or changed; `before` is its earlier path where it was renamed. */
export interface FileChange {
  path: string;
  kind: "added" | "deleted" | "changed";
  before: string | undefined;
}

/** Opens the history of a content folder at a revision such as `HEAD`, `origin/main` or `v1.2`; throws `NoHistory` where there is none. */
export function openHistory(folder: string, asked: string): History {
  if (!existsSync(folder)) throw new NoHistory(`Den Ordner ${folder} gibt es nicht; ist der richtige genannt (--content)?`);
  const inside = git(folder, ["rev-parse", "--is-inside-work-tree"]);
  if (inside.status !== 0 || inside.output.toString().trim() !== "true") {
    const [, foreign] = /dubious ownership in repository at '(.+)'/.exec(inside.said) ?? [];
    throw new NoHistory(
      foreign !== undefined
        ? `Git traut dem Repository um ${folder} nicht, da es jemand anderem gehört. ` +
            `Wenn Sie ihm trauen, erlauben Sie dieses eine: git config --global --add safe.directory '${foreign}'`
        : `${folder} liegt in keinem Git-Repository; was sich geändert hat, weiß dann niemand. Prüfen Sie alles: npm run check`,
    );
  }
  // A revision that begins with a hyphen would be an option.
  const found = asked.startsWith("-") ? undefined : git(folder, ["rev-parse", "--verify", "--quiet", `${asked}^{commit}`]);
  const revision = found?.status === 0 ? found.output.toString().trim() : undefined;
  if (revision !== undefined) return { folder, asked, revision };
  if (git(folder, ["rev-parse", "--verify", "--quiet", "HEAD"]).status !== 0)
    throw new NoHistory("In diesem Git-Repository ist noch nichts abgelegt (kein Commit). Prüfen Sie alles: npm run check");
  if (git(folder, ["rev-parse", "--is-shallow-repository"]).output.toString().trim() === "true")
    throw new NoHistory(
      `Die Revision „${asked}“ fehlt in diesem flachen Klon. Holen Sie die ganze Geschichte: git fetch --unshallow ` +
        "(in GitHub Actions fetch-depth: 0, in GitLab CI GIT_DEPTH: 0)",
    );
  throw new NoHistory(`Die Revision „${asked}“ gibt es nicht. Was es gibt, zeigen: git branch --all, git tag, git log --oneline`);
}

/** The files of the folder that differ from the revision, those that Git does not know yet included; sorted by Git. */
export function changedFiles({ folder, revision }: History): FileChange[] {
  const compared = git(folder, ["diff", "--name-status", "-z", "-M", "--relative", "--no-ext-diff", revision, "--", "."]);
  const parts = told(compared).split("\0");
  const changes: FileChange[] = [];
  for (let at = 0; at + 1 < parts.length; ) {
    const status = parts[at++]?.[0];
    const path = parts[at++] ?? "";
    if (status === "R" || status === "C")
      changes.push({ path: parts[at++] ?? "", kind: "changed", before: status === "R" ? path : undefined });
    else changes.push({ path, kind: status === "A" ? "added" : status === "D" ? "deleted" : "changed", before: undefined });
  }
  const unknown = told(git(folder, ["ls-files", "--others", "--exclude-standard", "-z", "--", "."])).split("\0");
  for (const path of unknown) if (path !== "") changes.push({ path, kind: "added", before: undefined });
  return changes;
}

/** What files of the folder were at the revision, all asked for at once; what was not there is missing. */
export function filesAt({ folder, revision }: History, paths: readonly string[]): Map<string, Buffer> {
  const files = new Map<string, Buffer>();
  const asked = paths.filter((path) => !path.includes("\n"));
  if (asked.length === 0) return files;
  const answer = git(folder, ["cat-file", "--batch"], asked.map((path) => `${revision}:./${path}\n`).join(""));
  told(answer);
  const bytes = answer.output;
  let at = 0;
  for (const path of asked) {
    const end = bytes.indexOf(10, at);
    const [, size] = / blob (\d+)$/.exec(bytes.toString("utf8", at, end)) ?? [];
    at = end + 1;
    if (size === undefined) continue;
    files.set(path, bytes.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return files;
}

interface Answer {
  status: number | null;
  output: Buffer;
  said: string;
}

function git(folder: string, args: readonly string[], input?: string): Answer {
  const { error, status, stdout, stderr } = spawnSync("git", ["--no-optional-locks", "-C", folder, ...args], {
    input,
    maxBuffer: 2 ** 30,
    stdio: [input === undefined ? "ignore" : "pipe", "pipe", "pipe"],
  });
  if ((error as NodeJS.ErrnoException | undefined)?.code === "ENOENT")
    throw new NoHistory(
      "Git ist auf diesem Rechner nicht eingerichtet; was sich geändert hat, weiß dann niemand. Prüfen Sie alles: npm run check",
    );
  if (error) throw error;
  return { status, output: stdout, said: stderr.toString() };
}

/** What Git answered; where it failed, its own words are told. */
function told({ status, output, said }: Answer): string {
  if (status !== 0) throw new NoHistory(`Git antwortet nicht wie erwartet: ${said.trim().split("\n")[0] ?? ""}`);
  return output.toString();
}
