/** What an editor should write whose link leads nowhere: a mail address and a telephone number have schemes of their own. */
export function remedyForTarget(target: string): string {
  if (target === "") return "Schreiben Sie in die runden Klammern, wohin der Link führt, oder löschen Sie beide Paare von Klammern.";
  const plain = decoded(target);
  if (/^[^\s@/]+@[^\s@/]+\.[A-Za-z]{2,}$/.test(plain)) return `Schreiben Sie die Adresse so: (mailto:${target}).`;
  if (/^\+?[\d ()/-]{5,}$/.test(plain) && !/^\d{4}-\d\d-\d\d$/.test(plain))
    return `Schreiben Sie die Nummer so: (tel:${plain.replace(/[^\d+]/g, "")}).`;
  if (/^(www\.|[a-z0-9-]+(\.[a-z0-9-]+)*\.(de|com|org|net|eu|info|example|berlin|hamburg|bayern|saarland|at|ch)(\/|$))/i.test(plain))
    return `Schreiben Sie die Adresse so: (https://${target}).`;
  if (/^(\.\.?\/)*\d{4}\/\d\d\//.test(plain))
    return `Schreiben Sie den Pfad ab /: (/${target.replace(/^(\.\.?\/)+/, "").replace(/\.md$/, "/")}).`;
  return "Schreiben Sie https:// davor, oder für eine Seite dieses Archivs den Pfad ab /.";
}

function decoded(target: string): string {
  try {
    return decodeURI(target);
  } catch {
    return target;
  }
}
