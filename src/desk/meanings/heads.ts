import type { MeaningGroup } from "./group.ts";

/** What messages about the head of a file mean: how its fields are written. */
export const HEADS = {
  "head-missing": `Die Datei muss mit einer Zeile aus drei Strichen beginnen; darauf folgen die Felder und wieder eine solche Zeile.
Setzen Sie den Kopf an den Anfang, ohne leere Zeile davor.`,
  "head-unclosed": `Nach den Feldern fehlt die zweite Zeile aus drei Strichen.
Setzen Sie --- in eine eigene Zeile zwischen die Felder und den Text.`,
  "head-too-large": `Der Kopf ist viel zu lang; wahrscheinlich ist der Text hineingeraten.
Schreiben Sie den Text unter die zweite Zeile aus drei Strichen.`,
  "fields-missing": `Hier müssten Felder stehen, jedes in einer Zeile: Name, Doppelpunkt, Leerzeichen, Wert.
Zum Beispiel: title: Brücke wieder offen`,
  "yaml-malformed": `Die Felder sind so geschrieben, dass sie sich nicht lesen lassen.
Vergleichen Sie die Zeile mit einer Meldung, die in Ordnung ist; meist fehlt ein Doppelpunkt oder ein Anführungszeichen.`,
  "yaml-duplicate-field": `Dasselbe Feld steht zweimal, und es ist nicht klar, welches gilt.
Löschen Sie eine der beiden Zeilen.`,
  "yaml-tab": `Die Zeile ist mit der Tabulatortaste eingerückt.
Löschen Sie den Abstand am Anfang, und setzen Sie zwei Leerzeichen.`,
  "yaml-special-character": `Der Wert beginnt mit einem Zeichen, das im Kopf eine eigene Bedeutung hat, etwa mit @, % oder |.
Setzen Sie den ganzen Wert in gerade Anführungszeichen: title: "@stadt ist online"`,
  "yaml-colon-in-value": `Im Wert steht ein Doppelpunkt mit Leerzeichen; dort würde ein neues Feld beginnen.
Setzen Sie den ganzen Wert in gerade Anführungszeichen: title: "Markthalle: Sanierung beginnt"`,
  "yaml-no-field": `Die Zeile ist kein Feld; oft ist ein langer Wert in die nächste Zeile geraten.
Schreiben Sie den Wert in eine Zeile, oder rücken Sie die Fortsetzung um zwei Leerzeichen ein.`,
  "yaml-unclosed": `Ein Anführungszeichen, ein Komma oder eine Klammer fehlt.
Sehen Sie in dieser Zeile und in der davor nach, ob jedes Zeichen sein Gegenstück hat.`,
  "yaml-stray-characters": `Hinter dem Wert steht noch etwas, oft nach einem schließenden Anführungszeichen.
Nehmen Sie es mit in die Anführungszeichen, oder löschen Sie es.`,
  "yaml-escape": `Ein umgekehrter Schrägstrich hat zwischen doppelten Anführungszeichen eine eigene Bedeutung.
Nehmen Sie einfache Anführungszeichen: 'S:\\Presse'`,
  "yaml-indent": `Die Zeile ist weiter oder weniger weit eingerückt als ihre Nachbarn.
Rücken Sie alle Felder einer Gruppe gleich weit ein, mit zwei Leerzeichen.`,
  "yaml-reference": `Der Wert beginnt mit & oder *; im Kopf wäre das ein Verweis.
Setzen Sie den Wert in Anführungszeichen: title: "*Neu* im Programm"`,
  "yaml-tag": `Der Wert beginnt mit einem Ausrufezeichen, das im Kopf eine eigene Bedeutung hat.
Setzen Sie den Wert in Anführungszeichen.`,
  "yaml-nested-too-deep": `Zu viele Klammern stehen ineinander; meist gehören sie zum Text.
Setzen Sie den Wert in Anführungszeichen.`,
  "yaml-comment-in-value": `Ab einem # nach einem Leerzeichen gilt der Rest der Zeile als Anmerkung und ginge verloren.
Setzen Sie den ganzen Wert in Anführungszeichen: title: "Aktion #sauberestadt"`,
  "markup-in-head": `Im Kopf gibt es weder Fettdruck noch HTML; die Zeichen würden so gedruckt, wie sie dastehen.
Schreiben Sie nur die Worte.`,
  "html-entity-in-head": `Eine Schreibweise aus HTML wie &amp; oder &nbsp; würde so gedruckt, wie sie dasteht.
Schreiben Sie das Zeichen selbst: &`,
} as const satisfies MeaningGroup;

/** What messages about the fields of a head mean: which there are and what they hold. */
export const FIELDS = {
  "field-unknown": `Ein Feld dieses Namens gibt es nicht; meist ist es ein Tippfehler oder ein deutsches Wort.
Nehmen Sie das Feld, das die Meldung vorschlägt: title statt titel.`,
  "field-missing": `Ein Feld fehlt, das es braucht. Eine Meldung braucht title, date und department.
Ergänzen Sie die Zeile; die Meldung zeigt ein Beispiel.`,
  "field-empty": `Hinter einem Feld, das es braucht, steht nichts.
Schreiben Sie den Wert hinter den Doppelpunkt.`,
  "field-of-original": `Datum, Amt, Sperrfrist und Rücknahme stehen nur in der ursprünglichen Meldung und gelten für jede Sprache.
Löschen Sie die Zeile in der Sprachfassung.`,
  "value-too-short": `Der Text ist zu kurz; die Meldung nennt, wie viele Zeichen es sein müssen.
Schreiben Sie etwas mehr.`,
  "value-too-long": `Der Text ist zu lang, oder eine Liste hat zu viele Einträge.
Kürzen Sie; die Meldung sagt, um wie viel.`,
  "value-wrong-kind": `Hier wird etwas anderes erwartet, zum Beispiel eine Liste in eckigen Klammern statt eines einzelnen Wortes.
Schreiben Sie es so, wie die Meldung es zeigt: topics: [verkehr]`,
  "value-not-offered": `Dieses Feld kennt nur wenige Wörter, und Ihres ist nicht dabei.
Nehmen Sie eines von denen, die die Meldung aufzählt.`,
  "value-malformed": `Der Wert hat nicht die Form, die das Feld braucht, etwa bei Telefonnummer, E-Mail-Adresse oder Kennung.
Schreiben Sie ihn wie im Beispiel.`,
  "value-impossible": `Der Wert kann nicht stimmen, zum Beispiel ein Ort mit mehr als 90 Grad Breite.
Prüfen Sie die Zahl oder die Angabe.`,
  "more-problems": `Es gibt noch mehr Fehler, als hier stehen.
Beheben Sie zuerst die anderen, und prüfen Sie noch einmal.`,
  "unreadable-date": `Das Datum lässt sich nicht lesen oder ist nicht eindeutig, oder es gibt diesen Tag nicht.
Schreiben Sie Jahr, Monat, Tag mit Bindestrichen: 2026-03-12, mit Uhrzeit 2026-03-12T10:00.`,
  "day-missing": `Hier genügt ein Monat oder Jahr nicht.
Ergänzen Sie den Tag, am besten mit Uhrzeit: 2026-03-12T10:00`,
  "listed-twice": `Derselbe Eintrag steht zweimal in der Liste.
Löschen Sie einen davon.`,
  "not-in-original": `Die Sprachfassung nennt eine Person oder ein Bild, die in der ursprünglichen Meldung nicht vorkommen.
Ergänzen Sie es dort, oder löschen Sie es hier.`,
} as const satisfies MeaningGroup;
