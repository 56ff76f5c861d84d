import type { Archive } from "../../archive/archive.ts";
import { FORM_PACKAGES, findInstalled } from "../../software.ts";
import type { Page, View } from "../pages.ts";
import { configurationFor, releasesOfYear } from "./configuration.ts";
import { FORM_PAGE } from "./links.ts";
import type { FormPageSettings } from "./page-settings.ts";
import { formFiles } from "./script.ts";

/** The page of the editors' form, and what its script is told (JSON). */
export interface FormView extends View {
  layout: "form";
  settings: string;
}

/**
 * The form in which editors write in the browser, where a site wants one and its packages are installed: its page, which nothing links but
 * the preview, its script, and the licences of what the script is made of.
 */
export function form(archive: Archive): Page[] {
  const { site, context } = archive;
  const installed = findInstalledForm(site.form !== undefined);
  if (site.form === undefined || site.repository === undefined || installed === undefined) return [];
  const words = context.messages.in(site.language);
  const settings: FormPageSettings = {
    configuration: configurationFor(archive, site.repository, site.form),
    releases: releasesOfYear(site),
    style: context.links.href("/assets/style.css"),
    kinds: words.release.kinds,
  };
  const view: FormView = {
    layout: "form",
    kind: "list",
    address: FORM_PAGE,
    language: site.language,
    title: words.form.heading,
    description: undefined,
    isIndexed: false,
    alternates: [],
    settings: JSON.stringify(settings),
  };
  return [view, ...formFiles(installed)];
}

function findInstalledForm(isWanted: boolean): string | undefined {
  if (!isWanted) return undefined;
  const found = Object.keys(FORM_PACKAGES).map((name) => findInstalled(name));
  return found.every((one) => one !== undefined) ? found[0]?.folder : undefined;
}
