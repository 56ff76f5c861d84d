// src/disk/failure.ts
var REMEDIES = {
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
  EEXIST: "Wo ein Ordner sein soll, liegt eine Datei. Räumen Sie sie fort"
};
function isOfDisk(thrown) {
  return systemError(thrown) !== void 0;
}
function describeFailure(thrown) {
  const found = systemError(thrown);
  if (!found) return isExpected(thrown) ? thrown.message : describeFault(thrown);
  const place = found.dest ?? found.path;
  const said = [found.code, found.syscall, place].filter((part) => part !== void 0).join(" ");
  return `${REMEDIES[found.code ?? ""]}, und bauen Sie noch einmal (${said}).`;
}
function isExpected(thrown) {
  return thrown instanceof Error && thrown.name === "Error" && thrown.code === void 0;
}
function describeFault(thrown) {
  const [said, place] = thrown instanceof Error ? [`${thrown.name}: ${thrown.message}`, thrown.stack] : [String(thrown), void 0];
  const where = /([^/\\(]+:\d+):\d+\)?$/m.exec(place ?? "")?.[1];
  const what = [said, where].filter((part) => part !== void 0).join(", ");
  return `Das Programm hat einen Fehler (${what}). Bitte melden Sie diesen Satz und den Befehl denen, die es pflegen.`;
}
function systemError(thrown) {
  for (let at = thrown, depth = 0; at instanceof Error && depth < 8; depth++) {
    const { code } = at;
    if (code !== void 0 && Object.hasOwn(REMEDIES, code)) return at;
    at = at.originalError ?? at.cause;
  }
  return void 0;
}

export {
  isOfDisk,
  describeFailure
};
