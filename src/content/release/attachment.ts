/** A file that is published with a release; `digest` names its content. */
export interface AttachedFile {
  file: string;
  digest: string;
  address: string;
}

/** A file to download with a release, or to play; `size` is in bytes. */
export interface Attachment extends AttachedFile {
  title: string;
  size: number;
  accessible: boolean;
  /** The captions of a film (WebVTT). */
  captions: AttachedFile | undefined;
  /** What is to be heard and seen, as a text or as another attachment. */
  transcript: { text: string; address: undefined; title: undefined } | { text: undefined; address: string; title: string } | undefined;
  signLanguage: boolean;
}
