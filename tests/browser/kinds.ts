import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { buildTown, TOWNS } from "../fixture.ts";
import { serve } from "./browser.ts";

/** A kind of page: one of its pages and the town that has it. */
export interface Kind {
  town: keyof typeof TOWNS;
  address: string;
}

const musterstadt = (address: string): Kind => ({ town: "musterstadt", address });

/** One page of each kind, by a name for it. */
export const KINDS: Readonly<Record<string, Kind>> = {
  "demonstration-home": { town: "leipzig", address: "/" },
  "demonstration-release": { town: "leipzig", address: "/2017/11/japan-delegation/" },
  "demonstration-release-english": { town: "leipzig", address: "/en/2017/11/japan-delegation/" },
  "demonstration-accessibility": { town: "leipzig", address: "/barrierefreiheit/" },
  home: musterstadt("/"),
  "home-english": musterstadt("/en/"),
  "home-easy": musterstadt("/leichte-sprache/"),
  archive: musterstadt("/archiv/"),
  year: musterstadt("/2026/"),
  month: musterstadt("/2026/11/"),
  "month-unknown": musterstadt("/2009/00/"),
  topics: musterstadt("/themen/"),
  topic: musterstadt("/themen/verkehr/"),
  "topic-year": musterstadt("/themen/verkehr/2026/"),
  department: musterstadt("/aemter/presseamt/"),
  people: musterstadt("/personen/"),
  places: musterstadt("/orte/"),
  corrections: musterstadt("/korrekturen/"),
  events: musterstadt("/termine/"),
  subscribe: musterstadt("/abonnieren/"),
  data: musterstadt("/daten/"),
  plain: musterstadt("/impressum/"),
  accessibility: musterstadt("/barrierefreiheit/"),
  "accessibility-english": musterstadt("/en/barrierefreiheit/"),
  search: musterstadt("/suche/"),
  "search-results": musterstadt("/suche/?q=Br%C3%BCcke&thema=verkehr"),
  "search-nothing": musterstadt("/suche/?q=Hochwaser"),
  "search-english": musterstadt("/en/suche/?q=delegation"),
  "not-found": musterstadt("/404.html"),
  redirect: musterstadt("/presse/meldung-4711.html"),
  release: musterstadt("/2026/11/haushaltsentwurf-2027/"),
  "release-pictures": musterstadt("/2026/11/alte-lohebruecke-gesperrt/"),
  "release-comments": musterstadt("/2026/11/radweg-muehlteich/"),
  "release-table": musterstadt("/2026/01/radzaehlstellen-2025/"),
  "release-long": musterstadt("/2019/11/bebauungsplan-osthafen-sued/"),
  "release-list": musterstadt("/2023/05/elf-ehrennadeln/"),
  "release-old": musterstadt("/2016/06/lohehochwasser-deiche-halten/"),
  "release-reconstructed": musterstadt("/2009/00/zehn-jahre-exempleville/"),
  "release-foreign-words": musterstadt("/2026/11/wirtschaftsdelegation-vzorkov/"),
  "release-withdrawn": musterstadt("/2021/06/badestelle-muehlteich/"),
  "release-edition": musterstadt("/2023/09/baumkataster-buergerpark/fassung/1/"),
  "release-short": musterstadt("/2026/11/gewaesserunterhaltung-lohe/"),
  "release-easy": musterstadt("/leichte-sprache/2026/11/alte-lohebruecke-gesperrt/"),
  "release-english": musterstadt("/en/2026/11/wirtschaftsdelegation-vzorkov/"),
};

/** The towns, built and served as a static host does. */
export interface Towns {
  outputs: readonly string[];
  /** Opens a page of a kind; of an old address the page itself, which else leads on at once. */
  open: (page: Page, kind: Kind) => Promise<void>;
  origin: (town: Kind["town"]) => string;
  close: () => void;
}

/** Builds the towns at a fixed moment, layouts strict, and serves them. */
export async function openTowns(names = Object.keys(TOWNS) as Kind["town"][]): Promise<Towns> {
  const made = await Promise.all(
    names.map(async (town) => {
      const { output } = await buildTown(town);
      return [town, { output, site: await serve(output) }] as const;
    }),
  );
  const towns = new Map(made);
  const townOf = (name: Kind["town"]) => {
    const town = towns.get(name);
    if (!town) throw new Error(`${name} was not built.`);
    return town;
  };
  return {
    outputs: made.map(([, { output }]) => output),
    origin: (town) => townOf(town).site.url,
    close: () => {
      for (const { site } of towns.values()) site.close();
    },
    open: async (page, { town, address }) => {
      const { output, site } = townOf(town);
      if (address === KINDS.redirect?.address) {
        const body = readFileSync(join(output, address), "utf8").replace(/<meta http-equiv="refresh"[^>]*>\n/, "");
        await page.route(`**${address}`, (route) => route.fulfill({ body, contentType: "text/html; charset=utf-8" }), { times: 1 });
      }
      const response = await page.goto(site.url + address);
      if (response?.status() !== 200) throw new Error(`${address} is answered with ${response?.status()}`);
      if (address.includes("?q=")) await page.locator(".search-status", { hasText: /gefunden|found/ }).waitFor();
    },
  };
}
