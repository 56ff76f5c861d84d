import {
  FILE_START,
  error,
  positionAt
} from "./chunk-6KULUY2B.js";

// src/disk/digest.ts
import * as crypto from "node:crypto";
function sha256(content) {
  return crypto.hash("sha256", content);
}
function digest(content) {
  return sha256(content).slice(0, 32);
}

// src/content/media.ts
import { readFileSync as readFileSync2, statSync as statSync2 } from "node:fs";
import { basename } from "node:path";
import { imageSize } from "image-size";

// src/content/disguises.ts
var LFS_POINTER = "version https://git-lfs.github.com/spec/";
function isLfsPointer(head) {
  return Buffer.from(head.subarray(0, LFS_POINTER.length)).toString("latin1") === LFS_POINTER;
}
var LFS_FAULT = [
  "Hier liegt nur ein Verweis von Git LFS, nicht die Datei selbst.",
  "Holen Sie die Datei mit git lfs pull; in einer CI gehört lfs: true zum Auschecken."
];
var brand = ({ head }) => head.toString("latin1", 4, 8) === "ftyp" ? head.toString("latin1", 8, 12) : "";
var begins = ({ head }, ...beginnings) => beginnings.some((beginning) => head.toString("latin1", 0, beginning.length) === beginning);
var FOREIGN_PICTURES = [
  ["HEIC, das Format von iPhones", (ends) => /^(hei[cmsx]|hev[cmsx]|mif1|msf1)$/.test(brand(ends))],
  ["AVIF", (ends) => /^avi[fs]$/.test(brand(ends))],
  ["ein Video", (ends) => brand(ends) !== "" || begins(ends, "Eß£")],
  ["GIF", (ends) => begins(ends, "GIF8")],
  ["TIFF oder ein Rohbild der Kamera", (ends) => begins(ends, "II*\0", "MM\0*", "IIU\0", "FUJIFILMCCD")],
  ["BMP", (ends) => begins(ends, "BM")],
  ["Photoshop (PSD)", (ends) => begins(ends, "8BPS")],
  ["JPEG XL", (ends) => begins(ends, "ÿ\n", "\0\0\0\fJXL ")],
  ["JPEG 2000", (ends) => begins(ends, "\0\0\0\fjP  ")],
  ["ein PDF", (ends) => begins(ends, "%PDF-")],
  ["ein ZIP-Archiv oder Office-Dokument", (ends) => begins(ends, "PK")],
  ["eine Webseite oder Zeichnung (HTML, SVG)", ({ head }) => /^(\xef\xbb\xbf)?\s*<[a-z!?]/i.test(head.toString("latin1", 0, 200))]
];
function foreignPicture(ends) {
  return FOREIGN_PICTURES.find(([, is]) => is(ends))?.[0];
}
var FOREIGN_ENDINGS = /* @__PURE__ */ new Map([
  ["heic", "HEIC, das Format von iPhones"],
  ["heif", "HEIF, das Format von Telefonen"]
]);
var SAVE_AGAIN = "Öffnen Sie das Bild in einem Bildprogramm, und speichern Sie es als JPEG, PNG oder WebP; umbenennen genügt nicht.";

// src/content/files.ts
import { closeSync, fstatSync, openSync, readdirSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";

// src/content/byproducts.ts
var BYPRODUCTS = [
  // macOS, Windows, Linux desktops
  /^\._/,
  /^\.(DS_Store|localized|AppleDouble|AppleDB|AppleDesktop|Spotlight-V100|fseventsd|TemporaryItems|DocumentRevisions-V100|directory)$/,
  /^\.Trash(es|-\d+)?$/i,
  /^(Thumbs\.db|ehthumbs(_vista)?\.db|desktop\.ini|\$RECYCLE\.BIN|System Volume Information|__MACOSX)$/i,
  /^Icon\r$/,
  /^\.(fuse_hidden|nfs[0-9a-f]{8}|goutputstream-)/,
  // network drives and synchronizers
  /^@(eaDir|tmp|Recycle|Recently-Snapshot|SynoResource)$/,
  /@Syno(EAStream|Resource)$/,
  /^#(recycle|snapshot)$/,
  /^\.(stfolder|stversions|stignore|syncthing\..*|~?sync(_.*)?|dropbox(\..*)?)$/,
  /^\.(tmp\.drive(down|up)load|nomedia|owncloudsync\.log|nextcloudsync\.log)$/,
  /^(~syncthing~.*|\.csync_journal.*)$/,
  // version control and what belongs to a repository of its own
  /^\.(git|svn|hg|bzr|jj)$/,
  /^\.(gitkeep|keep|gitignore|gitattributes|gitmodules|gitlab-ci\.yml|github|gitlab|gitea|forgejo|mailmap|hgignore|editorconfig)$/,
  /\.(orig|rej)$/,
  // editors and office programs
  /^\.(idea|vscode|vs|fleet|zed|obsidian|project|settings|classpath|netrwhist)$/,
  /\.sw[a-p]$|\.kate-swp$|\.sb-[0-9a-f]{8}-\w+$/,
  /~$/,
  /^#.*#$/,
  /^\.#/,
  /^~\$/,
  /^\.~/,
  /^~.*\.tmp$/i,
  /\.(bak|tmp|temp)$/i,
  /^4913$/
];
function isByproduct(name) {
  return BYPRODUCTS.some((pattern) => pattern.test(name));
}

// src/content/characters.ts
var FORBIDDEN = new RegExp("[\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069\\ufffe\\uffff]|\\p{Cs}", "u");
function findForbidden(text) {
  const found = FORBIDDEN.exec(text);
  return found ? { index: found.index, name: `U+${found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}` } : void 0;
}
function printable(text) {
  return text.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, "·");
}

// src/content/files.ts
var TEXT_MAX = 2e5;
function listFiles(root) {
  const listing = { files: [], problems: [] };
  enter("");
  return listing;
  function enter(folder) {
    let entries;
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch (thrown) {
      listing.problems.push(
        error(
          join(root, folder),
          FILE_START,
          `Der Ordner lässt sich nicht lesen (${reason(thrown)}).`,
          "Prüfen Sie, ob es ihn gibt und ob Sie Leserechte haben."
        )
      );
      return;
    }
    entries.sort((a, b) => a.name < b.name ? -1 : a.name > b.name ? 1 : 0);
    for (const entry of entries) {
      if (isByproduct(entry.name)) continue;
      const path = folder === "" ? entry.name : `${folder}/${entry.name}`;
      const shown = printable(path);
      if (shown !== path) {
        listing.problems.push(
          error(
            join(root, shown),
            FILE_START,
            "Im Namen steht ein unsichtbares Zeichen (hier als Punkt gezeigt).",
            "Benennen Sie die Datei um."
          )
        );
      } else if (entry.isDirectory()) enter(path);
      else if (entry.isFile()) listing.files.push(path);
      else {
        const what = entry.isSymbolicLink() ? "eine symbolische Verknüpfung" : "keine gewöhnliche Datei";
        listing.problems.push(
          error(
            join(root, path),
            FILE_START,
            `Das ist ${what}; sie könnte aus dem Archiv hinausführen.`,
            "Legen Sie die Datei selbst hierher."
          )
        );
      }
    }
  }
}
function readContent(path, max = TEXT_MAX) {
  try {
    const { size } = statSync(path);
    if (size > max) {
      return error(
        path,
        FILE_START,
        `Die Datei ist größer als ${inKilobytes(max)} (${inKilobytes(size)}).`,
        "Teilen Sie sie auf oder hängen Sie sie als Anlage an."
      );
    }
    return readFileSync(path);
  } catch (thrown) {
    return error(
      path,
      FILE_START,
      `Die Datei lässt sich nicht lesen (${reason(thrown)}).`,
      "Prüfen Sie, ob es sie gibt und ob Sie Leserechte haben."
    );
  }
}
function openFile(path) {
  let read;
  const bytes = () => {
    read ??= readContent(path);
    return read;
  };
  return {
    bytes,
    digest: () => {
      const content = bytes();
      return content instanceof Uint8Array ? digest(content) : void 0;
    }
  };
}
function readEnds(path, length = 65536) {
  const file = openSync(path, "r");
  try {
    const { size } = fstatSync(file);
    const part = (from) => {
      const bytes = Buffer.alloc(Math.min(length, size));
      return bytes.subarray(0, readSync(file, bytes, 0, bytes.length, from));
    };
    return { size, head: part(0), tail: part(Math.max(0, size - length)) };
  } finally {
    closeSync(file);
  }
}
function inKilobytes(bytes) {
  return `${Math.ceil(bytes / 1e3).toLocaleString("de-DE")} KB`;
}
function reason(thrown) {
  const code = thrown.code ?? "unbekannter Fehler";
  const known = {
    ENOENT: "nicht vorhanden",
    EACCES: "keine Leserechte",
    EPERM: "keine Leserechte",
    EISDIR: "ist ein Ordner",
    ENOTDIR: "ist kein Ordner"
  };
  return known[code] ?? code;
}

// src/content/svg.ts
import sax from "sax";
var SVG = "http://www.w3.org/2000/svg";
var XLINK = "http://www.w3.org/1999/xlink";
var NOTES = /* @__PURE__ */ new Set([
  "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
  "http://www.inkscape.org/namespaces/inkscape",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "http://creativecommons.org/ns#",
  "http://purl.org/dc/elements/1.1/"
]);
var DRAWING = new Set(
  "svg g defs symbol use title desc metadata style switch path rect circle ellipse line polyline polygon text tspan textPath linearGradient radialGradient stop clipPath mask pattern marker filter feBlend feColorMatrix feComponentTransfer feComposite feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feOffset".split(" ")
);
var BYTES_MAX = 2e5;
function checkSvg(source) {
  const bytes = readContent(source, BYTES_MAX);
  if (!(bytes instanceof Uint8Array)) return [{ ...bytes, remedy: "Vereinfachen Sie die Zeichnung, oder speichern Sie sie als PNG." }];
  let text;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return [
      error(
        source,
        FILE_START,
        "Die SVG-Datei ist nicht in UTF-8 geschrieben.",
        "Speichern Sie sie im Zeichenprogramm neu als „Einfaches SVG“."
      )
    ];
  }
  const problems = [];
  const options = { xmlns: true, strictEntities: true };
  const parser = sax.parser(true, options);
  const say = (message, remedy, offset = parser.startTagPosition - 1) => {
    problems.push(error(source, positionAt(text, Math.max(0, offset)), message, remedy));
  };
  const open = [];
  const used = /* @__PURE__ */ new Set();
  const users = /* @__PURE__ */ new Set();
  let isDrawing = false;
  parser.onerror = (thrown) => {
    throw thrown;
  };
  parser.ondoctype = () => say(
    "Die SVG-Datei hat eine Zeile <!DOCTYPE …>; sie könnte Inhalte von außen holen.",
    "Löschen Sie sie; gebraucht wird sie nicht.",
    text.indexOf("<!DOCTYPE")
  );
  parser.onprocessinginstruction = ({ name }) => {
    if (name !== "xml") say(`Die SVG-Datei hat eine Anweisung <?${name} …?>.`, "Löschen Sie sie.");
  };
  parser.onopentag = (tag) => {
    const { local, uri, attributes } = tag;
    const id = attributes.id?.value;
    if (open.length === 0) {
      isDrawing = local === "svg" && uri === SVG;
      if (isDrawing && !attributes.viewBox && !(attributes.width && attributes.height))
        say("Der Zeichnung fehlt ihre Größe.", 'Schreiben Sie in das Element <svg> zum Beispiel viewBox="0 0 200 80".');
    }
    open.push({ name: local, id, text: "" });
    if (NOTES.has(uri)) return;
    if (uri !== SVG || !DRAWING.has(local)) {
      say(
        `Das Element <${tag.name}> gehört nicht in eine Zeichnung; es könnte etwas ausführen oder von außen holen.`,
        "Löschen Sie es, und wandeln Sie Bilder und Schriften darin in Pfade um."
      );
      return;
    }
    for (const attribute of Object.values(attributes)) {
      const { local: name, uri: space, value } = attribute;
      const isReference = name === "href" && (space === "" || space === XLINK);
      if (/^on/i.test(name) && space === "") say(`„${attribute.name}“ würde ein Programm ausführen.`, "Löschen Sie diese Angabe.");
      else if (isReference && !value.startsWith("#") || attribute.name === "xml:base" || leadsOut(value))
        say(
          `„${attribute.name}“ verweist auf etwas außerhalb der Datei.`,
          "Löschen Sie die Angabe, oder betten Sie die Zeichnung als Pfade ein."
        );
      else if (isReference && local === "use") {
        used.add(value.slice(1));
        for (const { id: user } of open) if (user !== void 0) users.add(user);
      }
    }
  };
  parser.onclosetag = () => {
    const closed = open.pop();
    if (closed?.name === "style" && (leadsOut(closed.text) || /@import|@font-face/i.test(closed.text)))
      say(
        "Die Formatangaben verweisen auf etwas außerhalb der Datei.",
        "Löschen Sie @import, @font-face und url(…), soweit sie nicht mit # beginnen."
      );
  };
  const read = (characters) => {
    const inner = open.at(-1);
    if (inner) inner.text += characters;
  };
  parser.ontext = read;
  parser.oncdata = read;
  try {
    parser.write(text).close();
  } catch (thrown) {
    const reason2 = thrown instanceof Error ? thrown.message.split("\n", 1)[0] ?? "" : "";
    problems.push(
      error(
        source,
        { line: parser.line + 1, column: parser.column + 1 },
        `Die SVG-Datei ist kein gültiges XML (${reason2}).`,
        "Speichern Sie sie im Zeichenprogramm neu als „Einfaches SVG“."
      )
    );
    return problems;
  }
  if (!isDrawing)
    problems.push(error(source, FILE_START, "Das ist keine SVG-Datei.", "Speichern Sie die Zeichnung als SVG, PNG oder WebP."));
  if ([...used].some((id) => users.has(id)))
    problems.push(
      error(
        source,
        FILE_START,
        "In der Zeichnung wiederholt ein Element <use> ein anderes, das selbst wiederholt.",
        "Wandeln Sie Klone in Pfade um (Inkscape: Klonverbindung auftrennen)."
      )
    );
  return problems;
}
function leadsOut(value) {
  return value.includes("\\") || /\bsrc\s*\(|image(?:-set)?\s*\(/i.test(value) || /url\s*\(\s*["']?\s*[^#"'\s]/i.test(value);
}

// src/content/media.ts
var PIXELS_MAX = 1e8;
var WEBP_MAX = 16383;
var BYTES_MAX2 = 25e6;
var IMAGE_TYPES = { jpg: "jpg", jpeg: "jpg", png: "png", webp: "webp" };
var PROGRAM_WITHIN = /\.(php\d?|phtml|phar|cgi|pl|py|rb|sh|asp|aspx|jsp|shtml?|x?html?|svg|m?js|exe|bat|cmd)(?=\.)/i;
function checkImage(source, path, at) {
  const ending = fileEnding(source);
  const expected = Object.hasOwn(IMAGE_TYPES, ending) ? IMAGE_TYPES[ending] : void 0;
  if (!expected) {
    const called = FOREIGN_ENDINGS.get(ending);
    const what = called ? `„.${ending}“ ist ${called}; viele Browser zeigen es nicht.` : `„.${ending}“ ist keine Bildart, die veröffentlicht wird.`;
    return [error(path, at, what, called ? SAVE_AGAIN : "Speichern Sie es als JPEG, PNG oder WebP.")];
  }
  const problems = checkFile(source, path, at);
  if (problems.length > 0) return problems;
  const again = "Speichern Sie es in einem Bildprogramm neu als JPEG, PNG oder WebP.";
  try {
    const ends = readEnds(source);
    if (ends.size === 0) return [error(path, at, "Die Bilddatei ist leer.", "Übertragen oder speichern Sie sie noch einmal.")];
    const foreign = foreignPicture(ends);
    if (foreign) return [error(path, at, `Das Bild heißt .${ending}, enthält aber ${foreign}.`, SAVE_AGAIN)];
    const { type = "", width, height } = measure(source, ends);
    if (type !== expected) return [error(path, at, `Das Bild heißt .${ending}, enthält aber ${type}.`, again)];
    if (!(width > 0 && height > 0)) return [error(path, at, "Das Bild hat keine Bildpunkte.", again)];
    if (width * height > PIXELS_MAX)
      return [
        error(
          path,
          at,
          `Das Bild hat ${width} × ${height} Bildpunkte; das ist zu groß.`,
          "Verkleinern Sie es auf höchstens 10000 × 10000 Bildpunkte."
        )
      ];
    if (height * Math.min(width, 1600) / width > WEBP_MAX || width * Math.min(height, 1600) / height > WEBP_MAX)
      return [
        error(
          path,
          at,
          `Das Bild ist mit ${width} × ${height} Bildpunkten zu schmal für seine Länge; daraus lässt sich kein WebP machen.`,
          "Schneiden Sie es zu, oder teilen Sie es auf mehrere Bilder auf."
        )
      ];
    if (isAnimated(type, ends))
      return [
        error(path, at, "Das Bild bewegt sich; veröffentlicht werden nur stehende Bilder.", "Speichern Sie eines seiner Bilder einzeln.")
      ];
    if (!isWhole(source, type, ends))
      return [error(path, at, "Das Bild bricht ab; wohl wurde es nicht ganz übertragen.", "Übertragen Sie es noch einmal.")];
    return [];
  } catch {
    return [error(path, at, "Das ist kein lesbares Bild.", again)];
  }
}
function checkLogo(source, path, at) {
  return fileEnding(source) === "svg" ? checkSvg(source) : checkImage(source, path, at);
}
function pictureSize(source) {
  const { width, height, orientation = 1 } = measure(source, readEnds(source));
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
function measure(source, { head, size }) {
  try {
    return imageSize(head);
  } catch (thrown) {
    if (size <= head.length) throw thrown;
    return imageSize(readFileSync2(source));
  }
}
function isAnimated(type, { head }) {
  if (type === "webp") return head.toString("latin1", 12, 16) === "VP8X" && ((head[20] ?? 0) & 2) !== 0;
  return type === "png" && head.includes("acTL");
}
function isWhole(source, type, { size, head, tail }) {
  if (type === "webp") return head.readUInt32LE(4) + 8 <= size;
  if (type === "png") return tail.includes("IEND");
  const end = Buffer.from([255, 217]);
  if (size > head.length + tail.length && tail.includes(end)) return true;
  const bytes = size <= head.length ? head : readFileSync2(source);
  const begin = dataStart(bytes);
  return begin > 0 && bytes.indexOf(end, begin) > 0;
}
function dataStart(bytes) {
  for (let at = 2; at + 4 <= bytes.length && bytes[at] === 255; ) {
    const marker = bytes[at + 1];
    if (marker === 218) return at;
    at += marker === 255 ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return 0;
}
function fileEnding(name) {
  return /\.([A-Za-z0-9]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
}
function checkFile(source, path, at) {
  const within = PROGRAM_WITHIN.exec(basename(source));
  if (within)
    return [
      error(
        path,
        at,
        `Im Dateinamen steht „${within[0]}“; manche Webserver würden die Datei als Programm oder Seite behandeln.`,
        "Benennen Sie die Datei um: ein Punkt, eine Endung."
      )
    ];
  if (isLfsPointer(readEnds(source, 100).head)) return [error(path, at, ...LFS_FAULT)];
  return statSync2(source).size > BYTES_MAX2 ? [error(path, at, `Die Datei ist größer als ${BYTES_MAX2 / 1e6} MB.`, "Verkleinern Sie sie.")] : [];
}

export {
  sha256,
  digest,
  findForbidden,
  listFiles,
  readContent,
  openFile,
  readEnds,
  isLfsPointer,
  LFS_FAULT,
  PIXELS_MAX,
  checkImage,
  checkLogo,
  pictureSize,
  fileEnding,
  checkFile
};
