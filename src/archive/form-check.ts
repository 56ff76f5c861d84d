import type { Site } from "../content/site.ts";
import type { Locate } from "../content/yaml-positions.ts";
import { error, type Problem } from "../problems.ts";
import { FORM_PACKAGES, findInstalled } from "../software.ts";

/** What the editors' form lacks, where `site.yml` wants one: a repository to write to, its packages, an honest statement. */
export function checkForm({ form, repository, accessibility }: Site, path: string, locate: Locate): Problem[] {
  if (form === undefined) return [];
  const problems: Problem[] = [];
  if (repository === undefined)
    problems.push(
      error(
        "form-without-repository",
        path,
        locate(["form"]),
        "Das Formular weiß nicht, wohin es schreiben soll.",
        "Nennen Sie unter repository, wo die Dateien versioniert liegen: repository: https://git.stadt.example/presse/archiv",
      ),
    );
  const wanted = Object.entries(FORM_PACKAGES).map(([name, version]) => `${name}@${version}`);
  for (const [name, version] of Object.entries(FORM_PACKAGES)) {
    const found = findInstalled(name)?.version;
    if (found === version) continue;
    const what = found === undefined ? `fehlt das Paket ${name}` : `ist ${name} ${found} installiert, geprüft ist es mit ${version}`;
    const remedy = `Rufen Sie auf: npm install --save-exact ${wanted.join(" ")}. Oder streichen Sie form.`;
    problems.push(error("form-not-installed", path, locate(["form"]), `Für das Formular ${what}.`, remedy));
  }
  if (accessibility?.status === "full")
    problems.push(
      error(
        "statement-with-form",
        path,
        locate(["accessibility", "status"]),
        "„full“ (vollständig vereinbar) stimmt nicht, solange es das Formular der Redaktion gibt: Es ist nicht ganz barrierefrei.",
        "Schreiben Sie: status: partial",
      ),
    );
  return problems;
}
