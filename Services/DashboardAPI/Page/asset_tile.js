// One photo or video in a grid: its picture where the browser can show it, else what type of file it is.
import { tilePictures } from "./asset_pictures.js";
import { element, icon, setAttribute, setText } from "./element.js";
import { day, fileType } from "./format.js";
import { patchList } from "./keyed_list.js";
import { forgetPictures } from "./lazy_picture.js";
import { averageColour } from "./thumbhash.js";
import { showPicture } from "./tile_picture.js";

// What a tile shows now: an asset may change while its tile stays.
const shown = new WeakMap();

/** Shows assets as tiles; `open(asset)` is called for the one that is chosen. */
export function showTiles(list, assets, open) {
  patchList(list, assets, (asset) => asset.id, () => makeTile(open), showTile, forgetPictures);
}

/** The button of an asset among the tiles of `list`. */
export function tileButton(list, asset) {
  return [...list.children].find((tile) => shown.get(tile)?.id === asset.id)?.querySelector("button");
}

/** What stands where there is no picture. */
export function makeTypeTile(asset) {
  return element("span", { class: "type-tile" }, icon(asset.kind === "video" ? "video" : "photo"), element("span", { text: fileType(asset.name) }));
}

/** Shows the picture of `asset` in a frame that showed `before`, unless it is the same. */
export function showFace(frame, asset, before) {
  if (before && faceOf(before) === faceOf(asset)) return;
  const addresses = tilePictures(asset);
  forgetPictures(frame);
  frame.replaceChildren();
  if (addresses.length === 0) return frame.append(makeStandIn(frame, asset));
  frame.style.backgroundColor = averageColour(asset.thumbhash) ?? "";
  showPicture(frame, addresses, () => makeStandIn(frame, asset));
}

// Its words were not made for a coloured ground.
function makeStandIn(frame, asset) {
  frame.style.backgroundColor = "";
  return makeTypeTile(asset);
}

function makeTile(open) {
  const tile = element("li", { class: "tile" },
    element("button", { type: "button", onclick: () => open(shown.get(tile)) },
      element("span", { class: "tile-frame" }), element("span", { class: "tile-name" }), element("span", { class: "tile-day" })));
  return tile;
}

function showTile(tile, asset) {
  const before = shown.get(tile);
  shown.set(tile, asset);
  showFace(tile.querySelector(".tile-frame"), asset, before);
  setText(tile.querySelector(".tile-name"), asset.name);
  // Long names are cut in the grid.
  setAttribute(tile.querySelector(".tile-name"), "title", asset.name);
  setText(tile.querySelector(".tile-day"), asset.has_errors ? `${day(asset.captured_at)} · needs a look` : day(asset.captured_at));
  setAttribute(tile, "data-errors", asset.has_errors ? "yes" : null);
}

function faceOf(asset) {
  return `${tilePictures(asset)} ${asset.kind} ${fileType(asset.name)} ${asset.thumbhash}`;
}
