/** Notes of corrections. */
export const CORRECTIONS: readonly string[] = [
  "In einer früheren Fassung stand ein falsches Datum. Richtig ist der {date}.",
  "Die Summe wurde berichtigt: Es sind {euro}.",
  "Der Name von {person} war falsch geschrieben. Der Fehler ist berichtigt.",
  "Die Angabe zu {der D+ thing} war veraltet und wurde ersetzt: {number} statt {number}.",
  "Ergänzt wurde ein Hinweis {zum D* paper}.",
  "Die Anschrift wurde berichtigt. Richtig ist {street} {housenumber}.",
  "Beginn ist um {time}, nicht wie zuerst angegeben um {time}.",
  "Im zweiten Absatz wurde {der N+ body} falsch bezeichnet. Die Stelle ist geändert.",
];

/** Reasons for which a release is withdrawn. */
export const WITHDRAWALS: readonly string[] = [
  "Die Angaben zu {der D subject} haben sich als unzutreffend herausgestellt.",
  "{der N* gathering} wurde abgesagt.",
  "{der N office} hat die Meldung zurückgezogen, weil {der N+ paper} noch nicht beschlossen {ist/sind}.",
  "Die Meldung wurde versehentlich vor {der D+ gathering} veröffentlicht.",
  "Ein Gericht hat {der A+ act} vorläufig untersagt.",
];
