/** A kind of news: what its subject is, and how its title, its first sentence and its summary go. */
export interface Story {
  subject: "thing" | "act" | "paper" | "gathering" | "fund";
  share: number;
  kind: "release" | "invitation" | "statement" | "notice";
  titles: readonly string[];
  leads: readonly string[];
  summaries: readonly string[];
}

const SUMMARIES_OF_ALL: readonly string[] = [
  "Worum es bei {der D subject} geht, was {der N+ act} kostet und wie sich {- NN+ group} beteiligen können.",
  "{der N office} informiert über {der A subject} in {place} und {place2}. {der N+ act} {beginnt/beginnen} am {date}.",
  "{- NN+ group} und {der N+ body} ziehen eine erste Bilanz. Bis {year+} sollen {number} {- NN+ thing} {part thing} sein.",
];

/** The kinds of news that a town has, with their shares. */
export const STORIES: readonly Story[] = [
  {
    subject: "thing",
    share: 0.27,
    kind: "release",
    titles: [
      "{place}: {- N+ subject} wird ab {month} {part thing}",
      "{- N+ subject} {onstreet} wird {part thing}",
      "Stadt lässt {- A+ subject} in {place} für {euro} {inf thing}",
      "Baubeginn: {- N subject} in {place} wird {part thing}",
      "{- N* subject} für {place} nimmt Gestalt an",
      "{mayor} eröffnet {- A* subject} in {place}",
      "Nach {few} Monaten: {- N+ subject} {onstreet} wieder zugänglich",
      "{- N subject}: {der N body} {gibt/geben} grünes Licht für {- A* act}",
      "{euro} für {ein* A subject} {onstreet}",
      "{der N* subject} in {place} kommt früher als geplant",
      "Grundstein für {- A* subject} in {place} gelegt",
      "{- NN+ group} freuen sich auf {- A* subject}",
      "{- N+ subject} {onstreet}: {- N+ act} geht weiter",
    ],
    leads: [
      "{der+ N subject} {onstreet} in {place} | {wird/werden} | vom {date} an {part thing}",
      "Die Stadt Probestadt | lässt | {der A+ subject} {onstreet} {inf thing}",
      "{mayor} | hat | am {fullday-}, {der A* subject} in {place} eröffnet",
      "in {place} | beginnt | am {fullday}, {der N+ act} {der G subject}",
      "{der N office} | {wird/werden} | {der A+ subject} in {place} bis {month} {year+} {inf thing}",
      "{- NN+ group} in {place} | {bekommt/bekommen} | {ein* A subject}",
    ],
    summaries: [
      "{der+ N subject} {onstreet} wird ab {date} {part thing}. Die Kosten betragen {euro}.",
      "Die Stadt will {der A+ subject} in {place} {inf thing}. {der N+ act} {dauert/dauern} voraussichtlich bis {month} {year+}.",
      ...SUMMARIES_OF_ALL,
    ],
  },
  {
    subject: "paper",
    share: 0.17,
    kind: "release",
    titles: [
      "Stadtrat beschließt {- A+ subject}",
      "{- N* subject} liegt vor: {der N body} sieht Handlungsbedarf",
      "{der N+ subject} {year} ist erschienen",
      "Stadt legt {- A* subject} für {place} vor",
      "{- N+ subject} wird bis {month} {part paper}",
      "{- N+ subject}: Hinweise sind bis {date} möglich",
      "Öffentliche Auslegung: {- N subject} für {place} und {place2}",
      "Erstmals {- N* subject} für {- AA+ group}",
      "{- N subject} zeigt: {- N value} in {place} wächst",
      "{mayor} stellt {- A+ subject} vor",
    ],
    leads: [
      "{der N office} | hat | {der A+ subject} für das Jahr {year} vorgestellt",
      "{mayor} | hat | am {fullday-}, {der A* subject} unterzeichnet",
      "der Stadtrat | hat | {der A+ subject} mit großer Mehrheit {part paper}",
      "{der+ N subject} | {liegt/liegen} | vom {date} an in allen Bürgerbüros aus",
      "{der+ N subject} für {place} und {place2} | {soll/sollen} | bis {month} {part paper} werden",
    ],
    summaries: [
      "{der+ N subject} {ist/sind} fertig: {number} Seiten über {- AA+ act} und {- AA+ thing} in Probestadt.",
      "Der Stadtrat hat {der A+ subject} {part paper}. Was das für {- AA+ group} bedeutet.",
      ...SUMMARIES_OF_ALL,
    ],
  },
  {
    subject: "gathering",
    share: 0.2,
    kind: "invitation",
    titles: [
      "{- N+ subject} in {place}: Das Programm steht fest",
      "Einladung: {- N* subject} am {date} in {place}",
      "{- N* subject} lockt {number} {- AA group} nach {place}",
      "{few} Tage {- N subject}: {place} feiert {onstreet}",
      "{- N+ subject} für {- AA+ group} am {date}",
      "{mayor} lädt zu {ein* D subject} ein",
      "{- N* subject} {onstreet}: Anmeldung bis {date}",
      "{- N subject} fragt nach {- D* value}",
      "{- NN+ group} gestalten {- A* subject} in {place}",
    ],
    leads: [
      "{der N office} | lädt | am {fullday}, um {time} {zum D* subject} {onstreet} ein",
      "{ein* N subject} | {findet/finden} | am {fullday}, in {place} statt",
      "{number} {- NN+ group} | {wird/werden} | {zum D subject} in {place} erwartet",
      "{mayor} | hat | am {fullday-}, {der A* subject} {onstreet} eröffnet",
    ],
    summaries: [
      "{der+ N subject} {findet/finden} am {date} um {time} {onstreet} statt. Erwartet werden {number} {- NN+ group}.",
      "Am {date} dreht sich in {place} alles um {- AA+ thing}: {der N office} lädt {zum D+ subject}.",
      ...SUMMARIES_OF_ALL,
    ],
  },
  {
    subject: "fund",
    share: 0.1,
    kind: "release",
    titles: [
      "{euro} für {- AA* thing} in {place}",
      "{- N+ subject}: Stadt unterstützt {number} {- AA+ group}",
      "{- N* subject} von {euro} für {- AA+ act} bewilligt",
      "Land gibt {euro} für {- A* act} in Probestadt",
      "Anträge auf {- A+ subject} ab {date} möglich",
      "{- N+ subject} sichert {- AA+ gathering} in {place}",
    ],
    leads: [
      "die Stadt Probestadt | erhält | {ein* A subject} von {euro} für {- AA+ act}",
      "für {- AA+ thing} und {- AA+ act} in {place} | {stellt/stellen} | {der N office} {euro} bereit",
      "{ein* N subject} in Höhe von {euro} | {kommt/kommen} | {- DD+ group} in {place} zugute",
    ],
    summaries: [
      "{ein* N subject} von {euro} kommt {- DD+ group} in {place} zugute. Anträge sind bis {date} möglich.",
      "Mit {euro} werden {- NN+ thing} und {- NN+ act} gefördert. {der N body} {entscheidet/entscheiden} im {month}.",
      ...SUMMARIES_OF_ALL,
    ],
  },
  {
    subject: "act",
    share: 0.16,
    kind: "release",
    titles: [
      "{- N+ subject} startet in {place}",
      "{- N* subject}: Stadt will {der A value} {inf value}",
      "Bilanz: {- N+ subject} erreicht {number} {- AA group}",
      "{- N* subject} geht in die {few-te} Runde",
      "Gemeinsam für {- A+ value}: {- N subject} beginnt",
      "{- N+ subject} bis {year+} verlängert",
      "{mayor} dankt {- DD+ group} für {- A* subject}",
      "{- N subject} und {- N act}: Was sich {year+} in {place} ändert",
      "{percent} mehr {- NN group}: {- N+ subject} zeigt Wirkung",
    ],
    leads: [
      "in {place} | hat | {der N* subject} begonnen",
      "{der N office} und {der N+ body} | haben | {der A+ subject} auf den Weg gebracht",
      "{der+ N subject} | {wird/werden} | um {few} Jahre verlängert",
      "mit {ein* D subject} | will | die Stadt Probestadt {der A value} {inf value}",
    ],
    summaries: [
      "{der+ N subject} {soll/sollen} {der A value} in {place} {inf value}. Beteiligt sind {number} {- NN+ group}.",
      "Die Stadt zieht Bilanz: {der N+ subject} {hat/haben} seit {year-} {number} {- AA+ group} erreicht.",
      ...SUMMARIES_OF_ALL,
    ],
  },
  {
    subject: "thing",
    share: 0.07,
    kind: "notice",
    titles: [
      "{- N subject} {onstreet} bleibt bis {date} geschlossen",
      "Geänderte Öffnungszeiten: {- N subject} in {place}",
      "{- N subject} in {place}: {- N+ act} ab {date}",
      "Wichtiger Hinweis für {- AA group}: {- N+ subject} nur eingeschränkt nutzbar",
      "{- N+ subject} wegen {- G+ act} am {date} nicht erreichbar",
    ],
    leads: [
      "{der N subject} {onstreet} | {bleibt/bleiben} | wegen {ein* G act} bis {date} geschlossen",
      "vom {date} an | {gilt/gelten} | für {der A subject} in {place} {ein* N paper}",
    ],
    summaries: ["{der N subject} {onstreet} {ist/sind} bis {date} geschlossen. Ersatz gibt es in {place2}.", ...SUMMARIES_OF_ALL],
  },
  {
    subject: "paper",
    share: 0.03,
    kind: "statement",
    titles: [
      "{mayor} zu {- D+ subject}: „{- N value} geht vor“",
      "Stellungnahme der Stadt {zum D+ subject}",
      "{mayor} begrüßt {- A* subject} des Landes",
      "{mayor} fordert {- A* subject} für {- AA+ thing}",
    ],
    leads: ["{mayor} | hat | sich am {fullday-}, {zum D* subject} geäußert", "die Stadt Probestadt | sieht | {der A+ subject} kritisch"],
    summaries: ["{mayor} nimmt Stellung {zum D+ subject} und verweist auf {der A value} in {place}.", ...SUMMARIES_OF_ALL],
  },
];
