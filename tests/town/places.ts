import { toSlug } from "../../src/content/slugs.ts";

/** An entry of the register of places. */
export interface Place {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
}

const DISTRICTS = `
  Probst-Mitte, Probst-Nord, Probst-Süd, Probst-Ost, Probst-West, Mühlenfeld, Lindenhöhe, Hafenried, Klosterrode, Brunnental, Ziegelhausen,
  Unterwiesen, Oberwiesen, Rabenbusch, Erlengrund, Kalkberg, Neuprobst, Altprobst, Sankt Veitsdorf, Gerberau, Fischerau, Schlossau,
  Sonnenleite, Hasenwinkel, Tonberg, Krähenfeld, Weidenaue, Steinfurth am See, Hopfenrode, Kupferhammer, Marienhöhe, Nonnenrode,
  Birkenrode, Storchenau, Pappelhain, Quellenhof, Moorwinkel, Torfhaus-Nord, Gleisfeld, Gartenstadt-Ost, Lehrenfeld,
  Wettinsruh, Falkenborn, Eulenmühle, Bärenklau, Heideschanze, Kirschenau, Auenblick
`
  .split(",")
  .map((name) => name.trim());

const ABROAD: readonly [string, string][] = [
  ["Villeneuve-l’Exemple", "FR"],
  ["Sampleford", "GB"],
  ["Wzorowo", "PL"],
  ["Příkladov", "CZ"],
  ["Esempiano", "IT"],
  ["Voorbeeldhaven", "NL"],
  ["Mallikylä", "FI"],
  ["Örnekköy", "TR"],
  ["Ejemplar del Mar", "ES"],
  ["Mintaháza", "HU"],
  ["Exempelvik", "SE"],
];

function place(name: string, country: string): Place {
  return { id: toSlug(name), name, country };
}

/** The town and its districts. */
export const HOME_PLACES: readonly Place[] = ["Probestadt", ...DISTRICTS].map((name) => place(name, "DE"));

/** Partner towns in other countries. */
export const FOREIGN_PLACES: readonly Place[] = ABROAD.map(([name, country]) => place(name, country));

/** The sixty places. */
export const PLACES: readonly Place[] = [...HOME_PLACES, ...FOREIGN_PLACES];
