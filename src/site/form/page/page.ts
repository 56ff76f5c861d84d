import CMS from "@sveltia/cms";
import { type FormPageSettings, YEAR } from "../page-settings.ts";
import { guardSaving } from "./conflicts.ts";
import { readHeaded, writeHeaded } from "./head-format.ts";
import { mend } from "./mending.ts";
import { tell } from "./notices.ts";
import { watchPictures } from "./pictures.ts";
import { createPreview } from "./preview.ts";
import { readRegister, writeRegister } from "./register-format.ts";
import type { Said } from "./yaml-text.ts";

// The page of the editors' form: tells Sveltia CMS what the build found out, and mends from outside what it lacks.

const root = document.querySelector<HTMLElement>("#nc-root");
const settings = JSON.parse(root?.dataset.settings ?? "{}") as FormPageSettings;

/** The years whose releases can be written: this one, the one before, and in December the next. */
function yearsAt(now: Date): number[] {
  const year = now.getFullYear();
  return now.getMonth() === 11 ? [year + 1, year, year - 1] : [year, year - 1];
}

const names = new Map<string, string>();

/** Reads a register, and remembers how its entries are called. */
function readNames(file: string): Said {
  const register = readRegister(file);
  for (const { id, name } of register.entries as { id: string; name?: unknown }[]) if (typeof name === "string") names.set(id, name);
  return register;
}

/** A reader that says of a file that cannot be read what is the matter: the form leaves it out, and nobody would know. */
function telling(read: (file: string) => Said): (file: string) => Said {
  return (file) => {
    try {
      return read(file);
    } catch (thrown) {
      const name = /^title: *(.*)$/m.exec(file)?.[1] ?? file.slice(0, 60);
      const reason = (thrown as Error).message.split("\n", 1)[0];
      tell(`Hier lässt sich nicht öffnen und bleibt, wie sie ist: „${name}“. ${reason} npm run check nennt Datei und Zeile.`);
      throw thrown;
    }
  };
}

// biome-ignore lint/plugin: This runs in a browser, whose clock is the editor's.
const years = yearsAt(new Date()).map(
  (year) => JSON.parse(JSON.stringify(settings.releases).replaceAll(YEAR, String(year))) as { name: string },
);
CMS.registerCustomFormat("stadtchronik", "md", { fromFile: telling(readHeaded), toFile: (fields: Said) => writeHeaded(fields) });
CMS.registerCustomFormat("register", "yml", { fromFile: telling(readNames), toFile: (fields: Said) => writeRegister(fields) });
CMS.registerPreviewStyle(settings.style);
for (const { name } of years) CMS.registerPreviewTemplate(name, createPreview(settings, names));
CMS.registerEventListener({ name: "preSave", handler: guardSaving(settings.configuration) });
mend();
watchPictures();
const { collections, ...options } = settings.configuration;
await CMS.init({ config: { ...options, collections: [...years, ...collections] } as never });
