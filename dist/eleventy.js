import {
  searchFilesOf,
  writeWholeSearch
} from "./chunk-HKQYRZWC.js";
import "./chunk-NWPJR3IA.js";
import {
  writeManifest
} from "./chunk-KZHFZOGY.js";
import "./chunk-IU2F32YV.js";
import {
  setUpEleventy
} from "./chunk-HACSP2QY.js";
import "./chunk-RPGSQSMC.js";
import "./chunk-5XXYOP3C.js";
import {
  reportProblems
} from "./chunk-EVFN2A6N.js";
import {
  readSettings
} from "./chunk-ROXV4B33.js";
import "./chunk-DMPDBQ4H.js";
import {
  surveyContent
} from "./chunk-FYPQ44BH.js";
import "./chunk-RPMWFXRL.js";
import "./chunk-GRN6NJGO.js";
import "./chunk-LWC2LD6X.js";
import "./chunk-26TO5X7X.js";
import "./chunk-I3SAASU7.js";
import "./chunk-G2FZNHZR.js";
import "./chunk-4TZPYSX3.js";
import "./chunk-FP2DE4YH.js";
import {
  outputFile
} from "./chunk-U3RF2VTT.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-52J7WROK.js";
import "./chunk-LSOXEK3Q.js";
import "./chunk-6JBEXXWS.js";
import "./chunk-4C34KSNY.js";
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
  const search = await searchFilesOf(archive, { cache, content, clock: Date.now() });
  eleventy.setOutputDirectory(output);
  setUpEleventy(eleventy, {
    read: () => ({ archive, pages }),
    cache,
    finish: async (all, folder, hashes) => {
      const entries = all.map(({ address, kind }) => ({ address, kind, sha256: hashes.get(outputFile(address)) ?? "" }));
      writeManifest([...entries, ...await writeWholeSearch(search, folder)], folder, archive.site);
    }
  });
}
export {
  configure as default
};
