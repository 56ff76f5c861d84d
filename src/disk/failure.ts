/** What to do about the faults of a disk, by the code of the operating system. */
const REMEDIES: Readonly<Record<string, string>> = {
  ENOSPC: "Der Datenträger ist voll. Schaffen Sie Platz",
  EDQUOT: "Der zugeteilte Platz auf dem Datenträger ist voll. Schaffen Sie Platz",
  EROFS: "Auf den Datenträger lässt sich nicht schreiben. Prüfen Sie, ob er zum Schreiben eingebunden ist",
  EACCES: "Es fehlt das Recht zu lesen oder zu schreiben. Prüfen Sie die Rechte",
  EPERM: "Es fehlt das Recht zu lesen oder zu schreiben. Prüfen Sie die Rechte",
  EMFILE: "Es sind zu viele Dateien offen. Beenden Sie andere Programme",
  ENFILE: "Es sind zu viele Dateien offen. Beenden Sie andere Programme",
  EIO: "Der Datenträger antwortet nicht richtig. Prüfen Sie ihn",
  ENOTDIR: "Wo ein Ordner sein soll, liegt eine Datei. Räumen Sie sie fort",
  EISDIR: "Wo eine Datei sein soll, liegt ein Ordner. Räumen Sie ihn fort",
  EEXIST: "Wo ein Ordner sein soll, liegt eine Datei. Räumen Sie sie fort",
};

/** True where the operating system refused to read or write, and what was read or written has no fault. */
export function isOfDisk(thrown: unknown): boolean {
  return systemError(thrown) !== undefined;
}

/** What stopped a build, in German; a fault of the disk is told with its place and what to do. */
export function describeFailure(thrown: unknown): string {
  const found = systemError(thrown);
  if (!found) return isExpected(thrown) ? thrown.message : describeFault(thrown);
  const place = found.dest ?? found.path;
  const said = [found.code, found.syscall, place].filter((part) => part !== undefined).join(" ");
  return `${REMEDIES[found.code ?? ""]}, und versuchen Sie es noch einmal (${said}).`;
}

/** True for what this program throws itself, in German; the errors of Node and of libraries have names or codes of their own. */
function isExpected(thrown: unknown): thrown is Error {
  return thrown instanceof Error && thrown.name === "Error" && (thrown as NodeJS.ErrnoException).code === undefined;
}

/** A fault of the program itself: what whoever mends it needs to know, in a line. */
function describeFault(thrown: unknown): string {
  const [said, place] = thrown instanceof Error ? [`${thrown.name}: ${thrown.message}`, thrown.stack] : [String(thrown), undefined];
  const where = /([^/\\(]+:\d+):\d+\)?$/m.exec(place ?? "")?.[1];
  const what = [said, where].filter((part) => part !== undefined).join(", ");
  return `Das Programm hat einen Fehler (${what}). Bitte melden Sie diesen Satz und den Befehl denen, die es pflegen.`;
}

/** The fault of the disk that is behind an error; Eleventy and others wrap it. */
function systemError(thrown: unknown): (NodeJS.ErrnoException & { dest?: string }) | undefined {
  for (let at = thrown, depth = 0; at instanceof Error && depth < 8; depth++) {
    const { code } = at as NodeJS.ErrnoException;
    if (code !== undefined && Object.hasOwn(REMEDIES, code)) return at;
    at = (at as { originalError?: unknown }).originalError ?? at.cause;
  }
  return undefined;
}
