/** What is written in Markdown in place of a tag of HTML. */
const TAGS: readonly [tag: RegExp, remedy: string][] = [
  [
    /^br$/,
    "Für einen Zeilenumbruch schreiben Sie statt <br> einen umgekehrten Schrägstrich \\ ans Ende der Zeile und den Rest in die nächste.",
  ],
  [/^(b|strong)$/, "Für fette Schrift schreiben Sie **Wort** ohne Tags."],
  [/^(i|em|cite)$/, "Für kursive Schrift schreiben Sie *Wort* ohne Tags."],
  [/^a$/, "Einen Link schreiben Sie so: [Worte](https://www.stadt.example/)."],
  [/^img$/, "Ein Bild schreiben Sie so: ![Beschreibung](datei.jpg), und führen es im Kopf unter images auf."],
  [/^h[1-6]$/, "Eine Zwischenüberschrift schreiben Sie so: ## Überschrift."],
  [/^(ul|ol|li)$/, "Eine Liste schreiben Sie mit einem Strich und einem Leerzeichen vor jedem Punkt: - Punkt."],
  [/^(table|tr|td|th|tbody|thead)$/, "Eine Tabelle schreiben Sie mit senkrechten Strichen: | Ort | Zeit |, darunter | --- | --- |."],
  [/^(p|div|section|center)$/, "Löschen Sie die Tags; zwischen Absätzen steht eine leere Zeile."],
  [/^(blockquote|q)$/, "Ein Zitat schreiben Sie mit > am Anfang der Zeile."],
  [/^(u|s|del|font|span|small|big|sup|sub|mark|abbr|o:p)$/, "Löschen Sie die Tags, und lassen Sie den Text stehen."],
];

/** What an editor who wrote HTML should write instead. */
export function remedyForHtml(html: string): string {
  if (/^\s*<!--/.test(html)) return "Löschen Sie die Anmerkung; was nicht veröffentlicht werden soll, gehört nicht in die Datei.";
  const tag = /<\/?([a-z][a-z0-9:]*)/i.exec(html)?.[1]?.toLowerCase() ?? "";
  const known = TAGS.find(([pattern]) => pattern.test(tag))?.[1];
  return known ?? "Schreiben Sie es in Markdown; ein einzelnes < als Zeichen schreiben Sie \\<.";
}

/** What an editor should write whose link leads nowhere: a mail address and a telephone number have schemes of their own. */
export function remedyForTarget(target: string): string {
  const plain = decoded(target);
  if (/^[^\s@/]+@[^\s@/]+\.[A-Za-z]{2,}$/.test(plain)) return `Schreiben Sie die Adresse so: (mailto:${target}).`;
  if (/^\+?[\d ()/-]{5,}$/.test(plain)) return `Schreiben Sie die Nummer so: (tel:${plain.replace(/[^\d+]/g, "")}).`;
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
