import { type Noun, parseNouns } from "./grammar.ts";

/** An entry of the register of departments; `noun` is its name as grammar needs it. */
export interface Department {
  id: string;
  name: string;
  noun: Noun;
  formerNames: { name: string; until: string }[];
}

// id | gender | noun and plural | what follows it | former names: name, until
const ROWS = `
presseamt|n|Presseamt/0||Presse- und Informationsamt, 2008-12
verkehrsamt|n|Amt/0|für Verkehr und Tiefbau|Tiefbauamt, 2004-06; Verkehrs- und Tiefbauamt, 2016-12
stadtplanungsamt|n|Stadtplanungsamt/0||Amt für Stadtentwicklung, 2006-03
gebaeudemanagement|n|Amt/0|für Gebäudemanagement|Hochbauamt, 2012-12
stadtgruen|n|Amt/0|für Stadtgrün und Gewässer|Grünflächenamt, 2009-09
umweltamt|n|Amt/0|für Umweltschutz|
schulamt|n|Amt/0|für Schule|Schulverwaltungsamt, 2005-07; Amt für Jugend, Familie und Bildung, 2019-12
jugendamt|n|Amt/0|für Jugend und Familie|Jugendamt, 2005-07
kulturamt|n|Kulturamt/0||
stadtarchiv|n|Stadtarchiv/0||
sportamt|n|Amt/0|für Sport und Bäder|Sport- und Bäderamt, 2011-12
gesundheitsamt|n|Gesundheitsamt/0||
sozialamt|n|Sozialamt/0||Amt für Soziales und Wohnen, 2010-12
migration|n|Referat/0|für Migration und Integration|Ausländerbeauftragte der Stadt, 2007-12
wirtschaft|n|Amt/0|für Wirtschaftsförderung|
ordnungsamt|n|Ordnungsamt/0||
branddirektion|f|Branddirektion/0||Berufsfeuerwehr, 2002-12
stadtreinigung|m|Eigenbetrieb/0|Stadtreinigung|Stadtreinigungsamt, 2003-12
kaemmerei|f|Stadtkämmerei/0||
buergeramt|n|Bürgeramt/0||Einwohnermeldeamt, 2003-08; Amt für Bürgerservice, 2014-12
`;

/** The twenty departments. */
export const DEPARTMENTS: readonly Department[] = ROWS.trim()
  .split("\n")
  .map((row) => {
    const [id = "", gender = "n", word = "", tail = "", former = ""] = row.split("|");
    const [plain] = parseNouns({ [gender]: word });
    if (!plain) throw new Error(`no noun in ${row}`);
    const noun: Noun = { ...plain, tail };
    const formerNames = former
      .split("; ")
      .filter(Boolean)
      .map((entry) => {
        // The name itself may hold a comma.
        const comma = entry.lastIndexOf(", ");
        return { name: entry.slice(0, comma), until: entry.slice(comma + 2) };
      });
    return { id, name: [noun.singular, tail].filter(Boolean).join(" "), noun, formerNames };
  });
