import {
  PICTURE_RECIPE,
  makePicture,
  makePictures
} from "./chunk-NTV4CEF6.js";
import "./chunk-N7RXHMIM.js";
import "./chunk-2GZW4RHB.js";
import "./chunk-UIJ32YZE.js";
import "./chunk-6KULUY2B.js";
export {
  PICTURE_RECIPE,
  makePicture,
  makePictures
};
