import type { Gap } from "../../content/statement.ts";

const OTHERWISE = "Wer damit nicht arbeiten kann, schreibt Meldungen als Textdatei im Editor oder im Web-Editor des Repositorys.";

/**
 * What of the editors' form is not accessible: it stands in the accessibility statement of a site that has the form. Found with axe and the
 * keyboard in Sveltia CMS 0.221.1 (`tests/real/form-access.test.ts`); what could be mended from outside is not among it.
 */
export const FORM_GAPS: readonly Gap[] = [
  {
    content: "Formular der Redaktion: einzelne Beschriftungen für Vorleseprogramme",
    ground: "fault",
    reason: "Sie sind englisch („Select“, „List Item Options“), ohne so ausgezeichnet zu sein; das Programm eines Dritten bringt sie mit.",
    alternative: OTHERWISE,
  },
  {
    content: "Formular der Redaktion: die Zahlen neben den Sammlungen",
    ground: "fault",
    reason: "Sie sind blasser als 4,5 zu 1; das Programm eines Dritten bringt sie mit.",
    alternative: OTHERWISE,
  },
  {
    content: "Formular der Redaktion: Bedienung mit Vorleseprogrammen",
    ground: "fault",
    reason: "Geprüft ist das Formular mit axe und mit der Tastatur, noch nicht von Menschen mit Vorleseprogrammen.",
    alternative: OTHERWISE,
  },
];
