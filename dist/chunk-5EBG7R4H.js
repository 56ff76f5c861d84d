import {
  inZone,
  mainLanguage
} from "./chunk-2MWZRJQY.js";
import {
  isAbandoned,
  writeWhole
} from "./chunk-N7RXHMIM.js";
import {
  digest
} from "./chunk-2GZW4RHB.js";
import {
  sortProblems
} from "./chunk-6KULUY2B.js";

// src/archive/ledger.ts
function createLedger(onProgress) {
  const accounts = [];
  const problems = [];
  return {
    open: (path, address) => {
      const account = { path, address, mayStay: true, outcome: void 0 };
      accounts.push(account);
      onProgress?.(accounts.length);
      return account;
    },
    report: (found) => {
      for (const problem of found) problems.push(problem);
    },
    close: () => {
      const waiting = [];
      const refused = [];
      let published = 0;
      for (const { outcome, from, ...account } of accounts) {
        if (outcome === void 0) throw new Error(`${account.path} hat keinen Ausgang.`);
        if (outcome === "published") published++;
        else if (outcome === "refused") refused.push(account);
        else waiting.push({ path: account.path, reason: outcome, address: account.address, from });
      }
      const unpublished = waiting.map(({ path, reason }) => ({ path, reason }));
      const counts = { read: accounts.length, published, unpublished: unpublished.length, refused: refused.length };
      return { unpublished, waiting, refused, problems: sortProblems(problems), counts };
    }
  };
}
function reportCounts({ read, published, unpublished, refused }) {
  return `Gelesen ${read} = veröffentlicht ${published} + nicht öffentlich ${unpublished} + abgewiesen ${refused}`;
}

// src/archive/cache/readings.ts
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";

// src/archive/cache/stored.ts
var ENTRY = "$entry";
function createStorage(registers) {
  const keys = /* @__PURE__ */ new Map();
  const byKey = /* @__PURE__ */ new Map();
  for (const [name, register] of Object.entries(registers)) {
    for (const [id, entry] of register) {
      keys.set(entry, `${name}/${id}`);
      byKey.set(`${name}/${id}`, entry);
    }
  }
  return {
    store: (value) => {
      const entries = /* @__PURE__ */ new Set();
      const visit = (inner) => {
        if (inner === void 0) return null;
        if (typeof inner !== "object") return inner;
        if (Array.isArray(inner)) return inner.map(visit);
        const key = keys.get(inner);
        if (key === void 0) {
          const fields = Object.entries(inner).filter(([, field]) => typeof field !== "function");
          return Object.fromEntries(fields.map(([name, field]) => [name, visit(field)]));
        }
        entries.add(key);
        return { [ENTRY]: key };
      };
      return { json: visit(value), entries: [...entries] };
    },
    revive
  };
  function revive(json) {
    if (json === null) return void 0;
    if (typeof json !== "object") return json;
    const record = json;
    const key = record[ENTRY];
    if (typeof key === "string") return byKey.get(key);
    for (const name of Object.keys(record)) {
      const inner = record[name];
      if (inner === null || typeof inner === "object") record[name] = revive(inner);
    }
    return record;
  }
}

// src/archive/cache/readings.ts
function openReadings(folder, program, clock) {
  let common = "";
  let storage;
  let digestOf = () => "";
  const years = /* @__PURE__ */ new Map();
  const yearOf = (path) => {
    const name = path.split("/")[1] ?? "";
    const known = years.get(name);
    if (known) return known;
    const before = readYear(join(folder, name), common);
    const year = { before: before ?? /* @__PURE__ */ new Map(), after: /* @__PURE__ */ new Map(), isChanged: !before };
    years.set(name, year);
    return year;
  };
  const inputOf = (fileDigest, { beside }) => `${fileDigest} ${digest(beside())}`;
  return {
    open: (site, registers) => {
      common = digest(JSON.stringify([program, site]));
      storage = createStorage(registers);
      digestOf = digestOfEntries(registers);
      years.clear();
    },
    find: (subject) => {
      const year = yearOf(subject.path);
      const line = year.before.get(subject.path);
      if (!line) return void 0;
      const state = settledState(subject.file, clock);
      const fileDigest = state !== "" && state === line.state ? ownCopy(line.input.slice(0, DIGEST_LENGTH)) : subject.digest();
      if (fileDigest === void 0 || line.input !== inputOf(fileDigest, subject)) return void 0;
      const { entries, entriesDigest, value } = JSON.parse(line.json);
      if (entriesDigest !== digestOf(entries)) return void 0;
      year.after.set(subject.path, line.state === state ? line : { ...line, state });
      year.isChanged ||= line.state !== state;
      return { fileDigest, value: storage?.revive(value) };
    },
    keep: (subject, { fileDigest, value }) => {
      const year = yearOf(subject.path);
      const { json = null, entries = [] } = storage?.store(value) ?? {};
      const stored = toJson({ entries, entriesDigest: digestOf(entries), value: json });
      year.after.set(subject.path, { state: settledState(subject.file, clock), input: inputOf(fileDigest, subject), json: stored });
      year.isChanged = true;
    },
    save: () => {
      for (const [name, { before, after, isChanged }] of years)
        if (isChanged || after.size !== before.size) writeYear(join(folder, name), common, after);
      for (const name of existsSync(folder) ? readdirSync(folder) : [])
        if (isAbandoned(name) || /^\d{4}$/.test(name) && !years.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      years.clear();
    }
  };
}
function digestOfEntries(registers) {
  const known = /* @__PURE__ */ new Map();
  for (const [name, register] of Object.entries(registers))
    for (const [id, entry] of register) known.set(`${name}/${id}`, digest(JSON.stringify(entry)));
  return (keys) => digest(keys.map((key) => known.get(key) ?? "").join(" "));
}
function fileState(path) {
  return stateIn(statSync(path));
}
var UNSETTLED = 3e3;
function settledState(path, now) {
  const found = statSync(path, { throwIfNoEntry: false });
  return found && found.ctimeMs < now - UNSETTLED ? stateIn(found) : "";
}
function stateIn({ size, mtimeMs, ctimeMs, ino }) {
  return [size, mtimeMs, ctimeMs, ino].join(" ");
}
function readYear(file, common) {
  try {
    const bytes = readFileSync(file);
    const body = bytes.subarray(DIGEST_LENGTH + 1);
    if (bytes.toString(ENCODING, 0, DIGEST_LENGTH) !== digest(body)) return void 0;
    const [head, ...lines] = body.toString(ENCODING).split("\n");
    if (head !== common) return void 0;
    return new Map(
      lines.map((line) => {
        const [path = "", state = "", input = "", json = ""] = line.split("	");
        return [path, { state, input, json }];
      })
    );
  } catch {
    return void 0;
  }
}
function writeYear(file, common, lines) {
  const body = [common, ...Array.from(lines, ([path, { state, input, json }]) => `${path}	${state}	${input}	${json}`)].join("\n");
  const bytes = Buffer.from(body, ENCODING);
  writeWhole(file, Buffer.concat([Buffer.from(`${digest(bytes)}
`), bytes]));
}
function ownCopy(text) {
  return Buffer.from(text, ENCODING).toString(ENCODING);
}
var ENCODING = "latin1";
var DIGEST_LENGTH = digest("").length;
function toJson(value) {
  return JSON.stringify(value).replace(/[\u0100-\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/date-format.ts
var FORMS = {
  de: {
    long: "d. MMMM yyyy",
    short: "dd.MM.yyyy",
    day: "d",
    dayMonth: "dd.MM.",
    monthYear: "MMMM yyyy",
    month: "MMMM",
    time: "HH:mm 'Uhr'"
  },
  en: { long: "d MMMM yyyy", short: "d MMM yyyy", day: "d", dayMonth: "d MMM", monthYear: "MMMM yyyy", month: "MMMM", time: "h:mm a" }
};
var PARTS = {
  long: { day: "numeric", month: "long", year: "numeric" },
  short: { day: "2-digit", month: "2-digit", year: "numeric" },
  day: { day: "numeric" },
  dayMonth: { day: "2-digit", month: "2-digit" },
  monthYear: { month: "long", year: "numeric" },
  month: { month: "long" },
  time: { hour: "numeric", minute: "2-digit" }
};
function createDateFormat(timeZone) {
  const printed = /* @__PURE__ */ new Map();
  return (date, language, form = "long") => {
    const key = `${language}|${form}|${form === "time" ? date.machine : date.machine.slice(0, 10)}`;
    let text = printed.get(key);
    if (text === void 0) {
      text = format(date, timeZone, language, form);
      printed.set(key, text);
    }
    return text;
  };
}
function format(date, timeZone, language, form) {
  if (date.precision === "year") return String(date.year);
  const known = date.precision === "month" && (form === "long" || form === "short" || form === "day" || form === "dayMonth" || form === "time") ? "monthYear" : form;
  const main = mainLanguage(language);
  if (main !== "de" && main !== "en")
    return new Intl.DateTimeFormat(language, { timeZone, numberingSystem: "latn", calendar: "gregory", ...PARTS[known] }).format(
      date.instant
    );
  return inZone(date.instant, timeZone).setLocale(main === "en" ? "en-GB" : "de-DE").toFormat(FORMS[main][known]);
}

export {
  createLedger,
  reportCounts,
  openReadings,
  fileState,
  createDateFormat
};
