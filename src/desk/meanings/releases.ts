import type { MeaningGroup } from "./group.ts";

/** What messages about a release and its language versions mean. */
export const RELEASES = {
  "no-release": `Im Archiv liegt noch keine Meldung.
Legen Sie die erste an: npm run new`,
  "release-copied": `Überschrift und Nummer sind dieselben wie bei einer anderen Meldung; wahrscheinlich wurde sie als Vorlage kopiert.
Ändern Sie, was von der Vorlage stehen geblieben ist.`,
  "slug-twice-in-year": `Zwei Meldungen eines Jahres heißen gleich, und das Formular der Redaktion zeigt davon nur eine.
Benennen Sie die neue um; eine veröffentlichte behält ihren Namen und wird außerhalb des Formulars bearbeitet.`,
  "release-in-wrong-month": `Die Datei liegt in einem anderen Monat, als ihr Datum sagt.
Verschieben Sie Datei und Ordner, oder berichtigen Sie das Datum. Ist sie schon öffentlich, nennen Sie die alte Adresse unter aliases.`,
  "text-missing": `Unter dem Kopf steht kein Text.
Schreiben Sie ihn unter die zweite Zeile aus drei Strichen. Nur eine zurückgezogene Meldung darf leer sein.`,
  "text-deleted-too-early": `Der Text ist schon gelöscht, die Rücknahme gilt aber erst später.
Holen Sie den Text zurück, oder setzen Sie das Datum der Rücknahme auf heute.`,
  "correction-before-release": `Die Berichtigung ist älter als die Meldung.
Prüfen Sie das Datum unter corrections.`,
  "edition-missing": `Eine Berichtigung nennt eine alte Fassung, die es nicht gibt.
Legen Sie den alten Wortlaut als fassung-1.md in den Ordner der Meldung, oder streichen Sie die Zeile edition.`,
  "edition-without-correction": `Hier liegt eine alte Fassung, die keine Berichtigung nennt; sie wird deshalb nicht gezeigt.
Schreiben Sie im Kopf der Meldung unter corrections bei der richtigen Berichtigung: edition: 1`,
  "correction-in-future": `Die Berichtigung gilt erst ab einem Tag in der Zukunft und ist bis dahin nicht zu sehen.
Ist das gewollt, ist nichts zu tun; sonst prüfen Sie das Jahr.`,
  "withdrawal-before-release": `Die Rücknahme ist älter als die Meldung.
Prüfen Sie das Datum unter withdrawn.`,
  "withdrawal-in-future": `Die Rücknahme gilt erst ab einem Tag in der Zukunft; bis dahin bleibt die Meldung lesbar.
Ist das gewollt, ist nichts zu tun; sonst prüfen Sie das Jahr.`,
  "summary-repeats-title": `Die Zusammenfassung sagt dasselbe wie die Überschrift; in Listen stünde es zweimal.
Schreiben Sie dort, was man noch wissen muss, oder löschen Sie die Zeile.`,
  "name-not-listed": `Der Text nennt eine Person oder einen Ort aus dem Verzeichnis, der Kopf aber nicht.
Nehmen Sie die Kennung unter people oder places auf. Ist jemand anderes gemeint, ist nichts zu tun.`,
  "contact-phone-differs": `Die Telefonnummer des Ansprechpartners ist eine andere als im Verzeichnis der Ämter.
Prüfen Sie, welche stimmt; ist es die des Amtes, können Sie contact weglassen.`,
  "event-ends-before-start": `Der Termin endet, bevor er beginnt.
Prüfen Sie date und end.`,
  "event-id-twice": `Zwei Termine der Meldung haben dieselbe Kennung; Kalender hielten sie für einen.
Geben Sie einem eine andere id.`,
  "language-not-listed": `In dieser Sprache hat das Archiv keine Seiten.
Ergänzen Sie die Sprache in site.yml unter languages, oder prüfen Sie die Endung der Datei: .en.md, .de-simple.md.`,
  "version-without-original": `Zu dieser Sprachfassung gibt es keine deutsche Meldung gleichen Namens.
Legen Sie die Meldung an, oder benennen Sie die Sprachfassung um.`,
  "version-of-faulty-original": `Die ursprüngliche Meldung hat Fehler; so lange erscheint auch die Sprachfassung nicht.
Beheben Sie zuerst die Fehler dort.`,
  "version-in-original-language": `Die Sprachfassung ist in derselben Sprache wie die Meldung selbst.
Benennen Sie die Datei nach ihrer Sprache um, oder löschen Sie sie.`,
  "follows-itself": `Die Meldung nennt sich selbst als die frühere.
Schreiben Sie unter follows die Meldung davor.`,
  "follows-later": `Die Meldung unter follows ist neuer als diese.
Tauschen Sie: Die spätere Meldung nennt die frühere.`,
  "follows-in-circle": `Mehrere Meldungen nennen einander im Kreis als die jeweils frühere.
Streichen Sie follows bei der ältesten.`,
  "follows-unknown": `Die frühere Meldung gibt es nicht unter diesem Namen.
Schreiben Sie Jahr, Monat und Namen ihrer Datei: 2026/03/markthalle`,
} as const satisfies MeaningGroup;

/** What `check --since` says of changes to what is public already. */
export const PUBLISHED = {
  "published-text-changed": `Eine veröffentlichte Meldung sagt jetzt etwas anderes, und keine Berichtigung nennt es.
Rufen Sie npm run correct mit dem Namen der Meldung auf. Ein Tippfehler, der nur Zeichen betrifft, braucht das nicht.`,
  "published-text-lost": `Es gibt eine Berichtigung, aber der alte Wortlaut ist nirgends aufgehoben.
Rufen Sie npm run correct mit dem Namen der Meldung auf; es legt ihn ab.`,
  "published-edition-changed": `Eine alte Fassung wurde geändert oder gelöscht; sie soll zeigen, was damals dastand.
Holen Sie sie zurück. Darf sie niemand mehr lesen, schreiben Sie den Grund unter withheld in ihren Kopf.`,
  "published-release-gone": `Eine veröffentlichte Meldung wurde gelöscht; Links auf sie führten ins Leere.
Holen Sie die Datei zurück, und ziehen Sie die Meldung zurück, wenn sie wegmuss: mit withdrawn.`,
  "published-release-renamed": `Die Datei einer veröffentlichten Meldung heißt anders; damit ändert sich ihre Adresse.
Geben Sie ihr den alten Namen zurück, oder nennen Sie die alte Adresse unter aliases.`,
  "published-version-gone": `Eine veröffentlichte Sprachfassung wurde gelöscht.
Holen Sie sie zurück, oder nennen Sie ihre Adresse unter aliases der deutschen Meldung.`,
  "published-file-gone": `Ein veröffentlichtes Bild oder eine Anlage steht nicht mehr im Kopf der Meldung.
Tragen Sie die Datei wieder ein; eine bessere Fassung bekommt denselben Namen.`,
  "published-file-replaced": `Ein veröffentlichtes Bild oder eine Anlage hat jetzt einen anderen Inhalt.
Sagen Sie in einer Berichtigung, was sich geändert hat.`,
} as const satisfies MeaningGroup;

/** What messages about pages, old addresses and comments mean. */
export const PAGES = {
  "placeholder-left": `Auf einer Seite wie dem Impressum steht noch ein Platzhalter aus der Vorlage.
Schreiben Sie, was für Ihre Stadt gilt, und streichen Sie, was nicht zutrifft.`,
  "page-address-reserved": `Diese Adresse braucht das Archiv selbst, zum Beispiel themen oder archiv.
Geben Sie der Seite einen anderen Namen.`,
  "address-twice": `Zwei Seiten bekämen dieselbe Adresse.
Benennen Sie eine davon um.`,
  "alias-on-own-host": `Die alte Adresse liegt auf dieser Website.
Schreiben Sie nur den Weg dahinter: /presse/4711.html`,
  "alias-taken": `Die alte Adresse gehört schon zu etwas anderem.
Streichen Sie sie bei einer der beiden.`,
  "alias-reserved": `An dieser Stelle hat das Archiv eigene Seiten; eine alte Adresse kann hier nicht liegen.
Streichen Sie sie.`,
  "alias-alike": `Zwei alte Adressen unterscheiden sich nur in großen und kleinen Buchstaben; manche Server können sie nicht trennen.
Streichen Sie eine, wenn beide dasselbe meinen.`,
  "comment-without-release": `Zu diesem Kommentar gibt es keine Meldung.
Der Ordner des Kommentars heißt wie die Meldung; benennen Sie ihn um.`,
  "comment-switched-off": `Bei dieser Meldung sind Kommentare abgeschaltet.
Schreiben Sie in ihren Kopf comments: open (oder closed), oder löschen Sie den Kommentar.`,
  "comment-answers-answer": `Der Kommentar antwortet auf eine Antwort; es gibt nur eine Ebene.
Nennen Sie unter replyTo den ersten Kommentar.`,
  "comment-answers-unknown": `Den Kommentar, auf den geantwortet wird, gibt es nicht.
Unter replyTo steht dessen Dateiname ohne .md.`,
  "comment-in-future": `Der Kommentar trägt ein Datum in der Zukunft und erscheint erst dann.
Prüfen Sie das Datum.`,
  "comment-without-text": `Unter dem Kopf des Kommentars steht nichts.
Schreiben Sie den Kommentar darunter, oder löschen Sie die Datei.`,
  "comment-with-email": `Im Kommentar steht eine E-Mail-Adresse; sie würde öffentlich.
Löschen Sie sie.`,
  "comment-name-with-html": `Der Name enthält HTML.
Schreiben Sie nur den Namen.`,
  "not-public-but-printed": `Beim Bauen wurde etwas gefunden, das noch nicht öffentlich sein darf; die Website bleibt deshalb, wie sie ist.
Meist steht ein Satz aus einem Entwurf auch in einer veröffentlichten Datei. Nehmen Sie ihn dort heraus.`,
} as const satisfies MeaningGroup;

/** What messages about pictures and attachments mean. */
export const MEDIA = {
  "picture-kind-unknown": `Bilder dieser Art zeigen viele Browser nicht, zum Beispiel HEIC vom iPhone.
Öffnen Sie das Bild, speichern Sie es als JPEG, und tragen Sie den neuen Namen im Kopf ein.`,
  "picture-empty": `Die Bilddatei ist leer.
Kopieren Sie das Bild noch einmal.`,
  "picture-disguised": `Das Bild hat eine falsche Endung, etwa .jpg, obwohl es ein PNG ist.
Speichern Sie es neu, statt es umzubenennen.`,
  "picture-without-pixels": `Das Bild ist null Bildpunkte groß.
Speichern Sie es neu.`,
  "picture-too-large": `Das Bild hat zu viele Bildpunkte.
Verkleinern Sie es; 3000 Bildpunkte an der langen Seite genügen immer.`,
  "picture-too-narrow": `Das Bild ist viel länger als breit und lässt sich so nicht zeigen.
Schneiden Sie es zu, oder teilen Sie es auf.`,
  "picture-animated": `Das Bild bewegt sich; gezeigt werden nur stehende Bilder.
Speichern Sie eines der Bilder einzeln.`,
  "picture-incomplete": `Das Bild bricht mittendrin ab, wohl beim Kopieren.
Kopieren Sie es noch einmal.`,
  "picture-unreadable": `Das ist kein Bild, oder es lässt sich nicht öffnen.
Speichern Sie es in einem Bildprogramm neu als JPEG.`,
  "picture-damaged": `Ein Teil des Bildes ist beschädigt.
Holen Sie das Bild noch einmal aus der Quelle.`,
  "picture-not-listed": `Der Text zeigt ein Bild, das der Kopf nicht nennt.
Tragen Sie es unter images ein, mit file, alt und credit.`,
  "picture-outside-release": `Bilder gibt es nur in Meldungen, nicht auf Seiten und in Kommentaren.
Löschen Sie das Bild, oder setzen Sie einen Link auf eine Meldung.`,
  "picture-without-description": `Das Bild im Text hat keine Beschreibung für Menschen, die es nicht sehen.
Schreiben Sie sie zwischen die eckigen Klammern: ![Das neue Dach der Markthalle](dach.jpg)`,
  "alt-is-file-name": `Die Beschreibung des Bildes ist nur der Name der Datei; wer das Bild nicht sieht, erfährt daraus nichts.
Schreiben Sie unter alt, was zu sehen ist: Das neue Glasdach der Markthalle von innen`,
  "credit-unknown": `Als Bildnachweis steht „unbekannt“; das geht nur bei alten Meldungen, deren Angaben das Archiv ergänzt hat.
Nennen Sie, wer das Bild gemacht hat. Wissen Sie es nicht, lassen Sie das Bild weg.`,
  "attachment-kind-unknown": `Dateien dieser Art werden nicht veröffentlicht, zum Beispiel Programme.
Speichern Sie das Dokument als PDF.`,
  "attachment-disguised": `Die Anlage enthält etwas anderes, als ihre Endung sagt.
Speichern Sie sie in ihrem Programm neu, statt sie umzubenennen.`,
  "attachment-not-utf8": `In der Anlage könnten Umlaute falsch erscheinen.
Speichern Sie sie neu, und wählen Sie dabei „UTF-8“.`,
  "attachment-not-listed": `Der Text verlinkt eine Datei, die der Kopf nicht nennt.
Tragen Sie sie unter attachments ein, mit file und title.`,
  "attachment-without-helper": `Die Anlage ist nicht barrierefrei, und niemand ist genannt, der hilft.
Nennen Sie unter contact jemanden, oder hängen Sie eine barrierefreie Fassung an.`,
  "film-without-words": `Zu einem Film oder einer Tonaufnahme gehört, was zu hören ist: nicht alle können hören.
Legen Sie Untertitel als .vtt-Datei daneben und nennen Sie sie unter captions, oder schreiben Sie unter transcript, was gesagt wird.`,
  "film-field-misplaced": `captions, transcript und signLanguage gehören zu Filmen (MP4), transcript auch zu Tonaufnahmen (MP3).
Streichen Sie die Zeile bei der anderen Datei.`,
  "captions-not-webvtt": `Browser zeigen Untertitel nur im Format WebVTT; solche Dateien enden auf .vtt.
Viele Untertitelprogramme speichern so, auch aus einer .srt-Datei.`,
  "transcript-not-listed": `Als Abschrift ist eine Datei genannt, die unter attachments nicht steht.
Tragen Sie sie dort mit file und title ein, oder schreiben Sie die Abschrift als Text.`,
} as const satisfies MeaningGroup;
