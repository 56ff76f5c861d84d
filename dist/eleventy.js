import {
  writeManifest
} from "./chunk-3WY5NRQK.js";
import {
  setUpEleventy
} from "./chunk-JHM24REH.js";
import "./chunk-2SAFQ7SA.js";
import "./chunk-EQIZTJF3.js";
import {
  reportProblems
} from "./chunk-EVFN2A6N.js";
import {
  readSettings
} from "./chunk-Z3YGTWRL.js";
import "./chunk-DMPDBQ4H.js";
import {
  surveyContent
} from "./chunk-LULSR4D4.js";
import "./chunk-7IJKEVJN.js";
import "./chunk-FVQZC4Y6.js";
import "./chunk-7ARRN7P6.js";
import "./chunk-NUYPUACE.js";
import "./chunk-REIFWWHW.js";
import "./chunk-L76BSKQN.js";
import {
  outputFile
} from "./chunk-KDO7YUWJ.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-RQY7RBGY.js";
import "./chunk-UIJ32YZE.js";
import {
  hasErrors
} from "./chunk-6KULUY2B.js";

// .eleventy.ts
async function configure(eleventy) {
  const { content, output, cache, now } = readSettings(process.env);
  const { reading, pages } = await surveyContent({ folder: content, now }, cache);
  const { archive, problems } = reading;
  if (!archive || hasErrors(problems)) throw new Error(`
${reportProblems(problems)}`);
  eleventy.setOutputDirectory(output);
  setUpEleventy(eleventy, {
    read: () => ({ archive, pages }),
    cache,
    finish: (all, folder, hashes) => writeManifest(
      all.map(({ address, kind }) => ({ address, kind, sha256: hashes.get(outputFile(address)) ?? "" })),
      folder,
      archive.site
    )
  });
}
export {
  configure as default
};
