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
  if (!found) return thrown instanceof Error ? thrown.message : String(thrown);
  const place = found.dest ?? found.path;
  const said = [found.code, found.syscall, place].filter((part) => part !== undefined).join(" ");
  return `${REMEDIES[found.code ?? ""]}, und bauen Sie noch einmal (${said}).`;
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
