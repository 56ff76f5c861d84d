import {
  surveyContent
} from "./chunk-AXN7I6DP.js";
import "./chunk-BCRMMXIE.js";
import "./chunk-O5P6RIOR.js";
import "./chunk-5EBG7R4H.js";
import "./chunk-4KDI5CBF.js";
import "./chunk-PVW3D2DO.js";
import "./chunk-C2RGS7IL.js";
import "./chunk-2MWZRJQY.js";
import "./chunk-NQM7L2YM.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";
export {
  surveyContent
};
