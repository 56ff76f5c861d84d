import {
  writeManifest
} from "./chunk-TTFE6DIS.js";
import {
  setUpEleventy
} from "./chunk-X7CK6YPC.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import {
  reportProblems
} from "./chunk-EVFN2A6N.js";
import {
  readSettings
} from "./chunk-Z3YGTWRL.js";
import "./chunk-DMPDBQ4H.js";
import {
  surveyContent
} from "./chunk-AXN7I6DP.js";
import "./chunk-BCRMMXIE.js";
import "./chunk-O5P6RIOR.js";
import "./chunk-5EBG7R4H.js";
import "./chunk-4KDI5CBF.js";
import "./chunk-PVW3D2DO.js";
import "./chunk-C2RGS7IL.js";
import {
  outputFile
} from "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
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
