import { imageSize } from "image-size";
import { tell } from "./notices.ts";

/** Most pixels of a picture, and most bytes of a file (`src/content/media.ts`). */
const PIXELS_MAX = 100_000_000;
const BYTES_MAX = 25_000_000;

/** From so many pixels on somebody is told that this takes time. */
const LARGE = 30_000_000;

/** Looks at each picture that is chosen before Sveltia CMS does: what the archive would refuse is not taken, with the reason. */
export function watchPictures(): void {
  const judged = new WeakSet<Event>();
  document.addEventListener(
    "change",
    (event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || input.type !== "file" || judged.has(event)) return;
      const files = [...(input.files ?? [])];
      if (files.every((file) => !file.type.startsWith("image/") && file.size <= BYTES_MAX)) return;
      event.stopImmediatePropagation();
      void judgeAll(files).then((isSound) => {
        if (!isSound) {
          input.value = "";
          return;
        }
        const again = new Event("change", { bubbles: true });
        judged.add(again);
        input.dispatchEvent(again);
      });
    },
    true,
  );
}

async function judgeAll(files: readonly File[]): Promise<boolean> {
  const judged = await Promise.all(files.map(judge));
  return judged.every((one) => one);
}

async function judge(file: File): Promise<boolean> {
  if (file.size > BYTES_MAX) {
    tell(`„${file.name}“ wurde nicht übernommen: Die Datei ist größer als ${BYTES_MAX / 1_000_000} MB. Verkleinern Sie sie.`);
    return false;
  }
  if (!file.type.startsWith("image/")) return true;
  try {
    const { width, height } = imageSize(new Uint8Array(await file.arrayBuffer()));
    const millions = Math.round((width * height) / 1_000_000);
    if (width * height > PIXELS_MAX) {
      tell(`„${file.name}“ wurde nicht übernommen: ${width} × ${height} Bildpunkte sind zu viele, möglich sind 10000 × 10000.`);
      return false;
    }
    if (width * height > LARGE)
      tell(`„${file.name}“ hat ${millions} Millionen Bildpunkte. Es wird übernommen, braucht aber Zeit; ein Viertel davon genügt.`);
    return true;
  } catch {
    tell(`„${file.name}“ wurde nicht übernommen: Das ist kein lesbares Bild. Speichern Sie es neu als JPEG, PNG oder WebP.`);
    return false;
  }
}
