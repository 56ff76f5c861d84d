import {
  globalsOf
} from "./chunk-O6P2YX3Q.js";
import {
  makePicture
} from "./chunk-NTV4CEF6.js";
import {
  bracketed,
  captionOf,
  createMarkdown,
  creditLine,
  describeFile,
  endOf,
  hasBrackets,
  hasSuppliedSummary,
  publishedDate,
  renderText,
  renditionsOf,
  sayReason,
  srcset
} from "./chunk-O5P6RIOR.js";
import {
  fill
} from "./chunk-PVW3D2DO.js";
import {
  nameIn
} from "./chunk-C2RGS7IL.js";
import {
  directionOf,
  facetAddress,
  isoInstant,
  languageAttributes,
  layoutFiles,
  layoutFolders,
  localeOf,
  outputFile,
  ownName
} from "./chunk-2MWZRJQY.js";
import {
  SOFTWARE
} from "./chunk-NQM7L2YM.js";
import {
  isPicture,
  isText,
  isView,
  textOf
} from "./chunk-N7RXHMIM.js";
import {
  sha256
} from "./chunk-2GZW4RHB.js";

// src/rendering/rendering.ts
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

// src/rendering/environment.ts
import nunjucks from "nunjucks";
function createEnvironment() {
  return new nunjucks.Environment(new nunjucks.FileSystemLoader(layoutFolders()), {
    autoescape: true,
    throwOnUndefined: true,
    trimBlocks: true,
    lstripBlocks: true
  });
}
function markup(html) {
  return html === "" ? "" : new nunjucks.runtime.SafeString(html);
}
function equip(environment, archive) {
  const { site, links, messages, formatDate, texts } = archive.context;
  const markdown = createMarkdown(links);
  for (const [name, value] of Object.entries(globalsOf(archive))) environment.addGlobal(name, value);
  const filters = {
    href: links.href,
    absolute: links.absolute,
    date: (date, language, form) => formatDate(date, language, form),
    publicFrom: ({ date, published }, language) => {
      const moment = { ...date, precision: "minute", machine: isoInstant(published, site.timeZone), instant: published };
      return `${formatDate(moment, language)}, ${formatDate(moment, language, "time")}`;
    },
    endOf,
    publishedDate: (release) => publishedDate(release, site.timeZone),
    fill,
    count: (count, forms, language) => messages.count(count, forms, language),
    named: nameIn,
    sayReason,
    lang: (language, around, isLink) => markup(languageAttributes(language, around, isLink)),
    direction: (language) => markup(directionOf(language) === "rtl" ? ' dir="rtl"' : ""),
    locale: localeOf,
    languageName: ownName,
    // A comment's link is its author's, not the city's (HTML, rel="ugc").
    ugcLinks: (html) => html.replaceAll('<a href="', '<a rel="nofollow ugc" href="'),
    renditions: renditionsOf,
    fileNote: (file, language) => describeFile(file, { language, phrase: messages.in(language).release.file }),
    srcset: (files) => srcset(files, links.href),
    creditLine,
    captionOf,
    hasBrackets,
    hasSuppliedSummary,
    dated: (release, language, form) => bracketed(release, "date", formatDate(release.date, language, form)),
    entryAddress: (facet, id, language) => facetAddress(facet, id, void 0, void 0, language),
    textHtml: texts.html,
    markdown: (text, words, base, idPrefix = "") => renderText(markdown, text, { base, idPrefix, words: words.text }),
    urlencode: encodeURIComponent
  };
  for (const [name, filter] of Object.entries(filters)) environment.addFilter(name, filter);
}

// src/rendering/macros.ts
import nunjucks2 from "nunjucks";
function importMacrosOnce() {
  const template = nunjucks2.Template.prototype;
  const evaluate = template.getExported;
  const known = /* @__PURE__ */ new WeakMap();
  template.getExported = function(...given) {
    const [done] = given;
    if (typeof done !== "function") return evaluate.apply(this, given);
    const exported = known.get(this);
    if (exported) return done(null, exported);
    return evaluate.call(this, (error, found) => {
      if (!error && found) known.set(this, found);
      done(error, found);
    });
  };
}

// src/rendering/strict.ts
var ASKED_OF_ALL = /* @__PURE__ */ new Set(["then", "toJSON", "constructor", "length", "val", "toString", "valueOf"]);
function strictly(data, name) {
  return new Proxy(data, {
    get(target, key, receiver) {
      const value = Reflect.get(target, key, receiver);
      if (value === void 0 && typeof key === "string" && !(key in target) && !ASKED_OF_ALL.has(key) && !key.startsWith("eleventy") && !(Array.isArray(target) && /^\d+$/.test(key))) {
        throw new Error(`${name}.${key} gibt es nicht.`);
      }
      return isPlain(value) ? strictly(value, `${name}.${String(key)}`) : value;
    }
  });
}
function isPlain(value) {
  return Array.isArray(value) || typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

// src/rendering/rendering.ts
importMacrosOnce();
var INPUT = relative("", import.meta.dirname);
var LAYOUTS = join(SOFTWARE, "layouts");
function findLayouts() {
  const own = [...layoutFiles()].filter(([path]) => /^[^/]+\.njk$/.test(path) && path !== "base.njk");
  return new Map(own.map(([path, file]) => [path.slice(0, -".njk".length), file]));
}
function requireLayouts(pages, layouts = findLayouts()) {
  const lost = pages.filter(isView).find(({ layout }) => !layouts.has(layout));
  if (lost) throw new Error(`Für ${lost.address} fehlt das Layout layouts/${lost.layout}.njk.`);
}
function setUpEleventy(eleventy, { read, cache, onPage, finish, isStrict = false }) {
  eleventy.setInputDirectory(INPUT);
  eleventy.setIncludesDirectory(relative(import.meta.dirname, LAYOUTS));
  eleventy.setLayoutsDirectory(relative(import.meta.dirname, LAYOUTS));
  eleventy.setDataDirectory(relative(import.meta.dirname, join(LAYOUTS, "data")));
  eleventy.setTemplateFormats(["11ty.js"]);
  eleventy.setDataFileSuffixes([]);
  eleventy.setUseGitIgnore(false);
  eleventy.ignores.add("**/*");
  const environment = createEnvironment();
  eleventy.setLibrary("njk", environment);
  const layouts = findLayouts();
  let current = [];
  eleventy.addGlobalData("views", async () => {
    const { archive, pages } = await read();
    requireLayouts(pages, layouts);
    equip(environment, archive);
    current = pages;
    return groupByLayout(current.filter(isView), [...layouts.keys()], archive.context.messages, isStrict);
  });
  for (const [layout, file] of layouts) {
    eleventy.addTemplate(`${layout}.11ty.js`, {
      data: {
        layout: relative(LAYOUTS, file),
        pagination: { data: `views.${layout}`, size: 1, alias: "view", addAllPagesToCollections: false },
        permalink: ({ view }) => {
          onPage?.();
          return outputFile(view.address);
        },
        eleventyExcludeFromCollections: true
      },
      render: () => ""
    });
  }
  eleventy.on("eleventy.after", async ({ directories, results }) => {
    const hashes = new Map(results.map(({ url, content }) => [outputFile(url), sha256(content)]));
    const folders = /* @__PURE__ */ new Set();
    for (const page of current) {
      if (isView(page)) continue;
      const path = outputFile(page.address);
      const content = await contentOf(page, cache);
      const folder = dirname(join(directories.output, path));
      if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
      folders.add(folder);
      writeFileSync(join(directories.output, path), content);
      hashes.set(path, sha256(content));
      onPage?.();
    }
    finish?.(current, directories.output, hashes);
  });
}
function contentOf(page, cache) {
  if (isText(page)) return textOf(page);
  return isPicture(page) ? makePicture(page, cache) : readFileSync(page.source);
}
function groupByLayout(views, layouts, messages, isStrict) {
  const groups = new Map(layouts.map((layout) => [layout, []]));
  for (const page of views) {
    const view = Object.assign(Object.create(page), { messages: messages.in(page.language) });
    groups.get(page.layout)?.push(isStrict ? strictly(view, page.layout) : view);
  }
  return Object.fromEntries(groups);
}

export {
  INPUT,
  requireLayouts,
  setUpEleventy
};
