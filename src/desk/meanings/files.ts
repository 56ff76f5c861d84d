import type { MeaningGroup } from "./group.ts";

/** What messages about files, folders and characters mean. */
export const FILES = {
  "folder-unreadable": `Der Ordner lässt sich nicht öffnen, meist weil Ihr Benutzerkonto es nicht darf.
Bitten Sie die IT, Ihnen das Lesen zu erlauben.`,
  "file-unreadable": `Die Datei lässt sich nicht öffnen, weil sie fehlt oder Ihr Benutzerkonto sie nicht lesen darf.
Legen Sie sie neu ab, oder bitten Sie die IT, Ihnen das Lesen zu erlauben.`,
  "file-missing": `Im Kopf der Meldung steht eine Datei, die nicht im Ordner daneben liegt.
Legen Sie sie dorthin, oder schreiben Sie den Namen genau so, wie die Datei heißt; auch große und kleine Buchstaben zählen.`,
  "file-too-large": `Die Datei ist zu groß: Texte haben höchstens 200 KB, Bilder und Anlagen 25 MB.
Verkleinern Sie sie, oder teilen Sie sie auf.`,
  "file-not-ordinary": `Hier liegt keine Datei, sondern eine Verknüpfung zu einer anderen Stelle.
Kopieren Sie die Datei selbst hierher.`,
  "file-not-listed": `Neben der Meldung liegt eine Datei, die der Kopf nicht nennt; veröffentlicht wird sie deshalb nicht.
Tragen Sie ein Bild unter images ein, ein Dokument unter attachments, oder löschen Sie die Datei.`,
  "file-misplaced": `Eine Datei dieser Art gehört nicht in diesen Ordner und würde nirgends erscheinen.
Meldungen liegen unter releases/Jahr/Monat, ihre Bilder und Anlagen im Ordner gleichen Namens daneben.`,
  "file-misnamed": `Der Dateiname passt nicht: Er wird zur Adresse und darf nur a bis z, Ziffern und Bindestriche enthalten.
Benennen Sie die Datei so um, wie die Meldung es vorschlägt.`,
  "file-name-no-address": `Aus diesem Dateinamen lässt sich keine Adresse machen.
Benennen Sie die Datei um, zum Beispiel in bruecke-wieder-offen.md.`,
  "file-name-reserved": `Der Name ist schon für die Seite der Meldung oder ihre Termindatei vergeben.
Geben Sie der Datei einen anderen Namen.`,
  "file-name-invisible-character": `Im Dateinamen steckt ein Zeichen, das man nicht sieht.
Tippen Sie den Namen neu, statt ihn zu kopieren.`,
  "file-name-of-program": `Der Name enthält eine Endung, die manche Webserver als Programm ausführen, etwa plan.php.pdf.
Lassen Sie nur einen Punkt und eine Endung stehen: plan.pdf.`,
  "file-names-collide": `Zwei Dateien bekämen auf der Website denselben Namen, etwa foto.jpg und foto.png.
Benennen Sie eine davon um, im Ordner und im Kopf.`,
  "file-conflict-copy": `Ein Programm, das Dateien abgleicht, hat eine zweite Fassung angelegt, weil zwei zugleich geschrieben haben.
Übernehmen Sie, was in der richtigen Datei fehlt, und löschen Sie die Kopie.`,
  "file-in-git-lfs": `Hier liegt nur ein Platzhalter, nicht die Datei selbst.
Die IT holt sie mit „git lfs pull“.`,
  "folder-unknown": `Diesen Ordner kennt das Archiv nicht; was darin liegt, erscheint nirgends.
Oft fehlt eine Null: 2026/1 statt 2026/01. Benennen Sie ihn so um, wie die Meldung es vorschlägt.`,
  "folder-without-release": `Zu diesem Ordner mit Bildern oder Anlagen gibt es keine Meldung gleichen Namens.
Geben Sie Ordner und Meldung denselben Namen, ohne das .md.`,
  "asset-unused": `Diese Datei im Ordner assets wird nirgends verwendet.
Nennen Sie sie in site.yml unter theme, oder löschen Sie sie.`,
} as const satisfies MeaningGroup;

/** What messages about the characters of a file mean. */
export const CHARACTERS = {
  "not-utf8": `Die Datei ist in einer alten Zeichenkodierung gespeichert; Umlaute kämen falsch heraus.
Speichern Sie sie neu, und wählen Sie dabei „UTF-8“.`,
  "carriage-returns": `Die Zeilen enden so, wie es nur sehr alte Macs tun.
Speichern Sie die Datei neu, mit Zeilenenden „LF“ oder „CRLF“.`,
  "control-character": `An dieser Stelle steht ein unsichtbares Steuerzeichen; oft kommt es beim Kopieren aus einem PDF mit.
Löschen Sie die Stelle, und tippen Sie sie neu.`,
  "zero-width-character": `Zwischen den Buchstaben steht ein Zeichen, das niemand sieht; die Suche findet das Wort dann nicht.
Löschen Sie das Wort, und tippen Sie es neu.`,
  "garbled-characters": `Umlaute sind beim Umwandeln zerbrochen: Aus „ö“ wurde „Ã¶“.
Schreiben Sie das Wort richtig; die Meldung sagt, was wohl gemeint war.`,
  "conflict-mark": `Zwei Menschen haben dieselbe Stelle geändert, und beide Fassungen stehen noch untereinander.
Lassen Sie die richtige stehen, und löschen Sie die andere und die Zeilen mit <<<<<<<, ======= und >>>>>>>.`,
} as const satisfies MeaningGroup;
