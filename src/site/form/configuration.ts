import type { Archive } from "../../archive/archive.ts";
import type { FormSettings } from "../../content/form-settings.ts";
import { pageSchema } from "../../content/plain-page.ts";
import { REGISTER_SCHEMAS, type RegisterName } from "../../content/register-schema.ts";
import { releaseSchema, versionSchema } from "../../content/release/schema.ts";
import type { Repository, Site } from "../../content/site.ts";
import { MADE_SLUG_MAX, SLUG_MAX } from "../../content/slugs.ts";
import { type FormField, fieldsFor } from "./fields.ts";
import { type Configuration, YEAR } from "./page-settings.ts";

/** The fields that stand first in the form: what every release has. */
const FIRST = ["title", "date", "summary", "body", "department", "topics"];

const ID = { pattern: ["^[a-z0-9][a-z0-9-]{0,79}$", "Nur a bis z, 0 bis 9 und Bindestriche, höchstens 80 Zeichen"] };

const SLUG = { pattern: [`^[a-z0-9-]{3,${SLUG_MAX}}$`, `Nur a bis z, 0 bis 9 und Bindestriche, 3 bis ${SLUG_MAX} Zeichen`] };

/** What the form is told, but for the releases: where it writes, the registers and the plain pages. */
export function configurationFor(
  { site, context }: Pick<Archive, "site" | "context">,
  repository: Repository,
  form: FormSettings,
): Configuration {
  const names = context.messages.in(site.language).facets;
  return {
    load_config_file: false,
    backend: backendFor(repository, form),
    app_title: `Redaktion ${site.name}`,
    site_url: site.url,
    show_preview_links: false,
    // Whatever belongs to no release has no place in the archive; the form offers no such thing.
    media_folder: "content/releases",
    public_folder: "/",
    media_libraries: { stock_assets: { providers: [] }, default: { config: { max_file_size: 25_000_000, slugify_filename: true } } },
    slug: { encoding: "ascii", clean_accents: true, maxlength: MADE_SLUG_MAX },
    output: { omit_empty_optional_fields: true },
    ...(repository.kind === "forgejo" ? {} : { publish_mode: "editorial_workflow" }),
    ...versionsOf(site),
    collections: [
      {
        name: "registers",
        label: "Verzeichnisse",
        icon: "list_alt",
        editor: { preview: false },
        files: (Object.keys(REGISTER_SCHEMAS) as RegisterName[]).map((name) => registerFile(name, names[name].heading, site)),
      },
      {
        name: "pages",
        label: "Seiten",
        label_singular: "Seite",
        icon: "description",
        folder: "content/pages",
        format: "stadtchronik",
        create: true,
        delete: false,
        ...inLanguages(site),
        slug: { template: "{{title}}", editable: ["create"], ...SLUG },
        fields: [...fieldsFor({ schema: pageSchema, versionSchema: pageSchema, ...languagesOf(site) }), bodyField(site)],
      },
    ],
  };
}

/** The releases of a year, which the page puts in the place of `YEAR`: a new year needs no build. */
export function releasesOfYear(site: Site): object {
  const fields = [...fieldsFor({ schema: releaseSchema, versionSchema, ...languagesOf(site) }), bodyField(site)];
  const first = FIRST.flatMap((name) => fields.find((field) => field.name === name) ?? []);
  return {
    name: `releases-${YEAR}`,
    label: `Meldungen ${YEAR}`,
    label_singular: "Meldung",
    icon: "news",
    folder: `content/releases/${YEAR}`,
    path: "{{fields.date | date('MM')}}/{{slug}}",
    format: "stadtchronik",
    // Files lie beside the release, in the folder of its name: Sveltia CMS knows it from the path.
    media_folder: "",
    public_folder: "",
    create: true,
    delete: false,
    ...inLanguages(site),
    slug: { template: "{{title}}", editable: ["create"], ...SLUG },
    summary: "{{title}} ({{date | date('DD.MM.YYYY')}})",
    sortable_fields: { fields: ["date", "title"], default: { field: "date", direction: "descending" } },
    fields: [...first, ...fields.filter((field) => !first.includes(field))].map((field) => dateWithin(field, site)),
  };
}

/** Dates are the city's; that of a release lies in the year whose folder it is in. */
function dateWithin(field: FormField, { timeZone }: Site): FormField {
  if (field.widget !== "datetime") return field;
  const inCity = { ...field, input_timezone: timeZone };
  return field.name === "date" ? { ...inCity, default: "{{now}}", min: `${YEAR}-01-01T00:00`, max: `${YEAR}-12-31T23:59` } : inCity;
}

function backendFor({ url, kind, branch }: Repository, { application, signIn }: FormSettings): object {
  const { origin, pathname, hostname } = new URL(url);
  const commits = { create: "Neu: {{path}}", update: "Geändert: {{path}}", uploadMedia: "Datei: {{path}}", delete: "Gelöscht: {{path}}" };
  const common = { repo: pathname.slice(1), branch, commit_messages: commits };
  const byToken = { auth_methods: ["token"] };
  if (kind === "github") {
    const server = hostname === "github.com" ? {} : { api_root: `${origin}/api/v3` };
    return { name: "github", ...common, ...server, ...(signIn === undefined ? byToken : { base_url: signIn }) };
  }
  const byApplication = application === undefined ? byToken : { auth_type: "pkce", app_id: application };
  const [name, version] = kind === "gitlab" ? ["gitlab", "v4"] : ["gitea", "v1"];
  return { name, ...common, base_url: origin, api_root: `${origin}/api/${version}`, ...byApplication };
}

function registerFile(name: RegisterName, label: string, site: Site): object {
  const id = { name: "id", label: "Kennung", widget: "string", ...ID, hint: "Bleibt für immer: Sie steht in der Adresse" };
  return {
    name,
    label,
    file: `content/registers/${name}.yml`,
    format: "register",
    fields: [
      {
        name: "entries",
        label,
        label_singular: "Eintrag",
        widget: "list",
        collapsed: true,
        summary: "{{fields.name}}",
        fields: [id, ...fieldsFor({ schema: REGISTER_SCHEMAS[name], ...languagesOf(site) })],
      },
    ],
  };
}

/** The text is written as Markdown: an editor that shows it formatted would change what nobody touched. */
function bodyField(site: Site): FormField {
  const buttons = ["bold", "italic", "link", "heading-two", "heading-three", "quote", "bulleted-list", "numbered-list"];
  return {
    name: "body",
    label: "Text",
    widget: "markdown",
    required: false,
    modes: ["raw"],
    buttons,
    editor_components: [],
    ...(site.languages.length > 1 ? { i18n: true } : {}),
  };
}

function languagesOf({ language, languages }: Site): { language: string; others: readonly string[] } {
  return { language, others: languages.filter((one) => one !== language) };
}

function inLanguages({ languages }: Site): object {
  return languages.length > 1 ? { i18n: true } : {};
}

function versionsOf({ language, languages }: Site): object {
  if (languages.length < 2) return {};
  return {
    i18n: {
      structure: "multiple_files",
      locales: languages,
      default_locale: language,
      initial_locales: "default",
      omit_default_locale_from_file_path: true,
    },
  };
}
