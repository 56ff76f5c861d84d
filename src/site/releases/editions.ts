import { editionAddress, type Language, timeMapAddress } from "../../addresses.ts";
import type { Archive } from "../../archive/archive.ts";
import type { Context } from "../../archive/context.ts";
import { inEdition } from "../../content/release/edition.ts";
import type { Edition, Release } from "../../content/release/release.ts";
import { findDifference, type Piece } from "../../markdown/word-difference.ts";
import { fill } from "../../messages.ts";
import type { Link, Page, View } from "../pages.ts";
import { crumbsOf } from "./in-time.ts";
import { hasTimeMap, timeMap } from "./time-map.ts";

/** What makes the page of an old version. */
interface EditionParts {
  /** The release as it said then, as it says now, and as it said next; undefined where that is withheld. */
  release: Release;
  current: Release;
  next: Release | undefined;
  edition: Edition;
  context: Context;
}

/** The page of what a release said before a correction. */
export class EditionView implements View, EditionParts {
  readonly layout = "edition";
  readonly kind = "edition";
  readonly isIndexed = false;
  readonly alternates = [];
  readonly release: Release;
  readonly current: Release;
  readonly next: Release | undefined;
  readonly edition: Edition;
  readonly context: Context;

  constructor({ release, current, next, edition, context }: EditionParts) {
    this.release = release;
    this.current = current;
    this.next = next;
    this.edition = edition;
    this.context = context;
  }

  get source(): string {
    return this.edition.path;
  }

  get address(): string {
    return editionAddress(this.current.address, this.edition.number);
  }

  get language(): Language {
    return this.current.language;
  }

  /** The headline that it had; of a withheld one nothing is said, so that it is today's. */
  get heading(): string {
    return this.release.title || this.current.title;
  }

  get title(): string {
    const { words } = this;
    return `${this.heading}, ${fill(words.name, { number: String(this.edition.number) })}`;
  }

  get description(): undefined {
    return undefined;
  }

  get crumbs(): readonly Link[] {
    return [...crumbsOf(this.current, this.context), { label: this.current.title, address: this.current.address }];
  }

  /** The address of the list of old versions for programs. */
  get timeMap(): string | undefined {
    return hasTimeMap(this.current) ? timeMapAddress(this.current.address) : undefined;
  }

  /** The paragraphs that became others, the headline first; undefined where one of the two texts is withheld. */
  get difference(): readonly (readonly Piece[])[] | undefined {
    if (this.next === undefined || this.edition.withheld !== undefined) return undefined;
    const { texts } = this.context;
    const whole = (release: Release) => `${release.title}\n\n${texts.plain(release)}`;
    return findDifference(whole(this.release), whole(this.next));
  }

  private get words() {
    return this.context.messages.in(this.language).edition;
  }
}

/** A page for each old version of a release, in each of its languages, and the list of them for programs. */
export function editions({ releases, versions, context }: Archive): Page[] {
  return [...releases, ...versions].flatMap((current) => {
    const views = current.editions.map((edition, index): Page => {
      const following = current.editions[index + 1];
      const next = following === undefined ? current : following.withheld === undefined ? inEdition(current, following) : undefined;
      return new EditionView({ release: inEdition(current, edition), current, next, edition, context });
    });
    return hasTimeMap(current) ? [...views, timeMap(current, context)] : views;
  });
}
