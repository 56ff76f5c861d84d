import {
  fill
} from "./chunk-PVW3D2DO.js";
import {
  nameIn
} from "./chunk-C2RGS7IL.js";
import {
  beginOf,
  fileAddress,
  isoInstant,
  mainLanguage,
  toSlug
} from "./chunk-2MWZRJQY.js";
import {
  checkFile,
  fileEnding,
  readEnds
} from "./chunk-2GZW4RHB.js";
import {
  error,
  hint
} from "./chunk-6KULUY2B.js";

// src/content/release/renditions.ts
var WIDTHS = [480, 960, 1600];
var SIZES = "(max-width: 40rem) 100vw, 38rem";
var PRINT_WIDTH = 3e3;
function renditionsOf(image, releaseId) {
  const stem = image.file.replace(/\.[^.]+$/, "");
  const widths = [...new Set(WIDTHS.map((width) => Math.min(width, image.width)))];
  const of = (format) => widths.map(
    (width) => ({ address: fileAddress(releaseId, `${stem}-${width}.${format === "webp" ? "webp" : "jpg"}`), width, format })
  );
  return {
    sizes: SIZES,
    webp: of("webp"),
    jpeg: of("jpeg"),
    print: { address: fileAddress(releaseId, `${stem}.jpg`), width: Math.min(PRINT_WIDTH, image.width), format: "jpeg" }
  };
}
function srcset(files, href) {
  return files.map(({ address, width }) => `${href(address)} ${width}w`).join(", ");
}
function creditLine({ credit, license, isSupplied }, words) {
  const named = fill(words.credit, { credit: credit ?? words.unknown });
  const line = license === void 0 ? named : `${named}, ${license}`;
  return isSupplied ? `[${line}]` : line;
}
function captionOf({ caption, isSupplied }) {
  return caption !== void 0 && isSupplied ? `[${caption}]` : caption;
}
function picturesAround(images, placed) {
  if (images.length === 0) return images;
  const inText = placed();
  return images.filter(({ file }) => !inText.has(file));
}

// src/content/attachments.ts
var begins = (...beginnings) => (ends) => beginnings.some((beginning) => ends.head.subarray(0, beginning.length).equals(Buffer.from(beginning, "latin1")));
var isZip = begins("PK");
var isPdf = ({ head }) => {
  const start = head.toString("latin1", 0, 1024);
  return /^(\xef\xbb\xbf)?(?!MZ|PK|#!)[\t\r\n\x20-\x7e]*?%PDF-/.test(start) && !PAGE.test(start);
};
var open = (type) => ({
  type,
  holds: (ends) => isZip(ends) && ends.head.subarray(0, 200).includes(`mimetype`) && ends.head.subarray(0, 200).includes(type)
});
var office = (kind, folder) => ({
  type: `application/vnd.openxmlformats-officedocument.${kind}`,
  holds: (ends) => isZip(ends) && (ends.tail.includes(folder) || ends.head.includes(folder)) && !ends.tail.includes("vbaProject")
});
var isText = ({ head, size }) => size > 0 && !head.some((byte) => byte < 9 || byte > 13 && byte < 32) && !PAGE.test(head.toString("latin1", 0, 1024));
var PAGE_TAGS = "!doctype|!--|\\?xml|html|head|body|script|style|iframe|svg|title|table|div|font|h1|img|meta|link|object|embed|form|a|b|br|p";
var PAGE = new RegExp(`^(?:\\xef\\xbb\\xbf)?\\s*(?:<(?:${PAGE_TAGS})\\b|<!--|<\\?|#!)`, "i");
var text = (type, pattern = /^/) => ({
  type,
  holds: (ends) => isText(ends) && pattern.test(ends.head.toString("latin1", 0, 1024))
});
var KINDS = /* @__PURE__ */ new Map([
  ["pdf", { type: "application/pdf", holds: (ends) => isPdf(ends) && ends.tail.includes("%%EOF") }],
  ["csv", text("text/csv")],
  ["txt", text("text/plain")],
  ["odt", open("application/vnd.oasis.opendocument.text")],
  ["ods", open("application/vnd.oasis.opendocument.spreadsheet")],
  ["odp", open("application/vnd.oasis.opendocument.presentation")],
  ["docx", office("wordprocessingml.document", "word/")],
  ["xlsx", office("spreadsheetml.sheet", "xl/")],
  ["pptx", office("presentationml.presentation", "ppt/")],
  ["rtf", { type: "application/rtf", holds: begins("{\\rtf") }],
  ["epub", open("application/epub+zip")],
  ["zip", { type: "application/zip", holds: isZip }],
  ["ics", text("text/calendar", /^(?:\xef\xbb\xbf)?BEGIN:VCALENDAR/i)],
  ["json", text("application/json", /^(?:\xef\xbb\xbf)?\s*[[{"\dtfn-]/)],
  ["geojson", text("application/geo+json", /^(?:\xef\xbb\xbf)?\s*\{/)],
  ["mp3", { type: "audio/mpeg", holds: begins("ID3", "ÿû", "ÿú", "ÿó", "ÿò") }],
  ["mp4", { type: "video/mp4", holds: ({ head }) => head.toString("latin1", 4, 8) === "ftyp" }],
  ["vtt", text("text/vtt", /^(?:\xef\xbb\xbf)?WEBVTT/)]
]);
var DISGUISES = [
  ["ist leer", ({ size }) => size === 0],
  ["enthält ein Windows-Programm", begins("MZ")],
  ["enthält ein Programm", begins("ELF", "Ïúíþ", "Êþº¾")],
  ["enthält ein Skript", begins("#!")],
  ["enthält eine Webseite oder XML", ({ head }) => PAGE.test(head.toString("latin1", 0, 1024))],
  ["enthält Makros, die beim Öffnen laufen könnten", (ends) => isZip(ends) && ends.tail.includes("vbaProject")],
  ["bricht ab; wohl wurde sie nicht ganz übertragen", (ends) => isPdf(ends) && !ends.tail.includes("%%EOF")],
  ["enthält ein PDF", isPdf],
  ["enthält ein ZIP-Archiv oder ein anderes Office-Dokument", isZip],
  ["enthält ein altes Office-Dokument (DOC, XLS, PPT)", begins("ÐÏà")],
  ["enthält ein Bild", begins("ÿØÿ", "PNG", "GIF8", "RIFF")],
  ["enthält Text in einer anderen Zeichenkodierung (UTF-16)", begins("ÿþ", "þÿ")]
];
function checkAttachment(source, path, at) {
  const ending = fileEnding(source);
  const kinds = [...KINDS.keys()].join(", ");
  const kind = KINDS.get(ending);
  if (!kind) return [error(path, at, `„.${ending}“ ist keine Art von Anlage, die veröffentlicht wird.`, `Möglich sind: ${kinds}.`)];
  const problems = checkFile(source, path, at);
  if (problems.length > 0) return problems;
  const ends = readEnds(source);
  if (!kind.holds(ends)) {
    const found = DISGUISES.find(([, isOne]) => isOne(ends))?.[0] ?? "enthält etwas anderes";
    return [
      error(
        path,
        at,
        `Die Anlage heißt .${ending}, aber sie ${found}.`,
        "Speichern Sie sie in ihrem Programm neu, oder geben Sie ihr die richtige Endung."
      )
    ];
  }
  return kind.type.startsWith("text/") && !isUtf8(ends) ? [hint(path, at, "Die Anlage ist nicht in UTF-8 geschrieben; Umlaute könnten falsch erscheinen.", "Speichern Sie sie als UTF-8.")] : [];
}
function isUtf8({ head }) {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(head, { stream: true });
    return true;
  } catch {
    return false;
  }
}
function mediaType(file) {
  return KINDS.get(fileEnding(file))?.type ?? "application/octet-stream";
}
function describeFile({ file, size }, { language, phrase, said = "" }) {
  const kind = fileEnding(file).toUpperCase();
  const amount = formatSize(size, language);
  return said.includes(kind) ? amount : fill(phrase, { kind, size: amount });
}
function formatSize(bytes, language) {
  const isLarge = bytes >= 999500;
  const amount = isLarge ? bytes / 1e6 : Math.max(1, bytes / 1e3);
  const number = amount.toLocaleString(mainLanguage(language), { maximumFractionDigits: isLarge ? 1 : 0 });
  return `${number} ${isLarge ? "MB" : "KB"}`;
}

// src/markdown/markdown.ts
import MarkdownIt2 from "markdown-it";
import footnote from "markdown-it-footnote";

// src/markdown/foreign-words.ts
var FOREIGN_WORDS = /\[(?!\^)((?:[^[\]\\`]|\\[^`]|\[(?:[^[\]\\`]|\\[^`])*\])+)\]\{lang=("?)([A-Za-z0-9-]{2,40})\2\}/y;
var languageNames = new Intl.DisplayNames("en", { type: "language", fallback: "none" });
function foreignWords(markdown) {
  markdown.inline.ruler.before("link", "foreign_words", read);
}
function read(state, isSilent) {
  if (state.src[state.pos] !== "[") return false;
  FOREIGN_WORDS.lastIndex = state.pos;
  const { 0: written = "", 1: words = "", 3: tag = "" } = FOREIGN_WORDS.exec(state.src) ?? [];
  const end = state.pos + written.length;
  if (written === "" || end > state.posMax || !isLanguage(tag)) return false;
  if (!isSilent) {
    const { pos, posMax } = state;
    state.push("foreign_open", "span", 1).attrSet("lang", tag);
    state.pos = pos + 1;
    state.posMax = state.pos + words.length;
    state.md.inline.tokenize(state);
    state.posMax = posMax;
    state.push("foreign_close", "span", -1);
  }
  state.pos = end;
  return true;
}
function isLanguage(tag) {
  try {
    return languageNames.of(tag.split("-", 1)[0] ?? "") !== void 0 && Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
function* findUnread(tokens, text2, from, to) {
  let at = from;
  for (const token of tokens) {
    if (token.type !== "text") continue;
    for (const [written] of token.content.matchAll(/\]\{[^{}\n]{0,60}\blang\b[^{}\n]{0,60}\}?/g)) {
      const offset = text2.indexOf(written, at);
      if (offset < 0 || offset >= to) continue;
      yield { offset: offset + 1, written: written.slice(1) };
      at = offset + 1;
    }
  }
}

// src/markdown/nested-links.ts
function nestedLinks(markdown) {
  markdown.core.ruler.after("inline", "nested_links", (state) => {
    for (const token of state.tokens) if (token.type === "inline" && token.children) token.children = apart(token.children);
  });
}
function apart(tokens) {
  const made = [];
  let marks = [];
  let depth = 0;
  for (const token of tokens) {
    const attribute = token.type === "image" ? "src" : "href";
    const target = token.attrGet(attribute);
    if (target?.startsWith("./")) token.attrSet(attribute, target.replace(/^(?:\.\/)+/, ""));
    if (token.type === "image" && depth > 0) token.meta = { ...token.meta, isLinked: true };
    if (token.type === "link_open" && ++depth > 1) continue;
    if (token.type === "link_close" && --depth > 0) continue;
    if (token.type === "footnote_ref" && depth > 0) {
      marks.push(token);
      continue;
    }
    made.push(token);
    if (token.type === "link_close") {
      made.push(...marks);
      marks = [];
    }
  }
  return made;
}

// src/markdown/plain-meaning.ts
var ODD = "\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000";
var ODD_START = new RegExp(`\\n[ \\t>#*+\\-|:\\d.)]{0,60}[${ODD}]`);
var ODD_SPACES = new RegExp(`[${ODD}]`, "g");
var MARK = new RegExp(`^(?:[ ${ODD}]{0,3}>)*[ ${ODD}]{0,3}(?:#{1,6}|[-*+])[ \\t${ODD}]+`, "gm");
var RULE = new RegExp(`^[ \\t|:>${ODD}-]+$`, "gm");
var SPACES = `[ \\t${ODD}]*`;
var MONTHS = "Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|January|February|March|May|June|July|October|December|(?:Jan|Feb|Mär|Mrz|Mar|Apr|Jun|Jul|Aug|Sept?|Okt|Oct|Nov|Dez|Dec)\\.?";
var DAY = new RegExp(
  `[ \\t]{0,3}\\d{1,2}\\.${SPACES}(?:(?:und|bis|oder|sowie|and|to|[-–/,&+])${SPACES}\\d{1,2}\\.${SPACES})*(?:(?:${MONTHS})(?!\\p{L})|(?:0?[1-9]|1[0-2])\\.(?:[ \\t]*\\d{2,4})?(?![\\p{L}\\p{N}.])(?!${SPACES}(?:${MONTHS})))`,
  "iuy"
);
var SIGNATURE = /[ \t]{0,3}--?[ \t]*(?=\n|$)/y;
var WORD = /[\p{L}\p{M}\p{N}]/u;
function plainMeaning(markdown) {
  markdown.core.ruler.after("normalize", "odd_spaces", (state) => {
    state.src = evenSpaces(state.src);
  });
  markdown.core.ruler.after("block", "list_numbers", numberLists);
  markdown.inline.ruler.before("emphasis", "star_in_word", readStar);
  markdown.inline.ruler.before("newline", "line_of_day", readLineEnd);
  const { ruler } = markdown.block;
  const list = ruleNamed(ruler.getRules(""), "list");
  ruler.at("list", (state, line, end, isSilent) => !isDayLine(state, line) && list(state, line, end, isSilent), {
    alt: ["paragraph", "reference", "blockquote"]
  });
  const underlined = ruleNamed(ruler.getRules(""), "lheading");
  ruler.at("lheading", (state, line, end, isSilent) => {
    const made = state.tokens.length;
    if (!underlined(state, line, end, isSilent)) return false;
    if (!/^--?$/.test(lineAt(state, state.line - 1).trim())) return true;
    state.tokens.length = made;
    state.line = line;
    return false;
  });
}
function evenSpaces(text2) {
  if (!hasOddSpaces(text2)) return text2;
  const even = (written) => written.replace(ODD_SPACES, " ");
  return text2.replace(RULE, (line) => /^[\s>]+$/.test(line) || line.includes("|") && line.includes("-") ? even(line) : line).replace(MARK, (mark, at) => /[-*+]\s*$/.test(mark) && /\d/.test(text2[at + mark.length] ?? "") ? mark : even(mark));
}
function hasOddSpaces(text2) {
  return ODD_START.test(text2) || ODD_START.test(`
${text2.slice(0, 61)}`);
}
function ruleNamed(rules, name) {
  const rule = rules.find((candidate) => candidate.name === name);
  if (!rule) throw new Error(`markdown-it has no rule ${name}.`);
  return rule;
}
function lineAt(state, line) {
  return state.src.slice((state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0), state.eMarks[line]);
}
function isDayLine(state, line) {
  return isAt(DAY, state.src, (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0));
}
function isAt(pattern, text2, at) {
  pattern.lastIndex = at;
  return pattern.test(text2);
}
function readStar(state, isSilent) {
  const { src, pos } = state;
  if (src[pos] !== "*" || !WORD.test(src[pos - 1] ?? " ") || !WORD.test(src[pos + 1] ?? " ")) return false;
  if (!isSilent) state.pending += "*";
  state.pos++;
  return true;
}
function readLineEnd(state, isSilent) {
  const { src, pos } = state;
  if (src[pos] !== "\n") return false;
  const before = src.lastIndexOf("\n", pos - 1) + 1;
  const isApart = isAt(SIGNATURE, src, pos + 1) || isAt(SIGNATURE, src, before) || isAt(DAY, src, pos + 1) && (isAt(DAY, src, before) || /:[ \t]*$/.test(src.slice(before, pos)));
  if (!isApart) return false;
  if (!isSilent) {
    state.pending = state.pending.trimEnd();
    state.push("hardbreak", "br", 0);
  }
  state.pos++;
  while (/[ \t]/.test(src[state.pos] ?? "")) state.pos++;
  return true;
}
function numberLists(state) {
  const open2 = [];
  for (const token of state.tokens) {
    if (token.type === "ordered_list_open") open2.push([]);
    else if (token.type === "list_item_open" && token.info !== "") open2.at(-1)?.push(token);
    else if (token.type === "ordered_list_close") setNumbers(open2.pop() ?? []);
  }
}
function setNumbers(items) {
  if (items.every(({ info }) => info === "1")) return;
  let last;
  for (const item of items) {
    const written = Number(item.info);
    if (last !== void 0 && written !== last + 1) item.attrSet("value", String(written));
    last = written;
  }
}

// src/markdown/text-picture.ts
import MarkdownIt from "markdown-it";
var { escapeHtml } = new MarkdownIt().utils;
function pictureHtml(image, { alt, isLinked }, { base, words }, links) {
  const { webp, jpeg, print, sizes } = renditionsOf(image, base.replace(/^\/|\/$/g, ""));
  const said = captionOf(image);
  const caption = said === void 0 ? "" : `<small class="caption">${escapeHtml(said)}</small>`;
  const printSize = escapeHtml(fill(words.printSize, { width: print.width }));
  const download = isLinked ? "" : ` <a href="${links.href(print.address)}" download>${printSize}</a>`;
  return `<picture><source type="image/webp" srcset="${srcset(webp, links.href)}" sizes="${sizes}"><img src="${links.href(jpeg[0]?.address ?? "")}" alt="${escapeHtml(alt)}" srcset="${srcset(jpeg, links.href)}" sizes="${sizes}" width="${image.width}" height="${image.height}" loading="lazy"></picture>${caption}<small class="credit">${escapeHtml(creditLine(image, words))}${download}</small>`;
}

// src/markdown/markdown.ts
function createMarkdown(links) {
  const markdown = createParser(false);
  const { rules } = markdown.renderer;
  const place = (env) => env.place;
  markdown.core.ruler.push("heading_ids", (state) => {
    const taken = /* @__PURE__ */ new Set();
    const counts = /* @__PURE__ */ new Map();
    state.tokens.forEach((token, index) => {
      if (token.type !== "heading_open") return;
      const slug = toSlug(plainInline(state.tokens[index + 1])) || "teil";
      let count = counts.get(slug) ?? 0;
      let id2;
      do {
        count++;
        id2 = count > 1 ? `${slug}-${count}` : slug;
      } while (taken.has(id2));
      counts.set(slug, count);
      taken.add(id2);
      token.attrSet("id", `${place(state.env).idPrefix ?? ""}abschnitt-${id2}`);
    });
  });
  rules.link_open = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const written = String(token.attrGet("href"));
    const target = targetAddress(written, place(env));
    token.attrSet("href", links.href(target));
    if (bareAddress(target) === bareAddress(String(tokens[index + 1]?.content))) token.attrSet("class", "is-address");
    if (isFileName(written)) noteFile(tokens, index, (words) => place(env).describe?.(written, words));
    return self.renderToken(tokens, index, options);
  };
  rules.link_close = (tokens, index) => {
    const { note: note2 } = tokens[index].meta ?? {};
    return note2 === void 0 ? "</a>" : ` <small class="file-note">(${markdown.utils.escapeHtml(note2)})</small></a>`;
  };
  rules.image = (tokens, index, options, env, self) => {
    const token = tokens[index];
    const image = place(env).images?.find(({ file }) => file === token.attrGet("src"));
    const alt = self.renderInlineAsText(token.children ?? [], options, env);
    return image === void 0 ? "" : pictureHtml(image, { alt, isLinked: token.meta?.isLinked === true }, place(env), links);
  };
  rules.ordered_list_open = (tokens, index, options, _env, self) => {
    const token = tokens[index];
    if (token.markup === ")") token.attrSet("class", "has-brackets");
    return self.renderToken(tokens, index, options);
  };
  rules.table_open = (_tokens, _index, _options, env) => `<section class="table" tabindex="0" aria-label="${markdown.utils.escapeHtml(place(env).words.table)}"><table>
`;
  rules.table_close = () => "</table></section>\n";
  const alignment = (token) => /right|center/.test(String(token?.attrGet("style"))) ? ` class="is-${/right/.test(String(token?.attrGet("style"))) ? "right" : "center"}"` : "";
  rules.th_open = (tokens, index) => `<th scope="col"${alignment(tokens[index])}>`;
  rules.td_open = (tokens, index) => `<td${alignment(tokens[index])}>`;
  const id = (env, token) => `${place(env).idPrefix ?? ""}fussnote-${Number(token.meta.id) + 1}`;
  rules.footnote_ref = (tokens, index, _options, env) => {
    const token = tokens[index];
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    const number = Number(token.meta.id) + 1;
    return `<sup class="footnote-ref"><a href="#${id(env, token)}" id="${id(env, token)}-stelle${repeat}">${number}</a></sup>`;
  };
  rules.footnote_block_open = (_tokens, _index, _options, env) => `<section class="footnotes" aria-label="${markdown.utils.escapeHtml(place(env).words.footnotes)}">
<ol>
`;
  rules.footnote_block_close = () => "</ol>\n</section>\n";
  rules.footnote_open = (tokens, index, _options, env) => `<li id="${id(env, tokens[index])}">`;
  rules.footnote_anchor = (tokens, index, _options, env) => {
    const token = tokens[index];
    const repeat = token.meta.subId > 0 ? `-${token.meta.subId + 1}` : "";
    const label = markdown.utils.escapeHtml(place(env).words.backToText);
    return ` <a href="#${id(env, token)}-stelle${repeat}" aria-label="${label}">↩︎</a>`;
  };
  return markdown;
}
function noteFile(tokens, link, describe) {
  let words = "";
  let end = link + 1;
  for (; tokens[end] && tokens[end]?.type !== "link_close"; end++) words += tokens[end]?.content ?? "";
  const note2 = describe(words);
  const close = tokens[end];
  if (close && note2 !== void 0) close.meta = { note: note2 };
}
function renderText(markdown, text2, place) {
  return markdown.render(text2, { place });
}
var SCHEMES = /^(https?|mailto|tel):/i;
function createParser(html) {
  const markdown = new MarkdownIt2("commonmark", { html }).enable("table").use(footnote);
  markdown.disable("footnote_inline");
  foreignWords(markdown);
  plainMeaning(markdown);
  nestedLinks(markdown);
  markdown.validateLink = (url) => !/^[a-z][a-z0-9+.-]*:/i.test(url.trim()) || SCHEMES.test(url.trim());
  return markdown;
}
function targetAddress(target, { base, images = [] }) {
  const image = images.find(({ file }) => file === target);
  if (image) return renditionsOf(image, base.replace(/^\/|\/$/g, "")).print.address;
  return isFileName(target) ? base + target : target;
}
function isFileName(target) {
  return /^[A-Za-z0-9][A-Za-z0-9._-]*\.[A-Za-z0-9]+$/.test(target);
}
function bareAddress(address) {
  return address.replace(/^(https?:\/\/)?(www\.)?|\/$/g, "");
}
function plainInline(token) {
  return (token?.children ?? []).map((child) => child.content).join("");
}

// src/archive/related.ts
var SHOWN = 5;
var WINDOW = 30;
var RARITY_MIN = 2;
var COMMON = 5;
function findRelated(releases, timeZone) {
  const oldestFirst = releases.filter((release) => !release.withdrawn).reverse();
  const days = oldestFirst.map((release) => dayOf(release, timeZone));
  const holdings = { alone: /* @__PURE__ */ new Map(), together: /* @__PURE__ */ new Map() };
  const reasons = oldestFirst.map(createReasons());
  const shown = oldestFirst.map(({ address, title, date, reconstructed }) => ({ address, title, date, reconstructed }));
  const scores = createScores(shown);
  const found = /* @__PURE__ */ new Map();
  let earlier = 0;
  oldestFirst.forEach((release, index) => {
    for (; days[earlier] !== days[index]; earlier++)
      if (oldestFirst[earlier]?.state === "public") note(reasons[earlier], earlier, holdings);
    const own = reasons[index];
    for (const reason of own) {
      const holding = holdings.alone.get(reason.entry);
      const rarity = holding ? rarityOf(holding.count, earlier) : 0;
      if (holding && rarity >= leastRarity(earlier)) for (const candidate of holding.newest) scores.add(candidate, rarity, reason);
    }
    for (const [first, second] of pairsOf(own, (entry) => isMiddling(holdings.alone.get(entry), earlier))) {
      const holding = holdings.together.get(first.entry)?.get(second.entry);
      const rarity = holding ? rarityOf(holding.count, earlier) : 0;
      if (holding && rarity >= leastRarity(earlier)) for (const candidate of holding.newest) scores.add(candidate, rarity, holding.reason);
    }
    found.set(release.id, scores.take());
  });
  return found;
}
function withFollowed({ followed }, guessed) {
  if (!followed) return guessed;
  const others = guessed.filter(({ release }) => release.address !== followed.address);
  const { address, title, date, reconstructed } = followed;
  return [{ release: { address, title, date, reconstructed }, reason: { kind: "followed" } }, ...others].slice(0, SHOWN);
}
function dayOf({ date, published }, timeZone) {
  const isKnown = published === date.instant && (date.precision === "day" || date.precision === "minute");
  return (isKnown ? date.machine : isoInstant(published, timeZone)).slice(0, 10);
}
function createScores(releases) {
  const score = new Int32Array(releases.length);
  const rarest = new Int32Array(releases.length);
  const reasons = new Array(releases.length);
  const candidates = new Int32Array(releases.length);
  let count = 0;
  return {
    add: (candidate, rarity, reason) => {
      const known = score[candidate];
      if (known === 0) candidates[count++] = candidate;
      score[candidate] = known + rarity;
      if (rarity <= rarest[candidate]) return;
      rarest[candidate] = rarity;
      reasons[candidate] = reason;
    },
    take: () => {
      const best = [];
      for (let index = 0; index < count; index++) {
        const candidate = candidates[index];
        const rank = score[candidate] * releases.length + candidate;
        score[candidate] = 0;
        rarest[candidate] = 0;
        if (best.length === SHOWN && rank < best[SHOWN - 1]) continue;
        let at = best.length;
        while (at > 0 && rank > best[at - 1]) at--;
        best.splice(at, 0, rank);
        if (best.length > SHOWN) best.pop();
      }
      count = 0;
      return best.map((rank) => {
        const candidate = rank % releases.length;
        return { release: releases[candidate], reason: reasons[candidate] };
      });
    }
  };
}
function rarityOf(count, earlier) {
  if (count * 3 >= earlier + 8) return 0;
  return Math.floor(Math.log2(earlier + 8)) - Math.floor(Math.log2(count + 1));
}
function leastRarity(earlier) {
  return Math.max(RARITY_MIN, Math.floor(Math.log2(earlier + 8)) - COMMON);
}
function isMiddling(holding, earlier) {
  const rarity = holding ? rarityOf(holding.count, earlier) : earlier;
  return rarity >= RARITY_MIN && rarity < leastRarity(earlier);
}
function pairsOf(reasons, passes) {
  const passing = reasons.filter(({ entry }) => passes(entry));
  const others = passing.filter(({ kind }) => kind !== "topic");
  if (others.length === 0) return [];
  return passing.filter(({ kind }) => kind === "topic").flatMap((topic) => others.map((other) => [topic, other]));
}
function note(reasons, place, { alone, together }) {
  for (const reason of reasons) noteIn(alone, reason.entry, place, reason);
  for (const [topic, other] of pairsOf(reasons, (entry) => isMiddling(alone.get(entry), place))) {
    let holdings = together.get(topic.entry);
    if (!holdings) {
      holdings = /* @__PURE__ */ new Map();
      together.set(topic.entry, holdings);
    }
    noteIn(holdings, other.entry, place, topic, other);
  }
}
function noteIn(holdings, entry, place, reason, and) {
  const holding = holdings.get(entry);
  if (!holding) holdings.set(entry, { count: 1, newest: [place], reason: and ? { ...reason, and } : reason });
  else {
    holding.count++;
    if (holding.newest.push(place) > WINDOW) holding.newest.shift();
  }
}
function sayReason({ kind, entry, and }, words, language) {
  const said = fill(words[kind], { name: nameIn(entry, language) });
  return and ? `${said}, ${sayReason(and, words, language)}` : said;
}
function createReasons() {
  const known = /* @__PURE__ */ new Map();
  const reasonOf = (kind, entry) => {
    let reason = known.get(entry);
    if (!reason) {
      reason = { kind, entry, and: void 0 };
      known.set(entry, reason);
    }
    return reason;
  };
  return ({ people, topics, places }) => [
    ...people.map(({ person }) => reasonOf("person", person)),
    ...topics.map((entry) => reasonOf("topic", entry)),
    ...places.map((entry) => reasonOf("place", entry))
  ];
}

// src/content/release/moments.ts
function publishedDate(release, timeZone) {
  return release.published === release.date.instant ? release.date.machine : isoInstant(release.published, timeZone);
}
function changedDate({ corrections }) {
  return corrections[0]?.date.machine;
}
function lastChange({ published, corrections }, timeZone) {
  return corrections.reduceRight((last, { date }) => Math.max(beginOf(date, timeZone), last + 1e3), published);
}
function publishedMoment({ date, published }, timeZone) {
  return date.precision === "minute" && published === date.instant ? date.machine : isoInstant(published, timeZone);
}
function lastChangeMoment(release, timeZone) {
  return release.corrections.length === 0 ? publishedMoment(release, timeZone) : isoInstant(lastChange(release, timeZone), timeZone);
}
function endOf({ date, end }) {
  if (end === void 0 || date.machine === end.machine) return { hasDay: false, hasTime: false };
  const hasTime = end.precision === "minute";
  const isSameDay = end.machine.slice(0, 10) === date.machine.slice(0, 10);
  return { hasDay: hasTime ? !isSameDay : !date.machine.startsWith(end.machine), hasTime };
}

// src/content/release/supplied.ts
function bracketed({ reconstructed }, field, text2) {
  return reconstructed.includes(field) ? `[${text2}]` : text2;
}
function hasBrackets(release) {
  const printed = {
    title: true,
    date: true,
    // A summary stands in lists alone, and says there nothing of itself.
    summary: false,
    department: true,
    topics: release.topics.length > 0,
    people: release.people.length > 0,
    places: release.places.length > 0,
    number: release.number !== void 0,
    contact: release.contact !== void 0,
    images: release.images.length > 0
  };
  return Object.entries(printed).some(([field, isPrinted]) => isPrinted && release.reconstructed.includes(field));
}
function hasSuppliedSummary({ summary, isSummaryDerived, reconstructed }) {
  return isSummaryDerived && summary !== "" || reconstructed.includes("summary");
}

export {
  checkAttachment,
  mediaType,
  describeFile,
  renditionsOf,
  srcset,
  creditLine,
  captionOf,
  picturesAround,
  findUnread,
  evenSpaces,
  hasOddSpaces,
  createMarkdown,
  renderText,
  SCHEMES,
  createParser,
  targetAddress,
  isFileName,
  findRelated,
  withFollowed,
  sayReason,
  publishedDate,
  changedDate,
  lastChange,
  publishedMoment,
  lastChangeMoment,
  endOf,
  bracketed,
  hasBrackets,
  hasSuppliedSummary
};
