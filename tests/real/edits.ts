import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PDF } from "../fixture.ts";
import { between, chance, pick } from "../town/random.ts";
import {
  editHead,
  editRegister,
  editSite,
  type Head,
  ids,
  isNamed,
  lengthOf,
  moment,
  monthOf,
  originals,
  pathOf,
  type RegisterName,
  sentence,
  type TextName,
  type Town,
  versions,
  write,
  writeText,
} from "./town.ts";

/** Changes a town, and says what was done; undefined where there was nothing to change in this way. */
export type Edit = (town: Town) => string | undefined;

const REGISTERS = ["departments", "topics", "people", "places"] as const;
const PLAIN = (head: Head) => !head.has("withdrawn");
const isDraft = (head: Head) => head.get("draft") === true;

const anyOriginal = (town: Town, isFit: (head: Head) => boolean = () => true): TextName | undefined => {
  const fitting = originals(town, isFit);
  return fitting.length > 0 ? pick(town.random, fitting) : undefined;
};

/** Changes the head of a release that fits. */
const onHead =
  (what: string, isFit: (head: Head) => boolean, edit: (head: Head, town: Town, name: TextName) => void): Edit =>
  (town) => {
    const name = anyOriginal(town, isFit);
    if (!name) return undefined;
    editHead(town, name, (head) => edit(head, town, name));
    return `${what}: ${name.id}`;
  };

/** Adds a release of a moment some hours from now (before it, where negative). */
function addRelease(town: Town, hours: number, extra: object = {}): TextName {
  const date = moment(town, hours);
  const name: TextName = { id: `${monthOf(date)}/probe-${++town.count}`, language: "" };
  const people = ids(town, "people");
  const head = {
    title: sentence(town),
    date,
    summary: `${sentence(town)}, wie die Stadt mitteilt.`,
    department: pick(town.random, ids(town, "departments")),
    topics: [pick(town.random, ids(town, "topics"))],
    ...(people.length > 0 && chance(town.random, 0.5) ? { people: [pick(town.random, people)] } : {}),
    ...(chance(town.random, 0.5) ? { places: [pick(town.random, ids(town, "places"))] } : {}),
    ...extra,
  };
  writeText(town, name, head, `\n${sentence(town)}.\n\n## Näheres\n\n${sentence(town)}, *sagt man*.\n`);
  return name;
}

/** The files of a release's folder. */
const filesOf = (town: Town, id: string): string[] => {
  const folder = join(town.content, "releases", id);
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Moves or removes all that belongs to a release. */
function moveRelease(town: Town, id: string, target: string | undefined): void {
  const move = (from: string, to: string | undefined) => {
    if (!existsSync(from)) return;
    const bytes = readFileSync(from);
    write(town, from, undefined);
    if (to !== undefined) write(town, to, bytes);
  };
  for (const language of ["", ".en", ".de-simple"] as const)
    move(pathOf(town, { id, language }), target === undefined ? undefined : pathOf(town, { id: target, language }));
  for (const part of ["releases", "comments"]) {
    const folder = join(town.content, part, id);
    for (const file of existsSync(folder) ? readdirSync(folder) : [])
      move(join(folder, file), target === undefined ? undefined : join(town.content, part, target, file));
  }
}

/** A picture of its own: a BMP would not do, so one pixel of PNG grows by a text chunk that no decoder minds. */
const picturesAt = join(import.meta.dirname, "../fixtures/musterstadt/releases/2026/11");
const pictures = ["lichterabend-osthafen/osthafen-am-abend.png", "alte-lohebruecke-gesperrt/umleitung.png"].map((path) =>
  readFileSync(join(picturesAt, path)),
);

/** All kinds of edits, each by its name. */
export const EDITS: Readonly<Record<string, Edit>> = {
  add: (town) => `add: ${addRelease(town, -between(town.random, 0, 60_000)).id}`,
  addNew: (town) => `add: ${addRelease(town, 0).id}`,
  addReduced: (town) => {
    const year = between(town.random, 1995, 2020);
    const name: TextName = { id: `${year}/00/alt-${++town.count}`, language: "" };
    writeText(
      town,
      name,
      {
        title: sentence(town),
        date: String(year),
        summary: `${sentence(town)}, damals.`,
        department: pick(town.random, ids(town, "departments")),
        topics: [pick(town.random, ids(town, "topics"))],
      },
      `\n${sentence(town)}.\n`,
    );
    return `add: ${name.id}`;
  },
  delete: (town) => {
    const all = originals(town);
    if (all.length < 20) return undefined;
    const { id } = pick(town.random, all);
    if ([...town.broken.keys()].some((path) => path.includes(id))) return undefined;
    moveRelease(town, id, undefined);
    return `delete: ${id}`;
  },
  rename: (town) => {
    const name = anyOriginal(town);
    if (!name || [...town.broken.keys()].some((path) => path.includes(name.id))) return undefined;
    const target = `${name.id.slice(0, 8)}neu-${++town.count}`;
    moveRelease(town, name.id, target);
    editHead(town, { id: target, language: "" }, (head) => {
      if (lengthOf(head, "aliases") > 0) head.addIn(["aliases"], `/${name.id}/`);
      else head.set("aliases", [`/${name.id}/`]);
    });
    return `rename: ${name.id} to ${target}`;
  },
  retitle: onHead(
    "retitle",
    () => true,
    (head, town) => head.set("title", sentence(town)),
  ),
  summary: onHead(
    "summary",
    () => true,
    (head, town) => head.set("summary", `${sentence(town)}, kurz gesagt.`),
  ),
  retopic: onHead(
    "retopic",
    () => true,
    (head, town) => head.set("topics", [...new Set([pick(town.random, ids(town, "topics")), pick(town.random, ids(town, "topics"))])]),
  ),
  department: onHead(
    "department",
    () => true,
    (head, town) => head.set("department", pick(town.random, ids(town, "departments"))),
  ),
  with: onHead(
    "with",
    () => true,
    (head, town) => (head.has("with") ? head.delete("with") : head.set("with", [pick(town.random, ids(town, "departments"))])),
  ),
  places: onHead(
    "places",
    () => true,
    (head, town) =>
      head.has("places") && chance(town.random, 0.5) ? head.delete("places") : head.set("places", [pick(town.random, ids(town, "places"))]),
  ),
  people: (town) => {
    // A version may only give roles to people whom its original names.
    const spoken = new Set(versions(town).map(({ id }) => id));
    const fitting = originals(town).filter(({ id }) => !spoken.has(id));
    if (fitting.length === 0 || ids(town, "people").length === 0) return undefined;
    const name = pick(town.random, fitting);
    editHead(town, name, (head) => {
      if (head.has("people") && chance(town.random, 0.4)) head.delete("people");
      else
        head.set("people", [
          { id: pick(town.random, ids(town, "people")), ...(chance(town.random, 0.5) ? { role: `Amt ${++town.count}` } : {}) },
        ]);
    });
    return `people: ${name.id}`;
  },
  kind: onHead(
    "kind",
    () => true,
    (head, town) => head.set("kind", pick(town.random, ["release", "invitation", "statement", "notice"])),
  ),
  number: onHead(
    "number",
    () => true,
    (head, town) => (head.has("number") ? head.delete("number") : head.set("number", `${++town.count}/X`)),
  ),
  contact: onHead(
    "contact",
    () => true,
    (head, town) =>
      head.has("contact") ? head.delete("contact") : head.set("contact", { name: `Amt ${++town.count}`, email: "amt@probe.example" }),
  ),
  pin: onHead("pin", PLAIN, (head, town) =>
    head.has("pinnedUntil") ? head.delete("pinnedUntil") : head.set("pinnedUntil", moment(town, between(town.random, 1, 300))),
  ),
  event: onHead(
    "event",
    () => true,
    (head, town) =>
      head.has("events")
        ? head.delete("events")
        : head.set("events", [{ name: sentence(town), date: moment(town, 48), place: pick(town.random, ids(town, "places")) }]),
  ),
  source: onHead(
    "source",
    () => true,
    (head, town) => (head.has("source") ? head.delete("source") : head.set("source", { note: sentence(town) })),
  ),
  text: (town) => {
    const name = anyOriginal(town);
    if (!name) return undefined;
    write(town, pathOf(town, name), `${readFileSync(pathOf(town, name), "utf8")}\n${sentence(town)}.\n`);
    return `text: ${name.id}`;
  },
  textSameLength: (town) => {
    const name = anyOriginal(town);
    if (!name) return undefined;
    const [head = "", ...rest] = readFileSync(pathOf(town, name), "utf8").split("\n---\n");
    const body = rest.join("\n---\n");
    const at = body.search(/[a-z]{3}/);
    if (at < 0) return undefined;
    const letter = body[at] === "x" ? "y" : "x";
    write(town, pathOf(town, name), `${head}\n---\n${body.slice(0, at)}${letter}${body.slice(at + 1)}`);
    return `one letter: ${name.id}`;
  },
  touch: (town) => {
    const name = anyOriginal(town);
    if (!name) return undefined;
    write(town, pathOf(town, name), readFileSync(pathOf(town, name)));
    return `touch: ${name.id}`;
  },
  comment: (town) => {
    const name = anyOriginal(town, (head) => PLAIN(head) && !isDraft(head));
    if (!name) return undefined;
    editHead(town, name, (head) => head.set("comments", "open"));
    const folder = join(town.content, "comments", name.id);
    const present = existsSync(folder) ? readdirSync(folder) : [];
    const answered = present.find((file) => file.startsWith("frage-"));
    const reply = answered !== undefined && chance(town.random, 0.6) ? `replyTo: ${answered.slice(0, -3)}\n` : "";
    const file = `${reply === "" ? "frage" : "antwort"}-${++town.count}.md`;
    write(
      town,
      join(folder, file),
      `---\nname: Leserin ${town.count}\ndate: ${moment(town, -between(town.random, 1, 90))}\n${reply}---\n${sentence(town)}?\n`,
    );
    return `comment: ${name.id}/${file}`;
  },
  commentGone: (town) => {
    const folder = join(town.content, "comments");
    if (!existsSync(folder)) return undefined;
    const all = (readdirSync(folder, { recursive: true }) as string[]).filter((path) => path.endsWith(".md")).sort();
    if (all.length === 0) return undefined;
    const file = pick(town.random, all);
    const below = join(folder, file, "..");
    const asked = file.slice(file.lastIndexOf("/") + 1, -3);
    for (const other of readdirSync(below))
      if (readFileSync(join(below, other), "utf8").includes(`replyTo: ${asked}`)) write(town, join(below, other), undefined);
    write(town, join(folder, file), undefined);
    return `comment removed: ${file}`;
  },
  commentsClosed: onHead(
    "comments closed",
    (head) => head.get("comments") === "open",
    (head) => head.set("comments", "closed"),
  ),
  correct: onHead("correct", PLAIN, (head, town) => {
    const correction = { date: moment(town, 0), note: `${sentence(town)}; so ist es richtig.` };
    if (lengthOf(head, "corrections") > 0) head.addIn(["corrections"], correction);
    else head.set("corrections", [correction]);
  }),
  withdraw: onHead("withdraw", PLAIN, (head, town) =>
    head.set("withdrawn", {
      date: moment(town, 0),
      reason: `${sentence(town)}, also nicht.`,
      ...(chance(town.random, 0.4) ? { hide: "title" } : {}),
    }),
  ),
  restore: onHead(
    "restore",
    (head) => head.has("withdrawn"),
    (head) => head.delete("withdrawn"),
  ),
  embargo: (town) => `embargo: ${addRelease(town, between(town.random, 1, 400)).id}`,
  embargoLater: (town) => `embargo by field: ${addRelease(town, -1, { embargo: moment(town, between(town.random, 1, 200)) }).id}`,
  timePasses: (town) => {
    town.now += between(town.random, 1, 300) * 3_600_000;
    return `time passes: ${new Date(town.now).toISOString()}`;
  },
  draft: onHead(
    "draft",
    (head) => !isDraft(head),
    (head) => head.set("draft", true),
  ),
  publish: onHead("publish draft", isDraft, (head) => head.delete("draft")),
  version: (town) => {
    const spoken = new Set(versions(town).map(({ id, language }) => `${id}${language}`));
    const language = pick(town.random, [".en", ".de-simple"] as const);
    const free = originals(town).filter(
      ({ id }) => !spoken.has(`${id}${language}`) && ![...town.broken.keys()].some((path) => path.includes(id)),
    );
    if (free.length === 0) return undefined;
    const { id } = pick(town.random, free);
    writeText(
      town,
      { id, language },
      {
        title: `Version: ${sentence(town)}`,
        summary: `Summary ${sentence(town)}.`,
        ...(chance(town.random, 0.5) ? { translation: { kind: "unofficial" } } : {}),
      },
      `\nThis is ${sentence(town)}.\n`,
    );
    return `version: ${id}${language}`;
  },
  versionEdited: (town) => {
    const all = versions(town);
    if (all.length === 0) return undefined;
    const name = pick(town.random, all);
    if (chance(town.random, 0.5)) editHead(town, name, (head) => head.set("title", `Edited: ${sentence(town)}`));
    else write(town, pathOf(town, name), `${readFileSync(pathOf(town, name), "utf8")}\n${sentence(town)}.\n`);
    return `version edited: ${name.id}${name.language}`;
  },
  versionDraft: (town) => {
    const all = versions(town);
    if (all.length === 0) return undefined;
    const name = pick(town.random, all);
    editHead(town, name, (head) => (isDraft(head) ? head.delete("draft") : head.set("draft", true)));
    return `version draft or not: ${name.id}${name.language}`;
  },
  versionGone: (town) => {
    const all = versions(town);
    if (all.length === 0) return undefined;
    const name = pick(town.random, all);
    write(town, pathOf(town, name), undefined);
    return `version removed: ${name.id}${name.language}`;
  },
  attachment: (town) => {
    const name = anyOriginal(town, (head) => PLAIN(head) && !head.has("attachments"));
    if (!name) return undefined;
    write(town, join(town.content, "releases", name.id, "anlage.pdf"), `${PDF}%${++town.count}\n`);
    editHead(town, name, (head) => head.set("attachments", [{ file: "anlage.pdf", title: `Anlage ${town.count}` }]));
    return `attachment: ${name.id}`;
  },
  attachmentReplaced: (town) => {
    const name = anyOriginal(town, (head) => head.has("attachments"));
    if (!name || !existsSync(join(town.content, "releases", name.id, "anlage.pdf"))) return undefined;
    // As many bytes as before: only the content tells.
    const path = join(town.content, "releases", name.id, "anlage.pdf");
    const before = readFileSync(path, "latin1");
    write(
      town,
      path,
      before.replace(/\d\n$/, (end) => `${(Number(end[0]) + 1) % 10}\n`),
    );
    return `attachment replaced: ${name.id}`;
  },
  attachmentGone: (town) => {
    const name = anyOriginal(town, (head) => head.has("attachments"));
    if (!name || !existsSync(join(town.content, "releases", name.id, "anlage.pdf"))) return undefined;
    write(town, join(town.content, "releases", name.id, "anlage.pdf"), undefined);
    editHead(town, name, (head) => head.delete("attachments"));
    return `attachment removed: ${name.id}`;
  },
  picture: (town) => {
    const name = anyOriginal(town, (head) => PLAIN(head) && !head.has("images"));
    if (!name) return undefined;
    write(town, join(town.content, "releases", name.id, "bild.png"), pick(town.random, pictures));
    editHead(town, name, (head) =>
      head.set("images", [{ file: "bild.png", alt: `Ein Bild, das ${++town.count}.`, credit: "Stadt Probestadt" }]),
    );
    return `picture: ${name.id}`;
  },
  pictureReplaced: (town) => {
    const fitting = originals(town).filter(({ id }) => filesOf(town, id).includes("bild.png"));
    if (fitting.length === 0) return undefined;
    const { id } = pick(town.random, fitting);
    const path = join(town.content, "releases", id, "bild.png");
    const before = readFileSync(path);
    write(
      town,
      path,
      pictures.find((bytes) => !bytes.equals(before)),
    );
    return `picture replaced: ${id}`;
  },
  pictureText: (town) => {
    const name = anyOriginal(town, (head) => head.has("images"));
    if (!name) return undefined;
    editHead(town, name, (head) => head.setIn(["images", 0, "alt"], `Ein anderes Bild, das ${++town.count}.`));
    return `picture described anew: ${name.id}`;
  },
  pictureGone: (town) => {
    const fitting = originals(town).filter(({ id }) => filesOf(town, id).includes("bild.png"));
    if (fitting.length === 0) return undefined;
    const name = pick(town.random, fitting);
    write(town, join(town.content, "releases", name.id, "bild.png"), undefined);
    editHead(town, name, (head) => head.delete("images"));
    return `picture removed: ${name.id}`;
  },
  entryNamed: (town) => {
    const register: RegisterName = pick(town.random, REGISTERS);
    const id = pick(town.random, ids(town, register));
    editRegister(town, register, (document) => document.setIn([id, "name"], `Name ${++town.count}`));
    return `register entry renamed: ${register}/${id}`;
  },
  entryDescribed: (town) => {
    const register: RegisterName = pick(town.random, REGISTERS);
    const id = pick(town.random, ids(town, register));
    const field = pick(town.random, ["description", "names"] as const);
    editRegister(town, register, (document) =>
      document.setIn([id, field], field === "names" ? { en: `Name ${++town.count}` } : `${sentence(town)}.`),
    );
    return `register entry, ${field}: ${register}/${id}`;
  },
  entryAdded: (town) => {
    const register: RegisterName = pick(town.random, REGISTERS);
    editRegister(town, register, (document) => document.set(`neu-${++town.count}`, { name: `Neu ${town.count}` }));
    return `register entry added: ${register}/neu-${town.count}`;
  },
  entryGone: (town) => {
    const register: RegisterName = pick(town.random, REGISTERS);
    const unused = ids(town, register).filter((id) => id.startsWith("neu-") && !isNamed(town, id, register));
    const [id] = unused;
    if (id === undefined) return undefined;
    editRegister(town, register, (document) => document.delete(id));
    return `register entry removed: ${register}/${id}`;
  },
  entryContact: (town) => {
    const id = pick(town.random, ids(town, "departments"));
    editRegister(town, "departments", (document) =>
      document.setIn([id, "contact"], { name: `Kontakt ${++town.count}`, email: "neu@probe.example" }),
    );
    return `department's contact: ${id}`;
  },
  entryFormer: (town) => {
    const id = pick(town.random, ids(town, "departments"));
    editRegister(town, "departments", (document) =>
      document.setIn([id, "formerNames"], [{ name: `Früher ${++town.count}`, until: "2011-03" }]),
    );
    return `department's former name: ${id}`;
  },
  personPage: (town) => {
    const all = ids(town, "people");
    if (all.length === 0) return undefined;
    const id = pick(town.random, all);
    editRegister(town, "people", (document) => document.setIn([id, "page"], document.getIn([id, "page"]) !== true));
    return `person's page or not: ${id}`;
  },
  entryAlias: (town) => {
    const register: RegisterName = pick(town.random, REGISTERS);
    const id = pick(town.random, ids(town, register));
    editRegister(town, register, (document) => document.setIn([id, "aliases"], [`/alt/${++town.count}.html`]));
    return `register entry's old address: ${register}/${id}`;
  },
  broader: (town) => {
    const all = ids(town, "topics");
    const id = pick(town.random, all);
    const target = pick(town.random, all);
    editRegister(town, "topics", (document) =>
      document.hasIn([id, "broader"]) || target === id ? document.deleteIn([id, "broader"]) : document.setIn([id, "broader"], target),
    );
    return `broader: ${id}`;
  },
  tagline: (town) => {
    editSite(town, (site) => site.set("tagline", `Archiv ${++town.count}`));
    return "site: tagline";
  },
  url: (town) => {
    editSite(town, (site) =>
      site.set("url", chance(town.random, 0.5) ? "https://probe.example/" : `https://probe.example/archiv-${++town.count}/`),
    );
    return "site: url";
  },
  navigation: (town) => {
    const pages = readdirSync(join(town.content, "pages")).filter((file) => /^[a-z-]+\.md$/.test(file) && file !== "404.md");
    editSite(town, (site) =>
      site.set(
        "navigation",
        pages.filter(() => chance(town.random, 0.7)).map((file) => file.slice(0, -3)),
      ),
    );
    return "site: navigation";
  },
  textLicense: (town) => {
    editSite(town, (site) => site.setIn(["textLicense", "text"], `${sentence(town)}.`));
    return "site: textLicense";
  },
  siteMisc: (town) => {
    const [field, value] = pick(town.random, [
      ["repository", `https://git.probe.example/archiv-${++town.count}`],
      ["demonstration", `Vorführung ${town.count}`],
      ["issuer", `Stadt ${town.count}`],
      ["timeZone", pick(town.random, ["Europe/Berlin", "Europe/Zurich"])],
      ["tagAuthority", `probe.example,20${between(town.random, 10, 26)}`],
    ] as const);
    editSite(town, (site) => site.set(field, value));
    return `site: ${field}`;
  },
  page: (town) => {
    const files = readdirSync(join(town.content, "pages")).filter((file) => !town.broken.has(join(town.content, "pages", file)));
    const path = join(town.content, "pages", pick(town.random, files.sort()));
    write(town, path, `${readFileSync(path, "utf8")}\n${sentence(town)}.\n`);
    return `page: ${path.slice(town.content.length)}`;
  },
  pageAdded: (town) => {
    write(town, join(town.content, "pages", `seite-${++town.count}.md`), `---\ntitle: Seite ${town.count}\n---\n${sentence(town)}.\n`);
    return `page added: seite-${town.count}`;
  },
  pageGone: (town) => {
    const file = readdirSync(join(town.content, "pages")).find(
      (name) => name.startsWith("seite-") && !town.broken.has(join(town.content, "pages", name)),
    );
    if (file === undefined) return undefined;
    write(town, join(town.content, "pages", file), undefined);
    editSite(town, (site) => site.set("navigation", []));
    return `page removed: ${file}`;
  },
  layout: (town) => editLayout(town, pick(town.random, ["release.njk", "listing.njk", "home.njk", "page.njk", "overview.njk", "base.njk"])),
  macro: (town) =>
    editLayout(
      town,
      `macros/${pick(town.random, ["release-item.njk", "facts.njk", "site-footer.njk", "crumbs.njk", "related.njk", "comment.njk"])}`,
    ),
  style: (town) => {
    const path = join(town.project, "layouts/styles/components/text.css");
    write(town, path, `${readFileSync(path, "utf8")}\n.probe-${++town.count}{color:var(--ink)}\n`);
    return "style";
  },
  words: (town) => {
    const path = join(town.project, "layouts/texts", pick(town.random, ["de.json", "en.json"]));
    const words = JSON.parse(readFileSync(path, "utf8")) as { site: Record<string, string>; home: Record<string, unknown> };
    words.site.skip = `Zum Inhalt ${++town.count}`;
    write(town, path, JSON.stringify(words, undefined, 2));
    town.isProgramNew = true;
    return `words: ${path.slice(-7)}`;
  },
  program: (town) => {
    const path = join(town.project, "src/site/feeds/json-feed.ts");
    write(town, path, `${readFileSync(path, "utf8")}\n// ${++town.count}\n`);
    town.isProgramNew = true;
    return "program";
  },
  breakText: (town) => {
    if (town.broken.size >= 3) return undefined;
    const name = pick(town.random, [...originals(town), ...versions(town)]);
    const path = pathOf(town, name);
    const sound = readFileSync(path, "utf8");
    editHead(town, name, (head) => head.set("title", "ab"));
    town.broken.set(path, sound);
    return `broken: ${name.id}${name.language}`;
  },
  breakPage: (town) => {
    if (town.broken.size >= 3) return undefined;
    const path = join(town.content, "pages", pick(town.random, readdirSync(join(town.content, "pages")).sort()));
    if (town.broken.has(path)) return undefined;
    const sound = readFileSync(path, "utf8");
    write(town, path, sound.replace(/^title:.*$/m, "title: []"));
    town.broken.set(path, sound);
    return `broken: ${path.slice(town.content.length)}`;
  },
  mend: (town) => {
    const [first] = town.broken;
    if (!first) return undefined;
    const [path, sound] = first;
    write(town, path, sound);
    town.broken.delete(path);
    return `mended: ${path.slice(town.content.length)}`;
  },
  mistake: (town) => {
    const name = pick(town.random, originals(town));
    editHead(town, name, (head) => head.set("department", "gibt-es-nicht"));
    return `mistake, to be refused: ${name.id}`;
  },
};

function editLayout(town: Town, file: string): string {
  const path = join(town.project, "layouts", file);
  const before = readFileSync(path, "utf8");
  // Inside a block or macro, where it is printed.
  write(town, path, before.replace(/(<(?:article|div|li|p|footer|nav|ol|ul|dl|aside|section|main)\b)/, `<!-- ${++town.count} -->$1`));
  return `layout: ${file}`;
}

/** What happens often in a press office is tried often. */
const OFTEN = ["text", "add", "addNew", "comment", "timePasses", "mend", "publish", "restore", "embargo"] as const;

/** Makes one edit; answers with what was done. */
export function editOnce(town: Town): string {
  const names = [...Object.keys(EDITS), ...OFTEN, ...(town.broken.size > 0 ? ["mend", "mend", "mend"] : [])];
  town.replaced = new Map();
  town.brokenBefore = new Map(town.broken);
  for (;;) {
    const done = EDITS[pick(town.random, names)]?.(town);
    if (done !== undefined) return done;
  }
}

/** A release that is plainly public and old: what an edit of it changes is little. */
export function oldest(town: Town): TextName {
  const fitting = originals(town, (head) => PLAIN(head) && !isDraft(head));
  const [first] = fitting;
  if (!first) throw new Error("The town has no release.");
  return first;
}
