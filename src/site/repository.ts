import type { Language } from "../addresses.ts";
import type { Archive } from "../archive/archive.ts";
import { placeholder } from "../content/placeholders.ts";
import type { Repository } from "../content/site.ts";
import { inZone } from "../dates.ts";

/** The path of the file of a release or of its `version` in a repository, whose `content` folder is at the top. */
function pathOf(id: string, version: Language | undefined): string {
  return `content/releases/${id}${version === undefined ? "" : `.${version}`}.md`;
}

/** Where a repository shows the history of the file of a release or of its `version`. */
export function historyAddress({ url, kind, branch }: Repository, id: string, version: Language | undefined): string {
  const list = { github: "/commits/HEAD/", gitlab: "/-/commits/HEAD/", forgejo: `/commits/branch/${branch}/` }[kind];
  return url + list + pathOf(id, version);
}

/** Where the web page of a repository edits the file of a release or of its `version`. */
export function editAddress({ url, kind, branch }: Repository, id: string, version: Language | undefined): string {
  return `${url}/${{ github: "edit", gitlab: "-/edit", forgejo: "_edit" }[kind]}/${branch}/${pathOf(id, version)}`;
}

/**
 * Where the web page of the repository begins a file for a release, as a draft with what has to be filled in: GitHub's form, which Gitea
 * and Forgejo understand as well (Gitea, "Integrations"), and GitLab's. Undefined without a repository.
 */
export function newAddress({ site, registers, now }: Pick<Archive, "site" | "registers" | "now">): string | undefined {
  if (site.repository === undefined) return undefined;
  const { url, kind, branch } = site.repository;
  const today = inZone(now, site.timeZone).toISODate() ?? "";
  const name = `content/releases/${today.slice(0, 4)}/${today.slice(5, 7)}/name-der-meldung.md`;
  const text = templateOf(today, [...registers.departments.keys()], [...registers.topics.keys()]);
  const [path, file, value] = {
    github: ["new", "filename", "value"],
    gitlab: ["-/new", "file_name", "content"],
    forgejo: ["_new", "filename", "value"],
  }[kind] as [string, string, string];
  return `${url}/${path}/${branch}?${new URLSearchParams({ [file]: name, [value]: text })}`;
}

/** So many ids fit into an address that every server takes. */
const NAMED_MAX = 30;

function templateOf(today: string, departments: readonly string[], topics: readonly string[]): string {
  const some = (ids: readonly string[]) => ids.slice(0, NAMED_MAX).join(", ") + (ids.length > NAMED_MAX ? ", …" : "");
  return `---
title: "${placeholder("Überschrift")}"
date: ${today}
# Ämter: ${some(departments)}
department: ${departments[0] ?? ""}
# Themen: ${some(topics)}
topics: []
# Ein Entwurf ist nirgends öffentlich; ohne diese Zeile wird die Meldung veröffentlicht.
draft: true
---

${placeholder("Text der Meldung")}
`;
}
