import type { MeaningGroup } from "./group.ts";

/** What messages about the registers mean. */
export const REGISTERS = {
  "register-missing": `Ein Verzeichnis fehlt, etwa registers/people.yml; es gilt als leer.
Legen Sie die Datei an, sobald eine Meldung einen Eintrag braucht.`,
  "entry-id-malformed": `Eine Kennung besteht nur aus a bis z, Ziffern und Bindestrichen.
Schreiben Sie sie so, wie die Meldung es vorschlägt: amt-fuer-kultur`,
  "entry-without-fields": `Unter der Kennung steht nichts.
Schreiben Sie darunter, eingerückt, wenigstens name: und den Namen.`,
  "role-ends-before-begin": `Das Amt einer Person endet, bevor es beginnt.
Wahrscheinlich sind from und to vertauscht.`,
  "entry-unknown": `Das Amt, das Thema, die Person oder der Ort steht nicht im Verzeichnis, oder die Kennung hat einen Tippfehler.
Nehmen Sie die Kennung, die die Meldung vorschlägt, oder tragen Sie den Eintrag im Verzeichnis nach.`,
  "entry-circular": `Zwei Einträge verweisen aufeinander, etwa ein Thema auf sich selbst als übergeordnetes.
Streichen Sie einen der Verweise.`,
} as const satisfies MeaningGroup;

/** What messages about the settings of the site mean; most concern who set the archive up. */
export const SETTINGS = {
  "settings-missing": `Die Datei site.yml fehlt; ohne sie lässt sich nichts bauen.
Holen Sie sie aus einem früheren Stand zurück, oder fragen Sie, wer das Archiv eingerichtet hat.`,
  "navigation-without-page": `Die Fußzeile nennt eine Seite, die es nicht gibt.
Legen Sie die Seite unter pages an, oder streichen Sie sie in site.yml unter navigation.`,
  "schema-version": `Die Inhalte gehören zu einem anderen Stand der Software.
Rufen Sie npm run upgrade auf, oder sagen Sie es der IT.`,
  "security-expired": `Die Angabe, wohin man Sicherheitslücken meldet, ist abgelaufen oder läuft bald ab.
Prüfen Sie die Adresse, und setzen Sie in site.yml unter security ein neues Datum.`,
  "words-missing": `Für eine Sprache fehlen Wörter der Oberfläche; dort erscheinen die deutschen.
Ergänzen Sie sie in content/texts, wenn Sie sie übersetzt haben.`,
  "word-unknown": `Ein Wort der Oberfläche steht an einer Stelle, die es nicht gibt.
Vergleichen Sie mit der Vorlage, die die Meldung nennt.`,
  "word-malformed": `Ein Wort der Oberfläche ist nicht so geschrieben, wie es sein muss.
Schreiben Sie es wie in der Vorlage, nur mit Ihren Worten.`,
  "word-with-other-blanks": `In einem Wort der Oberfläche fehlt ein Platzhalter in geschweiften Klammern, oder es hat einen zu viel.
Übernehmen Sie alle Platzhalter aus der Vorlage.`,
  gap: `Hier ist noch eine Lücke: In eckigen Klammern steht, was fehlt.
Schreiben Sie an die Stelle der Klammer, was sie verlangt; solange Lücken offen sind, wird nicht veröffentlicht.`,
  "sample-value": `Hier steht noch der erfundene Wert aus dem Beispiel.
Setzen Sie Ihren eigenen ein.`,
  "form-without-repository": `Das Formular der Redaktion ist eingeschaltet, aber es gibt kein Repository, in das es schreiben könnte.
Nennen Sie in site.yml unter repository dessen Adresse, oder streichen Sie form.`,
  "form-not-installed": `Woraus das Formular der Redaktion besteht, ist nicht installiert oder liegt in einer anderen Fassung vor.
Rufen Sie den Befehl auf, den die Meldung nennt, oder sagen Sie es der IT.`,
  "statement-with-form": `Die Erklärung zur Barrierefreiheit sagt „vollständig vereinbar“; das Formular der Redaktion ist es nicht ganz.
Schreiben Sie in site.yml unter accessibility: status: partial`,
  "statement-twice": `Die Erklärung zur Barrierefreiheit gibt es zweimal: in site.yml und als Seite.
Lassen Sie eine davon stehen.`,
  "statement-outdated": `Die Erklärung zur Barrierefreiheit ist älter als ein Jahr; das Gesetz verlangt, sie jährlich zu prüfen.
Prüfen Sie sie, und tragen Sie den Tag in site.yml unter reviewed ein.`,
  "statement-without-enforcement": `Die Erklärung zur Barrierefreiheit nennt nicht, wohin sich wendet, wem nicht geholfen wurde.
Tragen Sie die Durchsetzungsstelle Ihres Landes ein.`,
} as const satisfies MeaningGroup;

/** What messages about colours and the logo mean. */
export const LOOKS = {
  "contrast-too-low": `Zwei Farben liegen so nah beieinander, dass viele die Schrift nicht lesen können.
Nehmen Sie die Farbe, die die Meldung vorschlägt, oder eine dunklere.`,
  "theme-stray-rule": `In der Datei mit den Farben steht etwas, das nicht hineingehört.
Lassen Sie nur die Angaben stehen, die mit --kern beginnen.`,
  "theme-malformed-css": `Die Datei mit den Farben lässt sich nicht lesen.
Zeigen Sie die Meldung, wer die Datei gemacht hat.`,
  "theme-selector-unknown": `Die Datei mit den Farben gestaltet etwas, das es auf diesen Seiten nicht gibt.
Streichen Sie den Abschnitt.`,
  "theme-value-forbidden": `Ein Wert könnte etwas von einem fremden Server laden; das ist nicht erlaubt.
Streichen Sie ihn.`,
  "theme-variable-unknown": `Die Datei verweist auf einen Wert, den niemand festlegt.
Legen Sie ihn fest, oder schreiben Sie die Farbe selbst hin.`,
  "theme-no-color": `Das ist keine deckende Farbe.
Schreiben Sie sie mit Raute und sechs Zeichen: "#1f43a8"`,
  "svg-doctype": `Die Zeichnung enthält eine Angabe, über die etwas nachgeladen werden könnte.
Speichern Sie das Logo im Zeichenprogramm neu als „Einfaches SVG“.`,
  "svg-instruction": `Die Zeichnung enthält eine Anweisung an ein Programm.
Speichern Sie das Logo im Zeichenprogramm neu als „Einfaches SVG“.`,
  "svg-without-size": `Das Logo sagt nicht, wie groß es ist.
Speichern Sie es mit Breite und Höhe neu.`,
  "svg-element-forbidden": `Im Logo steckt etwas, das nicht zeichnet, sondern ausgeführt oder nachgeladen würde.
Speichern Sie es im Zeichenprogramm neu als „Einfaches SVG“.`,
  "svg-script": `Im Logo steckt ein Programm.
Speichern Sie es im Zeichenprogramm neu als „Einfaches SVG“.`,
  "svg-external-reference": `Das Logo verweist auf eine andere Datei.
Betten Sie alles ein, und wandeln Sie Schrift in Pfade um.`,
  "svg-malformed": `Das Logo lässt sich nicht lesen.
Speichern Sie es im Zeichenprogramm neu als „Einfaches SVG“.`,
  "svg-nested-use": `Im Logo wiederholt sich ein Teil, der sich selbst wiederholt.
Lösen Sie die Wiederholungen im Zeichenprogramm auf, und speichern Sie neu.`,
} as const satisfies MeaningGroup;
