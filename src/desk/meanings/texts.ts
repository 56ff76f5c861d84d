import type { MeaningGroup } from "./group.ts";

/** What messages about headings, lists and tables of a text mean. */
export const FORMS = {
  "html-in-text": `Im Text steht HTML, meist aus einer Website kopiert.
Schreiben Sie es so, wie die Meldung es zeigt: **fett**, [Worte](Adresse). Ein einzelnes < schreiben Sie \\<.`,
  "heading-first-level": `Die Überschrift der Meldung steht schon im Kopf.
Beginnen Sie Zwischenüberschriften mit zwei Rauten: ## So geht es weiter`,
  "heading-without-words": `Hinter den Rauten steht keine Überschrift.
Schreiben Sie Worte dahinter, oder löschen Sie die Zeile.`,
  "heading-level-skipped": `Nach ## folgt ####; Vorleseprogramme vermissen die Ebene dazwischen.
Nehmen Sie eine Raute weniger.`,
  "heading-without-space": `Zwischen den Rauten und dem ersten Wort fehlt ein Leerzeichen; so wird es keine Überschrift.
Schreiben Sie: ## So geht es weiter`,
  "heading-by-underline": `Striche unter einer Zeile machen daraus eine Zwischenüberschrift.
War das nicht gemeint, lassen Sie vor den Strichen eine Zeile frei, oder löschen Sie sie.`,
  "soft-hyphen-in-heading": `In der Überschrift steckt ein unsichtbarer Trennstrich, meist aus Word.
Tippen Sie das Wort neu.`,
  "bullet-without-list": `Ein Punkt wie • macht hier keine Aufzählung.
Schreiben Sie einen Bindestrich und ein Leerzeichen: - Eingang Nord`,
  "list-without-space": `Hinter der Nummer fehlt ein Leerzeichen; so wird es keine Aufzählung.
Schreiben Sie: 1. Eingang Nord`,
  "list-item-empty": `Ein Punkt der Aufzählung ist leer.
Löschen Sie ihn.`,
  "list-in-paragraph": `Nummerierte Zeilen hängen am Absatz darüber und werden keine Aufzählung.
Lassen Sie vor der ersten eine Zeile frei.`,
  "list-by-plus-sign": `Ein + am Zeilenanfang wird als Aufzählung gedruckt.
Ist „plus“ gemeint, schreiben Sie \\+; soll es eine Aufzählung sein, nehmen Sie einen Bindestrich.`,
  "list-of-one": `Die Zeile wird als Aufzählung mit nur einem Punkt gedruckt.
Ist keine gemeint, setzen Sie einen umgekehrten Schrägstrich davor, wie die Meldung es zeigt.`,
  "list-numbers-differ": `Die gedruckten Nummern sind andere als die, die Sie geschrieben haben.
Schreiben Sie sie so, wie sie erscheinen sollen: 1. 2. 3.`,
  "list-by-odd-space": `Hinter der Nummer steht ein geschütztes Leerzeichen aus Word; so wird es keine Aufzählung.
Löschen Sie es, und setzen Sie ein gewöhnliches.`,
  "quote-by-greater-sign": `Ein > am Zeilenanfang macht daraus ein Zitat.
Ist „mehr als“ gemeint, schreiben Sie \\> oder das Wort.`,
  "line-in-quotation": `Die Zeile wird Teil des Zitats darüber.
Lassen Sie zwischen Zitat und Text eine Zeile frei.`,
  "code-unclosed": `Drei Zeichen wie \`\`\` machen aus allem danach Programmtext.
Löschen Sie sie, wenn das nicht gemeint ist.`,
  "code-by-indent": `Der Absatz ist eingerückt und wird deshalb wie Programmtext gedruckt.
Löschen Sie die Leerzeichen am Anfang.`,
  "dashes-below-line": `Unter einer Zeile stehen nur Striche.
Löschen Sie sie, oder lassen Sie darüber und darunter eine Zeile frei.`,
  "table-without-rule": `Zeilen mit senkrechten Strichen sind noch keine Tabelle.
Setzen Sie unter die erste eine Zeile aus Strichen, wie die Meldung es zeigt.`,
  "table-by-tabs": `Eine Tabelle aus Word oder Excel kam mit Tabulatoren an und würde als ein Absatz gedruckt.
Schreiben Sie die Zellen zwischen senkrechte Striche, wie die Meldung es zeigt.`,
  "cells-beyond-table": `Eine Zeile hat mehr Zellen als die Tabelle Spalten; was zu viel ist, ginge verloren.
Ergänzen Sie oben eine Spalte, oder fassen Sie Zellen zusammen.`,
  "text-nested-too-deep": `Zu viele Aufzählungen oder Zitate stehen ineinander.
Kommen Sie mit zwei, höchstens sieben Ebenen aus.`,
} as const satisfies MeaningGroup;

/** What messages about single words and signs of a text mean. */
export const WORDS = {
  "double-space": `Zwischen zwei Wörtern stehen mehrere Leerzeichen.
Lassen Sie eines stehen.`,
  "quotation-mark-foreign": `Das Anführungszeichen gehört nicht zu dieser Sprache; im Deutschen stehen sie unten und oben: „so“.
Schreiben Sie es, wie die Meldung es zeigt.`,
  "weekday-wrong": `Wochentag und Datum passen nicht zusammen.
Sehen Sie im Kalender nach, was stimmt, und verbessern Sie das andere.`,
  "sentence-too-long": `Der Satz ist für Leichte Sprache viel zu lang.
Machen Sie mehrere daraus, mit je einem Gedanken.`,
} as const satisfies MeaningGroup;

/** What messages about links, footnotes and marks of a text mean. */
export const MARKS = {
  "link-without-words": `Der Link hat keine Worte, die man anklicken kann.
Schreiben Sie in die eckigen Klammern, wohin er führt.`,
  "link-turned-round": `Die Klammern des Links sind vertauscht.
Erst die Worte in eckigen, dann die Adresse in runden Klammern: [Stadtplan](https://stadt.example/)`,
  "link-over-two-lines": `Worte und Adresse des Links stehen in zwei Zeilen.
Schreiben Sie beides ohne Abstand in eine Zeile.`,
  "link-with-space": `Im Link steht ein Leerzeichen zu viel; deshalb wird keiner daraus.
Löschen Sie es; in Dateinamen nehmen Sie einen Bindestrich.`,
  "link-not-made": `Die Klammern machen keinen Link, weil die Adresse fehlt.
Ergänzen Sie sie in runden Klammern, oder löschen Sie die eckigen.`,
  "link-leads-nowhere": `Die Adresse führt nirgendwohin.
Schreiben Sie eine ganze Adresse mit https:// oder den Namen einer Datei, die der Kopf nennt.`,
  "link-scheme-forbidden": `Links dieser Art gibt es hier nicht, etwa auf ein Laufwerk.
Möglich sind https:, http:, mailto: und tel:.`,
  "link-to-unknown-page": `Der Link führt auf eine Seite dieser Website, die es nicht gibt oder noch nicht.
Prüfen Sie die Adresse. Erscheint die Seite erst später, ist nichts zu tun.`,
  "anchor-unknown": `Die Stelle auf der Seite, zu der der Link springen soll, gibt es nicht.
Nehmen Sie die Stelle, die die Meldung vorschlägt, oder streichen Sie alles ab der Raute.`,
  "addresses-too-long": `Der Text verweist zu oft auf sehr lange Adressen.
Verlinken Sie jede nur einmal, und kürzen Sie alles hinter dem Fragezeichen, was nicht nötig ist.`,
  "language-mark-unread": `Die geschweiften Klammern zeichnen keine Sprache aus und würden gedruckt.
Schreiben Sie: [Public Library]{lang=en}`,
  "footnote-unknown": `Zu diesem Fußnotenzeichen gibt es keine Fußnote.
Schreiben Sie sie unter den Text: [^1]: Stand vom 1. März.`,
  "footnote-unused": `Auf diese Fußnote weist im Text nichts hin; sie erscheint deshalb nicht.
Setzen Sie ihr Zeichen an die Stelle im Text: [^1]`,
  "footnotes-too-many": `Der Text hat zu viele Fußnoten.
Hängen Sie ihn als Anlage an.`,
  "definition-unused": `Eine Zeile wie „[Hinweis]: …“ gilt als Adresse eines Links und erscheint nicht.
Setzen Sie einen umgekehrten Schrägstrich davor: \\[Hinweis]:`,
  "words-beside-address": `Worte hinter der Adresse eines Links oder Bildes erscheinen nicht.
Schreiben Sie sie in den Satz; eine Bildunterschrift gehört als caption in den Kopf.`,
  "words-behind-fence": `Worte in der Zeile, die einen Block öffnet, erscheinen nicht.
Schreiben Sie sie in die nächste Zeile.`,
  "words-lost": `Diese Worte würden auf der Seite nicht erscheinen.
Setzen Sie einen umgekehrten Schrägstrich vor das Zeichen davor, oder schreiben Sie die Stelle anders.`,
  "bold-not-made": `Die Sterne machen nichts fett, weil ein Leerzeichen oder ein anderes Zeichen im Weg ist.
Die Sterne stehen ohne Abstand um die Worte: **wichtig**`,
  "markup-of-other-systems": `Das ist die Schreibweise eines anderen Systems, etwa [b]fett[/b]; sie würde so gedruckt.
Schreiben Sie es so, wie die Meldung es zeigt.`,
  "backslash-lost": `Ein umgekehrter Schrägstrich würde verschwinden, etwa in einem Pfad wie S:\\Presse.
Setzen Sie den Pfad zwischen zwei Zeichen \`, oder lassen Sie ihn weg.`,
  "no-break-space": `Hier steht ein geschütztes Leerzeichen, meist aus Word; es gilt als gewöhnliches.
Löschen Sie es, wenn die Stelle nicht so aussieht, wie sie soll.`,
} as const satisfies MeaningGroup;
