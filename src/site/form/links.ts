import type { Language } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import { inZone } from "../../dates.ts";
import { editAddress, newAddress } from "../repository.ts";

/** The address of the editors' form, where a site has one. */
export const FORM_PAGE = "/redaktion/";

type Place = Pick<Archive, "site" | "registers" | "now" | "context">;

/** Where the preview leads who edits a release or its `version`: to the form where it has that year, else to the host of the repository. */
export function editPlace(archive: Place, id: string, version: Language | undefined): string {
  const { site } = archive;
  const [year = "", , slug = ""] = id.split("/");
  if (site.form && site.repository && yearsOf(archive).includes(Number(year)))
    return formPlace(archive, `releases-${year}/entries/${id.split("/").slice(1, 2)}/${slug}`);
  return site.repository ? editAddress(site.repository, id, version) : "";
}

/** Where the preview leads who begins a release: to the form where there is one, else to the host of the repository. */
export function newPlace(archive: Place): string {
  const { site } = archive;
  if (site.form && site.repository) return formPlace(archive, `releases-${yearOf(archive)}/new`);
  return newAddress(archive) ?? "";
}

/** The years whose releases the form has: this one and the one before. */
function yearsOf(archive: Place): number[] {
  const year = yearOf(archive);
  return [year, year - 1];
}

function yearOf({ site, now }: Place): number {
  return inZone(now, site.timeZone).year;
}

function formPlace({ context: { links } }: Place, place: string): string {
  return `${links.href(FORM_PAGE)}#/collections/${place}`;
}
