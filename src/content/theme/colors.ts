import type Color from "colorjs.io";
import { onDemand } from "../on-demand.ts";

const colors = onDemand<typeof import("colorjs.io")>("colorjs.io");

/** A colour as pages use it: opaque, within sRGB, written `#rrggbb`. */
export type Hex = string;

/** Reads a colour of CSS (name, #hex, rgb, hsl, oklch, ...); undefined where it is no colour or not opaque. */
export function readColor(written: string): Hex | undefined {
  try {
    const color = read(written);
    return color.alpha === 1 ? toHex(color) : undefined;
  } catch {
    return undefined;
  }
}

/** The contrast of two colours, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: Hex, other: Hex): number {
  return read(one).contrastWCAG21(other);
}

/**
 * The colour nearest to `color` that reaches a contrast with all grounds, of the same hue and only lighter or darker.
 * Where there is none, black or white.
 * The search begins at the lightness `start` and moves away from the grounds.
 */
export function reachContrast(
  color: Hex,
  grounds: readonly Hex[],
  ratio: number,
  chroma = lightnessAndChroma(color)[1],
  start = lightnessAndChroma(color)[0],
): Hex {
  const middle = grounds.map((ground) => lightnessAndChroma(ground)[0]).reduce((sum, lightness) => sum + lightness, 0) / grounds.length;
  const away = start < middle ? -0.01 : 0.01;
  // White on white has no room to become lighter: then it becomes darker.
  for (const step of [away, -away]) {
    for (let lightness = start; lightness >= 0 && lightness <= 1; lightness += step) {
      const tried = withLightness(color, lightness, chroma);
      if (grounds.every((ground) => contrast(tried, ground) >= ratio)) return tried;
    }
  }
  return middle > 0.5 ? "#000000" : "#ffffff";
}

/** A colour of the same hue at another lightness (0 to 1, OKLCH); its chroma is reduced where sRGB cannot show it. */
export function withLightness(color: Hex, lightness: number, chroma = lightnessAndChroma(color)[1]): Hex {
  const { h } = read(color).to("oklch");
  return toHex(new (colors().default)("oklch", [lightness, chroma, h]));
}

/** A colour's lightness and chroma in OKLCH, a colour space in which equal steps look equal. */
export function lightnessAndChroma(color: Hex): [lightness: number, chroma: number] {
  const [lightness, chroma] = read(color).to("oklch").coords;
  return [lightness ?? 0, chroma ?? 0];
}

/** Reads what CSS calls a colour; the two forms that are frequent here by hand, since the library tries every form of every space. */
function read(written: string): Color {
  const { default: Color } = colors();
  const [, red = "", green = "", blue = ""] = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(written) ?? [];
  if (red) return new Color("srgb", [red, green, blue].map((part) => Number.parseInt(part, 16) / 255) as [number, number, number]);
  const [, lightness, chroma, hue] = /^oklch\(([\d.]+)% ([\d.]+) ([\d.]+)\)$/.exec(written) ?? [];
  if (lightness) return new Color("oklch", [Number(lightness) / 100, Number(chroma), Number(hue)]);
  return new Color(written);
}

function toHex(color: Color): Hex {
  return color.to("srgb").toGamut().toString({ format: "hex", collapse: false });
}
