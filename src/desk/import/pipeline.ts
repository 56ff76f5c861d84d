import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { digest } from "../../disk/digest.ts";
import type { Problem } from "../../problems.ts";
import type { Foundations } from "../releases/foundations.ts";
import { contentFile } from "../releases/release-file.ts";
import { commentFiles } from "./comments.ts";
import { type Composed, compose, languageOf, type Refused } from "./compose.ts";
import { composeOwn } from "./compose-own.ts";
import { oldStates } from "./editions.ts";
import { openStaging } from "./files.ts";
import type { Item, Source } from "./item.ts";
import { judgeRelease, judgeVersion } from "./judging.ts";
import { type Files, layFiles, removeFiles, writtenOf } from "./laying.ts";
import { type Candidate, detached, nameOf } from "./plan.ts";
import type { ImportRecord as Kept } from "./record.ts";
import type { Report } from "./report.ts";
import type { Workshop } from "./workshop.ts";

/** What shall be written of a group of states: at which id, and in which language where it is a version of another. */
export interface Order {
  group: readonly Candidate[];
  id: string;
  version: string | undefined;
}

/** All that the writing of an import needs. */
export interface Writing {
  source: Source;
  orders: ReadonlyMap<number, Order>;
  workshop: Workshop;
  foundations: Foundations;
  record: Kept;
  report: Report;
  cache: string;
  /** The old addresses that each group may keep. */
  aliasesOf: (group: readonly Candidate[]) => string[];
  /** The ids of releases by their number, for follow-ups. */
  idOfNumber: Map<string, string>;
}

/** What was written in a run: the key of each item by the path of its release. */
export type Laid = Map<string, { key: string; place: string }>;

/** Reads a source again and writes what was planned, each release as a whole or not at all; answers with what was written. */
export async function writeItems(writing: Writing): Promise<Laid> {
  const { source, orders } = writing;
  const laid: Laid = new Map();
  const held = new Map<Order, Item[]>();
  let index = -1;
  for await (const item of source.read()) {
    index++;
    const order = orders.get(index);
    if (!order) continue;
    const states = held.get(order) ?? [];
    states.push(item);
    if (states.length < order.group.length) held.set(order, states);
    else {
      held.delete(order);
      const inTime = order.group.map(({ index: at }) => states.find((_, place) => placesOf(order)[place] === at) as Item);
      await writeOne(inTime, order, writing, laid);
    }
  }
  return laid;
}

/** The places in the reading of a group's items, in the order in which they come. */
function placesOf({ group }: Order): number[] {
  return group.map(({ index }) => index).sort((a, b) => a - b);
}

async function writeOne(states: readonly Item[], order: Order, writing: Writing, laid: Laid): Promise<void> {
  const { record, report, foundations, workshop } = writing;
  const item = states.at(-1) as Item;
  const [first] = order.group as [Candidate];
  const place = nameOf(item);
  const staging = openStaging(writing.cache);
  try {
    const fine = await makeFiles(states, order, { ...writing, staging });
    // What no rule foresaw is tried once more with its words alone.
    const made =
      "reason" in fine && fine.isOfText
        ? await makeFiles(states, order, { ...writing, staging, workshop: { ...workshop, isBare: true } })
        : fine;
    if ("reason" in made) {
      report.refuse(made.reason, made.remedy, place);
      return;
    }
    const { files, mended } = made;
    const key = order.version === undefined ? first.key : `${first.key} ${order.version}`;
    const before = record.known.get(key);
    const after = writtenOf(order.id, files);
    const content = foundations.content;
    const isThere = (path: string) => existsSync(join(content, path));
    const own = order.version === undefined ? `releases/${order.id}.md` : `releases/${order.id}.${order.version}.md`;
    if (isThere(own)) {
      const isSame = Object.entries(after.files).every(([path, is]) => isThere(path) && digest(readFileSync(join(content, path))) === is);
      if (isSame) {
        record.keep(key, after);
        report.leaveOut("Ist schon übernommen.", place);
        return;
      }
      if (!before || !record.isUntouched(before)) {
        report.leaveOut("Ist schon übernommen und seither von Hand geändert; es bleibt, wie es ist.", place);
        return;
      }
    }
    record.begin(key, order.id);
    if (before && record.isUntouched(before)) removeFiles(content, Object.keys(before.files));
    layFiles(content, files);
    record.keep(key, after);
    laid.set(own, detached({ key, place }));
    report.written(place);
    for (const [what, times] of mended) report.mend(what, place, times);
    if (workshop.mapping.take.comments === false && (item.comments?.length ?? 0) > 0)
      report.mend("Kommentare sind nicht übernommen (take: comments: false).", place, item.comments?.length ?? 0);
  } finally {
    staging.close();
  }
}

type Making = Writing & { staging: ReturnType<typeof openStaging> };

/** The files that a group of states makes, checked as the archive would check them. */
async function makeFiles(
  states: readonly Item[],
  { group, id, version }: Order,
  making: Making,
): Promise<{ files: Files; mended: Map<string, number> } | Refused> {
  const { workshop, staging, foundations, idOfNumber, aliasesOf } = making;
  const { site, registers } = foundations;
  const [first] = group as [Candidate];
  const made: { composed: Composed; seen: string | undefined }[] = [];
  for (const [index, item] of states.entries()) {
    const composed = item.form === "own" ? await composeOwn(item, staging) : await compose(item, first, staging, workshop);
    if ("reason" in composed) return composed;
    made.push({ composed, seen: group[index]?.seen });
  }
  const item = states.at(-1) as Item;
  const { composed } = made.at(-1) as { composed: Composed };
  const mended = new Map(composed.mended);
  const folder = `releases/${id}`;
  const files = new Map<string, string | Uint8Array>([...staging.files()].map(([name, bytes]) => [`${folder}/${name}`, bytes]));
  if (version !== undefined) {
    const { title, summary, images, people, translation = { kind: "unofficial" } } = composed.fields;
    const file = contentFile(
      { title, summary, people: item.form === "own" ? people : undefined, images: item.form === "own" ? images : undefined, translation },
      composed.text,
    );
    const fault = judgeVersion(file, join(foundations.content, `${folder}.${version}.md`), version);
    return fault ? refusalOf(fault, workshop) : { files: new Map([[`${folder}.${version}.md`, file]]), mended };
  }
  const old = oldStates(made, first.date.machine, site.timeZone);
  for (const [name, file] of old.files) files.set(`${folder}/${name}`, file);
  for (const { number, text = "", ...fields } of item.ownEditions ?? [])
    files.set(`${folder}/fassung-${number}.md`, contentFile({ title: composed.fields.title, ...fields }, String(text)));
  const count = (what: string) => mended.set(what, (mended.get(what) ?? 0) + 1);
  const comments = workshop.mapping.take.comments ? commentFiles(item, workshop, count) : new Map<string, string>();
  for (const [name, file] of comments) files.set(`comments/${id}/${name}`, file);
  const follows = composed.said.follows === undefined ? undefined : idOfNumber.get(composed.said.follows);
  if (typeof composed.fields.number === "string") idOfNumber.set(composed.fields.number, id);
  const { draft, images, attachments, source, reconstructed, ...fields } = composed.fields;
  const aliases = aliasesOf(group);
  const file = contentFile(
    {
      ...fields,
      department: fields.department ?? workshop.mapping.department,
      follows: follows ?? fields.follows,
      images,
      attachments,
      draft,
      corrections: old.corrections.length > 0 ? old.corrections : fields.corrections,
      comments: fields.comments ?? (comments.size > 0 && site.comments.default === "off" ? "closed" : undefined),
      aliases: aliases.length > 0 ? aliases : fields.aliases,
      source,
      reconstructed,
    },
    composed.text,
  );
  const fault = judgeRelease(file, id, { site, registers, content: foundations.content });
  if (fault) return refusalOf(fault, workshop);
  files.set(`${folder}.md`, file);
  return { files, mended };
}

/** Why the archive's check would refuse a release; what it names is told by its kind, so that reasons can be counted. */
function refusalOf({ message, remedy }: Problem, { isBare = false }: Workshop): Refused {
  return {
    reason: `Die Prüfung würde es abweisen: ${message.replace(/„[^“]*“/g, "„…“")}`,
    remedy: remedy.slice(0, 200),
    isOfText: !isBare,
  };
}

/** The language in which an item is a version of another; undefined where it stands by itself. */
export function versionLanguage(
  { language, versionOf }: Candidate,
  original: Candidate | undefined,
  { site, language: common }: Workshop,
): string | undefined {
  if (versionOf === undefined || original === undefined) return undefined;
  const own = languageOf(language, site);
  const others = languageOf(original.language ?? common, site) ?? site.language;
  return own === undefined || own === others || own === site.language ? undefined : own;
}
