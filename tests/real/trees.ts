import assert from "node:assert/strict";
import { lstatSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every path below a folder: folders end in `/`, so that one that is empty is seen. */
export function pathsBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .map((entry) => `${join(entry.parentPath, entry.name).slice(folder.length + 1)}${entry.isDirectory() ? "/" : ""}`)
    .sort();
}

/** The bytes of every file and the name of every folder, to compare a tree with what becomes of it. */
export function treeOf(folder: string): Map<string, string> {
  return new Map(pathsBelow(folder).map((path) => [path, path.endsWith("/") ? "" : readFileSync(join(folder, path), "latin1")]));
}

/** What differs between two trees, by path; empty where they are the same to the byte. */
export function differences(actual: ReadonlyMap<string, string>, expected: ReadonlyMap<string, string>): string[] {
  const found: string[] = [];
  for (const [path, bytes] of expected) {
    const other = actual.get(path);
    if (other === undefined) found.push(`missing: ${path}`);
    else if (other !== bytes) found.push(`differs: ${path}\n${firstDifference(other, bytes)}`);
  }
  for (const path of actual.keys()) if (!expected.has(path)) found.push(`too much: ${path}`);
  return found;
}

/** Asserts that two trees are the same to the byte. */
export function assertSameTree(actual: string, expected: string, told = ""): void {
  const found = differences(treeOf(actual), treeOf(expected));
  assert.equal(found.length, 0, `${told}\n${found.length} differences:\n${found.slice(0, 12).join("\n")}`);
}

/** The files of a tree by what tells each from one that was written anew. */
export function statesOf(folder: string): Map<string, string> {
  return new Map(
    pathsBelow(folder)
      .filter((path) => !path.endsWith("/"))
      .map((path) => {
        const { ino, mtimeMs } = lstatSync(join(folder, path));
        return [path, `${ino} ${mtimeMs}`];
      }),
  );
}

function firstDifference(a: string, b: string): string {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const part = (text: string) => JSON.stringify(Buffer.from(text, "latin1").toString("utf8", Math.max(0, at - 60), at + 100));
  return `    is ${part(a)}\n    not ${part(b)}`;
}
