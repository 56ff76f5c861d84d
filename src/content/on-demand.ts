import { createRequire } from "node:module";

const load = createRequire(import.meta.url);

/**
 * A package that few runs need, loaded when it is first asked for; as CommonJS, since some packages have a hundred modules else, and each
 * costs as much as a page.
 */
export function onDemand<Package>(name: string): () => Package {
  let loaded: Package | undefined;
  return () => {
    loaded ??= load(name) as Package;
    return loaded;
  };
}
