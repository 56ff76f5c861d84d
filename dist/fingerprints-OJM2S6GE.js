import {
  createFingerprints,
  fingerprintArchive,
  fingerprintLayouts,
  fingerprintProgram,
  fingerprintSources
} from "./chunk-7AV3DNKZ.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import "./chunk-C2RGS7IL.js";
import "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";
export {
  createFingerprints,
  fingerprintArchive,
  fingerprintLayouts,
  fingerprintProgram,
  fingerprintSources
};
