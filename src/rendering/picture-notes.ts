import { nextMarker } from "../content/media.ts";

/** A JPEG or PNG with nothing but what makes its pixels; undefined for other formats and where the file is no such chain of parts. */
export function withoutNotes(bytes: Buffer): Buffer | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return bareJpeg(bytes);
  if (bytes.toString("latin1", 1, 4) === "PNG") return barePng(bytes);
  return undefined;
}

/**
 * A JPEG (ITU-T T.81, B.1.1) without notes of programs (APPn, COM) and without what follows its end. A scan of a sequential one always
 * has all coefficients: some cameras write something else there, which every viewer overlooks.
 */
function bareJpeg(bytes: Buffer): Buffer | undefined {
  const parts = [bytes.subarray(0, 2)];
  let isSequential = false;
  for (let at = nextMarker(bytes, 2); at + 4 <= bytes.length; at = nextMarker(bytes, at)) {
    if (at < 0) return undefined;
    const marker = bytes[at + 1] ?? 0;
    if (marker === 0xd9) break;
    const end = at + 2 + bytes.readUInt16BE(at + 2);
    if (end > bytes.length) return undefined;
    if (marker === 0xc0 || marker === 0xc1) isSequential = true;
    if (marker === 0xda) {
      const head = Buffer.from(bytes.subarray(at, end));
      if (isSequential && head.length >= 8) head.set([0, 63, 0], head.length - 3);
      const next = endOfScan(bytes, end);
      parts.push(head, bytes.subarray(end, next));
      at = next;
      continue;
    }
    if (!(marker >= 0xe0 && marker <= 0xef) && marker !== 0xfe) parts.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([...parts, Buffer.from([0xff, 0xd9])]);
}

/** Where the data of a scan end: before the next marker that is neither a restart (RSTn) nor a stuffed 0xff nor filling. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(0xff, at + 1)) {
    const marker = bytes[at + 1] ?? 0;
    if (marker !== 0 && marker !== 0xff && !(marker >= 0xd0 && marker <= 0xd7)) return at;
  }
  return bytes.length;
}

/** The chunks of a PNG (W3C PNG, 5.3) that make its pixels. */
function barePng(bytes: Buffer): Buffer | undefined {
  const parts = [bytes.subarray(0, 8)];
  for (let at = 8; at + 12 <= bytes.length; ) {
    const end = at + 12 + bytes.readUInt32BE(at);
    const name = bytes.toString("latin1", at + 4, at + 8);
    if (end > bytes.length) return undefined;
    if (["IHDR", "PLTE", "tRNS", "IDAT", "IEND"].includes(name)) parts.push(bytes.subarray(at, end));
    if (name === "IEND") return Buffer.concat(parts);
    at = end;
  }
  return undefined;
}
