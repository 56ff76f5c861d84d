import {
  createDateFormat
} from "./chunk-5EBG7R4H.js";
import {
  isoInstant,
  parseDate
} from "./chunk-2MWZRJQY.js";
import {
  compareText
} from "./chunk-6KULUY2B.js";

// src/archive/upcoming.ts
function listUpcoming(waiting, timeZone) {
  const inWords = (instant) => {
    const date = parseDate(isoInstant(instant, timeZone), timeZone);
    const format = createDateFormat(timeZone);
    return "remedy" in date ? isoInstant(instant, timeZone) : `${format(date, "de")}, ${format(date, "de", "time")}`;
  };
  const sorted = [...waiting].sort((a, b) => (a.from ?? Infinity) - (b.from ?? Infinity) || compareText(a.path, b.path));
  const why = ({ reason, from }) => {
    if (reason === "draft") return "Entwurf; öffentlich, sobald die Zeile draft gestrichen ist";
    const until = from === void 0 ? "" : ` ab ${inWords(from)}`;
    if (reason === "embargoed") return `öffentlich${until}`;
    return from === void 0 ? "wartet auf die Meldung, zu der es gehört" : `mit der Meldung, zu der es gehört,${until}`;
  };
  const first = sorted.find(({ from }) => from !== void 0)?.from;
  return {
    lines: sorted.map((one) => `${one.path}  ${why(one)}`),
    next: first === void 0 ? void 0 : isoInstant(first, timeZone),
    nextInWords: first === void 0 ? void 0 : inWords(first)
  };
}

export {
  listUpcoming
};
