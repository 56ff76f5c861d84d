/** An entry of the register of topics; `broader` is the id of the topic above it. */
export interface Topic {
  id: string;
  name: string;
  english: string;
  broader: string | undefined;
}

// Depth by indentation, two spaces a level: id | name | English name
const TREE = `
stadtentwicklung|Stadtentwicklung|Urban development
  verkehr|Verkehr und Mobilität|Transport and mobility
    radverkehr|Radverkehr|Cycling
    nahverkehr|Nahverkehr|Public transport
  bauen|Bauen und Planen|Building and planning
    wohnungsbau|Wohnungsbau|Housing
umwelt|Umwelt und Natur|Environment and nature
  stadtgruen|Parks und Stadtgrün|Parks and green spaces
  gewaesser|Gewässer|Rivers and lakes
    hochwasserschutz|Hochwasserschutz|Flood protection
  klima|Klima und Energie|Climate and energy
  abfall|Abfall und Sauberkeit|Waste and cleaning
bildung-und-familie|Bildung und Familie|Education and families
  schule|Schulen|Schools
  kita|Kindertagesstätten|Nurseries
  jugend|Kinder und Jugend|Children and young people
kultur-und-freizeit|Kultur und Freizeit|Culture and leisure
  kultur|Kunst und Kultur|Arts and culture
    musik|Musik und Theater|Music and theatre
  bibliotheken|Bibliotheken|Libraries
  sport|Sport|Sport
    baeder|Bäder und Schwimmhallen|Swimming pools
  geschichte|Stadtgeschichte|Town history
soziales-und-gesundheit|Soziales und Gesundheit|Social affairs and health
  gesundheit|Gesundheit|Health
  soziales|Soziale Hilfen|Social services
    senioren|Seniorinnen und Senioren|Older people
  integration|Migration und Integration|Migration and integration
wirtschaft-und-arbeit|Wirtschaft und Arbeit|Business and work
  standort|Wirtschaftsstandort|Business location
  maerkte|Märkte und Feste|Markets and festivals
  wissenschaft|Wissenschaft und Forschung|Science and research
verwaltung|Rathaus und Verwaltung|Town hall and administration
  buergerservice|Bürgerservice und Wahlen|Citizens’ services and elections
  digitales|Digitales|Digital services
  haushalt|Haushalt und Finanzen|Budget and finance
  internationales|Internationales|International affairs
sicherheit|Sicherheit und Ordnung|Safety and public order
  feuerwehr|Feuerwehr und Rettungsdienst|Fire and rescue services
  ordnung|Ordnung und Gewerbe|Public order
`;

/** The forty topics, each after the broader one. */
export const TOPICS: readonly Topic[] = readTree();

function readTree(): Topic[] {
  const topics: Topic[] = [];
  const above: string[] = [];
  for (const line of TREE.split("\n").filter((entry) => entry.trim() !== "")) {
    const depth = (line.length - line.trimStart().length) / 2;
    const [id = "", name = "", english = ""] = line.trim().split("|");
    above[depth] = id;
    topics.push({ id, name, english, broader: depth === 0 ? undefined : above[depth - 1] });
  }
  return topics;
}
