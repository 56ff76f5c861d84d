import {
  render,
  renderBatches
} from "./chunk-GIDE7XYK.js";
import "./chunk-2L332S5E.js";
import "./chunk-TTFE6DIS.js";
import "./chunk-UBOGNSJH.js";
import "./chunk-X7CK6YPC.js";
import "./chunk-7AV3DNKZ.js";
import "./chunk-O6P2YX3Q.js";
import "./chunk-NTV4CEF6.js";
import "./chunk-O5P6RIOR.js";
import "./chunk-PVW3D2DO.js";
import "./chunk-C2RGS7IL.js";
import "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";
export {
  render,
  renderBatches
};
