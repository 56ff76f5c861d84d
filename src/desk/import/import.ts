import { basename, dirname, join, resolve } from "node:path";
import { comparable, isReserved, pageAddress, shapeOf } from "../../addresses.ts";
import { compareText } from "../../problems.ts";
import { type Foundations, readFoundations } from "../releases/foundations.ts";
import { slugOf } from "../releases/slug.ts";
import { languageOf } from "./compose.ts";
import { aliasesIn } from "./existing.ts";
import { groupCandidates } from "./grouping.ts";
import type { About, TermGroup } from "./item.ts";
import { removeFiles } from "./laying.ts";
import { type Addresses, openAddresses } from "./links.ts";
import { type Mapping, mappingSchema } from "./mapping.ts";
import { addMeanings, readMapping, writeMapping } from "./mapping-file.ts";
import { type Order, versionLanguage, writeItems } from "./pipeline.ts";
import { type Candidate, giveIds, type Survey, surveySource } from "./plan.ts";
import { type Kind, openSource, recognize } from "./recognize.ts";
import { type ImportRecord as Kept, openRecord } from "./record.ts";
import { addEntries, type NewEntry } from "./registers.ts";
import { createReport, type Report } from "./report.ts";
import { openShelf } from "./shelf.ts";
import { proposeMeanings } from "./terms.ts";
import { createConversion } from "./texts/conversion.ts";
import { verifyImport } from "./verifying.ts";
import type { Workshop } from "./workshop.ts";

/** What somebody asks to be imported, and into which content folder. */
export interface ImportOrder {
  source: string;
  kind: Kind | undefined;
  content: string;
  files: string | undefined;
  mapping: string | undefined;
  cache: string;
  now: number;
}

/** What an import did: lines to tell, and whether anything was read. */
export interface ImportResult {
  lines: string[];
  report: Report;
}

/** Imports a source into a content folder; nothing that was there is changed. Throws in German where nothing can be taken at all. */
export async function runImport({ source: path, kind, content, files, mapping: named, cache, now }: ImportOrder): Promise<ImportResult> {
  let foundations = readFoundations(content, now);
  const name = slugOf(basename(resolve(path)).replace(/\.\w{2,5}$/, "")) ?? "quelle";
  const file = named ?? join(dirname(resolve(content)), "import", `${name}.yml`);
  const known = readMapping(file);
  const recognized = await recognize(path, kind ?? known?.source);
  const report = createReport();
  const source = openSource(recognized, known ?? {});
  const record = openRecord(file.replace(/\.ya?ml$/, "").concat(".written.jsonl"), content);
  const start = known ?? { take: mappingSchema.shape.take.parse({}) };
  const survey = await surveySource({ source, mapping: start, site: foundations.site, now, report });
  if (survey.read === 0)
    throw new Error(`${path}: Darin steht keine Meldung.${source.faults().length > 0 ? ` ${source.faults()[0]}` : ""}`);
  const about = source.about();
  const proposed = proposeMeanings(survey.terms, start, foundations.registers);
  const mapping = settle({ known, kind: recognized.kind, about, proposed, foundations, source });
  if (known === undefined) writeMapping(file, mapping);
  else addMeanings(file, proposed);
  const added = addEntries(content, foundations.registers, entriesOf(mapping, survey, foundations));
  foundations = readFoundations(content, now);
  const addresses = openAddresses(mapping.address, foundations.site.url);
  const groups = groupCandidates(survey.candidates, addresses, report);
  const planned = planOrders({ groups, foundations, record, addresses, report, mapping, about });
  const workshop: Workshop = {
    site: foundations.site,
    registers: foundations.registers,
    mapping,
    addresses,
    shelf: openShelf(
      [...(files === undefined ? [] : [files]), ...(/^(markdown|html)$/.test(recognized.kind) ? [recognized.folder] : [])],
      survey.media,
    ),
    conversion: createConversion(),
    language: mapping.language ?? about.language,
  };
  const orders = new Map<number, Order>();
  for (const order of planned.orders) for (const { index } of order.group) orders.set(index, order);
  try {
    const laid = await writeItems({
      source,
      orders,
      workshop,
      foundations,
      record,
      report,
      cache,
      aliasesOf: planned.aliasesOf,
      idOfNumber: new Map(),
    });
    takeBack(survey, planned.orders, { record, content });
    await verifyImport(laid, { content, cache, now, record, report });
  } finally {
    record.save();
  }
  const registers = [...added].map(([register, count]) => `${count} in registers/${register}.yml`);
  const lines = [
    ...report.print(),
    "",
    ...(registers.length > 0 ? [`Neue Einträge: ${registers.join(", ")}.`] : []),
    `Zuordnung: ${file}${known === undefined ? " (neu; sehen Sie sie durch, und rufen Sie den Import noch einmal auf)" : ""}`,
    ...source.faults().map((fault) => `Beachten Sie: ${fault}`),
  ];
  return { lines, report };
}

interface Settling {
  known: Mapping | undefined;
  kind: Kind;
  about: About;
  proposed: ReadonlyMap<TermGroup, ReadonlyMap<string, string>>;
  foundations: Foundations;
  source: object;
}

/** The mapping of this run: what the city has decided, and for the rest what was found. */
function settle({ known, kind, about, proposed, foundations, source }: Settling): Mapping {
  const meanings = Object.fromEntries([...proposed].map(([group, own]) => [group, { ...known?.[group], ...Object.fromEntries(own) }]));
  const { site, registers } = foundations;
  const departments = [...registers.departments.values()];
  const press = departments.find(({ id, name }) => /presse|kommunikation/i.test(`${id} ${name}`)) ?? departments[0];
  const columns = "columns" in source ? (source as { columns: () => Mapping["columns"] }).columns() : undefined;
  const language = languageOf(about.language, site);
  return {
    source: kind,
    ...(about.address === undefined ? {} : { address: about.address }),
    ...(language === undefined ? {} : { language }),
    department: press?.id ?? slugOf(site.issuer)?.slice(0, 80) ?? "pressestelle",
    take: mappingSchema.shape.take.parse({}),
    ...(columns === undefined ? {} : { columns }),
    ...known,
    ...meanings,
  } as Mapping;
}

/** The entries of registers that a mapping and a source name. */
function entriesOf(mapping: Mapping, { terms, entries }: Survey, { site }: Foundations): NewEntry[] {
  const named = [...terms].flatMap(([group, names]) =>
    [...names.keys()].flatMap((name): NewEntry[] => {
      const [register = "", id] = (mapping[group]?.[name] ?? "").split("/");
      if (id === undefined) return [];
      return [{ register: (register === "with" ? "departments" : register) as NewEntry["register"], id, name }];
    }),
  );
  return [...entries, ...named, { register: "departments", id: mapping.department, name: site.issuer }];
}

const FOREIGN_REMEDY = "Ergänzen Sie dort languages, und rufen Sie den Import noch einmal auf.";

interface Planning {
  groups: readonly Candidate[][];
  foundations: Foundations;
  record: Kept;
  addresses: Addresses;
  report: Report;
  mapping: Mapping;
  about: About;
}

/** Where each group will lie, and which old addresses it keeps: none that something else has. */
function planOrders({ groups, foundations, record, addresses, report, mapping, about }: Planning) {
  const { site, sorted } = foundations;
  const ownIds = new Set([...record.known.values()].map(({ id }) => id));
  const present = new Set([...sorted.releases.map(({ id }) => id), ...sorted.files.keys()]);
  const kept = aliasesIn(foundations, (id) => ownIds.has(id));
  const keptKeys = new Set([...kept.keys()].map((alias) => addresses.keyOf(alias)));
  const originals = new Map(groups.flatMap(([first]) => (first && first.versionOf === undefined ? [[first.key, first] as const] : [])));
  const workshop = { site, language: mapping.language ?? about.language } as Workshop;
  const versions = new Map<Candidate, string>();
  const fresh = groups.filter((group) => {
    const [first] = group as [Candidate];
    const version = versionLanguage(first, originals.get(first.versionOf ?? ""), workshop);
    if (version !== undefined) versions.set(first, version);
    const isKept =
      record.known.get(first.key) === undefined &&
      group.some(({ addresses: old }) => old.some((one) => keptKeys.has(addresses.keyOf(one))));
    const isForeign = first.versionOf !== undefined && originals.has(first.versionOf) && languageOf(first.language, site) === undefined;
    const foreign = `Ist eine Sprachfassung in einer Sprache, die site.yml nicht nennt (${first.language}).`;
    if (isForeign) for (const { place } of group) report.leaveOut(foreign, place, FOREIGN_REMEDY);
    else if (isKept) for (const { place } of group) report.leaveOut("Seine alte Adresse nennt schon eine Meldung des Archivs.", place);
    return !isForeign && !isKept && version === undefined;
  });
  const ids = giveIds(fresh, { isTaken: (id) => present.has(id) && !ownIds.has(id), idOf: (key) => record.known.get(key)?.id });
  const orders: Order[] = [];
  for (const group of fresh) {
    const [first] = group as [Candidate];
    const id = ids.get(first) as string;
    for (const state of group) addresses.settle(state, id);
    orders.push({ group, id, version: undefined });
    for (const { place } of group.slice(0, -1))
      report.leaveOut("Ist ein früherer Stand einer Meldung; er ist ihre alte Fassung geworden.", place);
  }
  for (const [candidate, version] of versions) {
    const id = ids.get(originals.get(candidate.versionOf ?? "") as Candidate);
    if (id === undefined) report.leaveOut("Ist eine Sprachfassung ohne ihr Original.", candidate.place);
    else orders.push({ group: [candidate], id, version });
  }
  const entries = Object.values(foundations.registers).flatMap((register) => [...register.values()].flatMap(({ aliases }) => aliases));
  const pages = sorted.pages.map(({ id, language }) => pageAddress(id, language));
  const claimed = new Set<string>([...kept.keys(), ...entries, ...pages].map(claimOf));
  const issued = new Set(orders.map(({ id }) => id));
  const aliasesOf = (group: readonly Candidate[]): string[] =>
    [...new Set(group.flatMap((candidate) => (candidate.fixed === undefined ? addresses.oldOf(candidate as never) : [])))]
      .slice(0, 200)
      .filter((alias) => {
        const claim = claimOf(alias);
        if (claimed.has(claim) || isOwnAddress(alias, issued, site.languages)) return false;
        claimed.add(claim);
        return true;
      });
  return { orders: orders.sort((a, b) => compareText(a.id, b.id)), aliasesOf };
}

/** What tells old addresses apart: as servers compare them. */
function claimOf(alias: string): string {
  return alias.startsWith("/") ? comparable(alias) : comparable(alias.replace(/^https?:/, "")).replace(/^\/+/, "//");
}

/** True for a path that the archive has itself. */
function isOwnAddress(alias: string, issued: ReadonlySet<string>, languages: readonly string[]): boolean {
  if (!alias.startsWith("/")) return false;
  const path = comparable(alias.replace(/\?.*$/, ""));
  const shape = shapeOf(path, languages);
  if (shape === "release") return issued.has(path.slice(1)) || /^\/(en|leichte-sprache)\//.test(path);
  if (shape === "entry") return true;
  if (shape === "file") return issued.has(path.slice(1).replace(/\/[^/]*$/, ""));
  const first = path.split("/")[1] ?? "";
  return alias.includes("?")
    ? false
    : first === "" || isReserved(first.replace(/\.[a-z]+$/, ""), languages) || /^(feed|sitemap|robots)\b/.test(first);
}

/** Takes back what earlier runs wrote and the city now leaves out, unless somebody has changed it. */
function takeBack({ without }: Survey, orders: readonly Order[], { record, content }: { record: Kept; content: string }): void {
  const taken = new Set(
    orders.flatMap(({ group, version }) => group.map(({ key }) => (version === undefined ? key : `${key} ${version}`))),
  );
  for (const [key, written] of [...record.known]) {
    if (taken.has(key) || !without.has(key) || !record.isUntouched(written)) continue;
    removeFiles(content, Object.keys(written.files));
    record.forget(key);
  }
}
