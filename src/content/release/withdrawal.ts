import type { Language } from "../../addresses.ts";
import type { MessageCatalog } from "../../messages.ts";
import type { RegisterLists, Release } from "./release.ts";
import { REGISTER_FIELDS } from "./schema.ts";

/**
 * What stays of a withdrawn release: its address, its date, who issued it and on what, and the reason. Nothing of its text can leave from
 * here: every field of the type is written out, so that the compiler asks about each new one, and it is empty unless it shall stay.
 */
export function withoutContent(release: Release, messages: MessageCatalog): Release {
  const { id, path, language, originalLanguage, address, state, date, published } = release;
  const { department, topics, kind, aliases, withdrawn, fileDigest, textLine } = release;
  const titleIn = (alternate: Language, title: string) => (withdrawn?.hidesTitle ? messages.in(alternate).release.hiddenTitle : title);
  return {
    id,
    path,
    language,
    originalLanguage,
    address,
    state,
    title: titleIn(language, release.title),
    date,
    published,
    summary: "",
    isSummaryDerived: false,
    department,
    ...emptyLists(),
    with: release.with,
    topics,
    follows: undefined,
    followed: undefined,
    followUps: [],
    kind,
    people: [],
    events: [],
    number: undefined,
    contact: department.contact,
    images: [],
    attachments: [],
    pinnedUntil: undefined,
    corrections: [],
    editions: [],
    withdrawn,
    comments: "off",
    approvedComments: [],
    aliases,
    source: undefined,
    reconstructed: [],
    translation: undefined,
    text: () => "",
    fileDigest,
    textLine,
    versions: release.versions.map((version) => ({ ...version, title: titleIn(version.language, version.title) })),
  };
}

function emptyLists(): RegisterLists {
  return Object.fromEntries(Object.keys(REGISTER_FIELDS).map((field) => [field, []])) as unknown as RegisterLists;
}
